"""Comparing two stored documents must not load a language model, a tensor library or arrays."""

import subprocess
import sys

HEAVY = ("spacy", "torch", "kiwipiepy", "numpy", "pandas", "sklearn", "lxml")
CODE = f"""
import sys
from policynlp.comparison import compare
from policynlp.records import Analysis, Clause, Document, Link, Source
source = Source("x", "text", "0", 1)
sides = [
    Analysis(Document(i, i, "en", t, source), (Clause("c1", t, 0, len(t), "en"),))
    for i, t in (("a", "The Parties shall meet."), ("b", "The Parties may meet."))
]
assert [d.kind for d in compare(sides, [Link((0,), (0,), 1.0)]).differences] == ["force"]
print([name for name in {HEAVY!r} if name in sys.modules])
"""


def test_nothing_heavy_is_imported() -> None:
    run = subprocess.run([sys.executable, "-c", CODE], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"

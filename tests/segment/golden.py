"""Golden cases: a text and the clauses it must give, in one file that a policy analyst can read.

A file holds cases with ``== name`` lines. Each has the text, a line ``--``, and a line a clause:
``KIND [LABEL] PATH | TEXT``; a clause under a lead-in is indented. ``UPDATE_GOLDEN=1 pytest`` writes what
comes out.
"""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from policynlp.ingest import read_text
from policynlp.records import Clause
from policynlp.segment import segment

FOLDER = Path(__file__).parent / "cases"


@dataclass(frozen=True, slots=True)
class Case:
    """One golden case."""

    file: str
    name: str
    text: str
    expected: str


def cases() -> Iterator[Case]:
    """All cases of the folder, by file."""
    for path in sorted(FOLDER.glob("*.txt")):
        for part in path.read_text("utf8").split("\n== ")[1:]:
            name, _, rest = part.partition("\n")
            text, _, expected = rest.partition("\n--\n")
            yield Case(path.name, name.strip(), text.strip("\n"), expected.strip("\n"))


def shown(clause: Clause) -> str:
    """One line for a clause."""
    indent = "    " if clause.parent else ""
    return f"{indent}{clause.kind} [{clause.label}] {' > '.join(clause.path)} | {clause.text}"


def outcome(case: Case) -> str:
    """The clauses of a case's text, a line each."""
    return "\n".join(shown(clause) for clause in segment(read_text(case.text, id="case")))


def update() -> bool:
    """Write the outcomes into the files, if asked to; true if it did."""
    if not os.environ.get("UPDATE_GOLDEN"):
        return False
    found = list(cases())
    for file in {case.file for case in found}:
        head = (FOLDER / file).read_text("utf8").split("\n== ")[0]
        parts = [f"{case.name}\n{case.text}\n--\n{outcome(case)}\n" for case in found if case.file == file]
        (FOLDER / file).write_text("\n== ".join([head, *parts]), "utf8")
    return True

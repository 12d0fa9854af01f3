"""The JSON follows the comparison format, offset for offset."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from policynlp.records import Comparison
from policynlp.report import FORMATS
from tests.report import examples

KEYS = {
    "document": {
        "id", "title", "language", "sha256", "source", "clauses", "commitments", "mentions", "glossary",
    },
    "clause": {"id", "path", "language", "text", "anchor", "parent"},
    "commitment": {
        "clause", "force", "polarity", "action", "phase", "actor", "object", "institutions", "areas",
        "places", "quantities", "conditions", "spans", "confidence",
    },
    "link": {"id", "clauses", "similarity", "relation"},
    "difference": {
        "id", "kind", "link", "clauses", "spans", "values", "direction", "material", "weight", "summary",
        "searched",
    },
}  # fmt: skip
"""What the format promises; a report may carry more, never less."""


def written(comparison: Comparison) -> dict:
    return json.loads(FORMATS["json"].render(comparison))


def test_every_key_of_the_format_is_there():
    report = written(examples.memoranda())
    assert report["schema"] == "policynlp.comparison/1"
    assert report["generator"] == examples.GENERATOR
    first = report["documents"][0]
    assert KEYS["document"] <= set(first)
    assert KEYS["clause"] <= set(first["clauses"][0])
    assert KEYS["commitment"] <= set(first["commitments"][0])
    assert KEYS["link"] <= set(report["links"][0])
    for part in ("differences", "documents_differ", "common"):
        assert KEYS["difference"] <= set(report[part][0])


def test_the_words_of_a_difference_can_be_cut_out_of_its_clauses():
    report = written(examples.memoranda())
    texts = [{clause["id"]: clause["text"] for clause in each["clauses"]} for each in report["documents"]]
    policy = next(each for each in report["differences"] if each["id"] == "d1")
    quoted = [
        [texts[side][span["clause"]][span["start"] : span["end"]] for span in spans]
        for side, spans in enumerate(policy["spans"])
    ]
    assert quoted == [["developing and championing"], ["advancing"]]
    assert policy["direction"] == "second"
    assert set(policy["summary"]) == {"en", "ko"}


def test_a_commitment_lists_the_bodies_areas_and_places_named_in_its_clause():
    commitments = {
        each["clause"]: each for each in written(examples.memoranda())["documents"][0]["commitments"]
    }
    research, asia, notice = commitments["c7"], commitments["c6"], commitments["c13"]
    assert research["institutions"] == ["us.nsf", "kr.nrf"]
    assert research["areas"] == ["research", "manufacturing", "biotechnology"]
    assert asia["places"] == ["asia-and-beyond"]
    assert notice["quantities"] == ["P180D"]
    assert notice["conditions"] == []
    assert research["inherited_from"] == "c3"
    assert {"role": "marker", "clause": "c3", "start": 17, "end": 49} in research["spans"]


def test_a_silence_keeps_the_passages_that_were_searched():
    silent = next(each for each in written(examples.memoranda())["differences"] if each["kind"] == "only_in")
    assert silent["clauses"][1] == []
    assert silent["searched"][0] == {"clause": "c6", "score": 0.61}


@pytest.mark.parametrize("make", [examples.memoranda, examples.across, examples.hostile, examples.family])
def test_the_same_comparison_gives_the_same_bytes(make):
    for name in sorted(set(FORMATS) - {"tracked"}):  # of two documents in one language: see test_tracked.py
        assert FORMATS[name].render(make()) == FORMATS[name].render(make())


def test_the_bytes_do_not_depend_on_the_order_of_sets():
    code = (
        "import hashlib; from policynlp.report import FORMATS; from tests.report import examples as e; "
        "print([hashlib.sha256(FORMATS[n].render(m())).hexdigest() "
        "for n in FORMATS for m in (e.memoranda, e.hostile)])"
    )
    outputs = [
        subprocess.run(
            [sys.executable, "-c", code],
            env=os.environ | {"PYTHONHASHSEED": seed},
            cwd=Path(__file__).parents[2],
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    ]
    assert outputs[0] == outputs[1]


def test_korean_is_written_as_korean_and_a_lone_surrogate_still_parses():
    assert "양해각서".encode() in FORMATS["json"].render(examples.across())
    hostile = written(examples.hostile())
    assert [clause["text"] for clause in hostile["documents"][0]["clauses"]] == list(examples.HOSTILE)

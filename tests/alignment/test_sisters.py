"""Families over real sister agreements: Korean science and technology agreements of the 1990s."""

from pathlib import Path

import pytest

from policynlp import pipeline
from policynlp.records import Analysis, FamilyGroup

NAMES = ("1992_1109", "1992_1112", "1994_1235", "1995_1286", "1997_1369")
SHARED_BY_ALL = (("과학자", "교류"), ("다음", "형태를 포함"), ("발효를",), ("년간 유효",))
"""Words of provisions that each of the agreements has once: exchange of scientists, the lead-in of the forms
of cooperation, entry into force, duration."""


@pytest.fixture(scope="module")
def sisters(shared: Path) -> list[Analysis]:
    folder = shared / "data" / "treaties" / "kr"
    return [pipeline.resolve([str(folder / f"{name}.md")])[0] for name in NAMES]


def said(sisters: list[Analysis], group: FamilyGroup) -> list[str]:
    """The words of each text in a row; empty where it has none."""
    return [
        " ".join(one.clauses[at].text for at in run) for one, run in zip(sisters, group.members, strict=True)
    ]


@pytest.mark.parametrize("count", [3, 5])
def test_what_all_sister_agreements_say_is_one_row_of_the_table(sisters: list[Analysis], count: int) -> None:
    chosen = sisters[:count]
    table = [said(chosen, group) for group in pipeline.align_many(chosen)]
    for words in SHARED_BY_ALL:
        rows = [row for row in table if all(all(word in text for word in words) for text in row)]
        assert len(rows) == 1, words


@pytest.mark.parametrize("count", [3, 5])
def test_a_clause_of_sister_agreements_stands_in_one_row_at_most(sisters: list[Analysis], count: int) -> None:
    chosen = sisters[:count]
    found = pipeline.align_many(chosen)
    for text, one in enumerate(chosen):
        used = [unit for group in found for unit in group.members[text]]
        assert len(used) == len(set(used))
        assert set(used) <= set(range(len(one.clauses)))


def test_whichever_sister_comes_first_the_table_is_the_same(sisters: list[Analysis]) -> None:
    there = {(group.members, group.score) for group in pipeline.align_many(sisters[:3])}
    back = {(group.members[::-1], group.score) for group in pipeline.align_many(sisters[2::-1])}
    assert there == back

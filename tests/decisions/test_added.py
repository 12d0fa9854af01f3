"""Differences that people add: found once one like it is reported, missed until then."""

import csv
import io
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from policynlp import decisions
from policynlp.records import Decision
from policynlp.report.review import what
from tests.report import examples


def one(kind: str = "force", clauses: tuple[tuple[str, ...], ...] = (), **more: Any) -> Decision:
    return replace(Decision("difference", "add", clauses=clauses, corrected_kind=kind), **more)


def outcomes(*made: Decision) -> list[str]:
    return [each.outcome for each in decisions.replayed(examples.memoranda(), made).decided]


def test_an_added_difference_is_found_where_one_of_its_kind_is_reported_on_its_clauses() -> None:
    known = examples.memoranda().differences[0]
    assert outcomes(one(known.kind, known.clauses)) == ["found"]
    assert outcomes(one("", known.clauses)) == ["found"]
    assert outcomes(one("polarity", known.clauses)) == ["missed"]


def test_it_needs_every_document_that_is_named() -> None:
    comparison = examples.memoranda()
    both = next(each for each in comparison.differences if all(each.clauses))
    taken = {id for each in comparison.differences if each.kind == both.kind for id in each.clauses[1]}
    other = next(clause.id for clause in comparison.documents[1].clauses if clause.id not in taken)
    assert outcomes(one(both.kind, (both.clauses[0], (other,)))) == ["missed"]
    assert outcomes(one(both.kind, (both.clauses[0],))) == ["found"]


def test_clauses_that_are_not_there_make_it_stale() -> None:
    assert outcomes(one(clauses=(("c999",), ()))) == ["stale"]
    assert outcomes(one(clauses=())) == ["stale"]
    assert outcomes(one(texts=(("0" * 16,), ()))) == ["stale"]


def test_once_replayed_it_holds_by_content_and_from_either_side() -> None:
    comparison = examples.memoranda()
    known = next(each for each in comparison.differences if all(each.clauses))
    (made,) = decisions.replayed(comparison, [one(known.kind, known.clauses)]).decided
    renumbered = replace(made.decision, clauses=(("c900",), ("c901",)))
    assert outcomes(renumbered) == ["found"]
    assert outcomes(replace(renumbered, texts=renumbered.texts[::-1])) == ["found"]


def test_findings_are_the_same_with_and_without_it() -> None:
    comparison = examples.memoranda()
    made = decisions.replayed(comparison, [one("polarity", comparison.differences[0].clauses)])
    assert replace(made, decided=()) == comparison


def test_a_sheet_keeps_it_from_review_to_review(tmp_path: Path) -> None:
    comparison = examples.memoranda()
    missed = one("polarity", comparison.differences[0].clauses, corrected="한쪽만 부정한다", reviewer="Kim")
    sheet = decisions.as_sheet(decisions.replayed(comparison, [missed]))
    (tmp_path / "d.csv").write_bytes(sheet)
    last = list(csv.DictReader(io.StringIO(sheet.decode("utf-8-sig"))))[-1]
    assert (last["decision"], last["outcome"], last["corrected"]) == ("add", "missed", "한쪽만 부정한다")
    (again,) = decisions.replayed(comparison, decisions.read(tmp_path / "d.csv")).decided
    assert (again.outcome, again.decision.reviewer) == ("missed", "Kim")


@pytest.mark.parametrize(("language", "name"), [("en", "Polarity"), ("ko", "긍정·부정")])
def test_reports_name_it_by_its_kind_and_a_persons_words(language: str, name: str) -> None:
    comparison = examples.memoranda()
    missed = one("polarity", comparison.differences[0].clauses, corrected="Only one denies it")
    (made,) = decisions.replayed(comparison, [missed]).decided
    told = what(made, language)
    assert told.startswith(name), told
    assert "Only one denies it (c" in told


def test_recall_is_told_by_kind_and_only_where_somebody_added_one() -> None:
    confirmed = [Decision("difference", "confirm", str(n), "force") for n in range(3)]
    rows = {each.kind: each for each in decisions.judged([*confirmed, one("force"), one("actor")])}
    assert (rows["force"].recall, rows["force"].precision) == (0.75, 1)
    assert (rows["actor"].recall, rows["actor"].precision) == (0, None)
    assert rows["all"].recall == 0.6
    assert decisions.judged(confirmed)[0].recall is None

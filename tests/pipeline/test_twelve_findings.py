"""What an analyst found between the two memoranda must be in the comparison, in both languages and across."""

from functools import cache

import pytest

from policynlp import pipeline, workspace
from policynlp.evaluate import check, load_gold
from policynlp.records import Comparison

PAIRS = [("mou.en", "moc.en"), ("mou.ko", "moc.ko"), ("mou.ko", "moc.en")]


@cache
def comparison(first: str, second: str) -> Comparison:
    """Two built-in documents through every stage."""
    return pipeline.diff(first, second)


@pytest.mark.parametrize("pair", PAIRS, ids="--".join)
def test_all_twelve_findings_are_reported(pair: tuple[str, str]) -> None:
    gold = load_gold(workspace.shipped("corpus") / "gold")
    verdicts = check(comparison(*pair), gold)
    assert [verdict.id for verdict in verdicts] == list(range(1, 13))
    assert [(verdict.id, verdict.missing) for verdict in verdicts if not verdict.found] == []


@pytest.mark.parametrize("pair", PAIRS, ids="--".join)
def test_every_statement_points_at_words_of_its_clauses(pair: tuple[str, str]) -> None:
    found = comparison(*pair)
    texts = [{clause.id: clause.text for clause in side.clauses} for side in found.documents]
    for entry in (*found.differences, *found.common, *found.documents_differ):
        for side, spans in enumerate(entry.spans):
            for span in spans:
                assert span.clause in entry.clauses[side]
                assert 0 <= span.start < span.end <= len(texts[side][span.clause]), entry.id
        assert set(entry.summary) == {"en", "ko"}
    for difference in found.differences:
        assert difference.material in (True, False)
        assert 0 <= difference.weight <= 1
        assert any(difference.clauses)


@pytest.mark.parametrize("pair", PAIRS, ids="--".join)
def test_each_clause_is_in_one_link_at_most_and_same_means_same(pair: tuple[str, str]) -> None:
    found = comparison(*pair)
    for side in (0, 1):
        linked = [id for link in found.links for id in link.clauses[side]]
        assert len(linked) == len(set(linked))
    texts = [{clause.id: clause.text for clause in side.clauses} for side in found.documents]
    for link in found.links:
        if link.relation == "same":
            first, second = ([texts[side][id] for id in link.clauses[side]] for side in (0, 1))
            assert first == second


def test_a_document_against_itself_has_no_difference() -> None:
    for id in ("mou.en", "mou.ko"):
        found = comparison(id, id)
        assert found.differences == ()
        assert found.documents_differ == ()
        assert {link.relation for link in found.links} == {"same"}
        assert len(found.links) == len(found.documents[0].clauses)


def test_the_same_input_gives_the_same_bytes() -> None:
    from policynlp.report import FORMATS

    for format in FORMATS.values():
        again = pipeline.diff("mou.en", "moc.en")
        assert format.render(again) == format.render(comparison("mou.en", "moc.en"))


def test_an_id_without_language_takes_the_language_of_the_other() -> None:
    first, second = pipeline.resolve(["mou", "moc.ko"])
    assert (first.document.id, second.document.id) == ("mou.ko", "moc.ko")
    assert [side.document.id for side in pipeline.resolve(["mou", "moc"])] == ["mou.en", "moc.en"]

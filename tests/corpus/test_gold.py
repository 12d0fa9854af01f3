"""The labels agree with the texts, with each other and with the codes that the modules share."""

from pathlib import Path

import pytest

from policynlp import ingest, segment
from policynlp.errors import UnreadableError
from policynlp.evaluate import Gold, load_gold
from policynlp.evaluate.gold import GoldCommitment
from policynlp.evaluate.keys import Resolution, resolve

from . import CORPUS

LABELLED = ("mou.en", "mou.ko", "moc.en", "moc.ko")
ACTIONS = {
    "explore",
    "consult",
    "exchange",
    "coordinate",
    "support",
    "advocate",
    "develop",
    "implement",
    "advance",
    "strengthen",
    "maintain",
    "fund",
    "legislate",
    "standardise",
    "protect",
    "refrain",
    "other",
}
PHASES = {"", "explore", "initiate", "promote", "advance", "implement", "complete", "maintain"}


def resolved(id: str, gold: Gold) -> Resolution:
    path = CORPUS / "documents" / f"{id}.md"
    document = ingest.read_file(path, id=id, title=None, language=None, metadata={})
    return resolve(gold.clauses[id], segment.segment(document))


def commitments(gold: Gold) -> list[GoldCommitment]:
    return [label for clauses in gold.clauses.values() for clause in clauses for label in clause.commitments]


def test_both_memoranda_are_labelled_in_both_languages(gold: Gold) -> None:
    assert sorted(gold.clauses) == sorted(LABELLED)


@pytest.mark.parametrize("id", LABELLED)
def test_every_key_finds_its_clause_and_every_clause_has_a_key(id: str, gold: Gold) -> None:
    found = resolved(id, gold)
    assert found.missing == ()
    assert found.extra == ()


@pytest.mark.parametrize("id", LABELLED)
def test_keys_are_unique(id: str, gold: Gold) -> None:
    keys = [label.key for label in gold.clauses[id]]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("family", ["mou", "moc"])
def test_both_languages_have_the_same_keys_and_the_same_number_of_commitments(
    family: str, gold: Gold
) -> None:
    english, korean = (
        [(label.key, len(label.commitments)) for label in gold.clauses[f"{family}.{code}"]]
        for code in ("en", "ko")
    )
    assert english == korean


def test_links_and_findings_name_clauses_that_exist(gold: Gold) -> None:
    keys = {family: {label.key for label in gold.clauses[f"{family}.en"]} for family in ("mou", "moc")}
    for links in gold.links:
        for first, second in (*links.links, *links.acceptable):
            assert keys["mou"] >= set(first)
            assert keys["moc"] >= set(second)
    for finding in gold.findings:
        assert all(keys[family] >= set(named) for family, named in finding.keys.items())


def test_no_clause_is_linked_twice(gold: Gold) -> None:
    for links in gold.links:
        for side in (0, 1):
            named = [key for link in links.links for key in link[side]]
            assert len(named) == len(set(named))


def test_there_are_twelve_findings(gold: Gold) -> None:
    assert [finding.id for finding in gold.findings] == list(range(1, 13))


def test_the_words_of_a_finding_stand_in_the_clauses_that_it_names(gold: Gold, texts: dict[str, str]) -> None:
    for finding in gold.findings:
        for code, sides in finding.words.items():
            for family, words in sides.items():
                text = texts[f"{family}.{code}"].casefold()
                for word in words:
                    assert any(one.casefold() in text for one in word.split("|")), (finding.id, code, word)


def test_labels_use_the_shared_codes(gold: Gold) -> None:
    for label in commitments(gold):
        assert set(label.action) <= ACTIONS
        assert set(label.phase) <= PHASES
        assert set(label.force) <= set(range(7))
        assert set(label.precision) <= set(range(6))
        assert set(label.follow_up) <= set(range(4))
        assert label.polarity in ("positive", "negative", "denied")


def test_force_is_labelled_unless_intent_is_denied(gold: Gold) -> None:
    assert all(bool(label.force) == (label.polarity != "denied") for label in commitments(gold))


def test_a_broken_label_file_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "clauses").mkdir()
    (tmp_path / "clauses" / "mou.en.jsonl").write_text("{", "utf8")
    with pytest.raises(UnreadableError, match=r"mou\.en\.jsonl"):
        load_gold(tmp_path)


def test_missing_labels_are_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match=r"links\.toml"):
        load_gold(tmp_path)

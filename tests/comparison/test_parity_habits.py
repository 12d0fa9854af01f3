"""What a document's own clauses say for and against a finding: usage, lost figures, renderings that recur."""

from collections.abc import Sequence

import pytest

from policynlp.comparison.parity import lexical
from policynlp.comparison.parity.coverage import Passage, Suspect, sides
from policynlp.comparison.parity.force import check as forces
from policynlp.comparison.parity.habits import Habits, key
from policynlp.comparison.parity.judging import confidence, features
from policynlp.comparison.parity.numbers import check, gaps
from policynlp.comparison.parity.units import Unit, worded
from tests.comparison.test_parity import checked


def habits(pairs: Sequence[tuple[str, str]]) -> Habits:
    """Of clauses linked one by one."""
    return Habits([(worded(ko, "ko"), worded(en, "en")) for ko, en in pairs])


TERM = [
    ("관장은 보고한다.", "The Custodian reports."),
    ("관장은 공개한다.", "The Custodian discloses."),
    ("관장은 결정한다.", "The Custodian decides."),
    ("관장은 서명한다.", "The Custodian signs."),
    ("당사국은 협의한다.", "The Parties consult."),
    ("당사국은 협력한다.", "The Parties cooperate."),
    ("이 협정은 발효한다.", "This Agreement enters into force."),
    ("위원회는 회합한다.", "The Committee meets."),
    ("부속서는 규정한다.", "The Annex provides."),
]


def test_a_word_is_answered_by_what_stands_beside_it_in_the_other_clauses() -> None:
    own = habits(TERM)
    unit = own.links[0][0].units[0]  # type: ignore[index]
    assert (unit.text, own.answered(unit, 0, 0, {"custodi"})) == ("관장", True)
    assert not own.answered(unit, 0, 0, {"reports"})


def test_two_other_clauses_are_no_usage() -> None:
    own = habits(TERM[:3])
    assert not own.answered(own.links[0][0].units[0], 0, 0, {"custodi"})  # type: ignore[index]


@pytest.mark.parametrize(("one", "other"), [("duties", "duty"), ("Committees", "committee")])
def test_forms_of_a_word_have_one_key(one: str, other: str) -> None:
    assert key(Unit(one, (0, len(one)))) == key(Unit(other, (0, len(other))))


@pytest.mark.parametrize(
    ("text", "language", "lost"),
    [
        ("제 조에 따라 설립된다", "ko", True),
        ("발효 후 일 이내에", "ko", True),
        ("제3조에 따라 30일 이내에", "ko", False),
        ("일정 기간 이내에 제공한다", "ko", False),
        ("referred to in paragraph of this Article", "en", True),
        ("referred to in paragraph 2 of Article 3", "en", False),
    ],
)
def test_gaps_where_figures_were_lost_are_seen(text: str, language: str, lost: bool) -> None:
    assert gaps(text, language) is lost


def test_a_text_that_lost_its_figures_is_not_told_that_it_lacks_them() -> None:
    texts = ("당사국은 일 이내에 통보한다.", "The Parties shall give notice within sixty days.")
    told = [list(check(texts, ("ko", "en"), lost)) for lost in ((False, False), (True, False))]
    assert [len(found) for found in told] == [1, 0]


def test_a_document_has_lost_its_figures_when_it_has_more_gaps_than_figures() -> None:
    pair = ("제 조에 따라 통보한다.", "They shall notify under Article 3.")
    assert habits([pair, pair]).lost == (True, False)
    assert habits([("제3조에 따라 통보한다.", pair[1])]).lost == (False, False)


def test_what_recurs_is_less_sure_than_what_stands_once() -> None:
    suspect = Suspect(Unit("기금", (0, 2)), "miss", near=0.3)
    passage = Passage((0, 2), (suspect,), 0.05, 8)
    once, again = (confidence(features(passage, answered=False, recurs=r)) for r in (0.0, 1.0))
    assert once > again


def test_the_farther_a_word_is_from_every_other_the_surer_it_lacks_an_answer() -> None:
    far, near = (
        confidence(
            features(
                Passage((0, 2), (Suspect(Unit("기금", (0, 2)), "miss", near=cosine),), 0.05, 8),
                answered=False,
                recurs=0.0,
            )
        )
        for cosine in (0.1, 0.6)
    )
    assert far > near


def test_a_word_whose_counterpart_is_misspelt_is_not_left_out_besides() -> None:
    found = checked(
        ["당사국은 협력을 강화한다."], ["The Parties shall strengthen their coopreation."], least=0.3
    ).differences
    assert [one.kind for one in found] == ["spelling"]


def test_the_list_translates_both_ways() -> None:
    assert lexical.translates("협력사업", "Cooperation")
    assert not lexical.translates("협력", "tariff")


def test_a_word_that_a_dictionary_has_is_no_misspelling_of_its_neighbour() -> None:
    found = checked(["영역은 내수를 포함한다."], ["The territory includes internal waters."]).differences
    assert [one.kind for one in found if one.kind == "spelling"] == []


def test_a_link_in_one_language_is_left_alone() -> None:
    assert sides(Habits([None]), 0) is None


@pytest.mark.parametrize(
    ("ko", "en"),
    [
        (
            "당사국은 언제든지 양허를 철회할 수 있다.",
            "A Party shall at any time be free to withdraw a concession.",
        ),
        (
            "그 날은 발효일부터 3년 이내이어야 한다.",
            "That date shall not be later than three years after that.",
        ),
        ("제안된 조치를 통보한다.", "They shall notify the proposed measure."),
        ("당사국은 조사를 자제한다.", "The Parties shall refrain from investigations."),
        ("합의가 없는 경우 협의한다.", "In the absence of an agreement they shall consult."),
        ("당사국은 지체 없이 통보한다.", "The Parties shall notify it promptly."),
    ],
)
def test_other_turns_of_phrase_have_the_same_force(ko: str, en: str) -> None:
    assert list(forces((ko, en), ("ko", "en"))) == []

"""Items take force, polarity and actor from their lead-in."""

from dataclasses import replace

from policynlp.extract.inherit import assemble
from policynlp.languages.drafts import Draft
from policynlp.records import Clause, Mention, Span

LEAD = "The Participants intend to collaborate on:"


def clause(id: str, text: str, parent: str | None = None, kind: str = "item") -> Clause:
    return Clause(id, text, 0, len(text), "en", kind=kind, parent=parent)  # type: ignore[arg-type]


def lead(force: int | None = 4) -> Draft:
    return Draft(
        force, 2, "coordinate", marker=(17, 26), predicate=(27, 38), actor=(0, 16), governs_list=True
    )


def item(action: str, phase: str = "", bare: int | None = None) -> Draft:
    return Draft(None, bare, action, phase, predicate=(0, 10), object=(11, 20))


def test_an_item_takes_force_and_actor_from_its_lead_in_and_keeps_its_own_action() -> None:
    clauses = [clause("c1", LEAD, kind="lead_in"), clause("c2", "developing AI policy;", "c1")]
    first, second = assemble(clauses, {"c1": [lead()], "c2": [item("develop", "initiate")]}, {})
    assert first.lead_in
    assert (second.force, second.action, second.phase) == (4, "develop", "initiate")
    assert (second.actor, second.inherited_from) == ("The Participants", "c1")
    assert second.spans["marker"] == Span("c1", 17, 26)
    assert second.spans["action"].clause == "c2"


def test_force_reaches_items_of_items() -> None:
    clauses = [
        clause("c1", LEAD, kind="lead_in"),
        clause("c2", "developing the following:", "c1", "lead_in"),
        clause("c3", "creating datasets.", "c2"),
    ]
    drafts = {"c1": [lead()], "c2": [item("develop")], "c3": [item("develop")]}
    assert [c.force for c in assemble(clauses, drafts, {})] == [4, 4, 4]


def test_without_a_marker_above_an_item_weighs_its_own_verb_or_nothing() -> None:
    clauses = [
        clause("c1", "Focus areas:", kind="lead_in"),
        clause("c2", "promote trade", "c1"),
        clause("c3", "build it", "c1"),
    ]
    found = assemble(clauses, {"c2": [item("support", bare=2)], "c3": [item("develop")]}, {})
    assert [(c.clause, c.force) for c in found] == [("c2", 2)]


def test_a_topic_without_a_verb_takes_the_action_of_its_lead_in() -> None:
    clauses = [clause("c1", LEAD, kind="lead_in"), clause("c2", "quantum computing;", "c1")]
    _, topic = assemble(clauses, {"c1": [lead()]}, {})
    assert (topic.force, topic.action, topic.object) == (4, "coordinate", "quantum computing")
    assert topic.spans["action"].clause == "c1"


def test_a_negative_lead_in_turns_its_items() -> None:
    clauses = [clause("c1", "Neither Party shall:", kind="lead_in"), clause("c2", "impose duties", "c1")]
    drafts = {"c1": [replace(lead(6), polarity="negative", negation=(0, 7))], "c2": [item("other")]}
    assert assemble(clauses, drafts, {})[1].polarity == "negative"


def test_precision_counts_what_can_be_checked() -> None:
    text = "The Ministry shall pay USD 5 million to the Fund by 2027."
    mentions = [
        Mention("quantity", "USD 5000000", "USD 5 million", Span("c1", 23, 36), attributes={"type": "money"}),
        Mention("quantity", "2027", "2027", Span("c1", 52, 56), attributes={"type": "date"}),
    ]
    draft = Draft(6, None, "fund", predicate=(19, 22), actor=(0, 12))
    (found,) = assemble([clause("c1", text, kind="paragraph")], {"c1": [draft]}, {"c1": mentions})
    assert found.precision == 4
    assert found.follow_up == 0


def test_follow_up_sees_body_review_and_exit() -> None:
    text = "A joint committee shall review progress and may amend the annex."
    draft = Draft(6, None, "explore", predicate=(24, 30), actor=(0, 17))
    (found,) = assemble([clause("c1", text, kind="paragraph")], {"c1": [draft]}, {})
    assert found.follow_up == 3


def korean(text: str) -> Clause:
    return Clause("c1", text, 0, len(text), "ko")


def test_a_programme_known_by_its_name_makes_a_commitment_more_precise_in_both_languages() -> None:
    draft = Draft(4, None, "coordinate", predicate=(0, 2))
    english = clause("c1", "space exploration, including the Artemis program", kind="paragraph")
    plain = clause("c1", "space exploration, including the new program", kind="paragraph")
    for text, points in ((english, 1), (plain, 0), (korean("아르테미스 계획을 포함한 우주 탐사"), 1)):
        assert assemble([text], {"c1": [draft]}, {})[0].precision == points


def test_settling_differences_and_changing_by_decision_are_follow_up_in_korean_too() -> None:
    draft = Draft(4, None, "consult", predicate=(0, 2))
    for text in (
        "이견을 협의를 통하여 해결하고자 한다.",
        "참여자의 서면에 의한 상호 결정으로 변경될 수 있다.",
    ):
        assert assemble([korean(text)], {"c1": [draft]}, {})[0].follow_up == 1


def test_an_item_in_a_language_without_tables_is_left_unread_and_breaks_nothing() -> None:
    clauses = [
        Clause("c1", "The Parties intend to cooperate on:", 0, 35, "en", "lead_in"),
        Clause("c2", "la recherche quantique.", 36, 59, "fr", "item", parent="c1"),
    ]
    assert [c.clause for c in assemble(clauses, {"c1": [lead()]}, {})] == ["c1"]

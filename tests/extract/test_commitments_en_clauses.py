"""English clauses as trade and science agreements have them: who is bound, to what class of action."""

from collections.abc import Callable

import pytest

from policynlp.languages.drafts import Draft

Read = Callable[[str], list[Draft]]


@pytest.fixture(scope="module")
def read() -> Read:
    from policynlp.extract.attributes import register
    from policynlp.languages import build
    from policynlp.languages.en.commitments import drafts

    register()
    nlp = build("en")
    return lambda text: drafts(nlp(text))


def actions(found: list[Draft]) -> list[str]:
    """Classes of what commits; what only serves it is left out."""
    return [draft.action for draft in found if not draft.purpose]


def actors(text: str, found: list[Draft]) -> list[str]:
    """Who does what commits, as written."""
    return [text[slice(*d.actor)] if d.actor else "" for d in found if not d.purpose]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Each Party shall make publicly available its laws and its agreements.", ["exchange"]),
        ("Each Party shall make available a list of its procedures.", ["exchange"]),
        ("Each Party shall make patents available for inventions.", ["support"]),
        ("A Party may take into account the effect of the measure.", ["explore"]),
        ("The measures shall be brought to the attention of the other Party.", ["exchange"]),
        ("The Parties shall ensure the protection of trade secrets.", ["protect"]),
        ("The Parties shall ensure that notices are short.", ["implement"]),
        ("Either Party may request the establishment of a panel.", ["other"]),
        ("The Parties shall constitute a committee of experts.", ["develop"]),
        ("Its laws shall be consistent with this Agreement.", ["implement"]),
        ("The goods shall be considered to have been made in Korea.", ["other"]),
        ("The Director shall cause the report to be published.", ["exchange"]),
        ("The Parties shall cooperate in the development of standards.", ["coordinate"]),
        ("The Parties shall cooperate by exchanging experts.", ["exchange"]),
        ("Cooperation shall focus on priority areas of statistics.", ["coordinate"]),
        ("Considering that the rights of the Parties are equal;", ["other"]),
        ("Desirous of strengthening their friendly relations,", ["strengthen"]),
        (
            "Cooperation may aim at restructuring ports, improving access to them and training pilots.",
            ["advance", "advance", "support"],
        ),
        (
            "The Parties will take steps to align duties and for these purposes hold regular consultations.",
            ["implement", "consult"],
        ),
        ("Each Party shall provide that its court may amend the order.", ["legislate"]),
        ("The Parties shall re-examine the schedule.", ["explore"]),
        ("The rights of that Party shall cease to apply.", ["other"]),
        ("Article 5, paragraphs 2, 3 and 4 shall be deleted and replaced.", ["other", "other"]),
        ("The Parties underline their commitment to combat fraud and smuggling.", ["support"]),
        ("Upon entry into force of the Treaty the Parties agree to reduce the duties as follows:", ["other"]),
    ],
)
def test_a_verb_is_classed_by_what_it_is_done_with(read: Read, text: str, wanted: list[str]) -> None:
    assert actions(read(text)) == wanted


def test_the_nearest_word_decides_and_not_the_first_row_of_the_table(read: Read) -> None:
    assert actions(read("The Party may take into consideration the force of the decision.")) == ["explore"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("A failure to reply shall terminate the procedure.", [""]),
        ("The Annexes and Appendices shall govern origin.", [""]),
        ("The records shall be kept and validated.", ["", ""]),
        ("The rules will continue to be applied after one year.", [""]),
        ("The Committee will be headed by two Co-Chairs.", ["two Co-Chairs"]),
        ("The Party intending to act shall, before it does so, make a notification.", ["The Party"]),
        (
            "The Parties shall exchange data and, at the request of either Party, shall hold consultations.",
            ["The Parties", "The Parties"],
        ),
    ],
)
def test_who_acts_is_somebody_and_is_carried_on(read: Read, text: str, wanted: list[str]) -> None:
    assert actors(text, read(text)) == wanted


@pytest.mark.parametrize(
    ("text", "polarity", "force"),
    [
        ("In no case shall the duties be increased.", "negative", 6),
        ("Under no circumstances may a Party receive more than 35 % of the funds.", "negative", 6),
        ("This Article shall in no way affect the rights of the Parties.", "denied", 0),
        ("Nothing in this Chapter shall limit the right of a Party to adopt standards.", "denied", 0),
        ("A Party shall not be prevented from adopting measures.", "denied", 0),
        ("The provisions of this Article shall not restrict the pursuit of the policies.", "denied", 0),
        ("The measures shall not restrict trade.", "negative", 6),
    ],
)
def test_no_in_a_circumstance_negates_and_what_bars_nothing_is_denied(
    read: Read, text: str, polarity: str, force: int
) -> None:
    (draft,) = (d for d in read(text) if not d.purpose)
    assert (draft.polarity, draft.force) == (polarity, force)


def test_a_right_that_is_reserved_is_a_permission(read: Read) -> None:
    (draft,) = read("The Government reserves the right to suspend the visits.")
    assert (draft.force, draft.action) == (1, "refrain")


@pytest.mark.parametrize(
    ("text", "force"),
    [
        ("The Side has the right to suspend visits.", 1),
        ("The Side shall have the right to suspend visits.", 6),
    ],
)
def test_a_right_permits_unless_it_is_what_is_to_be_given(read: Read, text: str, force: int) -> None:
    assert [d.force for d in read(text) if not d.purpose] == [force]


def test_the_rest_of_a_condition_is_no_commitment(read: Read) -> None:
    assert (
        read("where the Party finds that the service is unsafe, and the Party denying it adopts measures;")
        == []
    )


def test_the_aim_of_what_is_permitted_is_only_what_it_is_for(read: Read) -> None:
    found = read("The Parties may hold meetings with the aim of improving trade.")
    assert [(d.force, d.action) for d in found if not d.purpose] == [(1, "consult")]


def test_what_those_concerned_may_do_is_part_of_what_is_ensured(read: Read) -> None:
    text = "Each Party shall ensure that any firm that is affected by a decision may obtain its review."
    assert actions(read(text)) == ["implement"]


def test_a_notice_of_an_intention_intends_nothing(read: Read) -> None:
    found = read("The embassy shall be given notification of its intention to conduct the visit.")
    assert [draft.force for draft in found if not draft.purpose] == [6]


def test_a_recital_before_a_lead_in_is_no_recital(read: Read) -> None:
    (draft,) = (
        d for d in read("Having recognised the role of women, the Parties undertake to:") if not d.purpose
    )
    assert (draft.force, draft.governs_list) == (6, True)


@pytest.mark.parametrize(
    ("text", "force", "action"),
    [
        ("We pledge cooperation to improve access to finance.", 5, "coordinate"),
        ("We pledge $10 million to the fund.", 5, "fund"),
        ("We commit] to take steps for cleaner technologies.", 5, "implement"),
        ("We reaffirm the extension of our standstill commitments until 2013.", 5, "other"),
        ("We anticipate reducing our emissions by half.", 4, "other"),
        ("Our priorities include improving the reliability of our systems.", 4, "advance"),
        ("The Foundation has joined charities, with the goal of opening up schools.", 4, "develop"),
        ("An assessment of each risk is conducted by our safety team.", 3, "explore"),
        ("OUR HIGH IMPACT PROGRAM Our programme focuses on growing skills.", 3, "advance"),
    ],
)
def test_pledges_priorities_and_stated_practice_have_their_level(
    read: Read, text: str, force: int, action: str
) -> None:
    assert [(d.force, d.action) for d in read(text) if not d.purpose] == [(force, action)]


@pytest.mark.parametrize(
    "text",
    [
        "Create.",
        "Set up in 2019, the Council was involved in the review.",
        "We reaffirm the Decision of 2004.",
    ],
)
def test_a_slogan_and_a_named_decision_commit_to_nothing(read: Read, text: str) -> None:
    assert all((d.force or 0) == 0 for d in read(text) if not d.purpose)

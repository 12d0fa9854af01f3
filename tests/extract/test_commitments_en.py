"""What the English reader makes of clauses: golden cases a policy analyst can check."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from policynlp.languages.drafts import Chars, Draft

Read = Callable[[str], list[Draft]]
Shown = list[tuple[int | None, str]]


@pytest.fixture(scope="module")
def read() -> Read:
    from policynlp.extract.attributes import register
    from policynlp.languages import build
    from policynlp.languages.en.commitments import drafts

    register()
    nlp = build("en")
    return lambda text: drafts(nlp(text))


def shown(found: list[Draft]) -> Shown:
    """Force and action of what commits; what only serves it is left out."""
    return [(draft.force, draft.action) for draft in found if not draft.purpose]


def words(text: str, place: Chars | None) -> str:
    return "" if place is None else text[place[0] : place[1]]


CASES: dict[str, dict[str, Shown]] = {
    "levels": {
        "The Parties shall establish a fund.": [(6, "develop")],
        "The Parties undertake to intensify scientific cooperation.": [(6, "advance")],
        "The Parties will exchange experts.": [(5, "exchange")],
        "We resolve to strengthen our cooperation.": [(5, "strengthen")],
        "It has committed to net zero by 2040.": [(5, "other")],
        "The Participants intend to explore joint research.": [(4, "explore")],
        "The Participants aim to achieve independence by 2028.": [(4, "implement")],
        "We plan to open two data centres.": [(4, "develop")],
        "The Parties shall endeavour to promote trade.": [(3, "support")],
        "The Participants support open trade.": [(2, "support")],
        "The Parties should consider a common policy.": [(2, "explore")],
        "The Parties may exchange experts.": [(1, "exchange")],
        "We recognise the importance of trade.": [(0, "other")],
    },
    "composition": {
        "The Parties shall consult each other.": [(6, "consult")],
        "The Parties shall be required to work towards setting up a body.": [(3, "develop")],
        "The Parties will make every effort to reduce barriers.": [(3, "other")],
        "We reaffirm our commitment to the ratification of the Convention.": [(5, "implement")],
        "We agree to the goal of reducing the gap by 25 per cent.": [(5, "other")],
        "We are committed to achieving gender equality.": [(5, "implement")],
        "The Parties agree that cooperation shall be deepened.": [(6, "strengthen")],
        "The Joint Committee shall make a decision on amending rules of origin.": [(6, "other")],
    },
    "coordination": {
        "The Participants intend to develop and, where appropriate, promote trusted AI exports.": [
            (4, "develop"),
            (4, "support"),
        ],
        "The Parties shall develop and promote cooperative activities.": [(6, "develop"), (6, "support")],
        "The Parties shall cooperate and exchange information.": [(6, "coordinate"), (6, "exchange")],
        "The Participants launch the Alliance and intend to cooperate under it.": [
            (5, "develop"),
            (4, "coordinate"),
        ],
        "We endorse the Action Plan.": [(4, "advocate")],
        "We mandate the Working Group to monitor progress.": [(5, "advocate")],
        "A Party may request consultations; the other Party shall reply within 30 days.": [
            (1, "consult"),
            (6, "exchange"),
        ],
    },
    "vows": {
        "We are resolute in our commitment to protect nature.": [(5, "protect")],
        "Our target is to cut emissions by 40%.": [(4, "other")],
        "We require all suppliers to publish their emissions.": [(3, "legislate")],
    },
    "asides": {
        "The Parties shall, where appropriate, endeavour to develop further the use of data.": [
            (3, "develop")
        ],
        "The Party shall, in accordance with its laws, regulations and policies, promote trade.": [
            (6, "support")
        ],
    },
    "what generic verbs introduce": {
        "The Parties shall cooperate in promoting cooperation among SMEs.": [(6, "support")],
        "Cooperation shall include exchange of information on prices and the training of staff.": [
            (6, "exchange"),
            (6, "support"),
        ],
        "Cooperation shall take the form of exchange of information.": [(6, "exchange")],
        "The aim of cooperation shall be to support the efforts.": [(4, "support")],
        "The Participants aim to collaborate in disciplines including but not limited to those below.": [
            (4, "coordinate")
        ],
    },
    "subordinate clauses commit nobody": {
        "The Parties shall cooperate on issues that may arise.": [(6, "coordinate")],
        "The Parties shall cooperate as may be agreed.": [(6, "coordinate")],
        "Each Party shall ensure that its authorities will publish the results.": [(6, "implement")],
        "Measures which the Parties shall take are listed in the annex.": [],
    },
    "no commitments": {
        "We achieved our target in 2022.": [],
        '"Customs territory" means the territory of a Party.': [],
    },
    "lists inside a clause": {
        "The Parties shall: (a) encourage trade; (b) improve access; and (c) exchange information.": [
            (6, "support"),
            (6, "advance"),
            (6, "exchange"),
        ],
        "Cooperation may include, but is not limited to: (a) exchange of experts; (b) training of staff.": [
            (1, "exchange"),
            (1, "support"),
        ],
        "[We will:] promote balanced accounts.": [(5, "support")],
    },
    "items wait for their lead-in": {
        "developing AI policy frameworks;": [(None, "develop")],
        "building the AI workforce;": [(None, "develop")],
        "carrying out joint flagship research;": [(None, "implement")],
        "to provide adequate support": [(None, "support")],
        "the licensing of civil nuclear technology;": [(None, "legislate")],
        "removing barriers that burden companies and securing a fair environment; and": [
            (None, "other"),
            (None, "protect"),
        ],
        "research security;": [],
        "supply chains for pharmaceuticals;": [],
    },
    "recitals declare": {
        "Recognizing their mutual interest in science and technology;": [(0, "other")],
        "Mindful of the importance of stability across the Pacific;": [(0, "other")],
        "Building on the Digital Alliance of 2025;": [(0, "other")],
    },
}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(text, want, id=f"{group}: {text[:60]}")
        for group in CASES
        for text, want in CASES[group].items()
    ],
)
def test_force_and_action(read: Read, text: str, expected: Shown) -> None:
    assert shown(read(text)) == expected


@pytest.mark.parametrize(
    ("text", "polarity", "force", "negation"),
    [
        ("The Parties shall not lower their standards.", "negative", 6, "not"),
        ("Neither Party shall impose new duties.", "negative", 6, "Neither"),
        ("The Parties may not disclose the information.", "negative", 6, "not"),
        ("This Memorandum is not legally binding.", "denied", 0, "not"),
        ("This Memorandum does not commit the funds of either Participant.", "denied", 0, "not"),
        (
            "Nothing in this Memorandum shall be construed to create legal obligations.",
            "denied",
            0,
            "Nothing",
        ),
    ],
)
def test_polarity_with_the_word_that_turns_it(
    read: Read, text: str, polarity: str, force: int, negation: str
) -> None:
    (draft,) = read(text)
    assert (draft.polarity, draft.force, words(text, draft.negation)) == (polarity, force, negation)


def test_every_part_points_at_the_words_read(read: Read) -> None:
    text = "A Joint Committee shall be established by the Contracting Parties."
    (draft,) = read(text)
    assert words(text, draft.marker) == "shall"
    assert words(text, draft.predicate) == "established"
    assert words(text, draft.actor) == "the Contracting Parties"
    assert words(text, draft.object) == "A Joint Committee"


def test_the_attenuator_is_told_from_the_marker(read: Read) -> None:
    text = "The Parties will endeavour to promote trade."
    (draft,) = read(text)
    assert (words(text, draft.marker), words(text, draft.attenuator)) == ("will", "endeavour to")


def test_a_lead_in_governs_the_list_that_follows(read: Read) -> None:
    for text in ("The Participants intend to collaborate closely on:", "The Participants shall:"):
        (draft,) = read(text)
        assert draft.governs_list
        assert words(text, draft.actor) == "The Participants"


def test_continuing_and_reported_commitments_say_so(read: Read) -> None:
    assert read("We will continue to strengthen ties.")[0].aspect == "continuing"
    assert read("We are working to reduce emissions.")[0].aspect == "continuing"
    assert read("The company said it would cut emissions by 2030.")[0].reported


def test_what_an_action_is_for_is_kept_apart(read: Read) -> None:
    found = read("The Parties will establish a contact point to facilitate communication.")
    assert [(draft.action, draft.purpose) for draft in found] == [("develop", False), ("support", True)]
    assert found[1].confidence < found[0].confidence


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The Parties shall promote co-operation.", "The Parties shall promote cooperation."),
        ("The Parties shall organise the programme.", "The Parties shall organize the program."),
        ("The Parties shall endeavour to agree.", "The Parties shall endeavor to agree."),
    ],
)
def test_spelling_changes_nothing(read: Read, one: str, other: str) -> None:
    assert [(d.force, d.action, d.phase) for d in read(one)] == [
        (d.force, d.action, d.phase) for d in read(other)
    ]


def test_developing_and_advancing_differ_in_phase_alone(read: Read) -> None:
    one, other = (
        read(f"The Participants intend to collaborate on {verb} AI policy.")
        for verb in ("developing", "advancing")
    )
    assert [d.force for d in one] == [d.force for d in other] == [4]
    assert [one[0].phase, other[0].phase] == ["initiate", "advance"]


def test_each_word_of_the_tables_has_one_class_and_known_sources() -> None:
    from policynlp.languages import table

    groups, force = table("en", "action")["group"], table("en", "force")
    for kind in ("verbs", "nouns"):
        words_of_kind = [word for group in groups for word in group[kind]]
        assert len(words_of_kind) == len(set(words_of_kind))
    entries = [e for kind in ("modals", "verbs", "adjectives", "nouns") for e in force[kind].values()]
    entries += [e["contested"] for e in entries if "contested" in e]
    assert {source for entry in entries for source in entry["sources"]} <= set(force["sources"])


BITS = [
    "shall",
    "will",
    "intend to",
    "The Parties",
    "promote",
    "and",
    ",",
    ":",
    ";",
    "(a)",
    "[",
    "]",
    "…",
    "trade",
    "of",
]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(bits=st.lists(st.sampled_from(BITS), max_size=14))
def test_spans_lie_within_any_text(read: Read, bits: list[str]) -> None:
    text = " ".join(bits)
    for draft in read(text):
        parts = (draft.marker, draft.attenuator, draft.negation, draft.predicate, draft.actor, draft.object)
        assert all(0 <= start < end <= len(text) for part in parts if part for start, end in [part])
        assert draft.force is None or 0 <= draft.force <= 6

"""What the English reader makes of treaty clauses: golden cases, one group a cause."""

from collections.abc import Callable

import pytest

from policynlp import segment
from policynlp.extract import extract
from policynlp.languages.drafts import Draft
from policynlp.records import Block, Clause, Document, Source

Read = Callable[[str], list[Draft]]


@pytest.fixture(scope="module")
def read() -> Read:
    from policynlp.extract.attributes import register
    from policynlp.languages import build
    from policynlp.languages.en.commitments import drafts

    register()
    nlp = build("en")
    return lambda text: [draft for draft in drafts(nlp(text)) if not draft.purpose]


@pytest.mark.parametrize(
    ("text", "actions"),
    [
        ("This Agreement shall enter into force on signature.", ["implement"]),
        ("This Agreement shall become effective upon exchange of notices.", ["implement"]),
        ("This Agreement shall remain in force for five years.", ["maintain"]),
        ("The Parties shall enter into consultations.", ["consult"]),
        ("Either Party may request consultations.", ["consult"]),
        ("The Joint Committee may seek the advice of experts.", ["consult"]),
        ("Consultations shall take place within 30 days.", ["consult"]),
        ("The Joint Committee may take decisions and make recommendations.", ["other", "advocate"]),
        ("Each Party shall provide the other Party with information on prices.", ["exchange"]),
        ("The Parties shall provide support to enterprises.", ["support"]),
        ("Each Party shall keep the other informed.", ["exchange"]),
        ("Annex I shall form an integral part of this Agreement.", ["other"]),
        ("This Treaty shall be registered with the United Nations.", ["other"]),
        ("Each Party shall accord national treatment to investors.", ["implement"]),
        ("Customs duties shall be eliminated.", ["other"]),
        ("The Parties shall adopt common positions.", ["coordinate"]),
        ("The Parties shall negotiate an agreement on customs.", ["develop"]),
        ("Either Party may terminate this Agreement.", ["other"]),
    ],
)
def test_treaty_verbs_are_classed_by_the_words_beside_them(read: Read, text: str, actions: list[str]) -> None:
    assert [draft.action for draft in read(text)] == actions


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("Where a Party considers that a duty exists, it shall inform the other Party.", ["a Party"]),
        (
            "The Joint Committee may amend the Annexes. It may set a date for their application.",
            ["The Joint Committee", "The Joint Committee"],
        ),
        (
            "The report shall be presented by the panel. Any delay shall not exceed 30 days.",
            ["the panel", ""],
        ),
        ("The basic duty shall be the duty in force on that day.", [""]),
        ("The statistical services of the two countries shall collect data.", ["The statistical services"]),
        ("Each of the Parties may leave this Agreement.", ["Each of the Parties"]),
        ("Each of these measures shall be proportionate.", [""]),
    ],
)
def test_who_acts_is_a_person_or_body_and_no_thing(read: Read, text: str, actors: list[str]) -> None:
    found = ["" if d.actor is None else text[slice(*d.actor)] for d in read(text)]
    assert [name[: len(want)] for name, want in zip(found, actors, strict=True)] == actors
    assert [bool(name) for name in found] == [bool(want) for want in actors]


@pytest.mark.parametrize(
    ("text", "action", "actor"),
    [
        ("Nothing in this Chapter shall prevent any Party from adopting measures.", "implement", "any Party"),
        ("Nothing in this Agreement shall require a Party to furnish information.", "exchange", "a Party"),
        ("Article 5 shall not apply to government procurement.", "implement", ""),
        ("The treatment granted does not apply to tax advantages.", "implement", ""),
        ("The provisions of this Agreement shall not preclude prohibitions on imports.", "legislate", ""),
        ("No Party shall be required to disclose confidential information.", "exchange", "No Party"),
    ],
)
def test_carve_outs_are_denied(read: Read, text: str, action: str, actor: str) -> None:
    (draft,) = read(text)
    assert (draft.polarity, draft.force, draft.action) == ("denied", 0, action)
    assert ("" if draft.actor is None else text[slice(*draft.actor)]) == actor


@pytest.mark.parametrize(
    "text", ["The Parties shall not apply new duties.", "The Parties shall not require licences."]
)
def test_what_somebody_must_not_do_is_a_duty_and_no_carve_out(read: Read, text: str) -> None:
    (draft,) = read(text)
    assert (draft.polarity, draft.force) == ("negative", 6)


def test_may_not_forbids_and_nor_shall_stays_a_duty(read: Read) -> None:
    found = read("This Agreement may not be signed with reservations nor shall reservations be admitted.")
    assert [(draft.force, draft.polarity) for draft in found] == [(6, "negative"), (6, "negative")]


def test_a_condition_in_inverted_order_commits_nobody(read: Read) -> None:
    found = read("Should either Party consider that a duty exists, the other Party shall consult it.")
    assert [(draft.force, draft.action) for draft in found] == [(6, "consult")]


def test_what_shall_be_an_aim_is_an_intention(read: Read) -> None:
    assert [draft.force for draft in read("The aim of cooperation shall be to:")] == [4]
    assert [draft.force for draft in read("The purpose of this Memorandum is to promote trade.")] == [0]


def test_a_recital_of_a_wish_names_what_is_wished(read: Read) -> None:
    (draft,) = read("Wishing to contribute to the process of integration,")
    assert (draft.force, draft.action) == (0, "support")


def document(*texts: str) -> tuple[Document, list[Clause]]:
    whole = "\n".join(texts)
    blocks, start = [], 0
    for text in texts:
        blocks.append(Block(start, start + len(text), "paragraph"))
        start += len(text) + 1
    made = Document(
        "x", "Agreement", "en", whole, Source("x.txt", "text", "0" * 64, len(whole)), tuple(blocks)
    )
    return made, list(segment.segment(made))


PRESENT = "The Parties grant each other concessions."
EFFECT = "This Agreement enters into force on signature."
ARTICLES = [f"Article {n}: the Parties to this Agreement shall exchange lists." for n in range(1, 7)]


def test_a_plain_present_binds_in_an_instrument_that_speaks_in_shall() -> None:
    made, clauses = document(PRESENT, EFFECT, *ARTICLES)
    forces = {c.clause: c.force for c in extract(made, clauses).commitments}
    assert [forces[clause.id] for clause in clauses[:2]] == [6, 6]


def test_elsewhere_a_plain_present_tells_what_is_done() -> None:
    made, clauses = document(PRESENT, EFFECT)
    assert [c.force for c in extract(made, clauses).commitments] == [3]


@pytest.mark.parametrize(
    "text",
    [
        "RESOLVED to eliminate progressively the obstacles to their trade,",
        "DECLARING their readiness to examine the possibility of deepening their relations,",
        "Mindful that fostering innovation will encourage further trade;",
        "WHEREAS the Parties shall not encourage investment by lowering their standards;",
    ],
)
def test_recitals_declare_whatever_verb_they_hold(read: Read, text: str) -> None:
    assert [draft.force for draft in read(text)] == [0]


def test_a_sentence_that_opens_like_a_recital_and_goes_on_commits(read: Read) -> None:
    for text in (
        "Recognising this need, we will strengthen our ties",
        "“Building on this, we will support it.”",
    ):
        assert [draft.force for draft in read(text)] == [5]


def test_the_closing_formula_of_a_preamble_commits_to_nothing(read: Read) -> None:
    found = read("Have decided, in pursuit of the above, to conclude this Agreement:")
    assert [draft.force for draft in found if draft.force is not None] == []


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        (
            "The Parties shall, if necessary, exchange information and, at the request of either Party, "
            "hold consultations.",
            [(6, "exchange"), (6, "consult")],
        ),
        (
            "The Committee shall examine this possibility and, where appropriate, make recommendations.",
            [(6, "explore"), (6, "advocate")],
        ),
        (
            "The Parties undertake to review this Agreement in the light of developments, and to examine "
            "in this context the possibility of deepening their cooperation.",
            [(6, "explore"), (6, "explore")],
        ),
        (
            "For purposes of determining whether a good qualifies, a Party may, through its office, conduct "
            "a verification.",
            [(1, "implement")],
        ),
    ],
)
def test_asides_do_not_hide_a_verb(read: Read, text: str, readings: list[tuple[int, str]]) -> None:
    assert [(draft.force, draft.action) for draft in read(text)] == readings


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        ("Duties may not exceed 25 % and shall maintain a preference.", [(6, "negative"), (6, "positive")]),
        ("The Parties may decide that the work shall be supervised by a body.", [(1, "positive")]),
        ("The Council shall decide whether this progress has been sufficient.", [(6, "positive")]),
        ("If a Party considers that a practice:", []),
        ("Priority shall be given to such measures.", [(6, "positive")]),
        ("The Parties consider open markets as an objective of this Agreement.", [(0, "positive")]),
        ("Dumping duties shall not be subject to Chapter X.", [(0, "denied")]),
        ("A Cooperation Council is hereby established.", [(5, "positive")]),
    ],
)
def test_force_reaches_only_the_verb_that_it_governs(
    read: Read, text: str, readings: list[tuple[int, str]]
) -> None:
    assert [(draft.force, draft.polarity) for draft in read(text)] == readings


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("A Party applying such a measure shall promptly notify the Committee.", "A Party"),
        (
            "A Contracting Party, which considers such measures, shall notify the other.",
            "A Contracting Party",
        ),
        ("Annex I shall be amended.", ""),
    ],
)
def test_who_acts_is_found_before_what_is_said_of_it(read: Read, text: str, actor: str) -> None:
    (draft,) = read(text)
    assert ("" if draft.actor is None else text[slice(*draft.actor)]) == actor


@pytest.mark.parametrize(
    ("text", "force", "action"),
    [
        (
            "If a Party considers that a practice is unfair and causes harm, it may take measures.",
            1,
            "implement",
        ),
        ("Every request for a transfer shall, beside the data, include substantial information.", 6, "other"),
        ("We recognise that a lack of roads slows growth, and will increase our engagement.", 5, "advance"),
        ("The customs administration of the importing Party may conduct a verification.", 1, "implement"),
        ("We are committed to renew our efforts to combat unemployment.", 5, "strengthen"),
        ("Each Party shall make its best endeavours to implement the standards.", 3, "implement"),
        ("We request our Ministers to prepare a report.", 5, "advocate"),
        ("The Parties shall strive to facilitate:", 3, "support"),
        ("The Parties shall commit EUR 5 million to support research.", 6, "fund"),
        ("Each Party shall make available to the public the names of its authorities.", 6, "exchange"),
        ("The Parties agree that free transit is a major condition for trade.", 0, "other"),
        ("The aim of cooperation shall be to:", 4, "coordinate"),
        ("The eﬀorts continue; the Parties shall oﬀer ﬁnancial aid.", 6, "support"),
    ],
)
def test_main_clauses_are_read_wherever_the_parser_hangs_them(
    read: Read, text: str, force: int, action: str
) -> None:
    last = read(text)[-1]
    assert (last.force, last.action) == (force, action)


@pytest.mark.parametrize(
    "text",
    ["INSTITUTIONAL PROVISIONS", "Activities that are not limited to trade and which a court may hear."],
)
def test_headings_and_open_lists_say_nothing(read: Read, text: str) -> None:
    assert read(text) == []


def made(words: str, above: str) -> tuple[int, str, str]:
    """Force, action and actor of an item under a lead-in."""
    text = f"{above}\n{words}"
    source = Source("case", "text", "", len(text))
    lead = Clause("c1", above, 0, len(above), "en", kind="lead_in")
    item = Clause("c2", words, len(above) + 1, len(text), "en", parent="c1", kind="item")
    found = extract(Document(id="case", title="case", language="en", text=text, source=source), [lead, item])
    (only,) = [one for one in found.commitments if one.clause == "c2" and not one.purpose]
    return only.force, only.action, only.actor


def test_a_lead_in_may_only_name_who_acts() -> None:
    assert made("may establish such committees as it needs;", "The Assembly:") == (
        1,
        "develop",
        "The Assembly",
    )


def test_items_that_are_conditions_act_on_nothing() -> None:
    above = "The importing Party may deny preferential treatment if:"
    assert made("the exporting Party provides no answer;", above) == (1, "other", "The importing Party")

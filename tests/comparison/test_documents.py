"""Documents as wholes: what one lacks, what both share, who concludes them, and the order of what is
reported."""

import pytest

from policynlp.comparison import compare
from policynlp.comparison.documents import readable
from policynlp.errors import UsageError
from policynlp.records import Clause, Commitment, Difference, Link, Span
from tests.comparison.making import document, found, mention

MOU = [
    'The Republic of Korea and the United States (hereinafter "the Participants"),',
    "developing pro-innovation AI policy frameworks;",
    "championing pro-innovation AI policy frameworks;",
    "promoting AI exports across the full technology stack;",
    "exploring deals across Asia and beyond;",
    "This Memorandum is not legally binding.",
    "Signed at Gyeongju on 29 October 2025.",
]
MOC = [
    'The United States and Japan (hereinafter "the Participants"),',
    "advancing pro-innovation AI policy frameworks;",
    "exporting AI across the full technology stack;",
    "deepening cooperation on high-performance computing;",
    "This Memorandum is not legally binding.",
    "Signed at Tokyo on 28 October 2025.",
]
LINKS = [
    Link((0,), (0,), 1.0),
    Link((2,), (1,), 0.9),
    Link((3,), (2,), 0.8),
    Link((5,), (4,), 1.0),
    Link((6,), (5,), 0.9),
]
NEAREST = [{1: [(1, 0.8), (2, 0.4)], 4: [(2, 0.5), (3, 0.3)]}, {3: [(4, 0.3), (3, 0.2)]}]


def items(texts: list[str]) -> list[Clause]:
    clauses, at = [], 0
    for number, text in enumerate(texts, 1):
        kind = "item" if text.endswith(";") else "paragraph"
        clauses.append(Clause(f"c{number}", text, at, at + len(text), "en", kind))
        at += len(text) + 1
    return clauses


def memoranda():
    mou = document(
        MOU,
        id="mou",
        title="Memorandum of Understanding on Technology",
        clauses=items(MOU),
        mentions=[
            mention("place", "country.kr", "c1", MOU[0], "Republic of Korea"),
            mention("place", "country.us", "c1", MOU[0], "United States"),
            mention("area", "ai-policy", "c2", MOU[1], "AI policy frameworks"),
            mention("area", "ai-policy", "c3", MOU[2], "AI policy frameworks"),
            mention("area", "ai-exports", "c4", MOU[3], "AI exports"),
            mention("place", "asia-and-beyond", "c5", MOU[4], "Asia and beyond"),
            mention("status", "nonbinding:no-legal-obligations", "c6", MOU[5], "not legally binding"),
            mention("quantity", "2025-10-29", "c7", MOU[6], "29 October 2025", type="date"),
        ],
    )
    moc = document(
        MOC,
        id="moc",
        title="Memorandum of Cooperation on Technology",
        clauses=items(MOC),
        mentions=[
            mention("place", "country.us", "c1", MOC[0], "United States"),
            mention("place", "country.jp", "c1", MOC[0], "Japan"),
            mention("area", "ai-policy", "c2", MOC[1], "AI policy frameworks"),
            mention("area", "ai-exports", "c3", MOC[2], "AI"),
            mention("area", "compute", "c4", MOC[3], "high-performance computing"),
            mention("status", "nonbinding:no-legal-obligations", "c5", MOC[4], "not legally binding"),
            mention("quantity", "2025-10-28", "c6", MOC[5], "28 October 2025", type="date"),
        ],
    )
    return mou, moc


@pytest.fixture(scope="module")
def comparison():
    return compare(memoranda(), LINKS, nearest=NEAREST, generator={"version": "0"})


def by_message(differences: tuple[Difference, ...], words: str) -> Difference:
    return next(d for d in differences if words in d.summary["en"])


def test_a_subject_said_twice_against_once_is_one_difference_of_action(comparison) -> None:
    (action,) = [d for d in found(comparison, "action") if "c2" in d.clauses[1]]
    assert action.clauses == (("c2", "c3"), ("c2",))
    assert [(s.clause, s.start, s.end) for s in action.spans[0]] == [("c2", 0, 10), ("c3", 0, 11)]
    assert action.summary["en"] == (
        "The two are at different stages: the MOU says “developing” (initiate) and “championing” (promote), "
        "the MOC says “advancing” (advance)."
    )
    assert action.summary["ko"] == (
        "양해각서는 ‘developing’ (착수), ‘championing’ (촉진)을, 협력각서는 ‘advancing’ (심화)을 말하여 "
        "행위의 단계가 다르다."
    )


def test_the_clause_that_says_it_again_is_not_missing_on_the_other_side(comparison) -> None:
    again = next(d for d in comparison.differences if d.kind == "only_in" and d.clauses[0] == ("c2",))
    assert not again.material


def test_what_one_document_lacks_shows_the_nearest_passages_looked_at(comparison) -> None:
    missing = {d.clauses: d for d in found(comparison, "only_in")}
    assert set(missing) == {(("c5",), ()), ((), ("c4",))}
    first = missing[("c5",), ()]
    assert first.link is None
    assert first.direction == "first"
    assert [(p.clause, p.score) for p in first.searched] == [("c3", 0.5), ("c4", 0.3)]
    assert first.summary["en"] == "Only the MOU says “exploring deals across Asia and beyond”."
    assert first.summary["ko"] == "‘exploring deals across Asia and beyond’는 양해각서에만 있다."


def test_the_names_in_the_sentences_are_given_once_for_all_who_show_them(comparison) -> None:
    assert comparison.names == ({"en": "the MOU", "ko": "양해각서"}, {"en": "the MOC", "ko": "협력각서"})


def test_title_kind_dates_and_parties_differ_as_wholes(comparison) -> None:
    kinds = by_message(comparison.documents_differ, "differ in kind")
    assert kinds.values == ("memorandum-of-understanding", "memorandum-of-cooperation")
    dates = by_message(comparison.documents_differ, "a day apart")
    assert dates.values == ("2025-10-29", "2025-10-28")
    assert dates.clauses == (("c7",), ("c6",))
    assert (
        dates.summary["ko"]
        == "양해각서는 2025년 10월 29일, 협력각서는 2025년 10월 28일에 서명되어 하루 차이가 난다."
    )
    parties = by_message(comparison.documents_differ, "parties differ")
    assert parties.values == ("country.kr, country.us", "country.jp, country.us")


def test_what_differs_in_naming_and_signing_is_not_material_in_the_clauses(comparison) -> None:
    formal = [d for d in comparison.differences if d.clauses in ((("c1",), ("c1",)), (("c7",), ("c6",)))]
    assert formal
    assert not any(d.material for d in formal)


def test_what_both_declare_and_provide_is_common(comparison) -> None:
    assert comparison.common[0].summary["en"] == "Neither text is legally binding."
    assert comparison.common[0].clauses == (("c6",), ("c5",))
    exports = by_message(comparison.common, "exports")
    assert exports.kind == "provision"
    words = [MOU[3][s.start : s.end] for s in exports.spans[0]]
    assert "across the full technology stack" in words


def test_ranks_are_ids_and_never_rise(comparison) -> None:
    numbers = range(1, len(comparison.differences) + 1)
    assert [d.id for d in comparison.differences] == [f"d{n}" for n in numbers]
    material = [d.weight for d in comparison.differences if d.material]
    assert material == sorted(material, reverse=True)
    assert all(d.material for d in comparison.differences[: len(material)])


def test_the_same_input_gives_the_same_comparison() -> None:
    runs = [compare(memoranda(), order, nearest=NEAREST) for order in (LINKS, LINKS[::-1])]
    assert runs[0] == runs[1]


def test_a_document_against_itself_has_no_difference() -> None:
    mou = memoranda()[0]
    links = [Link((i,), (i,), 1.0) for i in range(len(MOU))]
    comparison = compare((mou, mou), links)
    assert comparison.differences == ()
    assert comparison.documents_differ == ()


def test_three_documents_are_refused_with_what_to_do() -> None:
    mou = memoranda()[0]
    with pytest.raises(UsageError, match="two documents, not 3; compare them pair by pair"):
        compare((mou, mou, mou), [])


def test_an_unmatched_lead_in_whose_items_are_matched_is_not_material() -> None:
    clauses = [
        Clause("c1", "The Participants intend to:", 0, 27, "en", "lead_in"),
        Clause("c2", "exchange experts.", 28, 45, "en", "item", parent="c1"),
    ]
    a = document([], clauses=clauses)
    b = document(["exchange experts."])
    comparison = compare((a, b), [Link((1,), (0,), 1.0)])
    assert [(d.kind, d.material) for d in comparison.differences] == [("only_in", False)]


def test_a_clause_that_commits_to_nothing_weighs_less_than_one_that_does() -> None:
    texts = ["The Parties recall their friendship.", "The Parties shall exchange experts."]
    marker = Span("c2", 12, 17)
    commitment = Commitment("c2", 6, "exchange", spans={"marker": marker}, confidence=0.95)
    comparison = compare((document(texts, commitments=[commitment]), document(["Nothing of the kind."])), [])
    first = {d.clauses[0]: d.weight for d in comparison.differences if d.clauses[0]}
    assert first["c2",] > first["c1",]


@pytest.mark.parametrize(
    ("korean", "english", "kinds"),
    [
        (6, 6, set()),
        (6, 1, {"force"}),
    ],
)
def test_across_languages_force_is_compared_as_read(korean: int, english: int, kinds: set[str]) -> None:
    ko, en = "당사자는 전문가를 교환한다.", "The Parties shall exchange experts."
    a = document(
        [ko],
        "ko",
        commitments=[
            Commitment("c1", korean, "exchange", spans={"action": Span("c1", 10, 12)}, confidence=0.95)
        ],
    )
    b = document(
        [en],
        "en",
        commitments=[
            Commitment("c1", english, "exchange", spans={"marker": Span("c1", 12, 17)}, confidence=0.95)
        ],
    )
    comparison = compare((a, b), [Link((0,), (0,), 0.99)])
    assert {d.kind for d in comparison.differences if d.material} == kinds


def test_across_languages_the_same_body_and_figure_are_no_difference() -> None:
    ko = "한국연구재단을 통하여 30일 이내에 교환한다."
    en = "Exchange within 60 days through the National Science Foundation."
    a = document(
        [ko],
        "ko",
        mentions=[
            mention("institution", "kr.nrf", "c1", ko, "한국연구재단", role="funding-agency"),
            mention("quantity", "P30D", "c1", ko, "30일", type="duration"),
        ],
    )
    b = document(
        [en],
        "en",
        mentions=[
            mention("quantity", "P60D", "c1", en, "60 days", type="duration"),
            mention("institution", "us.nsf", "c1", en, "National Science Foundation", role="funding-agency"),
        ],
    )
    same = document(
        [en],
        "en",
        mentions=[
            mention("quantity", "P30D", "c1", en, "60 days", type="duration"),
            mention("institution", "kr.nrf", "c1", en, "National Science Foundation", role="funding-agency"),
        ],
    )
    differ = compare((a, b), [Link((0,), (0,), 0.99)])
    assert {d.kind for d in differ.differences if d.material} == {"institution", "quantity"}
    assert "같은 역할을 한국어본에서는" in found(differ, "institution")[0].summary["ko"]
    assert compare((a, same), [Link((0,), (0,), 0.99)]).differences == ()


def test_absence_is_stated_only_where_the_other_language_has_words_for_it() -> None:
    en = "The Parties shall meet. Signed at Seoul."
    marks = [
        mention("status", "treaty:shall", "c1", en, "shall"),
        mention("status", "nonbinding:signed-at", "c1", en, "Signed at"),
    ]
    english = document([en], "en", mentions=marks)
    korean = document(["당사자는 회합한다."], "ko")
    stated = [d.values[0] for d in compare((english, korean), []).documents_differ]
    assert stated == ["Signed at"]


@pytest.mark.parametrize(("verb", "told"), [("shall", []), ("will", ["Neither text is legally binding."])])
def test_a_treaty_one_of_whose_clauses_binds_nobody_is_not_called_unbinding(
    verb: str, told: list[str]
) -> None:
    text = f"Advice is not binding. The Parties {verb} meet. It shall enter into force."
    marks = [mention("status", "nonbinding:no-legal-obligations", "c1", text, "not binding")]
    marks += [mention("status", "treaty:enter-into-force", "c1", text, "enter into force")]
    marks += [mention("status", "treaty:shall", "c1", text, "shall")] if verb == "shall" else []
    pair = (document([text], id="a", mentions=marks), document([text], id="b", mentions=marks))
    summaries = [d.summary["en"] for d in compare(pair, [Link((0,), (0,), 1.0)]).common]
    assert [each for each in summaries if "binding" in each] == told


def test_both_languages_read_the_same_status_words_but_for_shall() -> None:
    assert readable("en") - readable("ko") == {"treaty:shall"}
    assert readable("ko") <= readable("en")
    assert readable("fr") == frozenset()


def test_neither_signing_nor_a_word_of_status_makes_a_document_cover_an_area() -> None:
    texts = ["경제안보 담당 장관이 서명하였다.", "이 문서는 재원도 구속하지 아니한다."]
    one = document(
        texts,
        "ko",
        mentions=[
            mention("area", "security-defence", "c1", texts[0], "안보"),
            mention("area", "investment", "c2", texts[1], "재원"),
            mention("status", "funding:none", "c2", texts[1], "재원도 구속하지 아니한다"),
        ],
    )
    other = document(["data"], mentions=[mention("area", "data", "c1", "data", "data")])
    summaries = [d.summary["en"] for d in compare((one, other), []).documents_differ]
    assert not [s for s in summaries if "defence" in s or "funding" in s]


def test_a_document_of_no_known_kind_is_named_by_its_title_beside_one_of_a_kind() -> None:
    first = document(
        ["The Parties shall meet."], id="a", title="Agreement on Trade", metadata={"parties": "country.pe"}
    )
    second = document(
        ["Rules shall apply."], id="b", title="Rules of Origin", metadata={"parties": "country.kr"}
    )
    names = compare((first, second), [], nearest=[{}, {}]).names
    assert [name["en"] for name in names] == ["Agreement on Trade", "Rules of Origin"]

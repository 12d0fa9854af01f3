"""The check of an analyst's findings: what counts as reporting one, on hand-made comparisons."""

from policynlp.evaluate import Gold, check
from policynlp.evaluate.findings import Verdict
from policynlp.evaluate.gold import Finding, GoldClause
from policynlp.records import Comparison

from .records import analysis, comparison, difference, words

MOU = analysis(
    "mou.en", "developing AI frameworks", "championing AI frameworks", "deals across Asia and beyond"
)
MOC = analysis("moc.en", "advancing AI frameworks")
MOU_KO = analysis("mou.ko", "정책 프레임워크의 개발", "정책 프레임워크의 옹호", "아시아에서의 수출 거래")


def labels(*starts: str) -> tuple[GoldClause, ...]:
    return tuple(GoldClause(key=str(n), starts=start) for n, start in enumerate(starts, start=1))


def gold(*findings: Finding) -> Gold:
    clauses = {
        "mou.en": labels("developing", "championing", "deals"),
        "mou.ko": labels("정책 프레임워크의 개발", "정책 프레임워크의 옹호", "아시아"),
        "moc.en": labels("advancing"),
    }
    return Gold(clauses=clauses, links=(), findings=findings)


VERBS = Finding(
    id=7,
    title={"en": "Verbs differ.", "ko": "동사가 다르다."},
    where=("differences",),
    kinds=("action",),
    keys={"mou": ("1", "2"), "moc": ("1",)},
    words={
        "en": {"mou": ("developing", "championing"), "moc": ("advancing",)},
        "ko": {"mou": ("개발", "옹호"), "moc": ("심화",)},
    },
)
ASIA = Finding(
    id=3,
    title={"en": "Asia.", "ko": "아시아."},
    where=("differences",),
    kinds=("only_in", "region"),
    keys={"mou": ("3",), "moc": ()},
    words={"en": {"mou": ("Asia",), "moc": ()}, "ko": {"mou": ("아시아",), "moc": ()}},
)
DATES = Finding(
    id=12,
    title={"en": "Dates differ.", "ko": "날짜가 다르다."},
    where=("documents_differ",),
    kinds=(),
    keys={"mou": (), "moc": ()},
    words={
        "en": {"mou": ("2025-10-29|29 October 2025",), "moc": ("2025-10-28",)},
        "ko": {"mou": ("2025-10-29",), "moc": ("2025-10-28",)},
    },
)
DEVELOPING = difference(
    "d1",
    "action",
    (("c1",), ("c1",)),
    ((words(MOU.clauses[0], "developing"),), (words(MOC.clauses[0], "advancing"),)),
)
CHAMPIONING = difference(
    "d2",
    "action",
    (("c2",), ("c1",)),
    ((words(MOU.clauses[1], "championing"),), (words(MOC.clauses[0], "advancing"),)),
)
ONLY = difference("d3", "only_in", (("c3",), ()))


def verdict(of: Comparison, finding: Finding) -> Verdict:
    return check(of, gold(finding))[0]


def test_two_entries_may_report_a_finding_together_and_the_first_gives_the_rank() -> None:
    found = verdict(comparison(MOU, MOC, ONLY, DEVELOPING, CHAMPIONING), VERBS)
    assert found == Verdict(id=7, found=True, rank=2, entries=("d1", "d2"), missing=())


def test_half_of_the_words_is_not_the_finding() -> None:
    found = verdict(comparison(MOU, MOC, DEVELOPING), VERBS)
    assert (found.found, found.rank, found.missing) == (False, 1, ("championing",))


def test_an_entry_of_another_kind_or_on_another_clause_does_not_report_it() -> None:
    wording = difference("d1", "wording", DEVELOPING.clauses, DEVELOPING.spans)
    elsewhere = difference("d2", "action", (("c3",), ("c1",)), DEVELOPING.spans)
    found = verdict(comparison(MOU, MOC, wording, elsewhere), VERBS)
    assert (found.found, found.rank, found.entries) == (False, 0, ())


def test_evidence_that_shows_other_words_of_the_clause_does_not_report_it() -> None:
    frameworks = (words(MOU.clauses[0], "frameworks"),), (words(MOC.clauses[0], "frameworks"),)
    found = verdict(comparison(MOU, MOC, difference("d1", "action", DEVELOPING.clauses, frameworks)), VERBS)
    assert not found.found


def test_a_clause_without_spans_is_its_own_evidence() -> None:
    assert verdict(comparison(MOU, MOC, ONLY), ASIA).found


def test_the_sides_are_known_by_family_whatever_their_order_and_language() -> None:
    swapped = difference("d1", "only_in", ((), ("c3",)))
    assert verdict(comparison(MOC, MOU, swapped), ASIA).found
    assert verdict(comparison(MOU_KO, MOC, ONLY), ASIA).found


def test_documents_as_wholes_are_known_by_their_values() -> None:
    whole = difference("w1", "quantity", ((), ()), values=("29 October 2025", "2025-10-28"))
    assert verdict(comparison(MOU, MOC, whole=(whole,)), DATES).found
    assert not verdict(comparison(MOU, MOC, whole), DATES).found

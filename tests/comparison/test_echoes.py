"""A subject that one text names twice, in one language and across: one difference of action, and what is said
besides stays."""

from policynlp.comparison import compare
from policynlp.records import Clause, Commitment, Comparison, Link, Mention, Span
from tests.comparison.making import document, found, words

KO = ["인공지능 정책 프레임워크의 개발", "인공지능 정책 프레임워크의 옹호와 인공지능 도입의 지원"]
TWO = {
    "ko": (["인공지능 정책 프레임워크의 심화"], "심화", "인공지능 정책 프레임워크"),
    "en": (["advancing AI policy frameworks"], "advancing", "AI policy frameworks"),
}


def commitment(clause: str, text: str, action: str, phase: str, verb: str, target: str) -> Commitment:
    spans = {
        name: Span(clause, text.index(said), text.index(said) + len(said))
        for name, said in (("action", verb), ("object", target))
    }
    return Commitment(clause, 4, action, phase, spans=spans, confidence=0.9, inherited_from="c0")


def area(clause: str, text: str, said: str) -> Mention:
    at = text.index(said)
    return Mention("area", "ai-policy", said, Span(clause, at, at + len(said)))


def compared(language: str) -> Comparison:
    subject = "인공지능 정책 프레임워크"
    clauses = [Clause("c1", KO[0], 0, 17, "ko", "item"), Clause("c2", KO[1], 18, 49, "ko", "item")]
    mou = document(
        KO,
        "ko",
        clauses=clauses,
        commitments=[
            commitment("c1", KO[0], "develop", "initiate", "개발", subject),
            commitment("c2", KO[1], "advocate", "promote", "옹호", subject),
            commitment("c2", KO[1], "support", "promote", "지원", "인공지능 도입"),
        ],
        mentions=[area("c1", KO[0], subject), area("c2", KO[1], subject)],
    )
    texts, verb, target = TWO[language]
    moc = document(
        texts,
        language,
        id="b",
        commitments=[commitment("c1", texts[0], "advance", "advance", verb, target)],
        mentions=[area("c1", texts[0], target)],
    )
    return compare((mou, moc), [Link((0,), (0,), 0.9)], nearest=[{1: [(0, 0.8)]}, {}])


def test_two_verbs_against_one_are_one_difference_in_one_language_and_across() -> None:
    for language, (_, verb, _) in TWO.items():
        comparison = compared(language)
        (action,) = found(comparison, "action")
        assert sorted(words(comparison, action)[0].split(" | ")) == ["개발", "옹호"]
        assert words(comparison, action)[1] == verb


def test_what_is_committed_to_besides_is_missing_on_the_other_side() -> None:
    for language in TWO:
        comparison = compared(language)
        (missing,) = found(comparison, "only_in")
        assert missing.values == ("인공지능 도입의 지원", "")
        assert words(comparison, missing)[0] == "인공지능 도입의 지원"


def test_words_said_more_often_on_one_side_are_no_provision_that_the_other_lacks() -> None:
    for said, told in (("The Parties shall meet.", "more often"), ("당사자는 매년 회합한다.", "더 여러 번")):
        language = "en" if said.isascii() else "ko"
        sides = document([said, said], language, id="a"), document([said], language, id="b")
        comparison = compare(sides, [Link((0,), (0,), 1.0)], nearest=[{1: [(0, 1.0)]}, {}])
        (again,) = [d for d in comparison.differences if d.kind == "only_in"]
        assert not again.material
        assert told in again.summary[language]

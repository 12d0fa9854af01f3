"""A small agreement in both languages, read by hand: clauses, commitments, mentions, a pair in brackets."""

import hashlib
from collections.abc import Sequence

from policynlp.records import (
    Analysis,
    Clause,
    Commitment,
    Counterparts,
    Document,
    GlossaryPair,
    Mention,
    MentionKind,
    Source,
    Span,
)

KOREAN = (
    ('대한민국과 일본국(이하 "참여자"라 한다)은', "", ""),
    ("참여자는 가용 재원의 범위에서 다음을 하고자 한다:", "협력", "1."),
    ("180일 안에 한국연구재단과 양자 기술의 개발", "협력", "가."),
    ("일본국 정부는 이화학연구소(RIKEN)의 양자 기술을 활용하여야 한다.", "협력", "2."),
    ("이화학연구소는 매년 보고한다.", "운영", "3."),
)
ENGLISH = (
    ('The Republic of Korea and Japan (hereinafter referred to as "the Participants"),', "", ""),
    ("Within available resources, the Participants intend to do the following:", "Cooperation", "1."),
    (
        "developing quantum technologies with the National Research Foundation of Korea within 180 days",
        "Cooperation",
        "(a)",
    ),
    ("The Japanese Government shall use quantum technology of RIKEN.", "Cooperation", "2."),
    ("RIKEN reports every year.", "Operation", "3."),
)
NAMED_KO: tuple[tuple[str, MentionKind, str, str], ...] = (
    ("c1", "place", "country.kr", "대한민국"),
    ("c1", "place", "country.jp", "일본국"),
    ("c2", "condition", "available-resources", "가용 재원의 범위에서"),
    ("c3", "quantity", "P180D", "180일 안에"),
    ("c3", "institution", "kr.nrf", "한국연구재단"),
    ("c3", "area", "quantum", "양자 기술"),
    ("c4", "place", "country.jp", "일본국"),
    ("c4", "area", "quantum", "양자 기술"),
)
NAMED_EN: tuple[tuple[str, MentionKind, str, str], ...] = (
    ("c1", "place", "country.kr", "Republic of Korea"),
    ("c1", "place", "country.jp", "Japan"),
    ("c2", "condition", "available-resources", "Within available resources"),
    ("c3", "area", "quantum", "quantum technologies"),
    ("c3", "institution", "kr.nrf", "National Research Foundation of Korea"),
    ("c3", "quantity", "P180D", "within 180 days"),
    ("c4", "place", "country.jp", "Japanese"),
    ("c4", "area", "quantum", "quantum technology"),
)


def clauses(lines: Sequence[tuple[str, str, str]], language: str) -> tuple[Clause, ...]:
    """Clauses c1, c2, … that stand one a line; c3 hangs under c2."""
    found: list[Clause] = []
    start = 0
    for number, (text, heading, label) in enumerate(lines, start=1):
        path = tuple(filter(None, (heading, "1." if number == 3 else "", label)))
        found.append(
            Clause(
                id=f"c{number}",
                text=text,
                start=start,
                end=start + len(text),
                language=language,
                kind={2: "lead_in", 3: "item"}.get(number, "paragraph"),  # type: ignore[arg-type]
                label=label,
                path=path,
                heading=heading,
                parent="c2" if number == 3 else None,
                anchor=f"c{number}",
            )
        )
        start += len(text) + 1
    return tuple(found)


def at(known: Sequence[Clause], id: str, words: str) -> Span:
    """Where words stand in a clause; the example is wrong if they do not."""
    start = next(one.text for one in known if one.id == id).index(words)
    return Span(id, start, start + len(words))


def committed(
    known: Sequence[Clause], words: tuple[str, str, str, str], language: str
) -> tuple[Commitment, Commitment]:
    """An intention in c3, led in by c2, and a duty not to in c4."""
    intended = Commitment(
        "c3",
        4,
        "develop",
        "initiate",
        actor="참여자" if language == "ko" else "the Participants",
        object="양자 기술" if language == "ko" else "quantum technologies",
        spans={"marker": at(known, "c2", words[0]), "action": at(known, "c3", words[1])},
        inherited_from="c2",
        confidence=0.76,
    )
    spans = {"marker": at(known, "c4", words[2]), "action": at(known, "c4", words[3])}
    return intended, Commitment("c4", 6, "implement", "implement", polarity="negative", spans=spans)


def built(
    id: str,
    lines: Sequence[tuple[str, str, str]],
    named: Sequence[tuple[str, MentionKind, str, str]],
    words: tuple[str, str, str, str],
    glossary: tuple[tuple[str, str, str], ...] = (),
) -> Analysis:
    """An analysis; ``words``: marker in c2, action in c3, marker and action in c4."""
    language = id[-2:]
    known = clauses(lines, language)
    text = "\n".join(line for line, _, _ in lines)
    content = text.encode()
    source = Source(f"{id}.txt", "text", hashlib.sha256(content).hexdigest(), len(content), "utf-8")
    return Analysis(
        Document(id, f"Rivers {language}", language, text, source),
        clauses=known,
        commitments=committed(known, words, language),
        mentions=tuple(
            Mention(kind, value, said, at(known, clause, said)) for clause, kind, value, said in named
        ),
        glossary=tuple(
            GlossaryPair(term, "ko", gloss, "en", (at(known, clause, term), at(known, clause, gloss)))
            for clause, term, gloss in glossary
        ),
    )


def korean() -> Analysis:
    """The Korean version, ``river.ko``."""
    words = ("고자 한다", "개발", "하여야 한다", "활용")
    return built("river.ko", KOREAN, NAMED_KO, words, (("c4", "이화학연구소", "RIKEN"),))


def english() -> Analysis:
    """The English version, ``river.en``."""
    return built("river.en", ENGLISH, NAMED_EN, ("intend to", "developing", "shall", "use"))


def counterparts() -> Counterparts:
    """Clause for clause."""
    pairs = tuple(((f"c{number}",), (f"c{number}",)) for number in range(1, 6))
    return Counterparts(("river.ko", "river.en"), pairs, ((), ()), "table")

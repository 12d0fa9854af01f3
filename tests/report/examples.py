"""Comparisons made by hand: two memoranda in English, one in Korean beside one in English, and odd ones.

The clauses and findings of the memoranda stand in ``memoranda.toml``, where a policy analyst can read them.
"""

import hashlib
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from policynlp.records import (
    Analysis,
    Clause,
    ClauseLink,
    Commitment,
    Comparison,
    Difference,
    Document,
    GlossaryPair,
    Mention,
    Passage,
    Source,
    Span,
)

Table = Mapping[str, Any]

CASES: Table = tomllib.loads(Path(__file__).with_name("memoranda.toml").read_text("utf8"))
GENERATOR = {"version": "0.1.0", "encoder": "use", "options": {"moved": True, "window": 3}}

MOU_TITLE = (
    "Memorandum of Understanding on the Technology Prosperity Deal between Korea and the United States"
)
MOC_TITLE = "Memorandum of Cooperation on the Technology Prosperity Deal between the United States and Japan"
MOU_TITLE_KO = "대한민국과 미합중국 간의 기술번영 협정에 관한 양해각서"

RESTATED = {
    "restatement": "true",
    "note.en": "Written by this project from public reports; not the official text. Official text: the two "
    "governments, Technology Prosperity Deal, October 2025.",
    "note.ko": "공개 보도를 바탕으로 이 프로젝트가 다시 쓴 글이며 공식 문안이 아닙니다. "
    "공식 문안: 양국 정부, 기술번영 협정, 2025년 10월.",
}
MOU_FACTS = RESTATED | {
    "instrument": "memorandum of understanding",
    "date": "2025-10-29",
    "place": "Gyeongju",
    "parties": "country.kr, country.us",
    "binding": "not legally binding",
}
MOC_FACTS = RESTATED | {
    "instrument": "memorandum of cooperation",
    "date": "2025-10-28",
    "place": "Tokyo",
    "parties": "country.us, country.jp",
    "binding": "not legally binding",
}
MOU_FACTS_KO = MOU_FACTS | {"instrument": "양해각서", "place": "경주", "binding": "법적 구속력 없음"}


def words_at(clause: Clause, words: str) -> Span:
    """The span of some words in a clause; the example is wrong if they are not there."""
    start = clause.text.index(words)
    return Span(clause.id, start, start + len(words))


def analysis(
    id: str, title: str, lines: Sequence[Table], metadata: Mapping[str, str], language: str
) -> Analysis:
    """An analysis from tables as in ``memoranda.toml``; clauses are numbered c1, c2, … in order."""
    text = "\n".join(line["text"] for line in lines)
    clauses: list[Clause] = []
    start = 0
    for number, line in enumerate(lines, start=1):
        clauses.append(_clause(f"c{number}", line, start, language))
        start = clauses[-1].end + 1
    content = text.encode("utf8", "surrogatepass")
    source = Source(f"{id}.md", "markdown", hashlib.sha256(content).hexdigest(), len(content), "utf-8")
    both = list(zip(lines, clauses, strict=True))
    return Analysis(
        document=Document(id, title, language, text, source, metadata=metadata),
        clauses=tuple(clauses),
        commitments=tuple(_commitment(line, clause, clauses) for line, clause in both if "commit" in line),
        mentions=tuple(
            Mention(kind, value, said, words_at(clause, said))
            for line, clause in both
            for kind, value, said in line.get("names", ())
        ),
    )


def _clause(id: str, line: Table, start: int, language: str) -> Clause:
    path = tuple(line["path"].split("/"))
    kind = "lead_in" if line.get("lead_in") else "item" if line.get("parent") else "paragraph"
    return Clause(
        id=id,
        text=line["text"],
        start=start,
        end=start + len(line["text"]),
        language=language,
        kind=kind,  # type: ignore[arg-type]
        label=path[-1],
        path=path,
        heading=path[0],
        parent=line.get("parent"),
        anchor="-".join(part.split()[0].strip(".()").lower() for part in path),
    )


def _commitment(line: Table, clause: Clause, clauses: Sequence[Clause]) -> Commitment:
    force, action, phase, marker, verb = line["commit"]
    lead = next((each for each in clauses if each.id == clause.parent), clause)
    home = clause if marker in clause.text else lead
    return Commitment(
        clause=clause.id,
        force=force,
        action=action,
        phase=phase,
        polarity=line.get("polarity", "positive"),
        actor="The Participants" if clause.language == "en" else "참여자",
        object=clause.text.removeprefix(verb).strip(" ;."),
        spans={
            "marker": words_at(home, marker),
            "action": words_at(clause if verb in clause.text else lead, verb),
        },
        inherited_from=None if home is clause else lead.id,
        lead_in=clause.kind == "lead_in",
    )


def link(number: int, table: Table) -> ClauseLink:
    """A link from a table."""
    clauses = tuple(tuple(side.split()) for side in table["clauses"])
    return ClauseLink(
        f"l{number}", clauses, table["similarity"], table["relation"], table.get("moved", False)
    )


def difference(id: str, table: Table, documents: Sequence[Analysis]) -> Difference:
    """A difference from a table: the words of each clause on each side (empty: the clause without a span)."""
    sides = [table.get("first", {}), table.get("second", {})]
    spans = [
        tuple(words_at(document.clause(clause), words) for clause, words in side.items() if words)
        for side, document in zip(sides, documents, strict=True)
    ]
    said = [" · ".join(words for words in side.values() if words) for side in sides]
    return Difference(
        id=id,
        kind=table["kind"],
        link=table.get("link"),
        clauses=tuple(tuple(side) for side in sides),
        spans=tuple(spans),
        values=tuple(table.get("values", said)),
        summary={"en": table["en"], "ko": table["ko"]},
        material=table.get("material", True),
        weight=table.get("weight", 0.5),
        direction=table.get("direction"),
        searched=tuple(Passage(clause, score) for clause, score in table.get("searched", ())),
    )


def comparison(case: Table, documents: tuple[Analysis, ...]) -> Comparison:
    """A comparison from tables; ids start with d for differences, x for documents, s for what is shared."""
    parts = {
        part: tuple(
            difference(f"{letter}{number}", table, documents)
            for number, table in enumerate(case.get(part, ()), start=1)
        )
        for part, letter in (("differences", "d"), ("documents_differ", "x"), ("common", "s"))
    }
    links = tuple(link(number, table) for number, table in enumerate(case["links"], start=1))
    return Comparison(documents=documents, links=links, generator=GENERATOR, **parts)


def mou() -> Analysis:
    """The Korean-US memorandum in English."""
    return analysis("mou.en", MOU_TITLE, CASES["mou_en"], MOU_FACTS, "en")


def moc() -> Analysis:
    """The US-Japan memorandum in English."""
    return analysis("moc.en", MOC_TITLE, CASES["moc_en"], MOC_FACTS, "en")


def memoranda() -> Comparison:
    """The Korean-US memorandum against the US-Japan one, both in English."""
    return comparison(CASES["memoranda"], (mou(), moc()))


def across() -> Comparison:
    """The Korean-US memorandum in Korean against the US-Japan one in English."""
    korean = analysis("mou.ko", MOU_TITLE_KO, CASES["mou_ko"], MOU_FACTS_KO, "ko")
    clause = korean.clauses[6]
    spans = words_at(clause, "미국 국립과학재단"), words_at(clause, "National Science Foundation")
    pair = GlossaryPair("미국 국립과학재단", "ko", "National Science Foundation", "en", spans)
    return comparison(CASES["across"], (replace(korean, glossary=(pair,)), moc()))


HOSTILE = (
    "<script>document.title = 'owned'</script></script><img src=x onerror=\"document.title='owned'\">",
    '=HYPERLINK("http://example.invalid","pay") \u202egnidnib\u202c \u0007\u0000 \'"&lt;]]>-->',
    "</style><style>*{display:none}</style>{{ 7*7 }} {% raw %} ${alert(1)} \ud800 \u200bzero",
)


def hostile() -> Comparison:
    """Texts, titles, ids and notes that try to be markup, formulas or direction marks."""
    lines = [{"path": f'<b>{number}</b>/"x"', "text": text} for number, text in enumerate(HOSTILE)]
    facts = {"note": HOSTILE[0], "place": HOSTILE[1], "parties": HOSTILE[2], HOSTILE[0]: HOSTILE[2]}
    first = analysis('a"><script>1</script>', HOSTILE[0], lines, facts, "en")
    second = analysis("=cmd|' /C calc'!A0", HOSTILE[1], lines[:1], facts, "en")
    case = {
        "links": [{"clauses": ["c1", "c1"], "similarity": 1.0, "relation": "same"}],
        "differences": [
            {"kind": "wording", "first": {"c1": "<script>"}, "second": {"c1": "</script>"}, "link": "l1",
             "en": HOSTILE[0], "ko": HOSTILE[1], "values": HOSTILE[:2]},
            {"kind": "only_in", "first": {"c2": "=HYPERLINK"}, "en": HOSTILE[1], "ko": HOSTILE[2],
             "searched": [("c1", 0.5)]},
            {"kind": HOSTILE[0], "first": {"c3": "</style>"}, "en": "=1+1", "ko": "@SUM(A1)",
             "values": ("+1", "-1")},
        ],
    }  # fmt: skip
    return replace(
        comparison(case, (first, second)), generator={"version": HOSTILE[0], HOSTILE[1]: HOSTILE[2]}
    )


LENGTHY = "가나다 & <b>abc</b> 🙂 " * 2_000
"""A clause of 40,000 characters, more than a spreadsheet's cell holds."""
TRICKS = (
    "+cmd|' /C calc'!A0", "@SUM(1+1)*cmd", "-2+3", "\t=1+1", "=1+1\tb", "1. no list", "# no heading",
    "- no item", "| no | cell |", "[no](http://example.invalid)", "![no](x)", "`no`", "***no***", "&lt;b&gt;",
    "http://example.invalid", "\u202eright\u202c", "\x0b\x1b[31m \ufffe", "_x0041_", "$no$ :no:",
    "    no code", "===", "</w:t></w:r>", "<?xml ?>", LENGTHY,
)  # fmt: skip
"""Clauses that a format other than HTML might take for more than text."""


def tricky() -> Comparison:
    """A clause for each trick, linked with itself and told as a difference."""
    lines = [{"path": f"{number}", "text": text} for number, text in enumerate(TRICKS, start=1)]
    sides = (analysis(id, TRICKS[0], lines, {"note": TRICKS[1]}, "en") for id in ("trick-a.en", "trick-b.en"))
    case = {
        "links": [
            {"clauses": [f"c{n}", f"c{n}"], "similarity": 1.0, "relation": "same"}
            for n in range(1, len(TRICKS) + 1)
        ],
        "differences": [
            {"kind": "wording", "first": {f"c{n}": ""}, "second": {f"c{n}": ""}, "link": f"l{n}",
             "en": text[:100], "ko": text[:100]}
            for n, text in enumerate(TRICKS, start=1)
        ],
    }  # fmt: skip
    return comparison(case, tuple(sides))


def family() -> Comparison:
    """Three documents, links that join two or three of them."""
    pair = memoranda()
    title = "Technology Prosperity Deal between the United Kingdom and the United States"
    third = analysis("tpd-uk.en", title, CASES["moc_en"][:6], {"date": "2025-09-18"}, "en")
    shared = {"l1": ("c2",), "l2": ("c3",)}
    return replace(
        pair,
        documents=(*pair.documents, third),
        links=tuple(replace(each, clauses=(*each.clauses, shared.get(each.id, ()))) for each in pair.links),
        differences=tuple(
            replace(each, clauses=(*each.clauses, ()), spans=(*each.spans, ()), values=(*each.values, ""))
            for each in pair.differences
        ),
        documents_differ=(),
        common=(),
    )


def itself() -> Comparison:
    """A text against itself: every clause the same, no difference."""
    links = tuple(
        ClauseLink(f"l{number}", ((clause.id,), (clause.id,)), 1.0, "same")
        for number, clause in enumerate(mou().clauses, start=1)
    )
    return Comparison((mou(), mou()), links, (), generator=GENERATOR)


def extreme() -> Comparison:
    """A clause of 40,000 characters and a list of 500 items against one short clause."""
    long = "The Parties shall cooperate on quantum technology. " * 800
    lines = [{"path": "1. Scope", "text": long}, {"path": "2. List", "text": "as follows:", "lead_in": True}]
    items = [
        {"path": f"2. List/({number})", "text": f"item {number};", "parent": "c2"} for number in range(500)
    ]
    first = analysis("extreme.en", "Extreme", [*lines, *items], {}, "en")
    second = analysis("short.en", "Short", lines[:1], {}, "en")
    case = {
        "links": [{"clauses": ["c1", "c1"], "similarity": 1.0, "relation": "same"}],
        "differences": [
            {"kind": "only_in", "first": {f"c{number}": "" for number in range(2, 503)},
             "en": "Only Extreme lists.", "ko": "Extreme에만 있다.", "searched": [("c1", 0.1)]},
        ],
    }  # fmt: skip
    return comparison(case, (first, second))


def large(clauses: int) -> Comparison:
    """Two long documents made of the memoranda's clauses over and over; four in five linked."""
    first = analysis("long-a.en", MOU_TITLE, _repeated(CASES["mou_en"], clauses), MOU_FACTS, "en")
    second = analysis("long-b.en", MOC_TITLE, _repeated(CASES["moc_en"], clauses), MOC_FACTS, "en")
    numbers = [number for number in range(1, clauses + 1) if number % 5]
    case = {
        "links": [
            {"clauses": [f"c{number}", f"c{number}"], "similarity": 0.8, "relation": "changed"}
            for number in numbers
        ],
        "differences": [
            {"kind": "wording", "first": {f"c{number}": ""}, "second": {f"c{number}": ""},
             "link": f"l{place}", "en": f"Clause {number} is worded differently.",
             "ko": f"조항 {number}의 문구가 다르다.",
             "material": number % 3 > 0}
            for place, number in enumerate(numbers, start=1)
        ],
    }  # fmt: skip
    return comparison(case, (first, second))


def _repeated(lines: Sequence[Table], count: int) -> list[Table]:
    """``count`` clauses with numbers in their texts, twenty a part, each with its own force and action."""
    chosen = (lines[index % len(lines)] for index in range(count))
    return [
        {
            "path": f"{index // 20}. Part/{index}",
            "text": f"The Participants intend to act: {line['text']} ({index})",
            "commit": [4, "coordinate", "", "intend to", "act"],
            "names": line.get("names", ()),
        }
        for index, line in enumerate(chosen)
    ]

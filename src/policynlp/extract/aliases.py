"""Short names that a document gives to bodies: 한국수출입은행(이하 "은행"이라 한다)."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from policynlp.extract.attributes import mention, overlaps
from policynlp.extract.bodies import known
from policynlp.extract.forms import named, unknown
from policynlp.records import Clause, Mention

DEFINED = re.compile(
    r"\s?\(\s?이하,?\s?[\"“”‘'「『《<]?(?P<name>[가-힣A-Za-z][가-힣A-Za-z·\s]{0,18}?)[\"“”’'」』》>]?\s?"
    r"(?:이라고?|라고?|으로|로)\s?(?:한다|함|칭한다|칭함|약칭|부른다|지칭)"
)
"""Where a short name is given: right behind the name that it stands for."""
REACH = 60
"""Characters in front of it in which the name is looked for; the longest of the table has 50."""
BEHIND = (
    r"(?=[\s,.·ㆍ()\"”’;:]|$|은|는|이|가|을|를|과|와|의|에|로|으로|및|간|도|측|"
    r"에게|에서|부터|까지|으로부터|또는)"
)
"""What may follow a name: a particle or the end of the word."""
GENERAL = frozenset({"당사자", "당사국", "양측", "정부", "사업", "협정", "약정", "참여자", "체약국", "본부"})
"""Short names that say what role a side has rather than which body it is."""
ACTING = re.compile(
    r"(?<![A-Za-z0-9/.-])(?P<name>(?!USA|EEC)[A-Z]{3,8})[은는이가]\s(?:[가-힣]+\s){0,3}[가-힣]{0,6}(?:지정|요청|요구|승인|동의|"
    r"합의|통보|통고|제공|임명|파견|부담|지급|결정|만족|인정|설명|수행)(?:하|한|할|해)"
)
"""An abbreviation that designates, requests or approves something: what acts so is a body."""
ACTS = 2
"""Times that it has to act in one document."""
INSTRUMENT = re.compile(r"(?:이|본|동) (?:협정|협약|약정|계약|의정서|각서)")
"""How an instrument speaks of itself; in other texts products act, too."""
GIVEN = 0.9
"""Confidence of a short name: the text itself says what it stands for, though a word may be used at large."""


def short_names(text: str) -> dict[str, Mention]:
    """Short names that a text gives to bodies, with a mention of the body."""
    found: dict[str, Mention] = {}
    for match in DEFINED.finditer(text):
        name = match["name"].strip()
        body = _in_front(text[max(0, match.start() - REACH) : match.start()])
        if body is not None and name not in GENERAL and len(name) > 1:
            found.setdefault(name, body)
    return found


def acting(text: str) -> frozenset[str]:
    """Abbreviations that act as bodies do in an instrument, though nothing says what they stand for."""
    if not INSTRUMENT.search(text):
        return frozenset()
    times = Counter(match["name"] for match in ACTING.finditer(text))
    return frozenset(name for name, count in times.items() if count >= ACTS)


def _in_front(words: str) -> Mention | None:
    """The body that some words end in."""
    clause = Clause("", words, 0, len(words), "ko")
    return next((m for m in named(clause, "ko", known(clause)) if m.span.end == len(words)), None)


def with_short_names(
    text: str, clauses: Sequence[Clause], mentions: Mapping[str, tuple[Mention, ...]]
) -> dict[str, tuple[Mention, ...]]:
    """The mentions, and one for every place of a short name outside of them; it has the value of its body."""
    names: dict[str, Mention | None] = {**dict.fromkeys(acting(text)), **short_names(text)}
    result = dict(mentions)
    if not names:
        return result
    words = "|".join(sorted(map(re.escape, names), key=lambda name: (-len(name), name)))
    pattern = re.compile(rf"(?<![가-힣A-Za-z\"“‘「『'])(?P<name>{words}){BEHIND}")
    for clause in (one for one in clauses if one.id in mentions):
        taken = [(m.span.start, m.span.end) for m in mentions[clause.id] if m.kind == "institution"]
        free = (m for m in pattern.finditer(clause.text) if not overlaps(*m.span(), taken))
        result[clause.id] = (*mentions[clause.id], *(_called(clause, m, names[m["name"]]) for m in free))
    return result


def _called(clause: Clause, match: re.Match[str], body: Mention | None) -> Mention:
    """A mention of a body by its short name; of a body of which nothing else is known, if there is none."""
    if body is None:
        return unknown(clause, match.span())
    confidence = min(GIVEN, body.confidence)
    return mention(
        clause, "institution", body.value, match.span(), confidence=confidence, attributes=body.attributes
    )

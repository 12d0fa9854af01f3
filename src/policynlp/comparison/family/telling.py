"""What a difference of several documents says, in a sentence of each language."""

from collections.abc import Collection, Mapping, Sequence

from policynlp.comparison.family.naming import LISTED, listed
from policynlp.comparison.family.points import Part, Point
from policynlp.comparison.findings import both
from policynlp.comparison.kinds.action import CLASSES, PHASES, called
from policynlp.comparison.phrasing import filled, quote, quote_clause, render
from policynlp.records import Bilingual

FORCES: Mapping[str, Bilingual] = {
    "6": both("an obligation", "의무"),
    "5": both("a firm commitment", "확약"),
    "4": both("an intention", "의향"),
    "3": both("an effort", "노력"),
    "2": both("encouragement", "장려"),
    "1": both("a permission", "허용"),
    "0": both("a declaration", "선언"),
}
"""What a text states at each force."""

HEADS: Mapping[str, Bilingual] = {
    "polarity": both("What some say others deny", "한쪽은 긍정하고 다른 쪽은 부정한다"),
    "force": both("Firmest first", "강한 쪽부터"),
    "phase": both("The phase of action differs", "행위의 단계가 다르다"),
    "action": both("The action differs", "행위가 다르다"),
    "institution": both("Other bodies", "기관이 다르다"),
    "region": both("Other regions", "대상 지역이 다르다"),
    "quantity": both("Other figures", "수치가 다르다"),
    "condition": both("Other conditions", "조건이 다르다"),
    "actor": both("Other actors", "행위자가 다르다"),
    "area": both("Other areas", "분야가 다르다"),
    "term": both("Other terms", "용어가 다르다"),
    "scope": both("The scope differs", "범위가 다르다"),
}
"""How a difference opens in which each document says something else."""

LONE: Mapping[str, Bilingual] = {
    "institution": both("A body named", "기관"),
    "region": both("A region named", "지역"),
    "quantity": both("A figure set", "수치"),
    "condition": both("A condition made", "조건"),
    "scope": both("Words added", "말"),
}
"""What some documents have and others lack."""

PART = both("{x} in {docs}", "{docs}은(는) {x}")
NOTHING = both("nothing in {docs}", "{docs}은(는) 없음")
WHOLE: Mapping[str, Bilingual] = {
    "lone": both("{what} in {docs} only: {x}.", "{docs}에만 있는 {what}: {x}."),
    "lone_not": both("{what} in {docs}, not in {rest}: {x}.", "{docs}에 있고 {rest}에 없는 {what}: {x}."),
    "alone": both("Only {docs} says {x}.", "{x}은(는) {docs}에만 있다."),
    "again": both(
        "{docs} alone says {x} in a provision of its own; others name it within another.",
        "{x}은(는) {docs}에만 따로 있고 다른 문서는 다른 조항 안에서 말한다.",
    ),
    "silent": both("{docs} say {x}; {rest} does not.", "{x}은(는) {docs}에 있고 {rest}에는 없다."),
    "silent_many": both("{docs} say {x}; {rest} do not.", "{x}은(는) {docs}에 있고 {rest}에는 없다."),
    "only": both("Only {docs} say {x}.", "{x}은(는) {docs}에만 있다."),
    "but": both("All but {rest} say {x}.", "{x}은(는) {rest}을(를) 뺀 {n}건에 있다."),
    "all": both("All {n} cover {p}: {x}.", "{n}건 모두 {p}을(를) 다룬다: {x}."),
    "all_say": both("All {n} say {x}.", "{x}은(는) {n}건 모두에 있다."),
}


def told(point: Point, called_: Sequence[Bilingual]) -> Bilingual:
    """The sentence of a difference."""
    one = len(point.classes) == 1 and point.kind.code in LONE
    return _lone(point, called_) if one else _several(point, called_)


def _lone(point: Point, called_: Sequence[Bilingual]) -> Bilingual:
    """A thing that some documents have and others lack."""
    have = point.classes[0]
    only = len(have) + len(point.without) == len(called_)
    return tell(
        "lone" if only else "lone_not",
        {
            "what": LONE[point.kind.code],
            "docs": listed(have, called_),
            "rest": listed(point.without, called_),
            "x": label(point, have, phased=False),
        },
    )


def _several(point: Point, called_: Sequence[Bilingual]) -> Bilingual:
    """Documents that say one thing, documents that say another, and those that say nothing of it."""
    phased = point.kind.code == "action" and _phases(point)
    head = HEADS["phase" if phased else point.kind.code]
    parts = [
        fill(PART, {"x": label(point, own, phased=phased), "docs": listed(own, called_)})
        for own in (_firmest_first(point) if point.leads else point.classes)
    ]
    if point.without:
        parts.append(fill(NOTHING, {"docs": listed(point.without, called_)}))
    return {
        "en": f"{head['en']}: {'; '.join(part['en'] for part in parts)}.",
        "ko": f"{head['ko']}: {', '.join(part['ko'] for part in parts)}.",
    }


def _firmest_first(point: Point) -> list[tuple[int, ...]]:
    """The readings of a difference of force, by force."""
    return sorted(point.classes, key=lambda own: point.said[own[0]].key, reverse=True)


def _phases(point: Point) -> bool:
    """Whether every reading of an action shows its phase, and the phases differ."""
    phases = [part.key.partition("/")[2] for said in point.said.values() for part in said.parts]
    return all(phases) and len(set(phases)) > 1


def label(point: Point, own: Sequence[int], *, phased: bool) -> Bilingual:
    """What documents that say the same say, with what it amounts to: the words of the first of them."""
    parts = [_label(point.kind.code, part, phased=phased) for part in point.said[own[0]].parts]
    joined = (" and ".join(part["en"] for part in parts), ", ".join(part["ko"] for part in parts))
    return both(*joined)


def _label(kind: str, part: Part, *, phased: bool) -> Bilingual:
    quoted = both(part.label, part.label) if isinstance(part.label, str) else part.label
    if kind == "force":
        amount = FORCES[part.key]
    elif kind == "polarity" and part.key:
        amount = both("yes", "긍정") if part.key == "yes" else both("no", "부정")
    elif kind == "action":
        action, _, phase = part.key.partition("/")
        name = PHASES.get(phase) if phased else CLASSES.get(action)
        return quote(part.words) if name and part.words.lower() in name.values() else called(part.words, name)
    else:
        return quoted
    return {code: f"{amount[code]} ({quoted[code]})" for code in quoted}


def silent(
    text: Bilingual,
    have: Collection[int],
    rest: Collection[int],
    called_: Sequence[Bilingual],
    *,
    again: bool = False,
) -> Bilingual:
    """That some documents have a clause and others lack it."""
    name = "silent" if len(rest) == 1 else "silent_many"
    if len(have) + len(rest) == len(called_) and max(len(have), len(rest)) > LISTED:
        name = "but" if len(have) > len(rest) else "only"
    if len(have) == 1:
        name = "again" if again else "alone"
    fields = {"docs": listed(have, called_), "rest": listed(rest, called_), "x": _quoted(text)}
    return tell(name, {**fields, "n": str(len(have))})


def _quoted(text: Bilingual) -> Bilingual:
    """A clause as each language quotes it, from the text for that language."""
    return {code: quote_clause(text[code])[code] for code in text}


def shared(text: Bilingual, areas: Bilingual, count: int) -> Bilingual:
    """That all documents have a provision."""
    return tell("all" if areas["en"] else "all_say", {"n": str(count), "p": areas, "x": _quoted(text)})


def tell(name: str, fields: Mapping[str, str | Bilingual]) -> Bilingual:
    """A whole sentence."""
    return {code: render(template, code, fields) for code, template in WHOLE[name].items()}


def fill(template: Bilingual, fields: Mapping[str, str | Bilingual]) -> Bilingual:
    """A part of a sentence."""
    return {code: filled(template[code], code, fields) for code in template}

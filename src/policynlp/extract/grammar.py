"""The quantity grammar: rules of a language's table become patterns, and what they match becomes values."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from policynlp.extract.anchors import Lookup, required
from policynlp.extract.attributes import overlaps
from policynlp.extract.numbers import parse, plain
from policynlp.extract.patterns import lowered
from policynlp.languages import table

DIGIT = re.compile(r"\d")
FULL = re.compile(r"\d{4}-\d\d-\d\d$")
"""A day with its year."""
NEAR = 5
"""Characters between two days of one span, at most: " 및 "."""
DANGUN = 2333
"""Years that the Korean calendar of old documents (단기) counts before the first of ours."""

ALTERNATIONS = ("numeral", "scale", "unit", "month", "currency", "counted")
"""Tables whose keys a rule may name as ``{numeral}``."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A quantity that was read."""

    type: str
    """duration, date, deadline, money, percent or count."""
    value: str
    """Normalised, as in the records of the package."""
    start: int
    """First character, words that bound it included."""
    end: int
    """One past the last character."""
    attributes: Mapping[str, str]
    """``comparator``, ``edge``, ``unit``, ``currency`` where read."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One line of the grammar."""

    type: str
    pattern: re.Pattern[str]
    keep: str
    """Group whose characters count; empty for all."""
    unit: str
    """Unit where the rule itself fixes it."""
    figures: bool
    """True where every match holds a digit."""


class Grammar:
    """Reads quantities in one language."""

    def __init__(self, code: str) -> None:
        self._tables = table(code, "quantities")
        names = {name: _alternation(self._tables.get(name, {}), code) for name in ALTERNATIONS}
        for name, macro in self._tables["macros"].items():
            names[name] = _expand(macro, names)
        self._rules = [_rule(row, names) for row in self._tables["rule"]]
        self._lookup = Lookup(required(rule.pattern.pattern) or () for rule in self._rules)
        self._bounds = Bounds(self._tables)
        carry = self._tables["edge"].get("carry")
        self._carry = re.compile(carry) if carry else None

    def read(self, text: str) -> list[Quantity]:
        """The quantities of a text in order; characters taken by an earlier rule are not read again."""
        low = lowered(text)
        taken: list[tuple[int, int]] = []
        found: list[Quantity] = []
        figures = DIGIT.search(low) is not None
        rules = (self._rules[number] for number in self._lookup.candidates(low))
        for rule in (rule for rule in rules if figures or not rule.figures):
            for match in rule.pattern.finditer(low):
                if overlaps(*match.span(), taken) or match.start() == match.end():
                    continue
                if rule.type == "none":
                    taken.append(match.span())
                    continue
                quantity = self._quantity(rule, match, low)
                if quantity is not None:
                    taken.append((quantity.start, quantity.end))
                    found.append(quantity)
        return _once(self._carried(sorted(found, key=lambda q: q.start), low), low)

    def _carried(self, found: list[Quantity], low: str) -> list[Quantity]:
        """The quantities; the second day of a span takes over the year of the first."""
        if self._carry is None:
            return found
        kept: list[Quantity] = []
        for one in found:
            before = kept[-1] if kept else None
            if before and one.value.startswith("--") and self._spans(before, one, low):
                one = replace(one, value=before.value[:4] + one.value[1:])
            kept.append(one)
        return kept

    def _spans(self, first: Quantity, second: Quantity, low: str) -> bool:
        """Whether two days are the ends of one span, or joined, and the first has its year."""
        joined = self._carry is not None and self._carry.search(low, first.start, second.start)
        return bool(FULL.match(first.value) and second.start - first.end < NEAR and joined)

    def _quantity(self, rule: Rule, match: re.Match[str], low: str) -> Quantity | None:
        """The quantity of a match, widened over the words that bound it; None where its parts make no
        value."""
        parts = {name: words for name, words in match.groupdict().items() if words}
        value, attributes = VALUES[rule.type](parts, rule, self._tables)
        if value is None:
            return None
        if "approx" in parts:
            attributes["comparator"] = "approx"
        start, end = match.span(rule.keep) if rule.keep else match.span()
        return self._bounds.widen(rule.type, value, attributes, low, _stripped(low, start, end))


def _once(found: list[Quantity], low: str) -> list[Quantity]:
    """The quantities; one that a bracket repeats in other letters counts once: "미화 삼십억 달러(US$3bn)"."""
    kept: list[Quantity] = []
    for one in found:
        before = kept[-1] if kept else None
        if before and before.value == one.value and low[before.end : one.start].strip() == "(":
            closed = one.end + low[one.end : one.end + 1].count(")")
            kept[-1] = replace(before, end=closed)
        else:
            kept.append(one)
    return kept


def _stripped(low: str, start: int, end: int) -> tuple[int, int]:
    """The span without blanks at its ends."""
    while low[end - 1].isspace():
        end -= 1
    while low[start].isspace():
        start += 1
    return start, end


def _alternation(rows: Mapping[str, Any], code: str) -> str:
    """The keys of a table, longest first."""
    space = r"\s+" if code == "en" else r"\s?"
    keys = sorted(rows, key=lambda key: (-len(key), key))
    return "(?:" + "|".join(space.join(map(re.escape, key.split())) for key in keys) + ")"


def _expand(source: str, names: Mapping[str, str]) -> str:
    """``source`` with every ``{name}`` put in."""
    return re.sub(r"\{([a-z_]+)\}", lambda match: names[match.group(1)], source)


def _rule(row: Mapping[str, Any], names: Mapping[str, str]) -> Rule:
    """A row of the table, compiled."""
    pattern = re.compile(_expand(row["pattern"], names))
    return Rule(row["type"], pattern, row.get("keep", ""), row.get("unit", ""), row.get("figures", False))


class Bounds:
    """The words around a quantity that make it a maximum, a minimum, an estimate or a deadline."""

    def __init__(self, tables: Mapping[str, Any]) -> None:
        link = tables["edge"]["link"]
        self._before = {name: _behind(sources, link) for name, sources in tables["before"].items()}
        self._before_time = {name: _behind(sources, link) for name, sources in tables["before_time"].items()}
        self._after = {name: _ahead(sources) for name, sources in tables["after"].items()}
        self._deadline = _behind(tables["deadline"]["before"], link), _ahead(tables["deadline"]["after"])
        self._edges = {name: tables["edge"][name] for name in ("end", "start")}
        self._edges_behind = {name: _behind(sources, "") for name, sources in self._edges.items()}
        self._edges_ahead = {name: _ahead(sources) for name, sources in self._edges.items()}
        self._link_before = bool(link)

    def widen(
        self, type: str, value: str, attributes: dict[str, str], low: str, place: tuple[int, int]
    ) -> Quantity:
        """The quantity with comparator, edge and deadline read from its neighbours."""
        start, end = place
        time = type in ("date", "duration")
        if type == "date":
            start, end = self._edge(attributes, low, start, end)
        left = low[max(0, start - 40) : start]
        due = time and (self._deadline[0].search(left) or self._deadline[1].match(low, end))
        tables = (self._before, self._before_time) if time else (self._before,)
        for name, pattern in ((n, p) for rows in tables for n, p in rows.items()):
            if match := pattern.search(left):
                attributes.setdefault("comparator", name)
                start -= len(left) - match.start()
                break
        for name, pattern in self._after.items():
            if match := pattern.match(low, end):
                if attributes.get("comparator", "approx") == "approx":
                    attributes["comparator"] = name
                end = match.end()
                break
        return Quantity("deadline" if due else type, value, start, end, attributes)

    def _edge(self, attributes: dict[str, str], low: str, start: int, end: int) -> tuple[int, int]:
        """The span widened over ``the end of`` or 말."""
        for name in ("end", "start"):
            behind = (
                self._edges_behind[name].search(low[max(0, start - 30) : start])
                if self._link_before
                else None
            )
            if behind:
                attributes["edge"] = name
                return start - (len(low[max(0, start - 30) : start]) - behind.start()), end
            ahead = None if self._link_before else self._edges_ahead[name].match(low, end)
            if ahead:
                attributes["edge"] = name
                return start, ahead.end()
        return start, end


NOTHING_AHEAD = r"(?!)"


def _behind(sources: list[str], link: str) -> re.Pattern[str]:
    """Matches one of the words right before a place."""
    words = "|".join(source.replace(" ", r"\s+") for source in sources) or NOTHING_AHEAD
    return re.compile(rf"(?<![0-9a-z가-힣])(?:{words}){link}\s*\(?$")


def _ahead(sources: list[str]) -> re.Pattern[str]:
    """Matches one of the words right after a place."""
    words = "|".join(source.replace(" ", r"\s+") for source in sources) or NOTHING_AHEAD
    return re.compile(rf"\s*(?:{words})(?![a-z])")


Parts = Mapping[str, str]
Value = tuple[str | None, dict[str, str]]


def _numbers(parts: Parts, tables: Mapping[str, Any]) -> list[Decimal] | None:
    """The number and the end of its range, scaled, or which of several; None where one cannot be read."""
    if "nth" in parts:
        return [Decimal(tables["nth"][parts["nth"]])]
    scale = Decimal(tables["scale"][parts["scale"]]) if "scale" in parts else Decimal(1)
    read = [parse(parts[name], tables) for name in ("number", "number2") if name in parts]
    return None if None in read else [number * scale for number in read if number is not None]


def _key(words: str, rows: Mapping[str, Any]) -> str:
    """The value of a table for words however spaced; KeyError where a rule names words it lacks."""
    return str({re.sub(r"\s+", "", key): value for key, value in rows.items()}[re.sub(r"\s+", "", words)])


def _money(parts: Parts, rule: Rule, tables: Mapping[str, Any]) -> Value:
    """``CAD 2400000000``; a currency that the words leave open (dollars) is marked as assumed."""
    numbers = _numbers(parts, tables)
    if not numbers:
        return None, {}
    if "cents" in parts:
        numbers = [numbers[0] + Decimal(parts["cents"]) / 100]
    code = _key(parts["currency"], tables["currency"])
    attributes = {"currency": "assumed"} if code.endswith("?") else {}
    return "/".join(f"{code.rstrip('?')} {plain(number)}" for number in numbers), attributes


def _percent(parts: Parts, rule: Rule, tables: Mapping[str, Any]) -> Value:
    """``40%``."""
    numbers = _numbers(parts, tables)
    if numbers and "whole" in parts:  # "5 1/2%"
        numbers = [Decimal(parts.get("int", 0)) + numbers[0] / Decimal(parts["whole"])]
    return ("/".join(f"{plain(number)}%" for number in numbers) if numbers else None), {}


def _count(parts: Parts, rule: Rule, tables: Mapping[str, Any]) -> Value:
    """``500``, with the unit as attribute."""
    numbers = _numbers(parts, tables)
    if not numbers:
        return None, {}
    if "whole" in parts:
        whole = tables.get("denominator", {}).get(parts["whole"]) or parse(parts["whole"], tables)
        if not whole or numbers[0] >= Decimal(whole):
            return None, {}
        return f"{plain(numbers[0])}/{plain(Decimal(whole))}", {"unit": "share"}
    attributes = {"unit": _key(parts["counted"], tables["counted"])} if "counted" in parts else {}
    return "/".join(plain(number) for number in numbers), attributes


def _duration(parts: Parts, rule: Rule, tables: Mapping[str, Any]) -> Value:
    """ISO 8601: ``P180D``, ``PT48H``; a range is ``P3Y/P5Y``."""
    numbers = _numbers(parts, tables)
    if not numbers:
        return None, {}
    unit = rule.unit or _key(parts["unit"], tables["unit"])
    if "years" in parts:
        return f"P{parts['years']}Y{plain(numbers[0])}{unit}", {}
    return "/".join(_period(number, unit) for number in numbers), {}


def _period(number: Decimal, unit: str) -> str:
    """One ISO 8601 duration; quarters become months and decades years."""
    if unit == "Q":
        return f"P{plain(number * 3)}M"
    if unit == "10Y":
        return f"P{plain(number * 10)}Y"
    if unit in ("H", "MIN", "S"):
        return f"PT{plain(number)}{unit[0]}"
    return f"P{plain(number)}{unit}"


def _date(parts: Parts, rule: Rule, tables: Mapping[str, Any]) -> Value:
    """``2025-10-29``, ``2025-10``, ``2025``, ``--10-29`` without a year, ``2026-Q1``, ``2018/2022``;
    None for impossible dates."""
    year = _figures(parts.get("year", ""), tables)
    year = f"20{year}" if len(year) == 2 else year
    if "decade" in parts:
        return f"{parts['decade']}/{int(parts['decade']) + 9}", {}
    if "dangun" in parts:
        year = str(int(parts["dangun"]) - DANGUN)
    month, day = _month(parts.get("month", ""), tables), int(_figures(parts.get("day", ""), tables) or 0)
    if month > 12 or day > 31 or (month == 0 and "month" in parts) or (day == 0 and "day" in parts):
        return None, {}
    if "quarter" in parts:
        return f"{year}-Q{tables['quarter'][parts['quarter']]}", {}
    if "year2" in parts:
        return (f"{year}/{parts['year2']}" if parts["year2"] >= year else None), {}
    tail = "".join(f"-{number:02d}" for number in (month, day) if number)
    first = f"{year or '-'}{tail}"
    return (f"{first}/{first[:-2]}{int(parts['day2']):02d}" if "day2" in parts else first), {}


def _figures(words: str, tables: Mapping[str, Any]) -> str:
    """A number of a date in figures: 일천구백칠십 is 1970."""
    value = None if words.isdigit() or not words else parse(words, tables)
    return words if value is None else plain(value)


def _month(words: str, tables: Mapping[str, Any]) -> int:
    """1 to 12 from a figure or a name; 0 where none is written."""
    if not words:
        return 0
    named = tables["month"].get(words.rstrip("."))
    return int(named if named is not None else _figures(words, tables))


VALUES = {"money": _money, "percent": _percent, "count": _count, "duration": _duration, "date": _date}
"""How each type of rule makes a value."""

"""Automatic numbers: what Word would print before a paragraph (ECMA-376, part 1, 17.9).

Definitions (``abstractNum``) hold levels; a list (``num``) points at one and may override its levels and
their starts. Lists of one definition go on counting from each other, unless they override the start.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from policynlp.ingest.docx.names import on, value, w, whole
from policynlp.ingest.docx.numerals import numeral
from policynlp.ingest.symbols import signs

if TYPE_CHECKING:
    from lxml.etree import _Element

_PLACE = re.compile(r"%([1-9])")


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list."""

    start: int = 1
    format: str = "decimal"
    text: str = ""
    """What is printed: ``제%1조``, where ``%1`` is the number of the first level."""
    legal: bool = False
    """True where all numbers in it are decimal, whatever their level's format."""
    restart: int | None = None
    """Level (from 1) whose use starts this one anew; 0 for none; None for any level above."""
    style: str = ""
    """Paragraph style that stands on this level."""


@dataclass(frozen=True, slots=True)
class NumberList:
    """A list: the definition that it counts in, its levels and the starts that it overrides."""

    definition: str
    levels: Mapping[int, Level]
    starts: Mapping[int, int]

    def start(self, level: int) -> int:
        """First number of a level."""
        return self.starts.get(level, self.levels.get(level, Level()).start)


@dataclass(frozen=True, slots=True)
class Label:
    """What Word prints before a paragraph."""

    text: str
    bullet: bool
    level: int
    """From 0."""


@dataclass(slots=True)
class Numbering:
    """The lists of a document, and how far each has counted."""

    lists: Mapping[str, NumberList] = field(default_factory=dict)
    _counts: dict[str, dict[int, int]] = field(default_factory=dict)
    """Last number of each level, by definition."""
    _begun: set[tuple[str, int]] = field(default_factory=set)
    """Overridden starts that were used, by list and level."""

    def level_of(self, number: str, style: str) -> int | None:
        """The level that a paragraph style stands on."""
        levels = self.lists[number].levels if number in self.lists else {}
        return next((level for level, one in levels.items() if style and one.style == style), None)

    def next(self, number: str, level: int) -> Label | None:
        """Count a paragraph of a list; None where the list prints nothing before it."""
        found = self.lists.get(number)
        if found is None or level not in found.levels:
            return None
        self._count(number, found, level)
        own = found.levels[level]
        text = _bullet(own.text) if own.format == "bullet" else self._printed(found, own)
        return Label(text, own.format == "bullet", level) if text else None

    def _count(self, number: str, found: NumberList, level: int) -> None:
        counts = self._counts.setdefault(found.definition, {})
        anew = level in found.starts and (number, level) not in self._begun
        self._begun.add((number, level))
        counts[level] = counts[level] + 1 if level in counts and not anew else found.start(level)
        for deeper in [one for one in counts if one > level]:
            restart = found.levels.get(deeper, Level()).restart
            if restart is None or level < restart:
                del counts[deeper]

    def _printed(self, found: NumberList, own: Level) -> str:
        counts = self._counts[found.definition]

        def number(match: re.Match[str]) -> str:
            level = int(match[1]) - 1
            count = counts.get(level, found.start(level))
            format = found.levels.get(level, Level()).format
            return numeral(count, "decimal" if own.legal and format not in ("none", "bullet") else format)

        return " ".join(_PLACE.sub(number, own.text).split())


def _bullet(text: str) -> str:
    """A bullet as a reader sees it; the letter o of Courier New is Word's ring."""
    shown = signs(text.strip())
    return "◦" if shown == "o" else shown


def read_numbering(root: "_Element | None", linked: Mapping[str, str]) -> Numbering:
    """The lists of ``numbering.xml``; ``linked`` has the list that each numbering style points at."""
    if root is None:
        return Numbering()
    definitions = {value(one, "abstractNumId"): one for one in root.iterchildren(w("abstractNum"))}
    points = {value(one, "numId"): value(one.find(w("abstractNumId"))) for one in root.iterchildren(w("num"))}
    lists = {}
    for one in root.iterchildren(w("num")):
        number = value(one, "numId")
        name = _definition(points[number], definitions, points, linked)
        if name in definitions:
            lists[number] = _list(one, name, definitions[name])
    return Numbering(lists)


def _definition(
    name: str, definitions: Mapping[str, "_Element"], points: Mapping[str, str], linked: Mapping[str, str]
) -> str:
    """Where a definition only names a numbering style, the definition behind that style."""
    style = value(definitions[name].find(w("numStyleLink"))) if name in definitions else ""
    if not style:
        return name
    named = (key for key, one in definitions.items() if value(one.find(w("styleLink"))) == style)
    return next(named, points.get(linked.get(style, ""), name))


def _list(element: "_Element", name: str, definition: "_Element") -> NumberList:
    levels = dict(map(_level, definition.iterchildren(w("lvl"))))
    starts = {}
    for override in element.iterchildren(w("lvlOverride")):
        place = whole(override, 0, "ilvl")
        start, own = override.find(w("startOverride")), override.find(w("lvl"))
        if own is not None:
            levels[place] = _level(own)[1]
        if start is not None:
            starts[place] = whole(start, 1)
    return NumberList(name, levels, starts)


def _level(element: "_Element") -> tuple[int, Level]:
    format = next(element.iter(w("numFmt")), None)
    restart = element.find(w("lvlRestart"))
    text = value(element.find(w("lvlText")))
    picture = element.find(w("lvlPicBulletId")) is not None
    return whole(element, 0, "ilvl"), Level(
        whole(element.find(w("start")), 0),
        "bullet" if picture else _format(value(format), value(format, "format")),
        text or ("•" if picture else ""),
        on(element.find(w("isLgl"))),
        whole(restart, 0) if restart is not None else None,
        value(element.find(w("pStyle"))),
    )


def _format(name: str, custom: str) -> str:
    """A custom format is a sample of its first numbers: ``01, 02, 03, …``."""
    if name != "custom":
        return name or "decimal"
    return "decimalZero" if custom.startswith("01,") else "decimal"

"""A document as the readers of facts see it: its text with the parts that matter to them."""

import re
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

from policynlp.extract.anchors import required
from policynlp.languages import LANGUAGES, table
from policynlp.records import Clause, Document, Fact, FactKind, Mention

Chars = tuple[int, int]
"""First character and one past the last, in the document's text."""


@dataclass(frozen=True)
class Text:
    """One document."""

    document: Document
    clauses: tuple[Clause, ...] = ()
    mentions: tuple[Mention, ...] = ()

    @property
    def all(self) -> str:
        """The whole text."""
        return self.document.text

    @cached_property
    def lowered(self) -> str:
        """The whole text in lower case; places in it may differ."""
        return self.all.lower()

    def holds(self, code: str, section: str, name: str) -> bool:
        """Whether the expressions of an entry can match at all."""
        strings = anchors(code, section, name)
        return not strings or any(string in self.lowered for string in strings)

    def matches(
        self, code: str, section: str, name: str, start: int = 0, end: int = sys.maxsize
    ) -> Iterator[re.Match[str]]:
        """Where the expressions of an entry match, in a stretch."""
        if self.holds(code, section, name):
            yield from compiled(code, section, name).finditer(self.all, start, end)

    @cached_property
    def gazette(self) -> Chars:
        """What a gazette prints before the instrument: the promulgation and the instrument's number."""
        sure = self.all[:GAZETTE]
        ends = [match.end() for match in compiled("ko", "gazette", "end").finditer(sure)]
        return 0, ends[-1] if ends else 0

    @cached_property
    def first_provision(self) -> int:
        """Where title and preamble end: the words that enact, else the first article."""
        start = self.gazette[1]
        window = self.all[start : start + OPENING]
        enacting = [
            m.end() for code in LANGUAGES for m in compiled(code, "opening", "enacting").finditer(window)
        ]
        article = [
            m.start() for code in LANGUAGES for m in compiled(code, "opening", "provision").finditer(window)
        ]
        found = min(enacting, default=min(article, default=min(len(window), UNMARKED)))
        return start + found

    @cached_property
    def provides(self) -> bool:
        """Whether the text has articles, words that enact or a signature block, as instruments have."""
        return any(any(self.matches(code, "opening", "instrument")) for code in LANGUAGES)

    @cached_property
    def opening(self) -> Chars:
        """Title and preamble."""
        return self.gazette[1], self.first_provision

    @cached_property
    def provisions(self) -> tuple[tuple[str, Chars], ...]:
        """Language and place of sentences that speak of the instrument itself or go on from one."""
        found: list[tuple[str, Chars]] = []
        codes = [code for code in LANGUAGES if self.holds(code, "provisions", "itself")]
        last = dict.fromkeys(codes, -FURTHER - 1)
        for number, (start, end) in enumerate(self.sentences):
            if start < self.gazette[1] or end - start > LONGEST:
                continue
            for code in codes:
                named = compiled(code, "provisions", "itself").search(self.all, start, end)
                near = number - last[code] <= FURTHER
                if named or (near and compiled(code, "provisions", "again").search(self.all, start, end)):
                    last[code] = number if named else last[code]
                    found.append((code, (start, end)))
        return tuple(found)

    @cached_property
    def sentences(self) -> tuple[Chars, ...]:
        """Sentences of the whole text, ends of lines being ends of sentences."""
        found = []
        start = 0
        for match in SENTENCE_END.finditer(self.all):
            if match.end() > start:
                found.append((start, match.end()))
            start = match.end()
        return (*found, (start, len(self.all)))

    def lines(self, start: int, end: int) -> list[Chars]:
        """Lines in a stretch, without blanks at their ends."""
        return [match.span() for match in LINE.finditer(self.all, start, end)]

    def fact(
        self, kind: FactKind, value: str, place: Chars, *, confidence: float = 1.0, detail: str = ""
    ) -> Fact:
        """A fact with the words that it was read from."""
        start, end = place
        return Fact(kind, value, self.all[start:end], start, end, confidence, detail)


Reader = Callable[[Text, tuple[Fact, ...]], Iterable[Fact]]
"""Reads the facts of one kind, given those of the readers before it."""

GAZETTE = 4000
"""Characters within which a gazette's own words stand: the longest promulgation of 362 seen has 1,900."""
OPENING = 20_000
"""Characters within which the preamble ends: association agreements list thirty states and forty recitals."""
FURTHER = 2
"""Sentences after one that names the instrument in which "such notice" or "it" still means it."""
LONGEST = 1500
"""Characters of a sentence that is read: longer ones are tables or lists."""
UNMARKED = 1500
"""Characters of the opening where no article and no words that enact are found."""
SENTENCE_END = re.compile(r"\n+|(?<=[다음임함됨])\.(?!\d)\s*|(?<=[a-z)”\"\]])[.;]\s+(?=[A-Z(“\"\d])")
NEVER = r"(?!)"
GROUP = re.compile(r"\(\?P<(\w+)>")
MACRO = re.compile(r"\{([a-z_]+)\}")
LINE = re.compile(r"[^\s\n][^\n]*(?<=\S)")


@cache
def rows(code: str) -> dict[str, dict[str, Any]]:
    """The table of a language."""
    return table(code, "facts")


@cache
def compiled(code: str, section: str, name: str) -> re.Pattern[str]:
    """The expressions of one entry of a language's table, joined; ``{name}`` stands for a macro of the table.

    The groups of each get its number (``at_0``): see ``part``. An expression that cannot match stands for an
    entry that the language has no use for.
    """
    sources = rows(code).get(section, {}).get(name, [])
    numbered = (GROUP.sub(rf"(?P<\1_{n}>", expanded(source, code)) for n, source in enumerate(sources))
    joined = "|".join(f"(?:{source})" for source in numbered)
    return re.compile(joined or NEVER, re.MULTILINE)


@cache
def anchors(code: str, section: str, name: str) -> tuple[str, ...]:
    """Strings in small letters of which a text holds one where an entry matches; none if that is unknown."""
    sources = rows(code).get(section, {}).get(name, [])
    found = [required(expanded(source, code)) for source in sources]
    known = [strings for strings in found if strings is not None]
    return (
        tuple({string.lower() for strings in known for string in strings}) if len(known) == len(found) else ()
    )


def expanded(source: str, code: str) -> str:
    """An expression with its macros put in, which may hold macros themselves."""
    macros = {**rows(code)["macros"], "city": cities(code)}
    while (found := MACRO.search(source)) is not None:
        source = source.replace(found.group(), f"(?:{macros[found.group(1)]})")
    return source


@cache
def cities(code: str) -> str:
    """The listed cities as an expression, the longest names first."""
    listed = table("shared", "facts")["city"].items()
    names = {name for key, row in listed for name in (key, *row) if hangul(name) == (code == "ko")}
    return "|".join(re.escape(name) for name in sorted(names, key=lambda name: (-len(name), name)))


def hangul(words: str) -> bool:
    """Whether words are written in Korean."""
    return re.search("[가-힣]", words) is not None


def part(match: re.Match[str], prefix: str) -> str:
    """Name of the group that matched among those that begin alike; empty where none did."""
    return next((name for name, words in match.groupdict().items() if words and name.startswith(prefix)), "")


def first_by_value(found: Sequence[Fact]) -> list[Fact]:
    """Each value (with its detail) once, at its surest and then first place."""
    kept: dict[tuple[str, str, str], Fact] = {}
    for fact in sorted(found, key=lambda fact: (-fact.confidence, fact.start)):
        kept.setdefault((fact.kind, fact.value, fact.detail), fact)
    return list(kept.values())

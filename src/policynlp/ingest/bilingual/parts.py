"""From blocks to parts: stretches of one language each, cut inside a block where two languages share it."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from policynlp.ingest.bilingual.tongues import UNKNOWN_LATIN, tongue, weight, weights
from policynlp.languages import table
from policynlp.records import Block, Document

SEPARATOR = " | "
"""Between the cells of a row."""
_STOP = re.compile(
    r"(?<=[.!?。;])[\"'”’)\]]*\s+|\s*[\n\t]\s*|\s+[/|]\s+|(?<=[가-힣)])/(?=[A-Z])|(?<=[a-z)])/(?=[가-힣])"
)
"""Where a block that holds two languages may change from one to the other."""
_WORD = re.compile(r"\S+")
_PURE = 0.8
"""Least share of its own language in each half of a block that is cut between words."""
_HEAD = 200
"""Most characters of a block that may be cut between words alone: a title, a heading, a signature."""
_ALIKE = 0.3
"""Least weight of the shorter half of a block against the longer."""
_SURE, _SURELY_ALIKE = 0.95, 0.5
"""The same shares for a longer block that is cut where no sentence ends."""
_OPEN, _CLOSE = "([（「『<", ")]）」』>"


@dataclass(frozen=True, slots=True)
class Part:
    """``Document.text[start:end]`` of one block, all in one language or in none."""

    start: int
    end: int
    language: str
    """Code; UNKNOWN_LATIN for a name in Latin letters; empty for numbers and the like."""
    block: int
    """Index of its block."""
    cell: int = -1
    """Index of its cell in a row; -1 outside rows."""


def parts(document: Document) -> list[Part]:
    """Every part of a document in order; heads of columns that only name languages are in none."""
    found: list[Part] = []
    for index, block in enumerate(document.blocks):
        cells = cell_ranges(block, document.text)
        if len(cells) > 1 and _names_languages([document.text[a:b] for a, b in cells]):
            continue
        for cell, (start, end) in enumerate(cells):
            place = cell if len(cells) > 1 else -1
            found += [Part(a, b, code, index, place) for a, b, code in _cut(document.text, start, end)]
    return found


def cell_ranges(block: Block, text: str) -> list[tuple[int, int]]:
    """Where each cell of a row stands; the whole block for what is no row."""
    if block.kind != "row":
        return [(block.start, block.end)]
    if block.cells:
        starts = [block.start, *(end + len(SEPARATOR) for end in block.cells[:-1])]
        return [(start, max(start, end)) for start, end in zip(starts, block.cells, strict=True)]
    found, start = [], block.start
    for match in re.finditer(r" ?\| ?", text[block.start : block.end]):
        found.append((start, block.start + match.start()))
        start = block.start + match.end()
    return [*found, (start, block.end)]


def _names_languages(cells: Sequence[str]) -> bool:
    """True for the head of a bilingual table: at least two cells name a language, and none says more."""
    names, beside = _heads()
    said = [re.sub(r"[\s()·]+", " ", cell).strip().lower() for cell in cells]
    return sum(cell in names for cell in said) >= 2 and all(cell in names | beside for cell in said if cell)


@cache
def _heads() -> tuple[frozenset[str], frozenset[str]]:
    heads = table("shared", "scripts")["heads"]
    return frozenset(heads["names"]), frozenset(heads["beside"])


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """Stretches of one language inside a range; the range itself where it is in one."""
    start, end = trimmed(text, start, end)
    if start == end:
        return
    if not _mixed(text[start:end]):
        yield start, end, tongue(text[start:end])
        return
    for a, b in _halves(text, start, end) or _sentences(text, start, end) or [(start, end)]:
        yield a, b, tongue(text[a:b])


def _mixed(text: str) -> bool:
    """True where two scripts each say something."""
    found = sorted(weights(text).values(), reverse=True)
    return len(found) > 1 and found[1] >= max(1.5, 0.1 * found[0])


def _sentences(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Ranges of sentences, those of one language in a row put together; nothing unless each is in one."""
    ranges, at = [], start
    for match in _STOP.finditer(text, start, end):
        ranges.append(trimmed(text, at, match.start()))
        at = match.end()
    ranges.append(trimmed(text, at, end))
    ranges = [(a, b) for a, b in ranges if b > a]
    if len(ranges) < 2 or any(_mixed(text[a:b]) and _purity(text[a:b]) < _PURE for a, b in ranges):
        return []
    joined: list[tuple[int, int]] = []
    codes: list[str] = []
    for a, b in ranges:
        code = tongue(text[a:b])
        if joined and (not code or code == codes[-1] or not codes[-1]):
            joined[-1] = (joined[-1][0], b)
            codes[-1] = codes[-1] or code
        else:
            joined.append((a, b))
            codes.append(code)
    return joined if len({code for code in codes if code}) > 1 else []


def _purity(text: str) -> float:
    """Share of the weightiest script; Chinese characters count as Korean beside Hangul."""
    found = _own(text)
    return max(found.values(), default=0) / max(sum(found.values()), 1e-9)


def _own(text: str) -> dict[str, float]:
    found = weights(text)
    if "hangul" in found and "han" in found:
        found["hangul"] += found.pop("han")
    return found


def _halves(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """A short block cut in two between words, or at a sentence's end in a long one: one language, the other.

    A gloss in brackets stays with what it glosses, unless it is all that follows in a title or heading.
    """
    words = [(match.start(), match.end()) for match in _WORD.finditer(text, start, end)]
    best = (0.0, 0)
    left: dict[str, float] = {}
    total = _own(text[start:end])
    if len(total) < 2:
        return []
    first, second = sorted(total, key=lambda name: -total[name])[:2]
    sums = [(_own(text[a:b]).get(first, 0.0), _own(text[a:b]).get(second, 0.0)) for a, b in words]
    left = {"first": 0.0, "second": 0.0}
    for index, (one, other) in enumerate(sums[:-1], 1):
        left["first"] += one
        left["second"] += other
        gain = abs(left["first"] - left["second"] + (total[second] - total[first]) / 2)
        if gain > best[0]:
            best = (gain, index)
    if not best[1]:
        return []
    return _accepted(text, (start, words[best[1] - 1][1]), (words[best[1]][0], end))


def _accepted(text: str, one: tuple[int, int], other: tuple[int, int]) -> list[tuple[int, int]]:
    halves = [text[slice(*one)], text[slice(*other)]]
    sizes = sorted(weight(half) for half in halves)
    if sizes[0] < _ALIKE * sizes[1] or any(_purity(half) < _PURE or _only_name(half) for half in halves):
        return []
    codes = [tongue(half) for half in halves]
    if len(set(codes)) < 2 or "" in codes:
        return []
    between = text[one[0] : other[0]]
    ends = re.search(r"[.!?。;:/|][\"'”’)\]]*\s*$", between) is not None
    sure = min(map(_purity, halves)) >= _SURE and sizes[0] >= _SURELY_ALIKE * sizes[1]
    if not ends and (_unclosed(halves[0]) or (other[1] - one[0] > _HEAD and not sure)):
        return []
    stripped = re.sub(r"[\s/|·–—-]+$", "", text[one[0] : one[1]])
    lead = re.match(r"[\s/|·–—-]*", halves[1])
    return [(one[0], one[0] + len(stripped)), (other[0] + (lead.end() if lead else 0), other[1])]


def _only_name(text: str) -> bool:
    """True for abbreviations and the like, which say nothing of a language."""
    return text.isascii() and re.search("[a-z]{2}", text) is None


def _unclosed(text: str) -> bool:
    return sum(text.count(mark) for mark in _OPEN) > sum(text.count(mark) for mark in _CLOSE)


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The range without white space at its ends."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def settled(found: Sequence[Part], languages: Sequence[str]) -> list[Part]:
    """Parts in none but the document's languages: a name in Latin letters or a few words of a third language
    are in that of their column, else in the Latin language of the text around, else in that of the part
    before."""
    own = [code for code in languages if code not in ("ko", "ja", "zh")]
    columns = _columns(found, languages)
    result: list[Part] = []
    before = next((part.language for part in found if part.language in languages), languages[0])
    for part in found:
        code = part.language
        if code and code not in languages:
            column = columns.get(part.cell, "")
            if code == UNKNOWN_LATIN and own:
                code = column if column in own else before if before in own else own[0]
            else:
                code = column or before
        before = code or before
        result.append(replace(part, language=code))
    return result


def _columns(found: Sequence[Part], languages: Sequence[str]) -> dict[int, str]:
    """Language of most cells of each column."""
    counts: dict[int, Counter[str]] = {}
    for part in found:
        if part.cell >= 0 and part.language in languages:
            counts.setdefault(part.cell, Counter())[part.language] += 1
    return {cell: tally.most_common(1)[0][0] for cell, tally in counts.items()}

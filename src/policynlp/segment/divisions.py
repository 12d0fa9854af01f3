"""Chapters, articles and annexes: found at the start of a line, or inside one that holds a whole document."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from policynlp.segment.lines import Line, title_like, trimmed
from policynlp.segment.tables import Division, divisions, glued_title, openings

_QUOTE = "\"“'‘「『"
_BRACKET_TITLE = re.compile(
    r"\s*[(\[（](?!\d|[a-z]\)|[가-하]\))([^()\[\]（）]{1,60}(?:\([^()]*\)[^()]*)?)[)\]）]"
)
_INSIDE = re.compile(
    r"(?<=[.)”\"」])\s*(?=[제第]\s?\d{1,3}\s?[조장절편條章節編])|(?<=[가-힣])(?P<attached>)(?=[제第]\d{1,3}[조條][가-힣1①\u4e00-\u9fff])"
    r"|(?<=[가-힣])(?P<spaced>\s)(?=제\s?\d{1,3}\s?조\s?(?:1\.|①))"
    r"|(?<=[.;)”\"])\s+(?=(?:Article|ARTICLE|CHAPTER|Chapter)\s+[\dIVX]+)"
)
_WORD = re.compile(r"\w")
_ARTICLE_BELOW = re.compile(r"\s(?=제\s?1\s?조(?![가-힣])|(?:Article|ARTICLE)\s+\d+\b)")
"""The first article of a chapter on the chapter's own line."""
_GLUED = 45
"""Characters after an article's number within which its title ends."""
_GAP = 3
"""Articles that may be missing in a text on one line."""
_FIRST_NUMBER = re.compile(r"\d+")


def split_divisions(lines: Sequence[Line], text: str) -> list[Line]:
    """Lines that hold several articles are cut before each article that continues the count."""
    found: list[Line] = []
    for line in lines:
        found += _cut(line, text) if line.kind == "text" else [line]
    return found


def _cut(line: Line, text: str) -> list[Line]:
    places, last = [line.start], _ordinal(text, line.start, line.end)
    for match in _INSIDE.finditer(text, line.start + 1, line.end):
        here, stopped = match.end(), match["attached"] is None and match["spaced"] is None
        ordinal = _ordinal(text, here, line.end)
        if ordinal and _next(last, ordinal, stopped) and _WORD.search(text, places[-1], here):
            places.append(here)
            last = ordinal
    if len(places) == 1:
        return [line]
    ends = [*places[1:], line.end]
    ranges = (trimmed(text, start, end) for start, end in zip(places, ends, strict=True))
    return [replace(line, start=start, end=end, flat=True) for start, end in ranges]


def _next(last: tuple[str, int] | None, here: tuple[str, int], stopped: bool) -> bool:
    """True where a division may follow another: the next number, or a few on after the end of a sentence."""
    if last is None or last[0] != here[0]:
        return stopped
    return last[1] < here[1] <= last[1] + (_GAP if stopped else 1)


def _ordinal(text: str, start: int, end: int) -> tuple[str, int] | None:
    """Which sort of division starts here and its number."""
    found = division_at(text, start, end)
    number = _FIRST_NUMBER.search(found[1]) if found else None
    return (found[0].slug, int(number[0])) if found and number else None


def division_at(text: str, start: int, end: int) -> tuple[Division, str, int] | None:
    """The division whose label starts here, its number, and the label's end; None for a mere reference."""
    for division in divisions():
        match = division.pattern.match(text, start, end)
        if match is None or division.references.match(text, match.end(), end):
            continue
        numbers = [group.strip().lower() for group in match.groups() if group]
        return division, "-".join(numbers), match.end()
    return None


def read_divisions(lines: Sequence[Line], text: str) -> list[Line]:
    """A line that starts with a division's label becomes a heading, and a line for what follows the title."""
    found: list[Line] = []
    for line in lines:
        if line.kind == "text" and line.label and division_at(line.label, 0, len(line.label)):
            found += _labelled(line, text)
        elif line.kind == "text":
            found += _headed(line, text)
        elif line.kind == "heading":
            found.append(_described(line, text))
        else:
            found.append(line)
    return found


def _described(line: Line, text: str) -> Line:
    """A heading of the format, with the division that its label or its own text names."""
    named = division_at(line.label, 0, len(line.label)) or division_at(text, line.start, line.end)
    if named:
        return replace(line, division=named[0], number=named[1])
    return line


def _labelled(line: Line, text: str) -> Iterator[Line]:
    """A paragraph whose automatic number is an article's: its title, if it has one, and what follows."""
    title_end = _title_end(text, line.start, line.end) or line.start
    yield _described(replace(line, kind="heading", end=title_end, printed=line.start), text)
    rest_start, rest_end = trimmed(text, title_end, line.end)
    if rest_end > rest_start:
        yield replace(line, start=rest_start, end=rest_end, label="")


def _headed(line: Line, text: str) -> Iterator[Line]:
    """The headings that a line begins with, one after the other, and what follows them."""
    rest_start, rest_end = line.start, line.end
    while rest_end > rest_start:
        start, end = rest_start, rest_end
        named = division_at(text, start + (text[start] in _QUOTE), end)
        if named is None:
            yield replace(line, start=start, end=end)
            return
        division, number, after = named
        title_end = _title_end(text, after, end) or (_glued_end(text, after, end) if line.flat else 0)
        yield replace(
            line,
            kind="heading",
            start=start,
            end=title_end or after,
            printed=start,
            division=division,
            number=number,
        )
        rest_start, rest_end = trimmed(text, title_end or after, end)


def _title_end(text: str, start: int, end: int) -> int:
    """Where the title on the label's own line ends, 0 for none; a chapter's may hold its first article."""
    bracket = _BRACKET_TITLE.match(text, start, end)
    if bracket:
        return bracket.end()
    below = _ARTICLE_BELOW.search(text, start, end)
    rest_start, rest_end = trimmed(text, start, below.start() if below else end)
    return rest_end if title_like(text[rest_start:rest_end].lstrip(".:–—- ")) else 0


def _glued_end(text: str, start: int, end: int) -> int:
    """Where a title that runs on into its article ends: before the words that articles begin with."""
    start = trimmed(text, start, end)[0]
    found = openings().search(text, start, min(end, start + _GLUED))
    if found is None:
        return 0
    end = trimmed(text, start, found.start())[1]
    return end if glued_title().fullmatch(text, start, end) else 0

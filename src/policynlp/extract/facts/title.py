"""The title: the line above the preamble that names the kind of instrument."""

import re
from collections.abc import Iterator
from functools import cache

from policynlp.extract.facts.kinds import kind_words
from policynlp.extract.facts.text import Chars, Text, compiled, part
from policynlp.records import Fact

LONGEST = 320
"""Characters of a title; the longest of 481 gazetted ones has 170, English ones with all parties 300."""
LINES = 14
"""Lines of the opening among which it stands: mastheads, numbers and dates come before it."""
JOINED = 8
"""Lines that a title may be broken into."""
PRINTED, HEADED, PROMULGATED = 1.0, 0.9, 0.9
"""Confidence: a line that names a kind of instrument; a main heading that names none; quoted by a gazette."""


def read(text: Text, known: tuple[Fact, ...]) -> Iterator[Fact]:
    """The title where it stands in the text; at most one."""
    for find, confidence in ((printed, PRINTED), (headed, HEADED), (promulgated, PROMULGATED)):
        place = find(text)
        if place:
            yield text.fact("title", " ".join(text.all[slice(*place)].split()), place, confidence=confidence)
            return


def printed(text: Text) -> Chars | None:
    """The first line (or run of lines) of the opening that reads like a title."""
    lines = text.lines(*text.opening)[:LINES]
    for number, line in enumerate(lines):
        found = korean(text, lines[number:]) or english(text, lines[number:])
        if found:
            return found
        if is_sentence(text.all[slice(*line)]):
            return None
    return None


def korean(text: Text, lines: list[Chars]) -> Chars | None:
    """A line that ends in the name of a kind, with the lines that lead up to it."""
    start = lines[0][0]
    for _, end in lines[:3]:
        words = text.all[start:end]
        if len(words) > LONGEST or is_sentence(words) or not re.search("[가-힣]", words):
            return None
        if korean_title().search(words):
            return start, end
    return None


def english(text: Text, lines: list[Chars]) -> Chars | None:
    """A line that begins with the name of a kind, with the lines that go on with it."""
    start, end = lines[0]
    words = text.all[start:end]
    capitals = compiled("en", "title", "capitals").match(words)
    if capitals and english_title().match(capitals.group()):
        end = start + len(capitals.group().rstrip(" ,"))
        if end < lines[0][1]:
            return start, end
    elif not english_title().match(words) or is_sentence(words) or len(words) > LONGEST:
        return None
    for line in lines[1:JOINED]:
        if not goes_on(text.all[start:end], text.all[slice(*line)]) or line[1] - start > LONGEST:
            break
        end = line[1]
    return start, end


def goes_on(title: str, line: str) -> bool:
    """Whether a title is not complete without the next line."""
    if compiled("en", "title", "stop").match(line) or is_sentence(line):
        return False
    open_end = compiled("en", "title", "open_end").search(title) is not None
    follows = compiled("en", "title", "goes_on").match(line) is not None
    return open_end or (follows and title.isupper() == line.isupper())


def headed(text: Text) -> Chars | None:
    """The main heading of a file that marks one, whatever it names."""
    for block in text.document.blocks[:3]:
        words = text.all[block.start : block.end]
        main = block.kind == "title" or (block.kind == "heading" and block.level == 1)
        if main and block.start >= text.gazette[1] and not furniture(words) and len(words) <= LONGEST:
            return block.start, block.end
    return None


def furniture(words: str) -> bool:
    """Whether a heading names a part of any text: preamble, article, chapter, annex."""
    return any(compiled(code, "title", "furniture").match(words) for code in ("en", "ko"))


def is_sentence(words: str) -> bool:
    """Whether a line is prose or the heading of a part rather than a title."""
    return any(compiled(code, "title", "sentence").search(words) for code in ("en", "ko"))


def promulgated(text: Text) -> Chars | None:
    """The title as the promulgation quotes it."""
    match = compiled("ko", "gazette", "promulgated").search(text.all[: text.gazette[1] or 2000])
    return match.span(part(match, "title")) if match else None


@cache
def korean_title() -> re.Pattern[str]:
    """Ends in the Korean name of a kind, brackets aside."""
    kinds = alternatives("ko")
    return re.compile(rf"(?:{kinds})(?:[^\n]{{0,80}}\s(?:재?개정|수정))?(?:\s*\([^)]*\))?\s*$")


@cache
def english_title() -> re.Pattern[str]:
    """Begins with the English name of a kind, up to seven words before it."""
    return re.compile(rf"(?:[\w’'-]+[\s-]+){{0,7}}?(?i:{alternatives('en')})\b")


def alternatives(code: str) -> str:
    """The names of all kinds, longest first."""
    return "|".join(re.escape(word) for word, _ in kind_words(code))

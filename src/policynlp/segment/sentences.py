"""Sentences of prose: only where a text is not laid out in provisions."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from statistics import median
from typing import Any

from policynlp.languages import detect
from policynlp.segment.lines import Line

_ENDING = re.compile(r"[.!?。…][\"'”’)\]」』]*(?:\d{1,2}\))?\s+")
_SURE = re.compile(r"(?:다|요|까|죠|오|라|자)[.!?…][\"'”’)\]」』]*(?:\d{1,2}\))?\s+$")
_NEVER = re.compile(r"(?:\d|\b[A-Za-z]|[가-하](?<![다요까죠오라자])|etc|vs|No|Dr|Mr|Ms|St|U\.S)\.\s+$")
_PAIRS = {"(": ")", "[": "]", "“": "”", "‘": "’", "「": "」", "『": "』", "《": "》"}
_SENTENCE_COUNT = re.compile(r"[.!?。][\"'”’)\]]*(?=\s|$)")
_LEAST = 12
"""Characters of a sentence too short to stand alone: it goes with the next."""
_NUMBERED_SHARE = 0.5
"""Share of the lines with numbers from which a text is an instrument."""
_PROVISIONS = ("article", "paragraph")
"""Divisions that only instruments have."""
_SECTIONS = 3
"""Numbered sections from which a text may be an instrument."""
_PROVISION = 2
"""Most sentences that the median unnumbered paragraph of an instrument without articles has."""


_PROVISION_SIZE = 300
"""Most characters of that paragraph: provisions of memoranda have 100 to 250, press articles 350 up."""
_HANGUL = re.compile("[가-힣]")


def is_instrument(lines: Sequence[Line], text: str) -> bool:
    """True for texts laid out in provisions: articles, numbers, or sections of short paragraphs."""
    articles = sum(line.division is not None and line.division.slug in _PROVISIONS for line in lines)
    bodies = [line for line in lines if line.kind == "text"]
    numbered = sum(bool(line.markers) or line.item for line in bodies)
    if articles >= 1 or (bodies and numbered >= _NUMBERED_SHARE * len(bodies)):
        return True
    sections = sum(line.kind == "heading" and bool(line.markers or line.division) for line in lines)
    prose = [line for line in bodies if not line.markers and not line.item]
    if not prose or max(sections, numbered) < _SECTIONS:
        return False
    counts = [len(_SENTENCE_COUNT.findall(text, line.start, line.end)) for line in prose]
    sizes = [_size(text[line.start : line.end]) for line in prose]
    return median(counts) <= _PROVISION and median(sizes) <= _PROVISION_SIZE


def _size(text: str) -> int:
    """Characters, a Hangul syllable for two and a half."""
    return len(text) + int(1.5 * len(_HANGUL.findall(text)))


def sentences(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Ranges of the sentences of ``text[start:end]``, white space between them left out."""
    prose = text[start:end]
    if detect.detect(prose) == "ko":
        cuts: Iterator[int] = _korean(prose)
    elif len(_SENTENCE_COUNT.findall(prose)) < 2:
        cuts = iter(())
    else:
        cuts = (stop for _, stop in _english(prose))
    return _ranges(text, start, end, [start + cut for cut in cuts])


def _ranges(text: str, start: int, end: int, cuts: Sequence[int]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    begin = start
    for cut in [*cuts, end]:
        stop = cut
        while stop > begin and text[stop - 1].isspace():
            stop -= 1
        if stop - begin >= _LEAST or (cut == end and stop > begin and not found):
            found.append((begin, stop))
            begin = cut
    if begin < end and found:
        found[-1] = (found[-1][0], end)
    return found or [(start, end)]


def _english(prose: str) -> list[tuple[int, int]]:
    """nupunkt: precision 1.00 on treaty and press English, where spaCy's parser has .46."""
    spans: list[tuple[int, int]] = _splitter().sent_spans(prose)
    return spans[:-1]


@cache
def _splitter() -> Any:
    import nupunkt

    return nupunkt


def _korean(prose: str) -> Iterator[int]:
    """After a final ending with its stop, outside brackets and quotations; Kiwi for unusual endings."""
    depth = _depths(prose)
    doubtful: set[int] | None = None
    for match in _ENDING.finditer(prose):
        before = prose[max(0, match.start() - 4) : match.end()]
        if depth[match.end() - 1] or _NEVER.search(before):
            continue
        if not _SURE.search(before):
            doubtful = _kiwi_cuts(prose) if doubtful is None else doubtful
            if not any(abs(cut - match.end()) <= 1 for cut in doubtful):
                continue
        yield match.end()


def _kiwi_cuts(prose: str) -> set[int]:
    from policynlp.languages.ko.kiwi import kiwi

    return {sentence.start for sentence in kiwi().split_into_sents(prose)}


def _depths(prose: str) -> list[int]:
    """For each character how many brackets and quotations are open; 0 throughout where they do not match."""
    depth, open_marks, quoted = [], [], False
    for character in prose:
        if character == '"':
            quoted = not quoted
        elif character in _PAIRS:
            open_marks.append(_PAIRS[character])
        elif open_marks and character == open_marks[-1]:
            open_marks.pop()
        depth.append(len(open_marks) + quoted)
    return depth if not open_marks and not quoted else [0] * len(prose)

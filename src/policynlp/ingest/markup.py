"""Light markup inside text lines: emphasis, headings, tables, character references.

Press texts and treaty collections carry it in ``.txt`` and ``.md`` alike, so both readers use this.
"""

import html
import re
from collections.abc import Sequence

from policynlp.ingest.clean import normalise, without_furniture, wordless
from policynlp.ingest.joins import paragraphs
from policynlp.ingest.parsed import Piece
from policynlp.ingest.traced import Traced

_TAG = re.compile(
    r"<!--[^>]*-->|</?[a-zA-Z][a-zA-Z0-9]*:[a-zA-Z]+[^<>\n]*>|<br ?/?>"
    r"|</?(?:p|b|i|u|em|strong|span|div|sup|sub|font)\b[^<>\n]*>"
)
_REFERENCE = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});")
_HASHES = re.compile(r"(#{1,6}) +(?=\S)| *#+ *$")
_ESCAPE = re.compile(r"\\(?=[\\`*_{}\[\]()#+\-.!|>~])")
_STRONG = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1")
_STARS = re.compile(r"\*\*|__")
_WHOLE_STRONG = re.compile(r"(\*\*|__)(?=\S)((?:(?!\1).)+?)\1:?")
_ROW = re.compile(r"\|.*\|")
_RULE_CELL = re.compile(r"\|? *:?-{2,}:? *(?:\| *:?-{2,}:? *)*\|?")
_CELL = re.compile(r" *(?<!\\)\| *")
_OUTER = re.compile(r"^ *\| *| *\| *$")
_PART = re.compile(r"\[([가-힣A-Za-z ]{1,20})\]")
_PART_END = re.compile(r"^[ \t]*\[/([가-힣A-Za-z ]{1,20})\][ \t]*$", re.MULTILINE)
_PART_LINE = re.compile(r"^[ \t]*(\[[가-힣A-Za-z ]{1,20}\])[ \t]*$", re.MULTILINE)
_HEADING_LENGTH = 120
"""Most characters of a line that is a heading because all of it is bold."""


def parted(text: Traced) -> list[Piece]:
    """``flow``, with the parts that treaty collections mark with tags on lines of their own as headings.

    ``[전문]`` … ``[/전문]``: the opening tag is the heading, the closing one goes.
    """
    names = frozenset(_PART_END.findall(text.text))
    if not names:
        return flow(text)
    marked = text.sub(_PART_END, "").sub(_PART_LINE, lambda match: f"\n{match[1]}\n")
    return [_part(piece, names) for piece in flow(marked)]


def _part(piece: Piece, names: frozenset[str]) -> Piece:
    found = _PART.fullmatch(piece.text.text)
    if found is None or found[1] not in names:
        return piece
    return Piece(piece.text.cut(*found.span(1)), "heading", 1)


def flow(text: Traced) -> list[Piece]:
    """Pieces of a text whose lines mean something: paragraphs put together, furniture gone, markup read."""
    lines = without_furniture(normalise(text).lines())
    tables = [_ROW.fullmatch(line.text.strip()) is not None for line in lines]
    pieces: list[Piece] = []
    start = 0
    for index in range(len(lines) + 1):
        if index == len(lines) or tables[index] or heading(lines[index]):
            pieces += _prose(lines[start:index])
            pieces += _special(lines, tables, index) if index < len(lines) else []
            start = index + 1
    return pieces


def decoded(text: Traced) -> Traced:
    """Character references read, tags of word processors removed."""
    return text.sub(_TAG, "").sub(_REFERENCE, lambda match: html.unescape(match[0]))


def _prose(lines: Sequence[Traced]) -> list[Piece]:
    found = (plain(paragraph) for paragraph in paragraphs(lines))
    return [Piece(text) for text in found if not wordless(text.text)]


def plain(text: Traced) -> Traced:
    """Without emphasis marks and escapes."""
    if "**" in text.text or "__" in text.text:
        text = _without_marks(text)
    return text.sub(_ESCAPE, "").strip()


def _without_marks(text: Traced) -> Traced:
    """Only marks that come in pairs are emphasis."""
    marks = {place for found in _STRONG.finditer(text.text) for place in (found.start(), found.end() - 2)}
    return text.sub(_STARS, lambda match: "" if match.start() in marks else match[0])


def heading(line: Traced) -> bool:
    """``# Title``, or a short line all in bold."""
    text = line.text.strip()
    if text.startswith("#"):
        return _HASHES.match(text) is not None
    return len(text) <= _HEADING_LENGTH and _WHOLE_STRONG.fullmatch(text) is not None


def _special(lines: Sequence[Traced], tables: Sequence[bool], index: int) -> list[Piece]:
    line = lines[index].strip()
    if not tables[index]:
        hashes = _HASHES.match(line.text)
        text = plain(line.sub(_HASHES, ""))
        return [Piece(text, "heading", len(hashes[1]) if hashes and hashes[1] else 2)] if text.text else []
    if _RULE_CELL.fullmatch(line.text) or wordless(line.text):
        return []
    following = lines[index + 1].text.strip() if index + 1 < len(lines) else ""
    header = "-" in following and _RULE_CELL.fullmatch(following) is not None
    return [Piece(plain(line.sub(_OUTER, "").sub(_CELL, " | ")), "row", int(header))]

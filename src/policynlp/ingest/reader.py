"""``read_file`` and ``read_text``: choose the format, read, and put the Document together."""

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

from policynlp.errors import UnreadableError
from policynlp.ingest.foreign import foreign
from policynlp.ingest.formats import FORMATS
from policynlp.ingest.markup import parted
from policynlp.ingest.parsed import HEAD, Beside, Parsed, Piece
from policynlp.ingest.provenance import stand
from policynlp.ingest.rows import with_heads
from policynlp.ingest.traced import Traced, joined
from policynlp.languages import LANGUAGES, table
from policynlp.languages.detect import detect
from policynlp.messages import Phrase
from policynlp.records import NOTHING, Aside, Block, Document, Source

_NEAR = 40
"""Characters of the source that are looked back over for the place that a note belongs to."""
_TITLE_LENGTH = 200
"""Most characters of a first line that can be a title."""
_TITLE_LEAST = 8
"""Least characters of a title of one word."""
_BULLET = re.compile(r"[-–—*+•○ㅇo·▪‣] ")
_TITLE_AMONG = 12
"""Pieces at the start among which a title is looked for."""
_ENDS = re.compile(r"[.!?;:,。다며](?:[\"'”’)\]]*)$")
_BROKEN_OFF = re.compile(
    r"(?:간의|관한|위한|대한|정부와|및|와|과|의|[-–]| (?:and|of|on|the|between|for|in|to))$"
)
"""End of a title's line that goes on in the next."""
_BODY = re.compile(r"제 ?\d+ ?[조장절편]|(?:Article|ARTICLE|Chapter|CHAPTER|Section|SECTION) [\dIVX]")
"""Where a text's provisions begin: below it stands no title of the whole."""
_PROMULGATED = re.compile(r"\d{4} ?년 ?\d{1,2} ?월 ?\d{1,2} ?일(?:에|자로|,) ")
"""How a gazette's sentence begins that says when the instrument was signed and approved."""
_NUMBERED = re.compile(
    r"제 ?\d+ ?[조장절편관부항]"
    r"|(?:Article|ARTICLE|Chapter|CHAPTER|Section|SECTION|Part|PART|Annex|ANNEX) [\dA-Z]"
    r"|\(?[0-9a-zA-Z가-하]{1,3}[.)]|[IVXLC]{1,6}\.|[Ⅰ-Ⅻ]|[①-⑳•▲□○⊙<|-]"
)


def read_file(
    path: Path,
    *,
    id: str | None = None,
    title: str | None = None,
    language: str | None = None,
    metadata: Mapping[str, str] = NOTHING,
) -> Document:
    """Read a file as a Document; what the caller states wins over what the file states.

    Raises UnreadableError, in one sentence that names the file, for what is missing, empty, damaged or of no
    format that is read.
    """
    return read_bytes(
        _bytes(path), path, id=id, title=title, language=language, metadata=metadata, location=str(path)
    )


def read_bytes(
    data: bytes,
    path: Path,
    *,
    location: str,
    id: str | None = None,
    title: str | None = None,
    language: str | None = None,
    metadata: Mapping[str, str] = NOTHING,
) -> Document:
    """Read bytes as a Document: those of a file, of a member of an archive, or what an address sent.

    ``path`` need not exist: its name says what the bytes may be, and is the id where none is given.
    ``location`` is what errors and the source name. Raises UnreadableError as ``read_file`` does.
    """
    name = _format_of(data, path, location)
    parsed = FORMATS[name].read(data, location)
    source = Source(location, name, hashlib.sha256(data).hexdigest(), len(data), parsed.encoding)
    return _document(parsed, source, id or path.stem, title, language, metadata)


def read_text(
    text: str,
    *,
    id: str,
    title: str | None = None,
    language: str | None = None,
    metadata: Mapping[str, str] = NOTHING,
) -> Document:
    """A Document of a string; raises UnreadableError where it holds no words."""
    data = text.encode("utf-8", "replace")
    source = Source(f"text:{id}", "text", hashlib.sha256(data).hexdigest(), len(data), "utf-8")
    return _document(Parsed(text, tuple(parted(Traced.of(text)))), source, id, title, language, metadata)


def _bytes(path: Path) -> bytes:
    place = str(path)
    if path.is_dir():
        raise UnreadableError(place, "is-folder")
    try:
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise UnreadableError(place, "no-file") from error
    except OSError as error:
        raise UnreadableError(place, "no-access", error=error.strerror) from error
    if not data.strip():
        raise UnreadableError(place, "file-empty")
    return data


def _format_of(data: bytes, path: Path, location: str) -> str:
    """Content decides where it shows beyond doubt, then the extension; other text is plain text."""
    head = data[:HEAD]
    extension = path.suffix.lower()
    certain = [name for name, format in FORMATS.items() if format.sniff(data)]
    by_name = [name for name, format in FORMATS.items() if extension in format.extensions]
    damaged = [name for name in by_name if head.startswith(FORMATS[name].magic)]
    if certain == ["html"] and any(FORMATS[name].magic for name in by_name):
        raise UnreadableError(location, "page-for-file", format=FORMATS[by_name[0]].name)
    fitting = [name for name in certain if name in by_name] or certain or damaged
    if fitting:
        return fitting[0]
    what = foreign(data)
    if what or (not by_name and b"\0" in head and not head.startswith((b"\xff\xfe", b"\xfe\xff"))):
        raise UnreadableError(
            location, "format-not-read", what=Phrase(what or "foreign-binary"), formats=readable()
        )
    return by_name[0] if by_name else "text"


def readable() -> str:
    """Which formats are read: names and extensions."""
    return ", ".join(f"{format.name} ({', '.join(format.extensions)})" for format in FORMATS.values())


def _document(
    parsed: Parsed,
    source: Source,
    id: str,
    title: str | None,
    language: str | None,
    metadata: Mapping[str, str],
) -> Document:
    pieces = with_heads([_indented(piece, parsed.source) for piece in parsed.pieces if piece.text.text])
    text = joined([piece.text for piece in pieces], "\n")
    if not text.text:
        raise UnreadableError(source.location, "no-text")
    stated = parsed.language or detect(text.text)
    document = Document(
        id=id,
        title=title or parsed.title or _first_title(pieces) or id,
        language=language or (detect(text.text, stated)),
        text=text.text,
        source=source,
        blocks=_blocks(pieces),
        offsets=text.breakpoints(),
        metadata={**parsed.metadata, **metadata},
        asides=tuple(_asides(parsed.beside, text)),
    )
    return stand(document)


def _asides(beside: Sequence[Beside], text: Traced) -> Iterator[Aside]:
    """What is kept apart, with the offset in the text of the place that it belongs to."""
    anchored = any(one.source >= 0 for one in beside)
    places = {place: offset for offset, place in reversed(list(enumerate(text.at)))} if anchored else {}
    for one in beside:
        near = [places[place] for place in range(one.source, one.source - _NEAR, -1) if place in places]
        yield Aside(one.kind, one.text, one.page, near[0] if one.source >= 0 and near else -1)


def _indented(piece: Piece, source: str) -> Piece:
    """A bullet's depth by its indentation, two columns a level; a tab counts four."""
    if piece.kind != "paragraph" or piece.label or not _BULLET.match(piece.text.text):
        return piece
    place = piece.text.at[0]
    before = source[source.rfind("\n", 0, place) + 1 : place]
    depth = len(before.expandtabs(4)) // 2 if not before.strip() else 0
    return replace(piece, kind="item", level=depth + 1)


def _blocks(pieces: list[Piece]) -> tuple[Block, ...]:
    blocks, start = [], 0
    for piece in pieces:
        end = start + len(piece.text)
        cells = tuple(start + cell for cell in piece.cells)
        blocks.append(Block(start, end, piece.kind, piece.level, piece.label, piece.page, cells))
        start = end + 1
    return tuple(blocks)


def first_title(text: str, blocks: Sequence[Block]) -> str:
    """A title among the first blocks of a text; empty where there is none."""
    first = [text[block.start : block.end] for block in blocks[:_TITLE_AMONG]]
    pieces = [
        Piece(Traced.of(words), block.kind, block.level, block.label)
        for words, block in zip(first, blocks, strict=False)
    ]
    return _first_title(pieces)


def _first_title(pieces: Sequence[Piece]) -> str:
    """A line near the start that names an instrument; else the first line, if it looks like a title."""
    if len(pieces) < 2:
        return ""
    candidates = _candidates(pieces[:_TITLE_AMONG])
    names = instruments()
    named = [text for text in candidates if any(name in text.lower() for name in names)]
    return named[0] if named else candidates[0] if candidates and _title_like(pieces[0]) else ""


def _candidates(pieces: Sequence[Piece]) -> list[str]:
    """Lines that look like titles; one that breaks off goes on in the next."""
    found: list[str] = []
    open_end = False
    for piece in pieces:
        if _BODY.match(piece.label or piece.text.text):
            break
        like = _title_like(piece)
        if like and open_end:
            found[-1] += f" {piece.text.text}"
        elif like:
            found.append(piece.text.text)
        open_end = like and _BROKEN_OFF.search(piece.text.text) is not None
    return found


def _title_like(piece: Piece) -> bool:
    text = piece.text.text
    plain = piece.kind in ("heading", "title", "paragraph") and not piece.label
    long_enough = " " in text or len(text) >= _TITLE_LEAST
    return (
        plain
        and long_enough
        and len(text) <= _TITLE_LENGTH
        and not _ENDS.search(text)
        and not _NUMBERED.match(text)
        and not _PROMULGATED.match(text)
    )


@cache
def instruments() -> tuple[str, ...]:
    """Words that name an instrument, in all languages."""
    return tuple(word for code in LANGUAGES for word in table(code, "numbering")["words"]["instruments"])

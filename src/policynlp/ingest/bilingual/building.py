"""Version documents: the parts of one language put together, with the way back to the same source."""

import itertools
import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from policynlp.ingest.bilingual.deciding import Decision
from policynlp.ingest.bilingual.parts import SEPARATOR, Part
from policynlp.ingest.bilingual.units import label_pattern
from policynlp.ingest.reader import first_title
from policynlp.languages.detect import detect
from policynlp.records import Aside, Block, BlockKind, Document

Stretch = tuple[int, int, int]
"""Start in the version's text, start and end in the whole document's."""


@dataclass(slots=True)
class _Text:
    """A version's text as it grows, and where its stretches stood in the whole document."""

    whole: Document
    text: str = ""
    blocks: list[Block] = field(default_factory=list)
    stretches: list[Stretch] = field(default_factory=list)

    def add(self, start: int, end: int, glue: str) -> None:
        """Append ``whole.text[start:end]`` after ``glue``."""
        self.text += glue
        self.stretches.append((len(self.text), start, end))
        self.text += self.whole.text[start:end]

    def offsets(self) -> tuple[tuple[int, int], ...]:
        """Break points of the version: those of the whole, moved, and one at each stretch."""
        at = [offset for offset, _ in self.whole.offsets]
        found: list[tuple[int, int]] = []
        for here, start, end in self.stretches:
            found.append((here, self.whole.source_offset(start)))
            inside = self.whole.offsets[bisect_right(at, start) : bisect_left(at, end)]
            found += [(here + offset - start, there) for offset, there in inside]
        return tuple(found) or ((0, 0),)


def build(document: Document, decision: Decision) -> tuple[tuple[Document, ...], dict[str, list[Stretch]]]:
    """The versions in order of the languages, and where the stretches of each stood."""
    made, places = [], {}
    for code in decision.languages:
        grown = _grown(document, decision, code)
        made.append(_version(document, decision, code, grown))
        places[code] = grown.stretches
    return tuple(made), places


def _grown(document: Document, decision: Decision, code: str) -> _Text:
    by_block: dict[int, list[Part]] = {}
    for part in decision.parts:
        by_block.setdefault(part.block, []).append(part)
    owner = _owners(decision, len(document.blocks))
    grown = _Text(document)
    for index, block in enumerate(document.blocks):
        own = by_block.get(index, [])
        if any(part.language == code for part in own):
            _add(grown, block, own, code)
        elif own and not any(part.language for part in own) and code in owner[index]:
            _add(grown, block, [replace(part, language=code) for part in own], code)
    return grown


def _owners(decision: Decision, blocks: int) -> list[tuple[str, ...]]:
    """Which versions a block without words belongs to: all in a table or where languages take turns, else
    that of the text before it."""
    if decision.layout != "successive":
        return [decision.languages] * blocks
    spoken: dict[int, str] = {}
    for part in decision.parts:
        if part.language:
            spoken[part.block] = part.language
    before = decision.languages[0]
    found: list[tuple[str, ...]] = []
    for index in range(blocks):
        before = spoken.get(index, before)
        found.append((before,))
    return found


def _add(grown: _Text, block: Block, parts: Sequence[Part], code: str) -> None:
    """One block of the version."""
    text = grown.whole.text
    own = [part for part in parts if part.language == code]
    if block.kind == "row":
        kind, taken, label = _from_row(text, block, parts, own)
    else:
        kind, taken, label = block.kind, own, block.label or _borrowed(text, parts, own)
    if grown.text:
        grown.text += "\n"
    start, ends = len(grown.text), []
    for place, part in enumerate(taken):
        next_cell = kind == "row" and place > 0 and part.cell != taken[place - 1].cell
        if next_cell:
            ends.append(len(grown.text))
        grown.add(part.start, part.end, SEPARATOR if next_cell else " " if place else "")
    cells = (*ends, len(grown.text)) if kind == "row" else ()
    level = block.level if kind == block.kind else 0
    grown.blocks.append(Block(start, len(grown.text), kind, level, label, block.page, cells))


def _from_row(
    text: str, block: Block, parts: Sequence[Part], own: Sequence[Part]
) -> tuple[BlockKind, list[Part], str]:
    """A row of one text a language is a paragraph, numbered by a cell before it that holds a number only; one
    of more cells a language stays a row, with the figures that belong to all."""
    leading = itertools.takewhile(lambda part: label_pattern().fullmatch(text[part.start : part.end]), parts)
    numbers = list(leading)
    figures = [part for part in parts if not part.language and part not in numbers]
    said = [part for part in own if part not in numbers]
    if figures or len({part.cell for part in said}) != 1:
        shared = [part for part in parts if not part.language]
        return "row", sorted({*own, *shared}, key=lambda part: part.start), block.label
    beside = [text[part.start : part.end] for part in numbers if part not in own]
    return "paragraph", list(own), block.label or (beside[0] if beside and len(own) == len(said) else "")


_LEADING = re.compile(
    r"\(?(?:\d{1,3}(?:\.\d{1,2})*|[a-z]|[ivx]{1,5}|[가나다라마바사아자차카타파하])[.)](?=\s)|[①-⑳]"
)


def _borrowed(text: str, parts: Sequence[Part], own: Sequence[Part]) -> str:
    """The number that the other half of a block starts with, where this half has none."""
    if not own or own[0] is parts[0] or _LEADING.match(text, own[0].start):
        return ""
    found = _LEADING.match(text, parts[0].start)
    return found[0] if found else ""


def _version(document: Document, decision: Decision, code: str, grown: _Text) -> Document:
    return replace(
        document,
        id=f"{document.id}.{code}",
        title=_title(document, decision, code, grown),
        language=code,
        text=grown.text,
        blocks=tuple(grown.blocks),
        offsets=grown.offsets(),
        metadata={**document.metadata, **_belongs(document, decision)},
        asides=tuple(_asides(document.asides, grown, decision, code)),
    )


def _belongs(document: Document, decision: Decision) -> Mapping[str, str]:
    """What a version knows of the file it came out of."""
    return {
        "family": document.id,
        "versions": ", ".join(f"{document.id}.{code}" for code in decision.languages),
        "layout": decision.layout,
    }


def _title(document: Document, decision: Decision, code: str, grown: _Text) -> str:
    """The document's title where it is in this language, else the first title of the version."""
    if (
        document.title != document.id
        and detect(document.title, "") == code
        and not _both(document.title, decision)
    ):
        return document.title
    return first_title(grown.text, grown.blocks) or f"{document.id}.{code}"


def _both(title: str, decision: Decision) -> bool:
    """True for a title that the document's text has in parts."""
    return len(decision.languages) > 1 and " / " in title


def _asides(asides: Sequence[Aside], grown: _Text, decision: Decision, code: str) -> list[Aside]:
    """Notes of this version with their new places; running headers and footers stand over all versions."""
    found = []
    for aside in asides:
        if aside.kind in ("header", "footer", "page_number"):
            found.append(aside)
            continue
        here = [at + aside.at - start for at, start, end in grown.stretches if start <= aside.at < end]
        language = detect(aside.text, code)
        elsewhere = language if language in decision.languages else decision.languages[0]
        if here or (aside.at < 0 and elsewhere == code):
            found.append(replace(aside, at=here[0] if here else -1))
    return found

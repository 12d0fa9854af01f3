"""What a text is to the agreement: official, a reprint, press, a restatement; and what shows it."""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import get_args
from urllib.parse import urlsplit

from policynlp.errors import PolicyNLPError
from policynlp.languages import LANGUAGES, table
from policynlp.records import Document, Source, Standing

SEPARATOR = " | "
"""Between the parts of ``Source.basis``: ``domain | www.mofa.go.kr | name in English | name in Korean``."""
HEAD, FOOT = 25, 15
"""Blocks at the start and at the end where a text says what it is; between them it speaks of its subject."""
LONGEST = 400
"""Characters of a block that can be such a line: a longer one is a provision or a story's paragraph."""
QUOTED = 120
"""Most characters quoted of the line that shows the standing."""
HINTS = 2
"""Different weak signs that together show a standing: of 600 treaties none has two, see docs/formats.md."""


@dataclass(frozen=True, slots=True)
class Publisher:
    """Who stands behind a domain."""

    domain: str
    standing: Standing
    en: str
    ko: str


@dataclass(frozen=True, slots=True)
class Signs:
    """Lines that show what a text is, in one language or in all."""

    restatement: tuple[re.Pattern[str], ...]
    press: tuple[re.Pattern[str], ...]
    press_hints: tuple[re.Pattern[str], ...]
    release_hints: tuple[re.Pattern[str], ...]


def stand(document: Document, own: Path | None = None, *, stated: Standing | None = None) -> Document:
    """The document with its standing and what shows it.

    ``stated`` is a person's word and wins, now and later; ``own`` is a file of publishers that adds to the
    shipped ones. Raises PolicyNLPError where that file is broken.
    """
    source = document.source
    if stated is None and source.basis == "user":
        return document
    standing, basis = (stated, "user") if stated is not None else judged(document, publishers(own))
    return replace(document, source=replace(source, standing=standing, basis=basis))


def judged(document: Document, known: Mapping[str, Publisher]) -> tuple[Standing, str]:
    """Standing and basis, by what shows most: the manifest, the text's own word, the domain, signs of news.

    On an official site only the signs of a news release count: a ministry's page has datelines too.
    """
    metadata, lines = document.metadata, list(ends(document))
    if metadata.get("restatement", "").lower() in ("true", "yes") or metadata.get("kind") == "restatement":
        return "restatement", "manifest"
    signs = all_signs()
    said = first(signs.restatement, lines)
    if said:
        return "restatement", joined("text", said)
    found = publisher(document.source, known)
    official = found is not None and found.standing == "official"
    news = "" if official else first(signs.press, lines) or several(signs.press_hints, lines)
    news = news or several(signs.release_hints, lines)
    if news and (found is None or official):
        return "press", joined("text", news)
    if found is None:
        return "unknown", ""
    host = urlsplit(document.source.address).hostname or ""
    return found.standing, joined("domain", host, found.en, found.ko)


def joined(*parts: str) -> str:
    """Parts of a basis; a bar inside one would part it."""
    return SEPARATOR.join(part.replace("|", "/") for part in parts)


def ends(document: Document) -> Iterator[str]:
    """Short blocks of the start and of the end, and what stands in the margins."""
    blocks = document.blocks
    chosen = blocks if len(blocks) <= HEAD + FOOT else (*blocks[:HEAD], *blocks[-FOOT:])
    for block in chosen:
        if block.end - block.start <= LONGEST:
            yield document.text[block.start : block.end]
    yield from dict.fromkeys(aside.text for aside in document.asides if len(aside.text) <= LONGEST)


def first(patterns: Sequence[re.Pattern[str]], lines: Sequence[str]) -> str:
    """Words of the first line that one of the patterns matches; empty where there is none."""
    found = (one.search(line) for line in lines for one in patterns)
    match = next(filter(None, found), None)
    return around(match) if match else ""


def around(match: re.Match[str]) -> str:
    """The line of a match, or as much of it as is quoted, with the words that matched."""
    line = match.string
    start = max(0, min(match.start(), len(line) - QUOTED))
    return line[start : start + QUOTED].strip()


def several(patterns: Sequence[re.Pattern[str]], lines: Sequence[str]) -> str:
    """Lines of the first different signs; empty where there are not enough."""
    found = dict.fromkeys(filter(None, (first([one], lines) for one in patterns)))
    return " … ".join(list(found)[:HINTS]) if len(found) >= HINTS else ""


def publisher(source: Source, known: Mapping[str, Publisher]) -> Publisher | None:
    """Who stands behind the final address: the longest known domain that its host ends with."""
    labels = (urlsplit(source.address).hostname or "").rstrip(".").split(".")
    names = (".".join(labels[start:]) for start in range(len(labels)))
    return next((known[name] for name in names if name in known), None)


@cache
def all_signs() -> Signs:
    """Signs of all languages together: a Korean text may carry an English line, and the other way round."""
    tables = [table(code, "provenance") for code in LANGUAGES]
    return Signs(*(compiled(tables, name) for name in Signs.__dataclass_fields__))


def compiled(tables: Sequence[Mapping[str, Sequence[str]]], name: str) -> tuple[re.Pattern[str], ...]:
    """The patterns of one name."""
    return tuple(re.compile(pattern) for one in tables for pattern in one[name])


@cache
def publishers(own: Path | None = None) -> Mapping[str, Publisher]:
    """Publishers by domain: the shipped table, then ``own``, if that file is there."""
    shipped = listed(table("shared", "publishers"), Path("publishers.toml"))
    if own is None or not own.is_file():
        return shipped
    try:
        return shipped | listed(tomllib.loads(own.read_text("utf8")), own)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as error:
        raise PolicyNLPError("sources-broken", place=own, error=error) from error


def listed(entries: Mapping[str, object], place: Path) -> dict[str, Publisher]:
    """A table's publishers; a name that is missing in one language is taken from the other, or the domain."""
    found: dict[str, Publisher] = {}
    given = entries.get("publishers")
    for number, entry in enumerate(given if isinstance(given, list) else [None], 1):
        fields = entry if isinstance(entry, dict) else {}
        domain = fields.get("domain")
        standing = next((one for one in get_args(Standing) if one == fields.get("standing")), None)
        names = [str(fields.get(code) or "") for code in LANGUAGES]
        if not isinstance(domain, str) or not domain or standing is None:
            allowed = ", ".join(get_args(Standing))
            raise PolicyNLPError("publishers-entry", place=place, number=number, standings=allowed)
        name = next(filter(None, names), domain)
        found[domain.lower()] = Publisher(domain.lower(), standing, *(one or name for one in names))
    return found

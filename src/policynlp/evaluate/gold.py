"""The hand labels of the built-in corpus, as records (docs/labelling.md says how they were made)."""

import json
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from policynlp.errors import UnreadableError

MENTIONED = ("areas", "institutions", "places", "quantities", "conditions")
"""What is labelled in a clause beside commitments: ``areas`` must be read from it, ``areas_also`` may be."""
Keys = tuple[str, ...]
"""Clause keys such as ``II.1.a``: section, paragraph, item; the same in every language of a family."""


@dataclass(frozen=True, slots=True)
class GoldCommitment:
    """One labelled commitment. Each axis is the tuple of accepted values; an empty tuple is not judged."""

    force: tuple[int, ...] = ()
    """Levels 0 to 6; empty where intent is denied."""
    polarity: str = "positive"
    """positive, negative or denied."""
    action: tuple[str, ...] = ()
    """Action classes; the first is the labeller's own reading."""
    phase: tuple[str, ...] = ()
    """Phases; an empty string means that the verb shows none."""
    actor: str = ""
    """Words that the actor must hold; empty where nobody is named."""
    object: tuple[str, ...] = ()
    """Head words that the object must hold."""
    precision: tuple[int, ...] = ()
    """0 to 5."""
    follow_up: tuple[int, ...] = ()
    """0 to 3."""
    lead_in: bool = False
    """True where it stands in a lead-in."""
    optional: bool = False
    """True for a second reading of the same clause: right if found, no loss if not."""


@dataclass(frozen=True, slots=True)
class GoldClause:
    """One clause with everything that was labelled in it."""

    key: str
    """``II.1.a``; unique in its document."""
    starts: str
    """Its first words, as printed."""
    mentions: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Values that must be read from it, by plural kind (``MENTIONED``)."""
    also: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Values that may be read from it, likewise."""
    commitments: tuple[GoldCommitment, ...] = ()
    """In order."""


@dataclass(frozen=True, slots=True)
class GoldLinks:
    """Which clauses of two documents correspond."""

    documents: tuple[tuple[str, str], ...]
    """Pairs of document ids that the links hold for."""
    links: tuple[tuple[Keys, Keys], ...]
    """Corresponding keys, many to many."""
    acceptable: tuple[tuple[Keys, Keys], ...] = ()
    """Links that are neither asked for nor counted against."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Something an analyst found between two documents, and how to know it in a comparison."""

    id: int
    title: Mapping[str, str]
    """One sentence by language."""
    where: tuple[str, ...]
    """Parts of a Comparison that may report it: differences, common, documents_differ."""
    kinds: tuple[str, ...]
    """Kinds of difference that count; empty for any."""
    keys: Mapping[str, Keys]
    """By family, the keys of which a reporting entry touches one; empty asks for nothing."""
    words: Mapping[str, Mapping[str, tuple[str, ...]]]
    """By language and family, the words that its evidence must show; ``a|b`` means either."""


@dataclass(frozen=True, slots=True)
class Gold:
    """All labels of a corpus."""

    clauses: Mapping[str, tuple[GoldClause, ...]]
    """By document id, in reading order."""
    links: tuple[GoldLinks, ...]
    findings: tuple[Finding, ...]


def load_gold(folder: Path) -> Gold:
    """The labels under ``folder``: ``clauses/ID.jsonl``, ``links.toml``, ``findings.toml``.

    Raises UnreadableError where one is missing or does not parse.
    """
    files = sorted((folder / "clauses").glob("*.jsonl"))
    return Gold(
        clauses={file.stem: tuple(map(_clause, _lines(file))) for file in files},
        links=tuple(map(_links, _table(folder / "links.toml")["pairs"])),
        findings=tuple(map(_finding, _table(folder / "findings.toml")["findings"])),
    )


def _read(place: Path) -> str:
    try:
        return place.read_text("utf8")
    except OSError as error:
        raise UnreadableError(str(place), "gold-missing") from error


def _lines(place: Path) -> list[dict[str, Any]]:
    try:
        return [json.loads(line) for line in _read(place).splitlines() if line.strip()]
    except json.JSONDecodeError as error:
        raise UnreadableError(str(place), "not-json", error=error) from error


def _table(place: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(_read(place))
    except tomllib.TOMLDecodeError as error:
        raise UnreadableError(str(place), "not-toml", error=error) from error


def _accepted(value: Any) -> tuple[Any, ...]:
    """``"a"`` or ``["a", "b"]`` as a tuple."""
    return tuple(value) if isinstance(value, list) else (value,)


def _clause(row: dict[str, Any]) -> GoldClause:
    return GoldClause(
        key=row["key"],
        starts=row["starts"],
        mentions={kind: tuple(row[kind]) for kind in MENTIONED if kind in row},
        also={kind: tuple(row[f"{kind}_also"]) for kind in MENTIONED if f"{kind}_also" in row},
        commitments=tuple(map(_commitment, row.get("commitments", []))),
    )


def _commitment(row: dict[str, Any]) -> GoldCommitment:
    axes = ("force", "action", "phase", "object", "precision", "follow_up")
    values: dict[str, Any] = {name: _accepted(v) if name in axes else v for name, v in row.items()}
    return GoldCommitment(**values)


def _links(row: dict[str, Any]) -> GoldLinks:
    def keyed(name: str) -> tuple[tuple[Keys, Keys], ...]:
        return tuple((tuple(a), tuple(b)) for a, b in row.get(name, []))

    pairs = tuple((a, b) for a, b in row["documents"])
    return GoldLinks(documents=pairs, links=keyed("links"), acceptable=keyed("acceptable"))


def _finding(row: dict[str, Any]) -> Finding:
    families = tuple(next(iter(row["words"].values())))
    return Finding(
        id=row["id"],
        title={"en": row["en"], "ko": row["ko"]},
        where=tuple(row["where"]),
        kinds=tuple(row["kinds"]),
        keys={family: tuple(row[family]) for family in families},
        words={code: {f: tuple(w) for f, w in sides.items()} for code, sides in row["words"].items()},
    )

"""Gold alignments: read, measured, and scored as ``score_align.py`` does."""

import hashlib
import json
import os
import random
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np

from policynlp.alignment.pair import LARGEST, Pair, measure
from policynlp.embed import encoder, windows
from policynlp.records import Unit

SHARED = Path(os.environ.get("POLICYNLP_SHARED") or Path(__file__).parents[2] / "shared")
CACHE = os.environ.get("POLICYNLP_BENCH_CACHE", "")
"""Folder that keeps the vectors of gold texts between runs; none where empty."""
PIECES = 200
"""Short pieces to fit on."""
OPENING = 160
"""Characters after which the opening of an article ends with its sentence: as long as a clause."""
SENTENCE_END = re.compile(r"(?<=[.;:])\s+")
Group = tuple[tuple[int, ...], tuple[int, ...]]
Document = Mapping[str, Any]


@dataclass(frozen=True)
class Case:
    """A document pair with its gold."""

    document: Document

    @cached_property
    def pair(self) -> Pair:
        """Both sides measured."""
        languages = self.document.get("langs") or [self.document["lang"]] * 2
        texts = [self.document[side] for side in "ab"]
        units = [[Unit(t, code) for t in side] for side, code in zip(texts, languages, strict=True)]
        return measure(*units, *(vectors(side) for side in texts))

    @cached_property
    def gold(self) -> np.ndarray:
        """Whether the gold links a pair of units, (n, m)."""
        out = np.zeros((len(self.document["a"]), len(self.document["b"])), bool)
        for a, b in self.document["links"]:
            out[np.ix_(a, b)] = True
        return out

    @cached_property
    def sure(self) -> np.ndarray:
        """Whether the gold judges a pair of units, (n, m)."""
        certain = self.document.get("certain") or {s: range(len(self.document[s])) for s in "ab"}
        sides = [np.isin(np.arange(len(self.document[s])), list(certain[s])) for s in "ab"]
        return sides[0][:, None] | sides[1][None, :]


Cases = Mapping[str, Sequence[Case]]


def vectors(texts: Sequence[str]) -> np.ndarray:
    """Vectors of joined texts, as the aligner takes them; from the cache where there is one."""
    place = Path(CACHE) / f"{hashlib.sha256(chr(0).join(texts).encode()).hexdigest()[:24]}.npy"
    if CACHE and place.exists():
        return np.load(place)
    use = encoder()
    out = windows(use, use.features(texts), min(LARGEST, len(texts)))
    if CACHE:
        np.save(place, out)
    return out


def gold(shared: Path = SHARED) -> dict[str, list[Document]]:
    """The development documents with gold that nobody of the project wrote, by kind."""
    return {
        path.stem: [json.loads(line) for line in path.open(encoding="utf8")]
        for path in sorted((shared / "data" / "gold").glob("*.jsonl"))
    }


def documents(shared: Path = SHARED) -> dict[str, list[Document]]:
    """All development documents by kind: the gold and the planted pairs."""
    planted = sorted((shared / "data" / "planted" / "pairs").glob("*/truth.json"))
    return gold(shared) | {"planted": [json.loads(path.read_text("utf8")) for path in planted]}


def in_half(number: int, count: int) -> int:
    """Which half a document is in, of so many of its kind: by twos, for the news alternate between long and
    short lines; of two documents each is one half."""
    return number // 2 % 2 if count > 2 else number % 2


def half(found: Mapping[str, Sequence[Document]], which: int | None) -> dict[str, list[Document]]:
    """The documents of one half of each kind; all for None."""
    return {
        kind: [one for n, one in enumerate(rows) if which is None or in_half(n, len(rows)) == which]
        for kind, rows in found.items()
    }


def openings(found: Sequence[Document]) -> list[Document]:
    """Documents cut to the first sentences of each text: reworded clauses of one language, as sister
    agreements have them, out of reworded articles."""
    return [{**one, "a": [*map(_opening, one["a"])], "b": [*map(_opening, one["b"])]} for one in found]


def _opening(text: str) -> str:
    out = ""
    for sentence in SENTENCE_END.split(text.lstrip(". ")):
        if len(out) >= OPENING:
            break
        out = f"{out} {sentence}".strip()
    return out[: 2 * OPENING]


def short_pieces(found: Mapping[str, Sequence[Document]]) -> list[Document]:
    """Pieces of 1 to 6 units a side, half of them from places that do not correspond; whole articles and
    sisters are too long for that."""
    kinds = [rows for kind, rows in found.items() if rows and kind not in ("treaty_articles_en", "sisters")]
    chance = random.Random(3)
    return [_piece(chance.choice(kinds[number % len(kinds)]), chance) for number in range(PIECES)]


def _piece(document: Document, chance: random.Random) -> Document:
    rows = _stretch(chance.randrange(len(document["a"])), len(document["a"]), chance)
    answered = sorted(j for a, b in document["links"] if set(a) & set(rows) for j in b)
    first = answered[0] if answered and chance.random() < 0.5 else chance.randrange(len(document["b"]))
    columns = _stretch(first, len(document["b"]), chance)
    links = [
        [[rows.index(i) for i in a if i in rows], [columns.index(j) for j in b if j in columns]]
        for a, b in document["links"]
    ]
    out = {
        **document,
        "a": [document["a"][i] for i in rows],
        "b": [document["b"][j] for j in columns],
        "links": [link for link in links if all(link)],
    }
    if "certain" in document:
        sides = zip("ab", (rows, columns), strict=True)
        out["certain"] = {
            s: [n for n, at in enumerate(kept) if at in document["certain"][s]] for s, kept in sides
        }
    return out


def _stretch(first: int, count: int, chance: random.Random) -> list[int]:
    return list(range(first, min(count, first + chance.randint(1, 6))))


def tally(document: Document, found: Sequence[Group]) -> Counter[str]:
    """Right, found and gold counts of unit pairs (link), whole groups (bead) and unmatched units (null)."""
    certain = document.get("certain") or {side: range(len(document[side])) for side in "ab"}
    sure = {side: set(certain[side]) for side in "ab"}
    gold = {(tuple(a), tuple(b)) for a, b in document["links"] if a and b}
    got = {(a, b) for a, b in found if sure["a"].intersection(a) or sure["b"].intersection(b)}
    pairs = [{(i, j) for a, b in groups for i in a for j in b} for groups in (got, gold)]
    nulls = [
        {("a", i) for i in sure["a"] - {i for i, _ in linked}}
        | {("b", j) for j in sure["b"] - {j for _, j in linked}}
        for linked in pairs
    ]
    out: Counter[str] = Counter()
    kinds: dict[str, Sequence[set[Any]]] = {"link": pairs, "bead": (got, gold), "null": nulls}
    for kind, (ours, theirs) in kinds.items():
        counted = {"right": len(ours & theirs), "found": len(ours), "gold": len(theirs)}
        out.update({f"{kind} {name}": number for name, number in counted.items()})
    return out


def f1(counts: Counter[str], kind: str) -> float:
    """Harmonic mean of precision and recall."""
    return 2 * counts[f"{kind} right"] / max(counts[f"{kind} found"] + counts[f"{kind} gold"], 1)

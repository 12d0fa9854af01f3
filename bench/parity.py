"""Plant errors of translation into one language version of clean pairs, and count which are found.

python bench/parity.py DATA                 the built-in agreements in both directions, and false alarms
python bench/parity.py DATA --gold FILE     instead the texts of a JSONL file: name, a and b (Korean, English
                                            units) and links (pairs of lists of their indices)
python bench/parity.py DATA --gold FILE --half second   the second half of its links only
python bench/parity.py DATA --seeds 1,2,3   other errors at other places
python bench/parity.py DATA --show          every error that was missed, and every finding that is none

DATA is the folder of treaties that replacement words and phrases are drawn from, so that what is planted
comes from other texts and not from the program's own tables.
"""

import argparse
import json
import random
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from parity_planters import PLANTERS, bank
from parity_scoring import CHOSEN, Count, Planted, score, table

from policynlp import pipeline
from policynlp.comparison.parity import LEAST, check
from policynlp.pipeline.encoding import DEFAULT_ENCODER, loaded_encoder
from policynlp.pipeline.links import answers
from policynlp.records import Analysis, Clause, Document, Link, Source

FAMILIES = ("mou", "moc", "tpd-uk", "sta", "apec", "camp-david")
EVERY = 3
"""One clause in so many gets an error: enough errors, and clean clauses in between."""


@dataclass(frozen=True)
class Case:
    """Two versions of one text, Korean first."""

    pair: tuple[Analysis, Analysis]
    damage: Callable[[Analysis, Sequence[Planted]], Analysis]
    link: Callable[[Analysis, Analysis], Sequence[Link]]


def builtin(families: Sequence[str]) -> Iterator[Case]:
    """The agreements that come with the program, read and linked as by ``policynlp parity``."""
    for family in families:
        a, b = pipeline.resolve([f"{family}.ko", f"{family}.en"])
        yield Case(
            (a, b),
            lambda one, errors: pipeline.analyse(damaged(one.document, errors)),
            lambda a, b: answers(a, b),
        )


def gold(file: Path, half: str = "") -> Iterator[Case]:
    """Texts already cut and linked, in which no mentions are read; of one ``half`` of their links only."""
    for line in file.read_text("utf8").splitlines():
        row = halved(json.loads(line), half)
        links = [Link(tuple(a), tuple(b), 1.0) for a, b in row["links"]]
        pair = units(row["name"], "ko", row["a"]), units(row["name"], "en", row["b"])
        yield Case(pair, rewritten, lambda a, b, links=links: links)  # type: ignore[misc]


def halved(row: dict[str, Any], half: str) -> dict[str, Any]:
    """One half of the links of a text with the units that they join; all of them without a half."""
    middle = len(row["links"]) // 2
    links = {"first": row["links"][:middle], "second": row["links"][middle:]}.get(half, row["links"])
    kept = [sorted({unit for link in links for unit in link[side]}) for side in (0, 1)]
    place = [{unit: n for n, unit in enumerate(own)} for own in kept]
    return {
        "name": row["name"],
        "a": [row["a"][unit] for unit in kept[0]],
        "b": [row["b"][unit] for unit in kept[1]],
        "links": [[[place[side][unit] for unit in link[side]] for side in (0, 1)] for link in links],
    }


def units(name: str, language: str, texts: Sequence[str]) -> Analysis:
    """A text of which each line is a clause."""
    whole, clauses, start = "\n".join(texts), [], 0
    for number, text in enumerate(texts, 1):
        clauses.append(Clause(f"c{number}", text, start, start + len(text), language))
        start += len(text) + 1
    source = Source("gold", "text", "0" * 64, len(whole))
    return Analysis(Document(f"{name}.{language}", name, language, whole, source), tuple(clauses))


def rewritten(analysis: Analysis, errors: Sequence[Planted]) -> Analysis:
    """A text of given clauses with errors in some."""
    wrong = {error.start: error.after for error in errors}
    texts = [wrong.get(clause.start, clause.text) for clause in analysis.clauses]
    return units(analysis.document.title, analysis.document.language, texts)


def planted(analysis: Analysis, data: Path, seed: int) -> list[Planted]:
    """An error in one clause of ``EVERY``, of the next kind that it has room for."""
    rng = random.Random(f"{analysis.document.id} {seed}")
    language, words = analysis.document.language, bank(analysis.document.language, data)
    kinds, errors = list(CHOSEN), []
    rng.shuffle(kinds)
    for clause in analysis.clauses[rng.randrange(EVERY) :: EVERY]:
        for kind in kinds:
            made = PLANTERS[kind][language](clause.text, words, rng)
            if made and made != clause.text:
                errors.append(Planted(kind, clause.start, clause.text, made))
                kinds.append(kinds.pop(kinds.index(kind)))
                break
    return errors


def damaged(document: Document, errors: Sequence[Planted]) -> Document:
    """A document with the errors in it."""
    for error in reversed(errors):
        document = changed(document, error.start, error.before, error.after)
    return document


def changed(document: Document, start: int, before: str, after: str) -> Document:
    """A document with other words at a place; blocks and text move along."""
    grown = len(after) - len(before)
    text = document.text[:start] + after + document.text[start + len(before) :]
    blocks = tuple(
        replace(b, start=b.start + grown * (b.start > start), end=b.end + grown * (b.end > start), cells=())
        for b in document.blocks
    )
    return replace(document, text=text, blocks=blocks)


KNOWN: dict[str, NDArray[np.float32]] = {}
"""Vectors of texts seen: most of a planted document is that of the clean one."""


def vectors(texts: Sequence[str]) -> NDArray[np.float32]:
    """Unit vectors, each made once."""
    model = loaded_encoder(DEFAULT_ENCODER)
    new = [text for text in dict.fromkeys(texts) if text not in KNOWN]
    if new:
        KNOWN.update(zip(new, model.vectors(model.features(new)), strict=True))
    return np.stack([KNOWN[text] for text in texts])


def measured(case: Case, data: Path, seeds: Sequence[int], least: float, count: Count, *, show: bool) -> None:
    """Add one text: as it is, then with errors in either version, of which the other is the original."""
    clean = check(case.pair, case.link(*case.pair), vectors=vectors, original=0, least=least)
    count.links += len(clean.links)
    count.false += len(clean.differences)
    for found in clean.differences if show else ():
        print(f"  false alarm: {found.weight} {found.kind} {found.values}")
    for seed in seeds:
        for side in (0, 1):
            errors = planted(case.pair[side], data, seed)
            wrong = case.damage(case.pair[side], errors)
            both = (wrong, case.pair[1]) if side == 0 else (case.pair[0], wrong)
            result = check(both, case.link(*both), vectors=vectors, original=1 - side, least=least)
            score(errors, side, result, count, show=show)


def main() -> None:
    """Plant, check, print."""
    options = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    options.add_argument("data", type=Path)
    options.add_argument("--seeds", default="1")
    options.add_argument("--families", default=",".join(FAMILIES))
    options.add_argument("--gold", type=Path)
    options.add_argument("--half", choices=("first", "second"), default="", help="of the links of --gold")
    options.add_argument("--show", action="store_true")
    options.add_argument("--sure", type=float, default=LEAST, help="confidence from which findings count")
    given = options.parse_args()
    count = Count(Counter(), Counter(), Counter(), Counter(), Counter())
    for case in gold(given.gold, given.half) if given.gold else builtin(given.families.split(",")):
        measured(
            case,
            given.data,
            [int(seed) for seed in given.seeds.split(",")],
            given.sure,
            count,
            show=given.show,
        )
        print(f"after {case.pair[0].document.id}:", *table(count), sep="\n", flush=True)


if __name__ == "__main__":
    main()

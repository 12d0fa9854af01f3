"""Draw material differences of sister agreements for a reader to judge (docs/judged.md).

python bench/judged.py DATA                     the pairs of all sets; DATA: the folder of treaties
python bench/judged.py DATA --set fresh         material differences of each pair, drawn by weight and seed
python bench/judged.py DATA --set second --all  every material difference of a set
python bench/judged.py DATA --set fresh --clauses       both texts of each pair, clause beside clause
"""

import argparse
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from random import Random

from policynlp import pipeline
from policynlp.records import Comparison, Difference

SEEDS = {"development": 20261122, "held": 20261122, "second": 20261123, "fresh": 20261123}
"""For each set of pairs, the seed of every choice: which sisters are paired, which differences are read."""
SIZES = {"ko": 11, "en": 18}
"""Differences to judge of each pair at most, so that long texts do not crowd out short ones."""


@dataclass(frozen=True, slots=True)
class Family:
    """Agreements on one subject, told by their first words, since the collection leaves titles empty."""

    name: str
    files: str
    """Which files of the collection."""
    opening: str
    """Pattern of the text without its spaces, from where the provisions begin."""
    characters: tuple[int, int]
    """Least and most characters of the text."""
    alike: float
    """Least share of the shorter text's words that the other has: sisters, not strangers of one subject."""
    pairs: Mapping[str, int]
    """Pairs to draw for each set."""


def _sets(first: int, later: int) -> dict[str, int]:
    """As many pairs for both sets of a seed."""
    return {"development": first, "held": first, "second": later, "fresh": later}


FAMILIES = (
    Family("science", "kr/*.md", r"^제1조.{0,160}과학.{0,3}기술", (1200, 2600), 0.25, _sets(2, 2)),
    Family(
        "economy",
        "kr/*.md",
        r"^제1조(?!.{0,300}차관).{0,60}(?:무역|경제및|경제협력)",
        (1100, 4000),
        0.25,
        _sets(1, 0),
    ),
    Family("grants", "kr/*.md", r"^.{0,400}무상원조에관한기본협정", (3500, 7000), 0.4, _sets(1, 0)),
    Family("culture", "kr/*.md", r"^제1조.{0,120}문화", (1100, 3000), 0.25, _sets(0, 3)),
    Family("aviation", "kr/*.md", r"^제1조.{0,200}(?:항공당국|시카고에서)", (3000, 8000), 0.4, _sets(0, 2)),
    Family("investment", "kr/*.md", r"^제1조.{0,300}투자(?:라|란|자)", (3000, 7500), 0.4, _sets(0, 2)),
    Family("tax", "kr/*.md", r"^제1조.{0,12}인적범위", (8000, 30000), 0.3, _sets(0, 1)),
    Family("trade", "tota/*.xml", r"FreeTrade.{0,20}</type>", (12000, 42000), 0.55, _sets(2, 3)),
)
BODY = "## 조약내용"
"""Heading before the text of a Korean file."""


def opening(path: Path) -> tuple[str, int]:
    """The beginning of a file's text without spaces, and how long the whole is."""
    text = path.read_text("utf8")
    body = text.split(BODY)[-1] if path.suffix == ".md" else text
    return re.sub(r"\s+", "", body[:2000]), len(body.strip())


def members(family: Family, data: Path) -> list[Path]:
    """Files of a family, by name; English ones must say so."""
    found = []
    for path in sorted(data.glob(family.files)):
        start, size = opening(path)
        english = path.suffix == ".md" or "<language>en<" in start
        if english and family.characters[0] <= size <= family.characters[1]:
            found += [path] if re.search(family.opening, start) else []
    return found


def words(path: Path) -> set[str]:
    """The longer words of a file's text."""
    text = path.read_text("utf8").split(BODY)[-1]
    return set(re.findall(r"[가-힣]{2,}|[a-z]{4,}", re.sub(r"<[^>]*>", " ", text).lower()))


def sisters(family: Family, data: Path, seed: int) -> list[tuple[Path, Path]]:
    """Pairs of a family, in an order drawn by a seed."""
    said = {path: words(path) for path in members(family, data)}
    options = [
        (a, b)
        for a, b in combinations(said, 2)
        if len(said[a] & said[b]) >= family.alike * min(len(said[a]), len(said[b]))
    ]
    Random(f"{seed}{family.name}").shuffle(options)
    return options


def sets(data: Path) -> dict[str, list[tuple[Path, Path]]]:
    """Pairs of sisters by set; no file stands twice."""
    drawn: dict[str, list[tuple[Path, Path]]] = {name: [] for name in SEEDS}
    taken: set[Path] = set()
    for seed in sorted(set(SEEDS.values())):
        for family in FAMILIES:
            options = sisters(family, data, seed)
            for name in (name for name in SEEDS if SEEDS[name] == seed):
                for _ in range(family.pairs[name]):
                    pair = next((pair for pair in options if not taken & set(pair)), ())
                    taken |= set(pair)
                    drawn[name] += [(pair[0], pair[1])] if pair else []
    return drawn


def material(comparison: Comparison) -> list[Difference]:
    """What a reader is told first, by rank."""
    return [difference for difference in comparison.differences if difference.material]


def sample(comparison: Comparison, seed: int) -> list[Difference]:
    """The material differences of a pair that are read, in order of rank; a heavier one is drawn the more
    likely."""
    found = material(comparison)
    dice = Random(seed)
    drawn = sorted(found, key=lambda difference: -(dice.random() ** (1 / difference.weight)))
    size = SIZES[comparison.documents[0].document.language]
    return [difference for difference in found if difference in drawn[:size]]


def described(comparison: Comparison, difference: Difference) -> Iterator[str]:
    """A difference with its values and both texts, for reading."""
    yield f"{difference.kind} {difference.id} ({difference.weight}): {difference.values}"
    for side, ids in zip(comparison.documents, difference.clauses, strict=True):
        yield "    " + (" | ".join(f"[{id}] {side.clause(id).text}" for id in ids) or "-")


def side_by_side(comparison: Comparison) -> Iterator[str]:
    """Clauses of the first document with what each is linked to, then the rest of the second."""
    first, second = comparison.documents
    linked = {id: link for link in comparison.links for id in link.clauses[0]}
    for clause in first.clauses:
        link = linked.get(clause.id)
        yield f"A [{clause.id}] {clause.text}"
        for id in link.clauses[1] if link else ():
            yield f"        B [{id}] {second.clause(id).text}"
    answered = {id for link in comparison.links for id in link.clauses[1]}
    yield from (f"only B [{c.id}] {c.text}" for c in second.clauses if c.id not in answered)


def main(arguments: Sequence[str]) -> int:
    """List the pairs, or print what is to be judged; 2 where the data is missing."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--set", choices=tuple(SEEDS))
    parser.add_argument("--all", action="store_true")
    parser.add_argument("--clauses", action="store_true")
    options = parser.parse_args(arguments)
    if not (options.data / "kr").is_dir():
        print(f"{options.data}: no folder of treaties, so there is nothing to judge", file=sys.stderr)
        return 2
    drawn = sets(options.data)
    if not options.set:
        print(*(f"{name}: {a.stem} {b.stem}" for name in drawn for a, b in drawn[name]), sep="\n")
        return 0
    compared = [(a.stem, b.stem, pipeline.diff(a, b)) for a, b in drawn[options.set]]
    if options.clauses:
        for a, b, comparison in compared:
            print(f"\n# {a} - {b}", *side_by_side(comparison), sep="\n")
        return 0
    number = 0
    for a, b, comparison in compared:
        for difference in material(comparison) if options.all else sample(comparison, SEEDS[options.set]):
            number += 1
            print(f"{number}. {a} - {b}", *described(comparison, difference), sep="\n  ")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

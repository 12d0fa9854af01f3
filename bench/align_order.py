"""What order is worth to the engine: the news lines put in order, and the same lines in blocks that changed
places.

    python bench/align_order.py [--blocks 3] [--weights FILE]
"""

import argparse
import json
import random
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from alignment_gold import Document, documents, f1, tally, vectors

from policynlp.alignment import align_units
from policynlp.alignment.weights import Weights, fitted, parse
from policynlp.records import Unit

KIND = "news_ko_en"


def main() -> None:
    """Print link, group and null F1 of both."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--blocks", type=int, default=3)
    parser.add_argument("--weights", type=Path)
    arguments = parser.parse_args()
    weights = parse(json.loads(arguments.weights.read_text("utf8"))) if arguments.weights else fitted()
    found = [placed(document, in_order(document)) for document in documents()[KIND]]
    moved = [placed(one, shuffled(one, number, arguments.blocks)) for number, one in enumerate(found)]
    for name, rows in (("in order", found), (f"{arguments.blocks} blocks shuffled", moved)):
        counts = measured(rows, weights)
        figures = ", ".join(f"{kind} {f1(counts, kind):.4f}" for kind in ("link", "bead", "null"))
        print(f"{KIND} {name}: {figures}")


def in_order(document: Document) -> list[int]:
    """The second side's units by their partners; one without a partner stays behind the unit before it."""
    partner = {j: (a[0], j) for a, b in document["links"] for j in b}
    after = (-1, -1)
    keys = []
    for j in range(len(document["b"])):
        after = partner.get(j, after)
        keys.append((*after, j))
    return [key[-1] for key in sorted(keys)]


def shuffled(document: Document, seed: int, blocks: int) -> list[int]:
    """The second side's units in blocks of another order, none cut inside a group; of fewer units than
    ``blocks`` as they are."""
    chance = random.Random(seed)
    count = len(document["b"])
    joined = {j for _, b in document["links"] for j in b[1:]}
    free = [j for j in range(1, count) if j not in joined]
    if len(free) < blocks - 1 or blocks < 2:
        return list(range(count))
    cuts = [0, *sorted(chance.sample(free, blocks - 1)), count]
    order = list(range(blocks))
    while order == sorted(order):
        chance.shuffle(order)
    return [j for block in order for j in range(cuts[block], cuts[block + 1])]


def placed(document: Document, order: Sequence[int]) -> Document:
    """The document with its second side in that order."""
    place = {j: n for n, j in enumerate(order)}
    links = [[a, sorted(place[j] for j in b)] for a, b in document["links"]]
    return {**document, "b": [document["b"][j] for j in order], "links": links}


def measured(found: Sequence[Document], weights: Weights) -> Counter[str]:
    """Counts of right, found and gold over documents."""
    counts: Counter[str] = Counter()
    for document in found:
        sides = [[Unit(text=text) for text in document[side]] for side in "ab"]
        links = align_units(*sides, *(vectors(document[side]) for side in "ab"), weights=weights)
        counts.update(tally(document, [(link.a, link.b) for link in links]))
    return counts


if __name__ == "__main__":
    main()

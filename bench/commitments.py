"""Measure what is taken for a commitment and what is not.

python bench/commitments.py G20.jsonl TREATIES   summit commitments, one a line with "text"; the treaties

Recall: summit commitments read with force 4 or more. False alarms: clauses of treaties' preambles, which
commit nobody, read with force 4 or more where they stand.
"""

import argparse
import json
import random
import re
from collections.abc import Mapping
from pathlib import Path

import policynlp
from policynlp import errors, extract, pipeline, segment
from policynlp.records import Clause

FIRM = 4
"""Force from which a reading counts as a commitment."""
CLAUSES, SEED = 200, 4
"""Recitals and descriptions that are sampled, and the seed of the draw."""
OPERATIVE = re.compile(r"^\s*(?:article|chapter|part|title|section)\b", re.IGNORECASE)
MOST = 60
"""Clauses of a preamble; where more come before the first article, the text has no articles."""
SHORTEST, LONGEST = 30, 900
"""Characters of a clause that is judged."""


def firm(text: str) -> bool:
    """Whether a commitment of force 4 or more is read; the purposes of others do not count."""
    return any(one.force >= FIRM and not one.purpose for one in policynlp.commitments(text, language="en"))


def preamble(file: Path) -> dict[str, bool]:
    """The clauses of a treaty before its first article, and whether each is read as a commitment."""
    document = pipeline.read(file)
    clauses: list[Clause] = []
    for clause in segment.segment(document):
        if any(OPERATIVE.match(words) for words in (clause.label, clause.text, *clause.path)):
            break
        clauses.append(clause)
    read = extract.extract(document, clauses).commitments if len(clauses) <= MOST else ()
    firm_ones = {one.clause for one in read if one.force >= FIRM and not one.purpose}
    judged = [c for c in clauses if c.language == "en" and SHORTEST <= len(c.text) <= LONGEST]
    return {c.text: c.id in firm_ones for c in judged} if len(clauses) <= MOST else {}


def recitals(folder: Path) -> dict[str, bool]:
    """The sample: at most four clauses a treaty, drawn in an order that the seed fixes."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    draw = random.Random(SEED)
    draw.shuffle(files)
    found: dict[str, bool] = {}
    for file in files:
        try:
            read = preamble(file)
        except errors.PolicyNLPError:
            continue
        found |= {text: read[text] for text in draw.sample(sorted(read), min(4, len(read)))}
        if len(found) >= CLAUSES:
            break
    return dict(list(found.items())[:CLAUSES])


def summits(file: Path) -> list[str]:
    """The texts of a JSONL file."""
    return [json.loads(line)["text"] for line in file.read_text("utf8").splitlines() if line.strip()]


def told(name: str, read: Mapping[str, bool], wanted: bool, show: bool) -> None:
    """Prints the share of texts that are read as commitments, and with ``show`` those read wrong."""
    print(f"{name}: {sum(read.values())}/{len(read)} = {sum(read.values()) / len(read):.3f}")
    for text in (text for text, said in read.items() if show and said != wanted):
        print(f"   {text}")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("summits", type=Path)
    parser.add_argument("treaties", type=Path)
    parser.add_argument("--show", action="store_true")
    arguments = parser.parse_args()
    found = {text: firm(text) for text in summits(arguments.summits)}
    told("commitments found", found, True, arguments.show)
    told("recitals taken for commitments", recitals(arguments.treaties), False, arguments.show)


if __name__ == "__main__":
    main()

"""What amounts, dates and bodies are read out of press texts, as the tables of docs/seeds.md.

python bench/seeds.py FOLDER            FOLDER: texts (.txt)
python bench/seeds.py FOLDER --unread   figures that no reading covers, in their context, to be judged by eye
"""

import argparse
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from policynlp import pipeline
from policynlp.records import Analysis, Mention

AROUND = 25
"""Characters shown on each side of an unread figure."""
FIGURE = re.compile(r"\d[\d.,]*")


def rows(analysis: Analysis, kind: str) -> Iterator[str]:
    """A table row for each value, with every wording that it was read from."""
    found: dict[tuple[str, str], Counter[str]] = {}
    for mention in analysis.mentions:
        if mention.kind == kind:
            key = str(mention.attributes.get("type", "")), mention.value
            found.setdefault(key, Counter())[mention.text] += 1
    for (type, value), words in sorted(found.items()):
        shown = "; ".join(f"{text} ({n})" if n > 1 else text for text, n in sorted(words.items()))
        first = f"| {type} | `{value}` |" if type else f"| `{value}` |"
        yield f"{first} {shown.replace('|', '¦')} |"


def tables(analysis: Analysis) -> str:
    """Quantities, then bodies of one text."""
    return "\n".join(
        [
            f"## {analysis.document.source.location.rpartition('/')[2]}",
            "",
            "| what | value | words |",
            "|---|---|---|",
            *rows(analysis, "quantity"),
            "",
            "| body | words |",
            "|---|---|",
            *rows(analysis, "institution"),
            "",
        ]
    )


def unread(analysis: Analysis) -> Iterator[str]:
    """Figures in no quantity, with the words around them."""
    quantities: dict[str, list[Mention]] = {}
    for mention in analysis.mentions:
        if mention.kind == "quantity":
            quantities.setdefault(mention.span.clause, []).append(mention)
    for clause in analysis.clauses:
        for match in FIGURE.finditer(clause.text):
            known = quantities.get(clause.id, [])
            if not any(one.span.start <= match.start() < one.span.end for one in known):
                yield clause.text[max(0, match.start() - AROUND) : match.end() + AROUND].replace("\n", " ")


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--unread", action="store_true")
    arguments = parser.parse_args()
    for place in sorted(arguments.folder.glob("*.txt")):
        analysis = pipeline.analyse(pipeline.read(place))
        print(*unread(analysis), sep="\n") if arguments.unread else print(tables(analysis))
    return 0


if __name__ == "__main__":
    sys.exit(main())

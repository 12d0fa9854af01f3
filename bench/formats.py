"""How much of the known text each format gives back: ``python bench/formats.py [--write] [SAMPLES]``.

Every undamaged sample is read and cut into clauses, and held against the text that it was made from (white
space and the bars between cells aside):

- *recall*: share of the known text's sequences of four characters that are found, wherever they stand and as
  often as they are known. A lost, doubled-up or wrongly joined line costs; a line in the wrong place hardly.
- *order*: share of the known characters that are found in the known order (longest common subsequence).
- *extra*: share of the found characters that are not in that subsequence: furniture, repetition.
- *labels*: provisions with the number that a person sees at them, under the article that they stand in.
- *rows*: bilingual rows with each side in a cell of its own.
- *linked*: provisions of a bilingual table whose clause in one version is linked with just the other's.

Then the speed of the PDF reader in pages a second, and its ratio to bare pypdfium2 (every page's text) in the
same run. ``--write`` puts both tables into docs/formats.md. SAMPLES is ``../shared/data/samples`` by default.
"""

import argparse
import itertools
import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from rapidfuzz.distance import LCSseq
from samples import Known, Provision, samples

from policynlp.errors import PolicyNLPError
from policynlp.ingest import FORMATS, read_file
from policynlp.ingest.bilingual import counterparts, split
from policynlp.records import Clause, Document
from policynlp.segment import segment

ROOT = Path(__file__).parents[1]
TARGET = 0.98
"""Least recall and order of a file that is not damaged."""
GRAM = 4
"""Characters in a sequence whose presence is counted."""
ALIKE = 0.9
"""Least share of a provision's characters in a clause that is taken for it."""
RUNS = 7
"""Readings of each PDF, of which the fastest counts."""
_SPACE = re.compile(r"[\s|]+")
_MARKS = ("<!-- formats -->", "<!-- /formats -->")


@dataclass(frozen=True, slots=True)
class Result:
    """A sample's figures; shares 0 to 1, counts as (right, known)."""

    name: str
    recall: float = 0.0
    order: float = 0.0
    extra: float = 0.0
    labels: tuple[int, int] = (0, 0)
    rows: tuple[int, int] = (0, 0)
    linked: tuple[int, int] = (0, 0)
    error: str = ""

    @property
    def passed(self) -> bool:
        """True where all of the sample's figures reach the target."""
        complete = all(right == known for right, known in (self.labels, self.rows, self.linked))
        return not self.error and min(self.recall, self.order) >= TARGET and complete


def dense(text: str) -> str:
    """Without white space and bars."""
    return _SPACE.sub("", text)


def grams(text: str) -> Counter[str]:
    """Sequences of GRAM characters; a shorter text is its own."""
    return Counter(text[place : place + GRAM] for place in range(max(1, len(text) - GRAM + 1)))


def recall(known: str, found: str) -> float:
    """Share of the known sequences that are found, as often as known."""
    wanted = grams(known)
    return sum((wanted & grams(found)).values()) / max(1, sum(wanted.values()))


def shown(document: Document) -> str:
    """The document's text with the numbers that its format keeps outside of it, and its notes at the end."""
    lines = [f"{block.label} {document.text[block.start : block.end]}" for block in document.blocks]
    return "\n".join(lines + [one.text for one in document.asides if one.kind == "footnote"])


def right_labels(provisions: Sequence[Provision], clauses: Sequence[Clause]) -> int:
    """Provisions whose clause has their number and stands under their article; clauses are taken in order."""
    right, next_ = 0, 0
    for provision in provisions:
        wanted = dense(provision.text)
        places = range(next_, len(clauses))
        place = next((one for one in places if _alike(wanted, dense(clauses[one].text))), None)
        if place is None:
            continue
        next_ = place + 1
        clause = clauses[place]
        under = any(dense(part).startswith(dense(provision.article)) for part in clause.path)
        right += dense(clause.label) == dense(provision.label) and under
    return right


def _alike(wanted: str, found: str) -> bool:
    return LCSseq.normalized_similarity(wanted, found, score_cutoff=ALIKE) >= ALIKE


def right_rows(pairs: Sequence[tuple[str, str]], document: Document) -> int:
    """Known pairs that are a row of the document, each side in its cell."""
    rows = {
        cells for block in document.blocks if (cells := tuple(_cells(document, block.start, block.cells)))
    }
    return sum(tuple(map(dense, pair)) in rows for pair in pairs)


def right_links(pairs: Sequence[tuple[str, str]], document: Document) -> int:
    """Known pairs that are linked clause with clause once the document is split into its versions."""
    versions = split(document)
    if versions is None:
        return 0
    sides = [segment(one) for one in versions.documents]
    texts = [{clause.id: dense(clause.label + clause.text) for clause in side} for side in sides]
    found = counterparts(versions, (0, 1), sides[0], sides[1])
    linked = {
        tuple(texts[side][ids[side][0]] for side in (0, 1))
        for ids in found.pairs
        if len(ids[0] + ids[1]) == 2
    }
    turned = versions.documents[0].language == "ko"
    return sum(tuple(map(dense, pair[::-1] if turned else pair)) in linked for pair in pairs)


def _cells(document: Document, start: int, ends: Sequence[int]) -> Iterator[str]:
    for here, end in itertools.pairwise((start, *ends)):
        yield dense(document.text[here:end])


def measured(path: Path, known: Known) -> Result:
    """The figures of one sample; the reason where it cannot be read."""
    try:
        document = read_file(path)
    except PolicyNLPError as error:
        return Result(path.name, error=str(error).removeprefix(f"{path}: "))
    wanted, found = dense("\n".join(known.lines)), dense(shown(document))
    provisions = [pair for pair in known.pairs if not pair[0].startswith("Article")]
    common = LCSseq.similarity(wanted, found)
    return Result(
        path.name,
        recall(wanted, found),
        common / max(1, len(wanted)),
        1 - common / max(1, len(found)),
        (right_labels(known.provisions, segment(document)), len(known.provisions)),
        (right_rows(known.pairs, document), len(known.pairs)),
        (right_links(provisions, document) if provisions else 0, len(provisions)),
    )


def table(results: Sequence[Result]) -> Iterator[str]:
    """The figures as a Markdown table."""
    yield "| sample | recall | order | extra | labels right | rows paired | clauses linked |"
    yield "|---|---|---|---|---|---|---|"
    for one in results:
        if one.error:
            yield f"| {one.name} | not read: {one.error} | | | | | |"
            continue
        counts = (
            f"{right} of {known}" if known else "" for right, known in (one.labels, one.rows, one.linked)
        )
        yield f"| {one.name} | {one.recall:.3f} | {one.order:.3f} | {one.extra:.3f} | {' | '.join(counts)} |"


def seconds(*works: Callable[[], object]) -> list[float]:
    """Wall time of the fastest of RUNS runs of each; they take turns, so that a busy machine slows both."""
    times: list[list[float]] = [[] for _ in works]
    for _ in range(RUNS):
        for work, own in zip(works, times, strict=True):
            start = time.perf_counter()
            work()
            own.append(time.perf_counter() - start)
    return list(map(min, times))


def bare(data: bytes) -> int:
    """Every page's text with pypdfium2 and nothing else; the number of pages."""
    import pypdfium2

    document = pypdfium2.PdfDocument(data)
    for page in document:
        text = page.get_textpage()
        text.get_text_range()
        text.close()
        page.close()
    pages = len(document)
    document.close()
    return pages


def speeds(folder: Path) -> Iterator[str]:
    """Pages a second of each PDF sample against bare pypdfium2, as a Markdown table."""
    yield "| PDF | pages | pages/s | ratio to bare pypdfium2 |"
    yield "|---|---|---|---|"
    for name in ("big", "typed", "two_columns", "bilingual_table"):
        path = folder / "out" / f"{name}.pdf"
        data = path.read_bytes()
        pages = bare(data)
        read = partial(FORMATS["pdf"].read, data, str(path))
        ours, theirs = seconds(read, partial(bare, data))
        yield f"| {path.name} | {pages} | {pages / ours:,.0f} | {theirs / ours:.2f} |"


def write(lines: Sequence[str]) -> None:
    """Put the tables between the marks in docs/formats.md."""
    place = ROOT / "docs" / "formats.md"
    text = place.read_text("utf8")
    before, found, rest = text.partition(_MARKS[0])
    _, closed, after = rest.partition(_MARKS[1])
    if not found or not closed:
        raise SystemExit(f"{place}: put the lines {_MARKS[0]} and {_MARKS[1]} where the tables belong")
    place.write_text("\n".join((before + _MARKS[0], *lines, _MARKS[1])) + after, "utf8")


def main() -> int:
    """Print the tables; 1 where a sample misses the target."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("samples", nargs="?", type=Path, default=ROOT.parent / "shared" / "data" / "samples")
    parser.add_argument("--write", action="store_true", help="put the tables into docs/formats.md")
    chosen = parser.parse_args()
    results = [measured(path, known) for path, known in samples(chosen.samples)]
    lines = [*table(results), "", *(speeds(chosen.samples) if "pdf" in FORMATS else ())]
    print(*lines, sep="\n")
    if chosen.write:
        write(lines)
    return int(not all(one.passed for one in results))


if __name__ == "__main__":
    sys.exit(main())

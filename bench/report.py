"""Speed of a long HTML report in Chromium: ``python bench/report.py [--clauses 2000] [--runs 7]``.

The two built-in memoranda are repeated until each side has the clauses asked for, with all that was read in
them and all their differences. Prints the size of the page and the time to render it, then main-thread time
from navigation until the page answers, beside an empty page of equal size (least and median of the runs, in
turn), and how long the first search, the next one and the rest of the rows take. Seconds depend on the
machine; compare the ratio, which comes from one run.
"""

import argparse
import shutil
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from statistics import median
from typing import Any

from policynlp import pipeline
from policynlp.records import Analysis, ClauseLink, Comparison, Difference, Span
from policynlp.report import FORMATS

ANSWERED = "new Promise(done => requestAnimationFrame(() => setTimeout(done, 0)))"
"""Resolves when the page has drawn a frame and is ready for the next event."""
SEARCH = """words => {
    const start = performance.now();
    const field = document.querySelector("#q");
    field.value = words;
    field.dispatchEvent(new Event("input"));
    return (performance.now() - start) / 1000;
}"""
"""Types words into the search field; the seconds that the page takes to answer."""


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--clauses", type=int, default=2000, help="clauses a side, at least")
    parser.add_argument("--runs", type=int, default=7, help="loads of each page")
    arguments = parser.parse_args()
    comparison = repeated(pipeline.diff("mou", "moc"), arguments.clauses)
    start = time.perf_counter()
    content = FORMATS["html"].render(comparison)
    sizes = " and ".join(str(len(each.clauses)) for each in comparison.documents)
    print(f"{sizes} clauses, {len(comparison.differences)} differences: {len(content) / 1e6:.1f} MB")
    print(f"rendered in {time.perf_counter() - start:.1f} s")
    with tempfile.TemporaryDirectory() as folder, chromium() as browser:
        report, empty = Path(folder, "report.html"), Path(folder, "empty.html")
        report.write_bytes(content)
        empty.write_text(
            f"<!doctype html><meta charset=utf-8><title>empty</title><!--{'-=' * (len(content) // 2)}-->"
        )
        loading(browser, report, empty, arguments.runs)
        answering(browser, report)


def repeated(comparison: Comparison, least: int) -> Comparison:
    """The comparison with its clauses, links and differences over and over."""
    shortest = min(len(each.clauses) for each in comparison.documents)
    times = -(-least // shortest)
    return replace(
        comparison,
        documents=tuple(_analysis(each, times) for each in comparison.documents),
        links=tuple(_link(link, n) for n in range(times) for link in comparison.links),
        differences=tuple(_difference(each, n) for n in range(times) for each in comparison.differences),
    )


def _id(id: str, copy: int) -> str:
    return f"{id}x{copy}" if copy else id


def _span(span: Span, copy: int) -> Span:
    return replace(span, clause=_id(span.clause, copy))


def _ids(sides: Sequence[Sequence[str]], copy: int) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(_id(id, copy) for id in ids) for ids in sides)


def _link(link: ClauseLink, copy: int) -> ClauseLink:
    return replace(link, id=_id(link.id, copy), clauses=_ids(link.clauses, copy))


def _difference(each: Difference, copy: int) -> Difference:
    return replace(
        each,
        id=_id(each.id, copy),
        link=_id(each.link, copy) if each.link else None,
        clauses=_ids(each.clauses, copy),
        spans=tuple(tuple(_span(span, copy) for span in side) for side in each.spans),
        searched=tuple(replace(passage, clause=_id(passage.clause, copy)) for passage in each.searched),
    )


def _analysis(analysis: Analysis, times: int) -> Analysis:
    """A document with its clauses, and what was read in them, over and over."""
    copies = range(times)
    return replace(
        analysis,
        clauses=tuple(
            replace(
                clause,
                id=_id(clause.id, n),
                anchor=_id(clause.anchor, n),
                parent=_id(clause.parent, n) if clause.parent else None,
                start=clause.start + n * len(analysis.document.text),
                end=clause.end + n * len(analysis.document.text),
            )
            for n in copies
            for clause in analysis.clauses
        ),
        commitments=tuple(
            replace(
                each,
                clause=_id(each.clause, n),
                inherited_from=_id(each.inherited_from, n) if each.inherited_from else None,
                spans=_spans(each.spans, n),
            )
            for n in copies
            for each in analysis.commitments
        ),
        mentions=tuple(replace(each, span=_span(each.span, n)) for n in copies for each in analysis.mentions),
    )


def _spans(spans: Mapping[Any, Span], copy: int) -> dict[Any, Span]:
    return {role: _span(span, copy) for role, span in spans.items()}


@contextmanager
def chromium() -> Iterator[Any]:
    """The system's Chromium, else playwright's own."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        yield browser
        browser.close()


def loading(browser: Any, report: Path, empty: Path, runs: int) -> None:
    """Print what loading costs beside an empty page, the two in turn."""
    page = browser.new_page()
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})
    times: dict[Path, list[float]] = {report: [], empty: []}
    for _ in range(runs):
        for place, taken in times.items():
            page.goto(place.as_uri())
            page.evaluate(ANSWERED)
            metrics = session.send("Performance.getMetrics")["metrics"]
            taken.append(next(each["value"] for each in metrics if each["name"] == "TaskDuration"))
    for name, place in (("report", report), ("empty page", empty)):
        print(
            f"{name}: {min(times[place]):.2f} s least, {median(times[place]):.2f} s median until it answers"
        )
    ratios = [min(times[report]) / min(times[empty]), median(times[report]) / median(times[empty])]
    print(f"ratio: {ratios[0]:.1f} least, {ratios[1]:.1f} median")
    page.close()


def answering(browser: Any, report: Path) -> None:
    """Print how long searches take, the first one right after loading, and when the last row is in."""
    page = browser.new_page()
    page.goto(report.as_uri())
    for words in ("x12", "fusion", "quantum"):
        print(f"search for {words}: {page.evaluate(SEARCH, words):.2f} s")
    start = time.perf_counter()
    page.goto(report.as_uri())
    page.wait_for_selector("noscript.part", state="detached", timeout=120_000)
    print(f"every row in, while the page answers: {time.perf_counter() - start:.1f} s")
    page.close()


if __name__ == "__main__":
    main()

"""A report of 2,000 clauses a side: as fast as a short one, and nothing missing."""

from pathlib import Path
from typing import Any

import pypdfium2 as pdfium
import pytest

from policynlp.report import FORMATS
from tests.report import examples
from tests.report.sight import IN_VIEW

pytestmark = pytest.mark.browser

LOAD_RATIO = 5.0
"""Most main-thread time that a report of 2,000 clauses a side may take until it answers, in times that of an
empty page of equal size. Measured: 2.1 (.29 s against .14 s on one of two busy cores)."""


def _busy(page: Any, session: Any, address: str) -> float:
    """Seconds of processor time from navigation until the page answers: its load and a frame after."""
    page.goto(address)
    page.evaluate("new Promise(done => requestAnimationFrame(() => setTimeout(done, 0)))")
    metrics = session.send("Performance.getMetrics")["metrics"]
    return next(float(each["value"]) for each in metrics if each["name"] == "TaskDuration")


@pytest.fixture(scope="module")
def long_report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two documents of 2,000 clauses."""
    file = tmp_path_factory.mktemp("long") / "long.html"
    file.write_bytes(FORMATS["html"].render(examples.large(2000)))
    return file


def test_two_thousand_clauses_load_about_as_fast_as_an_empty_page(browser, long_report):
    empty = long_report.with_name("empty.html")
    filling = "-=" * (long_report.stat().st_size // 2)
    empty.write_text(f"<!doctype html><meta charset=utf-8><title>empty</title><!--{filling}-->")
    page = browser.new_page()
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})
    base = min(_busy(page, session, empty.as_uri()) for _ in range(3))
    assert min(_busy(page, session, long_report.as_uri()) for _ in range(3)) < LOAD_RATIO * base
    page.close()


def test_a_search_right_after_loading_reads_two_thousand_clauses(browser, long_report):
    page = browser.new_page()
    page.goto(long_report.as_uri())
    page.fill("#q", "(1233)")
    assert page.text_content("#shown").endswith("1 of 2400 rows")
    page.fill("#q", "")
    assert page.text_content("#shown").endswith("2400 of 2400 rows")
    page.close()


@pytest.mark.parametrize("target", ["long-b.en/90-1801", "d1599"])
def test_a_link_far_down_a_long_report_arrives(browser, long_report, target):
    page = browser.new_page()
    page.goto(f"{long_report.as_uri()}#{target}")
    found = page.query_selector(f"[id='{target}']")
    found.wait_for_element_state("visible")
    assert found.evaluate(IN_VIEW)
    page.close()


def test_a_long_report_is_all_there_once_the_browser_was_idle(browser, long_report):
    page = browser.new_page()
    page.goto(long_report.as_uri())
    page.wait_for_selector("noscript.part", state="detached", timeout=60_000)
    assert len(page.query_selector_all("#rows .row")) == 2400
    assert len(page.query_selector_all("#findings .finding")) == 1600
    page.close()


def test_what_comes_in_later_speaks_the_language_of_the_page(browser, long_report):
    page = browser.new_page()
    page.goto(long_report.as_uri())
    page.click("#switch")
    page.fill("#q", "(1999)")
    assert page.text_content("#rows .row:not([hidden]) .rel") == "long-a에만 있음"
    page.close()


def test_without_a_script_the_whole_report_can_be_read(browser, long_report):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(long_report.as_uri())
    assert len(page.query_selector_all("#rows .row")) == 2400
    assert len(page.query_selector_all("#findings .finding")) == 1600
    context.close()


def test_paper_gets_all_of_a_long_report(browser, long_report):
    page = browser.new_page()
    page.goto(long_report.as_uri())
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert len(page.query_selector_all("#rows .row")) == 2400
    page.close()


def test_on_paper_the_heads_of_the_columns_stand_on_every_page_and_no_row_is_cut(opened):
    paper = pdfium.PdfDocument(opened(examples.large(40)).pdf(prefer_css_page_size=True))
    pages = [page.get_textpage().get_text_range().replace("\r\n", " ") for page in paper]
    assert [text.startswith(f"{number} / {len(pages)} ") for number, text in enumerate(pages, 1)] == [
        True
    ] * len(pages)
    first = next(number for number, text in enumerate(pages) if "Clause by clause" in text)
    last = next(number for number, text in enumerate(pages) if "How to read this" in text)
    assert last - first > 4
    assert all(" long-a long-b " in text[:40] for text in pages[first + 1 : last])
    linked = [number for number in range(1, 41) if number % 5]
    whole = [
        any(
            f"({number - 1})" in text and f"Clause {number} is worded differently." in text
            for text in pages[first:last]
        )
        for number in linked
    ]
    assert whole == [True] * len(linked)

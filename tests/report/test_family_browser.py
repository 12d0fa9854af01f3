"""The page of three and of six documents in a real browser."""

import pytest

from tests.report.families import family, six

pytestmark = pytest.mark.browser


PLACES = """selector => [...document.querySelectorAll(selector)].map(
    element => [element.getBoundingClientRect().x, element.getBoundingClientRect().y])"""
ROOM = """() => {
    const sheet = document.querySelector(".sheet");
    sheet.scrollTop = 300;
    const head = document.querySelector(".columns-head").getBoundingClientRect();
    return [sheet.scrollTop, head.top - sheet.getBoundingClientRect().top];
}"""
"""How far the sheet scrolled, and how far its heads then stand below its edge."""


def test_each_document_has_a_column_whose_head_stays_in_view(opened):
    page = opened(six(), viewport={"width": 1280, "height": 500})
    heads = [head.inner_text() for head in page.query_selector_all(".columns-head p")]
    assert heads[:3] == ["Oslo Accord", "Lima Accord", "Rome Accord"]
    scrolled, below = page.evaluate(ROOM)
    assert scrolled > 100
    assert below == pytest.approx(0, abs=2)
    columns = [x for x, _ in page.evaluate(PLACES, ".columns-head p")]
    assert columns == pytest.approx([x for x, _ in page.evaluate(PLACES, ".row:first-child .cell")], abs=1)


def test_the_page_as_a_whole_never_scrolls_sideways(opened):
    for width in (400, 1280):
        page = opened(six(), viewport={"width": width, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_findings_stand_under_who_stands_where(opened):
    page = opened(family())
    assert [head.inner_text().split("\n")[0] for head in page.query_selector_all(".stance > h3")] == [
        "Who is firmer 1",
        "Who does something else 1",
        "Who is silent 1",
        "What one alone says 1",
    ]
    page.click("#switch")
    assert page.inner_text("#stance-firmer") == "강도가 더 센 문서 1"


def test_a_filter_leaves_no_empty_section(opened):
    page = opened(family())
    page.select_option("#f-kind", "force")
    shown = [head.is_visible() for head in page.query_selector_all(".stance")]
    assert shown == [True, False, False, False]
    page.click("[type=reset]")
    assert all(head.is_visible() for head in page.query_selector_all(".stance"))


def test_a_deep_link_to_words_of_another_document_opens_them(opened):
    page = opened(family(), "#rome/c2")
    assert page.is_visible("[id='rome/c2'] .text")
    page.click("#d1 details.others summary")
    assert page.is_visible("#d1 details.others li")


def test_it_prints_with_every_column(opened):
    page = opened(six())
    page.emulate_media(media="print")
    cells = page.query_selector_all(".row:first-child .cell")
    assert len(cells) == 6
    assert all(cell.bounding_box()["width"] > 100 for cell in cells)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert len(page.pdf(format="A4")) > 10_000


@pytest.mark.parametrize("make", [family, six])
def test_axe_finds_no_serious_barrier(opened, make):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright")
    page = opened(make(), bypass_csp=True)
    found = axe.Axe().run(page).response["violations"]
    assert [rule["id"] for rule in found if rule["impact"] in ("serious", "critical")] == []

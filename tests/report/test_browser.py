"""The page in a real browser, from a file, as a reader uses it."""

from typing import Any

import pytest

from policynlp.report.messages import say
from tests.report import examples
from tests.report.sight import IN_VIEW, LAY_OUT_ALL, ON_TOP

pytestmark = pytest.mark.browser


def shown(page: Any, selector: str) -> int:
    return sum(element.is_visible() for element in page.query_selector_all(selector))


def test_the_whole_interface_changes_language_and_back(opened):
    page = opened(examples.memoranda())
    page.evaluate(LAY_OUT_ALL)
    english = page.inner_text("body")
    page.click("#switch")
    assert page.evaluate("document.documentElement.lang") == "ko"
    assert page.inner_text("#findings-h") == "주요 차이"
    assert page.inner_text("#d1 .says").startswith("MOU는 AI 정책 체계의")
    assert page.title() == "MOU · MOC 비교"
    assert page.get_attribute("#q", "placeholder") == "본문 검색"
    for label in ("Material only", "See the clauses", "declaration", "Nearest passages", "Restatement"):
        assert label not in page.inner_text("body")
    page.click("#switch")
    assert page.inner_text("body") == english


def test_filters_narrow_findings_and_rows_and_count_them(opened):
    page = opened(examples.memoranda())
    assert page.inner_text("#shown") == "15 of 15 findings · 18 of 18 rows"
    page.select_option("#f-kind", "institution")
    assert page.inner_text("#shown") == "2 of 15 findings · 2 of 18 rows"
    assert shown(page, "#list .finding") == 2
    page.select_option("#f-kind", "")
    page.select_option("#f-area", "fusion")
    assert [
        element.get_attribute("id") for element in page.query_selector_all("#list .finding:not([hidden])")
    ] == ["d10"]
    page.click("button[type=reset]")
    assert page.inner_text("#shown").startswith("15 of 15")
    page.select_option("#f-side", "1")
    assert {
        element.text_content() for element in page.query_selector_all("#rows .row:not([hidden]) .rel")
    } == {"Only in MOC"}
    assert "Fusion (1)" in page.inner_text("#f-area")
    assert f"{say('area.data', 'en')} (0)" in page.inner_text("#f-area")
    page.click("button[type=reset]")
    page.check("#f-material")
    assert page.inner_text("#shown").startswith("14 of 15 findings")
    assert not page.is_visible("#minor")


def test_search_reads_clauses_and_findings_in_both_scripts(opened):
    page = opened(examples.across())
    page.keyboard.press("/")
    page.keyboard.type("한국연구재단")
    assert page.inner_text("#shown") == "차이 1/5건 · 조항 1/16행"
    page.fill("#q", "FUSION energy")
    assert shown(page, "#rows .row") == 1
    page.fill("#q", "no such words")
    assert page.is_visible("#clauses .nothing")


def test_the_rest_of_the_findings_is_one_click_away(opened):
    page = opened(examples.large(40))
    assert shown(page, "#list .finding") == 15
    page.click("#more")
    assert shown(page, "#list .finding") == 21
    assert not page.is_visible("#more")


@pytest.mark.parametrize("hash", ["#d31", "#d30", "#long-b.en/1-37"])
def test_a_deep_link_opens_what_hides_its_target_and_shows_it(opened, hash):
    page = opened(examples.large(40), hash)
    target = page.query_selector(f"[id='{hash[1:]}']")
    target.wait_for_element_state("visible")
    page.wait_for_function("document.activeElement.id === location.hash.slice(1)")
    assert target.evaluate(IN_VIEW)


def test_a_deep_link_to_a_korean_anchor_arrives(opened):
    page = opened(examples.across(), "#mou.ko/제2조-1-다")
    target = page.query_selector("[id='mou.ko/제2조-1-다']")
    page.wait_for_function(IN_VIEW, arg=target)
    assert target.evaluate(IN_VIEW)


def test_a_link_to_something_filtered_away_clears_the_filter(opened):
    page = opened(examples.memoranda())
    page.select_option("#f-kind", "quantity")
    page.evaluate("location.hash = '#mou.en/ii-1-c'")
    page.wait_for_function("document.querySelector('#f-kind').value === ''")
    assert page.query_selector("[id='mou.en/ii-1-c']").is_visible()


@pytest.mark.parametrize("width", [1280, 400])
def test_one_click_leads_from_a_finding_to_its_words_side_by_side(opened, width):
    page = opened(examples.memoranda(), viewport={"width": width, "height": 800})
    if width == 400:
        page.click("#more-filters")
    page.click("#d5 .go")
    page.wait_for_selector("mark.hot")
    hot = [element.inner_text() for element in page.query_selector_all("mark.hot")]
    assert hot == ["National Research Foundation of Korea", "Japan Science and Technology Agency"]
    place = page.query_selector(".clause.now .place a")
    assert place.evaluate(ON_TOP)


@pytest.mark.parametrize("drawing", [".areas svg a", ".ribbon a[aria-label]"])
def test_a_click_in_a_drawing_leads_to_the_clause(opened, drawing):
    page = opened(examples.memoranda(), viewport={"width": 1280, "height": 800})
    mark = page.query_selector_all(drawing)[-1]
    target = mark.get_attribute("href")[1:]
    mark.query_selector("rect").click()
    page.wait_for_selector(".clause.now")
    assert page.get_attribute(".clause.now", "id") == target
    assert page.query_selector(".clause.now").evaluate(IN_VIEW)


def test_a_sentence_of_the_first_screen_leads_to_its_evidence(opened):
    page = opened(examples.memoranda())
    page.click("#brief li:nth-child(3) a")
    page.wait_for_selector("#d3.now")
    assert page.query_selector("#d3").evaluate(IN_VIEW)


def test_keys_walk_the_findings_and_open_the_help(opened):
    page = opened(examples.memoranda())
    for key, at in (("j", "d1"), ("j", "d2"), ("k", "d1")):
        page.keyboard.press(key)
        assert page.evaluate("document.activeElement.id") == at
    page.keyboard.press("o")
    page.wait_for_function("location.hash === '#mou.en/ii-1-a'")
    page.keyboard.press("?")
    assert page.is_visible("dialog")
    page.keyboard.press("Escape")
    assert not page.is_visible("dialog")
    page.keyboard.press("l")
    assert page.evaluate("document.documentElement.lang") == "ko"
    page.focus("#q")
    page.keyboard.type("jkl?")
    assert page.input_value("#q") == "jkl?"


def test_a_citation_names_document_clause_and_hash(opened):
    comparison = examples.memoranda()
    page = opened(comparison, permissions=["clipboard-read", "clipboard-write"])
    page.click("#d1 .cite")
    page.wait_for_function("document.querySelector('#live').textContent !== ''")
    lines = page.evaluate("navigator.clipboard.readText()").splitlines()
    assert len(lines) == 2
    assert lines[0] == (
        f"{examples.MOU_TITLE} (mou.en), II. Artificial intelligence › 1 › (a) [c4]: “developing and "
        "championing pro-innovation AI policy frameworks and supporting the adoption of AI;” "
        f"SHA-256 {comparison.documents[0].document.source.sha256}"
    )
    assert page.inner_text("#live") == "Citation copied."


def test_it_prints_with_everything_open_and_nothing_to_click(opened):
    page = opened(examples.memoranda())
    content = page.pdf(prefer_css_page_size=True)
    assert content.startswith(b"%PDF-")
    page.emulate_media(media="print")
    assert not page.is_visible(".filters")
    assert shown(page, "#list .finding") == 14
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.is_visible("#d15")
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.evaluate("document.querySelector('#minor').open") is False


@pytest.mark.parametrize("width", [1280, 400])
@pytest.mark.parametrize("make", [examples.memoranda, examples.across, examples.family, examples.hostile])
def test_nothing_sticks_out_at_the_side(opened, make, width):
    page = opened(make(), viewport={"width": width, "height": 900})
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("width", [400, 1280])
def test_a_clause_of_40000_characters_and_500_items_stay_readable(opened, width):
    page = opened(examples.extreme(), viewport={"width": width, "height": 900})
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert len(page.query_selector("#d1").inner_text()) < 2500
    page.fill("#q", "item 499;")
    assert shown(page, "#rows .row") == 1
    text = page.query_selector("[id='extreme.en/1'] .text").text_content()
    assert len(text) == 40_800


def test_hostile_texts_do_nothing(opened):
    page = opened(examples.hostile())
    assert "owned" not in page.title()
    assert page.query_selector_all("img") == []
    page.click("#switch")
    assert "owned" not in page.title()
    assert examples.HOSTILE[0] in page.text_content("#rows")
    page.fill("#q", "<script>")
    assert shown(page, "#rows .row") >= 1

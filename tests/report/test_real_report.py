"""The report of the two built-in memoranda, made by every stage, opened in a real browser."""

from pathlib import Path

import pytest

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def page_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The HTML report of mou against moc."""
    from policynlp import pipeline
    from policynlp.report import FORMATS

    place = tmp_path_factory.mktemp("report") / "report.html"
    place.write_bytes(FORMATS["html"].render(pipeline.diff("mou", "moc")))
    return place


def test_it_opens_without_error_or_request_and_answers(browser, page_file):
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    errors, requests = [], []
    page.on("console", lambda message: errors.append(message.text))
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("request", lambda request: requests.append(request.url))
    page.goto(page_file.as_uri())
    assert "not the official text" in page.inner_text("body")
    assert "National Research Foundation" in page.inner_text("body")
    visible = "() => document.querySelector('main').innerText.includes('AI-ready datasets')"
    page.fill("input[type=search]", "words that no clause has")
    page.wait_for_function(f"() => !({visible})()")
    page.fill("input[type=search]", "datasets")
    page.wait_for_function(visible)
    assert errors == []
    assert requests == [page_file.as_uri()]
    page.close()

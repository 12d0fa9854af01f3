"""A real Chromium for the tests marked ``browser``."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from policynlp.records import Comparison
from policynlp.report import FORMATS

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Playwright

Open = Callable[..., Any]
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
"""Options that keep the browser from talking to anybody."""


def _chromium(playwright: "Playwright") -> str | None:
    for name in ("chromium", "chromium-browser", "google-chrome"):
        if found := shutil.which(name):
            return found
    own = playwright.chromium.executable_path
    return own if Path(own).is_file() else None


@pytest.fixture(scope="session")
def browser() -> Iterator["Browser"]:
    """Chromium, closed at the end; tests that need it are skipped where there is none."""
    api = pytest.importorskip("playwright.sync_api")
    with api.sync_playwright() as playwright:
        place = _chromium(playwright)
        if place is None:
            pytest.skip("no Chromium on this machine: install chromium or run 'playwright install chromium'")
        browser = playwright.chromium.launch(executable_path=place, args=QUIET)
        yield browser
        browser.close()


@pytest.fixture
def opened(browser: Any, tmp_path: Path) -> Iterator[Open]:
    """Opens a comparison's page; whatever the console says, and any request but the file, fails the test."""
    complaints: list[str] = []
    contexts = []

    def open_page(comparison: Comparison, hash: str = "", **context: Any) -> Any:
        file = tmp_path / "report.html"
        file.write_bytes(FORMATS["html"].render(comparison))
        contexts.append(browser.new_context(**context))
        page = contexts[-1].new_page()
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on(
            "request", lambda request: request.url.startswith(file.as_uri()) or complaints.append(request.url)
        )
        page.on("dialog", lambda dialog: complaints.append(dialog.message))
        page.goto(file.as_uri() + hash)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert [each for each in complaints if not each.startswith("data:")] == []

"""A real Chromium for the tests marked ``browser``."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Playwright

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

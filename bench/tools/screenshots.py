"""Remake the pictures in docs/images from the sample report: ``python bench/tools/screenshots.py``.

Run ``make demo`` first: it writes the report. Needs a Chromium. Pictures have 256 colours, which keeps each
below 200 kB.
"""

import io
import shutil
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
REPORT = ROOT / "reports" / "mou.en--moc.en.html"
IMAGES = ROOT / "docs" / "images"
LAY_OUT = """() => {
    const style = new CSSStyleSheet();
    style.replaceSync(".finding, .row { content-visibility: visible !important }"
        + ".filters, .columns-head { position: static !important }");
    document.adoptedStyleSheets = [style];
}"""
"""Draws what is out of view, and lets the bars that follow the reader stay where they begin."""
PICTURES: tuple[tuple[str, str, int, str], ...] = (
    ("report-brief", "en", 1200, "header.masthead"),
    ("report-findings", "en", 1200, "#list"),
    ("report-areas", "ko", 1200, "#areas"),
    ("report-clauses", "en", 1200, "#rows"),
)
"""Name, language of the page, width of the window, what to show."""
TALLEST = 900
"""Pixels of a picture from its top: what a reader sees at once."""


def main() -> None:
    """Take every picture."""
    from playwright.sync_api import sync_playwright

    IMAGES.mkdir(exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        for name, language, width, selector in PICTURES:
            page = browser.new_page(viewport={"width": width, "height": TALLEST})
            page.goto(REPORT.as_uri())
            if page.evaluate("document.documentElement.lang") != language:
                page.click("#switch")
            page.evaluate(LAY_OUT)
            place = IMAGES / f"{name}.png"
            place.write_bytes(reduced(picture(page, selector)))
            print(f"{place.relative_to(ROOT)}: {place.stat().st_size // 1000} kB")
            page.close()
        browser.close()


def picture(page: Any, selector: str) -> bytes:
    """The part of the page, cut to its first TALLEST pixels."""
    box = page.query_selector(selector).bounding_box()
    clip = {
        **box,
        "x": max(box["x"] - 24, 0),
        "width": box["width"] + 48,
        "height": min(box["height"], TALLEST),
    }
    taken: bytes = page.screenshot(full_page=True, clip=clip)
    return taken


def reduced(png: bytes) -> bytes:
    """The picture in 256 colours."""
    from PIL import Image

    written = io.BytesIO()
    Image.open(io.BytesIO(png)).quantize(256).save(written, "PNG", optimize=True)
    return written.getvalue()


if __name__ == "__main__":
    main()

"""Pages whose text cannot be used: pictures of text, and characters that stand for nothing."""

import re

from policynlp.ingest.pdf.line import Page

_MEANINGLESS = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ue000-\uefff\uf100-\uf8ff\ufffd\ufff0-\ufffb]")
"""Controls, private and replacement characters: what a font without a table of its characters gives."""
_GARBLED = 0.15
"""Share of them in a page that is of no use; symbols and bullets stay below a twentieth."""
_PICTURED = 0.5
"""Share of a page that a scan's picture covers at least, where something is printed on it."""
_STAMP = 60
"""Characters that are stamped on a scan: a number, a date, a file's name."""


def is_garbled(text: str) -> bool:
    """True where too many characters stand for nothing."""
    seen = len(text) - sum(map(text.count, " \r\n"))
    return len(_MEANINGLESS.findall(text)) > _GARBLED * seen


def is_scan(page: Page) -> bool:
    """True for a picture of a page: something is drawn and nothing, or next to nothing, is written."""
    written = len(page.text.strip())
    if not written:
        return page.drawn.shapes > 0
    return written <= _STAMP and page.drawn.pictures >= _PICTURED

"""PDF files drawn for tests, and what is read of them."""

import io
from collections.abc import Callable, Iterator
from pathlib import Path

from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfbase.pdfmetrics import registerFont, stringWidth
from reportlab.pdfgen.canvas import Canvas

from policynlp.ingest import read_file
from policynlp.records import Document

LATIN, BOLD, KOREAN = "Times-Roman", "Times-Bold", "HYSMyeongJo-Medium"


WIDTH, HEIGHT = 595.0, 842.0
registerFont(UnicodeCIDFont(KOREAN))


TERMS = (
    "The Participants intend to strengthen the resilience of semiconductor, battery and artificial "
    "intelligence supply chains, and to this end they will exchange experts, share test data and hold a "
    "joint workshop every year in one of the two capitals."
)


REVIEW = (
    "A joint committee meets at least once a year and reviews what has been done under this Memorandum; "
    "it may set up working groups on quantum technology, biotechnology and space."
)


COSTS = "Each Participant bears its own costs, subject to the availability of funds and to its domestic law."


KOREAN_TERMS = (
    "양측은 반도체, 배터리 및 인공지능 공급망의 회복력을 강화하고자 하며, 이를 위하여 전문가를 교류하고 "
    "시험 자료를 공유하며 매년 두 나라의 수도 가운데 한 곳에서 공동 연수회를 개최한다."
)


Draw = Callable[[Canvas], None]


def made(folder: Path, *pages: Draw, **options: object) -> Document:
    """A document of pages, read."""
    path = folder / "made.pdf"
    path.write_bytes(drawn(*pages, **options))
    return read_file(path)


def drawn(*pages: Draw, **options: object) -> bytes:
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=(WIDTH, HEIGHT), invariant=1, **options)
    for page in pages:
        page(canvas)
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


def wrapped(text: str, font: str, size: float, width: float) -> Iterator[str]:
    """Lines no wider than ``width``: Korean breaks anywhere, English at spaces."""
    line = ""
    for piece in text if font == KOREAN else [f"{word} " for word in text.split()]:
        if line and stringWidth((line + piece).rstrip(), font, size) > width:
            yield line
            line = piece.lstrip() if font == KOREAN else piece
        else:
            line += piece
    yield line.rstrip()


def block(
    canvas: Canvas, text: str, x: float, y: float, width: float, font: str = LATIN, size: float = 10
) -> float:
    """Draw a paragraph; the height of the line after it."""
    canvas.setFont(font, size)
    for line in wrapped(text, font, size, width):
        canvas.drawString(x, y, line)
        y -= 1.2 * size
    return y


def texts(document: Document) -> list[str]:
    return [document.text[block.start : block.end] for block in document.blocks]


def beside(document: Document, kind: str) -> list[tuple[int, str]]:
    return [(aside.page, aside.text) for aside in document.asides if aside.kind == kind]

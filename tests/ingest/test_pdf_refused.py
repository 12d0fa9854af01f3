"""PDFs that cannot be read, or not all of them: one sentence that says why, never an empty text."""

import io
import random
from contextlib import suppress
from pathlib import Path

import pytest
from PIL import Image, ImageDraw
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from policynlp.errors import PolicyNLPError, UnreadableError
from policynlp.ingest import read_file
from tests.ingest.drawing import COSTS, HEIGHT, LATIN, REVIEW, TERMS, WIDTH, block, drawn, made, texts


def scan(canvas: Canvas) -> None:
    """A page that is a picture of text."""
    picture = Image.new("L", (595, 842), 255)
    ImageDraw.Draw(picture).text((60, 60), TERMS)
    stream = io.BytesIO()
    picture.save(stream, "PNG")
    canvas.drawImage(ImageReader(stream), 0, 0, WIDTH, HEIGHT)


def written(canvas: Canvas) -> None:
    block(canvas, TERMS, 50, 780, 495)


def stamped(canvas: Canvas) -> None:
    scan(canvas)
    canvas.setFont(LATIN, 9)
    canvas.drawString(500, 20, "Treaty 1999-12")


def blank(canvas: Canvas) -> None:
    canvas.setFont(LATIN, 9)


def refused(folder: Path, data: bytes) -> UnreadableError:
    path = folder / "made.pdf"
    path.write_bytes(data)
    with pytest.raises(UnreadableError) as caught:
        read_file(path)
    for language in ("en", "ko"):
        assert "\n" not in caught.value.said(language)
        assert caught.value.said(language).startswith(f"{path}: ")
    return caught.value


def test_a_scan_is_named_as_one_with_its_pages(tmp_path: Path) -> None:
    error = refused(tmp_path, drawn(scan, scan, stamped))
    assert error.code == "pdf-scan"
    assert error.details["pages"] == "1-3"


def test_the_pages_of_a_half_scanned_file_are_named_and_the_rest_is_read(tmp_path: Path) -> None:
    document = made(tmp_path, written, scan, blank, scan, stamped)
    assert texts(document)[0] == TERMS
    assert document.metadata["pages_without_text"] == "2, 4-5"


def test_a_blank_file_is_named_as_one(tmp_path: Path) -> None:
    assert refused(tmp_path, drawn(blank, blank)).code == "pdf-blank"


def test_a_password_is_asked_for(tmp_path: Path) -> None:
    assert refused(tmp_path, drawn(written, encrypt="secret")).code == "pdf-password"


def test_a_file_cut_off_is_named_as_damaged(tmp_path: Path) -> None:
    data = drawn(written)
    error = refused(tmp_path, data[: len(data) // 3])
    assert error.code in ("pdf-damaged", "pdf-no-pages")


def test_another_kind_of_file_named_pdf_is_no_pdf(tmp_path: Path) -> None:
    assert refused(tmp_path, b"Not a PDF at all.").code == "pdf-not"


def test_a_notice_of_the_server_instead_of_the_file_is_named_as_a_page(tmp_path: Path) -> None:
    assert refused(tmp_path, b"<html><body>403 Forbidden</body></html>").code == "page-for-file"


def test_what_stands_before_the_signature_is_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "made.pdf"
    path.write_bytes(b"\r\n\r\n" + drawn(written))
    assert texts(read_file(path)) == [TERMS]


def test_text_without_a_table_of_its_characters_is_named_as_garbled(shared: Path) -> None:
    with pytest.raises(UnreadableError) as caught:
        read_file(shared / "data" / "samples" / "out" / "typed_flipped.pdf")
    assert caught.value.code == "pdf-garbled"
    assert caught.value.details["pages"] == "1-4"


def test_damage_anywhere_ends_in_text_or_in_a_sentence(tmp_path: Path) -> None:
    whole = drawn(
        *(lambda canvas, text=text: block(canvas, text, 50, 780, 495) for text in (TERMS, REVIEW, COSTS))
    )
    chance = random.Random(3)
    path = tmp_path / "made.pdf"
    for _ in range(150):
        data = bytearray(whole)
        for _ in range(chance.randint(1, 40)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        path.write_bytes(data[: chance.randint(len(data) // 2, len(data))])
        with suppress(PolicyNLPError):
            assert read_file(path).text.strip()

"""Word files that cannot be read whole are named, with what is wrong and what to do."""

import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from policynlp.errors import UnreadableError
from policynlp.ingest import read_file
from tests.ingest.test_formats import written
from tests.ingest.word import (
    docx,
    links,
    p,
    parts,
    style,
    zipped,
)


def test_a_word_file_is_known_by_what_is_in_it(tmp_path: Path) -> None:
    assert written(tmp_path, "a.bin", docx(p("협력한다."))).source.format == "docx"


def refused(folder: Path, name: str, data: bytes) -> str:
    with pytest.raises(UnreadableError) as caught:
        written(folder, name, data)
    assert "\n" not in str(caught.value)
    return str(caught.value).removeprefix(f"{folder / name}: ")


WHOLE = docx(p("The Parties cooperate. " * 40), styles=style("a", "a"))


def test_a_file_that_is_cut_off_is_named(tmp_path: Path) -> None:
    assert "its directory of parts is missing or broken" in refused(
        tmp_path, "a.docx", WHOLE[: len(WHOLE) // 2]
    )


def test_a_damaged_part_is_named(tmp_path: Path) -> None:
    with zipfile.ZipFile(BytesIO(WHOLE)) as package:
        offset = package.getinfo("word/document.xml").header_offset
    broken = bytearray(WHOLE)
    broken[offset + 60] ^= 0xFF
    assert "its part word/document.xml is damaged" in refused(tmp_path, "a.docx", bytes(broken))


def test_a_part_that_is_no_xml_is_named(tmp_path: Path) -> None:
    found = parts(p("Text."), footnotes=p("Note."))
    found["word/footnotes.xml"] = found["word/footnotes.xml"][:-20]
    assert "its part word/footnotes.xml is damaged" in refused(tmp_path, "a.docx", zipped(found))


def test_a_missing_part_is_named(tmp_path: Path) -> None:
    found = parts(p("Text."), footnotes=p("Note."))
    del found["word/footnotes.xml"]
    assert "its part word/footnotes.xml is missing" in refused(tmp_path, "a.docx", zipped(found))


def test_a_package_without_a_document_is_named(tmp_path: Path) -> None:
    found = parts(p("Text.")) | {"_rels/.rels": links({})}
    assert "it holds no Word document" in refused(tmp_path, "a.docx", zipped(found))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_doctype_is_refused(tmp_path: Path, encoding: str) -> None:
    bomb = f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE a [<!ENTITY a "aa">]>'
    found: dict[str, str | bytes] = dict(parts(p("Text.")))
    found["word/document.xml"] = (bomb + str(found["word/document.xml"])).encode(encoding)
    assert "its part word/document.xml has a DOCTYPE" in refused(tmp_path, "a.docx", zipped(found))


def test_a_bomb_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    found: dict[str, str | bytes] = {**parts(p("Text.")), "word/filler.xml": bytes(60 << 20)}
    assert "unpack to 63 MB in" in refused(tmp_path, "a.docx", zipped(found))


def test_text_in_another_format_inside_the_file_is_not_passed_over(tmp_path: Path) -> None:
    assert "embedded in another format" in refused(
        tmp_path, "a.docx", docx(p("Text.") + '<w:altChunk r:id="r1"/>')
    )


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


@pytest.mark.parametrize("name", ["a.docx", "a.doc", "a"])
def test_passwords_and_the_old_binary_format_are_named(tmp_path: Path, name: str) -> None:
    locked = OLE + "EncryptedPackage".encode("utf-16-le")
    assert "protected with a password" in refused(tmp_path, name, locked)
    assert "save it as DOCX" in refused(tmp_path, name, OLE + "WordDocument".encode("utf-16-le"))


def test_other_things_named_docx_are_named(tmp_path: Path) -> None:
    assert "named as a Word file but is none" in refused(tmp_path, "a.docx", b"The Parties cooperate.")
    assert "it holds no Word document" in refused(tmp_path, "b.docx", zipped({"a.txt": "text"}))
    assert "no text was found" in refused(tmp_path, "c.docx", docx(p()))


def test_the_damaged_samples_are_named(shared: Path) -> None:
    folder = shared / "data" / "samples" / "out"
    for name in ("typed_truncated.docx", "typed_flipped.docx", "zero.docx"):
        with pytest.raises(UnreadableError, match=name):
            read_file(folder / name)

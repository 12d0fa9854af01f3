"""Whatever is done to a file, it is read, or refused in one sentence that names it: no traceback, no silence.

``bench/fuzz.py`` does the same to 2,000 files in processes with limits.
"""

from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.ingest.mutations import Mutant, mutants
from tests.ingest.readings import reading
from tests.ingest.test_all_formats import FORMATS, TEXTS
from tests.ingest.word import definition, docx, level, number, p, row, table, zipped

COUNT = 160
"""Damaged files of each of the two tests over made and real files: about a twelfth of the bench's."""
SECONDS = 10.0
"""Most processor time for one file."""


def failure(mutant: Mutant) -> str:
    """What is wrong with how a file was taken: empty where it was read, or refused in a sentence, in time."""
    found = reading(mutant)
    named = f"{mutant.name} {mutant.damage} seed {mutant.seed}"
    if not found.outcome:
        return f"{named}: {found.detail}"
    return "" if found.seconds < SECONDS else f"{named}: took {found.seconds:.1f} s"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """One file of each format, and a Word file with what else Word files hold."""
    folder = tmp_path_factory.mktemp("made")
    paths = []
    for place, (suffix, write) in enumerate(FORMATS.values()):
        paths.append(folder / f"{place}{suffix}")
        paths[-1].write_bytes(write(TEXTS["both"]))
    note = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    body = p("Scope", num="1:0", raw=note) + table(row("a", "b")) + p("The Parties cooperate.", num="1:1")
    numbering = definition(1, level(0, "Article %1"), level(1, "%1.%2")) + number(1, 1)
    paths.append(folder / "notes.docx")
    paths[-1].write_bytes(
        docx(body, numbering=numbering, footnotes=f'<w:footnote w:id="2">{p("Note.")}</w:footnote>')
    )
    return paths


def test_damaged_files_of_every_format(made: list[Path]) -> None:
    assert [wrong for mutant in mutants(made, COUNT) if (wrong := failure(mutant))] == []


def test_damaged_samples_and_real_files(shared: Path) -> None:
    folders = (shared / "data" / "samples" / "out", shared / "data" / "hwp")
    files = [
        path for folder in folders for path in sorted(folder.iterdir()) if 0 < path.stat().st_size < 150_000
    ]
    assert [wrong for mutant in mutants(files, COUNT, seed=1) if (wrong := failure(mutant))] == []


MAGIC = {
    ".docx": [b"PK\x03\x04", zipped({"[Content_Types].xml": "", "word/document.xml": "<a/>"})],
    ".hwpx": [b"PK\x03\x04", zipped({"mimetype": "application/hwp+zip", "Contents/section0.xml": "<a/>"})],
    ".hwp": [b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"HWP Document File V3.00 \x1a\1\2\3\4\5"],
    ".pdf": [
        b"%PDF-1.7\n",
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF",
    ],
    ".html": [b"<!doctype html>", b"<html><body><table><tr><td>"],
    ".xml": [b"<?xml version='1.0'?>", b"<treaty><body><article number='1'>"],
    ".md": [b"---\n", b"# a\n| b |\n"],
    ".txt": [b"\xff\xfe", b"\xef\xbb\xbf", "제1조 ".encode("cp949")],
}


@settings(max_examples=30, deadline=None)
@given(st.data())
@pytest.mark.parametrize("suffix", MAGIC)
def test_any_bytes_behind_any_first_bytes(suffix: str, data: st.DataObject) -> None:
    start = data.draw(st.sampled_from(MAGIC[suffix]))
    assert failure(Mutant(f"a{suffix}", "drawn", 0, start + data.draw(st.binary(max_size=400)))) == ""


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(codec="utf-8"), max_size=200), st.sampled_from([".txt", ".md", ".html", ".xml"]))
def test_any_text_under_any_name(text: str, suffix: str) -> None:
    assert failure(Mutant(f"a{suffix}", "drawn", 0, text.encode())) == ""


INSIDE = [
    "<w:p>",
    "</w:p>",
    "<w:tbl>",
    "<w:tr>",
    "<w:tc>",
    "<w:r>",
    "<w:t>제1조</w:t>",
    '<w:fldChar w:fldCharType="begin"/>',
]
INSIDE += [
    '<w:numPr><w:ilvl w:val="x"/><w:numId w:val="1"/></w:numPr>',
    '<w:sym w:char="ZZ"/>',
    "<w:sdt/>",
    "<w:br/>",
]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(INSIDE), max_size=20))
def test_any_order_of_elements_in_a_word_file(pieces: list[str]) -> None:
    from lxml import etree

    wrapped = docx("".join(pieces), numbering=definition(1, level(0, "%1")) + number(1, 1))
    assert failure(Mutant("a.docx", "drawn", 0, wrapped)) == ""
    parser = etree.XMLParser(recover=True)
    names = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    root = etree.parse(BytesIO(f"<x {names}>{''.join(pieces)}</x>".encode()), parser).getroot()
    mended = "".join(etree.tostring(child, encoding="unicode") for child in root)
    assert failure(Mutant("a.docx", "mended", 0, docx(mended + p("The Parties cooperate.")))) == ""

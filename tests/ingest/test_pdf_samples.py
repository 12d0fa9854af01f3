"""The samples as PDF against the text that they were made from: every character, every label, in order."""

import importlib.util
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from policynlp.ingest import read_file, read_text
from policynlp.records import Document
from policynlp.segment import segment


@pytest.fixture(scope="session")
def content(shared: Path) -> ModuleType:
    """The known text of the samples."""
    place = shared / "data" / "samples" / "content.py"
    spec = importlib.util.spec_from_file_location("content", place)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def typed(content: ModuleType) -> Iterator[str]:
    yield content.TITLE_EN
    for number, (title, _, texts, items) in enumerate(content.ARTICLES, 1):
        yield f"Article {number} ({title})"
        yield from (f"{place}. {english}" for place, (english, _) in enumerate(texts, 1))
        yield from (f"• {english}" for english, _ in items)
    yield content.TITLE_KO
    for number, (_, title, texts, items) in enumerate(content.ARTICLES, 1):
        yield f"제{number}조({title})"
        yield from (f"{chr(0x2460 + place)} {korean}" for place, (_, korean) in enumerate(texts))
        yield from (f"{place}. {korean}" for place, (_, korean) in enumerate(items, 1))


def numbered(content: ModuleType) -> Iterator[str]:
    yield content.TITLE_EN
    for number, (title, _, texts, items) in enumerate(content.ARTICLES, 1):
        yield f"Article {number}.{title}"
        yield from (f"{number}.{place} {english}" for place, (english, _) in enumerate(texts, 1))
        yield from (f"({chr(97 + place)}) {english}" for place, (english, _) in enumerate(items))
    yield content.TITLE_KO
    for number, (_, title, texts, items) in enumerate(content.ARTICLES, 1):
        yield f"제{number}조({title})"
        yield from (f"{chr(0x2460 + place)} {korean}" for place, (_, korean) in enumerate(texts))
        yield from (f"{'가나다라'[place]}. {korean}" for place, (_, korean) in enumerate(items))
    yield "Annex 1 부속서 1"
    yield from (" | ".join(row) for row in content.TABLE)
    yield "The notice period is sixty days."


def two_columns(content: ModuleType) -> Iterator[str]:
    yield content.TITLE_EN
    for number, (title, _, texts, _) in enumerate(content.ARTICLES * 2, 1):
        yield f"Article {number} ({title})"
        yield from (f"{place}. {english}" for place, (english, _) in enumerate(texts, 1))


def bilingual(content: ModuleType) -> Iterator[str]:
    yield f"{content.TITLE_EN} / {content.TITLE_KO}"
    for number, (english, korean, texts, items) in enumerate(content.ARTICLES, 1):
        yield f"Article {number} ({english}) | 제{number}조({korean})"
        yield from (f"{place}. {a} | {chr(0x245F + place)} {b}" for place, (a, b) in enumerate(texts, 1))
        yield from (f"({chr(96 + place)}) {a} | {place}. {b}" for place, (a, b) in enumerate(items, 1))


def big(content: ModuleType) -> Iterator[str]:
    for number, (english, korean, texts, _) in enumerate(content.ARTICLES * 100, 1):
        yield f"Article {number} ({english}) 제{number}조({korean})"
        for pair in texts:
            yield from pair


def read(shared: Path, name: str) -> Document:
    return read_file(shared / "data" / "samples" / "out" / name)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("typed", typed),
        ("auto_numbered", numbered),
        ("two_columns", two_columns),
        ("bilingual_table", bilingual),
    ],
)
def test_every_block_is_read_to_the_letter(
    shared: Path, content: ModuleType, name: str, expected: object
) -> None:
    assert callable(expected)
    document = read(shared, f"{name}.pdf")
    blocks = [document.text[block.start : block.end] for block in document.blocks]
    assert blocks == list(expected(content))


def test_two_hundred_pages_are_read_to_the_letter(shared: Path, content: ModuleType) -> None:
    assert read(shared, "big.pdf").text.split("\n") == list(big(content))


@pytest.mark.parametrize(("name", "expected"), [("typed", typed), ("two_columns", two_columns)])
def test_clauses_are_those_of_the_same_text_typed(
    shared: Path, content: ModuleType, name: str, expected: object
) -> None:
    assert callable(expected)
    plain = read_text("\n".join(expected(content)), id="plain")
    found = [(clause.label, clause.text) for clause in segment(read(shared, f"{name}.pdf"))]
    assert found == [(clause.label, clause.text) for clause in segment(plain)]


def test_numbers_that_exist_only_as_automatic_numbering_are_labels(shared: Path) -> None:
    clauses = segment(read(shared, "auto_numbered.pdf"))
    labels = [clause.label for clause in clauses if clause.language == "en" and clause.kind != "item"]
    assert [label for label in labels if "." in label][:9] == [
        *("1.1", "1.2", "2.1", "2.2", "3.1", "4.1", "4.2", "5.1", "5.2")
    ]
    korean = ["가.", "나.", "다.", "라."]
    assert [clause.label for clause in clauses if clause.label in korean] == korean


def test_running_lines_stand_beside_the_text_on_every_page(shared: Path) -> None:
    document = read(shared, "typed.pdf")
    assert [(aside.kind, aside.page) for aside in document.asides] == [
        (kind, page) for page in (1, 2, 3, 4) for kind in ("header", "footer")
    ]


def test_offsets_lead_back_to_the_words_in_the_file(shared: Path) -> None:
    from policynlp.ingest.formats import pdf

    path = shared / "data" / "samples" / "out" / "two_columns.pdf"
    document, source = read_file(path), pdf.read(path.read_bytes(), str(path)).source
    for word in ("semiconductor", "commercialisation", "legally"):
        place = document.text.index(word)
        first, last = document.source_offset(place), document.source_offset(place + len(word) - 1)
        assert source[first : last + 1].replace("\ufffe", "") == word

"""What stands in each undamaged sample: lines in reading order, numbers of provisions, bilingual rows."""

import importlib.util
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType
from typing import Any

ROMAN_FREE = "abcdefgh"
GANADA = "가나다라마바사아"


@dataclass(frozen=True, slots=True)
class Provision:
    """A numbered paragraph or item."""

    article: str
    """Label of the article that it stands in; empty where the sample numbers none."""
    label: str
    """Its own number; empty where it has none."""
    text: str


@dataclass(slots=True)
class Known:
    """A sample's text."""

    lines: list[str] = field(default_factory=list)
    """All that a reader sees, labels included, without running headers and footers."""
    provisions: list[Provision] = field(default_factory=list)
    pairs: list[tuple[str, str]] = field(default_factory=list)
    """English and Korean of each row of a bilingual table."""

    def article(self, label: str, heading: str) -> None:
        """A heading."""
        self.lines.append(f"{label}{heading}")

    def provision(self, article: str, label: str, text: str) -> None:
        """A paragraph or item."""
        self.lines.append(f"{label} {text}".strip())
        self.provisions.append(Provision(article, label, text))


def content(folder: Path) -> ModuleType:
    """The module that holds the samples' text; ``folder`` is the samples' own."""
    spec = importlib.util.spec_from_file_location("samples_content", folder / "content.py")
    if spec is None or spec.loader is None:
        raise SystemExit(f"{folder}: no content.py with the samples' text")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def circled(number: int) -> str:
    """①, ②, …"""
    return chr(0x245F + number)


def _side(
    known: Known, text: Any, korean: bool, label: Callable[[int], str], heading: str, numbers: Any
) -> None:
    """One language version: ``numbers`` gives the labels of paragraphs and items."""
    for place, (english, hangul, paragraphs, items) in enumerate(text.ARTICLES, 1):
        known.article(label(place), heading.format(hangul if korean else english))
        for row, one in enumerate(paragraphs, 1):
            known.provision(label(place), numbers[0](place, row), one[korean])
        for row, one in enumerate(items, 1):
            known.provision(label(place), numbers[1](place, row), one[korean])


def _english_label(place: int) -> str:
    return f"Article {place}"


def _korean_label(place: int) -> str:
    return f"제{place}조"


def _korean(known: Known, text: Any) -> None:
    """The Korean version with ① and 1."""
    _side(
        known,
        text,
        True,
        _korean_label,
        "({})",
        (lambda place, row: circled(row), lambda place, row: f"{row}."),
    )


def auto_numbered(text: Any) -> Known:
    """Numbers that only numbering definitions hold (DOCX, and the PDF made of it)."""
    known = Known([text.TITLE_EN])
    numbers = (lambda place, row: f"{place}.{row}", lambda place, row: f"({ROMAN_FREE[row - 1]})")
    _side(known, text, False, lambda place: f"Article {place}.", "{}", numbers)
    known.lines.append(text.TITLE_KO)
    korean = (lambda place, row: circled(row), lambda place, row: f"{GANADA[row - 1]}.")
    _side(known, text, True, _korean_label, "({})", korean)
    known.lines += ["Annex 1 부속서 1", *map(" | ".join, text.TABLE), "The notice period is sixty days."]
    return known


def typed(text: Any) -> Known:
    """Numbers typed; bullets in the English half."""
    known = Known([text.TITLE_EN])
    numbers = (lambda place, row: f"{row}.", lambda place, row: "•")
    _side(known, text, False, _english_label, " ({})", numbers)
    known.lines.append(text.TITLE_KO)
    _korean(known, text)
    return known


def hwp(text: Any) -> Known:
    """The Hancom samples: Korean only, with a table; numbers read the same whether typed or automatic."""
    known = Known([text.TITLE_KO])
    _korean(known, text)
    known.lines += [*map(" | ".join, text.TABLE), "붙임 1부. 끝."]
    return known


def bilingual_table(text: Any) -> Known:
    """English left, Korean right, a row for each provision."""
    known = Known([f"{text.TITLE_EN} / {text.TITLE_KO}"])
    for place, (english, hangul, paragraphs, items) in enumerate(text.ARTICLES, 1):
        known.pairs.append((f"Article {place} ({english})", f"제{place}조({hangul})"))
        for row, (left, right) in enumerate(paragraphs, 1):
            known.pairs.append((f"{row}. {left}", f"{circled(row)} {right}"))
        for row, (left, right) in enumerate(items, 1):
            known.pairs.append((f"({ROMAN_FREE[row - 1]}) {left}", f"{row}. {right}"))
    known.lines += [" | ".join(pair) for pair in known.pairs]
    return known


def two_columns(text: Any) -> Known:
    """Newspaper columns; the articles come twice and are numbered through."""
    known = Known([text.TITLE_EN])
    for place, (english, _, paragraphs, _) in enumerate([*text.ARTICLES, *text.ARTICLES], 1):
        known.article(f"Article {place}", f" ({english})")
        for row, (left, _) in enumerate(paragraphs, 1):
            known.provision(f"Article {place}", f"{row}.", left)
    return known


def big(text: Any) -> Known:
    """The articles a hundred times, both languages paragraph by paragraph, not numbered."""
    known = Known()
    for place in range(1, 8 * 100 + 1):
        english, hangul, paragraphs, _ = text.ARTICLES[(place - 1) % 8]
        known.article(f"Article {place}", f" ({english}) 제{place}조({hangul})")
        known.lines += [one for pair in paragraphs for one in pair]
    return known


def page(text: Any, korean: bool) -> Known:
    """A web page: list items are numbered by the browser."""
    known = Known([text.TITLE_KO if korean else text.TITLE_EN])
    items = (lambda place, row: f"{ROMAN_FREE[row - 1]}.",)
    if korean:
        _side(known, text, True, _korean_label, "({})", (lambda place, row: circled(row), *items))
    else:
        _side(
            known,
            text,
            False,
            lambda place: f"Article {place}.",
            " {}",
            (lambda place, row: f"{row}.", *items),
        )
    known.lines += [*map(" | ".join, text.TABLE), "Done in duplicate / 2부 작성1"]
    known.lines.append("1 Unofficial translation 비공식 번역")
    return known


def plain(text: Any) -> Known:
    """Korean lines without numbers of paragraphs, straight quotation marks."""
    known = Known([text.TITLE_KO])
    _side(known, text, True, _korean_label, "({})", (lambda place, row: "",) * 2)
    known.lines = [line.replace("“", '"').replace("”", '"') for line in known.lines]
    known.provisions.clear()
    return known


def akoma_ntoso(text: Any) -> Known:
    """Akoma Ntoso: numbers in ``num`` elements; the file has no title."""
    known = Known()
    numbers = (lambda place, row: f"{row}.", lambda place, row: f"({ROMAN_FREE[row - 1]})")
    _side(known, text, False, _english_label, " {}", numbers)
    return known


def samples(folder: Path) -> Iterator[tuple[Path, Known]]:
    """Every undamaged sample in ``folder``/out that is there, with its text."""
    text = content(folder)
    rare = plain(text)
    rare.lines.append("똠방각하 펲시콜라")
    files: list[tuple[str, Known]] = [
        *((f"auto_numbered.{kind}", auto_numbered(text)) for kind in ("docx", "pdf")),
        *((f"auto_numbered.{kind}", hwp(text)) for kind in ("hwp", "hwpx")),
        *((f"typed.{kind}", typed(text)) for kind in ("docx", "pdf")),
        *((f"typed.{kind}", hwp(text)) for kind in ("hwp", "hwpx")),
        *((f"bilingual_table.{kind}", bilingual_table(text)) for kind in ("docx", "pdf")),
        *((f"two_columns.{kind}", two_columns(text)) for kind in ("docx", "pdf")),
        *((f"big.{kind}", big(text)) for kind in ("docx", "pdf")),
        ("page_en_utf8.html", page(text, korean=False)),
        *((f"page_ko_{kind}.html", page(text, korean=True)) for kind in ("utf8", "euckr", "cp949_nometa")),
        *((f"ko_{kind}.txt", plain(text)) for kind in ("euckr", "utf16", "utf8sig", "nfd_utf8")),
        ("ko_cp949.txt", rare),
        ("ko_short_cp949.txt", Known(["제1조(목적) 이 협정은"])),
        ("agreement_en.akn.xml", akoma_ntoso(text)),
    ]
    return ((folder / "out" / name, known) for name, known in files if (folder / "out" / name).is_file())

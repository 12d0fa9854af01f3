"""A file that holds two languages becomes two versions; one that only quotes another language stays one."""

import itertools
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policynlp.ingest import read_file, read_text
from policynlp.ingest.bilingual import Versions, counterparts, split
from policynlp.records import Aside, Block, Document, Source
from policynlp.segment import segment

KOREAN = (
    "인공지능 협력에 관한 양해각서",
    "제1조(목적)",
    "① 참여자는 인공지능 연구에서 협력하고자 한다.",
    "② 협력은 각국의 법령에 따라 평등의 원칙에 기초하여 수행한다.",
    "제2조(협력 분야)",
    "협력 분야는 다음과 같다:",
    "1. 연간 120명 이내의 연구자 교류",
    "2. 인공지능 안전성 평가의 상호인정",
    "제3조(발효)",
    "이 양해각서는 2026년 3월 1일에 발효하며 5년간 유효하다.",
)
ENGLISH = (
    "Memorandum of Understanding on Artificial Intelligence",
    "Article 1 (Purpose)",
    "1. The Participants intend to cooperate in artificial intelligence research.",
    "2. Cooperation is conducted on the basis of equality, subject to the laws of each country.",
    "Article 2 (Areas of Cooperation)",
    "The areas of cooperation include the following:",
    "(a) exchange of up to 120 researchers a year;",
    "(b) mutual recognition of AI safety evaluations.",
    "Article 3 (Entry into Effect)",
    "This Memorandum takes effect on 1 March 2026 and remains in effect for five years.",
)
CLAUSES = 6
"""Of each version: two paragraphs, a lead-in and its two items, one paragraph."""


def table(first: tuple[str, ...], second: tuple[str, ...], *head: str) -> str:
    """A Markdown table with a row a provision."""
    rows = [head, ("---",) * len(head)] if head else []
    rows += list(zip(first, second, strict=True))
    return "\n".join("| " + " | ".join(row) + " |" for row in rows)


def turns(first: tuple[str, ...], second: tuple[str, ...]) -> str:
    """Paragraph by paragraph."""
    return "\n\n".join(itertools.chain.from_iterable(zip(first, second, strict=True)))


def lines(first: tuple[str, ...], second: tuple[str, ...]) -> str:
    """Line by line."""
    return "\n".join(itertools.chain.from_iterable(zip(first, second, strict=True)))


def halves(first: tuple[str, ...], second: tuple[str, ...]) -> str:
    """One after the other."""
    return "\n\n".join((*first, *second))


def slashes(first: tuple[str, ...], second: tuple[str, ...]) -> str:
    """Both in one paragraph, a stroke between."""
    return "\n\n".join(f"{one} / {other}" for one, other in zip(first, second, strict=True))


LAYOUTS = {"table": table, "turns": turns, "lines": lines, "slashes": slashes, "halves": halves}


def versions_of(text: str) -> Versions:
    """The versions of a text that must have several."""
    found = split(read_text(text, id="both"))
    assert found is not None
    return found


def told(document: Document) -> list[str]:
    """The clauses of a version, with their numbers."""
    return [f"{clause.label} {clause.text}".strip() for clause in segment(document)]


def linked(versions: Versions) -> list[tuple[str, str]]:
    """Counterparts as text."""
    a, b = map(segment, versions.documents)
    found = counterparts(versions, (0, 1), a, b)
    one, other = ({clause.id: clause.text for clause in side} for side in (a, b))
    return [("+".join(one[n] for n in x), "+".join(other[n] for n in y)) for x, y in found.pairs]


@pytest.mark.parametrize("order", [(KOREAN, ENGLISH), (ENGLISH, KOREAN)], ids=["ko-en", "en-ko"])
@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_layout_in_either_order_gives_both_versions_whole(
    layout: str, order: tuple[tuple[str, ...], tuple[str, ...]]
) -> None:
    versions = versions_of(LAYOUTS[layout](*order))
    first, second = versions.documents
    assert [first.text.split("\n"), second.text.split("\n")] == [list(order[0]), list(order[1])]
    assert (first.title, second.title) == (order[0][0], order[1][0])
    codes = ("ko", "en") if order[0] is KOREAN else ("en", "ko")
    assert (first.language, second.language) == codes
    assert (first.id, second.id) == tuple(f"both.{code}" for code in codes)


@pytest.mark.parametrize("order", [(KOREAN, ENGLISH), (ENGLISH, KOREAN)], ids=["ko-en", "en-ko"])
@pytest.mark.parametrize("layout", ["table", "turns", "lines", "slashes"])
def test_clauses_that_stand_side_by_side_are_linked_one_by_one(
    layout: str, order: tuple[tuple[str, ...], tuple[str, ...]]
) -> None:
    versions = versions_of(LAYOUTS[layout](*order))
    a, b = map(segment, versions.documents)
    found = counterparts(versions, (0, 1), a, b)
    assert found.pairs == tuple(((f"c{n}",), (f"c{n}",)) for n in range(1, CLAUSES + 1))
    assert found.alone == ((), ())
    assert found.basis == ("table" if layout == "table" else "alternating")


def test_a_head_that_names_the_languages_belongs_to_neither_text_and_is_listed() -> None:
    document = read_text(table(ENGLISH, KOREAN, "English", "국문"), id="both")
    versions = split(document)
    assert versions is not None
    assert [document.text[start:end] for start, end in versions.shared] == ["English", "국문"]
    assert not any("국문" in version.text or "English" in version.text for version in versions.documents)


def test_a_column_of_numbers_numbers_the_clauses_of_both() -> None:
    rows = [
        ("1.", "The Participants intend to exchange data.", "참여자는 데이터를 교환하고자 한다."),
        ("2.", "The Participants intend to share results.", "참여자는 결과를 공유하고자 한다."),
        ("3.", "This Memorandum is not legally binding.", "이 양해각서는 법적 구속력이 없다."),
    ]
    versions = versions_of("\n".join(f"| {' | '.join(row)} |" for row in rows))
    assert [block.label for block in versions.documents[0].blocks] == ["1.", "2.", "3."]
    assert [block.label for block in versions.documents[1].blocks] == ["1.", "2.", "3."]
    assert versions.documents[1].text.split("\n") == [row[2] for row in rows]


def test_figures_beside_two_languages_stand_in_both_versions() -> None:
    rows = [
        ("Item", "항목", "USD"),
        ("The joint research fund is open to all.", "공동 연구 기금은 모두에게 열려 있다.", "120"),
        ("Training is paid by the host.", "교육은 주최국이 부담한다.", "35"),
    ]
    versions = versions_of("\n".join(f"| {' | '.join(row)} |" for row in rows))
    assert [version.text.split("\n")[1] for version in versions.documents] == [
        "The joint research fund is open to all. | 120",
        "공동 연구 기금은 모두에게 열려 있다. | 120",
    ]
    assert {block.kind for version in versions.documents for block in version.blocks} <= {"row", "paragraph"}


def test_a_paragraph_without_translation_is_listed_as_alone() -> None:
    korean = (*KOREAN[:4], "③ 이 조는 대한민국의 국내 절차에만 관련된다.", *KOREAN[4:])
    english = (*ENGLISH[:4], "", *ENGLISH[4:])
    versions = versions_of(turns(korean, english))
    a, b = map(segment, versions.documents)
    found = counterparts(versions, (0, 1), a, b)
    assert [clause.text for clause in a if clause.id in found.alone[0]] == [
        "이 조는 대한민국의 국내 절차에만 관련된다."
    ]
    assert found.alone[1] == ()
    assert len(found.pairs) == CLAUSES


def test_a_row_cut_differently_is_linked_as_a_whole() -> None:
    one = "The Parties shall: (a) exchange experts and researchers; and (b) share the results of research."
    other = "당사자는 전문가와 연구자를 교류하고 연구 결과를 공유한다."
    text = table((*ENGLISH, one), (*KOREAN, other))
    assert linked(versions_of(text))[-1][1] == other


def test_three_languages_give_three_versions_each_linked_to_each() -> None:
    spanish = (
        "Memorando de Entendimiento sobre Inteligencia Artificial",
        "Los participantes cooperarán en la investigación sobre la inteligencia artificial.",
        "La cooperación se realizará según las leyes de cada uno de los dos países.",
    )
    korean = (KOREAN[0], KOREAN[2], KOREAN[3])
    english = (ENGLISH[0], ENGLISH[2], ENGLISH[3])
    rows = "\n".join(f"| {' | '.join(row)} |" for row in zip(korean, english, spanish, strict=True))
    versions = versions_of(rows)
    assert [version.id for version in versions.documents] == ["both.ko", "both.en", "both.es"]
    assert versions.documents[2].text.split("\n") == list(spanish)
    assert set(versions.groups) == {(0, 1), (0, 2), (1, 2)}


@pytest.mark.parametrize(
    "text",
    [
        "\n\n".join(KOREAN),
        "\n\n".join(ENGLISH),
        "\n\n".join(
            (
                "한미 양해각서(Memorandum of Understanding)와 협력각서(Memorandum of Cooperation) 비교",
                "정부는 기술번영 협정(Technology Prosperity Deal)에 서명했다고 밝혔다.",
                "전략적 자율성(Strategic Autonomy)은 공급망(supply chain) 정책의 핵심이다.",
                '"We intend to cooperate," the minister said at the ceremony.',
                "장관은 인공지능(AI) 풀스택 수출(full-stack AI export)을 강조했다.",
            )
        ),
        "\n\n".join((ENGLISH[0], *KOREAN, "FOR THE REPUBLIC OF KOREA", "FOR THE UNITED STATES OF AMERICA")),
        "\n\n".join((*KOREAN, "Done at Seoul.", "Ministry of Science and ICT", "477 Galmae-ro, Sejong")),
        "\n\n".join((KOREAN[0], *ENGLISH, "(대한민국 정부를 대표하여)")),
        table(("은행명", "주소", "계좌"), ("JP Morgan Chase", "270 Park Avenue, New York", "UNDP Account"))
        + "\n\n"
        + "\n\n".join(KOREAN),
    ],
    ids=["korean", "english", "glosses", "english-title", "address", "korean-title", "form"],
)
def test_a_text_that_only_quotes_another_language_stays_one(text: str) -> None:
    assert split(read_text(text, id="one")) is None


def test_terms_in_a_table_do_not_make_two_versions_of_a_korean_text() -> None:
    terms = table(
        ("대규모 언어 모형", "안전 점검", "공급망"), ("Large Language Model", "safety check", "supply chain")
    )
    assert split(read_text("\n\n".join((*KOREAN * 2, terms)), id="one")) is None


def test_notes_go_with_their_version_and_running_heads_with_all() -> None:
    document = read_text(turns(KOREAN, ENGLISH), id="both")
    place = document.text.index("120 researchers")
    asides = (
        Aside("header", "MOU-2026"),
        Aside("footnote", "As decided.", at=place),
        Aside("comment", "검토할 것"),
    )
    versions = split(replace(document, asides=asides))
    assert versions is not None
    korean, english = versions.documents
    assert [aside.text for aside in korean.asides] == ["MOU-2026", "검토할 것"]
    assert [aside.text for aside in english.asides] == ["MOU-2026", "As decided."]
    assert english.text[english.asides[1].at :].startswith("120 researchers")


def test_pages_levels_and_labels_stay_with_the_blocks() -> None:
    texts = list(itertools.chain.from_iterable(zip(ENGLISH[1:4], KOREAN[1:4], strict=True)))
    starts = [sum(len(text) + 1 for text in texts[:n]) for n in range(len(texts))]
    blocks = tuple(
        Block(start, start + len(text), "heading" if n < 2 else "item", 2, f"({n})", page=n + 1)
        for n, (start, text) in enumerate(zip(starts, texts, strict=True))
    )
    whole = Document("both", "both", "en", "\n".join(texts), Source("x", "docx", "", 0), blocks)
    versions = split(whole)
    assert versions is not None
    assert [(b.kind, b.level, b.label, b.page) for b in versions.documents[1].blocks] == [
        ("heading", 2, "(1)", 2),
        ("item", 2, "(3)", 4),
        ("item", 2, "(5)", 6),
    ]


PROVISIONS = st.lists(st.integers(2, len(KOREAN) - 1), min_size=2, max_size=9)


@settings(max_examples=60, deadline=None)
@given(chosen=PROVISIONS, layout=st.sampled_from(sorted(LAYOUTS)), swapped=st.booleans(), extra=st.booleans())
def test_no_word_is_lost_and_every_offset_leads_back(
    chosen: list[int], layout: str, swapped: bool, extra: bool
) -> None:
    sides = tuple(KOREAN[n] for n in chosen), tuple(ENGLISH[n] for n in chosen)
    text = LAYOUTS[layout](*(sides[::-1] if swapped else sides))
    text += "\n\n" + ("— 2026. 3. 1. —" if extra else "부속서 1 / Annex 1")
    document = read_text(text, id="both")
    versions = split(document)
    if versions is None:
        return
    for version in versions.documents:
        for offset, character in enumerate(version.text):
            if not character.isspace() and character != "|":
                assert text[version.source_offset(offset)] == character
        covered = [block.start for block in version.blocks[1:]]
        assert covered == [block.end + 1 for block in version.blocks[:-1]]
    shared = {place for start, end in versions.shared for place in range(start, end)}
    times = dict.fromkeys(range(len(document.text)), 0)
    here = {document.source_offset(place): place for place in times}
    for version in versions.documents:
        for offset, character in enumerate(version.text):
            if not character.isspace() and (character != "|" or version.source_offset(offset) in here):
                times[here[version.source_offset(offset)]] += character != "|"
    for place, count in times.items():
        if not document.text[place].isspace() and document.text[place] != "|":
            assert count == 1 or place in shared


SEEDS = ("ai-sovereignty-and-talent", "apec-initiative-mou-and-moc", "sovereign-ai-national-strategies")


@pytest.mark.parametrize("name", SEEDS)
def test_press_articles_with_glosses_stay_one(shared: Path, name: str) -> None:
    assert split(read_file(shared / "data" / "seeds" / f"{name}.ko.txt")) is None


@pytest.mark.parametrize("format", ["docx", "pdf"])
def test_every_row_of_the_bilingual_table_is_paired(shared: Path, format: str) -> None:
    document = read_file(shared / "data" / "samples" / "out" / f"bilingual_table.{format}")
    versions = split(document)
    assert versions is not None
    assert {version.language for version in versions.documents} == {"en", "ko"}
    a, b = map(segment, versions.documents)
    found = counterparts(versions, (0, 1), a, b)
    assert found.alone == ((), ())
    assert all(len(one) == len(other) == 1 for one, other in found.pairs)
    assert len(found.pairs) == len(a) == 18


def test_treaties_with_foreign_names_and_addresses_stay_one(shared: Path) -> None:
    """Signature blocks in twenty languages, addresses, chemical names, abbreviations."""
    for name in ("2009_1956", "2014_2184", "2018_2399", "2009_2009-700", "2012_2095", "1991_1033"):
        assert split(read_file(shared / "data" / "treaties" / "kr" / f"{name}.md")) is None, name

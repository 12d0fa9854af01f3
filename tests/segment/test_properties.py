"""What holds for every text: slices, order, parents, anchors, and not one word lost."""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policynlp.ingest import read_file, read_text
from policynlp.records import Clause, Document
from policynlp.segment import segment

_WORDLESS = re.compile(r"[\W_]+")

LINES = st.sampled_from(
    """
Article 1
Article 2 Scope
ARTICLE 3
Section A General
I. Purpose
II. Fields of work
1. Purpose
1. The Parties shall meet. They shall report.
2. The Parties shall:
(a) exchange data;
(b) share ships; and
(i) in ports;
(ii) at sea.
(h) ice;
- common ports
The Parties will: (a) meet; (b) talk; and (c) act.
Recognising the sea;
Purpose
제1장 총칙
제1조(목적)
제2조
제3조 (정의) 이 협정은 협력을 정한다.
① 당사자는 협력한다.
② 당사자는 다음 각 호를 교환한다.
1. 자료
가. 관측 자료
나. 예보
1) 단기
다) 엉뚱한 번호
협력의 형태는 다음과 같다.
공동 연구
▲ 하나 ▲ 둘 ▲ 셋
| A | B |
|---|---|
| 1 | 2 |
**굵은 제목**
부속서 1
전문
양측은 만났다. 그들은 말했다. "끝났다."
2.
(가)
Ⅱ. 협력 분야
a) x
1.1 Ocean Data
""".strip().splitlines()
)


def check(document: Document, clauses: tuple[Clause, ...]) -> None:
    end = 0
    for clause in clauses:
        assert clause.text == document.text[clause.start : clause.end] == clause.text.strip() != ""
        assert clause.start >= end
        end = clause.end
    assert [clause.id for clause in clauses] == [f"c{place}" for place in range(1, len(clauses) + 1)]
    assert len({clause.anchor for clause in clauses} | {""}) == len(clauses) + 1
    kinds = {clause.id: clause.kind for clause in clauses}
    places = {clause.id: place for place, clause in enumerate(clauses)}
    for clause in clauses:
        assert clause.parent is None or kinds[clause.parent] == "lead_in"
        assert clause.parent is None or places[clause.parent] < places[clause.id]


def squeezed(text: str) -> str:
    return _WORDLESS.sub("", text)


def lost(document: Document, clauses: tuple[Clause, ...]) -> list[str]:
    """Words of the text that are in no clause, no path, no label and not in the title."""
    known = squeezed(
        " ".join([document.title, *(part for clause in clauses for part in (*clause.path, clause.label))])
    )
    gaps, end = [], 0
    for clause in clauses:
        gaps.append(document.text[end : clause.start])
        end = clause.end
    words = " ".join([*gaps, document.text[end:]]).split()
    return [word for word in words if squeezed(word) and squeezed(word) not in known]


@settings(max_examples=150, deadline=None)
@given(st.lists(LINES, min_size=1, max_size=14))
def test_any_order_of_lines_keeps_every_word(lines: list[str]) -> None:
    source = "\n".join(lines)
    if not squeezed(source):
        return
    document = read_text(source, id="a")
    clauses = segment(document)
    check(document, clauses)
    assert lost(document, clauses) == []


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet="ab제1조. (i)①▲-:;다가\n\t\"'|#*IVⅡ", min_size=1, max_size=120).filter(squeezed))
def test_any_characters_keep_every_word(source: str) -> None:
    document = read_text(source + "\nabc", id="a")
    clauses = segment(document)
    check(document, clauses)
    assert lost(document, clauses) == []


def test_the_same_text_gives_the_same_clauses() -> None:
    text = "Article 1\n1. The Parties shall: (a) meet; and (b) talk.\n2. They report."
    assert segment(read_text(text, id="a")) == segment(read_text(text, id="a"))


def test_a_document_of_headings_only_is_kept() -> None:
    clauses = segment(read_text("# Part One\n\n## Chapter Two\n", id="a", title="x"))
    assert [clause.text for clause in clauses] == ["Chapter Two"]
    assert clauses[0].path == ("Part One",)


@pytest.mark.parametrize("label", ["Article 1 ", "제1조 "])
def test_a_line_of_thousands_of_labels_is_cut_like_any_other(label: str) -> None:
    document = read_text("The Parties shall consult.\n" + label * 4000, id="a", title="x")
    clauses = segment(document)
    check(document, clauses)
    assert len(clauses) > 1


@pytest.mark.parametrize("folder", ["treaties/kr", "treaties/tota"])
def test_real_treaties_keep_every_word(shared: Path, folder: str) -> None:
    for path in sorted((shared / "data" / folder).iterdir())[7::90]:
        document = read_file(path)
        clauses = segment(document)
        check(document, clauses)
        assert [word for word in lost(document, clauses) if word not in ("본문",)] == [], path.name


def test_planted_clauses_come_back_each_under_its_number(shared: Path) -> None:
    for pair in sorted((shared / "data" / "planted" / "pairs").iterdir())[::4]:
        for side in ("a.txt", "b.txt"):
            source = (pair / side).read_text("utf8")
            numbered = re.findall(r"^(\d+)\. (.*)$", source, re.MULTILINE)
            found: dict[str, str] = {}
            for clause in segment(read_file(pair / side)):
                number = clause.path[0].rstrip(".") if clause.path else ""
                found[number] = found.get(number, "") + squeezed(clause.text)
            for number, text in numbered:
                assert found[number] in squeezed(text) or squeezed(text).endswith(found[number][-30:]), (
                    pair.name,
                    number,
                )
            assert [number for number, _ in numbered] == list(found), pair.name

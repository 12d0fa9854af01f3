"""Tracked changes: rejecting them gives the first text, accepting them the second, letter for letter."""

import io
import zipfile
from collections.abc import Sequence
from dataclasses import replace

import pytest
from docx import Document
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st

from policynlp import pipeline
from policynlp.errors import UnsupportedError
from policynlp.ingest import read_file
from policynlp.records import Clause, ClauseLink, Comparison
from policynlp.report import FORMATS
from policynlp.report.pieces import visible
from tests.report import examples

GONE = {"accepted": ("w:del", "w:moveFrom"), "rejected": ("w:ins", "w:moveTo")}
"""Changes whose words and paragraph ends are no more, by what a reader does."""


def read(content: bytes, way: str) -> list[str]:
    """The texts of the clauses, without their numbers, once every change is accepted or rejected."""
    gone = {qn(name) for name in GONE[way]}
    texts, carried = [], ""
    for paragraph in Document(io.BytesIO(content)).element.body.iter(qn("w:p")):
        style = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        if style is None or style.get(qn("w:val")) != "Clause":
            continue
        carried += "".join(
            _words(run) for run in paragraph.iter(qn("w:r")) if run.getparent().tag not in gone
        )
        ends = {mark.tag for mark in paragraph.findall(f"{qn('w:pPr')}/{qn('w:rPr')}/*")}
        if not ends & gone:
            texts.append(carried)
            carried = ""
    assert carried == ""
    return texts


def _words(run) -> str:
    if run.find(f"{qn('w:rPr')}/{qn('w:rStyle')}") is not None:
        return ""
    signs = {qn("w:t"): None, qn("w:delText"): None, qn("w:tab"): "\t", qn("w:br"): "\n"}
    return "".join(signs[part.tag] or part.text or "" for part in run if part.tag in signs)


def clause(number: int, text: str, label: str = "") -> Clause:
    return Clause(f"c{number}", text, 0, len(text), "en", "paragraph", label, (label,) if label else (), "")


def compared(first: Sequence[str], second: Sequence[str], links: Sequence[ClauseLink]) -> Comparison:
    """Two plain lists of clauses, linked."""
    sides = (
        replace(make(), clauses=tuple(clause(n, text, f"({n})") for n, text in enumerate(texts, 1)))
        for make, texts in ((examples.mou, first), (examples.moc, second))
    )
    return Comparison(tuple(replace(side, commitments=(), mentions=()) for side in sides), tuple(links), ())


def written(comparison: Comparison) -> bytes:
    return FORMATS["tracked"].render(comparison, "en")


def test_a_firmer_verb_is_one_word_out_and_one_word_in():
    link = ClauseLink("l1", (("c1",), ("c1",)), 0.9, "changed")
    content = written(compared(["The Parties may meet."], ["The Parties shall meet."], [link]))
    body = Document(io.BytesIO(content)).element.body
    assert [node.text for node in body.iter(qn("w:delText"))] == ["may"]
    assert [node.findtext(f".//{qn('w:t')}") for node in body.iter(qn("w:ins"))] == ["shall"]


@pytest.mark.parametrize("make", [examples.memoranda, examples.itself, examples.hostile])
def test_accepting_gives_the_second_text_and_rejecting_the_first(make):
    comparison = make()
    content = written(comparison)
    first, second = ([visible(clause.text) for clause in each.clauses] for each in comparison.documents)
    assert read(content, "rejected") == first
    assert read(content, "accepted") == second


@pytest.mark.parametrize("names", [("mou.en", "moc.en"), ("mou.ko", "moc.ko"), ("apec.ko", "camp-david.ko")])
def test_real_agreements_in_either_language_turn_into_each_other(names):
    comparison = pipeline.diff(*names)
    content = written(comparison)
    first, second = ([visible(clause.text) for clause in each.clauses] for each in comparison.documents)
    assert read(content, "rejected") == first
    assert read(content, "accepted") == second


def test_a_clause_that_stands_elsewhere_is_a_move_with_a_comment_on_both_places():
    texts = ["The first thing is to meet.", "Data are to be shared.", "Energy is to be saved."]
    links = [
        ClauseLink("l1", (("c1",), ("c3",)), 1.0, "moved", True),
        ClauseLink("l2", (("c2",), ("c1",)), 1.0, "same"),
        ClauseLink("l3", (("c3",), ("c2",)), 1.0, "same"),
    ]
    content = written(compared(texts, [texts[1], texts[2], texts[0]], links))
    document = Document(io.BytesIO(content))
    names = [
        {node.get(qn("w:name")) for node in document.element.body.iter(qn(f"w:{way}RangeStart"))}
        for way in ("moveFrom", "moveTo")
    ]
    assert names == [{"move-l1"}, {"move-l1"}]
    assert {comment.text for comment in document.comments} == {"Moved: (1) in MOU, (3) in MOC."}
    assert read(content, "accepted") == [texts[1], texts[2], texts[0]]


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_any_texts_under_any_links_turn_into_each_other(data):
    words = st.lists(
        st.sampled_from(["may", "shall", "협력한다", "협력하여야", "a", ",", " ", "\n", "\t", "(b)"])
    )
    sides = [
        data.draw(st.lists(words.map("".join).filter(str.strip), min_size=1, max_size=5)) for _ in range(2)
    ]
    free = [data.draw(st.permutations([f"c{n}" for n in range(1, len(side) + 1)])) for side in sides]
    links = []
    while free[0] and free[1] and data.draw(st.booleans()):
        cut = [data.draw(st.integers(1, min(2, len(side)))) for side in free]
        ids = tuple(tuple(sorted(side[:size])) for side, size in zip(free, cut, strict=True))
        free = [side[size:] for side, size in zip(free, cut, strict=True)]
        links.append(ClauseLink(f"l{len(links) + 1}", ids, 0.5, "changed", data.draw(st.booleans())))
    content = written(compared(*sides, links))
    assert read(content, "rejected") == sides[0]
    assert read(content, "accepted") == sides[1]


def test_our_own_reader_takes_the_file_as_the_second_text(tmp_path):
    comparison = examples.memoranda()
    place = tmp_path / "tracked.docx"
    place.write_bytes(written(comparison))
    text = read_file(place).text
    assert all(clause.text in text for clause in comparison.documents[1].clauses)
    assert comparison.documents[0].clauses[5].text not in text


def test_two_languages_and_three_documents_are_refused_in_one_sentence():
    with pytest.raises(UnsupportedError, match=r"both texts in one language \(en, ko here\)"):
        written(examples.across())
    with pytest.raises(UnsupportedError, match="not 3: name two documents"):
        written(examples.family())


def test_no_part_of_the_file_holds_a_time():
    content = written(examples.memoranda())
    assert content == written(examples.memoranda())
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        assert {part.date_time for part in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b"w:date=" not in parts.read("word/comments.xml") + parts.read("word/document.xml")

"""Decisions come back from JSON, CSV and XLSX as they were made; what is none gets one sentence."""

import csv
import io
import json
import random
from dataclasses import replace
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from openpyxl import Workbook, load_workbook

from policynlp import decisions
from policynlp.errors import UnreadableError
from policynlp.records import Comparison, Decision
from policynlp.report.review import workbook
from tests.report import examples

OURS = '{"schema": "policynlp.decisions/1", "decisions": [%s]}'


def made(comparison: Comparison) -> list[Decision]:
    """A decision of each sort, with texts that try to be formulas."""
    first, second, third, *_ = comparison.differences
    link = comparison.links[1]
    return [
        _on(comparison, first, Decision("difference", "confirm", reviewer="김 검토", note="=1+1")),
        _on(comparison, second, Decision("difference", "reject", note='\'tis, "both"\n둘 다')),
        _on(comparison, third, Decision("difference", "correct", corrected_kind="scope", corrected="@SUM")),
        Decision("link", "reject", *_link(comparison, link.clauses)),
    ]


def _on(comparison, difference, decision):
    about = decisions.subject(comparison, difference)
    sides = {name: tuple(map(tuple, about[name])) for name in ("clauses", "texts")}
    return replace(decision, key=about["key"], kind=about["kind"], says=dict(difference.summary), **sides)


def _link(comparison, clauses):
    texts = tuple(
        tuple(decisions.keys.text_key(side.clause(id).text) for id in ids)
        for side, ids in zip(comparison.documents, clauses, strict=True)
    )
    return decisions.keys.link_key(texts), "", clauses, texts


def filled(comparison: Comparison, taken: list[Decision]) -> list[dict[str, str]]:
    """The rows of the CSV sheet with decisions written in by hand."""
    text = decisions.as_sheet(comparison).decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    words = {each.key: each for each in taken}
    for row in rows:
        if each := words.get(row["key"]):
            row |= {"decision": each.verdict, "note": each.note, "reviewer": each.reviewer}
            row |= {"corrected_kind": each.corrected_kind, "corrected": each.corrected}
    return rows


def saved_csv(place: Path, rows: list[dict[str, str]]) -> Path:
    with place.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    return place


def test_json_gives_back_what_was_written(tmp_path: Path):
    comparison = examples.memoranda()
    (tmp_path / "d.json").write_bytes(decisions.as_json(comparison, made(comparison)))
    assert list(decisions.read(tmp_path / "d.json")) == made(comparison)
    content = json.loads((tmp_path / "d.json").read_text("utf8"))
    assert content["schema"] == "policynlp.decisions/1"
    assert [each["id"] for each in content["documents"]] == ["mou.en", "moc.en"]


def test_the_schema_in_the_documentation_holds_for_what_is_written():
    text = Path(__file__).parents[2].joinpath("docs", "review.md").read_text("utf8")
    schema = json.loads(text.split("```json\n")[1].split("```")[0])
    content = json.loads(decisions.as_json(examples.memoranda(), made(examples.memoranda())))
    assert list(Draft202012Validator(schema).iter_errors(content)) == []
    assert set(content["decisions"][0]) == set(schema["properties"]["decisions"]["items"]["properties"])


def test_a_filled_csv_sheet_gives_the_decisions(tmp_path: Path):
    comparison = examples.memoranda()
    found = decisions.read(saved_csv(tmp_path / "d.csv", filled(comparison, made(comparison))))
    assert [(each.key, each.verdict, each.note, each.corrected) for each in found] == [
        (each.key, each.verdict, each.note, each.corrected) for each in made(comparison)
    ]
    assert [(each.clauses, each.texts) for each in found] == [
        (each.clauses, each.texts) for each in made(comparison)
    ]


def test_a_filled_workbook_gives_the_decisions(tmp_path: Path):
    comparison = examples.memoranda()
    book = load_workbook(io.BytesIO(workbook(comparison, "ko")))
    sheet = book.worksheets[0]
    head = {str(cell.value).split("\n")[0]: cell.column for cell in sheet[1]}
    words = {each.key: each for each in made(comparison)}
    for row in range(2, sheet.max_row + 1):
        if each := words.get(sheet.cell(row, head["key"]).value):
            for name, value in (
                ("decision", each.verdict),
                ("note", each.note),
                ("corrected", each.corrected),
            ):
                cell = sheet.cell(row, head[name])
                cell.value, cell.data_type = value, "s"
    book.save(tmp_path / "d.xlsx")
    found = decisions.read(tmp_path / "d.xlsx")
    assert [(each.key, each.verdict, each.note, each.corrected) for each in found] == [
        (each.key, each.verdict, each.note, each.corrected) for each in made(comparison)
    ]


def test_the_workbook_offers_the_decisions_to_choose_from():
    sheet = load_workbook(io.BytesIO(workbook(examples.memoranda(), "en"))).worksheets[0]
    offered = {each.formula1 for each in sheet.data_validations.dataValidation}
    assert '"confirm,reject,correct,add"' in offered
    assert any("force,polarity,action" in each for each in offered)
    heads = [cell.value for cell in sheet[1]]
    assert "decision\nDecision · 결정" in heads
    assert "text_2\nText · 본문" in heads


def test_the_sheet_has_a_row_a_difference_and_a_row_a_link():
    comparison = examples.memoranda()
    rows = filled(comparison, [])
    told = (*comparison.differences, *comparison.documents_differ, *comparison.common)
    assert [row["id"] for row in rows] == [each.id for each in (*told, *comparison.links)]
    assert rows[0]["words_1"] == "developing and championing"
    assert {row["decision"] for row in rows} == {""}


def test_earlier_decisions_stand_in_their_rows_and_stale_ones_at_the_end():
    comparison = examples.memoranda()
    stale = Decision(
        "difference",
        "reject",
        "0" * 16,
        "force",
        (("c1",), ("c1",)),
        (("f" * 16,), ("e" * 16,)),
        says={"en": "Old."},
    )
    rows = filled(decisions.replayed(comparison, [*made(comparison)[:3], stale]), [])
    known = {row["id"]: (row["decision"], row["outcome"]) for row in rows if row["id"] in ("d1", "d2", "d3")}
    assert known == {
        "d1": ("confirm", "confirmed"),
        "d2": ("reject", "rejected"),
        "d3": ("correct", "corrected"),
    }
    assert (rows[-1]["says_en"], rows[-1]["outcome"], rows[-1]["key"]) == ("Old.", "stale", "0" * 16)


@pytest.mark.parametrize(
    ("word", "verdict"),
    [
        ("확인", "confirm"),
        ("기각", "reject"),
        ("수정", "correct"),
        ("추가", "add"),
        ("Confirm", "confirm"),
    ],
)
def test_decisions_are_understood_in_both_languages(tmp_path: Path, word: str, verdict: str):
    (tmp_path / "d.csv").write_text(f"about,decision,key\ndifference,{word},k\ndifference,,l\n", "utf8")
    assert [(each.verdict, each.key) for each in decisions.read(tmp_path / "d.csv")] == [(verdict, "k")]


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("d.csv", "about,decision\ndifference,maybe\n", "row 2: 'maybe' is no decision; write confirm"),
        ("d.csv", "about,decision\nclause,confirm\n", "row 2: 'clause' is neither difference nor link"),
        ("d.csv", "a,b\n1,2\n", "no file of decisions"),
        ("d.csv", "", "no row in it"),
        ("d.json", '{"schema": "policynlp.comparison/1"}', "no file of decisions"),
        ("d.json", OURS % "1", "no file of decisions"),
        ("d.json", OURS % '{"about": "link", "decision": "confirm", "texts": 1}', "no file of decisions"),
        ("d.json", OURS % '{"about": "link"}', "'' is no decision"),
        ("d.json", "{", "not JSON"),
        pytest.param("d.json", OURS % ("[" * 100_000), "no file of decisions", id="nested"),
        ("d.xlsx", "PK not a zip", "no file of decisions"),
        ("none.csv", None, "there is no such file"),
    ],
)  # fmt: skip
def test_what_is_no_file_of_decisions_gets_a_sentence(
    tmp_path: Path, name: str, content: str | None, sentence: str
):
    if content is not None:
        (tmp_path / name).write_text(content, "utf8")
    with pytest.raises(UnreadableError, match=sentence):
        decisions.read(tmp_path / name)


@pytest.mark.parametrize(("encoding", "mark"), [("cp949", ","), ("utf-8", ";"), ("utf-8-sig", "\t")])
def test_a_sheet_as_spreadsheets_of_other_settings_save_it(tmp_path: Path, encoding: str, mark: str):
    lines = [["about", "decision", "key", "note"], ["difference", "기각", "k", "둘 다"]]
    (tmp_path / "d.csv").write_text("\r\n".join(mark.join(line) for line in lines), encoding)
    assert [(each.verdict, each.key, each.note) for each in decisions.read(tmp_path / "d.csv")] == [
        ("reject", "k", "둘 다")
    ]


def test_a_damaged_workbook_gets_a_sentence_or_is_read(tmp_path: Path):
    whole = workbook(examples.memoranda(), "en")
    chance = random.Random(7)
    refused = 0
    for _ in range(60):
        damaged = bytearray(whole)
        for _ in range(6):
            damaged[chance.randrange(len(damaged))] = chance.randrange(256)
        (tmp_path / "d.xlsx").write_bytes(damaged)
        try:
            assert decisions.read(tmp_path / "d.xlsx") == ()
        except UnreadableError:
            refused += 1
    assert refused > 30


def test_a_workbook_that_unpacks_to_too_much_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    (tmp_path / "d.xlsx").write_bytes(workbook(examples.memoranda(), "en"))
    monkeypatch.setattr(decisions.files, "LARGEST", 1_000)
    with pytest.raises(UnreadableError, match="save the sheet as CSV"):
        decisions.read(tmp_path / "d.xlsx")


def test_rows_and_columns_that_a_workbook_makes_up_cost_little(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    book = Workbook()
    for line in (("about", "decision", "key"), ("link", "confirm", "a"), (), ("link", "reject", "b")):
        book.active.append(line)
    book.active["XFD5"] = "far"
    book.save(tmp_path / "d.xlsx")
    assert [each.key for each in decisions.read(tmp_path / "d.xlsx")] == ["a", "b"]
    monkeypatch.setattr(decisions.files, "ROWS", 2)
    assert [each.key for each in decisions.read(tmp_path / "d.xlsx")] == ["a"]


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no such device")
def test_a_device_is_no_file_of_decisions_and_a_folder_neither(tmp_path: Path):
    with pytest.raises(UnreadableError, match="name a file"):
        decisions.read(Path("/dev/zero"))
    with pytest.raises(UnreadableError, match="cannot be read"):
        decisions.read(tmp_path)


def test_a_workbook_whose_parts_are_locked_gets_a_sentence(tmp_path: Path):
    locked = bytearray(workbook(examples.memoranda(), "en"))
    for mark, flag in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):  # bit 0 of a part's flags: encrypted
        at = locked.find(mark)
        while at >= 0:
            locked[at + flag] |= 1
            at = locked.find(mark, at + 4)
    (tmp_path / "d.xlsx").write_bytes(locked)
    with pytest.raises(UnreadableError, match="this is no file of decisions"):
        decisions.read(tmp_path / "d.xlsx")

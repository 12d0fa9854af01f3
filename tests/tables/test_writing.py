"""CSV cells stay text in a spreadsheet; JSON keeps what each value is."""

import csv
import io
import json

from hypothesis import given
from hypothesis import strategies as st

from policynlp import tables
from policynlp.tables import TABLES, as_csv, as_json
from tests.tables import examples


def read(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def test_a_file_begins_with_a_mark_and_a_stream_does_not():
    assert as_csv(["a"], [], mark=True).startswith(b"\xef\xbb\xbf")
    assert as_csv(["a"], [], mark=False) == b'"a"\r\n'


def test_lists_are_joined_and_numbers_stay_numbers():
    (row, _) = read(as_csv(list(TABLES["commitments"]), tables.commitments(examples.korean()), mark=True))
    assert row["conditions"] == "available-resources"
    assert row["lead_in"] == "no"
    assert read(as_csv(["n"], [{"n": -1}], mark=False)) == [{"n": "-1"}]


@given(st.text(), st.lists(st.text()))
def test_no_cell_is_a_formula(text, listed):
    (row,) = read(as_csv(["a", "b"], [{"a": text, "b": tuple(listed)}], mark=True)) or [{}]
    assert all(cell[:1] not in tuple("=+-@\t\r\n＝＋－＠") for cell in row.values() if cell)


def test_json_keeps_lists_and_numbers():
    row = json.loads(as_json(tables.commitments(examples.english(), "en")))[0]
    assert row["force"] == 4
    assert row["institutions"] == ["kr.nrf"]
    assert list(row) == list(TABLES["commitments"])


def test_nothing_is_an_empty_cell_and_json_lists_are_joined():
    assert read(as_csv(["a", "b"], [{"a": None, "b": ["x", "y"]}], mark=False)) == [{"a": "", "b": "x; y"}]

"""Bytes become text in the encoding that they were written in, or a sentence says why not."""

import pytest

from policynlp.errors import UnreadableError
from policynlp.ingest.decode import decode

KOREAN = "제1조(목적) 이 협정은 양국의 해양 관측 협력을 증진한다."


@pytest.mark.parametrize(
    ("encoding", "named"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8-sig"),
        ("utf-16", "utf-16"),
        ("utf-16-le", "utf-16-le"),
        ("utf-16-be", "utf-16-be"),
        ("cp949", "cp949"),
        ("euc-kr", "cp949"),
    ],
)
def test_korean_encodings_are_recognised(encoding: str, named: str) -> None:
    text = KOREAN + "\nAI and data"
    found = decode(text.encode(encoding), "a.txt")
    assert (found.text, found.encoding, found.lost) == (text, named, 0.0)


def test_curly_quotes_of_windows_are_not_read_as_hangul() -> None:
    text = (
        "The “Parties” shall meet in Paris – once a year – and publish the results of their café talks. " * 4
    )
    assert decode(text.encode("cp1252"), "a.txt").text == text


def test_a_declared_encoding_goes_first() -> None:
    assert decode("Vertragsparteien für Öl".encode("latin-1"), "a.html", "iso-8859-1").text.endswith("für Öl")


def test_one_lost_byte_costs_one_character_and_is_reported() -> None:
    data = (KOREAN * 20).encode("cp949")
    found = decode(data[:101] + data[102:], "a.txt")
    assert found.encoding == "cp949"
    assert 0 < found.lost < 0.05
    assert found.text.endswith("협력을 증진한다.")


@pytest.mark.parametrize("data", [bytes(range(256)) * 20, b"\x00\x01\x02\x03" * 500])
def test_bytes_that_are_no_text_are_refused(data: bytes) -> None:
    with pytest.raises(UnreadableError, match=r"a\.bin: its bytes are not text"):
        decode(data, "a.bin")

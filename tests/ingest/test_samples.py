"""The made-up samples with traps, and real treaties: read whole or refused with a sentence."""

from pathlib import Path

import pytest

from policynlp.errors import UnreadableError
from policynlp.ingest import read_file

ENCODED = ["ko_cp949", "ko_euckr", "ko_nfd_utf8", "ko_utf16", "ko_utf8sig"]


@pytest.mark.parametrize("name", ENCODED)
def test_one_text_in_five_encodings_reads_the_same(shared: Path, name: str) -> None:
    folder = shared / "data" / "samples" / "out"
    expected = read_file(folder / "ko_utf8sig.txt").text
    assert read_file(folder / f"{name}.txt").text.startswith(expected)


@pytest.mark.parametrize("name", ["page_ko_utf8", "page_ko_euckr", "page_ko_cp949_nometa"])
def test_pages_lose_their_furniture_and_nothing_else(shared: Path, name: str) -> None:
    text = read_file(shared / "data" / "samples" / "out" / f"{name}.html").text
    assert text.startswith("첨단기술 공급망 협력에 관한 양해각서\n제1조(정의)\n")
    assert [word for word in ("쿠키", "로그인", "관련 보도자료", "대표전화") if word in text] == []
    assert all(f"제{number}조(" in text for number in range(1, 9))


@pytest.mark.parametrize("name", ["xxe.xml", "bomb.xml"])
def test_hostile_xml_is_refused(shared: Path, name: str) -> None:
    with pytest.raises(UnreadableError, match="DOCTYPE"):
        read_file(shared / "data" / "samples" / "out" / name)


def test_a_wrapped_treaty_is_put_together_again(shared: Path) -> None:
    text = read_file(shared / "data" / "treaties" / "kr" / "1991_1033.md").text
    assert "의무를 수반한다. 이 의무규정은" in text
    assert "항공우편물에도 적용한다." in text
    assert "제41조 제9항에 규정된 우편물에도" in text

"""Copies are pointed out after ingest and shown word by word; a person's word on the standing is kept."""

from pathlib import Path

import pytest

from .test_start import run

ENGLISH = """Memorandum of Understanding

1. The Participants intend to share data on rivers and lakes with each other every month.

2. The Participants will meet once a year in Seoul to review the work under this Memorandum.

3. The National Science Foundation shall lead the joint research programme on clean water.

4. Either Participant may end this Memorandum by giving 180 days of written notice to the other.
"""
KOREAN = """양해각서

1. 당사자는 하천과 호수에 관한 자료를 매월 서로 공유하고자 한다.

2. 당사자는 이 양해각서에 따른 사업을 검토하기 위하여 매년 한 차례 서울에서 회의를 개최한다.

3. 과학기술정보통신부는 깨끗한 물에 관한 공동 연구 사업을 주관하여야 한다.

4. 어느 한쪽 당사자는 180일 전에 서면으로 통보하여 이 양해각서를 종료할 수 있다.

5. 당사자는 매년 말에 하천 수질에 관한 공동 보고서를 함께 작성하여 일반에 공개한다.

6. 이 양해각서의 해석에 관한 다툼은 두 당사자가 우호적인 협의를 거쳐 해결한다.
"""


def test_a_press_copy_is_pointed_out_and_shown_beside_the_official_text(tmp_path: Path) -> None:
    (tmp_path / "official.txt").write_text(ENGLISH, "utf8")
    press = ENGLISH.replace("intend to share", "will share").replace("180 days", "90 days")
    (tmp_path / "press.txt").write_text(press + "\nReporting by Jane Doe; Editing by John Roe\n", "utf8")
    assert run("ingest", "official.txt", "--standing", "official", cwd=tmp_path).returncode == 0
    told = run("ingest", "press.txt", cwd=tmp_path).stderr
    assert "press: this copy of the text ingested from official.txt (official) changes 1 verb" in told
    assert "1 verb, 1 number or date" in told
    shown = run("show", "press", "--copies", cwd=tmp_path).stdout
    assert "[intend to → will] share data" in shown
    assert "[180 → 90] days" in shown
    assert (
        "Press text: not the agreement's own words; it says “Reporting by Jane Doe"
        in run("show", "press", cwd=tmp_path).stdout
    )
    compared = run("diff", "official", "press", cwd=tmp_path)
    assert "press: This is a press text. Such texts often drop words of intent" in compared.stderr
    assert "[force]" in compared.stdout


def test_a_korean_copy_and_an_exact_one(tmp_path: Path) -> None:
    for name, text in (
        ("one", KOREAN),
        ("same", KOREAN.replace("\n\n", "\n\n\n")),
        ("other", KOREAN.replace("주관하여야 한다", "주관할 수 있다")),
    ):
        (tmp_path / f"{name}.txt").write_text(text, "utf8")
    told = run("ingest", "one.txt", "same.txt", "other.txt", cwd=tmp_path, language="ko").stderr
    assert "same: one.txt에서 읽은 글(one)과 똑같은 사본입니다" in told
    assert "(one)과 다음이 다릅니다: 동사·서법 1곳" in told
    shown = run("show", "other", "--copies", cwd=tmp_path, language="ko").stdout
    assert "[주관하여야 한다 → 주관할 수 있다]" in shown


def test_a_persons_word_on_the_standing_is_kept(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(KOREAN, "utf8")
    run("ingest", "a.txt", cwd=tmp_path)
    assert "Nothing shows whose text it is" in run("show", "a", cwd=tmp_path).stdout
    run("ingest", "a.txt", "--standing", "reprint", cwd=tmp_path)
    assert "다른 곳에 실린 전재본. 사용자가 밝힘" in run("show", "a", cwd=tmp_path, language="ko").stdout


@pytest.mark.parametrize(
    ("name", "code", "said"),
    [
        ("nowhere", 2, "copies are looked for among ingested texts"),
        ("a", 0, "no stored text is nearly the same"),
    ],
)
def test_copies_of_what_has_none(tmp_path: Path, name: str, code: int, said: str) -> None:
    (tmp_path / "a.txt").write_text(KOREAN, "utf8")
    run("ingest", "a.txt", cwd=tmp_path)
    done = run("show", name, "--copies", cwd=tmp_path)
    assert done.returncode == code
    assert said in done.stdout + done.stderr

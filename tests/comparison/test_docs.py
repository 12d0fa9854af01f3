"""docs/differences.md says what the kinds say."""

from pathlib import Path

import pytest

from policynlp.comparison import DIFFERENCE_KINDS

PAGE = Path(__file__).parents[2] / "docs" / "differences.md"


@pytest.mark.parametrize("code", sorted(DIFFERENCE_KINDS))
def test_the_page_gives_each_kind_its_weight_and_messages(code: str) -> None:
    text = PAGE.read_text("utf8")
    kind = DIFFERENCE_KINDS[code]
    section = text.split(f"\n## {code}\n")[1].split("\n## ")[0]
    assert f"Weight {kind.weight}." in section
    for name, message in kind.messages.items():
        assert f"| {name} | {message['en']} | {message['ko']} |" in section

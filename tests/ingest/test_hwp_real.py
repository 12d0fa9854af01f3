"""Real HWP and HWPX files, and samples with known text."""

import sys
from collections import Counter
from pathlib import Path

import pytest

from policynlp.ingest import read_file
from tests.ingest.hangul_samples import lines, refused

TEXTLESS = {
    "inserting_image_cell.hwp", "making_caption.hwp", "setting-celltext-by-field.hwp", "2022.hwpx",
    "HeaderFooter.hwpx", "SimpleComboBox.hwpx", "SimpleEllipse.hwpx", "SimpleLine.hwpx", "SimpleOLE.hwpx",
}  # fmt: skip
"""Files with pictures, empty tables or nothing but a header in them."""


def letters(text: str) -> Counter[str]:
    return Counter(letter for letter in text if not letter.isspace() and letter != "|")


def test_real_files_lose_no_letter_that_another_reader_finds(shared: Path) -> None:
    import syhwp

    lost = {}
    for path in sorted((shared / "data" / "hwp").iterdir()):
        other = letters(syhwp.extract_text(str(path)).replace("[그림]", "").replace("그림\n", ""))
        name = path.name.split("__")[-1]
        if name in TEXTLESS:
            assert refused(path.read_bytes(), path.name) == "no-text"
            continue
        document = read_file(path)
        beside = "".join(aside.text for aside in document.asides)
        missing = other - letters(document.text + beside)
        if missing:
            lost[name] = "".join(missing.elements())
    assert lost == {"ChangeTrack.hwpx": "추적"}, "only what a tracked change deleted"


@pytest.mark.parametrize("kind", ["hwp", "hwpx"])
def test_samples_hold_the_known_text_and_every_label(shared: Path, kind: str) -> None:
    folder = shared / "data" / "samples"
    sys.path.insert(0, str(folder))
    try:
        import content
    finally:
        sys.path.remove(str(folder))
    document = read_file(folder / "out" / f"auto_numbered.{kind}")
    expected = [("", content.TITLE_KO)]
    for place, (_, title, paragraphs, items) in enumerate(content.ARTICLES, 1):
        expected.append((f"제{place}조", f"({title})"))
        expected += [(chr(0x245F + at), text) for at, (_, text) in enumerate(paragraphs, 1)]
        expected += [("", f"{at}. {text}") for at, (_, text) in enumerate(items, 1)]
    expected += [("", " | ".join(row)) for row in content.TABLE]
    expected.append(("", "붙임 1부. 끝."))
    assert [(label, text) for _, label, text in lines(document)] == expected

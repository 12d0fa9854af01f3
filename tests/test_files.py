"""A file appears whole or not at all, whatever stood in its place."""

import os
from pathlib import Path

import pytest

from policynlp.files import draft, write_whole


def test_a_file_is_written_with_its_folder_and_readable_by_others(tmp_path: Path) -> None:
    place = tmp_path / "a" / "b.txt"
    write_whole(place, b"whole")
    assert place.read_bytes() == b"whole"
    assert [path.name for path in place.parent.iterdir()] == ["b.txt"]
    mask = os.umask(0)
    os.umask(mask)
    assert place.stat().st_mode & 0o777 == 0o666 & ~mask


def test_what_stood_there_stays_where_writing_fails(tmp_path: Path) -> None:
    place = tmp_path / "a.txt"
    place.write_text("before")
    with pytest.raises(FileNotFoundError), draft(place) as half:
        half.unlink(missing_ok=True)  # so that there is nothing to take the name
    assert place.read_text() == "before"
    assert list(tmp_path.iterdir()) == [place]


def test_a_link_is_followed(tmp_path: Path) -> None:
    target, link = tmp_path / "real.txt", tmp_path / "link.txt"
    target.write_text("before")
    link.symlink_to(target)
    write_whole(link, b"after")
    assert link.is_symlink()
    assert target.read_bytes() == b"after"


def test_a_device_is_written_to_and_not_replaced() -> None:
    write_whole(Path(os.devnull), b"gone")
    assert Path(os.devnull).is_char_device()

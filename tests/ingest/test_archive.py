"""Archives: every member a document, whatever its name; what cannot be read is named."""

import io
import struct
import zipfile
from pathlib import Path

import pytest

from policynlp.errors import UnreadableError
from policynlp.ingest.archive import Archive, is_archive

TEXT = "제1조 당사자는 정보를 교환한다.\n"


def packed(path: Path, *members: tuple[str, bytes]) -> Path:
    """A zip with members."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in members:
            package.writestr(name, data)
    return path


def with_raw_names(path: Path, encoding: str, *names: str) -> Path:
    """A zip as Korean Windows writes it: names in an encoding that no flag tells."""
    stands_for = {f"m{n}".ljust(len(name.encode(encoding)), "_"): name for n, name in enumerate(names)}
    data = packed(path, *((place, TEXT.encode()) for place in stands_for)).read_bytes()
    for place, name in stands_for.items():
        data = data.replace(place.encode(), name.encode(encoding))
    path.write_bytes(data)
    return path


def listed(path: Path) -> dict[str, str]:
    """Location of every member, with the code of its problem or what it holds."""
    archive = Archive(path, path.name)
    found = {}
    for member in archive.members():
        try:
            found[member.location] = archive.read(member).decode()
        except UnreadableError as error:
            found[member.location] = error.code
    archive.close()
    return found


def test_members_are_documents_with_a_location_and_hidden_ones_are_left_out(tmp_path: Path) -> None:
    path = packed(
        tmp_path / "a.zip",
        *((name, b"x") for name in ("b.txt", "folder/a.txt", "__MACOSX/._a.txt", ".hidden", "x/.git/c")),
    )
    assert listed(path) == {"a.zip!/b.txt": "x", "a.zip!/folder/a.txt": "x"}


@pytest.mark.parametrize("encoding", ["cp949", "utf-8"])
def test_korean_names_are_read_whatever_wrote_them(tmp_path: Path, encoding: str) -> None:
    path = with_raw_names(tmp_path / "a.zip", encoding, "조약/한·미 양해각서.txt", "plain.txt")
    assert set(listed(path)) == {"a.zip!/조약/한·미 양해각서.txt", "a.zip!/plain.txt"}


def test_names_of_a_mac_become_the_same_letters(tmp_path: Path) -> None:
    import unicodedata

    path = packed(tmp_path / "a.zip", (unicodedata.normalize("NFD", "각서.txt"), b"x"))
    assert set(listed(path)) == {"a.zip!/각서.txt"}


def test_names_that_lead_elsewhere_lead_nowhere(tmp_path: Path) -> None:
    path = packed(tmp_path / "a.zip", ("../../etc/passwd.txt", b"x"), ("/abs.txt", b"y"), ("C:\\d.txt", b"z"))
    archive = Archive(path, "a.zip")
    assert sorted(str(member.path) for member in archive.members()) == ["abs.txt", "d.txt", "etc/passwd.txt"]
    assert [path.name for path in tmp_path.iterdir()] == ["a.zip"]


def test_an_archive_inside_is_read_and_one_deeper_is_named(tmp_path: Path) -> None:
    deepest = packed(tmp_path / "d.zip", ("c.txt", b"x")).read_bytes()
    inner = packed(tmp_path / "i.zip", ("b.txt", b"in"), ("deep.zip", deepest)).read_bytes()
    path = packed(tmp_path / "a.zip", ("a.txt", b"out"), ("inner.zip", inner), ("bad.zip", b"PK\x03\x04bad"))
    assert listed(path) == {
        "a.zip!/a.txt": "out",
        "a.zip!/bad.zip": "archive-broken",
        "a.zip!/inner.zip!/b.txt": "in",
        "a.zip!/inner.zip!/deep.zip": "archive-nested",
    }


def test_a_bomb_is_named_and_its_neighbours_are_read(tmp_path: Path) -> None:
    path = packed(tmp_path / "a.zip", ("bomb.txt", bytes(40 << 20)), ("good.txt", b"x"))
    assert listed(path) == {"a.zip!/bomb.txt": "member-too-large", "a.zip!/good.txt": "x"}


def test_an_archive_of_too_many_members_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("policynlp.ingest.archive.MEMBERS", 2)
    path = packed(tmp_path / "a.zip", *((f"{n}.txt", b"x") for n in range(3)))
    with pytest.raises(UnreadableError, match="it has 3 members"):
        Archive(path, "a.zip")


def test_a_member_that_says_it_is_smaller_than_it_is_is_damaged_not_trusted(tmp_path: Path) -> None:
    path = packed(tmp_path / "a.zip", ("a.txt", b"0123456789" * 50), ("b.txt", b"x"))
    data = path.read_bytes().replace(struct.pack("<I", 500), struct.pack("<I", 5))
    path.write_bytes(data)
    assert listed(path) == {"a.zip!/a.txt": "member-broken", "a.zip!/b.txt": "x"}


def test_a_locked_member_is_named_and_the_rest_is_read(tmp_path: Path) -> None:
    path = packed(tmp_path / "a.zip", ("a.txt", b"x"), ("b.txt", b"y"))
    data = bytearray(path.read_bytes())
    entry = data.index(b"PK\x01\x02")
    data[entry + 8] |= 1
    path.write_bytes(data)
    assert listed(path) == {"a.zip!/a.txt": "member-password", "a.zip!/b.txt": "y"}


def test_a_damaged_member_is_named_and_the_rest_is_read(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as package:
        package.writestr("a.txt", b"the words of the first")
        package.writestr("b.txt", b"y")
    data = (tmp_path / "a.zip").read_bytes().replace(b"the words", b"the w\0rds")
    (tmp_path / "a.zip").write_bytes(data)
    assert listed(tmp_path / "a.zip") == {"a.zip!/a.txt": "member-broken", "a.zip!/b.txt": "y"}


def test_a_cut_off_archive_is_one_sentence(tmp_path: Path) -> None:
    path = packed(tmp_path / "a.zip", ("a.txt", b"x" * 1000))
    path.write_bytes(path.read_bytes()[:-30])
    with pytest.raises(UnreadableError, match=r"a\.zip: the archive is damaged or cut off"):
        Archive(path, "a.zip")


def test_a_document_in_a_zip_is_no_archive(tmp_path: Path) -> None:
    archive = packed(tmp_path / "a.zip", ("a.txt", b"x"))
    nameless = packed(tmp_path / "files", ("a.txt", b"x"))
    sheet = packed(tmp_path / "table.xlsx", ("[Content_Types].xml", b"x"), ("xl/workbook.xml", b"x"))
    damaged = tmp_path / "mou.docx"
    damaged.write_bytes(archive.read_bytes()[:40])
    broken = tmp_path / "broken.zip"
    broken.write_bytes(b"no zip at all")
    text = tmp_path / "a.txt"
    text.write_text("PK is no magic")
    found = [is_archive(path) for path in (archive, nameless, sheet, damaged, broken, text)]
    assert found == [True, True, False, False, True, False]


def test_of_two_members_of_one_name_the_later_is_read(tmp_path: Path) -> None:
    memory = io.BytesIO()
    with zipfile.ZipFile(memory, "w") as package:
        package.writestr("a.txt", b"old")
        with pytest.warns(UserWarning, match="Duplicate"):
            package.writestr("a.txt", b"new")
    (tmp_path / "a.zip").write_bytes(memory.getvalue())
    assert listed(tmp_path / "a.zip") == {"a.zip!/a.txt": "new"}

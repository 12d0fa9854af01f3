"""Damage done to files on purpose, the same for the same seed: what transfers and disks do, and worse."""

import random
import re
import zipfile
import zlib
from collections.abc import Callable, Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

Damage = Callable[[bytes, random.Random], bytes]

_TAG = re.compile(rb"</?[A-Za-z][^<>]{0,200}>")
_NUMBER = re.compile(rb"\d+")
_NUMBERS = (b"0", b"-1", b"4294967296", b"9" * 40, b"NaN", b"")
_MARKUP = re.compile(rb"[<>&\"'/=]")
_RAW = -15
"""Window of a deflate stream without a head, which HWP uses."""


@dataclass(frozen=True, slots=True)
class Mutant:
    """A damaged file."""

    name: str
    """Of the file that was damaged; its suffix is kept."""
    damage: str
    seed: int
    data: bytes


def _range(data: bytes, rng: random.Random, most: float = 0.3) -> tuple[int, int]:
    start = rng.randrange(len(data) + 1)
    return start, min(len(data), start + rng.randint(1, max(1, int(len(data) * most * rng.random() ** 2))))


def truncated(data: bytes, rng: random.Random) -> bytes:
    """Cut off, most often late, as a broken transfer leaves it."""
    return data[: int(len(data) * (1 - rng.random() ** 2))]


def flipped(data: bytes, rng: random.Random) -> bytes:
    """Some bits turned over."""
    found = bytearray(data)
    for _ in range(rng.randint(1, 24) if data else 0):
        found[rng.randrange(len(found))] ^= 1 << rng.randrange(8)
    return bytes(found)


def zeroed(data: bytes, rng: random.Random) -> bytes:
    """A range of nulls, as a bad sector leaves it."""
    start, end = _range(data, rng)
    return data[:start] + bytes(end - start) + data[end:]


def lost(data: bytes, rng: random.Random) -> bytes:
    """A range gone."""
    start, end = _range(data, rng)
    return data[:start] + data[end:]


def doubled(data: bytes, rng: random.Random) -> bytes:
    """A range that comes again elsewhere."""
    start, end = _range(data, rng)
    place = rng.randrange(len(data) + 1)
    return data[:place] + data[start:end] + data[place:]


def shuffled(data: bytes, rng: random.Random) -> bytes:
    """A range of noise."""
    start, end = _range(data, rng, 0.1)
    return data[:start] + rng.randbytes(end - start) + data[end:]


def untagged(data: bytes, rng: random.Random) -> bytes:
    """Some tags gone, doubled or swapped."""
    tags = list(_TAG.finditer(data))
    for match in sorted(rng.sample(tags, min(len(tags), rng.randint(1, 6))), key=lambda one: -one.start()):
        new = rng.choice((b"", match[0] * 2, match[0].replace(b"/", b""), rng.choice(tags)[0], b"<a" * 300))
        data = data[: match.start()] + new + data[match.end() :]
    return data


def marked(data: bytes, rng: random.Random) -> bytes:
    """Some characters of markup gone or exchanged."""
    marks = list(_MARKUP.finditer(data))
    for match in sorted(rng.sample(marks, min(len(marks), rng.randint(1, 8))), key=lambda one: -one.start()):
        data = data[: match.start()] + rng.choice((b"", b"<", b"&", b'"', b"\0")) + data[match.end() :]
    return data


def miscounted(data: bytes, rng: random.Random) -> bytes:
    """Some numbers changed to what nobody reckons with."""
    numbers = list(_NUMBER.finditer(data))
    for match in sorted(rng.sample(numbers, min(len(numbers), 6)), key=lambda one: -one.start()):
        data = data[: match.start()] + rng.choice(_NUMBERS) + data[match.end() :]
    return data


def restructured(data: bytes, rng: random.Random) -> bytes:
    """Some elements gone, doubled, moved, with others' attributes: XML that is whole and makes no sense."""
    from lxml import etree

    try:
        root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, recover=True))
    except etree.XMLSyntaxError:
        return data
    elements = (
        [one for one in root.iter() if isinstance(one.tag, str) and one is not root]
        if root is not None
        else []
    )
    for one in rng.sample(elements, min(len(elements), rng.randint(1, 8))):
        parent, other = one.getparent(), rng.choice(elements)
        act = rng.choice(("remove", "double", "rename", "exchange"))
        if act == "remove" and parent is not None:
            parent.remove(one)
        elif act == "double":
            other.append(deepcopy(one))
        elif act == "rename":
            one.tag = other.tag
        else:
            for name in one.attrib:
                one.set(
                    name, rng.choice(("", "0", "-1", "99999999999", "x", *map(str, other.attrib.values())))
                )
    return etree.tostring(root) if root is not None else data


BYTES: tuple[Damage, ...] = (truncated, flipped, zeroed, lost, doubled, shuffled)
MARKUP: tuple[Damage, ...] = (untagged, marked, miscounted, lost, doubled, zeroed)


def rezipped(data: bytes, rng: random.Random) -> bytes:
    """A member of a package damaged, or gone, in a package that is whole."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            found = {info.filename: package.read(info) for info in package.infolist()}
    except (zipfile.BadZipFile, zlib.error, OSError, ValueError):
        return flipped(data, rng)
    texts = [name for name in found if name.endswith((".xml", ".rels", ".hpf"))] or list(found)
    name = rng.choice(texts)
    damage = rng.choice((*MARKUP, truncated, flipped, *(restructured,) * 8))
    found[name] = damage(found[name], rng)
    if rng.random() < 0.1:
        del found[rng.choice(list(found))]
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for member, content in found.items():
            package.writestr(member, content)
    return buffer.getvalue()


def restreamed(data: bytes, rng: random.Random) -> bytes:
    """The records in a stream of an OLE file damaged, in a container that is whole."""
    import olefile

    buffer = BytesIO(data)
    try:
        with olefile.OleFileIO(buffer, write_mode=True) as ole:
            name = rng.choice(
                [one for one in ole.listdir() if one[0] in ("BodyText", "DocInfo", "FileHeader")]
            )
            content = ole.openstream(name).read()
            ole.write_stream(name, _within(content, rng))
    except (OSError, ValueError, IndexError, AttributeError, TypeError):
        return flipped(data, rng)
    return buffer.getvalue()


def _within(content: bytes, rng: random.Random) -> bytes:
    """A stream with its content damaged; it must keep its size, so what packs worse is damaged packed."""
    damage = rng.choice((flipped, zeroed, shuffled))
    try:
        plain = zlib.decompress(content, _RAW)
    except zlib.error:
        return damage(content, rng)
    packer = zlib.compressobj(9, zlib.DEFLATED, _RAW)
    packed = packer.compress(damage(plain, rng)) + packer.flush()
    return packed.ljust(len(content), b"\0") if len(packed) <= len(content) else damage(content, rng)


def damages(data: bytes) -> Sequence[Damage]:
    """The ways to damage a file of this sort; packages are most often damaged inside."""
    if data.startswith(b"PK\x03\x04"):
        return (*BYTES, *(rezipped,) * 8)
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        return (*BYTES, *(restreamed,) * 8)
    return (*BYTES, *MARKUP, *(restructured,) * (6 if data.lstrip().startswith(b"<?xml") else 0))


def mutants(files: Sequence[Path], count: int, seed: int = 0) -> Iterator[Mutant]:
    """``count`` damaged files, the sources taken in turn; some hold a piece of another file."""
    for number in range(count):
        path = files[number % len(files)]
        rng = random.Random(f"{seed}:{number}")
        data = path.read_bytes()
        if rng.random() < 0.1:
            yield Mutant(path.name, "spliced", number, _spliced(data, rng.choice(files).read_bytes(), rng))
            continue
        damage = rng.choice(damages(data))
        yield Mutant(path.name, damage.__name__, number, damage(data, rng))


def _spliced(data: bytes, other: bytes, rng: random.Random) -> bytes:
    """A range of another file in the place of one's own."""
    start, end = _range(data, rng)
    first, last = _range(other, rng)
    return data[:start] + other[first:last] + data[end:]

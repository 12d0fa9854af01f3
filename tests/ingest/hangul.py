"""Writers of tiny HWPX packages and HWP 5 files, with just what a test needs in them."""

import struct
import zipfile
import zlib
from collections.abc import Mapping, Sequence
from io import BytesIO
from xml.sax.saxutils import escape

HP = "http://www.hancom.co.kr/hwpml/2011/paragraph"
_SPACES = f'xmlns:hp="{HP}" xmlns:hs="urn:hs" xmlns:hh="urn:hh" xmlns:opf="urn:opf"'


def t(text: str) -> str:
    """A run of text."""
    return f"<hp:run><hp:t>{escape(text)}</hp:t></hp:run>"


def p(content: str, shape: int = 0, style: int = 0) -> str:
    """A paragraph of runs."""
    return f'<hp:p paraPrIDRef="{shape}" styleIDRef="{style}">{content}</hp:p>'


def run(content: str) -> str:
    """A run of any elements."""
    return f"<hp:run>{content}</hp:run>"


def sublist(*paragraphs: str) -> str:
    """Paragraphs inside a cell, note or box."""
    return f"<hp:subList>{''.join(paragraphs)}</hp:subList>"


def cell(row: int, column: int, *texts: str, rows: int = 1, columns: int = 1, header: int = 0) -> str:
    """A table cell; a text that starts with ``<`` is a paragraph already."""
    inner = sublist(*(text if text.startswith("<") else p(t(text)) for text in texts))
    place = f'<hp:cellAddr colAddr="{column}" rowAddr="{row}"/>'
    place += f'<hp:cellSpan colSpan="{columns}" rowSpan="{rows}"/>'
    return f'<hp:tc header="{header}">{inner}{place}</hp:tc>'


def table(*rows: Sequence[str], extra: str = "") -> str:
    """A run with a table of rows of cells."""
    lines = "".join(f"<hp:tr>{''.join(row)}</hp:tr>" for row in rows)
    return run(f"<hp:tbl>{extra}{lines}</hp:tbl>")


def head(
    levels: Sequence[tuple[str, str]] = (), shapes: Sequence[str] = (), styles: Sequence[str] = ()
) -> str:
    """header.xml: numbering 1 with ``(template, style)`` levels, shapes from id 1 on, styles from id 0 on."""
    numbers = "".join(
        f'<hh:paraHead level="{n}" start="1" numFormat="{style}">{template}</hh:paraHead>'
        for n, (template, style) in enumerate(levels, 1)
    )
    kinds = "".join(
        f'<hh:paraPr id="{id}"><hh:heading {heading}/></hh:paraPr>' for id, heading in enumerate(shapes, 1)
    )
    names = "".join(f'<hh:style id="{id}" type="PARA" name="{name}"/>' for id, name in enumerate(styles))
    return (
        f'<hh:head {_SPACES}><hh:numbering id="1">{numbers}</hh:numbering>'
        f'<hh:bullet id="1" char="&#xF06C;"/>{kinds}{names}</hh:head>'
    )


def numbered(level: int, numbering: int = 1) -> str:
    """Heading of a shape with a list's number."""
    return f'type="NUMBER" idRef="{numbering}" level="{level}"'


def hwpx(*paragraphs: str, header: str = "", parts: Mapping[str, str] | None = None) -> bytes:
    """A package of one section."""
    section = f"<hs:sec {_SPACES}>{''.join(paragraphs)}</hs:sec>"
    files = {"mimetype": "application/hwp+zip", "Contents/section0.xml": section}
    if header:
        files["Contents/header.xml"] = header
    return packed({**files, **(parts or {})})


def packed(files: Mapping[str, str]) -> bytes:
    """A zip of these files."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in files.items():
            package.writestr(name, text)
    return buffer.getvalue()


# HWP 5


def record(tag: int, level: int, data: bytes = b"") -> bytes:
    """A record with its header."""
    size = len(data)
    long = struct.pack("<I", size) if size >= 0xFFF else b""
    return struct.pack("<I", tag | level << 10 | min(size, 0xFFF) << 20) + long + data


def string(text: str) -> bytes:
    """A counted UTF-16 string."""
    return struct.pack("<H", len(text)) + text.encode("utf-16-le")


def mark(code: int, name: str) -> bytes:
    """The character in a paragraph that a control stands behind."""
    return struct.pack("<H4s8xH", code, name[::-1].encode(), code)


def para(level: int, *inside: str | bytes, controls: bytes = b"", shape: int = 0, style: int = 0) -> bytes:
    """A paragraph of texts and marks, with the records of its controls."""
    text = b"".join(one.encode("utf-16-le") if isinstance(one, str) else one for one in inside) + b"\r\0"
    start = struct.pack("<IIHBB", len(text) // 2, 0, shape, style, 0).ljust(24, b"\0")
    return record(66, level, start) + record(67, level + 1, text) + controls


def control(level: int, name: str, data: bytes = b"", inside: bytes = b"") -> bytes:
    """A control and the records under it."""
    return record(71, level, name[::-1].encode() + data) + inside


def cell5(level: int, row: int, column: int, *texts: str | bytes, rows: int = 1, flags: int = 0) -> bytes:
    """A table cell of HWP 5."""
    start = struct.pack("<iIHHHH", len(texts), flags, column, row, 1, rows).ljust(34, b"\0")
    return record(72, level, start) + b"".join(
        one if isinstance(one, bytes) else para(level, one) for one in texts
    )


def table5(level: int, *cells: bytes, caption: bytes = b"") -> bytes:
    """A table control of HWP 5."""
    return control(level, "tbl ", bytes(40), caption + record(77, level + 1, bytes(22)) + b"".join(cells))


def information(levels: Sequence[tuple[str, int]] = (), styles: Sequence[str] = ()) -> bytes:
    """DocInfo: shape 0 plain, then one a level of numbering 1, then one for the outline's first level."""
    padded = [*levels, *[("", 0)] * (7 - len(levels))]
    heads = b"".join(struct.pack("<IHHI", code << 5, 0, 0, 0) + string(text) for text, code in padded)
    found = record(23, 0, heads + struct.pack("<H7I", 1, *[1] * 7))
    kinds = [0, *(2 << 23 | depth << 25 for depth in range(len(levels))), 1 << 23]
    found += b"".join(record(25, 0, struct.pack("<I26xHI", kind, 1 if kind else 0, 0)) for kind in kinds)
    return found + b"".join(record(26, 0, string(name) + string("")) for name in styles)


def deflated(data: bytes) -> bytes:
    """As HWP 5 packs its streams."""
    machine = zlib.compressobj(9, zlib.DEFLATED, -15)
    return machine.compress(data) + machine.flush()


def hwp(
    section: bytes,
    info: bytes = b"",
    *,
    flags: int = 1,
    streams: Mapping[str, bytes] | None = None,
    storage: str = "BodyText",
) -> bytes:
    """An HWP 5 file of one section."""
    header = b"HWP Document File".ljust(32, b"\0") + struct.pack("<II", 0x05000500, flags)
    files = {"FileHeader": header, "DocInfo": deflated(info), f"{storage}/Section0": deflated(section)}
    return ole({**files, **(streams or {})})


def ole(streams: Mapping[str, bytes]) -> bytes:
    """A compound file; every stream is filled up to 4,096 bytes, so that none goes to the small ones."""
    folders = sorted({name.split("/")[0] for name in streams if "/" in name})
    entries = ["Root Entry", *folders, *streams]
    sectors: list[bytes] = []
    chain: list[int] = []
    starts = {}
    for name, data in streams.items():
        starts[name] = len(sectors)
        data = data.ljust(4096, b"\0")
        pieces = [data[at : at + 512].ljust(512, b"\0") for at in range(0, len(data), 512)]
        chain += [*range(len(sectors) + 1, len(sectors) + len(pieces)), 0xFFFFFFFE]
        sectors += pieces
    directory = _directory(entries, streams, starts)
    first = len(sectors)
    pieces = [directory[at : at + 512] for at in range(0, len(directory), 512)]
    chain += [*range(first + 1, first + len(pieces)), 0xFFFFFFFE]
    sectors += pieces
    tables = -(-(len(chain) + 2) // 127)
    chain += [0xFFFFFFFD] * tables
    fat = struct.pack(f"<{len(chain)}I", *chain).ljust(tables * 512, b"\xff")
    place = len(sectors)
    start = bytes.fromhex("D0CF11E0A1B11AE1") + bytes(16) + struct.pack("<HHHHH6x", 0x3E, 3, 0xFFFE, 9, 6)
    start += struct.pack("<9I", 0, tables, first, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0)
    start += struct.pack(f"<{tables}I", *range(place, place + tables)).ljust(436, b"\xff")
    return start + b"".join(sectors) + fat


def _directory(entries: Sequence[str], streams: Mapping[str, bytes], starts: Mapping[str, int]) -> bytes:
    """Entries; those of one folder hang together by their right hands."""
    folders: dict[str, list[int]] = {}
    for place, name in enumerate(entries[1:], 1):
        folders.setdefault(name.rpartition("/")[0], []).append(place)
    none = 0xFFFFFFFF
    found = b""
    for place, name in enumerate(entries):
        family = folders.get(name.rpartition("/")[0], []) if place else []
        after = family[family.index(place) + 1 :] if place else []
        children = folders.get("" if not place else name, []) if name not in streams else []
        kind = 5 if not place else 2 if name in streams else 1
        label = name.rpartition("/")[2].encode("utf-16-le")
        size = max(len(streams[name]), 4096) if name in streams else 0
        found += label.ljust(64, b"\0") + struct.pack("<HBB", len(label) + 2, kind, 1)
        found += struct.pack("<III", none, after[0] if after else none, children[0] if children else none)
        found += bytes(36) + struct.pack("<IQ", starts.get(name, 0xFFFFFFFE), size)
    return found.ljust(-(-len(found) // 512) * 512, b"\0")


def distributed(data: bytes, seed: bytes = b"\x05\x11\x22\x33") -> bytes:
    """A stream as distribution files hold it: a record with the key in it, then the text under the key."""
    from hwp2md.hwp5.distdoc import distribution_key

    record_data = seed + bytes(range(252))
    data += bytes(-len(data) % 16)
    key = distribution_key(record_data)
    blocks = (data[at : at + 16] for at in range(0, len(data), 16))
    return record(28, 0, record_data) + b"".join(_enciphered(key, block) for block in blocks)


def _doubled(value: int) -> int:
    return (value << 1) ^ (0x11B if value & 0x80 else 0)


def _substitutes() -> list[int]:
    """The S-box of AES, by the powers of 3."""
    powers = [1]
    for _ in range(254):
        powers.append(powers[-1] ^ _doubled(powers[-1]))
    box = [0x63]
    for value in range(1, 256):
        inverse = powers[(255 - powers.index(value)) % 255]
        turned = [(inverse << shift | inverse >> (8 - shift)) & 0xFF for shift in range(5)]
        box.append(turned[0] ^ turned[1] ^ turned[2] ^ turned[3] ^ turned[4] ^ 0x63)
    return box


_BOX = _substitutes()


def _enciphered(key: bytes, block: bytes) -> bytes:
    """One block under AES-128 (FIPS 197)."""
    words = [list(key[at : at + 4]) for at in range(0, 16, 4)]
    constant = 1
    for place in range(4, 44):
        last = list(words[-1])
        if place % 4 == 0:
            last = [_BOX[value] for value in (*last[1:], last[0])]
            last[0] ^= constant
            constant = _doubled(constant)
        words.append([one ^ other for one, other in zip(words[place - 4], last, strict=True)])
    state = list(block)
    for turn in range(11):
        if turn:
            state = [_BOX[value] for value in state]
            state = [state[(place + 4 * (place % 4)) % 16] for place in range(16)]
        if 0 < turn < 10:
            state = [value for at in range(0, 16, 4) for value in _mixed(state[at : at + 4])]
        round_key = [value for word in words[4 * turn : 4 * turn + 4] for value in word]
        state = [one ^ other for one, other in zip(state, round_key, strict=True)]
    return bytes(state)


def _mixed(column: Sequence[int]) -> list[int]:
    every = column[0] ^ column[1] ^ column[2] ^ column[3]
    return [column[n] ^ every ^ _doubled(column[n] ^ column[(n + 1) % 4]) for n in range(4)]

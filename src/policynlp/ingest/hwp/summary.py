"""Title, author and date of an HWP 5 file, from its property set.

Read here and not with olefile's ``getproperties``, which believes any count of properties that a damaged file
names and runs for hours over it.
"""

import struct
from datetime import datetime, timedelta

STREAM = "\x05HwpSummaryInformation"
_FIELDS = {2: "title", 4: "author", 13: "modified"}
"""Property numbers of OLE's summary information."""
_SET = 44
"""Where the offset of the first set of properties stands."""
_MOST = 64
"""Properties of a set; Hangul writes 14."""
_STRING, _TIME = 0x1F, 0x40
_LENGTH = 500
"""Most characters of a value."""
_EPOCH = datetime(1601, 1, 1)
_LAST = 500 * 365 * 86_400 * 10**6
"""Microseconds from 1601 to about 2100, after which no time is real."""


def read_summary(data: bytes) -> dict[str, str]:
    """What the set holds of title, author and day of the last change; empty where it is damaged."""
    found: dict[str, str] = {}
    try:
        (start,) = struct.unpack_from("<I", data, _SET)
        (count,) = struct.unpack_from("<I", data, start + 4)
        for place in range(min(count, _MOST)):
            number, offset = struct.unpack_from("<II", data, start + 8 + 8 * place)
            if number in _FIELDS:
                found[_FIELDS[number]] = _value(data, start + offset)
    except struct.error:
        return {}
    return {name: value for name, value in found.items() if value}


def _value(data: bytes, place: int) -> str:
    (kind,) = struct.unpack_from("<I", data, place)
    if kind == _STRING:
        (size,) = struct.unpack_from("<I", data, place + 4)
        held = data[place + 8 : place + 8 + 2 * min(size, _LENGTH)]
        return held[: len(held) // 2 * 2].decode("utf-16-le", "replace").split("\0")[0].strip()
    if kind == _TIME:
        ticks = struct.unpack_from("<Q", data, place + 4)[0] // 10
        return (_EPOCH + timedelta(microseconds=ticks)).date().isoformat() if ticks < _LAST else ""
    return ""

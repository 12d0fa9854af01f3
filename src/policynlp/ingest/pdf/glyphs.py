"""Where the characters of one page stand: a thin layer over pdfium's text functions.

A line takes half a dozen calls, a document tens of thousands: callers ask for a line's ends, not for every
character.
"""

import ctypes
from collections.abc import Callable
from typing import Any

from policynlp.ingest.pdf.calls import ADDRESS, INT, address, quick

_TURNS: tuple[Callable[[float, float, float, float], tuple[float, float]], ...] = (
    lambda x, y, width, height: (x, y),
    lambda x, y, width, height: (y, width - x),
    lambda x, y, width, height: (width - x, height - y),
    lambda x, y, width, height: (height - y, x),
)
"""A point of the unturned page, whose size is given, on the page as shown, by quarter turns clockwise."""
_NAME = 128
"""Bytes of a font's name that are looked at."""
_BOLD = (b"bold", b"black", b"heavy")
_FLOATS, _DOUBLES = ctypes.c_float * 6, ctypes.c_double * 4


class Glyphs:
    """Characters of a page by their index in its text; places are in points of the page as shown."""

    def __init__(self, page: Any, text: str, textpage: Any) -> None:
        import pypdfium2.raw as raw

        self._raw, self._handle = raw, textpage.raw
        self._page = address(textpage.raw)
        self._same = textpage.count_chars() == len(text)
        self._box, self._matrix, self._point = _FLOATS(), _FLOATS(), _DOUBLES()
        self._box_at, self._matrix_at = ctypes.addressof(self._box), ctypes.addressof(self._matrix)
        self._x_at = ctypes.addressof(self._point)
        self._y_at = self._x_at + ctypes.sizeof(ctypes.c_double)
        self._name = ctypes.create_string_buffer(_NAME)
        self._name_at = ctypes.addressof(self._name)
        self._bold: dict[bytes, bool] = {}
        self._loose = quick("FPDFText_GetLooseCharBox", ADDRESS, INT, ADDRESS)
        self._origin = quick("FPDFText_GetCharOrigin", ADDRESS, INT, ADDRESS, ADDRESS)
        self._nominal = quick("FPDFText_GetFontSize", ADDRESS, INT, result=ctypes.c_double)
        self._turns = quick("FPDFText_GetMatrix", ADDRESS, INT, ADDRESS)
        self._font = quick(
            "FPDFText_GetFontInfo", ADDRESS, INT, ADDRESS, ctypes.c_ulong, ADDRESS, result=ctypes.c_ulong
        )
        self._made = quick("FPDFText_IsGenerated", ADDRESS, INT)
        self.turn: int = page.get_rotation() // 90 % 4
        width, height = page.get_size()
        self._size: tuple[float, float] = (height, width) if self.turn % 2 else (width, height)

    def _index(self, index: int) -> int:
        """pdfium's own count of characters has some that its text leaves out."""
        if self._same:
            return index
        return int(self._raw.FPDFText_GetCharIndexFromTextIndex(self._handle, index))

    def shown(self, x: float, y: float) -> tuple[float, float]:
        """A point of the unturned page on the page as shown."""
        width, height = self._size
        return _TURNS[self.turn](x, y, width, height)

    def extent(self, index: int) -> tuple[float, float]:
        """Left and right end of a character, white space at its sides included."""
        self._loose(self._page, index if self._same else self._index(index), self._box_at)
        if not self.turn:
            return self._box[0], self._box[2]
        left, top, right, bottom = self._box[:4]
        ends = [self.shown(x, y)[0] for x, y in ((left, bottom), (right, top))]
        return min(ends), max(ends)

    def origin(self, index: int) -> tuple[float, float]:
        """Where a character starts on its baseline."""
        self._origin(self._page, self._index(index), self._x_at, self._y_at)
        x, y = self._point[0], self._point[1]
        return self.shown(x, y) if self.turn else (x, y)

    def size(self, index: int) -> float:
        """Height of the font as shown, in points."""
        index = self._index(index)
        self._turns(self._page, index, self._matrix_at)
        c, d = self._matrix[2], self._matrix[3]
        scale = abs(d) if d and not c else (c * c + d * d) ** 0.5
        return float(self._nominal(self._page, index) * (scale or 1.0))

    def bold(self, index: int) -> bool:
        """True where the font's name says that it is bold."""
        size = self._font(self._page, self._index(index), self._name_at, _NAME, None)
        name = self._name.value if 0 < size <= _NAME else b""
        known = self._bold.get(name)
        if known is None:
            known = self._bold[name] = any(word in name.lower() for word in _BOLD)
        return known

    def gap(self, index: int) -> tuple[float, float]:
        """White space between the characters before and after one, and the height of the latter."""
        left = self.extent(index - 1)[1]
        right = self.extent(index + 1)[0]
        near, far = (0, 2) if self.turn % 2 else (1, 3)
        return right - left, abs(self._box[far] - self._box[near])

    def generated(self, index: int) -> bool:
        """True for a space that the file does not have: pdfium puts one where it sees a gap."""
        return bool(self._made(self._page, self._index(index)) == 1)

    def stretches(self, start: int, end: int) -> list[tuple[float, float, float]]:
        """Left end, right end and middle height of each run of characters that the file draws at once."""
        raw, page = self._raw, self._handle
        first = self._index(start)
        count = raw.FPDFText_CountRects(page, first, self._index(end - 1) - first + 1)
        found = []
        ends = [ctypes.c_double() for _ in range(4)]
        left, top, right, bottom = ends
        refs = [ctypes.byref(end) for end in ends]
        for place in range(count):
            raw.FPDFText_GetRect(page, place, *refs)
            found.append((left.value, right.value, (top.value + bottom.value) / 2))
        return found

"""Where the characters of one page stand: a thin layer over pdfium's text functions.

Each call costs about a microsecond, so callers ask for the ends of a line, not for every character.
"""

import ctypes
from collections.abc import Callable
from typing import Any

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


class Glyphs:
    """Characters of a page by their index in its text; places are in points of the page as shown."""

    def __init__(self, page: Any, text: str, textpage: Any) -> None:
        import pypdfium2.raw as raw

        self._raw, self._page = raw, textpage.raw
        self._same = textpage.count_chars() == len(text)
        self._box, self._x, self._y = raw.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
        self._matrix, self._name = raw.FS_MATRIX(), ctypes.create_string_buffer(_NAME)
        self._box_ref, self._matrix_ref = ctypes.byref(self._box), ctypes.byref(self._matrix)
        self._x_ref, self._y_ref = ctypes.byref(self._x), ctypes.byref(self._y)
        self.turn = page.get_rotation() // 90 % 4
        width, height = page.get_size()
        self._size: tuple[float, float] = (height, width) if self.turn % 2 else (width, height)

    def _index(self, index: int) -> int:
        """pdfium's own count of characters has some that its text leaves out."""
        return index if self._same else self._raw.FPDFText_GetCharIndexFromTextIndex(self._page, index)

    def shown(self, x: float, y: float) -> tuple[float, float]:
        """A point of the unturned page on the page as shown."""
        width, height = self._size
        return _TURNS[self.turn](x, y, width, height)

    def extent(self, index: int) -> tuple[float, float]:
        """Left and right end of a character, white space at its sides included."""
        self._raw.FPDFText_GetLooseCharBox(self._page, self._index(index), self._box_ref)
        box = self._box
        if not self.turn:
            return box.left, box.right
        ends = [
            _TURNS[self.turn](x, y, *self._size)[0] for x, y in ((box.left, box.bottom), (box.right, box.top))
        ]
        return min(ends), max(ends)

    def origin(self, index: int) -> tuple[float, float]:
        """Where a character starts on its baseline."""
        self._raw.FPDFText_GetCharOrigin(self._page, self._index(index), self._x_ref, self._y_ref)
        x, y = self._x.value, self._y.value
        return self.shown(x, y) if self.turn else (x, y)

    def size(self, index: int) -> float:
        """Height of the font as shown, in points."""
        index = self._index(index)
        nominal = self._raw.FPDFText_GetFontSize(self._page, index)
        self._raw.FPDFText_GetMatrix(self._page, index, self._matrix_ref)
        matrix = self._matrix
        scale = abs(matrix.d) if matrix.d and not matrix.c else (matrix.c**2 + matrix.d**2) ** 0.5
        return float(nominal * (scale or 1.0))

    def bold(self, index: int) -> bool:
        """True where the font's name says that it is bold."""
        size = self._raw.FPDFText_GetFontInfo(self._page, self._index(index), self._name, _NAME, None)
        name = self._name.value.lower() if 0 < size <= _NAME else b""
        return any(word in name for word in _BOLD)

    def generated(self, index: int) -> bool:
        """True for a space that the file does not have: pdfium puts one where it sees a gap."""
        return bool(self._raw.FPDFText_IsGenerated(self._page, self._index(index)) == 1)

    def stretches(self, start: int, end: int) -> list[tuple[float, float, float]]:
        """Left end, right end and middle height of each run of characters that the file draws at once."""
        raw, page = self._raw, self._page
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

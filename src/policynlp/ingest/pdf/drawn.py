"""Ruled lines and pictures of a page."""

import ctypes
from collections.abc import Iterator
from typing import Any

from policynlp.ingest.pdf.calls import ADDRESS, INT, LONG, address, quick
from policynlp.ingest.pdf.line import Drawn, Edge

_TEXT, _PATH, _IMAGE, _SHADING, _FORM = 1, 2, 3, 4, 5
"""pdfium's kinds of page objects."""
_THIN = 3.0
"""Points: a rectangle this narrow is a ruled line."""
_LONG = 8.0
"""Points: a shorter line rules no table."""
_MOST_PATHS = 4_000
"""Paths of a page: more are a drawing or a map, not a table."""
_SLANT = 1.0
"""Points that a level or upright line may be off."""
_DEEP = 4
"""Forms inside forms that are looked into."""


Matrix = tuple[float, ...]
_SAME: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def drawn(page: Any, width: float, height: float) -> Drawn:
    """What is on the page besides text; places as on the unturned page."""
    import pypdfium2.raw as raw

    paths: list[tuple[Any, Matrix]] = []
    shapes, pictures = 0, 0.0
    for kind, item, matrix in _objects(raw, address(page.raw), False, _DEEP):
        shapes += 1
        if kind == _IMAGE:
            box = _placed(_bounds(raw, item), matrix)
            pictures += max(0.0, box[2] - box[0]) * max(0.0, box[3] - box[1]) / max(1.0, width * height)
        elif kind == _PATH and len(paths) <= _MOST_PATHS:
            paths.append((item, matrix))
    few = paths if len(paths) <= _MOST_PATHS else []
    edges = tuple(edge for item, matrix in few for edge in _edges(raw, item, matrix))
    return Drawn(edges, min(1.0, pictures), shapes)


def _objects(
    raw: Any, place: int, form: bool, deep: int, matrix: Matrix = _SAME
) -> Iterator[tuple[int, Any, Matrix]]:
    """Kind, handle and placing of every object but text, those inside forms included."""
    name = "FPDFFormObj_{}" if form else "FPDFPage_{}"
    count = quick(name.format("CountObjects"), ADDRESS)(place)
    get = quick(name.format("GetObject"), ADDRESS, LONG if form else INT, result=ADDRESS)
    kind_of = quick("FPDFPageObj_GetType", ADDRESS)
    for index in range(count):
        at = get(place, index)
        kind = kind_of(at)
        if kind == _TEXT:
            continue
        item = ctypes.cast(at, raw.FPDF_PAGEOBJECT)
        if kind == _FORM and deep:
            yield from _objects(raw, at, True, deep - 1, _product(_matrix(raw, item), matrix))
        elif kind in (_PATH, _IMAGE, _SHADING):
            yield kind, item, matrix


def _matrix(raw: Any, item: Any) -> Matrix:
    found = raw.FS_MATRIX()
    raw.FPDFPageObj_GetMatrix(item, ctypes.byref(found))
    return (found.a, found.b, found.c, found.d, found.e, found.f)


def _product(first: Matrix, then: Matrix) -> Matrix:
    a, b, c, d, e, f = first
    p, q, r, s, t, u = then
    return (
        a * p + b * r,
        a * q + b * s,
        c * p + d * r,
        c * q + d * s,
        e * p + f * r + t,
        e * q + f * s + u,
    )


def _point(x: float, y: float, matrix: Matrix) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def _bounds(raw: Any, item: Any) -> tuple[float, float, float, float]:
    ends = [ctypes.c_float() for _ in range(4)]
    raw.FPDFPageObj_GetBounds(item, *(ctypes.byref(end) for end in ends))
    left, bottom, right, top = (end.value for end in ends)
    return left, bottom, right, top


def _placed(box: tuple[float, float, float, float], matrix: Matrix) -> tuple[float, float, float, float]:
    corners = [_point(x, y, matrix) for x in (box[0], box[2]) for y in (box[1], box[3])]
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    return min(xs), min(ys), max(xs), max(ys)


def _edges(raw: Any, item: Any, matrix: Matrix) -> Iterator[Edge]:
    """The ruled lines of a path: a thin box is one, a box has four, an open path one for each step."""
    x0, y0, x1, y1 = _placed(_bounds(raw, item), matrix)
    wide, high = x1 - x0, y1 - y0
    if wide < _LONG and high < _LONG:
        return
    if high <= _THIN:
        yield Edge(x0, (y0 + y1) / 2, x1, (y0 + y1) / 2)
    elif wide <= _THIN:
        yield Edge((x0 + x1) / 2, y0, (x0 + x1) / 2, y1)
    else:
        yield from _steps(raw, item, _product(_matrix(raw, item), matrix))


def _steps(raw: Any, item: Any, matrix: Matrix) -> Iterator[Edge]:
    x, y = ctypes.c_float(), ctypes.c_float()
    start = here = (0.0, 0.0)
    for index in range(min(raw.FPDFPath_CountSegments(item), _MOST_PATHS)):
        segment = raw.FPDFPath_GetPathSegment(item, index)
        raw.FPDFPathSegment_GetPoint(segment, ctypes.byref(x), ctypes.byref(y))
        there = _point(x.value, y.value, matrix)
        if raw.FPDFPathSegment_GetType(segment) == raw.FPDF_SEGMENT_MOVETO:
            start = there
        else:
            yield from _step(here, there)
        here = there
        if raw.FPDFPathSegment_GetClose(segment):
            yield from _step(here, start)


def _step(here: tuple[float, float], there: tuple[float, float]) -> Iterator[Edge]:
    (x0, y0), (x1, y1) = here, there
    level, upright = abs(y1 - y0) <= _SLANT, abs(x1 - x0) <= _SLANT
    if level != upright and max(abs(x1 - x0), abs(y1 - y0)) >= _LONG:
        yield Edge(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))

"""Ruled tables: from edges to rows of cells, with pdfplumber's way of finding cells."""

import itertools
from collections.abc import Callable, Sequence
from typing import Any

from policynlp.ingest.pdf.line import Box, Edge, Grid

_NEAR = 3.0
"""Points that two ends may be apart and still meet: pdfplumber's own tolerance."""
_LEAST_EDGES = 4
_MOST_CROSSINGS = 40_000
"""Level times upright lines: beyond it squared paper or a drawing, and minutes of work."""
_LEAST_COLUMNS = 2


def grids(edges: Sequence[Edge]) -> tuple[Grid, ...]:
    """The tables that ruled lines make, from the top; a box round text has one column and is none."""
    if len(edges) < _LEAST_EDGES:
        return ()
    from pdfplumber import table

    merged = table.merge_edges([_as_object(edge) for edge in _closed(edges)], _NEAR, _NEAR, _NEAR, _NEAR)
    level = sum(edge["orientation"] == "h" for edge in merged)
    if not 0 < level * (len(merged) - level) <= _MOST_CROSSINGS:
        return ()
    crossings = table.edges_to_intersections(merged, _NEAR, _NEAR)
    found = (_grid(cells) for cells in table.cells_to_tables(table.intersections_to_cells(crossings)))
    return tuple(grid for grid in found if max(len(row) for row in grid.rows) >= _LEAST_COLUMNS)


def _as_object(edge: Edge) -> dict[str, Any]:
    """An edge as pdfplumber has them: heights count downwards."""
    return {
        "object_type": "line",
        "x0": edge.x0,
        "x1": edge.x1,
        "top": -edge.y1,
        "bottom": -edge.y0,
        "width": edge.x1 - edge.x0,
        "height": edge.y1 - edge.y0,
        "orientation": "h" if edge.x1 - edge.x0 > edge.y1 - edge.y0 else "v",
    }


def _closed(edges: Sequence[Edge]) -> list[Edge]:
    """The edges, and those that are left out where a table has no outer lines or is cut by the page."""
    level = [edge for edge in edges if edge.x1 - edge.x0 > edge.y1 - edge.y0]
    upright = [edge for edge in edges if edge.x1 - edge.x0 <= edge.y1 - edge.y0]
    sides = [
        Edge(x, min(edge.y0 for edge in group), x, max(edge.y0 for edge in group))
        for group in _alike(level, lambda edge: (edge.x0, edge.x1))
        if _crossed(group, upright)
        for x in (group[0].x0, group[0].x1)
    ]
    ends = [
        Edge(min(edge.x0 for edge in group), y, max(edge.x0 for edge in group), y)
        for group in _alike(upright, lambda edge: (edge.y0, edge.y1))
        if _crossed_level(group, level)
        for y in (group[0].y0, group[0].y1)
    ]
    return [*edges, *sides, *ends]


def _alike(edges: Sequence[Edge], ends: Callable[[Edge], tuple[float, float]]) -> list[list[Edge]]:
    """Edges with the same two ends, two or more together."""
    groups: list[list[Edge]] = []
    for edge in sorted(edges, key=ends):
        last = ends(groups[-1][0]) if groups else (0.0, 0.0)
        if groups and all(abs(a - b) <= _NEAR for a, b in zip(last, ends(edge), strict=True)):
            groups[-1].append(edge)
        else:
            groups.append([edge])
    return [group for group in groups if len(group) > 1]


def _crossed(group: Sequence[Edge], upright: Sequence[Edge]) -> bool:
    """True where an upright line stands inside level ones of equal length: a column's, not a frame's."""
    low, high = min(edge.y0 for edge in group), max(edge.y0 for edge in group)
    left, right = group[0].x0 + _NEAR, group[0].x1 - _NEAR
    return any(left < edge.x0 < right and edge.y0 < high and edge.y1 > low for edge in upright)


def _crossed_level(group: Sequence[Edge], level: Sequence[Edge]) -> bool:
    left, right = min(edge.x0 for edge in group), max(edge.x0 for edge in group)
    low, high = group[0].y0 + _NEAR, group[0].y1 - _NEAR
    return any(low < edge.y0 < high and edge.x0 < right and edge.x1 > left for edge in level)


def _grid(cells: Sequence[tuple[float, float, float, float]]) -> Grid:
    """Cells by row; one that starts in a row above leaves None, one over several columns stands once."""
    boxes = sorted((Box(x0, -bottom, x1, -top) for x0, top, x1, bottom in cells), key=lambda box: -box.y1)
    rows = [list(row) for _, row in itertools.groupby(boxes, key=lambda box: box.y1)]
    lefts = sorted({box.x0 for box in boxes})
    return Grid(
        Box(
            lefts[0], min(box.y0 for box in boxes), max(box.x1 for box in boxes), max(box.y1 for box in boxes)
        ),
        tuple(_row(row, lefts) for row in rows),
    )


def _row(row: Sequence[Box], lefts: Sequence[float]) -> tuple[Box | None, ...]:
    starts = {box.x0: box for box in row}
    covered = [x for x in lefts if any(box.x0 < x < box.x1 for box in row)]
    return tuple(starts.get(x) for x in lefts if x not in covered)

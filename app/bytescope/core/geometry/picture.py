"""What the map is to show, as a frozen value made from the view, the page facts and the marks.

Everything visible is decided here and can be compared and tested; ``raster`` only turns it into pixels.
"""

from __future__ import annotations

import enum
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

from bytescope.core.geometry import layouts
from bytescope.core.geometry.map_view import MapView
from bytescope.core.pages.classes import PageClass
from bytescope.core.pages.palette import scheme_values

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from bytescope.core.pages.cells import CellFacts

    Bools: TypeAlias = NDArray[np.bool_]
    Codes: TypeAlias = NDArray[np.uint8]
    Rgba: TypeAlias = tuple[int, int, int, int]
    Runs: TypeAlias = tuple[object, object]

SHAPED = 6
"""Device pixels of a cell from which it has a gap and marks have shapes; below it marks are solid colours."""

ENOUGH = 16
"""Pages read of a cell from which its colour is more than provisional (see the survey's stated error)."""

DITHERED = 153
"""Share of the majority class, of 255, below which a cell shows its two first classes: 60 %."""


class Body(enum.IntEnum):
    """What fills a cell. Dithers give the majority 8, 9 or 10 of 16 pixels; rough cells are provisional."""

    OUTSIDE = 0
    PLAIN = 1
    DITHER_8 = 2
    DITHER_9 = 3
    DITHER_10 = 4
    ROUGH = 5
    ROUGH_8 = 6
    ROUGH_9 = 7
    ROUGH_10 = 8
    CROSS = 9
    HATCH = 10
    HATCH_LINE = 11
    HATCH_BACK = 12


class Mark(enum.IntFlag):
    """State marks of a cell. ``DIRTY``: stored pages only the page cache has; ``WRITING``: on their way."""

    EDITED = 1
    SAVED = 2
    SELECTED = 4
    CURSOR = 8
    OUTSIDE = 16
    DIRTY = 32
    WRITING = 64


class Edge(enum.IntFlag):
    """Sides and corners of a selected cell where the outline of the selected set runs."""

    TOP = 1
    BOTTOM = 2
    LEFT = 4
    RIGHT = 8
    TOP_LEFT = 16
    TOP_RIGHT = 32
    BOTTOM_LEFT = 64
    BOTTOM_RIGHT = 128


@dataclass(frozen=True, slots=True)
class Inks:
    """The colours of all that is not content, each RGBA 0 to 255. Content colours are the palette's."""

    back: Rgba = (35, 40, 46, 255)
    grid: Rgba = (22, 25, 29, 255)
    hatch: Rgba = (111, 120, 130, 255)
    hatch_back: Rgba = (52, 58, 65, 255)
    cross: Rgba = (255, 0, 255, 255)
    cross_back: Rgba = (60, 12, 60, 255)
    bright: Rgba = (255, 255, 255, 255)
    deep: Rgba = (0, 0, 0, 255)
    select: Rgba = (61, 174, 255, 255)
    cursor: Rgba = (0, 255, 110, 255)
    edited: Rgba = (255, 60, 130, 255)
    saved: Rgba = (60, 230, 140, 255)
    outside: Rgba = (255, 208, 0, 255)
    dirty: Rgba = (255, 150, 0, 255)
    writing: Rgba = (255, 232, 70, 255)


@dataclass(frozen=True, slots=True, eq=False)
class MapPicture:
    """A picture of ``width`` × ``height`` device pixels.

    The visible cells stand in arrays of shape (rows, columns), the last row possibly cut by the lower
    border: ``first`` and ``second`` are indices into ``palette`` (u1[256, 4]), ``body`` codes of
    ``Body``, ``marks`` of ``Mark`` and ``edges`` of ``Edge``. Cells are ``cell_width`` × ``cell_height``
    with their gap and begin at ``left``, 0; ``unit`` is the width of a thin line.
    """

    width: int
    height: int
    left: int
    cell_width: int
    cell_height: int
    unit: int
    first: Codes
    second: Codes
    body: Codes
    marks: Codes
    edges: Codes
    palette: Codes
    inks: Inks

    @property
    def shaped(self) -> bool:
        """Whether cells are large enough for gaps and shapes."""
        return min(self.cell_width, self.cell_height) >= SHAPED

    def same_as(self, other: MapPicture | None) -> bool:
        """Whether the two give the same pixels, so that nothing need be painted."""
        if other is None:
            return False
        for field in fields(self):
            mine, theirs = getattr(self, field.name), getattr(other, field.name)
            same = np.array_equal(mine, theirs) if isinstance(mine, np.ndarray) else mine == theirs
            if not same:
                return False
        return True


@dataclass(frozen=True, slots=True)
class Marks:
    """Sorted runs of pages as integer arrays (firsts, ends); the selected pages; the cursor's page.

    ``outside`` are pages that another program changed.
    """

    edited: Runs | None = None
    saved: Runs | None = None
    selected: tuple[int, int] = (0, 0)
    cursor: int | None = None
    outside: Runs | None = None
    dirty: Runs | None = None
    writing: Runs | None = None


def make_picture(
    view: MapView, facts: CellFacts | None, scheme: str, palette: Codes, inks: Inks, marks: Marks
) -> MapPicture:
    """The picture of ``view``. ``facts`` are those of ``view.visible_cells``, None while nothing is known.

    ``scheme`` is "content", "entropy", "mean" or "zeros"; ``palette`` (u1[256, 4]) belongs to it.
    """
    rows, visible = view.shown_rows, view.visible_cells
    around = cell_numbers(view, view.top - 1, rows + 2)
    numbers = around[1:-1]
    outside = numbers < 0
    index = np.where(outside, 0, numbers - visible.start)
    first, second, body = _content(facts, scheme, len(visible))
    first, second, body = first[index], second[index], body[index]
    small = min(view.cell_px, view.cell_height) < SHAPED
    if small:
        first, second, body = _coarsened(first, second, body, view.top)
    body[outside] = Body.OUTSIDE
    codes = np.zeros(len(visible) or 1, np.uint8)
    for runs, mark in (
        (marks.edited, Mark.EDITED),
        (marks.saved, Mark.SAVED),
        (marks.outside, Mark.OUTSIDE),
        (marks.dirty, Mark.DIRTY),
        (marks.writing, Mark.WRITING),
    ):
        if runs is not None and len(visible):
            codes |= np.where(cells_touched(runs, view.level, visible), np.uint8(mark), np.uint8(0))
    shown = codes[index]
    shown[outside] = 0
    if small and shown.any():
        palette = _greyed(palette)
    edges = _selection(view, marks.selected, around, shown)
    if marks.cursor is not None:
        shown[numbers == view.cell_of(marks.cursor)] |= np.uint8(Mark.CURSOR)
    return MapPicture(
        view.width, view.height, view.left, view.cell_px, view.cell_height, view.unit,
        first, second, body, shown, edges, palette, inks,
    )  # fmt: skip


def cell_numbers(view: MapView, row: int, rows: int) -> NDArray[np.int64]:
    """The cell at each place of ``rows`` rows from ``row`` on: i8[rows, columns], -1 where there is none."""
    columns = view.columns
    wanted = np.arange(row, row + rows, dtype=np.int64)
    if view.layout == "rows":
        out = wanted[:, None] * columns + np.arange(columns, dtype=np.int64)
    else:
        order = layouts.order(view.layout, columns)
        out = order[wanted % columns] + (wanted // columns * (columns * columns))[:, None]
    out[(out < 0) | (out >= view.cells)] = -1
    return out


def cells_touched(runs: Runs, level: int, cells: range) -> Bools:
    """Which of ``cells`` hold at least one page of ``runs``: bool[len(cells)]. A single page is enough."""
    count = len(cells)
    starts, ends = np.asarray(runs[0], dtype=np.int64), np.asarray(runs[1], dtype=np.int64)
    low = int(np.searchsorted(ends, cells.start << level, "right"))
    high = int(np.searchsorted(starts, cells.stop << level, "left"))
    if not count or low >= high:
        return np.zeros(count, np.bool_)
    firsts = np.maximum((starts[low:high] >> level) - cells.start, 0)
    lasts = np.minimum((ends[low:high] - 1 >> level) - cells.start, count - 1)
    depth = np.bincount(firsts, minlength=count + 1) - np.bincount(lasts + 1, minlength=count + 1)
    touched: Bools = np.cumsum(depth[:count]) > 0
    return touched


def _content(facts: CellFacts | None, scheme: str, count: int) -> tuple[Codes, Codes, Codes]:
    """Palette indices and bodies of the visible cells, in the order of the document."""
    if facts is None or not count:
        nothing = np.zeros(count or 1, np.uint8)
        return nothing, nothing, np.full(count or 1, Body.HATCH, np.uint8)
    known, total = facts.known, facts.total
    first = scheme_values(facts, scheme)[0]
    second, body = first, np.full(count, Body.PLAIN, np.uint8)
    if scheme == "content":
        first, second, share = *with_islands(facts), facts.share
        mixed = (share < DITHERED) & (second != first) & (second != PageClass.UNREAD)
        body += mixed * (np.clip((share.astype(np.int32) * 16 + 127) // 255, 8, 10) - 7).astype(np.uint8)
    body[(known < ENOUGH) & (known < total)] += np.uint8(Body.ROUGH - Body.PLAIN)
    body[(known == 0) | (facts.majority == PageClass.UNREAD)] = Body.HATCH
    body[(facts.majority == PageClass.GONE) | (facts.majority == PageClass.ERROR)] = Body.CROSS
    return first, second, body


def with_islands(facts: CellFacts) -> tuple[Codes, Codes]:
    """First and second class of each cell. Data comes before holes, however little of it there is.

    A page of data in a terabyte of holes is what one looks for, and a majority would hide it.
    """
    island = (facts.majority == PageClass.HOLE) & (facts.second != PageClass.UNREAD)
    first = np.where(island, facts.second, facts.majority)
    return first, np.where(island, facts.majority, facts.second)


def _coarsened(first: Codes, second: Codes, body: Codes, top: int) -> tuple[Codes, Codes, Codes]:
    """For cells too small for textures: a chequer of whole cells in place of pixels within each."""
    rows, columns = body.shape
    steps = (np.arange(rows) + top)[:, None] + np.arange(columns)
    odd = (steps & 1).astype(np.bool_)
    mixed = (body >= Body.DITHER_8) & (body <= Body.ROUGH_10) & (body != Body.ROUGH)
    first = np.where(mixed & odd & (second != PageClass.HOLE), second, first)
    rough = (body >= Body.ROUGH) & (body <= Body.ROUGH_10)
    body = np.where(mixed, np.where(rough, np.uint8(Body.ROUGH), np.uint8(Body.PLAIN)), body)
    body = np.where(rough & ~odd, np.uint8(Body.PLAIN), body)
    lines = np.where(steps % 4 == 0, np.uint8(Body.HATCH_LINE), np.uint8(Body.HATCH_BACK))
    return first, first, np.where(body == Body.HATCH, lines, body).astype(np.uint8)


def _greyed(palette: Codes) -> Codes:
    """The palette without colour and with less contrast: cells of few pixels leave colour to the marks."""
    luma = palette[:, :3].astype(np.uint32) @ np.array([54, 183, 19], np.uint32) >> 8
    out = palette.copy()
    out[:, :3] = (64 + luma * 5 // 8)[:, None]
    return out


def _selection(view: MapView, pages: tuple[int, int], around: NDArray[np.int64], shown: Codes) -> Codes:
    """Marks the selected cells in ``shown`` and gives the edges of their outline.

    ``around`` has the cell numbers of the rows of ``shown`` and of one more on each side.
    """
    edges = np.zeros(shown.shape, np.uint8)
    if pages[1] <= pages[0]:
        return edges
    inside = (around >= view.cell_of(pages[0])) & (around <= view.cell_of(pages[1] - 1))
    if not inside.any():
        return edges
    near = np.pad(inside, ((0, 0), (1, 1)))
    middle = near[1:-1, 1:-1]
    up, down = near[:-2, 1:-1], near[2:, 1:-1]
    left, right = near[1:-1, :-2], near[1:-1, 2:]
    for edge, bare in (
        (Edge.TOP, ~up),
        (Edge.BOTTOM, ~down),
        (Edge.LEFT, ~left),
        (Edge.RIGHT, ~right),
        (Edge.TOP_LEFT, up & left & ~near[:-2, :-2]),
        (Edge.TOP_RIGHT, up & right & ~near[:-2, 2:]),
        (Edge.BOTTOM_LEFT, down & left & ~near[2:, :-2]),
        (Edge.BOTTOM_RIGHT, down & right & ~near[2:, 2:]),
    ):
        edges[middle & bare] |= np.uint8(edge)
    shown[middle] |= np.uint8(Mark.SELECTED)
    return edges

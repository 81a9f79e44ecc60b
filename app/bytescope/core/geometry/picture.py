"""What the map is to show, as a frozen value made from the view, the page facts and the marks.

Everything visible is decided here and can be compared and tested; ``raster`` only turns it into pixels.
"""

from __future__ import annotations

import enum
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

import numpy as np

from bytescope.core.geometry import layouts
from bytescope.core.geometry.map_view import MapView
from bytescope.core.geometry.marks import (
    Mark,
    Marks,
    cell_states,
    share_steps,
    small_greys,
    small_palette,
    state_codes,
    state_palette,
    strongest,
)
from bytescope.core.pages.classes import PageClass
from bytescope.core.pages.palette import CODED, scheme_values

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from bytescope.core.geometry.inks import Inks
    from bytescope.core.geometry.marks import Codes, Counts, Words
    from bytescope.core.pages.cells import CellFacts

    Bools: TypeAlias = NDArray[np.bool_]
    Cells: TypeAlias = NDArray[np.int64]
    Runs: TypeAlias = tuple[object, object]

SHAPED = 6
"""Device pixels of a cell from which it has a gap and marks have shapes; below it marks are solid colours."""

ENOUGH = 16
"""Pages read of a cell from which its colour is more than provisional (see the survey's stated error)."""

UNREAD_GREY = 5
"""Grey, of 16, under the state of a cell whose content is not known."""

DITHERED = 153
"""Share of the majority class, of 255, below which a cell shows its two first classes: 60 %."""


class Body(enum.IntEnum):
    """What fills a cell. Dithers give the majority 8, 9 or 10 of 16 pixels; rough cells are provisional.

    From ``HATCH_LINE`` on they are of cells without room for shapes; ``MARKED`` ones have the colour of a
    state, or of two.
    """

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
    MARKED = 13
    MARKED_TWO = 14


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


@dataclass(frozen=True, slots=True, eq=False)
class MapPicture:
    """A picture of ``width`` × ``height`` device pixels.

    The visible cells stand in arrays of shape (rows, columns), the last row possibly cut by the lower
    border: ``first`` and ``second`` are indices into ``palette`` (u1[256, 4]), ``body`` codes of
    ``Body``, ``marks`` (u4) of ``cell_states`` and ``Mark``, and ``edges`` of ``Edge``. Cells are
    ``cell_width`` × ``cell_height`` with their gap and begin at ``left``, 0; ``unit`` is the width of a
    thin line.
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
    marks: Words
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


def make_picture(
    view: MapView, facts: CellFacts | None, scheme: str, palette: Codes, inks: Inks, marks: Marks
) -> MapPicture:
    """The picture of ``view``. ``facts`` are those of ``view.visible_cells``, None while nothing is known.

    ``scheme`` is one of the palette's; ``palette`` (u1[256, 4]) belongs to it.
    """
    rows, visible = view.shown_rows, view.visible_cells
    around = cell_numbers(view, view.top - 1, rows + 2)
    numbers = around[1:-1]
    outside = numbers < 0
    index = np.where(outside, 0, numbers - visible.start)
    first, second, body = (part[index] for part in _content(facts, scheme, len(visible)))
    look = _Look(first, second, body, palette)
    totals = pages_in_cells(view)
    if marks.alone is not None and marks.unjudged is not None:
        look = look._replace(body=_judged(marks.unjudged, totals)[index])
    small = min(view.cell_px, view.cell_height) < SHAPED
    if small:
        look = _coarsened(look, view.top)
    shown = np.zeros(index.shape, np.uint32)
    if marks.alone is not None:
        look = _alone(look, marks, totals, index)
    elif marks.states:
        states = cell_states(marks, totals)
        if not small:
            shown = states[index]
        elif states.any():
            look = _strongest(look, marks, states, totals, index, inks)
    look.body[outside] = Body.OUTSIDE
    shown[outside] = 0
    edges = _selection(view, marks.selected, around, shown)
    if marks.cursor is not None:
        shown[numbers == view.cell_of(marks.cursor)] |= np.uint32(Mark.CURSOR)
    return MapPicture(
        view.width, view.height, view.left, view.cell_px, view.cell_height, view.unit,
        look.first, look.second, look.body, shown, edges, look.palette, inks,
    )  # fmt: skip


class _Look(NamedTuple):
    """What fills the cells: indices into ``palette`` and codes of ``Body``."""

    first: Codes
    second: Codes
    body: Codes
    palette: Codes


def _alone(look: _Look, marks: Marks, totals: Counts, index: Cells) -> _Look:
    """Content in grey, one layer in colour by its share of each cell."""
    nothing = np.zeros(len(totals), np.int64)
    counts = marks.states.get(marks.alone, nothing) if marks.alone is not None else nothing
    steps = share_steps(counts, totals)[index]
    first, second = (state_codes(look.palette, part, steps) for part in (look.first, look.second))
    # The state of a page is known whether or not it was read: no hatch hides it.
    hidden = (steps > 0) & (look.body >= Body.CROSS)
    unread = np.where(hidden, np.uint8(UNREAD_GREY << 4) | steps, first).astype(np.uint8)
    body = np.where(hidden, np.uint8(Body.PLAIN), look.body)
    return _Look(unread, second, body, state_palette())


def _judged(unjudged: Counts, totals: Counts) -> Codes:
    """Bodies that say how much of each cell the layer that is shown alone has judged: a hatch for nothing."""
    body = np.where(unjudged > 0, np.uint8(Body.ROUGH), np.uint8(Body.PLAIN))
    return np.where(unjudged >= totals, np.uint8(Body.HATCH), body)


def _strongest(look: _Look, marks: Marks, states: Words, totals: Counts, index: Cells, inks: Inks) -> _Look:
    """For cells without room for shapes: the colours of their strongest states, content in grey."""
    first, second = (part[index] for part in strongest(marks, states, totals))
    grey = small_greys(look.palette, look.first)
    body = np.where(first > 0, np.uint8(Body.MARKED), look.body)
    body = np.where(second > 0, np.uint8(Body.MARKED_TWO), body)
    return _Look(np.where(first > 0, first, grey), second, body, small_palette(inks.states))


def pages_in_cells(view: MapView) -> Counts:
    """How many pages each of the visible cells has, i8[n], n at least 1: the last one may be short."""
    visible = view.visible_cells
    totals = np.full(len(visible) or 1, 1 << view.level, np.int64)
    if len(visible) and visible.stop == view.cells:
        totals[-1] = view.pages - (view.cells - 1 << view.level)
    return totals


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
    if scheme in CODED:  # what is judged need not have been read, and what was read need not be judged
        body = np.where(facts.judged, np.uint8(Body.PLAIN), np.uint8(Body.HATCH))
    else:
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


def _coarsened(look: _Look, top: int) -> _Look:
    """For cells too small for textures: a chequer of whole cells in place of pixels within each."""
    first, second, body, palette = look
    rows, columns = body.shape
    steps = (np.arange(rows) + top)[:, None] + np.arange(columns)
    odd = (steps & 1).astype(np.bool_)
    mixed = (body >= Body.DITHER_8) & (body <= Body.ROUGH_10) & (body != Body.ROUGH)
    first = np.where(mixed & odd & (second != PageClass.HOLE), second, first)
    rough = (body >= Body.ROUGH) & (body <= Body.ROUGH_10)
    body = np.where(mixed, np.where(rough, np.uint8(Body.ROUGH), np.uint8(Body.PLAIN)), body)
    body = np.where(rough & ~odd, np.uint8(Body.PLAIN), body)
    lines = np.where(steps % 4 == 0, np.uint8(Body.HATCH_LINE), np.uint8(Body.HATCH_BACK))
    return _Look(first, first, np.where(body == Body.HATCH, lines, body).astype(np.uint8), palette)


def _selection(view: MapView, pages: tuple[int, int], around: Cells, shown: Words) -> Codes:
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
    shown[middle] |= np.uint32(Mark.SELECTED)
    return edges

"""Pictures of the map as pixels, in plain numpy: the reference, and what is used until numba is loaded.

A cell's look is a template of *slots* (which ink goes where); a table per pair of colours turns slots
into inks. Over it lie the stamps of its states. ``compose`` makes all of it, the same for this module and
for ``raster_fast``.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, TypeAlias, cast

import numpy as np

from bytescope.core.geometry import stamps
from bytescope.core.geometry.marks import PICKED_AT, SHARE_AT, STATES, Mark
from bytescope.core.geometry.picture import Body, Edge, MapPicture
from bytescope.core.geometry.stamps import BRIGHT, DEEP, STATE_SLOT, Cell
from bytescope.core.touched.layers import Layer

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from bytescope.core.geometry.inks import Inks, Rgba
    from bytescope.core.geometry.marks import Codes

    Raster: TypeAlias = Callable[[MapPicture, Codes | None], Codes]

# Slots: the places of a template that get an ink. Those of stamps go on at STATE_SLOT.
FIRST, SECOND, FIRST_DIM, SECOND_DIM, BACK, GAP, GAP_INSIDE, HATCH, HATCH_BACK, CROSS, CROSS_BACK = range(11)
SELECT, CURSOR = 13, 14
SLOTS = 15

TINT = 0.2
"""How much of the selection's colour lies over a selected cell."""

GRID = 0.45
"""How much of the grid's colour is in a gap; the rest is its cell's, so that like cells make one area."""

_BAYER = np.array([[0, 8, 2, 10], [12, 4, 14, 6], [3, 11, 1, 9], [15, 7, 13, 5]])
"""Ordered dither (Bayer 1973): pixels below n get the first of two colours, n of 16."""

_DITHERS = {
    Body.DITHER_8: 8,
    Body.DITHER_9: 9,
    Body.DITHER_10: 10,
    Body.ROUGH_8: 8,
    Body.ROUGH_9: 9,
    Body.ROUGH_10: 10,
}


@dataclass(frozen=True, slots=True, eq=False)
class Composition:
    """A picture ready to be laid out: a pixel is ``inks[base[row, col] + templates[kind[row, col], y, x]]``.

    ``inks`` u4[n] are RGBA in memory order; ``base`` i4 and ``kind`` i4 have the shape (rows, columns);
    ``templates`` is u1[kinds, cell height, cell width]; ``back`` fills what no cell covers. ``over`` has
    what lies over cells in a state, None where no cell is in one.
    """

    inks: NDArray[np.uint32]
    base: NDArray[np.int32]
    kind: NDArray[np.int32]
    templates: NDArray[np.uint8]
    back: np.uint32
    over: Overlay | None


@dataclass(frozen=True, slots=True, eq=False)
class Overlay:
    """The stamps of a picture: those of the cell (row, col) are ``variant[row, col]`` and its codes.

    The pixels of a stamp are ``ys``, ``xs`` (from the cell's corner) and ``colours`` from
    ``spans[variant, code, 0]`` up to ``spans[variant, code, 1]``.
    """

    marks: NDArray[np.uint32]
    variant: NDArray[np.uint8]
    spans: NDArray[np.int32]
    ys: NDArray[np.int32]
    xs: NDArray[np.int32]
    colours: NDArray[np.uint32]


def raster(picture: MapPicture, into: Codes | None = None) -> Codes:
    """The pixels of ``picture``: RGBA u1[height, width, 4]; written to ``into`` if it has that shape."""
    out = canvas(picture, into)
    pixels = out.view(np.uint32)[:, :, 0]
    plan = compose(picture)
    pixels[...] = plan.back
    rows, columns = plan.base.shape
    high, wide = plan.templates.shape[1:]
    right = min(picture.left + columns * wide, picture.width)
    line = np.empty((high, columns, wide), np.intp)
    for row in range(rows):
        top = row * high
        bottom = min(top + high, picture.height)
        if top >= bottom:
            break
        np.add(plan.templates[plan.kind[row]].transpose(1, 0, 2), plan.base[row][None, :, None], out=line)
        flat = line[: bottom - top].reshape(bottom - top, columns * wide)
        pixels[top:bottom, picture.left : right] = plan.inks[flat[:, : right - picture.left]]
    if plan.over is not None:
        _stamp(pixels[:, picture.left :], plan.over, high, wide)
    return out


def _stamp(pixels: NDArray[np.uint32], over: Overlay, high: int, wide: int) -> None:
    """Lay the stamps of all cells over their templates; ``pixels`` begin at the first column."""
    height, width = pixels.shape
    for layer in stamps.ORDER:
        codes = codes_of(over.marks, layer)
        for key in found_in(codes, over.variant):
            variant, code = divmod(key, stamps.CODES)
            rows, columns = np.nonzero((codes == code) & (over.variant == variant))
            begin, end = over.spans[variant, code]
            y = (rows * high)[:, None] + over.ys[None, begin:end]
            x = (columns * wide)[:, None] + over.xs[None, begin:end]
            inside = (y < height) & (x < width)
            colours = np.broadcast_to(over.colours[begin:end], y.shape)
            pixels[y[inside], x[inside]] = colours[inside]


def fastest() -> Raster:
    """The compiled raster if some loader has imported it by now, else the one of this module; never waits."""
    module = sys.modules.get("bytescope.core.geometry.raster_fast")
    # While another thread is still importing the module, its function is not there yet.
    return cast("Raster", getattr(module, "raster", raster))


def canvas(picture: MapPicture, into: Codes | None) -> Codes:
    """``into`` if the picture fits it exactly, else a new array."""
    shape = (picture.height, picture.width, 4)
    return into if into is not None and into.shape == shape else np.empty(shape, np.uint8)


def compose(picture: MapPicture) -> Composition:
    """The inks, templates and stamps that ``picture`` needs."""
    picked = _picked(picture)
    table, base = ground(picture)
    looks = picture.body.astype(np.uint32) | picked << np.uint32(4)
    kind, look_list = _numbered(looks | picture.edges.astype(np.uint32) << np.uint32(6), 1 << 14)
    cell = Cell(picture.cell_width, picture.cell_height, picture.unit)
    templates = np.empty((max(1, len(look_list)), cell.height, cell.width), np.uint8)
    for at, look in enumerate(look_list.tolist()):
        templates[at] = template(look & 15, (look >> 4 & 3) << PICKED_AT, look >> 6, cell)
    over = _overlay(picture, cell) if picture.shaped else None
    return Composition(table, base, kind, templates, packed_ink(picture.inks.back), over)


def ground(picture: MapPicture) -> tuple[NDArray[np.uint32], NDArray[np.int32]]:
    """``inks`` and ``base`` of its composition: the colours of cells without their textures and stamps."""
    pairs = picture.first.astype(np.uint32) | (picture.second.astype(np.uint32) << np.uint32(8))
    base, pair_list = _numbered(pairs | (_picked(picture) & np.uint32(1)) << np.uint32(16), 1 << 17)
    return _ink_table(picture.palette, picture.inks, pair_list), base * np.int32(SLOTS)


def packed_ink(ink: Rgba) -> np.uint32:
    """An ink in memory order."""
    out: np.uint32 = _packed([ink])[0]
    return out


def _picked(picture: MapPicture) -> NDArray[np.uint32]:
    """Bit 0 for selected cells, bit 1 for the cursor's."""
    return (picture.marks >> np.uint32(PICKED_AT)) & np.uint32(3)


def _overlay(picture: MapPicture, cell: Cell) -> Overlay | None:
    """The stamps of the states of the cells."""
    marks = picture.marks
    every = int(np.bitwise_or.reduce(marks, axis=None)) if marks.size else 0
    if not every & STATES:
        return None
    variant = ((picture.edges > 0) | ((marks & np.uint32(Mark.CURSOR)) > 0)).astype(np.uint8)
    variant |= ((marks & np.uint32(Layer.EDITED.bit)) > 0).astype(np.uint8) << 1
    bars = np.uint32(Layer.RESIDENT.bit | Layer.EVICTED.bit)
    variant |= ((marks & bars) > 0).astype(np.uint8) << 2
    spans = np.zeros((stamps.VARIANTS, stamps.CODES, 2), np.int32)
    ys, xs, slots, end = [], [], [], 0
    for layer in stamps.ORDER:
        for key in found_in(codes_of(marks, layer), variant) if every & layer.bit else ():
            y, x, slot = _points(key % stamps.CODES, key // stamps.CODES, cell)
            spans[divmod(key, stamps.CODES)] = end, end + len(y)
            end += len(y)
            ys.append(y)
            xs.append(x)
            slots.append(slot)
    inks = _state_inks(picture.inks)[np.concatenate(slots)]
    return Overlay(marks, variant, spans, np.concatenate(ys), np.concatenate(xs), inks)


def codes_of(marks: NDArray[np.uint32], layer: Layer) -> NDArray[np.int16]:
    """The code of the layer's stamp in each cell, -1 where the cell is not in that state."""
    there = (marks & np.uint32(layer.bit)) > 0
    if layer not in stamps.SHARE_CODE:
        return np.where(there, np.int16(layer), np.int16(-1))
    steps = (marks >> np.uint32(SHARE_AT[layer]) & np.uint32(15)).astype(np.int16)
    return np.where(there, steps + np.int16(stamps.SHARE_CODE[layer]), np.int16(-1))


def found_in(codes: NDArray[np.int16], variant: NDArray[np.uint8]) -> list[int]:
    """``variant * CODES + code`` of all stamps that occur."""
    keys = (variant * np.int16(stamps.CODES) + codes)[codes >= 0]
    return np.flatnonzero(np.bincount(keys, minlength=1)).tolist() if len(keys) else []


@lru_cache(maxsize=4096)
def _points(
    code: int, variant: int, cell: Cell
) -> tuple[NDArray[np.int32], NDArray[np.int32], NDArray[np.uint8]]:
    """Rows, columns and slots of the pixels of a stamp."""
    slots = stamps.stamp(code, variant, cell)
    y, x = np.nonzero(slots != stamps.NONE)
    return y.astype(np.int32), x.astype(np.int32), slots[y, x]


@lru_cache(maxsize=8)
def _state_inks(inks: Inks) -> NDArray[np.uint32]:
    """The colour of each slot of a stamp."""
    out: list[Rgba] = [inks.deep] * STATE_SLOT + list(inks.states)
    out[BRIGHT] = inks.bright
    return _packed(out)


def _numbered(codes: NDArray[np.integer], limit: int) -> tuple[NDArray[np.int32], NDArray[np.intp]]:
    """Each code's place in the list of those that occur, and the list: ``np.unique`` without its sort."""
    present = np.zeros(limit, np.bool_)
    present[codes] = True
    found = np.flatnonzero(present)
    places = np.zeros(limit, np.int32)
    places[found] = np.arange(len(found), dtype=np.int32)
    return places[codes], found


def _packed(colours: list[tuple[int, int, int, int]]) -> NDArray[np.uint32]:
    return np.array(colours, np.uint8).view(np.uint32)[:, 0]


def _ink_table(palette: Codes, inks: Inks, pairs: NDArray[np.intp]) -> NDArray[np.uint32]:
    """The ink of each slot for each pair of colours, flat; selected pairs lie under the selection's tint."""
    table = np.empty((len(pairs), SLOTS, 4), np.float32)
    table[:, FIRST], table[:, SECOND] = palette[pairs & 255], palette[pairs >> 8 & 255]
    back = np.array(inks.back, np.float32)
    table[:, FIRST_DIM] = (table[:, FIRST] + back) / 2
    table[:, SECOND_DIM] = (table[:, SECOND] + back) / 2
    grid = np.array(inks.grid, np.float32)
    table[:, GAP] = table[:, GAP_INSIDE] = table[:, FIRST] * (1 - GRID) + grid * GRID
    for slot, ink in (
        (BACK, inks.back), (HATCH, inks.hatch),
        (HATCH_BACK, inks.hatch_back), (CROSS, inks.cross), (CROSS_BACK, inks.cross_back),
        (BRIGHT, inks.bright), (DEEP, inks.deep), (SELECT, inks.select), (CURSOR, inks.cursor),
    ):  # fmt: skip
        table[:, slot] = ink
    select = np.array(inks.select, np.float32)
    under = pairs >> 16 > 0
    for slot in (FIRST, SECOND, FIRST_DIM, SECOND_DIM, HATCH, HATCH_BACK, CROSS_BACK):
        table[under, slot] += (select - table[under, slot]) * TINT
    table[under, GAP_INSIDE] += (select - table[under, GAP_INSIDE]) * 0.4
    return np.ascontiguousarray((table + 0.5).astype(np.uint8)).view(np.uint32).ravel()


# --- templates


@lru_cache(maxsize=4096)
def template(body: int, marks: int, edges: int, cell: Cell) -> NDArray[np.uint8]:
    """The slots of a cell: u1[height, width]. ``marks`` of ``Mark``. Do not write to it."""
    if cell.smaller < 6:
        return _solid(body, marks, edges, cell)
    out = np.full((cell.height, cell.width), GAP, np.uint8)
    if body == Body.OUTSIDE:
        out[...] = BACK
        return out
    inner = out[: cell.height - cell.gap, : cell.width - cell.gap]
    _fill_body(inner, body, cell.unit)
    if marks & Mark.SELECTED:
        _join_gaps(out, edges, cell.gap)
    _outline(inner, marks, edges, cell)
    return out


def sample(body: int, marks: int, cell: Cell) -> NDArray[np.uint8]:
    """The slots of a cell with the stamps of its states (``cell_states``), for legends."""
    out = template(body, 0, 0, cell).copy()
    inner = out[: cell.height - cell.gap, : cell.width - cell.gap]
    variant = stamps.variant_of(marks, outlined=False)
    for layer in stamps.ORDER if cell.smaller >= 6 else ():
        if marks & layer.bit:
            over = stamps.stamp(stamps.code_of(layer, marks), variant, cell)
            inner[over != stamps.NONE] = over[over != stamps.NONE]
    return out


def _solid(body: int, marks: int, edges: int, cell: Cell) -> NDArray[np.uint8]:
    """A cell without room for shapes: one colour, or stripes of those that must be seen."""
    slot = {
        Body.OUTSIDE: BACK,
        Body.ROUGH: FIRST_DIM,
        Body.CROSS: CROSS,
        Body.HATCH_LINE: HATCH,
        Body.HATCH_BACK: HATCH_BACK,
        Body.HATCH: HATCH_BACK,
    }.get(Body(body), FIRST)
    cursor = [CURSOR] if marks & Mark.CURSOR else []
    if body in (Body.MARKED, Body.MARKED_TWO):
        # The strongest state first: where there is room for one colour only, it is that one.
        stripes = [FIRST, *cursor, *([SECOND] if body == Body.MARKED_TWO else [])]
    else:
        stripes = cursor or [SELECT if edges & 15 and marks & Mark.SELECTED else slot]
    stripes = stripes[: cell.height]
    rows = np.array(stripes, np.uint8)[np.arange(cell.height) * len(stripes) // cell.height]
    return np.repeat(rows[:, None], cell.width, axis=1)


def _fill_body(cell: NDArray[np.uint8], body: int, unit: int) -> None:
    height, width = cell.shape
    y, x = np.mgrid[:height, :width] // unit
    if body == Body.HATCH:
        cell[...] = np.where((x + y) % 4 == 0, HATCH, HATCH_BACK)
    elif body == Body.CROSS:
        cell[...] = CROSS_BACK
        across = np.arange(max(width, height))
        for thick in range(unit + (1 if min(width, height) >= 12 * unit else 0)):
            columns = np.minimum(across * width // len(across) + thick, width - 1)
            rows = across * height // len(across)
            cell[rows, columns] = CROSS
            cell[rows, width - 1 - columns] = CROSS
    elif Body(body) in _DITHERS:
        # Single pixels would mix to a third colour in the eye.
        block = max(1, min(width, height) // (8 * unit))
        cell[...] = np.where(_BAYER[y // block % 4, x // block % 4] < _DITHERS[Body(body)], FIRST, SECOND)
    else:
        cell[...] = FIRST
    if Body.ROUGH <= body <= Body.ROUGH_10:
        rim = max(1, min(width, height) // 6)
        inner = cell[rim : height - rim, rim : width - rim].copy()
        cell[...] = cell + (FIRST_DIM - FIRST)
        cell[rim : height - rim, rim : width - rim] = inner


def _join_gaps(out: NDArray[np.uint8], edges: int, gap: int) -> None:
    """Tints the gap on the right and below where the selection goes on there."""
    height, width = out.shape
    if not edges & Edge.RIGHT:
        out[: height - gap, width - gap :] = GAP_INSIDE
    if not edges & Edge.BOTTOM:
        out[height - gap :, : width - gap] = GAP_INSIDE
    if not edges & (Edge.RIGHT | Edge.BOTTOM | Edge.BOTTOM_RIGHT):
        out[height - gap :, width - gap :] = GAP_INSIDE


def _outline(inner: NDArray[np.uint8], marks: int, edges: int, cell: Cell) -> None:
    """The cursor's frame, or this cell's part of the selection's outline."""
    thin = cell.thin
    # A dark line inside keeps frame and content apart where they are of like colour.
    lines = [(cell.outline, DEEP), (2 * thin, -1)] if cell.outline > thin else [(thin, -1)]
    every = int(Edge.TOP | Edge.BOTTOM | Edge.LEFT | Edge.RIGHT)
    for reach, slot in lines:
        if marks & Mark.CURSOR:
            _sides(inner, every, reach, CURSOR if slot < 0 else slot)
        elif edges:
            _sides(inner, edges, reach, SELECT if slot < 0 else slot)


def _sides(cell: NDArray[np.uint8], edges: int, reach: int, slot: int) -> None:
    """Lines of ``reach`` pixels along the sides, and squares in the corners, that ``edges`` names."""
    height, width = cell.shape
    for edge, part in (
        (Edge.TOP, cell[:reach]),
        (Edge.BOTTOM, cell[height - reach :]),
        (Edge.LEFT, cell[:, :reach]),
        (Edge.RIGHT, cell[:, width - reach :]),
        (Edge.TOP_LEFT, cell[:reach, :reach]),
        (Edge.TOP_RIGHT, cell[:reach, width - reach :]),
        (Edge.BOTTOM_LEFT, cell[height - reach :, :reach]),
        (Edge.BOTTOM_RIGHT, cell[height - reach :, width - reach :]),
    ):
        if edges & edge:
            part[...] = slot

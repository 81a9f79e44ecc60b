"""Pictures of the map as pixels, in plain numpy: the reference, and what is used until numba is loaded.

A cell's look is a template of *slots* (which ink goes where); a table per pair of colours turns slots
into inks. ``compose`` makes both, the same for this module and for ``raster_fast``.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, TypeAlias, cast

import numpy as np

from bytescope.core.geometry.picture import Body, Edge, Inks, MapPicture, Mark

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from bytescope.core.geometry.picture import Codes

    Raster: TypeAlias = Callable[[MapPicture, Codes | None], Codes]

# Slots: the places of a template that get an ink.
FIRST, SECOND, FIRST_DIM, SECOND_DIM, BACK, GAP, GAP_INSIDE, HATCH, HATCH_BACK = range(9)
CROSS, CROSS_BACK, BRIGHT, DEEP, SELECT, CURSOR, EDITED, SAVED, OUTSIDE = range(9, 18)
DIRTY, WRITING = 18, 19
SLOTS = 20

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
    ``templates`` is u1[kinds, cell height, cell width]; ``back`` fills what no cell covers.
    """

    inks: NDArray[np.uint32]
    base: NDArray[np.int32]
    kind: NDArray[np.int32]
    templates: NDArray[np.uint8]
    back: np.uint32


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
    return out


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
    """The inks and templates that ``picture`` needs."""
    selected = (picture.marks & Mark.SELECTED) > 0
    pairs = picture.first.astype(np.uint32) | (picture.second.astype(np.uint32) << 8)
    base, pair_list = _numbered(pairs | (selected.astype(np.uint32) << 16), 1 << 17)
    looks = picture.body.astype(np.uint32) | (picture.marks.astype(np.uint32) << 4)
    kind, look_list = _numbered(looks | (picture.edges.astype(np.uint32) << 11), 1 << 19)
    sizes = (picture.cell_width, picture.cell_height, picture.unit)
    templates = np.empty((max(1, len(look_list)), sizes[1], sizes[0]), np.uint8)
    for at, look in enumerate(look_list.tolist()):
        templates[at] = template(look & 15, look >> 4 & 127, look >> 11, *sizes)
    table = _ink_table(picture.palette, picture.inks, pair_list)
    return Composition(table, base * np.int32(SLOTS), kind, templates, _packed([picture.inks.back])[0])


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
        (EDITED, inks.edited), (SAVED, inks.saved), (OUTSIDE, inks.outside),
        (DIRTY, inks.dirty), (WRITING, inks.writing),
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
def template(body: int, marks: int, edges: int, width: int, height: int, unit: int) -> NDArray[np.uint8]:
    """The slots of a cell of ``width`` × ``height`` pixels: u1[height, width]. Do not write to it."""
    smaller = min(width, height)
    if smaller < 6:
        return _solid(body, marks, edges, width, height)
    gap = unit if smaller >= 6 * unit else 1
    thin = unit if smaller >= 10 * unit else 1
    out = np.full((height, width), GAP, np.uint8)
    if body == Body.OUTSIDE:
        out[...] = BACK
        return out
    cell = out[: height - gap, : width - gap]
    _fill_body(cell, body, unit)
    if marks & Mark.SELECTED:
        _join_gaps(out, edges, gap)
    inset = _outline(cell, marks, edges, thin)
    if marks & Mark.SAVED:
        _corner(cell, inset, thin, BRIGHT)
    if marks & Mark.EDITED:
        thick = thin if smaller < 24 * unit else 2 * thin
        _ring(cell, inset, thick, BRIGHT)
        _ring(cell, inset + thick, thick, DEEP)
    if marks & Mark.OUTSIDE:
        # The opposite corner: half a turn of the cell. Over the ring, which may fill a small cell.
        _corner(cell[::-1, ::-1], inset, thin, OUTSIDE)
    if marks & (Mark.DIRTY | Mark.WRITING):
        # Below "saved", over all else: it is there for moments only.
        hollow = not marks & Mark.DIRTY
        _corner(cell[::-1], inset, thin, WRITING if hollow else DIRTY, hollow=hollow)
    return out


def _solid(body: int, marks: int, edges: int, width: int, height: int) -> NDArray[np.uint8]:
    """A cell without room for shapes: one colour, the strongest mark's; what is on its way to the disk
    passes, but edited is never hidden for longer.
    """
    slot = {
        Body.OUTSIDE: BACK,
        Body.ROUGH: FIRST_DIM,
        Body.CROSS: CROSS,
        Body.HATCH_LINE: HATCH,
        Body.HATCH_BACK: HATCH_BACK,
        Body.HATCH: HATCH_BACK,
    }.get(Body(body), FIRST)
    if edges & 15 and marks & Mark.SELECTED:
        slot = SELECT
    if marks & Mark.SAVED:
        slot = SAVED
    if marks & Mark.OUTSIDE:
        slot = OUTSIDE
    out = np.full((height, width), slot, np.uint8)
    if marks & Mark.CURSOR:
        out[...] = CURSOR
    if marks & Mark.EDITED:
        out[height // 2 if marks & (Mark.CURSOR | Mark.OUTSIDE) else 0 :] = EDITED
    if marks & (Mark.DIRTY | Mark.WRITING):
        out[: (height + 1) // 2 if marks & (Mark.CURSOR | Mark.EDITED) else height] = (
            DIRTY if marks & Mark.DIRTY else WRITING
        )
    return out


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


def _outline(cell: NDArray[np.uint8], marks: int, edges: int, thin: int) -> int:
    """The cursor's frame or this cell's part of the selection's outline; returns how far it reaches in."""
    roomy = min(cell.shape) >= 10 * thin
    thick = 2 * thin if roomy else thin
    # A dark line inside keeps frame and content apart where they are of like colour.
    lines = [(thick + thin, DEEP), (thick, -1)] if roomy else [(thick, -1)]
    if marks & Mark.CURSOR:
        for reach, slot in lines:
            _ring(cell, 0, reach, CURSOR if slot < 0 else slot)
        return lines[0][0]
    for reach, slot in lines if edges else ():
        _sides(cell, edges, reach, SELECT if slot < 0 else slot)
    return lines[0][0] if edges else 0


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


def _corner(cell: NDArray[np.uint8], inset: int, thin: int, slot: int, *, hollow: bool = False) -> None:
    """A triangle in the upper right corner, with a dark edge to be seen on bright cells."""
    room = cell[inset : cell.shape[0] - inset, inset : cell.shape[1] - inset]
    if not room.size:
        return
    height, width = room.shape
    side = max(2, (min(height, width) * 9 + 10) // 20)
    y, x = np.mgrid[:height, :width]
    depth = x - (width - side) - y
    room[depth >= 0] = slot
    room[(depth < 0) & (depth >= -thin)] = DEEP
    if hollow:
        room[(depth >= thin) & (x < width - thin) & (y >= thin)] = DEEP


def _ring(cell: NDArray[np.uint8], inset: int, thick: int, slot: int) -> None:
    """A frame ``inset`` pixels from the border of the cell; a cell too small for it is left as it is."""
    height, width = cell.shape
    if 2 * inset >= min(height, width):
        return
    inner = inset + thick
    kept = cell[inner : height - inner, inner : width - inner].copy()
    cell[inset : height - inset, inset : width - inset] = slot
    if kept.size:
        cell[inner : height - inner, inner : width - inner] = kept

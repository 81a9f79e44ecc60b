"""The shapes of state marks: each layer has a place of its own in the cell, so that any of them can meet.

Corners: stored (a square), saved, outside, dirty or being written (triangles). Edges: resident and
evicted below (bars as long as their share), hole and reserved on the left, shared on the right, seen
and bookmarked (a ribbon) above. In the middle: mapped (a disc), read (a ring around it), written (a
cross), found (angle brackets); different is a diagonal, edited a double frame. Each shape is bright with a
dark edge, so that it stands off any content.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

import numpy as np

from bytescope.core.geometry.marks import SHARE_AT, STEPS
from bytescope.core.touched.layers import Layer

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    Slots: TypeAlias = NDArray[np.uint8]
    Mask: TypeAlias = NDArray[np.bool_]

NONE = 255
"""A pixel that the shape leaves as it is."""

BRIGHT, DEEP = 11, 12
STATE_SLOT = 16
"""Slots of a stamp: white, black, and from here on the ink of each layer."""

ORDER = (
    Layer.DIFFERENT,
    Layer.UNWRITTEN,
    Layer.HOLE,
    Layer.SHARED,
    Layer.READ,
    Layer.WRITTEN,
    Layer.FOUND,
    Layer.BOOKMARKED,
    Layer.SEEN,
    Layer.MAPPED,
    Layer.RESIDENT,
    Layer.EVICTED,
    Layer.STORED,
    Layer.SAVED,
    Layer.EDITED,
    Layer.OUTSIDE,
    Layer.WRITING,
    Layer.DIRTY,
)
"""What is drawn first lies below."""

LIFTED = frozenset({Layer.OUTSIDE, Layer.DIRTY, Layer.WRITING})
"""Marks of the lower corners: they stand on the bar where there is one."""

INSET, RING, BAR = 1, 2, 4
"""What a cell has that moves its marks: an outline or a cursor, the frame of edited cells, a bar."""

VARIANTS = 8
CODES = 64
"""A code is a layer, or 32 or 48 and the step of the share of resident and of evicted pages."""

SHARE_CODE = {Layer.RESIDENT: 32, Layer.EVICTED: 48}
LEAST_ROOM = 5


class Cell(NamedTuple):
    """A cell's size in pixels with its gap, and the width of a thin line."""

    width: int
    height: int
    unit: int

    @property
    def smaller(self) -> int:
        return min(self.width, self.height)

    @property
    def thin(self) -> int:
        return self.unit if self.smaller >= 10 * self.unit else 1

    @property
    def gap(self) -> int:
        return self.unit if self.smaller >= 6 * self.unit else 1

    @property
    def outline(self) -> int:
        """How far an outline or a cursor reaches in: its line, and a dark one where there is room."""
        roomy = min(self.width, self.height) - self.gap >= 10 * self.thin
        return 3 * self.thin if roomy else self.thin

    @property
    def ring(self) -> int:
        """Width of each of the two lines around an edited cell."""
        return self.thin if self.smaller < 24 * self.unit else 2 * self.thin


@lru_cache(maxsize=4096)
def stamp(code: int, variant: int, cell: Cell) -> Slots:
    """The pixels of one mark: u1[height, width] without the gap, ``NONE`` where there is nothing of it."""
    layer, step = _meant(code)
    out = np.full((cell.height - cell.gap, cell.width - cell.gap), NONE, np.uint8)
    outer = cell.outline if variant & INSET else 0
    if 2 * outer >= min(out.shape):
        outer = 0
    if layer is Layer.EDITED:
        _frame(out, outer, cell.ring, BRIGHT)
        _frame(out, outer + cell.ring, cell.ring, DEEP)
        return out
    margin = outer + (2 * cell.ring if variant & RING else 0)
    if min(out.shape) - 2 * margin < LEAST_ROOM:
        margin = outer if min(out.shape) - 2 * outer >= 3 else 0
    room = out[margin : out.shape[0] - margin, margin : out.shape[1] - margin]
    lift = bar_height(min(room.shape), cell.thin) + cell.thin
    if variant & BAR and layer in LIFTED and min(room.shape) - lift >= LEAST_ROOM - 1:
        room = room[:-lift]
    height, width = room.shape
    mask = _SHAPES[layer](height, width, cell.thin, step)
    ground = _dirty(height, width, cell.thin, step) if layer is Layer.WRITING else mask
    room[_grown(ground, cell.thin)] = DEEP
    room[mask] = STATE_SLOT + layer
    return out


def _meant(code: int) -> tuple[Layer, int]:
    """The layer of a code, and the step of its share."""
    for layer, first in SHARE_CODE.items():
        if first <= code < first + 16:
            return layer, code - first
    return Layer(code), STEPS


def code_of(layer: Layer, marks: int) -> int:
    """The code of a layer's stamp in a cell with this number (``cell_states``)."""
    if layer not in SHARE_AT:
        return int(layer)
    return SHARE_CODE[layer] + (marks >> SHARE_AT[layer] & 15)


def variant_of(marks: int, outlined: bool) -> int:
    """The variant of the stamps of a cell with these layers."""
    bar = marks & (Layer.RESIDENT.bit | Layer.EVICTED.bit)
    return INSET * outlined | (RING if marks & Layer.EDITED.bit else 0) | (BAR if bar else 0)


def bar_height(smaller: int, thin: int) -> int:
    """Pixels of the bar below without its dark edge, in a room whose smaller side is given."""
    return max(1, min((smaller + 5) // 6, 5 * thin))


def _frame(cell: Slots, inset: int, thick: int, slot: int) -> None:
    """A frame ``inset`` pixels from the border; a cell too small for it is left as it is."""
    height, width = cell.shape
    if 2 * inset >= min(height, width):
        return
    inner = inset + thick
    kept = cell[inner : height - inner, inner : width - inner].copy()
    cell[inset : height - inset, inset : width - inset] = slot
    if kept.size:
        cell[inner : height - inner, inner : width - inner] = kept


def _grown(mask: Mask, by: int) -> Mask:
    """The mask and all that is nearer to it than ``by`` pixels, corners included."""
    out = mask.copy()
    for _ in range(by):
        wide = out.copy()
        wide[:, 1:] |= out[:, :-1]
        wide[:, :-1] |= out[:, 1:]
        out = wide.copy()
        out[1:] |= wide[:-1]
        out[:-1] |= wide[1:]
    return out


# --- masks: (height, width, thin, step of the share) of the room that a mark has


def _grid(height: int, width: int) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    y, x = np.mgrid[:height, :width]
    return y, x


def _triangle(height: int, width: int) -> Mask:
    """The upper right corner."""
    y, x = _grid(height, width)
    mask: Mask = x - (width - _triangle_side(height, width)) - y >= 0
    return mask


def _triangle_side(height: int, width: int) -> int:
    smaller = min(height, width)
    return max(2, (smaller * 9 + 10) // 20 if smaller < 28 else smaller * 2 // 5)


def _saved(height: int, width: int, thin: int, step: int) -> Mask:
    return _triangle(height, width)


def _outside(height: int, width: int, thin: int, step: int) -> Mask:
    return _triangle(height, width)[::-1, ::-1]


def _dirty(height: int, width: int, thin: int, step: int) -> Mask:
    return _triangle(height, width)[::-1]


def _writing(height: int, width: int, thin: int, step: int) -> Mask:
    """The outline of the triangle: its inside, where it has one, is dark."""
    y, x = _grid(height, width)
    mask = _triangle(height, width)
    inside = (x - (width - _triangle_side(height, width)) - y >= thin) & (x < width - thin) & (y >= thin)
    return (mask & ~inside)[::-1]


def _stored(height: int, width: int, thin: int, step: int) -> Mask:
    y, x = _grid(height, width)
    side = max(1, (min(height, width) * 3 + 4) // 10)
    mask: Mask = (x < side) & (y < side)
    return mask


def _resident(height: int, width: int, thin: int, step: int) -> Mask:
    y, x = _grid(height, width)
    long = max(1, -(-width * step // STEPS)) if step else 0
    mask: Mask = (y >= height - bar_height(min(height, width), thin)) & (x < long)
    return mask


def _evicted(height: int, width: int, thin: int, step: int) -> Mask:
    """A broken bar, from the right, so that it goes on where the bar of resident pages ends."""
    y, x = _grid(height, width)
    high = bar_height(min(height, width), thin)
    long = max(1, width * step // STEPS) if step else 0
    back = width - 1 - x
    mask: Mask = (y >= height - high) & (back < long) & (back // max(thin, high) % 2 == 0)
    return mask


def _line_width(height: int, width: int, thin: int) -> int:
    return max(thin, (min(height, width) + 6) // 12)


def _hole(height: int, width: int, thin: int, step: int) -> Mask:
    """An open bracket in the middle of the left edge."""
    y, x = _grid(height, width)
    line = _line_width(height, width, thin)
    top, bottom = height // 4, height - 1 - height // 4
    inside = (y >= top) & (y <= bottom)
    feet = (y < top + line) | (y > bottom - line)
    mask: Mask = inside & ((x < line) | (feet & (x < 3 * line)))
    return mask


def _unwritten(height: int, width: int, thin: int, step: int) -> Mask:
    """Dashes along the left edge."""
    y, x = _grid(height, width)
    dash = max(2, min(height, width) // 6)
    mask: Mask = (x < _line_width(height, width, thin)) & (y // dash % 2 == 0)
    return mask


def _shared(height: int, width: int, thin: int, step: int) -> Mask:
    """A whole line along the right edge."""
    x = _grid(height, width)[1]
    mask: Mask = x >= width - _line_width(height, width, thin)
    return mask


def _seen(height: int, width: int, thin: int, step: int) -> Mask:
    """A point in the middle of the upper edge."""
    y, x = _grid(height, width)
    side = max(1, (min(height, width) + 3) // 7)
    left = (width - side) // 2
    mask: Mask = (y < side) & (x >= left) & (x < left + side)
    return mask


def _from_middle(height: int, width: int) -> NDArray[np.int64]:
    """Twice the distance of each pixel from the middle, squared."""
    y, x = _grid(height, width)
    out: NDArray[np.int64] = (2 * x - width + 1) ** 2 + (2 * y - height + 1) ** 2
    return out


def _mapped(height: int, width: int, thin: int, step: int) -> Mask:
    across = max(2, (min(height, width) * 3 + 5) // 10)
    mask: Mask = _from_middle(height, width) <= across**2
    return mask


def _read(height: int, width: int, thin: int, step: int) -> Mask:
    smaller = min(height, width)
    across = max(3, smaller * 7 // 10)
    line = _line_width(height, width, thin)
    far = _from_middle(height, width)
    mask: Mask = (far <= across**2) & (far > (across - 2 * line) ** 2)
    return mask


def _written(height: int, width: int, thin: int, step: int) -> Mask:
    """An upright cross."""
    y, x = _grid(height, width)
    smaller = min(height, width)
    line, arm = _line_width(height, width, thin), smaller * 9 // 10
    across, down = abs(2 * x - width + 1), abs(2 * y - height + 1)
    mask: Mask = ((across < line) & (down < arm)) | ((down < line) & (across < arm))
    if not mask.any():  # an even number of pixels has no middle one
        mask = ((across <= line) & (down < arm)) | ((down <= line) & (across < arm))
    return mask


def _different(height: int, width: int, thin: int, step: int) -> Mask:
    """A diagonal from below on the left."""
    y, x = _grid(height, width)
    along = x / max(1, width - 1) + y / max(1, height - 1) - 1
    thick = max(thin, (min(height, width) + 4) // 8)
    mask: Mask = abs(along) * min(height, width) < thick * 0.75
    return mask


def _found(height: int, width: int, thin: int, step: int) -> Mask:
    """Angle brackets around the middle: the outer corners of a square that stands on one."""
    y, x = _grid(height, width)
    line = _line_width(height, width, thin)
    aside = abs(2 * x - width + 1)
    far = aside + abs(2 * y - height + 1)
    across = min(height, width) * 9 // 10
    mask: Mask = (far <= across) & (far > across - 3 * line) & (2 * aside > across)
    return mask


def _bookmarked(height: int, width: int, thin: int, step: int) -> Mask:
    """A ribbon that hangs from the upper edge, with a notch below."""
    y, x = _grid(height, width)
    smaller = min(height, width)
    half, long = max(1, (smaller + 3) // 7), max(3, smaller // 2)
    across = abs(2 * x - width + 1) // 2
    mask: Mask = (across <= half) & (y < long) & (y < long - half + across)
    return mask


_SHAPES: dict[Layer, Callable[[int, int, int, int], Mask]] = {
    Layer.SAVED: _saved,
    Layer.OUTSIDE: _outside,
    Layer.DIRTY: _dirty,
    Layer.WRITING: _writing,
    Layer.RESIDENT: _resident,
    Layer.EVICTED: _evicted,
    Layer.SEEN: _seen,
    Layer.HOLE: _hole,
    Layer.UNWRITTEN: _unwritten,
    Layer.SHARED: _shared,
    Layer.MAPPED: _mapped,
    Layer.STORED: _stored,
    Layer.READ: _read,
    Layer.WRITTEN: _written,
    Layer.DIFFERENT: _different,
    Layer.FOUND: _found,
    Layer.BOOKMARKED: _bookmarked,
}

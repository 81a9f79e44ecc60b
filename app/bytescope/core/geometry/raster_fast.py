"""Pictures of the map as pixels, compiled: the same bytes as ``raster`` and ``travel``, much faster.

Importing this compiles the kernel or loads it from numba's cache: import it in a loader thread, after
which ``raster.fastest`` gives it to whoever paints.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numba
import numpy as np

from bytescope.core.geometry.marks import SHARE_AT, STATES
from bytescope.core.geometry.raster import canvas, compose
from bytescope.core.geometry.stamps import ORDER, SHARE_CODE

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from bytescope.core.geometry.marks import Codes
    from bytescope.core.geometry.picture import MapPicture


@numba.njit(
    "void(uint32[:, ::1], uint32[::1], int32[:, ::1], int32[:, ::1], uint8[:, :, ::1], uint32, int64)",
    nogil=True,
    cache=True,
)
def _lay_out(
    pixels: NDArray[np.uint32],
    inks: NDArray[np.uint32],
    base: NDArray[np.int32],
    kind: NDArray[np.int32],
    templates: NDArray[np.uint8],
    back: int,
    left: int,
) -> None:
    height, width = pixels.shape
    rows, columns = base.shape
    high, wide = templates.shape[1], templates.shape[2]
    right = min(left + columns * wide, width)
    for y in range(height):
        row, inner = y // high, y % high
        line = pixels[y]
        if row >= rows:
            line[:] = back
            continue
        line[:left] = back
        line[right:] = back
        at = left
        for column in range(columns):
            slots = templates[kind[row, column], inner]
            first = base[row, column]
            for x in range(min(wide, right - at)):
                line[at + x] = inks[first + slots[x]]
            at += wide


@numba.njit(
    "void(uint32[:, ::1], uint32[:, ::1], uint8[:, ::1], int32[:, :, ::1], int32[::1], int32[::1],"
    " uint32[::1], int64[:, ::1], int64, int64, int64)",
    nogil=True,
    cache=True,
)
def _stamp(
    pixels: NDArray[np.uint32],
    marks: NDArray[np.uint32],
    variant: NDArray[np.uint8],
    spans: NDArray[np.int32],
    ys: NDArray[np.int32],
    xs: NDArray[np.int32],
    colours: NDArray[np.uint32],
    order: NDArray[np.int64],
    left: int,
    high: int,
    wide: int,
) -> None:
    height, width = pixels.shape
    rows, columns = marks.shape
    flat = pixels.ravel()
    steps = np.empty(len(ys), np.int64)
    for point in range(len(ys)):
        steps[point] = ys[point] * width + xs[point]
    for row in range(rows):
        top = row * high
        for column in range(columns):
            mark = np.int64(marks[row, column])
            if not mark & STATES:
                continue
            at = left + column * wide
            start = top * width + at
            whole = top + high <= height and at + wide <= width
            kinds = spans[variant[row, column]]
            for place in range(order.shape[0]):
                layer = order[place, 0]
                if not mark >> layer & 1:
                    continue
                code = layer
                if order[place, 1]:
                    code = order[place, 1] + (mark >> order[place, 2] & 15)
                if whole:
                    for point in range(kinds[code, 0], kinds[code, 1]):
                        flat[start + steps[point]] = colours[point]
                    continue
                for point in range(kinds[code, 0], kinds[code, 1]):
                    if top + ys[point] < height and at + xs[point] < width:
                        flat[start + steps[point]] = colours[point]


@numba.njit("void(uint32[:, ::1], int32[:, ::1], uint32[::1], int64, int64)", nogil=True, cache=True)
def paint_cells(
    pixels: NDArray[np.uint32],
    places: NDArray[np.int32],
    colours: NDArray[np.uint32],
    width: int,
    height: int,
) -> None:
    """Fill a rectangle of ``width`` × ``height`` at each of ``places``, cut at the borders of ``pixels``."""
    high, wide = pixels.shape
    for cell in range(len(colours)):
        x, y, colour = places[cell, 0], places[cell, 1], colours[cell]
        for row in range(max(y, 0), min(y + height, high)):
            for column in range(max(x, 0), min(x + width, wide)):
                pixels[row, column] = colour


_ORDER = np.array([(layer, SHARE_CODE.get(layer, 0), SHARE_AT.get(layer, 0)) for layer in ORDER], np.int64)


def raster(picture: MapPicture, into: Codes | None = None) -> Codes:
    """The pixels of ``picture``: RGBA u1[height, width, 4]; written to ``into`` if it has that shape."""
    out = canvas(picture, into)
    plan = compose(picture)
    pixels = out.reshape(out.shape[0], -1).view(np.uint32)
    _lay_out(pixels, plan.inks, plan.base, plan.kind, plan.templates, plan.back, picture.left)
    over = plan.over
    if over is not None:
        sizes = (picture.left, picture.cell_height, picture.cell_width)
        parts = (over.marks, over.variant, over.spans, over.ys, over.xs, over.colours)
        _stamp(pixels, *parts, _ORDER, *sizes)
    return out


def warm() -> None:
    """Does nothing more: the import itself compiled the kernel. For loaders that treat all kernels alike."""

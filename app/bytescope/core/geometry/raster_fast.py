"""Pictures of the map as pixels, compiled: the same bytes as ``raster``, several times as fast.

Importing this compiles the kernel or loads it from numba's cache: import it in a loader thread, after
which ``raster.fastest`` gives it to whoever paints.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numba
import numpy as np

from bytescope.core.geometry.raster import canvas, compose

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from bytescope.core.geometry.picture import Codes, MapPicture


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


def raster(picture: MapPicture, into: Codes | None = None) -> Codes:
    """The pixels of ``picture``: RGBA u1[height, width, 4]; written to ``into`` if it has that shape."""
    out = canvas(picture, into)
    plan = compose(picture)
    pixels = out.reshape(out.shape[0], -1).view(np.uint32)
    _lay_out(pixels, plan.inks, plan.base, plan.kind, plan.templates, plan.back, picture.left)
    return out


def warm() -> None:
    """Does nothing more: the import itself compiled the kernel. For loaders that treat all kernels alike."""

"""Cells on their way from one layout to another: where each is at a moment, and the picture of them."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

import numpy as np

from bytescope.core.geometry import layouts
from bytescope.core.geometry.picture import cell_numbers
from bytescope.core.geometry.raster import FIRST, canvas, ground, packed_ink

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from bytescope.core.geometry.map_view import MapView
    from bytescope.core.geometry.marks import Codes
    from bytescope.core.geometry.picture import MapPicture

    Places = NDArray[np.int32]
    Paint = Callable[[NDArray[np.uint32], Places, NDArray[np.uint32], int, int], None]


@dataclass(frozen=True, slots=True, eq=False)
class Travel:
    """The cells that are in view at the end, each with its colour there and the place that it comes from.

    ``begins`` and ``ends`` i4[n, 2] are x and y of the upper left corners in device pixels; ``colours``
    u4[n] RGBA in memory order. ``sizes`` are width and height of a cell at the begin and at the end.
    """

    picture: MapPicture
    begins: Places
    ends: Places
    colours: NDArray[np.uint32]
    back: np.uint32
    sizes: tuple[tuple[int, int], tuple[int, int]]

    @classmethod
    def between(cls, old: MapView, new: MapView, picture: MapPicture) -> Travel:
        """From ``old`` to ``new``, two views of one document; ``picture`` is that of ``new``.

        A cell comes from the cell of ``old`` that holds its first page, also where that is out of view.
        """
        numbers = cell_numbers(new, new.top, new.shown_rows)
        rows, columns = np.nonzero(numbers >= 0)
        cells = numbers[rows, columns]
        ends = _corners(new, columns, rows)
        begins = _corners(old, *_places(old, cells << new.level >> old.level))
        inks, base = ground(picture)  # nothing more of it: the first frame of the journey waits for this
        colours = inks[base[rows, columns] + FIRST]
        sizes = (old.cell_px, old.cell_height), (new.cell_px, new.cell_height)
        return cls(picture, begins, ends, colours, packed_ink(picture.inks.back), sizes)

    def pixels(self, share: float, into: Codes | None = None) -> Codes:
        """The picture when ``share`` (0 to 1) of the way is done: RGBA u1[height, width, 4]."""
        out = canvas(self.picture, into)
        pixels = out.reshape(out.shape[0], -1).view(np.uint32)
        pixels[...] = self.back
        eased = share * share * (3 - 2 * share)
        places = self.begins
        if share > 0:
            places = places + np.rint((self.ends - self.begins) * eased).astype(np.int32)
        (old_wide, old_high), (wide, high) = self.sizes
        width = round(old_wide + (wide - old_wide) * eased)
        height = round(old_high + (high - old_high) * eased)
        painter()(pixels, places, self.colours, max(1, width), max(1, height))
        return out


def painter() -> Paint:
    """The compiled painter of cells if some loader has imported it by now, else the plain one."""
    module = sys.modules.get("bytescope.core.geometry.raster_fast")
    return cast("Paint", getattr(module, "paint_cells", paint_cells))


def paint_cells(
    pixels: NDArray[np.uint32], places: Places, colours: NDArray[np.uint32], width: int, height: int
) -> None:
    """Fill a rectangle of ``width`` × ``height`` at each of ``places``, cut at the borders of ``pixels``."""
    high, wide = pixels.shape
    for (x, y), colour in zip(places.tolist(), colours.tolist()):
        if x < wide and y < high:
            pixels[max(y, 0) : max(y + height, 0), max(x, 0) : max(x + width, 0)] = colour


def _places(view: MapView, cells: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Column and row in the viewport of each cell."""
    if view.layout == "rows":
        return cells % view.columns, cells // view.columns - view.top
    tiles, index = np.divmod(cells, view.columns * view.columns)
    place = layouts.inverse(view.layout, view.columns)[index].astype(np.int64)
    return place % view.columns, tiles * view.columns + place // view.columns - view.top


def _corners(view: MapView, columns: NDArray[np.int64], rows: NDArray[np.int64]) -> Places:
    """x and y of cells; those far out of view come from just beyond the border."""
    x = view.left + columns * view.cell_px
    y = np.clip(rows * view.cell_height, -view.height, 2 * view.height)
    return np.stack([x, y], axis=1).astype(np.int32)

"""Where the cells of the map lie: rows, Hilbert and Z-order, as permutations of square tiles.

A tile is ``columns`` × ``columns`` cells; tiles stand one above the other, so every layout scrolls by
rows. Within a tile a layout is a bijection between the cell's number and its place. The Hilbert curve
(Hilbert 1891; the bit form is Warren, Hacker's Delight, 16-2) is turned so that it starts at the upper
left and ends at the lower left, where the next tile begins: consecutive cells always touch.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import TYPE_CHECKING, cast

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

LAYOUTS = ("rows", "hilbert", "zorder")
"""The names of the layouts, the default first."""


def index_of(layout: str, columns: int, x: int, y: int) -> int:
    """The number within its tile of the cell in column ``x``, row ``y`` (each 0 to ``columns - 1``)."""
    if layout == "rows":
        return y * columns + x
    index, side = 0, columns >> 1
    if layout == "zorder":
        while side:
            index += side * side * ((2 if y & side else 0) | (1 if x & side else 0))
            side >>= 1
        return index
    while side:
        across, down = (1 if y & side else 0), (1 if x & side else 0)
        index += side * side * ((3 * across) ^ down)
        if not down:
            if across:
                x, y = columns - 1 - x, columns - 1 - y
            x, y = y, x
        side >>= 1
    return index


def place_of(layout: str, columns: int, index: int) -> tuple[int, int]:
    """Column and row within the tile of the cell numbered ``index`` (0 to ``columns ** 2 - 1``)."""
    if layout == "rows":
        return index % columns, index // columns
    x, y, side = 0, 0, 1
    while side < columns:
        part = index & 3
        if layout == "zorder":
            x, y = x + side * (part & 1), y + side * (part >> 1)
        else:
            across, down = part >> 1, (part ^ (part >> 1)) & 1
            if not down:
                if across:
                    x, y = side - 1 - x, side - 1 - y
                x, y = y, x
            x, y = x + side * down, y + side * across
        index >>= 2
        side <<= 1
    return x, y


@lru_cache(maxsize=6)
def order(layout: str, columns: int) -> NDArray[np.int32]:
    """The cell number at each place of a tile: read-only, shape (columns, columns), indexed [row, column]."""
    across = np.arange(columns, dtype=np.int32)
    x, y = (grid.copy() for grid in np.meshgrid(across, across))
    out = _ORDERS[layout](columns, x, y)
    out.setflags(write=False)
    return out


@lru_cache(maxsize=6)
def inverse(layout: str, columns: int) -> NDArray[np.int32]:
    """The place ``row * columns + column`` of each cell number of a tile: read-only, columns ** 2 long."""
    out = np.empty(columns * columns, np.int32)
    out[order(layout, columns).ravel()] = np.arange(columns * columns, dtype=np.int32)
    out.setflags(write=False)
    return out


def extent(layout: str, columns: int, cells: int) -> tuple[int, int]:
    """Columns and rows that ``cells`` cells take up from the start of the map."""
    if layout == "rows" or cells == 0:
        return min(columns, cells), -(-cells // columns)
    tiles, rest = divmod(cells, columns * columns)
    if not rest:
        return columns, tiles * columns
    wide, high = _corner(layout, columns, rest)
    return (columns if tiles else wide), tiles * columns + high


def row_span(layout: str, columns: int, first: int, last: int) -> tuple[int, int]:
    """The first and the last row of the map that hold a cell of ``first`` to ``last`` (included)."""
    if layout == "rows":
        return first // columns, last // columns
    area = columns * columns
    tiles = (first // area, last // area)
    if tiles[0] == tiles[1]:
        top, bottom = _square_rows(layout, columns, first % area, last % area)
    else:
        top = _square_rows(layout, columns, first % area, area - 1)[0]
        bottom = _square_rows(layout, columns, 0, last % area)[1]
    return tiles[0] * columns + top, tiles[1] * columns + bottom


def _square_rows(layout: str, columns: int, first: int, last: int) -> tuple[int, int]:
    """Rows of a tile taken by its cells ``first`` to ``last``, which are a few aligned squares."""
    top, bottom, at = columns, 0, first
    while at <= last:
        side = 1
        while side < columns and at % (4 * side * side) == 0 and at + 4 * side * side - 1 <= last:
            side *= 2
        y = place_of(layout, columns, at)[1] // side * side
        top, bottom, at = min(top, y), max(bottom, y + side - 1), at + side * side
    return top, bottom


def _corner(layout: str, columns: int, count: int) -> tuple[int, int]:
    """The box around the first ``count`` cells of a tile, which are whole aligned squares."""
    wide = high = start = 0
    side = columns
    while side:
        for _ in range(count // (side * side)):
            x, y = place_of(layout, columns, start)
            wide, high = max(wide, x // side * side + side), max(high, y // side * side + side)
            start += side * side
        count %= side * side
        side >>= 1
    return wide, high


def _rows_order(columns: int, x: NDArray[np.int32], y: NDArray[np.int32]) -> NDArray[np.int32]:
    return cast("NDArray[np.int32]", y * columns + x)


def _zorder_order(columns: int, x: NDArray[np.int32], y: NDArray[np.int32]) -> NDArray[np.int32]:
    out = np.zeros_like(x)
    for bit in range(columns.bit_length() - 1):
        out |= ((x >> bit) & 1) << (2 * bit)
        out |= ((y >> bit) & 1) << (2 * bit + 1)
    return out


def _hilbert_order(columns: int, x: NDArray[np.int32], y: NDArray[np.int32]) -> NDArray[np.int32]:
    out = np.zeros_like(x)
    side = columns >> 1
    while side:
        across, down = (y & side) > 0, (x & side) > 0
        out += side * side * ((3 * across.astype(np.int32)) ^ down)
        flip = across & ~down
        x, y = np.where(flip, columns - 1 - x, x), np.where(flip, columns - 1 - y, y)
        x, y = np.where(down, x, y), np.where(down, y, x)
        side >>= 1
    return out


_ORDERS: dict[str, Callable[[int, NDArray[np.int32], NDArray[np.int32]], NDArray[np.int32]]] = {
    "rows": _rows_order,
    "zorder": _zorder_order,
    "hilbert": _hilbert_order,
}

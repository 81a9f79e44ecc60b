"""Reads many single pages of a file with the GIL free: a thousand reads cost one call of Python."""

from __future__ import annotations

import ctypes
import os
from typing import TYPE_CHECKING

from bytescope.core.ranges import PAGESIZE
from bytescope.core.source.scattered_codes import ALONE, HOLE, READ

if TYPE_CHECKING:
    from collections.abc import Callable

    import numpy as np
    from numpy.typing import NDArray

_loaded: list[Callable[..., int]] = []


def ready() -> bool:
    """Whether ``warm`` was called and the system has preadv2(2)."""
    return bool(_loaded)


def warm() -> None:
    """Load the loop from numba's cache, or compile it (half a second); call it in a worker, once."""
    if not _loaded and hasattr(ctypes.CDLL(None), "preadv2"):
        from bytescope.core.source.scattered_loop import compiled

        _loaded.append(compiled())


def read_pages(
    fd: int,
    positions: NDArray[np.int64],
    rows: NDArray[np.uint8],
    flags: int,
    *,
    seek: bool,
    cached: NDArray[np.bool_] | None = None,
) -> NDArray[np.int8]:
    """Read the page at each of ``positions`` (bytes of the file) into ``rows``, one after the other.

    ``rows``: u1, contiguous, room for all pages. Gives the codes; the pages READ stand in rows 0, 1, …
    without gaps. ``flags`` as for preadv2(2). ``seek``: ask SEEK_DATA before, and do not read holes.
    ``cached``: which pages are in the page cache, and are read as ``cached_reads`` does; None: read all
    alike. Only where ``ready()``. Never raises for I/O.
    """
    import numpy as np

    codes = np.full(len(positions), ALONE, np.int8)
    if cached is None or not cached.any():
        _loaded[0](fd, positions, rows.ctypes.data, codes, flags, seek)
        return codes
    table = rows.reshape(-1)[: len(positions) * PAGESIZE].reshape(-1, PAGESIZE)
    codes[cached] = _read_cached(fd, positions[cached], table, seek=seek)
    there = np.flatnonzero(codes == READ)
    others, found = table[len(there) :], np.full(np.count_nonzero(~cached), ALONE, np.int8)
    _loaded[0](fd, positions[~cached], others.ctypes.data, found, flags, seek)
    codes[~cached] = found
    come = np.concatenate([there, np.flatnonzero(~cached)[found == READ]])
    table[: len(come)] = table[np.argsort(come)]
    return codes


def _read_cached(
    fd: int, positions: NDArray[np.int64], rows: NDArray[np.uint8], *, seek: bool
) -> NDArray[np.int8]:
    """The codes of pages that are in the page cache; all that are no holes come, or none."""
    import numpy as np

    from bytescope.core.source.cached_reads import read_cached_pages

    holes = np.array([seek and _is_hole(fd, at) for at in positions.tolist()], np.bool_)
    codes = np.where(holes, np.int8(HOLE), np.int8(ALONE))
    data = positions[~holes].tolist()
    if data and read_cached_pages(fd, data, rows, PAGESIZE):
        codes[~holes] = READ
    return codes


def _is_hole(fd: int, position: int) -> bool:
    try:
        return os.lseek(fd, position, os.SEEK_DATA) >= position + PAGESIZE
    except OSError:
        return False

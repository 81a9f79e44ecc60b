"""Reads many single pages of a file with the GIL free: a thousand reads cost one call of Python."""

from __future__ import annotations

import ctypes
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    import numpy as np
    from numpy.typing import NDArray

READ, HOLE, ALONE = 0, 1, 2
"""What became of a page: it was read, it is a hole, it is to be read by itself (and may fail)."""

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
    fd: int, positions: NDArray[np.int64], rows: NDArray[np.uint8], flags: int, *, seek: bool
) -> NDArray[np.int8]:
    """Read the page at each of ``positions`` (bytes of the file) into ``rows``, one after the other.

    ``rows``: u1, contiguous, room for all pages. Gives the codes; the pages READ stand in rows 0, 1, …
    without gaps. ``flags`` as for preadv2(2). ``seek``: ask SEEK_DATA before, and do not read holes.
    Only where ``ready()``. Never raises for I/O.
    """
    import numpy as np

    codes = np.empty(len(positions), np.int8)
    _loaded[0](fd, positions, rows.ctypes.data, codes, flags, seek)
    return codes

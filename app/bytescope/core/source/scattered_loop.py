"""The compiled loop of ``scattered``: reads pages one after the other without Python, with the GIL free."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any

import numba
import numpy as np
from numba import types

from bytescope.core.ranges import PAGESIZE
from bytescope.core.source.scattered_codes import ALONE, HOLE, READ

_SEEK_DATA = 3

_lseek = types.ExternalFunction("lseek", types.int64(types.int32, types.int64, types.int32))
_preadv2 = types.ExternalFunction(
    "preadv2", types.int64(types.int32, types.intp, types.int32, types.int64, types.int32)
)

SIGNATURE = types.int64(
    types.int32, types.int64[::1], types.intp, types.int8[::1], types.int32, types.boolean
)


@functools.cache
def compiled() -> Callable[..., int]:
    """The loop, from numba's cache or compiled. The C library must have preadv2."""
    try:
        made: Callable[..., int] = numba.njit(SIGNATURE, nogil=True, cache=True)(_loop)
    except Exception:  # a cache that cannot be written, or is damaged, must not keep us from reading
        made = numba.njit(SIGNATURE, nogil=True)(_loop)
    return made


def _loop(fd: int, positions: Any, room: int, codes: Any, flags: int, seek: bool) -> int:
    """Read pages into memory at ``room``; returns how many. See ``scattered.read_pages``."""
    vector = np.empty(2, np.int64)  # struct iovec: address, length
    vector[1] = PAGESIZE
    count = 0
    for index in range(len(positions)):
        at = positions[index]
        codes[index] = ALONE
        found = _lseek(fd, at, _SEEK_DATA) if seek else at
        if found >= at + PAGESIZE:
            codes[index] = HOLE
        elif found >= 0:
            vector[0] = room + count * PAGESIZE
            if _preadv2(fd, vector.ctypes.data, 1, at, flags) == PAGESIZE:
                codes[index] = READ
                count += 1
    return count

"""CRC-32C (Castagnoli's polynomial, as iSCSI, ext4 and Btrfs use it), with the GIL free: a numba kernel."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import numba
import numpy as np

from bytescope.core.search.matcher import bytes_of

if TYPE_CHECKING:
    from numpy.typing import NDArray

_POLYNOMIAL = 0x82F63B78
"""1EDC6F41 with its bits reversed (RFC 3720, appendix B.4)."""

_U = np.uint32


def crc32c(data: memoryview, before: int = 0) -> int:
    """The CRC-32C of all bytes so far: of ``data`` behind those that gave ``before``."""
    return int(_kernel()(bytes_of(data), _tables(), _U(before)))


@functools.cache
def _tables() -> NDArray[np.uint32]:
    """What a byte does to the remainder when 0 to 7 bytes come behind it."""
    tables = np.zeros((8, 256), np.uint32)
    for value in range(256):
        rest = value
        for _ in range(8):
            rest = rest >> 1 ^ (_POLYNOMIAL if rest & 1 else 0)
        tables[0, value] = rest
    for later in range(1, 8):
        tables[later] = tables[later - 1] >> _U(8) ^ tables[0, tables[later - 1] & _U(255)]
    return tables


@functools.cache
def _kernel() -> Callable[[Any, Any, Any], int]:
    text = numba.types.Array(numba.uint8, 1, "C", readonly=True)
    signature = numba.uint32(text, numba.uint32[:, ::1], numba.uint32)
    options: dict[str, Any] = {"nogil": True, "error_model": "numpy"}
    try:
        compiled: Callable[[Any, Any, Any], int] = numba.njit(signature, cache=True, **options)(_crc)
    except Exception:  # a cache that cannot be written, or is damaged, must not keep us from counting
        compiled = numba.njit(signature, **options)(_crc)
    return compiled


def _crc(data: Any, tables: Any, before: Any) -> Any:
    rest = ~before
    at, end = np.uint64(0), np.uint64(len(data))
    while end - at >= np.uint64(8):
        low = rest ^ (
            np.uint32(data[at])
            | np.uint32(data[at + np.uint64(1)]) << _U(8)
            | np.uint32(data[at + np.uint64(2)]) << _U(16)
            | np.uint32(data[at + np.uint64(3)]) << _U(24)
        )
        rest = (
            tables[7, low & _U(255)]
            ^ tables[6, low >> _U(8) & _U(255)]
            ^ tables[5, low >> _U(16) & _U(255)]
            ^ tables[4, low >> _U(24)]
            ^ tables[3, data[at + np.uint64(4)]]
            ^ tables[2, data[at + np.uint64(5)]]
            ^ tables[1, data[at + np.uint64(6)]]
            ^ tables[0, data[at + np.uint64(7)]]
        )
        at += np.uint64(8)
    while at < end:
        rest = tables[0, (rest ^ np.uint32(data[at])) & _U(255)] ^ rest >> _U(8)
        at += np.uint64(1)
    return ~rest

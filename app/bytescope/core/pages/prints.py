"""Fingerprints of pages: 32 bits by which a page that another program changed is known again.

NH of UMAC (RFC 4418): the sum of products of 32-bit neighbours, each with its own key added, modulo 2**64;
two different pages of one length have the same sum in one of 2**32 cases. The sum is then mixed to 32 bits.
The keys are fixed: this finds changes, it does not withstand somebody who makes collisions.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, cast

import numpy as np

from bytescope.core.ranges import PAGESIZE

if TYPE_CHECKING:
    from numpy.typing import NDArray

NONE = 0
"""No fingerprint: the page was not read, or could not be. No page has it."""

MIX, OF_LENGTH = np.uint64(0x9E3779B97F4A7C15), np.uint64(0xC2B2AE3D27D4EB4F)
MIX_SHIFT = 29

_BATCH = 32
"""Pages worked on at once, so that the products stay in the processor's cache."""


def _keys() -> NDArray[np.uint32]:
    """Keys for the lower and the upper four bytes of each word of a page, u4[2, 512] (SplitMix64)."""
    state = np.arange(1, PAGESIZE // 4 + 1, dtype=np.uint64) * np.uint64(0x9E3779B97F4A7C15)
    state = (state ^ (state >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    state = (state ^ (state >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    keys = (state >> np.uint64(32)).astype(np.uint32).reshape(2, -1)
    keys.setflags(write=False)
    return keys


KEYS = _keys()
_NEIGHBOURS = np.ascontiguousarray(KEYS.T).ravel()


def prints_of(data: NDArray[np.uint8]) -> NDArray[np.uint32]:
    """The fingerprints of the pages of ``data`` (u1, one-dimensional), u4[n]; the last page may be short.

    Never give it mapped memory: it may hold the GIL.
    """
    whole = len(data) // PAGESIZE
    out = np.empty(-(-len(data) // PAGESIZE), np.uint32)
    rows = data[: whole * PAGESIZE].reshape(whole, PAGESIZE)
    for at in range(0, whole, _BATCH):
        out[at : min(at + _BATCH, whole)] = _rows(rows[at : at + _BATCH], PAGESIZE)
    if len(data) > whole * PAGESIZE:
        short = np.zeros((1, PAGESIZE), np.uint8)
        short[0, : len(data) - whole * PAGESIZE] = data[whole * PAGESIZE :]
        out[whole] = _rows(short, len(data) - whole * PAGESIZE)[0]
    return out


def as_array(data: bytes | memoryview) -> NDArray[np.uint8]:
    """The same bytes as an array, not copied."""
    return np.frombuffer(data, np.uint8)


def fastest() -> Callable[[NDArray[np.uint8]], NDArray[np.uint32]]:
    """``prints_of``, compiled if some loader has the kernels ready by now; never waits."""
    module = sys.modules.get("bytescope.core.pages.kernels")
    # While another thread is still importing the module, its function is not there yet.
    return cast("Callable[[NDArray[np.uint8]], NDArray[np.uint32]]", getattr(module, "prints_of", prints_of))


def zero_print(length: int = PAGESIZE) -> int:
    """The fingerprint of a page of ``length`` bytes 00."""
    return ZERO if length == PAGESIZE else int(prints_of(np.zeros(length, np.uint8))[0])


def _rows(rows: NDArray[np.uint8], length: int) -> NDArray[np.uint32]:
    halves = np.ascontiguousarray(rows).view("<u4") + _NEIGHBOURS
    sums = (halves[:, 0::2].astype(np.uint64) * halves[:, 1::2]).sum(1, dtype=np.uint64)
    sums += np.uint64(length * int(OF_LENGTH) & (1 << 64) - 1)
    sums = (sums ^ (sums >> np.uint64(MIX_SHIFT))) * MIX
    mixed: NDArray[np.uint32] = (sums >> np.uint64(32)).astype(np.uint32)
    mixed[mixed == NONE] = 1
    return mixed


ZERO = int(prints_of(np.zeros(PAGESIZE, np.uint8))[0])

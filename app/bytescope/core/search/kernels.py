"""Looks for masked bytes at memory speed, with the GIL free: a numba kernel."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any

import numba
import numpy as np
from numpy.typing import NDArray

_U = np.uint64
_BLOCK = np.uint64(64)
_ONE = np.uint64(1)

Bytes = NDArray[np.uint8]

Kernel = Callable[
    [Bytes, int, int, Bytes, Bytes, int, int, int, int, int, Bytes, NDArray[np.int64]], tuple[int, int]
]


@functools.cache
def scanner() -> Kernel:
    """The compiled kernel:
    ``scan(text, first, stop, values, masks, one, two, step, align, phase, beside, out)``.

    Looks at starts ``first`` up to ``stop`` that are ``phase`` modulo ``align``, where the bytes under
    ``masks`` are ``values``; all of them must have the length of ``values`` behind them in ``text``. ``one``
    and ``two`` are the places of the bytes that are compared first: the rarest. There is no hit next to a
    byte that has 1 in ``beside`` (u8[256]). After a hit it goes on ``step`` bytes further. Gives how many
    hits stand in ``out``, and where it ended.
    """
    text = numba.types.Array(numba.uint8, 1, "C", readonly=True)
    counts = (numba.int64,) * 5
    found = numba.types.UniTuple(numba.int64, 2)
    signature = found(text, numba.int64, numba.int64, text, text, *counts, text, numba.int64[::1])
    options: dict[str, Any] = {"nogil": True, "error_model": "numpy"}
    try:
        compiled: Kernel = numba.njit(signature, cache=True, **options)(_scan)
    except Exception:  # a cache that cannot be written, or is damaged, must not keep us from searching
        compiled = numba.njit(signature, **options)(_scan)
    return compiled


def warm() -> None:
    """Load the kernel from numba's cache, or compile it (a second); call it in a worker, once."""
    scanner()


def _scan(
    text: Bytes,
    first: int,
    stop: int,
    values: Bytes,
    masks: Bytes,
    one: int,
    two: int,
    step: int,
    align: int,
    phase: int,
    beside: Bytes,
    out: NDArray[np.int64],
) -> tuple[int, int]:
    # Unsigned throughout: an index that could be negative is one that the compiler does not take 64 of.
    count = 0
    value_one, mask_one, value_two, mask_two = values[one], masks[one], values[two], masks[two]
    at, end, skip = _U(first), _U(stop), _U(step)
    to_one, to_two, length = _U(one), _U(two), _U(len(values))
    while at < end:
        if end - at >= _BLOCK:
            some = np.uint8(0)
            near, far = at + to_one, at + to_two
            for i in range(_BLOCK):
                other = np.uint8(
                    ((text[near + i] ^ value_one) & mask_one) | ((text[far + i] ^ value_two) & mask_two)
                )
                some |= np.uint8(other == 0)
            if some == 0:
                at += _BLOCK
                continue
        border = min(at + _BLOCK, end)
        while at < border:
            if (
                np.uint8((text[at + to_one] ^ value_one) & mask_one) == 0
                and np.uint8((text[at + to_two] ^ value_two) & mask_two) == 0
                and (align == 1 or at % _U(align) == _U(phase))
            ):
                same = True
                for j in range(length):
                    if np.uint8((text[at + j] ^ values[j]) & masks[j]) != 0:
                        same = False
                        break
                if same and at > _U(0) and beside[text[at - _ONE]] != 0:
                    same = False
                if same and at + length < _U(len(text)) and beside[text[at + length]] != 0:
                    same = False
                if same:
                    if count == len(out):
                        return count, int(at)
                    out[count] = np.int64(at)
                    count += 1
                    at += skip
                    continue
            at += _ONE
    return count, int(at)

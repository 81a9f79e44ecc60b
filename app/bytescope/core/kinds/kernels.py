"""Looks for all signatures at once at memory speed, with the GIL free: a numba kernel."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import numba
import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

Kernel = Callable[..., tuple[int, int]]


class Tables:
    """``magics`` as a kernel takes them: by their first two bytes."""

    def __init__(self, magics: tuple[bytes, ...]) -> None:
        self.longest = max(map(len, magics))
        self.values: NDArray[np.uint8] = np.zeros((len(magics), self.longest), np.uint8)
        self.sizes: NDArray[np.int64] = np.array([len(magic) for magic in magics], np.int64)
        self.first: NDArray[np.int16] = np.full(65536, -1, np.int16)
        self.next: NDArray[np.int16] = np.full(len(magics), -1, np.int16)
        for number, magic in enumerate(magics):
            self.values[number, : len(magic)] = list(magic)
            key = magic[0] << 8 | magic[1]
            self.next[number] = self.first[key]
            self.first[key] = number


@functools.cache
def finder() -> Kernel:
    """The kernel: ``find(data, at, stop, values, sizes, first, next, places, numbers) -> (count, at)``.

    Looks at what starts in ``at`` up to ``stop``; ends early where there is no more room.
    """
    text = numba.types.Array(numba.uint8, 1, "C", readonly=True)
    arrays = (numba.uint8[:, ::1], numba.int64[::1], numba.int16[::1], numba.int16[::1])
    out = (numba.int64[::1], numba.int64[::1])
    signature = numba.types.UniTuple(numba.int64, 2)(text, numba.int64, numba.int64, *arrays, *out)
    options: dict[str, Any] = {"nogil": True, "error_model": "numpy"}
    try:
        made: Kernel = numba.njit(signature, cache=True, **options)(_find)
    except Exception:  # a cache that cannot be written, or is damaged, must not keep us from looking
        made = numba.njit(signature, **options)(_find)
    return made


def _find(
    data: Any,
    at: int,
    stop: int,
    values: Any,
    sizes: Any,
    first: Any,
    following: Any,
    places: Any,
    numbers: Any,
) -> tuple[int, int]:
    count, size = 0, len(data)
    stop = min(stop, size - 1)
    while at < stop:
        number = first[np.uint32(data[at]) << np.uint32(8) | np.uint32(data[at + 1])]
        while number >= 0:
            length = sizes[number]
            same = at + length <= size
            for n in range(2, length):
                if not same:
                    break
                same = data[at + n] == values[number, n]
            if same:
                if count == len(places):
                    return count, at
                places[count], numbers[count] = at, number
                count += 1
            number = following[number]
        at += 1
    return count, at

"""Counts pairs of neighbouring bytes, a block at a time: what was counted of a block can be given up."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from bytescope.core.statistics.kernels import kernels

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Data = NDArray[np.uint8]

_FULL = 1 << 31
"""Pairs after which the tables of 32 bits are emptied into one of 64."""


class Pairs:
    """``total`` (i8[65536], the second byte times 256 plus the first) has the pairs of all that was kept."""

    __slots__ = ("_begun", "_block", "_more", "_table", "_waiting", "total")

    def __init__(self) -> None:
        self.total = np.zeros(65536, np.int64)
        self._table = np.zeros(65536, np.uint32)
        self._block = np.zeros(65536, np.int64)
        self._begun = False
        self._more = False
        self._waiting = 0

    def begin(self) -> None:
        """A block begins; what is there of another that was not kept is given up."""
        if self._begun:
            self._table[:] = 0
            self._block[:] = 0
        self._begun, self._more, self._waiting = True, False, 0

    def add(self, data: Data) -> None:
        """The pairs in ``data`` (in memory, not empty)."""
        kernels().count_pairs(data, self._table)
        self._waiting += len(data)
        if self._waiting >= _FULL:
            self._block += self._table
            self._table[:] = 0
            self._more, self._waiting = True, 0

    def add_repeated(self, data: Data, length: int) -> None:
        """Those in ``length`` bytes that are ``data`` again and again."""
        codes = data.astype(np.int64) | np.roll(data, -1).astype(np.int64) << 8
        times, rest = divmod(length - 1, len(data))
        np.add.at(self._block, codes, times)
        np.add.at(self._block, codes[:rest], 1)
        self._more = True

    def add_between(self, last: int, first: int) -> None:
        """The pair over the border of two parts."""
        self._block[last | first << 8] += 1
        self._more = True

    def keep(self, counts: NDArray[np.int64]) -> int:
        """The block is complete: its pairs are of the total now.

        Adds to ``counts`` (i8[256]) how often each value is the first of a pair; gives the sum of the
        products.
        """
        products = kernels().keep(self._table, self._block, self._more, self.total, counts)
        self._begun = False
        return int(products)


def of_sample(data: Data) -> NDArray[np.int64]:
    """The pairs in ``data`` as in ``Pairs.total``, without the kernels, which may have to be compiled."""
    codes = data[:-1].astype(np.uint16) | data[1:].astype(np.uint16) << 8
    return np.bincount(codes, minlength=65536)

"""Counts pairs of neighbouring bytes, and points of six bytes for the Monte Carlo value of pi."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from bytescope.core.statistics.kernels import kernels

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Data = NDArray[np.uint8]

_FULL = 1 << 31
"""Pairs after which the tables of 32 bits are emptied into one of 64."""

_POINT = 6

_NONE = np.empty(0, np.uint8)


class Pairs:
    """Grows by parts of a document, in order; what lies before the end of the last part is left out.

    A part that begins where the one before ended follows it: the pair over the border counts, and points
    go on over it.
    """

    __slots__ = ("_counts", "_last", "_rest", "_table", "_waiting", "end", "inside", "points")

    def __init__(self) -> None:
        self._counts = np.zeros((256, 256), np.int64)
        self._table = np.zeros(2 * 65536, np.uint32)
        self._waiting = 0
        self._last = 0
        self._rest: Data = _NONE
        self.end = -1
        self.inside = 0
        self.points = 0

    def add(self, at: int, data: Data) -> None:
        """The bytes ``data`` (in memory, not empty) at the offset ``at``."""
        if not self._takes(at, len(data), int(data[0]), int(data[-1])):
            return
        kernels().pairs(_readonly(data), self._table)
        self._waiting += len(data)
        if self._waiting >= _FULL:
            self._empty()
        self._add_points(data)

    def add_repeated(self, at: int, data: Data, length: int) -> None:
        """``length`` bytes that are ``data`` again and again."""
        period = len(data)
        if not self._takes(at, length, int(data[0]), int(data[(length - 1) % period])):
            return
        times, rest = divmod(length - 1, period)
        after = np.roll(data, -1)
        np.add.at(self._counts, (data, after), times)
        np.add.at(self._counts, (data[:rest], after[:rest]), 1)
        first = min(length, -len(self._rest) % _POINT)
        self._add_points(np.resize(data, first))
        common = math.lcm(period, _POINT)
        turned = np.roll(data, -(first % period))
        times, rest = divmod(length - first, common)
        if times:
            inside, points = kernels().points(_readonly(np.resize(turned, common)))
            self.inside += inside * times
            self.points += points * times
        self._add_points(np.resize(turned, rest))

    def add_plainly(self, data: Data) -> None:
        """Pairs only, for a first look: while the kernels may still have to be compiled."""
        codes = data[:-1].astype(np.uint16) << 8 | data[1:]
        self._counts += np.bincount(codes, minlength=65536).reshape(256, 256)

    def counts(self) -> NDArray[np.int64]:
        """How often each pair was found, i8[256, 256]: the row is the first byte, the column the second."""
        self._empty()
        return self._counts.copy()

    def _takes(self, at: int, length: int, first: int, last: int) -> bool:
        if at < self.end:
            return False
        if at == self.end:
            self._counts[self._last, first] += 1
        else:
            self._rest = _NONE
        self.end, self._last = at + length, last
        return True

    def _add_points(self, data: Data) -> None:
        """Points go on from the bytes that were left over."""
        if len(self._rest):
            begun = np.concatenate((self._rest, data[: _POINT - len(self._rest)]))
            data = data[_POINT - len(self._rest) :]
            self._rest = begun
            if len(begun) == _POINT:
                self._count_points(begun)
                self._rest = _NONE
        if len(data):
            whole = len(data) // _POINT * _POINT
            self._count_points(data[:whole])
            self._rest = data[whole:].copy()

    def _count_points(self, data: Data) -> None:
        inside, points = kernels().points(_readonly(data))
        self.inside += inside
        self.points += points

    def _empty(self) -> None:
        self._counts += self._table.reshape(2, 256, 256).sum(axis=0, dtype=np.int64)
        self._table[:] = 0
        self._waiting = 0


def _readonly(data: Data) -> Data:
    """As the kernels' one signature wants it."""
    view = np.ascontiguousarray(data).view()
    view.flags.writeable = False
    return view

"""Counts points of six bytes for the Monte Carlo value of pi, in blocks that are counted in any order."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from bytescope.core.search.matcher import bytes_of
from bytescope.core.statistics.kernels import kernels, readonly

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray

    Data = NDArray[np.uint8]

POINT = 6


class Points(NamedTuple):
    """Of a block: how many points lie in the quarter circle, how many there are in all.

    ``head`` and ``tail`` are the bytes of a point that the block before begins and of one that the block
    behind ends.
    """

    inside: int = 0
    number: int = 0
    head: bytes = b""
    tail: bytes = b""


class Pointing:
    """Points begin at each offset in the range that is a multiple of six, where all six can be read."""

    __slots__ = ("_count", "_end", "_first", "_head", "_inside", "_skip", "_waiting")

    def __init__(self, at: int) -> None:
        """The block begins at offset ``at``."""
        self._first = self._end = at
        self._skip = -at % POINT
        self._head, self._waiting = b"", b""
        self._inside = self._count = 0

    def add(self, at: int, data: Data) -> None:
        """The bytes at the offset ``at``, which is not before what was added last."""
        self._go_to(at)
        self._end = at + len(data)
        if self._skip:
            part = data[: self._skip].tobytes()
            if at - self._first == len(self._head):
                self._head += part
            self._skip -= len(part)
            data = data[len(part) :]
        if self._waiting:
            part = data[: POINT - len(self._waiting)].tobytes()
            self._waiting += part
            data = data[len(part) :]
            if len(self._waiting) == POINT:
                self._find(bytes_of(self._waiting))
                self._waiting = b""
        if len(data):
            whole = len(data) // POINT * POINT
            self._find(data[:whole])
            self._waiting = data[whole:].tobytes()

    def add_repeated(self, at: int, data: Data, length: int) -> None:
        """``length`` bytes that are ``data`` again and again."""
        first = min(length, -at % POINT)
        self.add(at, np.resize(data, first))
        common = math.lcm(len(data), POINT)
        turned = np.roll(data, -(first % len(data)))
        times, rest = divmod(length - first, common)
        if times:
            inside, count = kernels().points(readonly(np.resize(turned, common)))
            self._inside += inside * times
            self._count += count * times
            self._end += times * common
        self.add(self._end, np.resize(turned, rest))

    def found(self, end: int) -> Points:
        """All of them; the block ends at offset ``end``."""
        self._go_to(end)
        return Points(self._inside, self._count, self._head, self._waiting)

    def _go_to(self, at: int) -> None:
        if at != self._end:
            self._skip, self._waiting, self._end = -at % POINT, b"", at

    def _find(self, data: Data) -> None:
        inside, count = kernels().points(readonly(data))
        self._inside += inside
        self._count += count


def put_together(blocks: Iterable[Points | None]) -> tuple[int, int]:
    """Points inside and in all, those over the borders with them; None: of that block nothing is known."""
    inside = count = 0
    tail = b""
    for block in blocks:
        if block is None:
            tail = b""
            continue
        begun = tail + block.head
        more = begun if tail and len(begun) == POINT else b""
        found = kernels().points(bytes_of(more)) if more else (0, 0)
        inside, count, tail = inside + block.inside + found[0], count + block.number + found[1], block.tail
    return inside, count

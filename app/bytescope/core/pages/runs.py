"""A value for every page, held as runs: a terabyte of one kind is one entry."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

BLOCK_RUNS = 1024
"""Runs in a block after a split; a block of twice as many is split."""


class RunMap:
    """Runs that cover pages 0 to ``size`` without gaps; neighbours differ. Values are below 2**64.

    The runs lie in blocks, so that a change moves a few KiB at most, however many runs there are.
    """

    def __init__(self, size: int, value: int = 0) -> None:
        self.size = size
        self._starts: list[array[int]] = [array("q", [0])]
        self._values: list[array[int]] = [array("Q", [value])]
        self._firsts: list[int] = [0]

    def copy(self) -> RunMap:
        out = RunMap(self.size)
        out._starts = [starts[:] for starts in self._starts]
        out._values = [values[:] for values in self._values]
        out._firsts = self._firsts[:]
        return out

    def _locate(self, page: int) -> tuple[int, int]:
        """Block and index of the run that holds ``page``."""
        block = bisect_right(self._firsts, page) - 1
        return block, bisect_right(self._starts[block], page) - 1

    def value(self, page: int) -> int:
        block, index = self._locate(page)
        return self._values[block][index]

    def count(self, first: int, end: int) -> int:
        """How many runs have pages in ``first`` to ``end`` (not empty)."""
        block, index = self._locate(first)
        last, stop = self._locate(end - 1)
        return sum(len(self._starts[b]) for b in range(block, last)) + stop - index + 1

    def pieces(self, first: int, end: int) -> Iterator[tuple[int, int, int]]:
        """The runs in ``first`` to ``end``, clipped: (first, end, value)."""
        if first >= end:
            return
        block, index = self._locate(first)
        at = first
        while at < end:
            stop = self._end(block, index)
            yield at, min(stop, end), self._values[block][index]
            at, index = stop, index + 1
            if index == len(self._starts[block]):
                block, index = block + 1, 0

    def _end(self, block: int, index: int) -> int:
        if index + 1 < len(self._starts[block]):
            return self._starts[block][index + 1]
        return self._firsts[block + 1] if block + 1 < len(self._firsts) else self.size

    def find(self, value: int, first: int, end: int) -> tuple[int, int] | None:
        """The first run of ``value`` in ``first`` to ``end``, clipped, or None."""
        if first >= end:
            return None
        block, index = self._locate(first)
        while block < len(self._firsts) and self._firsts[block] < end:
            try:
                index = self._values[block].index(value, index)
            except ValueError:
                block, index = block + 1, 0
                continue
            start = max(first, self._starts[block][index])
            return (start, min(end, self._end(block, index))) if start < end else None
        return None

    def set(self, first: int, end: int, value: int) -> None:
        """Give the pages ``first`` to ``end`` one value."""
        self.splice(end, array("q", [first]), array("Q", [value]))

    def splice(self, end: int, starts: array[int], values: array[int]) -> None:
        """Replace the pages from ``starts[0]`` to ``end`` by runs; neighbours among them must differ."""
        first = starts[0]
        block, index = self._locate(first)
        last, stop = self._locate(end - 1)
        new_starts, new_values = self._starts[block][:index], self._values[block][:index]
        before = new_values[-1] if index else self._values[block - 1][-1] if block else None
        if self._starts[block][index] < first:
            before = self._values[block][index]
            new_starts.append(self._starts[block][index])
            new_values.append(before)
        skip = 1 if before == values[0] else 0
        new_starts += starts[skip:]
        new_values += values[skip:]
        last, stop = self._after(last, stop, end, values[-1], new_starts, new_values)
        new_starts += self._starts[last][stop:]
        new_values += self._values[last][stop:]
        self._replace(block, last + 1, new_starts, new_values)

    def splice_runs(self, runs: Iterable[tuple[int, int, int]], between: int) -> None:
        """Replace all by runs (first, end, value), which come in order; ``between`` them is another value."""
        starts, values = array("q", [0]), array("Q", [between])
        at = 0
        for first, end, value in runs:
            if first > at and values[-1] != between:
                starts.append(at)
                values.append(between)
            if starts[-1] == first:
                values[-1] = value
            elif values[-1] != value:
                starts.append(first)
                values.append(value)
            at = end
        if at < self.size and values[-1] != between:
            starts.append(at)
            values.append(between)
        if self.size:
            self.splice(self.size, starts, values)

    def _after(
        self, last: int, stop: int, end: int, value: int, starts: array[int], values: array[int]
    ) -> tuple[int, int]:
        """Keep what stands behind ``end`` of run ``stop``, joined if equal; block and index that follow."""
        if self._end(last, stop) > end:
            kept = self._values[last][stop]
            if kept != value:
                starts.append(end)
                values.append(kept)
            return last, stop + 1
        stop += 1
        if stop == len(self._starts[last]) and last + 1 < len(self._firsts):
            last, stop = last + 1, 0
        if stop < len(self._starts[last]) and self._values[last][stop] == value:
            stop += 1
        return last, stop

    def _replace(self, block: int, end: int, starts: array[int], values: array[int]) -> None:
        step = BLOCK_RUNS if len(starts) > 2 * BLOCK_RUNS else max(1, len(starts))
        cuts = range(0, len(starts), step)
        self._starts[block:end] = [starts[cut : cut + step] for cut in cuts]
        self._values[block:end] = [values[cut : cut + step] for cut in cuts]
        self._firsts[block:end] = [starts[cut] for cut in cuts]

    def resize(self, size: int, value: int = 0) -> None:
        """Cut off at ``size``, or grow by pages of ``value``."""
        old = self.size
        if size > old:
            self.size = size
            self.set(old, size, value)
        elif size < old:
            block, index = self._locate(max(0, size - 1))
            del self._starts[block + 1 :], self._values[block + 1 :], self._firsts[block + 1 :]
            del self._starts[block][index + 1 :], self._values[block][index + 1 :]
            self.size = size

    def flat(self, first: int, end: int) -> tuple[NDArray[np.int64], NDArray[np.uint64]]:
        """Starts (the first clipped to ``first``) and values of the runs in ``first`` to ``end``."""
        block, index = self._locate(first)
        last, stop = self._locate(end - 1)
        skip = sum(len(self._starts[b]) for b in range(block, last)) + stop + 1
        starts = np.frombuffer(b"".join(self._starts[block : last + 1]), np.int64)[index:skip].copy()
        values = np.frombuffer(b"".join(self._values[block : last + 1]), np.uint64)[index:skip]
        starts[0] = first
        return starts, values

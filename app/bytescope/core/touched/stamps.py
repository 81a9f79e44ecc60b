"""Which of many numbered sets of pages came last, for any pages asked: a step function over page numbers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from bytescope.core.pages.run_set import RunSet

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Numbers = NDArray[np.int64]

NONE = -1
"""The number of no set."""


class Stamps:
    """For each page the highest number of the sets that hold it, as steps. A value."""

    __slots__ = ("_begins", "_latest")

    def __init__(self, sets: Sequence[tuple[int, RunSet]] = ()) -> None:
        """``sets`` are (number, pages), the numbers rising and not negative."""
        firsts, ends, numbers = _flat(sets)
        self._begins: Numbers = np.unique(np.concatenate([firsts, ends]))
        low = np.searchsorted(self._begins, firsts)
        high = np.searchsorted(self._begins, ends)
        self._latest = _highest(low, high, numbers, len(self._begins))

    def latest(self, firsts: Numbers, ends: Numbers) -> Numbers:
        """The highest number in each of the ranges ``firsts`` to ``ends``, i8; ``NONE`` where there is none.

        No range is empty.
        """
        out = np.full(len(firsts), NONE, np.int64)
        if not len(self._begins):
            return out
        low = np.maximum(np.searchsorted(self._begins, firsts, "right") - 1, 0)
        high = np.searchsorted(self._begins, ends, "left")
        some = np.flatnonzero(high > low)
        if len(some):
            # Pairs of (begin, end): reduceat gives a value for each begin and, between, one to be dropped.
            edges = np.stack([low[some], high[some]], 1).ravel()
            values = np.append(self._latest, NONE)
            out[some] = np.maximum.reduceat(values, edges)[::2]
        return out

    def parts(self) -> tuple[Numbers, Numbers, Numbers]:
        """Firsts and ends of the runs that are in any set, sorted, and the highest number of each, i8[n]."""
        known = np.flatnonzero(self._latest != NONE)
        return self._begins[known], self._begins[known + 1], self._latest[known]


def _flat(sets: Sequence[tuple[int, RunSet]]) -> tuple[Numbers, Numbers, Numbers]:
    """All runs of all sets, each with the number of its set."""
    none = np.empty(0, np.int64)
    firsts = np.concatenate([none, *(pages.firsts for _, pages in sets)])
    ends = np.concatenate([none, *(pages.ends for _, pages in sets)])
    lengths = [len(pages) for _, pages in sets]
    numbers = np.repeat(np.array([number for number, _ in sets], np.int64), lengths)
    return firsts, ends, numbers


def _highest(low: Numbers, high: Numbers, numbers: Numbers, length: int) -> Numbers:
    """For each of ``length`` places the highest of ``numbers`` whose range ``low`` to ``high`` has it, i8.

    Each range is covered by two of 2**k places, the longest that fit; what they got is handed down to
    their halves, from the largest k to 0: no loop over ranges.
    """
    out = np.full(length, NONE, np.int64)
    if not len(low):
        return out
    sizes = np.frexp((high - low).astype(np.float64))[1] - 1  # exact: floor of the logarithm
    for k in range(int(sizes.max()), -1, -1):
        half = 1 << k
        if k < int(sizes.max()):
            handed = out.copy()
            np.maximum(out[half:], handed[:-half], out=out[half:])
        these = sizes == k
        np.maximum.at(out, low[these], numbers[these])
        np.maximum.at(out, high[these] - half, numbers[these])
    return out

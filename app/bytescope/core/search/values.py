"""Numbers of a range, wherever they stand: typed as they would be in a structure."""

from __future__ import annotations

from math import gcd
from typing import TYPE_CHECKING

import numpy as np

from bytescope.core.search.matcher import NO_HITS, WINDOW, Found, Window, apart, bytes_of

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Ints = NDArray[np.int64]

_SLICE = 1 << 15


class Values:
    """Numbers ``least`` to ``most`` as of ``dtype`` (numpy's, "<u4"), at offsets that are multiples of
    ``align``.

    Of floats those that are not a number are found where ``least`` is none.
    """

    around = lead = 0
    window = WINDOW

    def __init__(self, dtype: str, least: float, most: float, *, align: int = 1) -> None:
        self._dtype = np.dtype(dtype)
        self.shortest = self.longest = self._dtype.itemsize
        self.period = align
        self._nan = self._dtype.kind == "f" and np.isnan(least)
        self._least, self._most = _bounds(self._dtype, least, most)

    def find(self, window: Window, first: int, stop: int, room: int) -> Found:
        """See ``Matcher``."""
        stop = min(stop, window.end - self.longest + 1)
        if first >= stop:
            return Found(NO_HITS, NO_HITS, max(first, stop))
        starts = self._starts(window, first, stop)
        starts = starts[apart(starts, np.full(len(starts), self.longest))]
        at = stop
        if len(starts) > room:
            starts = starts[:room]
            at = int(starts[-1]) + self.longest
        return Found(starts, np.full(len(starts), self.longest), at)

    def last(self, window: Window, first: int, stop: int) -> tuple[int, int] | None:
        """See ``Matcher``."""
        stop = min(stop, window.end - self.longest + 1)
        while stop > first:
            begin = max(first, stop - _SLICE)
            starts = self._starts(window, begin, stop)
            if len(starts):
                return int(starts[-1]), self.longest
            stop = begin
        return None

    def _starts(self, window: Window, first: int, stop: int) -> Ints:
        """All starts of such numbers in ``first`` up to ``stop``, also of those that overlap."""
        size, align = self.longest, self.period
        first += -(window.base + first) % align
        step = size * align // gcd(size, align)  # from one number to the next one read in the same turn
        data = bytes_of(window.text)
        found: list[Ints] = []
        with np.errstate(invalid="ignore"):
            for begin in range(first, min(stop, first + step), align):
                count = (stop - 1 - begin) // size + 1
                numbers = data[begin : begin + count * size].view(self._dtype)[:: step // size]
                good = np.isnan(numbers) if self._nan else (numbers >= self._least) & (numbers <= self._most)
                places = np.flatnonzero(good)
                if len(places):
                    found.append(begin + places * step)
        if not found:
            return NO_HITS
        starts = found[0] if len(found) == 1 else np.sort(np.concatenate(found))
        return starts[window.all_readable(starts, np.full(len(starts), size))] if window.lost else starts


def _bounds(dtype: np.dtype[np.generic], least: float, most: float) -> tuple[object, object]:
    """The bounds as numbers of the type, none of which lies outside of the given ones."""
    if dtype.kind != "f":
        kind = dtype.newbyteorder("=").type
        return kind(int(least)), kind(int(most))
    kind = dtype.newbyteorder("=").type
    with np.errstate(over="ignore"):
        low, high = kind(least), kind(most)
    if float(low) < least:
        low = np.nextafter(low, kind(np.inf))
    if float(high) > most:
        high = np.nextafter(high, kind(-np.inf))
    return low, high

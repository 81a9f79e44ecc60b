"""What is known of a stretch of bytes, so that two neighbouring stretches can be put together.

A tally of a whole is that of its parts joined, however it was cut; a repeated one is joined in the
logarithm of the number of repeats, so that a filled terabyte costs as much as a few bytes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from bytescope.core.statistics.kernels import KEPT, kernels, readonly
from bytescope.core.statistics.pairs import Pairs
from bytescope.core.statistics.points import Pointing, Points

if TYPE_CHECKING:
    from bytescope.core.statistics.kernels import Bytes, Counts

NOTHING = -1
"""In the place of a value where there is none: nothing can be joined over bytes that could not be read."""


class Run(NamedTuple):
    """A run of ``length`` bytes from ``start`` on, all of them ``value`` (-1: of printable bytes).

    One byte alone is no run of equal bytes.
    """

    length: int
    start: int
    value: int = NOTHING


class Ends(NamedTuple):
    """Runs of a stretch, and what is needed of its ends to join it with its neighbours.

    ``first`` and ``last`` are its values there; ``head`` and ``tail`` the bytes of the runs there,
    ``text_head`` and ``text_tail`` of the printable ones. ``runs`` are the longest that touch neither end,
    longest first, of equal ones the earlier; ``text`` is the longest printable one of these. ``products`` is
    the sum of the products of neighbours.
    """

    length: int = 0
    first: int = NOTHING
    last: int = NOTHING
    head: int = 0
    tail: int = 0
    text_head: int = 0
    text_tail: int = 0
    runs: tuple[Run, ...] = ()
    text: Run = Run(0, 0)
    products: int = 0


def ends_of(data: Bytes, least: int = 1, least_text: int = 0, *, products: bool = True) -> Ends:
    """Of bytes in memory. Inner runs of no more than ``least``, ``least_text`` bytes may be left out.

    ``products``: whether to sum them, or leave them 0.
    """
    if not len(data):
        return Ends()
    numbers, found = np.zeros(7, np.int64), np.empty((KEPT, 3), np.int64)
    own = kernels()
    own.find_runs(data, max(least, 1), least_text, numbers, found)
    head, tail, text_head, text_tail, kept, text, text_start = numbers.tolist()
    runs = tuple(Run(*row) for row in found[:kept].tolist())
    total = int(own.products(readonly(data))) if products else 0
    first, last = int(data[0]), int(data[-1])
    return Ends(len(data), first, last, head, tail, text_head, text_tail, runs, Run(text, text_start), total)


def lost(length: int) -> Ends:
    """Of bytes that could not be read."""
    return Ends(length)


def joined(one: Ends, two: Ends) -> Ends:
    """Of the bytes of ``one`` followed by those of ``two``."""
    if not one.length or not two.length:
        return one if one.length else two
    total = one.length + two.length
    same = one.last == two.first != NOTHING
    head, tail = one.head, two.tail
    if same:
        middle = [Run(one.tail + two.head, one.length - one.tail, one.last)]
        head += two.head if one.head == one.length else 0
        tail += one.tail if two.tail == two.length else 0
    else:
        middle = [Run(one.tail, one.length - one.tail, one.last), Run(two.head, one.length, two.first)]
    inner = [run for run in middle if run.length > 1 and run.start > 0 and run.start + run.length < total]
    behind = [Run(run.length, run.start + one.length, run.value) for run in two.runs]
    runs = sorted((*one.runs, *inner, *behind), key=_longest_first)[:KEPT]
    text = Run(one.text_tail + two.text_head, one.length - one.text_tail)
    texts = [one.text, Run(two.text.length, two.text.start + one.length)]
    if text.start > 0 and text.start + text.length < total:
        texts.append(text)
    pair = one.last * two.first if one.last >= 0 and two.first >= 0 else 0
    return Ends(
        total,
        one.first,
        two.last,
        head,
        tail,
        one.text_head + (two.text_head if one.text_head == one.length else 0),
        two.text_tail + (one.text_tail if two.text_tail == two.length else 0),
        tuple(runs),
        min(texts, key=_longest_first),
        one.products + two.products + pair,
    )


def repeated(one: Ends, times: int) -> Ends:
    """``one`` so many times one after the other."""
    result = Ends()
    while times:
        if times & 1:
            result = joined(result, one)
        one, times = joined(one, one), times >> 1
    return result


def all_runs(ends: Ends) -> tuple[Run, ...]:
    """The longest runs, those that touch the ends with them; longest first, of equal ones the earlier."""
    both = [Run(ends.head, 0, ends.first), Run(ends.tail, ends.length - ends.tail, ends.last)]
    found = {run for run in both if run.length > 1} | set(ends.runs)
    return tuple(sorted(found, key=_longest_first)[:KEPT])


def longest_text(ends: Ends, least: int = 0) -> Run | None:
    """The longest run of printable bytes, the earlier of equal ones; None: none has more than ``least``."""
    both = [Run(ends.text_head, 0), Run(ends.text_tail, ends.length - ends.text_tail), ends.text]
    best = min(both, key=_longest_first)
    return best if best.length > least else None


def _longest_first(run: Run) -> tuple[int, int]:
    return -run.length, run.start


class Tally:
    """Counts of values, ends and points of a block that grows at its end, and its pairs in ``pairs``.

    ``start``: its offset in the range. ``close`` when it is complete; before, ``counts`` and the products
    of ``ends`` lack what is in the pairs.
    """

    __slots__ = ("_at", "_last", "_least_text", "_pairs", "_pointing", "counts", "ends", "lost", "points")

    def __init__(self, pairs: Pairs | None = None, start: int = 0, least_text: int = 0) -> None:
        """Inner printable runs of no more than ``least_text`` bytes are not looked for."""
        self._least_text = least_text
        self._pairs = pairs or Pairs()
        self._pairs.begin()
        self._pointing = Pointing(start)
        self._at = start
        self._last = NOTHING
        self.counts: Counts = np.zeros(256, np.int64)
        self.ends = Ends()
        self.lost = 0
        self.points = Points()

    def add(self, data: Bytes) -> None:
        """Bytes in memory follow, at least one."""
        self._follow(int(data[0]))
        self._pairs.add(data)
        self._pointing.add(self._at, data)
        self._end(ends_of(data, *self._least(), products=False))

    def add_repeated(self, data: Bytes, length: int) -> None:
        """``length`` bytes follow, at least one, that are ``data`` again and again."""
        times, rest = divmod(length, len(data))
        self._follow(int(data[0]))
        self._pairs.add_repeated(data, length)
        self._pointing.add_repeated(self._at, data, length)
        ends = repeated(ends_of(data, 1, self._least_text, products=False), times)
        self._end(joined(ends, ends_of(data[:rest], 1, self._least_text, products=False)))

    def add_lost(self, length: int) -> None:
        """So many bytes follow that could not be read."""
        if length:
            self.lost += length
            self._close_part()
            self._end(lost(length))

    def close(self) -> None:
        """Nothing follows: ``counts``, ``ends`` and ``points`` are complete, and the pairs are kept."""
        self._close_part()
        products = self._pairs.keep(self.counts)
        self.ends = self.ends._replace(products=products)
        self.points = self._pointing.found(self._at)

    def _follow(self, first: int) -> None:
        if self._last >= 0:
            self._pairs.add_between(self._last, first)

    def _end(self, ends: Ends) -> None:
        self._at += ends.length
        self._last = ends.last
        self.ends = joined(self.ends, ends)

    def _close_part(self) -> None:
        """The last byte of a part is the first of no pair."""
        if self._last >= 0:
            self.counts[self._last] += 1

    def _least(self) -> tuple[int, int]:
        runs = self.ends.runs
        least = runs[-1].length if len(runs) == KEPT else 1
        return least, max(self.ends.text.length, self._least_text)

"""What is known of a stretch of bytes, so that two neighbouring stretches can be put together.

A tally of a whole is that of its parts joined, however it was cut; a repeated one is joined in the
logarithm of the number of repeats, so that a filled terabyte costs as much as a few bytes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from bytescope.core.statistics.kernels import KEPT, kernels

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


def ends_of(data: Bytes, least: int = 1, least_text: int = 0) -> Ends:
    """Of bytes in memory. Inner runs of no more than ``least``, ``least_text`` bytes may be left out."""
    if not len(data):
        return Ends()
    view = data.view()
    view.flags.writeable = False
    numbers, found = np.zeros(7, np.int64), np.empty((KEPT, 3), np.int64)
    own = kernels()
    own.runs(view, max(least, 1), least_text, numbers, found)
    head, tail, text_head, text_tail, kept, text, text_start = numbers.tolist()
    runs = tuple(Run(*row) for row in found[:kept].tolist())
    products = int(own.products(view))
    first, last = int(view[0]), int(view[-1])
    return Ends(
        len(view), first, last, head, tail, text_head, text_tail, runs, Run(text, text_start), products
    )


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
    """Counts of values and the ends of a stretch that grows at its end."""

    __slots__ = ("_least_text", "counts", "ends", "lost")

    def __init__(self, least_text: int = 0) -> None:
        """Inner printable runs of no more than ``least_text`` bytes are not looked for."""
        self._least_text = least_text
        self.counts: Counts = np.zeros(256, np.int64)
        self.ends = Ends()
        self.lost = 0

    def add(self, data: Bytes) -> None:
        """Bytes in memory follow."""
        kernels().count(data, self.counts)
        self.ends = joined(self.ends, ends_of(data, *self._least()))

    def add_repeated(self, data: Bytes, length: int) -> None:
        """``length`` bytes follow that are ``data`` again and again."""
        times, rest = divmod(length, len(data))
        counts = np.zeros(256, np.int64)
        kernels().count(data, counts)
        self.counts += counts * times
        self.ends = joined(self.ends, repeated(ends_of(data, 1, self._least_text), times))
        if rest:
            self.add(data[:rest])

    def add_lost(self, length: int) -> None:
        """So many bytes follow that could not be read."""
        self.lost += length
        self.ends = joined(self.ends, lost(length))

    def _least(self) -> tuple[int, int]:
        runs = self.ends.runs
        least = runs[-1].length if len(runs) == KEPT else 1
        return least, max(self.ends.text.length, self._least_text)

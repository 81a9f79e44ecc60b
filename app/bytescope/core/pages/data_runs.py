"""The allocated pages of a document, and the pages from which a survey samples them."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Callable, Iterable
from itertools import accumulate
from typing import TYPE_CHECKING

from bytescope.core.pages.units import Step, Unit
from bytescope.core.ranges import PageRange

if TYPE_CHECKING:
    from bytescope.core.pages.facts import FactStore
    from bytescope.core.pages.under_way import UnderWay

SAMPLES_IN_UNIT = 64

SAMPLES_AT_ONCE = 1024
"""Samples that are planned in one call; the next call goes on."""

LOOKED_AT = 8192
"""Pages of a sequence that one call looks at to find ones that are not known."""

MOST_SAMPLES = 1 << 17

SPARSE = 1024
"""Pages between samples, at least: one sample costs as much as reading fifty pages in order."""

MOST_ISLANDS = 1 << 16
"""Data runs that get a sample of their own; where there are more, evenly spread ones do."""


class Samples:
    """A sequence of ``count`` pages, each made when asked for, and how far it is known."""

    def __init__(self, count: int, page_of: Callable[[int], int]) -> None:
        self.count = count
        self._page_of = page_of
        self._position = 0  # everything before it is known
        self._next = 0  # everything before it was known or handed out

    def take(
        self, most: int, facts: FactStore, limit: int, under_way: UnderWay, *, background: bool = False
    ) -> list[Unit]:
        """Units of the next unknown pages among the first ``most`` of the sequence; sorted, at most 1,024."""
        stop, want = min(self.count, most), min(limit * SAMPLES_IN_UNIT, SAMPLES_AT_ONCE)
        pages = self._look(stop, want, facts, under_way)
        if not pages and self._position < stop <= self._next and not under_way.any(Step.SAMPLES):
            self._next = self._position  # what was handed out may have come to nothing
            pages = self._look(stop, want, facts, under_way)
        cuts = range(0, len(pages), SAMPLES_IN_UNIT)
        return [_unit(pages[cut : cut + SAMPLES_IN_UNIT], background) for cut in cuts]

    def _look(self, stop: int, want: int, facts: FactStore, under_way: UnderWay) -> list[int]:
        found: dict[int, None] = {}
        at = self._next
        known = at == self._position
        stop = min(stop, at + LOOKED_AT)
        while at < stop and len(found) < want:
            page = self._page_of(at)
            at += 1
            if not facts.has(page):
                known = False
                if not under_way.has(page):
                    found[page] = None
            elif known:
                self._position = at
        self._next = at
        return sorted(found)


class Listed(Samples):
    """A sequence that becomes longer as its pages are found."""

    def __init__(self) -> None:
        self._pages: list[int] = []
        super().__init__(0, self._pages.__getitem__)

    def extend(self, pages: Iterable[int]) -> None:
        self._pages.extend(pages)
        self.count = len(self._pages)


def _unit(pages: list[int], background: bool) -> Unit:
    return Unit(Step.SAMPLES, PageRange(pages[0], pages[-1] + 1), tuple(pages), background=background)


class DataRuns:
    """Sorted, disjoint runs of allocated pages, and how many pages stand before each."""

    def __init__(self, runs: Iterable[PageRange] = ()) -> None:
        self._first = array("q")
        self._end = array("q")
        self._before = array("q", [0])
        for run in runs:
            self.append(run)

    def __len__(self) -> int:
        return len(self._first)

    @property
    def pages(self) -> int:
        return self._before[-1]

    def same(self, other: DataRuns) -> bool:
        return self._first == other._first and self._end == other._end

    def append(self, run: PageRange) -> None:
        """Add a run behind the others; if it touches or overlaps the last one, they become one."""
        if self._end and run.first <= self._end[-1]:
            self._before[-1] += max(0, run.end - self._end[-1])
            self._end[-1] = max(run.end, self._end[-1])
        elif run:
            self._first.append(run.first)
            self._end.append(run.end)
            self._before.append(self._before[-1] + run.count)

    def extend(self, other: DataRuns) -> None:
        """Add all runs of ``other``, which stand behind ours."""
        if not len(other):
            return
        self.append(PageRange(other._first[0], other._end[0]))
        self._first += other._first[1:]
        self._end += other._end[1:]
        lengths = (end - first for first, end in zip(other._first[1:], other._end[1:]))
        self._before += array("q", list(accumulate(lengths, initial=self._before[-1]))[1:])

    def islands(self) -> Samples:
        """The middle page of every run, the runs in bit-reversed order."""
        runs = len(self)
        bits = (min(runs, MOST_ISLANDS) - 1).bit_length() if runs else 0

        def middle(number: int) -> int:
            run = reversed_bits(number, bits) * runs >> bits
            return (self._first[run] + self._end[run]) // 2

        return Samples(1 << bits if runs else 0, middle)

    def spread(self, within: PageRange) -> Samples:
        """Allocated pages of ``within`` in van der Corput's order: evenly spread at each power of two.

        As many, to a power of two, as stand at least 1,024 pages apart: closer, reading all is as fast.
        """
        start = self._index(within.first)
        pages = self._index(within.end) - start
        bits = min(MOST_SAMPLES, max(1, pages // SPARSE)).bit_length() - 1

        def page(number: int) -> int:
            return self._page(start + (reversed_bits(number, bits) * pages >> bits))

        return Samples(1 << bits if pages else 0, page)

    def _index(self, page: int) -> int:
        """How many allocated pages stand before ``page``."""
        run = bisect_right(self._first, page) - 1
        return self._before[run] + min(page, self._end[run]) - self._first[run] if run >= 0 else 0

    def _page(self, index: int) -> int:
        """The allocated page before which ``index`` others stand."""
        run = bisect_right(self._before, index) - 1
        return self._first[run] + index - self._before[run]


def reversed_bits(number: int, bits: int) -> int:
    """``number`` (below 2**bits) with its bits in reversed order."""
    return int(f"{number:0{bits}b}"[::-1], 2) if bits else 0

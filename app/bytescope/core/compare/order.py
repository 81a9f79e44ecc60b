"""In which order pages are compared: those in view, samples over the whole, then everything."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import numpy as np

from bytescope.core.pages.run_set import RunSet
from bytescope.core.ranges import PageRange

if TYPE_CHECKING:
    from bytescope.core.compare.verdicts import Verdicts

SAMPLES = 4096
"""Pages spread over all that must be read, before anything is read in order."""

NEAR_PAGES = 4096
"""Pages in view that are compared at once, before the samples: 16 MiB a side."""

MOST_RUNS = 1024
"""Runs that one call looks at."""

FEW = 64
"""Parts that an undo of many edits is planned in."""

UNIT_PAGES = 4096
"""Most pages of a unit that is read in order."""


class Order:
    """Which of the ``wanted`` pages come next. State of one thread; nothing here reads a byte."""

    def __init__(self, wanted: RunSet) -> None:
        self.wanted = wanted
        few = wanted.pages <= SAMPLES
        self._samples = iter(()) if few else samples(wanted, SAMPLES)
        self._at = 0

    def more(self, wanted: RunSet) -> None:
        """These pages are wanted too, perhaps once more."""
        self.wanted = self.wanted.union(wanted)

    def drop(self, pages: PageRange) -> None:
        """Nothing of ``pages`` is wanted any more."""
        self.wanted = self.wanted.minus(RunSet.of([pages]))

    def next(self, visible: PageRange, verdicts: Verdicts, most: int) -> list[PageRange]:
        """The most urgent pages, about ``most`` of them; none when all were judged.

        They come again until their verdicts are put.
        """
        near = self._unknown(visible, verdicts, NEAR_PAGES)
        if near and near.pages <= NEAR_PAGES and visible.count <= UNIT_PAGES * 16:
            return list(pieces(near, UNIT_PAGES))
        out: list[PageRange] = []
        for page in self._samples:
            out.append(PageRange(page, page + 1))
            if len(out) * 64 >= most:
                break
        if out:
            return out
        near = self._unknown(visible, verdicts, most) or self._rest(verdicts, most)
        return list(pieces(near, UNIT_PAGES))

    def _rest(self, verdicts: Verdicts, most: int) -> RunSet:
        """On from where it stopped; what was forgotten behind it comes last."""
        for first in (self._at, 0):
            found = self._unknown(PageRange(first, max(first, verdicts.page_count)), verdicts, most)
            if found:
                self._at = int(found.firsts[0])
                return found
        return found

    def _unknown(self, within: PageRange, verdicts: Verdicts, most: int) -> RunSet:
        """The first wanted pages of ``within`` without a verdict, at most ``most`` of them."""
        at = within.first
        while at < within.end:
            part = _first(self.wanted.within(PageRange(at, within.end)), most)
            if not part:
                break
            at = int(part.ends[-1])
            found = part.minus(verdicts.judged(PageRange(int(part.firsts[0]), at)))
            if found:
                return found
        return RunSet()


def _first(runs: RunSet, most: int) -> RunSet:
    """The first ``most`` pages, in no more than ``MOST_RUNS`` runs."""
    firsts, ends = runs.firsts[:MOST_RUNS], runs.ends[:MOST_RUNS]
    lengths = np.cumsum(ends - firsts)
    count = int(np.searchsorted(lengths, most, "left")) + 1
    firsts, ends = firsts[:count], ends[:count].copy()
    if len(ends) and lengths[len(ends) - 1] > most:
        ends[-1] -= lengths[len(ends) - 1] - most
    return RunSet(firsts, ends)


def samples(wanted: RunSet, most: int) -> Iterator[int]:
    """Up to ``most`` pages all over ``wanted``, in bit-reversed order: a power of two halves the gaps."""
    total = wanted.pages
    count = min(total, most)
    if not count:
        return
    lengths = np.cumsum(wanted.ends - wanted.firsts)
    bits = max(1, (count - 1).bit_length())
    for index in range(1 << bits):
        rank = int(format(index, f"0{bits}b")[::-1], 2)
        if rank >= count:
            continue
        nth = rank * total // count
        run = int(np.searchsorted(lengths, nth, "right"))
        yield int(wanted.ends[run]) - (int(lengths[run]) - nth)


def pieces(pages: RunSet, most: int) -> Iterator[PageRange]:
    """``pages`` in runs of at most ``most``, cut at multiples of it."""
    for run in pages:
        at = run.first
        while at < run.end:
            stop = min(run.end, (at // most + 1) * most)
            yield PageRange(at, stop)
            at = stop


def few(parts: Iterable[PageRange], most: int = FEW) -> list[PageRange]:
    """No more than ``most`` parts that hold all pages of ``parts``: the narrowest gaps are filled."""
    return list(RunSet.of(parts).joined(most))

"""Compares two sets of fingerprints, each of which may be far larger than memory."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from bytescope.core.pages.print_store import CHUNK, Stretch, true_runs
from bytescope.core.pages.run_set import RunSet
from bytescope.core.ranges import PageRange

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from bytescope.core.pages.print_shelf import KnownPrints
    from bytescope.core.ticket import Ticket


class SnapshotDifference(NamedTuple):
    """``differing`` pages have other fingerprints, or are in one of the two only; of ``unjudged`` pages one
    side has no fingerprint.
    """

    differing: RunSet
    unjudged: RunSet


def compare(one: KnownPrints, other: KnownPrints, ticket: Ticket) -> SnapshotDifference:
    """Compare two sets of fingerprints; both may be far larger than memory. ``ticket`` counts pages.

    Raises Cancelled, and ``UnusableError`` where a stored one is damaged.
    """
    common = min(one.page_count, other.page_count)
    longest = max(one.page_count, other.page_count)
    ticket.total = common
    judged, differ = _Edges(), _Edges()
    for pages, left, right in _overlaps(one, other, common):
        judged.add(pages.first, pages.end)
        if isinstance(left.prints, int) and isinstance(right.prints, int):
            if left.prints != right.prints:
                differ.add(pages.first, pages.end)
        else:
            for low, high in true_runs(left.of(pages) != right.of(pages)):
                differ.add(pages.first + low, pages.first + high)
        ticket.done = pages.end
        ticket.check()
    everything = RunSet.of([PageRange(0, common)])
    only_one = RunSet.of([PageRange(common, longest)])
    return SnapshotDifference(differ.runs().union(only_one), everything.minus(judged.runs()))


def _overlaps(one: KnownPrints, other: KnownPrints, end: int) -> Iterator[tuple[PageRange, Stretch, Stretch]]:
    """The pages of which both have fingerprints, with the stretches of both that they lie in."""
    lefts, rights = one.stretches(PageRange(0, end)), other.stretches(PageRange(0, end))
    left, right = next(lefts, None), next(rights, None)
    while left is not None and right is not None:
        first = max(left.pages.first, right.pages.first)
        stop = min(left.pages.end, right.pages.end)
        if first < stop:
            for at in range(first, stop, CHUNK) if _has_array(left, right) else (first,):
                yield PageRange(at, min(stop, at + CHUNK) if _has_array(left, right) else stop), left, right
        if left.pages.end <= right.pages.end:
            left = next(lefts, None)
        else:
            right = next(rights, None)


def _has_array(left: Stretch, right: Stretch) -> bool:
    return not (isinstance(left.prints, int) and isinstance(right.prints, int))


class _Edges:
    """Collects runs in order; those that touch become one."""

    def __init__(self) -> None:
        self._firsts: list[int] = []
        self._ends: list[int] = []

    def add(self, first: int, end: int) -> None:
        if self._ends and self._ends[-1] == first:
            self._ends[-1] = end
        else:
            self._firsts.append(first)
            self._ends.append(end)

    def runs(self) -> RunSet:
        return RunSet(_edges(self._firsts), _edges(self._ends))


def _edges(values: list[int]) -> NDArray[np.int64]:
    return np.array(values, np.int64)

"""Tells which bytes and pages are not the base's own at the same offset; cached on the leaves."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from bytescope.core.document.spans import Derived, Frozen, Leaf, Shape
from bytescope.core.ranges import PAGESIZE, ByteRange, PageRange
from bytescope.core.source.base import Source

PageRuns = tuple["array[int]", "array[int]"]
"""Sorted disjoint runs of pages: their first pages, and the pages behind their last."""


def _shape(leaf: Leaf, base: Source) -> Shape:
    known = leaf.shape
    if known is not None and known.base is base:
        return known
    low, high, total, begin = 1, 0, 0, 0
    for source, start, end in zip(leaf.sources, leaf.starts, leaf.ends):
        if source is base:
            delta = start - begin
            if not total:
                low = high = delta
            elif delta < low:
                low = delta
            elif delta > high:
                high = delta
            total += end - begin
        begin = end
    shape = Shape(base, low, high, total)
    leaf.shape = shape
    return shape


def _derive(leaf: Leaf, at: int, base: Source) -> Derived:
    known = leaf.derived
    if known is not None and known.at == at and known.base is base:
        return known
    shape = _shape(leaf, base)
    if not shape.low <= at <= shape.high:
        first, end = at // PAGESIZE, (at + leaf.length - 1) // PAGESIZE + 1
        return Derived(base, at, array("q", (first,)), array("q", (end,)), shape.base_bytes, 0)
    firsts: list[int] = []
    ends: list[int] = []
    last = -1
    own = 0
    begin = at
    for source, start, end in zip(leaf.sources, leaf.starts, leaf.ends):
        stop = at + end
        if source is base and start == begin:
            own += stop - begin
        else:
            first = begin // PAGESIZE
            stop_page = (stop - 1) // PAGESIZE + 1
            if first <= last:
                ends[-1] = stop_page
            else:
                firsts.append(first)
                ends.append(stop_page)
            last = stop_page
        begin = stop
    derived = Derived(base, at, array("q", firsts), array("q", ends), shape.base_bytes - own, own)
    leaf.derived = derived
    return derived


def page_runs(table: Frozen, base: Source, pages: PageRange) -> PageRuns:
    """The pages of ``pages`` that hold at least one edited byte."""
    firsts: array[int] = array("q")
    ends: array[int] = array("q")
    if not pages or pages.first * PAGESIZE >= table.size:
        return firsts, ends
    last = -1
    stop = pages.end * PAGESIZE
    index = table.leaf_at(pages.first * PAGESIZE)
    leaves, offsets = table.leaves, table.offsets
    for leaf, at in zip(leaves[index:], offsets[index:]) if index else zip(leaves, offsets):
        if at >= stop:
            break
        known = leaf.derived  # by index: this loop runs over 10,000 leaves between two pictures
        if known is None or known[1] != at or known[0] is not base:
            known = _derive(leaf, at, base)
        new_firsts = known[2]
        if not new_firsts:
            continue
        new_ends = known[3]
        if new_firsts[0] > last:
            firsts.extend(new_firsts)
            ends.extend(new_ends)
        else:
            ends[-1] = max(last, new_ends[0])
            firsts.extend(new_firsts[1:])
            ends.extend(new_ends[1:])
        last = ends[-1]
    return clipped(firsts, ends, pages)


def clipped(firsts: array[int], ends: array[int], pages: PageRange) -> PageRuns:
    """The runs inside ``pages``."""
    low = bisect_right(ends, pages.first)
    high = bisect_left(firsts, pages.end)
    if low >= high:
        return array("q"), array("q")
    firsts, ends = firsts[low:high], ends[low:high]
    firsts[0] = max(firsts[0], pages.first)
    ends[-1] = min(ends[-1], pages.end)
    return firsts, ends


def next_page(table: Frozen, base: Source, page: int) -> int | None:
    """The first page behind ``page`` with an edited byte."""
    wanted = max(0, page + 1)
    if wanted * PAGESIZE >= table.size:
        return None
    for index in range(table.leaf_at(wanted * PAGESIZE), len(table.leaves)):
        derived = _derive(table.leaves[index], table.offsets[index], base)
        found = bisect_right(derived.ends, wanted)
        if found < len(derived.ends):
            return max(wanted, derived.firsts[found])
    return None


def previous_page(table: Frozen, base: Source, page: int) -> int | None:
    """The last page before ``page`` with an edited byte."""
    wanted = min(page, -(-table.size // PAGESIZE)) - 1
    if wanted < 0:
        return None
    for index in range(table.leaf_at(min((wanted + 1) * PAGESIZE, table.size) - 1), -1, -1):
        derived = _derive(table.leaves[index], table.offsets[index], base)
        found = bisect_right(derived.firsts, wanted) - 1
        if found >= 0:
            return min(wanted, derived.ends[found] - 1)
    return None


def byte_ranges(table: Frozen, base: Source, within: ByteRange) -> Iterator[ByteRange]:
    """The edited bytes of ``within`` as ranges that do not touch, in order."""
    start, end = within.start, min(within.end, table.size)
    if start >= end:
        return
    low = high = -1
    for index in range(table.leaf_at(start), len(table.leaves)):
        leaf, at = table.leaves[index], table.offsets[index]
        if at >= end:
            break
        if not _derive(leaf, at, base).firsts:
            continue
        begin = at
        for source, first, leaf_end in zip(leaf.sources, leaf.starts, leaf.ends):
            if begin >= end:
                break
            stop = at + leaf_end
            if not (source is base and first == begin):
                if begin != high:
                    if high > start:
                        yield ByteRange(max(low, start), min(high, end))
                    low = begin
                high = stop
            begin = stop
    if high > start and low < end:
        yield ByteRange(max(low, start), min(high, end))


def totals(table: Frozen, base: Source) -> tuple[int, int]:
    """(edited bytes, base bytes that stand at another offset than in the base)."""
    own = moved = 0
    for leaf, at in zip(table.leaves, table.offsets):
        derived = _derive(leaf, at, base)
        own += derived.own
        moved += derived.moved
    return table.size - own, moved

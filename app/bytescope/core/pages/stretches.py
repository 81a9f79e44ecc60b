"""Where pages lie: runs of pages that hold data, and stretches of them in one source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bytescope.core.ranges import PAGESIZE, ByteRange, PageRange

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bytescope.core.document.snapshot import Segment, Snapshot

SHORT_STRETCH = 8
"""Pages below which a stretch of one source is read together with its neighbours."""


def page_runs(runs: Iterator[ByteRange] | list[ByteRange]) -> Iterator[PageRange]:
    """The pages that hold a byte of the runs, as runs that do not touch."""
    last = PageRange(0, 0)
    for run in runs:
        pages = run.pages
        if last and pages.first <= last.end:
            last = PageRange(last.first, max(last.end, pages.end))
        else:
            if last:
                yield last
            last = pages
    if last:
        yield last


def stretches(snapshot: Snapshot, pages: PageRange) -> Iterator[tuple[PageRange, Segment | None]]:
    """``pages`` cut where they lie in one segment; what is mixed or short comes with None."""
    at = pages.first
    for segment in snapshot.segments(pages.bytes(snapshot.size)):
        first = -(-segment.range.start // PAGESIZE)
        end = pages.end if segment.range.end == snapshot.size else segment.range.end // PAGESIZE
        if end - first >= SHORT_STRETCH or (first, end) == (pages.first, pages.end):
            if first > at:
                yield PageRange(at, first), None
            yield PageRange(first, end), segment
            at = end
    if at < pages.end:
        yield PageRange(at, pages.end), None

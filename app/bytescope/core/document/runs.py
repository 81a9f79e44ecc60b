"""A growing set of pages, kept as sorted runs: the pages that saves have written."""

from __future__ import annotations

from array import array
from collections.abc import Iterable

from bytescope.core.document.edited import PageRuns, clipped
from bytescope.core.ranges import ByteRange, PageRange


class PageSet:
    """Pages, in runs. Adding is cheap; the runs are put in order when they are next asked for."""

    def __init__(self) -> None:
        self._firsts: array[int] = array("q")
        self._ends: array[int] = array("q")
        self._new: list[tuple[int, int]] = []

    def add(self, ranges: Iterable[ByteRange]) -> None:
        """Add the pages of these bytes."""
        for item in ranges:
            if item:
                pages = item.pages
                self._new.append((pages.first, pages.end))

    def clear(self) -> None:
        self._firsts, self._ends, self._new = array("q"), array("q"), []

    def runs(self, pages: PageRange) -> PageRuns:
        """The runs inside ``pages``: first pages, and the pages behind the last ones."""
        if self._new:
            self._settle()
        return clipped(self._firsts, self._ends, pages)

    def _settle(self) -> None:
        firsts: array[int] = array("q")
        ends: array[int] = array("q")
        for first, end in sorted([*zip(self._firsts, self._ends), *self._new]):
            if ends and first <= ends[-1]:
                ends[-1] = max(ends[-1], end)
            else:
                firsts.append(first)
                ends.append(end)
        self._firsts, self._ends, self._new = firsts, ends, []

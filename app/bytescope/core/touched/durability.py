"""How much of what was stored in a file has reached the medium: counted by cachestat in few calls."""

from __future__ import annotations

import os
import time
from array import array
from bisect import bisect_left, bisect_right
from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import accumulate
from typing import NamedTuple

from bytescope.core.ranges import PAGESIZE, ByteRange, PageRange
from bytescope.core.source.cachestat import CacheStat, cachestat
from bytescope.core.source.descriptor import Descriptor
from bytescope.core.touched.medium import Medium, medium
from bytescope.core.touched.pagecache import why_untold
from bytescope.core.touched.told import Told

MOST_CALLS = 2048
"""Calls of one look, 2 µs and more each: a thousand times as many places are told in groups, with "about"."""

MOST_SECONDS = 0.02
"""A look that takes longer gets no finer: a call walks over all that is cached of its range."""

_KERNEL_PAGE = os.sysconf("SC_PAGE_SIZE")


def _numbers() -> array[int]:
    return array("q")


class _Part(NamedTuple):
    """The pages ``first`` up to ``end``, which begin in run ``low`` and end in the run before ``high``."""

    first: int
    end: int
    low: int
    high: int


@dataclass(slots=True)
class Pages:
    """Sorted disjoint runs of pages: their first pages, and the pages behind their last."""

    firsts: array[int] = field(default_factory=_numbers)
    ends: array[int] = field(default_factory=_numbers)

    def take(self, first: int, end: int) -> None:
        """Add a run that begins not before the last one; what touches it is joined."""
        if self.ends and first <= self.ends[-1]:
            self.ends[-1] = max(self.ends[-1], end)
        else:
            self.firsts.append(first)
            self.ends.append(end)

    def cut(self, parts: Iterable[_Part]) -> Pages:
        """The runs of disjoint parts, in order."""
        out = Pages()
        for part in sorted(parts):
            firsts, ends = self.firsts[part.low : part.high], self.ends[part.low : part.high]
            firsts[0], ends[-1] = part.first, part.end
            out.take(firsts[0], ends[0])
            out.firsts.extend(firsts[1:])
            out.ends.extend(ends[1:])
        return out

    @property
    def count(self) -> int:
        return sum(self.ends) - sum(self.firsts)


@dataclass(frozen=True, slots=True)
class Stored:
    """Where the stored pages are; all counts are of the document's pages.

    ``waiting`` were not written yet, ``dirty`` only the page cache has, ``writing`` are on their way to the
    medium; the rest are on it. A page that shares a large folio with a dirty one counts as dirty. With
    ``exact`` False there were too many places to ask for each: the counts are upper bounds. Unless ``told``
    is YES nothing is known but ``pages``.
    """

    told: Told
    pages: int
    waiting: int = 0
    dirty: int = 0
    writing: int = 0
    exact: bool = True
    dirty_runs: Pages = field(default_factory=Pages)
    writing_runs: Pages = field(default_factory=Pages)

    @property
    def on_disk(self) -> int:
        return max(0, self.pages - self.waiting - self.dirty - self.writing)

    @property
    def clean(self) -> bool:
        """Whether all of it is known to be on the medium."""
        return self.told is Told.YES and not (self.waiting or self.dirty or self.writing)

    def words(self) -> str:
        """The counts for people: "12,288 pages dirty · 256 being written · 4,096 on disk"."""
        if self.told is Told.IN_MEMORY:
            return "Not on a disk: this file system keeps its files in memory"
        if self.told is not Told.YES:
            return f"On disk or not: unknown ({self.told.value})"
        if self.clean:
            return "On disk"
        counts = (
            (self.waiting, "to write"),
            (self.dirty, "dirty"),
            (self.writing, "being written"),
            (self.on_disk, "on disk"),
        )
        parts = [[f"{count:,}", words] for count, words in counts if count]
        parts[0].insert(1, "page" if parts[0][0] == "1" else "pages")
        return ("" if self.exact else "About ") + " · ".join(" ".join(part) for part in parts)


class Durability:
    """Follows ``ranges`` of a document, whose byte 0 lies at ``shift`` of a file, on their way to the medium.

    For a thread that may wait: with very many ranges the first look takes a second.
    """

    def __init__(self, file: Descriptor, shift: int, ranges: Iterable[ByteRange]) -> None:
        self._file = file
        self._shift = shift
        self._pages = _pages_of(ranges)
        lengths = (end - first for first, end in zip(self._pages.firsts, self._pages.ends))
        self._before = array("q", accumulate(lengths, initial=0))
        self._medium = medium(file.fd)
        self._seen = self._medium is Medium.DISK

    @property
    def pages(self) -> int:
        return self._before[-1]

    @property
    def runs(self) -> Pages:
        """The pages that are followed; not to be changed."""
        return self._pages

    def look(
        self,
        written: ByteRange | None,
        *,
        most_calls: int = MOST_CALLS,
        most_seconds: float = MOST_SECONDS,
    ) -> Stored:
        """Where the pages are now. ``written``: the hull of what was written so far, None before it."""
        if self._medium is Medium.MEMORY:
            return Stored(Told.IN_MEMORY, self.pages)
        whole = self._inside(written.pages) if written else None
        if whole is None:
            return Stored(Told.YES, self.pages, waiting=self.pages)
        found = _Findings()
        try:
            self._ask(whole, found, most_calls, time.monotonic() + most_seconds)
        except OSError as error:
            return Stored(why_untold(error), self.pages)
        self._seen = self._seen or bool(found.dirty or found.writing)
        if not self._seen:
            return Stored(Told.SILENT, self.pages)
        return found.stored(self._pages, self.pages, self.pages - self._own(whole))

    def _inside(self, hull: PageRange) -> _Part | None:
        low = bisect_right(self._pages.ends, hull.first)
        high = bisect_left(self._pages.firsts, hull.end)
        if low >= high:
            return None
        first, end = self._pages.firsts[low], self._pages.ends[high - 1]
        return _Part(max(first, hull.first), min(end, hull.end), low, high)

    def _own(self, part: _Part) -> int:
        """Stored pages of a part; the first and the last run may be cut."""
        head = part.first - self._pages.firsts[part.low]
        tail = self._pages.ends[part.high - 1] - part.end
        return self._before[part.high] - self._before[part.low] - head - tail

    def _ask(self, whole: _Part, found: _Findings, calls: int, until: float) -> None:
        """Halve what is partly dirty, the coarsest first, as long as calls and time are left."""
        waiting = deque([whole])
        asked = 0
        while waiting:
            part = waiting.popleft()
            own, counts = self._own(part), self._counts(part)
            asked += 1
            dirty, writing = min(own, counts.dirty), min(own, counts.writeback)
            if not dirty and not writing:
                continue
            halves = self._halves(part, own, dirty, writing)
            if halves and asked + len(waiting) + 2 <= calls and time.monotonic() < until:
                waiting.extend(halves)
            else:
                found.take(part, dirty, writing)

    def _counts(self, part: _Part) -> CacheStat:
        start = self._shift + part.first * PAGESIZE
        found = cachestat(self._file.fd, start, (part.end - part.first) * PAGESIZE)
        if _KERNEL_PAGE == PAGESIZE:
            return found
        return CacheStat(*(count * _KERNEL_PAGE // PAGESIZE for count in found))

    def _halves(self, part: _Part, own: int, dirty: int, writing: int) -> tuple[_Part, ...]:
        """The two halves of a part of which more could be told; none where one answer says all."""
        if part.high - part.low > 1:
            middle = (part.low + part.high) // 2
            return (
                _Part(part.first, self._pages.ends[middle - 1], part.low, middle),
                _Part(self._pages.firsts[middle], part.end, middle, part.high),
            )
        if own < 2 or (dirty in (0, own) and writing in (0, own)):
            return ()
        cut = (part.first + part.end) // 2
        return _Part(part.first, cut, part.low, part.high), _Part(cut, part.end, part.low, part.high)


class _Findings:
    """The sums and parts of a look, while it is made."""

    def __init__(self) -> None:
        self.dirty = self.writing = 0
        self.exact = True
        self._dirty: list[_Part] = []
        self._writing: list[_Part] = []

    def take(self, part: _Part, dirty: int, writing: int) -> None:
        self.dirty += dirty
        self.writing += writing
        self.exact = self.exact and part.high - part.low == 1
        if dirty:
            self._dirty.append(part)
        if writing:
            self._writing.append(part)

    def stored(self, pages: Pages, count: int, waiting: int) -> Stored:
        return Stored(
            Told.YES,
            count,
            waiting,
            self.dirty,
            self.writing,
            self.exact,
            pages.cut(self._dirty),
            pages.cut(self._writing),
        )


def _pages_of(ranges: Iterable[ByteRange]) -> Pages:
    """The pages of sorted ranges; those that share a page or touch are one run."""
    out = Pages()
    for item in ranges:
        if item:
            out.take(item.start // PAGESIZE, (item.end - 1) // PAGESIZE + 1)
    return out

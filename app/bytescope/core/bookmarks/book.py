"""The bookmarks of one document: found by place in microseconds, and true to their bytes through edits."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

import numpy as np

from bytescope.core.bookmarks.bookmark import MOST, Bookmark
from bytescope.core.bookmarks.follow import Ints
from bytescope.core.bookmarks.trail import Trail
from bytescope.core.change import Change, Kind
from bytescope.core.errors import RefusedError
from bytescope.core.ranges import PAGESIZE, ByteRange, PageRange

if TYPE_CHECKING:
    from collections.abc import Mapping


class Book:
    """Bookmarks by number; a new one gets the lowest that is free, from 1 on. Places keep their numbers.

    Positions are arrays in the order of the starts, so that an edit before 100,000 of them takes a
    millisecond. ``generation`` is another after each change.
    """

    def __init__(self) -> None:
        self.generation = 0
        self._ids = np.empty(0, np.int64)
        self._starts = np.empty(0, np.int64)
        self._ends = np.empty(0, np.int64)
        self._said: dict[int, tuple[str, int, str]] = {}
        self._free = 1
        self._reach: Ints | None = None
        self._trail = Trail()

    def __len__(self) -> int:
        return len(self._said)

    def __contains__(self, number: object) -> bool:
        return number in self._said

    def get(self, number: int) -> Bookmark:
        """The bookmark with a number; KeyError where there is none."""
        name, ink, note = self._said[number]
        at = self._place(number)
        return Bookmark(ByteRange(int(self._starts[at]), int(self._ends[at])), name, ink, note)

    def __iter__(self) -> Iterator[tuple[int, Bookmark]]:
        """Numbers and bookmarks in the order of their starts."""
        yield from self._some(range(len(self._ids)))

    # -- changes by people ----------------------------------------------------------------------

    def add(self, bookmark: Bookmark) -> int:
        """Its number. RefusedError where there are too many."""
        return self.add_all([bookmark])[0]

    def add_all(self, bookmarks: Iterable[Bookmark], numbers: Sequence[int] = ()) -> list[int]:
        """The numbers of the new ones: ``numbers`` as far as those are given and free. All or nothing."""
        new = list(bookmarks)
        if len(self) + len(new) > MOST:
            raise RefusedError(
                f"A document has at most {MOST:,} bookmarks; this would make {len(self) + len(new):,}."
            )
        given = self._numbers(len(new), numbers)
        for number, item in zip(given, new):
            self._said[number] = (item.name, item.ink, item.note)
        self._put(
            np.concatenate((self._ids, np.array(given, np.int64))),
            np.concatenate((self._starts, np.array([item.range.start for item in new], np.int64))),
            np.concatenate((self._ends, np.array([item.range.end for item in new], np.int64))),
        )
        return given

    def replace(self, number: int, bookmark: Bookmark) -> None:
        """Another name, colour, note or range for a bookmark."""
        at = self._place(number)
        self._said[number] = (bookmark.name, bookmark.ink, bookmark.note)
        was = ByteRange(int(self._starts[at]), int(self._ends[at]))
        if was == bookmark.range:
            self.generation += 1
            return
        self._trail.forget([number])
        starts, ends = self._starts.copy(), self._ends.copy()
        starts[at], ends[at] = bookmark.range.start, bookmark.range.end
        self._put(self._ids, starts, ends)

    def remove(self, numbers: Iterable[int]) -> list[tuple[int, Bookmark]]:
        """What was removed, to be brought back with ``add_all``."""
        gone = sorted({number for number in numbers if number in self._said})
        taken = np.isin(self._ids, np.array(gone, np.int64))
        out = list(self._some(np.flatnonzero(taken).tolist()))
        for number in gone:
            del self._said[number]
        self._trail.forget(gone)
        self._free = min([self._free, *gone])
        self._put(self._ids[~taken], self._starts[~taken], self._ends[~taken])
        return out

    # -- questions ------------------------------------------------------------------------------

    def within(self, range_: ByteRange) -> Iterator[tuple[int, Bookmark]]:
        """Those that touch ``range_``, in the order of their starts; a place counts as one byte."""
        yield from self._some(self._touching(range_.start, range_.end).tolist())

    def at(self, offset: int) -> int | None:
        """The number of the innermost at ``offset``: the shortest, of equals the one made last."""
        found = self._touching(offset, offset + 1)
        if not len(found):
            return None
        keys = zip((self._ends - self._starts)[found].tolist(), (-self._ids[found]).tolist())
        return -int(min(keys)[1])

    def next(self, offset: int) -> int | None:
        """The number of the first that starts behind ``offset``."""
        at = int(np.searchsorted(self._starts, offset, "right"))
        return int(self._ids[at]) if at < len(self._ids) else None

    def previous(self, offset: int) -> int | None:
        """The number of the last that starts before ``offset``."""
        at = int(np.searchsorted(self._starts, offset, "left")) - 1
        return int(self._ids[at]) if at >= 0 else None

    def page_edges(self, pages: PageRange) -> tuple[Ints, Ints]:
        """First pages, and the pages behind the last, of those that touch ``pages``; they may overlap."""
        found = self._touching(pages.first * PAGESIZE, pages.end * PAGESIZE)
        firsts = np.maximum(self._starts[found] // PAGESIZE, pages.first)
        last = np.maximum(self._ends[found] - 1, self._starts[found])
        return firsts, np.minimum(last // PAGESIZE + 1, pages.end)

    def columns(self) -> tuple[Ints, Ints, Ints]:
        """Numbers, starts and ends in the order of the starts; shared, not to be changed."""
        return self._ids, self._starts, self._ends

    def words(self, number: int) -> tuple[str, int, str]:
        """Name, colour and note of a bookmark."""
        return self._said[number]

    # -- edits of the document ------------------------------------------------------------------

    def follow(self, change: Change) -> bool:
        """Move with the bytes, as ``change`` moved them; whether any bookmark is elsewhere now."""
        if change.kind is Kind.RELOAD:
            self._trail.clear()
            return False
        if change.kind is Kind.SAVE:
            self._trail.saved()
            return False
        starts, ends = self._trail.follow(change, self._ids, self._starts, self._ends)
        if np.array_equal(starts, self._starts) and np.array_equal(ends, self._ends):
            return False
        self._put(self._ids, starts, ends)
        return True

    def as_saved(self) -> Book:
        """The bookmarks as they were to be if the edits since the last save were taken back."""
        return self._copy(*self._trail.back_to_saved(self._ids, self._starts, self._ends))

    def copy(self) -> Book:
        """The same, which no edit moves any more; for another thread."""
        return self._copy(self._starts, self._ends)

    # -- inside ---------------------------------------------------------------------------------

    def _copy(self, starts: Ints, ends: Ints) -> Book:
        copy = Book()
        copy._said, copy._free = dict(self._said), self._free
        copy._put(self._ids, starts, ends)
        return copy

    def _numbers(self, count: int, wished: Sequence[int]) -> list[int]:
        """So many free numbers, those that are wished for where they are free."""
        given = [0] * count
        for at, number in enumerate(wished[:count]):
            if 0 < number <= 4 * MOST and number not in self._said:
                given[at] = number
                self._said[number] = ("", 0, "")
        for at in range(count):
            if not given[at]:
                while self._free in self._said:
                    self._free += 1
                given[at] = self._free
                self._said[self._free] = ("", 0, "")
        return given

    def _place(self, number: int) -> int:
        found = np.flatnonzero(self._ids == number)
        if not len(found):
            raise KeyError(number)
        return int(found[0])

    def _some(self, places: Iterable[int]) -> Iterator[tuple[int, Bookmark]]:
        said: Mapping[int, tuple[str, int, str]] = self._said
        for at in places:
            number = int(self._ids[at])
            yield number, Bookmark(ByteRange(int(self._starts[at]), int(self._ends[at])), *said[number])

    def _touching(self, start: int, end: int) -> Ints:
        """Places in the arrays: from the first that may reach so far to the last that starts before."""
        if self._reach is None:
            self._reach = np.maximum.accumulate(np.maximum(self._ends, self._starts + 1))
        low = int(np.searchsorted(self._reach, start, "right"))
        high = int(np.searchsorted(self._starts, end, "left"))
        part = slice(low, max(low, high))
        return low + np.flatnonzero(np.maximum(self._ends[part], self._starts[part] + 1) > start)

    def _put(self, ids: Ints, starts: Ints, ends: Ints) -> None:
        if len(starts) > 1 and not (starts[1:] >= starts[:-1]).all():
            order = np.lexsort((ids, ends, starts))
            ids, starts, ends = ids[order], starts[order], ends[order]
        self._ids, self._starts, self._ends = ids, starts, ends
        self._reach = None
        self.generation += 1

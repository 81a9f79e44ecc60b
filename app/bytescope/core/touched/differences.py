"""What differs between a document and its file as it is now, page by page, and whose change it is."""

from __future__ import annotations

import enum
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple, Protocol

import numpy as np

from bytescope.core.pages.prints import NONE, as_array, fastest
from bytescope.core.pages.run_set import RunSet
from bytescope.core.ranges import PAGESIZE, ByteRange, PageRange, page_count

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from bytescope.core.document.snapshot import Snapshot
    from bytescope.core.pages.print_store import Stretch
    from bytescope.core.source.base import Lost
    from bytescope.core.ticket import Ticket

PIECE = 256
MOST_PAGES = 1 << 18
"""Pages that are compared byte for byte: 1 GiB."""

MOST_ROWS = 5000


class Whose(enum.Enum):
    """Who changed a page since it was read."""

    MINE = "mine"
    THEIRS = "theirs"
    BOTH = "mine and theirs"
    UNSURE = "mine; theirs is not known"


class Difference(NamedTuple):
    """Consecutive pages of one sort. ``differing``: bytes that differ from the file, or from what was read of
    pages that only others changed; None where those bytes are no longer known.
    """

    pages: PageRange
    whose: Whose
    differing: int | None


class Differences(NamedTuple):
    """``left`` pages were not compared: there were too many."""

    rows: tuple[Difference, ...]
    left: int


class _Bytes(Protocol):
    @property
    def size(self) -> int: ...

    def read_into(self, offset: int, buffer: memoryview) -> tuple[Lost, ...]: ...

    def data_runs(self, within: ByteRange) -> Iterator[ByteRange]: ...


class Sides(NamedTuple):
    """What is compared. ``known`` are fingerprints of the file's pages when they were read, ``changed`` those
    found to be others, ``old`` the old bytes of some; ``original`` is what was opened, where it can still
    be read beside ``theirs``: when another file took its place.
    """

    mine: Snapshot
    theirs: _Bytes
    known: list[Stretch]
    changed: RunSet
    old: Mapping[int, bytes]
    original: _Bytes | None = None


def differences(sides: Sides, ticket: Ticket, *, most_pages: int = MOST_PAGES) -> Differences:
    """Compare, in the order of the document. Raises Cancelled through the ticket."""
    size = max(sides.mine.size, sides.theirs.size)
    everything = PageRange(0, page_count(size))
    edited = RunSet.of(run.pages for run in sides.mine.edited(ByteRange(0, sides.mine.size)))
    if sides.original is not None:
        wanted = RunSet.of(
            run.pages
            for source in (sides.mine, sides.theirs)
            for run in source.data_runs(ByteRange(0, source.size))
        )
    else:
        wanted = edited.union(sides.changed)
    wanted = wanted.union(_tail(sides, size)).within(everything)
    found = _Found(sides, edited)
    ticket.total = min(wanted.pages, most_pages)
    done = 0
    for run in wanted:
        for first in range(run.first, run.end, PIECE):
            part = PageRange(first, min(run.end, first + PIECE, first + most_pages - done))
            if not part or len(found.rows) >= MOST_ROWS:
                return Differences(tuple(found.rows), wanted.pages - done)
            found.compare(part)
            done += part.count
            ticket.advance(part.count)
    return Differences(tuple(found.rows), 0)


def _tail(sides: Sides, size: int) -> RunSet:
    """The pages that only the longer side has in full."""
    first = min(sides.mine.size, sides.theirs.size) // PAGESIZE
    return RunSet.of([PageRange(first, page_count(size))] if sides.mine.size != sides.theirs.size else [])


class _Found:
    def __init__(self, sides: Sides, edited: RunSet) -> None:
        self.rows: list[Difference] = []
        self._sides = sides
        self._edited = edited
        self._prints_of = fastest()
        self._known = {stretch.pages.first: stretch for stretch in sides.known}
        self._firsts = np.array(sorted(self._known), np.int64)

    def compare(self, pages: PageRange) -> None:
        """Rows for ``pages``, which are not many."""
        sides = self._sides
        mine, mine_lost = _read(sides.mine, pages)
        theirs, theirs_lost = _read(sides.theirs, pages)
        counts = _counts(mine, theirs)
        edited = _mask(self._edited, pages)
        if sides.original is not None:
            before, lost = _read(sides.original, pages)
            others = _counts(before, theirs) > 0
            unsure = lost
        else:
            others, unsure = self._by_prints(pages, theirs)
        others |= _mask(sides.changed, pages) & (sides.original is None)
        differ = (counts > 0) | others | mine_lost | theirs_lost
        for index in np.flatnonzero(differ).tolist():
            page, mine_too = pages.first + index, bool(edited[index])
            if not mine_too and not counts[index] and not others[index]:
                continue
            if not mine_too:
                self._add(page, Whose.THEIRS, self._since_read(page, theirs, index, int(counts[index])))
            elif others[index]:
                self._add(page, Whose.BOTH, int(counts[index]))
            else:
                self._add(page, Whose.UNSURE if unsure[index] else Whose.MINE, int(counts[index]))

    def _by_prints(self, pages: PageRange, theirs: NDArray[np.uint8]) -> tuple[_Flags, _Flags]:
        """Pages of the file that are not as they were read, and those that had not been read."""
        known = np.zeros(pages.count, np.uint32)
        at = max(0, int(np.searchsorted(self._firsts, pages.first, "right")) - 1)
        for first in self._firsts[at:].tolist():
            if first >= pages.end:
                break
            stretch = self._known[first]
            part = stretch.pages.intersect(pages)
            if part:
                known[part.first - pages.first : part.end - pages.first] = stretch.of(part)
        inside = max(0, min(self._sides.theirs.size - pages.first * PAGESIZE, len(theirs)))
        now = np.zeros(pages.count, np.uint32)
        found = self._prints_of(theirs[:inside])
        now[: len(found)] = found
        return (known != NONE) & (known != now), known == NONE

    def _since_read(self, page: int, theirs: NDArray[np.uint8], index: int, count: int) -> int | None:
        """Bytes that others changed in a page that we did not."""
        if self._sides.original is not None:
            return count
        old = self._sides.old.get(page)
        if old is None:
            return None
        now = theirs[index * PAGESIZE : index * PAGESIZE + len(old)]
        return int((as_array(old) != now).sum())

    def _add(self, page: int, whose: Whose, count: int | None) -> None:
        last = self.rows[-1] if self.rows else None
        if last is not None and last.pages.end == page and last.whose is whose:
            total = None if last.differing is None or count is None else last.differing + count
            self.rows[-1] = Difference(PageRange(last.pages.first, page + 1), whose, total)
        else:
            self.rows.append(Difference(PageRange(page, page + 1), whose, count))


if TYPE_CHECKING:
    _Flags = NDArray[np.bool_]


def _read(source: _Bytes | Snapshot, pages: PageRange) -> tuple[NDArray[np.uint8], _Flags]:
    """The bytes of ``pages`` (00 behind the end), and which pages lost some."""
    room = np.zeros(pages.count * PAGESIZE, np.uint8)
    part = pages.bytes(source.size)
    gone = np.zeros(pages.count, np.bool_)
    if part:
        for item in source.read_into(part.start, room[: part.length].data):
            inside = item.range.pages.intersect(pages)
            gone[inside.first - pages.first : inside.end - pages.first] = True
    return room, gone


def _counts(one: NDArray[np.uint8], other: NDArray[np.uint8]) -> NDArray[np.int64]:
    """How many bytes of each page differ."""
    out: NDArray[np.int64] = (one != other).reshape(-1, PAGESIZE).sum(1)
    return out


def _mask(runs: RunSet, pages: PageRange) -> _Flags:
    out = np.zeros(pages.count, np.bool_)
    for run in runs.within(pages):
        out[run.first - pages.first : run.end - pages.first] = True
    return out

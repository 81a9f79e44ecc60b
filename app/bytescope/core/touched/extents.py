"""Where a file has disk space, and of which sort: holes, reserved, shared, not placed yet."""

from __future__ import annotations

import errno
import fcntl
import os
import time
from array import array
from typing import TYPE_CHECKING

import numpy as np

from bytescope.core.ranges import PAGESIZE, PageRange, page_count
from bytescope.core.source.file import TRIES
from bytescope.core.text.formats import plural
from bytescope.core.touched.found import Found, Limits
from bytescope.core.touched.layers import Layer
from bytescope.core.touched.part_runs import PartRuns
from bytescope.core.touched.told import Told

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from bytescope.core.source.descriptor import Descriptor
    from bytescope.core.source.file import FileSource
    from bytescope.core.ticket import Ticket

    Ints = NDArray[np.int64]

STATES = (Layer.HOLE, Layer.UNWRITTEN, Layer.SHARED)

FS_IOC_FIEMAP = 0xC020660B
"""_IOWR('f', 11, struct fiemap): linux/fiemap.h. Asked without FLAG_SYNC: looking must write nothing."""

BATCH = 512
"""Extents in an answer of FIEMAP, 56 bytes each; holes found by seeking between two looks at the clock."""

_HEAD, _EXTENT = 4, 7  # in words of eight bytes
_FLAGS = 10  # the word of four bytes in an extent that holds the flags
_LAST, _DELALLOC, _UNWRITTEN, _SHARED = 0x1, 0x4, 0x800, 0x2000
STORED = frozenset({Layer.DIRTY, Layer.WRITING})
MOST_CALLS = 1 << 14

_EVERYTHING = (1 << 63) - 1

NO_LIST = "this file system does not list its extents"
NO_HOLES = "this file system does not tell holes from data"
STORED_TOO = "with what was stored there and is not on the disk yet"
RESERVED_TOO = "reserved space counts as a hole here"
PLACELESS = "{0} without a place on the disk yet"
NOT_ALL = "only the first {0:,} pages were looked at"


class Extents:
    """Reads the list of extents of ``pages``, a step at a time, as a file may have millions of them.

    For one thread at a time; what is known so far can be had between two steps, though not gone on after.
    """

    def __init__(self, source: FileSource, pages: PageRange | None = None) -> None:
        self._source = source
        self._descriptor = source.descriptor
        everything = PageRange(0, page_count(source.size))
        self.pages = everything if pages is None else pages.intersect(everything)
        self._shift = source.window_start
        part = self.pages.bytes(source.size).shifted(self._shift)
        self._at, self._end = part.start, part.end
        self.told = Told.YES if self._descriptor is not None else Told.NOT_AVAILABLE
        """Whether the list can be had; where not, holes are found by seeking."""

        self.done = self._at >= self._end
        self.extents = 0
        self.settled = True
        """Whether no page waits for its place on the disk: else the list soon changes, but not the times."""

        size = self.pages.bytes(source.size).end
        self._holes = PartRuns(self.pages, size, self._shift, inward=True)
        self._unwritten = PartRuns(self.pages, size, self._shift, inward=True)
        self._shared = PartRuns(self.pages, size, self._shift, inward=False)
        self._placeless = PartRuns(self.pages, size, self._shift, inward=False)
        self._seeks = True
        self._tries = TRIES

    def step(self, seconds: float = float("inf"), ticket: Ticket | None = None) -> bool:
        """Go on for about so long; True when all is known. Raises Cancelled through the ticket."""
        until = time.monotonic() + seconds
        while not self.done:
            if ticket is not None:
                ticket.check()
            self._batch()
            if time.monotonic() > until:
                break
        return self.done

    def states(self) -> dict[Layer, Found]:
        """What is known now, of all three states. Ends the reading."""
        note = "" if self.done else NOT_ALL.format(self._reached())
        self.done = True
        listed = self.told is Told.YES
        found = {layer: Found(Told.NOT_AVAILABLE, None, NO_LIST) for layer in STATES}
        holes = self._holes.runs()
        placeless = self._placeless.runs().pages
        if listed:
            found[Layer.UNWRITTEN], stored = self._never_stored(note)
            placeless += stored
            found[Layer.SHARED] = Found(Told.YES, self._shared.runs(), note)
        self.settled = not placeless
        hints = [
            PLACELESS.format(plural(placeless, "page")) if placeless else "",
            "" if listed else RESERVED_TOO,
            note,
        ]
        if self._seeks:
            found[Layer.HOLE] = Found(Told.YES, holes, "; ".join(hint for hint in hints if hint))
        else:
            found[Layer.HOLE] = Found(Told.NOT_AVAILABLE, None, NO_HOLES)
        return found

    def _never_stored(self, note: str) -> tuple[Found, int]:
        """Reserved pages without those stored since, which the list calls unwritten until the disk has them.

        And how many these are. Seeking would not do: it calls data whatever is in memory, read or stored.
        """
        reserved = self._unwritten.runs()
        if not reserved:
            return Found(Told.YES, reserved, note), 0
        from bytescope.core.touched.residency import look

        hull = PageRange(int(reserved.firsts[0]), int(reserved.ends[-1]))
        states = look(self._source, hull, 0, STORED, Limits(MOST_CALLS)).states
        stored = [found.runs for found in states.values() if found.runs is not None]
        if not stored:
            return Found(Told.YES, reserved, "; ".join(hint for hint in (STORED_TOO, note) if hint)), 0
        left = reserved
        for runs in stored:
            left = left.without(runs.runs())
        return Found(Told.YES, left, note), reserved.pages - left.pages

    # -- inside -------------------------------------------------------------------------------

    def _reached(self) -> int:
        return max(0, self._at - self._shift - self.pages.first * PAGESIZE) // PAGESIZE

    def _batch(self) -> None:
        file = self._descriptor
        if file is None:
            self._seeks, self.done = False, True
        elif self.told is Told.YES:
            try:
                self._list(file)
            except OSError as error:
                if error.errno in (errno.EINTR, errno.EAGAIN):
                    return
                self.told = Told.NOT_AVAILABLE
        else:
            self._seek(file)

    def _list(self, file: Descriptor) -> None:
        """One question for extents, from where the last answer ended."""
        before = file.state()
        words = array("Q", bytes(8 * (_HEAD + BATCH * _EXTENT)))
        words[0], words[1] = self._at, min(self._end - self._at, _EVERYTHING)
        small = memoryview(words).cast("B").cast("I")
        small[6] = BATCH
        fcntl.ioctl(file.fd, FS_IOC_FIEMAP, words, True)
        count = small[5]
        table = np.array(words[_HEAD : _HEAD + count * _EXTENT], np.uint64).reshape(-1, _EXTENT)
        starts = np.minimum(table[:, 0], np.uint64(_EVERYTHING)).astype(np.int64)
        ends = starts + np.minimum(table[:, 2], np.uint64(_EVERYTHING)).astype(np.int64)
        flags = table.view(np.uint32).reshape(-1, 2 * _EXTENT)[:, _FLAGS]
        self._take(starts, np.minimum(ends, self._end), flags)
        self.extents += count
        if not count or flags[-1] & _LAST or self._at >= self._end:
            self._gap_to_end(file, before)

    def _take(self, starts: Ints, ends: Ints, flags: NDArray[np.uint32]) -> None:
        """Gaps between extents are holes; the first extent may begin before where it was asked for."""
        inside = ends > self._at
        starts, ends, flags = np.maximum(starts[inside], self._at), ends[inside], flags[inside]
        before = np.append(self._at, ends)[:-1]
        gap = starts > before
        self._holes.add(before[gap], starts[gap])
        for runs, flag in (
            (self._unwritten, _UNWRITTEN),
            (self._shared, _SHARED),
            (self._placeless, _DELALLOC),
        ):
            has = (flags & flag) != 0
            runs.add(starts[has], ends[has])
        if len(ends):
            self._at = int(ends[-1])

    def _gap_to_end(self, file: Descriptor, before: tuple[int, ...]) -> None:
        """Nothing more is stored: a hole up to the end of the file, where the file is as it was ``before``.

        What was cut off is none, nor what has grown again since. A changed file is asked again, but not for
        ever: then no hole is told there.
        """
        now = file.state()
        if self._at < self._end and now != before and self._tries:
            self._tries -= 1
            return
        end = min(self._end, now[0]) if now and now == before else self._at
        if self._at < end:
            self._holes.add(np.array([self._at]), np.array([end]))
        self._at = self._end
        self.done = True

    def _seek(self, file: Descriptor) -> None:
        """Some holes by SEEK_HOLE and SEEK_DATA; space that is reserved counts as one."""
        starts, ends = array("q"), array("q")
        before, last = file.state(), False
        try:
            while len(starts) < BATCH and self._at < self._end and not last:
                self._at = min(self._end, os.lseek(file.fd, self._at, os.SEEK_HOLE))
                if self._at < self._end:
                    data = _data_start(file.fd, self._at, self._end)
                    last = data is None
                    if data is not None:
                        starts.append(self._at)
                        ends.append(data)
                        self._at = data
        except OSError as error:
            if error.errno != errno.ENXIO:  # behind the end, of a file that was cut off meanwhile
                self._seeks = False
            self._at = self._end
        self._holes.add(np.array(starts, np.int64), np.array(ends, np.int64))
        if last:
            self._gap_to_end(file, before)
        self.done = self._at >= self._end


def _data_start(fd: int, at: int, end: int) -> int | None:
    """Where the next data is; None where there is none up to the end of the file."""
    try:
        return min(end, os.lseek(fd, at, os.SEEK_DATA))
    except OSError as error:
        if error.errno == errno.ENXIO:
            return None
        raise

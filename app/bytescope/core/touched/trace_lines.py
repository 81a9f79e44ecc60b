"""Reads the kernel's trace lines about one file: who read or wrote which bytes of it, and when."""

from __future__ import annotations

import enum
import re
from functools import lru_cache
from typing import NamedTuple

from bytescope.core.source.shown import printable_name

MOST_ALIGNED = 20
"""A folio begins at a multiple of its own length, a power of two of at most so many doublings of a page."""

_LINE = re.compile(
    rb" *(.*)-([0-9]{1,10}) +(?:\( *([0-9]{1,10}|-+)\) +)?\[[0-9]+\] +(?:[^ ]+ +)?([0-9]{1,12}\.[0-9]{1,9}): "
    rb"([a-z0-9_]+): (.*)",
    re.DOTALL,
)
_LOST = re.compile(rb"CPU:[0-9]+ \[LOST ([0-9]{1,18}) EVENTS\]")
_RANGE = re.compile(rb"dev=[0-9]+:[0-9]+ ino=([0-9a-f]{1,16}) ofs=([0-9]{1,19})(?:-([0-9]{1,19}))?")
_DIRTY = re.compile(rb"bdi .*: ino=([0-9]{1,20}) index=([0-9]{1,20})")
_XFS_WRITE = re.compile(
    rb"dev [0-9]+:[0-9]+ ino 0x([0-9a-f]{1,16}) disize 0x[0-9a-f]+ pos 0x([0-9a-f]{1,16}) "
    rb"bytecount 0x([0-9a-f]{1,16})"
)
_WRITE = re.compile(rb"dev [0-9]+,[0-9]+ ino ([0-9]{1,20}) pos ([0-9]{1,19}) len ([0-9]{1,19})(?: .*)?")


class Kind(enum.Enum):
    """What a process did to bytes of the file; the value is the word for people."""

    READ = "read"
    AROUND = "read here"  # at least one of these pages: they were mapped together
    WRITTEN = "written"


class Event(enum.Enum):
    """The trace events that are understood."""

    READ = "mm_filemap_get_pages"
    FAULT = "mm_filemap_fault"
    AROUND = "mm_filemap_map_pages"
    DIRTY = "writeback_dirty_folio"
    WRITE = "ext4_write_begin"
    WRITE_DELAYED = "ext4_da_write_begin"
    WRITE_XFS = "xfs_file_buffered_write"


_EVENTS = {event.value.encode(): event for event in Event}
_WRITES = (Event.WRITE, Event.WRITE_DELAYED, Event.WRITE_XFS)


class Traced(NamedTuple):
    """One line: bytes ``start`` to ``end`` of the file; of DIRTY the first page of the folio alone.

    ``process`` is the thread's number where the kernel did not tell. ``time``: seconds of CLOCK_MONOTONIC.
    """

    time: float
    process: int
    thread: int
    program: str
    event: Event
    inode: int
    start: int
    end: int


class Access(NamedTuple):
    """A process did ``kind`` to bytes ``start`` to ``end`` of the file, whole pages of the system.

    Of a write that is only seen by its folio ``exact`` is False: it was some page of that folio.
    """

    time: float
    process: int
    program: str
    kind: Kind
    start: int
    end: int
    exact: bool = True


def lost_events(line: bytes) -> int:
    """How many events a line says were lost; 0 for any other line."""
    found = _LOST.fullmatch(line.strip())
    return int(found[1]) if found else 0


def parse_trace(line: bytes, page: int) -> Traced | None:
    """What a line of ``trace_pipe`` says; None for one that is not understood. ``page``: the system's size.

    The program's name is what it calls itself, up to 15 bytes: whatever stands in it, the last part of the
    line that can be the kernel's is taken for the kernel's.
    """
    found = _LINE.fullmatch(line)
    if found is None:
        return None
    event = _EVENTS.get(found[5])
    if event is None:
        return None
    where = _place(event, found[6], page)
    if where is None:
        return None
    thread = int(found[2])
    process = int(found[3]) if found[3] and found[3].isdigit() else thread
    return Traced(float(found[4]), process, thread, _shown(found[1]), event, *where)


@lru_cache(1024)  # the same few names stand in all lines
def _shown(name: bytes) -> str:
    return printable_name(name)


def _place(event: Event, text: bytes, page: int) -> tuple[int, int, int] | None:
    """The inode, and first and end byte."""
    if event in _WRITES:
        found, base = _WRITE.fullmatch(text), 10
        if event is Event.WRITE_XFS:
            found, base = _XFS_WRITE.fullmatch(text), 16
        if found is None:
            return None
        inode, start, length = (int(found[n], base) for n in (1, 2, 3))
        return inode, start, start + max(1, length)
    if event is Event.DIRTY:
        found = _DIRTY.fullmatch(text)
        return (int(found[1]), int(found[2]) * page, (int(found[2]) + 1) * page) if found else None
    found = _RANGE.fullmatch(text)
    if found is None or (event is Event.FAULT) != (found[3] is None):
        return None
    start = int(found[2])
    end = start + page if found[3] is None else int(found[3]) + 1
    return (int(found[1], 16), start, end) if start < end else None


class Pairing:
    """Makes accesses of trace lines, which come in the order in which they happened.

    What a thread does shows in two lines, which together tell one exact access: a store through a mapping as
    a fault of its page, then as its folio getting dirty; a write call as its range, then the same; a load of
    what is not in memory as a fault and as pages mapped around it, in either order.
    """

    def __init__(self, page: int) -> None:
        self._page = page
        self._before: dict[int, Traced] = {}

    def take(self, line: Traced) -> list[Access]:
        """What is sure now that this line came."""
        before = self._before.pop(line.thread, None)
        if line.event is Event.DIRTY:
            return self._dirtied(line, before)
        if line.event is Event.READ:
            return [*self._alone(before), self._access(line, Kind.READ)]
        if line.event in _WRITES:
            self._before[line.thread] = line
            return [*self._alone(before), self._access(line, Kind.WRITTEN)]
        if before is not None and before.event is Event.FAULT and _within(before, line):
            self._before[line.thread] = before  # tried again, or mapped with its neighbours
            return []
        self._before[line.thread] = line
        return [] if before is not None and _within(line, before) else self._alone(before)

    def flush(self, until: float) -> list[Access]:
        """What waits since ``until`` or before for a second line, which will not come any more."""
        old = [line for line in self._before.values() if line.time <= until]
        for line in old:
            del self._before[line.thread]
        return [access for line in old for access in self._alone(line)]

    def _dirtied(self, line: Traced, before: Traced | None) -> list[Access]:
        if before is None or before.event is Event.AROUND or not self._holds(line, before):
            return [*self._alone(before), self._access(line, Kind.WRITTEN, exact=False)]
        return [self._access(before, Kind.WRITTEN)] if before.event is Event.FAULT else []

    def _alone(self, before: Traced | None) -> list[Access]:
        """What a line says by itself, where no second one belongs to it."""
        if before is None or before.event in _WRITES:
            return []
        return [self._access(before, Kind.READ if before.event is Event.FAULT else Kind.AROUND)]

    def _holds(self, dirty: Traced, other: Traced) -> bool:
        """Whether a folio that begins at the dirty page can hold a page of ``other``."""
        head, first = dirty.start // self._page, other.start // self._page
        last = (other.end - 1) // self._page
        return first <= head <= last or any(first >> order << order == head for order in range(MOST_ALIGNED))

    def _access(self, line: Traced, kind: Kind, *, exact: bool = True) -> Access:
        page = self._page
        start, end = line.start // page * page, -(-line.end // page) * page
        return Access(line.time, line.process, line.program, kind, start, end, exact)


def _within(inner: Traced, outer: Traced) -> bool:
    """Whether ``inner`` is a fault of a page that ``outer`` is about, too."""
    return inner.event is Event.FAULT and outer.start <= inner.start and inner.end <= outer.end

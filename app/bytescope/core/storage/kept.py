"""The old bytes of ranges that a save overwrites: for undo after it, for roll-back, for moved blocks."""

from __future__ import annotations

import errno
import os
import weakref
from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Protocol

from bytescope.core.document.spans import Span
from bytescope.core.ranges import ByteRange
from bytescope.core.source.base import Lost, Source, Why
from bytescope.core.source.memory import ZeroSource
from bytescope.core.storage.calls import CHUNK, Calls, read_all, write_all
from bytescope.core.storage.runs import DataRuns

if TYPE_CHECKING:
    from bytescope.core.ticket import Ticket

HOLE, UNREADABLE = -1, -2
"""Places of old bytes that are nowhere: they were 00 without room of their own, or could not be read."""

_EVERYTHING = (1 << 63) - 1
_NEAR = 1 << 16


class Store(Protocol):
    """Where old bytes are put aside."""

    @property
    def place(self) -> int:
        """Where the next bytes will be found again."""
        ...

    @property
    def full(self) -> bool:
        """Whether what was noted must be appended before anything else is noted."""
        ...

    def note(self, range: ByteRange, place: int) -> None:
        """The old bytes of ``range`` are at ``place``, as soon as they were appended."""
        ...

    def append(self, data: memoryview) -> None:
        """Put aside the bytes of all that was noted since the last time. Raises ``OSError``."""
        ...


class SpoolSource:
    """Bytes in a file without a name, which goes away with this object, or in one that others write to.

    So ``size`` bounds no reading: what lies behind the end of the file is lost.
    """

    full = False

    size = _EVERYTHING

    needs_io = True

    cycle: int | None = None

    def __init__(self, fd: int, calls: Calls) -> None:
        self._end = 0
        self._fd = fd
        self._calls = calls
        self._closer = weakref.finalize(self, os.close, fd)

    @property
    def place(self) -> int:
        return self._end

    def note(self, range: ByteRange, place: int) -> None:
        """Nothing: these bytes are not looked for by anyone else."""

    def append(self, data: memoryview) -> None:
        """Write ``data`` behind what is there. Raises ``OSError``."""
        write_all(self._calls, self._fd, data, self._end)
        self._end += len(data)

    def read_into(self, offset: int, buffer: memoryview) -> tuple[Lost, ...]:
        try:
            have = read_all(self._calls, self._fd, buffer, offset)
        except OSError:
            have = 0
        if have == len(buffer):
            return ()
        buffer[have:] = bytes(len(buffer) - have)
        return (Lost(ByteRange(offset + have, offset + len(buffer)), Why.UNREADABLE),)

    def data_runs(self, within: ByteRange) -> Iterator[ByteRange]:
        if within:
            yield within


class LostSource:
    """Bytes that could not be read when they were to be kept; they read as lost, never as zeros."""

    size = _EVERYTHING
    cycle: int | None = None

    def read_into(self, offset: int, buffer: memoryview) -> tuple[Lost, ...]:
        buffer[:] = bytes(len(buffer))
        return (Lost(ByteRange.of(offset, len(buffer)), Why.UNREADABLE),)

    def data_runs(self, within: ByteRange) -> Iterator[ByteRange]:
        if within:
            yield within


class Kept:
    """Old bytes of ranges of a base file. Offsets are the base's."""

    def __init__(self, spool: Source | None) -> None:
        self._spool = spool
        self._zero = ZeroSource(_EVERYTHING)
        self._lost = LostSource()
        # Disjoint pieces in order: start, end, and place in the spool (or what they are).
        self._starts = array("q")
        self._ends = array("q")
        self._places = array("q")

    def __len__(self) -> int:
        return len(self._starts)

    @property
    def spooled(self) -> int:
        """Bytes that were put aside; holes take no room."""
        return sum(end - start for start, end, place in self._rows() if place >= 0)

    def ranges(self) -> Iterator[ByteRange]:
        """All that is kept, in order."""
        return (ByteRange(start, end) for start, end, _ in self._rows())

    def _rows(self) -> Iterator[tuple[int, int, int]]:
        return zip(self._starts, self._ends, self._places)

    def pieces(self, within: ByteRange) -> Iterator[tuple[ByteRange, Source, int]]:
        """The kept parts of ``within`` in order: base range, source of the old bytes, offset in it."""
        at = max(0, bisect_right(self._starts, within.start) - 1)
        while at < len(self._starts) and self._starts[at] < within.end:
            start, end = max(self._starts[at], within.start), min(self._ends[at], within.end)
            if start < end:
                source, place = self._source(self._places[at])
                yield ByteRange(start, end), source, place + start - self._starts[at]
            at += 1

    def span_for(self, range: ByteRange) -> list[Span] | None:
        """The old bytes of a base range as spans; None unless all of it was kept."""
        spans: list[Span] = []
        at = range.start
        for piece, source, start in self.pieces(range):
            if piece.start != at:
                return None
            spans.append(Span(source, start, piece.length))
            at = piece.end
        return spans if at == range.end else None

    def _source(self, place: int) -> tuple[Source, int]:
        if place == HOLE:
            return self._zero, 0
        if place == UNREADABLE or self._spool is None:
            return self._lost, 0
        return self._spool, place

    def add(self, range: ByteRange, place: int) -> None:
        """Note that the old bytes of ``range``, behind all earlier ones, are at ``place``."""
        joins = self._ends and self._ends[-1] == range.start
        if joins and self._continues(self._places[-1], place, self._ends[-1] - self._starts[-1]):
            self._ends[-1] = range.end
            return
        self._starts.append(range.start)
        self._ends.append(range.end)
        self._places.append(place)

    @staticmethod
    def _continues(before: int, place: int, length: int) -> bool:
        return place == before if place < 0 else before >= 0 and place == before + length


def keep(
    base: Source, ranges: Iterable[ByteRange], ticket: Ticket, calls: Calls, folder: bytes | None
) -> Kept:
    """Copy the present bytes of sorted, disjoint ``ranges`` of ``base`` aside; holes cost nothing.

    Bytes the medium does not give up are kept as lost. Raises ``OSError`` when there is no room, or
    (ESTALE) when the file has become shorter; ``Cancelled``.
    """
    spool = SpoolSource(calls.spool(folder), calls)
    return keep_in(base, ranges, ticket, spool, Kept(spool))


def keep_in(base: Source, ranges: Iterable[ByteRange], ticket: Ticket, store: Store, kept: Kept) -> Kept:
    """As ``keep``, into a store, noted in ``kept``, whose own source reads what the store was given."""
    return _Keeper(base, ticket, store, kept).run(ranges)


class _Keeper:
    """Gathers small pieces, so that a million of them do not make a million writes."""

    def __init__(self, base: Source, ticket: Ticket, store: Store, kept: Kept) -> None:
        self._base = base
        self._ticket = ticket
        self._store = store
        self._kept = kept
        self._buffer = memoryview(bytearray(CHUNK))
        self._used = 0
        self._around = memoryview(bytearray(_NEAR))
        self._near = ByteRange(0, 0)

    def run(self, ranges: Iterable[ByteRange]) -> Kept:
        runs = DataRuns(self._base)
        for item in ranges:
            at = item.start
            for run in runs.within(item):
                self._hole(at, run.start)
                for chunk in run.chunks(CHUNK):
                    self._data(chunk)
                at = run.end
            self._hole(at, item.end)
        self._flush()
        return self._kept

    def _hole(self, start: int, end: int) -> None:
        if end > start:
            self._add(ByteRange(start, end), HOLE)
            if self._store.full:
                self._flush()

    def _data(self, chunk: ByteRange) -> None:
        if self._used + chunk.length > CHUNK:
            self._flush()
        place = self._store.place + self._used
        view = self._buffer[self._used : self._used + chunk.length]
        at = chunk.start
        for lost in self._read(chunk, view):
            if lost.why is Why.GONE:
                raise OSError(errno.ESTALE, "the file has become shorter")
            self._good(at, lost.range.start, place + at - chunk.start)
            self._add(lost.range, UNREADABLE)
            at = lost.range.end
        self._good(at, chunk.end, place + at - chunk.start)
        self._used += chunk.length
        if self._store.full:
            self._flush()
        self._ticket.advance(chunk.length)

    def _read(self, chunk: ByteRange, view: memoryview) -> tuple[Lost, ...]:
        """Small neighbours come out of one read."""
        if chunk.length > _NEAR // 4:
            return self._base.read_into(chunk.start, view)
        if not self._near.covers(chunk):
            self._near = ByteRange(chunk.start, min(chunk.start + _NEAR, self._base.size))
            if self._base.read_into(chunk.start, self._around[: self._near.length]):
                self._near = ByteRange(0, 0)
                return self._base.read_into(chunk.start, view)
        at = chunk.start - self._near.start
        view[:] = self._around[at : at + chunk.length]
        return ()

    def _good(self, start: int, end: int, place: int) -> None:
        if end > start:
            self._add(ByteRange(start, end), place)

    def _add(self, range: ByteRange, place: int) -> None:
        self._store.note(range, place)
        self._kept.add(range, place)

    def _flush(self) -> None:
        self._store.append(self._buffer[: self._used])
        self._used = 0

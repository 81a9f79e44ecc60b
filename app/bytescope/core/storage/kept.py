"""The old bytes of ranges that a save overwrites: for undo after it, for roll-back, for moved blocks."""

from __future__ import annotations

import errno
import os
import weakref
from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from bytescope.core.document.spans import Span
from bytescope.core.ranges import ByteRange
from bytescope.core.source.base import Lost, Source, Why
from bytescope.core.source.memory import ZeroSource
from bytescope.core.storage.calls import CHUNK, Calls, read_all, write_all
from bytescope.core.storage.runs import DataRuns

if TYPE_CHECKING:
    from bytescope.core.ticket import Ticket

_HOLE, _UNREADABLE = -1, -2
_EVERYTHING = (1 << 63) - 1
_NEAR = 1 << 16


class SpoolSource:
    """Bytes in a file without a name, which goes away with this object."""

    needs_io = True

    cycle: int | None = None

    def __init__(self, fd: int, calls: Calls) -> None:
        self.size = 0
        self._fd = fd
        self._calls = calls
        self._closer = weakref.finalize(self, os.close, fd)

    def append(self, data: memoryview) -> None:
        """Write ``data`` behind what is there. Raises ``OSError``."""
        write_all(self._calls, self._fd, data, self.size)
        self.size += len(data)

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

    def __init__(self, spool: SpoolSource | None) -> None:
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
        """Bytes that take room on the disk; holes take none."""
        return self._spool.size if self._spool else 0

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
        if place == _HOLE:
            return self._zero, 0
        if place == _UNREADABLE or self._spool is None:
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
    return _Keeper(base, ticket, SpoolSource(calls.spool(folder), calls)).run(ranges)


class _Keeper:
    """Gathers small pieces, so that a million of them do not make a million writes."""

    def __init__(self, base: Source, ticket: Ticket, spool: SpoolSource) -> None:
        self._base = base
        self._ticket = ticket
        self._spool = spool
        self._kept = Kept(spool)
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
            self._kept.add(ByteRange(start, end), _HOLE)

    def _data(self, chunk: ByteRange) -> None:
        if self._used + chunk.length > CHUNK:
            self._flush()
        place = self._spool.size + self._used
        view = self._buffer[self._used : self._used + chunk.length]
        at = chunk.start
        for lost in self._read(chunk, view):
            if lost.why is Why.GONE:
                raise OSError(errno.ESTALE, "the file has become shorter")
            self._good(at, lost.range.start, place + at - chunk.start)
            self._kept.add(lost.range, _UNREADABLE)
            at = lost.range.end
        self._good(at, chunk.end, place + at - chunk.start)
        self._used += chunk.length
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
            self._kept.add(ByteRange(start, end), place)

    def _flush(self) -> None:
        if self._used:
            self._spool.append(self._buffer[: self._used])
            self._used = 0

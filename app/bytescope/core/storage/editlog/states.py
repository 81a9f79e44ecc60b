"""A whole state of a document in records: its spans on the base, and the bytes of all others."""

from __future__ import annotations

import struct
from array import array
from bisect import bisect_right
from collections.abc import Callable, Iterator

from bytescope.core.document.era import LOST
from bytescope.core.document.lent import LentFile
from bytescope.core.document.patterns import Counter, FileBytes, OffsetStamp, PageStamp, Pattern, Repeat
from bytescope.core.document.patterns import SeededRandom as Random
from bytescope.core.document.snapshot import Segment, Snapshot
from bytescope.core.document.spans import Span
from bytescope.core.document.steps import ZEROS
from bytescope.core.errors import SaveError
from bytescope.core.ranges import ByteRange
from bytescope.core.source.base import Source
from bytescope.core.source.memory import MemorySource, ZeroSource
from bytescope.core.storage.editlog.decoding import decoded_pattern
from bytescope.core.storage.editlog.encoding import MOST_DATA, encoded_pattern, pieces
from bytescope.core.storage.editlog.layout import (
    CHUNK,
    DATA,
    MORE,
    MOST_NAME,
    MOST_OFFSET,
    PATTERN,
    SPANS,
    STATE,
    STATE_END,
    LogError,
    dumped,
    number,
    pack,
    unpack,
)
from bytescope.core.storage.records import Record

_ROW = struct.Struct("<Bqq")  # where from, offset there, length
_ROWS = 32768
_WORTH_LOOKING = 4096
"""Bytes from which on it is looked whether the base has them as well."""
_BASE, _ZERO, _LOST, _DATA, _PATTERN = range(5)
"""Where the bytes of a span come from. Of a pattern its number is in a row of its own before it."""

_PATTERNS = (Repeat, Counter, OffsetStamp, PageStamp, Random, FileBytes)

Append = Callable[..., object]
"""``RecordWriter.append``: kind and parts."""


class StateWriter:
    """Writes one state. Raises ``OSError``, and SaveError where the state cannot be written down."""

    def __init__(self, snapshot: Snapshot, base: Source, append: Append) -> None:
        self._snapshot = snapshot
        self._base = base
        self._append = append
        self._rows = bytearray()
        self._near = bytearray()
        self._data = 0
        self._patterns: dict[int, int] = {}

    def write(self, name: str) -> None:
        self._append(STATE, dumped({"n": name[:MOST_NAME]}))
        for segment in self._snapshot.segments(ByteRange(0, self._snapshot.size)):
            self._segment(segment)
        self._flush()
        self._flush_data()
        self._append(STATE_END, dumped({"size": self._snapshot.size, "data": self._data}))

    def _segment(self, segment: Segment) -> None:
        source, start, length = segment.source, segment.start, segment.range.length
        if source is self._base:
            self._row(_BASE, start, length)
        elif isinstance(source, ZeroSource):
            self._row(_ZERO, 0, length)
        elif source is LOST:
            self._row(_LOST, 0, length)
        elif (lent := _scattered(source)) is not None and start + length <= lent.size:
            self._lent(lent, segment)
        elif isinstance(source, _PATTERNS):
            self._row(_PATTERN, self._pattern(source), 0)
            self._row(_PATTERN, start, length)
        else:
            self._bytes(source, ByteRange.of(start, length), segment.range.start - start)

    def _lent(self, lent: LentFile, segment: Segment) -> None:
        """Bytes of another file, parts of which were written over and set aside."""
        at = segment.range.start
        for span in lent.spans(ByteRange.of(segment.start, segment.range.length)):
            self._segment(Segment(ByteRange.of(at, span.length), span.source, span.start))
            at += span.length

    def _row(self, kind: int, start: int, length: int) -> None:
        self._rows += _ROW.pack(kind, start, length)
        if len(self._rows) >= _ROWS * _ROW.size:
            self._flush()

    def _flush(self) -> None:
        if self._rows:
            self._append(SPANS, bytes(self._rows))
            self._rows.clear()

    def _pattern(self, pattern: Pattern) -> int:
        known = self._patterns.get(id(pattern))
        if known is None:
            known = self._patterns[id(pattern)] = len(self._patterns)
            coded = encoded_pattern(pattern)
            size = coded.data.length if coded.data is not None else 0
            self._append(PATTERN, pack({**coded.head, "d": size}))
            for piece in pieces(coded.data) if coded.data is not None else ():
                self._append(MORE, piece)
        return known

    def _bytes(self, source: Source, within: ByteRange, shift: int) -> None:
        """Bytes of another source than the base; in the document they stand ``shift`` bytes further."""
        at = within.start
        for run in source.data_runs(within):
            self._hole(run.start - at)
            for chunk in run.chunks(CHUNK):
                self._chunk(source, chunk, shift)
            at = run.end
        self._hole(within.end - at)

    def _hole(self, length: int) -> None:
        if length:
            self._row(_ZERO, 0, length)

    def _chunk(self, source: Source, chunk: ByteRange, shift: int) -> None:
        buffer = bytearray(chunk.length)
        lost = source.read_into(chunk.start, memoryview(buffer))
        if not lost and chunk.length >= _WORTH_LOOKING:
            place = self._in_base(buffer, chunk.start + shift)
            if place is not None:
                self._row(_BASE, place, chunk.length)
                return
        if self._data + chunk.length > MOST_DATA:
            raise SaveError("the state has more than 1 GiB of bytes that are no longer in the file")
        at = chunk.start
        for item in lost:
            self._good(at, item.range.start, chunk.start)
            self._row(_LOST, 0, item.range.length)
            at = item.range.end
        self._good(at, chunk.end, chunk.start)
        if len(self._near) + chunk.length > CHUNK:
            self._flush_data()
        self._near += buffer  # a million single bytes must not be a million records
        self._data += chunk.length

    def _in_base(self, data: bytearray, at: int) -> int | None:
        """Where the base has these bytes: a file that was written anew has most of what the old one had, at
        the same offset from its start or from its end.
        """
        for place in (at, at + self._base.size - self._snapshot.size):
            if 0 <= place <= self._base.size - len(data):
                there = bytearray(len(data))
                if not self._base.read_into(place, memoryview(there)) and there == data:
                    return place
        return None

    def _flush_data(self) -> None:
        if self._near:
            self._append(DATA, bytes(self._near))
            self._near.clear()

    def _good(self, start: int, end: int, chunk: int) -> None:
        if end > start:
            self._row(_DATA, self._data + start - chunk, end - start)


class StateReader:
    """Takes the records of one state; ``spans`` are those of the document then.

    Raises LogError where they are not what we would have written, RefusedError as ``decoded_pattern``.
    """

    def __init__(self, base: Source) -> None:
        self._base = base
        self._blocks: list[MemorySource] = []
        self._ends: list[int] = []
        self._patterns: list[Pattern] = []
        self._rows: array[int] = array("q")
        self._head: dict[str, object] | None = None
        self._bytes = bytearray()

    def take(self, record: Record) -> None:
        if record.kind == DATA:
            before = self._ends[-1] if self._ends else 0
            self._blocks.append(MemorySource(bytes(record.payload)))
            self._ends.append(before + len(record.payload))
        elif record.kind == PATTERN:
            self._begin_pattern(record)
        elif record.kind == MORE and self._head is not None:
            self._bytes += record.payload
            self._end_pattern()
        elif record.kind == SPANS and len(record.payload) % _ROW.size == 0:
            for kind, start, length in _ROW.iter_unpack(record.payload):
                self._rows.extend((kind, start, length))
        else:
            raise LogError("a record that does not belong to a state")

    def _begin_pattern(self, record: Record) -> None:
        if self._head is not None:
            raise LogError("a pattern that is not whole")
        self._head, rest = unpack(record.payload)
        self._bytes = bytearray(rest)
        self._end_pattern()

    def _end_pattern(self) -> None:
        head = self._head
        if head is None or len(self._bytes) < number(head, "d", MOST_DATA):
            return
        if len(self._bytes) > number(head, "d", MOST_DATA):
            raise LogError("more bytes than were told")
        self._head = None
        self._patterns.append(decoded_pattern(head, self._bytes))

    def spans(self) -> list[Span]:
        """The spans, each inside its source, and in all no longer than a document may be."""
        out: list[Span] = []
        total = 0
        pattern: Pattern | None = None
        rows = iter(self._rows)
        for kind, start, length in zip(rows, rows, rows):
            if kind == _PATTERN and not length:
                if not 0 <= start < len(self._patterns):
                    raise LogError("a pattern that is not there")
                pattern = self._patterns[start]
                continue
            if start < 0 or length <= 0 or length > MOST_OFFSET - total:
                raise LogError("a span that cannot be")
            out.extend(self._span(kind, start, length, pattern))
            total += length
        return out

    def _span(self, kind: int, start: int, length: int, pattern: Pattern | None) -> Iterator[Span]:
        if kind == _BASE:
            yield _inside(self._base, start, length)
        elif kind == _ZERO:
            yield Span(ZEROS, 0, length)
        elif kind == _LOST:
            yield Span(LOST, 0, length)
        elif kind == _PATTERN and pattern is not None:
            yield _inside(pattern, start, length)
        elif kind == _DATA:
            yield from self._stored(start, length)
        else:
            raise LogError("a span of a kind that is not known")

    def _stored(self, start: int, length: int) -> Iterator[Span]:
        if not self._ends or length > self._ends[-1] - start:
            raise LogError("a span outside of the bytes of the log")
        index = bisect_right(self._ends, start)
        while length:
            begin = self._ends[index - 1] if index else 0
            part = min(length, self._ends[index] - start)
            yield Span(self._blocks[index], start - begin, part)
            start, length, index = start + part, length - part, index + 1


def _inside(source: Source, start: int, length: int) -> Span:
    if length > source.size - start:
        raise LogError("a span outside of its source")
    return Span(source, start, length)


def _scattered(source: Source) -> LentFile | None:
    """What ``source`` takes its bytes from, if they are no longer all in one file."""
    lent = source.source if isinstance(source, FileBytes) else None
    return lent if isinstance(lent, LentFile) and not lent.intact else None

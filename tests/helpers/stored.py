"""Sources for tests: bytes that can be stored to, with holes, losses and failures on request."""

from __future__ import annotations

from collections.abc import Iterator

from bytescope.core.document.spans import Span
from bytescope.core.errors import SaveError
from bytescope.core.ranges import ByteRange
from bytescope.core.source.base import Lost, Why
from bytescope.core.source.memory import MemorySource


class StoredBytes:
    """A file that is a bytearray: takes stores and resizes, counts reads, has holes where told."""

    cycle: int | None = None
    windowed = False
    name = "stored.bin"

    def __init__(self, data: bytes | bytearray, holes: list[ByteRange] | None = None) -> None:
        self.data = bytearray(data)
        self.holes = holes or []
        self.lost: list[ByteRange] = []
        self.reads = 0
        self.stores: list[tuple[int, int]] = []
        self.fail_at: int | None = None
        self.flushes = 0

    @property
    def size(self) -> int:
        return len(self.data)

    def read_into(self, offset: int, buffer: memoryview) -> tuple[Lost, ...]:
        self.reads += 1
        part = self.data[offset : offset + len(buffer)]
        buffer[: len(part)] = part
        asked = ByteRange.of(offset, len(buffer))
        found = [item.intersect(asked) for item in self.lost if item.touches(asked)]
        if len(part) < len(buffer):
            buffer[len(part) :] = bytes(len(buffer) - len(part))
            found.append(ByteRange(offset + len(part), asked.end))
        return tuple(Lost(item, Why.GONE) for item in found)

    def data_runs(self, within: ByteRange) -> Iterator[ByteRange]:
        at = within.start
        for hole in sorted(self.holes):
            if hole.touches(within):
                if hole.start > at:
                    yield ByteRange(at, hole.start)
                at = max(at, hole.end)
        if at < min(within.end, self.size):
            yield ByteRange(at, min(within.end, self.size))

    def store(self, offset: int, data: bytes | memoryview) -> None:
        assert offset + len(data) <= self.size, "a store never grows the file"
        if self.fail_at is not None and offset + len(data) > self.fail_at:
            self.fail_at = None
            raise SaveError("The disk is full; free some space.")
        stored = ByteRange.of(offset, len(data))
        self.stores.append((offset, len(data)))
        self.holes = [
            rest
            for hole in self.holes
            for rest in (
                ByteRange(hole.start, max(hole.start, min(hole.end, stored.start))),
                ByteRange(min(hole.end, max(hole.start, stored.end)), hole.end),
            )
            if rest
        ]
        self.data[offset : offset + len(data)] = data

    def resize(self, size: int) -> None:
        old = self.size
        if size > old:
            self.data.extend(bytes(size - old))
            self.holes.append(ByteRange(old, size))
        else:
            del self.data[size:]
            self.holes = [h.intersect(ByteRange(0, size)) for h in self.holes if h.start < size]

    def flush(self) -> None:
        self.flushes += 1


class KeptCopy:
    """All bytes of a base as they were, kept for the history."""

    def __init__(self, data: bytes) -> None:
        self._source = MemorySource(data)
        self.asked = 0

    def span_for(self, range: ByteRange) -> list[Span] | None:
        self.asked += 1
        middle = range.start + range.length // 2
        halves = [
            Span(self._source, range.start, middle - range.start),
            Span(self._source, middle, range.end - middle),
        ]
        return [half for half in halves if half.length]

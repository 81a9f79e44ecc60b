"""Keeps typed and pasted bytes, so that spans can point at them while more are added."""

from __future__ import annotations

from collections.abc import Iterator

from bytescope.core.document.spans import Span
from bytescope.core.ranges import ByteRange
from bytescope.core.source.base import Lost

_FIRST_BLOCK = 4096
_LARGEST_BLOCK = 1 << 20


class AddedBlock:
    """A run of added bytes. Bytes below ``size`` never change; the rest of the block is not used yet.

    The block has its full length from the start, so nothing is ever moved while another thread reads.
    """

    __slots__ = ("_data", "size")

    cycle: int | None = None

    def __init__(self, data: bytes | bytearray, size: int) -> None:
        self._data = data
        self.size = size

    @property
    def room(self) -> int:
        return len(self._data) - self.size

    def append(self, data: bytes | memoryview) -> int:
        """Store ``data`` behind what is there; returns where it starts. There must be room."""
        start = self.size
        if not isinstance(self._data, bytearray) or len(data) > self.room:
            raise ValueError("no room in this block")
        self._data[start : start + len(data)] = data
        self.size = start + len(data)
        return start

    def read_into(self, offset: int, buffer: memoryview) -> tuple[Lost, ...]:
        if offset + len(buffer) > self.size:
            raise ValueError("past the end of the added bytes")
        buffer[:] = self._data[offset : offset + len(buffer)]
        return ()

    def data_runs(self, within: ByteRange) -> Iterator[ByteRange]:
        if within:
            yield within


class AddedBytes:
    """Gives each run of added bytes a span. Small runs share a block, large ones have their own.

    A block lives as long as a span of the document, of a snapshot or of the history points into it.
    """

    __slots__ = ("_block", "_next")

    def __init__(self) -> None:
        self._block = AddedBlock(bytearray(_FIRST_BLOCK), 0)
        self._next = _FIRST_BLOCK * 4

    def append(self, data: bytes | bytearray | memoryview) -> Span:
        """The span of a copy of ``data`` (at least one byte)."""
        length = len(data)
        if length > _LARGEST_BLOCK // 4:
            return Span(AddedBlock(bytes(data), length), 0, length)
        if length > self._block.room:
            self._block = AddedBlock(bytearray(max(self._next, length)), 0)
            self._next = min(self._next * 4, _LARGEST_BLOCK)
        return Span(self._block, self._block.append(bytes(data)), length)

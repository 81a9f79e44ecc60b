"""Gathers records, so that a hundred small ones are one write."""

from __future__ import annotations

from dataclasses import replace

from bytescope.core.storage.calls import Calls, write_all
from bytescope.core.storage.records import RecordWriter

_AT_ONCE = 1 << 20
"""Bytes that are gathered before they are written."""


class Batch:
    """Records to be written behind ``fd`` from ``offset`` on; complete there after ``flush``."""

    def __init__(self, fd: int, calls: Calls, offset: int) -> None:
        self._fd = fd
        self._calls = calls
        self._start = offset
        self._bytes = bytearray()
        self._writer = RecordWriter(fd, replace(calls, pwrite=self._gather), offset)

    @property
    def end(self) -> int:
        """Where the next record goes."""
        return self._writer.end

    def append(self, kind: int, *parts: bytes | bytearray | memoryview) -> None:
        """Raises ``OSError``."""
        self._writer.append(kind, *parts)
        if len(self._bytes) >= _AT_ONCE:
            self.flush()

    def flush(self) -> None:
        """Write what was gathered. Raises ``OSError``."""
        data, self._bytes = self._bytes, bytearray()
        write_all(self._calls, self._fd, memoryview(data), self._start)
        self._start += len(data)

    def _gather(self, fd: int, data: memoryview, offset: int) -> int:
        self._bytes += data
        return len(data)

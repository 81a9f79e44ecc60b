"""Keeps bytes that an operation has made: in memory while they are few, then in a file without a name."""

from __future__ import annotations

import os
import tempfile
import weakref
from collections.abc import Iterator

from bytescope.core.document.added import AddedBlock
from bytescope.core.document.spans import Span
from bytescope.core.document.steps import sized
from bytescope.core.errors import RefusedError
from bytescope.core.ranges import ByteRange
from bytescope.core.source.base import Lost, Source, Why

IN_MEMORY = 64 << 20
"""Bytes of one operation that are kept in memory where there is a folder for more."""

ALL_IN_MEMORY = 256 << 20
"""The same where there is none."""

_AT_ONCE = 1 << 20


class SpilledBytes:
    """The bytes in a file without a name, which the system removes with the last span that needs it."""

    needs_io = True
    cycle: int | None = None

    def __init__(self, folder: bytes) -> None:
        with tempfile.TemporaryFile(dir=os.fsdecode(folder), buffering=0) as file:
            self._fd = os.dup(file.fileno())
        self.size = 0
        weakref.finalize(self, os.close, self._fd)

    def append(self, data: memoryview) -> int:
        """Store ``data`` behind what is there; returns where it starts. Raises ``OSError``."""
        start = self.size
        at = 0
        while at < len(data):
            at += os.pwrite(self._fd, data[at:], start + at)
        self.size = start + len(data)
        return start

    def read_into(self, offset: int, buffer: memoryview) -> tuple[Lost, ...]:
        at = 0
        while at < len(buffer):
            try:
                got = os.preadv(self._fd, [buffer[at:]], offset + at)
            except OSError:
                got = 0
            if not got:
                buffer[at:] = bytes(len(buffer) - at)
                return (Lost(ByteRange(offset + at, offset + len(buffer)), Why.UNREADABLE),)
            at += got
        return ()

    def data_runs(self, within: ByteRange) -> Iterator[ByteRange]:
        if within:
            yield within


class Spill:
    """Takes bytes, gives spans. RefusedError from the start where ``needed`` bytes are more than there is
    room for: in memory, or beside them in half of what is free in ``folder``.
    """

    def __init__(self, needed: int, folder: bytes | None) -> None:
        self._folder = folder
        self._file: SpilledBytes | None = None
        self.in_memory = 0
        room = _room(folder)
        if needed > max(room, ALL_IN_MEMORY):
            raise RefusedError(
                f"The result has {sized(needed)} that cannot be described in a few, more than the "
                f"{sized(max(room, ALL_IN_MEMORY))} there is room for; choose a smaller range."
            )
        self._limit = IN_MEMORY if room > ALL_IN_MEMORY else ALL_IN_MEMORY

    def put(self, data: memoryview) -> Span:
        """The span of a copy of ``data``. RefusedError where the disk is full."""
        if self.in_memory + len(data) <= self._limit or self._folder is None:
            self.in_memory += len(data)
            return Span(AddedBlock(bytes(data), len(data)), 0, len(data))
        try:
            if self._file is None:
                self._file = SpilledBytes(self._folder)
            source: Source = self._file
            return Span(source, self._file.append(data), len(data))
        except OSError as error:
            raise RefusedError(
                f"The result could not be set aside ({error.strerror}), so nothing was changed; free some "
                "space or choose a smaller range."
            ) from error


class Collected:
    """Takes bytes one behind the other, of which many pieces are then cut: one source for all of them.

    RefusedError where there is no room for them.
    """

    def __init__(self, folder: bytes | None) -> None:
        self._folder = folder
        self._waiting = bytearray()
        self._file: SpilledBytes | None = None
        self.size = 0

    def add(self, data: bytes) -> None:
        self._waiting += data
        self.size += len(data)
        if len(self._waiting) < (IN_MEMORY if self._file is None else _AT_ONCE):
            return
        if _room(self._folder) <= len(self._waiting):
            if self.size > ALL_IN_MEMORY:
                raise RefusedError(
                    f"What is to be put there has more than {sized(ALL_IN_MEMORY)}, for which there is no "
                    "room; choose a smaller range."
                )
        else:
            self._flush(self._folder)

    def done(self) -> Source:
        """All of them."""
        if self._file is None:
            return AddedBlock(bytes(self._waiting), len(self._waiting))
        self._flush(self._folder)
        return self._file

    def _flush(self, folder: bytes | None) -> None:
        assert folder is not None  # there is room in it
        try:
            if self._file is None:
                self._file = SpilledBytes(folder)
            self._file.append(memoryview(self._waiting))
        except OSError as error:
            raise RefusedError(
                f"What is to be put there could not be set aside ({error.strerror}), so nothing was changed; "
                "free some space or choose a smaller range."
            ) from error
        self._waiting = bytearray()


def _room(folder: bytes | None) -> int:
    """Half of what is free in ``folder``; 0 where it cannot be had."""
    if folder is None:
        return 0
    try:
        found = os.statvfs(folder)
    except OSError:
        return 0
    return int(found.f_bavail * found.f_frsize // 2)

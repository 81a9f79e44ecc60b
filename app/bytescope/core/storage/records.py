"""Frames with checksums, one behind the other in a file: what is torn or damaged is told from the whole."""

from __future__ import annotations

import contextlib
import os
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from zlib import crc32

from bytescope.core.storage.calls import Calls, read_all, sync_data, write_all

MAX_PAYLOAD = (8 << 20) + (1 << 16)
"""Most bytes of one record: a length that says more is damage, and nothing is allocated for it."""

_HEAD = struct.Struct("<IIB")  # crc32, length of the payload, kind
_CHECKED = struct.Struct("<QIB")  # place in the file, length, kind: covered by the checksum too
HEAD = _HEAD.size
_AHEAD = 1 << 16
_JOINED = 1 << 16


@dataclass(frozen=True, slots=True)
class Record:
    """One whole record: ``payload`` starts at file offset ``start``, the next record at ``end``."""

    kind: int
    payload: memoryview
    start: int

    @property
    def end(self) -> int:
        return self.start + len(self.payload)


class RecordWriter:
    """Appends records at ``offset``, the end of what is whole in the file behind ``fd``.

    ``end`` is where the next one goes, ``count`` how many were appended.
    """

    def __init__(self, fd: int, calls: Calls, offset: int = 0) -> None:
        self._fd = fd
        self._calls = calls
        self.end = offset
        self.count = 0

    def append(self, kind: int, *parts: bytes | bytearray | memoryview) -> int:
        """Write one record (kind 0 to 255) of all parts; the file offset of its payload.

        Raises ``OSError``; ``end`` is unchanged then, and the next record takes the same place. ValueError
        where the payload is longer than ``MAX_PAYLOAD``.
        """
        length = sum(len(part) for part in parts)
        if length > MAX_PAYLOAD:
            raise ValueError(f"a record of {length} bytes")
        check = crc32(_CHECKED.pack(self.end, length, kind))
        for part in parts:
            check = crc32(part, check)
        head = _HEAD.pack(check, length, kind)
        start = self.end + HEAD
        if length <= _JOINED:
            write_all(self._calls, self._fd, memoryview(b"".join((head, *parts))), self.end)
        else:
            at = self.end
            for part in (head, *parts):
                write_all(self._calls, self._fd, memoryview(part), at)
                at += len(part)
        self.end = start + length
        self.count += 1
        return start

    def send(self, start: int) -> None:
        """Let the disk begin with what was appended from file offset ``start`` on."""
        with contextlib.suppress(OSError):
            self._calls.fadvise(self._fd, start, self.end - start, os.POSIX_FADV_DONTNEED)

    def sync(self) -> None:
        """Have on the disk what was appended. Raises ``OSError``."""
        sync_data(self._calls, self._fd)


class Records:
    """The records of a file in order, from ``offset`` on; an iterator that stops where one is not whole.

    ``end`` is the end of the last whole one. After the last, ``damaged`` says whether bytes follow that are
    no whole record: a write that was cut off, or damage. Raises ``OSError`` where the file cannot be read.
    """

    def __init__(self, fd: int, calls: Calls, offset: int = 0) -> None:
        self._fd = fd
        self._calls = calls
        self._near = memoryview(b"")
        self._near_start = 0
        self.end = offset
        self.damaged = False

    def __iter__(self) -> Iterator[Record]:
        return self

    def __next__(self) -> Record:
        head = self._bytes(self.end, HEAD)
        if len(head) < HEAD:
            self.damaged = len(head) > 0
            raise StopIteration
        check, length, kind = _HEAD.unpack(head)
        payload = self._bytes(self.end + HEAD, length) if length <= MAX_PAYLOAD else head[:0]
        if len(payload) < length or _sum(self.end, length, kind, payload) != check:
            self.damaged = True
            raise StopIteration
        record = Record(kind, payload, self.end + HEAD)
        self.end = record.end
        return record

    def _bytes(self, start: int, length: int) -> memoryview:
        """Up to ``length`` bytes; small ones that follow each other come out of one read."""
        at = start - self._near_start
        if at < 0 or at + length > len(self._near):
            if length > _AHEAD and start + length > self._calls.fstat(self._fd).st_size:
                return memoryview(b"")
            buffer = memoryview(bytearray(max(length, _AHEAD)))
            self._near = buffer[: read_all(self._calls, self._fd, buffer, start)]
            self._near_start, at = start, 0
        return self._near[at : at + length]


def _sum(place: int, length: int, kind: int, payload: memoryview) -> int:
    return crc32(payload, crc32(_CHECKED.pack(place, length, kind)))


def records(fd: int, calls: Calls) -> Records:
    """All records of a file, to be iterated once."""
    return Records(fd, calls)

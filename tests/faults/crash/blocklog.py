"""A disk whose every write and flush is written down: a FUSE server of one file, to loop a device over."""

from __future__ import annotations

import contextlib
import errno
import os
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from faults.crash.disks import die_with_parent, mount, unmount

_GETATTR, _SETATTR, _OPEN, _READ, _WRITE, _STATFS, _RELEASE = 3, 4, 14, 15, 16, 17, 18
_FSYNC, _FLUSH, _INIT = 20, 25, 26
_FORGET, _BATCH_FORGET, _INTERRUPT = 2, 42, 36
_HEADER = struct.Struct("<IIQQIIII")
_WRITING = struct.Struct("<QQIIQII")
_ASYNC_READ, _BIG_WRITES, _MAX_PAGES = 1 << 0, 1 << 5, 1 << 22
_PAGES = 256
_MOST = _PAGES * 4096
_RECORD = struct.Struct("<QQQ")
FLUSH = (1 << 64) - 1
"""Stands for the offset where a record is a flush."""


@dataclass(frozen=True, slots=True)
class Block:
    """One write to a disk, or (``data`` empty) one flush of it; ``end`` is its end in the log."""

    disk: int
    offset: int
    data: bytes
    end: int

    @property
    def flush(self) -> bool:
        return self.offset == FLUSH


class BlockLog:
    """What all disks were told, in the one order in which they were told it: a file in memory."""

    def __init__(self) -> None:
        self._fd = os.memfd_create("block-log", os.MFD_CLOEXEC)

    def close(self) -> None:
        os.close(self._fd)

    def note(self, disk: int, offset: int, data: bytes | memoryview) -> None:
        """One write; whole, though several processes write: they share the place in the file."""
        os.writev(self._fd, [_RECORD.pack(disk, offset, len(data)), data])

    def position(self) -> int:
        """How far the log is: whatever a disk was told before is before it."""
        return os.fstat(self._fd).st_size

    def blocks(self) -> Iterator[Block]:
        at, end = 0, self.position()
        while at < end:
            disk, offset, length = _RECORD.unpack(os.pread(self._fd, _RECORD.size, at))
            data = os.pread(self._fd, length, at + _RECORD.size)
            at += _RECORD.size + length
            yield Block(disk, offset, data, at)


class _Server:
    """The disk of number ``disk`` as a file, whose content is in ``image``, a file in memory."""

    def __init__(self, disk: int, image: int, log: BlockLog) -> None:
        self._disk = disk
        self._image = image
        self._log = log
        self._size = os.fstat(image).st_size

    def serve(self, channel: int) -> None:
        """Answer until the file is unmounted. The protocol: include/uapi/linux/fuse.h."""
        while True:
            try:
                request = os.read(channel, _MOST + 4096)
            except OSError as error:
                if error.errno == errno.ENODEV:
                    return
                if error.errno in (errno.EINTR, errno.ENOENT):
                    continue
                raise
            _length, code, unique, *_rest = _HEADER.unpack_from(request)
            if code in (_FORGET, _BATCH_FORGET, _INTERRUPT):
                continue
            try:
                number, answer = 0, self._answer(code, memoryview(request)[_HEADER.size :])
            except OSError as error:
                number, answer = error.errno or errno.EIO, b""
            os.write(channel, struct.pack("<IiQ", 16 + len(answer), -number, unique) + answer)

    def _answer(self, code: int, body: memoryview) -> bytes:
        if code == _READ:
            _handle, offset, size = struct.unpack_from("<QQI", body)
            return os.pread(self._image, size, offset)
        if code == _WRITE:
            _handle, offset, size, *_rest = _WRITING.unpack_from(body)
            data = body[_WRITING.size : _WRITING.size + size]
            os.pwrite(self._image, data, offset)
            self._log.note(self._disk, offset, data)
            return struct.pack("<II", size, 0)
        if code == _FSYNC:
            self._log.note(self._disk, FLUSH, b"")
            return b""
        if code == _INIT:
            flags = _ASYNC_READ | _BIG_WRITES | _MAX_PAGES
            return struct.pack("<IIIIHHIIHHI", 7, 31, 1 << 20, flags, 64, 48, _MOST, 1, _PAGES, 0, 0).ljust(
                64, b"\0"
            )
        if code in (_GETATTR, _SETATTR):
            return struct.pack("<QII", 3600, 0, 0) + self._attributes()
        if code == _OPEN:
            return struct.pack("<QII", 1, 0, 0)
        if code in (_RELEASE, _FLUSH):
            return b""
        raise OSError(errno.ENOSYS, "not served")

    def _attributes(self) -> bytes:
        blocks = self._size // 512
        return struct.pack("<6Q10I", 1, self._size, blocks, 0, 0, 0, 0, 0, 0, 0o100644, 1, 0, 0, 0, 4096, 0)


@contextlib.contextmanager
def logged_disk(disk: int, image: int, log: BlockLog, place: Path) -> Iterator[Path]:
    """``place`` as a file whose content is ``image``'s (a descriptor), served by a child process."""
    place.touch()
    channel = os.open("/dev/fuse", os.O_RDWR | os.O_CLOEXEC)
    try:
        options = f"fd={channel},rootmode=100644,user_id=0,group_id=0,max_read={_MOST}"
        mount("block-log", place, "fuse", options)
        server = os.fork()
        if server == 0:
            _serve(_Server(disk, image, log), channel)
    finally:
        os.close(channel)
    try:
        yield place
    finally:
        unmount(place)
        os.waitpid(server, 0)


def _serve(server: _Server, channel: int) -> None:
    """The child's part; never returns."""
    status = 1
    try:
        die_with_parent()
        server.serve(channel)
        status = 0
    finally:
        os._exit(status)

"""A disk whose every write and flush is written down: a FUSE server of one file, to loop a device over."""

from __future__ import annotations

import contextlib
import ctypes
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
_RECORD = struct.Struct("<QQ")
FLUSH = (1 << 64) - 1
"""Stands for the offset where a record is a flush."""


@dataclass(frozen=True, slots=True)
class Block:
    """One write to the disk, or (``data`` empty) one flush; ``end`` is its end in the log."""

    offset: int
    data: bytes
    end: int

    @property
    def flush(self) -> bool:
        return self.offset == FLUSH


class LoggedDisk:
    """The disk behind the file; ``image`` and the log are files in memory, shared with the server."""

    def __init__(self, image: int, place: Path) -> None:
        self.image = image
        self.place = place
        self.size = os.fstat(image).st_size
        self._log = os.memfd_create("block-log", os.MFD_CLOEXEC)

    def close(self) -> None:
        os.close(self._log)

    def position(self) -> int:
        """How far the log is: whatever the disk was told before is before it."""
        return os.fstat(self._log).st_size

    def blocks(self) -> Iterator[Block]:
        at, end = 0, self.position()
        while at < end:
            offset, length = _RECORD.unpack(os.pread(self._log, _RECORD.size, at))
            data = os.pread(self._log, length, at + _RECORD.size)
            at += _RECORD.size + length
            yield Block(offset, data, at)

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
            return os.pread(self.image, size, offset)
        if code == _WRITE:
            _handle, offset, size, *_rest = _WRITING.unpack_from(body)
            data = body[_WRITING.size : _WRITING.size + size]
            os.pwrite(self.image, data, offset)
            os.writev(self._log, [_RECORD.pack(offset, size), data])
            return struct.pack("<II", size, 0)
        if code == _FSYNC:
            os.write(self._log, _RECORD.pack(FLUSH, 0))
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
        blocks = self.size // 512
        return struct.pack("<6Q10I", 1, self.size, blocks, 0, 0, 0, 0, 0, 0, 0o100644, 1, 0, 0, 0, 4096, 0)


@contextlib.contextmanager
def logged_disk(image: int, place: Path) -> Iterator[LoggedDisk]:
    """``place`` as a file whose content is ``image``'s (a descriptor), served by a child process."""
    place.touch()
    disk = LoggedDisk(image, place)
    channel = os.open("/dev/fuse", os.O_RDWR | os.O_CLOEXEC)
    try:
        mount(
            "block-log", place, "fuse", f"fd={channel},rootmode=100644,user_id=0,group_id=0,max_read={_MOST}"
        )
        server = os.fork()
        if server == 0:
            _serve(disk, channel)
    finally:
        os.close(channel)
    try:
        yield disk
    finally:
        unmount(place)
        os.waitpid(server, 0)
        disk.close()


def _serve(disk: LoggedDisk, channel: int) -> None:
    """The child's part; never returns."""
    status = 1
    try:
        die_with_parent()
        ctypes.CDLL(None).prctl(15, b"block-log", 0, 0, 0)
        disk.serve(channel)
        status = 0
    finally:
        os._exit(status)

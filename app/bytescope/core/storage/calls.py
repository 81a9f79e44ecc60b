"""The operating system's calls that saving and recovery make, as one value, so that tests can let any
single one fail and can put a file system in memory in their place.
"""

from __future__ import annotations

import ctypes
import errno
import fcntl
import os
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

CHUNK = 4 << 20
"""Bytes written at a time; a save can be stopped between two chunks."""


def _spool(folder: bytes | None) -> int:
    """A descriptor of a new file of mode 0600 that has no name (or loses it at once)."""
    with tempfile.TemporaryFile(dir=None if folder is None else os.fsdecode(folder), buffering=0) as file:
        return os.dup(file.fileno())


_FICLONE = 0x40049409  # _IOW(0x94, 9, int) of linux/fs.h
_KEEP_SIZE, _PUNCH_HOLE = 1, 2  # linux/falloc.h


def _punch(fd: int, offset: int, length: int) -> None:
    """Make a part of a file, which keeps its size, a hole. Raises ``OSError`` (EOPNOTSUPP …)."""
    fallocate = ctypes.CDLL(None, use_errno=True).fallocate
    fallocate.argtypes = (ctypes.c_int, ctypes.c_int, ctypes.c_int64, ctypes.c_int64)
    if fallocate(fd, _KEEP_SIZE | _PUNCH_HOLE, offset, length):
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number))


def _clone(fd: int, source: int) -> None:
    """Let ``fd`` share all bytes of ``source`` until one is written, ioctl_ficlone(2). Raises ``OSError``."""
    fcntl.ioctl(fd, _FICLONE, source)


@dataclass(frozen=True, slots=True)
class Calls:
    """What the kernel offers; each field has the signature of the function it stands for.

    ``punch(fd, offset, length)`` and ``clone(fd, source)`` are ``fallocate`` and ``FICLONE``.
    """

    open: Callable[..., int] = os.open
    mkdir: Callable[..., None] = os.mkdir
    listdir: Callable[[int], list[str]] = os.listdir
    stat: Callable[..., os.stat_result] = os.stat
    fstat: Callable[[int], os.stat_result] = os.fstat
    punch: Callable[[int, int, int], None] = _punch
    clone: Callable[[int, int], None] = _clone
    close: Callable[[int], None] = os.close
    spool: Callable[[bytes | None], int] = _spool
    preadv: Callable[..., int] = os.preadv
    pwrite: Callable[[int, Any, int], int] = os.pwrite
    ftruncate: Callable[[int, int], None] = os.ftruncate
    fdatasync: Callable[[int], None] = os.fdatasync
    fsync: Callable[[int], None] = os.fsync
    fadvise: Callable[[int, int, int, int], None] = os.posix_fadvise
    flock: Callable[[int, int], None] = fcntl.flock
    fchown: Callable[[int, int, int], None] = os.fchown
    fchmod: Callable[[int, int], None] = os.fchmod
    setxattr: Callable[..., None] = os.setxattr
    rename: Callable[..., None] = os.rename
    link: Callable[..., None] = os.link
    unlink: Callable[..., None] = os.unlink
    utime: Callable[..., None] = os.utime


CALLS = Calls()


def write_all(calls: Calls, fd: int, data: memoryview, offset: int) -> None:
    """Write all of ``data`` at ``offset``: short writes are continued, interrupted ones repeated."""
    while data:
        try:
            count = calls.pwrite(fd, data, offset)
        except InterruptedError:
            continue
        if count <= 0:
            raise OSError(errno.EIO, "nothing was accepted")
        data, offset = data[count:], offset + count


def read_all(calls: Calls, fd: int, buffer: memoryview, offset: int) -> int:
    """Fill ``buffer`` from ``offset``; the count is smaller only at the end of the file."""
    have = 0
    while have < len(buffer):
        try:
            count = calls.preadv(fd, [buffer[have:]], offset + have)
        except InterruptedError:
            continue
        if count == 0:
            break
        have += count
    return have


def sync_data(calls: Calls, fd: int) -> None:
    """``fdatasync`` that goes on after an interruption; every other error is the caller's."""
    while True:
        try:
            return calls.fdatasync(fd)
        except InterruptedError:
            continue

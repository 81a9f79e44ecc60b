"""The operating system's calls a save makes, as one value, so that tests can let any single one fail."""

from __future__ import annotations

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


@dataclass(frozen=True, slots=True)
class Calls:
    """What the kernel offers; each field has the signature of the function it stands for."""

    open: Callable[..., int] = os.open
    close: Callable[[int], None] = os.close
    spool: Callable[[bytes | None], int] = _spool
    preadv: Callable[..., int] = os.preadv
    pwrite: Callable[[int, Any, int], int] = os.pwrite
    ftruncate: Callable[[int, int], None] = os.ftruncate
    fdatasync: Callable[[int], None] = os.fdatasync
    fsync: Callable[[int], None] = os.fsync
    flock: Callable[[int, int], None] = fcntl.flock
    fchown: Callable[[int, int, int], None] = os.fchown
    fchmod: Callable[[int, int], None] = os.fchmod
    setxattr: Callable[..., None] = os.setxattr
    rename: Callable[..., None] = os.rename
    link: Callable[..., None] = os.link
    unlink: Callable[..., None] = os.unlink


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

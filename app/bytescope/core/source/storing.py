"""Stores into a file that is open in Live access: space first, then the bytes, errors as sentences."""

from __future__ import annotations

import ctypes
import errno
import os
from typing import TYPE_CHECKING

from bytescope.core.errors import SaveError
from bytescope.core.ranges import PAGESIZE

if TYPE_CHECKING:
    from bytescope.core.source.mapping import Mapping

_FALLOC_FL_KEEP_SIZE = 1
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT})
_libc = ctypes.CDLL(None, use_errno=True)
_libc.fallocate.argtypes = (ctypes.c_int, ctypes.c_int, ctypes.c_int64, ctypes.c_int64)


def store(fd: int, position: int, data: bytes, mapping: Mapping | None, at: int, name: str) -> None:
    """Put ``data`` at ``position`` of the file, by the mapping (at its offset ``at``) where there is one.

    Both ways go to the same page cache. SaveError: nothing was changed where space is missing, else it
    says how much was stored.
    """
    if os.fstat(fd).st_size < position + len(data):
        raise SaveError(
            f'Nothing was stored: "{name}" was shortened by another program and no longer reaches there; '
            "reload the file."
        )
    allocate(fd, position, len(data), name)
    # Where the guard caught a fault of the mapping, pwrite either succeeds or says what is wrong.
    if mapping is None or not mapping.store(at, data):
        _write(fd, position, data, name)


def allocate(fd: int, position: int, length: int, name: str) -> None:
    """Get room on the medium for exactly the pages of the range that are holes; SaveError if there is none.

    A store into a hole of a full disk would be SIGBUS, and a store that the guard caught is lost.
    KEEP_SIZE, so that a file that is shortened at the same time is not grown back.
    """
    first = position // PAGESIZE * PAGESIZE
    end = -(-(position + length) // PAGESIZE) * PAGESIZE
    holes = list(_holes(fd, first, end))
    if not holes:
        return
    room = os.fstatvfs(fd)
    if sum(stop - start for start, stop in holes) > room.f_bavail * room.f_frsize:
        raise _no_room(name)
    for start, stop in holes:
        if not _libc.fallocate(fd, _FALLOC_FL_KEEP_SIZE, start, stop - start):
            continue
        number = ctypes.get_errno()
        if number in _FULL:
            raise _no_room(name)
        if number != errno.EOPNOTSUPP:
            raise SaveError(
                f'Nothing was stored: the file system gave no room for "{name}" '
                f"({os.strerror(number).lower()}); save it elsewhere."
            )


def _no_room(name: str) -> SaveError:
    return SaveError(
        f'Nothing was stored: the disk has no room for these pages of "{name}", which are a hole; '
        "make room and try again."
    )


def _holes(fd: int, at: int, end: int) -> list[tuple[int, int]]:
    holes = []
    while at < end:
        try:
            data = os.lseek(fd, at, os.SEEK_DATA)
        except OSError as error:
            if error.errno == errno.ENXIO:
                holes.append((at, end))
            return holes
        if data > at:
            holes.append((at, min(end, data)))
        if data >= end:
            return holes
        try:
            at = os.lseek(fd, data, os.SEEK_HOLE)
        except OSError:  # the file was cut off before this data meanwhile
            return holes
    return holes


def _write(fd: int, position: int, data: bytes, name: str) -> None:
    done, view = 0, memoryview(data)
    while done < len(data):
        try:
            done += os.pwrite(fd, view[done:], position + done)
        except OSError as error:
            why = os.strerror(error.errno).lower() if error.errno else str(error)
            raise SaveError(
                f'{done:,} of {len(data):,} bytes were stored in "{name}", then the system refused: {why}; '
                "undo this change or try again."
            ) from error

"""cachestat(2): how many pages of a range of a file are in the page cache, and in what state."""

from __future__ import annotations

import ctypes
import os
from typing import NamedTuple

_NR_CACHESTAT = 451
"""The same number on all architectures but alpha. Linux 6.5, see cachestat(2)."""

_libc = ctypes.CDLL(None, use_errno=True)


class CacheStat(NamedTuple):
    """Counts of the operating system's pages; large folios are counted with all their pages."""

    cached: int
    dirty: int
    writeback: int
    evicted: int
    recently_evicted: int


class _Range(ctypes.Structure):
    _fields_ = [("off", ctypes.c_uint64), ("len", ctypes.c_uint64)]


class _Stat(ctypes.Structure):
    _fields_ = [(name, ctypes.c_uint64) for name in CacheStat._fields]


def cachestat(fd: int, position: int, length: int) -> CacheStat:
    """The pages that hold bytes ``position`` to ``position + length`` (at least one) of the file.

    Raises OSError: EPERM where the kernel does not tell (neither owner nor writer), ENOSYS before
    Linux 6.5, EOPNOTSUPP on hugetlbfs.
    """
    asked, answer = _Range(position, length), _Stat()
    failed = _libc.syscall(
        ctypes.c_long(_NR_CACHESTAT),
        ctypes.c_uint(fd),
        ctypes.byref(asked),
        ctypes.byref(answer),
        ctypes.c_uint(0),
    )
    if failed:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number))
    return CacheStat(*(getattr(answer, name) for name in CacheStat._fields))

"""cachestat(2): how many pages of a range of a file are in the page cache, and in what state."""

from __future__ import annotations

import ctypes
import os
from collections.abc import Callable
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


Ask = Callable[[int, int, bool], "list[int]"]


def counter(fd: int) -> Ask:
    """``cachestat`` for very many questions by one thread: 1 µs each, as nothing is made anew.

    ``ask(position, length, brief)`` gives the five counts. ``brief``: what is cached of the range is so
    little that the other threads need not be let on meanwhile. It raises OSError as ``cachestat`` does.
    """
    asked, answer = (ctypes.c_uint64 * 2)(), (ctypes.c_uint64 * 5)()
    where, told = ctypes.addressof(asked), ctypes.addressof(answer)
    alone, beside = _syscall(ctypes.PyDLL(None, use_errno=True)), _syscall(ctypes.CDLL(None, use_errno=True))

    def ask(position: int, length: int, brief: bool) -> list[int]:
        asked[0], asked[1] = position, length
        if (alone if brief else beside)(_NR_CACHESTAT, fd, where, told, 0):
            number = ctypes.get_errno()
            raise OSError(number, os.strerror(number))
        return answer[:]

    return ask


def _syscall(library: ctypes.CDLL) -> Callable[[int, int, int, int, int], int]:
    function = library.syscall
    function.argtypes = [ctypes.c_long, ctypes.c_uint, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_uint]
    function.restype = ctypes.c_long
    return function

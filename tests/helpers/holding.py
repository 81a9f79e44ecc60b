"""Holds pages of a file in memory: of all others the kernel may drop any at any time."""

from __future__ import annotations

import ctypes
import mmap
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

_LIBC = ctypes.CDLL(None, use_errno=True)
_LIBC.mmap.restype = ctypes.c_void_p
_LIBC.mmap.argtypes = [ctypes.c_void_p, ctypes.c_size_t, *[ctypes.c_int] * 3, ctypes.c_int64]
for _call in (_LIBC.munmap, _LIBC.mlock):
    _call.argtypes = [ctypes.c_void_p, ctypes.c_size_t]


@contextmanager
def held(path: Path, pages: Iterable[int]) -> Iterator[None]:
    """Bring in these pages, no others, and lock them meanwhile.

    For who may not lock they are mapped at least, which keeps all but the kernel's own reclaim from them.
    """
    places = []
    descriptor = os.open(path, os.O_RDONLY)
    try:
        for page in pages:
            how = mmap.PROT_READ, mmap.MAP_SHARED
            at = _LIBC.mmap(None, mmap.PAGESIZE, *how, descriptor, page * mmap.PAGESIZE)
            assert at not in (None, ctypes.c_void_p(-1).value), os.strerror(ctypes.get_errno())
            places.append(at)
            _LIBC.madvise(ctypes.c_void_p(at), ctypes.c_size_t(mmap.PAGESIZE), mmap.MADV_RANDOM)
            ctypes.string_at(at, 1)
            _LIBC.mlock(at, mmap.PAGESIZE)
        yield
    finally:
        for at in places:
            _LIBC.munmap(at, mmap.PAGESIZE)
        os.close(descriptor)

"""Reads what is in the page cache so that nothing else is brought in: through a mapping, by the kernel."""

from __future__ import annotations

import ctypes
import mmap
import os
from collections.abc import Sequence
from typing import TYPE_CHECKING

from bytescope.core.source.mapcalls import FAILED, MAP_SHARED, libc

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

MAPPED_AT_ONCE = 16 << 20

MOST_PLACES = 1024
"""UIO_MAXIOV, see process_vm_readv(2)."""

_PROT_READ, _MADV_RANDOM = 1, 1


class _Place(ctypes.Structure):
    """struct iovec."""

    _fields_ = [("address", ctypes.c_void_p), ("length", ctypes.c_size_t)]


def read_cached(fd: int, position: int, view: memoryview) -> bool:
    """Fill ``view`` from ``position`` of the file; False where not all came: then it is to be read otherwise.

    A page that another program's reading has marked starts its read-ahead anew in every read call, on
    every descriptor, whatever flags and advice say (Linux 6.18); and a page that the kernel dropped since
    it was asked for starts it on a descriptor that may read ahead. A fault of a mapping with
    MADV_RANDOM does neither: the dropped page comes back alone. The kernel takes the fault, not we: a page
    that cannot be had ends the call and kills nobody.
    """
    for at in range(0, len(view), MAPPED_AT_ONCE):
        part = view[at : at + MAPPED_AT_ONCE]
        if not _copy(fd, [position + at], len(part), ctypes.addressof(ctypes.c_char.from_buffer(part))):
            return False
    return True


def read_cached_pages(fd: int, positions: Sequence[int], rows: NDArray[np.uint8], length: int) -> bool:
    """Read ``length`` bytes at each of ``positions`` (at most ``MOST_PLACES``) into ``rows``.

    ``rows`` is contiguous. False as above: what is in ``rows`` then means nothing.
    """
    return _copy(fd, positions, length, rows.ctypes.data)


def _copy(fd: int, positions: Sequence[int], length: int, target: int) -> bool:
    read = getattr(libc, "process_vm_readv", None)
    if read is None or len(positions) > MOST_PLACES:
        return False
    start = min(positions) // mmap.ALLOCATIONGRANULARITY * mmap.ALLOCATIONGRANULARITY
    end = max(positions) + length
    mapped = libc.mmap(None, end - start, _PROT_READ, MAP_SHARED, fd, start)
    if mapped == FAILED or mapped is None:
        return False
    try:
        if libc.madvise(mapped, end - start, _MADV_RANDOM):
            return False
        whole = len(positions) * length
        places = (_Place * len(positions))(*[_Place(mapped + at - start, length) for at in positions])
        got = read(os.getpid(), ctypes.byref(_Place(target, whole)), 1, places, len(positions), 0)
        # Behind the end of a file its last page goes on with zeros, that are none of its bytes.
        return bool(got == whole and os.lseek(fd, 0, os.SEEK_END) >= end)
    except OSError:
        return False
    finally:
        libc.munmap(mapped, end - start)

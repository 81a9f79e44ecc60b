"""A file in memory behind the SIGBUS guard, as read-only arrays for kernels that free the GIL."""

from __future__ import annotations

import ctypes
import mmap
import os
import weakref
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from bytescope.core.ranges import ByteRange
from bytescope.core.source import guard
from bytescope.core.source.base import Lost, Source
from bytescope.core.source.mapcalls import FAILED, MAP_SHARED, libc

if TYPE_CHECKING:
    import numpy as np

    from bytescope.core.source.descriptor import Descriptor

_MADV_RANDOM, _MADV_DONTNEED = 1, 4
_PROT_READ, _PROT_WRITE = 1, 2


class GuardedPages:
    """What ``FileSource.pages`` gives: the bytes, and after the with-block what of them was lost.

    ``array``: uint8, one-dimensional, read-only. Touch it in ``nogil`` kernels only: one page fault on a
    slow medium, taken with the GIL held, stops every thread. ``lost``: in offsets of the source; those
    bytes were read as zeros and mean nothing. ``steady``: the file was not changed meanwhile; where it was,
    other bytes may have been read as zeros too: what was cut off and has grown again.
    """

    __slots__ = ("array", "lost", "steady")

    def __init__(self, array: np.ndarray[Any, np.dtype[np.uint8]]) -> None:
        self.array = array
        self.lost: tuple[Lost, ...] = ()
        self.steady = True

    @classmethod
    def copied(cls, source: Source, offset: int, length: int) -> GuardedPages:
        """The same by reading, where there is no mapping or no guard."""
        import numpy as np

        buffer = bytearray(length)
        lost = source.read_into(offset, memoryview(buffer)) if length else ()
        array = np.frombuffer(buffer, np.uint8)
        array.flags.writeable = False
        pages = cls(array)
        pages.lost = lost
        return pages


class Mapping:
    """``length`` bytes of a file from ``position``, shared; offsets count from there.

    Stays mapped until the last array over it is gone. Raises OSError (ENOMEM, ENODEV …).
    """

    def __init__(self, descriptor: Descriptor, position: int, length: int, *, writable: bool) -> None:
        lead = position % mmap.ALLOCATIONGRANULARITY
        self.length = length
        self._descriptor = descriptor
        protection = _PROT_READ | (_PROT_WRITE if writable else 0)
        whole = -(-(lead + length) // mmap.PAGESIZE) * mmap.PAGESIZE
        start = libc.mmap(None, whole, protection, MAP_SHARED, descriptor.fd, position - lead)
        if start == FAILED or start is None:
            raise OSError(ctypes.get_errno(), "mmap")
        # Looking leaves no trace: pages that such a mapping touched do not count as recently used, and
        # nothing is read ahead, not even where another program's reading left off.
        libc.madvise(start, whole, _MADV_RANDOM)
        region = guard.register(start, start + whole, descriptor.fd, position - lead)
        if region is None:
            libc.munmap(start, whole)
            raise OSError("too many guarded mappings")
        self._region = region
        self.address = start + lead
        # Holds the descriptor too: the guard asks it for the end of the file.
        weakref.finalize(self, _unmap, region, libc.munmap, start, whole, descriptor).atexit = False

    def array(self, offset: int, length: int) -> np.ndarray[Any, np.dtype[np.uint8]]:
        """``length`` bytes from ``offset``. The array keeps the mapping mapped."""
        import numpy as np

        if not 0 <= offset <= offset + length <= self.length:
            raise ValueError(f"{offset}+{length} is outside a mapping of {self.length}")
        return np.asarray(_Piece(self, self.address + offset, length))

    def file_end(self) -> int:
        """The size of the file now, whether or not its source was closed. Raises OSError."""
        return os.lseek(self._descriptor.fd, 0, os.SEEK_END)

    def state(self) -> tuple[int, ...]:
        """As the descriptor's."""
        return self._descriptor.state()

    def let_go(self, offset: int, length: int) -> None:
        """Take pages that were looked at out of our page table; they stay in the page cache.

        Otherwise a look at a terabyte would hold 2 GiB of page tables, count as our memory, and keep
        others from evicting the pages.
        """
        page = mmap.PAGESIZE
        start = (self.address + offset) // page * page
        libc.madvise(start, self.address + offset + length - start, _MADV_DONTNEED)

    @property
    def damaged(self) -> bool:
        """Whether zeros stand somewhere in place of the file, for good."""
        return self._region.hits > 0

    def replaced(self) -> list[Lost]:
        """Where zeros stand in place of the file."""
        all_of_it = ByteRange(0, self.length)
        out = []
        for item in self._region.replaced():
            start = max(0, item.start - self.address)
            part = all_of_it.intersect(ByteRange(start, max(start, item.end - self.address)))
            if part:
                out.append(Lost(part, item.why))
        return out

    def store(self, offset: int, data: bytes) -> bool:
        """Put ``data`` at ``offset`` with the GIL free; False where a part of it may not have arrived."""
        ctypes.memmove(self.address + offset, data, len(data))
        return not self.damaged


class _Piece:
    """Tells numpy where bytes of a mapping are, and keeps the mapping alive for it."""

    def __init__(self, mapping: Mapping, address: int, length: int) -> None:
        self._mapping = mapping
        self.__array_interface__ = {
            "version": 3,
            "shape": (length,),
            "typestr": "|u1",
            "data": (address, True),
        }


def _unmap(
    region: guard.Region, munmap: Callable[[int, int], int], start: int, length: int, _fd: Descriptor
) -> None:
    region.release()
    munmap(start, length)

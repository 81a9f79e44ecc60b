"""``preadv`` until the buffer is full, with the truth about what could not be had."""

from __future__ import annotations

import errno
import mmap
import os
import threading
from typing import TYPE_CHECKING

from bytescope.core.ranges import PAGESIZE, ByteRange
from bytescope.core.source.base import Lost, Why
from bytescope.core.source.descriptor import Descriptor
from bytescope.core.source.gaps import blank, joined

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

MOST_PER_READ = 0x7FFFF000
"""No Linux read returns more, see read(2)."""

RWF_DONTCACHE = 0x80
"""Linux 6.14: pages that the read brings in are dropped afterwards. Not yet a constant of Python's."""

LEAST_DIRECT = 1 << 16
"""Bytes from which on the page cache is passed by altogether."""

READ_AHEAD = 16 << 20
"""Bytes that no device and no file system reads ahead: 128 KiB is usual, 15 MiB is what NFS may take."""

# What a medium or a filesystem says of single blocks; every other error stands for the whole file.
_OF_A_BLOCK = frozenset(
    {errno.EIO, errno.EBADMSG, errno.EUCLEAN, errno.EILSEQ, errno.EREMOTEIO, errno.ENODATA, errno.ETIMEDOUT}
)
_REFUSED = frozenset({errno.EOPNOTSUPP, errno.EINVAL, errno.ENOSYS})


def read_at(fd: int, position: int, view: memoryview, flags: int = 0) -> tuple[Lost, ...]:
    """Fill ``view`` from ``position`` of the file; lost ranges are in file offsets.

    After an error of the medium page by page, so that exactly the unreadable pages are lost. Bytes
    behind the end of the file are lost as gone. Never raises OSError.
    """
    lost: list[Lost] = []
    at, alone, length = 0, False, len(view)
    while at < length:
        page_end = min(length, at + PAGESIZE - (position + at) % PAGESIZE)
        stop = page_end if alone else min(length, at + MOST_PER_READ)
        try:
            got = os.preadv(fd, [view[at:stop]], position + at, flags)
        except OSError as error:
            if error.errno not in _OF_A_BLOCK:
                stop = length
            elif not alone:
                alone = True
                continue
            blank(view[at:stop])
            lost.append(Lost(ByteRange(position + at, position + stop), Why.UNREADABLE))
            at = stop
            continue
        if got == 0:
            blank(view[at:])
            lost.append(Lost(ByteRange(position + at, position + length), Why.GONE))
            break
        at += got
        alone = False
    return joined(lost)


class Manners:
    """How to read one file and leave the page cache as it is; learnt by trying.

    What is cached is read from the cache, where read-ahead would find something to bring in through a
    mapping (``cached_reads`` says why), and the rest past it: large parts with O_DIRECT, single pages with
    RWF_DONTCACHE, on descriptors of our own, because read-ahead (of what nobody asked for) belongs to a
    descriptor and is left in the cache even by RWF_DONTCACHE. Where there is neither, what was absent
    before is dropped afterwards. RWF_NOWAIT is of no use: a refused read starts read-ahead all the same
    (Linux 6.18).
    """

    __slots__ = ("_direct", "_lock", "_quiet", "brought", "dontcache", "unsure")

    def __init__(self) -> None:
        self.dontcache: bool | None = None
        self.brought = 0
        """Pages of the system that are in the cache because of us."""
        self.unsure = False
        """Whether reads were made around which the kernel did not tell what is cached."""
        self._lock = threading.Lock()
        self._quiet: Descriptor | None = None
        self._direct: Descriptor | bool | None = None

    def read(self, fd: int, position: int, view: memoryview) -> tuple[Lost, ...]:
        """As ``read_at``; what was not cached before is not cached afterwards, what was stays."""
        from bytescope.core.source.residency import cached_parts

        try:
            parts = list(cached_parts(fd, position, position + len(view)))
        except OSError:
            self._can_pass_by(fd, position)
            self.unsure = True
            return read_at(self.quiet(fd), position, view, self._flags())
        lost: list[Lost] = []
        for start, end, cached in parts:
            part = view[start - position : end - position]
            lost += (self._read_cached if cached else self._read_cold)(fd, start, part)
        return joined(lost)

    def read_scattered(
        self, fd: int, positions: NDArray[np.int64], rows: NDArray[np.uint8], *, seek: bool
    ) -> NDArray[np.int8] | None:
        """As ``scattered.read_pages``; None where pages cannot be read so without a trace."""
        from bytescope.core.source import scattered

        if not scattered.ready() or not self._can_pass_by(fd, int(positions[0])):
            return None
        cached = self._which_cached(fd, positions)
        return scattered.read_pages(self.quiet(fd), positions, rows, RWF_DONTCACHE, seek=seek, cached=cached)

    def _which_cached(self, fd: int, positions: NDArray[np.int64]) -> NDArray[np.bool_] | None:
        """Of which pages something is in the page cache; None where the kernel does not tell."""
        import numpy as np

        from bytescope.core.source.cachestat import cachestat

        try:
            return np.array([cachestat(fd, at, PAGESIZE).cached > 0 for at in positions.tolist()], np.bool_)
        except OSError:
            self.unsure = True
            return None

    def quiet(self, fd: int) -> int:
        """The same file on a descriptor that never reads ahead; ``fd`` itself where it cannot be had."""
        if self._quiet is None:
            self._quiet = _reopened(fd, 0)
        return self._quiet.fd if self._quiet is not None else fd

    def _flags(self) -> int:
        return RWF_DONTCACHE if self.dontcache else 0

    def _read_cached(self, fd: int, position: int, view: memoryview) -> tuple[Lost, ...]:
        from bytescope.core.source.cached_reads import read_cached
        from bytescope.core.source.residency import all_cached

        end = position + len(view)
        try:
            nothing_ahead = all_cached(fd, end, end + READ_AHEAD)
        except OSError:
            nothing_ahead = False
        if nothing_ahead:  # a call copies twice as fast
            return read_at(self.quiet(fd), position, view)
        if read_cached(fd, position, view):
            return ()
        lost = read_at(self.quiet(fd), position, view, self._flags())
        self.unsure = self.unsure or not lost
        return lost

    def _read_cold(self, fd: int, position: int, view: memoryview) -> tuple[Lost, ...]:
        if len(view) >= LEAST_DIRECT and self._read_direct(fd, position, view):
            lost: tuple[Lost, ...] = ()
        else:
            self._can_pass_by(fd, position)
            lost = read_at(self.quiet(fd), position, view, self._flags())
        self._clean(fd, position, len(view))
        return lost

    def _read_direct(self, fd: int, position: int, view: memoryview) -> bool:
        """Read past the page cache; False where that cannot be, or not all of it came."""
        if position % PAGESIZE or len(view) % PAGESIZE:
            return False  # some file systems then read through the cache
        if self._direct is None:
            self._direct = _reopened(fd, getattr(os, "O_DIRECT", 0)) or False
        if not isinstance(self._direct, Descriptor):
            return False
        try:
            return os.preadv(self._direct.fd, [view], position) == len(view)
        except OSError as error:
            if error.errno in _REFUSED:
                self._direct = False
            return False

    def _clean(self, fd: int, position: int, length: int) -> None:
        """Drop what our read has left of a part that was not cached before, and count what stays."""
        from bytescope.core.source.cachestat import cachestat

        try:
            if cachestat(fd, position, length).cached:
                page = mmap.PAGESIZE
                start, end = position // page * page, -(-(position + length) // page) * page
                os.posix_fadvise(fd, start, end - start, os.POSIX_FADV_DONTNEED)
                left = cachestat(fd, position, length).cached
                with self._lock:
                    self.brought += left
        except OSError:
            self.unsure = True

    def _can_pass_by(self, fd: int, position: int) -> bool:
        """Whether the filesystem has RWF_DONTCACHE: tried by reading nothing."""
        if self.dontcache is None:
            try:
                os.preadv(self.quiet(fd), [bytearray(1)], position, RWF_DONTCACHE)
            except OSError as error:
                if error.errno in _REFUSED:
                    self.dontcache = False
            else:
                self.dontcache = True
        return bool(self.dontcache)


def _reopened(fd: int, flags: int) -> Descriptor | None:
    """The same file once more, never read ahead; None where the system does not let us."""
    try:
        made = Descriptor(os.open(f"/proc/self/fd/{fd}", os.O_RDONLY | os.O_CLOEXEC | os.O_NONBLOCK | flags))
        os.posix_fadvise(made.fd, 0, 0, os.POSIX_FADV_RANDOM)
    except OSError:
        return None
    return made

"""``preadv`` until the buffer is full, with the truth about what could not be had."""

from __future__ import annotations

import errno
import os

from bytescope.core.ranges import PAGESIZE, ByteRange
from bytescope.core.source.base import Lost, Why
from bytescope.core.source.gaps import blank, joined

MOST_PER_READ = 0x7FFFF000
"""No Linux read returns more, see read(2)."""

RWF_DONTCACHE = 0x80
"""Linux 6.14: pages that the read brings in are dropped afterwards. Not yet a constant of Python's."""

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

    RWF_NOWAIT is of no use here: a refused read starts read-ahead all the same (Linux 6.18).
    """

    __slots__ = ("dontcache",)

    def __init__(self) -> None:
        self.dontcache: bool | None = None

    def read(self, fd: int, position: int, view: memoryview) -> tuple[Lost, ...]:
        """As ``read_at``; what was not cached before is dropped again, what was stays."""
        if self._can_pass_by(fd, position):
            return read_at(fd, position, view, RWF_DONTCACHE)
        cold = _is_cold(fd, position, len(view))
        lost = read_at(fd, position, view)
        if cold:
            os.posix_fadvise(fd, position, len(view), os.POSIX_FADV_DONTNEED)
        return lost

    def _can_pass_by(self, fd: int, position: int) -> bool:
        if self.dontcache is None:
            try:
                os.preadv(fd, [bytearray(1)], position, RWF_DONTCACHE)
            except OSError as error:
                if error.errno in _REFUSED:
                    self.dontcache = False
            else:
                self.dontcache = True
        return bool(self.dontcache)


def _is_cold(fd: int, position: int, length: int) -> bool:
    """Whether the kernel says that nothing of it is cached: only then may all of it be dropped again."""
    from bytescope.core.source.cachestat import cachestat

    try:
        return cachestat(fd, position, length).cached == 0
    except OSError:
        return False

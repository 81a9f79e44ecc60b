"""``preadv`` until the buffer is full, with the truth about what could not be had."""

from __future__ import annotations

import errno
import os

from bytescope.core.ranges import PAGESIZE, ByteRange
from bytescope.core.source.base import Lost, Why
from bytescope.core.source.gaps import blank, joined

MOST_PER_READ = 0x7FFFF000
"""No Linux read returns more, see read(2)."""

RWF_NOWAIT = 0x8
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
    """What one file's filesystem can do for reads that leave the page cache as it is; learnt by trying."""

    __slots__ = ("dontcache", "nowait")

    def __init__(self) -> None:
        self.nowait = True
        self.dontcache: bool | None = None

    def read(self, fd: int, position: int, view: memoryview) -> tuple[Lost, ...]:
        """As ``read_at``: cached pages plainly, the others without a stay in the page cache."""
        at = self._read_cached(fd, position, view)
        if at == len(view):
            return ()
        flags = RWF_DONTCACHE if self._can_pass_by(fd, position + at) else 0
        return read_at(fd, position + at, view[at:], flags)

    def _read_cached(self, fd: int, position: int, view: memoryview) -> int:
        at = 0
        while self.nowait and at < len(view):
            try:
                got = os.preadv(fd, [view[at : at + MOST_PER_READ]], position + at, RWF_NOWAIT)
            except OSError as error:
                if error.errno in _REFUSED:
                    self.nowait = False
                break
            if got == 0:
                break
            at += got
        return at

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

"""How the kernel names a file in lists of mappings: not always by what ``stat`` says of it."""

from __future__ import annotations

import mmap
import os
from typing import NamedTuple

from bytescope.core.source.mapcalls import FAILED, MAP_SHARED, libc

_PROT_NONE = 0


class MappedName(NamedTuple):
    """Device and inode as in ``/proc/PID/maps`` and in the kernel's trace events of the page cache.

    On btrfs the device is that of the whole file system, where ``stat`` tells another for each subvolume.
    """

    major: int
    minor: int
    inode: int


def name_by_stat(found: os.stat_result) -> MappedName:
    """The name that most file systems use in both places."""
    return MappedName(os.major(found.st_dev), os.minor(found.st_dev), found.st_ino)


def mapped_name(fd: int) -> MappedName:
    """The name of the open file ``fd``, by mapping a page of it and looking what is listed.

    Where it cannot be mapped or ``/proc`` is not there: what ``stat`` says.
    """
    # No access: the page can never be touched, so it does not matter what happens to the file meanwhile.
    at = libc.mmap(None, mmap.PAGESIZE, _PROT_NONE, MAP_SHARED, fd, 0)
    if at != FAILED and at is not None:
        try:
            return _listed(at)
        except (OSError, ValueError, LookupError):
            pass
        finally:
            libc.munmap(at, mmap.PAGESIZE)
    return name_by_stat(os.fstat(fd))


def _listed(at: int) -> MappedName:
    with open("/proc/self/maps", "rb") as lines:
        for line in lines:
            start, _, rest = line.partition(b"-")
            if int(start, 16) == at:
                words = rest.split(maxsplit=5)
                major, _, minor = words[3].partition(b":")
                return MappedName(int(major, 16), int(minor, 16), int(words[4]))
    raise LookupError(at)

"""What kind of file system a file is on, as far as it matters to "is it on the medium by now?"."""

from __future__ import annotations

import ctypes
import enum
import os
import stat

_libc = ctypes.CDLL(None, use_errno=True)

_MEMORY = {0x01021994, 0x858458F6, 0x958458F6}
"""tmpfs, ramfs, hugetlbfs: include/uapi/linux/magic.h."""

_DISK = {
    0xEF53,  # ext2, ext3, ext4
    0x58465342,  # xfs
    0x9123683E,  # btrfs
    0xF2F52010,  # f2fs
    0xCA451A4E,  # bcachefs
    0x4D44,  # vfat
    0x2011BAB0,  # exfat
    0x7366746E,  # ntfs3
}


OVERLAY = 0x794C7630
"""A file system that shows files of others."""


class Medium(enum.Enum):
    """What lies under a file's pages in the page cache."""

    DISK = "disk"  # dirty pages are counted as such, so that none means none
    MEMORY = "memory"  # nothing: there is no medium
    OTHER = "other"  # a network, a program, another file system: it may count or not


def magic(fd: int) -> int:
    """The number of the kind of file system, by statfs(2); 0 where it does not tell."""
    answer = (ctypes.c_long * 64)()  # struct statfs begins with f_type, a long, and has less than 64 of them
    return 0 if _libc.fstatfs(ctypes.c_int(fd), answer) else answer[0] & 0xFFFFFFFF


def medium(fd: int) -> Medium:
    """The kind of medium behind an open file; ``OTHER`` where it does not tell.

    A block device is a disk, though its name stands in a file system that is kept in memory.
    """
    if stat.S_ISBLK(os.fstat(fd).st_mode):
        return Medium.DISK
    number = magic(fd)
    return Medium.MEMORY if number in _MEMORY else Medium.DISK if number in _DISK else Medium.OTHER

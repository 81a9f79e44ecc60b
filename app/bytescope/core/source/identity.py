"""Which file this is, and whether it is still as it was."""

from __future__ import annotations

import enum
import os
import stat
from typing import NamedTuple


class Identity(NamedTuple):
    """What ``stat`` said of a file at one moment. ``size`` of a block device is its capacity if known."""

    device: int
    inode: int
    size: int
    mtime_ns: int
    ctime_ns: int
    links: int
    mode: int

    def same_file(self, other: Identity) -> bool:
        """Whether both are the same file, by whatever name."""
        return (self.device, self.inode) == (other.device, other.inode)

    def unchanged(self, other: Identity) -> bool:
        """Whether nothing says that the content differs.

        The change time is compared too: it cannot be set back by ``utime``. The device number is not: on
        btrfs it differs from mount to mount. Stores through another process's mapping to pages that are
        dirty already change none of the fields.
        """
        return (self.inode, self.size, self.mtime_ns, self.ctime_ns) == (
            other.inode,
            other.size,
            other.mtime_ns,
            other.ctime_ns,
        )


class Outside(enum.Enum):
    """What happened to an open file behind our back."""

    NONE = "none"
    CONTENT = "content"
    GREW = "grew"
    SHRANK = "shrank"
    REPLACED = "replaced"
    DELETED = "deleted"


def is_device(mode: int) -> bool:
    """Whether ``mode`` (of ``stat``) is a block device's."""
    return stat.S_ISBLK(mode)


def identity_of(fd_or_path: int | bytes) -> Identity:
    """The identity of an open descriptor or of what stands at a path (links followed). Raises OSError."""
    found = identity_from(os.stat(fd_or_path))
    if isinstance(fd_or_path, int) and is_device(found.mode):
        return found._replace(size=os.lseek(fd_or_path, 0, os.SEEK_END))
    return found


def identity_from(found: os.stat_result) -> Identity:
    """The identity by an answer of ``stat``; the size of a block device is not in it."""
    return Identity(
        device=found.st_dev,
        inode=found.st_ino,
        size=found.st_size,
        mtime_ns=found.st_mtime_ns,
        ctime_ns=found.st_ctime_ns,
        links=found.st_nlink,
        mode=found.st_mode,
    )

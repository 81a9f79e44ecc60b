"""Whether a file can be replaced by a new one beside it, and where room is."""

from __future__ import annotations

import os
import re
import stat
import tempfile

from bytescope.core.source.file import FileSource


def real_path(base: FileSource) -> bytes:
    """The file itself, behind symbolic links."""
    return os.path.realpath(base.path)


def why_not_replaced(base: FileSource) -> str | None:
    """Why no new file may take the place of this one, as a clause; None if it may."""
    found = os.fstat(base.fd)
    path = real_path(base)
    folder = os.path.dirname(path)
    if not stat.S_ISREG(found.st_mode):
        return "it is not a regular file"
    if found.st_nlink > 1:
        return f"it has {found.st_nlink - 1} more {'name' if found.st_nlink == 2 else 'names'} (hard links)"
    if not os.access(folder, os.W_OK | os.X_OK, effective_ids=True):
        return "no new file can be made in its folder"
    if path in _mount_points():
        return "it is a mount point"
    if os.geteuid() and (found.st_uid != os.geteuid() or found.st_gid not in {os.getegid(), *os.getgroups()}):
        return "its owner would change"
    return None


def free_bytes(fd_or_folder: int | bytes) -> int:
    """Bytes a person may still use on that file system. Raises ``OSError``."""
    found = os.statvfs(fd_or_folder)
    return found.f_bavail * found.f_frsize


def free_for_spool(folder: bytes | None) -> int:
    """Room for old bytes and moved blocks; 0 where that cannot be told. The folder may not be there yet."""
    try:
        return free_bytes(os.fsencode(tempfile.gettempdir()) if folder is None else existing(folder))
    except OSError:
        return 0


def existing(folder: bytes) -> bytes:
    """The folder itself, or the nearest one above that exists."""
    while not os.path.isdir(folder) and folder != os.path.dirname(folder):
        folder = os.path.dirname(folder)
    return folder


def _mount_points() -> set[bytes]:
    try:
        with open("/proc/self/mountinfo", "rb") as file:
            fields = [line.split(b" ", 5)[4] for line in file]
    except (OSError, IndexError):
        return set()
    return {re.sub(rb"\\([0-7]{3})", _unescaped, field) for field in fields}


def _unescaped(found: re.Match[bytes]) -> bytes:
    return bytes([int(found[1], 8)])

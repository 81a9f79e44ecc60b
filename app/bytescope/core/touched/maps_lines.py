"""Reads lines of ``/proc/PID/maps``: which addresses of a process show which bytes of which file."""

from __future__ import annotations

import re
from typing import NamedTuple

_LINE = re.compile(
    rb"([0-9a-f]{1,16})-([0-9a-f]{1,16}) ([r-])([w-])([x-])([sp]) ([0-9a-f]{1,16}) "
    rb"([0-9a-f]{1,8}):([0-9a-f]{1,8}) ([0-9]{1,20}) *(.*)",
    re.DOTALL,
)
_DELETED = b" (deleted)"


class Mapped(NamedTuple):
    """Addresses ``start`` to ``end`` of a process show a file from byte ``offset`` on."""

    start: int
    end: int
    offset: int
    readable: bool
    writable: bool
    executable: bool
    shared: bool

    @property
    def length(self) -> int:
        return self.end - self.start

    @property
    def words(self) -> str:
        """What the process may do with it: "shared, read and write"."""
        may = [
            word
            for word, can in (("read", self.readable), ("write", self.writable), ("run", self.executable))
            if can
        ]
        return f"{'shared' if self.shared else 'private'}, {' and '.join(may) or 'no access'}"


class MapsLine(NamedTuple):
    """One line: where, and of which file. ``path`` is as the kernel writes it, newlines as ``\\012``."""

    mapped: Mapped
    major: int
    minor: int
    inode: int
    path: bytes

    @property
    def file(self) -> bytes:
        """The path as it was when the file had it, without the word for deleted files."""
        return self.path.removesuffix(_DELETED).replace(b"\\012", b"\n")

    @property
    def deleted(self) -> bool:
        """Whether the name is gone, or ends as if it were: the kernel does not tell the two apart."""
        return self.path.endswith(_DELETED)


def parse_line(line: bytes) -> MapsLine | None:
    """What a line says; None for one that is not as proc_pid_maps(5) has it."""
    found = _LINE.fullmatch(line.removesuffix(b"\n"))
    if found is None:
        return None
    start, end, offset = (int(found[n], 16) for n in (1, 2, 7))
    if start >= end:
        return None
    mapped = Mapped(
        start, end, offset, found[3] == b"r", found[4] == b"w", found[5] == b"x", found[6] == b"s"
    )
    return MapsLine(mapped, int(found[8], 16), int(found[9], 16), int(found[10]), found[11])


def needle_of(major: int, minor: int, inode: int) -> bytes:
    """What stands in each line of this file, to pass over the others quickly."""
    return b" %02x:%02x %d " % (major, minor, inode)

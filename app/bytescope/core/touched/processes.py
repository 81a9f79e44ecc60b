"""Which processes use a file: who maps which part of it, who holds it open, and how (Linux, /proc)."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bytescope.core.errors import RefusedError
from bytescope.core.source.mapped_name import MappedName
from bytescope.core.source.shown import printable_name
from bytescope.core.text.formats import plural
from bytescope.core.touched.maps_lines import Mapped, MapsLine, needle_of, parse_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bytescope.core.source.file import FileSource
    from bytescope.core.ticket import Ticket

LONGEST_COMMAND = 4096
"""Bytes of a command line that are read: enough to be recognised."""

NOT_LINUX = (
    "Which processes use a file is not available on this system: it is read from /proc, which only Linux has."
)

OPEN_FOR = {
    (True, False): "open for reading",
    (False, True): "open for writing",
    (True, True): "open for reading and writing",
    (False, False): "open for nothing but its name",
}
"""What a descriptor lets a process do, by whether it can read and whether it can write."""

NO_PROC = "Processes cannot be listed: /proc is not mounted or may not be read; mount it first."


class ProcessGoneError(RefusedError):
    """The process ended. The sentence names it."""


def gone(pid: int) -> ProcessGoneError:
    return ProcessGoneError(f"Process {pid} has ended; choose another one.")


@dataclass(frozen=True, slots=True)
class Holding:
    """An open descriptor of the file: its number, and what it was opened for."""

    number: int
    reads: bool
    writes: bool


@dataclass(frozen=True, slots=True)
class Holder:
    """A process that uses the file. ``sure`` is False where only the inode's number says so.

    ``program`` and ``command`` are as the process calls itself, with what no screen should act on escaped.
    """

    pid: int
    program: str
    command: str
    user: str
    mapped: tuple[Mapped, ...]
    opened: tuple[Holding, ...]
    sure: bool = True

    @property
    def ours(self) -> bool:
        return self.pid == os.getpid()

    @property
    def how(self) -> str:
        """In words: "mapped shared, read and write; open for reading"."""
        parts = []
        if self.mapped:
            parts.append(f"mapped {'; '.join(sorted({item.words for item in self.mapped}))}")
        if self.opened:
            reads = any(item.reads for item in self.opened)
            writes = any(item.writes for item in self.opened)
            parts.append(OPEN_FOR[reads, writes])
        return "; ".join(parts)


@dataclass(frozen=True, slots=True)
class Holders:
    """Who uses the file, by number, and how many processes did not let themselves be looked at.

    ``hidden``: this system shows only one's own processes, so nobody knows how many there are.
    """

    found: tuple[Holder, ...]
    refused: int
    hidden: bool = False

    @property
    def complaint(self) -> str:
        """What was not to be seen, as one sentence; empty where everything was."""
        if self.hidden:
            return "Processes of other users are hidden on this system; run Bytescope as root to see them."
        if self.refused:
            verb, way = ("does", "it") if self.refused == 1 else ("do", "them")
            cure = "" if os.geteuid() == 0 else f"; run Bytescope as root to see {way}"
            return f"{plural(self.refused, 'process', 'processes')} {verb} not let us look{cure}."
        return ""


class FileName:
    """What a file is called in lists of mappings, and how its status tells it from others."""

    def __init__(self, fd: int, path: bytes, mapped: MappedName) -> None:
        found = os.fstat(fd)
        self.path = path
        self.mapped = mapped
        self.device = found.st_dev
        self.inode = found.st_ino
        self._needle = needle_of(*mapped)
        # Where the two devices differ (btrfs), another subvolume's file may have the same inode number.
        self._plain = (os.major(found.st_dev), os.minor(found.st_dev), found.st_ino) == mapped

    def is_it(self, found: os.stat_result) -> bool:
        return found.st_dev == self.device and found.st_ino == self.inode

    def lines(self, pid: int, ticket: Ticket | None = None) -> Iterator[tuple[MapsLine, bool]]:
        """The mappings of this file in the process, and whether each is surely of it. Raises OSError."""
        with open(f"/proc/{pid}/maps", "rb") as lines:
            for line in lines:
                if self._needle not in line:
                    continue
                if ticket is not None:
                    ticket.check()
                found = parse_line(line)
                if found is None or (found.major, found.minor, found.inode) != self.mapped:
                    continue
                same = True if self._plain else self._same(pid, found)
                if same is not False:
                    yield found, same is True

    def _same(self, pid: int, line: MapsLine) -> bool | None:
        """Whether a mapping is of this file by the status of what is mapped; None where it is not told."""
        start, end = line.mapped.start, line.mapped.end
        for path in (f"/proc/{pid}/map_files/{start:x}-{end:x}".encode(), b"/proc/%d/root" % pid + line.file):
            try:
                return self.is_it(os.stat(path))
            except (OSError, ValueError):
                continue
        return None


def file_name(fd: int, path: bytes) -> FileName:
    """The names of the open file ``fd``, which stood at ``path``."""
    from bytescope.core.source.mapped_name import mapped_name

    return FileName(fd, path, mapped_name(fd))


def named(file: FileSource) -> FileName:
    """The names of an open source. RefusedError where it was closed meanwhile."""
    descriptor = file.descriptor
    if descriptor is None:
        raise RefusedError(f'"{file.name}" was closed; open it again.')
    return file_name(descriptor.fd, file.path)


def holders(name: FileName, ticket: Ticket | None = None) -> Holders:
    """Every process that maps the file or holds it open; ours is one of them.

    RefusedError where there is no /proc.
    """
    if sys.platform != "linux":
        raise RefusedError(NOT_LINUX)
    pids = _pids()
    found, refused = [], 0
    for pid in pids:
        if ticket is not None:
            ticket.total = len(pids)
            ticket.advance(1)
        try:
            holder = _holder(pid, name, ticket)
        except PermissionError:
            refused += 1
        except OSError:  # it has ended, or is ending
            continue
        else:
            if holder is not None:
                found.append(holder)
    return Holders(tuple(found), refused, hidden=1 not in pids)


def _pids() -> list[int]:
    try:
        pids = sorted(int(entry) for entry in os.listdir("/proc") if entry.isdigit())
    except OSError as error:
        raise RefusedError(NO_PROC) from error
    if not pids:  # a folder with nothing mounted in it
        raise RefusedError(NO_PROC)
    return pids


def holder(pid: int, name: FileName) -> Holder:
    """How the process ``pid`` uses the file. ProcessGoneError, or RefusedError where it may not be asked."""
    if sys.platform != "linux":
        raise RefusedError(NOT_LINUX)
    try:
        found = _holder(pid, name, None)
    except PermissionError as error:
        raise not_permitted(pid) from error
    except OSError as error:
        raise (gone(pid) if os.path.exists("/proc/self") else RefusedError(NO_PROC)) from error
    if found is None:
        return Holder(pid, *_titles(pid), (), ())
    return found


def not_permitted(pid: int) -> RefusedError:
    return RefusedError(
        f"Not permitted: the pages of process {pid} belong to another user; run Bytescope as that user or as "
        "root."
    )


def _holder(pid: int, name: FileName, ticket: Ticket | None) -> Holder | None:
    """None where it does not use the file. Raises OSError."""
    lines = list(name.lines(pid, ticket))
    opened = tuple(_holdings(pid, name))
    if not lines and not opened:
        return None
    sure = bool(opened) or all(sure for _, sure in lines)
    return Holder(pid, *_titles(pid), tuple(line.mapped for line, _ in lines), opened, sure)


def _holdings(pid: int, name: FileName) -> Iterator[Holding]:
    folder = f"/proc/{pid}/fd"
    for entry in os.listdir(folder):
        try:
            if not name.is_it(os.stat(f"{folder}/{entry}")):
                continue
            flags = _flags(f"/proc/{pid}/fdinfo/{entry}")
        except OSError:  # closed since it was listed
            continue
        way = flags & os.O_ACCMODE
        path_only = bool(flags & os.O_PATH)
        yield Holding(int(entry), not path_only and way != os.O_WRONLY, not path_only and way != os.O_RDONLY)


def _flags(path: str) -> int:
    with open(path, "rb") as lines:
        for line in lines:
            if line.startswith(b"flags:"):
                return int(line.split()[1], 8)
    return 0


def _titles(pid: int) -> tuple[str, str, str]:
    """Program, command line and user, as far as they are told."""
    return program_of(pid), _command(pid), _user(pid)


def program_of(pid: int) -> str:
    """The name of the program that process ``pid`` runs, escaped for screens; empty when it has ended."""
    try:
        with open(f"/proc/{pid}/comm", "rb") as file:
            return printable_name(file.read(64).removesuffix(b"\n"))
    except OSError:
        return ""


def _command(pid: int) -> str:
    try:
        with open(f"/proc/{pid}/cmdline", "rb") as file:
            return printable_name(file.read(LONGEST_COMMAND).rstrip(b"\0").replace(b"\0", b" "))
    except OSError:
        return ""


def _user(pid: int) -> str:
    import pwd

    try:
        number = os.stat(f"/proc/{pid}").st_uid
    except OSError:
        return ""
    try:
        return printable_name(pwd.getpwuid(number).pw_name)
    except KeyError:
        return str(number)

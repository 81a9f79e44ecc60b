"""Fingerprints of all pages of a file at one moment, kept under a name, to be compared with it later.

A fingerprint has 32 bits (``core.pages.prints``): of four billion changed pages one is taken for the same.
The keys are no secret: this finds changes, it does not withstand somebody who makes collisions.
"""

from __future__ import annotations

import contextlib
import os
import stat
import time
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from bytescope.core.errors import BytescopeError
from bytescope.core.pages.print_shelf import KnownPrints, PrintsWriter, StoredPrints
from bytescope.core.pages.print_store import Stretch
from bytescope.core.ranges import PAGESIZE, PageRange, page_count
from bytescope.core.source.shown import printable_name
from bytescope.core.storage.calls import read_all, write_all
from bytescope.core.storage.causes import cause_of
from bytescope.core.storage.shelf import Shelf, ShelfWriter, UnusableError
from bytescope.core.touched.print_compare import SnapshotDifference, compare
from bytescope.core.touched.print_reading import Bytes, read_prints

if TYPE_CHECKING:
    from bytescope.core.source.identity import Identity
    from bytescope.core.storage.private import StateFolder
    from bytescope.core.ticket import Ticket

__all__ = ["About", "Listed", "Snapshot", "SnapshotDifference", "SnapshotError", "Snapshots", "compare"]

KIND = "snapshots"
"""The folder in the private state folder."""

TITLE = "bytescope page fingerprints 1"
LONGEST_NAME = 200

_MOST_PAGES = 1 << 51
_MOST = 1 << 64
_COPY = 1 << 20


class SnapshotError(BytescopeError):
    """A snapshot cannot be taken, read, exported or imported; the sentence says why."""


class About(NamedTuple):
    """What is noted of what the fingerprints are of. ``taken`` is seconds since 1970."""

    name: str
    file: str
    size: int
    taken: float
    inode: int = 0
    mtime_ns: int = 0
    ctime_ns: int = 0

    @classmethod
    def of(cls, name: str, file: str, size: int, identity: Identity | None = None) -> About:
        """A snapshot taken now. ``file``: the name to be shown, of any characters."""
        stamps = (identity.inode, identity.mtime_ns, identity.ctime_ns) if identity is not None else ()
        return cls(name[:LONGEST_NAME], file[-LONGEST_NAME:], size, time.time(), *stamps)


class Listed(NamedTuple):
    """One kept snapshot: ``id`` to open it by, ``known`` of ``page_count`` pages have a fingerprint.

    ``bytes`` is what it takes on the disk.
    """

    id: str
    about: About
    page_count: int
    known: int
    bytes: int


class Snapshot:
    """A kept snapshot, open for reading; fingerprints are read a chunk at a time. Close it.

    Safe in any thread, one at a time. ``stretches`` raises ``UnusableError`` where the file is damaged.
    """

    def __init__(self, fd: int, folder: StateFolder, id_: str) -> None:
        """Takes the descriptor, also where it raises ``UnusableError`` or ``OSError``."""
        self._fd: int | None = fd
        self._folder = folder
        try:
            shelf = Shelf(fd, folder.calls, TITLE)
            count = shelf.index.number("pages", _MOST_PAGES)
            self._prints = StoredPrints(shelf, shelf.index.inner("prints"), count)
            number = shelf.index.number
            stamps = ("taken_ms", "inode", "mtime_ns", "ctime_ns")
            taken, inode, mtime, ctime = (number(stamp, _MOST, -_MOST) for stamp in stamps)
            self.about = About(
                shelf.index.text("name", LONGEST_NAME),
                shelf.index.text("file", LONGEST_NAME),
                number("size", count * PAGESIZE),
                taken / 1000,
                inode,
                mtime,
                ctime,
            )
            self.listed = Listed(id_, self.about, count, self._prints.known, shelf.size)
        except BaseException:
            self.close()
            raise

    @property
    def page_count(self) -> int:
        return self._prints.page_count

    @property
    def known(self) -> int:
        """How many pages have a fingerprint; the others could not be read."""
        return self._prints.known

    def stretches(self, within: PageRange) -> Iterator[Stretch]:
        """The pages of ``within`` that have fingerprints, in order."""
        return self._prints.stretches(within)

    def close(self) -> None:
        fd, self._fd = self._fd, None
        if fd is not None:
            with contextlib.suppress(OSError):
                self._folder.calls.close(fd)

    def __enter__(self) -> Snapshot:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


class Snapshots:
    """The snapshots in the person's private folder."""

    def __init__(self, folder: StateFolder) -> None:
        self._folder = folder

    def take(self, source: Bytes, about: About, ticket: Ticket, known: KnownPrints | None = None) -> Listed:
        """Keep the fingerprints of all pages of ``source``; those of ``known`` are not read again.

        Raises ``SnapshotError``, ``StateFolderError``, Cancelled; nothing is left then.
        """
        fd, id_ = self._folder.create(KIND)
        try:
            shelf = ShelfWriter(fd, self._folder.calls, TITLE)
            writer = PrintsWriter(shelf)
            writer.put(read_prints(source, known, ticket))
            noted = {"pages": page_count(source.size), "name": about.name, "file": about.file}
            stamps = {"inode": about.inode, "mtime_ns": about.mtime_ns, "ctime_ns": about.ctime_ns}
            taken = {"size": source.size, "taken_ms": int(about.taken * 1000)}
            shelf.finish({**noted, **stamps, **taken, "prints": writer.finish()})
            return Listed(id_, about, page_count(source.size), writer.known, shelf.size)
        except BaseException as error:
            with contextlib.suppress(OSError):
                self._folder.remove(KIND, id_)
            if isinstance(error, OSError):
                raise SnapshotError(
                    f"The snapshot could not be kept: {cause_of(error)}; free some space and try again."
                ) from error
            raise
        finally:
            with contextlib.suppress(OSError):
                self._folder.calls.close(fd)

    def listed(self) -> list[Listed]:
        """All that are whole, newest first. What a crash left half written is removed.

        Raises ``StateFolderError``.
        """
        found: list[Listed] = []
        for id_ in self._folder.names(KIND):
            with contextlib.suppress(OSError, BytescopeError):
                try:
                    with self._opened(id_) as snapshot:
                        found.append(snapshot.listed)
                except UnusableError as error:
                    if not error.foreign:
                        self._remove_unused(id_)
        return sorted(found, key=_newest_first)

    def open(self, id_: str) -> Snapshot:
        """Raises ``SnapshotError``."""
        try:
            return self._opened(id_)
        except FileNotFoundError as error:
            raise SnapshotError("This snapshot is no longer there; take another one.") from error
        except (OSError, UnusableError) as error:
            raise SnapshotError(f"The snapshot cannot be read: {_why(error)}") from error

    def remove(self, id_: str) -> None:
        """Raises ``SnapshotError``."""
        try:
            self._folder.remove(KIND, id_)
        except OSError as error:
            raise SnapshotError(f"The snapshot could not be deleted: {cause_of(error)}.") from error

    def export(self, id_: str, path: bytes | str, ticket: Ticket) -> None:
        """Copy a snapshot to a file of the person's choice, which is replaced. Raises ``SnapshotError``."""
        calls = self._folder.calls
        shown = printable_name(path)
        try:
            source = self._folder.open(KIND, id_)
            try:
                flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_NONBLOCK | os.O_NOCTTY | os.O_CLOEXEC
                target = calls.open(path, flags, 0o666)
                try:
                    self._copy(source, target, ticket)
                finally:
                    calls.close(target)
            finally:
                calls.close(source)
        except OSError as error:
            raise SnapshotError(
                f"“{shown}” could not be written: {cause_of(error)}; choose another place."
            ) from error

    def bring_in(self, path: bytes | str, ticket: Ticket) -> Listed:
        """Take a copy of an exported snapshot, all of it checked. Raises ``SnapshotError``."""
        calls = self._folder.calls
        shown = printable_name(path)
        try:
            source = calls.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_NOCTTY | os.O_CLOEXEC)
            try:
                if not stat.S_ISREG(calls.fstat(source).st_mode):
                    raise SnapshotError(f"“{shown}” is no file; choose an exported snapshot.")
                Shelf(source, calls, TITLE)
                return self._copied_in(source, ticket)
            finally:
                calls.close(source)
        except (OSError, UnusableError) as error:
            raise SnapshotError(f"“{shown}” is no snapshot that can be used: {_why(error)}") from error

    def _copied_in(self, source: int, ticket: Ticket) -> Listed:
        fd, id_ = self._folder.create(KIND)
        try:
            self._copy(source, fd, ticket)
            with Snapshot(os.dup(fd), self._folder, id_) as snapshot:
                for stretch in snapshot.stretches(PageRange(0, snapshot.page_count)):
                    if not isinstance(stretch.prints, int):
                        ticket.check()
                return snapshot.listed
        except BaseException:
            with contextlib.suppress(OSError):
                self._folder.remove(KIND, id_)
            raise
        finally:
            self._folder.calls.close(fd)

    def _copy(self, source: int, target: int, ticket: Ticket) -> None:
        calls = self._folder.calls
        ticket.total = calls.fstat(source).st_size
        buffer = memoryview(bytearray(_COPY))
        at = 0
        while got := read_all(calls, source, buffer, at):
            write_all(calls, target, buffer[:got], at)
            at += got
            ticket.advance(got)

    def _opened(self, id_: str) -> Snapshot:
        return Snapshot(self._folder.open(KIND, id_), self._folder, id_)

    def _remove_unused(self, id_: str) -> None:
        fd = self._folder.claim(KIND, id_)
        if fd is not None:
            try:
                self._folder.remove(KIND, id_)
            finally:
                self._folder.calls.close(fd)


def _newest_first(item: Listed) -> tuple[float, str]:
    return -item.about.taken, item.id


def _why(error: OSError | UnusableError) -> str:
    if isinstance(error, UnusableError):
        return str(error)
    return f"{cause_of(error)}."

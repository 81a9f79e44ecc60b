"""The private cache folder with what was learned of files; the least recently used go when it is full."""

from __future__ import annotations

import contextlib
import enum
import os
from hashlib import sha256
from typing import TYPE_CHECKING, NamedTuple

from bytescope.core.errors import BytescopeError
from bytescope.core.pages.print_shelf import PrintsWriter, StoredPrints
from bytescope.core.pages.remembered.coding import StoredFacts, write_facts
from bytescope.core.ranges import PageRange, page_count
from bytescope.core.source.identity import is_device
from bytescope.core.storage.shelf import Shelf, ShelfWriter, UnusableError

if TYPE_CHECKING:
    from bytescope.core.pages.frozen import FrozenFacts
    from bytescope.core.pages.packing import Rows
    from bytescope.core.pages.print_shelf import KnownPrints
    from bytescope.core.source.identity import Identity
    from bytescope.core.storage.private import StateFolder
    from bytescope.core.storage.shelf import Index
    from bytescope.core.ticket import Ticket

KIND, NEW = "pages", "pages-new"
TITLE = "bytescope page facts 1"

LIMIT = 512 << 20
"""Bytes of all files together."""

YOUNG_NS = 2_000_000_000
"""A file that was changed so shortly before it was read may be changed again within the same tick of its
clock, and nobody can tell (FAT counts in steps of two seconds).
"""

_MOST = 1 << 64
_MOST_PAGES = 1 << 51


class Trust(enum.Enum):
    """What a file as it is now says of what is remembered of it."""

    SAME = "same"  # nothing says that it was changed
    STALE = "stale"  # it is that file, but some of it may be others now
    NONE = "none"  # it is another file


class Stamp(NamedTuple):
    """Which file it was when its pages were read, and which part of it; ``young`` is 1 where it had been
    changed just before.

    A store through a mapping changes the times of a file at the first store to a page that was clean, and
    again when the page was written to the disk: one that goes on storing to a page that is dirty already
    is not seen by them. So is whoever writes to a block device. Hence some pages are compared as well.
    """

    inode: int
    size: int
    mtime_ns: int
    ctime_ns: int
    start: int
    length: int
    young: int

    @classmethod
    def of(cls, file: Identity, start: int, length: int, *, young: bool) -> Stamp:
        """``start`` and ``length`` are the part that is open, in bytes."""
        return cls(file.inode, file.size, file.mtime_ns, file.ctime_ns, start, length, int(young))

    def trust(self, now: Identity, start: int, length: int) -> Trust:
        """How far what was kept may be believed of a file that is ``now`` so."""
        if now.inode != self.inode or start != self.start:
            return Trust.NONE
        stamps = (self.size, self.mtime_ns, self.ctime_ns, self.length)
        same = stamps == (now.size, now.mtime_ns, now.ctime_ns, length)
        return Trust.SAME if same and not self.young and not is_device(now.mode) else Trust.STALE


def is_young(file: Identity, now_ns: int) -> bool:
    """Whether a file that is read from ``now_ns`` on (since 1970) was changed just before."""
    return max(file.mtime_ns, file.ctime_ns) + YOUNG_NS > now_ns


class Learned(NamedTuple):
    """What is to be kept of a file: facts and fingerprints at one moment, and whose they are."""

    stamp: Stamp
    facts: FrozenFacts
    prints: KnownPrints


class Remembered:
    """What was kept of one file, open for reading. Close it. Its parts raise ``UnusableError``."""

    def __init__(self, fd: int, folder: StateFolder) -> None:
        """Takes the descriptor, also where it raises."""
        self._fd: int | None = fd
        self._folder = folder
        try:
            shelf = Shelf(fd, folder.calls, TITLE)
            self.stamp = Stamp(*(shelf.index.number(name, _MOST, -_MOST) for name in Stamp._fields))
            pages = shelf.index.number("pages", _MOST_PAGES)
            if pages != page_count(max(0, self.stamp.length)):
                raise UnusableError("The file is damaged.")
            self.facts = StoredFacts(shelf, shelf.index.inner("facts"), pages)
            self.prints = StoredPrints(shelf, _prints(shelf.index), pages)
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        fd, self._fd = self._fd, None
        if fd is not None:
            with contextlib.suppress(OSError):
                self._folder.calls.close(fd)


def _prints(index: Index) -> Index:
    return index.inner("prints")


def name_of(path: bytes | str, start: int, windowed: bool) -> str:
    """Under which name a file's pages are kept; nobody can tell the path from it. Follows links."""
    key = os.path.realpath(os.fsencode(path)) + b"\0%d" % (start if windowed else -1)
    return sha256(key).hexdigest()[:32]


class RememberedFolder:
    """Keeps and recalls. Any failure is only that nothing is remembered: nobody is told."""

    def __init__(self, folder: StateFolder, limit: int = LIMIT) -> None:
        self._folder = folder
        self._limit = limit

    def keep(self, name: str, learned: Learned, ticket: Ticket, before: Remembered | None = None) -> bool:
        """Write what was learned in the place of what was kept under ``name``. Whether that went well.

        ``before`` has the pages that are away. Raises Cancelled; what was kept before is still there then.
        """
        try:
            fd, new = self._folder.create(NEW)
        except (OSError, BytescopeError):
            return False
        try:
            self._write(fd, learned, ticket, before)
            self._folder.move((NEW, new), (KIND, name))
        except (OSError, BytescopeError):
            self._drop(NEW, new)
            return False
        except BaseException:
            self._drop(NEW, new)
            raise
        finally:
            with contextlib.suppress(OSError):
                self._folder.calls.close(fd)
        self.sweep(name)
        return True

    def _write(self, fd: int, learned: Learned, ticket: Ticket, before: Remembered | None) -> None:
        def pages_of(number: int) -> Rows | None:
            try:
                return before.facts.rows(number) if before is not None else None
            except (OSError, UnusableError):
                return None

        shelf = ShelfWriter(fd, self._folder.calls, TITLE)
        prints = PrintsWriter(shelf)
        for stretch in learned.prints.stretches(PageRange(0, learned.prints.page_count)):
            ticket.check()
            prints.put([stretch])
            if shelf.size > self._limit // 4:
                break
        noted = {"pages": learned.facts.page_count, "prints": prints.finish()}
        facts = write_facts(shelf, learned.facts, ticket, pages_of, self._limit // 2)
        shelf.finish({**learned.stamp._asdict(), **noted, "facts": facts})

    def recall(self, name: str) -> Remembered | None:
        """What was kept under ``name``; None where there is nothing. What cannot be used is removed."""
        try:
            fd = self._folder.open(KIND, name)
        except (OSError, BytescopeError):
            return None
        try:
            with contextlib.suppress(OSError):
                self._folder.calls.utime(fd)
            return Remembered(fd, self._folder)
        except OSError:
            return None
        except UnusableError:
            self._drop(KIND, name)
            return None

    def forget(self, name: str | None = None) -> None:
        """Remove what was kept under ``name``; all of it if None."""
        for one in self._names(KIND) if name is None else [name]:
            self._drop(KIND, one)
        self.sweep()

    def size(self) -> int:
        """Bytes that all of it takes on the disk."""
        return sum(size for _, size, _ in self._entries(KIND))

    def sweep(self, newest: str = "") -> None:
        """Remove the least recently used, ``newest`` never, until all is within the limit; and what crashes
        left half written.
        """
        found = sorted(self._entries(KIND), key=_by_use)
        total = sum(size for _, size, _ in found)
        for name, size, _ in found:
            if total > self._limit and name != newest:
                self._drop(KIND, name)
                total -= size
        for name in self._names(NEW):
            with contextlib.suppress(OSError, BytescopeError):
                fd = self._folder.claim(NEW, name)
                if fd is not None:
                    self._drop(NEW, name)
                    self._folder.calls.close(fd)

    def _entries(self, kind: str) -> list[tuple[str, int, int]]:
        try:
            return self._folder.entries(kind)
        except (OSError, BytescopeError):
            return []

    def _names(self, kind: str) -> list[str]:
        return [name for name, _, _ in self._entries(kind)]

    def _drop(self, kind: str, name: str) -> None:
        with contextlib.suppress(OSError, BytescopeError):
            self._folder.remove(kind, name)


def _by_use(entry: tuple[str, int, int]) -> int:
    return entry[2]

"""The file of an interrupted save: opened with care, compared, and written."""

from __future__ import annotations

import contextlib
import errno
import fcntl
import os
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from bytescope.core.errors import RefusedError
from bytescope.core.ranges import ByteRange
from bytescope.core.source.identity import Identity, identity_from
from bytescope.core.source.shown import printable_name
from bytescope.core.storage.calls import Calls, sync_data
from bytescope.core.storage.causes import advice_for, cause_of
from bytescope.core.storage.journal.comparing import Comparison, ForeignError, Verdict
from bytescope.core.storage.journal.reading import FileBytesAt, JournalContent
from bytescope.core.storage.pieces import hull
from bytescope.core.storage.plan import Order
from bytescope.core.storage.restoring import put_back
from bytescope.core.storage.writer import Writer
from bytescope.core.ticket import Ticket


@contextmanager
def open_target(journal: JournalContent, calls: Calls) -> Iterator[Target]:
    """The file that a journal is of, locked. ``RefusedError`` where it is not there or is another one."""
    header = journal.header
    name = printable_name(os.path.basename(header.shown))
    try:
        fd = calls.open(header.path, os.O_RDWR | os.O_CLOEXEC | os.O_NONBLOCK | os.O_NOCTTY | os.O_NOFOLLOW)
    except FileNotFoundError as error:
        raise RefusedError(f"“{name}” is no longer where it was; put it back, then try again.") from error
    except OSError as error:
        raise RefusedError(f"“{name}” cannot be written: {cause_of(error)}; {advice_for(error)}.") from error
    try:
        found = calls.fstat(fd)
        if found.st_ino != header.inode or not stat.S_ISREG(found.st_mode):
            raise RefusedError(f"“{name}” is another file by now, so it is left as it is.")
        try:
            calls.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            if error.errno in (errno.EWOULDBLOCK, errno.EACCES):
                raise RefusedError(
                    f"“{name}” is locked by another program; end what it does there."
                ) from None
        journal.new.target = FileBytesAt(fd, calls)
        yield Target(journal, fd, name, calls)
    finally:
        with contextlib.suppress(OSError):
            calls.close(fd)


class Target:
    """One file, open for reading and writing."""

    def __init__(self, journal: JournalContent, fd: int, name: str, calls: Calls) -> None:
        self.fd = fd
        self._journal = journal
        self._header = journal.header
        self._name = name
        self._calls = calls

    def check(self, ticket: Ticket) -> Verdict:
        """What the file holds, all of it compared. ``RefusedError`` where it is not ours to write."""
        ticket.note = "Comparing"
        ticket.total = 2 * sum(item.length for item in self._journal.touched())
        try:
            return Comparison(self._journal, self.fd, self._calls).verdict(ticket, all=True)
        except ForeignError as error:
            raise RefusedError(
                f"“{self._name}” was changed by something else since (at offset {error.offset:#x}), so it is "
                "left as it is; export what the journal holds instead."
            ) from None

    def put_back(self, ticket: Ticket) -> None:
        """The old bytes, holes as holes, and the old size, on the disk."""
        ticket.note = "Putting the old bytes back"
        size = self._header.size_before

        def write() -> None:
            if self._calls.fstat(self.fd).st_size != size:
                self._calls.ftruncate(self.fd, size)
            pieces = self._journal.kept.pieces(ByteRange(0, size))
            put_back(pieces, self.fd, 0, self._calls, ticket)

        self._twice(write)

    def write_new(self, ticket: Ticket) -> None:
        """The new bytes and the new size, on the disk."""
        ticket.note = "Writing"
        size = self._header.size_after
        writer = Writer(self._journal.new, self.fd, 0, ticket, self._calls)
        ranges = list(self._journal.new.ranges())

        def write() -> None:
            if self._calls.fstat(self.fd).st_size < size:
                self._calls.ftruncate(self.fd, size)
            writer.write(hull(ranges), Order.UP)
            if self._calls.fstat(self.fd).st_size > size:
                self._calls.ftruncate(self.fd, size)

        self._twice(write)

    def flush(self) -> None:
        """Have on the disk what the file holds."""
        sync_data(self._calls, self.fd)

    def identity(self) -> Identity:
        """How the file is known from now on; its times are on the disk then as well."""
        self._calls.fsync(self.fd)
        return identity_from(self._calls.fstat(self.fd))

    def _twice(self, write: Callable[[], None]) -> None:
        """Write and sync; after a sync that failed the data is written once more before the next."""
        write()
        try:
            sync_data(self._calls, self.fd)
        except OSError:
            write()
            sync_data(self._calls, self.fd)

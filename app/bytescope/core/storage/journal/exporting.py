"""Writes what a journal can restore into a file of its own, beside the one that nobody dares to touch."""

from __future__ import annotations

import contextlib
import os
from typing import TYPE_CHECKING

from bytescope.core.errors import Cancelled, RefusedError, SaveError
from bytescope.core.ranges import ByteRange
from bytescope.core.source.shown import printable_name
from bytescope.core.storage.calls import CHUNK, Calls, read_all, sync_data, write_all
from bytescope.core.storage.causes import advice_for, cause_of
from bytescope.core.storage.journal.reading import FileBytesAt, JournalContent
from bytescope.core.storage.pieces import hull
from bytescope.core.storage.plan import Order
from bytescope.core.storage.restoring import put_back
from bytescope.core.storage.writer import Writer

if TYPE_CHECKING:
    from bytescope.core.ticket import Ticket


def export_to(journal: JournalContent, out: bytes, old: bool, calls: Calls, ticket: Ticket) -> str:
    """The file as it was (``old``) or as it was to become, as new file ``out``; a sentence about it.

    Raises ``RefusedError``, ``SaveError``, ``Cancelled``; then there is no new file.
    """
    name = printable_name(os.path.basename(out))
    flags = os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC
    try:
        fd = calls.open(out, flags, 0o600)
    except FileExistsError:
        raise RefusedError(f"“{name}” exists already; choose another name.") from None
    except OSError as error:
        raise RefusedError(f"“{name}” cannot be made: {cause_of(error)}; {advice_for(error)}.") from error
    try:
        rest = _Export(journal, fd, calls, ticket).run(old)
    except (OSError, SaveError, RefusedError, Cancelled) as error:
        with contextlib.suppress(OSError):
            calls.unlink(out)
        if isinstance(error, OSError):
            raise SaveError(f"“{name}” was not written: {cause_of(error)}; {advice_for(error)}.") from error
        raise
    finally:
        with contextlib.suppress(OSError):
            calls.close(fd)
    what = "as it was before the save" if old else "as the save was to leave it"
    return f"“{name}” has the file {what}; {rest}."


class _Export:
    def __init__(self, journal: JournalContent, fd: int, calls: Calls, ticket: Ticket) -> None:
        self._journal = journal
        self._fd = fd
        self._calls = calls
        self._ticket = ticket

    def run(self, old: bool) -> str:
        """What stands in the bytes that the journal does not have, as a clause."""
        header = self._journal.header
        size = header.size_before if old else header.size_after
        self._calls.ftruncate(self._fd, size)
        rest = self._copy(size)
        if old:
            put_back(self._journal.kept.pieces(ByteRange(0, size)), self._fd, 0, self._calls)
        else:
            writer = Writer(self._journal.new, self._fd, 0, self._ticket, self._calls)
            writer.write(hull(list(self._journal.new.ranges())), Order.UP)
        sync_data(self._calls, self._fd)
        return rest

    def _copy(self, size: int) -> str:
        """The bytes of the file as it is now, if there is one; zeros stay holes."""
        flags = os.O_RDONLY | os.O_CLOEXEC | os.O_NONBLOCK | os.O_NOCTTY | os.O_NOFOLLOW
        try:
            source = self._calls.open(self._journal.header.path, flags)
        except OSError:
            return "bytes that the save did not touch are 00, as the file is not there"
        try:
            self._journal.new.target = FileBytesAt(self._fd, self._calls)
            self._ticket.total = size
            end = min(size, self._calls.fstat(source).st_size)
            buffer = bytearray(min(CHUNK, end))
            for chunk in ByteRange(0, end).chunks(CHUNK):
                view = memoryview(buffer)[: chunk.length]
                have = read_all(self._calls, source, view, chunk.start)
                if buffer.count(0, 0, have) != have:
                    write_all(self._calls, self._fd, view[:have], chunk.start)
                self._ticket.advance(chunk.length)
        finally:
            with contextlib.suppress(OSError):
                self._calls.close(source)
        return "bytes that the save did not touch are those of the file as it is now"

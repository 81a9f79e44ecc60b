"""Saving into the file itself as a transaction: journal, write, flush, read back; or everything as it was."""

from __future__ import annotations

import contextlib
import os
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from bytescope.core.errors import BytescopeError, Cancelled, RefusedError, SaveError
from bytescope.core.ranges import ByteRange, merged
from bytescope.core.source.identity import Identity, identity_from
from bytescope.core.storage.calls import Calls, sync_data
from bytescope.core.storage.causes import advice_for, cause_of
from bytescope.core.storage.failure import FileState, SaveFailed
from bytescope.core.storage.journal.coding import Way
from bytescope.core.storage.journal.recovery import pending
from bytescope.core.storage.journal.writing import JournalFile, JournalWriter
from bytescope.core.storage.kept import Kept, keep
from bytescope.core.storage.outcome import SaveOutcome, saved_sentence
from bytescope.core.storage.pieces import Content, hull
from bytescope.core.storage.places import free_for_spool, real_path
from bytescope.core.storage.plan import Order, SavePlan
from bytescope.core.storage.preflight import open_checked
from bytescope.core.storage.private import StateFolderError
from bytescope.core.storage.restoring import put_back, write_again
from bytescope.core.storage.savelog import SaveLog
from bytescope.core.storage.verify import to_compare, verify
from bytescope.core.storage.writer import Writer
from bytescope.core.text.formats import plural

if TYPE_CHECKING:
    from bytescope.core.document.snapshot import Snapshot
    from bytescope.core.source.file import FileSource
    from bytescope.core.storage.private import StateFolder
    from bytescope.core.ticket import Ticket


_Made = TypeVar("_Made")


class PendingError(RefusedError):
    """A save of this very file was cut off and has not been dealt with; nothing was written."""


@dataclass(frozen=True, slots=True)
class InPlace:
    """One save in place: all it needs, and its steps."""

    snapshot: Snapshot
    base: FileSource
    plan: SavePlan
    ticket: Ticket
    calls: Calls
    scratch: bytes | None
    state: StateFolder | None
    log: SaveLog | None
    unfinished: tuple[JournalFile, ...]

    def run(self) -> SaveOutcome:
        began = time.monotonic()
        fd = open_checked(self.base, self.plan, self.calls)
        try:
            self._refuse_pending()
            self._settle(fd)
            self.ticket.total = self._work()
            kept, order, journal = self._prepare(fd)
            self._begin(journal)
            compared = self._execute(fd, kept, order, journal)
            left_over = self._end(fd, journal)
        finally:
            # A close that fails after a sync that succeeded says nothing about the data.
            with contextlib.suppress(OSError):
                self.calls.close(fd)
        self.base.refresh(self.snapshot.size)
        kept = kept if self.plan.keeps_undo else None
        return self._outcome(kept, compared, time.monotonic() - began, left_over)

    def _work(self) -> int:
        """Bytes to write and to read back."""
        return self.plan.bytes_to_write + to_compare(self.plan.ranges)

    # -- before the first byte ----------------------------------------------------------------------

    def _refuse_pending(self) -> None:
        """A save over a file in the middle of another would make both impossible to take back."""
        if self.state is None:
            return
        known = frozenset(journal.name for journal in self.unfinished)
        with self._usable():
            there = pending(self.state, self.base.opened, known)
        if there:
            raise PendingError(
                f"An earlier save of “{self.base.name}” was cut off; complete it or roll it back first "
                "(bytescope recover), or use Save As. Nothing was written."
            )

    def _settle(self, fd: int) -> None:
        """Have on the disk what the file holds, and its name.

        After a power failure the old bytes would else be none that the journal knows, be they another
        program's or those of a save that failed: then the disk may even have thrown them away, so that they
        are written again.
        """
        if self.plan.journal is None and not self.unfinished:
            return
        try:
            self._before(lambda: self._flush(fd), 0, "what it holds could not be brought to the disk")
        finally:
            if self.unfinished:
                with contextlib.suppress(BytescopeError):  # the same bytes, at another time
                    self.base.refresh(self.base.size)
        with contextlib.suppress(OSError):  # a folder that may not be read, or cannot be synced
            folder = self.calls.open(os.path.dirname(real_path(self.base)), os.O_RDONLY | os.O_CLOEXEC)
            try:
                self.calls.fsync(folder)
            finally:
                self.calls.close(folder)

    def _flush(self, fd: int) -> None:
        for journal in self.unfinished:
            if journal.unsure:
                write_again(fd, journal.touched, self.base.window_start, self.calls, self.ticket)
        try:
            sync_data(self.calls, fd)
        except OSError:
            for journal in self.unfinished:
                journal.unsure = True
            raise

    def _prepare(self, fd: int) -> tuple[Kept | None, Order, JournalFile | None]:
        """The journal; or, where there is none, old bytes for undo and for moved blocks."""
        if self.state is None or self.plan.journal is None:
            return *self._set_aside(), None
        writer = JournalWriter(self.snapshot, self.base, self.plan, self.state, self.calls)
        way, log = self.plan.journal, self.log.name if self.log is not None else None

        def write() -> tuple[JournalFile, Kept | None]:
            with self._usable():
                return writer.write(fd, way, log or "", self.ticket)

        aside = sum(item.length for item in self.plan.overwritten(self.base.size)) if way is Way.UNDO else 0
        try:
            journal, kept = self._before(
                write, aside or self.plan.spool_bytes, "the journal could not be written"
            )
        except SaveFailed as error:
            error.journal = writer.left
            raise
        self.ticket.total = self.ticket.done + self._work()
        return kept, Order.UP, journal

    @contextlib.contextmanager
    def _usable(self) -> Iterator[None]:
        """Say of which save it is that the state folder cannot be used for it."""
        try:
            yield
        except StateFolderError as error:
            raise StateFolderError(
                f"“{self.base.name}” was not saved and nothing was written. {error}"
            ) from error

    def _set_aside(self) -> tuple[Kept | None, Order]:
        """With the bytes set aside, pieces can be written in any order."""
        wanted = list(self.plan.overwritten(self.base.size) if self.plan.keeps_undo else self.plan.spool)
        if not wanted:
            return None, Order.UP
        if self._does_without():
            return None, self.plan.order
        kept = self._before(
            lambda: keep(self.base, wanted, self.ticket, self.calls, self.scratch),
            sum(item.length for item in wanted),
            "the old bytes could not be set aside",
        )
        self.ticket.total = kept.spooled + self._work()
        return kept, Order.UP

    def _before(self, make: Callable[[], _Made], bytes: int, what: str) -> _Made:
        """Make what a save needs before it begins; failures say that nothing was written."""
        self.ticket.note = "Keeping the old bytes"
        self.ticket.total += bytes
        try:
            return make()
        except Cancelled:
            raise Cancelled(f"Saving “{self.base.name}” was stopped before anything was written.") from None
        except (OSError, SaveError) as error:
            raise SaveFailed(
                f"“{self.base.name}” was not saved: {what}, as {cause_of(error)}; nothing was written and "
                f"your edits are kept; {advice_for(error)}.",
                self._standing,
            ) from error

    def _does_without(self) -> bool:
        """Whether moved bytes are copied in a safe direction because there is no room to set them aside."""
        if self.plan.keeps_undo or self.plan.order is Order.NONE:
            return False
        return free_for_spool(self.scratch) < 2 * self.plan.spool_bytes

    def _begin(self, journal: JournalFile | None) -> None:
        """From here on the edit log has to be told how the save ended."""
        if self.log is None:
            return
        try:
            self.log.saving(journal.name if journal else None, None)
        except (OSError, BytescopeError) as error:
            gone = journal is None or journal.void()
            raise SaveFailed(
                f"“{self.base.name}” was not saved: the edit log could not be written, as {cause_of(error)}; "
                f"nothing was written and your edits are kept; {advice_for(error)}.",
                self._standing,
                journal=None if gone else journal,
            ) from error

    @property
    def _standing(self) -> FileState:
        """What the file holds while this save has changed nothing."""
        return FileState.MIXED if any(journal.mixed for journal in self.unfinished) else FileState.BEFORE

    # -- the transaction ----------------------------------------------------------------------------

    def _execute(self, fd: int, kept: Kept | None, order: Order, journal: JournalFile | None) -> int:
        content = Content(self.snapshot, self.base, kept)
        writer = Writer(content, fd, self.base.window_start, self.ticket, self.calls)
        repeatable = kept is not None or not self.plan.spool
        before: int | None = None
        try:
            before = self.calls.fstat(fd).st_size
            self._write(fd, writer, order, repeatable)
            self.ticket.note = "Reading back"
            if not repeatable:
                return 0
            ranges = list(self.plan.ranges)
            return verify(content, fd, self.base.window_start, ranges, self.ticket, self.calls)
        except Exception as error:
            raise self._failed(error, fd, writer, kept, before, journal) from error

    def _write(self, fd: int, writer: Writer, order: Order, repeatable: bool) -> None:
        self.ticket.note = "Writing"
        size, within = self.snapshot.size, hull(self.plan.ranges)
        if size > self.base.size:
            self.calls.ftruncate(fd, size)
        writer.write(within, order)
        if size < self.base.size:
            self.calls.ftruncate(fd, size)
        if repeatable:
            writer.sync(within, order)
        else:
            sync_data(self.calls, fd)

    def _end(self, fd: int, journal: JournalFile | None) -> str:
        """Everything is on the disk: tell the log, then let the journal go. What could not be, in words."""
        try:
            if self.log is not None:
                self.log.saved(self._identity(fd))
            for older in self.unfinished:
                older.remove()
            if journal is not None:
                journal.remove()
        except (OSError, BytescopeError) as error:
            return (
                f" Its journal could not be closed ({cause_of(error)}): the next start may ask about this "
                "save, which is complete."
            )
        return ""

    def _outcome(self, kept: Kept | None, compared: int, seconds: float, left_over: str) -> SaveOutcome:
        total = sum(item.length for item in self.plan.ranges)
        sentence = saved_sentence(self.plan.bytes_to_write, compared, total, seconds, self.plan.reason)
        return SaveOutcome(
            new_base=self.base,
            written=tuple(merged([*self.plan.ranges, self.plan.cut])),
            kept=kept,
            verified=compared,
            verified_all=compared >= total,
            seconds=seconds,
            in_place=True,
            sentence=sentence + left_over,
        )

    def _identity(self, fd: int) -> Identity:
        """How the file is known from now on: its times too are on the disk, unlike after a sync of data."""
        self.calls.fsync(fd)
        return identity_from(self.calls.fstat(fd))

    # -- when something goes wrong ------------------------------------------------------------------

    def _failed(
        self,
        error: Exception,
        fd: int,
        writer: Writer,
        kept: Kept | None,
        before: int | None,
        journal: JournalFile | None,
    ) -> Exception:
        """Put the old bytes back if they were kept; the error to raise, which says how the file stands."""
        restored, why_not = self._restore(fd, writer, kept, before)
        if restored:
            journal = self._take_back(fd, journal)
        with contextlib.suppress(Exception):
            # These changes were ours: the next save must not take them for another program's. A length that
            # others gave the file is not taken over, only the one that this save has set.
            ours = False
            with contextlib.suppress(OSError):
                size = self.calls.fstat(fd).st_size
                ours = not restored and size == self.base.window_start + self.snapshot.size
            self.base.refresh(self.snapshot.size if ours else self.base.size)
        name = self.base.name
        if restored and isinstance(error, Cancelled) and journal is None:
            return Cancelled(f"Saving “{name}” was stopped; the file is as it was before.")
        stopped = isinstance(error, Cancelled)
        cause = "it was stopped" if stopped else cause_of(error)
        if restored:
            return SaveFailed(
                f"“{name}” was not saved: {cause}. The file is as it was before and your edits are "
                f"kept; {advice_for(error)}.",
                self._standing,
                journal=journal,
            )
        if journal is not None:
            journal.mixed, journal.unsure = True, not isinstance(error, Cancelled) or bool(why_not)
        advice = "save again to complete it" if stopped else advice_for(error)
        after = f" after {plural(writer.count, 'byte')} of {plural(self.plan.bytes_to_write, 'byte')}"
        ways_out = ", and its journal is there to bring it out of this" if journal is not None else ""
        return SaveFailed(
            f"“{name}” was saved in part only: {cause}{after}{why_not}. The file is partly old and partly "
            f"new{ways_out}; your edits are kept, so {advice}.",
            FileState.MIXED,
            tuple(self._touched(writer)),
            kept,
            journal,
        )

    def _take_back(self, fd: int, journal: JournalFile | None) -> JournalFile | None:
        """The file is as it was: tell the log, remove the journal; the journal, where that did not work."""
        try:
            if self.log is not None:
                self.log.not_saved(self._identity(fd))
            if journal is not None:
                journal.remove()
        except (OSError, BytescopeError):
            return journal
        return None

    def _restore(self, fd: int, writer: Writer, kept: Kept | None, before: int | None) -> tuple[bool, str]:
        """Whether the file is as it was; else a clause that says why not."""
        complete = kept is not None and self.plan.keeps_undo
        try:
            if before is None:
                return True, ""
            size = self.calls.fstat(fd).st_size
            if not writer.touched and size == before:
                return True, ""
            if not complete and (writer.touched or size < before):
                return False, ""
            self._write_back(fd, writer, kept if complete else None, before)
            try:
                sync_data(self.calls, fd)
            except OSError:  # the system may have thrown the data away
                self._write_back(fd, writer, kept if complete else None, before)
                sync_data(self.calls, fd)
        except (OSError, SaveError) as error:
            return False, f", and putting the old bytes back failed as well ({cause_of(error)})"
        return True, ""

    def _write_back(self, fd: int, writer: Writer, kept: Kept | None, before: int) -> None:
        size = self.calls.fstat(fd).st_size
        if size not in (before, self.snapshot.size) or self.snapshot.size == self.base.size:
            before = size  # somebody else has cut or lengthened the file: that stays
        if size != before:
            self.calls.ftruncate(fd, before)
        if kept is None:
            return
        there = ByteRange(0, max(0, min(self.base.size, before - self.base.window_start)))
        for item in (*self._touched(writer), self.plan.cut):
            if below := item.intersect(there):
                put_back(kept.pieces(below), fd, self.base.window_start, self.calls)

    def _touched(self, writer: Writer) -> Iterator[ByteRange]:
        for item in self.plan.ranges:
            if part := item.intersect(writer.touched):
                yield part

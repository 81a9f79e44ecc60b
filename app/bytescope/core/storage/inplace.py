"""Saving into the file itself: set aside, write, flush, read back; or put everything back as it was."""

from __future__ import annotations

import contextlib
import os
import time
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bytescope.core.errors import Cancelled, SaveError
from bytescope.core.ranges import ByteRange, merged
from bytescope.core.storage.calls import CHUNK, Calls, sync_data, write_all
from bytescope.core.storage.failure import FileState, SaveFailed, advice_for, cause_of, counted
from bytescope.core.storage.kept import Kept, LostSource, keep
from bytescope.core.storage.outcome import SaveOutcome, saved_sentence
from bytescope.core.storage.pieces import Content, hull
from bytescope.core.storage.places import free_for_spool
from bytescope.core.storage.plan import Order, SavePlan
from bytescope.core.storage.preflight import open_checked
from bytescope.core.storage.verify import to_compare, verify
from bytescope.core.storage.writer import Writer

if TYPE_CHECKING:
    from bytescope.core.document.snapshot import Snapshot
    from bytescope.core.source.file import FileSource
    from bytescope.core.ticket import Ticket


@dataclass(frozen=True, slots=True)
class InPlace:
    """One save in place: all it needs, and its steps."""

    snapshot: Snapshot
    base: FileSource
    plan: SavePlan
    ticket: Ticket
    calls: Calls
    scratch: bytes | None

    def run(self) -> SaveOutcome:
        began = time.monotonic()
        fd = open_checked(self.base, self.plan, self.calls)
        try:
            self.ticket.total = self._work()
            kept, order = self._set_aside()
            # A journal of the intent belongs here: all that could be refused was asked, nothing is written.
            compared = self._execute(fd, kept, order)
        finally:
            # A close that fails after a sync that succeeded says nothing about the data.
            with contextlib.suppress(OSError):
                self.calls.close(fd)
        self.base.refresh()
        return self._outcome(kept if self.plan.keeps_undo else None, compared, time.monotonic() - began)

    def _work(self) -> int:
        """Bytes to write and to read back."""
        return self.plan.bytes_to_write + to_compare(self.plan.ranges)

    def _set_aside(self) -> tuple[Kept | None, Order]:
        """Old bytes for undo and for moved blocks; with them pieces can be written in any order."""
        wanted = self._overwritten() if self.plan.keeps_undo else list(self.plan.spool)
        if not wanted:
            return None, Order.UP
        if self._does_without():
            return None, self.plan.order
        self.ticket.note = "Keeping the old bytes"
        self.ticket.total += sum(item.length for item in wanted)
        try:
            kept = keep(self.base, wanted, self.ticket, self.calls, self.scratch)
        except Cancelled:
            raise Cancelled(f"Saving “{self.base.name}” was stopped before anything was written.") from None
        except OSError as error:
            raise SaveFailed(
                f"“{self.base.name}” was not saved: the old bytes could not be set aside, "
                f"as {cause_of(error)}; nothing was written and your edits are kept. Free some space for "
                "temporary files, then save again.",
                FileState.BEFORE,
            ) from error
        self.ticket.total = kept.spooled + self._work()
        return kept, Order.UP

    def _does_without(self) -> bool:
        """Whether moved bytes are copied in a safe direction because there is no room to set them aside."""
        if self.plan.keeps_undo or self.plan.order is Order.NONE:
            return False
        return free_for_spool(self.scratch) < 2 * self.plan.spool_bytes

    def _overwritten(self) -> list[ByteRange]:
        size = self.base.size
        below = [ByteRange(min(item.start, size), min(item.end, size)) for item in self.plan.ranges]
        return merged([*below, self.plan.cut])

    def _execute(self, fd: int, kept: Kept | None, order: Order) -> int:
        content = Content(self.snapshot, self.base, kept)
        writer = Writer(content, fd, self.base.window_start, self.ticket, self.calls)
        repeatable = kept is not None or not self.plan.spool
        before = os.fstat(fd).st_size
        try:
            self._write(fd, writer, order, repeatable)
            self.ticket.note = "Reading back"
            if not repeatable:
                return 0
            ranges = list(self.plan.ranges)
            return verify(content, fd, self.base.window_start, ranges, self.ticket, self.calls)
        except Exception as error:
            raise self._failed(error, fd, writer, kept, before) from error

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

    def _outcome(self, kept: Kept | None, compared: int, seconds: float) -> SaveOutcome:
        total = sum(item.length for item in self.plan.ranges)
        return SaveOutcome(
            new_base=self.base,
            written=tuple(merged([*self.plan.ranges, self.plan.cut])),
            kept=kept,
            verified=compared,
            verified_all=compared >= total,
            seconds=seconds,
            in_place=True,
            sentence=saved_sentence(self.plan.bytes_to_write, compared, total, seconds, self.plan.reason),
        )

    # -- when something goes wrong ------------------------------------------------------------------

    def _failed(self, error: Exception, fd: int, writer: Writer, kept: Kept | None, before: int) -> Exception:
        """Put the old bytes back if they were kept; the error to raise, which says how the file stands."""
        restored, why_not = self._restore(fd, writer, kept, before)
        with contextlib.suppress(Exception):
            # These changes were ours: the next save must not take them for another program's.
            self.base.refresh()
        name = self.base.name
        if restored and isinstance(error, Cancelled):
            return Cancelled(f"Saving “{name}” was stopped; the file is as it was before.")
        if restored:
            return SaveFailed(
                f"“{name}” was not saved: {cause_of(error)}. The file is as it was before and your edits are "
                f"kept; {advice_for(error)}.",
                FileState.BEFORE,
            )
        stopped = isinstance(error, Cancelled)
        cause = "it was stopped" if stopped else cause_of(error)
        advice = "save again to complete it" if stopped else advice_for(error)
        return SaveFailed(
            f"“{name}” was saved in part only: {cause} after {counted(writer.count)} of "
            f"{counted(self.plan.bytes_to_write)}{why_not}. The file is partly old and partly new; your "
            f"edits are kept, so {advice}.",
            FileState.MIXED,
            tuple(self._touched(writer)),
            kept,
        )

    def _restore(self, fd: int, writer: Writer, kept: Kept | None, before: int) -> tuple[bool, str]:
        """Whether the file is as it was; else a clause that says why not."""
        complete = kept is not None and self.plan.keeps_undo
        try:
            size = os.fstat(fd).st_size
            if not writer.touched and size == before:
                return True, ""
            if not complete and (writer.touched or size < before):
                return False, ""
            if size != before:
                self.calls.ftruncate(fd, before)
            if kept is not None and complete:
                for item in self._touched(writer):
                    self._put_back(fd, kept, ByteRange(min(item.start, self.base.size), item.end))
                if self.plan.cut:
                    self._put_back(fd, kept, self.plan.cut)
            sync_data(self.calls, fd)
        except (OSError, SaveError) as error:
            return False, f", and putting the old bytes back failed as well ({cause_of(error)})"
        return True, ""

    def _touched(self, writer: Writer) -> Iterator[ByteRange]:
        for item in self.plan.ranges:
            if part := item.intersect(writer.touched):
                yield part

    def _put_back(self, fd: int, kept: Kept, item: ByteRange) -> None:
        buffer = memoryview(bytearray(CHUNK))
        for old, source, start in kept.pieces(item):
            if isinstance(source, LostSource):
                continue  # what the medium did not give up before the save cannot be put back
            for chunk in old.chunks(CHUNK):
                view = buffer[: chunk.length]
                if source.read_into(start + chunk.start - old.start, view):
                    raise SaveError("the bytes set aside cannot be read")
                write_all(self.calls, fd, view, chunk.start + self.base.window_start)

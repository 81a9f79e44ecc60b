"""Writes the edit log of one document: batches of edits, each on the disk when it returns."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Sequence

from bytescope.core.errors import SaveError
from bytescope.core.storage.calls import CALLS, Calls, sync_data
from bytescope.core.storage.editlog.batch import Batch
from bytescope.core.storage.editlog.compacting import compacted
from bytescope.core.storage.editlog.encoding import encoded, pieces
from bytescope.core.storage.editlog.entries import Edited, Entry, Tally, Whole
from bytescope.core.storage.editlog.folding import folded
from bytescope.core.storage.editlog.layout import (
    CLEAN,
    EDIT,
    HEADER,
    IDENTITY,
    KIND,
    MORE,
    NOT_SAVED,
    SAVED,
    SAVING,
    Header,
    Place,
    Saving,
    Stamp,
    dumped,
    header_values,
    pack,
    saving_values,
    stamp_values,
)
from bytescope.core.storage.editlog.states import StateWriter
from bytescope.core.storage.private import StateFolder


class LogWriter:
    """The log of one document, made at the first write. Not thread-safe: one caller at a time.

    After an error the log ends where it ended before; the same entries can be written again.
    """

    def __init__(self, state: StateFolder, place: Place, calls: Calls = CALLS) -> None:
        self._state = state
        self._calls = calls
        self._place = place
        self._fd = -1
        self._end = 0
        self._tally = Tally()
        self.name: str | None = None

    @property
    def is_open(self) -> bool:
        return self._fd >= 0

    def adopt(self, name: str) -> bool:
        """Go on in a log that was left behind; False where it is in use or cannot be read.

        Raises ``OSError`` and RefusedError.
        """
        fd = self._state.claim(KIND, name)
        fold = folded(fd, self._calls) if fd is not None else None
        if fd is None or fold is None:
            if fd is not None:
                self._calls.close(fd)
            return False
        self._close()
        self._fd, self.name, self._end, self._place = fd, name, fold.end, fold.place
        self._tally = Tally.of(fold.steps.sizes(), fold.steps.index, fold.steps.floor)
        if fold.damaged:
            self._forget_rest()
        if fold.saving is not None:  # it was found out before, else there were nothing to go on with
            self._mark(NOT_SAVED, stamp_values(fold.place.stamp))
        return True

    def write(self, entries: Sequence[Entry], place: Place, now: Whole) -> None:
        """Have ``entries`` on the disk; ``now`` is the document after them, for when they cannot be written.

        ``place`` is how the file looks now. Raises ``OSError`` and ``RefusedError`` where the log cannot be
        written, SaveError where the edits cannot.
        """
        if self.is_open and not self._calls.fstat(self._fd).st_nlink:
            self._close()  # somebody has emptied the folder
            entries = [now]
        if not entries and (not self.is_open or place.stamp == self._place.stamp):
            return
        first = max((i for i, item in enumerate(entries) if isinstance(item, Whole)), default=0)
        entries = entries[first:]
        try:
            self._write(entries if self._tally.expresses(entries) else [now], place)
        except SaveError:
            self._write([now], place)
        if self._tally.is_wasteful(self._end):
            self._compact()

    def saving(self, saving: Saving) -> None:
        """A save begins. Raises ``OSError``."""
        self._mark(SAVING, saving_values(saving))

    def saved(self, stamp: Stamp) -> None:
        """The file holds the document: what was logged before the save is void. Raises ``OSError``."""
        try:
            self._mark(SAVED, stamp_values(stamp))
        except OSError:
            self.remove()  # needs no room, and says the same

    def not_saved(self, stamp: Stamp) -> None:
        """The save has changed nothing but times. Raises ``OSError``."""
        self._mark(NOT_SAVED, stamp_values(stamp))
        self._place = self._place.with_identity(stamp)

    def remove(self) -> None:
        """Take the log away, durably. Raises ``OSError``; the log is void then nevertheless, if possible."""
        name, self.name = self.name, None
        try:
            if name is not None:
                self._state.remove(KIND, name)
        except OSError:
            with contextlib.suppress(OSError):
                self._calls.ftruncate(self._fd, 0)
            raise
        finally:
            self._close()

    def release(self) -> None:
        """Let go of the log, which stays."""
        self._close()

    def _close(self) -> None:
        fd, self._fd, self._end, self._tally = self._fd, -1, 0, Tally()
        if fd >= 0:
            with contextlib.suppress(OSError):
                self._calls.close(fd)

    def _mark(self, kind: int, values: dict[str, object]) -> None:
        if self.is_open:
            batch = Batch(self._fd, self._calls, self._end)
            try:
                batch.append(kind, dumped(values))
                self._commit(batch)
            except BaseException:
                self._forget_rest()
                raise

    def _write(self, entries: Sequence[Entry], place: Place) -> None:
        fresh = not self.is_open
        if fresh:
            self._fd, self.name = self._state.create(KIND)
        batch, sizes = Batch(self._fd, self._calls, self._end), []
        try:
            if fresh:
                batch.append(HEADER, dumped(header_values(Header(place, None, time.time()))))
            elif place.stamp != self._place.stamp:
                batch.append(IDENTITY, dumped(stamp_values(place.stamp)))
            for item in entries:
                before = batch.end
                self._append(batch, item)
                sizes.append(batch.end - before)
            self._commit(batch)
        except BaseException:
            if fresh:
                with contextlib.suppress(OSError):
                    self.remove()
            else:
                self._forget_rest()
            raise
        self._place = place
        for item, size in zip(entries, sizes):
            self._tally.take(item, size)

    def _forget_rest(self) -> None:
        """Cut off what an error has left behind the end: the next attempt may be shorter."""
        with contextlib.suppress(OSError):
            self._calls.ftruncate(self._fd, self._end)

    def _append(self, batch: Batch, item: Entry) -> None:
        if isinstance(item, Edited):
            coded = encoded(item.op, item.name)
            parts = iter(pieces(coded.data) if coded.data is not None else ())
            batch.append(EDIT, pack(coded.head), next(parts, b""))
            for piece in parts:
                batch.append(MORE, piece)
        elif item.name is None:
            batch.append(CLEAN)
        elif item.snapshot is not None:
            StateWriter(item.snapshot, item.base, batch.append).write(item.name)

    def _commit(self, batch: Batch) -> None:
        batch.flush()
        sync_data(self._calls, self._fd)
        self._end = batch.end

    def _compact(self) -> None:
        """Go on in a new log that has only what is in force; where that fails the old one goes on."""
        assert self.name is not None
        try:
            made = compacted(self._state, self._fd, self.name, self._place, self._calls)
        except (OSError, SaveError):
            self._tally.put_off(self._end)
            return
        old, tally = self.name, self._tally
        with contextlib.suppress(OSError):
            self._state.remove(KIND, old)
        self._close()
        self._fd, self.name, self._end = made
        self._tally = tally

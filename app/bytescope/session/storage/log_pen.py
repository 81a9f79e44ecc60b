"""The edit log of a session in the hands of jobs: of the one that writes it, and of saves."""

from __future__ import annotations

import contextlib
import threading
from collections import deque
from pathlib import Path
from typing import TYPE_CHECKING

from bytescope.core.errors import BytescopeError

if TYPE_CHECKING:
    from bytescope.core.source.base import Source
    from bytescope.core.source.identity import Identity
    from bytescope.core.storage.editlog.entries import Entry, Whole
    from bytescope.core.storage.editlog.writing import LogWriter


class Pen:
    """Takes what the main thread notes and has it on the disk; tells the log how a save goes (``SaveLog``).

    ``append``, ``take_over`` and ``waiting`` are for the main thread and never wait. The rest is for jobs,
    and for the end of the program: one thread at a time works with the log.
    """

    def __init__(self, folder: Path) -> None:
        self.save_unresolved = False
        self._folder = folder
        self._lock = threading.Lock()
        self._queue: deque[Entry | None] = deque()
        self._appended = self._taken = 0
        self._now: tuple[int, Whole | None] = (0, None)
        self._entries: list[Entry] = []  # taken, and not on the disk yet
        self._void = False
        self._closed = False
        self._ending = threading.Event()
        self._orphan: str | None = None
        self._writer: LogWriter | None = None

    # -- in the main thread -----------------------------------------------------------------------

    def append(self, entry: Entry | None, now: Whole) -> None:
        """Have ``entry`` written, or the log begun anew (None); ``now`` is the document after it."""
        self._queue.append(entry)
        self._appended += 1
        self._now = (self._appended, now)

    def take_over(self, name: str, now: Whole) -> None:
        """Go on in log ``name``, which nobody uses; ``now`` is the document that it leads to."""
        self._orphan = name
        self._now = (self._appended, now)

    def look(self, now: Whole) -> None:
        """The document is the same, but its file may be known by other times."""
        self._now = (self._appended, now)

    def stop(self) -> None:
        """Write nothing any more, and wait for nothing."""
        self._closed = True
        self._ending.set()

    @property
    def waiting(self) -> bool:
        """Whether something was noted that no job has taken yet."""
        return bool(self._queue)

    # -- in jobs ----------------------------------------------------------------------------------

    def write(self) -> str:
        """Have everything on the disk; why that could not be done, as a clause, or nothing."""
        with self._lock:
            return self._write()

    def keep_writing(self, after: float, period: float) -> str:
        """``write`` in so many seconds, and every ``period`` as long as more is noted."""
        self._ending.wait(after)
        while not (complaint := self.write()) and self._queue and not self._closed:
            self._ending.wait(period)
        return complaint

    def close(self, within: float = -1) -> None:
        """Take the log away and write none any more. Where that fails the log is void, if possible.

        ``within``: seconds to wait for a write that is under way; then the log stays.
        """
        self.stop()
        if not self._lock.acquire(timeout=within):
            return
        try:
            self._queue.clear()
            self._entries = []
            with contextlib.suppress(OSError, BytescopeError):
                self._remove()
        finally:
            self._lock.release()

    def for_save(self) -> Pen:
        """The log for a save that begins: everything is in it that was noted before, if it can be written."""
        self.write()
        return self

    @property
    def name(self) -> str | None:
        """The log's name in the state folder; None while there is none."""
        return self._writer.name if self._writer is not None else None

    def saving(self, journal: str | None, new_file: Identity | None) -> None:
        """A save begins. No save fails because the log cannot be written: its journal tells the same."""
        from bytescope.core.storage.editlog.layout import Saving, Stamp

        stamp = Stamp.of(new_file) if new_file is not None else None
        with self._lock:
            self._write()
            self.save_unresolved = True
            if self._writer is not None:
                with contextlib.suppress(OSError):
                    self._writer.saving(Saving(journal, stamp))

    def saved(self, identity: Identity) -> None:
        """The file holds the document. Raises ``OSError`` where the log cannot be told, nor be removed."""
        from bytescope.core.storage.editlog.layout import Stamp

        with self._lock:
            self.save_unresolved = False
            if self._writer is not None:
                self._writer.saved(Stamp.of(identity))

    def not_saved(self, identity: Identity) -> None:
        """The file has its old bytes. Raises ``OSError``."""
        from bytescope.core.storage.editlog.layout import Stamp

        with self._lock:
            self.save_unresolved = False
            if self._writer is not None:
                self._writer.not_saved(Stamp.of(identity))

    # -- inside -----------------------------------------------------------------------------------

    def _write(self) -> str:
        try:
            now = self._take()
            if self._closed or now is None:
                return ""
            if self._void:
                self._remove()
            if self._orphan is not None:
                self._adopt(self._orphan, now)
            if self._entries or self._writer is not None:
                from bytescope.core.storage.editlog.matching import place_of

                self._open(now.base).write(self._entries, place_of(now.base), now)
                self._entries = []
        except (OSError, BytescopeError) as error:
            from bytescope.core.storage.causes import cause_of

            cause = error.__cause__
            return cause_of(cause if isinstance(cause, OSError) else error)
        return ""

    def _take(self) -> Whole | None:
        """Take what was noted, and the document after just that."""
        while True:
            while self._queue:
                entry = self._queue.popleft()
                self._taken += 1
                if entry is None:
                    self._entries, self._void = [], True
                else:
                    self._entries.append(entry)
            count, now = self._now
            if count == self._taken or self._closed:
                return now

    def _open(self, base: Source) -> LogWriter:
        if self._writer is None:
            from bytescope.core.storage.editlog.matching import place_of
            from bytescope.core.storage.editlog.writing import LogWriter
            from bytescope.core.storage.private import StateFolder

            self._writer = LogWriter(StateFolder(self._folder), place_of(base))
        return self._writer

    def _adopt(self, name: str, now: Whole) -> None:
        from bytescope.core.storage.editlog.matching import place_of
        from bytescope.core.storage.editlog.orphans import discard
        from bytescope.core.storage.private import StateFolder

        writer = self._open(now.base)
        if not writer.adopt(name):
            writer.write([now], place_of(now.base), now)
            self._entries = []
            # All that could be made of the other log is in this one now.
            with contextlib.suppress(BytescopeError):
                discard(StateFolder(self._folder), name)
        self._orphan = None

    def _remove(self) -> None:
        writer, self._writer = self._writer, None
        self._void = False
        if writer is not None:
            writer.remove()

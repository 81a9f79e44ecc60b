"""A selection on its way to another program: read, or written to a file, only when it is asked for."""

from __future__ import annotations

import os
import shutil
import tempfile
import threading
import weakref
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from bytescope.core.ranges import ByteRange
from bytescope.core.text.formats import size_text
from bytescope.session.wording import tr

if TYPE_CHECKING:
    from bytescope.core.document.snapshot import Snapshot
    from bytescope.core.ticket import Ticket
    from bytescope.session.session import Session

MOST_BYTES = 16 << 20
"""So many bytes, and their digits, are offered as such."""

MOST_IN_FILE = 256 << 20
"""So many are offered as a file."""

PATIENCE = 5.0
"""Seconds that a program waits for what was dropped on it; a medium that takes longer gives nothing."""


class Dragged(QObject):
    """Bytes ``within`` of a session as they were when the drag began."""

    def __init__(self, session: Session, within: ByteRange) -> None:
        super().__init__(session)
        self.session = session
        self.within = within
        self._snapshot = session.document.snapshot()
        self._path = ""

    @property
    def length(self) -> int:
        return self.within.length

    @property
    def data(self) -> bytes:
        """The bytes, 00 for what cannot be read; b"" for too many, or if they do not come in time."""
        if self.length > MOST_BYTES:
            return b""
        return self._now(partial(_read, self._snapshot, self.within)) or b""

    @property
    def path(self) -> str:
        """A file of these bytes, which goes when the document is closed; "" where that cannot be."""
        if not self._path and self.length <= MOST_IN_FILE:
            folder = tempfile.mkdtemp(prefix="bytescope-drag-")
            weakref.finalize(self, shutil.rmtree, folder, ignore_errors=True)
            stem = os.path.basename(self.session.name) or "selection"
            path = os.path.join(folder, f"{stem}-0x{self.within.start:X}.bin")
            self._path = self._now(partial(_write, self._snapshot, self.within, os.fsencode(path))) or ""
        return self._path

    def too_much(self) -> str:
        """A sentence where nothing can be given to other programs; "" otherwise."""
        if self.length <= MOST_IN_FILE:
            return ""
        return tr(
            "Other programs get up to {most} of a selection; use Save Selection As for the {length}.",
            most=size_text(MOST_IN_FILE),
            length=size_text(self.length),
        )

    def _now(self, work: Callable[[Ticket], Any]) -> Any:
        """The result of ``work``, which a job does; None where it is not there in time.

        The other program waits for the answer to its question, so this thread has to.
        """
        results: list[Any] = []
        done = threading.Event()
        ticket = self.session.jobs.run(
            "Read the selection",
            partial(_told, work, results, done),
            lane="drag",
            queued=True,
            failed=self.session.fail,
        )
        if not done.wait(PATIENCE):
            ticket.cancelled = True
        return results[0] if results else None


def _told(work: Callable[[Ticket], Any], results: list[Any], done: threading.Event, ticket: Ticket) -> None:
    try:
        results.append(work(ticket))
    finally:
        done.set()


def _read(snapshot: Snapshot, within: ByteRange, ticket: Ticket) -> bytes:
    parts = []
    for part in within.chunks(1 << 20):
        ticket.check()
        parts.append(snapshot.read(part.start, part.length).data)
    return b"".join(parts)


def _write(snapshot: Snapshot, within: ByteRange, path: bytes, ticket: Ticket) -> str:
    from bytescope.core.exchange.outgoing import save_part

    save_part(snapshot, within, path, ticket, original=None, overwrite=False)
    return os.fsdecode(path)

"""Computes checksums of one session's document in a job, and says when they are of earlier bytes."""

from __future__ import annotations

import os
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from bytescope.core.change import Kind
from bytescope.core.errors import BytescopeError, Cancelled
from bytescope.session.jobs import side_by_side
from bytescope.session.wording import tr

if TYPE_CHECKING:
    from bytescope.core.change import Change
    from bytescope.core.document.snapshot import Snapshot
    from bytescope.core.ranges import ByteRange
    from bytescope.core.ticket import Ticket
    from bytescope.session.session import Session


def checksums_of(session: Session) -> Checksums:
    """The checksums of ``session``; made when first asked for."""
    found = session.findChild(Checksums)
    return found if isinstance(found, Checksums) else Checksums(session)


class Checksums(QObject):
    """``values`` by key are those of ``range``, as the document was then; ``stale``: it changed since."""

    changed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.session = session
        self.values: dict[str, str] = {}
        self.range: ByteRange | None = None
        self.stale = False
        self.ticket: Ticket | None = None
        self.problem = ""
        session.changed.connect(self._on_changed)
        session.layers.ended.connect(self.stop)

    @property
    def _job(self) -> str:
        return f"Checksums of {self.session.name} {id(self)}"

    def compute(self, range_: ByteRange, keys: list[str]) -> None:
        """Begin anew; ``changed`` when it has ended."""
        self.values, self.range, self.stale, self.problem = {}, range_, False, ""
        self.ticket = self.session.jobs.run(
            self._job,
            partial(_work, self.session.document.snapshot(), range_, keys),
            self._on_done,
            self._on_failed,
            lane="checksums",
        )
        self.ticket.note = tr("Checksums")
        self.changed.emit()

    def stop(self) -> None:
        """Give up what is under way."""
        if self.ticket is not None:
            self.session.jobs.cancel(self._job)
            self.ticket = None
            self.problem = tr("The computation was stopped.")
            self.changed.emit()

    def _on_done(self, values: dict[str, str]) -> None:
        self.ticket, self.values = None, values
        self.changed.emit()

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, Cancelled):
            return  # by ``stop``, or something newer is under way
        self.ticket = None
        self.problem = str(error) if isinstance(error, BytescopeError) else tr("The computation failed.")
        self.changed.emit()
        if not isinstance(error, BytescopeError):
            self.session.fail(error)

    def _on_changed(self, change: Change) -> None:
        if change.kind is not Kind.SAVE and self.range is not None and not self.stale:
            self.stale = True
            self.changed.emit()


def _work(snapshot: Snapshot, range_: ByteRange, keys: list[str], ticket: Ticket) -> dict[str, str]:
    from bytescope.core.checksums.working import checksums

    width = min(8, os.cpu_count() or 1)
    return checksums(snapshot, range_, keys, ticket, together=side_by_side, width=width)

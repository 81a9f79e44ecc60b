"""What earlier runs have left behind, for the window: found, and dealt with in jobs as it is asked for."""

from __future__ import annotations

import os
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from bytescope.core.errors import BytescopeError, Cancelled
from bytescope.core.storage import pending
from bytescope.core.storage.editlog.reading import tidy
from bytescope.core.storage.pending import Leftover
from bytescope.core.storage.private import StateFolder
from bytescope.session.wording import tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from bytescope.core.document.document import Document
    from bytescope.core.storage.editlog.replaying import Replayed
    from bytescope.core.ticket import Ticket
    from bytescope.session.workspace import Workspace

LANE = "recover"


class Leftovers(QObject):
    """Interrupted saves and unsaved edits of runs that are over; each wish does one thing to one of them."""

    found = Signal(object)
    """What there is now (list of Leftover), after every look and every wish that was done."""

    done = Signal(object, str)
    """A wish was done to this Leftover: a sentence about it."""

    recovered = Signal(object)
    """The edits of a document are here again: the Session that shows it."""

    refused = Signal(object, object)
    """A wish for this Leftover could not be done (Exception); nothing was lost by it."""

    busy_changed = Signal()

    def __init__(self, workspace: Workspace, folder: Path) -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self._state = StateFolder(folder)
        self._ours: set[str] = set()
        self.items: list[Leftover] = []
        self.busy = False

    def look(self) -> None:
        """Find what there is, in a job."""
        self._workspace.jobs.run(
            "Look for what was left", partial(_look, self._state), self._on_found, self._on_unseen, lane=LANE
        )

    def look_at(self, path: bytes, then: Callable[[list[Leftover]], None]) -> None:
        """Find what there is of the file at ``path`` only, and hand it to ``then``."""
        self._workspace.jobs.run(
            f"Look for what was left of {path!r}",
            partial(_look_at, self._state, path),
            then,
            self._on_unseen,
            lane=LANE,
        )

    def recover(self, item: Leftover, *, anyway: bool = False) -> None:
        """Open the document with its edits as unsaved steps. ``anyway``: though the file was changed."""
        work = partial(_recover, self._state, item, anyway)
        self._run(item, tr("Recover {name}", name=item.shown), work, partial(self._on_recovered, item))

    def roll_back(self, item: Leftover) -> None:
        """Put the file back as it was before the save."""
        self._do(item, tr("Roll back {name}", name=item.shown), partial(pending.roll_back, self._state, item))

    def complete(self, item: Leftover) -> None:
        """Bring the file to what was to be saved."""
        self._do(item, tr("Complete {name}", name=item.shown), partial(pending.complete, self._state, item))

    def export(self, item: Leftover, out: bytes) -> None:
        """Write what can be restored to the new file ``out``."""
        self._do(item, tr("Export {name}", name=item.shown), partial(pending.export, self._state, item, out))

    def discard(self, item: Leftover) -> None:
        """Forget it; the caller has asked."""
        self._do(item, tr("Discard {name}", name=item.shown), partial(_discard, self._state, item))

    def _do(self, item: Leftover, note: str, work: Callable[[Ticket], str]) -> None:
        self._run(item, note, work, partial(self._on_done, item))

    def _run(self, item: Leftover, note: str, work: object, then: object) -> None:
        self._set_busy(True)
        self._workspace.jobs.run(
            note,
            work,  # type: ignore[arg-type]
            then,  # type: ignore[arg-type]
            partial(self._on_refused, item),
            lane=LANE,
            shown=True,
            queued=True,
        )

    def _on_recovered(self, item: Leftover, result: tuple[Document, Replayed]) -> None:
        document, replayed = result
        assert item.edits is not None
        if not replayed.complaint:
            self._ours.add(item.edits.name)
        session = self._workspace.add_recovered(document, item.edits.name, replayed)
        self.recovered.emit(session)
        said = tr(
            "The edits of “{shown}” are here again, as unsaved steps that can be undone.", shown=item.shown
        )
        self._set_busy(False)
        self.done.emit(item, f"{said} {replayed.complaint}".rstrip())
        # No look: it would hold the log that the document is just taking over.
        self._on_found([other for other in self.items if other.id != item.id])

    def _on_done(self, item: Leftover, sentence: str) -> None:
        self._set_busy(False)
        self.done.emit(item, sentence)
        self.look()

    def _on_refused(self, item: Leftover, error: Exception) -> None:
        self._set_busy(False)
        self.look()
        if isinstance(error, BytescopeError):
            self.refused.emit(item, error)
        elif isinstance(error, Cancelled):
            self.refused.emit(item, BytescopeError(tr("It was stopped; what was left is still there.")))
        else:
            raise error

    def _on_found(self, items: list[Leftover]) -> None:
        # A log that a document of ours goes on with may not have been taken over yet.
        self.items = [item for item in items if item.edits is None or item.edits.name not in self._ours]
        self.found.emit(self.items)

    def _on_unseen(self, error: Exception) -> None:
        if isinstance(error, BytescopeError):
            self._workspace.told.emit(
                "warning", tr("Earlier runs could not be looked at. {error}", error=error)
            )
        elif not isinstance(error, Cancelled):
            raise error

    def _set_busy(self, busy: bool) -> None:
        self.busy = busy
        self.busy_changed.emit()


def _look(state: StateFolder, ticket: Ticket) -> list[Leftover]:
    found = pending.leftovers(state)
    tidy(state)
    return found


def _look_at(state: StateFolder, path: bytes, ticket: Ticket) -> list[Leftover]:
    return pending.leftovers(state, os.path.abspath(path))


def _recover(state: StateFolder, item: Leftover, anyway: bool, ticket: Ticket) -> tuple[Document, Replayed]:
    return pending.recover(state, item, ticket, anyway=anyway)


def _discard(state: StateFolder, item: Leftover, ticket: Ticket) -> str:
    return pending.discard(state, item)

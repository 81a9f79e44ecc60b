"""Lists, deletes, exports and imports snapshots of fingerprints, in jobs."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from bytescope.core.errors import BytescopeError, Cancelled
from bytescope.core.source.shown import printable_name
from bytescope.session.wording import tr

if TYPE_CHECKING:
    from pathlib import Path

    from bytescope.core.ticket import Ticket
    from bytescope.core.touched.snapshots import Listed, Snapshots
    from bytescope.session.jobs import Jobs


class SnapshotKeeper(QObject):
    """The snapshots in the private folder of the program. Whatever happens is told by a signal."""

    changed = Signal()
    """``items`` are others now."""

    done = Signal(str)
    failed = Signal(str)
    """A sentence: what was done, or why not."""

    def __init__(self, jobs: Jobs, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._folder = folder
        self.items: list[Listed] = []
        """Newest first."""

    def look(self) -> None:
        """Bring ``items`` up to date."""
        self._jobs.run("List snapshots", partial(_list, self._folder), self._on_listed, self._on_failed)

    def remove(self, item: Listed) -> None:
        then = partial(self._on_done, tr("“{name}” was deleted.", name=item.about.name))
        self._run(tr("Delete snapshot"), partial(_remove, self._folder, item.id), then)

    def export(self, item: Listed, path: bytes) -> None:
        then = partial(
            self._on_done,
            tr("“{name}” was written to “{file}”.", name=item.about.name, file=printable_name(path)),
        )
        self._run(tr("Export snapshot"), partial(_export, self._folder, item.id, path), then)

    def bring_in(self, path: bytes) -> None:
        then = partial(
            self._on_done, tr("“{name}” was taken in.", name=printable_name(os.path.basename(path)))
        )
        self._run(tr("Import snapshot"), partial(_bring_in, self._folder, path), then)

    def _run(self, note: str, work: Callable[[Ticket], object], then: Callable[[Any], None]) -> None:
        self._jobs.run(note, work, then, self._on_failed, lane="snapshot", shown=True, queued=True)

    def _on_listed(self, items: list[Listed]) -> None:
        self.items = items
        self.changed.emit()

    def _on_done(self, sentence: str, _: object) -> None:
        self.done.emit(sentence)
        self.look()

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, BytescopeError):
            self.failed.emit(str(error))
        elif not isinstance(error, Cancelled):
            raise error


def _snapshots(folder: Path) -> Snapshots:
    from bytescope.core.storage.private import StateFolder
    from bytescope.core.touched.snapshots import Snapshots

    return Snapshots(StateFolder(folder))


def _list(folder: Path, ticket: Ticket) -> list[Listed]:
    return _snapshots(folder).listed()


def _remove(folder: Path, id_: str, ticket: Ticket) -> None:
    _snapshots(folder).remove(id_)


def _export(folder: Path, id_: str, path: bytes, ticket: Ticket) -> None:
    _snapshots(folder).export(id_, path, ticket)


def _bring_in(folder: Path, path: bytes, ticket: Ticket) -> Listed:
    return _snapshots(folder).bring_in(path, ticket)

"""Takes snapshots of fingerprints in a job, and lists those that are kept."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from bytescope.core.errors import BytescopeError, Cancelled
from bytescope.core.ranges import ByteRange
from bytescope.core.source.identity import Outside
from bytescope.session.wording import tr, tr_n

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bytescope.core.document.snapshot import Snapshot
    from bytescope.core.pages.print_store import PrintStore
    from bytescope.core.pages.run_set import RunSet
    from bytescope.core.source.base import Lost
    from bytescope.core.source.file import FileSource
    from bytescope.core.ticket import Ticket
    from bytescope.core.touched.snapshots import About, Listed, Snapshots
    from bytescope.session.session import Session


class Taking(QObject):
    """Takes one snapshot of a session's document as it is now, its unsaved edits included."""

    taken = Signal(str)
    failed = Signal(str)

    def __init__(self, session: Session, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._folder = folder

    def take(self, name: str) -> None:
        """``taken`` or ``failed`` has a sentence in the end; the status bar shows how far it is."""
        from bytescope.core.touched.snapshots import About

        session = self._session
        identity = session.file.opened if session.file is not None and not session.document.modified else None
        about = About.of(name, session.name, session.size, identity)
        prints = session.survey.prints
        known = (prints.file.copy(), prints.changed) if prints is not None else None
        session.jobs.run(
            tr("Take a snapshot of {name}", name=session.name),
            partial(_take, self._folder, session.document.snapshot(), session.file, about, known),
            self._on_taken,
            self._on_failed,
            lane="snapshots",
            shown=True,
            queued=True,  # one that was wished for while another is taken comes after it
        )

    def _on_taken(self, kept: Listed) -> None:
        lost = kept.page_count - kept.known
        name, pages = kept.about.name, tr_n(kept.known, "{n} page", "{n} pages")
        if lost:
            said = tr(
                "The snapshot “{name}” has the fingerprints of {pages}; {lost} could not be read and will not"
                " be compared.",
                name=name,
                pages=pages,
                lost=tr_n(lost, "{n} page", "{n} pages"),
            )
        else:
            said = tr("The snapshot “{name}” has the fingerprints of {pages}.", name=name, pages=pages)
        self.taken.emit(said)
        self.deleteLater()

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, Cancelled):
            self.failed.emit(tr("The snapshot was stopped; nothing of it was kept."))
        elif isinstance(error, BytescopeError):
            self.failed.emit(str(error))
        else:
            raise error
        self.deleteLater()


def kept_in(folder: Path | None) -> Snapshots | None:
    """The snapshots of a private folder; None without one."""
    from bytescope.core.storage.private import StateFolder
    from bytescope.core.touched.snapshots import Snapshots

    return Snapshots(StateFolder(folder)) if folder is not None else None


def listed(kept: Snapshots | None) -> list[tuple[str, str]]:
    """Id and description of each snapshot, the newest first."""
    return [(item.id, _described(item)) for item in kept.listed()] if kept is not None else []


def _described(item: Listed) -> str:
    about = item.about
    taken = datetime.fromtimestamp(about.taken)
    return (
        f"{about.name} — {about.file}, {taken:%Y-%m-%d %H:%M:%S}, {tr_n(item.known, '{n} page', '{n} pages')}"
    )


class _Quiet:
    """A document that is read without a trace in the page cache."""

    def __init__(self, snapshot: Snapshot) -> None:
        from bytescope.core.compare.judging import reader

        self._snapshot = snapshot
        self._read = reader(snapshot)
        self.size = snapshot.size

    def read_into(self, offset: int, buffer: memoryview) -> tuple[Lost, ...]:
        return self._read(offset, buffer)

    def data_runs(self, within: ByteRange) -> Iterator[ByteRange]:
        return self._snapshot.data_runs(within)


def _take(
    folder: Path,
    snapshot: Snapshot,
    file: FileSource | None,
    about: About,
    known: tuple[PrintStore, RunSet] | None,
    ticket: Ticket,
) -> Listed:
    """What the survey has read is not read again, if the file is still as it was then."""
    from bytescope.core.touched.print_reading import OwnPrints

    kept = kept_in(folder)
    assert kept is not None
    prints = None
    if file is not None and known is not None and file.look_outside()[0] is Outside.NONE:
        prints = OwnPrints(snapshot, *known)
    return kept.take(_Quiet(snapshot), about, ticket, prints)

"""Brings bytes in from other files and out to them, in jobs: patches, HEX files, dumps, parts of one."""

from __future__ import annotations

import os
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from bytescope.core.document.document import Document
from bytescope.core.errors import BytescopeError, Cancelled, LentChangedError, RefusedError, WrongFileError
from bytescope.core.ranges import ByteRange
from bytescope.core.source.shown import quoted_name
from bytescope.session.wording import tr, tr_n

if TYPE_CHECKING:
    from bytescope.core.change import Change
    from bytescope.core.document.drafting import Draft
    from bytescope.core.document.snapshot import Snapshot
    from bytescope.core.exchange.incoming import Incoming
    from bytescope.core.exchange.patching import Trial
    from bytescope.core.source.file import FileSource
    from bytescope.core.ticket import Ticket
    from bytescope.session.jobs import Failed, Then, Work
    from bytescope.session.session import AnyDocument, Session
    from bytescope.session.workspace import Workspace


class Exchange(QObject):
    """What one session gives to other files and takes from them. Sentences go by the session's ``told``."""

    finished = Signal()
    """A piece of work has ended, well or not."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session

    @property
    def shown(self) -> list[bytes]:
        """The file that must not be written over."""
        return [self._session.file.path] if self._session.file is not None else []

    def _run(self, note: str, work: Work, then: Then, failed: Failed | None = None) -> None:
        self._session.jobs.run(
            f"{note} {id(self)}",
            work,
            then,
            failed or self._on_failed,
            lane="exchange",
            shown=True,
            queued=True,
            ticket=_ticket(note),
        )

    def _run_out(self, note: str, snapshot: Snapshot, work: Work, then: Then) -> None:
        """The same with what writes bytes of the document: it asks where those may no longer be its own."""
        refused = partial(self._on_lent_changed, note, work, then)
        self._run(note, partial(_unless_changed, snapshot, work), then, refused)

    # -- out ----------------------------------------------------------------------------------

    def save_part(self, within: ByteRange, path: str) -> None:
        """Write the bytes of ``within`` to another file, over what is there; holes stay holes."""
        snapshot = self._session.document.snapshot()
        work = partial(_save_part, snapshot, within, os.fsencode(path), self._session.file)
        self._run_out(
            tr("Save the selection"), snapshot, work, partial(self._on_written, path, within.length)
        )

    def export(self, within: ByteRange, form: str, path: str, base: int, name: str) -> None:
        """Write ``within`` as text: a form of ``forms.FORMS``, or ``ihex`` or ``srec`` from ``base`` on."""
        snapshot = self._session.document.snapshot()
        work = partial(_export, snapshot, within, form, path, self.shown, base, name)
        self._run_out(tr("Export"), snapshot, work, partial(self._on_exported, path, within.length))

    def export_patch(self, kind: str, path: str, other: str | Snapshot, backwards: bool) -> None:
        """Write the unsaved edits as a patch; with ``other``, a file or another document, what makes this
        one of it, or (``backwards``) it of this one."""
        snapshot = self._session.document.snapshot()
        shown = [*self.shown, *([os.fsencode(other)] if isinstance(other, str) and other else [])]
        work = partial(_export_patch, snapshot, kind, path, other, backwards, shown)
        self._run_out(tr("Make a patch"), snapshot, work, partial(self._on_patch, path))

    # -- in -----------------------------------------------------------------------------------

    def apply_patch(self, path: str, unchecked: bool = False) -> None:
        """Apply a patch or an edit script as one step, if all of it fits."""
        snapshot = self._session.document.snapshot()
        work = partial(_try_patch, path, snapshot, unchecked)
        failed = partial(self._on_patch_failed, path)
        self._run(tr("Apply a patch"), work, partial(self._on_tried, path), failed)

    def insert_file(self, path: str, at: int) -> None:
        """Insert the bytes of a file before ``at``: they are read when they are shown or saved."""
        work = partial(_opened, os.fsencode(path), self._session.file)
        self._run(tr("Insert a file"), work, partial(self._on_opened, at))

    def place(self, incoming: Incoming, base: int, name: str) -> None:
        """Put the bytes of a HEX file or dump over the document's, as one step."""
        snapshot = self._session.document.snapshot()
        self._run(tr("Import"), partial(_placed, incoming, snapshot, base), partial(self._on_placed, name))

    # -- what came of it ----------------------------------------------------------------------

    def _tell(self, level: str, text: str) -> None:
        self._session.told.emit(level, text)
        self.finished.emit()

    def _on_failed(self, error: Exception) -> None:
        self._session.fail(error)
        self.finished.emit()

    def _on_lent_changed(self, note: str, work: Work, then: Then, error: Exception) -> None:
        if isinstance(error, LentChangedError):
            again = partial(self._run, note, work, then)
            self._session.asked.emit(str(error), tr("Write Anyway"), again)
            self.finished.emit()
        else:
            self._on_failed(error)

    def _on_written(self, path: str, count: int, _sentence: str) -> None:
        self._tell(
            "info",
            tr_n(
                count,
                "{n} byte was written to {name} and read back.",
                "{n} bytes were written to {name} and read back.",
                name=quoted_name(path),
            ),
        )

    def _on_exported(self, path: str, count: int, lost: int) -> None:
        if lost:
            self._tell(
                "warning",
                tr(
                    "{name} was written, but {lost:,} bytes could not be read; they are 00 in it.",
                    name=quoted_name(path),
                    lost=lost,
                ),
            )
        else:
            self._tell(
                "info",
                tr_n(
                    count,
                    "{n} byte was written to {name}.",
                    "{n} bytes were written to {name}.",
                    name=quoted_name(path),
                ),
            )

    def _on_patch(self, path: str, size: int) -> None:
        self._tell(
            "info", tr("The patch was written to {name}: {size:,} bytes.", name=quoted_name(path), size=size)
        )

    def _on_patch_failed(self, path: str, error: Exception) -> None:
        if isinstance(error, WrongFileError):
            again = partial(self.apply_patch, path, True)
            self._session.asked.emit(str(error), tr("Apply without Checks"), again)
            self.finished.emit()
        else:
            self._on_failed(error)

    def _on_tried(self, path: str, trial: Trial) -> None:
        session = self._session
        if not trial.draft.splices:
            self._tell("info", tr("{name} changes nothing here.", name=quoted_name(path)))
        elif session.adopt(partial(trial.adopt, session.document)):
            self._tell(
                "info", tr("{name}: {meaning} Undo takes it back.", name=trial.name, meaning=trial.meaning)
            )
        else:
            self.finished.emit()

    def _on_opened(self, at: int, source: FileSource) -> None:
        from bytescope.core.document.lent import LentFile
        from bytescope.core.document.patterns import FileBytes

        session, pattern = self._session, FileBytes(LentFile(source), source.name)
        if session.fill(ByteRange.of(at, source.size), pattern, insert=True):
            session.select(ByteRange.of(at, source.size))
        self.finished.emit()

    def _on_placed(self, name: str, draft: Draft) -> None:
        session = self._session
        if session.adopt(partial(_bring, session.document, draft, tr("Import {name}", name=name))):
            self._tell("info", tr("The bytes were imported; Undo takes them out again."))
        else:
            self.finished.emit()


class Importing(QObject):
    """Reads a HEX file or a dump, and makes a new document of it or puts it onto one."""

    read = Signal(str, object)
    """The bytes of the file of this path are known (Incoming)."""

    failed = Signal(str)

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._workspace = workspace

    def begin(self, path: str) -> None:
        """Read the file in a job."""
        self._workspace.jobs.run(
            "Import",
            partial(_incoming, path),
            partial(self._on_read, path),
            self._on_failed,
            lane="exchange",
            shown=True,
            ticket=_ticket(tr("Import")),
        )

    def as_document(self, incoming: Incoming, base: int, name: str) -> Session:
        """A new document in memory of these bytes, to be saved under a name of its own."""
        from bytescope.core.document.drafting import Draft

        session = self._workspace.new_memory(0)
        session.name = name
        draft = Draft(session.document.snapshot())
        incoming.place(draft, base)
        session.adopt(partial(_bring, session.document, draft, tr("Import {name}", name=name)))
        session.set_caret(0)
        return session

    def _on_read(self, path: str, incoming: Incoming) -> None:
        self.read.emit(path, incoming)

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, BytescopeError):
            self.failed.emit(str(error))
        elif not isinstance(error, Cancelled):
            raise error


def _ticket(note: str) -> Ticket:
    from bytescope.core.ticket import Ticket

    return Ticket(note=note)


def _unless_changed(snapshot: Snapshot, work: Work, ticket: Ticket) -> Any:
    from bytescope.core.document.lent import check_lent

    check_lent(snapshot)
    return work(ticket)


def _save_part(
    snapshot: Snapshot, within: ByteRange, target: bytes, original: FileSource | None, ticket: Ticket
) -> str:
    from bytescope.core.exchange.outgoing import save_part

    return save_part(snapshot, within, target, ticket, original=original, overwrite=True)


def _bring(
    document: AnyDocument, draft: Draft, name: str, *, ticket: Ticket | None = None, no_undo: bool = False
) -> Change:
    from bytescope.core.document.drafting import adopt

    return adopt(document, draft, name, ticket)


def _export(
    snapshot: Snapshot,
    within: ByteRange,
    form: str,
    path: str,
    shown: list[bytes],
    base: int,
    name: str,
    ticket: Ticket,
) -> int:
    """How many bytes could not be read."""
    from bytescope.core.exchange.outgoing import texts, write_texts
    from bytescope.core.source.base import Lost

    lost: list[Lost] = []
    write_texts(path, shown, texts(snapshot, within, form, lost, ticket, base=base, name=name))
    return sum(item.range.length for item in lost)


def _export_patch(
    snapshot: Snapshot,
    kind: str,
    path: str,
    other: str | Snapshot,
    backwards: bool,
    shown: list[bytes],
    ticket: Ticket,
) -> int:
    """How many bytes the patch has."""
    from bytescope.core.exchange.delta import difference, edits_of
    from bytescope.core.exchange.patching import check, patch_parts
    from bytescope.core.source.access import Access
    from bytescope.core.source.opening import open_file
    from bytescope.core.storage.exporting import exported

    source = open_file(os.fsencode(other), Access.READ) if isinstance(other, str) and other else None
    try:
        theirs = Document(source).snapshot() if source is not None else other
        if isinstance(theirs, str):
            delta = edits_of(snapshot)
        else:
            sides = (snapshot, theirs) if backwards else (theirs, snapshot)
            delta = difference(*sides, ticket)
        check(delta, kind)
        size = ticket.done = 0
        with exported(path, shown, "patch") as out:
            for part in patch_parts(delta, kind, ticket):
                out.write(part)
                size += len(part)
        return size
    finally:
        if source is not None:
            source.close()


def _try_patch(path: str, snapshot: Snapshot, unchecked: bool, ticket: Ticket) -> Trial:
    from bytescope.core.exchange.patching import load, prepare

    name = os.path.basename(path)
    return prepare(load(path), snapshot, ticket, name=name, unchecked=unchecked)


def _opened(path: bytes, original: FileSource | None, ticket: Ticket) -> FileSource:
    from bytescope.core.exchange.outgoing import insertable

    return insertable(path, original)


def _placed(incoming: Incoming, snapshot: Snapshot, base: int, ticket: Ticket) -> Draft:
    from bytescope.core.document.drafting import Draft

    draft = Draft(snapshot)
    incoming.place(draft, base)
    return draft


def _incoming(path: str, ticket: Ticket) -> Incoming:
    from bytescope.core.exchange.incoming import read_incoming
    from bytescope.core.source.access import Access
    from bytescope.core.source.opening import open_file

    source = open_file(os.fsencode(path), Access.READ)
    try:
        if not source.size:
            raise RefusedError(tr("{name} is empty; choose another file.", name=quoted_name(path)))
        return read_incoming(source, ticket)
    finally:
        source.close()

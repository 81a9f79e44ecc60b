"""Save, Save As and flush as jobs: plan, then ask what must be asked, then execute."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QObject, Signal

from bytescope.core.change import Change, Kind
from bytescope.core.document.document import Document
from bytescope.core.document.live import LiveDocument
from bytescope.core.errors import Cancelled
from bytescope.core.ranges import ByteRange
from bytescope.core.source.shown import quoted_name
from bytescope.session.wording import tr

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from bytescope.core.document.snapshot import Snapshot
    from bytescope.core.pages.print_store import Stretch
    from bytescope.core.source.file import FileSource
    from bytescope.core.storage.journal.writing import JournalFile
    from bytescope.core.storage.plan import SavePlan
    from bytescope.core.storage.private import StateFolder
    from bytescope.core.storage.save import SaveOutcome
    from bytescope.core.ticket import Ticket
    from bytescope.session.session import Session
    from bytescope.session.storage.lending import Aside, Lending
    from bytescope.session.storage.log_pen import Pen


CHECKED_PAGES = 65536
"""Pages that are read again before they are written over, at most: 256 MiB."""


class Saving(QObject):
    """Brings one session's document to the disk. The document takes no edits while a save runs."""

    planned = Signal(object, bool)
    """The plan is made and something in it must be told first (SavePlan, and whether what others changed
    is to be written over); ``execute`` goes on."""

    saved = Signal(str)
    """Everything is on the disk; the sentence says what was written and verified."""

    failed = Signal(object)
    """The save did not take place as asked (Exception); nothing unsaved was dropped."""

    stopped = Signal()
    """The person stopped the save; the edits are still there."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._running = False
        self.target = b""
        self._journaled = True
        self._again: Callable[[], None] | None = None
        self._for_others: Aside | None = None
        self._unfinished: list[JournalFile] = []

    @property
    def running(self) -> bool:
        return self._running

    def save(self, *, force: bool = False, journaled: bool = True) -> None:
        """Plan the save; go on at once if nothing needs to be told first. Live documents are flushed.

        Without a journal (``journaled``) a crash may leave the file partly old and partly new.
        """
        if self._refused():
            return
        self._journaled = journaled
        document = self._session.document
        if isinstance(document, LiveDocument):
            lane = self._session.store_lane
            self._run(
                tr("Flush {name}", name=self._session.name),
                partial(_flush, document),
                self._on_flushed,
                lane=lane,
            )
            self._session.following.flushing()
            return
        document.lock()
        self._run(
            tr("Plan the save"),
            partial(_plan, document, self._folder),
            partial(self._on_planned, document, force),
        )

    def anyway(self) -> None:
        """Do what was refused because a file that the document has bytes of was changed (``check_lent``)."""
        again, self._again = self._again, None
        if again is not None:
            again()

    def execute(self, plan: SavePlan, *, force: bool = False, anyway: bool = False) -> None:
        """Do what ``plan`` says. ``force`` writes over what other programs changed meanwhile; ``anyway``
        saves what they changed in files that the document has bytes of.
        """
        document = self._session.document
        file = self._session.file
        if not isinstance(document, Document) or file is None or self._refused():
            return
        self.target = b""
        self._again = partial(self.execute, plan, force=force, anyway=True)
        document.lock()
        self._for_others = self._lending().aside(plan, file, self._session.private_folder)
        ticket = self._run(
            tr("Save {name}", name=self._session.name),
            partial(
                _save,
                document,
                file,
                plan,
                force,
                anyway,
                self._known(plan),
                self._protection(),
                self._for_others,
            ),
            partial(self._on_saved, document),
            shown=True,
        )
        if plan.in_place:
            self._session.following.saving(file, plan.ranges, ticket)
        else:
            self._session.following.saving_anew(document.size, ticket)

    @property
    def _folder(self) -> Path | None:
        """Where the journal goes; None without one."""
        return self._session.private_folder if self._journaled else None

    def _protection(self) -> _Protection:
        log = self._session.edit_log
        return _Protection(self._folder, log.pen if log is not None else None, tuple(self._unfinished))

    def _lending(self) -> Lending:
        """Who knows what other documents have of this file: to be set aside first."""
        from bytescope.session.storage.lending import lending_of

        return lending_of(self._session.jobs)

    def _known(self, plan: SavePlan) -> list[Stretch]:
        """What is known of the pages that will be written over, as they were read."""
        prints = self._session.survey.prints
        return [] if prints is None else prints.within((*plan.ranges, plan.cut), CHECKED_PAGES)

    def save_as(self, target: bytes, *, overwrite: bool, lossy: bool = False, anyway: bool = False) -> None:
        """Write the document as shown to ``target``; the session goes on with that file.

        ``lossy``: with 00 in the place of bytes that cannot be read, which otherwise fails. ``anyway``: as of
        ``execute``.
        """
        if self._refused():
            return
        self.target = target
        self._again = partial(self.save_as, target, overwrite=overwrite, lossy=lossy, anyway=True)
        document = self._session.document
        document.lock()
        ticket = self._run(
            tr("Save {name} as", name=self._session.name),
            partial(_save_as, document, self._session.file, target, overwrite, lossy, anyway),
            self._on_saved_as,
            shown=True,
        )
        self._session.following.saving_anew(document.size, ticket)

    def _refused(self) -> bool:
        """Whether a save is under way: a second one would be planned on what the first has not told yet."""
        if self._running:
            self._session.told.emit("info", tr("A save is under way already; wait for it or cancel it."))
        return self._running

    def _run(self, name: str, work: Any, then: Any, *, shown: bool = False, lane: str = "save") -> Ticket:
        self._running = True
        self._session.survey.hold()
        jobs = self._session.jobs
        return jobs.run(
            name, work, partial(self._on_done, then), partial(self._on_done, self._on_failed),
            lane=lane, shown=shown, queued=True,
        )  # fmt: skip

    def _on_done(self, then: Callable[[Any], None], result: Any) -> None:
        """Whatever a job came to: the survey goes on, unless the next job has begun."""
        self._running = False
        aside, self._for_others = self._for_others, None
        if aside is not None:
            self._lending().restate(aside.lent)
        try:
            then(result)
        finally:
            self._session.survey.let_go()

    def _on_planned(self, document: Document, force: bool, plan: SavePlan) -> None:
        document.unlock()
        if not plan.ranges and not plan.cut and plan.in_place and not self._unfinished:
            self.saved.emit(tr("There is nothing to save: the file has these bytes already."))
        elif plan.keeps_undo and plan.in_place:
            self.execute(plan, force=force)
        else:
            self.planned.emit(plan, force)

    def _on_saved(self, document: Document, outcome: SaveOutcome) -> None:
        document.unlock()
        change = document.rebase(
            outcome.new_base, list(outcome.written), outcome.kept, in_place=outcome.in_place
        )
        self._unfinished.clear()
        self._session.took(change)
        self._session.following.ended()
        self.saved.emit(outcome.sentence)

    def _on_saved_as(self, result: tuple[Any, str]) -> None:
        document, sentence = result
        self._session.document.unlock()
        self._unfinished.clear()  # theirs is the file that is left behind
        self._session.replace_document(document, document.base.name)
        self._session.following.ended()
        self.saved.emit(sentence)

    def _on_flushed(self, pages: tuple[ByteRange, ...]) -> None:
        document = self._session.document
        size = document.size
        self._session.took(Change(Kind.SAVE, pages, document.generation, size, size))
        self._session.following.ended()
        self.saved.emit(tr("Flushed: every stored byte is on the disk."))

    def _on_failed(self, error: Exception) -> None:
        self._session.document.unlock()
        self._session.following.stop()
        # Some of it may have been written, read, and put back.
        self._session.forget_file()
        self._go_on_after(error)
        if isinstance(error, Cancelled):
            self._session.told.emit(
                "info", str(error) or tr("The save was stopped; the edits are still here.")
            )
            self.stopped.emit()
            return
        self.failed.emit(error)

    def _go_on_after(self, error: Exception) -> None:
        """Hold on to what a save that failed half-way has left: the old bytes, and its journal."""
        from bytescope.core.storage.failure import FileState, SaveFailed

        document = self._session.document
        if not isinstance(error, SaveFailed) or not isinstance(document, Document):
            return
        if error.journal is not None:
            self._unfinished.append(error.journal)
        if error.state is FileState.MIXED:
            self._session.took(document.repoint(error.written, error.kept))


class _Protection(NamedTuple):
    """What a save is protected by: the folder for its journal, the edit log, journals of failed attempts."""

    folder: Path | None
    pen: Pen | None
    unfinished: tuple[JournalFile, ...]


def _state(folder: Path | None) -> StateFolder | None:
    from bytescope.core.storage.private import StateFolder

    return StateFolder(folder) if folder is not None else None


def _plan(document: Document, folder: Path | None, ticket: Ticket) -> SavePlan:
    from bytescope.core.storage.plan import plan_save

    return plan_save(document, state=_state(folder))


def _save(
    document: Document,
    file: FileSource,
    plan: SavePlan,
    force: bool,
    anyway: bool,
    known: list[Stretch],
    protection: _Protection,
    for_others: Aside,
    ticket: Ticket,
) -> SaveOutcome:
    from bytescope.core.storage.preflight import check, check_content
    from bytescope.core.storage.save import save

    snapshot = document.snapshot()
    if not force:
        check(document, plan)
        check_content(file, known, ticket)
    _check_lent(snapshot, anyway)
    folder, pen, unfinished = protection
    with for_others.kept(ticket):
        outcome = save(
            snapshot,
            file,
            plan,
            ticket,
            force=force,
            state=_state(folder),
            log=pen.for_save() if pen is not None else None,
            unfinished=unfinished,
        )
    return outcome if anyway else replace(outcome, sentence=outcome.sentence + _changed_lent(snapshot))


def _changed_lent(snapshot: Snapshot) -> str:
    """What is to be said where a file was changed while its bytes were being saved."""
    from bytescope.core.document.lent import lent_in

    names = [quoted_name(name) for lent, name in lent_in(snapshot).items() if lent.changed()]
    if not names:
        return ""
    return " " + tr(
        "But {names} was changed by another program meanwhile, so what was saved of it may not be what"
        " it was: look at it once more.",
        names=", ".join(names),
    )


def _check_lent(snapshot: Snapshot, anyway: bool) -> None:
    from bytescope.core.document.lent import check_lent

    if not anyway:
        check_lent(snapshot)


def _save_as(
    document: Any,
    file: FileSource | None,
    target: bytes,
    overwrite: bool,
    lossy: bool,
    anyway: bool,
    ticket: Ticket,
) -> tuple[Document, str]:
    from bytescope.core.storage.save import save_as

    _check_lent(document.snapshot(), anyway)
    outcome = save_as(document.snapshot(), target, ticket, original=file, overwrite=overwrite, lossy=lossy)
    return Document(outcome.new_base), outcome.sentence


def _flush(document: LiveDocument, ticket: Ticket) -> tuple[ByteRange, ...]:
    ranges = tuple(document.edited_ranges())
    document.base.flush()
    document.mark_flushed()
    return ranges

"""The questions that only a person can answer: dropping unsaved edits, saving over changes of others."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from bytescope.core.errors import BytescopeError, LentChangedError, LostBytesError, OutsideChangeError
from bytescope.core.source.identity import Outside
from bytescope.ui.widgets.tips import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bytescope.core.storage.plan import SavePlan
    from bytescope.session.workspace import Opening
    from bytescope.ui.document_view import DocumentView
    from bytescope.ui.window import Window


class Asking(QObject):
    """Asks, and goes on with what was answered."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._unsaved: list[DocumentView] = []
        self._again: Callable[[], object] | None = None
        window.workspace.cut_off.connect(self._on_cut_off)
        self._retried: DocumentView | None = None

    def watch(self, view: DocumentView) -> None:
        """Answer to what ``view``'s saves report."""
        view.save_planned.connect(partial(self._on_planned, view))
        view.saved.connect(partial(self._on_saved, view))
        view.save_failed.connect(partial(self._on_failed, view))
        view.save_stopped.connect(self._forget)

    def may_drop(self, views: Sequence[DocumentView], verb: str, again: Callable[[], object]) -> bool:
        """Whether the unsaved edits of ``views`` may go; asks if there are any.

        "Save" answers False and saves; when the last save has ended well, ``again`` is called, which
        asks anew if there is reason to. So nothing is dropped by a save that fails or is stopped.
        """
        from bytescope.ui.dialogs.unsaved import UnsavedDialog

        unsaved = [v for v in views if v.session.document.modified and not v.session.live]
        if not unsaved:
            return True
        self._forget()
        dialog = UnsavedDialog([v.session.name for v in unsaved], verb=verb, parent=self._window)
        dialog.exec()
        if dialog.wish() == "save":
            self._save(unsaved, again)
        return dialog.wish() == "discard"

    def _save(self, views: list[DocumentView], again: Callable[[], object]) -> None:
        self._unsaved, self._again = list(views), again
        for view in views:
            self._window.show_view(view)
            self._window.files.save()
            if not view.saving.running:  # no place was chosen for it
                self._forget()
                return

    def _on_cut_off(self, opening: Opening) -> None:
        recovering = self._window.commands.recovering
        if recovering is not None:
            recovering.ask(opening)

    def _forget(self) -> None:
        """What was to be done after saving is not done."""
        self._unsaved, self._again, self._retried = [], None, None

    def _on_planned(self, view: DocumentView, plan: SavePlan, force: bool) -> None:
        """A save that costs something: say what, and save on being told to."""
        said = " ".join(part for part in (plan.reason, plan.undo_note) if part)
        view.tell(
            "warning",
            said,
            [
                (tr("Save"), partial(self._execute, view, plan, force)),
                (tr("Cancel"), partial(self._cancel, view)),
            ],
        )

    def _execute(self, view: DocumentView, plan: SavePlan, force: bool) -> None:
        view.strip.hide()
        view.saving.execute(plan, force=force)

    def _cancel(self, view: DocumentView) -> None:
        view.strip.hide()
        self._forget()

    def _on_saved(self, view: DocumentView, sentence: str) -> None:
        self._retried = None
        view.watch.accept()
        view.tell("info", sentence)
        if view not in self._unsaved:
            return
        self._unsaved.remove(view)
        if not self._unsaved and self._again is not None:
            # The save is still being told: what closes the document comes after it.
            QTimer.singleShot(0, self._do_again)

    def _do_again(self) -> None:
        again = self._again
        self._forget()
        if again is not None:
            again()

    def _on_failed(self, view: DocumentView, error: Exception) -> None:
        if isinstance(error, OutsideChangeError):
            view.watch.prove(error.pages)
            if error.sort is not Outside.CONTENT:
                self._forget()  # only a touch can turn out to be nothing, and go on as if it were
            if not error.pages and view is not self._retried:
                view.watch.verify(partial(self._on_verified, view, error))
            else:
                self._ask_outside(view, error)
            return
        self._forget()
        from bytescope.core.storage.inplace import PendingError
        from bytescope.core.storage.private import StateFolderError

        if isinstance(error, StateFolderError):
            view.tell(
                "warning",
                tr(
                    "{error} Without a journal a crash during the save may "
                    "leave the file partly old and partly new.",
                    error=error,
                ),
                [
                    (tr("Save without a Journal"), partial(self._unprotected, view)),
                    (tr("Save As…"), self._window.files.save_as),
                ],
            )
        elif isinstance(error, LentChangedError):
            again = partial(self._anyway, view)
            view.tell("warning", str(error), [(tr("Save Anyway"), again), (tr("Cancel"), view.strip.hide)])
        elif isinstance(error, BytescopeError):
            acts = [*self._lossy(view, error), (tr("Save As…"), self._window.files.save_as)]
            if isinstance(error, PendingError):
                acts.insert(0, (tr("Recover…"), self._window.files.recover))
            view.tell("error", str(error), acts)
        else:
            view.tell("error", tr("The save failed in a way that is not known; the edits are still here."))
            raise error

    def _anyway(self, view: DocumentView) -> None:
        view.strip.hide()
        view.saving.anyway()

    def _unprotected(self, view: DocumentView) -> None:
        view.strip.hide()
        view.saving.save(journaled=False)

    def _lossy(self, view: DocumentView, error: Exception) -> list[tuple[str, Callable[[], object]]]:
        """A copy of a file of which pages are lost is better than none, but only on being told to."""
        if not isinstance(error.__cause__, LostBytesError) or not view.saving.target:
            return []
        again = partial(view.saving.save_as, view.saving.target, overwrite=True, lossy=True)
        return [(tr("Save with 00 There"), again)]

    # -- saving over what another program did -----------------------------------------------------

    def _on_verified(self, view: DocumentView, error: OutsideChangeError, same: bool) -> None:
        """Whether the file only looked changed: a touch is no reason to ask."""
        if same:
            self._retried = view
            view.saving.save()
        else:
            self._ask_outside(view, error)

    def _ask_outside(self, view: DocumentView, error: OutsideChangeError) -> None:
        """Mine, theirs, the differences, another file, or nothing; without an answer nothing is written."""
        from bytescope.core.text.outside_text import question

        self._forget()
        what = view.watch.happening
        sort = what.sort if what is not None and error.sort is not None else error.sort
        mine = {
            Outside.REPLACED: partial(self._write_anew, view, True),
            Outside.DELETED: partial(self._write_anew, view, False),
            Outside.SHRANK: None,
            None: None,
        }.get(sort, partial(self._force, view))
        theirs = sort is not Outside.DELETED
        acts: list[tuple[str, Callable[[], object]]] = []
        if mine is not None:
            acts.append((tr("Save Mine"), mine))
        if theirs:
            acts.append((tr("Reload Theirs"), partial(self._reload, view)))
            acts.append((tr("Show Differences…"), self._window.files.differences))
        acts += [(tr("Save As…"), self._window.files.save_as), (tr("Cancel"), view.strip.hide)]
        document = view.session.document
        steps = abs(document.index - document.saved_index) if document.saved_index is not None else 0
        view.tell("warning", question(what, str(error), steps, mine is not None, theirs), acts)
        view.strip.focus_act(tr("Cancel"))

    def _force(self, view: DocumentView) -> None:
        view.strip.hide()
        view.saving.save(force=True)

    def _write_anew(self, view: DocumentView, overwrite: bool) -> None:
        """The whole document to where its file was."""
        view.strip.hide()
        file = view.session.file
        if file is not None:
            view.saving.save_as(file.path, overwrite=overwrite)

    def _reload(self, view: DocumentView) -> None:
        """The person has just been told what it drops."""
        view.strip.hide()
        self._window.workspace.reload(view.session)
        view.watch.accept()

"""The questions that only a person can answer: dropping unsaved edits, saving over changes of others."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from bytescope.core.errors import BytescopeError, OutsideChangeError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bytescope.core.storage.plan import SavePlan
    from bytescope.ui.document_view import DocumentView
    from bytescope.ui.window import Window


class Asking(QObject):
    """Asks, and goes on with what was answered."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._unsaved: list[DocumentView] = []
        self._again: Callable[[], object] | None = None

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

    def _forget(self) -> None:
        """What was to be done after saving is not done."""
        self._unsaved, self._again = [], None

    def _on_planned(self, view: DocumentView, plan: SavePlan, force: bool) -> None:
        """A save that costs something: say what, and save on being told to."""
        said = " ".join(part for part in (plan.reason, plan.undo_note) if part)
        view.tell(
            "warning",
            said,
            [("Save", partial(self._execute, view, plan, force)), ("Cancel", partial(self._cancel, view))],
        )

    def _execute(self, view: DocumentView, plan: SavePlan, force: bool) -> None:
        view.strip.hide()
        view.saving.execute(plan, force=force)

    def _cancel(self, view: DocumentView) -> None:
        view.strip.hide()
        self._forget()

    def _on_saved(self, view: DocumentView, sentence: str) -> None:
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
        self._forget()
        if isinstance(error, OutsideChangeError):
            view.tell(
                "warning",
                str(error),
                [
                    ("Save Mine", partial(self._force, view)),
                    ("Save As…", self._window.files.save_as),
                    ("Reload Theirs", self._window.files.reload),
                ],
            )
        elif isinstance(error, BytescopeError):
            view.tell("error", str(error), [("Save As…", self._window.files.save_as)])
        else:
            view.tell("error", "The save failed in a way that is not known; the edits are still here.")
            raise error

    def _force(self, view: DocumentView) -> None:
        view.strip.hide()
        view.saving.save(force=True)

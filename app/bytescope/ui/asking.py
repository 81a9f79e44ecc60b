"""The questions that only a person can answer: dropping unsaved edits, saving over changes of others."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from bytescope.core.errors import BytescopeError, OutsideChangeError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bytescope.core.storage.plan import SavePlan
    from bytescope.ui.document_view import DocumentView
    from bytescope.ui.window import Window


class Asking(QObject):
    """Asks, and goes on with what was answered."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._close_after_save: set[int] = set()

    def watch(self, view: DocumentView) -> None:
        """Answer to what ``view``'s saves report."""
        view.saving.planned.connect(partial(self._on_planned, view))
        view.saving.saved.connect(partial(self._on_saved, view))
        view.saving.failed.connect(partial(self._on_failed, view))

    def may_drop(self, views: Sequence[DocumentView], verb: str) -> bool:
        """Whether the unsaved edits of ``views`` may go; asks if there are any.

        "Save" saves those that have a file and answers False: what was to be done is done by the
        person again, when "Saved" is shown, so that nothing is dropped by a save that fails.
        """
        from bytescope.ui.dialogs.unsaved import UnsavedDialog

        unsaved = [v for v in views if v.session.document.modified and not v.session.live]
        if not unsaved:
            return True
        dialog = UnsavedDialog([v.session.name for v in unsaved], verb=verb, parent=self._window)
        dialog.exec()
        if dialog.wish() == "discard":
            return True
        if dialog.wish() == "save":
            for view in unsaved:
                self._window.show_view(view)
                self._window.files.save()
        return False

    def _on_planned(self, view: DocumentView, plan: SavePlan) -> None:
        """A save that costs something: say what, and save on being told to."""
        said = " ".join(part for part in (plan.reason, plan.undo_note) if part)
        view.tell(
            "warning", said, [("Save", partial(self._execute, view, plan)), ("Cancel", view.strip.hide)]
        )

    def _execute(self, view: DocumentView, plan: SavePlan) -> None:
        view.strip.hide()
        view.saving.execute(plan)

    def _on_saved(self, view: DocumentView, sentence: str) -> None:
        view.watch.accept()
        view.tell("info", sentence)

    def _on_failed(self, view: DocumentView, error: Exception) -> None:
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

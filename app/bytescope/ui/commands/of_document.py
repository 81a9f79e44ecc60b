"""What the groups of commands for the current document have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDialog

    from bytescope.session.session import Session
    from bytescope.ui.document_view import DocumentView
    from bytescope.ui.window import Window


class DocumentCommands(QObject):
    """Commands that act on the document in front."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window

    @property
    def _view(self) -> DocumentView:
        view = self._window.current
        assert view is not None  # actions that need a document are off without one
        return view

    @property
    def _session(self) -> Session:
        return self._view.session

    def _confirmed(self, dialog: QDialog) -> bool:
        """Ask; whether it was answered, and the document of the question is still open.

        A save that was asked for when it was to be closed may end, and close it, while the answer is given.
        """
        view = self._view
        return bool(dialog.exec()) and view in self._window.views

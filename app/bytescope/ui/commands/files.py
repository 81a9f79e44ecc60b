"""The commands of the File menu."""

from __future__ import annotations

import os
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths
from PySide6.QtWidgets import QFileDialog

from bytescope.core.errors import OpenError
from bytescope.core.source.access import Access
from bytescope.ui.widgets.tips import tr

if TYPE_CHECKING:
    from bytescope.ui.document_view import DocumentView
    from bytescope.ui.window import Window


class FileCommands(QObject):
    """Open, create, save, reload and close documents."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._workspace = window.workspace

    def open(self) -> None:
        paths, _ = QFileDialog.getOpenFileNames(self._window, tr("Open"), self.folder())
        for path in paths:
            self.open_path(os.fsencode(path))

    def open_path(self, path: bytes) -> None:
        """Open a file; one that is called a session file as such."""
        if path.endswith(b".bytescope"):
            self._window.commands.sessions.open_file(os.fsdecode(path))
        else:
            self._workspace.open(path)

    def open_window(self) -> None:
        from bytescope.ui.dialogs.open_window import OpenWindowDialog

        view = self._window.current
        file = view.session.file if view is not None else None
        dialog = OpenWindowDialog(os.fsdecode(file.path) if file is not None else "", self._window)
        if not dialog.exec():
            return
        wish = dialog.wish()
        if wish is not None:
            self._workspace.open(wish.path, wish.access, wish.offset, wish.length)

    def new(self) -> None:
        from bytescope.ui.dialogs.new import NewDialog

        dialog = NewDialog(self.folder(), self._window)
        if not dialog.exec():
            return
        wish = dialog.wish()
        if wish is None:
            return
        if wish.path is not None:
            self._workspace.new_file(wish.path, wish.size)
            return
        try:
            self._workspace.new_memory(wish.size)
        except OpenError as error:
            self._window.tell("error", str(error))

    def demo(self) -> None:
        self._workspace.open_demo()

    def save(self) -> None:
        view = self._window.current
        if view is None:
            return
        if view.session.file is None or view.session.document.read_only:
            self.save_as()
        else:
            view.saving.save()

    def save_as(self) -> None:
        view = self._window.current
        if view is None:
            return
        proposed = os.path.join(self.folder(), view.session.name)
        path, _ = QFileDialog.getSaveFileName(self._window, tr("Save As"), proposed)
        if path:
            view.saving.save_as(os.fsencode(path), overwrite=True)

    def reload(self) -> None:
        view = self._window.current
        if view is not None and self._window.asking.may_drop([view], tr("Reload"), self.reload):
            self._workspace.reload(view.session)
            view.watch.accept()
            view.strip.hide()

    def differences(self) -> None:
        """What differs between the document and its file, beside the window."""
        from bytescope.ui.dialogs.differences import DifferencesDialog

        view = self._window.current
        if view is not None and view.session.file is not None:
            DifferencesDialog(view.session, self._window).show()

    def recover(self) -> None:
        recovering = self._window.commands.recovering
        if recovering is not None:
            recovering.show()
        else:
            self._window.tell(
                "info", tr("Nothing is kept of earlier runs here, so there is nothing to recover.")
            )

    def close(self) -> None:
        view = self._window.current
        if view is not None:
            self.close_view(view)

    def close_view(self, view: DocumentView) -> None:
        if self._window.asking.may_drop([view], tr("Close"), partial(self.close_view, view)):
            self._workspace.close(view.session)

    def quit(self) -> None:
        self._window.close()

    def reopen_live(self) -> None:
        """Open the current file a second time, in Live access."""
        view = self._window.current
        if view is not None and view.session.file is not None:
            self._workspace.open(view.session.file.path, Access.LIVE)

    def folder(self) -> str:
        """Where a dialog begins: the folder of the current document, else the person's own."""
        view = self._window.current
        if view is not None and view.session.file is not None:
            return os.path.dirname(os.fsdecode(view.session.file.path))
        return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.HomeLocation)

"""A box for a path with a button that opens the system's file dialog."""

from __future__ import annotations

import os

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QPushButton, QWidget

from bytescope.ui.widgets.tips import tr


class PathField(QWidget):
    """A line edit called ``name``.path and a button called ``name``.choose. Looks at no file by itself."""

    changed = Signal()

    def __init__(
        self, name: str, path: str, *, new: bool = False, folder: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._new = new
        self._folder = folder
        self.edit = QLineEdit(path, self)
        self.edit.setObjectName(f"{name}.path")
        self.edit.setAccessibleName(tr("Path of the file"))
        self.button = QPushButton(tr("&Choose…"), self)
        self.button.setObjectName(f"{name}.choose")
        self.button.setAccessibleName(tr("Choose the File"))
        self.button.setAutoDefault(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.edit, 1)
        row.addWidget(self.button)
        self.setFocusProxy(self.edit)
        self.edit.textChanged.connect(self._on_text_changed)
        self.button.clicked.connect(self._on_choose)

    def path(self) -> str:
        """The path; one that is not absolute is taken from ``folder``. "" where there is none."""
        text = self.edit.text()
        return os.path.join(self._folder, os.path.expanduser(text)) if text.strip() else ""

    def _on_text_changed(self) -> None:
        self.changed.emit()

    def _on_choose(self) -> None:
        begin = self.path() or self._folder
        if self._new:
            # An existing file is refused when it is made, not replaced: no question about that here.
            path, _ = QFileDialog.getSaveFileName(
                self, tr("New File"), begin, options=QFileDialog.Option.DontConfirmOverwrite
            )
        else:
            path, _ = QFileDialog.getOpenFileName(self, tr("Choose the File"), begin)
        if path:
            self.edit.setText(path)

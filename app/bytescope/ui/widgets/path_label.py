"""A file's path on one line: plain text, cut in the middle where there is no room."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from bytescope.core.source.shown import printable_name
from bytescope.ui.widgets.tips import plain_tip


class PathLabel(QLabel):
    """Shows a path with its unprintable characters escaped; the whole of it is the tool tip."""

    def __init__(self, path: bytes | str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._path = ""
        self.set_path(path)

    def set_path(self, path: bytes | str) -> None:
        self._path = printable_name(path)
        self.setToolTip(plain_tip(self._path))
        self.setAccessibleName(self._path)
        self._elide()

    def path_text(self) -> str:
        """The whole path as shown in the tool tip."""
        return self._path

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self._path) + 2, metrics.height())

    def minimumSizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        return QSize(metrics.averageCharWidth() * 12, metrics.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._elide()

    def _elide(self) -> None:
        cut = self.fontMetrics().elidedText(self._path, Qt.TextElideMode.ElideMiddle, max(0, self.width()))
        self.setText(cut)

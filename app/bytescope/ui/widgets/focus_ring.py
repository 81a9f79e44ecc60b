"""A frame around the list, table or text that has the keyboard: the style draws none where no row is."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QRegion
from PySide6.QtWidgets import QAbstractItemView, QApplication, QPlainTextEdit, QWidget

WIDTH = 2


class FocusRings(QObject):
    """Follows the keyboard through all windows of the program and frames the view that has it."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._on_focus_changed)

    def _on_focus_changed(self, old: QWidget | None, new: QWidget | None) -> None:
        if (ring := _ring_of(old)) is not None:
            ring.hide()
        if isinstance(new, QAbstractItemView | QPlainTextEdit) and not _pops_up(new):
            (_ring_of(new) or FocusRing(new)).show()


class FocusRing(QWidget):
    """Lies over the border of ``view`` and covers nothing else of it."""

    def __init__(self, view: QWidget) -> None:
        super().__init__(view)
        self.setObjectName("focus.ring")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        view.installEventFilter(self)
        self._fit(view.rect())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and isinstance(watched, QWidget):
            self._fit(watched.rect())
        return False

    def _fit(self, rect: QRect) -> None:
        self.setGeometry(rect)
        inside = rect.adjusted(WIDTH, WIDTH, -WIDTH, -WIDTH)
        self.setMask(QRegion(rect).subtracted(QRegion(inside)))
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.palette().highlight())
        painter.end()


def _ring_of(view: QWidget | None) -> FocusRing | None:
    if view is None:
        return None
    return view.findChild(FocusRing, options=Qt.FindChildOption.FindDirectChildrenOnly)


def _pops_up(view: QWidget) -> bool:
    """The list of a box that is dropped down has its frame already."""
    return view.window().windowType() == Qt.WindowType.Popup

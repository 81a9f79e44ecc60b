"""What the plots of statistics share: axes, a cursor for the keyboard, and what the pointer points at."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from bytescope.ui.theme import colours

if TYPE_CHECKING:
    from bytescope.core.statistics.summary import Summary

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class StatPlot(pg.GraphicsView):
    """A view box with an axis at the left and one below. Places in it are whole numbers.

    ``pointed`` has the place under the pointer, or where the keyboard's cursor is; None beside all.
    ``chosen`` has one that was clicked, or that Enter was pressed at.
    """

    pointed = Signal(object)
    chosen = Signal(object)

    def __init__(self, name: str, title: str, least: QSize, parent: QWidget | None = None) -> None:
        super().__init__(parent, useOpenGL=False)
        self.setObjectName(f"statistics.{name}")
        self.setAccessibleName(title)
        self.viewport().setAccessibleName(title)  # which can have the keyboard as well
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self._least = least
        self.summary: Summary | None = None
        self.cursor_at: int | None = None
        self.left, self.below = pg.AxisItem("left"), pg.AxisItem("bottom")
        self.box = pg.ViewBox(enableMenu=False, defaultPadding=0)
        self.box.setMouseEnabled(x=False, y=False)
        self.box.disableAutoRange()
        room = pg.GraphicsLayout()
        room.setSpacing(0)
        room.setContentsMargins(2, 8, 14, 2)
        self.setCentralItem(room)
        for item, row, column in ((self.left, 0, 0), (self.box, 0, 1), (self.below, 1, 1)):
            room.addItem(item, row, column)
        for axis in (self.left, self.below):
            axis.linkToView(self.box)
            axis.enableAutoSIPrefix(False)
            axis.setStyle(hideOverlappingLabels=False)  # else those at the ends are never seen
        for action in self.scene().contextMenu:
            action.setParent(None)  # pyqtgraph's own export, which nobody can reach here
        self.scene().contextMenu.clear()

    # -- for those that derive ----------------------------------------------------------------

    def place_at(self, at: QPointF) -> int | None:
        """The place at a point of the box; None where there is none."""
        raise NotImplementedError

    def step(self, at: int | None, key: int, far: bool) -> int | None:
        """Where a key leads from ``at`` (None: nowhere yet); None for a key that leads nowhere."""
        raise NotImplementedError

    def show_cursor(self, at: int | None) -> None:
        """Draw the keyboard's cursor."""
        raise NotImplementedError

    def dress(self) -> None:
        """Take the colours of the theme."""
        own = colours(self.palette())
        faint = QColor(own.muted)
        faint.setAlpha(110)
        self.setBackground(own.base)
        for axis in (self.left, self.below):
            axis.setPen(faint)
            axis.setTextPen(own.text)

    # -- the keyboard's cursor ----------------------------------------------------------------

    def put_cursor(self, at: int | None) -> None:
        """Move the cursor and say what is there."""
        self.cursor_at = at
        self.show_cursor(at)
        self.pointed.emit(at)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.summary is None or event.modifiers() & Qt.KeyboardModifier.AltModifier:
            event.ignore()
        elif event.key() in _ENTER:
            if self.cursor_at is not None:
                self.chosen.emit(self.cursor_at)
        else:
            far = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            to = self.step(self.cursor_at, event.key(), far)
            if to is None:
                event.ignore()
            else:
                self.put_cursor(to)

    # -- the pointer --------------------------------------------------------------------------

    def under(self, event: QMouseEvent) -> int | None:
        """The place under the pointer."""
        scene = self.mapToScene(event.position().toPoint())
        if self.summary is None or not self.box.sceneBoundingRect().contains(scene):
            return None
        return self.place_at(self.box.mapSceneToView(scene))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.pointed.emit(self.under(event))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        at = self.under(event)
        if event.button() == Qt.MouseButton.LeftButton and at is not None:
            self.put_cursor(at)
            self.chosen.emit(at)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def wheelEvent(self, event: QEvent) -> None:
        event.ignore()  # the panel scrolls

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.pointed.emit(None)

    # -- Qt -----------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        return self._least + QSize(60, 20)

    def minimumSizeHint(self) -> QSize:
        return self._least

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self.viewport())
            painter.setPen(QPen(colours(self.palette()).accent, 2))
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))
            painter.end()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "below"):
            self.dress()


def along(at: int | None, key: int, far: bool, count: int, page: int) -> int | None:
    """The step of a cursor along ``count`` places: by one, by ``page``, to the ends."""
    keys = Qt.Key
    if not count:
        return None
    if at is None:
        return 0 if key in (keys.Key_Left, keys.Key_Right, keys.Key_Home) else None
    by = {
        keys.Key_Left: -page if far else -1,
        keys.Key_Right: page if far else 1,
        keys.Key_PageUp: -page,
        keys.Key_PageDown: page,
        keys.Key_Home: -count,
        keys.Key_End: count,
    }.get(Qt.Key(key))
    return None if by is None else max(0, min(count - 1, at + by))

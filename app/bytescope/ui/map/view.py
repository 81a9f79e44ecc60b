"""The surface of the map: shows ready pixels one to one and hands raw events on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bytescope.ui.widgets.tips import tr

if TYPE_CHECKING:
    from bytescope.core.geometry.marks import Codes


class Mouse(Protocol):
    """Takes the surface's mouse, wheel and context menu events."""

    def pressed(self, event: QMouseEvent) -> None: ...
    def dragged(self, event: QMouseEvent) -> None: ...
    def released(self, event: QMouseEvent) -> None: ...
    def double_clicked(self, event: QMouseEvent) -> None: ...
    def left(self) -> None: ...
    def wheeled(self, event: QWheelEvent) -> None: ...
    def menu_asked(self, event: QContextMenuEvent) -> None: ...


class Keys(Protocol):
    """Takes the surface's keys; each answer tells whether the key was one of the map's."""

    def wants(self, event: QKeyEvent) -> bool: ...
    def pressed(self, event: QKeyEvent) -> bool: ...
    def released(self, event: QKeyEvent) -> bool: ...
    def let_go(self) -> None: ...
    def caret_rect(self) -> QRectF: ...


class _Box(pg.ViewBox):
    """A view box whose coordinates are the logical pixels of the surface; it has no mouse and no menu."""

    def __init__(self) -> None:
        super().__init__(invertY=True, enableMouse=False, enableMenu=False, defaultPadding=0)
        self.disableAutoRange()

    def resizeEvent(self, event: QEvent) -> None:
        super().resizeEvent(event)
        size = self.size()
        if size.width() > 0 and size.height() > 0:
            self.setRange(QRectF(0, 0, size.width(), size.height()), padding=0, disableAutoRange=True)


class _Pixels(pg.ImageItem):
    """An image of opaque pixels: called premultiplied, Qt paints them in a third of the time."""

    def render(self) -> None:
        super().render()
        if self.qimage is not None:
            self.qimage.reinterpretAsFormat(QImage.Format.Format_RGBA8888_Premultiplied)


class MapSurface(pg.GraphicsView):
    """Shows RGBA pixels of the size ``device_size`` so that each is one pixel of the screen."""

    resized = Signal()
    focus_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, useOpenGL=False)
        self.setObjectName("map.view")
        self.setAccessibleName(tr("Page map"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setMinimumSize(60, 40)
        # A file dropped here is the window's.
        self.setAcceptDrops(False)
        self.viewport().setAcceptDrops(False)
        # The image covers it: what lies behind need not be painted first.
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.mouse: Mouse | None = None
        self.keys: Keys | None = None
        self.pixels: Codes | None = None
        self.spare: Codes | None = None
        """What was shown before: the next picture can be painted into it, so that two arrays take turns."""
        self._box = _Box()
        self.setCentralItem(self._box)
        self._image = _Pixels(axisOrder="row-major")
        self._image.setAutoDownsample(False)
        self._box.addItem(self._image, ignoreBounds=True)

    def device_size(self) -> tuple[int, int]:
        """Width and height in device pixels, at least 1 each."""
        ratio = self.devicePixelRatioF()
        return max(1, round(self.width() * ratio)), max(1, round(self.height() * ratio))

    def show_pixels(self, pixels: Codes) -> None:
        """Show RGBA u1[height, width, 4]. The array is painted from: do not change it while it is shown."""
        ratio = self.devicePixelRatioF()
        if pixels is not self.pixels:
            self.spare, self.pixels = self.pixels, pixels
        self._image.setImage(pixels, autoLevels=False)
        self._image.setRect(QRectF(0, 0, pixels.shape[1] / ratio, pixels.shape[0] / ratio))

    # --- Qt

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self.resized.emit()
        if isinstance(event, QKeyEvent) and self._overrides(event):
            event.accept()
            return True
        return bool(super().event(event))

    def _overrides(self, event: QKeyEvent) -> bool:
        """Keys that the map takes are its own while it has the focus, whatever shortcuts there are."""
        return (
            event.type() == QEvent.Type.ShortcutOverride and self.keys is not None and self.keys.wants(event)
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focus_changed.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self.keys is not None:
            self.keys.let_go()
        self.focus_changed.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self.mouse is not None:
            self.mouse.pressed(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.mouse is not None:
            self.mouse.dragged(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.mouse is not None:
            self.mouse.released(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self.mouse is not None:
            self.mouse.double_clicked(event)

    def leaveEvent(self, event: QEvent) -> None:
        if self.mouse is not None:
            self.mouse.left()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.mouse is not None:
            self.mouse.wheeled(event)
        event.accept()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self.mouse is not None:
            self.mouse.menu_asked(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.keys is None or not self.keys.pressed(event):
            event.ignore()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if self.keys is None or not self.keys.released(event):
            event.ignore()


class FocusFrame(QWidget):
    """Room for a frame around the surface that tells when the keyboard is there; it covers no pixel of it."""

    WIDTH = 2

    def __init__(self, surface: MapSurface, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._surface = surface
        layout = QVBoxLayout(self)
        layout.setContentsMargins(self.WIDTH, self.WIDTH, self.WIDTH, self.WIDTH)
        layout.addWidget(surface)
        surface.focus_changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        palette = self.palette()
        colour = palette.highlight() if self._surface.hasFocus() else palette.mid()
        painter.setPen(QPen(colour.color(), self.WIDTH if self._surface.hasFocus() else 1))
        half = self.WIDTH / 2
        painter.drawRect(QRectF(half, half, self.width() - self.WIDTH, self.height() - self.WIDTH))
        painter.end()

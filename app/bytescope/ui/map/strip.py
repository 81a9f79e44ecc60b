"""The whole document as a narrow strip beside the map, with the part in view bracketed; drags scroll."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from bytescope.core.geometry.strip import StripView
from bytescope.core.ranges import PAGESIZE
from bytescope.ui.widgets.tips import plain_tip, tr

if TYPE_CHECKING:
    from bytescope.ui.map.model import MapModel

WIDTH = 24
REFRESH_MS = 100
"""The strip follows facts and edits this often: it summarises everything, which costs more than a cell."""

LEAST_BRACKET = 5


class MapStrip(QWidget):
    """Shows where in the document the map is; a click or drag brings that place to the map's middle."""

    def __init__(self, model: MapModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("map.strip")
        self.setAccessibleName(tr("Whole document"))
        self.setToolTip(plain_tip(tr("The whole document. Click or drag to scroll the map.")))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._model = model
        self._image: QImage | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(REFRESH_MS)
        self._timer.timeout.connect(self.refresh)
        model.strip_stale.connect(self._on_stale)
        model.moved.connect(self.update)
        model.stale.connect(self._on_marks)
        self._caret = -1

    def sizeHint(self) -> QSize:
        return QSize(WIDTH, 100)

    def refresh(self) -> None:
        """Make the picture anew, and paint."""
        self._image = None
        self.update()

    def bracket(self) -> tuple[float, float]:
        """Top and bottom, in logical pixels, of the part that the map shows."""
        strip, pages = self._strip(), self._model.view.visible_pages
        scale = self.height() / strip.height
        top, bottom = strip.y_of(pages.first) * scale, strip.y_of(pages.end) * scale
        if bottom - top < LEAST_BRACKET:
            middle = min(max((top + bottom) / 2, LEAST_BRACKET / 2), self.height() - LEAST_BRACKET / 2)
            top, bottom = middle - LEAST_BRACKET / 2, middle + LEAST_BRACKET / 2
        return top, bottom

    def _strip(self) -> StripView:
        return StripView(self._model.view.pages, max(1, round(self.height() * self.devicePixelRatioF())))

    def _on_stale(self) -> None:
        if not self._timer.isActive():
            self._timer.start()

    def _on_marks(self) -> None:
        if self._caret != self._model.caret_page:
            self.update()

    def _show_at(self, y: float) -> None:
        view = self._model.view
        page = self._strip().page_at(y * self.devicePixelRatioF())
        if view.pages:
            self._model.scroll_to(view.row_of(view.cell_of(page)) - view.full_rows // 2)

    # --- Qt

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.refresh()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._show_at(event.position().y())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._show_at(event.position().y())

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._model.scroll(-round(event.angleDelta().y() / 40))
        event.accept()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and self._model.view.pages:
            y = self.mapFromGlobal(event.globalPos()).y()  # type: ignore[attr-defined]
            page = self._strip().page_at(y * self.devicePixelRatioF())
            place = event.globalPos()  # type: ignore[attr-defined]
            QToolTip.showText(
                place, plain_tip(tr("Page {page:,} · 0x{offset:X}", page=page, offset=page * PAGESIZE)), self
            )
            return True
        return bool(super().event(event))

    def paintEvent(self, event: QPaintEvent) -> None:
        ratio = self.devicePixelRatioF()
        if self._image is None or self._timer.isActive():
            self._timer.stop()
            self._image = self._make_image(ratio)
        painter = QPainter(self)
        painter.drawImage(0, 0, self._image)
        if self._model.view.pages:
            self._paint_caret(painter)
            self._paint_bracket(painter)
        painter.end()

    def _paint_bracket(self, painter: QPainter) -> None:
        top, bottom = self.bracket()
        dim = QColor(self.palette().window().color())
        dim.setAlpha(120)
        if bottom - top < self.height() - 1:
            painter.fillRect(QRectF(0, 0, self.width(), top), dim)
            painter.fillRect(QRectF(0, bottom, self.width(), self.height() - bottom), dim)
        painter.setPen(QPen(QColor(*self._model.inks.select), 2))
        painter.drawRect(QRectF(1, top + 1, self.width() - 2, max(2.0, bottom - top - 2)))

    def _paint_caret(self, painter: QPainter) -> None:
        self._caret = self._model.caret_page
        strip = self._strip()
        y = strip.y_of(self._caret) * self.height() / strip.height
        painter.fillRect(QRectF(0, y - 1, self.width(), 3), QColor(*self._model.inks.deep))
        painter.fillRect(QRectF(0, y, self.width(), 1), QColor(*self._model.inks.cursor))

    def _make_image(self, ratio: float) -> QImage:
        width, height = max(8, round(self.width() * ratio)), self._strip().height
        pixels = self._model.strip_picture(width, height, max(1, round(ratio)))
        # Copied, as the array that it looks into lives no longer than this call, and into the form of the
        # screen: painting is then a tenth of the work.
        image = QImage(pixels.data, width, height, 4 * width, QImage.Format.Format_RGBA8888)
        image = image.convertToFormat(QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(ratio)
        return image

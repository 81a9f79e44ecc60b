"""What the colours of the map mean: chips with counts for classes, a scale for values."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, QRectF, Qt, QTimer
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QStackedLayout, QWidget

from bytescope.core.pages import palette
from bytescope.core.pages.classes import LEGEND, PageClass
from bytescope.ui.map.chips import ChipGrid, ClassChip, LayerChip
from bytescope.ui.map.schemes import table

if TYPE_CHECKING:
    from bytescope.ui.map.model import MapModel

REFRESH_MS = 250
MOST_ROWS = 3

UNITS = {"entropy": " in bits a byte"}


class ClassLegend(ChipGrid):
    """The chips of all classes."""

    def __init__(self, model: MapModel, parent: QWidget) -> None:
        self.classes = {cls: ClassChip(cls) for cls in LEGEND}
        super().__init__(list(self.classes.values()), parent)
        self.setObjectName("map.legend.classes")
        self._model = model

    def show_counts(self) -> None:
        """Take the present counts from the session's facts."""
        store = self._model.session.facts
        counts = store.class_counts() if store is not None else None
        for cls, chip in self.classes.items():
            unread = self._model.view.pages if cls is PageClass.UNREAD else 0
            chip.set_count(unread if counts is None else counts[cls])


class MarkLegend(ChipGrid):
    """The chips of the marks that say how a page stands to the file and the disk; always to be seen."""

    def __init__(self, model: MapModel, parent: QWidget) -> None:
        self.marks = {layer: LayerChip(layer) for layer in model.states.shown}
        super().__init__(list(self.marks.values()), parent)
        self.setObjectName("map.marks")
        self.setAccessibleName("Marks of the map")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._model = model
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(REFRESH_MS)
        self._timer.timeout.connect(self.show_counts)
        model.states.changed.connect(self._on_stale)
        self.refresh()

    def refresh(self) -> None:
        """Take the present theme and counts."""
        for chip in self.marks.values():
            chip.set_inks(self._model.inks)
        self.show_counts()

    def show_counts(self) -> None:
        """Take the present counts of marked pages."""
        for layer, chip in self.marks.items():
            chip.set_count(self._model.states.pages(layer) or 0)

    def _on_stale(self) -> None:
        if not self._timer.isActive():
            self._timer.start()

    def lines(self, width: int) -> int:
        """One line where they fit side by side, each as wide as it must be."""
        return 1 if sum(self._widths()) <= width else super().lines(width)

    def _per_line(self, width: int) -> int:
        return max(1, width // max(self._widths()))

    def _widths(self) -> list[int]:
        return [chip.sizeHint().width() for chip in self.chips]

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fix_height()
        if self.lines(self.width()) > 1:
            super().resizeEvent(event)
            return
        left, spare = 0, self.width() - sum(self._widths())
        for chip, wide in zip(self.chips, self._widths()):
            across = wide + spare // len(self.chips)
            chip.setGeometry(left, 0, across, self.height_of(1))
            left += across

    def _fix_height(self) -> None:
        self.setFixedHeight(self.height_of(self.lines(self.width())))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fix_height()


class ScaleLegend(QWidget):
    """The colours of a value from its least to its largest, with ticks."""

    def __init__(self, model: MapModel, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("map.legend.scale")
        self._model = model

    def paintEvent(self, event: QPaintEvent) -> None:
        scheme = self._model.session.view.scheme
        title = palette.SCHEMES[scheme] + UNITS.get(scheme, "")
        painter, metrics = QPainter(self), self.fontMetrics()
        painter.setPen(self.palette().windowText().color())
        painter.drawText(QRect(2, 0, self.width() - 4, metrics.height()), Qt.AlignmentFlag.AlignLeft, title)
        bar = QRect(2, metrics.height() + 2, self.width() - 4, metrics.height() * 2 // 3)
        colours = table(scheme)
        image = QImage(256, 1, QImage.Format.Format_RGB32)
        for value in range(256):
            image.setPixelColor(value, 0, QColor(*colours[value].tolist()))
        painter.drawImage(bar, image)
        end = -1
        for place, label in palette.ticks(scheme):
            x = bar.left() + place * (bar.width() - 1)
            painter.setPen(self.palette().windowText().color())
            painter.drawLine(round(x), bar.bottom() - 2, round(x), bar.bottom() + 3)
            wide = metrics.horizontalAdvance(label)
            left = min(max(round(x - wide / 2), 0), self.width() - wide)
            if left > end:
                painter.drawText(QRectF(left, bar.bottom() + 4, wide + 2, metrics.height()), label)
                end = left + wide + 6
        painter.end()


class MapLegend(QScrollArea):
    """The legend of the session's scheme; it scrolls where it would take more than three lines."""

    def __init__(self, model: MapModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("map.legend")
        self.setAccessibleName("Legend of the map")
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self._model = model
        inner = QWidget(self)
        self._stack = QStackedLayout(inner)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self.classes, self.scale = ClassLegend(model, inner), ScaleLegend(model, inner)
        self._stack.addWidget(self.classes)
        self._stack.addWidget(self.scale)
        self.setWidget(inner)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(REFRESH_MS)
        self._timer.timeout.connect(self.classes.show_counts)
        model.strip_stale.connect(self._on_stale)
        model.session.view_changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show the legend of the present scheme and theme."""
        scheme, inks = self._model.session.view.scheme, self._model.inks
        self._stack.setCurrentWidget(self.classes if scheme == "content" else self.scale)
        self.setAccessibleDescription(palette.SCHEMES[scheme])
        for chip in self.classes.classes.values():
            chip.set_inks(inks)
        self.scale.update()
        self.classes.show_counts()
        self._fix_height()

    def _on_stale(self) -> None:
        if not self._timer.isActive():
            self._timer.start()

    def _fix_height(self) -> None:
        if self._model.session.view.scheme == "content":
            lines = self.classes.lines(self.width())
            self.classes.setMinimumHeight(self.classes.height_of(lines))
            self.setFixedHeight(self.classes.height_of(min(lines, MOST_ROWS)))
        else:
            self.classes.setMinimumHeight(0)
            self.setFixedHeight(self.fontMetrics().height() * 3 + 6)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fix_height()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fix_height()

"""What the colours of the map mean: chips with counts for classes, a scale for values."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QStackedLayout, QWidget

from bytescope.core.geometry.picture import Body, Mark
from bytescope.core.geometry.raster import CROSS, DEEP, HATCH, OUTSIDE, template
from bytescope.core.pages import palette
from bytescope.core.pages.classes import LEGEND, MEANINGS, NAMES, PageClass
from bytescope.core.ranges import PageRange
from bytescope.ui.map.readout import pages_in
from bytescope.ui.map.schemes import table
from bytescope.ui.widgets.tips import plain_tip

if TYPE_CHECKING:
    from bytescope.ui.map.model import MapModel

REFRESH_MS = 250
MOST_ROWS = 3

UNITS = {"entropy": " in bits a byte"}


class Chip(QWidget):
    """One class: a square as the map paints it, the name, the number of pages."""

    BODIES = {PageClass.UNREAD: Body.HATCH, PageClass.GONE: Body.CROSS, PageClass.ERROR: Body.CROSS}

    def __init__(self, cls: PageClass, parent: QWidget) -> None:
        self.cls, self.name, self.meaning = cls, NAMES[cls], MEANINGS[cls]
        self.body, self.marks = self.BODIES.get(cls, Body.PLAIN), 0
        self._make(cls.name.lower(), parent)

    def _make(self, key: str, parent: QWidget) -> None:
        QWidget.__init__(self, parent)
        self.setObjectName(f"map.legend.{key}")
        self.count = 0
        self.colours: dict[int, QColor] = {}
        self.setToolTip(plain_tip(f"{self.name}: {self.meaning}"))
        self.setAccessibleName(self.name)
        self.setAccessibleDescription(self.meaning)

    def set_count(self, count: int) -> None:
        if count != self.count:
            self.count = count
            self.setAccessibleDescription(f"{count:,} pages. {self.meaning}")
            self.setToolTip(plain_tip(f"{self.name}, {count:,} pages: {self.meaning}"))
            self.update()

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        wide = max(metrics.horizontalAdvance(NAMES[cls]) for cls in PageClass)
        return QSize(
            metrics.height() + 12 + wide + metrics.horizontalAdvance(" 000.0 M"), metrics.height() + 4
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        side = self.fontMetrics().height() - 2
        square = QRect(2, (self.height() - side) // 2, side, side)
        painter.drawImage(square, self._sample(round(side * self.devicePixelRatioF())))
        painter.setPen(QPen(self.palette().mid().color(), 1))
        painter.drawRect(square.adjusted(0, 0, -1, -1))
        text = QRect(side + 8, 0, self.width() - side - 8, self.height())
        start = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.setPen(self.palette().windowText().color())
        painter.drawText(text, start, self.name)
        text.setLeft(text.left() + self.fontMetrics().horizontalAdvance(self.name + " "))
        painter.setPen(self.palette().placeholderText().color())
        painter.drawText(text, start, short_count(self.count))
        painter.end()

    def _sample(self, side: int) -> QImage:
        """The class's cell without its gap, as the raster would paint it."""
        slots = template(self.body, self.marks, 0, side + 1, side + 1, 1)
        image = QImage(side, side, QImage.Format.Format_RGB32)
        for y in range(side):
            for x in range(side):
                image.setPixelColor(x, y, self.colours.get(int(slots[y, x]), self.colours[0]))
        return image


class OutsideChip(Chip):
    """The mark of pages that another program changed, and their number; there while there are any."""

    def __init__(self, parent: QWidget) -> None:
        self.cls, self.name = PageClass.ZERO, "By others"
        self.meaning = "Changed by another program since they were read (the mark may lie on any content)."
        self.body, self.marks = Body.PLAIN, int(Mark.OUTSIDE)
        self._make("outside", parent)
        self.hide()


class ClassLegend(QWidget):
    """The chips of all classes in columns of equal width."""

    def __init__(self, model: MapModel, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("map.legend.classes")
        self._model = model
        self.outside = OutsideChip(self)
        self.classes = [Chip(cls, self) for cls in LEGEND]
        # The mark has its place all the time: the map must not be fitted anew when there is one.
        self.chips = [*self.classes, self.outside]

    def show_counts(self) -> None:
        """Take the present counts from the session's facts."""
        store = self._model.session.facts
        counts = store.class_counts() if store is not None else None
        for chip in self.classes:
            unread = self._model.view.pages if chip.cls is PageClass.UNREAD else 0
            chip.set_count(unread if counts is None else counts[chip.cls])
        others = self._model.session.survey.outside_runs(PageRange(0, self._model.view.pages))
        self.outside.set_count(
            0 if others is None else pages_in(others, PageRange(0, self._model.view.pages))
        )
        self.outside.setVisible(self.outside.count > 0)

    def lines(self, width: int) -> int:
        """How many lines the chips take in this width."""
        return -(-len(self.chips) // self._per_line(width))

    def height_of(self, lines: int) -> int:
        return lines * self.chips[0].sizeHint().height()

    def _per_line(self, width: int) -> int:
        return max(1, width // self.chips[0].sizeHint().width())

    def paintEvent(self, event: QPaintEvent) -> None:
        # Whoever paints now, for a picture of the window perhaps, gets the present counts in the chips.
        self.show_counts()

    def resizeEvent(self, event: QResizeEvent) -> None:
        per_line = self._per_line(self.width())
        across, down = self.width() // per_line, self.chips[0].sizeHint().height()
        for place, chip in enumerate(self.chips):
            chip.setGeometry(place % per_line * across, place // per_line * down, across, down)


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
        colours = table("content")
        for chip in self.classes.chips:
            hatched = chip.cls is PageClass.UNREAD
            chip.colours = {
                0: QColor(*colours[chip.cls].tolist()),
                HATCH: QColor(*inks.hatch),
                HATCH + 1: QColor(*(inks.hatch_back if hatched else inks.back)),
                CROSS: QColor(*inks.cross),
                CROSS + 1: QColor(*inks.cross_back),
                OUTSIDE: QColor(*inks.outside),
                DEEP: QColor(*inks.deep),
            }
            chip.update()
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


def short_count(count: int) -> str:
    """A count in at most seven characters: "12,345", "268.4 M"."""
    if count < 100_000:
        return f"{count:,}"
    for limit, name in ((10**6, "k"), (10**9, "M"), (10**12, "G")):
        if count < limit * 0.9995 or name == "G":
            return f"{count * 1000 / limit:.1f} {name}"
    return f"{count:,}"

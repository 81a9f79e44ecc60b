"""What the colours of the map mean: chips with counts for classes, a scale for values."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QEvent, QRect, QRectF, Qt, QTimer
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QStackedLayout, QWidget

from bytescope.core.geometry.marks import LEVELS, STEPS, state_palette
from bytescope.core.pages import palette
from bytescope.core.pages.classes import LEGEND, PageClass
from bytescope.core.pages.own_palette import DEFAULT
from bytescope.core.touched.layers import MEANINGS
from bytescope.ui.map.chips import MOST_LINES, ChipGrid, ClassChip
from bytescope.ui.widgets.tips import told, tr

if TYPE_CHECKING:
    from bytescope.core.geometry.marks import Codes
    from bytescope.ui.map.model import MapModel

REFRESH_MS = 250


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


class ScaleLegend(QWidget):
    """The colours of a value from its least to its largest, with ticks."""

    def __init__(self, model: MapModel, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("map.legend.scale")
        self._model = model

    def paintEvent(self, event: QPaintEvent) -> None:
        title, colours, ticks = _scale(self._model)
        painter, metrics = QPainter(self), self.fontMetrics()
        painter.setPen(self.palette().windowText().color())
        painter.drawText(QRect(2, 0, self.width() - 4, metrics.height()), Qt.AlignmentFlag.AlignLeft, title)
        self._paint_special(painter)
        bar = QRect(2, metrics.height() + 2, self.width() - 4, metrics.height() * 2 // 3)
        image = QImage(len(colours), 1, QImage.Format.Format_RGB32)
        for value, colour in enumerate(colours.tolist()):
            image.setPixelColor(value, 0, QColor(*colour))
        painter.drawImage(bar, image)
        end = -1
        for place, label in ticks:
            x = bar.left() + place * (bar.width() - 1)
            painter.setPen(self.palette().windowText().color())
            painter.drawLine(round(x), bar.bottom() - 2, round(x), bar.bottom() + 3)
            wide = metrics.horizontalAdvance(label)
            left = min(max(round(x - wide / 2), 0), self.width() - wide)
            if left > end:
                painter.drawText(QRectF(left, bar.bottom() + 4, wide + 2, metrics.height()), label)
                end = left + wide + 6
        painter.end()

    def _paint_special(self, painter: QPainter) -> None:
        """What stands beside the scale, at the right of the title: a square and a name each."""
        if self._model.states.layers.alone is not None:
            return
        scheme = self._model.session.view.scheme
        metrics, right = self.fontMetrics(), self.width() - 2
        side = metrics.height() - 4
        for row, name in reversed(palette.SPECIAL.get(scheme, ())):
            right -= metrics.horizontalAdvance(name)
            painter.setPen(self.palette().windowText().color())
            painter.drawText(
                QRect(right, 0, self.width(), metrics.height()), Qt.AlignmentFlag.AlignLeft, name
            )
            square = QRect(right - side - 6, 2, side, side)
            painter.fillRect(square, QColor(*self._model.schemes.table[row].tolist()))
            painter.setPen(QPen(self.palette().mid().color(), 1))
            painter.drawRect(square.adjusted(0, 0, -1, -1))
            right -= side + 18


def _scale(model: MapModel) -> tuple[str, Codes, tuple[tuple[float, str], ...]]:
    """Title, colours (RGBA u1[n, 4]) and ticks of the scale that the map is coloured by."""
    scheme, alone = model.session.view.scheme, model.states.layers.alone
    if alone is None:
        unit = palette.UNITS.get(scheme, "")
        first, last = palette.SCALE_ROWS.get(scheme, (0, 255))
        title = (
            tr("{scheme} in {unit}", scheme=told(palette.SCHEMES[scheme]), unit=told(unit))
            if unit
            else told(palette.SCHEMES[scheme])
        )
        return title, model.schemes.table[first : last + 1], palette.ticks(scheme, model.view.level)
    steps = np.arange(256) * (STEPS + 1) // 256
    title = tr("{title}: share of the pages of a cell; content is grey", title=told(MEANINGS[alone].title))
    half = (STEPS // 2 + 1.5) / (STEPS + 1)
    ticks = (
        (0.5 / (STEPS + 1), tr("none")),
        (1.5 / (STEPS + 1), tr("any")),
        (half, tr("half")),
        (1.0, tr("all")),
    )
    return title, state_palette()[LEVELS // 2 * LEVELS + steps], ticks


class MapLegend(QScrollArea):
    """The legend of the session's scheme; it scrolls where it would take more than three lines."""

    def __init__(self, model: MapModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("map.legend")
        self.setAccessibleName(tr("Legend of the map"))
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
        model.session.view_changed.connect(self._on_look)
        model.states.layers.shown_changed.connect(self.refresh)
        model.moved.connect(self.scale.update)
        self.refresh()

    def refresh(self) -> None:
        """Show the legend of the present scheme and theme."""
        inks, self._look = self._model.inks, self._model_look()
        self._stack.setCurrentWidget(self.classes if self._of_classes else self.scale)
        self.setAccessibleDescription(_scale(self._model)[0])
        for chip in self.classes.classes.values():
            chip.own = self._model.session.view.palette or DEFAULT
            chip.set_inks(inks)
        self.scale.update()
        self.classes.show_counts()
        self._fix_height()

    def _model_look(self) -> tuple[object, ...]:
        """What it shows of the session's look: most of that, as the layout, is not told here."""
        view = self._model.session.view
        return view.scheme, view.palette

    def _on_look(self) -> None:
        if self._look != self._model_look():
            self.refresh()

    def _on_stale(self) -> None:
        if not self._timer.isActive():
            self._timer.start()

    @property
    def _of_classes(self) -> bool:
        return self._model.session.view.scheme == "content" and self._model.states.layers.alone is None

    def _fix_height(self) -> None:
        if self._of_classes:
            lines = self.classes.lines(self.width())
            self.classes.setMinimumHeight(self.classes.height_of(lines))
            self.setFixedHeight(self.classes.height_of(min(lines, MOST_LINES)))
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

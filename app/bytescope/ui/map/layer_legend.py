"""The legend of the state layers: a chip for each that is shown, and the way to all the others."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolButton, QWidget

from bytescope.core.geometry.marks import SHARE_AT, SMALL_FLOOR
from bytescope.core.geometry.picture import SHAPED, Body
from bytescope.core.geometry.raster import FIRST, sample
from bytescope.core.geometry.stamps import BRIGHT, DEEP, STATE_SLOT, Cell
from bytescope.core.touched.layers import MEANINGS, Layer
from bytescope.ui.map.chips import Chip, short_count
from bytescope.ui.widgets.tips import plain_tip, told, tr, tr_n

if TYPE_CHECKING:
    from bytescope.core.geometry.inks import Inks
    from bytescope.core.geometry.marks import Codes
    from bytescope.ui.map.model import MapModel

REFRESH_MS = 250
TIP_WIDTH = 64
SPACE = 10


class LayerChip(Chip):
    """One layer: its mark, its title, how many pages are in that state, or why that is not known.

    A click shows or hides it; a right click, or one with Alt, gives it all the colour.
    """

    toggled = Signal(object)
    alone_wished = Signal(object)

    def __init__(self, layer: Layer, parent: QWidget) -> None:
        meaning = MEANINGS[layer]
        super().__init__(meaning.name, meaning.title, meaning.meaning)
        self.setParent(parent)
        self.setObjectName(f"map.layer.{meaning.name}")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.layer = layer
        self.said = ""
        self._on, self._alone, self._small = True, False, False
        self._ink = QColor()

    def show_state(self, count: int | None, untold: str, note: str) -> None:
        """The number of pages; where there is none, what is said in its place. ``note`` is who or what."""
        untold, note = told(untold), told(note)
        said = untold or short_count(count or 0)
        said += f" ({note})" if note else ""
        if (count, said) == (self.count, self.said):
            return
        self.count, self.said = count or 0, said
        number = untold or tr_n(self.count, "{n} page", "{n} pages")
        meaning = MEANINGS[self.layer]
        lines = (
            f"{self.name}: {number}" + (f" ({note})" if note else ""),
            told(meaning.meaning),
            tr("Source: {source}", source=told(meaning.source)),
            tr("Granularity: {granularity}", granularity=told(meaning.granularity)),
            tr("Cleared: {cleared}", cleared=told(meaning.cleared)),
            tr("Click: show or hide. Right click: all colour to this state."),
        )
        wrapped = (textwrap.fill(line, TIP_WIDTH, subsequent_indent="   ") for line in lines)
        self.setToolTip(plain_tip("\n".join(wrapped)))
        self.setAccessibleDescription(f"{number}. {told(meaning.meaning)}")
        self.updateGeometry()
        self.update()

    def show_choice(self, *, on: bool, alone: bool, small: bool) -> None:
        """Whether the map shows it, alone, and whether its cells have no room for shapes."""
        if (on, alone, small) != (self._on, self._alone, self._small):
            if small != self._small:
                self._image = None
            self._on, self._alone, self._small = on, alone, small
            self.update()

    def set_inks(self, inks: Inks) -> None:
        self._ink = QColor(*inks.states[self.layer])
        super().set_inks(inks)

    def _coloured(self, inks: Inks) -> dict[int, QColor]:
        slots = {FIRST: inks.hatch, BRIGHT: inks.bright, DEEP: inks.deep}
        slots |= {STATE_SLOT + layer: ink for layer, ink in zip(Layer, inks.states)}
        return {slot: QColor(*ink) for slot, ink in slots.items()}

    def _slots(self, side: int) -> Codes:
        share = 10 << SHARE_AT[self.layer] if self.layer in SHARE_AT else 0
        return sample(Body.PLAIN, self.layer.bit | share, Cell(side + 1, side + 1, max(1, side // 16)))

    def _sample(self, side: int) -> QImage:
        if not self._small:
            return super()._sample(side)
        if self._image is None or self._image.width() != side:
            self._image = image = QImage(side, side, QImage.Format.Format_RGB32)
            image.fill(self._colours[FIRST])
            painter, ink = QPainter(image), QColor(self._ink)
            for x in range(side):
                ink.setAlphaF(SMALL_FLOOR + (1 - SMALL_FLOOR) * x / max(1, side - 1))
                painter.fillRect(x, 0, 1, side, ink)
            painter.end()
        return self._image

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        wide = metrics.horizontalAdvance(f"{self.name} {self.said or '00,000'}")
        return QSize(metrics.height() + 12 + wide, metrics.height() + 4)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, metrics = QPainter(self), self.fontMetrics()
        side = metrics.height() - 2
        square = QRect(2, (self.height() - side) // 2, side, side)
        painter.setOpacity(1.0 if self._on else 0.4)
        painter.drawImage(square, self._sample(round(side * self.devicePixelRatioF())))
        painter.setPen(QPen(self.palette().mid().color(), 1))
        painter.drawRect(square.adjusted(0, 0, -1, -1))
        text = QRect(side + 8, 0, self.width() - side - 8, self.height())
        start = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.setPen(self.palette().windowText().color())
        painter.drawText(
            text, start, metrics.elidedText(self.name, Qt.TextElideMode.ElideRight, text.width())
        )
        text.setLeft(text.left() + metrics.horizontalAdvance(self.name + " "))
        painter.setPen(self.palette().placeholderText().color())
        painter.drawText(
            text, start, metrics.elidedText(self.said, Qt.TextElideMode.ElideRight, text.width())
        )
        if self._alone:
            painter.setPen(QPen(self.palette().highlight().color(), 2))
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
        painter.end()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if not self.rect().contains(event.position().toPoint()):
            return
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if event.button() == Qt.MouseButton.RightButton or alt:
            self.alone_wished.emit(self.layer)
        elif event.button() == Qt.MouseButton.LeftButton:
            self.toggled.emit(self.layer)
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()


class LayerLegend(QWidget):
    """Chips of the layers that are shown, and of those that were hidden by a click here, behind a button."""

    menu_wished = Signal()

    def __init__(self, model: MapModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("map.marks")
        self.setAccessibleName(tr("State layers of the map"))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._model = model
        self.chips: dict[Layer, LayerChip] = {}
        self._hidden_here: set[Layer] = set()
        self.button = QToolButton(self)
        self.button.setObjectName("map.layers")
        self.button.setText(tr("Layers…"))
        self.button.setAccessibleName(tr("Choose the state layers"))
        self.button.setToolTip(plain_tip(tr("Which states of pages the map shows")))
        self.button.setAutoRaise(True)
        self.button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.button.clicked.connect(self.menu_wished)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(REFRESH_MS)
        self._timer.timeout.connect(self.show_counts)
        model.states.changed.connect(self._on_stale)
        model.states.layers.shown_changed.connect(self.refresh)
        model.moved.connect(self._show_choice)
        self.refresh()

    def refresh(self) -> None:
        """Take the present choice, theme and counts."""
        layers = self._model.states.layers
        self._hidden_here -= layers.shown
        alone = set() if layers.alone is None else {layers.alone}
        wanted = layers.shown | self._hidden_here | alone
        for layer in set(self.chips) - wanted:
            self.chips.pop(layer).deleteLater()
        for layer in sorted(wanted - set(self.chips)):
            chip = self.chips[layer] = LayerChip(layer, self)
            chip.toggled.connect(self._on_toggled)
            chip.alone_wished.connect(self._on_alone_wished)
            chip.show()
        for chip in self.chips.values():
            chip.set_inks(self._model.inks)
        self._show_choice()
        self.show_counts()

    def show_counts(self) -> None:
        """Take the present counts of marked pages."""
        states = self._model.states
        for layer, chip in self.chips.items():
            untold = states.untold(layer)
            count = None if untold else states.pages(layer)
            chip.show_state(count, untold, states.layers.state(layer).note)
        self._arrange()

    def height_of(self, lines: int) -> int:
        return lines * (self.fontMetrics().height() + 6)

    def _show_choice(self) -> None:
        layers, view = self._model.states.layers, self._model.view
        small = min(view.cell_px, view.cell_height) < SHAPED
        for layer, chip in self.chips.items():
            shown = layer in layers.shown if layers.alone is None else layer is layers.alone
            chip.show_choice(on=shown, alone=layer is layers.alone, small=small and layers.alone is None)

    def _arrange(self) -> None:
        """The button and the chips side by side, a new line where one has no room."""
        left = line = 0
        high, width = self.height_of(1), self.width()
        for widget in (self.button, *(self.chips[layer] for layer in sorted(self.chips))):
            wide = min(widget.sizeHint().width(), width)
            if left and left + wide > width:
                left, line = 0, line + 1
            widget.setGeometry(left, line * high, wide, high)
            left += wide + SPACE
        if self.height() != self.height_of(line + 1):
            self.setFixedHeight(self.height_of(line + 1))

    def _on_toggled(self, layer: Layer) -> None:
        layers = self._model.states.layers
        if layers.alone is not None:
            layers.show_alone(None)
        else:
            on = layer not in layers.shown
            if not on:
                self._hidden_here.add(layer)
            layers.show(layer, on)

    def _on_alone_wished(self, layer: Layer) -> None:
        layers = self._model.states.layers
        layers.show_alone(None if layers.alone is layer else layer)

    def _on_stale(self) -> None:
        if not self._timer.isActive():
            self._timer.start()

    # --- Qt

    def paintEvent(self, event: QPaintEvent) -> None:
        # Whoever paints now, for a picture of the window perhaps, gets the present counts in the chips.
        if self._timer.isActive():
            self._timer.stop()
            self.show_counts()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._arrange()

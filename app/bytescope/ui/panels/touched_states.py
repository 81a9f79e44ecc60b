"""Check boxes for the states whose pages are listed, each with how many pages are in it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from bytescope.core.touched.layers import MEANINGS, Layer
from bytescope.core.touched.told import Told
from bytescope.ui.widgets.box_frames import FramedBoxes
from bytescope.ui.widgets.tips import plain_tip, tr
from bytescope.ui.widgets.tips import told as as_told

if TYPE_CHECKING:
    from bytescope.session.states.touched_list import TouchedList

ON, OFF = Qt.CheckState.Checked, Qt.CheckState.Unchecked


class StateChecks(QListWidget):
    """A check box for each layer. ``chosen`` has the checked ones (frozenset) when a person changed them."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("touched.states")
        self.setAccessibleName(tr("States whose pages are listed"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSpacing(1)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self._said: frozenset[Layer] = frozenset()
        self._boxes: dict[Layer, QListWidgetItem] = {}
        for layer, meaning in MEANINGS.items():
            item = QListWidgetItem(as_told(meaning.title), self)
            item.setFlags(
                Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable
            )
            item.setCheckState(OFF)
            item.setToolTip(plain_tip(as_told(meaning.meaning)))
            self._boxes[layer] = item
        self.itemChanged.connect(self._on_changed)
        self.setItemDelegate(FramedBoxes(self))

    def show_list(self, list_: TouchedList | None) -> None:
        """Show which layers are chosen, and what is known of them."""
        chosen = frozenset() if list_ is None else list_.chosen
        self._said = chosen
        for layer, item in self._boxes.items():
            text = as_told(MEANINGS[layer].title)
            if list_ is not None and layer in chosen:
                text += _known(list_.told.get(layer, Told.YES), list_.pages, layer)
            state = ON if layer in chosen else OFF
            if item.text() != text:
                item.setText(text)
            if item.checkState() != state:
                item.setCheckState(state)

    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().averageCharWidth() * 44, 120)

    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().averageCharWidth() * 14, 60)

    def _on_changed(self, item: QListWidgetItem) -> None:
        """Also called while texts are set: only a check box that a person changed says anything new."""
        if item.checkState() == (ON if self._layer(item) in self._said else OFF):
            return
        checked = self._said ^ {self._layer(item)}
        self._said = checked
        self.chosen.emit(checked)

    def _layer(self, item: QListWidgetItem) -> Layer:
        return Layer(self.row(item))


def _known(told: Told, pages: Mapping[Layer, int | None], layer: Layer) -> str:
    if told is not Told.YES:
        return f" · {as_told(told.value)}"
    count = pages.get(layer)
    return f" · {tr('not known')}" if count is None else f" · {count:,}"

"""A scroll bar for more rows than a scroll bar can count."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QAbstractSlider, QScrollBar, QWidget

from bytescope.core.geometry.scroll import ScrollMap


class RowBar(QScrollBar):
    """Shows a 64-bit position and wishes for others; steps and pages are exact rows, ends are the ends."""

    wished = Signal(object)
    """The position (int) that the person asks for."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._scroll = ScrollMap(1, 1)
        self._position = 0
        self.actionTriggered.connect(self._on_action)

    def show_position(self, scroll: ScrollMap, position: int) -> None:
        """Show where ``position`` is in ``scroll``; nothing is wished by that."""
        self._scroll, self._position = scroll, position
        self.setRange(0, scroll.bar_maximum)
        self.setPageStep(scroll.bar_page)
        if not self.isSliderDown():
            self.setValue(scroll.to_bar(position))
        self.setEnabled(scroll.last > 0)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The view under the bar knows lines and fine wheels better."""
        event.ignore()

    def _on_action(self, number: int) -> None:
        wished = self._wished(QAbstractSlider.SliderAction(number))
        if wished is None:
            return
        if not self.isSliderDown():
            self.setSliderPosition(self._scroll.to_bar(wished))
        self.wished.emit(wished)

    def _wished(self, action: QAbstractSlider.SliderAction) -> int | None:
        kinds = QAbstractSlider.SliderAction
        scroll, position = self._scroll, self._position
        return {
            kinds.SliderSingleStepAdd: scroll.stepped(position, 1),
            kinds.SliderSingleStepSub: scroll.stepped(position, -1),
            kinds.SliderPageStepAdd: scroll.paged(position, 1),
            kinds.SliderPageStepSub: scroll.paged(position, -1),
            kinds.SliderToMinimum: 0,
            kinds.SliderToMaximum: scroll.last,
            kinds.SliderMove: scroll.from_bar(self.sliderPosition()),
        }.get(action)

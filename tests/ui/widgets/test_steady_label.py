"""The label that moves nothing: it asks for room only to become wider."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from bytescope.ui.widgets.steady_label import SteadyLabel


class Layouts(QObject):
    """Counts what a widget's layout is asked for."""

    def __init__(self, watched: QWidget) -> None:
        super().__init__(watched)
        self.count = 0
        watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.LayoutRequest
        return False


def holding(qtbot: QtBot, label: SteadyLabel) -> tuple[QWidget, Layouts]:
    holder = QWidget()
    qtbot.addWidget(holder)
    QHBoxLayout(holder).addWidget(label)
    label.setText("as wide as it gets")
    holder.show()
    qtbot.waitExposed(holder)
    return holder, Layouts(holder)


def test_a_text_that_fits_asks_for_no_layout(qtbot: QtBot) -> None:
    label = SteadyLabel()
    _holder, layouts = holding(qtbot, label)
    width = label.sizeHint().width()
    label.setText("less")
    qtbot.waitUntil(lambda: label.text() == "less")
    assert label.sizeHint().width() == width
    assert layouts.count == 0


def test_a_longer_text_asks_once(qtbot: QtBot) -> None:
    label = SteadyLabel()
    _holder, layouts = holding(qtbot, label)
    label.setText("as wide as it gets, and then some more")
    qtbot.waitUntil(lambda: layouts.count == 1)


def test_a_greedy_one_never_asks_and_is_cut(qtbot: QtBot) -> None:
    label = SteadyLabel(greedy=True)
    holder, layouts = holding(qtbot, label)
    label.setText("long " * 500)
    holder.grab()
    assert layouts.count == 0
    assert holder.width() < 2000
    assert label.accessibleDescription() == label.text()

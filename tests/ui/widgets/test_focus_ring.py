"""The view that has the keyboard shows it, also where it has no rows; others do not."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLineEdit, QListWidget, QMainWindow, QPlainTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from bytescope.ui.widgets.focus_ring import WIDTH, FocusRing, FocusRings

Made = tuple[QMainWindow, list[QWidget]]


@pytest.fixture
def made(qtbot: QtBot) -> Made:
    window, inside = QMainWindow(), QWidget()
    qtbot.addWidget(window)
    views: list[QWidget] = [QListWidget(inside), QPlainTextEdit(inside), QLineEdit(inside)]
    layout = QVBoxLayout(inside)
    for view in views:
        view.setObjectName(type(view).__name__)
        view.setAccessibleName(type(view).__name__)
        layout.addWidget(view)
    window.setCentralWidget(inside)
    FocusRings(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window, views


def framed(view: QWidget) -> bool:
    return any(ring.isVisible() for ring in view.findChildren(FocusRing))


def test_the_frame_goes_with_the_keyboard(made: Made) -> None:
    _, (rows, text, line) = made
    for view in (rows, text, rows):
        view.setFocus()
        assert [framed(rows), framed(text)] == [view is rows, view is text]
    line.setFocus()
    assert [framed(rows), framed(text), framed(line)] == [False, False, False]
    assert len(rows.findChildren(FocusRing)) == 1


def test_it_covers_the_border_and_nothing_inside(made: Made, qtbot: QtBot) -> None:
    window, (rows, *_) = made
    rows.setFocus()
    ring = rows.findChild(FocusRing)
    assert isinstance(ring, FocusRing)
    window.resize(window.width() + 90, window.height() + 70)
    qtbot.waitUntil(lambda: ring.size() == rows.size())
    picture = rows.grab().toImage()
    highlight = rows.palette().highlight().color()
    for x, y in ((0, 40), (WIDTH - 1, 40), (rows.width() - 1, 40), (40, 0), (40, rows.height() - 1)):
        assert picture.pixelColor(x, y) == highlight
    for x, y in ((WIDTH, 40), (40, WIDTH), (40, 40)):
        assert picture.pixelColor(x, y) != highlight

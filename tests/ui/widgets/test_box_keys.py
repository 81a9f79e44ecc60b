"""Alt+Down in a box of choices opens its list, whatever the window does with these keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit, QMainWindow, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from bytescope.ui.widgets.box_keys import BoxKeys


@pytest.mark.parametrize("editable", [False, True])
def test_the_list_of_the_box_with_the_keyboard_is_opened(qtbot: QtBot, editable: bool) -> None:
    window, inside = QMainWindow(), QWidget()
    qtbot.addWidget(window)
    box, line = QComboBox(inside), QLineEdit(inside)
    box.addItems(["one", "two"])
    box.setEditable(editable)
    layout = QVBoxLayout(inside)
    layout.addWidget(line)
    layout.addWidget(box)
    window.setCentralWidget(inside)
    action = QAction("next page", window, checkable=True)
    action.setShortcut(QKeySequence("Alt+Down"))
    window.addAction(action)
    BoxKeys(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    line.setFocus()
    QTest.keyClick(line, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert action.isChecked()
    box.setFocus()
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert action.isChecked()
    qtbot.waitUntil(box.view().isVisible)
    box.hidePopup()

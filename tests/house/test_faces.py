"""The checks of widgets that hold in every test of the interface do find what they look for."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QMainWindow,
    QPushButton,
    QScrollArea,
    QSpinBox,
    QToolBar,
    QWidget,
)

from helpers.faces import clashing_keys, nameless_actions, nameless_inputs, rich_labels


@pytest.fixture
def dialog(qtbot) -> QDialog:
    made = QDialog()
    qtbot.addWidget(made)
    return made


def test_a_label_that_takes_markup_is_found(dialog):
    label = QLabel("a <b>name</b>", dialog)
    assert "a <b>name</b>" in rich_labels()[0]
    label.setTextFormat(Qt.TextFormat.PlainText)
    assert rich_labels() == []


def test_an_input_needs_both_names(dialog):
    edit = QLineEdit(dialog)
    assert len(nameless_inputs()) == 2
    edit.setObjectName("offset")
    (line,) = nameless_inputs()
    assert "accessible" in line
    edit.setAccessibleName("Offset")
    assert nameless_inputs() == []


def test_a_label_beside_it_names_an_input(dialog):
    edit, label = QLineEdit(dialog), QLabel("&Offset", dialog)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setBuddy(edit)
    edit.setObjectName("offset")
    assert nameless_inputs() == []


def test_what_qt_makes_inside_is_left_out(dialog):
    for kind in (QComboBox, QSpinBox, QScrollArea):
        widget = kind(dialog)
        widget.setObjectName(kind.__name__)
        widget.setAccessibleName(kind.__name__)
    widget.setWidget(QWidget())
    dialog.findChild(QComboBox).setEditable(True)
    QPushButton("Press", dialog).setObjectName("press")
    assert nameless_inputs() == []


def test_a_widget_alone_is_left_alone(qtbot):
    edit = QLineEdit()
    qtbot.addWidget(edit)
    assert nameless_inputs() == []


@pytest.fixture
def window(qtbot) -> QMainWindow:
    made = QMainWindow()
    qtbot.addWidget(made)
    return made


def test_keys_used_twice_are_found(window):
    for name in ("one", "two"):
        action = QAction(name, window)
        action.setObjectName(name)
        action.setShortcut("Ctrl+K")
    assert clashing_keys(window) == ["Ctrl+K: one, two"]
    assert nameless_actions(window) == []


def test_keys_of_one_widget_do_not_clash(window):
    for name in ("one", "two"):
        action = QAction(name, window)
        action.setShortcut("Ctrl+K")
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
    assert clashing_keys(window) == []


def test_an_action_needs_a_name(window):
    window.addToolBar(QToolBar("Tools", window))  # with an action of Qt's own
    window.menuBar().addMenu("Go").addAction("Back")
    assert nameless_actions(window) == ["action '' with the text 'Back' needs both"]

"""The number box shows what its text means while it is typed."""

import pytest
from PySide6.QtCore import Qt

from bytescope.core.text.numbers import Names
from bytescope.ui.widgets.number_edit import NumberEdit

NAMES = Names(size=1 << 20, cursor=100)


def small(value):
    return "" if value < 1000 else "Too large; type less."


def test_typing_shows_the_value_in_decimal_and_hex(qtbot):
    field = NumberEdit("x", "Offset", NAMES)
    qtbot.addWidget(field)
    with qtbot.waitSignal(field.changed):
        qtbot.keyClicks(field.edit, "4Ki")
    assert field.value() == 4096
    assert field.said.text() == "4,096 (0x1000)"
    assert field.problem() == ""


def test_a_fault_is_told_with_its_character_and_a_sign(qtbot):
    field = NumberEdit("x", "Offset", NAMES)
    qtbot.addWidget(field)
    qtbot.keyClicks(field.edit, "12 + $")
    assert field.value() is None
    assert field.said.text().startswith("⚠ Character 6: “$”")
    assert field.said.is_fault
    assert field.problem().startswith("Offset: “$”")
    field.select_fault()
    assert field.edit.selectedText() == "$"


def test_a_check_refuses(qtbot):
    field = NumberEdit("x", "Size", NAMES, check=small, text="1000")
    qtbot.addWidget(field)
    assert field.value() is None
    assert field.problem() == "Size: Too large; type less."
    qtbot.keyClick(field.edit, Qt.Key.Key_Backspace)
    assert field.value() == 100


def test_empty_is_valid_only_where_it_is_optional(qtbot):
    field = NumberEdit("x", "Length", NAMES, optional="To the end.")
    qtbot.addWidget(field)
    assert field.value() is None
    assert field.problem() == ""
    assert field.said.text() == "To the end."
    other = NumberEdit("y", "Length", NAMES)
    qtbot.addWidget(other)
    assert other.problem().startswith("Length: Type a number")


def test_names_can_change(qtbot):
    field = NumberEdit("x", "Offset", NAMES, text="+1")
    qtbot.addWidget(field)
    assert field.value() == 101
    field.set_names(Names(size=10, cursor=5))
    assert field.value() == 6


@pytest.mark.parametrize("history", [None, ["p12", "0x40"]])
def test_names_of_the_widgets(qtbot, history):
    field = NumberEdit("go.offset", "Offset", NAMES, history=history)
    qtbot.addWidget(field)
    assert field.edit.objectName() == "go.offset"
    assert field.edit.accessibleName() == "Offset"
    assert field.said.objectName() == "go.offset.value"


def test_a_text_of_the_history_is_taken(qtbot):
    field = NumberEdit("x", "Offset", NAMES, text="1", history=["p12", "0x40"])
    qtbot.addWidget(field)
    assert field.value() == 1
    qtbot.keyClick(field.edit, Qt.Key.Key_Down)
    assert field.value() == 0x40

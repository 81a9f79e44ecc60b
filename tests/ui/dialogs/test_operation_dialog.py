"""The dialog of operations, by keyboard: what it asks, shows, complains of and gives."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QDialog, QLabel, QLineEdit, QPushButton

from bytescope.core.document.patterns import Repeat
from bytescope.core.document.phase import Phase
from bytescope.core.document.transforming import Preview
from bytescope.core.document.transforms import Rule, Way
from bytescope.core.errors import RefusedError
from bytescope.core.ranges import ByteRange
from bytescope.core.text.numbers import Names
from bytescope.ui.dialogs.operation import OperationDialog, OperationWish
from bytescope.ui.widgets.bytes_preview import BytesPreview

SIZE = 1 << 20
NAMES = Names(size=SIZE, start=0x4000, end=0x8000, sel=0x4000, page=4, cursor=0x4000)


@pytest.fixture
def make(qtbot):
    def maker(way=None, range_=None, history=()):
        dialog = OperationDialog(NAMES, range_ or ByteRange(0x4000, 0x8000), SIZE, way=way, history=history)
        qtbot.addWidget(dialog)
        dialog.show()
        return dialog

    return maker


def box(dialog, name):
    return dialog.findChild(QLineEdit, f"operation.{name}")


def choice(dialog, name):
    return dialog.findChild(QComboBox, f"operation.{name}")


def said(dialog):
    return dialog.findChild(QLabel, "operation.said").text()


def type_into(qtbot, edit, text):
    edit.selectAll()
    qtbot.keyClick(edit, Qt.Key.Key_Delete)
    qtbot.keyClicks(edit, text)


def test_enter_applies(qtbot, make):
    dialog = make(Way.XOR)
    assert dialog.focusWidget() is box(dialog, "pattern.hex")
    type_into(qtbot, box(dialog, "pattern.hex"), "DE AD")
    assert said(dialog) == "Applied to 4 pages, 16,384 bytes (0x4000)."
    qtbot.keyClick(box(dialog, "pattern.hex"), Qt.Key.Key_Return)
    assert dialog.result() == QDialog.DialogCode.Accepted
    rule = Rule(Way.XOR, Repeat(b"\xde\xad"), Phase.START, 1, "little")
    assert dialog.wish() == OperationWish(ByteRange(0x4000, 0x8000), rule)
    assert dialog.history() == ["DE AD"]


def test_escape_cancels(qtbot, make):
    dialog = make()
    qtbot.keyClick(choice(dialog, "way"), Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert dialog.wish() is None


def test_a_number_is_added_in_units(qtbot, make):
    dialog = make(Way.ADD)
    type_into(qtbot, box(dialog, "number"), "-2")
    assert choice(dialog, "width").isVisible()
    choice(dialog, "width").setCurrentIndex(1)
    choice(dialog, "order").setCurrentIndex(1)
    qtbot.keyClick(box(dialog, "number"), Qt.Key.Key_Return)
    wish = dialog.wish()
    assert wish.rule == Rule(Way.ADD, Repeat(b"\xff\xfe"), Phase.START, 2, "big")
    assert not dialog.used_pattern()


@pytest.mark.parametrize(
    ("way", "pattern", "number", "unit", "order", "phase"),
    [
        (Way.AND, True, False, False, False, True),
        (Way.NOT, False, False, False, False, False),
        (Way.SUBTRACT, False, True, True, True, False),
        (Way.ROTATE_LEFT, False, True, True, True, False),
        (Way.SWAP, False, False, True, False, False),
        (Way.REVERSE, False, False, False, False, False),
        (Way.TURN, False, True, False, False, False),
    ],
)
def test_only_what_the_operation_needs_is_asked(make, way, pattern, number, unit, order, phase):
    dialog = make(way)
    assert box(dialog, "pattern.hex").isVisible() == pattern
    assert box(dialog, "number").isVisible() == number
    assert choice(dialog, "width").isVisible() == unit
    assert choice(dialog, "order").isVisible() == order
    assert choice(dialog, "phase").isVisible() == phase
    assert dialog.findChild(QPushButton, "operation.ok").isEnabled()


def test_faults_are_told_and_nothing_is_applied(qtbot, make):
    dialog = make(Way.ADD)
    type_into(qtbot, box(dialog, "number"), "300")
    assert "300 does not fit into 1" in said(dialog)
    assert not dialog.findChild(QPushButton, "operation.ok").isEnabled()
    qtbot.keyClick(box(dialog, "number"), Qt.Key.Key_Return)
    assert dialog.isVisible()
    choice(dialog, "width").setCurrentIndex(2)
    assert dialog.findChild(QPushButton, "operation.ok").isEnabled()
    type_into(qtbot, box(dialog, "length"), "6")
    assert "no multiple of the unit of 4" in said(dialog)
    shift = make(Way.SHIFT_LEFT)
    type_into(qtbot, box(shift, "number"), "8")
    assert "1 to 7" in said(shift)
    bad = make(Way.OR)
    type_into(qtbot, box(bad, "pattern.hex"), "5G")
    assert "“G” is not a hex digit" in said(bad)


def test_a_preview_is_asked_for_and_shown(qtbot, make):
    dialog = make(Way.NOT)
    asked = []
    dialog.looked.connect(asked.append)
    dialog.look()
    preview = dialog.findChild(BytesPreview)
    dialog.show_preview(asked[-1], Preview(b"AB\0", b"\xbe\xbd\xff", 0x4000))
    assert "41 42 00" in preview.text()
    assert "BE BD FF" in preview.text()
    assert said(dialog) == "Applied to 4 pages, 16,384 bytes (0x4000): all of it changes."
    for changed, told in ((1, "1 byte of it change"), (0, "nothing changes"), (None, "")):
        dialog.show_preview(asked[-1], Preview(b"A", b"A", changed))
        assert said(dialog) == f"Applied to 4 pages, 16,384 bytes (0x4000){': ' * bool(told)}{told}."
    late = asked[-1]
    type_into(qtbot, box(dialog, "length"), "2")
    dialog.show_preview(late, Preview(b"late", b"late", 4))
    assert "late" not in preview.text()
    dialog.no_preview(RefusedError("It cannot be read."))
    assert preview.text() == "It cannot be read."


@pytest.mark.parametrize(
    ("way", "history", "proposed"),
    [
        (Way.XOR, ["00", "text:abc", "A5"], "abc"),
        (Way.XOR, ["00 00"], "FF"),
        (Way.OR, ["u32le:0", "01"], "01"),
        (Way.AND, ["FF"], "0F"),
        (Way.AND, ["00"], "00"),
        (Way.AND, [], "0F"),
    ],
)
def test_a_pattern_is_proposed_that_changes_something(make, way, history, proposed):
    dialog = make(way, history=history)
    assert proposed in (box(dialog, "pattern.hex").text(), box(dialog, "pattern.text").text())
    assert dialog.findChild(QPushButton, "operation.ok").isEnabled()


def test_another_operation_proposes_anew_but_leaves_alone_what_was_typed(qtbot, make):
    dialog = make(Way.XOR)
    choice(dialog, "way").setCurrentIndex(1)
    assert box(dialog, "pattern.hex").text() == "0F"
    type_into(qtbot, box(dialog, "pattern.hex"), "F0")
    choice(dialog, "way").setCurrentIndex(0)
    assert box(dialog, "pattern.hex").text() == "F0"


def test_what_changes_nothing_is_said_and_not_applied(qtbot, make):
    dialog = make(Way.XOR)
    type_into(qtbot, box(dialog, "pattern.hex"), "00 00")
    assert said(dialog) == "⚠ Xor with 00 changes nothing; give another pattern."
    assert not dialog.findChild(QPushButton, "operation.ok").isEnabled()
    dialog = make(Way.SUBTRACT)
    type_into(qtbot, box(dialog, "number"), "0")
    assert said(dialog) == "⚠ A sum with 0 changes nothing; give another number."

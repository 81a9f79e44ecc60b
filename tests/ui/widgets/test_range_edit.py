"""The range boxes, typed into."""

import pytest
from PySide6.QtCore import Qt

from bytescope.core.ranges import ByteRange
from bytescope.core.text.numbers import Names
from bytescope.ui.widgets.range_edit import RangeEdit
from bytescope.ui.widgets.said import SaidLabel

SIZE = 64 << 12
NAMES = Names(size=SIZE)


@pytest.fixture
def edit(qtbot):
    widget = RangeEdit("fill", NAMES, ByteRange(4096, 8192), SIZE)
    qtbot.addWidget(widget)
    return widget


def type_into(qtbot, box, text):
    box.selectAll()
    qtbot.keyClick(box, Qt.Key.Key_Delete)
    qtbot.keyClicks(box, text)


def texts(edit):
    return {box: widget.text() for box, widget in edit.boxes.items()}


def test_boxes_have_names(edit):
    assert [box.objectName() for box in edit.boxes.values()] == [
        "fill.start",
        "fill.end",
        "fill.length",
        "fill.pages",
    ]
    assert all(box.accessibleName() for box in edit.boxes.values())


def test_typing_into_one_box_rewrites_the_others(qtbot, edit):
    type_into(qtbot, edit.boxes["pages"], "4-7")
    assert texts(edit) == {"start": "0x4000", "end": "0x8000", "length": "0x4000", "pages": "4-7"}
    type_into(qtbot, edit.boxes["length"], "1Ki")
    assert texts(edit) == {"start": "0x4000", "end": "0x4400", "length": "1Ki", "pages": "4"}
    assert edit.value() == ByteRange(0x4000, 0x4400)


def test_one_key_is_one_change(qtbot, edit):
    seen = []
    edit.changed.connect(lambda: seen.append(edit.value()))
    qtbot.keyClick(edit.boxes["end"], Qt.Key.Key_0)
    assert seen == [ByteRange(0x1000, 0x20000)]


def test_values_stand_below_the_boxes(qtbot, edit):
    type_into(qtbot, edit.boxes["end"], "p3")
    below = edit.findChild(SaidLabel, "fill.end.value")
    assert below.full_text() == "12,288 (0x3000)"
    assert edit.findChild(SaidLabel, "fill.pages.value").full_text() == "2 pages"


def test_the_box_at_fault_is_marked(qtbot, edit):
    type_into(qtbot, edit.boxes["end"], "size + 1")
    assert edit.findChild(SaidLabel, "fill.end.value").is_fault
    assert not edit.findChild(SaidLabel, "fill.start.value").is_fault
    assert edit.problem().startswith("End: ")
    assert edit.value() is None


def test_undo_of_typing_is_read_too(qtbot, edit):
    box = edit.boxes["length"]
    type_into(qtbot, box, "512")
    qtbot.keyClick(box, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert edit.value() is None or edit.value().length != 512


def test_growing(qtbot, edit):
    type_into(qtbot, edit.boxes["length"], "1Mi")
    assert edit.value() is None
    edit.set_growing(True)
    assert edit.value() == ByteRange(4096, 4096 + (1 << 20))


def test_set_text_is_as_if_typed(qtbot, edit):
    with qtbot.waitSignal(edit.changed):
        edit.set_text("start", "0")
    assert edit.value() == ByteRange(0, 4096)

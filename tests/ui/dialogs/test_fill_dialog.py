"""The Fill dialog, by keyboard and mouse."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QDialog, QLabel, QLineEdit, QPushButton, QRadioButton

from bytescope.core.document.patterns import Phase, Repeat, SeededRandom
from bytescope.core.ranges import ByteRange
from bytescope.core.text.numbers import Names
from bytescope.ui.dialogs.fill import FillDialog, FillWish
from bytescope.ui.widgets.bytes_preview import BytesPreview

SIZE = 1 << 20
NAMES = Names(size=SIZE, start=0x4000, end=0x8000, sel=0x4000, page=4, cursor=0x4000)


def make(qtbot, range_=None, size=SIZE, **options):
    dialog = FillDialog(NAMES, range_ or ByteRange(0x4000, 0x8000), size, **{"can_insert": True, **options})
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


@pytest.fixture
def dialog(qtbot):
    return make(qtbot)


def box(dialog, name):
    return dialog.findChild(QLineEdit, name)


def type_into(qtbot, edit, text):
    edit.selectAll()
    qtbot.keyClick(edit, Qt.Key.Key_Delete)
    qtbot.keyClicks(edit, text)


def said(dialog):
    return dialog.findChild(QLabel, "fill.said").text()


def test_enter_fills(qtbot, dialog):
    type_into(qtbot, box(dialog, "fill.start"), "p4")
    type_into(qtbot, box(dialog, "fill.length"), "0x1000")
    type_into(qtbot, box(dialog, "fill.pattern.hex"), "AA")
    assert said(dialog) == "This will change 1 page, 4,096 bytes (0x1000)."
    qtbot.keyClick(box(dialog, "fill.pattern.hex"), Qt.Key.Key_Return)
    assert dialog.result() == QDialog.DialogCode.Accepted
    assert dialog.wish() == FillWish(ByteRange(0x4000, 0x5000), Repeat(b"\xaa"), Phase.START, False)
    assert dialog.history() == ["AA"]


def test_escape_cancels(qtbot, dialog):
    qtbot.keyClick(box(dialog, "fill.start"), Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert dialog.wish() is None


def test_says_what_will_change(dialog):
    assert said(dialog) == "This will change 4 pages, 16,384 bytes (0x4000)."


def test_preview_follows(qtbot, dialog):
    preview = dialog.findChild(BytesPreview)
    type_into(qtbot, box(dialog, "fill.pattern.hex"), "414243")
    assert "41 42 43" in preview.text()
    assert "ABCABC" in preview.text()
    qtbot.mouseClick(dialog.findChild(QRadioButton, "fill.phase.absolute"), Qt.MouseButton.LeftButton)
    assert "BCABCA" in preview.text().splitlines()[0]


@pytest.mark.parametrize(
    ("name", "text", "says"),
    [
        ("fill.start", "0x", "Start, character 2"),
        ("fill.end", "size+1", "End: 0x100001 is past the end; the document's size is 1,048,576 bytes"),
        ("fill.length", "0", "Length: the range is empty"),
        ("fill.pages", "9-3", "Pages, "),
        ("fill.pattern.hex", "GG", "Pattern: “G” is not a hex digit"),
    ],
)
def test_a_fault_is_named_and_keeps_the_button_off(qtbot, dialog, name, text, says):
    type_into(qtbot, box(dialog, name), text)
    ok = dialog.findChild(QPushButton, "fill.ok")
    assert said(dialog).startswith(f"⚠ {says}")
    assert not ok.isEnabled()
    assert ok.toolTip().startswith(says)
    qtbot.keyClick(box(dialog, name), Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert dialog.wish() is None


def test_what_is_missing_is_told_without_alarm(qtbot, dialog):
    box(dialog, "fill.pattern.hex").clear()
    assert said(dialog).startswith("Type hex bytes")
    assert not dialog.findChild(QPushButton, "fill.ok").isEnabled()


def test_insert(qtbot, dialog):
    qtbot.mouseClick(dialog.findChild(QRadioButton, "fill.insert"), Qt.MouseButton.LeftButton)
    type_into(qtbot, box(dialog, "fill.start"), "size")
    type_into(qtbot, box(dialog, "fill.length"), "1Mi")
    assert said(dialog) == (
        "This will insert 1,048,576 bytes (0x100000); the document will have 2,097,152 (0x200000) bytes."
    )
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert dialog.wish().insert
    assert dialog.wish().range == ByteRange(SIZE, 2 * SIZE)


def test_insert_is_off_with_a_reason(qtbot):
    dialog = make(qtbot, can_insert=False)
    assert not dialog.findChild(QRadioButton, "fill.insert").isEnabled()
    assert "length" in dialog.findChild(QLabel, "fill.insert.reason").text()
    assert dialog.findChild(QRadioButton, "fill.overwrite").isChecked()


def test_kind_and_absolute_phase(qtbot):
    dialog = make(qtbot, history=["random:5", "AA"])
    qtbot.mouseClick(dialog.findChild(QRadioButton, "fill.phase.absolute"), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(dialog.findChild(QPushButton, "fill.ok"), Qt.MouseButton.LeftButton)
    assert dialog.wish().pattern == SeededRandom(5)
    assert dialog.wish().phase is Phase.ABSOLUTE
    assert dialog.history() == ["random:5", "AA"]


def test_numbers_of_a_pattern_know_the_document(qtbot):
    dialog = make(qtbot, history=["u64be:0"])
    type_into(qtbot, box(dialog, "fill.pattern.number"), "size")
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert dialog.wish().pattern == Repeat(SIZE.to_bytes(8, "big"))


def test_a_file_that_cannot_be_opened_keeps_the_dialog_open(qtbot, dialog, tmp_path):
    kind = dialog.findChild(QComboBox, "fill.pattern.kind")
    qtbot.keyClick(kind, Qt.Key.Key_End)
    qtbot.keyClicks(box(dialog, "fill.pattern.path"), str(tmp_path / "gone"))
    assert "no preview" in dialog.findChild(BytesPreview).text()
    qtbot.keyClick(box(dialog, "fill.pattern.path"), Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert said(dialog).startswith("⚠ ")
    (tmp_path / "gone").write_bytes(b"xyz")
    qtbot.keyClick(box(dialog, "fill.pattern.path"), Qt.Key.Key_Return)
    wish = dialog.wish()
    assert wish.pattern.source.size == 3
    wish.pattern.source.close()


def test_a_terabyte_is_previewed_at_once(qtbot):
    dialog = make(qtbot, ByteRange(0, 1 << 40), 1 << 40)
    assert said(dialog) == "This will change 268,435,456 pages, 1,099,511,627,776 bytes (0x10000000000)."
    assert "FFFFFFFFF0" in dialog.findChild(BytesPreview).text()

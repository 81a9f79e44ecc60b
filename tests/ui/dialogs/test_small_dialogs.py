"""Each small dialog gives the value that was typed, and refuses what does not fit."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QRadioButton,
    QTableWidget,
)

from bytescope import __version__
from bytescope.core.document.patterns import Repeat, SeededRandom
from bytescope.core.ranges import ByteRange
from bytescope.core.source.access import Access
from bytescope.core.text.numbers import Names
from bytescope.ui.dialogs.about import AboutDialog
from bytescope.ui.dialogs.go_to import GoToDialog
from bytescope.ui.dialogs.insert import InsertDialog, InsertWish
from bytescope.ui.dialogs.keys import KeysDialog
from bytescope.ui.dialogs.new import NewDialog, NewWish
from bytescope.ui.dialogs.open_window import OpenWindowDialog, OpenWish
from bytescope.ui.dialogs.resize import ResizeDialog
from bytescope.ui.dialogs.select_range import SelectRangeDialog
from bytescope.ui.dialogs.unsaved import UnsavedDialog
from bytescope.ui.dialogs.write_bytes import WriteBytesDialog, WriteWish

SIZE = 1 << 20
NAMES = Names(size=SIZE, start=16, end=32, sel=16, page=0, cursor=16)


@pytest.fixture
def shown(qtbot):
    """Shows a dialog that is closed after the test."""

    def show(dialog):
        qtbot.addWidget(dialog)
        dialog.show()
        return dialog

    return show


def fill_in(qtbot, dialog, name, text):
    edit = dialog.findChild(QLineEdit, name)
    edit.selectAll()
    qtbot.keyClick(edit, Qt.Key.Key_Delete)
    qtbot.keyClicks(edit, text)
    return edit


def said(dialog):
    return dialog.findChild(QLabel, f"{dialog.objectName()}.said").text()


def ok(dialog):
    return dialog.findChild(QPushButton, f"{dialog.objectName()}.ok")


# -- go to ------------------------------------------------------------------------------------


def test_go_to(qtbot, shown):
    dialog = shown(GoToDialog(NAMES, 0x40, history=["p1", "0x10"]))
    edit = fill_in(qtbot, dialog, "go_to.offset", "page 12 + 2")
    value = dialog.findChild(QLabel, "go_to.offset.value")
    assert value.text() == "49,154 (0xC002), page 12, byte 2 of it"
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert dialog.wish() == 12 * 4096 + 2
    assert dialog.history() == ["page 12 + 2", "p1", "0x10"]
    assert not dialog.isVisible()


def test_go_to_begins_at_the_caret_with_all_of_it_selected(shown):
    dialog = shown(GoToDialog(NAMES, 0x40))
    edit = dialog.findChild(QLineEdit, "go_to.offset")
    assert edit.selectedText() == edit.text() == "0x40"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("size+1", "⚠ 0x100001 is past the end; the document's size is 1,048,576 bytes (0x100000)."),
        ("-17", "⚠ This is before offset 0; type 0 or more."),
        ("1 + $", "⚠ Character 5: “$” does not belong in a number; remove it."),
    ],
)
def test_go_to_refuses(qtbot, shown, text, says):
    dialog = shown(GoToDialog(NAMES, 0))
    edit = fill_in(qtbot, dialog, "go_to.offset", text)
    assert dialog.findChild(QLabel, "go_to.offset.value").text() == says
    assert not ok(dialog).isEnabled()
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert dialog.wish() is None


def test_go_to_the_end_is_allowed(qtbot, shown):
    dialog = shown(GoToDialog(NAMES, 0))
    qtbot.keyClick(fill_in(qtbot, dialog, "go_to.offset", "size"), Qt.Key.Key_Return)
    assert dialog.wish() == SIZE


def test_go_to_with_another_title(shown):
    dialog = shown(GoToDialog(NAMES, 0, title="Move Block"))
    assert dialog.windowTitle() == ok(dialog).text() == "Move Block"


# -- select, resize ---------------------------------------------------------------------------


def test_select_range(qtbot, shown):
    dialog = shown(SelectRangeDialog(NAMES, ByteRange(16, 32), SIZE))
    edit = fill_in(qtbot, dialog, "select.pages", "4-7")
    assert said(dialog) == "This will select 16,384 bytes (0x4000) on 4 pages."
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert dialog.wish() == ByteRange(0x4000, 0x8000)


def test_resize(qtbot, shown):
    dialog = shown(ResizeDialog(NAMES, SIZE))
    assert not ok(dialog).isEnabled()
    fill_in(qtbot, dialog, "resize.size", "2Mi")
    assert said(dialog) == "This will add 1,048,576 bytes (0x100000) of 00 at the end."
    edit = fill_in(qtbot, dialog, "resize.size", "size - 1")
    assert said(dialog) == "This will cut 1 byte (0x1) off the end."
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert dialog.wish() == SIZE - 1


@pytest.mark.parametrize("text", ["-1", "1<<63", "8EiB"])
def test_resize_refuses(qtbot, shown, text):
    dialog = shown(ResizeDialog(NAMES, SIZE))
    fill_in(qtbot, dialog, "resize.size", text)
    assert said(dialog).startswith("⚠ Size: This is too ")
    assert not ok(dialog).isEnabled()


# -- write, insert ----------------------------------------------------------------------------


def test_write(qtbot, shown):
    dialog = shown(WriteBytesDialog(NAMES, 4, SIZE))
    edit = fill_in(qtbot, dialog, "write.bytes.hex", "AD AD AD AD")
    assert said(dialog) == "This will change 1 page, 4 bytes (0x4)."
    assert "AD AD AD AD" in dialog.findChild(QLabel, "write.preview").text()
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert dialog.wish() == WriteWish(4, b"\xad" * 4)


def test_write_a_typed_number(qtbot, shown):
    dialog = shown(WriteBytesDialog(NAMES, 0, SIZE))
    qtbot.keyClick(dialog.findChild(QComboBox, "write.bytes.kind"), Qt.Key.Key_End)
    edit = fill_in(qtbot, dialog, "write.bytes.number", "0x1234")
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert dialog.wish() == WriteWish(0, b"\x34\x12\0\0")


def test_write_over_the_end_says_so(qtbot, shown):
    dialog = shown(WriteBytesDialog(NAMES, SIZE - 1, SIZE))
    fill_in(qtbot, dialog, "write.bytes.hex", "AABB")
    assert said(dialog) == (
        "This will change 2 pages, 2 bytes (0x2), and lengthen the document to 1,048,577 (0x100001) bytes."
    )


@pytest.mark.parametrize(
    ("name", "text", "says"),
    [
        ("write.offset", "size+1", "⚠ Offset: 0x100001 is past the end"),
        ("write.bytes.hex", "X", "⚠ Bytes: “X” is not a hex digit"),
        ("write.bytes.hex", "random:5", "⚠ Bytes: this has no length of its own"),
        ("write.bytes.hex", "", "Type hex bytes"),
    ],
)
def test_write_refuses(qtbot, shown, name, text, says):
    dialog = shown(WriteBytesDialog(NAMES, 0, SIZE))
    fill_in(qtbot, dialog, name, text)
    assert said(dialog).startswith(says)
    assert not ok(dialog).isEnabled()


def test_insert_bytes_once(qtbot, shown):
    dialog = shown(InsertDialog(NAMES, 16, SIZE))
    edit = fill_in(qtbot, dialog, "insert.pattern.hex", "0102")
    assert (
        said(dialog) == "This will insert 2 bytes (0x2); the document will have 1,048,578 (0x100002) bytes."
    )
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert dialog.wish() == InsertWish(16, 2, Repeat(b"\1\2"))
    assert dialog.history() == ["0102"]


def test_insert_a_length_of_a_pattern(qtbot, shown):
    dialog = shown(InsertDialog(NAMES, 16, SIZE, history=["random:7"]))
    assert said(dialog).startswith("Length: type how many bytes")
    edit = fill_in(qtbot, dialog, "insert.length", "1Ti")
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert dialog.wish() == InsertWish(16, 1 << 40, SeededRandom(7))


@pytest.mark.parametrize(
    ("name", "text", "says"),
    [
        ("insert.offset", "<-1", "⚠ Offset: 0x100001 is past the end"),
        ("insert.length", "0", "⚠ Length: This is too small; type 1 or more."),
        ("insert.length", "8Ei-1", "⚠ Length: the document would be larger than"),
        ("insert.pattern.hex", "0", "⚠ Pattern: "),
    ],
)
def test_insert_refuses(qtbot, shown, name, text, says):
    dialog = shown(InsertDialog(NAMES, 0, SIZE))
    fill_in(qtbot, dialog, name, text)
    assert said(dialog).startswith(says)
    assert not ok(dialog).isEnabled()


# -- new, open --------------------------------------------------------------------------------


def test_new_memory(qtbot, shown):
    dialog = shown(NewDialog("/tmp"))
    edit = fill_in(qtbot, dialog, "new.size", "1 TiB")
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert dialog.wish() == NewWish(1 << 40, None)


def test_new_file(qtbot, shown, monkeypatch):
    dialog = shown(NewDialog("/somewhere"))
    qtbot.mouseClick(dialog.findChild(QRadioButton, "new.file"), Qt.MouseButton.LeftButton)
    assert said(dialog) == "Choose where the new file goes."
    fill_in(qtbot, dialog, "new.path", "a.bin")
    asked = []

    def answer(_parent, _title, begin, **_options):
        asked.append(begin)
        return "/elsewhere/b.bin", ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    qtbot.mouseClick(dialog.findChild(QPushButton, "new.choose"), Qt.MouseButton.LeftButton)
    assert asked == ["/somewhere/a.bin"]
    qtbot.mouseClick(ok(dialog), Qt.MouseButton.LeftButton)
    assert dialog.wish() == NewWish(1 << 20, "/elsewhere/b.bin")


@pytest.mark.parametrize("text", ["0", "size", "+5", "<3", "", "1<<63"])
def test_new_refuses(qtbot, shown, text):
    dialog = shown(NewDialog("/tmp"))
    fill_in(qtbot, dialog, "new.size", text)
    if text != "+5":
        assert said(dialog).startswith("⚠ Size: ")
    assert ok(dialog).isEnabled() == (text == "+5")


def test_open_window(qtbot, shown):
    dialog = shown(OpenWindowDialog("/tmp/test.bin"))
    fill_in(qtbot, dialog, "open_window.offset", "PAGESIZE*4")
    edit = fill_in(qtbot, dialog, "open_window.length", "PAGESIZE*8")
    qtbot.keyClick(dialog.findChild(QComboBox, "open_window.access"), Qt.Key.Key_End)
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert dialog.wish() == OpenWish("/tmp/test.bin", Access.LIVE, 4 * 4096, 8 * 4096)


def test_open_window_to_the_end(qtbot, shown):
    dialog = shown(OpenWindowDialog("/tmp/test.bin"))
    qtbot.mouseClick(ok(dialog), Qt.MouseButton.LeftButton)
    assert dialog.wish() == OpenWish("/tmp/test.bin", Access.EDIT, 0, None)


def test_open_window_needs_a_path(qtbot, shown):
    dialog = shown(OpenWindowDialog(""))
    assert said(dialog) == "Choose a file."
    assert not ok(dialog).isEnabled()


@pytest.mark.parametrize(
    ("name", "text"), [("offset", "-1"), ("offset", ""), ("length", "0"), ("length", "x")]
)
def test_open_window_refuses(qtbot, shown, name, text):
    dialog = shown(OpenWindowDialog("/tmp/test.bin"))
    fill_in(qtbot, dialog, f"open_window.{name}", text)
    assert said(dialog).startswith(f"⚠ {name.title()}: ")
    assert not ok(dialog).isEnabled()


# -- unsaved, about, keys ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("button", "answer"), [("save", "save"), ("discard", "discard"), ("cancel", "cancel")]
)
def test_unsaved(qtbot, shown, button, answer):
    dialog = shown(UnsavedDialog(["a.bin"], verb="Close"))
    qtbot.mouseClick(dialog.findChild(QPushButton, f"unsaved.{button}"), Qt.MouseButton.LeftButton)
    assert dialog.wish() == answer
    assert not dialog.isVisible()


def test_unsaved_enter_saves_and_escape_cancels(qtbot, shown):
    dialog = shown(UnsavedDialog(["a.bin", "b.bin"], verb="Quit"))
    assert dialog.findChild(QPushButton, "unsaved.save").text() == "&Save All"
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.wish() == "cancel"
    dialog = shown(UnsavedDialog(["a.bin"], verb="Quit"))
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert dialog.wish() == "save"


def test_unsaved_names_are_escaped(shown):
    dialog = shown(UnsavedDialog(["<b>x</b>\u202ecod.exe"]))
    assert dialog.findChild(QListWidget).item(0).text() == "<b>x</b>\\u202ecod.exe"


def test_about(qtbot, shown):
    dialog = shown(AboutDialog())
    text = dialog.findChild(QLabel, "about.text").text()
    assert f"Bytescope {__version__}" in text
    assert "MIT licence" in text
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert not dialog.isVisible()


def test_keys_are_filtered(qtbot, shown):
    dialog = shown(KeysDialog([("Open", "Ctrl+O", "Open a file"), ("Fill", "Ctrl+Shift+F", "Fill a range")]))
    table = dialog.findChild(QTableWidget)
    qtbot.keyClicks(dialog.findChild(QLineEdit, "keys.filter"), "shift")
    assert [table.isRowHidden(row) for row in range(2)] == [True, False]

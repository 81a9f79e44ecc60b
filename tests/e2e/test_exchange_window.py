"""Bytes to other programs and from them, in the real window: menus, dialogs, keys and the clipboard."""

from __future__ import annotations

import base64
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QDialog, QRadioButton
from pytestqt.qtbot import QtBot

from bytescope.core.document.document import Document
from bytescope.core.exchange.addressed import record_lines
from bytescope.core.exchange.forms import FORMS, written
from bytescope.core.exchange.patching import prepare
from bytescope.core.ranges import ByteRange
from bytescope.core.source.memory import MemorySource
from bytescope.core.ticket import Ticket
from bytescope.ui.hex.dragging import FILES, RAW, TEXT, SelectionMime
from bytescope.ui.window import Window
from helpers.driving import child, choose, in_dialog, type_into
from helpers.files import mixed_bytes, sparse_file
from helpers.walking import Walker, choose_file

DATA = mixed_bytes(40 * 4096)


@pytest.fixture
def board(qapp):
    board = QGuiApplication.clipboard()
    board.clear()
    yield board
    board.clear()


@pytest.fixture
def walker(window: Window, qtbot: QtBot, tmp_path: Path) -> Walker:
    walker = Walker(window, qtbot)
    (tmp_path / "data.bin").write_bytes(DATA)
    walker.opens(lambda: window.workspace.open(str(tmp_path / "data.bin")))
    return walker


def content(walker: Walker) -> bytes:
    snapshot = walker.session.document.snapshot()
    return snapshot.read(0, snapshot.size).data


def trigger(walker: Walker, command: str) -> None:
    action = walker.window.actions_table[command]
    assert action.isEnabled(), command
    action.trigger()


def said(walker: Walker, words: str) -> None:
    walker.qtbot.waitUntil(lambda: words in walker.message(), timeout=10_000)


def button(walker: Walker, words: str) -> QAbstractButton:
    """The button of the message that begins with ``words``."""
    return next(b for b in walker.view.strip.findChildren(QAbstractButton) if b.text().startswith(words))


# -- the clipboard -----------------------------------------------------------------------------


@pytest.mark.parametrize("form", [form for form in FORMS if form not in ("hex", "c")])
def test_the_selection_is_copied_in_every_form(walker, board, form):
    walker.session.select(ByteRange(3, 103))
    trigger(walker, f"exchange.copy_{form}")
    walker.qtbot.waitUntil(lambda: board.text() != "")
    assert board.text() == written(form, DATA[3:103], 3)


def test_what_is_too_much_to_copy_can_be_saved(walker, board, tmp_path, qtbot):
    walker.opens(lambda: walker.window.workspace.open(str(sparse_file(tmp_path / "tera", 1 << 40, []))))
    walker.session.select(ByteRange(0, 1 << 30))
    trigger(walker, "exchange.copy_python")
    assert "the clipboard takes" in walker.message()
    in_dialog(
        lambda: button(walker, "Save Selection").click(),
        lambda dialog: choose_file(dialog, tmp_path / "part"),
    )
    said(walker, "1,073,741,824 bytes were written")
    assert (tmp_path / "part").stat().st_blocks == 0


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("hex", "41 42 43"),
        ("base64", "QUJD"),
        ("array", "{65, 0x42, 'C'}"),
        ("text", "ABC"),
        ("dump", "00000000: 4142 43"),
    ],
)
def test_the_clipboard_is_pasted_as_what_it_is_said_to_be(walker, board, kind, text):
    board.setText(text)
    walker.session.set_caret(10)
    trigger(walker, f"exchange.paste_{kind}")
    assert content(walker)[10:13] == b"ABC"
    assert len(content(walker)) == len(DATA)


def test_what_does_not_parse_is_told_and_changes_nothing(walker, board):
    board.setText("41 4G")
    trigger(walker, "exchange.paste_hex")
    assert "Character 5: “G” is not a hex digit;" in walker.message()
    assert not walker.session.document.modified


def test_paste_special_by_keyboard(walker, board):
    board.setText("SGVsbG8=")
    walker.session.set_caret(100)

    def work(dialog: QDialog) -> None:
        choose(dialog, "paste.kind", "Base64")
        assert "48 65 6C 6C 6F" in child(dialog, "paste.preview").property("text")
        between = child(dialog, "paste.between", QRadioButton)
        between.setFocus()
        QTest.keyClick(between, Qt.Key.Key_Space)
        QTest.keyClick(dialog, Qt.Key.Key_Return)

    in_dialog(lambda: walker.keys("Ctrl+Shift+V"), work)
    assert content(walker)[100:105] == b"Hello"
    assert len(content(walker)) == len(DATA) + 5
    assert walker.caret == 105
    walker.keys("Ctrl+Z")
    assert content(walker) == DATA


def test_paste_special_says_what_is_wrong_and_stays(walker, board):
    board.setText("SG?")

    def work(dialog: QDialog) -> None:
        choose(dialog, "paste.kind", "Base64")
        assert "Character 3" in child(dialog, "paste.said").full_text()
        assert not child(dialog, "paste.ok").isEnabled()
        dialog.reject()

    in_dialog(lambda: walker.keys("Ctrl+Shift+V"), work)
    assert not walker.session.document.modified


def test_a_long_clipboard_is_read_in_a_job(walker, board):
    data = DATA[:90_000]
    board.setText(base64.b64encode(data).decode())

    def work(dialog: QDialog) -> None:
        choose(dialog, "paste.kind", "Base64")
        walker.qtbot.waitUntil(child(dialog, "paste.ok").isEnabled, timeout=10_000)
        dialog.accept()

    walker.session.set_caret(1)
    in_dialog(lambda: walker.keys("Ctrl+Shift+V"), work)
    assert content(walker)[1:90_001] == data


# -- other files -------------------------------------------------------------------------------


def test_a_file_is_inserted_at_the_caret_and_taken_out_by_undo(walker, tmp_path):
    (tmp_path / "other").write_bytes(b"inserted")
    walker.session.set_caret(5)
    in_dialog(lambda: walker.keys("Ctrl+Shift+I"), lambda dialog: choose_file(dialog, tmp_path / "other"))
    walker.qtbot.waitUntil(lambda: walker.session.document.modified)
    assert content(walker) == DATA[:5] + b"inserted" + DATA[5:]
    assert walker.picked == ByteRange(5, 13)
    walker.keys("Ctrl+Z")
    assert content(walker) == DATA


def test_the_file_that_is_open_is_not_inserted_into_itself(walker, tmp_path):
    in_dialog(lambda: walker.keys("Ctrl+Shift+I"), lambda dialog: choose_file(dialog, tmp_path / "data.bin"))
    said(walker, "is the file that is open here")


def test_the_selection_is_saved_to_a_file(walker, tmp_path):
    walker.session.select(ByteRange(10, 5000))
    walker.session.write(12, b"edited")
    in_dialog(lambda: walker.keys("Ctrl+Shift+K"), lambda dialog: choose_file(dialog, tmp_path / "part"))
    said(walker, "4,990 bytes were written")
    assert (tmp_path / "part").read_bytes() == content(walker)[10:5000]
    assert walker.session.document.modified


def test_bytes_are_exported_as_records_and_imported_as_a_new_document(walker, tmp_path, qtbot):
    walker.session.select(ByteRange(100, 900))

    def export(dialog: QDialog) -> None:
        choose(dialog, "export-bytes.form", "Motorola")
        type_into(dialog, "export-bytes.base", "0x8000")
        type_into(dialog, "export-bytes.file.path", str(tmp_path / "out.srec"))
        QTest.keyClick(dialog, Qt.Key.Key_Return)

    in_dialog(lambda: trigger(walker, "exchange.export_bytes"), export)
    said(walker, "800 bytes were written")

    def take(dialog: QDialog) -> None:
        assert "from 0x00008000 to 0x0000831F" in child(dialog, "import.told").property("text")
        QTest.keyClick(dialog, Qt.Key.Key_Return)

    with qtbot.waitSignal(walker.window.workspace.opened, timeout=10_000):
        in_dialog(lambda: import_file(walker, tmp_path / "out.srec"), take)
    walker.qtbot.waitUntil(lambda: walker.session.size == 800)
    assert content(walker) == DATA[100:900]
    assert walker.session.document.modified


def import_file(walker: Walker, path: Path) -> None:
    """Begin an import and wait for its dialog, without the system's own."""
    with walker.qtbot.waitSignal(walker.window.commands.exchange.importing.read, timeout=10_000):
        walker.window.commands.exchange.begin_import(str(path))


def test_a_hex_file_goes_onto_the_document_as_one_step(walker, tmp_path):
    lines = record_lines(Document(MemorySource(b"ABC")).snapshot(), "ihex", 0x1010, Ticket())
    (tmp_path / "in.hex").write_text("".join(lines))

    def take(dialog: QDialog) -> None:
        type_into(dialog, "import.base", "0x1000")
        child(dialog, "import.onto", QRadioButton).click()
        QTest.keyClick(dialog, Qt.Key.Key_Return)

    in_dialog(lambda: import_file(walker, tmp_path / "in.hex"), take)
    said(walker, "The bytes were imported")
    assert content(walker) == DATA[:16] + b"ABC" + DATA[19:]
    walker.keys("Ctrl+Z")
    assert content(walker) == DATA


def test_a_damaged_hex_file_is_told_with_its_line(walker, tmp_path):
    (tmp_path / "in.hex").write_text(":0300000041424338\n:00000001FF\n")
    walker.window.commands.exchange.begin_import(str(tmp_path / "in.hex"))
    said(walker, "Line 1 is damaged")


@pytest.mark.parametrize("kind", ["Edit script", "BPS", "IPS"])
def test_unsaved_edits_go_to_another_copy_of_the_file_as_a_patch(walker, tmp_path, kind):
    walker.session.write(3000, b"patched")
    walker.session.delete(ByteRange(0x9000, 0x9800)) if kind != "IPS" else walker.session.fill(
        ByteRange(0x9000, 0x9800), pattern()
    )
    wanted = content(walker)

    def export(dialog: QDialog) -> None:
        choose(dialog, "export-patch.kind", kind)
        type_into(dialog, "export-patch.file.path", str(tmp_path / "p"))
        QTest.keyClick(dialog, Qt.Key.Key_Return)

    in_dialog(lambda: trigger(walker, "exchange.export_patch"), export)
    said(walker, "The patch was written")
    (tmp_path / "copy.bin").write_bytes(DATA)
    walker.opens(lambda: walker.window.workspace.open(str(tmp_path / "copy.bin")))
    in_dialog(lambda: walker.keys("Ctrl+Shift+A"), lambda dialog: choose_file(dialog, tmp_path / "p"))
    said(walker, "Undo takes it back")
    assert content(walker) == wanted
    assert len(walker.session.document.steps) == 1
    walker.keys("Ctrl+Z")
    assert content(walker) == DATA


def pattern():
    from bytescope.core.document.patterns import Repeat

    return Repeat(b"\xab")


@pytest.mark.parametrize("kind", ["BPS", "IPS"])
@pytest.mark.parametrize("backwards", [False, True])
def test_a_patch_is_made_of_two_open_documents(walker, tmp_path, kind, backwards):
    ours = walker.view
    (tmp_path / "two.bin").write_bytes(DATA)
    walker.opens(lambda: walker.window.workspace.open(str(tmp_path / "two.bin")))
    walker.session.write(5000, b"edited, not saved")
    edited = content(walker)
    walker.window.tabs.setCurrentWidget(ours)

    def export(dialog: QDialog) -> None:
        other = child(dialog, "export-patch.tab")
        assert dialog.focusWidget() is other
        assert other.currentText().startswith("two.bin")
        assert not child(dialog, "export-patch.other.path").isEnabled()
        child(dialog, f"export-patch.{'to' if backwards else 'from'}_other").click()
        choose(dialog, "export-patch.kind", kind)
        type_into(dialog, "export-patch.file.path", str(tmp_path / "p"))
        dialog.accept()

    in_dialog(lambda: trigger(walker, "exchange.export_patch"), export)
    said(walker, "The patch was written")
    before, after = (DATA, edited) if backwards else (edited, DATA)
    target = Document(MemorySource(before))
    prepare((tmp_path / "p").read_bytes(), target.snapshot(), Ticket()).adopt(target)
    assert target.snapshot().read(0, target.size).data == after


def test_a_patch_for_another_file_is_asked_about(walker, tmp_path):
    (tmp_path / "p").write_text(
        '{"format": "bytescope-edits", "version": 1, "size": 5}\n'
        '{"op": "write", "at": 1, "hex": "41"}\n{"end": 1}\n'
    )
    walker.window.commands.exchange.exchange.apply_patch(str(tmp_path / "p"))
    said(walker, "is for a document of 5 bytes")
    assert not walker.session.document.modified
    button(walker, "Apply without Checks").click()
    said(walker, "Undo takes it back")
    assert content(walker)[1:2] == b"A"


def test_a_patch_in_live_access_is_stored_at_once(window, qtbot, tmp_path):
    from bytescope.core.source.access import Access

    walker = Walker(window, qtbot)
    path = tmp_path / "live.bin"
    path.write_bytes(DATA)
    walker.opens(lambda: window.workspace.open(str(path), Access.LIVE))
    (tmp_path / "p.ips").write_bytes(b"PATCH\0\0\1\0\2XY\0\0\x09\0\0\0\4zEOF")
    window.commands.exchange.exchange.apply_patch(str(tmp_path / "p.ips"))
    wanted = DATA[:1] + b"XY" + DATA[3:9] + b"zzzz" + DATA[13:]
    walker.qtbot.waitUntil(lambda: path.read_bytes() == wanted)
    walker.qtbot.waitUntil(window.actions_table["edits.undo"].isEnabled)
    walker.keys("Ctrl+Z")
    walker.qtbot.waitUntil(lambda: path.read_bytes() == DATA)


# -- dragging ----------------------------------------------------------------------------------


def test_what_is_dragged_out_is_made_when_it_is_asked_for(walker):
    from bytescope.session.exchange.dragging import Dragged

    dragged = Dragged(walker.session, ByteRange(10, 2000))
    mime = SelectionMime(dragged)
    assert mime.formats() == [RAW, TEXT, FILES]
    assert dragged._path == ""
    assert bytes(mime.data(RAW).data()) == DATA[10:2000]
    assert mime.text() == DATA[10:2000].hex(" ").upper()
    (url,) = mime.urls()
    assert Path(url.toLocalFile()).read_bytes() == DATA[10:2000]


def test_of_a_terabyte_nothing_is_offered_to_others(walker, tmp_path):
    from bytescope.session.exchange.dragging import Dragged

    walker.opens(lambda: walker.window.workspace.open(str(sparse_file(tmp_path / "tera", 1 << 40, []))))
    dragged = Dragged(walker.session, ByteRange(0, 1 << 40))
    assert SelectionMime(dragged).formats() == []
    assert "Save Selection As" in dragged.too_much()


def drop(walker: Walker, mime: QMimeData, offset: int) -> None:
    view = walker.view.hex.view
    walker.view.hex.scroll_to(offset)
    plan, grid = view.plan, view.grid
    line = next(i for i, item in enumerate(view.frame.lines) if item.row == grid.row_of(offset))
    y = plan.y(line) + plan.metrics.line / 2
    x = next(
        x for x in range(round(plan.bytes_x), view.width()) if view.place_at(QPointF(x, y)).offset == offset
    )
    event = QDropEvent(
        QPointF(x + 1, y),
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    view.dropEvent(event)
    assert event.isAccepted()


def test_text_that_is_dropped_is_pasted_where_it_falls(walker):
    mime = QMimeData()
    mime.setText("41 42 43")
    assert walker.view.hex.view.dragging.takes(mime)
    drop(walker, mime, 50)
    assert content(walker)[50:53] == b"ABC"


def test_files_are_not_the_bytes_panels(walker):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile("/etc/hostname")])
    assert not walker.view.hex.view.dragging.takes(mime)


@pytest.mark.parametrize("insert", [False, True])
def test_a_selection_dropped_in_its_own_document_is_copied_there(walker, insert):
    from bytescope.session.exchange.dragging import Dragged

    if insert:
        walker.keys("Ins")
    drop(walker, SelectionMime(Dragged(walker.session, ByteRange(10, 20))), 64)
    at_64 = DATA[10:20] + (DATA[64:] if insert else DATA[74:])
    assert content(walker) == DATA[:64] + at_64
    assert walker.picked == ByteRange(64, 74)


class Drags:
    """Stands for the desktop's part of a drag, which a machine without a screen has not."""

    def __init__(self) -> None:
        self.begun = 0

    def begin(self) -> None:
        self.begun += 1


def test_a_press_on_the_selection_drags_it_and_a_click_puts_the_caret(walker):
    view = walker.view.hex.view
    view.__dict__["dragging"] = drags = Drags()
    walker.session.select(ByteRange(0, 64))
    plan = view.plan
    start = QPointF(plan.bytes_x + 8 * plan.metrics.char, plan.y(1) + plan.metrics.line / 2).toPoint()
    QTest.mousePress(view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start)
    from helpers.walking import move

    move(view, start)
    assert drags.begun == 0
    move(view, start + QPointF(60, 0).toPoint())
    assert drags.begun == 1
    assert walker.picked == ByteRange(0, 64)
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start)
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start)
    assert not walker.picked
    assert drags.begun == 1

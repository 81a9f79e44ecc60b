"""The main job walked through in the real window, by mouse and by keyboard, on files of every size."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from bytescope.core.ranges import PAGESIZE, ByteRange
from bytescope.ui.window import Window
from helpers.driving import choose, click, in_dialog, tool, type_into
from helpers.files import mixed_bytes, noise_bytes, sparse_file, text_bytes
from helpers.walking import Walker, choose_file

TIB = 1 << 40


@pytest.fixture
def walker(window: Window, qtbot: QtBot) -> Walker:
    return Walker(window, qtbot)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """96 pages and a bit, of all kinds."""
    file = tmp_path / "mixed.bin"
    file.write_bytes(mixed_bytes(96 * PAGESIZE) + text_bytes(100))
    return file


@pytest.fixture
def tera(tmp_path: Path) -> Path:
    return sparse_file(tmp_path / "tera.bin", TIB, [(0, text_bytes(8192)), (TIB // 2, noise_bytes(8192))])


@pytest.fixture(params=["file", "terabyte", "memory"])
def document(request: pytest.FixtureRequest, walker: Walker) -> Walker:
    """A walker in front of a document: a small file, a sparse terabyte, memory without a file."""
    if request.param == "file":
        walker.open(request.getfixturevalue("path"))
    elif request.param == "terabyte":
        walker.open(request.getfixturevalue("tera"))
    else:
        walker.opens(lambda: in_dialog(lambda: walker.keys("Ctrl+N"), _new_memory))
    return walker


def _new_memory(dialog: QDialog) -> None:
    type_into(dialog, "new.size", "96*PAGESIZE+100")
    click(dialog, "new.ok")


def fill_with(digits: str) -> Callable[[QDialog], None]:
    """Works on the Fill dialog: what is typed goes into the pattern, Return fills."""

    def ask(dialog: QDialog) -> None:
        type_into(dialog, "fill.pattern.hex", digits)
        click(dialog, "fill.ok")

    return ask


def step_pages(walker: Walker) -> int:
    return walker.map.pages_per_cell


# -- the map and the bytes --------------------------------------------------------------------


def test_a_click_on_a_cell_shows_that_page_in_the_hex_panel(document: Walker) -> None:
    page = 7 * step_pages(document)
    document.click_page(page)
    assert document.caret == page * PAGESIZE
    view = document.view.hex.view
    assert view.frame.caret is not None
    assert document.view.hex.first_offset <= page * PAGESIZE


def test_a_drag_on_the_map_selects_whole_pages(document: Walker) -> None:
    cell = step_pages(document)
    document.drag_pages(3 * cell, 9 * cell)
    assert document.picked == ByteRange(3 * cell * PAGESIZE, 10 * cell * PAGESIZE)


def test_shift_click_extends_the_selection(document: Walker) -> None:
    cell = step_pages(document)
    document.click_page(3 * cell)
    document.click_page(5 * cell, Qt.KeyboardModifier.ShiftModifier)
    assert document.picked.pages.end == 6 * cell


def test_a_fill_from_the_toolbar_shows_on_the_map_and_in_the_bytes(document: Walker) -> None:
    cell = step_pages(document)
    document.drag_pages(3 * cell, 9 * cell)
    before = document.cell_colour(4 * cell)
    in_dialog(lambda: tool(document.window, "edits.fill"), fill_with("C3"))
    assert document.edited() == [(3 * cell, 10 * cell)]
    assert document.bytes(3 * cell * PAGESIZE, 3) == b"\xc3" * 3
    document.settle()
    assert document.cell_colour(4 * cell) != before


def test_undo_of_a_fill_brings_the_picture_back(document: Walker) -> None:
    cell = step_pages(document)
    document.drag_pages(3 * cell, 9 * cell)
    old = document.bytes(4 * cell * PAGESIZE, 16)
    in_dialog(lambda: tool(document.window, "edits.fill"), fill_with("C3"))
    tool(document.window, "edits.undo")
    assert document.edited() == []
    assert document.bytes(4 * cell * PAGESIZE, 16) == old
    tool(document.window, "edits.redo")
    assert document.bytes(4 * cell * PAGESIZE, 1) == b"\xc3"


def test_typing_in_both_columns(document: Walker) -> None:
    document.bytes(0, 64)
    document.click_byte(18)
    document.type("4F6b")
    document.click_byte(32, "text")
    document.type("Hello")
    assert document.bytes(18, 2) == b"Ok"
    assert document.bytes(32, 5) == b"Hello"
    assert document.edited() == [(0, 1)]


def test_insert_mode_and_delete_change_the_length(document: Walker) -> None:
    size, head = document.session.size, document.bytes(0, 4)
    document.view.hex.setFocus()
    document.keys("Ins")
    document.type("ABCD")
    assert document.session.size == size + 2
    assert document.bytes(0, 6) == b"\xab\xcd" + head
    document.keys("Backspace", "Delete")
    assert document.bytes(0, 4) == b"\xab" + head[1:]
    document.keys("Ctrl+Z", "Ctrl+Z", "Ctrl+Z")
    assert (document.session.size, document.edited()) == (size, [])


def test_insert_by_dialog_and_delete_by_toolbar(document: Walker) -> None:
    size, head = document.session.size, document.bytes(0, 4)

    def ask(dialog: QDialog) -> None:
        type_into(dialog, "insert.pattern.hex", "01 02 03")
        click(dialog, "insert.ok")

    in_dialog(lambda: tool(document.window, "edits.insert"), ask)
    assert document.bytes(0, 7) == b"\1\2\3" + head
    document.session.select(ByteRange(0, 3))
    tool(document.window, "edits.delete")
    assert (document.session.size, document.bytes(0, 4)) == (size, head)


def test_n_and_p_on_the_map_go_to_edited_pages(document: Walker) -> None:
    cell = step_pages(document)
    for page in (2 * cell, 40 * cell):
        document.session.write(page * PAGESIZE + 5, b"x")
    document.keys("F6", "N")
    assert document.caret == 2 * cell * PAGESIZE
    document.keys("N")
    assert document.caret == 40 * cell * PAGESIZE
    document.keys("P")
    assert document.caret == 2 * cell * PAGESIZE


def test_the_status_bar_says_insert_mode(document: Walker) -> None:
    assert document.window.status.mode.text() == "OVR"
    document.view.hex.setFocus()
    document.keys("Ins")
    assert document.window.status.mode.text() == "INS"


# -- the keyboard alone -----------------------------------------------------------------------


def test_fill_by_keyboard_alone_goes_to_the_disk(walker: Walker, path: Path, qtbot: QtBot) -> None:
    expected = bytearray(path.read_bytes())
    walker.open(path)
    walker.keys("F6", "Right", "Right", "Shift+Right")
    picked = walker.picked

    def ask(_dialog: QDialog) -> None:
        walker.type("A5")
        walker.keys("Return")

    in_dialog(lambda: walker.keys("Ctrl+Shift+F"), ask)
    walker.keys("Return")
    walker.type("77")
    expected[picked.start : picked.end] = b"\xa5" * picked.length
    expected[walker.caret - 1] = 0x77
    with qtbot.waitSignal(walker.view.saving.saved):
        walker.keys("Ctrl+S")
    assert path.read_bytes() == bytes(expected)


def test_go_to_and_back_by_keyboard(document: Walker) -> None:
    def ask(_dialog: QDialog) -> None:
        document.type("p12+3")
        document.keys("Return")

    in_dialog(lambda: document.keys("Ctrl+G"), ask)
    assert document.caret == 12 * PAGESIZE + 3
    document.keys("Alt+Left")
    assert document.caret == 0
    document.keys("Alt+Right")
    assert document.caret == 12 * PAGESIZE + 3
    document.keys("Alt+Down", "Alt+Down", "Alt+Up")
    assert document.caret == 13 * PAGESIZE + 3


def test_the_ends_of_the_document_by_keyboard(document: Walker) -> None:
    document.keys("F7", "Ctrl+End")
    assert document.caret >= document.session.size - 1
    document.keys("Ctrl+Home")
    assert document.caret == 0


def test_select_a_range_by_keyboard(document: Walker) -> None:
    def ask(dialog: QDialog) -> None:
        document.type("0x1000")
        type_into(dialog, "select.length", "16")
        document.keys("Return")

    in_dialog(lambda: document.keys("Ctrl+E"), ask)
    assert document.picked == ByteRange(0x1000, 0x1010)


# -- saving -----------------------------------------------------------------------------------


@pytest.mark.skipif(not shutil.which("cmp"), reason="needs cmp")
def test_save_turns_edited_into_saved_and_cmp_agrees(
    walker: Walker, path: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    model = bytearray(path.read_bytes())
    model[5 * PAGESIZE : 7 * PAGESIZE] = b"\xaa" * 2 * PAGESIZE
    wanted = tmp_path / "wanted"
    wanted.write_bytes(model)
    walker.open(path)
    walker.drag_pages(5, 6)
    in_dialog(lambda: tool(walker.window, "edits.fill"), fill_with("AA"))
    edited = walker.cell_colour(5)
    assert path.read_bytes() != bytes(model)
    with qtbot.waitSignal(walker.view.saving.saved):
        tool(walker.window, "files.save")
    assert subprocess.run(["cmp", str(path), str(wanted)], check=False).returncode == 0
    assert (walker.edited(), walker.saved()) == ([], [(5, 7)])
    walker.settle()
    assert walker.cell_colour(5) != edited
    assert not walker.window.actions_table["files.save"].isEnabled()


def test_what_was_saved_is_what_is_shown(walker: Walker, path: Path, qtbot: QtBot) -> None:
    walker.open(path)
    walker.bytes(0, 8)
    walker.keys("F7")
    walker.type("FFEE")
    with qtbot.waitSignal(walker.view.saving.saved):
        walker.keys("Ctrl+S")
    assert walker.bytes(0, 2) == b"\xff\xee"


def test_undo_after_a_save_shows_the_old_bytes_again(walker: Walker, path: Path, qtbot: QtBot) -> None:
    walker.open(path)
    old = walker.bytes(0, 8)
    walker.keys("F7")
    walker.type("FFEE")
    with qtbot.waitSignal(walker.view.saving.saved):
        walker.keys("Ctrl+S")
    walker.keys("Ctrl+Z")
    assert walker.bytes(0, 8) == old
    assert walker.edited() == [(0, 1)]


def test_a_changed_byte_of_a_terabyte_is_saved_at_once(walker: Walker, tera: Path, qtbot: QtBot) -> None:
    walker.open(tera)
    walker.session.go_to(TIB // 2 + 1)
    walker.keys("F7")
    walker.bytes(TIB // 2, 16)
    walker.type("EE")
    with qtbot.waitSignal(walker.view.saving.saved):
        walker.keys("Ctrl+S")
    with tera.open("rb") as file:
        file.seek(TIB // 2 + 1)
        assert file.read(1) == b"\xee"
    assert tera.stat().st_blocks * 512 < 1 << 20


def test_an_insertion_is_asked_about_and_saved_as_a_new_file(
    walker: Walker, path: Path, qtbot: QtBot
) -> None:
    old = path.read_bytes()
    walker.open(path)
    walker.session.insert(10, b"new")
    walker.keys("Ctrl+S")
    qtbot.waitUntil(lambda: walker.message() != "")
    with qtbot.waitSignal(walker.view.saving.saved):
        click(walker.view.strip, "message.save")
    assert path.read_bytes() == old[:10] + b"new" + old[10:]


def test_save_as_writes_another_file_and_goes_on_with_it(
    document: Walker, tmp_path: Path, qtbot: QtBot
) -> None:
    if document.session.size > TIB // 2:
        document.session.resize(1 << 20)
    document.session.write(100, b"copied")
    target = tmp_path / "copy.bin"
    with qtbot.waitSignal(document.view.saving.saved):
        in_dialog(lambda: document.keys("Ctrl+Shift+S"), lambda ask: choose_file(ask, target))
    assert target.read_bytes()[100:106] == b"copied"
    assert target.stat().st_size == document.session.size
    assert document.window.windowTitle().startswith("copy.bin")
    assert not document.session.document.modified


def test_save_of_a_document_in_memory_asks_where(walker: Walker, tmp_path: Path, qtbot: QtBot) -> None:
    walker.opens(lambda: in_dialog(lambda: walker.keys("Ctrl+N"), _new_memory))
    target = tmp_path / "made.bin"
    with qtbot.waitSignal(walker.view.saving.saved):
        in_dialog(lambda: walker.keys("Ctrl+S"), lambda ask: choose_file(ask, target))
    assert target.read_bytes() == bytes(96 * PAGESIZE + 100)


def test_a_new_file_is_made_by_the_dialog(walker: Walker, tmp_path: Path) -> None:
    target = tmp_path / "zeros.bin"

    def ask(dialog: QDialog) -> None:
        type_into(dialog, "new.size", "1Ti")
        click(dialog, "new.file")
        type_into(dialog, "new.path", str(target))
        click(dialog, "new.ok")

    session = walker.opens(lambda: in_dialog(lambda: walker.keys("Ctrl+N"), ask))
    assert (session.size, target.stat().st_blocks) == (TIB, 0)


def test_reload_asks_and_drops_the_edits(walker: Walker, path: Path, qtbot: QtBot) -> None:
    walker.open(path)
    walker.session.write(0, b"edit")
    path.write_bytes(b"theirs" + path.read_bytes()[6:])
    with qtbot.waitSignal(walker.session.changed):
        in_dialog(lambda: walker.keys("F5"), lambda ask: click(ask, "unsaved.discard"))
    assert walker.bytes(0, 6) == b"theirs"
    assert walker.edited() == []


def test_revert_page_takes_only_that_page_back(walker: Walker, path: Path) -> None:
    walker.open(path)
    walker.session.write(0, b"one")
    walker.session.write(5 * PAGESIZE, b"two")
    walker.click_page(5)
    tool(walker.window, "edits.revert")
    assert walker.edited() == [(0, 1)]


def test_live_access_by_the_menu_stores_at_once(walker: Walker, path: Path, qtbot: QtBot) -> None:
    def ask(dialog: QDialog) -> None:
        type_into(dialog, "open_window.path", str(path))
        choose(dialog, "open_window.access", "Live")
        click(dialog, "open_window.ok")

    walker.opens(lambda: in_dialog(lambda: walker.keys("Ctrl+Shift+O"), ask))
    walker.bytes(0, 16)
    walker.keys("F7")
    walker.type("A")
    qtbot.waitUntil(lambda: path.read_bytes()[0] >> 4 == 0xA)

"""The window while another process works on the open file: the banner, the question, the differences."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from bytescope.core.ranges import PAGESIZE, ByteRange
from bytescope.core.search.wanted import Wanted
from bytescope.session.search.found_list import Asked
from bytescope.ui.dialogs.differences import DifferencesDialog
from bytescope.ui.window import Window
from helpers.driving import child, click
from helpers.files import noise_bytes
from helpers.walking import Walker

PAGES = 64


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "disk.img"
    file.write_bytes(noise_bytes(PAGES * PAGESIZE))
    return file


@pytest.fixture
def walker(window: Window, qtbot: QtBot) -> Walker:
    return Walker(window, qtbot)


@pytest.fixture
def open_file(walker: Walker, path: Path, qtbot: QtBot) -> Walker:
    walker.open(path)
    rest(walker)
    return walker


def rest(walker: Walker) -> None:
    session = walker.session
    walker.qtbot.waitUntil(lambda: not session.jobs.busy and not session.survey.running, timeout=20_000)


def elsewhere(path: Path, act: str) -> None:
    """Another process does something to the file."""
    script = f"import os,sys; path=sys.argv[1]; fd=os.open(path,os.O_RDWR); {act}"
    subprocess.run([sys.executable, "-c", script, str(path)], check=True)


def look(walker: Walker) -> str:
    watch, jobs = walker.view.watch, walker.session.jobs
    # A look under way may have been made before what is to be seen.
    walker.qtbot.waitUntil(lambda: not jobs.has(f"watch {id(watch)}"))
    watch._rested = 0.0
    watch.look()
    rest(walker)
    strip = walker.view.strip
    return strip.text() if strip.isVisible() else ""


def test_the_banner_names_pages_and_stays_away_once_dismissed(open_file: Walker, path: Path) -> None:
    elsewhere(path, "os.pwrite(fd, b'theirs', 3*4096)")
    assert "Page 3 changed." in look(open_file)
    assert "changed by another program" in open_file.map.model.describe(open_file.map.map_view.cell_of(3))
    click(open_file.view.strip, "message.dismiss")
    assert look(open_file) == ""
    elsewhere(path, "os.pwrite(fd, b'more', 5*4096)")
    assert "Pages 3 and 5 changed." in look(open_file)
    QTest.keyClick(open_file.view.strip, Qt.Key.Key_Escape)
    assert look(open_file) == ""


def test_the_banner_comes_back_after_another_message(open_file: Walker, path: Path) -> None:
    elsewhere(path, "os.pwrite(fd, b'theirs', 3*4096)")
    said = look(open_file)
    open_file.view.tell("info", "Something else.")
    assert open_file.message() == "Something else."
    open_file.view.strip.hide()
    assert open_file.message() == said
    assert open_file.view.strip.isVisible()


def test_the_banner_goes_when_it_is_pointless(open_file: Walker, path: Path) -> None:
    away = path.with_suffix(".away")
    path.rename(away)
    assert "deleted or renamed" in look(open_file)
    away.rename(path)
    assert look(open_file) == ""


def test_a_touch_says_nothing_and_a_save_over_it_does_not_ask(
    open_file: Walker, path: Path, qtbot: QtBot
) -> None:
    open_file.session.write(7, b"mine")
    elsewhere(path, "os.utime(path)")
    with qtbot.waitSignal(open_file.view.saving.saved):
        open_file.keys("Ctrl+S")
    assert path.read_bytes()[7:11] == b"mine"


def test_a_save_over_their_change_asks_and_the_key_at_hand_writes_nothing(
    open_file: Walker, path: Path, qtbot: QtBot
) -> None:
    open_file.session.write(3 * PAGESIZE + 100, b"mine")
    open_file.session.write(9, b"mine")
    elsewhere(path, "os.pwrite(fd, b'theirs', 3*4096)")
    now = path.read_bytes()
    open_file.keys("Ctrl+S")
    qtbot.waitUntil(lambda: "nothing was written" in open_file.message())
    text = open_file.message()
    assert "Page 3 changed; it has your edits." in text
    assert "drops your 2 unsaved steps" in text
    cancel = child(open_file.view.strip, "message.cancel", QPushButton)
    qtbot.waitUntil(cancel.hasFocus)
    QTest.keyClick(cancel, Qt.Key.Key_Space)
    assert path.read_bytes() == now
    assert open_file.session.document.modified


def test_theirs_is_reloaded_and_mine_dropped(open_file: Walker, path: Path, qtbot: QtBot) -> None:
    open_file.session.write(9, b"mine")
    elsewhere(path, "os.pwrite(fd, b'theirs', 3*4096)")
    open_file.keys("Ctrl+S")
    qtbot.waitUntil(lambda: "nothing was written" in open_file.message())
    before = open_file.session.file
    click(open_file.view.strip, "message.reload_theirs")
    qtbot.waitUntil(lambda: open_file.session.file is not before)
    assert not open_file.session.document.modified
    assert look(open_file) == ""


def test_mine_takes_the_place_of_a_file_that_was_put_there(
    open_file: Walker, path: Path, qtbot: QtBot
) -> None:
    open_file.session.write(9, b"mine")
    mine = bytearray(path.read_bytes())
    mine[9:13] = b"mine"
    other = path.with_suffix(".new")
    other.write_bytes(b"quite another file")
    other.rename(path)
    open_file.keys("Ctrl+S")
    qtbot.waitUntil(lambda: "nothing was written" in open_file.message())
    with qtbot.waitSignal(open_file.view.saving.saved):
        click(open_file.view.strip, "message.save_mine")
    assert path.read_bytes() == mine


def test_differences_are_listed_shown_and_gone_to_by_keyboard(
    open_file: Walker, path: Path, qtbot: QtBot
) -> None:
    open_file.session.write(3 * PAGESIZE + 16, b"\x00\x01")
    elsewhere(path, "[os.pwrite(fd, b'theirs', p*4096) for p in (3, 40)]")
    look(open_file)
    click(open_file.view.strip, "message.show_differences")
    dialog = open_file.window.findChild(DifferencesDialog)
    assert dialog is not None
    qtbot.waitUntil(lambda: dialog.table.rowCount() == 2)
    texts = [[dialog.table.item(row, column).text() for column in range(4)] for row in range(2)]  # type: ignore[union-attr]
    assert texts[0] == ["3", "0x3000", "mine and theirs", "2"]
    assert texts[1][:3] == ["40", "0x28000", "theirs"]
    assert child(dialog, "differences.said", QLabel).text() == "1 page: theirs; 1 page: mine and theirs."
    shown = child(dialog, "differences.bytes", QPlainTextEdit)
    qtbot.waitUntil(lambda: "0000003010" in shown.toPlainText())
    assert "Theirs (the file now)" in shown.toPlainText()
    qtbot.waitUntil(dialog.table.hasFocus)
    QTest.keyClick(dialog.table, Qt.Key.Key_Down)
    QTest.keyClick(dialog.table, Qt.Key.Key_Return)
    assert open_file.caret == 40 * PAGESIZE
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_keys_step_through_pages_that_others_changed(open_file: Walker, path: Path) -> None:
    elsewhere(path, "[os.pwrite(fd, b'theirs', p*4096) for p in (3, 40)]")
    look(open_file)
    places = []
    for keys in ("F8", "F8", "Shift+F8"):
        open_file.keys(keys)
        places.append(open_file.caret // PAGESIZE)
    assert places == [3, 40, 3]


def test_lost_pages_are_said_to_be_lost_wherever_they_are_used(
    open_file: Walker, path: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    kept = path.read_bytes()[: 10 * PAGESIZE]
    elsewhere(path, "os.truncate(path, 10*4096)")
    assert "pages 10–63 are gone" in look(open_file)
    open_file.view.finder.find(Asked(Wanted("hex", "00 00 00 00 00")), True)
    with qtbot.waitSignal(open_file.view.finder.state_changed) as found:
        pass
    assert found.args == ["Not found in this document, but 216 KiB of it could not be read.", False]
    open_file.session.select(ByteRange(9 * PAGESIZE, 11 * PAGESIZE))
    open_file.view.hex.copy("hex")
    qtbot.waitUntil(lambda: "4,096 of the copied bytes could not be read" in open_file.message())
    target = tmp_path / "copy.img"
    with qtbot.waitSignal(open_file.view.saving.failed):
        open_file.view.saving.save_as(bytes(target), overwrite=False)
    assert not target.exists()
    with qtbot.waitSignal(open_file.view.saving.saved) as saved:
        click(open_file.view.strip, "message.save_with_00_there")
    assert "could not be read and are 00 in the new file" in saved.args[0]
    assert target.read_bytes() == kept + bytes(54 * PAGESIZE)


def test_a_program_that_writes_all_the_time_does_not_hold_the_window(
    open_file: Walker, path: Path, qtbot: QtBot
) -> None:
    script = (
        "import os,sys\nfd=os.open(sys.argv[1],os.O_RDWR)\n"
        "for i in range(3000): os.pwrite(fd,bytes([i%255+1])*64,(i*7%32)*4096)\n"
    )
    writer = subprocess.Popen([sys.executable, "-c", script, str(path)])
    while writer.poll() is None:
        open_file.view.watch.look()
        open_file.keys("Down")
        qtbot.waitUntil(lambda: not open_file.session.jobs.has(f"watch {id(open_file.view.watch)}"))
    text = look(open_file)
    assert "Pages 0–31 changed." in text
    assert os.path.exists(path)

"""The old way of working, to the byte: two mappings of one file in Live access, checked by ``od``."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from bytescope.core.ranges import PAGESIZE, ByteRange
from bytescope.core.source.access import Access
from bytescope.session.session import Session
from bytescope.ui.window import Window
from helpers.driving import choose, click, in_dialog, tool, type_into

EXPECTED = """\
0000000 0088 0000 adad adad 0000 0000 0000 0000
0000020 0000 0000 0000 0000 0000 0000 0000 0000
*
0040000 aaaa aaaa aaaa aaaa aaaa aaaa aaaa aaaa
*
0050000 0000 0000 0000 0000 0000 0000 0000 0000
*
4000000
"""

pytestmark = pytest.mark.skipif(not (shutil.which("od") and shutil.which("dd")), reason="needs od and dd")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "test.bin"
    subprocess.run(
        ["dd", "if=/dev/zero", f"of={file}", "bs=1024", "count=1024"], check=True, capture_output=True
    )
    return file


def open_live(window: Window, qtbot: QtBot, path: Path, offset: str, length: str) -> Session:
    """Open a window of the file by the menu's dialog."""

    def ask(dialog: QDialog) -> None:
        type_into(dialog, "open_window.path", str(path))
        type_into(dialog, "open_window.offset", offset)
        type_into(dialog, "open_window.length", length)
        choose(dialog, "open_window.access", "Live")
        click(dialog, "open_window.ok")

    with qtbot.waitSignal(window.workspace.opened) as opened:
        in_dialog(window.actions_table["files.open_window"].trigger, ask)
    session = opened.args[0]
    assert isinstance(session, Session)
    assert session.access is Access.LIVE
    return session


def write(window: Window, qtbot: QtBot, session: Session, offset: str, digits: str) -> None:
    def ask(dialog: QDialog) -> None:
        type_into(dialog, "write.offset", offset)
        type_into(dialog, "write.bytes.hex", digits)
        click(dialog, "write.ok")

    with qtbot.waitSignal(session.changed):
        in_dialog(lambda: tool(window, "edits.write"), ask)


def fill(window: Window, qtbot: QtBot, session: Session, start: str, length: str, digits: str) -> None:
    def ask(dialog: QDialog) -> None:
        type_into(dialog, "fill.start", start)
        type_into(dialog, "fill.length", length)
        type_into(dialog, "fill.pattern.hex", digits)
        click(dialog, "fill.ok")

    with qtbot.waitSignal(session.changed):
        in_dialog(lambda: tool(window, "edits.fill"), ask)


def shows(qtbot: QtBot, session: Session, offset: int, expected: bytes) -> None:
    """Waits until the session's views would show ``expected``, fetched as they do."""
    session.bytes.ask(ByteRange.of(offset, len(expected)))

    def there() -> None:
        got = session.bytes.get(offset, len(expected))
        assert got is not None
        assert got.data == expected

    qtbot.waitUntil(there)


def test_two_live_windows_store_what_od_prints(window: Window, qtbot: QtBot, path: Path) -> None:
    whole = open_live(window, qtbot, path, "0", "1Mi")
    write(window, qtbot, whole, "0", "88")
    fill(window, qtbot, whole, "4", "4", "AD")
    assert path.read_bytes()[:8] == bytes.fromhex("88000000adadadad")  # stored at once, before any flush

    part = open_live(window, qtbot, path, "PAGESIZE*4", "PAGESIZE*8")
    assert part.size == 8 * PAGESIZE
    with qtbot.waitSignal(whole.changed):
        fill(window, qtbot, part, "0", "0x1000", "AA")
    shows(qtbot, whole, 4 * PAGESIZE, b"\xaa" * 4)

    window.tabs.setCurrentIndex(0)
    with qtbot.waitSignal(part.changed):
        write(window, qtbot, whole, "PAGESIZE*5", "00")
    shows(qtbot, part, PAGESIZE - 1, b"\xaa\x00")

    view = window.current
    assert view is not None
    with qtbot.waitSignal(view.saving.saved):
        tool(window, "files.save")
    shown = subprocess.run(["od", "-x", str(path)], check=True, capture_output=True, text=True).stdout
    assert shown == EXPECTED


def test_our_own_dump_prints_the_same(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from bytescope.cli import main

    data = bytearray(path.read_bytes())
    data[0] = 0x88
    data[4:8] = b"\xad" * 4
    data[0x4000:0x5000] = b"\xaa" * 0x1000
    path.write_bytes(bytes(data))
    assert main(["dump", str(path), "--od"]) == 0
    assert capsys.readouterr().out == EXPECTED

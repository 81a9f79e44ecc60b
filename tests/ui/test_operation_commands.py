"""Operations in the real window, by keys alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QComboBox
from pytestqt.qtbot import QtBot

from bytescope.core.ranges import PAGESIZE, ByteRange
from bytescope.core.source.access import Access
from bytescope.session.workspace import Workspace
from bytescope.ui.dialogs.operation import OperationDialog
from bytescope.ui.widgets.bytes_preview import BytesPreview
from bytescope.ui.window import Window
from helpers.driving import shut
from helpers.walking import Walker

DATA = bytes(range(256)) * (4 * PAGESIZE // 256)


@pytest.fixture
def walker(qtbot: QtBot, tmp_path: Path) -> Walker:
    path = tmp_path / "data.bin"
    path.write_bytes(DATA)
    window = Window(Workspace(None))
    qtbot.addWidget(window, before_close_func=shut)
    window.resize(1200, 800)
    window.show()
    walker = Walker(window, qtbot)
    walker.open(path)
    walker.settle()
    return walker


def text(walker: Walker) -> bytes:
    return walker.session.document.snapshot().read(0, walker.session.size).data


def answer(qtbot: QtBot, seen: list[str]) -> None:
    """Type into the dialog that is about to open: waits for its preview, then Enter."""

    def act() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, OperationDialog):
            QTimer.singleShot(10, act)
            return
        preview = dialog.findChild(BytesPreview)
        assert preview is not None
        box = dialog.findChild(QComboBox, "operation.way")
        assert dialog.focusWidget() is box
        qtbot.keyClick(box, Qt.Key.Key_N)
        qtbot.waitUntil(lambda: "FD FC" in preview.text())
        seen.append(preview.text())
        qtbot.keyClick(box, Qt.Key.Key_Return)

    QTimer.singleShot(0, act)


def test_a_range_is_inverted_by_keys(walker: Walker, qtbot: QtBot) -> None:
    walker.session.select(ByteRange(2, 10))
    seen: list[str] = []
    answer(qtbot, seen)
    walker.window.actions_table["operations.choose"].trigger()
    qtbot.waitUntil(lambda: walker.session.document.modified)
    assert text(walker) == DATA[:2] + bytes(255 - v for v in DATA[2:10]) + DATA[10:]
    assert walker.session.document.steps == ["Invert 8 bytes"]
    assert "02 03 04" in seen[0]
    assert "FD FC FB" in seen[0]
    walker.keys("Ctrl+Z")
    assert text(walker) == DATA


def test_live_access_stores_at_once_and_takes_back(walker: Walker, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "live.bin"
    path.write_bytes(DATA)
    session = walker.window.workspace.open_now(str(path), Access.LIVE)
    from bytescope.core.document.transforms import Rule, Way

    session.transform(ByteRange(0, 16), Rule(Way.REVERSE))
    qtbot.waitUntil(lambda: session.document.index == 1)
    assert path.read_bytes() == DATA[15::-1] + DATA[16:]
    session.replace_each([ByteRange(0, 2), ByteRange(100, 102)], b"xy")
    qtbot.waitUntil(lambda: session.document.index == 2)
    assert path.read_bytes()[100:102] == b"xy"
    session.undo()
    session.undo()
    qtbot.waitUntil(lambda: session.document.index == 0)
    qtbot.waitUntil(lambda: not session.jobs.busy)
    assert path.read_bytes() == DATA


def test_what_the_document_was_before_is_not_changed(walker: Walker, qtbot: QtBot) -> None:
    """An edit while the operation is worked out: nothing is done, and it is told."""
    session = walker.session
    with qtbot.waitSignal(session.told) as told:
        session.replace_each([ByteRange(0, 1)], b"longer")
        session.write(5, b"!")
    assert "meanwhile" in told.args[1]
    assert text(walker) == DATA[:5] + b"!" + DATA[6:]


def test_all_hits_are_replaced_in_a_job(walker: Walker, qtbot: QtBot) -> None:
    session = walker.session
    done: list[object] = []
    hits = [ByteRange.of(at, 1) for at in range(65, len(DATA), 256)]
    session.replace_each(hits, b"<A>", done.append)
    qtbot.waitUntil(lambda: bool(done))
    assert text(walker) == DATA.replace(b"A", b"<A>")
    session.undo()
    assert text(walker) == DATA

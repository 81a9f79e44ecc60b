"""What a live edit without room for undo asks in the window."""

from __future__ import annotations

import random
from pathlib import Path

from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from bytescope.core.document.live import LiveDocument
from bytescope.core.document.patterns import Repeat
from bytescope.core.ranges import ByteRange
from bytescope.core.source.access import Access
from bytescope.core.source.opening import open_file
from bytescope.session.workspace import Workspace
from bytescope.ui.window import Window


def test_the_way_round_is_a_button(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "live.bin"
    path.write_bytes(random.Random(2).randbytes(1 << 18))
    window = Window(Workspace(None))
    qtbot.addWidget(window)
    window.show()
    session = window.workspace.open_now(str(path), Access.LIVE)
    session.replace_document(LiveDocument(open_file(str(path), Access.LIVE), added_budget=4096))
    view = window.current
    assert view is not None
    with qtbot.waitSignal(session.asked):
        session.fill(ByteRange(0, 1 << 18), Repeat(b"\x00"))
    button = view.strip.findChild(QPushButton, "message.do_it_without_undo")
    assert button is not None
    with qtbot.waitSignal(session.changed):
        button.click()
    assert path.read_bytes() == bytes(1 << 18)
    assert not view.strip.isVisible()
    window.close()

"""A session knows whether anybody can see it."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from bytescope.session.workspace import Workspace
from bytescope.ui.window import Window
from helpers.driving import shut


def test_only_the_document_that_can_be_seen_is_awake(qtbot: QtBot, tmp_path: Path) -> None:
    workspace = Workspace(None)
    for name in ("one", "other"):
        (tmp_path / name).write_bytes(b"x" * 10_000)
        workspace.open_now(str(tmp_path / name))
    window = Window(workspace)
    qtbot.addWidget(window, before_close_func=shut)
    window.show()
    qtbot.waitUntil(lambda: all(view.map is not None for view in window.views), timeout=30_000)
    one, other = (view.session.layers for view in window.views)

    def asleep() -> tuple[bool, bool]:
        return one.asleep, other.asleep

    assert asleep() == (True, False)
    told = []
    one.shown_changed.connect(lambda: told.append(one.asleep))
    window.tabs.setCurrentIndex(0)
    assert asleep() == (False, True)
    assert told == [False]
    window.showMinimized()
    qtbot.waitUntil(lambda: asleep() == (True, True))
    window.showNormal()
    qtbot.waitUntil(lambda: asleep() == (False, True))

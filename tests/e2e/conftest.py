"""The real window for the tests that walk through it."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from bytescope.session.workspace import Workspace
from bytescope.ui.window import Window
from helpers.driving import shut
from helpers.walking import MakeWindow


@pytest.fixture
def make_window(qtbot: QtBot) -> MakeWindow:
    """Opens windows that read and keep settings in the file that is given, or nowhere."""

    def make(settings: Path | None = None) -> Window:
        window = Window(Workspace(settings))
        qtbot.addWidget(window, before_close_func=shut)
        window.show()
        return window

    return make


@pytest.fixture
def window(make_window: MakeWindow, qtbot: QtBot) -> Window:
    """An empty window that keeps nothing, with all its commands and docks."""
    window = make_window()
    with qtbot.waitSignal(window.settled, timeout=30_000):
        pass
    return window

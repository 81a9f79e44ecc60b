"""What the window makes before the first bytes are painted, what after, and that nothing jumps."""

from __future__ import annotations

import gc
import threading
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from bytescope.core.source.file import FileSource
from bytescope.session.workspace import Workspace
from bytescope.ui import toolkit
from bytescope.ui.actions import ACTS
from bytescope.ui.late_acts import LATE_ACTS
from bytescope.ui.loading import SLICE_SECONDS, Loading
from bytescope.ui.window import Window
from helpers.driving import shut


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "data.bin"
    file.write_bytes(bytes(range(256)) * 64)
    return file


@pytest.fixture
def make(qtbot: QtBot) -> Callable[[Workspace], Window]:
    def window(workspace: Workspace) -> Window:
        made = Window(workspace)
        qtbot.addWidget(made, before_close_func=shut)
        return made

    return window


def opened(path: Path, settings: Path | None = None) -> Workspace:
    workspace = Workspace(settings)
    workspace.open_now(str(path))
    return workspace


def test_a_window_shows_what_is_open_already(make, path: Path) -> None:
    window = make(opened(path))
    assert [view.session.name for view in window.views] == ["data.bin"]
    assert window.windowTitle().startswith("data.bin")
    assert "start" not in vars(window)


def test_the_rest_is_made_when_the_first_bytes_are_painted(make, path: Path, qtbot: QtBot) -> None:
    window = make(opened(path))
    icons = [window.actions_table[act.id].icon().cacheKey() for act in ACTS if act.icon]
    assert len(set(icons)) == 1
    assert window.docks is None
    with qtbot.waitSignal(window.settled):
        window.show()
    assert window.views[0].hex.view.frame.data[:4] == b"\0\1\2\3"
    assert window.docks is not None
    qtbot.waitUntil(lambda: not window.actions_table._timer.isActive())
    icons = [window.actions_table[act.id].icon().cacheKey() for act in ACTS if act.icon]
    assert len(set(icons)) == len(icons)


def test_icons_and_docks_that_come_later_move_nothing(make, path: Path, qtbot: QtBot) -> None:
    window = make(opened(path))
    places = []
    view = window.views[0]
    view.first_painted.connect(lambda: places.append(_places(window)))
    window.show()
    qtbot.waitUntil(lambda: window.docks is not None and not window.actions_table._timer.isActive())
    qtbot.waitUntil(window.isVisible)
    assert places == [_places(window)]


def _places(window: Window) -> list[object]:
    widgets = [window.centralWidget(), window.status, *window.findChildren(object, "toolbar")]
    return [widget.geometry() for widget in widgets]


def test_a_medium_that_does_not_answer_does_not_hold_up_the_rest(
    make, path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer = threading.Event()

    def read_into(source: FileSource, offset: int, buffer: memoryview) -> tuple[()]:
        answer.wait()
        return ()

    monkeypatch.setattr(FileSource, "read_into", read_into)
    window = make(opened(path))
    try:
        with qtbot.waitSignal(window.settled):
            window.show()
        assert not window.views[0].hex.view._complete
    finally:
        answer.set()


def test_open_docks_are_there_at_once_the_next_time(make, path: Path, tmp_path: Path, qtbot: QtBot) -> None:
    settings = tmp_path / "settings.json"
    window = make(opened(path, settings))
    with qtbot.waitSignal(window.settled):
        window.show()
    window.docks.dock("history").show()
    window.close()
    again = make(opened(path, settings))
    assert again.docks is not None
    assert not again.docks.dock("history").isHidden()


def test_every_command_of_the_table_has_a_method(make, qtbot: QtBot) -> None:
    window = make(Workspace(None))
    with qtbot.waitSignal(window.settled):
        window.show()
    assert {*LATE_ACTS} < {act for act, _ in window.actions_table}
    for act, _ in window.actions_table:
        group, _, name = act.id.partition(".")
        assert act.choice or callable(getattr(getattr(window.commands, group), name)), act.id


def test_a_choice_of_a_menu_reaches_the_session(make, path: Path) -> None:
    window = make(opened(path))
    window.actions_table["look.group_4"].trigger()
    assert window.views[0].session.view.group == 4
    window.actions_table["look.fold"].trigger()
    assert window.views[0].session.view.fold


def test_the_classes_of_qt_are_made_in_short_slices(qtbot: QtBot) -> None:
    workspace = Workspace(None)
    loading = Loading(workspace.jobs)
    with qtbot.waitSignal(loading.map_ready, timeout=20000):
        loading.start(iter(()))
    assert loading.has_map
    assert SLICE_SECONDS < 0.01
    workspace.shut_down(wait_seconds=60)


def test_events_come_between_the_steps_of_a_start(qtbot: QtBot) -> None:
    seen: list[str] = []

    def steps() -> Iterator[None]:
        for _ in range(3):
            QTimer.singleShot(0, partial(seen.append, "event"))
            end = time.monotonic() + 2 * SLICE_SECONDS
            while time.monotonic() < end:
                pass
            seen.append("step")
            yield

    workspace = Workspace(None)
    loading = Loading(workspace.jobs)
    with qtbot.waitSignal(loading.map_ready, timeout=20000):
        loading.start(steps())
    assert seen.count("event") == 3
    assert seen.index("event") <= 2  # after the second step at the latest
    workspace.shut_down(wait_seconds=60)


def test_garbage_is_looked_for_when_asked() -> None:
    was = gc.isenabled()
    gc.disable()
    try:
        toolkit.look_for_garbage()
        assert gc.isenabled()
    finally:
        gc.unfreeze()
        gc.enable() if was else gc.disable()


def test_an_open_dock_that_loads_much_waits_for_the_map(
    make, path: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    settings = tmp_path / "settings.json"
    window = make(opened(path, settings))
    with qtbot.waitSignal(window.settled):
        window.show()
    window.docks.show("timeline")
    window.close()
    again = make(opened(path, settings))
    dock = again.docks.dock("timeline")
    again.show()
    assert not dock.isHidden()
    assert dock.widget() is None
    qtbot.waitUntil(lambda: dock.widget() is not None, timeout=20_000)
    assert dock.widget().plot.isVisible()

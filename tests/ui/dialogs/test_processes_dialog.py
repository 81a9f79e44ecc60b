"""The table of processes that use a file, and the commands that watch, by mouse and by key."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from bytescope.core.ranges import PAGESIZE, PageRange
from bytescope.core.source import guard
from bytescope.core.source.access import Access
from bytescope.core.touched.layers import Layer
from bytescope.session.session import Session
from bytescope.session.states.auditing import auditing_of
from bytescope.session.states.processes import processes_of
from bytescope.session.states.watching import watching_of
from bytescope.session.workspace import Workspace
from bytescope.ui.dialogs.processes import ProcessesDialog
from bytescope.ui.window import Window
from helpers.driving import shut
from helpers.toucher import Toucher

PATIENCE = 30_000


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "file"
    with path.open("wb", buffering=0) as file:
        for page in reversed(range(64)):
            os.pwrite(file.fileno(), bytes(PAGESIZE), page * PAGESIZE)
    return path


@pytest.fixture
def workspace(qtbot: QtBot) -> Iterator[Workspace]:
    made = Workspace(None)
    yield made
    made.shut_down(30)


@pytest.fixture
def session(workspace: Workspace, path: Path) -> Session:
    return workspace.open_now(str(path))


@pytest.fixture
def dialog(session: Session, qtbot: QtBot) -> Iterator[ProcessesDialog]:
    made = ProcessesDialog(session, None)
    made.show()
    qtbot.waitUntil(lambda: made.table.rowCount() > 0, timeout=PATIENCE)
    yield made
    if isValid(made):
        made.close()


def row_of(dialog: ProcessesDialog, pid: int) -> int:
    numbers = [dialog.table.item(row, 0).text() for row in range(dialog.table.rowCount())]
    return numbers.index(str(pid)) if str(pid) in numbers else -1


def again(dialog: ProcessesDialog, qtbot: QtBot) -> None:
    with qtbot.waitSignal(processes_of(dialog._session).listed, timeout=PATIENCE):
        qtbot.keyClick(dialog, Qt.Key.Key_F5)


def test_names_who_and_how(dialog: ProcessesDialog, path: Path, qtbot: QtBot) -> None:
    assert dialog._said.text().startswith("No other process uses this file.")
    with Toucher(path) as toucher:
        toucher.do("name <b>bold", "map shared", "store 5", "store 6")
        again(dialog, qtbot)
        row = row_of(dialog, toucher.pid)
        texts = [dialog.table.item(row, column).text() for column in range(5)]
    assert texts[1] == "<b>bold"
    assert texts[3] == "2"
    assert texts[4] == "mapped shared, read and write; open for reading and writing"
    assert dialog._said.text().startswith("1 other process uses this file.")
    ours = row_of(dialog, os.getpid())
    assert dialog.table.item(ours, 1).text().endswith("(this program)")
    assert dialog.table.item(ours, 3).text() == ""


def test_the_pages_of_one_are_shown_on_the_map(
    dialog: ProcessesDialog, session: Session, path: Path, qtbot: QtBot
) -> None:
    with Toucher(path) as toucher:
        toucher.do("map shared", "store 5")
        again(dialog, qtbot)
        dialog.table.selectRow(row_of(dialog, toucher.pid))
        qtbot.keyClick(dialog.table, Qt.Key.Key_Return)
        assert processes_of(session).followed == toucher.pid
        assert Layer.MAPPED in session.layers.shown
        assert dialog._followed.text() == f"The map shows the pages that process {toucher.pid} has mapped."
        qtbot.waitUntil(lambda: session.layers.state(Layer.MAPPED).runs is not None, timeout=PATIENCE)
        runs = session.layers.runs(Layer.MAPPED, PageRange(0, 64))
        assert runs is not None
        assert list(runs.runs()) == [PageRange(5, 6)]
        dialog._show_all()
        assert processes_of(session).followed is None


def test_what_only_has_it_open_cannot_be_shown(dialog: ProcessesDialog) -> None:
    dialog.table.selectRow(row_of(dialog, os.getpid()))
    assert not dialog.show_button.isEnabled()
    dialog._show_on_map()
    assert dialog._said.text() == f"Process {os.getpid()} has the file open but maps no page of it."


def test_one_that_can_be_shown_is_picked_at_first(session: Session, path: Path, qtbot: QtBot) -> None:
    with Toucher(path) as open_only, Toucher(path) as mapping:
        mapping.do("map shared")
        made = ProcessesDialog(session, None)
        qtbot.waitUntil(lambda: made.table.rowCount() == 3, timeout=PATIENCE)
        assert made.table.currentRow() == row_of(made, mapping.pid)
        assert row_of(made, open_only.pid) >= 0
        made.close()


def test_escape_closes_it(dialog: ProcessesDialog, qtbot: QtBot) -> None:
    with qtbot.waitSignal(dialog.destroyed):
        qtbot.keyClick(dialog.table, Qt.Key.Key_Escape)


# -- the commands ---------------------------------------------------------------------------------


@pytest.fixture
def window(qtbot: QtBot) -> Window:
    made = Window(Workspace(None))
    qtbot.addWidget(made, before_close_func=shut)
    made.show()
    return made


def ready(window: Window, path: Path, access: Access, qtbot: QtBot) -> Session:
    session = window.workspace.open_now(str(path), access)
    qtbot.waitUntil(lambda: window.current is not None and window.current.map is not None, timeout=PATIENCE)
    qtbot.waitUntil(lambda: "watching.reads" in {act.id for act, _ in window.actions_table})
    return session


def test_the_list_is_there_once(window: Window, path: Path, qtbot: QtBot) -> None:
    ready(window, path, Access.EDIT, qtbot)
    for _ in range(2):
        window.actions_table["watching.processes"].trigger()
    dialogs = window.findChildren(ProcessesDialog)
    assert len(dialogs) == 1
    qtbot.waitUntil(lambda: dialogs[0].table.rowCount() > 0, timeout=PATIENCE)
    dialogs[0].close()


def test_the_audit_is_started_and_stopped(window: Window, path: Path, qtbot: QtBot) -> None:
    if not guard.install():
        pytest.skip("no guard on this system")
    session = ready(window, path, Access.LIVE, qtbot)
    action = window.actions_table["watching.stores"]
    action.trigger()
    auditing, layers = auditing_of(session), session.layers
    qtbot.waitUntil(
        lambda: layers.state(Layer.STORED).runs is not None or not auditing.running, timeout=PATIENCE
    )
    if not auditing.running:
        pytest.skip("this kernel has no store audit")
    assert action.isChecked()
    session.write(5 * PAGESIZE, b"x")
    qtbot.waitUntil(lambda: layers.state(Layer.STORED).runs.pages == 1, timeout=PATIENCE)  # type: ignore[union-attr]
    window.actions_table["watching.stores_anew"].trigger()
    qtbot.waitUntil(lambda: layers.state(Layer.STORED).runs.pages == 0, timeout=PATIENCE)  # type: ignore[union-attr]
    # Another document has none; back again it is still on.
    window.workspace.new_memory(PAGESIZE)
    assert not action.isChecked()
    window.tabs.setCurrentIndex(0)
    assert action.isChecked()
    action.trigger()
    assert not action.isChecked()
    assert not auditing.running


def test_an_audit_is_for_live_documents(window: Window, path: Path, qtbot: QtBot) -> None:
    ready(window, path, Access.EDIT, qtbot)
    assert not window.actions_table["watching.stores"].isEnabled()
    assert window.actions_table["watching.processes"].isEnabled()


def test_a_watch_that_is_refused_is_not_checked(
    window: Window, path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = ready(window, path, Access.EDIT, qtbot)
    monkeypatch.setattr("os.geteuid", lambda: 1000)
    action = window.actions_table["watching.reads"]
    action.trigger()
    assert action.isChecked()
    qtbot.waitUntil(lambda: not watching_of(session).running, timeout=PATIENCE)
    assert not action.isChecked()

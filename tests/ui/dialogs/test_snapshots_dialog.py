"""The list of snapshots, and the commands that lead to it."""

import pytest
from PySide6.QtWidgets import QFileDialog, QPushButton

from bytescope.core.ranges import PAGESIZE, PageRange
from bytescope.core.storage.private import StateFolder
from bytescope.core.touched.layers import Layer
from bytescope.session.compare.snapshots import Taking
from bytescope.session.survey.memory import Memory
from bytescope.session.workspace import Workspace
from bytescope.ui.dialogs.snapshots import SnapshotsDialog
from bytescope.ui.window import Window
from helpers.files import noise_bytes


@pytest.fixture
def window(qtbot, tmp_path):
    path = tmp_path / "disk.img"
    path.write_bytes(noise_bytes(500 * PAGESIZE))
    workspace = Workspace(None, private_folder=tmp_path / "state")
    made = Window(workspace)
    workspace.memory = Memory(workspace, StateFolder(tmp_path / "cache"))
    qtbot.addWidget(made)
    workspace.open_now(str(path))
    made.show()
    qtbot.waitUntil(lambda: made.current.map is not None)
    yield made
    workspace.shut_down(wait_seconds=60)


@pytest.fixture
def dialog(window, qtbot):
    keeper = window.commands.memory.keeper
    made = SnapshotsDialog(keeper, True, window)
    made.compare_wished.connect(window.commands.memory._compare)
    made.show()
    settle(window, qtbot)
    yield made
    made.close()
    made.deleteLater()


def settle(window, qtbot):
    qtbot.waitUntil(lambda: not window.workspace.jobs.busy, timeout=20_000)


def press(dialog, key):
    dialog.findChild(QPushButton, f"snapshots.{key}").click()


def take(window, qtbot, name="before"):
    session = window.current.session
    Taking(session, window.workspace.private_folder, session).take(name)
    settle(window, qtbot)
    window.commands.memory.keeper.look()
    settle(window, qtbot)


def test_a_snapshot_is_listed_and_compared(window, dialog, qtbot):
    take(window, qtbot)
    assert [dialog.table.item(0, column).text() for column in (0, 1, 4)] == ["before", "disk.img", "500"]
    session = window.current.session
    session.write(9 * PAGESIZE, b"edit")
    press(dialog, "compare")
    settle(window, qtbot)
    runs = session.layers.runs(Layer.DIFFERENT, PageRange(0, 500))
    session.undo()  # else the window asks what is to become of it
    assert (runs.firsts.tolist(), runs.ends.tolist()) == ([9], [10])


def test_delete_asks_once(window, dialog, qtbot):
    take(window, qtbot)
    press(dialog, "delete")
    settle(window, qtbot)
    assert dialog.said.is_fault
    assert dialog.table.rowCount() == 1
    press(dialog, "delete")
    settle(window, qtbot)
    assert dialog.table.rowCount() == 0
    assert not dialog.findChild(QPushButton, "snapshots.compare").isEnabled()


def test_it_is_exported_and_imported(window, dialog, qtbot, tmp_path, monkeypatch):
    path = str(tmp_path / "out")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (path, ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (path, ""))
    take(window, qtbot)
    press(dialog, "export")
    settle(window, qtbot)
    press(dialog, "import")
    settle(window, qtbot)
    assert dialog.table.rowCount() == 2


# what is remembered


def test_the_menu_says_how_much_is_remembered(window, qtbot):
    settle(window, qtbot)
    window.workspace.memory._on_time()
    settle(window, qtbot)
    window.commands.memory.show_state()
    settle(window, qtbot)
    forget = window.actions_table["memory.forget"]
    assert "KiB" in forget.text()
    forget.trigger()
    settle(window, qtbot)
    assert "(" not in forget.text()
    assert not forget.isEnabled()


def test_remembering_is_switched_off_and_on(window):
    window.commands.memory.show_state()
    action = window.actions_table["memory.remember"]
    assert action.isChecked()
    action.trigger()
    assert not window.workspace.settings.remember_pages
    assert not action.isChecked()
    action.trigger()
    assert window.workspace.settings.remember_pages


def test_memory_for_the_map_is_chosen(window):
    window.actions_table["memory.most_512"].trigger()
    assert window.workspace.settings.map_memory == 512
    assert window.current.session.survey.budget == 512 << 20
    assert window.actions_table["memory.most_512"].isChecked()

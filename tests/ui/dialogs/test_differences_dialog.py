"""The list of differences says whose change each page is, and lets itself be closed in every way."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox

from bytescope.session.workspace import Workspace
from bytescope.ui.dialogs.differences import DifferencesDialog


@pytest.fixture
def session(qtbot, tmp_path):
    path = tmp_path / "file"
    path.write_bytes(bytes(range(1, 251)) * 100)
    workspace = Workspace()
    workspace.open_now(path.as_posix())
    yield workspace.sessions[0]
    workspace.shut_down(wait_seconds=60)


@pytest.fixture
def dialog(qtbot, session):
    session.write(10, b"\xff")
    made = DifferencesDialog(session, None)
    made.show()
    qtbot.waitUntil(lambda: made.table.rowCount() == 1)
    return made


def test_names_what_i_changed(dialog):
    texts = [dialog.table.item(0, column).text() for column in range(4)]
    dialog.close()
    assert texts[:2] == ["0", "0x0"]
    assert texts[2].startswith("mine")
    assert texts[3] == "1"


def test_escape_closes_it(qtbot, dialog):
    with qtbot.waitSignal(dialog.destroyed):
        qtbot.keyClick(dialog.table, Qt.Key.Key_Escape)


def test_its_button_closes_it(qtbot, dialog):
    box = dialog.findChild(QDialogButtonBox)
    close = next(b for b in box.buttons() if b.objectName() == "differences.close")
    with qtbot.waitSignal(dialog.destroyed):
        qtbot.mouseClick(close, Qt.MouseButton.LeftButton)


def test_the_window_manager_closes_it(qtbot, dialog):
    with qtbot.waitSignal(dialog.destroyed):
        dialog.close()

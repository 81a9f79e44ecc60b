"""After a program that was killed: the window offers, asks, and does only what the person chooses."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QFileDialog, QTableWidget, QWidget
from pytestqt.qtbot import QtBot

from bytescope.core.storage.pending import leftovers
from bytescope.core.storage.private import StateFolder
from bytescope.session.workspace import Workspace
from bytescope.ui.dialogs.recovery import RecoveryDialog
from bytescope.ui.window import Window
from helpers.driving import child, click, in_dialog, shut
from helpers.leftovers import leave, with_two_writes
from helpers.walking import Walker

OLD = bytes(range(256)) * 64
NEW = with_two_writes(OLD)


@pytest.fixture
def state(tmp_path: Path) -> StateFolder:
    return StateFolder(tmp_path / "state")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "data.bin"
    file.write_bytes(OLD)
    return file


@pytest.fixture
def window(qtbot: QtBot, state: StateFolder) -> Window:
    made = Window(Workspace(None, private_folder=Path(os.fsdecode(state.root))))
    qtbot.addWidget(made, before_close_func=shut)
    made.show()
    return made


@pytest.fixture
def walker(window: Window, qtbot: QtBot) -> Walker:
    return Walker(window, qtbot)


def offered(walker: Walker) -> str:
    """What the window offers at its start."""
    recovering = walker.window.commands.recovering
    assert recovering is not None
    with walker.qtbot.waitSignal(recovering.leftovers.found, timeout=10_000):
        recovering.offer()
    return walker.message()


def press(walker: Walker, dialog: QDialog, *keys: str) -> None:
    """Press buttons of the dialog one after the other, each when it is possible."""
    for key in keys:
        wait_until_possible(walker, child(dialog, f"recovery.{key}"))
        click(dialog, f"recovery.{key}")


def wait_until_possible(walker: Walker, button: QWidget) -> None:
    walker.qtbot.waitUntil(lambda: button.isEnabled() and button.isVisible(), timeout=10_000)


def in_recovery(walker: Walker, *keys: str, ends: str = "") -> None:
    """Open the dialog by the menu, press, and wait until it closes or press ``ends``."""

    def work(dialog: QDialog) -> None:
        assert isinstance(dialog, RecoveryDialog)
        walker.qtbot.waitUntil(lambda: dialog.table.rowCount() > 0, timeout=10_000)
        press(walker, dialog, *keys)
        if ends:
            press(walker, dialog, ends)
        walker.qtbot.waitUntil(lambda: not dialog.isVisible(), timeout=10_000)

    in_dialog(walker.window.actions_table["files.recover"].trigger, work)


def test_nothing_is_offered_where_nothing_is_left(walker: Walker) -> None:
    assert offered(walker) == ""


def test_what_is_left_is_offered_and_nothing_done(
    walker: Walker, state: StateFolder, path: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other"
    other.write_bytes(OLD)
    leave(state, path)
    leave(state, other, save_dies_at=1)
    mixed = other.read_bytes()
    assert offered(walker) == "Unsaved edits of 1 document and 1 interrupted save can be recovered."
    assert walker.window.views == []
    assert (path.read_bytes(), other.read_bytes()) == (OLD, mixed)
    in_dialog(lambda: click(walker.window.start, "message.recover"), lambda ask: click(ask, "recovery.later"))
    assert len(leftovers(state)) == 2


def test_recovered_edits_are_unsaved_steps(walker: Walker, state: StateFolder, path: Path) -> None:
    leave(state, path)
    walker.opens(lambda: in_recovery(walker, "recover"))
    assert walker.bytes(0, len(OLD)) == NEW
    assert walker.session.document.modified
    assert path.read_bytes() == OLD
    walker.keys("Ctrl+Z", "Ctrl+Z")
    assert walker.bytes(0, len(OLD)) == OLD
    walker.keys("Ctrl+Y", "Ctrl+Y")
    assert walker.bytes(0, len(OLD)) == NEW
    with walker.qtbot.waitSignal(walker.view.saved, timeout=20_000):
        walker.keys("Ctrl+S")
    assert path.read_bytes() == NEW
    walker.qtbot.waitUntil(lambda: leftovers(state) == [] and not walker.view.saving.running, timeout=10_000)


def test_the_keyboard_is_enough(walker: Walker, state: StateFolder, path: Path) -> None:
    leave(state, path)

    def work(dialog: QDialog) -> None:
        assert isinstance(dialog, RecoveryDialog)
        walker.qtbot.waitUntil(lambda: dialog.table.rowCount() == 1, timeout=10_000)
        assert dialog.focusWidget() is dialog.table
        QTest.keyClick(dialog.table, Qt.Key.Key_Return)
        walker.qtbot.waitUntil(lambda: not dialog.isVisible(), timeout=10_000)

    walker.opens(lambda: in_dialog(walker.window.actions_table["files.recover"].trigger, work))
    assert len(walker.window.views) == 1
    assert walker.bytes(0, len(OLD)) == NEW


def test_recovered_edits_keep_their_log(walker: Walker, state: StateFolder, path: Path, qtbot: QtBot) -> None:
    """A second crash loses nothing: the log is there all the time, and holds what was added."""
    leave(state, path)
    (item,) = leftovers(state)
    assert item.edits is not None
    walker.opens(lambda: in_recovery(walker, "recover"))
    log = walker.session.edit_log
    assert log is not None
    qtbot.waitUntil(lambda: log.pen.for_save().name is not None, timeout=10_000)
    assert state.names("logs")
    assert leftovers(state) == []  # it is in use
    with qtbot.waitSignal(log.written, timeout=10_000):
        walker.session.write(100, b"more")
    assert len(state.names("logs")) == 1


def test_a_changed_file_is_asked_about_again(walker: Walker, state: StateFolder, path: Path) -> None:
    leave(state, path)
    path.write_bytes(b"theirs" + OLD[6:] + b"longer")
    walker.opens(lambda: in_recovery(walker, "recover", "question.yes"))
    assert walker.bytes(0, 25) == b"theirs" + OLD[6:16] + b"first new"


def test_a_save_is_rolled_back_in_the_dialog_then_its_edits_recovered(
    walker: Walker, state: StateFolder, path: Path
) -> None:
    leave(state, path, save_dies_at=1)
    walker.opens(lambda: in_recovery(walker, "roll_back", "recover"))
    assert path.read_bytes() == OLD
    assert walker.bytes(0, len(OLD)) == NEW


def test_a_save_is_completed_in_the_dialog(walker: Walker, state: StateFolder, path: Path) -> None:
    leave(state, path, save_dies_at=1)
    in_recovery(walker, "complete")
    assert path.read_bytes() == NEW
    assert leftovers(state) == []


def test_discard_asks(walker: Walker, state: StateFolder, path: Path) -> None:
    leave(state, path)
    in_recovery(walker, "discard", "question.no", ends="later")
    assert len(leftovers(state)) == 1
    in_recovery(walker, "discard", "question.yes")
    assert leftovers(state) == []
    assert path.read_bytes() == OLD


def test_export_writes_another_file(
    walker: Walker, state: StateFolder, path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    leave(state, path)
    out = tmp_path / "out"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(out), ""))
    in_recovery(walker, "export", ends="later")
    walker.qtbot.waitUntil(out.exists, timeout=10_000)
    walker.qtbot.waitUntil(lambda: not walker.window.workspace.jobs.shown, timeout=10_000)
    assert out.read_bytes() == NEW
    assert path.read_bytes() == OLD


def test_the_list_shows_each_and_its_edits(
    walker: Walker, state: StateFolder, path: Path, tmp_path: Path
) -> None:
    odd = tmp_path / "<h1>odd"
    odd.write_bytes(OLD)
    leave(state, path, save_dies_at=1)
    leave(state, odd)
    odd.unlink()

    def work(dialog: QDialog) -> None:
        assert isinstance(dialog, RecoveryDialog)
        table: QTableWidget = dialog.table
        walker.qtbot.waitUntil(lambda: table.rowCount() == 2, timeout=10_000)
        cells = [[table.item(row, column).text() for column in range(4)] for row in range(2)]
        assert [row[0] for row in cells] == [str(odd), str(path)]
        assert [row[2] for row in cells] == ["2 unsaved edits", "interrupted save, 2 unsaved edits"]
        assert [row[3] for row in cells] == ["not there", "partly old, partly new"]
        assert not child(dialog, "recovery.recover").isEnabled()
        QTest.keyClick(table, Qt.Key.Key_Down)
        assert child(dialog, "recovery.roll_back").isEnabled()
        click(dialog, "recovery.show")
        assert "Write 10 bytes" in dialog.details.toPlainText()
        assert "9 bytes at 16 (0x10)" in dialog.details.toPlainText()
        QTest.keyClick(dialog, Qt.Key.Key_Escape)

    in_dialog(walker.window.actions_table["files.recover"].trigger, work)
    assert len(leftovers(state)) == 2


ANSWERS = {
    "roll_back": (OLD, "edit"),
    "complete": (NEW, "edit"),
    "read": (None, "read"),
}


@pytest.mark.parametrize(("answer", "expected"), ANSWERS.items(), ids=ANSWERS)
def test_a_half_saved_file_is_asked_about_before_it_is_opened(
    walker: Walker, state: StateFolder, path: Path, answer: str, expected: tuple[bytes | None, str]
) -> None:
    leave(state, path, save_dies_at=1)
    mixed = path.read_bytes()

    def opening() -> None:
        with walker.qtbot.waitSignal(walker.window.workspace.opened, timeout=10_000):
            walker.window.workspace.open(path)
            wait_for_dialog(walker, lambda ask: click(ask, f"cut_off.{answer}"))

    opening()
    walker.settle()
    content, access = expected
    assert path.read_bytes() == (content or mixed)
    assert walker.session.access.value == access
    assert walker.bytes(0, len(OLD)) == (content or mixed)


def test_not_answering_opens_nothing(walker: Walker, state: StateFolder, path: Path) -> None:
    leave(state, path, save_dies_at=1)
    mixed = path.read_bytes()
    with walker.qtbot.waitSignal(walker.window.workspace.cut_off, timeout=10_000):
        walker.window.workspace.open(path)
    wait_for_dialog(walker, lambda ask: click(ask, "cut_off.cancel"))
    assert walker.window.views == []
    assert path.read_bytes() == mixed
    assert len(leftovers(state)) == 1


def wait_for_dialog(walker: Walker, work: object) -> None:
    """Until a dialog comes by itself, and do ``work`` on it."""

    def until_closed() -> None:
        from PySide6.QtWidgets import QApplication

        walker.qtbot.waitUntil(lambda: driver.done, timeout=10_000)
        walker.qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None, timeout=10_000)

    from helpers.driving import _Driver

    driver = _Driver(work)  # type: ignore[arg-type]
    until_closed()
    driver.stop()
    if driver.error is not None:
        raise driver.error


def test_the_faces_of_the_question_have_names(walker: Walker, state: StateFolder, path: Path) -> None:
    leave(state, path, save_dies_at=1)
    found: list[str] = []

    def look(ask: QDialog) -> None:
        from helpers.faces import nameless_inputs, rich_labels

        found.extend([*nameless_inputs(), *rich_labels()])
        found.extend(w.objectName() for w in ask.findChildren(QWidget, "nothing"))
        click(ask, "cut_off.cancel")

    walker.window.workspace.open(path)
    wait_for_dialog(walker, look)
    assert found == []


def test_a_save_over_a_half_saved_file_leads_to_the_dialog(
    walker: Walker, state: StateFolder, path: Path
) -> None:
    leave(state, path, save_dies_at=1)
    walker.opens(lambda: walker.window.workspace.open(path, asked=True))
    walker.session.write(0, b"x")
    with walker.qtbot.waitSignal(walker.view.save_failed, timeout=10_000):
        walker.keys("Ctrl+S")
    assert "complete it or roll it back first" in walker.message()
    in_dialog(lambda: click(walker.view, "message.recover"), lambda ask: click(ask, "recovery.later"))
    assert walker.session.document.modified


@pytest.mark.parametrize("edited", [False, True], ids=["unedited", "edited"])
def test_a_tab_without_edits_is_taken_for_what_is_recovered(
    walker: Walker, state: StateFolder, path: Path, edited: bool
) -> None:
    leave(state, path)
    walker.open(path)
    if edited:
        walker.session.write(200, b"mine")
    in_recovery(walker, "recover")
    walker.qtbot.waitUntil(lambda: len(walker.window.views) == (2 if edited else 1))
    walker.settle()
    assert walker.bytes(0, len(OLD)) == NEW
    assert walker.window.tabs.tabText(walker.window.tabs.currentIndex()) == "data.bin*"
    walker.keys("Ctrl+Z", "Ctrl+Z")
    assert walker.bytes(0, len(OLD)) == OLD
    walker.keys("Ctrl+Y", "Ctrl+Y")
    assert walker.bytes(0, len(OLD)) == NEW

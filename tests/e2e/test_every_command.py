"""Every command of the action table, triggered on every kind of document: none is dead, none breaks."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QDialog, QMenu
from pytestqt.qtbot import QtBot

from bytescope.core.ranges import ByteRange
from bytescope.core.source.access import Access
from bytescope.ui.window import Window
from helpers.files import mixed_bytes, sparse_file
from helpers.walking import Walker

LAST = ("files.close", "files.quit")


class Closer(QObject):
    """Closes every dialog that opens, as a person does with Escape."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []
        self._timer = QTimer(self)
        self._timer.setInterval(2)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def _look(self) -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QDialog):
            self.seen.append(dialog.objectName() or dialog.windowTitle())
            dialog.reject()

    def stop(self) -> None:
        self._timer.stop()


@pytest.fixture
def walker(window: Window, qtbot: QtBot) -> Walker:
    return Walker(window, qtbot)


def trigger_all(window: Window) -> list[str]:
    """Trigger what can be triggered, in the order of the table; returns the dialogs that came."""
    closer = Closer()
    try:
        for act, action in window.actions_table:
            if action.isEnabled() and act.id not in LAST and act.id != "files.demo":
                action.trigger()
    finally:
        closer.stop()
    return closer.seen


def test_without_a_document_only_what_makes_sense_can_be_done(window: Window) -> None:
    possible = {act.id for act, action in window.actions_table if action.isEnabled()}
    assert possible == {act.id for act, _ in window.actions_table if act.when == "always"}
    assert "new" in trigger_all(window)


def small(walker: Walker, folder: Path) -> None:
    path = folder / "small.bin"
    path.write_bytes(mixed_bytes(40 * 4096))
    walker.window.workspace.open_now(str(path))


def terabyte(walker: Walker, folder: Path) -> None:
    walker.window.workspace.open_now(str(sparse_file(folder / "tera", 1 << 40, [(5 << 30, b"island")])))


def memory(walker: Walker, folder: Path) -> None:
    walker.window.workspace.new_memory(1 << 40)


def empty(walker: Walker, folder: Path) -> None:
    (folder / "empty").touch()
    walker.window.workspace.open_now(str(folder / "empty"))


def live(walker: Walker, folder: Path) -> None:
    (folder / "live").write_bytes(mixed_bytes(40 * 4096))
    walker.window.workspace.open_now(str(folder / "live"), Access.LIVE)


def read_only(walker: Walker, folder: Path) -> None:
    (folder / "read").write_bytes(mixed_bytes(40 * 4096))
    walker.window.workspace.open_now(str(folder / "read"), Access.READ)


def part(walker: Walker, folder: Path) -> None:
    (folder / "part").write_bytes(mixed_bytes(40 * 4096))
    walker.window.workspace.open_now(str(folder / "part"), Access.EDIT, 4096, 8192)


def test_a_key_gives_one_command(window: Window) -> None:
    """Qt gives a key of two commands to neither of them."""
    owners: dict[str, set[str]] = {}
    for action in window.findChildren(QAction):
        for key in action.shortcuts():
            owners.setdefault(key.toString(), set()).add(action.objectName() or action.text())
    assert {key: names for key, names in owners.items() if len(names) > 1} == {}
    assert "Ctrl+S" in owners


@pytest.mark.parametrize("made", [small, terabyte, memory, empty, live, read_only, part])
def test_every_command_can_be_given(
    walker: Walker, tmp_path: Path, qtbot: QtBot, made: Callable[[Walker, Path], None]
) -> None:
    made(walker, tmp_path)
    walker.settle()
    walker.session.select(ByteRange(0, min(16, walker.session.size)))
    seen = trigger_all(walker.window)
    assert {"go_to", "about", "keys"} <= set(seen)
    qtbot.waitUntil(lambda: not walker.window.workspace.jobs.shown)
    for act, action in walker.window.actions_table:
        if act.id in LAST and action.isEnabled():
            closer = Closer()
            action.trigger()
            closer.stop()


def test_what_changes_a_document_is_off_where_it_may_not_be_changed(walker: Walker, tmp_path: Path) -> None:
    read_only(walker, tmp_path)
    on = {act.id for act, action in walker.window.actions_table if action.isEnabled()}
    assert (
        not {
            act.id
            for act, _ in walker.window.actions_table
            if act.when in ("editable", "resizable", "modified")
        }
        & on
    )


def test_what_changes_the_length_is_off_in_live_access(walker: Walker, tmp_path: Path) -> None:
    live(walker, tmp_path)
    on = {act.id for act, action in walker.window.actions_table if action.isEnabled()}
    assert not {"edits.insert", "edits.delete", "edits.cut", "edits.move_block"} & on
    assert {"edits.fill", "edits.write", "edits.resize"} <= on


@pytest.mark.parametrize("which", ["map", "hex"])
def test_the_context_menus_hold_commands_of_the_table(window: Window, qtbot: QtBot, which: str) -> None:
    menu = window.findChild(QMenu, f"menu.{which}")
    assert menu is not None
    qtbot.waitUntil(lambda: bool(menu.actions()))
    names = {f"action.{act.id}" for act, _ in window.actions_table}
    assert set(entries(menu)) <= names


def entries(menu: QMenu) -> Iterator[str]:
    """The names of what a menu and the menus inside it offer."""
    for action in menu.actions():
        inner = action.menu()
        if isinstance(inner, QMenu):
            yield from entries(inner)
        elif not action.isSeparator():
            yield action.objectName()

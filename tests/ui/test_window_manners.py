"""The window as one expects it: nothing jumps, nothing is cut, saving on closing closes."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from bytescope.core.document.patterns import Repeat
from bytescope.core.ranges import ByteRange
from bytescope.session.workspace import Workspace
from bytescope.ui.document_view import DocumentView
from bytescope.ui.status import Status
from bytescope.ui.widgets.steady_label import SteadyLabel
from bytescope.ui.window import Window
from helpers.driving import child, click, in_dialog, shut, type_into
from helpers.files import sparse_file


@pytest.fixture
def window(qtbot: QtBot) -> Window:
    made = Window(Workspace(None))
    qtbot.addWidget(made, before_close_func=shut)
    made.resize(1280, 800)  # the screen of the tests is smaller
    made.show()
    return made


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "data.bin"
    file.write_bytes(bytes(range(256)) * 64)
    return file


def shown(window: Window) -> DocumentView:
    assert window.current is not None
    return window.current


def edited(window: Window, path: Path) -> DocumentView:
    """The view of ``path`` with an unsaved edit at its beginning."""
    window.workspace.open_now(str(path))
    shown(window).session.write(0, b"new")
    return shown(window)


def test_the_largest_file_makes_the_window_no_wider(window: Window, tmp_path: Path) -> None:
    session = window.workspace.open_now(str(sparse_file(tmp_path / "large", 8 << 40)))
    session.select(ByteRange(0, 8 << 40), caret=(8 << 40) - 1)
    window.status.show_known("k of n pages read; a run shorter than some terabytes can still be missed " * 3)
    window.status.show_cells(1 << 21)
    assert window.minimumSizeHint().width() <= 1280
    assert window.width() == 1280


def test_the_page_behind_the_last_byte_is_the_last_page(window: Window, path: Path) -> None:
    session = window.workspace.open_now(str(path))
    session.set_caret(session.size)
    assert window.status.page.text() == "page 3 of 4"


def test_work_under_way_does_not_move_the_document(window: Window, path: Path, qtbot: QtBot) -> None:
    window.workspace.open_now(str(path))
    before = shown(window).geometry()
    ticket = window.workspace.jobs.run("x" * 300, _until_cancelled, shown=True)
    qtbot.waitUntil(lambda: cancel_of(window.status).isVisible())
    assert shown(window).geometry() == before
    click(window, "status.cancel")
    assert ticket.cancelled
    qtbot.waitUntil(lambda: not cancel_of(window.status).isVisible())


def test_a_narrow_window_does_not_grow_when_work_begins(window: Window, path: Path, qtbot: QtBot) -> None:
    window.workspace.open_now(str(path))
    qtbot.waitUntil(lambda: shown(window).map is not None, timeout=20_000)
    least = window.status.minimumSizeHint().width()
    window.status.setFixedWidth(least)
    ticket = window.workspace.jobs.run("x" * 300, _until_cancelled, shown=True)
    ticket.total, ticket.done = 1 << 50, 1 << 30
    cancel = cancel_of(window.status)
    qtbot.waitUntil(lambda: cancel.isVisible() and cancel.width() >= cancel.sizeHint().width())
    assert window.status.minimumSizeHint().width() == least
    assert window.status.rect().contains(cancel.mapTo(window.status, cancel.rect().bottomRight()))
    window.status.show_durable("1,234,567,890 pages dirty · 1,234,567 being written · 12,345,678 on disk")
    assert window.status.minimumSizeHint().width() == least
    click(window, "status.cancel")
    qtbot.waitUntil(lambda: not cancel.isVisible())
    assert window.status.minimumSizeHint().width() == least


def test_the_way_of_stored_pages_to_the_disk_is_shown_and_moves_nothing(
    window: Window, path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bytescope.session.storage.durability.HOLD", 1.0)
    view = edited(window, path)
    before = view.geometry()
    shown_words = child(window.status, "status.durable", SteadyLabel)
    with qtbot.waitSignal(view.saving.saved):
        view.saving.save()
    qtbot.waitUntil(lambda: shown_words.isVisible() and "isk" in shown_words.text(), timeout=20_000)
    assert view.geometry() == before
    qtbot.waitUntil(lambda: not shown_words.isVisible(), timeout=20_000)
    assert child(window.status, "status.known", SteadyLabel).isVisible()


def test_the_way_to_the_disk_of_another_document_is_not_shown(
    window: Window, path: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    view = edited(window, path)
    with qtbot.waitSignal(view.saving.saved):
        view.saving.save()
    qtbot.waitUntil(lambda: view.session.durable_words != "", timeout=20_000)
    (tmp_path / "other").write_bytes(bytes(100))
    window.workspace.open_now(str(tmp_path / "other"))
    assert not child(window.status, "status.durable", SteadyLabel).isVisible()
    window.show_view(view)
    assert child(window.status, "status.durable", SteadyLabel).text() == view.session.durable_words


def cancel_of(status: Status) -> QDialog:
    from PySide6.QtWidgets import QPushButton

    button = status.findChild(QPushButton, "status.cancel")
    assert isinstance(button, QPushButton)
    return button


def _until_cancelled(ticket) -> None:
    import threading

    while True:
        ticket.check()
        threading.Event().wait(0.005)


def test_a_message_does_not_move_the_bytes(window: Window, path: Path, qtbot: QtBot) -> None:
    window.workspace.open_now(str(path))
    view = shown(window)
    before = view.hex.mapTo(window, QPoint(0, 0))
    view.tell("info", "Something happened.")
    qtbot.waitUntil(view.strip.isVisible)
    assert view.hex.mapTo(window, QPoint(0, 0)) == before


def test_save_on_closing_a_document_saves_and_closes(window: Window, path: Path, qtbot: QtBot) -> None:
    view = edited(window, path)
    with qtbot.waitSignal(window.workspace.closed):
        in_dialog(lambda: window.files.close_view(view), lambda ask: click(ask, "unsaved.save"))
    assert path.read_bytes()[:3] == b"new"
    assert window.views == []


def test_more_memory_than_there_are_addresses_is_refused_with_a_sentence(window: Window) -> None:
    def ask(dialog: QDialog) -> None:
        type_into(dialog, "new.size", "99999999999999")
        click(dialog, "new.ok")

    in_dialog(window.files.new, ask)
    assert window.views == []
    said = child(window.start, "message.text").property("text")
    assert "choose a smaller size" in said


def test_discard_on_closing_a_document_leaves_the_file(window: Window, path: Path) -> None:
    view = edited(window, path)
    in_dialog(lambda: window.files.close_view(view), lambda ask: click(ask, "unsaved.discard"))
    assert path.read_bytes()[:3] == b"\0\1\2"
    assert window.views == []


def test_cancel_on_closing_a_document_keeps_it(window: Window, path: Path) -> None:
    view = edited(window, path)
    in_dialog(lambda: window.files.close_view(view), lambda ask: click(ask, "unsaved.cancel"))
    assert window.views == [view]
    assert view.session.document.modified


def test_save_on_closing_the_window_saves_all_and_closes(
    window: Window, path: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    other = tmp_path / "other.bin"
    other.write_bytes(bytes(100))
    edited(window, path)
    edited(window, other)
    in_dialog(window.close, lambda ask: click(ask, "unsaved.save"))
    qtbot.waitUntil(lambda: not window.isVisible())
    assert (path.read_bytes()[:3], other.read_bytes()[:3]) == (b"new", b"new")


def test_a_save_that_fails_does_not_close(window: Window, path: Path, qtbot: QtBot) -> None:
    view = edited(window, path)
    path.unlink()
    with qtbot.waitSignal(view.saving.failed):
        in_dialog(window.close, lambda ask: click(ask, "unsaved.save"))
    assert window.isVisible()
    assert view.session.document.modified


def test_a_later_save_does_not_close_what_was_once_to_be_closed(
    window: Window, path: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    view = edited(window, path)
    kept = path.rename(tmp_path / "away")
    with qtbot.waitSignal(view.saving.failed):
        in_dialog(window.close, lambda ask: click(ask, "unsaved.save"))
    kept.rename(path)
    with qtbot.waitSignal(view.saving.saved):
        view.saving.save(force=True)
    qtbot.waitUntil(lambda: not window.workspace.jobs.busy)
    assert window.isVisible()


def test_an_edit_of_every_byte_is_asked_about_too(window: Window, path: Path) -> None:
    session = window.workspace.open_now(str(path))
    session.fill(ByteRange(0, session.size), Repeat(b"\xaa"))
    in_dialog(window.close, lambda ask: click(ask, "unsaved.cancel"))
    assert window.isVisible()

"""What is asked in the window about a document, and what becomes of the question when the document goes."""

from __future__ import annotations

import random
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog, QPushButton
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


def test_a_question_about_a_document_goes_with_it(qtbot: QtBot, tmp_path: Path) -> None:
    """A save that was to be followed by closing can end while the person is asked for a fill."""
    path = tmp_path / "small.bin"
    path.write_bytes(bytes(8192))
    window = Window(Workspace(None))
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    session = window.workspace.open_now(str(path))
    seen: list[str] = []

    def close_it() -> None:
        asking = QApplication.activeModalWidget()
        seen.append(asking.objectName() if asking is not None else "")
        window.workspace.close(session)

    QTimer.singleShot(0, close_it)
    window.commands.run("edits.fill")
    assert seen == ["fill"]
    assert QApplication.activeModalWidget() is None
    window.close()


def test_an_answer_to_a_document_that_closes_meanwhile_does_nothing(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "small.bin"
    path.write_bytes(bytes(8192))
    window = Window(Workspace(None))
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    session = window.workspace.open_now(str(path))
    document, answered = session.document, []

    def answer_and_close() -> None:
        asking = QApplication.activeModalWidget()
        assert isinstance(asking, QDialog)
        asking.accept()
        answered.append(asking.result())
        window.workspace.close(session)

    QTimer.singleShot(0, answer_and_close)
    window.commands.run("edits.fill")
    assert answered == [QDialog.DialogCode.Accepted.value]
    assert not document.modified
    window.close()

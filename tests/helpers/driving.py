"""Drives the real window as a person would: buttons of the toolbar, dialogs by their fields and keys."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QLineEdit, QWidget

from bytescope.ui.window import Window


def shut(window: QWidget) -> None:
    """Before a test's window is closed: drop its documents, and wait for what it may still be loading."""
    assert isinstance(window, Window)
    window.workspace.shut_down(wait_seconds=60)


class _Driver(QObject):
    """Waits for a modal dialog and works on it; closes it when the work fails, so that a test ends."""

    def __init__(self, work: Callable[[QDialog], None]) -> None:
        super().__init__()
        self.error: BaseException | None = None
        self.done = False
        self._work = work
        self._timer = QTimer(self)
        self._timer.setInterval(5)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def _look(self) -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, QDialog):
            return
        self._timer.stop()
        self.done = True
        try:
            self._work(dialog)
            if dialog.isVisible():
                raise AssertionError(f"the dialog {dialog.windowTitle()!r} stays open")
        except BaseException as error:
            self.error = error
            dialog.reject()

    def stop(self) -> None:
        self._timer.stop()


def in_dialog(opening: Callable[[], object], work: Callable[[QDialog], None]) -> None:
    """Call ``opening``, which shows a modal dialog, and do ``work`` on it."""
    driver = _Driver(work)
    opening()
    driver.stop()
    if driver.error is not None:
        raise driver.error
    assert driver.done, "no dialog came"


def child(parent: QWidget, name: str, kind: type = QWidget) -> QWidget:
    """The widget ``name`` of ``parent``, which must be there."""
    found = parent.findChild(kind, name)
    assert found is not None, f"no {name} in {parent.objectName()}"
    return found


def click(parent: QWidget, name: str) -> None:
    """Click the button ``name`` with the mouse; it must be possible."""
    button = child(parent, name)
    assert button.isEnabled(), f"{name} is off"
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def tool(window: Window, command: str) -> None:
    """Click a button of the toolbar."""
    click(window, f"toolbar.{command}")


def type_into(parent: QWidget, name: str, text: str) -> None:
    """Replace what stands in a field by typing."""
    field = child(parent, name, QLineEdit)
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text)


def choose(parent: QWidget, name: str, text: str) -> None:
    """Choose the entry of a box whose text begins with ``text``, by keyboard."""
    box = child(parent, name, QComboBox)
    index = next(i for i in range(box.count()) if box.itemText(i).startswith(text))
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Home)
    for _ in range(index):
        QTest.keyClick(box, Qt.Key.Key_Down)
    assert box.currentIndex() == index

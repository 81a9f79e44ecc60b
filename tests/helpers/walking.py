"""Walks through the real window with the mouse and the keyboard: cells of the map, bytes, files, keys."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QKeySequence, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from bytescope.core.geometry.hex_grid import Place
from bytescope.core.ranges import ByteRange, PageRange
from bytescope.session.session import Session
from bytescope.ui.document_view import DocumentView
from bytescope.ui.map.panel import MapPanel
from bytescope.ui.window import Window
from helpers.driving import child, in_dialog

LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier

MakeWindow = Callable[..., Window]
"""Opens a window that keeps its settings in the given file."""


class Walker:
    """A person at ``window``."""

    def __init__(self, window: Window, qtbot: QtBot) -> None:
        self.window = window
        self.qtbot = qtbot
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)

    # -- what there is ------------------------------------------------------------------------

    @property
    def view(self) -> DocumentView:
        """The document in front."""
        assert self.window.current is not None
        return self.window.current

    @property
    def session(self) -> Session:
        return self.view.session

    @property
    def map(self) -> MapPanel:
        assert self.view.map is not None
        return self.view.map

    @property
    def caret(self) -> int:
        return self.session.selection.caret

    @property
    def picked(self) -> ByteRange:
        return self.session.selection.range

    def message(self) -> str:
        """The sentence of the document in front, else of the start page; "" when none is to be seen."""
        place = self.window.current or self.window.start
        strip = place.findChild(QWidget, "message")
        assert strip is not None
        return str(child(strip, "message.text").property("text")) if strip.isVisible() else ""

    def bytes(self, offset: int, length: int) -> bytes:
        """What the views would show, fetched as they do."""
        self.session.bytes.ask(ByteRange.of(offset, length))
        self.qtbot.waitUntil(lambda: self.session.bytes.get(offset, length) is not None)
        got = self.session.bytes.get(offset, length)
        assert got is not None
        return got.data

    def edited(self) -> list[tuple[int, int]]:
        """The runs of pages with unsaved edits."""
        firsts, ends = self.session.document.edited_runs(PageRange(0, max(1, self.session.page_count)))
        return list(zip(firsts, ends, strict=True))

    def saved(self) -> list[tuple[int, int]]:
        firsts, ends = self.session.document.saved_runs(PageRange(0, max(1, self.session.page_count)))
        return list(zip(firsts, ends, strict=True))

    # -- documents ----------------------------------------------------------------------------

    def opens(self, act: Callable[[], object]) -> Session:
        """Do what opens a document, and wait until it and its map are there."""
        with self.qtbot.waitSignal(self.window.workspace.opened, timeout=20_000) as opened:
            act()
        self.settle()
        session = opened.args[0]
        assert isinstance(session, Session)
        return session

    def open(self, path: Path | bytes) -> Session:
        """Open a file by the dialog of Ctrl+O; a name that cannot be typed comes from outside."""
        if isinstance(path, bytes):
            return self.opens(lambda: self.window.workspace.open(path))
        return self.opens(lambda: in_dialog(lambda: self.keys("Ctrl+O"), lambda ask: choose_file(ask, path)))

    def settle(self) -> None:
        """Until the map is there and what is in view is known."""
        view = self.view
        self.qtbot.waitUntil(lambda: view.map is not None, timeout=20_000)
        self.qtbot.waitUntil(view.session.survey.visible_known, timeout=20_000)

    # -- hands --------------------------------------------------------------------------------

    def keys(self, *names: str) -> None:
        """Press keys ("Ctrl+S", "N", "Return") where the keyboard is."""
        for name in names:
            sequence = QKeySequence(name)[0]
            QTest.keyClick(self.hands(), sequence.key(), sequence.keyboardModifiers())

    def type(self, text: str) -> None:
        """Type text where the keyboard is."""
        QTest.keyClicks(self.hands(), text)

    def hands(self) -> QWidget:
        """The widget that has the keyboard."""
        top = QApplication.activeModalWidget() or self.window
        if top is self.window and not top.isActiveWindow():
            # Without a screen nobody makes the window active again when a dialog has closed.
            top.activateWindow()
            self.qtbot.waitUntil(top.isActiveWindow)
        return top.focusWidget() or top

    def cell_point(self, page: int) -> QPoint:
        x, y, width, height = self.map.map_view.rect_of(self.map.map_view.cell_of(page))
        return QPoint(x + width // 2, y + height // 2)

    def cell_colour(self, page: int) -> tuple[int, ...]:
        """A pixel of a page's cell off its middle, where marks of any kind are."""
        self.map.paint_now()
        x, y, width, height = self.map.map_view.rect_of(self.map.map_view.cell_of(page))
        pixels = self.map.surface.pixels
        assert pixels is not None
        return tuple(map(int, pixels[y : y + height, x : x + width].reshape(-1)))

    def click_page(self, page: int, modifiers: Qt.KeyboardModifier = NONE) -> None:
        """Click the map's cell that holds ``page``."""
        QTest.mouseClick(self.map.surface.viewport(), LEFT, modifiers, self.cell_point(page))

    def drag_pages(self, first: int, last: int) -> None:
        """Drag on the map from the cell of ``first`` to that of ``last``."""
        target = self.map.surface.viewport()
        start, end = self.cell_point(first), self.cell_point(last)
        QTest.mousePress(target, LEFT, NONE, start)
        for place in ((start + end) / 2, end):
            move(target, place)
        QTest.mouseRelease(target, LEFT, NONE, end)

    def click_byte(self, offset: int, column: str = "bytes") -> None:
        """Click a byte that is in sight, in either column."""
        view = self.view.hex.view
        plan, grid = view.plan, view.grid
        row = grid.row_of(offset)
        line = next(i for i, item in enumerate(view.frame.lines) if item.row == row)
        y = round(plan.y(line) + plan.metrics.line / 2)
        wanted = offset, column
        for x in range(round(plan.bytes_x), view.width(), 2):
            place: Place = view.place_at(QPointF(x, y))
            if (place.offset, place.column) == wanted:
                QTest.mouseClick(view, LEFT, NONE, QPoint(x + 1, y))
                return
        raise AssertionError(f"byte {offset} is not in sight")


def move(target: QWidget, place: QPoint) -> None:
    """Move the mouse with the left button held."""
    at = QPointF(place)
    event = QMouseEvent(
        QMouseEvent.Type.MouseMove, at, target.mapToGlobal(at), Qt.MouseButton.NoButton, LEFT, NONE
    )
    QApplication.sendEvent(target, event)


def choose_file(dialog: QDialog, path: Path) -> None:
    """Name a file in Qt's file dialog and take it. (Return would first close the list of completions.)"""
    assert isinstance(dialog, QFileDialog)
    field = dialog.findChild(QLineEdit, "fileNameEdit")
    assert field is not None
    field.setText(os.fsdecode(path))
    dialog.accept()

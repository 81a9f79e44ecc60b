"""The hands of a random user: clicks, drags, the wheel, keys, menu entries, the toolbar and dialogs."""

from __future__ import annotations

import random
from collections import deque
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QDockWidget,
    QFileDialog,
    QLineEdit,
    QMenu,
    QTabBar,
    QWidget,
)

Button, Key, Held = Qt.MouseButton, Qt.Key, Qt.KeyboardModifier

NEVER = {"action.files.quit", "action.files.demo"}
"""The one would end the play; the other spends its time on a file of many megabytes."""

WORDS = (
    "", "0", "1", "16", "255", "4096", "0x1000", "size", "size/2", "end-1", "-1", "99999999999999", "1 << 20",
    "DE AD BE EF", "00", "text:abc", "zz", "start+16", "é‮", "%00", "65537", "page", "1KiB",
)  # fmt: skip
NUMBERS = ("0", "5", "16", "255", "0x100", "1000", "4096", "8191", "0x2000")
BYTES = ("DE AD BE EF", "00", "01 02 03", "7", "zz")
KEYS = (
    Key.Key_Left, Key.Key_Right, Key.Key_Up, Key.Key_Down, Key.Key_PageUp, Key.Key_PageDown,
    Key.Key_Home, Key.Key_End, Key.Key_Tab, Key.Key_Backtab, Key.Key_Return, Key.Key_Escape,
    Key.Key_Space, Key.Key_Delete, Key.Key_Backspace, Key.Key_Insert, Key.Key_F3, Key.Key_F6, Key.Key_F7,
    Key.Key_N, Key.Key_P, Key.Key_A, Key.Key_C, Key.Key_V, Key.Key_X, Key.Key_Z, Key.Key_Y, Key.Key_S,
    Key.Key_0, Key.Key_7, Key.Key_F, Key.Key_E, Key.Key_Plus, Key.Key_Minus, Key.Key_G, Key.Key_D,
)  # fmt: skip
MODIFIERS = (
    Held.NoModifier, Held.NoModifier, Held.NoModifier, Held.ShiftModifier, Held.ControlModifier,
    Held.ControlModifier | Held.ShiftModifier, Held.AltModifier,
)  # fmt: skip
LONGEST_DIALOG = 25
"""Events after which a dialog is closed."""


class Hands:
    """Does one thing at a time, where a person could, and writes down what."""

    def __init__(self, rng: random.Random, window: Any, folder: Path, events: deque[str]) -> None:
        self._rng, self._window, self._folder, self._events = rng, window, folder, events
        self._dialog: QWidget | None = None
        self._in_dialog = 0

    def do_something(self) -> None:
        """Where a popup or a dialog is open, there."""
        popup, modal = QApplication.activePopupWidget(), QApplication.activeModalWidget()
        if isinstance(popup, QMenu):
            self._in_menu(popup)
        elif popup is not None:
            self._key_to(popup, self._rng.choice((Key.Key_Down, Key.Key_Up, Key.Key_Return, Key.Key_Escape)))
        elif isinstance(modal, QFileDialog):
            self._in_file_dialog(modal)
        elif isinstance(modal, QDialog):
            self._work_dialog(modal)
        else:
            self._in_window()

    def _note(self, text: str, widget: QWidget | None = None) -> None:
        where = "" if widget is None else f" on {widget.objectName() or type(widget).__name__}"
        self._events.append(text + where)

    # -- places ----------------------------------------------------------------------------------

    def _in_window(self) -> None:
        beside = self._beside()
        if beside and self._rng.random() < 0.2:
            self._work_beside(self._rng.choice(beside))
            return
        acts = (
            self._press, self._drag, self._wheel, self._key, self._command, self._type, self._menu_bar,
            self._float,
        )  # fmt: skip
        self._rng.choices(acts, (20, 10, 8, 20, 30, 10, 2, 1))[0]()

    def _beside(self) -> list[QWidget]:
        """What stands open beside the window: preferences, help, differences, docks that float."""
        kinds = (QDialog, QDockWidget)
        return [
            top
            for top in QApplication.topLevelWidgets()
            if isinstance(top, kinds) and top.isVisible() and top.isEnabled()
        ]

    def _work_beside(self, top: QWidget) -> None:
        if isinstance(top, QDialog) and self._rng.random() < 0.6:
            self._work_dialog(top)
        elif self._rng.random() < 0.1:
            self._note("close", top)
            top.close()
        else:
            act = self._rng.choices((self._press, self._drag, self._wheel), (60, 20, 20))[0]
            act(top)

    def _float(self) -> None:
        docks = [dock for dock in self._window.findChildren(QDockWidget) if dock.isVisible()]
        if docks:
            dock = self._rng.choice(docks)
            self._note("let go or put back", dock)
            dock.setFloating(not dock.isFloating())

    def _some_widget(self, top: QWidget) -> QWidget:
        """The map, the bytes and the buttons more often than the rest."""
        view = self._window.current
        if view is not None and top is self._window and self._rng.random() < 0.5:
            return self._rng.choice(
                [view.hex.view, view.hex.view, *([view.map.surface.viewport()] if view.map else [])]
            )
        kinds = (QAbstractButton, QComboBox, QLineEdit, QTabBar, QAbstractSlider, QAbstractSpinBox, QWidget)
        kind = self._rng.choice(kinds)
        found = [item for item in top.findChildren(kind) if self._within_reach(item, top)]
        return self._rng.choice(found) if found else top

    @staticmethod
    def _within_reach(widget: QWidget, top: QWidget) -> bool:
        return widget.isVisible() and widget.isEnabled() and widget.window() is top and widget.width() > 0

    def _point(self, widget: QWidget) -> QPoint:
        return QPoint(
            self._rng.randrange(max(1, widget.width())), self._rng.randrange(max(1, widget.height()))
        )

    # -- acts in the window ------------------------------------------------------------------------

    def _press(self, top: QWidget | None = None) -> None:
        widget = self._some_widget(top or self._window)
        point, held = self._point(widget), self._rng.choice(MODIFIERS[:5])
        kind = self._rng.choices(("click", "double click", "menu", "middle"), (70, 10, 12, 8))[0]
        self._note(f"{kind} at {point.x()},{point.y()} with {held.name}", widget)
        if kind == "click":
            QTest.mouseClick(widget, Button.LeftButton, held, point)
        elif kind == "double click":
            QTest.mouseDClick(widget, Button.LeftButton, held, point)
        elif kind == "middle":
            QTest.mouseClick(widget, Button.MiddleButton, held, point)
        else:
            place = widget.mapToGlobal(point)
            QApplication.sendEvent(widget, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, point, place))

    def _drag(self, top: QWidget | None = None) -> None:
        widget = self._some_widget(top or self._window)
        button = self._rng.choice((Button.LeftButton, Button.LeftButton, Button.MiddleButton))
        start, held = self._point(widget), self._rng.choice(MODIFIERS[:4])
        self._note(f"drag from {start.x()},{start.y()} with {button.name}", widget)
        QTest.mousePress(widget, button, held, start)
        for _ in range(self._rng.randint(1, 4)):
            to = self._point(widget) + QPoint(self._rng.randint(-30, 30), self._rng.randint(-30, 30))
            self._note(f"… to {to.x()},{to.y()}")
            at = QPointF(to)
            event = QMouseEvent(
                QEvent.Type.MouseMove, at, QPointF(widget.mapToGlobal(to)), Button.NoButton, button, held
            )
            QApplication.sendEvent(widget, event)
        QTest.mouseRelease(widget, button, held, start)

    def _wheel(self, top: QWidget | None = None) -> None:
        widget = self._some_widget(top or self._window)
        if isinstance(widget, QAbstractScrollArea):
            widget = widget.viewport()
        at, turn = self._point(widget), self._rng.choice((120, -120, 30, -30, 1200, -1200))
        held = self._rng.choice(MODIFIERS[:6])
        self._note(f"wheel {turn} with {held.name}", widget)
        place = QPointF(widget.mapToGlobal(at))
        event = QWheelEvent(
            QPointF(at), place, QPoint(), QPoint(0, turn), Button.NoButton, held,
            Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(widget, event)

    def _key(self) -> None:
        self._key_to(self._with_keyboard(), self._rng.choice(KEYS))

    def _with_keyboard(self) -> QWidget:
        """Keys go where the keyboard is, which may be a dock that floats."""
        return QApplication.focusWidget() or self._window.focusWidget() or self._window

    def _key_to(self, widget: QWidget, key: Qt.Key) -> None:
        held = self._rng.choice(MODIFIERS)
        self._note(f"key {key.name} with {held.name}", widget)
        QTest.keyClick(widget, key, held)

    def _type(self, widget: QWidget | None = None) -> None:
        target = widget or self._with_keyboard()
        text = "".join(self._rng.choice("0123456789abcdefxyz .") for _ in range(self._rng.randint(1, 5)))
        self._note(f"type {text!r}", target)
        QTest.keyClicks(target, text)

    def _command(self) -> None:
        """A command of the table, as a menu or a key would give it."""
        possible = [action for _, action in self._window.actions_table if self._allowed(action)]
        edits = [action for action in possible if action.objectName().startswith("action.edits.")]
        if possible:
            action = self._rng.choice(edits if edits and self._rng.random() < 0.5 else possible)
            self._note(f"command {action.objectName()}")
            action.trigger()

    @staticmethod
    def _allowed(action: Any) -> bool:
        return action.isEnabled() and action.objectName() not in NEVER and not action.isSeparator()

    def _menu_bar(self) -> None:
        menus = [action.menu() for action in self._window.menuBar().actions() if action.menu()]
        menu = self._rng.choice(menus)
        self._note("menu", menu)
        menu.popup(self._window.mapToGlobal(QPoint(20, 20)))

    # -- menus and dialogs -----------------------------------------------------------------------

    def _in_menu(self, menu: QMenu) -> None:
        possible = [action for action in menu.actions() if self._allowed(action) and action.menu() is None]
        if possible and self._rng.random() < 0.5:
            action = self._rng.choice(possible)
            self._note(f"entry {action.objectName() or action.text()}", menu)
            QTest.mouseClick(menu, Button.LeftButton, Held.NoModifier, menu.actionGeometry(action).center())
        else:
            self._note("leave", menu)
            QTest.keyClick(menu, Key.Key_Escape)

    def _in_file_dialog(self, dialog: QFileDialog) -> None:
        """Only files of the play's own folder are named."""
        field = dialog.findChild(QLineEdit, "fileNameEdit")
        if field is None or self._rng.random() < 0.3:
            self._note("leave", dialog)
            dialog.reject()
            return
        name = self._rng.choice(("saved-1", "saved-2", "no such folder/x", "edit", "empty"))
        self._note(f"name {name}", dialog)
        field.setText(str(self._folder / name))
        dialog.accept()

    def _work_dialog(self, dialog: QDialog) -> None:
        self._in_dialog = self._in_dialog + 1 if dialog is self._dialog else 1
        self._dialog = dialog
        if self._in_dialog > LONGEST_DIALOG:
            self._note("leave", dialog)
            dialog.reject()
            return
        act = self._rng.choices(
            (self._fill_field, self._choose, self._press_in, self._answer, self._key_in), (30, 15, 20, 25, 10)
        )[0]
        act(dialog)

    def _fill_field(self, dialog: QDialog) -> None:
        fields = [item for item in dialog.findChildren(QLineEdit) if self._within_reach(item, dialog)]
        if fields:
            field = self._rng.choice(fields)
            fit = BYTES if any(kind in field.objectName() for kind in ("hex", "bytes", "text")) else NUMBERS
            word = self._rng.choice(WORDS if self._rng.random() < 0.3 else fit)
            self._note(f"write {word!r}", field)
            field.selectAll()
            if word.isascii():
                QTest.keyClicks(field, word)
            else:
                field.insert(word)  # as from an input method: a key click of it would end the program

    def _choose(self, dialog: QDialog) -> None:
        boxes = [item for item in dialog.findChildren(QComboBox) if self._within_reach(item, dialog)]
        if boxes:
            box = self._rng.choice(boxes)
            index = self._rng.randrange(max(1, box.count()))
            self._note(f"choose {index}", box)
            box.setCurrentIndex(index)

    def _press_in(self, dialog: QDialog) -> None:
        buttons = [
            item
            for item in dialog.findChildren(QAbstractButton)
            if self._within_reach(item, dialog) and "browse" not in item.objectName()
        ]
        if buttons:
            button = self._rng.choice(buttons)
            self._note("click", button)
            QTest.mouseClick(button, Button.LeftButton)

    def _answer(self, dialog: QDialog) -> None:
        """Accept as Return would, or leave."""
        boxes = dialog.findChildren(QDialogButtonBox)
        buttons = [item for box in boxes for item in box.buttons() if self._within_reach(item, dialog)]
        if buttons and self._rng.random() < 0.8:
            accept = [button for button in buttons if button.objectName().endswith(".ok")]
            button = self._rng.choice(accept if accept and self._rng.random() < 0.6 else buttons)
            self._note(f"answer {button.text()!r}", button)
            QTest.mouseClick(button, Button.LeftButton)
        else:
            self._note("leave", dialog)
            dialog.reject()

    def _key_in(self, dialog: QDialog) -> None:
        self._key_to(dialog.focusWidget() or dialog, self._rng.choice(KEYS[:16]))

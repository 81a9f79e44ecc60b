"""Which key does what in the hex view."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from bytescope.core.geometry.caret import Caret, Move

if TYPE_CHECKING:
    from bytescope.session.session import Session
    from bytescope.ui.hex.clipboard import Clipboard
    from bytescope.ui.hex.grid_view import HexGridView
    from bytescope.ui.hex.typing import Typing

Key = Qt.Key
Modifier = Qt.KeyboardModifier

_PLAIN = {
    Key.Key_Left: Move.LEFT,
    Key.Key_Right: Move.RIGHT,
    Key.Key_Up: Move.UP,
    Key.Key_Down: Move.DOWN,
    Key.Key_Home: Move.HOME,
    Key.Key_End: Move.END,
    Key.Key_PageUp: Move.PAGE_UP,
    Key.Key_PageDown: Move.PAGE_DOWN,
}
_CONTROL = {
    Key.Key_Left: Move.GROUP_LEFT,
    Key.Key_Right: Move.GROUP_RIGHT,
    Key.Key_Home: Move.START,
    Key.Key_End: Move.FINISH,
}
_SCROLLS = {Key.Key_Up: -1, Key.Key_Down: 1}

ALTGR_IS_CONTROL_ALT = sys.platform == "win32"
"""Elsewhere the system says AltGr itself, and Control with Alt is a shortcut, whatever text comes with it."""


class Keys:
    """Handles key presses of one view. Alt belongs to the window, and so does every key not named here."""

    def __init__(self, session: Session, view: HexGridView, typing: Typing, clipboard: Clipboard) -> None:
        self._session = session
        self._view = view
        self._typing = typing
        self._clipboard = clipboard

    def claims(self, event: QKeyEvent) -> bool:
        """Whether the key is the view's even where the window has a shortcut of one key for it."""
        key = Qt.Key(event.key())
        if key == Key.Key_Escape:
            return bool(self._session.selection.range)
        if key == Key.Key_Insert and not self._is_ours(_INSERT, event):
            return False
        return move_of(event) is not None or _edits(event) or typed_text(event) != ""

    def press(self, event: QKeyEvent) -> bool:
        """Do what the key asks; whether it was one of ours."""
        move = move_of(event)
        if move is not None:
            self._move(move, bool(event.modifiers() & Modifier.ShiftModifier))
            return True
        return self._scroll(event) or self._standard(event) or self._edit(event)

    def compose(self, text: str) -> None:
        """Type what an input method has put together."""
        if text:
            self._typing.typed(text)

    def _move(self, move: Move, extend: bool) -> None:
        session, view = self._session, self._view
        selection = session.selection
        here = Caret(selection.caret, selection.digit, selection.column)
        page = max(1, view.viewport.whole_lines - 1)
        there = here.moved(move, view.grid, page, insert=selection.insert, extend=extend)
        if move in (Move.PAGE_UP, Move.PAGE_DOWN):
            view.step(page if move is Move.PAGE_DOWN else -page)
        session.set_caret(there.offset, extend=extend, digit=0 if extend else there.digit)

    def _scroll(self, event: QKeyEvent) -> bool:
        lines = _SCROLLS.get(Qt.Key(event.key()))
        if lines is None or _chord(event) != Modifier.ControlModifier:
            return False
        self._view.step(lines)
        return True

    def _standard(self, event: QKeyEvent) -> bool:
        for standard, command, act in (
            (QKeySequence.StandardKey.SelectAll, "go.select_all", self._view.select_all),
            (QKeySequence.StandardKey.Copy, "edits.copy", self._clipboard.copy),
            (QKeySequence.StandardKey.Paste, "edits.paste", self._clipboard.paste),
        ):
            if event.matches(standard) and self._is_ours(command, event):
                act()
                return True
        return False

    def _is_ours(self, command: str, event: QKeyEvent) -> bool:
        """Whether the window, if it has the command, has left it this key, which it has here as well."""
        name = f"action.{command}"
        action = next((own for own in self._view.window().actions() if own.objectName() == name), None)
        pressed = QKeySequence(QKeyCombination(_chord(event), Qt.Key(event.key())))
        return action is None or pressed in action.shortcuts()

    def _edit(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if _chord(event) & ~Modifier.ShiftModifier:
            return self._type(event)
        if key == Key.Key_Escape:
            return self._clear()
        acts = {
            Key.Key_Insert: self._session.toggle_insert,
            Key.Key_Backspace: self._typing.backspace,
            Key.Key_Delete: self._typing.delete,
            Key.Key_Tab: self._switch,
        }
        act = acts.get(key)
        if key == Key.Key_Insert and not self._is_ours(_INSERT, event):
            return False
        if act is None or not _edits(event):
            return self._type(event)
        act()
        return True

    def _type(self, event: QKeyEvent) -> bool:
        text = typed_text(event)
        if text:
            self._typing.typed(text)
        return text != ""

    def _clear(self) -> bool:
        if not self._session.selection.range:
            return False
        self._session.set_caret(self._session.selection.caret)
        return True

    def _switch(self) -> None:
        selection = self._session.selection
        there = Caret(selection.caret, selection.digit, selection.column).switched()
        self._session.set_caret(there.offset, column=there.column)


_INSERT = "edits.toggle_insert"
_EDITING = (Key.Key_Insert, Key.Key_Backspace, Key.Key_Delete, Key.Key_Tab)


def move_of(event: QKeyEvent) -> Move | None:
    """The move that a key asks for, Shift left aside."""
    chord = _chord(event) & ~Modifier.ShiftModifier
    table = {Modifier.NoModifier: _PLAIN, Modifier.ControlModifier: _CONTROL}.get(chord, {})
    return table.get(Qt.Key(event.key()))


def _edits(event: QKeyEvent) -> bool:
    """Whether it is one of the keys that edit without a character; of those with Shift only Backspace is."""
    key, chord = Qt.Key(event.key()), _chord(event)
    return key in _EDITING and (not chord or (key == Key.Key_Backspace and chord == Modifier.ShiftModifier))


def typed_text(event: QKeyEvent) -> str:
    """The printable text of a key; none with Control or Alt."""
    chord = _chord(event) & ~Modifier.ShiftModifier
    if chord and not (ALTGR_IS_CONTROL_ALT and chord == Modifier.ControlModifier | Modifier.AltModifier):
        return ""
    return event.text() if event.text().isprintable() else ""


def _chord(event: QKeyEvent) -> Qt.KeyboardModifier:
    """The modifiers without those that only say where the key is."""
    return event.modifiers() & ~(Modifier.KeypadModifier | Modifier.GroupSwitchModifier)

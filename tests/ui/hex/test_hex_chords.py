"""Keys with Control, Alt and AltGr: what is typed, and what is left to shortcuts of the window."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from bytescope.ui.hex import keys

Key = Qt.Key


@pytest.mark.parametrize(
    "modifiers", [Qt.KeyboardModifier.GroupSwitchModifier, Qt.KeyboardModifier.NoModifier]
)
def test_a_character_of_altgr_is_typed(show, modifiers):
    bench = show(bytes(8), encoding="latin-1")
    bench.session.set_caret(0, column="text")
    claimed, _ = press(bench, Key.Key_At, modifiers, "@")
    assert claimed
    assert bench.data == b"@" + bytes(7)


@pytest.mark.parametrize("text", ["@", "e", "\x05", ""])
def test_control_and_alt_belong_to_shortcuts_whatever_text_comes_with_them(show, text):
    bench = show(bytes(8))
    bench.session.set_caret(0, column="text")
    chord = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    assert press(bench, Key.Key_E, chord, text) == (False, False)
    assert bench.data == bytes(8)


def test_where_altgr_is_control_and_alt_its_text_is_typed(show, monkeypatch):
    monkeypatch.setattr(keys, "ALTGR_IS_CONTROL_ALT", True)
    bench = show(bytes(8))
    bench.session.set_caret(0, column="text")
    chord = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    assert press(bench, Key.Key_Q, chord, "@") == (True, True)
    assert press(bench, Key.Key_E, chord, "\x05") == (False, False)
    assert bench.data == b"@" + bytes(7)


@pytest.mark.parametrize(
    ("key", "modifiers"),
    [
        (Key.Key_Insert, Qt.KeyboardModifier.ShiftModifier),
        (Key.Key_Insert, Qt.KeyboardModifier.ControlModifier),
        (Key.Key_Delete, Qt.KeyboardModifier.ControlModifier),
        (Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier),
    ],
)
def test_keys_that_do_nothing_here_are_left_to_the_window(show, key, modifiers):
    bench = show(bytes(8))
    event = QKeyEvent(QKeyEvent.Type.ShortcutOverride, key, modifiers)
    event.ignore()
    bench.view.event(event)
    assert not event.isAccepted()


def press(bench, key, modifiers, text):
    """Whether the view claims the key before shortcuts, and whether it does something with it."""
    override = QKeyEvent(QKeyEvent.Type.ShortcutOverride, key, modifiers, text)
    override.ignore()
    bench.view.event(override)
    event = QKeyEvent(QKeyEvent.Type.KeyPress, key, modifiers, text)
    bench.view.event(event)
    return override.isAccepted(), event.isAccepted()

"""Keys that a person gives to commands: told when taken, kept, exchanged, never at two commands."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QTableWidget, QWidget

from bytescope.core.errors import InputError
from bytescope.ui import shortcuts
from bytescope.ui.actions import Act, Actions
from bytescope.ui.dialogs.shortcuts import ShortcutsEditor
from helpers.driving import child, click, type_into

ACTS = (
    Act("one.first", "&First…", "Does the first", ("Ctrl+1", "F3")),
    Act("one.second", "&Second", "Does the second", ("Ctrl+2",)),
    Act("one.third", "&Third", "Does the third"),
)
KEYS = ("Ctrl+1", "Ctrl+2", "Ctrl+3", "F3", "Ctrl+=", "Ctrl++", "Ctrl+Shift+P", "Del")


@pytest.fixture
def actions(qtbot) -> Actions:
    parent = QWidget()
    qtbot.addWidget(parent)
    made = Actions(parent)
    made.add(ACTS)
    return made


@pytest.fixture
def editor(actions, qtbot) -> ShortcutsEditor:
    made = ShortcutsEditor(actions)
    qtbot.addWidget(made)
    made.show()
    made.select("one.third")
    return made


def keys(actions: Actions, id_: str) -> tuple[str, ...]:
    assert [key.toString() for key in actions[id_].shortcuts()] == list(shortcuts.present(actions)[id_])
    return shortcuts.present(actions)[id_]


def record(editor: ShortcutsEditor, key: str) -> None:
    field = child(editor, "shortcuts.record")
    field.setFocus()
    pressed = QKeySequence(key)[0]
    QTest.keyClick(field, pressed.key(), pressed.keyboardModifiers())


def said(editor: ShortcutsEditor) -> str:
    return editor.said.full_text()


def test_a_recorded_key_is_given_at_once(editor, actions, qtbot):
    with qtbot.waitSignal(editor.changed):
        record(editor, "Ctrl+Alt+T")
    assert keys(actions, "one.third") == ("Ctrl+Alt+T",)
    assert "“Third” has the key" in said(editor)


def test_a_taken_key_is_told_with_its_command_and_can_be_taken_away(editor, actions, qtbot):
    record(editor, "F3")
    assert keys(actions, "one.third") == ()
    assert "“First”" in said(editor) or "“Find Next”" in said(editor)
    taken_from = shortcuts.owner(actions, "F3", "one.third")
    click(editor, "shortcuts.take")
    assert keys(actions, "one.third") == ("F3",)
    assert "F3" not in keys(actions, taken_from)


def test_a_letter_alone_is_no_shortcut(editor, actions):
    record(editor, "A")
    assert keys(actions, "one.third") == ()
    assert "types into the document" in said(editor)


def test_keys_are_removed_and_come_back(editor, actions):
    editor.select("one.second")
    click(editor, "shortcuts.remove")
    assert keys(actions, "one.second") == ()
    click(editor, "shortcuts.reset_all")
    assert keys(actions, "one.second") == ("Ctrl+2",) or shortcuts.owner(actions, "Ctrl+2", "one.second")


def test_reset_takes_no_key_from_another(editor, actions):
    actions.rekey("one.first", ("F3",))
    actions.rekey("one.third", ("Ctrl+Alt+9",))
    actions.rekey("go.find_next", ())
    editor.select("go.find_next")
    click(editor, "shortcuts.reset")
    assert keys(actions, "go.find_next") == ()
    assert "“First” has one of them" in said(editor)


def test_the_filter_looks_at_commands_and_keys(editor):
    table = child(editor, "shortcuts.table", QTableWidget)
    type_into(editor, "shortcuts.filter", "does second")
    shown = [table.item(r, 0).text() for r in range(table.rowCount()) if not table.isRowHidden(r)]
    assert shown == ["Second"]


def test_what_is_exported_can_be_imported(editor, actions, tmp_path: Path):
    actions.rekey("one.third", ("Ctrl+Alt+9", "Ctrl+="))
    actions.rekey("one.second", ())
    before = shortcuts.present(actions)
    editor.export_file(str(tmp_path / "keys.json"))
    click(editor, "shortcuts.reset_all")
    assert shortcuts.present(actions)["one.third"] == ()
    editor.import_file(str(tmp_path / "keys.json"))
    assert shortcuts.present(actions)["one.third"] == before["one.third"]
    assert shortcuts.present(actions)["one.second"] == ()


@pytest.mark.parametrize(
    ("keys_", "reason"),
    [
        ({"one.first": ["Ctrl+Alt+Q"], "one.third": ["rubbish key"]}, "Entry 2"),
        ({"one.first": "Ctrl+Q"}, "Entry 1"),
        ({"one.first": [7]}, "Entry 1"),
        ([], "no file of shortcuts"),
    ],
)
def test_a_damaged_file_changes_nothing_and_is_told(editor, actions, tmp_path: Path, keys_, reason):
    before = shortcuts.present(actions)
    path = tmp_path / "keys.json"
    path.write_text(json.dumps({"bytescope shortcuts": 1, "keys": keys_}))
    editor.import_file(str(path))
    assert reason in said(editor)
    assert shortcuts.present(actions) == before


@given(st.binary(max_size=60))
def test_any_other_bytes_are_told(raw: bytes):
    with pytest.raises(InputError, match=r"\.$"):
        shortcuts.imported(raw, ["one.first"])


def test_no_two_commands_get_one_key(actions):
    wished = {"one.first": ("Ctrl+2", "Ctrl+3"), "one.third": ("Ctrl+3",), "no.such": ("F1",)}
    assert shortcuts.give(actions, wished) == 2
    owners = [key for _, keys_ in shortcuts.present(actions).items() for key in keys_]
    assert len(owners) == len(set(owners))
    assert keys(actions, "one.first") == ("Ctrl+2", "Ctrl+3")
    assert keys(actions, "one.second") == ()


@given(st.dictionaries(st.sampled_from(("a.b", "c.d")), st.lists(st.sampled_from(KEYS), max_size=4)))
def test_what_is_kept_comes_back(wished):
    given_ = {id_: tuple(own) for id_, own in wished.items()}
    assert shortcuts.from_settings(shortcuts.as_settings(given_)) == given_


def test_the_buttons_have_keys_of_their_own(editor):
    letters = [b.text()[b.text().index("&") + 1].lower() for b in editor.findChildren(QPushButton)]
    assert len(letters) == len(set(letters))

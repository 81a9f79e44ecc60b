"""What a screen reader can learn: the text round the caret, its cursor, and what is announced."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QAccessible, QAccessibleTextCursorEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from bytescope.core.ranges import PAGESIZE, ByteRange
from bytescope.ui import announcing
from bytescope.ui.panels.rows_text import RowsPanel
from bytescope.ui.toolkit import tell_readers
from bytescope.ui.window import Window
from helpers.driving import child
from helpers.faces import spoken_name
from helpers.walking import Walker


@pytest.fixture
def walker(window: Window, qtbot: QtBot, tmp_path: Path) -> Walker:
    path = tmp_path / "data.bin"
    path.write_bytes(bytes(range(256)) * 16 * 40)
    tell_readers()
    window.resize(1200, 800)
    walker = Walker(window, qtbot)
    walker.opens(lambda: window.workspace.open(str(path)))
    return walker


@pytest.fixture
def rows(walker: Walker, qtbot: QtBot) -> RowsPanel:
    panel = walker.window.docks.show("rows")
    qtbot.waitUntil(lambda: "not read" not in panel.text.toPlainText() and panel.text.toPlainText() != "")
    return panel


def heard(widget: QWidget) -> tuple[str, int]:
    """The text of a widget and the place of its cursor, as the toolkit tells screen readers."""
    face = QAccessible.queryAccessibleInterface(widget)
    text = face.textInterface()
    return text.text(0, text.characterCount()), text.cursorPosition()


def test_the_rows_are_told_as_text_with_the_cursor_at_the_caret(rows, walker, qtbot):
    walker.session.go_to(5 * PAGESIZE + 0x41)
    qtbot.waitUntil(lambda: "00005040" in rows.text.toPlainText())

    def told() -> bool:
        text, cursor = heard(rows.text)
        return text[cursor : cursor + 2] == "41"

    qtbot.waitUntil(told)
    text, cursor = heard(rows.text)
    line = text[: text.index("\n", cursor)].rpartition("\n")[2]
    assert line == "00005040  40 41 42 43 44 45 46 47 48 49 4A 4B 4C 4D 4E 4F  @ABCDEFGHIJKLMNO"


def test_an_edit_is_told(rows, walker, qtbot):
    walker.session.write(1, b"\xee")
    qtbot.waitUntil(lambda: heard(rows.text)[0].startswith("00000000  00 EE 02"))


def test_return_sends_the_caret_to_the_cursor(rows, walker, qtbot):
    rows.text.setFocus()
    walker.keys("Down", "Down")
    walker.keys(*["Right"] * 6)
    walker.keys("Return")
    assert walker.caret == 0x22


def test_the_painted_bytes_are_told_as_text_with_the_cursor_at_the_caret(walker, qtbot):
    grid = walker.window.current.hex.view
    walker.session.go_to(5 * PAGESIZE + 0x41)
    qtbot.waitUntil(lambda: "00005040  40 41 42" in heard(grid)[0])
    text, cursor = heard(grid)
    assert text[cursor : cursor + 2] == "41"
    line = text[: text.index("\n", cursor)].rpartition("\n")[2]
    assert line.count(" ") >= walker.window.current.hex.view.grid.columns
    walker.session.write(5 * PAGESIZE + 0x41, b"\xee")
    qtbot.waitUntil(lambda: "00005040  40 EE 42" in heard(grid)[0])


def test_what_is_selected_of_the_painted_bytes_is_told(walker, qtbot):
    grid = walker.window.current.hex.view
    walker.session.select(ByteRange(0x41, 0x44))
    qtbot.waitUntil(lambda: "not read" not in heard(grid)[0])
    text, cursor = heard(grid)
    field = grid.findChild(QPlainTextEdit, "spoken")
    assert field.textCursor().selectedText() == "41 42 43"
    assert QAccessible.queryAccessibleInterface(grid).textInterface().selectionCount() == 1
    assert text[cursor : cursor + 2] == "41"


def test_painted_widgets_are_one_thing_each_for_a_screen_reader(walker):
    grid, surface = walker.window.current.hex.view, child(walker.window, "map.view")
    roles = []
    for widget in (grid, surface):
        face = QAccessible.queryAccessibleInterface(widget)
        roles.append(face.role())
        assert face.childCount() == 0
        assert face.state().focusable
        assert face.text(QAccessible.Text.Name)
    assert roles == [QAccessible.Role.EditableText, QAccessible.Role.Canvas]


def test_the_cell_under_the_cursor_of_the_map_is_told_as_text(walker, qtbot):
    surface = child(walker.window, "map.view")
    walker.session.go_to(7 * PAGESIZE)
    qtbot.waitUntil(lambda: heard(surface)[0].startswith("Page 7"))
    assert heard(surface)[0] == surface.accessibleDescription()


@pytest.mark.parametrize(
    "look",
    [
        {},
        {"columns": 16},
        {"columns": 32, "group": 4},
        {"columns": 16, "group": 8, "byteorder": "little"},
        {"columns": 16, "base": "bin"},
        {"columns": 16, "group": 2, "base": "dec"},
        {"columns": 16, "fold": True},
    ],
    ids=lambda look: "-".join(map(str, look.values())) or "usual",
)
def test_a_letter_of_the_text_is_where_the_byte_is_painted(walker, qtbot, look):
    """Magnifiers and braille displays look at the place of the cursor."""
    grid = walker.window.current.hex.view
    walker.session.set_view(**look)
    walker.session.write(3 * PAGESIZE, bytes(2048) + b"end")
    for offset in (0, 3 * PAGESIZE + 2049, 3 * PAGESIZE + 2060, 3 * PAGESIZE + 2070):
        walker.session.go_to(offset)
        qtbot.waitUntil(lambda: "not read" not in heard(grid)[0])
        text = QAccessible.queryAccessibleInterface(grid).textInterface()
        told = text.characterRect(text.cursorPosition())
        line = grid.frame.line_of(grid.grid.row_of(offset))
        column = grid.grid.column_of(offset)
        painted = grid.plan.rect(line, grid.grid.byte_x(column), 1)
        if grid.grid.bytewise:
            assert abs(told.x() - grid.mapToGlobal(painted.topLeft()).x()) <= 2
        unit = grid.plan.rect(line, grid.grid.unit_x(column), grid.grid.digits_per_unit)
        assert unit.adjusted(-2, -2, 2, 2).contains(grid.mapFromGlobal(told.center().toPointF()))


def test_what_is_told_of_a_cell_is_where_the_cell_is(walker, qtbot):
    surface = child(walker.window, "map.view")
    walker.session.go_to(7 * PAGESIZE)
    qtbot.waitUntil(lambda: heard(surface)[0].startswith("Page 7"))
    text = QAccessible.queryAccessibleInterface(surface).textInterface()
    told = surface.mapFromGlobal(text.characterRect(0).topLeft())
    at = surface.mouse.device(told.toPointF())
    assert walker.window.current.map.map_view.cell_at(at[0] + 1, at[1] + 1) == 7


def test_nothing_is_kept_but_what_is_round_the_caret(rows, walker, qtbot, tmp_path):
    big = tmp_path / "tera"
    with open(big, "wb") as file:
        file.truncate(1 << 40)
    walker.opens(lambda: walker.window.workspace.open(str(big)))
    walker.session.go_to((1 << 40) - 1)
    qtbot.waitUntil(lambda: "FFFFFFFFF0" in rows.text.toPlainText())
    qtbot.waitUntil(lambda: "not read" not in rows.text.toPlainText())
    assert len(rows.text.toPlainText()) < 4000
    assert heard(rows.text)[1] > 0


@pytest.mark.parametrize("key", ["F7", "F6"])
def test_a_move_is_announced_once_where_the_keyboard_is(walker, qtbot, monkeypatch, key):
    said = []
    monkeypatch.setattr(announcing, "QAccessibleAnnouncementEvent", lambda widget, text: (widget, text))
    monkeypatch.setattr(announcing.QAccessible, "updateAccessibility", said.append)
    monkeypatch.setattr(announcing.QAccessible, "isActive", lambda: True)
    walker.keys(key)
    walker.keys("Right", "Right", "Right")
    qtbot.waitUntil(lambda: any(isinstance(one, tuple) for one in said))
    (widget, text), *more = [one for one in said if isinstance(one, tuple)]
    assert widget is walker.window.focusWidget()
    assert text == widget.accessibleDescription()
    assert more == []
    (cursor,) = [one for one in said if isinstance(one, QAccessibleTextCursorEvent)]
    assert cursor.cursorPosition() == heard(widget)[1]


def test_all_parts_have_names_and_can_be_reached_by_tab(walker):
    reached = set()
    widget = walker.window.focusWidget()
    for _ in range(400):
        widget = widget.nextInFocusChain()
        reached.add(widget.objectName())
    assert {"hex.grid", "map.view"} <= reached
    for name in ("hex.grid", "map.view"):
        assert spoken_name(child(walker.window, name))

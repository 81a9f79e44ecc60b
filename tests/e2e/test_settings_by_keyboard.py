"""Palette, preferences, shortcuts, help and tour in the real window, with the keyboard alone."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QDialog
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from bytescope.core.ranges import PAGESIZE
from bytescope.ui.dialogs.command_bar import CommandBar
from bytescope.ui.dialogs.help_page import page_text
from bytescope.ui.dialogs.help_window import HelpWindow, contents
from bytescope.ui.dialogs.preference_fields import FIELDS
from bytescope.ui.tour import STEPS
from bytescope.ui.window import Window
from helpers.driving import child, choose, click, in_dialog, type_into
from helpers.faces import spoken_name
from helpers.walking import MakeWindow, Walker


@pytest.fixture
def walker(window: Window, qtbot: QtBot, tmp_path: Path) -> Walker:
    path = tmp_path / "data.bin"
    path.write_bytes(bytes(range(256)) * 16 * 40)
    window.resize(1200, 800)
    walker = Walker(window, qtbot)
    walker.opens(lambda: window.workspace.open(str(path)))
    return walker


def bar(walker: Walker) -> CommandBar:
    return child(walker.window, "command_bar", CommandBar)


def titles(walker: Walker) -> list[str]:
    return [entry.title for entry in bar(walker).entries()]


def dialog(walker: Walker, name: str) -> QDialog:
    found = child(walker.window, name, QDialog)
    assert found.isVisible()
    return found


# -- the palette -------------------------------------------------------------------------------


def test_closing_the_document_leaves_the_palette_as_it_is(walker: Walker, qtbot: QtBot) -> None:
    walker.keys("Ctrl+Shift+P")
    gone = walker.view
    walker.window.workspace.close(walker.session)
    qtbot.waitUntil(lambda: not isValid(gone))
    bar(walker).edit.setFocus()
    walker.keys("Escape")
    assert not bar(walker).isVisible()


def test_a_few_letters_run_a_command_and_it_comes_first_next_time(walker: Walker) -> None:
    walker.keys("Ctrl+Shift+P")
    walker.type("sel all")
    assert titles(walker)[0] == "Go ▸ Select All"
    walker.keys("Return")
    assert not bar(walker).isVisible()
    assert walker.picked.length == walker.session.size
    assert walker.window.focusWidget() is walker.view.hex.view
    walker.keys("Ctrl+Shift+P")
    assert titles(walker)[0] == "Go ▸ Select All"
    walker.keys("Escape")
    assert not bar(walker).isVisible()
    assert walker.window.focusWidget() is walker.view.hex.view


def test_an_offset_is_gone_to(walker: Walker) -> None:
    walker.keys("Ctrl+Shift+P")
    walker.type("p12+4")
    assert titles(walker)[0] == f"Go to 0x{12 * PAGESIZE + 4:X}"
    walker.keys("Return")
    assert walker.caret == 12 * PAGESIZE + 4


def test_an_offset_outside_is_told(walker: Walker) -> None:
    walker.keys("Ctrl+Shift+P")
    walker.type("0xFFFFFFFF")
    assert bar(walker).entries()[0].why_not == "This is outside the document."
    walker.keys("Return")
    assert bar(walker).isVisible()


def test_what_cannot_be_done_says_why_and_is_not_done(walker: Walker) -> None:
    walker.keys("Ctrl+Shift+P")
    walker.type("undo")
    entry = next(entry for entry in bar(walker).entries() if entry.id == "edits.undo")
    assert entry.why_not == "There is nothing to undo."
    assert "There is nothing to undo." in " ".join(
        bar(walker).list.model().index(row, 0).data(11) or "" for row in range(5)
    )


def test_recent_files_are_found_by_name(walker: Walker, tmp_path: Path) -> None:
    other = tmp_path / "firmware.img"
    other.write_bytes(b"x" * 5000)
    walker.opens(lambda: walker.window.workspace.open(str(other)))
    walker.window.workspace.close(walker.session)
    walker.keys("Ctrl+Shift+P")
    walker.type("firmw")
    assert bar(walker).entries()[0].id == f"file:{other}"
    walker.opens(lambda: walker.keys("Return"))
    assert walker.session.name == "firmware.img"


def test_the_list_is_walked_by_keys_and_spoken(walker: Walker) -> None:
    walker.keys("Ctrl+Shift+P")
    walker.type("find")
    walker.keys("Down", "Down", "Up")
    assert bar(walker).list.currentIndex().row() == 1
    assert titles(walker)[1] in bar(walker).edit.accessibleDescription()
    walker.keys("PgDown", "PgUp", "Up", "Up")
    assert bar(walker).list.currentIndex().row() == 0


def test_every_command_is_listed_with_its_place_in_the_menus(walker: Walker) -> None:
    walker.keys("Ctrl+Shift+P")
    listed = {entry.id: entry.title for entry in bar(walker).entries()}
    acts = [act.id for act, _ in walker.window.actions_table if act.id != "settings.commands"]
    assert len(listed) == min(len(acts), 200)
    assert sum(" ▸ " in title for title in listed.values()) > 0.95 * len(listed)


# -- preferences and shortcuts -----------------------------------------------------------------


def test_every_setting_is_applied_at_once_and_kept(
    make_window: MakeWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    settings = tmp_path / "settings.json"
    window = make_window(settings)
    walker = Walker(window, qtbot)
    walker.opens(window.workspace.open_demo)
    walker.keys("Ctrl+,")
    preferences = dialog(walker, "preferences")
    for field in FIELDS:
        before = getattr(window.workspace.settings, field.name)
        box = child(preferences, f"preferences.{field.name}")
        if isinstance(box, QCheckBox):
            box.toggle()
        elif isinstance(box, QComboBox) and box.count() > 1:
            box.setCurrentIndex((box.currentIndex() + 1) % box.count())
        if field.kind != "font" or box.count() > 1:
            assert getattr(window.workspace.settings, field.name) != before, field.name
    view = walker.session.view
    assert (view.fold, view.base, view.offset_base, view.group) == (True, "dec", "dec", 2)
    assert view.scheme == "entropy"
    preferences.close()
    window.close()
    kept = json.loads(settings.read_text())
    assert (kept["fold"], kept["language"], kept["access"]) == (True, "en", "read")


def test_what_new_documents_look_like_is_what_was_chosen(walker: Walker, tmp_path: Path) -> None:
    walker.window.workspace.remember(base="oct", insert=True, access="read")
    path = tmp_path / "more.bin"
    path.write_bytes(b"abc" * 3000)
    session = walker.opens(lambda: walker.window.workspace.open(str(path)))
    assert session.view.base == "oct"
    assert session.document.read_only
    assert not session.selection.insert
    memory = walker.window.workspace.new_memory(4096)
    assert memory.selection.insert


def test_defaults_come_back_for_a_page(walker: Walker) -> None:
    walker.keys("Ctrl+,")
    preferences = dialog(walker, "preferences")
    choose(preferences, "preferences.base", "Binary")
    assert walker.session.view.base == "bin"
    preferences.show_page("Hex Panel")
    click(preferences, "preferences.reset")
    assert walker.session.view.base == "hex"
    assert child(preferences, "preferences.base", QComboBox).currentText() == "Hexadecimal"


def test_a_search_turns_to_the_page(walker: Walker) -> None:
    walker.keys("Ctrl+,")
    preferences = dialog(walker, "preferences")
    type_into(preferences, "preferences.search", "encoding")
    assert child(preferences, "preferences.encoding").isVisible()
    assert child(preferences, "preferences.encoding").font().bold()
    assert not child(preferences, "preferences.base").font().bold()


def test_a_changed_key_works_is_shown_in_the_help_and_is_kept(
    make_window: MakeWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    settings = tmp_path / "settings.json"
    window = make_window(settings)
    walker = Walker(window, qtbot)
    walker.opens(window.workspace.open_demo)
    window.actions_table["settings.shortcuts"].trigger()
    editor = child(dialog(walker, "preferences"), "shortcuts")
    assert editor.isVisible()
    editor.select("go.select_all")
    recorder = child(editor, "shortcuts.record")
    recorder.setFocus()
    pressed = QKeySequence("Ctrl+Shift+F12")[0]
    QTest.keyClick(recorder, pressed.key(), pressed.keyboardModifiers())
    dialog(walker, "preferences").close()
    walker.keys("Ctrl+Shift+F12")
    assert walker.picked.length == walker.session.size
    rows = {row[0]: row[1] for row in window.commands.help.key_rows()}
    assert "Ctrl+Shift+F12" in rows["Select All"]
    window.close()
    again = make_window(settings)
    qtbot.waitUntil(lambda: "settings.commands" in {act.id for act, _ in again.actions_table})
    assert [k.toString() for k in again.actions_table["go.select_all"].shortcuts()] == [
        "Ctrl+Shift+F12",
        "Ctrl+A",
    ]


# -- help and tour -----------------------------------------------------------------------------


def test_the_help_opens_turns_and_comes_back(walker: Walker) -> None:
    walker.keys("Shift+F1")
    help_ = dialog(walker, "help_window")
    assert isinstance(help_, HelpWindow)
    assert help_.page == contents()[0].name
    help_.show_page("saving")
    assert "journal" in help_.text.toPlainText()
    click(help_, "help_window.back")
    assert help_.page == contents()[0].name
    click(help_, "help_window.forward")
    assert help_.page == "saving"


def test_the_search_of_the_help_lists_pages_and_marks_the_place(walker: Walker) -> None:
    walker.keys("F1")
    help_ = dialog(walker, "help_window")
    type_into(help_, "help_window.search", "journal")
    assert "saving" in help_.found()
    assert help_.page in help_.found()
    assert help_.text.textCursor().selectedText().casefold() == "journal"
    type_into(help_, "help_window.search", "qqqq")
    assert help_.found() == []
    assert child(help_, "help_window.nothing").isVisible()


def test_every_link_of_the_help_leads_to_a_page() -> None:
    names = {page.name for page in contents()}
    assert len(names) >= 10
    for name in names:
        assert set(re.findall(r"\]\(([a-z-]+)\.md\)", page_text(name))) <= names


def test_the_keys_page_has_the_keys_as_they_are(walker: Walker) -> None:
    walker.window.actions_table.rekey("go.go_to", ("Ctrl+Alt+J",))
    walker.window.commands.help.show_page("keys")
    text = dialog(walker, "help_window").text.toPlainText()
    assert "Ctrl+Alt+J" in text
    assert "@keys" not in text


def test_help_for_the_part_with_the_keyboard(walker: Walker) -> None:
    walker.keys("F6", "F1")
    assert dialog(walker, "help_window").page == "map"
    dialog(walker, "help_window").close()
    walker.keys("F7", "F1")
    assert dialog(walker, "help_window").page == "hex"


def test_help_for_a_dialog(walker: Walker, qtbot: QtBot) -> None:
    """A modal dialog keeps the keyboard from all other windows, but not from its help."""

    def ask(asking: QDialog) -> None:
        qtbot.waitUntil(lambda: asking.isAncestorOf(QApplication.focusWidget()))
        QTest.keyClick(asking.focusWidget(), Qt.Key.Key_F1)
        help_ = child(asking, "help_window", HelpWindow)
        assert help_.isVisible()
        assert help_.page == "hex"
        help_.close()
        asking.reject()

    in_dialog(lambda: walker.keys("Ctrl+G"), ask)


def test_the_tour_is_walked_by_keys_and_offered_once(window: Window, qtbot: QtBot) -> None:
    window.resize(1200, 800)
    walker = Walker(window, qtbot)
    qtbot.waitUntil(lambda: "help.tour" in {act.id for act, _ in window.actions_table})
    tour = child(window, "start.tour")
    assert tour.isVisible()
    click(window, "start.tour")
    qtbot.waitUntil(lambda: window.commands.help._tour.running, timeout=30_000)
    card = child(window, "tour")
    seen = []
    for _ in STEPS:
        seen.append(child(card, "tour.title").property("text"))
        assert card.isVisible()
        assert window.rect().contains(card.geometry())
        assert window.focusWidget() is child(card, "tour.next")
        walker.keys("Return")
    assert seen == [step.title for step in STEPS]
    assert not card.isVisible()
    assert window.focusWidget() is walker.view.hex.view
    assert window.workspace.settings.tour_seen
    walker.window.actions_table["help.tour"].trigger()
    qtbot.waitUntil(card.isVisible)
    walker.keys("Escape")
    assert not card.isVisible()


def test_the_tour_points_at_parts_that_are_there(walker: Walker, qtbot: QtBot) -> None:
    walker.window.actions_table["help.tour"].trigger()
    tour = walker.window.commands.help._tour
    qtbot.waitUntil(lambda: tour.running, timeout=30_000)
    for step in STEPS:
        outline = child(walker.window, "tour.outline")
        assert outline.geometry().isEmpty() == (not step.target), step
        assert spoken_name(child(walker.window, "tour.next"))
        walker.keys("Return")
    assert QApplication.activeModalWidget() is None

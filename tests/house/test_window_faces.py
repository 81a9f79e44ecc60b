"""The real window: every command and every input can be found, spoken, and reached by its own key."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from bytescope.session.workspace import Workspace
from bytescope.ui import actions, icons, theme
from bytescope.ui.dialogs.help_page import page_text
from bytescope.ui.dialogs.help_window import contents
from bytescope.ui.panels.docks import DOCKS
from bytescope.ui.widgets.tips import title_of
from bytescope.ui.window import Window
from helpers.faces import clashing_keys, nameless_actions, nameless_inputs, nameless_parts, rich_labels
from helpers.modules import listed

DESKTOP_KEYS = {
    *(
        f"Ctrl+Alt+{key}"
        for key in ("T", "L", "D", "Del", "Backspace", "Esc", "Tab", "Up", "Down", "Left", "Right")
    ),
    *(f"Ctrl+Alt+F{number}" for number in range(1, 13)),
    *(f"Alt+F{number}" for number in range(1, 11)),
    *("Alt+Tab", "Alt+Esc", "Alt+Space", "Ctrl+Esc", "Print"),
}
"""Terminal, lock, desktop, workspaces, consoles, windows: GNOME, KDE and Xfce take these first."""


@pytest.fixture
def window(qtbot) -> Window:
    made = Window(Workspace(None))
    qtbot.addWidget(made)
    yield made
    made.workspace.shut_down(wait_seconds=60)


@pytest.fixture
def full(window, qtbot) -> Window:
    """The window with a document, when all its commands and docks have come, and each dock was shown."""
    window.workspace.open_demo_now()
    with qtbot.waitSignal(window.settled):
        window.show()
    for entry in DOCKS:
        window.docks.show(entry.name)
    return window


@pytest.mark.parametrize("which", ["window", "full"])
def test_every_face_has_a_name(request, which):
    window = request.getfixturevalue(which)
    found = [*nameless_inputs(), *nameless_parts(window), *nameless_actions(window), *rich_labels()]
    assert not found, listed(found)


def test_no_two_commands_share_a_key(full):
    assert clashing_keys(full) == []


def test_no_command_has_a_key_that_desktops_keep_for_themselves(full):
    keys = {key for act, _ in full.actions_table for key in full.actions_table.usual_keys[act.id]}
    assert not keys & DESKTOP_KEYS


def test_every_command_is_in_a_menu(full):
    def shown(menu) -> set[str]:
        names = {a.objectName() for a in menu.actions()}
        return names.union(*(shown(a.menu()) for a in menu.actions() if a.menu()))

    names = {f"action.{act.id}" for act, _ in full.actions_table}
    assert names - shown(full.menuBar()) - shown(full.map_menu) == set()


def entries(menu, above: str = "") -> Iterator[str]:
    """Where each entry of the menus stands, menus inside included: "File ▸ Export"."""
    for action in menu.actions():
        title = above + title_of(action.text())
        if above and not action.isSeparator():
            yield title
        if action.menu() is not None:
            yield from entries(action.menu(), f"{title} ▸ ")


@pytest.mark.parametrize("language", ["english", "chinese"])
def test_the_help_names_menus_and_commands_that_are_there(request, language):
    if language != "english":
        request.getfixturevalue(language)
    full = request.getfixturevalue("full")
    starts = tuple(entries(full.menuBar()))
    menus = [title_of(action.text()) for action in full.menuBar().actions()]
    for page in contents():
        for line in page_text(page.name).splitlines():
            for menu in menus:
                for found in re.findall(rf"(?<!\w){menu} ▸ .*", line):
                    assert found.startswith(starts), f"{page.name}: {found}"
            named = sum(line.count(f"{menu} ▸") for menu in menus)
            assert named or "▸" not in line, f"{page.name}: {line}"


def test_every_icon_of_the_table_is_drawn(qapp):
    for name in {act.icon for act in actions.ACTS if act.icon}:
        assert not icons.icon(name, theme.palette(False)).isNull()

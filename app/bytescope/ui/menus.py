"""Menus and toolbar as nested tables of action ids."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, Literal

from PySide6.QtCore import QObject, QSize, Qt
from PySide6.QtWidgets import QMainWindow, QMenu, QToolBar, QToolButton

from bytescope.core.source.shown import printable_name
from bytescope.ui.actions import ACTS, Actions
from bytescope.ui.widgets.tips import plain_tip, title_of, tr

if TYPE_CHECKING:
    from bytescope.session.workspace import Workspace

Entry = Any
"""An action id, ``None`` for a line, or (title, entries) for a menu inside."""


def _choices(choice: str) -> tuple[str, ...]:
    return tuple(act.id for act in ACTS if act.choice == choice)


MENUS: tuple[tuple[str, tuple[Entry, ...]], ...] = (
    (
        "&File",
        (
            "files.new",
            "files.open",
            "files.open_window",
            ("Open Recen&t", ("recent",)),
            ("Sess&ion", ("sessions",)),
            "files.demo",
            None,
            "files.save",
            "files.save_as",
            ("I&mport", ("import",)),
            ("&Export", ("export",)),
            "files.reload",
            "files.recover",
            "files.differences",
            None,
            "files.close",
            "files.quit",
        ),
    ),
    (
        "&Edit",
        (
            "edits.undo",
            "edits.redo",
            None,
            "edits.cut",
            "edits.copy",
            ("Copy A&s", ("edits.copy_hex", "edits.copy_text", "edits.copy_c", "copy as")),
            "edits.paste",
            ("Paste Specia&l", ("paste",)),
            None,
            "edits.fill",
            "edits.write",
            "edits.insert",
            "edits.delete",
            "edits.revert",
            None,
            "edits.move_block",
            "edits.copy_block",
            "edits.resize",
            ("&Operations", ("operations",)),
            None,
            "edits.toggle_insert",
            "settings",
        ),
    ),
    (
        "&Go",
        (
            "go.go_to",
            "go.find",
            "go.find_next",
            "go.find_previous",
            ("Searc&h", ("search",)),
            None,
            "go.next_page",
            "go.previous_page",
            "go.next_edited",
            "go.previous_edited",
            "go.next_outside",
            "go.previous_outside",
            None,
            "go.back",
            "go.forward",
            None,
            "go.select_all",
            "go.select_range",
        ),
    ),
    ("&Pages", ("pages",)),
    (
        "&View",
        (
            ("Map &Scheme", _choices("scheme")),
            ("Map &Palette", ("palettes",)),
            ("Map Layo&ut", _choices("layout")),
            ("La&yers", ("layers",)),
            "look.zoom_in",
            "look.zoom_out",
            "look.zoom_fit",
            ("Sur&vey", ("look.pause", None, "survey")),
            None,
            ("&Bytes a Row", _choices("columns")),
            ("&Group", (*_choices("group"), None, *_choices("byteorder"))),
            ("W&rite Bytes As", _choices("base")),
            ("Write Offs&ets As", _choices("offset_base")),
            ("&Text Encoding", _choices("encoding")),
            "look.fold",
            "look.od",
            None,
            ("Sp&lit", ("split",)),
            "look.focus_map",
            "look.focus_hex",
            None,
            ("&Memory", ("memory",)),
            ("&Colours", _choices("theme")),
            "docks",
        ),
    ),
    ("&Compare", ("compare",)),
    ("&Tools", ("tools",)),
    ("&Bookmarks", ("bookmarks",)),
    ("&Help", ("help.contents", "help.keys", "help", None, "help.about")),
)

TOOLBAR: tuple[str | None, ...] = (
    "files.open",
    "files.save",
    None,
    "edits.undo",
    "edits.redo",
    None,
    "edits.fill",
    "edits.write",
    "edits.insert",
    "edits.delete",
    "edits.revert",
    None,
    "go.go_to",
    "go.find",
    "go.previous_edited",
    "go.next_edited",
    None,
    "look.zoom_in",
    "look.zoom_out",
    "look.zoom_fit",
    "look.pause",
)

WITH_TEXT = {
    "files.open",
    "files.save",
    "edits.fill",
    "edits.write",
    "edits.insert",
    "edits.revert",
    "go.go_to",
    "go.find",
}

LATE = (
    "recent",
    "sessions",
    "split",
    "import",
    "export",
    "copy as",
    "paste",
    "operations",
    "settings",
    "search",
    "pages",
    "survey",
    "layers",
    "palettes",
    "memory",
    "docks",
    "compare",
    "tools",
    "bookmarks",
    "help",
)
"""Places in the menus that are filled while the program runs."""

HEX_MENU: tuple[str | None, ...] = (
    "edits.cut",
    "edits.copy",
    "edits.copy_hex",
    "edits.copy_text",
    "edits.copy_c",
    "edits.paste",
    None,
    "edits.fill",
    "edits.write",
    "edits.insert",
    "edits.delete",
    "edits.revert",
    None,
    "go.go_to",
    "go.select_range",
    "go.select_all",
)


def build_menus(window: QMainWindow, actions: Actions) -> dict[str, QMenu]:
    """Fill the menu bar; returns the menus that are filled while running, by the names of ``LATE``."""
    late: dict[str, QMenu] = {}
    for title, entries in MENUS:
        menu = window.menuBar().addMenu(tr(title))
        menu.setObjectName(f"menu.{title.replace('&', '').lower()}")
        fill(menu, entries, actions, late)
    return late


def fill(menu: QMenu, entries: Sequence[Entry], actions: Actions, late: dict[str, QMenu]) -> None:
    """Put ``entries`` at the end of ``menu``; ``late`` gets the menus that have one of ``LATE``."""
    for entry in entries:
        if entry is None:
            menu.addSeparator()
        elif isinstance(entry, tuple):
            title, entries_inside = entry
            inner = QMenu(tr(title), menu)
            menu.addMenu(inner)
            inner.setObjectName(f"{menu.objectName()}.{title.replace('&', '').lower()}")
            fill(inner, entries_inside, actions, late)
        elif entry in LATE:
            late[entry] = menu
        else:
            menu.addAction(actions[entry])


def build_toolbar(window: QMainWindow, actions: Actions) -> QToolBar:
    """The toolbar: the main acts with their names, the others as icons."""
    bar = QToolBar(tr("Toolbar"), window)
    bar.setObjectName("toolbar")
    bar.setAccessibleName(tr("Toolbar"))
    bar.setMovable(False)
    bar.setIconSize(QSize(20, 20))
    bar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    for entry in TOOLBAR:
        if entry is None:
            bar.addSeparator()
            continue
        action = actions[entry]
        bar.addAction(action)
        button = bar.widgetForAction(action)
        button.setObjectName(f"toolbar.{entry}")
        button.setAccessibleName(title_of(action.text()))
        if entry not in WITH_TEXT:
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)  # type: ignore[attr-defined]
    bar.addWidget(_chooser(bar, actions, "scheme", tr("Scheme")))
    bar.addWidget(_chooser(bar, actions, "layout", tr("Layout")))
    window.addToolBar(bar)
    return bar


def _chooser(bar: QToolBar, actions: Actions, choice: Literal["scheme", "layout"], title: str) -> QToolButton:
    """A button that drops down what can be chosen; the entries are those of the View menu."""
    button = QToolButton(bar)
    button.setObjectName(f"toolbar.{choice}")
    if choice == "scheme":
        name, tip = tr("Map scheme"), tr("Choose the map's scheme")
    else:
        name, tip = tr("Map layout"), tr("Choose the map's layout")
    button.setAccessibleName(name)
    button.setText(title)
    button.setToolTip(plain_tip(tip))
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    menu = QMenu(button)
    menu.setObjectName(f"menu.{choice}")
    fill(menu, _choices(choice), actions, {})
    button.setMenu(menu)
    return button


def context_menu(window: QMainWindow, actions: Actions, panel: Literal["map", "hex"]) -> QMenu:
    """What a right click on the map or in the hex panel offers; the map's entries come with ``late_acts``."""
    menu = QMenu(window)
    menu.setObjectName(f"menu.{panel}")
    if panel == "hex":
        fill(menu, HEX_MENU, actions, {})
    return menu


class RecentMenu(QObject):
    """The files opened last, listed anew whenever the menu is opened."""

    def __init__(self, menu: QMenu, workspace: Workspace) -> None:
        super().__init__(menu)
        self._menu = menu
        self._workspace = workspace
        menu.aboutToShow.connect(self._fill)

    def _fill(self) -> None:
        self._menu.clear()
        for path in self._workspace.recent:
            shown = printable_name(path).replace("&", "&&")
            self._menu.addAction(shown).triggered.connect(partial(self._open, path))

    def _open(self, path: str, checked: bool = False) -> None:
        self._workspace.open(path)

"""What the command palette lists: the commands of the table, recent files, open documents, offsets."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu, QMenuBar

from bytescope.core.errors import InputError
from bytescope.core.source.shown import printable_name
from bytescope.core.text.formats import hex_text
from bytescope.core.text.fuzzy import fitness
from bytescope.ui.dialogs.command_bar import Entry
from bytescope.ui.shortcuts import native
from bytescope.ui.widgets.tips import title_of, tr

if TYPE_CHECKING:
    from bytescope.ui.actions import Act
    from bytescope.ui.window import Window

REMEMBERED = 20
"""Commands used last that come first."""

WHY_NOT = {
    "document": "There is no document; open one first.",
    "file": "This document has no file.",
    "editable": "This document is open for reading only.",
    "resizable": "The length of this document cannot change in this access mode.",
    "modified": "There is nothing to save.",
    "undo": "There is nothing to undo.",
    "redo": "There is nothing to redo.",
    "selection": "Nothing is selected.",
    "page cache": "There is no file, or the system has no call for it.",
    "live": "This document is not in Live access.",
    "comparing": "Nothing is being compared.",
    "other": "This is not possible now.",
}
"""Why a command is off, by what it needs."""


class PaletteEntries:
    """Answers what fits a text, the best first."""

    def __init__(self, window: Window) -> None:
        self._window = window
        self._paths: dict[str, str] = {}

    def look_again(self) -> None:
        """Read anew where the commands stand in the menus."""
        self._paths = places(self._window.menuBar())

    def answer(self, text: str) -> list[Entry]:
        """The entries that fit ``text``; without one the commands used last, and all others after them."""
        commands = self._commands()
        if not text.strip():
            return commands
        english = self._window.actions_table.english
        found = [
            (_fitness(text, entry, english[entry.id]), -place, entry) for place, entry in enumerate(commands)
        ]
        found += [(_fitness(text, entry), -10_000, entry) for entry in self._files()]
        fitting = [item for item in found if item[0]]
        fitting.sort(key=lambda item: (_rank(item[0], item[2]), item[1]), reverse=True)
        return [*self._jumps(text), *(item[2] for item in fitting)]

    def run(self, entry: Entry) -> None:
        """Do what an entry says."""
        kind, _, rest = entry.id.partition(":")
        window = self._window
        if kind == "go" and window.current is not None:
            window.current.session.go_to(int(rest))
            window.current.hex.setFocus()
        elif kind == "file":
            window.workspace.open(rest)
        elif kind == "tab":
            window.show_view(window.views[int(rest)])
        else:
            used = (kind, *(id_ for id_ in window.workspace.settings.commands if id_ != kind))
            window.workspace.remember(commands=used[:REMEMBERED])
            window.actions_table[kind].trigger()

    def _commands(self) -> list[Entry]:
        used = {id_: place for place, id_ in enumerate(self._window.workspace.settings.commands)}
        entries = [
            Entry(
                act.id,
                self._paths.get(act.id, title_of(action.text())),
                act.tip,
                native(act.keys),
                "" if action.isEnabled() else self._why_not(act),
            )
            for act, action in self._window.actions_table
            if act.id != "settings.commands"
        ]
        return sorted(entries, key=lambda entry: used.get(entry.id, REMEMBERED))

    def _why_not(self, act: Act) -> str:
        when = act.when if self._window.current is not None else "document"
        return tr(WHY_NOT.get(when, WHY_NOT["other"]))

    def _files(self) -> list[Entry]:
        window = self._window
        tabs = [
            Entry(f"tab:{place}", f"{view.session.name}", tr("Show this document"))
            for place, view in enumerate(window.views)
        ]
        files = [
            Entry(
                f"file:{path}",
                printable_name(os.path.basename(path)),
                tr("Open {name}", name=printable_name(path)),
            )
            for path in window.workspace.recent
        ]
        return [*tabs, *files]

    def _jumps(self, text: str) -> list[Entry]:
        """Where a number expression leads."""
        view = self._window.current
        if view is None:
            return []
        from bytescope.core.text.numbers import parse_number

        try:
            offset = parse_number(text, view.session.names())
        except InputError:
            return []
        if not 0 <= offset <= view.session.size:
            why = tr("This is outside the document.")
            return [Entry("go:0", tr("Go to {place}", place=text.strip()), "", "", why)]
        return [Entry(f"go:{offset}", tr("Go to {place}", place=hex_text(offset)), f"{offset:,}")]


def places(menu: QMenuBar | QMenu, above: str = "") -> dict[str, str]:
    """Of each command, by its id and in the order of the menus, where it stands: "View ▸ Colours ▸ Dark"."""
    found: dict[str, str] = {}
    for action in menu.actions():
        inner = action.menu()
        title = f"{above}{title_of(action.text())}"
        if isinstance(inner, QMenu):
            for id_, place in places(inner, f"{title} ▸ ").items():
                found.setdefault(id_, place)
        elif action.objectName().startswith("action."):
            found.setdefault(action.objectName().removeprefix("action."), title)
    return found


def _fitness(text: str, entry: Entry, english: str = "") -> int:
    """A command's own name counts more than the menus that it is in; its English one is known as well."""
    name = entry.title.rpartition(" ▸ ")[2]
    others = fitness(text, entry.title, entry.tip), fitness(text, english)
    return max(fitness(text, name, entry.tip), *(fit - 1 for fit in others))


def _rank(fit: int, entry: Entry) -> int:
    """What can be done now comes before what cannot, if it fits about as well."""
    return fit - (60 if entry.why_not else 0)

"""The commands of a search that the first bytes do not need, as a table."""

from __future__ import annotations

from bytescope.ui.actions import Act
from bytescope.ui.menus import Entry

SEARCH_ACTS: tuple[Act, ...] = (
    Act("search.find_all", "Find A&ll…", "List every hit", ("Ctrl+Alt+F",)),
    Act("search.replace", "&Replace…", "Replace what is found, one or all", ("Ctrl+H",), "", "editable"),
    Act("search.show_found", "Fo&und Hits", "Keyboard to the list of hits", ("Ctrl+Alt+G",)),
    Act("search.clear", "&Clear Found Hits", "Forget the listed hits and their marks"),
)

SEARCH_MENU: tuple[Entry, ...] = (
    "search.find_all",
    "search.replace",
    "search.show_found",
    "search.clear",
)

"""Session files."""

from __future__ import annotations

from bytescope.ui.actions import Act
from bytescope.ui.menus import Entry

SESSION_ACTS: tuple[Act, ...] = (
    Act(
        "sessions.open",
        "&Open Session…",
        "Open the files of a session file, with their places and bookmarks",
        ("Ctrl+Alt+O",),
        "",
        "always",
    ),
    Act(
        "sessions.save_as",
        "&Save Session As…",
        "Write which files are open, their places, looks and bookmarks, and the docks to a session file",
        ("Ctrl+Alt+Shift+S",),
    ),
)

SESSION_MENU: tuple[Entry, ...] = ("sessions.open", "sessions.save_as")

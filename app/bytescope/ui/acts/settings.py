"""The commands that set the program up, and those that explain it."""

from __future__ import annotations

from bytescope.ui.actions import Act
from bytescope.ui.menus import Entry

SETTINGS_ACTS: tuple[Act, ...] = (
    Act(
        "settings.preferences",
        "Prefere&nces…",
        "How the program looks and works",
        ("Ctrl+,",),
        "settings",
        "always",
    ),
    Act("settings.shortcuts", "S&hortcuts…", "Which keys give which command", (), "keyboard", "always"),
    Act(
        "settings.commands",
        "Comm&and Palette",
        "Find any command, recent file or offset by typing a few letters",
        ("Ctrl+Shift+P",),
        "find",
        "always",
    ),
    Act("help.tour", "&Tour", "The window in seven steps, on the demo file", (), "", "always"),
    Act(
        "help.here",
        "Help for This &Part",
        "The page of the help about the part of the window that has the keyboard",
        ("F1",),
        "",
        "always",
    ),
)

SETTINGS_MENU: tuple[Entry, ...] = (
    None,
    "settings.commands",
    "settings.shortcuts",
    "settings.preferences",
)
HELP_MENU: tuple[Entry, ...] = ("help.tour", "help.here", "help.layers")

"""Watching other processes and our own stores."""

from __future__ import annotations

from bytescope.ui.actions import Act
from bytescope.ui.menus import Entry

WATCH_ACTS: tuple[Act, ...] = (
    Act(
        "watching.processes",
        "&Processes That Use This File…",
        "Who maps the file or has it open, and which pages of it they have mapped",
        ("Ctrl+Alt+M",),
        "",
        "file",
    ),
    Act(
        "watching.reads",
        "Watch &Reads and Writes",
        "Which pages other programs read and write from now on, by the kernel's trace events (root)",
        ("Ctrl+Alt+W",),
        "",
        "file",
        True,
    ),
    Act(
        "watching.stores",
        "&Audit Stores",
        "Which pages our own stores reach from now on, told by the kernel (documents in Live access)",
        ("Ctrl+Alt+S",),
        "",
        "live",
        True,
    ),
    Act(
        "watching.stores_anew",
        "Begin Store Audit A&new",
        "Forget which pages were stored to so far (documents in Live access)",
        ("Ctrl+Alt+B",),
        "",
        "live",
    ),
)

WATCH_MENU: tuple[Entry, ...] = (
    "watching.processes",
    None,
    "watching.reads",
    None,
    "watching.stores",
    "watching.stores_anew",
)

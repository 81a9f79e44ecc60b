"""What is remembered of files, and how much memory it takes."""

from __future__ import annotations

from bytescope.session.settings import ONE_OF
from bytescope.ui.actions import Act
from bytescope.ui.menus import Entry

MEMORY_ACTS: tuple[Act, ...] = (
    Act(
        "memory.snapshots",
        "Snaps&hots…",
        "The snapshots that are kept: compare, export, import, delete",
        ("Ctrl+Shift+H",),
        when="always",
    ),
    *(
        Act(
            f"memory.most_{size}",
            f"{size} MiB" if size < 1024 else f"{size >> 10} GiB",
            "Memory for what is known of the pages of one document; the least recently seen pages go first",
            when="always",
            checkable=True,
            choice="map_memory",
            value=str(size),
        )
        for size in ONE_OF["map_memory"]
        if isinstance(size, int)
    ),
    Act(
        "memory.remember",
        "&Remember What Was Read",
        "Keep what was learned of a file's pages, none of its bytes, and show it when it is opened again",
        when="always",
        checkable=True,
    ),
    Act(
        "memory.forget",
        "&Forget What Was Remembered",
        "Remove all that is kept; of open files it is kept again when they are closed",
        when="always",
    ),
)

MEMORY_MENU: tuple[Entry, ...] = (
    *(act.id for act in MEMORY_ACTS if act.choice),
    None,
    "memory.remember",
    "memory.forget",
)

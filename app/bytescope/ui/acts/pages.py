"""The commands of the Pages menu."""

from __future__ import annotations

from bytescope.core.touched.layers import BY_NAME, MEANINGS
from bytescope.ui.actions import Act
from bytescope.ui.acts.watching import WATCH_MENU
from bytescope.ui.menus import Entry

TOUCHED_ACTS: tuple[Act, ...] = (
    Act(
        "pages.next_touched",
        "&Next Touched Page",
        "The next page of the state shown alone, else of the one chosen below (N in the map)",
        ("Ctrl+F9",),
    ),
    Act(
        "pages.previous_touched",
        "&Previous Touched Page",
        "The page before of the state shown alone, else of the one chosen below (P in the map)",
        ("Ctrl+Shift+F9",),
    ),
    Act(
        "pages.first_edited",
        "First &Edited Page Here",
        "To the first edited page of the selection, else of the map's cell (Alt and a click in the map)",
        ("Ctrl+Shift+E",),
    ),
    Act(
        "pages.evict",
        "Ev&ict from Memory",
        "Have the page cache drop the pages of the selection, else the page of the caret",
        ("Ctrl+Shift+X",),
        "",
        "page cache",
    ),
    Act(
        "pages.load",
        "&Load into Memory",
        "Read the pages of the selection, else the page of the caret, into the page cache",
        ("Ctrl+Shift+M",),
        "",
        "page cache",
    ),
    Act(
        "pages.flush",
        "&Flush to Disk",
        "Wait until what was written to the selected pages is on the disk",
        ("Ctrl+Shift+B",),
        "",
        "file",
    ),
    Act("pages.list", "Touched Pages Li&st", "Which pages were touched, why, when and by whom", ("F9",)),
    Act(
        "pages.timeline",
        "Ti&meline",
        "When pages were touched, played back on the map",
        ("Shift+F9",),
    ),
    *(
        Act(
            f"pages.walk_{m.name}",
            m.title,
            f"Next and Previous go to the pages of this state while none is shown alone. {m.meaning}",
            checkable=True,
            choice="walked",
            value=m.name,
        )
        for m in MEANINGS.values()
    ),
)

COPY_ACTS: tuple[Act, ...] = (
    Act(
        "pages.next_copy",
        "Next &Copy of This Page",
        "The next page that holds the same bytes",
        ("Ctrl+Shift+C",),
        "",
        "file",
    ),
)

PAGES_MENU: tuple[Entry, ...] = (
    "pages.next_touched",
    "pages.previous_touched",
    ("Next and Previous &Go Through", tuple(f"pages.walk_{name}" for name in BY_NAME)),
    "pages.first_edited",
    "pages.next_copy",
    None,
    "pages.evict",
    "pages.load",
    "pages.flush",
    "edits.revert",
    None,
    "pages.list",
    "pages.timeline",
    None,
    "compare.take_snapshot",
    "memory.snapshots",
    None,
    ("&Watch", WATCH_MENU),
)

"""The commands of the Compare menu as a table."""

from __future__ import annotations

from bytescope.ui.actions import Act
from bytescope.ui.menus import Entry

COMPARE_ACTS: tuple[Act, ...] = (
    Act("compare.with_file", "With &File…", "Compare this document with a file", ("Ctrl+Shift+D",)),
    Act(
        "compare.with_tab",
        "With Another &Tab…",
        "Compare with another open document",
        ("Ctrl+Shift+T",),
    ),
    Act(
        "compare.with_saved",
        "With Last &Saved State",
        "Compare the document with its file as it was last saved",
        (),
        "",
        "file",
    ),
    Act("compare.with_snapshot", "With Sn&apshot…", "Compare the pages with fingerprints taken earlier"),
    Act("compare.take_snapshot", "Ta&ke Snapshot…", "Keep a fingerprint of every page as it is now"),
    Act(
        "compare.next", "&Next Difference", "To the next bytes that differ", ("F4",), "find-next", "comparing"
    ),
    Act(
        "compare.previous",
        "&Previous Difference",
        "To the bytes before that differ",
        ("Shift+F4",),
        "find-previous",
        "comparing",
    ),
    Act("compare.other_side", "&Other Side", "Keyboard to the other side", ("Shift+F7",), "", "comparing"),
    Act("compare.pause", "Pa&use or Go On", "Stop comparing for now, or go on with it", (), "", "comparing"),
    Act("compare.swap", "S&wap", "Left and right change places", (), "", "comparing"),
    Act("compare.shift", "S&hift…", "Let the bytes of the other side stand elsewhere", (), "", "comparing"),
    Act(
        "compare.end", "&End Comparison", "Show the document alone again", ("Ctrl+F4",), "close", "comparing"
    ),
)

COMPARE_MENU: tuple[Entry, ...] = (
    "compare.with_file",
    "compare.with_tab",
    "compare.with_saved",
    "compare.with_snapshot",
    "compare.take_snapshot",
    None,
    "compare.next",
    "compare.previous",
    None,
    "compare.other_side",
    "compare.swap",
    "compare.pause",
    "compare.shift",
    None,
    "compare.end",
)

"""Several views of one document, and two documents side by side."""

from __future__ import annotations

from bytescope.ui.actions import Act
from bytescope.ui.menus import Entry

SPLIT_ACTS: tuple[Act, ...] = (
    Act("split.beside", "Split &Beside", "A second hex panel of this document at the right", ("Ctrl+\\",)),
    Act("split.below", "Split Be&low", "A second hex panel of this document below", ("Ctrl+Shift+F7",)),
    Act("split.other", "&Other Panel", "Keyboard to the other hex panel of this document", ("Ctrl+F7",)),
    Act(
        "split.linked",
        "Scroll &Together",
        "Both hex panels show the same bytes and caret; else each has its own",
        (),
        "",
        "document",
        True,
    ),
    Act("split.close", "&Close Split", "Show one hex panel again", ("Ctrl+Shift+F8",)),
    Act(
        "split.move",
        "&Move to Other Side",
        "Have this document beside another one, in a group of tabs of its own",
        ("Ctrl+Shift+F6",),
    ),
    Act("split.over", "Go to Other &Side", "Keyboard to the document on the other side", ("Ctrl+F6",)),
    Act("split.join", "&Join Both Sides", "Have all documents in one group of tabs again"),
)

SPLIT_MENU: tuple[Entry, ...] = (
    "split.beside",
    "split.below",
    None,
    "split.other",
    "split.linked",
    None,
    "split.close",
    None,
    "split.move",
    "split.over",
    "split.join",
)

TAB_MENU: tuple[Entry, ...] = ("split.move", "split.join", None, "files.close")
"""What a right click on a tab offers."""

"""Several views of one document."""

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
)

SPLIT_MENU: tuple[Entry, ...] = (
    "split.beside",
    "split.below",
    None,
    "split.other",
    "split.linked",
    None,
    "split.close",
)

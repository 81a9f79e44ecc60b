"""Bookmarks: make, name, go to, exchange."""

from __future__ import annotations

from bytescope.ui.actions import Act
from bytescope.ui.menus import Entry

BOOKMARK_ACTS: tuple[Act, ...] = (
    Act("bookmarks.add", "&Add Bookmark", "Name the selected bytes, or the place of the caret", ("Ctrl+B",)),
    Act(
        "bookmarks.rename",
        "&Edit Bookmark Here",
        "Type another name for the bookmark at the caret; its other cells are beside it",
        ("Ctrl+Alt+E",),
    ),
    Act("bookmarks.remove", "&Remove Bookmark Here", "Remove the innermost bookmark at the caret"),
    Act("bookmarks.remove_all", "Remove All Bookmar&ks", "Remove all bookmarks of this document"),
    Act("bookmarks.next", "&Next Bookmark", "The next bookmark of this document", ("Alt+PgDown",)),
    Act("bookmarks.previous", "&Previous Bookmark", "The bookmark before", ("Alt+PgUp",)),
    *(
        Act(
            f"bookmarks.go_{n}",
            f"Bookmark &{n}",
            f"Go to the bookmark with the number {n}",
            (f"Alt+{n}",),
        )
        for n in range(1, 10)
    ),
    Act("bookmarks.show_list", "&List of Bookmarks", "Keyboard to the list of bookmarks", ("Alt+0",)),
    Act("bookmarks.take", "&Import Bookmarks…", "Add the bookmarks of a JSON or CSV file"),
    Act("bookmarks.export", "E&xport Bookmarks…", "Write the bookmarks to a JSON or CSV file"),
)

BOOKMARK_MENU: tuple[Entry, ...] = (
    "bookmarks.add",
    "bookmarks.rename",
    "bookmarks.remove",
    None,
    "bookmarks.next",
    "bookmarks.previous",
    ("&Go to Bookmark", tuple(f"bookmarks.go_{n}" for n in range(1, 10))),
    "bookmarks.show_list",
    None,
    "bookmarks.take",
    "bookmarks.export",
    None,
    "bookmarks.remove_all",
)

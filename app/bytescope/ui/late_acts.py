"""Commands that the first bytes do not need: on pages, their states, comparing. They come later."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bytescope.core.touched.layers import BY_NAME, MEANINGS
from bytescope.session.palettes import OURS, OWN
from bytescope.session.settings import ONE_OF
from bytescope.ui.actions import Act
from bytescope.ui.compare.acts import COMPARE_ACTS, COMPARE_MENU
from bytescope.ui.menus import Entry, fill

if TYPE_CHECKING:
    from bytescope.ui.window import Window

TOUCHED_ACTS: tuple[Act, ...] = (
    Act(
        "pages.next_touched",
        "&Next Touched Page",
        "The next page of the state shown alone, else of the one chosen below (N in the map)",
        ("Ctrl+Shift+N",),
    ),
    Act(
        "pages.previous_touched",
        "&Previous Touched Page",
        "The page before of the state shown alone, else of the one chosen below (P in the map)",
        ("Ctrl+Shift+P",),
    ),
    Act(
        "pages.first_edited",
        "First &Edited Page Here",
        "To the first edited page of the selection, else of the map's cell (Alt and a click in the map)",
        ("Ctrl+Shift+E",),
    ),
    Act(
        "pages.evict",
        "E&vict from Memory",
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

LAYER_ACTS: tuple[Act, ...] = (
    *(
        Act(
            f"layers.show_{m.name}", m.title, m.meaning, when="document", checkable=True,
            choice="layer", value=m.name,
        )
        for m in MEANINGS.values()
    ),
    *(
        Act(
            f"layers.alone_{m.name}", f"Only {m.title}", f"All colour to this state. {m.meaning}",
            checkable=True, choice="alone", value=m.name,
        )
        for m in MEANINGS.values()
    ),
    Act(
        "layers.alone_none", "&Content in Colour", "Content has its colours again, states have marks",
        checkable=True, choice="alone", value="none",
    ),
    Act("layers.usual", "&Usual Layers", "Show the layers that are shown at first"),
    Act("layers.choose", "La&yers…", "Which states of pages the map shows", ("Ctrl+L",)),
    Act("help.layers", "&Layers of the Map", "What each state means, and when it ends", when="always"),
)  # fmt: skip

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


COLOUR_ACTS: tuple[Act, ...] = (
    *(
        Act(
            f"palettes.use_{key}",
            text,
            f"Colours of the map: {text.lower()}",
            (),
            "",
            "always",
            True,
            "palette",
            key,
        )
        for key, text in (*OURS, (OWN, "From a File"))
    ),
    Act(
        "palettes.load", "&Load…", "Take the map's colours from a file (JSON, .pal or .gpl)", (), "", "always"
    ),
)

EXPORT_ACTS: tuple[Act, ...] = (
    Act("exports.picture", "&Map as Picture…", "Save the map with its legend as PNG or SVG"),
    Act("exports.facts", "&Facts…", "Save what is known of the pages as CSV, JSON, Arrow or Parquet"),
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

SURVEY_ACTS: tuple[Act, ...] = (
    *(
        Act(f"survey.reads_{key}", text, tip, (), "", "always", True, "survey_whole", key)
        for key, text, tip in (
            ("all", "Read &Everything", "Read every page, what is in view first"),
            (
                "view",
                "Only What Is in &View",
                "Read samples of the whole file, and exactly only what is in view, up to 64 MiB",
            ),
        )
    ),
    *(
        Act(
            f"survey.rate_{rate}",
            f"At Most {rate:,} MB/s" if rate else "&No Limit",
            "How fast pages are read that nobody waits for",
            (),
            "",
            "always",
            True,
            "survey_rate",
            str(rate),
        )
        for rate in (0, 50, 200, 1000)
    ),
)

MEMORY_ACTS: tuple[Act, ...] = (
    Act(
        "memory.snapshots",
        "S&napshots…",
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

LATE_ACTS: tuple[Act, ...] = (
    *TOUCHED_ACTS,
    *LAYER_ACTS,
    *WATCH_ACTS,
    *COMPARE_ACTS,
    *COLOUR_ACTS,
    *EXPORT_ACTS,
    *COPY_ACTS,
    *SURVEY_ACTS,
    *MEMORY_ACTS,
)
"""All of them; each part of the program has a tuple of its own above."""

LATE_MENUS: dict[str, tuple[Entry, ...]] = {
    "export": ("exports.picture", "exports.facts"),
    "palettes": (*(f"palettes.use_{key}" for key, _ in OURS), "palettes.use_own", None, "palettes.load"),
    "survey": (
        "survey.reads_all",
        "survey.reads_view",
        None,
        *(f"survey.rate_{rate}" for rate in (0, 50, 200, 1000)),
    ),
    "pages": (
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
    ),
    "memory": MEMORY_MENU,
    "layers": (
        *(f"layers.show_{name}" for name in BY_NAME),
        None,
        ("&Only One Layer", tuple(f"layers.alone_{name}" for name in BY_NAME)),
        "layers.alone_none",
        "layers.usual",
    ),
    "help": ("help.layers",),
    "compare": COMPARE_MENU,
}
"""What fills the places that ``menus.LATE`` names; a menu without entries is not shown."""

MAP_MENU: tuple[Entry, ...] = (
    "edits.fill",
    "edits.write",
    "edits.revert",
    None,
    "edits.copy",
    "go.go_to",
    "pages.next_touched",
    "pages.previous_touched",
    "pages.first_edited",
    "pages.next_copy",
    None,
    "pages.evict",
    "pages.load",
    "pages.flush",
    None,
    "pages.list",
    "pages.timeline",
    ("&Watch", WATCH_MENU),
    ("C&ompare", COMPARE_MENU),
    None,
    "layers.choose",
    "look.zoom_in",
    "look.zoom_out",
    "look.zoom_fit",
)
"""What a right click on the map offers."""


def join(window: Window) -> None:
    """Give ``window`` these commands and fill its menus with them."""
    actions = window.actions_table
    actions.add(LATE_ACTS)
    late = {act.id for act in LATE_ACTS}
    window.commands.follow((act, action) for act, action in actions if act.id in late)
    for place, entries in LATE_MENUS.items():
        menu = window.menus[place]
        fill(menu, entries, actions, {})
        menu.menuAction().setVisible(bool(entries))
        menu.setToolTipsVisible(True)  # they say why an entry is off
    fill(window.map_menu, MAP_MENU, actions, {})
    window.map_menu.setToolTipsVisible(True)
    window.commands.palettes.show_choice()
    window.menus["memory"].aboutToShow.connect(window.commands.memory.show_state)
    window.showing.refresh()

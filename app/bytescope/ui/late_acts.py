"""Commands that the first bytes do not need, and their places in the menus. They come later."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bytescope.ui.actions import Act
from bytescope.ui.acts.bookmarks import BOOKMARK_ACTS, BOOKMARK_MENU
from bytescope.ui.acts.colours import COLOUR_ACTS, PALETTE_MENU
from bytescope.ui.acts.compare import COMPARE_ACTS, COMPARE_MENU
from bytescope.ui.acts.exchange import (
    COPY_AS_MENU,
    EXCHANGE_ACTS,
    EXCHANGE_EXPORT_MENU,
    IMPORT_MENU,
    PASTE_MENU,
)
from bytescope.ui.acts.exports import EXPORT_ACTS, EXPORT_MENU
from bytescope.ui.acts.inspecting import INSPECT_ACTS, INSPECT_MENU
from bytescope.ui.acts.layers import LAYER_ACTS, LAYER_MENU
from bytescope.ui.acts.memory import MEMORY_ACTS, MEMORY_MENU
from bytescope.ui.acts.operations import OPERATION_ACTS, OPERATION_MENU
from bytescope.ui.acts.pages import COPY_ACTS, PAGES_MENU, TOUCHED_ACTS
from bytescope.ui.acts.search import SEARCH_ACTS, SEARCH_MENU
from bytescope.ui.acts.sessions import SESSION_ACTS, SESSION_MENU
from bytescope.ui.acts.settings import HELP_MENU, SETTINGS_ACTS, SETTINGS_MENU
from bytescope.ui.acts.split import SPLIT_ACTS, SPLIT_MENU
from bytescope.ui.acts.statistics import (
    STATISTICS_ACTS,
    STATISTICS_COPY_MENU,
    STATISTICS_EXPORT_MENU,
    STATISTICS_MENU,
)
from bytescope.ui.acts.survey import SURVEY_ACTS, SURVEY_MENU
from bytescope.ui.acts.understand import UNDERSTAND_ACTS, UNDERSTAND_MENU
from bytescope.ui.acts.watching import WATCH_ACTS, WATCH_MENU
from bytescope.ui.menus import Entry, fill

if TYPE_CHECKING:
    from bytescope.ui.window import Window

LATE_ACTS: tuple[Act, ...] = (
    *SETTINGS_ACTS,
    *TOUCHED_ACTS,
    *LAYER_ACTS,
    *WATCH_ACTS,
    *COMPARE_ACTS,
    *COLOUR_ACTS,
    *EXPORT_ACTS,
    *EXCHANGE_ACTS,
    *COPY_ACTS,
    *SURVEY_ACTS,
    *MEMORY_ACTS,
    *STATISTICS_ACTS,
    *SEARCH_ACTS,
    *OPERATION_ACTS,
    *BOOKMARK_ACTS,
    *INSPECT_ACTS,
    *UNDERSTAND_ACTS,
    *SESSION_ACTS,
    *SPLIT_ACTS,
)
"""All of them; each part of the program has a module of its own."""

LATE_MENUS: dict[str, tuple[Entry, ...]] = {
    "export": (*EXCHANGE_EXPORT_MENU, *EXPORT_MENU, *STATISTICS_EXPORT_MENU),
    "palettes": PALETTE_MENU,
    "survey": SURVEY_MENU,
    "pages": PAGES_MENU,
    "memory": MEMORY_MENU,
    "layers": LAYER_MENU,
    "help": HELP_MENU,
    "compare": COMPARE_MENU,
    "import": IMPORT_MENU,
    "copy as": (*COPY_AS_MENU, *STATISTICS_COPY_MENU),
    "paste": PASTE_MENU,
    "operations": OPERATION_MENU,
    "search": SEARCH_MENU,
    "settings": SETTINGS_MENU,
    "tools": (*INSPECT_MENU, None, *UNDERSTAND_MENU, None, *STATISTICS_MENU),
    "bookmarks": BOOKMARK_MENU,
    "sessions": SESSION_MENU,
    "split": SPLIT_MENU,
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


HEX_MENU: tuple[Entry, ...] = (
    None,
    ("Copy &As", COPY_AS_MENU[1:]),
    "exchange.paste_special",
    "exchange.insert_file",
    "exchange.save_selection",
)
"""What a right click on the bytes offers beside the commands that are there from the start."""


def join(window: Window) -> None:
    """Give ``window`` these commands and fill its menus with them."""
    from bytescope.ui.helping import DialogHelp
    from bytescope.ui.widgets.box_keys import BoxKeys
    from bytescope.ui.widgets.focus_ring import FocusRings
    from bytescope.ui.widgets.own_keys import OwnKeys

    BoxKeys(window)
    DialogHelp(window)
    FocusRings(window)
    OwnKeys(window)
    actions = window.actions_table
    actions.add(LATE_ACTS)
    late = {act.id for act in LATE_ACTS}
    window.commands.follow((act, action) for act, action in actions if act.id in late)
    for place, entries in LATE_MENUS.items():
        menu = window.menus[place]
        fill(menu, entries, actions, {})
        menu.menuAction().setVisible(not menu.isEmpty())
        menu.setToolTipsVisible(True)  # they say why an entry is off
    fill(window.map_menu, MAP_MENU, actions, {})
    window.map_menu.setToolTipsVisible(True)
    window.commands.settings.take_shortcuts()
    fill(window.hex_menu, HEX_MENU, actions, {})
    window.commands.palettes.show_choice()
    window.loading.map_shown.connect(window.commands.bookmarks.follow)
    window.commands.sessions.follow()
    window.commands.split.follow()
    window.menus["memory"].aboutToShow.connect(window.commands.memory.show_state)
    window.showing.refresh()

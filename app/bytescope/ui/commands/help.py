"""The commands of the Help menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication

from bytescope.ui.shortcuts import native
from bytescope.ui.widgets.tips import title_of, tr

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from bytescope.ui.dialogs.help_window import HelpWindow
    from bytescope.ui.tour import Tour
    from bytescope.ui.window import Window


PANEL_KEYS = (
    (
        "Map: Move",
        "Arrows, Page Up, Page Down, Home, End",
        "By cell, row, screen, to the ends; with Shift selects",
    ),
    (
        "Map: Next, Previous Touched Page",
        "N, P",
        "Of the state shown alone, else of the one chosen in the Pages menu (edited pages at first)",
    ),
    ("Map: First Edited Page of a Cell", "Alt+click", "To the first unsaved edit that the cell holds"),
    ("Touched Pages: Go There", "Up, Down, Return", "The pages of the row are selected; Ctrl+C copies rows"),
    (
        "Timeline: Touch Before, Next",
        "Left, Right",
        "Home is the oldest touch, End is now; Return goes to its pages",
    ),
    ("Timeline: Play, Zoom", "Space, +, -, 0", "Plays and pauses; 0 shows the whole time"),
    ("Map: Zoom", "+, -, 0", "In, out, the whole file"),
    ("Map: Pan", "Space and drag, middle button", "Move the map under the pointer"),
    ("Map: To the Bytes", "Return", "Keyboard to the hex panel"),
    ("Hex: Other Column", "Tab", "Between bytes and text; Shift+Tab leaves the panel"),
    (
        "Hex: Move",
        "Arrows, Page Up, Page Down, Home, End",
        "With Shift selects; with Ctrl by group and to the ends",
    ),
    ("Hex: Scroll", "Ctrl+Up, Ctrl+Down", "Without moving the caret"),
    ("Hex: Delete", "Delete, Backspace", "In insert mode only; Ctrl+Del always"),
    ("Find Bar: Next, Previous", "Return, Shift+Return", "Esc closes the bar"),
    ("Find Bar: All", "Ctrl+Return", "Lists every hit; in the field for what to replace with: replaces all"),
)
"""Keys that are not commands of the window but of the panel that has the keyboard."""

PAGES = {
    "map": "map",
    "hex": "hex",
    "find": "finding",
    "dock.page": "states",
    "dock.touched": "states",
    "dock.timeline": "states",
    "dock.history": "editing",
    "dock.inspector": "inspecting",
    "dock.structures": "inspecting",
    "dock.types": "inspecting",
    "dock.disassembly": "inspecting",
    "dock.strings": "inspecting",
    "dock.checksums": "inspecting",
    "dock.statistics": "inspecting",
    "dock.bookmarks": "bookmarks",
    "dock.found": "finding",
    "dock.rows": "hex",
    "command_bar": "keys",
    "preferences": "preferences",
    "keys": "keys",
    "help": "layers",
    "go_to": "hex",
    "select": "hex",
    "new": "first-steps",
    "open_window": "first-steps",
    "write": "editing",
    "insert": "editing",
    "resize": "editing",
    "fill": "editing",
    "operation": "editing",
    "paste": "exchange",
    "import": "exchange",
    "export-bytes": "exchange",
    "export-patch": "exchange",
    "export-facts": "map",
    "export-picture": "map",
    "definition": "inspecting",
    "compare_choose": "comparing",
    "compare_shift": "comparing",
    "snapshot_name": "comparing",
    "snapshots": "comparing",
    "differences": "saving",
    "unsaved": "saving",
    "cut_off": "saving",
    "recovery": "saving",
    "processes": "states",
    "about": "first-steps",
}
"""The page of the help about a part of the window or a dialog, by its name."""


class HelpCommands(QObject):
    """The help, the keyboard table, the tour, the program's name and version."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._help: HelpWindow | None = None
        self._tour: Tour | None = None

    def contents(self) -> None:
        """The help beside the window, at the page that was read last."""
        self.show_page("")

    def show_page(self, name: str) -> None:
        """The help at the page ``name``; "" for where it was."""
        from bytescope.ui.dialogs.help_window import HelpWindow

        asking = QApplication.activeModalWidget()
        if asking is not None:
            # It lets the keyboard go to nothing but what belongs to it.
            help_ = asking.findChild(HelpWindow) or HelpWindow(asking)
            help_.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        else:
            help_ = self._help = self._help or HelpWindow(self._window)
        help_.fill_in("keys", self.key_rows())
        help_.fill_in("commands", self.command_rows())
        if name:
            help_.show_page(name)
        help_.show()
        help_.raise_()
        help_.activateWindow()

    def key_rows(self) -> list[tuple[str, str, str]]:
        """Command, keys and what it does, of every key that does something now."""
        return [
            *(
                (title_of(act.text), native(act.keys), act.tip)
                for act, _ in self._window.actions_table
                if act.keys
            ),
            *((tr(name), tr(keys), tr(what)) for name, keys, what in PANEL_KEYS),
        ]

    def command_rows(self) -> list[tuple[str, str, str]]:
        """Of every command its place in the menus, its keys and what it does, in the order of the menus."""
        from bytescope.ui.palette_entries import places

        acts = {act.id: act for act, _ in self._window.actions_table}
        return [
            (place, native(acts[id_].keys), acts[id_].tip)
            for id_, place in places(self._window.menuBar()).items()
            if id_ in acts
        ]

    def keys(self) -> None:
        from bytescope.ui.dialogs.keys import KeysDialog

        KeysDialog(self.key_rows(), self._window).exec()

    def layers(self) -> None:
        from bytescope.ui.dialogs.help_page import HelpPage

        HelpPage("layers", tr("Layers of the Map"), self._window).exec()

    def tour(self) -> None:
        """The steps of the tour, over the document in front or the demo file."""
        from bytescope.ui.tour import Tour

        if self._tour is None:
            self._tour = Tour(self._window)
        self._tour.begin()

    def here(self) -> None:
        """The page about the part that has the keyboard."""
        part: QWidget | None = QApplication.focusWidget() or self._window.focusWidget()
        while part is not None and part is not self._window:
            page = PAGES.get(part.objectName())
            if page is not None:
                self.show_page(page)
                return
            part = part.parentWidget()
        self.show_page("first-steps")

    def about(self) -> None:
        from bytescope.ui.dialogs.about import AboutDialog

        AboutDialog(self._window).exec()

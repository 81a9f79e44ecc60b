"""The commands of the View and Help menus."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from bytescope.ui.theme import apply_theme

if TYPE_CHECKING:
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


class LookCommands(QObject):
    """Zoom, schemes, layouts and the hex panel's look."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window

    def zoom_in(self) -> None:
        if (view := self._window.current) is not None and view.map is not None:
            view.map.zoom_in()

    def zoom_out(self) -> None:
        if (view := self._window.current) is not None and view.map is not None:
            view.map.zoom_out()

    def zoom_fit(self) -> None:
        if (view := self._window.current) is not None and view.map is not None:
            view.map.zoom_fit()

    def focus_map(self) -> None:
        if (view := self._window.current) is not None and view.map is not None:
            view.map.setFocus()

    def focus_hex(self) -> None:
        if (view := self._window.current) is not None:
            view.hex.setFocus()

    def pause(self) -> None:
        if (view := self._window.current) is not None:
            survey = view.session.survey
            survey.resume() if survey.paused else survey.pause()

    def fold(self) -> None:
        if (view := self._window.current) is not None:
            view.session.set_view(fold=not view.session.view.fold)

    def od(self) -> None:
        """Switch to the words that ``od -x`` shows, or back to plain bytes."""
        if (view := self._window.current) is None:
            return
        if view.session.view.is_od:
            view.session.set_view(columns=0, group=1, byteorder="big", base="hex", offset_base="hex")
        else:
            view.session.set_view(columns=16, group=2, byteorder="little", base="hex", offset_base="oct")

    def font_chosen(self, points: int) -> None:
        """Remember the letter size that was chosen in a hex panel (Ctrl and the wheel)."""
        self._window.workspace.remember(font_points=points)

    def choose(self, choice: str, value: str) -> None:
        """Take ``value`` for ``choice``, as the action table names them."""
        if choice == "theme":
            application = QApplication.instance()
            assert isinstance(application, QApplication)
            apply_theme(application, value)
            self._window.workspace.remember(theme=value)
            return
        if choice == "palette":
            self._window.commands.palettes.choose(value)
            return
        if choice in ("survey_whole", "survey_rate"):
            self._limit_survey(choice, value)
            return
        chosen: str | int = int(value) if choice in ("columns", "group") else value
        if choice in ("scheme", "layout", "columns", "group"):
            self._window.workspace.remember(**{choice: chosen})
        if (view := self._window.current) is not None:
            view.session.set_view(**{choice: chosen})

    def _limit_survey(self, choice: str, value: str) -> None:
        """How much is read for the map, and how fast: of all documents, and from now on."""
        workspace = self._window.workspace
        workspace.remember(**{choice: value == "all" if choice == "survey_whole" else int(value)})
        settings = workspace.settings
        for session in workspace.sessions:
            session.survey.set_limits(whole=settings.survey_whole, rate=settings.survey_rate * 1_000_000)
        self._window.showing.refresh()


class HelpCommands(QObject):
    """The keyboard table and the program's name and version."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window

    def keys(self) -> None:
        from bytescope.ui.dialogs.keys import KeysDialog

        rows = [
            (act.text.replace("&", "").replace("…", ""), ", ".join(act.keys), act.tip)
            for act, _ in self._window.actions_table
            if act.keys
        ]
        KeysDialog([*rows, *PANEL_KEYS], self._window).exec()

    def layers(self) -> None:
        from bytescope.ui.dialogs.help_page import HelpPage

        HelpPage("layers", "Layers of the Map", self._window).exec()

    def about(self) -> None:
        from bytescope.ui.dialogs.about import AboutDialog

        AboutDialog(self._window).exec()

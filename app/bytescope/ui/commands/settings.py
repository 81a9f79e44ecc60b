"""The commands that set the program up: preferences, shortcuts, and the command palette."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from bytescope.session.settings import Settings
from bytescope.ui import shortcuts
from bytescope.ui.widgets.tips import tr

if TYPE_CHECKING:
    from bytescope.ui.dialogs.command_bar import CommandBar, Entry
    from bytescope.ui.dialogs.preferences import Preferences
    from bytescope.ui.palette_entries import PaletteEntries
    from bytescope.ui.window import Window

VIEW = ("scheme", "layout", "columns", "group", "byteorder", "base", "encoding", "offset_base", "fold")
"""Settings that each document has for itself: a choice in the preferences goes to all that are open."""


class SettingsCommands(QObject):
    """Applies settings at once, and keeps the parts of the window in line with them."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._bar: CommandBar | None = None
        self._entries: PaletteEntries | None = None
        self._preferences: Preferences | None = None

    # -- the palette --------------------------------------------------------------------------

    def commands(self) -> None:
        """Open the command palette."""
        from bytescope.ui.dialogs.command_bar import CommandBar
        from bytescope.ui.palette_entries import PaletteEntries

        if self._bar is None or self._entries is None:
            self._entries = PaletteEntries(self._window)
            self._bar = CommandBar(self._entries.answer, self._window)
            self._bar.chosen.connect(self._on_chosen)
        self._entries.look_again()
        self._bar.open()

    def _on_chosen(self, entry: Entry) -> None:
        if self._entries is not None:
            self._entries.run(entry)

    # -- preferences --------------------------------------------------------------------------

    def preferences(self) -> None:
        self._show_preferences("")

    def shortcuts(self) -> None:
        self._show_preferences("Shortcuts")

    def _show_preferences(self, page: str) -> None:
        from bytescope.ui.dialogs.preferences import Preferences
        from bytescope.ui.dialogs.shortcuts import ShortcutsEditor

        if self._preferences is None:
            dialog = self._preferences = Preferences(self.value, self._window)
            editor = ShortcutsEditor(self._window.actions_table, dialog)
            editor.changed.connect(self._on_shortcuts_changed)
            dialog.add_page("Shortcuts", editor)
            dialog.wished.connect(self.apply)
            dialog.clear_recent_wished.connect(self._on_clear_recent)
        self._preferences.refresh()
        if page:
            self._preferences.show_page(page)
        self._preferences.show()
        self._preferences.raise_()
        self._preferences.activateWindow()

    def value(self, name: str) -> object:
        """A setting as it is now."""
        memory = self._window.workspace.memory
        if name == "remember_pages" and memory is not None:
            return memory.on
        return getattr(self._window.workspace.settings, name)

    def apply(self, name: str, value: object) -> None:
        """Take ``value`` for a setting, now and from now on."""
        window, groups = self._window, self._window.commands
        if value == self.value(name):
            return
        if name in ("theme", "palette"):
            groups.look.choose(name, str(value))
        elif name == "survey_whole":
            groups.look.choose(name, "all" if value else "view")
        elif name == "survey_rate":
            groups.look.choose(name, str(value))
        elif name == "map_memory":
            groups.memory.take(int(str(value)))
        elif name == "remember_pages" and window.workspace.memory is not None:
            groups.memory.remember()
        else:
            window.workspace.remember(**{name: value})
        if name in VIEW:
            for session in window.workspace.sessions:
                session.set_view(**{name: value})
        elif name in ("font_family", "font_points"):
            settings = window.workspace.settings
            for view in window.views:
                view.hex.choose_font(settings.font_family, settings.font_points)
        window.showing.refresh()

    def _on_clear_recent(self) -> None:
        self._window.workspace.remember(recent=Settings().recent)
        self._window.showing.refresh()

    # -- shortcuts ----------------------------------------------------------------------------

    def take_shortcuts(self) -> None:
        """Give the commands the keys that are kept in the settings."""
        texts = self._window.workspace.settings.shortcuts
        if texts:
            wished = shortcuts.from_settings(texts)
            lost = shortcuts.give(self._window.actions_table, wished)
            if lost:
                self._window.tell(
                    "warning", tr("Some of the kept shortcuts cannot be used and were left out.")
                )

    def _on_shortcuts_changed(self) -> None:
        changed = shortcuts.changed(self._window.actions_table)
        self._window.workspace.remember(shortcuts=shortcuts.as_settings(changed))
        self._window.showing.refresh()

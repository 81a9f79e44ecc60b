"""The commands of the Map Palette menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from bytescope.core.errors import BytescopeError
from bytescope.session.palettes import OWN, palettes_of
from bytescope.ui.widgets.tips import tr, tr_later

if TYPE_CHECKING:
    from bytescope.ui.window import Window

FILTER = tr_later("Palettes (*.json *.pal *.gpl);;All Files (*)")


class PaletteCommands(QObject):
    """Chooses the colours of the map, ours or those of a file."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._palettes = palettes_of(window.workspace)
        self._palettes.changed.connect(self.show_choice)

    def choose(self, key: str) -> None:
        try:
            self._palettes.choose(key)
        except BytescopeError as error:
            self._window.tell("error", str(error))
            self.show_choice()

    def load(self) -> None:
        path, _ = QFileDialog.getOpenFileName(self._window, tr("Load a Palette"), "", tr(FILTER))
        if path:
            self.load_file(path)

    def load_file(self, path: str) -> None:
        """Take the palette of this file, or say what is wrong with it."""
        try:
            self._palettes.load(path)
        except BytescopeError as error:
            self._window.tell("error", str(error))

    def show_choice(self) -> None:
        """Check the palette in force; the one from a file has its name in the menu."""
        actions, name = self._window.actions_table, self._palettes.own_name
        actions.check("palette", self._palettes.key)
        own = actions[f"palettes.use_{OWN}"]
        own.setText(tr("From a File: {name}", name=name.replace("&", "&&")) if name else tr("From a File"))
        own.setEnabled(bool(name))

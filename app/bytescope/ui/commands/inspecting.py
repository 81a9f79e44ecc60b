"""The commands that show what bytes mean."""

from __future__ import annotations

from bytescope.ui.commands.of_document import DocumentCommands


class InspectCommands(DocumentCommands):
    """Shows the docks and gives them the keyboard."""

    def values(self) -> None:
        if self._window.docks is not None:
            self._window.docks.show("inspector")

    def structures(self) -> None:
        if self._window.docks is not None:
            self._window.docks.show("structures")

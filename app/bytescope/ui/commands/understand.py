"""The commands of the Tools menu that say what bytes are: each shows its dock."""

from __future__ import annotations

from bytescope.ui.commands.of_document import DocumentCommands


class UnderstandCommands(DocumentCommands):
    """Shows docks and has them begin."""

    def strings(self) -> None:
        self._show("strings")

    def checksums(self) -> None:
        self._show("checksums")

    def types(self) -> None:
        self._show("types")

    def disassembly(self) -> None:
        self._show("disassembly")

    def _show(self, name: str) -> None:
        if self._window.docks is not None:
            self._window.docks.show(name)

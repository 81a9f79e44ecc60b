"""The commands that show what bytes mean."""

from __future__ import annotations

from bytescope.ui.commands.of_document import DocumentCommands


class InspectCommands(DocumentCommands):
    """Shows the docks and gives them the keyboard."""

    def values(self) -> None:
        if self._window.docks is not None:
            self._window.docks.show("inspector")

    def structures(self) -> None:
        from bytescope.ui.panels.structures import StructuresPanel

        if self._window.docks is not None:
            panel = self._window.docks.show("structures")
            assert isinstance(panel, StructuresPanel)
            panel.take_keyboard()

    def define(self) -> None:
        """Ask for a definition and lay it at the caret."""
        from bytescope.ui.dialogs.definition import DefinitionDialog
        from bytescope.ui.panels.structures import StructuresPanel

        if self._window.docks is None:
            return
        panel = self._window.docks.show("structures")
        assert isinstance(panel, StructuresPanel)
        dialog = DefinitionDialog(panel.text(), self._window.workspace.jobs, self._window)
        text = dialog.wish() if self._confirmed(dialog) else None
        if text is not None:
            panel.use(text)

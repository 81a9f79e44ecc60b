"""The commands that split the hex panel of a document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bytescope.ui.commands.of_document import DocumentCommands
from bytescope.ui.splitting import Split, Way
from bytescope.ui.widgets.tips import tr, tr_later

if TYPE_CHECKING:
    from bytescope.ui.document_view import DocumentView

NONE = tr_later("The hex panel is not split; Ctrl+\\ splits it.")


class SplitCommands(DocumentCommands):
    """One split for each document at the most."""

    def follow(self) -> None:
        """Show in the menu whether the panels of the document in front are linked."""
        self._window.menus["split"].aboutToShow.connect(self._show_state)

    def beside(self) -> None:
        self.split(self._view, "beside")

    def below(self) -> None:
        self.split(self._view, "below")

    def split(self, view: DocumentView, way: Way, linked: bool = False) -> None:
        """Split, or split the other way."""
        if view.comparison is not None:
            view.tell("info", tr("Two documents are being compared here; end that first (Compare menu)."))
            return
        linked = view.split.linked if view.split is not None else linked
        self.end_in(view)
        view.split = Split(view, way, linked)

    def other(self) -> None:
        view = self._view
        if view.split is None:
            view.tell("info", tr(NONE))
        else:
            view.split.other.setFocus()

    def linked(self) -> None:
        view = self._view
        if view.split is None:
            view.tell("info", tr(NONE))
        else:
            view.split.set_linked(not view.split.linked)
        self._show_state()

    def close(self) -> None:
        self.end_in(self._view)
        self._view.hex.setFocus()

    def end_in(self, view: DocumentView) -> None:
        """Show one panel again, if there are two."""
        if view.split is not None:
            split, view.split = view.split, None
            split.end()

    def _show_state(self) -> None:
        view = self._window.current
        linked = view is not None and view.split is not None and view.split.linked
        self._window.actions_table["split.linked"].setChecked(linked)

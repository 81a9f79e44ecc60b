"""The commands that split the hex panel of a document, and have two documents side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu

from bytescope.ui.acts.split import TAB_MENU
from bytescope.ui.commands.of_document import DocumentCommands
from bytescope.ui.menus import fill
from bytescope.ui.splitting import Split, Way
from bytescope.ui.widgets.tips import tr, tr_later

if TYPE_CHECKING:
    from bytescope.ui.document_view import DocumentView

NONE = tr_later("The hex panel is not split; Ctrl+\\ splits it.")
COMPARED = tr_later("Two documents are being compared here; end that first (Compare menu).")
ALONE = tr_later("This is the only document; open another one to have both side by side.")
ONE_SIDE = tr_later("All documents are in one group; Move to Other Side puts this one beside the others.")


class SplitCommands(DocumentCommands):
    """One split for each document at the most, and two sides of the window."""

    def follow(self) -> None:
        """Show in the menu whether the panels of the document in front are linked; have menus on the tabs."""
        self._window.menus["split"].aboutToShow.connect(self._show_state)
        self._tab_menu = QMenu(self._window)
        self._tab_menu.setObjectName("menu.tab")
        fill(self._tab_menu, TAB_MENU, self._window.actions_table, {})
        self._window.area.menu_wished.connect(self._on_tab_menu_wished)

    def beside(self) -> None:
        self.split(self._view, "beside")

    def below(self) -> None:
        self.split(self._view, "below")

    def split(self, view: DocumentView, way: Way, linked: bool = False) -> None:
        """Split, or split the other way."""
        if view.comparison is not None:
            view.tell("info", tr(COMPARED))
            return
        linked = view.split.linked if view.split is not None else linked
        self.end_in(view)
        view.split = Split(view, way, linked)

    def other(self) -> None:
        view = self._view
        if view.split is None:
            view.tell("info", tr(NONE))
        elif view.split.folded:
            view.tell("info", tr(COMPARED))
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

    # -- two documents ------------------------------------------------------------------------

    def move(self) -> None:
        """The document in front to the other side of the window."""
        window, view = self._window, self._view
        if len(window.views) < 2:
            view.tell("info", tr(ALONE))
            return
        had = view.hex_in_use
        window.area.transfer(view)
        had.setFocus()

    def over(self) -> None:
        """The keyboard to the document in front on the other side."""
        view = self._window.area.go_over()
        if view is None:
            self._view.tell("info", tr(ONE_SIDE))
        else:
            view.hex_to_use.setFocus()

    def join(self) -> None:
        """One group of tabs again."""
        if self._window.area.second is None:
            self._view.tell("info", tr(ONE_SIDE))
        else:
            self._window.area.join()
            self._view.hex_to_use.setFocus()

    def _on_tab_menu_wished(self, view: DocumentView, place: QPoint) -> None:
        self._window.show_view(view)
        self._tab_menu.popup(place)

    # -- inside -------------------------------------------------------------------------------

    def end_in(self, view: DocumentView) -> None:
        """Show one panel again, if there are two."""
        if view.split is not None:
            split, view.split = view.split, None
            split.end()

    def _show_state(self) -> None:
        view = self._window.current
        linked = view is not None and view.split is not None and view.split.linked
        self._window.actions_table["split.linked"].setChecked(linked)

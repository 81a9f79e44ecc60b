"""The commands that choose which states of pages the map shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint

from bytescope.core.touched.layers import BY_NAME, MEANINGS, Layer
from bytescope.session.states.layers import SHOWN_AT_FIRST

if TYPE_CHECKING:
    from bytescope.session.session import Session
    from bytescope.session.states.layers import Layers
    from bytescope.ui.window import Window


STANDING = frozenset(Layer) - {
    Layer.MAPPED,
    Layer.STORED,
    Layer.READ,
    Layer.WRITTEN,
    Layer.DIFFERENT,
    Layer.BOOKMARKED,
}
"""Layers that any document can show; the others belong to one document: a watch, a comparison, bookmarks."""


class LayerCommands(QObject):
    """Shows and hides state layers of the current document."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window

    def follow(self, session: Session) -> None:
        """A document has a map now: it shows what was shown last, and its choice is remembered."""
        kept = self._window.workspace.settings.layers
        names = set(kept.split(","))
        for layer in STANDING if kept else ():
            session.layers.show(layer, MEANINGS[layer].name in names)
        session.layers.shown_changed.connect(self._on_shown)
        self._window.showing.follow_layers(session)

    def take(self, choice: str, name: str) -> None:
        """Show or hide a layer ("layer"), give it all the colour ("alone"; "none" takes it back), or go
        through its pages ("walked").
        """
        layers = self._layers
        if layers is None:
            return
        if choice == "layer":
            layers.show(BY_NAME[name], BY_NAME[name] not in layers.shown)
        elif choice == "walked":
            layers.walk(BY_NAME[name])
        else:
            layers.show_alone(BY_NAME.get(name))
        self._window.showing.layers()

    def _on_shown(self) -> None:
        layers, workspace = self._layers, self._window.workspace
        if layers is not None:
            shown = [MEANINGS[layer].name for layer in sorted(layers.shown & STANDING)]
            text = "" if layers.shown & STANDING == SHOWN_AT_FIRST else ",".join(shown) or "none"
            if text != workspace.settings.layers:
                workspace.remember(layers=text)

    def usual(self) -> None:
        """The layers that are shown at first, and content in colour."""
        layers = self._layers
        if layers is None:
            return
        layers.show_alone(None)
        for layer in BY_NAME.values():
            marked = layer is Layer.BOOKMARKED and layers.available(layer)
            layers.show(layer, marked or layer in SHOWN_AT_FIRST)

    def choose(self) -> None:
        """Open the menu of layers at the legend of the map."""
        view = self._window.current
        if view is None or view.map is None:
            return
        menu, button = self._window.menus["layers"], view.map.marks.button
        menu.popup(button.mapToGlobal(QPoint(0, -menu.sizeHint().height())))

    @property
    def _layers(self) -> Layers | None:
        view = self._window.current
        return view.session.layers if view is not None else None

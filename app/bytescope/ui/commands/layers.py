"""The commands that choose which states of pages the map shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint

from bytescope.core.touched.layers import BY_NAME
from bytescope.session.layers import SHOWN_AT_FIRST

if TYPE_CHECKING:
    from bytescope.session.layers import Layers
    from bytescope.ui.window import Window


class LayerCommands(QObject):
    """Shows and hides state layers of the current document."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window

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

    def usual(self) -> None:
        """The layers that are shown at first, and content in colour."""
        layers = self._layers
        if layers is None:
            return
        layers.show_alone(None)
        for layer in BY_NAME.values():
            layers.show(layer, layer in SHOWN_AT_FIRST)

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

"""The map's colours that go with the theme; content has the same colours in light and dark."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bytescope.core.geometry.inks import Inks
from bytescope.ui.theme import Colours, colours

if TYPE_CHECKING:
    from PySide6.QtGui import QColor, QPalette

    from bytescope.core.geometry.inks import Rgba


def inks_of(palette: QPalette) -> Inks:
    """The inks for the theme that ``palette`` belongs to."""
    own = colours(palette)
    return Inks(
        back=_rgba(own.map_back),
        # In light, white cells would run into a white grid.
        grid=_rgba(own.map_grid if own.dark else own.border),
        hatch=_rgba(own.hatch),
        hatch_back=_mixed(own, 0.3),
        select=(24, 180, 255, 255) if own.dark else (0, 112, 224, 255),
    )


def _rgba(colour: QColor) -> Rgba:
    return colour.red(), colour.green(), colour.blue(), 255


def _mixed(own: Colours, share: float) -> Rgba:
    """The ground with a share of the hatch's colour, so that the hatch is soft."""
    back, hatch = _rgba(own.map_back), _rgba(own.hatch)
    red, green, blue = (round(b + (h - b) * share) for b, h in zip(back[:3], hatch[:3]))
    return red, green, blue, 255

"""Lets the cells of the map travel to their new places when its layout changes."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QStyle

if TYPE_CHECKING:
    from bytescope.core.geometry.map_view import MapView
    from bytescope.core.geometry.travel import Travel
    from bytescope.ui.map.view import MapSurface

SECONDS = 0.25
TICK_MS = 16
FRAME_MS = 16
"""A machine that takes longer for a frame shows the new layout at once."""


class Moving(QObject):
    """Shows the pictures of one journey on the surface; ``ended`` when the final one is to be shown."""

    ended = Signal()

    def __init__(self, surface: MapSurface) -> None:
        super().__init__(surface)
        self._surface = surface
        self._travel: Travel | None = None
        self._target: MapView | None = None
        self._began = 0.0
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self._step)

    @property
    def wanted(self) -> bool:
        """Whether the style moves things at all."""
        hint = QStyle.StyleHint.SH_Widget_Animation_Duration
        style: QStyle = self._surface.style()
        return bool(self._surface.isVisible() and style.styleHint(hint, None, self._surface) > 0)

    def start(self, travel: Travel, target: MapView) -> None:
        """Go to ``target``; a journey that is under way ends."""
        self._travel, self._target = travel, target
        self._began = time.monotonic()
        self._timer.start()
        self._step()

    def going_to(self, view: MapView) -> bool:
        """Whether a journey to ``view`` is under way; one to elsewhere is broken off."""
        if self._target is not None and self._target != view:
            self.stop()
        return self._target is not None

    def stop(self) -> None:
        self._timer.stop()
        self._travel = self._target = None

    def _step(self) -> None:
        now = time.monotonic()
        share = (now - self._began) / SECONDS
        if self._travel is None or share >= 1:
            self._end()
            return
        self._surface.show_pixels(self._travel.pixels(share, self._surface.spare))
        if (time.monotonic() - now) * 1000 > FRAME_MS:
            self._end()

    def _end(self) -> None:
        self.stop()
        self.ended.emit()

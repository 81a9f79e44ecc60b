"""Loads what the first picture does not need: the map's library, then the fast kernels."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from bytescope.core.ticket import Ticket
    from bytescope.session.jobs import Jobs


class Loading(QObject):
    """Imports take longer than opening the window, so they come after its first picture, in a job."""

    map_ready = Signal()
    kernels_ready = Signal()

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self.has_map = False
        self.has_kernels = False

    def start(self) -> None:
        self._jobs.run("load map", _load_map, self._on_map, lane="load")

    def _on_map(self, _: None) -> None:
        self.has_map = True
        self.map_ready.emit()
        self._jobs.run("load kernels", _load_kernels, self._on_kernels, lane="load")

    def _on_kernels(self, _: None) -> None:
        self.has_kernels = True
        self.kernels_ready.emit()


def _load_map(ticket: Ticket) -> None:
    import bytescope.core.pages.facts
    import bytescope.ui.map.panel  # noqa: F401


def _load_kernels(ticket: Ticket) -> None:
    from bytescope.core.geometry.raster_fast import warm as warm_raster
    from bytescope.core.pages.kernels import warm as warm_kernels
    from bytescope.core.source.guard import install

    warm_kernels()
    warm_raster()
    install()

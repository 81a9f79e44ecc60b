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
        self._jobs.run("load facts", _load_facts, self._on_facts, lane="load")

    def _on_facts(self, _: None) -> None:
        # pyqtgraph is imported here, in the main thread: it makes and copies Qt's enums, and PySide fills its
        # classes in lazily without a lock. In a worker, beside a busy main thread, that ends in a crash.
        import bytescope.ui.map.panel  # noqa: F401

        self.has_map = True
        self.map_ready.emit()
        self._jobs.run("load kernels", _load_kernels, self._on_kernels, lane="load")

    def _on_kernels(self, _: None) -> None:
        self.has_kernels = True
        self.kernels_ready.emit()


def _load_facts(ticket: Ticket) -> None:
    """What the map needs and knows no Qt: numpy above all."""
    import bytescope.core.geometry.picture
    import bytescope.core.geometry.raster
    import bytescope.core.geometry.strip
    import bytescope.core.pages.facts
    import bytescope.core.pages.survey
    import bytescope.core.pages.twin  # noqa: F401


def _load_kernels(ticket: Ticket) -> None:
    from bytescope.core.geometry.raster_fast import warm as warm_raster
    from bytescope.core.pages.kernels import warm as warm_kernels
    from bytescope.core.source.guard import install

    for step in (warm_kernels, warm_raster, install):
        ticket.check()  # the window may be closed while this compiles
        step()

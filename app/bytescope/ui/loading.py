"""Loads what the first picture does not need: the map's library, then the fast kernels."""

from __future__ import annotations

import time
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bytescope.core.ticket import Ticket
    from bytescope.session.jobs import Jobs
    from bytescope.ui.document_view import DocumentView
    from bytescope.ui.window import Window

WITHOUT_QT = (
    # numpy, and what pyqtgraph takes of Python's library
    "numpy.typing",
    "cProfile",
    "colorama",
    "decimal",
    "importlib.resources",
    "multiprocessing.connection",
    "pydoc",
    "xml.etree.ElementTree",
    # what the map takes of our own
    "bytescope.core.geometry.inks",
    "bytescope.core.geometry.marks",
    "bytescope.core.geometry.picture",
    "bytescope.core.geometry.raster",
    "bytescope.core.geometry.strip",
    "bytescope.core.geometry.travel",
    "bytescope.core.pages.facts",
    "bytescope.core.pages.remembered.folder",
    "bytescope.core.pages.survey",
    "bytescope.core.pages.twin",
    "bytescope.core.pages.working",
)
"""Modules that can be imported beside the main thread."""

AFTER_MAP = ("bytescope.core.storage.pending", "logging.handlers")
"""Modules without Qt that ``map_shown`` needs: what earlier runs have left, and the log."""

OF_MAP = ("pyqtgraph", "bytescope.ui.map.panel")
"""The map's library and the map, for the main thread: one after the other, events come in between."""

WITH_QT = ("QtCore", "QtGui", "QtWidgets")
"""Parts of Qt of which pyqtgraph takes every class."""

SLICE_SECONDS = 0.006
"""The main thread works at most about so long at a time."""

FIRST_MAP_MS = 100
"""What comes after the map waits so long, in which the first map is painted."""


class Loading(QObject):
    """Imports take longer than opening the window, so they come after its first picture.

    What knows no Qt is imported in a job. The map's library is imported in the main thread: it makes
    and copies Qt's enums, and PySide fills its classes in lazily without a lock; in a worker, beside a
    busy main thread, that ends in a crash. Half of that import is PySide making every class of Qt,
    so these are made before, a few at a time.
    """

    map_ready = Signal()
    map_shown = Signal()
    """The first map had its time to be painted."""

    kernels_ready = Signal()
    unguarded = Signal(str)
    """The guard of mappings does not work, and why; nothing is mapped."""

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._first: Iterator[None] = iter(())
        self._steps: Iterator[None] = iter(())
        self._has_facts = False
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._step)
        self._pause = QTimer(self, singleShot=True, interval=FIRST_MAP_MS)
        self._pause.timeout.connect(self._go_on)
        self.has_map = False
        self.has_kernels = False

    def start(self, first: Iterator[None]) -> None:
        """Begin with ``first``, steps of the window's own; what is loaded in a job is loaded meanwhile."""
        self._first, self._steps = first, self._all_steps()
        self._jobs.run("load facts", _load_facts, self._on_facts, lane="load")
        self._timer.start(0)

    def _all_steps(self) -> Iterator[None]:
        yield from _qt_classes()
        while not self._has_facts:
            self._timer.stop()  # until they are here
            yield
        for name in OF_MAP:
            import_module(name)
            yield

    def _step(self) -> None:
        if next(self._first, self) is not self:
            return  # these take long enough each
        end = time.monotonic() + SLICE_SECONDS
        while self._timer.isActive() and time.monotonic() < end:
            if next(self._steps, self) is self:
                self._timer.stop()
                self._on_map()

    def _on_facts(self, _: None) -> None:
        self._has_facts = True
        self._timer.start(0)

    def _on_map(self) -> None:
        self.has_map = True
        self.map_ready.emit()
        self._pause.start()

    def _go_on(self) -> None:
        self._jobs.run("load the rest", _load_rest, self._on_rest, lane="load")
        self._jobs.run("load kernels", _load_kernels, self._on_kernels, lane="load")

    def _on_rest(self, _: None) -> None:
        self.map_shown.emit()

    def _on_kernels(self, unguarded: str) -> None:
        self.has_kernels = True
        self.kernels_ready.emit()
        if unguarded:
            self.unguarded.emit(unguarded)


def settling(window: Window, views: list[DocumentView]) -> Iterator[None]:
    """The steps in which ``window`` makes what its first bytes did not need; ``views`` are those of then."""
    from bytescope.ui import late_acts

    yield
    late_acts.join(window)
    window.actions_table.tint()
    yield
    if window.docks is None:
        window.make_docks()
    for view in views:
        yield
        if view in window.views:  # it was not closed meanwhile
            view.settle()
    yield
    window.settled.emit()
    yield


def _qt_classes() -> Iterator[None]:
    """Have PySide make the classes of Qt, one at each step: it makes each when it is first asked for."""
    for part in WITH_QT:
        module = import_module(f"PySide6.{part}")
        for name in dir(module):
            getattr(module, name)
            yield
    for part in ("QtSvg", "QtOpenGL", "QtOpenGLWidgets", "QtTest"):
        import_module(f"PySide6.{part}")
        yield


def _load_facts(ticket: Ticket) -> None:
    """What the map needs and knows no Qt."""
    for name in WITHOUT_QT:
        ticket.check()
        import_module(name)


def _load_rest(ticket: Ticket) -> None:
    """What comes after the first map and knows no Qt."""
    for name in AFTER_MAP:
        ticket.check()
        import_module(name)


def _load_kernels(ticket: Ticket) -> str:
    from bytescope.core.geometry.raster_fast import warm as warm_raster
    from bytescope.core.pages.kernels import warm as warm_kernels
    from bytescope.core.search.kernels import warm as warm_search
    from bytescope.core.source import guard, scattered
    from bytescope.core.source.proof import arm

    for step in (warm_kernels, scattered.warm, warm_raster, warm_search):
        ticket.check()  # the window may be closed while this compiles
        step()
    ticket.check()
    return "" if guard.forbidden() else arm()

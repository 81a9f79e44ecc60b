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

WITHOUT_QT = (
    # numpy, and what pyqtgraph takes of Python's library
    "numpy.typing",
    "cProfile",
    "decimal",
    "importlib.resources",
    "multiprocessing.connection",
    "pydoc",
    "xml.etree.ElementTree",
    # what the map takes of our own
    "bytescope.core.geometry.marks",
    "bytescope.core.geometry.picture",
    "bytescope.core.geometry.raster",
    "bytescope.core.geometry.strip",
    "bytescope.core.pages.facts",
    "bytescope.core.pages.remembered.folder",
    "bytescope.core.pages.survey",
    "bytescope.core.pages.twin",
    "bytescope.core.pages.working",
)
"""Modules that can be imported beside the main thread."""

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
        self._classes: Iterator[None] | None = None
        self._has_facts = False
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._make_classes)
        self._pause = QTimer(self, singleShot=True, interval=FIRST_MAP_MS)
        self._pause.timeout.connect(self._go_on)
        self.has_map = False
        self.has_kernels = False

    def start(self) -> None:
        self._jobs.run("load facts", _load_facts, self._on_facts, lane="load")
        self._classes = _qt_classes()
        self._timer.start(0)

    def _make_classes(self) -> None:
        end = time.monotonic() + SLICE_SECONDS
        while self._classes is not None and time.monotonic() < end:
            if next(self._classes, self) is self:
                self._classes = None
                self._timer.stop()
                self._load_map()

    def _on_facts(self, _: None) -> None:
        self._has_facts = True
        self._load_map()

    def _load_map(self) -> None:
        if not self._has_facts or self._classes is not None:
            return
        import bytescope.ui.map.panel  # noqa: F401

        self.has_map = True
        self.map_ready.emit()
        self._pause.start()

    def _go_on(self) -> None:
        self.map_shown.emit()
        self._jobs.run("load kernels", _load_kernels, self._on_kernels, lane="load")

    def _on_kernels(self, unguarded: str) -> None:
        self.has_kernels = True
        self.kernels_ready.emit()
        if unguarded:
            self.unguarded.emit(unguarded)


def _qt_classes() -> Iterator[None]:
    """Have PySide make the classes of Qt, one at each step: it makes each when it is first asked for."""
    for part in WITH_QT:
        module = import_module(f"PySide6.{part}")
        for name in dir(module):
            getattr(module, name)
            yield
    for part in ("QtSvg", "QtOpenGLWidgets", "QtTest"):
        import_module(f"PySide6.{part}")
        yield


def _load_facts(ticket: Ticket) -> None:
    """What the map needs and knows no Qt."""
    for name in WITHOUT_QT:
        ticket.check()
        import_module(name)


def _load_kernels(ticket: Ticket) -> str:
    from bytescope.core.geometry.raster_fast import warm as warm_raster
    from bytescope.core.pages.kernels import warm as warm_kernels
    from bytescope.core.source import guard, scattered
    from bytescope.core.source.proof import arm

    for step in (warm_kernels, scattered.warm, warm_raster):
        ticket.check()  # the window may be closed while this compiles
        step()
    ticket.check()
    return "" if guard.forbidden() else arm()

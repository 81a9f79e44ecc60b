"""A hex panel over a real session and document in memory."""

from __future__ import annotations

import threading

import pytest

from bytescope.core.document.document import Document
from bytescope.core.source.file import FileSource
from bytescope.core.source.memory import MemorySource
from bytescope.session.jobs import Jobs
from bytescope.session.session import Session
from bytescope.ui.hex.panel import HexPanel


class SlowSource(MemorySource):
    """Bytes that only come when ``gate`` is set, as from a slow disk."""

    needs_io = True

    def __init__(self, data: bytes) -> None:
        super().__init__(data)
        self.gate = threading.Event()

    def read_into(self, offset, buffer):
        self.gate.wait(300)
        return super().read_into(offset, buffer)


class Bench:
    """A panel, its session, and what the session told."""

    def __init__(self, source, jobs, size) -> None:
        self.session = Session(Document(source), "test", jobs)
        self.told: list[str] = []
        self.session.told.connect(self._on_told)
        self.panel = HexPanel(self.session)
        self.panel.resize(*size)
        self.view = self.panel.view

    def _on_told(self, _level, text):
        self.told.append(text)

    @property
    def data(self) -> bytes:
        snapshot = self.session.document.snapshot()
        return snapshot.read(0, snapshot.size).data

    @property
    def selection(self):
        return self.session.selection

    @property
    def selected(self):
        return self.selection.range.start, self.selection.range.end


@pytest.fixture
def show(qtbot):
    """Shows a panel: ``show(data)`` or ``show(source)``, with the look as keywords."""
    jobs = Jobs()
    benches = []

    def make(what=bytes(4096), *, size=(900, 500), **look):
        source = MemorySource(what) if isinstance(what, bytes) else what
        bench = Bench(source, jobs, size)
        qtbot.addWidget(bench.panel)
        bench.session.set_view(**{"columns": 16, **look})
        with qtbot.waitExposed(bench.panel):
            bench.panel.show()
        bench.panel.setFocus()
        benches.append(bench)
        return bench

    yield make
    for bench in benches:
        if isinstance(bench.session.source, SlowSource):
            bench.session.source.gate.set()
    jobs.close()
    for bench in benches:
        if isinstance(bench.session.source, FileSource):
            bench.session.source.close()


@pytest.fixture
def slow():
    """Makes sources whose bytes come when their gate is set."""
    return SlowSource

"""Watches by the kernel's trace events who reads and writes a session's file, from start to stop."""

from __future__ import annotations

import time
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from bytescope.core.touched.layers import Layer
from bytescope.core.touched.told import Told
from bytescope.session.states.file_pages import moved_pages, of_document
from bytescope.session.states.layers import LayerState
from bytescope.session.states.processes import NO_FILE, processes_of
from bytescope.session.wording import tr, tr_later, tr_n

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bytescope.core.pages.run_set import RunSet
    from bytescope.core.source.file import FileSource
    from bytescope.core.ticket import Ticket
    from bytescope.core.touched.state_runs import StateRuns
    from bytescope.core.touched.touch import Touch
    from bytescope.core.touched.trace_lines import Access
    from bytescope.core.touched.traced_pages import TracedPages
    from bytescope.core.touched.tracing import TraceWatch
    from bytescope.session.session import Session

PERIOD_MS = 250
LAYERS = (Layer.READ, Layer.WRITTEN)
NOT_STARTED = tr_later("start it in Pages, Watch")
MOST_NAMED = 3
"""Processes that a note names."""


class _Watched(NamedTuple):
    """A watch that runs, and the file that it is about."""

    trace: TraceWatch
    pages: TracedPages
    file: FileSource
    blind: str


class _News(NamedTuple):
    """What one look brought. ``touches``: what, which pages, who, when (seconds of the system's clock)."""

    read: StateRuns
    written: StateRuns
    programs: dict[int, str]
    complaint: str
    touches: list[tuple[Touch, RunSet, str, float]]


def watching_of(session: Session) -> Watching:
    """The one that watches for ``session``; made when first asked for."""
    found = session.findChild(Watching)
    return found if isinstance(found, Watching) else Watching(session)


class Watching(QObject):
    """Feeds the layers of read and written pages from start to stop. What this program does is left out."""

    changed = Signal()
    """It was started or stopped."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._layers = session.layers
        self._watched: _Watched | None = None
        self._starting = self._ended = False
        self._name = f"watch {id(self)}"
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look)
        processes_of(session).changed.connect(self._look_anew)
        self._layers.ended.connect(self._on_ended)
        available = session.file is not None
        state = (
            LayerState(Told.YES, None, tr(NOT_STARTED))
            if available
            else LayerState(Told.NOT_AVAILABLE, None, tr(NO_FILE))
        )
        for layer in LAYERS:
            self._layers.put(layer, state._replace())

    @property
    def running(self) -> bool:
        return self._watched is not None or self._starting

    def start(self) -> None:
        """Begin anew, with nothing read or written; where it is refused the session tells why."""
        file = self._session.file
        if file is None or self.running:
            return
        self._starting = True
        self._run(partial(_begin, file), self._on_begun)
        self.changed.emit()

    def stop(self) -> None:
        """End it; what was seen stays on the map."""
        if self._watched is None:
            return
        self._timer.stop()
        trace, self._watched = self._watched.trace, None
        self._run(partial(_end, trace), None, queued=True)
        for layer in LAYERS:
            state = self._layers.state(layer)
            self._layers.put(layer, state._replace(note=tr("{note}, stopped", note=state.note)))
        self.changed.emit()

    # -- inside -------------------------------------------------------------------------------

    def _on_ended(self) -> None:
        self._ended = True
        self.stop()

    def _run(self, work: object, then: object, *, queued: bool = False) -> None:
        jobs = self._session.jobs
        jobs.run(self._name, work, then, self._on_failed, lane="watch", queued=queued)  # type: ignore[arg-type]

    def _on_begun(self, watched: _Watched) -> None:
        self._starting = False
        if self._ended:
            return
        self._watched = watched
        for layer in LAYERS:
            self._layers.show(layer, True)
        self._look()
        self._timer.start(PERIOD_MS)
        sentence = tr("Reads and writes of this file by other programs are watched now.")
        self._session.told.emit("warning" if watched.blind else "info", watched.blind or sentence)

    def _look_anew(self) -> None:
        if self._watched is not None:
            self._look()

    def _look(self) -> None:
        watched = self._watched
        if watched is None or self._session.jobs.is_running(self._name):
            return
        if self._session.file is not watched.file:
            self.stop()
            self._session.told.emit(
                "warning", tr("The watch ended with the file that it was about; start it again.")
            )
            return
        followed = processes_of(self._session).followed
        self._run(partial(_look, watched, followed), partial(self._on_news, watched))

    def _on_news(self, watched: _Watched, news: _News | None) -> None:
        if news is None or watched is not self._watched:
            return
        note = _note(news.programs) + (f"; {news.complaint}" if news.complaint else "")
        from bytescope.core.touched.found import Found

        moved = moved_pages(self._session)
        for layer, runs in zip(LAYERS, (news.read, news.written)):
            self._layers.put(layer, LayerState(*of_document(Found(Told.YES, runs, note), moved)))
        if news.touches:
            from bytescope.session.states.touches import touches_of

            log = touches_of(self._session)
            for kind, pages, who, at in news.touches:
                log.add(kind, pages, who, at)

    def _on_failed(self, error: Exception) -> None:
        self._starting, self._watched = False, None
        self._timer.stop()
        from bytescope.core.errors import RefusedError

        if isinstance(error, RefusedError):
            told = Told.NOT_PERMITTED if str(error).startswith("Not permitted") else Told.NOT_AVAILABLE
            for layer in LAYERS:
                self._layers.put(layer, LayerState(told))
            self._session.told.emit("warning", str(error))
        else:
            self._session.fail(error)
        self.changed.emit()


def _note(programs: dict[int, str]) -> str:
    if not programs:
        return tr("nobody yet")
    if len(programs) > MOST_NAMED:
        return tr_n(len(programs), "{n} process", "{n} processes")
    return ", ".join(f"{program} ({process})" for process, program in programs.items())


def _begin(file: FileSource, ticket: Ticket) -> _Watched:
    from bytescope.core.touched.processes import named
    from bytescope.core.touched.traced_pages import TracedPages
    from bytescope.core.touched.tracing import TraceWatch, blind_spots

    trace = TraceWatch(named(file).mapped, without_us=True)
    return _Watched(trace, TracedPages(file.size, file.window_start), file, blind_spots(file.fd))


def _end(trace: TraceWatch, ticket: Ticket) -> None:
    trace.close()


def _look(watched: _Watched, followed: int | None, ticket: Ticket) -> _News:
    taken = watched.trace.take()
    watched.pages.add(taken)
    programs = watched.pages.programs
    of: Iterable[int] = programs if followed is None else [followed]
    shown = {process: programs[process] for process in of if process in programs}
    return _News(
        watched.pages.read(of),
        watched.pages.written(of),
        shown,
        watched.trace.complaint(),
        _touches(watched.pages, taken),
    )


def _touches(pages: TracedPages, taken: list[Access]) -> list[tuple[Touch, RunSet, str, float]]:
    """The accesses of one look, those of one process and kind together."""
    from bytescope.core.touched.touch import Touch
    from bytescope.core.touched.trace_lines import Kind

    kinds = {Kind.READ: Touch.READ, Kind.AROUND: Touch.MAPPED, Kind.WRITTEN: Touch.WRITTEN}
    parted: dict[tuple[int, Kind], list[Access]] = {}
    for access in taken:
        parted.setdefault((access.process, access.kind), []).append(access)
    clock = time.time() - time.monotonic()
    out = [
        (kinds[kind], pages.pages_of(group), f"{group[0].program} ({process})", group[-1].time + clock)
        for (process, kind), group in parted.items()
    ]
    return sorted(out, key=_moment)


def _moment(touch: tuple[Touch, RunSet, str, float]) -> float:
    return touch[3]

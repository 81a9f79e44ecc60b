"""Follows which pages of a session's file another process has mapped, and lists who uses the file."""

from __future__ import annotations

import time
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from bytescope.core.errors import BytescopeError, RefusedError
from bytescope.core.touched.layers import Layer
from bytescope.core.touched.told import Told
from bytescope.session.states.file_pages import moved_pages, of_document
from bytescope.session.states.layers import LayerState
from bytescope.session.wording import tr, tr_later, tr_n

if TYPE_CHECKING:
    from bytescope.core.source.file import FileSource
    from bytescope.core.ticket import Ticket
    from bytescope.core.touched.processes import Holder, Holders
    from bytescope.core.touched.state_runs import StateRuns
    from bytescope.session.session import Session

PERIOD = 1.0
"""Seconds between two looks."""

REST = 10
"""A look that took long is followed by a pause this many times as long."""

NO_FILE = tr_later("a document in memory is no file that others could map")


class Listed(NamedTuple):
    """A process that uses the file, and the pages of it that it has mapped; None where that is not told."""

    holder: Holder
    pages: int | None


class Listing(NamedTuple):
    """Everybody who uses the file, and what could not be seen, as a sentence or nothing."""

    rows: tuple[Listed, ...]
    complaint: str


class _Look(NamedTuple):
    title: str
    runs: StateRuns
    seconds: float


def processes_of(session: Session) -> Processes:
    """The one that follows processes for ``session``; made when first asked for."""
    found = session.findChild(Processes)
    return found if isinstance(found, Processes) else Processes(session)


class Processes(QObject):
    """Feeds the layer of mapped pages while it is wanted: of the followed process, else of all others."""

    changed = Signal()
    """Another process is followed, or none."""

    listed = Signal(object)
    """A Listing."""

    failed = Signal(str)
    """Why there is no list."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._layers = session.layers
        self.followed: int | None = None
        """The process whose pages are shown; None for all but ours."""

        self._title = ""
        self._before: StateRuns | None = None
        self._gone = False
        self._name = f"mapped {id(self)}"
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._look)
        self._layers.shown_changed.connect(self._on_shown)
        self._layers.ended.connect(self._timer.stop)
        if session.file is None:
            self._layers.put(Layer.MAPPED, LayerState(Told.NOT_AVAILABLE, None, tr(NO_FILE)))
        self._on_shown()

    def follow(self, pid: int | None) -> None:
        """Show the pages of this process from now on; None: of everybody but us."""
        self.followed, self._before, self._gone, self._title = pid, None, False, ""
        self._session.jobs.cancel(self._name)
        self._timer.stop()
        if self._session.file is not None:
            self._layers.put(Layer.MAPPED, LayerState())
        self._on_shown()
        self.changed.emit()

    def list_all(self) -> None:
        """Find out who uses the file; ``listed`` or ``failed`` tells."""
        file = self._session.file
        if file is None:
            self.failed.emit(tr("Nobody else uses this document: {no_file}.", no_file=tr(NO_FILE)))
            return
        work = partial(_listed, file)
        self._session.jobs.run(
            f"{self._name} all", work, self._on_listed, self._on_list_failed, lane="processes"
        )

    # -- inside -------------------------------------------------------------------------------

    def _on_listed(self, found: object) -> None:
        self.listed.emit(found)

    def _on_shown(self) -> None:
        if self._layers.looked_at(Layer.MAPPED) and not self._timer.isActive():
            self._look()

    def _look(self) -> None:
        file = self._session.file
        if file is None or self._gone or not self._layers.looked_at(Layer.MAPPED):
            return
        if not self._session.jobs.is_running(self._name):
            work = partial(_look, file, self.followed)
            self._session.jobs.run(self._name, work, self._on_looked, self._on_failed, lane="processes")

    def _on_looked(self, found: _Look) -> None:
        from bytescope.core.touched.found import Found

        self._title = found.title
        if found.runs != self._before or not self._layers.state(Layer.MAPPED).note.startswith(found.title):
            self._take_down(found.runs)
            self._before = found.runs
            state = Found(Told.YES, found.runs, found.title)
            self._layers.put(Layer.MAPPED, LayerState(*of_document(state, moved_pages(self._session))))
        self._timer.start(int(1000 * max(PERIOD, REST * found.seconds)))

    def _take_down(self, runs: StateRuns) -> None:
        """Pages that came are touches; those that were there when we began to look are not."""
        if self._before is None:
            return
        from bytescope.core.touched.moves import moves
        from bytescope.core.touched.touch import Touch
        from bytescope.session.states.touches import touches_of

        touches_of(self._session).add(Touch.MAPPED, moves(self._before, runs).came, self._title)

    def _on_failed(self, error: Exception) -> None:
        from bytescope.core.touched.processes import ProcessGoneError

        if isinstance(error, ProcessGoneError):
            self._gone = True
            title = self._title or tr("process {followed}", followed=self.followed)
            self._layers.put(
                Layer.MAPPED, LayerState(Told.YES, self._before, tr("{title}, gone", title=title))
            )
            name = title[:1].upper() + title[1:]
            self._session.told.emit(
                "info",
                tr("{name} has ended; the map keeps the pages that it had mapped last.", name=name)
                if self._before
                else tr("{name} has ended; choose another one.", name=name),
            )
        elif isinstance(error, RefusedError):
            self._gone = True
            told = Told.NOT_PERMITTED if str(error).startswith("Not permitted") else Told.NOT_AVAILABLE
            self._layers.put(Layer.MAPPED, LayerState(told, None, self._title or _title(self.followed)))
            self._session.told.emit("warning", str(error))
        else:
            self._session.fail(error)

    def _on_list_failed(self, error: Exception) -> None:
        if isinstance(error, BytescopeError):
            self.failed.emit(str(error))
        else:
            self._session.fail(error)


def _title(pid: int | None, program: str = "") -> str:
    if pid is None:
        return tr("other processes")
    return (
        tr("process {pid} ({program})", pid=pid, program=program) if program else tr("process {pid}", pid=pid)
    )


def _look(file: FileSource, pid: int | None, ticket: Ticket) -> _Look:
    from bytescope.core.pages.run_set import RunSet
    from bytescope.core.touched.page_tables import mapped_pages
    from bytescope.core.touched.processes import ProcessGoneError, holder, holders, named
    from bytescope.core.touched.state_runs import StateRuns

    began = time.monotonic()
    name = named(file)
    if pid is not None:
        found = holder(pid, name)
        runs = mapped_pages(pid, found.mapped, file.size, file.window_start, ticket)
        return _Look(_title(pid, found.program), runs, time.monotonic() - began)
    pages, count, last = RunSet(), 0, ""
    for item in holders(name, ticket).found:
        if item.ours or not item.mapped:
            continue
        try:
            runs = mapped_pages(item.pid, item.mapped, file.size, file.window_start, ticket)
        except (ProcessGoneError, RefusedError):
            continue
        pages, count, last = pages.union(runs.runs()), count + 1, _title(item.pid, item.program)
    title = last if count == 1 else tr_n(count, "{n} other process", "{n} other processes")
    return _Look(title, StateRuns.of(pages), time.monotonic() - began)


def _listed(file: FileSource, ticket: Ticket) -> Listing:
    from bytescope.core.touched.page_tables import mapped_pages
    from bytescope.core.touched.processes import holders, named

    found: Holders = holders(named(file), ticket)
    rows = []
    for item in found.found:
        pages: int | None = 0
        if item.mapped:
            try:
                pages = mapped_pages(item.pid, item.mapped, file.size, file.window_start, ticket).pages
            except RefusedError:
                pages = None
        rows.append(Listed(item, pages))
    return Listing(tuple(rows), found.complaint)

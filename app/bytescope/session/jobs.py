"""Owns every thread of the program: named jobs on named lanes, their results back in the main thread."""

from __future__ import annotations

import queue
import threading
import time
from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal, Slot
from shiboken6 import isValid

from bytescope.core.errors import Cancelled
from bytescope.core.ticket import Ticket

Work = Callable[[Ticket], Any]
Then = Callable[[Any], None]
Failed = Callable[[Exception], None]


class Job:
    """One piece of work: what to do, on which ticket, and whom to tell in the main thread."""

    def __init__(
        self,
        name: str,
        of: object,
        work: Work,
        then: Then | None,
        failed: Failed | None,
        ticket: Ticket,
        shown: bool,
    ) -> None:
        self.name = name
        self.of = of
        self.lane = ""
        self.work = work
        self.then = then
        self.failed = failed
        self.ticket = ticket
        self.shown = shown
        self.result: Any = None
        self.error: Exception | None = None

    @property
    def identity(self) -> tuple[str, int]:
        """What a newer job must have to replace it; ``of`` lives as long as the job."""
        return _identity(self.name, self.of)


class _Lane:
    """A queue and the one thread that empties it, so that work of one lane never overtakes itself.

    A wide lane has several threads, for work whose order does not matter.
    """

    def __init__(self) -> None:
        self.waiting: queue.SimpleQueue[Job | None] = queue.SimpleQueue()
        self.threads: list[threading.Thread] = []

    def end(self) -> None:
        """Let the threads end when they have done what waits."""
        for _ in self.threads:
            self.waiting.put(None)


class Jobs(QObject):
    """Runs work outside the main thread.

    A lane is one thread: jobs of a lane run in the order they were asked for, jobs of different lanes
    (and those of a lane that is to be ``width`` threads wide) side by side. A job replaces (cancels) an
    older one of the same name unless ``queued`` is set; a replaced job's result is dropped. A name that is
    not the job's own, as two documents may have one name, needs what it is a job ``of``: those of another
    are others. Threads are daemons: a read that hangs on a dead medium must not keep the program from ending.
    """

    shown_changed = Signal()
    """A job that the person should see began or ended."""

    failed = Signal(object)
    """An error of a job that had no handler of its own (Exception)."""

    _done = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lanes: dict[str, _Lane] = {}
        self._ending: list[_Lane] = []
        self._current: dict[tuple[str, int], Job] = {}
        self._live: set[Job] = set()
        self._closed = False
        self._done.connect(self._on_done, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        name: str,
        work: Work,
        then: Then | None = None,
        failed: Failed | None = None,
        *,
        lane: str = "work",
        width: int = 1,
        shown: bool = False,
        queued: bool = False,
        ticket: Ticket | None = None,
        of: object = None,
    ) -> Ticket:
        """Do ``work(ticket)`` on ``lane``, then ``then(result)`` or ``failed(error)`` in the main thread.

        ``shown``: the status bar offers progress and Cancel. ``queued``: keep older jobs of this name.
        """
        job = Job(name, of, work, then, failed, ticket or Ticket(note=name), shown)
        if not queued:
            self.cancel(name, of)
            self._current[job.identity] = job
        self._live.add(job)
        job.lane = lane
        self._lane(lane, width).waiting.put(job)
        if shown:
            self.shown_changed.emit()
        return job.ticket

    def cancel(self, name: str, of: object = None) -> None:
        """Ask the job of this name to stop; its result will be dropped."""
        job = self._current.pop(_identity(name, of), None)
        if job is not None:
            job.ticket.cancelled = True

    def is_running(self, name: str, of: object = None) -> bool:
        return _identity(name, of) in self._current

    def has(self, name: str, of: object = None) -> bool:
        """Whether a job of this name waits or runs, be it one of several."""
        return any(job.identity == _identity(name, of) for job in self._live)

    @property
    def busy(self) -> bool:
        """Whether any job is waiting or running."""
        return bool(self._live)

    @property
    def shown(self) -> list[Job]:
        """The jobs to be shown, oldest first."""
        return sorted((j for j in self._live if j.shown), key=_began)

    def close(self, wait_seconds: float = 2.0) -> None:
        """Cancel everything and let the threads end; waits a bounded time for those inside a read."""
        self._closed = True
        for job in self._live:
            job.ticket.cancelled = True
        self._current.clear()
        lanes = list(self._lanes.values())
        for lane in lanes:
            lane.end()
        until = time.monotonic() + wait_seconds
        for thread in (thread for lane in (*lanes, *self._ending) for thread in lane.threads):
            thread.join(max(0.0, until - time.monotonic()))
        self._live.clear()

    def end_lane(self, name: str) -> None:
        """Let the thread of a lane end when it has done what waits there; nothing more will come."""
        lane = self._lanes.pop(name, None)
        if lane is not None:
            lane.end()
            self._ending = [other for other in self._ending if any(t.is_alive() for t in other.threads)]
            self._ending.append(lane)

    def _lane(self, name: str, width: int) -> _Lane:
        lane = self._lanes.setdefault(name, _Lane())
        wanted = min(width, sum(job.lane == name for job in self._live))
        while len(lane.threads) < max(1, wanted):
            thread = threading.Thread(
                target=_empty, args=(lane.waiting, self._report), name=f"bytescope-{name}", daemon=True
            )
            lane.threads.append(thread)
            thread.start()
        return lane

    def _report(self, job: Job) -> None:
        """Called in the lane's thread: hand the finished job to the main thread."""
        if not self._closed:
            self._done.emit(job)

    @Slot(object)
    def _on_done(self, job: Job) -> None:
        self._live.discard(job)
        current = self._current.get(job.identity) is job
        replaced = job.ticket.cancelled and not current
        if current:
            del self._current[job.identity]
        if job.shown:
            self.shown_changed.emit()
        if self._closed:
            return
        if job.error is not None:
            self._tell_error(job, job.error)
        elif job.then is not None and not replaced and _is_there(job.then):
            job.then(job.result)

    def _tell_error(self, job: Job, error: Exception) -> None:
        if job.failed is not None:
            if _is_there(job.failed):
                job.failed(error)
        elif not isinstance(error, Cancelled):
            self.failed.emit(error)


def _is_there(handler: Callable[..., None]) -> bool:
    """Whether the object that is to be told still exists, and those that it is to be told of: their document
    may have been closed meanwhile. Of the ``emit`` of a signal this cannot be known: hand over a method.
    """
    told: list[object] = []
    while isinstance(handler, partial):
        told += [*handler.args, *handler.keywords.values()]
        handler = handler.func
    told.append(getattr(handler, "__self__", None))
    return all(isValid(item) for item in told if isinstance(item, QObject))


def _identity(name: str, of: object) -> tuple[str, int]:
    return name, 0 if of is None else id(of)


def _began(job: Job) -> float:
    return job.ticket.started


def _empty(waiting: queue.SimpleQueue[Job | None], report: Callable[[Job], None]) -> None:
    """A lane's thread: run what comes until None comes."""
    while (job := waiting.get()) is not None:
        try:
            if job.ticket.cancelled:
                raise Cancelled
            job.result = job.work(job.ticket)
        except Exception as error:
            job.error = error
        report(job)
        del job


def side_by_side(work: Callable[[int], None], count: int) -> None:
    """Do ``work(0)``, ``work(1)`` … in ``count`` threads at once and wait for all.

    Raises what the first that failed raised.

    For the command line, which has no event loop, and inside of a job whose work can be shared out.
    """
    errors: list[BaseException] = []

    def carefully(number: int) -> None:
        try:
            work(number)
        except BaseException as error:
            errors.append(error)

    threads = [threading.Thread(target=carefully, args=(n,), daemon=True) for n in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if errors:
        raise errors[0]

"""The jobs that read for one survey: several at once take units from one list."""

from __future__ import annotations

import time
from collections import deque
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from bytescope.core.errors import Cancelled
from bytescope.core.pages.allowance import Allowance
from bytescope.core.pages.under_way import UnderWay
from bytescope.core.pages.working import IN_ORDER, SCATTERED, Batch, work_off, workers
from bytescope.core.ticket import Ticket

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import Any

    from bytescope.core.document.snapshot import Snapshot
    from bytescope.core.pages.units import Unit
    from bytescope.core.ranges import ByteRange
    from bytescope.session.jobs import Jobs


class Reader:
    """One job, and what was changed while it read: of that its findings tell nothing."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.ticket = Ticket(note=name)
        self.stale: list[ByteRange] = []
        self.written: list[tuple[bool, tuple[ByteRange, ...]]] = []
        self.batch = Batch()


class Readers(QObject):
    """Hands units out, and tells what came back; all of it in the main thread."""

    returned = Signal(object)
    """A reader whose ``batch`` is to be taken; after that ``settle`` it."""

    ended = Signal()
    """A reader ended without anything: it was cancelled before it began."""

    def __init__(self, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._lane = f"survey {id(self)}"
        self._running: dict[str, Reader] = {}
        self._latency: float | None = None
        self._since = 0.0
        self._worked = 0.0
        self.waiting: deque[Unit] = deque()
        self.under_way = UnderWay()
        self.allowance = Allowance()

    @property
    def busy(self) -> bool:
        return bool(self._running)

    @property
    def seconds(self) -> float:
        """In which at least one job read."""
        return self._worked + (time.monotonic() - self._since if self._running else 0.0)

    def offer(self, units: Iterable[Unit]) -> None:
        """Let these units be read after those that wait."""
        for unit in units:
            self.under_way.add(unit)
            self.waiting.append(unit)

    def recall(self) -> None:
        """Take back what nobody has begun: something else is more urgent now."""
        while self.waiting:
            try:
                self.under_way.remove(self.waiting.pop())
            except IndexError:  # a job took the last
                return

    def start(
        self, snapshot: Snapshot, measure: Callable[[Any], Any], *, seconds: float, prints: bool
    ) -> None:
        """Have as many jobs as what waits is worth."""
        if not self.waiting:
            return
        wanted = min(workers(self.waiting[0].step, self._latency), len(self.waiting))
        for number in range(SCATTERED):
            if len(self._running) >= wanted:
                return
            name = f"{self._lane} {number}"
            if name in self._running:
                continue
            if not self._running:
                self._since = time.monotonic()
            reader = self._running[name] = Reader(name)
            work = partial(
                _work, self.waiting, snapshot, measure, seconds, prints, number < IN_ORDER, reader.ticket
            )
            self._jobs.run(
                name,
                work,
                partial(self._on_done, reader),
                partial(self._on_failed, reader),
                lane=self._lane,
                width=SCATTERED,
                ticket=reader.ticket,
            )

    def changed(self, ranges: tuple[ByteRange, ...]) -> None:
        """The document changed under those who read."""
        for reader in self._running.values():
            reader.stale.extend(ranges)

    def wrote(self, in_file: bool, ranges: tuple[ByteRange, ...]) -> None:
        """The document, or the file, was written under those who read."""
        for reader in self._running.values():
            reader.written.append((in_file, ranges))

    def settle(self, reader: Reader) -> None:
        """What it found was taken; what is missing of its units may be handed out again."""
        for unit in reader.batch.units:
            self.under_way.remove(unit)

    def cancel(self) -> None:
        """Let all come back as soon as they can, with what they have."""
        self.recall()
        for reader in self._running.values():
            reader.ticket.cancelled = True

    def drop(self) -> None:
        """Forget all that is under way: it is of another document."""
        for name in list(self._running):
            self._jobs.cancel(name)
        self._running.clear()
        self.waiting.clear()
        self.waiting = deque()
        self.under_way = UnderWay()
        self._latency = None
        self._worked = 0.0

    def stop(self) -> None:
        """For good."""
        self.drop()
        self._jobs.end_lane(self._lane)

    def _on_done(self, reader: Reader, batch: Batch) -> None:
        self._end(reader)
        reader.batch = batch
        if batch.latency is not None:
            self._latency = max(batch.latency, (self._latency or 0.0) / 2)
        self.returned.emit(reader)

    def _on_failed(self, reader: Reader, error: Exception) -> None:
        self._end(reader)
        if not self._running:  # what it had taken is lost
            self.under_way = UnderWay(self.waiting)
        if not isinstance(error, Cancelled):
            raise error  # and nothing is begun: it would fail again
        self.ended.emit()

    def _end(self, reader: Reader) -> None:
        if self._running.get(reader.name) is reader:
            del self._running[reader.name]
            if not self._running:
                self._worked += time.monotonic() - self._since


def _work(
    waiting: deque[Unit],
    snapshot: Snapshot,
    measure: Callable[[Any], Any],
    seconds: float,
    prints: bool,
    in_order: bool,
    ticket: Ticket,
    _same: Ticket,
) -> Batch:
    return work_off(
        waiting, snapshot, measure, seconds=seconds, prints=prints, ticket=ticket, in_order=in_order
    )

"""Works off units of a survey that several workers take from one list; the core starts none of them."""

from __future__ import annotations

import time
from collections import deque
from typing import TYPE_CHECKING

from bytescope.core.pages.examine import PATIENCE, Work
from bytescope.core.pages.units import Step

if TYPE_CHECKING:
    from bytescope.core.document.snapshot import Snapshot
    from bytescope.core.pages.measures import Measure
    from bytescope.core.pages.units import Found, Unit
    from bytescope.core.ticket import Ticket
    from bytescope.core.touched.file_prints import Seen, SeenAt

IN_ORDER = 4
"""Workers that read in order, at most: two keep two cores busy while others wait for the medium."""

SCATTERED = 16
"""Workers that read single pages, at most: so many reads under way get the most out of a fast medium."""

LOOK_SECONDS = 0.01
"""A look for cached pages ends after this long and is gone on with later: samples must not wait for it."""

FAST, SLOW = 0.004, 0.05
"""Seconds a read: faster ones are of a medium without a head to move; of slower ones, one is enough."""


class Batch:
    """What one worker found out: facts of runs of pages, bytes read, the units it took."""

    __slots__ = ("background", "bytes_read", "latency", "parts", "seen", "units")

    def __init__(self) -> None:
        self.parts: list[Found] = []
        self.seen: list[Seen | SeenAt] = []
        self.units: list[Unit] = []
        self.bytes_read = 0
        self.background = 0
        """Bytes read of which nobody waits."""
        self.latency: float | None = None
        """Seconds that a read took; None without one."""


def work_off(
    waiting: deque[Unit],
    snapshot: Snapshot,
    measure: Measure,
    *,
    seconds: float,
    prints: bool,
    ticket: Ticket,
    in_order: bool = True,
) -> Batch:
    """Take units from ``waiting`` and examine them until ``seconds`` are over; what is left is planned again.

    Several may take from the same list. ``prints``: also fingerprints. ``in_order``: whether this worker may
    read in order. Ends with what it has when the ticket is cancelled.
    """
    batch, work = Batch(), Work(snapshot, measure)
    until = time.monotonic() + seconds
    while not ticket.cancelled and (unit := _next(waiting, in_order)) is not None:
        batch.units.append(unit)
        before = work.bytes_read
        work.do(unit, patience=LOOK_SECONDS if unit.step is Step.CACHED else PATIENCE)
        if unit.background:
            batch.background += work.bytes_read - before
        if time.monotonic() > until:
            break
    batch.parts = work.found
    batch.bytes_read = work.bytes_read
    if work.reads:
        batch.latency = work.read_seconds / work.reads
    if prints:
        from bytescope.core.touched.file_prints import seen_in

        batch.seen = seen_in(batch.parts, snapshot)
    return batch


def _next(waiting: deque[Unit], in_order: bool) -> Unit | None:
    try:
        if not in_order and waiting[0].step is Step.PAGES:
            return None
        return waiting.popleft()
    except IndexError:  # another worker took the last
        return None


def workers(step: Step, latency: float | None) -> int:
    """How many workers are worth having at a list that begins with ``step``.

    ``latency``: seconds that a read took; before it is known one worker finds out.
    """
    if latency is None or latency > SLOW:
        return 1
    if step is Step.SAMPLES:
        return SCATTERED if latency < FAST else IN_ORDER
    return IN_ORDER if latency < FAST else 1

"""Progress and stop of a piece of work: plain fields that one side writes and the other polls."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from bytescope.core.errors import Cancelled

if TYPE_CHECKING:
    from bytescope.core.ranges import ByteRange
    from bytescope.core.source.descriptor import Descriptor


class Ticket:
    """One piece of work. The worker writes ``done``, ``total`` and ``note``; anyone may set ``cancelled``.

    A save also tells ``written``, the hull of what was written so far (None before), and ``target``, the
    file where this is another than the document's.
    """

    __slots__ = ("cancelled", "done", "note", "started", "target", "total", "written")

    def __init__(self, total: int = 0, note: str = "") -> None:
        self.total = total
        self.done = 0
        self.note = note
        self.cancelled = False
        self.written: ByteRange | None = None
        self.target: Descriptor | None = None
        self.started = time.monotonic()

    def check(self) -> None:
        """Raise ``Cancelled`` if the person asked to stop."""
        if self.cancelled:
            raise Cancelled

    def advance(self, amount: int) -> None:
        """Count ``amount`` more units as done, then ``check``."""
        self.done += amount
        self.check()

    @property
    def share(self) -> float:
        """The part that is done, 0 to 1; 0 while the total is not known."""
        return min(1.0, self.done / self.total) if self.total else 0.0

    def rate(self) -> float:
        """Units a second since the start."""
        return self.done / max(1e-6, time.monotonic() - self.started)

    def remaining(self) -> float | None:
        """Seconds to the end at the rate so far; None while nothing can be said."""
        rate = self.rate()
        return (self.total - self.done) / rate if self.total and self.done and rate else None

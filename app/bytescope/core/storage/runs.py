"""Asks a source where its data is, once for neighbours: a million small ranges cost few system calls."""

from __future__ import annotations

from collections.abc import Iterator

from bytescope.core.ranges import ByteRange
from bytescope.core.source.base import Source


class DataRuns:
    """Data runs of ``source``, as long as nothing is written to it; ranges are best asked in order."""

    def __init__(self, source: Source) -> None:
        self._source = source
        # Known: a hole from ``_from`` up to the run, then the run.
        self._from = 0
        self._run = ByteRange(0, 0)

    def within(self, asked: ByteRange) -> Iterator[ByteRange]:
        """The parts of ``asked``, which ends within the source, that may hold other bytes than 00."""
        at = asked.start
        while at < asked.end:
            if not self._from <= at < self._run.end:
                self._look(at)
            start, end = max(at, self._run.start), min(asked.end, self._run.end)
            if start < end:
                yield ByteRange(start, end)
            at = self._run.end

    def _look(self, at: int) -> None:
        size = self._source.size
        run = next(iter(self._source.data_runs(ByteRange(at, size))), None)
        self._from = at
        self._run = ByteRange(size, size) if run is None else run

"""The bytes that views show: what is in memory at once, the rest fetched by a job."""

from __future__ import annotations

from collections import OrderedDict
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from bytescope.core.ranges import ByteRange
from bytescope.core.source.base import Lost, Reading, Source, read

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bytescope.core.document.snapshot import Snapshot
    from bytescope.core.ticket import Ticket
    from bytescope.session.jobs import Jobs

BLOCK = 16 * 1024
LIMIT = 2048
"""At most 32 MiB of blocks are kept."""

Key = tuple[int, int]


class ByteCache(QObject):
    """Blocks of the sources that need I/O, kept by source and not by document.

    Typed bytes, patterns and holes are made on the spot from the snapshot's spans. So an edit, an
    insertion or an undo shows at once and drops nothing: the file's own bytes did not change.
    """

    arrived = Signal()

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._blocks: OrderedDict[Key, Reading] = OrderedDict()
        self._sources: dict[int, Source] = {}
        self._epoch = 0
        self._asked: set[Key] = set()
        self.snapshot: Snapshot | None = None

    def get(self, offset: int, length: int) -> Reading | None:
        """``length`` bytes from ``offset`` (clipped to the document), or None
        while a part is not here yet."""
        if self.snapshot is None:
            return None
        wanted = ByteRange.of(offset, length).intersect(ByteRange(0, self.snapshot.size))
        parts: list[bytes] = []
        lost: list[Lost] = []
        for segment in self.snapshot.segments(wanted):
            got = self._part(segment.source, segment.start, segment.range.length)
            if got is None:
                return None
            parts.append(got.data)
            by = segment.range.start - segment.start
            lost += [Lost(item.range.shifted(by), item.why) for item in got.lost]
        return Reading(b"".join(parts), tuple(lost))

    def ask(self, wanted: ByteRange) -> None:
        """Fetch what is missing of ``wanted`` in a job; ``arrived`` tells when it is here."""
        if self.snapshot is None:
            return
        clipped = wanted.intersect(ByteRange(0, self.snapshot.size))
        missing = [key for key in self._keys(clipped) if key not in self._blocks and key not in self._asked]
        if missing:
            self._asked.update(missing)
            self._jobs.run(
                "bytes",
                partial(self._fetch, missing, self._epoch),
                self._on_fetched,
                lane="bytes",
                queued=True,
            )

    def forget(self, source: Source | None = None) -> None:
        """Drop the blocks of ``source`` (all without one): its bytes may have changed."""
        self._epoch += 1
        self._asked.clear()
        if source is None:
            self._blocks.clear()
            self._sources.clear()
            return
        for key in [key for key in self._blocks if key[0] == id(source)]:
            del self._blocks[key]

    def kept(self, source: Source) -> list[tuple[int, Reading]]:
        """The blocks of ``source`` at hand: where each begins, and what it holds. The oldest come first."""
        return [(key[1] * BLOCK, block) for key, block in self._blocks.items() if key[0] == id(source)]

    def refetch(self, source: Source, within: ByteRange, *, sure: bool = False) -> None:
        """Read the kept blocks of ``source`` in ``within`` again; ``arrived`` if they differ.

        Until then the old bytes are shown. ``sure``: the bytes did change, so no later call may replace
        this one; without it, a look on suspicion is dropped when the next one comes.
        """
        first, last = within.start // BLOCK, max(within.start, within.end - 1) // BLOCK
        # Blocks still on their way may have been read before the change: the lane reads them after it again.
        known = {**dict.fromkeys(self._blocks), **dict.fromkeys(self._asked)}
        stale = [key for key in known if key[0] == id(source) and first <= key[1] <= last]
        if stale:
            name = "bytes changed" if sure else "bytes again"
            work = partial(self._fetch, stale, self._epoch)
            self._jobs.run(name, work, self._on_fetched, lane="bytes", queued=sure)

    def _keys(self, wanted: ByteRange) -> Iterator[Key]:
        assert self.snapshot is not None
        for segment in self.snapshot.segments(wanted):
            if not needs_io(segment.source):
                continue
            self._sources[id(segment.source)] = segment.source
            end = segment.start + segment.range.length
            for block in range(segment.start // BLOCK, -(-end // BLOCK)):
                yield id(segment.source), block

    def _part(self, source: Source, start: int, length: int) -> Reading | None:
        if not needs_io(source):
            return read(source, start, length)
        parts: list[bytes] = []
        lost: list[Lost] = []
        at, end = start, start + length
        while at < end:
            key = (id(source), at // BLOCK)
            block = self._blocks.get(key)
            if block is None:
                return None
            origin = key[1] * BLOCK
            stop = min(end, origin + BLOCK)
            parts.append(block.data[at - origin : stop - origin])
            for item in block.lost:
                clipped = item.range.intersect(ByteRange(at, stop))
                if clipped:
                    lost.append(Lost(clipped, item.why))
            at = stop
        return Reading(b"".join(parts), tuple(lost))

    def _fetch(self, keys: list[Key], epoch: int, ticket: Ticket) -> tuple[int, dict[Key, Reading]]:
        got: dict[Key, Reading] = {}
        for key in keys:
            ticket.check()
            source = self._sources.get(key[0])
            if source is None:
                continue
            start = key[1] * BLOCK
            got[key] = read(source, start, max(0, min(BLOCK, source.size - start)))
        return epoch, got

    def _on_fetched(self, result: tuple[int, dict[Key, Reading]]) -> None:
        epoch, got = result
        if epoch != self._epoch:
            return
        self._asked.difference_update(got)
        fresh = any(self._blocks.get(key) != reading for key, reading in got.items())
        self._blocks.update(got)
        while len(self._blocks) > LIMIT:
            self._blocks.popitem(last=False)
        if fresh:
            self.arrived.emit()


def needs_io(source: Source) -> bool:
    """Whether reading ``source`` may wait for a medium, so that the main thread must not do it."""
    return bool(getattr(source, "needs_io", False))

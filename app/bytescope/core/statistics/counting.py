"""Counts a range in blocks: samples of all first, then every byte; what was counted is kept over edits."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable
from typing import TYPE_CHECKING

import numpy as np

from bytescope.core.ranges import PAGESIZE, ByteRange
from bytescope.core.statistics import numbers
from bytescope.core.statistics.pairs import Pairs, of_sample
from bytescope.core.statistics.points import Points, put_together
from bytescope.core.statistics.reading import Reader
from bytescope.core.statistics.summary import Summary
from bytescope.core.statistics.tally import Ends, Tally, all_runs, joined, longest_text, lost

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from bytescope.core.document.snapshot import Snapshot
    from bytescope.core.ticket import Ticket

POINTS = 1024
"""Blocks at most, unless asked for otherwise."""

LEAST_BLOCK, SMALL_STEP = 256, 16

SAMPLED_FROM = 8 << 20
"""Bytes from which on there are samples before all is counted."""

SAMPLE = PAGESIZE

SAMPLE_SECONDS = 0.5
"""Time for the first picture."""

ALL_PAIRS = 256 << 20
"""Bytes up to which all is counted anew after an edit, so that the pairs are those of now."""

LEAST_TEXT = 15
"""In ranges of which samples are taken, no shorter printable runs are looked for: there are always some."""

TOLD_SECONDS = 0.25

Together = Callable[[Callable[[int], None], int], None]
"""``together(work, count)`` does ``work(0)`` … ``work(count - 1)``, at once if it can, and waits for all."""


def block_size(length: int, points: int = POINTS) -> int:
    """Bytes of a block, so that ``length`` bytes have at most ``points`` of them; whole pages where large."""
    wanted = -(-length // max(points, 1))
    step = PAGESIZE if wanted > PAGESIZE // 2 else SMALL_STEP
    return max(LEAST_BLOCK, -(-wanted // step) * step)


class Counting:
    """The counts of ``range_`` of a snapshot as far as they go.

    ``work`` goes on where it was stopped; ``summary`` is of the present state, never while ``work`` works.
    ``all_pairs``: after an edit too the pairs are to be those of now, whatever the size of the range.
    """

    def __init__(
        self,
        snapshot: Snapshot,
        range_: ByteRange,
        points: int = POINTS,
        *,
        all_pairs: bool = False,
        reader: Reader | None = None,
    ) -> None:
        self.range = range_.intersect(ByteRange(0, snapshot.size))
        self.block = block_size(self.range.length, points)
        count = -(-self.range.length // self.block)
        self.all_pairs = all_pairs
        self._least_text = LEAST_TEXT if self.range.length >= SAMPLED_FROM else 0
        self._counts = np.zeros((count, 256), np.int64)
        self._read = np.zeros(count, np.int64)
        self._lost = np.zeros(count, np.int64)
        self._ends: list[Ends | None] = [None] * count
        self._points: list[Points | None] = [None] * count
        self._readers = [reader or Reader(snapshot)]
        self._sampled = np.zeros(65536, np.int64)
        self._pairs_before = np.zeros(65536, np.int64)
        self._pairs: list[Pairs] = []
        self._pairs_hold = True

    def after(self, snapshot: Snapshot, changed: Sequence[ByteRange]) -> Counting:
        """The same over a later snapshot of the same size: only blocks that ``changed`` touches are counted.

        Until then their old counts stand there as samples. Pairs stay those of before in a large range.
        """
        old = self._readers[0]
        again = Counting(snapshot, self.range, reader=Reader(snapshot, old.window, old.least_stretch))
        again.block, again.all_pairs = self.block, self.all_pairs
        again._counts, again._read = self._counts.copy(), self._read.copy()
        again._lost, again._ends, again._points = self._lost.copy(), list(self._ends), list(self._points)
        again._sampled = self._sampled
        if changed and (self.range.length <= ALL_PAIRS or self.all_pairs):
            again._ends = [None] * len(self._ends)
            return again
        for item in changed:
            part = item.intersect(self.range)
            if part:
                first = (part.start - self.range.start) // self.block
                end = -(-(part.end - self.range.start) // self.block)
                again._ends[first:end] = [None] * (end - first)
        again._pairs_before = self._all_pairs()
        again._pairs_hold = self._pairs_hold and not changed
        return again

    @property
    def exact(self) -> bool:
        """Whether every byte was counted."""
        return None not in self._ends

    def block_range(self, number: int) -> ByteRange:
        """The bytes of a block."""
        start = self.range.start + number * self.block
        return ByteRange(start, min(start + self.block, self.range.end))

    # -- work ---------------------------------------------------------------------------------

    def work(
        self,
        ticket: Ticket,
        told: Callable[[Summary], None] | None = None,
        *,
        together: Together | None = None,
        width: int = 1,
    ) -> Summary:
        """Samples first where all takes long, then all; ``told`` now and then what is known so far.

        With ``together`` blocks are counted by ``width`` workers.
        """
        ticket.total = self.range.length
        if self.range.length >= SAMPLED_FROM and not self._read.all():
            self.sample(ticket)
            if told is not None:
                told(self.summary())
        self.count(ticket, told, together=together, width=width)
        return self.summary()

    def sample(self, ticket: Ticket, seconds: float = SAMPLE_SECONDS) -> None:
        """Read a page of each block of which nothing is known, evenly spread, as far as ``seconds`` go."""
        until = time.monotonic() + seconds
        for number in spread(len(self._ends)):
            ticket.check()
            if not self._read[number] and self._ends[number] is None:
                self._sample(number)
            if time.monotonic() > until:
                break

    def count(
        self,
        ticket: Ticket,
        told: Callable[[Summary], None] | None = None,
        *,
        together: Together | None = None,
        width: int = 1,
    ) -> None:
        """Count every byte of the blocks that were not counted yet; see ``work``."""
        waiting = deque(number for number, ends in enumerate(self._ends) if ends is None)
        ticket.total = self.range.length
        ticket.done = ticket.total - sum(self.block_range(number).length for number in waiting)
        width = max(1, min(width, len(waiting)))
        self._make_room(width)

        def work(worker: int) -> None:
            until = time.monotonic() + TOLD_SECONDS
            try:
                while (number := _first_of(waiting)) is not None:
                    self._count(number, worker, ticket)
                    if told is not None and time.monotonic() > until:
                        break
            except BaseException:
                waiting.clear()  # the others need not go on
                raise

        while waiting:
            if together is None or width == 1:
                work(0)
            else:
                together(work, width)
            if told is not None and waiting:
                told(self.summary())
        ticket.done = ticket.total

    def _make_room(self, width: int) -> None:
        """For each worker a buffer to read into and a table of pairs."""
        first = self._readers[0]
        while len(self._readers) < width:
            self._readers.append(Reader(first.snapshot, first.window, first.least_stretch))
        while len(self._pairs) < width:
            self._pairs.append(Pairs())

    def _sample(self, number: int) -> None:
        block = self.block_range(number)
        places = max(1, block.length // SAMPLE)
        at = block.start + number * 0x9E3779B1 % places * SAMPLE  # not in step with the blocks
        piece = ByteRange(at, min(at + SAMPLE, block.end))
        reader = self._readers[0]
        if next(reader.snapshot.data_runs(piece), None) is None:
            data, whole = np.zeros(piece.length, np.uint8), True
        else:
            data, gone = reader.read(piece)
            whole = not gone
        if whole:
            # Not by the kernels: the first time ever they would have to be compiled.
            self._counts[number] = np.bincount(data, minlength=256)
            self._read[number] = piece.length
            self._sampled += of_sample(data)

    def _count(self, number: int, worker: int, ticket: Ticket) -> None:
        block = self.block_range(number)
        tally = Tally(self._pairs[worker], block.start - self.range.start, self._least_text)
        self._readers[worker].tally(block, tally, ticket)
        self._counts[number] = tally.counts
        self._lost[number] = tally.lost
        self._read[number] = block.length - tally.lost
        self._points[number] = tally.points
        self._ends[number] = tally.ends

    def _all_pairs(self) -> NDArray[np.int64]:
        """The pairs inside of blocks."""
        pairs = self._pairs_before.copy()
        for item in self._pairs:
            pairs += item.total
        return pairs

    # -- what came of it ----------------------------------------------------------------------

    def summary(self) -> Summary:
        """What is known at this moment."""
        counts = self._counts.sum(axis=0) if self.exact else self._estimate()
        ends = Ends()
        pairs = self._all_pairs()
        for number, item in enumerate(self._ends):
            following = item if item is not None else lost(self.block_range(number).length)
            if ends.last >= 0 and following.first >= 0:
                pairs[ends.last | following.first << 8] += 1
            ends = joined(ends, following)
        shift = self.range.start
        text = longest_text(ends, self._least_text)
        if not pairs.any():
            pairs = self._sampled
        pairs = np.ascontiguousarray(pairs.reshape(256, 256).T)
        inside, points = put_together(self._points)
        return Summary(
            range=self.range,
            exact=self.exact,
            counts=counts,
            counted=int(self._read.sum()),
            lost=int(self._lost.sum()),
            block=self.block,
            entropy=numbers.entropies(self._counts),
            read=self._read.copy(),
            blocks_counted=len(self._ends) - self._ends.count(None),
            pairs=pairs,
            pairs_exact=self.exact and self._pairs_hold,
            correlation=self._correlation(counts, ends, pairs),
            runs=tuple(run._replace(start=run.start + shift) for run in all_runs(ends)),
            text=text and text._replace(start=text.start + shift),
            least_text=self._least_text,
            inside=inside,
            points=points,
        )

    def _estimate(self) -> NDArray[np.int64]:
        """Counts of all of the blocks of which something was read, each by its length."""
        lengths = np.full(len(self._read), self.block)
        if len(lengths):
            lengths[-1] = self.block_range(len(lengths) - 1).length
        known = self._read > 0
        weights = np.where(known, (lengths - self._lost) / np.maximum(self._read, 1), 0.0)
        estimated: NDArray[np.int64] = np.rint(weights @ self._counts).astype(np.int64)
        return estimated

    def _correlation(self, counts: NDArray[np.int64], ends: Ends, pairs: NDArray[np.int64]) -> float:
        if self.exact and not self._lost.any():
            products = ends.products + (ends.last * ends.first if ends.length else 0)
            return numbers.correlation(ends.length, *numbers.sums_of(counts), products)
        return numbers.correlation_of_pairs(pairs)


def _first_of(waiting: deque[int]) -> int | None:
    """The next one, if another worker has not taken the last."""
    try:
        return waiting.popleft()
    except IndexError:
        return None


def spread(count: int) -> Iterator[int]:
    """0 up to ``count``, each once, so that those that came are spread evenly at any time."""
    bits = max(0, count - 1).bit_length()
    for number in range(1 << bits):
        place = int(f"{number:0{bits}b}"[::-1], 2) if bits else 0
        if place < count:
            yield place

"""Which pages were compared and how that ended: two bits a page where they are mixed, none where not."""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from bytescope.core.pages.run_set import RunSet
from bytescope.core.ranges import PageRange
from bytescope.core.touched.state_runs import StateRuns

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Codes = NDArray[np.uint8]
    Counts = NDArray[np.int64]

CHUNK = 1 << 16
"""Pages of a chunk."""

BLOCK = 1 << 6
BLOCKS = CHUNK // BLOCK

EXACT_CHUNKS = 64
"""Up to so many chunks (16 GiB) an answer has each page; beyond, blocks with how many are meant."""

WIDE_CHUNKS, WIDER = 1024, 4
"""From so many chunks on (256 GiB) blocks are so many times as large: 1 MiB."""


class Verdict(enum.IntEnum):
    """How the comparison of a page ended. ``LOST``: bytes of it could not be read, so nothing is known."""

    UNKNOWN = 0
    SAME = 1
    DIFFERENT = 2
    LOST = 3


class Tally(NamedTuple):
    """How many pages there are of each sort."""

    same: int
    different: int
    lost: int
    unknown: int

    @property
    def compared(self) -> int:
        return self.same + self.different

    @property
    def pages(self) -> int:
        return self.same + self.different + self.lost + self.unknown


class _Chunk:
    """The verdicts of up to ``CHUNK`` pages: one for all, or four a byte; how many differ by block, and the
    runs that were compared and those that were looked at, counted from its first page.
    """

    __slots__ = ("blocks", "code", "compared", "judged", "packed")

    def __init__(self, codes: Codes) -> None:
        self.code = int(codes[0]) if (codes == codes[0]).all() else -1
        self.packed = None if self.code >= 0 else _packed(codes)
        self.compared = _runs((codes == Verdict.SAME) | (codes == Verdict.DIFFERENT), 0)
        self.judged = _runs(codes != Verdict.UNKNOWN, 0)
        self.blocks = (codes == Verdict.DIFFERENT).reshape(BLOCKS, BLOCK).sum(1, dtype=np.uint16)

    def codes(self) -> Codes:
        if self.packed is None:
            return np.full(CHUNK, self.code, np.uint8)
        return np.stack([self.packed >> shift & 3 for shift in (0, 2, 4, 6)], axis=1).ravel()


def _packed(codes: Codes) -> Codes:
    four = codes.reshape(-1, 4)
    packed = four[:, 0] | four[:, 1] << 2 | four[:, 2] << 4 | four[:, 3] << 6
    return packed.astype(np.uint8, copy=False)


class Verdicts:
    """What is known of ``page_count`` pages. What was settled without reading stands in runs, the rest in
    chunks that are made when the first page of them was read.
    """

    def __init__(self, pages: int) -> None:
        self.page_count = pages
        self.generation = 0
        self._settled = {Verdict.SAME: RunSet(), Verdict.DIFFERENT: RunSet()}
        self._chunks: dict[int, _Chunk] = {}
        self._open: tuple[int, Codes] | None = None
        self._read = dict.fromkeys(Verdict, 0)  # pages in chunks

    # -- what is put in -----------------------------------------------------------------------

    def settle(self, same: RunSet, different: RunSet) -> None:
        """Pages known without reading."""
        for verdict, pages in ((Verdict.SAME, same), (Verdict.DIFFERENT, different)):
            self._settled[verdict] = self._settled[verdict].union(pages)
        self.generation += 1

    def put(self, first: int, codes: Codes) -> None:
        """The verdicts of the pages from ``first`` on, u1[n]."""
        at, end = 0, min(len(codes), self.page_count - first)
        while at < end:
            number, inside = divmod(first + at, CHUNK)
            count = min(end - at, CHUNK - inside)
            held = self._opened(number)
            before = held[inside : inside + count]
            now = codes[at : at + count]
            gained = np.bincount(now, minlength=4) - np.bincount(before, minlength=4)
            for verdict, more in zip(Verdict, gained.tolist(), strict=True):
                self._read[verdict] += more
            held[inside : inside + count] = now
            at += count
        self.generation += 1

    def forget(self, pages: PageRange) -> None:
        """Nothing is known of ``pages`` any more."""
        gone = RunSet.of([pages])
        for verdict, settled in self._settled.items():
            self._settled[verdict] = settled.minus(gone)
        self._close()
        first, last = pages.first // CHUNK, (pages.end - 1) // CHUNK
        numbers = range(first, last + 1) if last - first < len(self._chunks) else list(self._chunks)
        for number in numbers:
            if first <= number <= last and number in self._chunks:
                part = pages.intersect(PageRange(number * CHUNK, (number + 1) * CHUNK))
                self.put(part.first, np.zeros(part.count, np.uint8))
        self.generation += 1

    def resize(self, pages: int) -> None:
        """The pair has another number of pages; what lies behind the end is forgotten."""
        if pages < self.page_count:
            self.forget(PageRange(pages, self.page_count))
        self.page_count = pages
        self.generation += 1

    # -- what is known ------------------------------------------------------------------------

    @property
    def tally(self) -> Tally:
        same = self._settled[Verdict.SAME].pages + self._read[Verdict.SAME]
        different = self._settled[Verdict.DIFFERENT].pages + self._read[Verdict.DIFFERENT]
        lost = self._read[Verdict.LOST]
        return Tally(same, different, lost, self.page_count - same - different - lost)

    def codes(self, pages: PageRange) -> Codes:
        """The verdict of each of ``pages``, u1[n]."""
        out = np.zeros(pages.count, np.uint8)
        for number in range(pages.first // CHUNK, -(-pages.end // CHUNK)):
            part = pages.intersect(PageRange(number * CHUNK, (number + 1) * CHUNK))
            codes = self._codes_of(number)
            if codes is not None:
                origin = number * CHUNK
                out[part.first - pages.first : part.end - pages.first] = codes[
                    part.first - origin : part.end - origin
                ]
        for verdict, settled in self._settled.items():
            for run in settled.within(pages):
                out[run.first - pages.first : run.end - pages.first] = verdict
        return out

    def runs(self, verdict: Verdict, within: PageRange) -> RunSet:
        """The pages of ``within`` with this verdict (not UNKNOWN), each of them."""
        found = [self._settled.get(verdict, RunSet()).within(within)]
        for number in self._numbers(within):
            codes = self._codes_of(number)
            if codes is not None:
                found.append(_runs(codes == verdict, number * CHUNK).within(within))
        return _together(found)

    def judged(self, within: PageRange) -> RunSet:
        """The pages of ``within`` that were read and have a verdict."""
        return _together([_moved(self._chunks[n].judged, n) for n in self._numbers(within)]).within(within)

    def different(self, within: PageRange) -> StateRuns:
        """The differing pages of ``within``: each of them, or blocks with their number in a wide range."""
        numbers = self._numbers(within)
        if len(numbers) <= EXACT_CHUNKS:
            return StateRuns.of(self.runs(Verdict.DIFFERENT, within))
        settled = self._settled[Verdict.DIFFERENT].within(within)
        origins = np.array(numbers, np.int64) * CHUNK
        wider = WIDER if len(numbers) >= WIDE_CHUNKS else 1
        counts = np.stack([self._chunks[number].blocks for number in numbers]).astype(np.int64)
        counts = counts.reshape(-1, wider).sum(1)
        some = np.flatnonzero(counts)
        firsts = origins[some // (BLOCKS // wider)] + some % (BLOCKS // wider) * (BLOCK * wider)
        ends = np.minimum(firsts + BLOCK * wider, self.page_count)
        blocks = StateRuns(firsts, ends, counts[some]).within(within)
        return _merged(blocks, settled) if settled else blocks

    def not_compared(self, within: PageRange) -> RunSet:
        """The pages of ``within`` of which it is not known whether they differ: not read yet, or lost."""
        found = [settled.within(within) for settled in self._settled.values()]
        found += [_moved(self._chunks[n].compared, n) for n in self._numbers(within)]
        return RunSet.of([within]).minus(_together(found))

    def next_different(self, page: int) -> int | None:
        """The first differing page behind ``page``."""
        found = self._settled[Verdict.DIFFERENT].next(page)
        self._close()
        for number in sorted(n for n in self._chunks if (n + 1) * CHUNK > page + 1):
            if self._chunks[number].blocks.any():
                hits = np.flatnonzero(self._chunks[number].codes() == Verdict.DIFFERENT) + number * CHUNK
                hits = hits[hits > page]
                if len(hits):
                    return min(int(hits[0]), found) if found is not None else int(hits[0])
        return found

    def not_same(self, within: PageRange) -> RunSet:
        """The pages of ``within`` that are not known to be the same."""
        return RunSet.of([within]).minus(self.runs(Verdict.SAME, within))

    # -- inside -------------------------------------------------------------------------------

    def _opened(self, number: int) -> Codes:
        """The chunk that is being written, a byte a page."""
        if self._open is None or self._open[0] != number:
            self._close()
            chunk = self._chunks.get(number)
            self._open = number, np.zeros(CHUNK, np.uint8) if chunk is None else chunk.codes()
        return self._open[1]

    def _close(self) -> None:
        if self._open is not None:
            number, codes = self._open
            self._chunks[number] = _Chunk(codes)
            self._open = None

    def _codes_of(self, number: int) -> Codes | None:
        if self._open is not None and self._open[0] == number:
            return self._open[1]
        chunk = self._chunks.get(number)
        return None if chunk is None else chunk.codes()

    def _numbers(self, within: PageRange) -> list[int]:
        """The chunks of which something was read, in order."""
        self._close()
        first, end = within.first // CHUNK, -(-within.end // CHUNK)
        if end - first < len(self._chunks):
            return [number for number in range(first, end) if number in self._chunks]
        return sorted(number for number in self._chunks if first <= number < end)


def _runs(flags: NDArray[np.bool_], first: int) -> RunSet:
    edges = np.flatnonzero(np.diff(np.concatenate([[False], flags, [False]])))
    return RunSet(edges[::2] + first, edges[1::2] + first)


def _moved(runs: RunSet, number: int) -> RunSet:
    """Runs of a chunk as runs of pages."""
    return RunSet(runs.firsts + number * CHUNK, runs.ends + number * CHUNK)


def _together(sets: list[RunSet]) -> RunSet:
    """All pages of ``sets``."""
    if not sets:
        return RunSet()
    return RunSet.of_edges(
        np.concatenate([item.firsts for item in sets]), np.concatenate([item.ends for item in sets])
    )


def _merged(blocks: StateRuns, runs: RunSet) -> StateRuns:
    """Blocks with counts and runs that hold none of the blocks' pages, in order; a run is cut at blocks."""
    outside = runs.minus(RunSet.of_edges(blocks.firsts, blocks.ends))
    inside = runs.minus(outside)
    counts = blocks.counts.copy()
    for run in inside:
        at = int(np.searchsorted(blocks.ends, run.first, "right"))
        while at < len(counts) and blocks.firsts[at] < run.end:
            part = run.intersect(PageRange(int(blocks.firsts[at]), int(blocks.ends[at])))
            counts[at] += part.count
            at += 1
    firsts = np.concatenate([blocks.firsts, outside.firsts])
    order = np.argsort(firsts, kind="stable")
    ends = np.concatenate([blocks.ends, outside.ends])
    counts = np.concatenate([counts, outside.ends - outside.firsts])
    return StateRuns(firsts[order], ends[order], counts[order])

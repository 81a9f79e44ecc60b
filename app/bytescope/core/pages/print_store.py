"""The fingerprints of the pages of a file as it was when they were read, in memory that stays bounded."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from bytescope.core.pages.points import put_points
from bytescope.core.pages.prints import NONE
from bytescope.core.pages.run_set import RunSet
from bytescope.core.pages.runs import RunMap
from bytescope.core.ranges import PageRange

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Prints = NDArray[np.uint32]

CHUNK = 1 << 16
"""Pages in a chunk."""

RUNS_IN_CHUNK = 1024
"""A chunk with more runs of equal fingerprints is kept page by page: 256 KiB."""

DENSE = 1 << 32
"""The value of a run whose pages are kept in an array; no fingerprint is so large."""

DEFAULT_BUDGET = 32 << 20
"""Bytes of arrays: enough for 32 GiB of pages that all differ. Equal neighbours take nothing."""


class Stretch(NamedTuple):
    """Consecutive pages that have fingerprints: one each, or the same for all."""

    pages: PageRange
    prints: Prints | int

    def of(self, pages: PageRange) -> Prints:
        """The fingerprints of ``pages``, which are some of these."""
        if isinstance(self.prints, int):
            return np.full(pages.count, self.prints, np.uint32)
        at = self.pages.first
        return self.prints[pages.first - at : pages.end - at]


class PrintStore:
    """Fingerprints of pages; 0 where none is known. For one thread at a time.

    Runs of equal ones (holes, erased flash) take some bytes; others 4 bytes a page. Above ``budget``
    the least recently written chunks are forgotten.
    """

    def __init__(self, page_count: int, budget: int = DEFAULT_BUDGET) -> None:
        self.page_count = page_count
        self._budget = budget
        self._runs = RunMap(page_count, NONE)
        self._dense: dict[int, Prints] = {}
        self._shared: set[int] = set()

    def copy(self) -> PrintStore:
        """The same, for another thread; chunks are copied when one of the two changes them."""
        out = PrintStore(self.page_count, self._budget)
        out._runs, out._dense = self._runs.copy(), self._dense.copy()
        self._shared, out._shared = set(self._dense), set(self._dense)
        return out

    @classmethod
    def of(cls, page_count: int, stretches: Iterable[Stretch], budget: int = DEFAULT_BUDGET) -> PrintStore:
        """A store of stretches that come in order. Chunks with arrays of them are kept page by page."""
        out = cls(page_count, budget)
        plain: list[tuple[PageRange, int]] = []
        for stretch in stretches:
            if isinstance(stretch.prints, int):
                plain.append((stretch.pages, stretch.prints))
                continue
            for part in _chunks(stretch.pages.first, stretch.pages.end):
                chunk = out._dense.setdefault(part.first // CHUNK, np.zeros(CHUNK, np.uint32))
                chunk[part.first % CHUNK : part.first % CHUNK + part.count] = stretch.of(part)
        runs = [
            (number * CHUNK, min((number + 1) * CHUNK, page_count), DENSE) for number in sorted(out._dense)
        ]
        for pages, value in plain:
            runs += out._beside_chunks(pages, value)
        out._runs.splice_runs(sorted(runs), NONE)
        out._trim()
        return out

    def _beside_chunks(self, pages: PageRange, value: int) -> Iterator[tuple[int, int, int]]:
        """The parts of a run that lie in no chunk; in the others it is put."""
        first, last = pages.first // CHUNK, (pages.end - 1) // CHUNK
        if last - first > len(self._dense):
            within = [number for number in self._dense if first <= number <= last]
        else:
            within = [number for number in range(first, last + 1) if number in self._dense]
        at = pages.first
        for number in sorted(within):
            base = number * CHUNK
            if base > at:
                yield at, base, value
            part = pages.intersect(PageRange(base, base + CHUNK))
            self._dense[number][part.first - base : part.end - base] = value
            at = base + CHUNK
        if at < pages.end:
            yield at, pages.end, value

    @property
    def known(self) -> int:
        """How many pages have a fingerprint."""
        return self.known_set().pages

    def frozen(self) -> tuple[NDArray[np.int64], NDArray[np.uint64], dict[int, Prints]]:
        """Starts and values of the runs, and the arrays of the chunks whose runs have the value ``DENSE``.

        For another thread; the arrays are not copied: pages may become known in them meanwhile.
        """
        if not self.page_count:
            return np.zeros(0, np.int64), np.zeros(0, np.uint64), {}
        return *self._runs.flat(0, self.page_count), dict(self._dense)

    def known_set(self) -> RunSet:
        """The pages that have a fingerprint."""
        if not self.page_count:
            return RunSet()
        starts, values = self._runs.flat(0, self.page_count)
        ends = np.append(starts[1:], self.page_count)
        plain = (values != NONE) & (values != DENSE)
        dense = RunSet.of(
            PageRange(number * CHUNK + low, number * CHUNK + high)
            for number, chunk in self._dense.items()
            for low, high in true_runs(chunk != NONE)
        )
        return RunSet.of_edges(starts[plain], ends[plain]).union(dense)

    def get(self, pages: PageRange) -> Prints:
        """The fingerprints of ``pages``, u4[n]; for not too many at once."""
        out = np.zeros(pages.count, np.uint32)
        inside = pages.intersect(PageRange(0, self.page_count))
        for first, end, value in self._runs.pieces(inside.first, inside.end):
            if value == DENSE:
                for part in _chunks(first, end):
                    base = part.first // CHUNK * CHUNK
                    chunk = self._dense[part.first // CHUNK]
                    out[part.first - pages.first : part.end - pages.first] = chunk[
                        part.first - base : part.end - base
                    ]
            elif value != NONE:
                out[first - pages.first : end - pages.first] = value
        return out

    def stretches(self, within: PageRange) -> Iterator[Stretch]:
        """The pages of ``within`` that have fingerprints, in order; arrays are copies, of a chunk at most.

        The store must not change meanwhile.
        """
        within = within.intersect(PageRange(0, self.page_count))
        for first, end, value in self._runs.pieces(within.first, within.end):
            if value == DENSE:
                yield from self._in_chunks(first, end)
            elif value != NONE:
                yield Stretch(PageRange(first, end), value)

    def runs(self, within: PageRange) -> Iterator[Stretch]:
        """Those of ``stretches`` that are kept as runs of equal fingerprints."""
        within = within.intersect(PageRange(0, self.page_count))
        for first, end, value in self._runs.pieces(within.first, within.end):
            if value not in (NONE, DENSE):
                yield Stretch(PageRange(first, end), value)

    def _in_chunks(self, first: int, end: int) -> Iterator[Stretch]:
        while first < end:
            stop = min(end, (first // CHUNK + 1) * CHUNK)
            base = first // CHUNK * CHUNK
            prints = self._dense[first // CHUNK][first - base : stop - base].copy()
            for low, high in true_runs(prints != NONE):
                yield Stretch(PageRange(first + low, first + high), prints[low:high])
            first = stop

    def put(self, first: int, prints: Prints) -> list[PageRange]:
        """Take the fingerprints of the pages from ``first`` on, where none is known; 0 says nothing.

        A page that was read before keeps its first fingerprint. The answer are pages that had another.
        """
        prints = prints[: max(0, self.page_count - first)]
        differ: list[PageRange] = []
        at = 0
        while at < len(prints):
            step = min(len(prints) - at, CHUNK - (first + at) % CHUNK)
            differ += self._put_in_chunk(first + at, prints[at : at + step])
            at += step
        self._trim()
        return differ

    def put_page(self, page: int, value: int) -> bool:
        """The same for a single page: samples come by the thousand. True where it had another."""
        if not 0 <= page < self.page_count or value == NONE:
            return False
        number, base = page // CHUNK, page // CHUNK * CHUNK
        old = self._runs.value(page)
        if old == DENSE:
            old = int(self._dense[number][page - base])
        if old != NONE:
            return old != value
        few = self._runs.count(base, min(base + CHUNK, self.page_count)) < RUNS_IN_CHUNK - 1
        if number not in self._dense and few:
            self._runs.set(page, page + 1, value)
        else:
            self._set(page, np.array([value], np.uint32))
            self._trim()
        return False

    def put_at(self, pages: Sequence[int], prints: Prints) -> list[PageRange]:
        """The same for single pages, in order; those that had another."""
        values = prints.astype(np.uint64)
        old = None
        if (prints != NONE).all():
            old = put_points(self._runs, pages, values, RUNS_IN_CHUNK - 1, DENSE, NONE)
        out: list[PageRange] = []
        for index, (page, value) in enumerate(zip(pages, values.tolist())):
            had = old[index] if old is not None else NONE
            if (had not in (NONE, value)) if old is not None else self.put_page(page, value):
                out.append(PageRange(page, page + 1))
        return out

    def put_uniform(self, pages: PageRange, value: int) -> list[PageRange]:
        """The same for pages that are all alike, however many they are."""
        differ: list[PageRange] = []
        pages = pages.intersect(PageRange(0, self.page_count))
        for first, end, old in list(self._runs.pieces(pages.first, pages.end)):
            if old == NONE:
                self._runs.set(first, end, value)
            elif old == DENSE:
                for part in _chunks(first, end):
                    differ += self._put_in_chunk(part.first, np.full(part.count, value, np.uint32))
            elif old != value:
                differ.append(PageRange(first, end))
        return differ

    def _put_in_chunk(self, first: int, prints: Prints) -> Iterator[PageRange]:
        pages = PageRange(first, first + len(prints))
        old = self.get(pages)
        yield from (
            PageRange(first + low, first + high)
            for low, high in true_runs((old != NONE) & (prints != NONE) & (old != prints))
        )
        self._set(first, np.where(old == NONE, prints, old))

    def _set(self, first: int, prints: Prints) -> None:
        number = first // CHUNK
        base, stop = number * CHUNK, min((number + 1) * CHUNK, self.page_count)
        if number not in self._dense:
            starts = np.flatnonzero(np.diff(prints, prepend=~prints[:1]))
            if len(starts) + self._runs.count(base, stop) <= RUNS_IN_CHUNK:
                values = array("Q", prints[starts].tolist())
                self._runs.splice(first + len(prints), array("q", (starts + first).tolist()), values)
                return
            begins, values_ = self._runs.flat(base, stop)
            lengths = np.diff(begins, append=stop)
            chunk = np.zeros(CHUNK, np.uint32)
            chunk[: stop - base] = np.repeat(values_, lengths)
            self._runs.set(base, stop, DENSE)
        else:
            chunk = self._own(number)
            del self._dense[number]
        self._dense[number] = chunk
        chunk[first - base : first - base + len(prints)] = prints

    def forget(self, pages: PageRange) -> None:
        """The pages were written by ourselves: what was read of them is no longer to be compared with."""
        pages = pages.intersect(PageRange(0, self.page_count))
        for first, end, value in list(self._runs.pieces(pages.first, pages.end)):
            if value != DENSE:
                self._runs.set(first, end, NONE)
                continue
            for part in _chunks(first, end):
                number, base = part.first // CHUNK, part.first // CHUNK * CHUNK
                if part.count == min(CHUNK, self.page_count - base):
                    del self._dense[number]
                    self._shared.discard(number)
                    self._runs.set(part.first, part.end, NONE)
                else:
                    self._own(number)[part.first - base : part.end - base] = NONE

    def resize(self, page_count: int) -> None:
        """Pages at the end appear (unknown) or disappear."""
        if page_count == self.page_count:
            return
        self.forget(PageRange(min(page_count, self.page_count), max(page_count, self.page_count)))
        kept = {number: chunk for number, chunk in self._dense.items() if number * CHUNK < page_count}
        self._runs.resize(page_count, NONE)
        self.page_count, self._dense = page_count, kept
        for number in kept:
            self._runs.set(number * CHUNK, min((number + 1) * CHUNK, page_count), DENSE)

    def set_budget(self, budget: int) -> None:
        """Keep to another number of bytes from now on."""
        self._budget = budget
        self._trim()

    def _own(self, number: int) -> Prints:
        """A chunk that is about to change; nobody else sees it."""
        if number in self._shared:
            self._shared.discard(number)
            self._dense[number] = self._dense[number].copy()
        return self._dense[number]

    def _trim(self) -> None:
        """Forget the least recently written chunks, down to the budget; one always stays."""
        while len(self._dense) > max(1, self._budget // (CHUNK * 4)):
            number = next(iter(self._dense))
            self.forget(PageRange(number * CHUNK, (number + 1) * CHUNK))


def true_runs(mask: NDArray[np.bool_]) -> Iterator[tuple[int, int]]:
    """Where runs of True begin and end."""
    padded = np.zeros(len(mask) + 2, np.bool_)
    padded[1:-1] = mask
    edges = np.flatnonzero(padded[1:] != padded[:-1]).tolist()
    return zip(edges[::2], edges[1::2])


def _chunks(first: int, end: int) -> Iterator[PageRange]:
    """The pages ``first`` to ``end``, cut where chunks begin."""
    while first < end:
        stop = min(end, (first // CHUNK + 1) * CHUNK)
        yield PageRange(first, stop)
        first = stop

"""What is remembered of a file's pages as they were read, to find out what other programs change."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from bytescope.core.pages.classes import PageClass
from bytescope.core.pages.print_store import DEFAULT_BUDGET, PrintStore, Stretch
from bytescope.core.pages.prints import ZERO, zero_print
from bytescope.core.pages.run_set import RunSet
from bytescope.core.pages.units import Exact, Found, Sampled, Uniform, Walked
from bytescope.core.ranges import PAGESIZE, ByteRange, PageRange, page_count

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from bytescope.core.document.snapshot import Snapshot
    from bytescope.core.source.base import Reading


class Seen(NamedTuple):
    """Fingerprints of consecutive pages of a document: one each, or the same for all.

    ``own``: they are pages of the file as it is; else pages with edits.
    """

    pages: PageRange
    prints: NDArray[np.uint32] | int
    own: bool


class SeenAt(NamedTuple):
    """Fingerprints of single pages of the file as it is, in order."""

    pages: tuple[int, ...]
    prints: NDArray[np.uint32]


class FilePrints:
    """Fingerprints of the file's pages when they were first read, and of the document's edited pages.

    Those of edited pages become the file's when they are saved. ``changed``: pages of the file that were
    found to be others than when they were read; ``old`` has the old bytes of some. For one thread at a time.
    """

    def __init__(self, file_size: int, size: int, budget: int = DEFAULT_BUDGET) -> None:
        self.file = PrintStore(page_count(file_size), budget)
        self.edited = PrintStore(page_count(size))
        self.changed = RunSet()
        self.old: dict[int, bytes] = {}

    def saw(self, seen: Iterable[Seen | SeenAt]) -> bool:
        """Take what was read; True where pages of the file turn out to have changed since they were read."""
        differ: list[PageRange] = []
        for item in seen:
            if isinstance(item, SeenAt):
                differ += self.file.put_at(item.pages, item.prints)
                continue
            store = self.file if item.own else self.edited
            if isinstance(item.prints, int):
                found = store.put_uniform(item.pages, item.prints)
            elif item.pages.count == 1:
                found = [item.pages] if store.put_page(item.pages.first, int(item.prints[0])) else []
            else:
                found = store.put(item.pages.first, item.prints)
            if item.own:
                differ += found
        new = RunSet.of(differ).minus(self.changed)
        self.changed = self.changed.union(new)
        return bool(new)

    def edit(self, ranges: Iterable[ByteRange], size: int) -> None:
        """The document was edited in ``ranges`` and has ``size`` bytes now."""
        self.edited.resize(page_count(size))
        for item in ranges:
            self.edited.forget(item.pages)

    def wrote(self, ranges: Iterable[ByteRange]) -> None:
        """We stored to these bytes of the file: they have changed, and are no change from outside."""
        done = RunSet.of(item.pages for item in ranges)
        for pages in done:
            self.file.forget(pages)
        self.changed = self.changed.minus(done)

    def save(self, ranges: Iterable[ByteRange], size: int) -> None:
        """The document was saved: the file has its bytes in ``ranges``, and ``size`` bytes."""
        written = list(ranges)
        self.wrote(written)
        self.file.resize(page_count(size))
        for item in written:
            for stretch in self.edited.stretches(item.pages):
                if isinstance(stretch.prints, int):
                    self.file.put_uniform(stretch.pages, stretch.prints)
                else:
                    self.file.put(stretch.pages.first, stretch.prints)

    def take(self, compared: RunSet, changed: RunSet) -> RunSet:
        """Of the pages ``compared`` exactly ``changed`` differ; the answer are those to be read again."""
        before = self.changed
        self.changed = before.minus(compared).union(changed)
        return before.common(compared).union(changed)

    def accept(self) -> None:
        """What the file holds now is known to be so."""
        for pages in self.changed:
            self.file.forget(pages)
        self.changed = RunSet()
        self.old.clear()

    def keep_old(self, kept: Iterable[tuple[int, Reading]], most: int) -> None:
        """Keep what is at hand of changed pages, up to ``most``: they are about to be read again."""
        for start, reading in kept:
            if reading.lost or len(self.old) >= most:
                continue
            first = start // PAGESIZE
            for run in self.changed.within(PageRange(first, first + len(reading.data) // PAGESIZE)):
                for page in range(run.first, run.end):
                    at = page * PAGESIZE - start
                    self.old.setdefault(page, reading.data[at : at + PAGESIZE])

    def unread(self) -> RunSet:
        """The pages of the file of which no fingerprint is known."""
        return RunSet.of([PageRange(0, self.file.page_count)]).minus(self.file.known_set())

    def within(self, ranges: Iterable[ByteRange], most: int) -> list[Stretch]:
        """The fingerprints of up to ``most`` pages of the file that lie in ``ranges``."""
        out: list[Stretch] = []
        for item in ranges:
            for stretch in self.file.stretches(item.pages):
                if most <= 0:
                    return out
                pages = PageRange(stretch.pages.first, min(stretch.pages.end, stretch.pages.first + most))
                out.append(
                    Stretch(pages, stretch.prints if isinstance(stretch.prints, int) else stretch.of(pages))
                )
                most -= pages.count
        return out


def seen_in(found: Iterable[Found], snapshot: Snapshot) -> list[Seen | SeenAt]:
    """What the findings of a survey of ``snapshot`` say of fingerprints."""
    out: list[Seen | SeenAt] = []
    for item in found:
        if isinstance(item, Exact):
            pages = PageRange(item.first, item.first + len(item.measures))
            out += _parts(pages, item.measures.prints, snapshot)
        elif isinstance(item, Sampled):
            hull = PageRange(min(item.pages), max(item.pages) + 1)
            if next(snapshot.own_pages(hull), None) == hull:
                out.append(SeenAt(item.pages, item.measures.prints))
                continue
            for row, page in enumerate(item.pages):
                out += _parts(PageRange(page, page + 1), item.measures.prints[row : row + 1], snapshot)
        elif isinstance(item, Walked):
            for uniform in item.known:
                out += _holes(uniform, snapshot)
        elif isinstance(item, Uniform):
            out += _holes(item, snapshot)
    return out


def _parts(pages: PageRange, prints: NDArray[np.uint32], snapshot: Snapshot) -> list[Seen]:
    out: list[Seen] = []
    at = pages.first
    for own in snapshot.own_pages(pages):
        if own.first > at:
            out.append(_cut(pages, prints, PageRange(at, own.first), False))
        out.append(_cut(pages, prints, own, True))
        at = own.end
    if at < pages.end:
        out.append(_cut(pages, prints, PageRange(at, pages.end), False))
    return out


def _cut(pages: PageRange, prints: NDArray[np.uint32], part: PageRange, own: bool) -> Seen:
    return Seen(part, prints[part.first - pages.first : part.end - pages.first], own)


def _holes(item: Uniform, snapshot: Snapshot) -> list[Seen]:
    """Holes read as 00; what other pages that are alike hold is not told."""
    if item.cls is not PageClass.HOLE:
        return []
    short = snapshot.size % PAGESIZE
    whole = item.pages.intersect(PageRange(0, snapshot.size // PAGESIZE))
    out = [Seen(own, ZERO, True) for own in snapshot.own_pages(whole)] if whole else []
    if short and item.pages.end > whole.end:
        last = PageRange(page_count(snapshot.size) - 1, page_count(snapshot.size))
        out += [Seen(own, zero_print(short), True) for own in snapshot.own_pages(last)]
    return out

"""What a comparison does in a job: plan a part, judge some pages. Against bytes, or against fingerprints."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple, Protocol

import numpy as np

from bytescope.core.compare.judging import PIECE, Judge, reader
from bytescope.core.compare.order import pieces
from bytescope.core.compare.pair import Pair, Plan, Side, plan
from bytescope.core.compare.verdicts import Verdict
from bytescope.core.pages.prints import NONE, ZERO, fastest
from bytescope.core.pages.run_set import RunSet
from bytescope.core.ranges import PAGESIZE, PageRange, page_count

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from bytescope.core.pages.print_store import Stretch
    from bytescope.core.ticket import Ticket

    Codes = NDArray[np.uint8]


class Judged(NamedTuple):
    """The verdicts of pages from ``first`` on, for each stretch that was judged, and the bytes it took."""

    found: list[tuple[int, Codes]]
    bytes_read: int


class Work(Protocol):
    """One generation of what is compared. Used in one job at a time."""

    @property
    def page_count(self) -> int: ...

    def plan(self, within: PageRange, ticket: Ticket) -> Plan: ...

    def judge(self, units: Iterable[PageRange], known: Plan, until: float, ticket: Ticket) -> Judged:
        """Judge ``units`` until the time (monotonic) is over; at least one piece. Raises Cancelled."""
        ...


class PairWork:
    """Against the bytes of another document."""

    def __init__(self, pair: Pair) -> None:
        self.pair = pair
        self.page_count = pair.page_count

    def plan(self, within: PageRange, ticket: Ticket) -> Plan:
        return plan(self.pair, within, ticket)

    def judge(self, units: Iterable[PageRange], known: Plan, until: float, ticket: Ticket) -> Judged:
        judge = Judge(self.pair, known)
        found: list[tuple[int, Codes]] = []
        for pages in _until(units, until, ticket):
            found.append((pages.first, judge.judge(pages).codes))
        return Judged(_joined(found), judge.bytes_read)


class KnownPages(Protocol):
    """Fingerprints of pages, as ``core.touched.snapshots.Snapshot`` has them."""

    @property
    def page_count(self) -> int: ...

    def stretches(self, within: PageRange) -> Iterator[Stretch]: ...


class PrintsWork:
    """Against fingerprints of pages that were taken earlier; a page without one cannot be compared."""

    def __init__(self, mine: Side, prints: KnownPages) -> None:
        self._mine = mine
        self._prints = prints
        self.page_count = max(page_count(mine.size), prints.page_count)

    def plan(self, within: PageRange, ticket: Ticket) -> Plan:
        """Holes whose fingerprints are those of zeros are the same without reading."""
        common = within.intersect(PageRange(0, min(page_count(self._mine.size), self._prints.page_count)))
        different = RunSet.of([within]).minus(RunSet.of([common]))
        everything = RunSet.of([common])
        if not common:
            return Plan(RunSet(), different, RunSet(), RunSet(), RunSet())
        data = RunSet.of(run.pages for run in self._mine.data_runs(common.bytes(self._mine.size)))
        ticket.check()
        zeros = RunSet.of(
            stretch.pages.intersect(common)
            for stretch in self._prints.stretches(common)
            if isinstance(stretch.prints, int) and stretch.prints == ZERO
        )
        same = zeros.minus(data)
        short = page_count(self._mine.size) - 1
        if self._mine.size % PAGESIZE and short in common:  # its fingerprint has a length
            same = same.minus(RunSet.of([PageRange(short, short + 1)]))
        return Plan(same, different, everything.minus(same), everything, RunSet())

    def judge(self, units: Iterable[PageRange], known: Plan, until: float, ticket: Ticket) -> Judged:
        room = np.empty(PIECE * PAGESIZE, np.uint8)
        prints_of, read = fastest(), reader(self._mine)
        found: list[tuple[int, Codes]] = []
        count = 0
        for pages in _until(units, until, ticket):
            part = pages.bytes(self._mine.size)
            view = room[: part.length]
            lost = read(part.start, view.data) if part else ()
            count += part.length
            now = np.zeros(pages.count, np.uint32)
            fresh = prints_of(view)
            now[: len(fresh)] = fresh
            before = np.zeros(pages.count, np.uint32)
            for stretch in self._prints.stretches(pages):
                inside = stretch.pages.intersect(pages)
                before[inside.first - pages.first : inside.end - pages.first] = stretch.of(inside)
            codes = np.where(now == before, Verdict.SAME, Verdict.DIFFERENT).astype(np.uint8)
            codes[(before == NONE) | (now == NONE)] = Verdict.LOST
            for item in lost:
                gone = item.range.pages.intersect(pages)
                codes[gone.first - pages.first : gone.end - pages.first] = Verdict.LOST
            found.append((pages.first, codes))
        return Judged(_joined(found), count)


def _joined(found: list[tuple[int, Codes]]) -> list[tuple[int, Codes]]:
    """The same with neighbours put together: the thread that takes them has less to do."""
    out: list[tuple[int, list[Codes]]] = []
    end = -1
    for first, codes in found:
        if first == end:
            out[-1][1].append(codes)
        else:
            out.append((first, [codes]))
        end = first + len(codes)
    return [(first, np.concatenate(parts)) for first, parts in out]


def _until(units: Iterable[PageRange], until: float, ticket: Ticket) -> Iterator[PageRange]:
    """Pieces of ``units`` for as long as there is time."""
    for unit in units:
        for piece in pieces(RunSet.of([unit]), PIECE):
            ticket.check()
            yield piece
            if time.monotonic() > until:
                return

"""What the page cache holds of a file and in what state, for one part of it or for all of it in one walk."""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from bytescope.core.pages.run_set import RunSet
from bytescope.core.ranges import PAGESIZE, PageRange, page_count
from bytescope.core.source.cachestat import counter
from bytescope.core.touched import mincore
from bytescope.core.touched.cache_walk import Limits, Walk, Walked
from bytescope.core.touched.layers import Layer
from bytescope.core.touched.medium import Medium, medium
from bytescope.core.touched.pagecache import why_untold
from bytescope.core.touched.state_runs import StateRuns
from bytescope.core.touched.told import Told

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from bytescope.core.source.descriptor import Descriptor
    from bytescope.core.source.file import FileSource
    from bytescope.core.ticket import Ticket

    Ints = NDArray[np.int64]

STATES = (Layer.RESIDENT, Layer.DIRTY, Layer.WRITING, Layer.EVICTED)
"""What is told, in the order of the counts of ``cache_walk``."""

KERNEL_PAGE = os.sysconf("SC_PAGE_SIZE")

NO_MEDIUM = "this file system keeps its files in memory"
ONLY_MINCORE = "by mincore, which tells nothing else"
SYSTEM_PAGES = "in pages of {0:,} bytes"
NOT_ALL = "only the first {0:,} pages were looked at"


class Found(NamedTuple):
    """Whether the kernel answered for a state, the pages in it, and a word about them."""

    told: Told
    runs: StateRuns | None = None
    note: str = ""


class Residency(NamedTuple):
    """What a look found of ``pages``. ``complete``: everything was looked at as finely as asked for."""

    pages: PageRange
    states: dict[Layer, Found]
    complete: bool
    calls: int
    seconds: float


def look(
    source: FileSource,
    pages: PageRange,
    level: int = 0,
    wanted: frozenset[Layer] = frozenset(STATES),
    limits: Limits | None = None,
    ticket: Ticket | None = None,
) -> Residency:
    """The ``wanted`` states of ``pages``, as exact as cells of 2**level pages need it.

    Counts are of the document's pages; where the system's are larger, each of its pages says the same of
    all of ours. A dirty page marks its whole folio. Raises Cancelled through the ticket.
    """
    began = time.monotonic()
    descriptor = source.descriptor
    pages = pages.intersect(PageRange(0, page_count(source.size)))
    asked = [layer for layer in STATES if layer in wanted]
    if descriptor is None or not pages:
        nothing = Found(Told.NOT_AVAILABLE if descriptor is None else Told.YES, StateRuns.none())
        return Residency(pages, dict.fromkeys(asked, nothing), True, 0, 0.0)
    part = _Part(source.window_start, pages, level, source.size)
    states, walked = _look(descriptor, part, frozenset(asked), limits or Limits(), ticket)
    seconds = time.monotonic() - began
    return Residency(pages, states, walked is None or walked.complete, walked.calls if walked else 0, seconds)


class _Part:
    """Pages of a document as whole pages of the system, counted from the one that holds its first byte."""

    def __init__(self, shift: int, pages: PageRange, level: int, size: int) -> None:
        self.unit = KERNEL_PAGE
        self.base = shift // self.unit * self.unit
        self._lead = shift - self.base
        self._pages = pages
        bytes_ = pages.bytes(size).shifted(self._lead)
        self.units = range(bytes_.start // self.unit, -(-bytes_.end // self.unit))
        self.cell = max(1, (PAGESIZE << level) // self.unit)

    def runs(self, walked: Walked, state: int) -> StateRuns:
        """One state of what was found, in pages of the document; neighbours that are in it whole are one."""
        counts = walked.counts[state]
        some = counts > 0
        firsts, ends, counts = walked.firsts[some], walked.ends[some], counts[some]
        whole = counts >= ends - firsts
        firsts, ends = self._page(firsts), -(-(ends * self.unit - self._lead) // PAGESIZE)
        firsts, ends = np.maximum(firsts, self._pages.first), np.minimum(ends, self._pages.end)
        if whole.all():
            return StateRuns.of(RunSet.of_edges(firsts, ends))
        counts = np.maximum(1, counts * self.unit // PAGESIZE)
        return _joined(firsts, ends, counts, whole)

    def _page(self, units: Ints) -> Ints:
        out: Ints = np.maximum(units * self.unit - self._lead, 0) // PAGESIZE
        return out


def _joined(firsts: Ints, ends: Ints, counts: Ints, whole: NDArray[np.bool_]) -> StateRuns:
    """Parts that are in a state whole as long runs, the others with their counts, none over another."""
    firsts = np.maximum(firsts, np.append(0, np.maximum.accumulate(ends)[:-1]))
    some = firsts < ends
    firsts, ends, counts, whole = firsts[some], ends[some], counts[some], whole[some]
    begins = np.ones(len(firsts), bool)
    begins[1:] = ~(whole[1:] & whole[:-1] & (firsts[1:] == ends[:-1]))
    heads = np.flatnonzero(begins)
    lasts = np.append(heads[1:] - 1, len(firsts) - 1)
    firsts, ends = firsts[heads], ends[lasts]
    counts = np.where(whole[heads], ends - firsts, np.minimum(counts[heads], ends - firsts))
    return StateRuns(firsts, ends, counts)


States = dict[Layer, Found]


def _look(
    file: Descriptor, part: _Part, wanted: frozenset[Layer], limits: Limits, ticket: Ticket | None
) -> tuple[States, Walked | None]:
    kind = medium(file.fd)
    flags = tuple(layer in wanted for layer in STATES)
    walk = Walk(counter(file.fd), part.base, part.unit, (flags[0], flags[1], flags[2], flags[3]))
    try:
        walked = walk.run(part.units, part.cell, limits, ticket)
    except OSError as error:
        told = why_untold(error)
        return _by_mincore(file, part, wanted, limits, ticket, told)
    if kind is Medium.OTHER and not walk.held:
        # As on overlayfs, where the pages belong to the file below: nothing is ever counted there.
        return _by_mincore(file, part, wanted, limits, ticket, Told.SILENT)
    states: States = {}
    for index, layer in enumerate(STATES):
        if layer not in wanted:
            continue
        if kind is Medium.MEMORY and layer in (Layer.DIRTY, Layer.WRITING):
            states[layer] = Found(Told.IN_MEMORY, None, NO_MEDIUM)
        else:
            states[layer] = Found(Told.YES, part.runs(walked, index), _note(part))
    return states, walked


def _by_mincore(
    file: Descriptor,
    part: _Part,
    wanted: frozenset[Layer],
    limits: Limits,
    ticket: Ticket | None,
    told: Told,
) -> tuple[States, Walked | None]:
    """What is in memory at least; never where the kernel says of every page that it is."""
    states = dict.fromkeys((layer for layer in STATES if layer in wanted), Found(told))
    if told is Told.NOT_PERMITTED or Layer.RESIDENT not in states:
        return states, None
    try:
        if not mincore.told_the_truth(file.fd):
            states[Layer.RESIDENT] = Found(Told.NOT_PERMITTED)
            return states, None
        walked, reached = mincore.resident(file.fd, part.base, part.unit, part.units, limits, ticket)
    except OSError:
        return states, None
    note = ONLY_MINCORE
    if reached < part.units.stop:
        note += "; " + NOT_ALL.format((reached - part.units.start) * part.unit // PAGESIZE)
    states[Layer.RESIDENT] = Found(Told.YES, part.runs(walked, 0), note)
    return states, walked


def _note(part: _Part) -> str:
    return SYSTEM_PAGES.format(part.unit) if part.unit != PAGESIZE else ""

"""What the page cache holds of a file and in what state, for one part of it or for all of it in one walk."""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING

from bytescope.core.ranges import PAGESIZE, PageRange, page_count
from bytescope.core.source.cachestat import counter
from bytescope.core.touched import mincore
from bytescope.core.touched.cache_walk import Walk
from bytescope.core.touched.found import STATES, Found, Limits, Residency, Walked
from bytescope.core.touched.layers import Layer
from bytescope.core.touched.medium import Medium, medium
from bytescope.core.touched.pagecache import why_untold
from bytescope.core.touched.state_runs import StateRuns
from bytescope.core.touched.system_pages import SystemPages
from bytescope.core.touched.told import Told

if TYPE_CHECKING:
    from bytescope.core.source.descriptor import Descriptor
    from bytescope.core.source.file import FileSource
    from bytescope.core.ticket import Ticket


KERNEL_PAGE = os.sysconf("SC_PAGE_SIZE")

NO_MEDIUM = "this file system keeps its files in memory"
ONLY_MINCORE = "by mincore, which tells nothing else"
SYSTEM_PAGES = "in pages of {0:,} bytes"
NOT_ALL = "only the first {0:,} pages were looked at"


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
    part = SystemPages(source.window_start, pages, level, source.size, KERNEL_PAGE)
    states, walked = _look(descriptor, part, frozenset(asked), limits or Limits(), ticket)
    seconds = time.monotonic() - began
    return Residency(pages, states, walked is None or walked.complete, walked.calls if walked else 0, seconds)


States = dict[Layer, Found]


def _look(
    file: Descriptor, part: SystemPages, wanted: frozenset[Layer], limits: Limits, ticket: Ticket | None
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
    part: SystemPages,
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


def _note(part: SystemPages) -> str:
    return SYSTEM_PAGES.format(part.unit) if part.unit != PAGESIZE else ""

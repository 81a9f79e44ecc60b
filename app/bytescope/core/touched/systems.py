"""Asks whatever system this is for the states of a file's pages; what it cannot tell says so."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, NamedTuple

from bytescope.core.ranges import PageRange, page_count
from bytescope.core.touched.found import STATES, Found, Limits, Residency
from bytescope.core.touched.layers import Layer
from bytescope.core.touched.told import Told

if TYPE_CHECKING:
    from bytescope.core.source.file import FileSource
    from bytescope.core.ticket import Ticket

NOT_THIS = "this system does not tell it"

SPACE = (Layer.HOLE, Layer.UNWRITTEN, Layer.SHARED)


def look(
    source: FileSource,
    pages: PageRange,
    level: int = 0,
    wanted: frozenset[Layer] = frozenset(STATES),
    limits: Limits | None = None,
    ticket: Ticket | None = None,
    *,
    system: str = sys.platform,
) -> Residency:
    """What is in memory, dirty, being written and lately evicted of ``pages``: see ``residency.look``."""
    if system == "linux":
        from bytescope.core.touched import residency

        return residency.look(source, pages, level, wanted, limits, ticket)
    if system == "darwin":
        from bytescope.core.touched import mincore_macos

        return mincore_macos.look(source, pages, wanted, limits, ticket)
    if system == "win32":
        from bytescope.core.touched import working_set_windows

        return working_set_windows.look(source, pages, (), wanted, limits, ticket)
    everything = pages.intersect(PageRange(0, page_count(source.size)))
    states = {layer: Found(Told.NOT_AVAILABLE, None, NOT_THIS) for layer in STATES if layer in wanted}
    return Residency(everything, states, True, 0, 0.0)


class Space(NamedTuple):
    """What is known of a file's disk space; unless ``settled`` it is soon another, of the same file."""

    states: dict[Layer, Found]
    settled: bool


def space(source: FileSource, ticket: Ticket | None = None, *, system: str = sys.platform) -> Space:
    """Where the file has disk space, and of which sort: see ``extents``. Raises Cancelled by the ticket."""
    if system == "win32":
        return Space(dict.fromkeys(SPACE, Found(Told.NOT_AVAILABLE, None, NOT_THIS)), True)
    from bytescope.core.touched.extents import Extents

    scan = Extents(source)
    scan.step(ticket=ticket)
    states = scan.states()
    return Space(states, scan.settled)

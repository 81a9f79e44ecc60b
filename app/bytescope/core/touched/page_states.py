"""Everything that the system tells of a file's pages at one moment, as rows, and what came since another."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from bytescope.core.errors import RefusedError
from bytescope.core.pages.run_set import RunSet
from bytescope.core.ranges import PageRange, page_count
from bytescope.core.source.identity import Identity, identity_of
from bytescope.core.touched.found import Found, Limits
from bytescope.core.touched.layers import MEANINGS, Layer
from bytescope.core.touched.page_tables import mapped_pages
from bytescope.core.touched.processes import holder, holders, named
from bytescope.core.touched.systems import look, space
from bytescope.core.touched.told import Told
from bytescope.core.touched.touch import Touch

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from bytescope.core.source.file import FileSource
    from bytescope.core.touched.processes import Holder

CACHE = (Layer.RESIDENT, Layer.DIRTY, Layer.WRITING, Layer.EVICTED)
DISK = (Layer.HOLE, Layer.UNWRITTEN, Layer.SHARED)
COLUMNS = (*CACHE, *DISK)

MOST_CALLS = 1 << 22
AT_ONCE = 1 << 14
"""Rows that are made at once."""


class Row(NamedTuple):
    """Pages in the same states. ``values``: of each of ``COLUMNS``; None where it is not told."""

    pages: PageRange
    values: tuple[bool | None, ...]
    processes: tuple[int, ...]


class PageStates(NamedTuple):
    """What was told. ``mapped``: the pages in the table of each process that maps the file, but ours."""

    found: dict[Layer, Found]
    mapped: dict[int, RunSet]
    programs: dict[int, str]
    identity: Identity | None
    complaints: tuple[str, ...]


class News(NamedTuple):
    """What happened to pages since an earlier look, and by whom where that is known."""

    why: str
    pages: RunSet
    who: str


def page_states(source: FileSource, pid: int | None = None, *, disk: bool = True) -> PageStates:
    """Look now. ``pid``: of processes only at this one. ``disk``: the states of disk space as well.

    ProcessGoneError, or RefusedError where the one process may not be asked.
    """
    everything = PageRange(0, page_count(source.size))
    seen = look(source, everything, limits=Limits(calls=MOST_CALLS))
    found = dict(seen.states)
    complaints = (
        [] if seen.complete else ["The page cache is too scattered: some rows are coarser than pages."]
    )
    if disk:
        found |= space(source).states
    for layer in COLUMNS if disk else CACHE:
        if found[layer].told is not Told.YES:
            complaints.append(f"Which pages are {MEANINGS[layer].name} is {found[layer].told.value}.")
    mapped, programs, complaint = _mapped(source, pid)
    if complaint:
        complaints.append(complaint)
    identity = identity_of(source.fd) if source.fd >= 0 else None
    return PageStates(found, mapped, programs, identity, tuple(complaints))


def _mapped(source: FileSource, pid: int | None) -> tuple[dict[int, RunSet], dict[int, str], str]:
    name = named(source)
    complaint = ""
    if pid is not None:
        using: tuple[Holder, ...] = (holder(pid, name),)
    else:
        try:
            all_of_them = holders(name)
        except RefusedError as error:
            return {}, {}, str(error)
        using, complaint = all_of_them.found, all_of_them.complaint
    mapped: dict[int, RunSet] = {}
    for item in using:
        if item.pid == os.getpid() or not item.mapped:
            continue
        try:
            runs = mapped_pages(item.pid, item.mapped, source.size, source.window_start)
        except RefusedError:
            if pid is not None:
                raise
            continue
        mapped[item.pid] = runs.runs()
    return mapped, {item.pid: item.program for item in using}, complaint


def rows(states: PageStates) -> Iterator[Row]:
    """The runs of pages that are in any state, in order; neighbours differ."""
    columns = [states.found[layer].runs if layer in states.found else None for layer in COLUMNS]
    sets = [None if runs is None else runs.runs() for runs in columns]
    every = [item for item in (*sets, *states.mapped.values()) if item is not None]
    if not every:
        return
    cuts = np.unique(np.concatenate([edges for item in every for edges in (item.firsts, item.ends)]))
    pids = list(states.mapped)
    for at in range(0, max(0, len(cuts) - 1), AT_ONCE):
        part = cuts[at : at + AT_ONCE + 1]
        firsts = part[:-1]
        told = [None if item is None else _in(item, firsts) for item in sets]
        by = [_in(item, firsts) for item in states.mapped.values()]
        for index, (first, end) in enumerate(zip(firsts.tolist(), part[1:].tolist())):
            values = tuple(None if column is None else bool(column[index]) for column in told)
            processes = tuple(pid for pid, column in zip(pids, by) if column[index])
            if processes or any(values):
                yield Row(PageRange(first, end), values, processes)


def _in(pages: RunSet, firsts: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Whether each page is in the set."""
    inside: NDArray[np.bool_] = np.searchsorted(pages.firsts, firsts, "right") > np.searchsorted(
        pages.ends, firsts, "right"
    )
    return inside


BECAME = {
    Layer.RESIDENT: (Touch.RESIDENT.value, Touch.EVICTED.value),
    Layer.DIRTY: ("became dirty", "written back"),
}
"""The words for pages that came into a state, and for those that left it."""


def news(before: PageStates, now: PageStates) -> Iterator[News]:
    """What is another in ``now``: pages that came and went in the page cache, and in processes' tables."""
    for layer, words in BECAME.items():
        old, new = before.found[layer].runs, now.found[layer].runs
        if old is None or new is None:
            continue
        for why, pages in zip(words, (new.runs().minus(old.runs()), old.runs().minus(new.runs()))):
            if pages:
                yield News(why, pages, "")
    for pid in sorted({*before.mapped, *now.mapped}):
        old_pages, new_pages = before.mapped.get(pid, RunSet()), now.mapped.get(pid, RunSet())
        who = f"{(now.programs | before.programs).get(pid, '')} ({pid})".strip()
        for why, pages in (("mapped", new_pages.minus(old_pages)), ("unmapped", old_pages.minus(new_pages))):
            if pages:
                yield News(why, pages, who)
    if before.identity is not None and now.identity is not None:
        old_time, new_time = before.identity.mtime_ns, now.identity.mtime_ns
        size = max(before.identity.size, now.identity.size)
        if old_time != new_time and size:
            yield News("file changed", RunSet.of([PageRange(0, page_count(size))]), "")

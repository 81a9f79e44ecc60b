"""Which pages of a file the page cache holds, and which of them are not on the medium yet."""

from __future__ import annotations

import errno
from dataclasses import dataclass

from bytescope.core.ranges import ByteRange
from bytescope.core.source.cachestat import CacheStat, cachestat
from bytescope.core.source.file import FileSource
from bytescope.core.touched.told import Told


@dataclass(frozen=True, slots=True)
class CacheFacts:
    """Counts of the operating system's pages in ``range`` of a source; ``counts`` is None unless told.

    Dirty and written-back pages are counted in whole folios: one stored byte can make 512 pages dirty.
    """

    range: ByteRange
    told: Told
    counts: CacheStat | None = None


@dataclass(frozen=True, slots=True)
class CacheMap:
    """Where the page cache holds anything: sorted, disjoint parts; what lies between them has no counts.

    A part is one cell, or several neighbours that are cached whole and in one state.
    """

    told: Told
    parts: tuple[CacheFacts, ...] = ()


def why_untold(error: OSError) -> Told:
    """What an error of cachestat says."""
    return Told.NOT_PERMITTED if error.errno in (errno.EPERM, errno.EACCES) else Told.NOT_AVAILABLE


def cache_facts(source: FileSource, within: ByteRange) -> CacheFacts:
    """What the page cache holds of ``within`` (2 µs and more: the cost grows with what is cached)."""
    part = within.intersect(ByteRange(0, source.size))
    if not part:
        return CacheFacts(part, Told.YES, CacheStat(0, 0, 0, 0, 0))
    try:
        return CacheFacts(part, Told.YES, cachestat(source.fd, source.window_start + part.start, part.length))
    except OSError as error:
        return CacheFacts(part, why_untold(error))


def cache_map(source: FileSource, within: ByteRange, cell: int) -> CacheMap:
    """The cells of ``cell`` bytes of ``within`` (cut at multiples of ``cell``) that have any counts.

    Halves only what is partly cached, so an empty terabyte is one call.
    """
    parts: list[CacheFacts] = []
    waiting = [within.intersect(ByteRange(0, source.size))]
    while waiting:
        part = waiting.pop()
        facts = cache_facts(source, part)
        if facts.counts is None:
            return CacheMap(facts.told)
        if not any(facts.counts):
            continue
        cells = (part.end - 1) // cell - part.start // cell + 1
        if cells == 1 or _uniform(facts.counts, part):
            parts.append(facts)
        else:
            middle = (part.start // cell + cells // 2) * cell
            waiting += [ByteRange(middle, part.end), ByteRange(part.start, middle)]
    return CacheMap(Told.YES, tuple(parts))


def _uniform(counts: CacheStat, part: ByteRange) -> bool:
    whole = part.pages.count
    states = (counts.dirty, counts.writeback)
    return counts.cached >= whole and all(state in (0, counts.cached) for state in states)

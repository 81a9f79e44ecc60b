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

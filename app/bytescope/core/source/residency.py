"""Which parts of a range of a file are in the page cache, asked so that nothing is brought in."""

from __future__ import annotations

import mmap
import os
import time
from typing import TYPE_CHECKING

from bytescope.core.source.cachestat import cachestat

if TYPE_CHECKING:
    from collections.abc import Iterator


def cached_parts(fd: int, start: int, end: int) -> Iterator[tuple[int, int, bool]]:
    """``start`` to ``end`` (bytes of the file) in parts that are cached whole or not at all, in order.

    Cut at multiples of the system's pages; asks by halving, so a part in one state costs one call.
    OSError as ``cachestat``.
    """
    page = mmap.PAGESIZE
    waiting = [(start, end)]
    while waiting:
        first, stop = waiting.pop()
        pages = _pages(first, stop)
        count = cachestat(fd, first, stop - first).cached
        if count in (0, pages) or pages == 1:
            yield first, stop, count > 0
        else:
            middle = (first // page + pages // 2) * page
            waiting += [(middle, stop), (first, middle)]


def all_cached(fd: int, start: int, end: int) -> bool:
    """Whether the file has no byte between ``start`` and ``end`` that is not in the page cache.

    OSError as ``cachestat``.
    """
    end = min(end, os.lseek(fd, 0, os.SEEK_END))
    return start >= end or cachestat(fd, start, end - start).cached == _pages(start, end)


def one_of_each(fd: int, start: int, end: int, cell: int, until: float) -> tuple[list[int], int]:
    """Where a page is cached in each cell of ``cell`` bytes between ``start`` and ``end``, in order.

    ``start`` is a multiple of the system's page. Stops with what it has when ``until`` (monotonic) has
    passed; the second value is how far it came. Where the kernel does not tell there is nothing to find.
    """
    found: list[int] = []
    waiting = [(start, end)]
    try:
        while waiting:
            first, stop = waiting.pop()
            if found and time.monotonic() > until:
                return found, first
            count = cachestat(fd, first, stop - first).cached
            cells = (stop - 1) // cell - first // cell + 1
            if count == _pages(first, stop):
                found += [_middle(max(first, at), min(stop, at + cell)) for at in _cells(first, stop, cell)]
            elif count and cells == 1:
                found.append(_cached_in(fd, first, stop, count))
            elif count:
                middle = (first // cell + cells // 2) * cell
                waiting += [(middle, stop), (first, middle)]
    except OSError:
        return found, end
    return found, end


def _cached_in(fd: int, first: int, stop: int, count: int) -> int:
    """A cached page of those ``count`` between ``first`` and ``stop``."""
    page = mmap.PAGESIZE
    while (pages := _pages(first, stop)) > 1 and count < pages:
        middle = (first // page + pages // 2) * page
        left = cachestat(fd, first, middle - first).cached
        first, stop, count = (first, middle, left) if left else (middle, stop, count)
    return _middle(first, stop)


def _pages(first: int, stop: int) -> int:
    """How many pages of the system hold the bytes ``first`` to ``stop`` (at least one)."""
    return (stop - 1) // mmap.PAGESIZE - first // mmap.PAGESIZE + 1


def _cells(first: int, stop: int, cell: int) -> range:
    """Where the cells begin that have bytes between ``first`` and ``stop``."""
    return range(first // cell * cell, stop, cell)


def _middle(first: int, stop: int) -> int:
    """The page in the middle of ``first`` to ``stop``."""
    return max(first, (first + stop) // 2 // mmap.PAGESIZE * mmap.PAGESIZE)

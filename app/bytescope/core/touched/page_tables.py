"""Which pages of a file stand in the page table of a process that maps it."""

from __future__ import annotations

import errno
import os
from typing import TYPE_CHECKING

import numpy as np

from bytescope.core.pages.run_set import RunSet
from bytescope.core.ranges import PAGESIZE, page_count
from bytescope.core.touched.pagemap import FILE, PRESENT, UNKNOWN_CALL, present_entries, scan
from bytescope.core.touched.processes import gone, not_permitted
from bytescope.core.touched.state_runs import StateRuns

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bytescope.core.ticket import Ticket
    from bytescope.core.touched.maps_lines import Mapped
    from bytescope.core.touched.pagemap import Places


def mapped_pages(
    pid: int,
    mapped: Sequence[Mapped],
    size: int,
    window_start: int = 0,
    ticket: Ticket | None = None,
    *,
    by_entries: bool = False,
) -> StateRuns:
    """The pages of a source (``size`` bytes of the file from ``window_start``) that the process has present.

    A page that a private mapping has a copy of is not the file's any more and does not count. ``mapped``:
    where it maps the file. ``by_entries``: as on Linux before 6.7. RefusedError where its table
    may not be read, ProcessGoneError where it has ended.
    """
    try:
        fd = os.open(f"/proc/{pid}/pagemap", os.O_RDONLY | os.O_CLOEXEC)
    except PermissionError as error:
        raise not_permitted(pid) from error
    except OSError as error:
        raise gone(pid) from error
    try:
        firsts, ends = _file_bytes(fd, mapped, ticket, by_entries=by_entries)
    except OSError as error:
        raise (not_permitted(pid) if error.errno == errno.EPERM else gone(pid)) from error
    finally:
        os.close(fd)
    return StateRuns.of(pages_of(firsts, ends, size, window_start))


def _file_bytes(
    fd: int, mapped: Sequence[Mapped], ticket: Ticket | None, *, by_entries: bool
) -> tuple[Places, Places]:
    """First and end bytes of the file that are present, in no order."""
    firsts, ends = [np.empty(0, np.int64)], [np.empty(0, np.int64)]
    for item in mapped:
        if by_entries:
            found = present_entries(fd, item.start, item.end, ticket)
        else:
            try:
                found = scan(fd, item.start, item.end, FILE | PRESENT, ticket=ticket)
            except OSError as error:
                if error.errno not in UNKNOWN_CALL:
                    raise
                by_entries = True
                found = present_entries(fd, item.start, item.end, ticket)
        firsts.append(found[0] - item.start + item.offset)
        ends.append(found[1] - item.start + item.offset)
    return np.concatenate(firsts), np.concatenate(ends)


def pages_of(firsts: Places, ends: Places, size: int, window_start: int = 0) -> RunSet:
    """Runs of bytes of a file (i8[n], any order) as pages of a source: ``size`` bytes from ``window_start``.

    A page of the source that the file's bytes only partly cover counts: the window may begin inside one.
    """
    begins = np.maximum(firsts - window_start, 0) // PAGESIZE
    stops = np.minimum(-((window_start - ends) // PAGESIZE), page_count(size))
    some = (ends > window_start) & (stops > begins)
    return RunSet.of_edges(begins[some], stops[some])

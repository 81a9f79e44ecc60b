"""Where given bytes occur in a snapshot. All positions are starts of hits in document offsets.

Bytes that could not be read match nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from bytescope.core.ranges import ByteRange
from bytescope.core.search.masked import Masked
from bytescope.core.search.scan import LEAST_STRETCH, Scan, singly

if TYPE_CHECKING:
    from bytescope.core.document.snapshot import Snapshot
    from bytescope.core.ticket import Ticket


def find_next(
    snapshot: Snapshot,
    needle: bytes,
    start: int,
    ticket: Ticket,
    *,
    end: int | None = None,
    window: int | None = None,
    least_stretch: int = LEAST_STRETCH,
    unreadable: list[ByteRange] | None = None,
) -> int | None:
    """The first hit at or behind ``start`` that lies wholly before ``end`` (default: the document's).

    ``ticket`` counts bytes passed; to ``unreadable`` is added what could not be read. ``window`` and
    ``least_stretch`` are for tests.
    """
    area = ByteRange(0, snapshot.size if end is None else min(end, snapshot.size))
    scan = Scan(
        snapshot,
        Masked(needle),
        ticket,
        area=area,
        window=window,
        least_stretch=least_stretch,
        unreadable=unreadable,
    )
    hit = scan.first(start)
    return None if hit is None else hit[0]


def find_all(
    snapshot: Snapshot,
    needle: bytes,
    ticket: Ticket,
    *,
    within: ByteRange | None = None,
    window: int | None = None,
    least_stretch: int = LEAST_STRETCH,
) -> Iterator[int]:
    """Hits that lie wholly in ``within``, in order, not overlapping (as ``bytes.replace`` counts them).

    Lazy: a filled terabyte has more hits than anyone wants, so take as many as are needed.
    """
    scan = Scan(snapshot, Masked(needle), ticket, area=within, window=window, least_stretch=least_stretch)
    return (start for start, _ in singly(scan.hits()))


def find_previous(
    snapshot: Snapshot,
    needle: bytes,
    before: int,
    ticket: Ticket,
    *,
    window: int | None = None,
    least_stretch: int = LEAST_STRETCH,
    unreadable: list[ByteRange] | None = None,
) -> int | None:
    """The last hit that starts before ``before`` (it may reach beyond)."""
    scan = Scan(
        snapshot,
        Masked(needle),
        ticket,
        window=window,
        least_stretch=least_stretch,
        unreadable=unreadable,
    )
    hit = scan.previous(before)
    return None if hit is None else hit[0]

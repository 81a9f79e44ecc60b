"""Proves which pages of a file our own stores reached: the kernel notes them, page by page (Live access)."""

from __future__ import annotations

import errno
import os
import threading
from typing import TYPE_CHECKING, NamedTuple

from bytescope.core.errors import RefusedError
from bytescope.core.pages.run_set import RunSet
from bytescope.core.ranges import ByteRange, merged
from bytescope.core.source.access import Access
from bytescope.core.source.descriptor import Descriptor
from bytescope.core.touched.page_tables import pages_of
from bytescope.core.touched.pagemap import CHECK_WPASYNC, UNKNOWN_CALL, WP_MATCHING, WRITTEN, scan
from bytescope.core.touched.userfault import NEEDS, open_userfault, refusal, register

if TYPE_CHECKING:
    from bytescope.core.source.file import FileSource
    from bytescope.core.source.mapping import Mapping
    from bytescope.core.touched.pagemap import Places

WINDOW = 1 << 30
"""Bytes that are armed at once where somebody asks for a place: 6 ms."""

BLOCK = 64 << 20
"""Bytes that are armed before a store that goes elsewhere."""

BUDGET = 4 << 30
"""Bytes armed in all."""

TABLE_SHARE = 512
"""Bytes armed for each byte of page tables that it takes: an entry of 8 bytes for 4 KiB."""


class Audited(NamedTuple):
    """What the kernel noted: the pages ``stored`` to, of those ``armed``.

    ``outside``: bytes of stores that found no room in the budget and were not watched. ``anew``: how many
    times the mapping was made anew (the file was resized, or pages of it were lost).
    """

    stored: RunSet
    armed: RunSet
    outside: int = 0
    anew: int = 0

    def unexpected(self, expected: RunSet) -> RunSet:
        """Pages that were stored to though nobody meant to."""
        return self.stored.minus(expected)

    def absent(self, expected: RunSet) -> RunSet:
        """Pages, of those armed, that should have been stored to and were not."""
        return expected.common(self.armed).minus(self.stored)


class StoreAudit:
    """Watches the stores through one source's own mapping. Writes by calls are not seen, nor other programs.

    ``source`` arms what it is about to store to by itself, as long as the audit is open. While pages are
    armed the kernel maps them one by one, so looking at them is slower. May be asked from any thread.
    """

    def __init__(self, source: FileSource) -> None:
        """RefusedError: not in Live access, no mapping, or the kernel does not have it, and why."""
        if source.access is not Access.LIVE:
            raise RefusedError(
                f'"{source.name}" is not open in Live access, so nothing is stored in it; open it so.'
            )
        if source.mapping is None:
            raise RefusedError(
                "The store audit is not available here: without a guarded mapping (safe mode, or a file "
                "system without mappings) stores are write calls, which it cannot see."
            )
        self._source = source
        self._lock = threading.Lock()
        self._page = os.sysconf("SC_PAGESIZE")
        self._mapping: Mapping = source.mapping
        self._armed: list[ByteRange] = []
        self._kept = RunSet()
        self._kept_armed = RunSet()
        self._outside = 0
        self._anew = 0
        # They close themselves when nobody holds the audit any more, whether or not it was closed.
        self._table = Descriptor(_page_table())
        self._fault: Descriptor | None = Descriptor(open_userfault())
        try:
            self._arm(ByteRange(0, min(source.size, self._page)))  # to learn now whether it can be done
        except BaseException:
            self.close()
            raise
        source.before_store = self._before_store

    @property
    def armed_bytes(self) -> int:
        return sum(item.length for item in self._armed)

    @property
    def table_bytes(self) -> int:
        """The memory that page tables of what is armed take at most."""
        return self.armed_bytes // TABLE_SHARE

    def cover(self, around: ByteRange) -> bool:
        """Arm the window of the file that has ``around`` in its middle; False where the budget has no room.

        A file that is no larger than the budget is armed as a whole. RefusedError.
        """
        size = self._source.size
        if size <= BUDGET:
            return self._cover(ByteRange(0, size))
        length = min(WINDOW, size)
        middle = (around.start + around.end) // 2
        start = min(max(0, middle - length // 2), size - length) // BLOCK * BLOCK
        return self._cover(ByteRange(start, min(start + length, size)))

    def look(self) -> Audited:
        """What was stored to since the audit began. RefusedError."""
        with self._lock:
            self._follow_mapping()
            armed = self._pages(self._armed)
            return Audited(
                self._kept.union(self._stored()), self._kept_armed.union(armed), self._outside, self._anew
            )

    def restart(self) -> None:
        """Forget what was stored to; what is armed stays armed. RefusedError."""
        with self._lock:
            self._follow_mapping()
            self._kept, self._kept_armed, self._outside, self._anew = RunSet(), RunSet(), 0, 0
            for item in self._armed:
                self._scan(item, WP_MATCHING | CHECK_WPASYNC)

    def close(self) -> None:
        """End it: nothing is armed any more. Safe to call twice."""
        with self._lock:
            if self._source.before_store == self._before_store:
                self._source.before_store = None
            self._fault = None  # closed, and with it the kernel takes back what it registered
            self._armed = []

    # -- inside -------------------------------------------------------------------------------

    def _before_store(self, offset: int, length: int) -> None:
        """Called by the source, before it stores."""
        size = self._source.size
        start, end = offset // BLOCK * BLOCK, -(-(offset + length) // BLOCK) * BLOCK
        try:
            room = self._cover(ByteRange(start, min(end, size)))
        except RefusedError:
            room = False
        if not room:
            with self._lock:
                self._outside += length

    def _cover(self, range_: ByteRange) -> bool:
        with self._lock:
            if self._fault is None:
                return False
            self._follow_mapping()
            part = range_.intersect(ByteRange(0, self._mapping.length))
            gaps = _without(part, self._armed)
            if self.armed_bytes + sum(gap.length for gap in gaps) > BUDGET:
                return False
            for gap in gaps:
                for piece in gap.chunks(WINDOW):
                    self._arm(piece)
            return True

    def _arm(self, range_: ByteRange) -> None:
        if not range_ or self._fault is None:
            return
        start, end = self._addresses(range_)
        try:
            register(self._fault.fd, start, end)
            self._scan(range_, WP_MATCHING | CHECK_WPASYNC)
        except OSError as error:
            raise refusal(error.errno or 0) from error
        # Whole pages of the system: a part of one cannot be armed alone.
        whole = ByteRange(
            max(0, start - self._mapping.address), min(end - self._mapping.address, self._mapping.length)
        )
        self._armed = merged([*self._armed, whole])

    def _follow_mapping(self) -> None:
        """Go over to the mapping that the source has now, keeping what was noted in the old one."""
        now = self._source.mapping
        if now is self._mapping or now is None:
            return
        self._kept = self._kept.union(self._stored())
        self._kept_armed = self._kept_armed.union(self._pages(self._armed))
        ranges, self._armed = self._armed, []
        self._mapping = now
        self._anew += 1
        for item in ranges:
            self._arm(item.intersect(ByteRange(0, now.length)))

    def _stored(self) -> RunSet:
        found = RunSet()
        for item in self._armed:
            firsts, ends = self._scan(item, 0)
            # Addresses less the mapping's are offsets of the source.
            found = found.union(pages_of(firsts, ends, self._mapping.length, self._mapping.address))
        return found

    def _scan(self, range_: ByteRange, flags: int) -> tuple[Places, Places]:
        """The addresses that were stored to since they were armed; asked for that category alone.

        With PRESENT beside it a page that was stored to and then evicted would be missed.
        """
        try:
            return scan(self._table.fd, *self._addresses(range_), WRITTEN, flags)
        except OSError as error:
            if error.errno in UNKNOWN_CALL:
                raise RefusedError(f"The store audit is not available on this system: {NEEDS}.") from error
            raise refusal(error.errno or errno.EIO) from error

    def _addresses(self, range_: ByteRange) -> tuple[int, int]:
        start, end = self._mapping.address + range_.start, self._mapping.address + range_.end
        return start // self._page * self._page, -(-end // self._page) * self._page

    def _pages(self, ranges: list[ByteRange]) -> RunSet:
        return RunSet.of(item.pages for item in ranges)


def _page_table() -> int:
    try:
        return os.open("/proc/self/pagemap", os.O_RDONLY | os.O_CLOEXEC)
    except OSError as error:
        raise RefusedError(
            "The store audit is not available here: /proc/self/pagemap cannot be read; mount /proc first."
        ) from error


def _without(range_: ByteRange, taken: list[ByteRange]) -> list[ByteRange]:
    """The parts of ``range_`` that none of ``taken`` (sorted, apart) has."""
    out, at = [], range_.start
    for item in taken:
        if item.end <= at or item.start >= range_.end:
            continue
        if item.start > at:
            out.append(ByteRange(at, item.start))
        at = item.end
    if at < range_.end:
        out.append(ByteRange(at, range_.end))
    return out

"""Acts on pages of the page cache: have them dropped, read, written to the disk; and how far that went."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from bytescope.core.errors import RefusedError
from bytescope.core.ranges import PAGESIZE, ByteRange
from bytescope.core.text.formats import plural, size_text
from bytescope.core.touched.medium import Medium, medium
from bytescope.core.touched.pagecache import cache_facts
from bytescope.core.touched.told import Told

if TYPE_CHECKING:
    from bytescope.core.source.descriptor import Descriptor
    from bytescope.core.source.file import FileSource
    from bytescope.core.ticket import Ticket

EVICT_STEP = 1 << 30
"""Bytes in a call; no folio reaches over a multiple of it."""

LOAD_STEP = 1 << 20
READ_AHEAD = 128 << 10
"""The kernel reads no more at one request than its read-ahead window: this much at least."""

SPARED = 2
"""No more is loaded than one part in so many of the memory that is available."""

_KERNEL_PAGE = os.sysconf("SC_PAGE_SIZE")


class Counts(NamedTuple):
    """Pages of the document, of some of its pages: in memory, not on the disk yet, on their way there."""

    resident: int
    dirty: int
    writing: int


class Acted(NamedTuple):
    """What an act did to ``pages`` pages; ``before`` and ``after`` are None unless ``told``.

    ``holes`` were left out, as there is nothing to be read; ``lost`` bytes could not be read.
    """

    act: str
    pages: int
    told: Told
    before: Counts | None = None
    after: Counts | None = None
    holes: int = 0
    lost: int = 0

    def sentence(self) -> str:
        """What came of it: "312 of 400 pages left memory; 88 stayed: …"."""
        if self.before is None or self.after is None:
            asked = f"The kernel was asked to {self.act} {_pages(self.pages)}"
            return f"{asked}; how many it did is not told ({self.told.value})."
        return {"evict": _evicted, "load": _loaded, "flush": _flushed}[self.act](
            self, self.before, self.after
        )


def evict(source: FileSource, range_: ByteRange, ticket: Ticket, *, flush_first: bool = False) -> Acted:
    """Have the pages of ``range_`` dropped from memory (posix_fadvise DONTNEED).

    Those stay that are not on the disk yet (unless ``flush_first``), that a program has mapped, or that
    share a folio with pages outside of the range. RefusedError where there is no medium to read them from
    again, SaveError where the flush fails, Cancelled through the ticket.
    """
    file, part = _open(source, range_)
    if medium(file.fd) is Medium.MEMORY:
        raise RefusedError(
            f'"{source.name}" lies on a file system in memory, from which nothing can be evicted; '
            "only files on a disk can be."
        )
    told, before = _counted(source, part)
    if flush_first:
        source.flush()
    ticket.total = part.length
    for piece in _whole(source, part).chunks(EVICT_STEP):
        os.posix_fadvise(file.fd, piece.start, piece.length, os.POSIX_FADV_DONTNEED)
        ticket.advance(piece.length)
    return Acted("evict", part.pages.count, told, before, _counted(source, part)[1])


def load(source: FileSource, range_: ByteRange, ticket: Ticket) -> Acted:
    """Have the pages of ``range_`` read into memory, all but holes; they are there when this returns.

    RefusedError where that is more than half of the memory that is available, Cancelled by the ticket.
    """
    file, part = _open(source, range_)
    told, before = _counted(source, part)
    runs = [run for run in source.data_runs(part) if run]
    ticket.total = sum(run.length for run in runs)
    most = _available() // SPARED
    if ticket.total > most:
        raise RefusedError(
            f"Loading {size_text(ticket.total)} would push other things out of memory, of which "
            f"{size_text(most * SPARED)} are available; select {size_text(most)} or less."
        )
    room = memoryview(bytearray(LOAD_STEP))
    lost = 0
    for piece in _pieces(runs):
        _read_ahead(file, source.window_start + piece.start, piece.length)
        lost += sum(item.range.length for item in source.read_into(piece.start, room[: piece.length]))
        ticket.advance(piece.length)
    held = sum(run.pages.count for run in runs)
    after = _counted(source, part)[1]
    return Acted("load", part.pages.count, told, before, after, max(0, part.pages.count - held), lost)


def flush(source: FileSource, range_: ByteRange, ticket: Ticket) -> Acted:
    """Wait until the pages of ``range_`` are on the disk, with all else of the file (fdatasync).

    The kernel can be asked to write a range only (sync_file_range), but then neither waits for the
    disk's own cache nor writes what is needed to find the bytes again. SaveError where it fails.
    """
    _, part = _open(source, range_)
    told, before = _counted(source, part)
    ticket.check()
    source.flush()
    return Acted("flush", part.pages.count, told, before, _counted(source, part)[1])


# -- inside -----------------------------------------------------------------------------------


def _open(source: FileSource, range_: ByteRange) -> tuple[Descriptor, ByteRange]:
    """The file, and the bytes of all pages that ``range_`` touches."""
    descriptor = source.descriptor
    if descriptor is None:
        raise RefusedError(f'"{source.name}" was closed; open it again.')
    return descriptor, range_.pages.bytes(source.size)


def _whole(source: FileSource, part: ByteRange) -> ByteRange:
    """``part`` in offsets of the file, made longer to whole pages of the system: it keeps those cut."""
    start = source.window_start + part.start
    end = source.window_start + part.end
    return ByteRange(start // _KERNEL_PAGE * _KERNEL_PAGE, -(-end // _KERNEL_PAGE) * _KERNEL_PAGE)


def _pieces(runs: list[ByteRange]) -> Iterator[ByteRange]:
    for run in runs:
        yield from run.chunks(LOAD_STEP)


def _read_ahead(file: Descriptor, position: int, length: int) -> None:
    """Ask for all of it at once, so that the disk has more than one request at a time."""
    for at in range(position, position + length, READ_AHEAD):
        os.posix_fadvise(file.fd, at, min(READ_AHEAD, position + length - at), os.POSIX_FADV_WILLNEED)


def _counted(source: FileSource, part: ByteRange) -> tuple[Told, Counts | None]:
    facts = cache_facts(source, part)
    if facts.counts is None:
        return facts.told, None
    most, unit = part.pages.count, _KERNEL_PAGE // PAGESIZE
    counts = facts.counts
    return Told.YES, Counts(*(min(most, n * unit) for n in (counts.cached, counts.dirty, counts.writeback)))


def _available() -> int:
    """Bytes of memory that can be had without swapping, by /proc/meminfo; all of it where that is missing."""
    try:
        with open("/proc/meminfo") as lines:
            for line in lines:
                if line.startswith("MemAvailable:"):
                    return int(line.split()[1]) * 1024
    except (OSError, ValueError):
        pass
    return os.sysconf("SC_PHYS_PAGES") * _KERNEL_PAGE


def _evicted(done: Acted, before: Counts, after: Counts) -> str:
    if not before.resident:
        return f"None of {_pages(done.pages)} was in memory."
    left = max(0, before.resident - after.resident)
    if not after.resident:
        return f"{_pages(left)} left memory; none is there now."
    reasons = []
    waiting = min(after.resident, after.dirty + after.writing)
    if waiting:
        reasons.append(f"{waiting:,} {_are(waiting)} not on the disk yet (flush first)")
    if after.resident > waiting:
        rest = after.resident - waiting
        reasons.append(
            f"{rest:,} {_are(rest)} in use by a program or part of a larger block of the page cache"
        )
    head = f"{left:,} of {_pages(before.resident)} left memory; {after.resident:,} stayed"
    return f"{head}: {'; '.join(reasons)}."


def _loaded(done: Acted, before: Counts, after: Counts) -> str:
    came = max(0, after.resident - before.resident)
    parts = [f"{_pages(came)} {_were(came)} read into memory"]
    if before.resident:
        parts.append(f"{before.resident:,} {_were(before.resident)} there before")
    if done.holes:
        parts.append(f"{done.holes:,} {_are(done.holes)} holes, of which there is nothing to read")
    missing = done.pages - done.holes - after.resident
    if done.lost:
        parts.append(f"{size_text(done.lost)} could not be read")
    elif missing > 0:
        parts.append(f"{missing:,} {_were(missing)} dropped again, as memory is short")
    return "; ".join(parts) + "."


def _flushed(done: Acted, before: Counts, after: Counts) -> str:
    waiting = before.dirty + before.writing
    if not waiting:
        return f"Nothing of {_pages(done.pages)} was waiting for the disk; the rest of the file was flushed."
    again = ""
    if after.dirty:
        again = f"; {after.dirty:,} {_are(after.dirty)} dirty again: a program goes on writing"
    return f"{_pages(waiting)} {_were(waiting)} written to the disk, with the rest of the file{again}."


def _pages(count: int) -> str:
    return plural(count, "page")


def _are(count: int) -> str:
    return "is" if count == 1 else "are"


def _were(count: int) -> str:
    return "was" if count == 1 else "were"

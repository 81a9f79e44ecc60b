"""How a document would be saved: in place or as a new file, what is written, what is kept for undo. Writes
nothing.
"""

from __future__ import annotations

import enum
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bytescope.core.document.lent import file_of
from bytescope.core.errors import RefusedError
from bytescope.core.ranges import ByteRange, merged
from bytescope.core.source.access import Access
from bytescope.core.source.file import FileSource
from bytescope.core.storage.calls import CALLS, Calls
from bytescope.core.storage.journal.coding import Way
from bytescope.core.storage.journal.needs import can_clone, described
from bytescope.core.storage.pieces import Content, hull
from bytescope.core.storage.places import free_bytes, free_for_spool, why_not_replaced
from bytescope.core.storage.runs import DataRuns
from bytescope.core.text.formats import plural

if TYPE_CHECKING:
    from bytescope.core.document.document import Document
    from bytescope.core.document.snapshot import Snapshot
    from bytescope.core.storage.private import StateFolder

UNDO_BUDGET = 256 << 20
"""Bytes of old content kept for undo after a save."""

_SLACK = 64 << 20
"""Room beyond the bytes themselves that a file system which never writes in place needs for its records."""


class Order(enum.Enum):
    """In which direction pieces that come from the file itself may be copied without reading what was
    overwritten.
    """

    UP = "up"
    DOWN = "down"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class SavePlan:
    """What a save is going to do. ``ranges`` and ``spool`` are sorted and disjoint.

    ``ranges``: document bytes that differ from the file. ``cut``: bytes of the file behind the new end.
    ``spool``: bytes of the file that are overwritten and needed elsewhere, set aside before the first
    write. ``journal``: how a save in place can be undone or completed after a crash (None: not at all).
    ``needs_space``: bytes of room the file system must have. ``reason``: why a new file, or why not
    although the length changes (for people, may be empty). ``undo_note``: a sentence to show before saving
    where undo will not reach behind it.
    """

    in_place: bool
    ranges: tuple[ByteRange, ...]
    bytes_to_write: int
    needs_space: int
    reason: str
    keeps_undo: bool
    undo_note: str
    spool: tuple[ByteRange, ...]
    cut: ByteRange
    order: Order
    generation: int
    journal: Way | None = None

    def overwritten(self, size: int) -> list[ByteRange]:
        """Bytes of the file, which has ``size`` of them, that do not survive the save."""
        return merged([*(_below(item, size) for item in self.ranges), self.cut])

    @property
    def spool_bytes(self) -> int:
        return sum(item.length for item in self.spool)


def plan_save(
    document: Document,
    *,
    undo_budget: int = UNDO_BUDGET,
    scratch: bytes | None = None,
    state: StateFolder | None = None,
    calls: Calls = CALLS,
) -> SavePlan:
    """The plan for the document as it is now.

    ``state``: where the journal will be; without it there is none, and old bytes go to the folder
    ``scratch`` (None: the system's).

    Raises ``RefusedError`` where the document has no file it may be saved to.
    """
    base = _file_of(document)
    snapshot = document.snapshot()
    ranges = merged(list(snapshot.edited(ByteRange(0, snapshot.size))))
    cut = ByteRange(min(snapshot.size, base.size), base.size)
    overwritten = Overwritten(merged([*(_below(item, base.size) for item in ranges), cut]))
    traffic = _traffic(snapshot, base, ranges, overwritten)
    old_bytes = _data_bytes(base, overwritten, undo_budget)
    room = free_for_spool(scratch if state is None else state.root)
    way = Way.UNDO if old_bytes <= min(undo_budget, room // 2) else Way.REDO
    if way is Way.REDO and state is not None and _may_clone(base, overwritten, state, calls):
        way = Way.CLONE
    keeps_undo = way is not Way.REDO
    spooled = sum(item.length for item in traffic.conflicts)
    in_place, reason = _where(base, snapshot.size, traffic, not keeps_undo and spooled > undo_budget)
    stored = spooled + (0 if keeps_undo else _stored(Content(snapshot, base), hull(ranges), base))
    unprotected = "" if keeps_undo or stored <= room // 2 else _no_journal_note(stored, room)
    if in_place:
        to_write, room = _amounts(Content(snapshot, base), hull(ranges), base)
    else:
        to_write, room = _amounts(Content(snapshot, None), ByteRange(0, snapshot.size), None)
    note = "" if keeps_undo else _undo_note(sum(item.length for item in overwritten.ranges))
    if state is not None and unprotected:
        note = f"{note} {unprotected}"
    keeps_undo = keeps_undo or not in_place  # a new file leaves the old one, without a name, to the history
    return SavePlan(
        in_place=in_place,
        ranges=tuple(ranges),
        bytes_to_write=to_write,
        needs_space=room,
        reason=reason,
        keeps_undo=keeps_undo,
        undo_note="" if keeps_undo else note,
        spool=tuple(traffic.conflicts) if in_place else (),
        cut=cut,
        order=traffic.order,
        generation=snapshot.generation,
        journal=way if in_place and state is not None and not unprotected else None,
    )


def _may_clone(base: FileSource, overwritten: Overwritten, state: StateFolder, calls: Calls) -> bool:
    """Whether the file can be cloned, and there is room for what then is written beside the old bytes."""
    needed = sum(item.length for item in overwritten.ranges) + _SLACK
    try:
        return free_bytes(base.fd) >= needed and can_clone(base, state, calls)
    except OSError:
        return False


def _file_of(document: Document) -> FileSource:
    base = document.base
    if not isinstance(base, FileSource):
        raise RefusedError("This document has no file yet: use Save As.")
    if base.access is Access.READ or base.read_only or base.is_device:
        raise RefusedError(f"“{base.name}” is open for reading only: use Save As to keep your edits.")
    return base


def _where(base: FileSource, size: int, traffic: _Traffic, too_much: bool) -> tuple[bool, str]:
    """In place or not, and why."""
    if size != base.size and traffic.moved:
        want = "the length changes and bytes move"
    elif traffic.own_file:
        want = "a fill repeats the bytes of this very file"
    elif too_much:
        want = "so many bytes move inside the file that they cannot all be set aside"
    else:
        return True, ""
    obstacle = "only a window of it is open" if base.windowed else why_not_replaced(base)
    if obstacle is None:
        return False, f"A new file takes the place of the old one, because {want}."
    if traffic.own_file:
        raise RefusedError(f"A fill repeats the bytes of “{base.name}” itself, and {obstacle}: use Save As.")
    return True, f"The file is rewritten in place although {want}, because {obstacle}."


class Overwritten:
    """Ranges of the base that will not survive, to be asked for their common part with others."""

    def __init__(self, ranges: list[ByteRange]) -> None:
        self.ranges = ranges
        self._starts = [item.start for item in ranges]

    def common(self, asked: ByteRange) -> Iterator[ByteRange]:
        at = max(0, bisect_right(self._starts, asked.start) - 1)
        while at < len(self.ranges) and self.ranges[at].start < asked.end:
            if part := self.ranges[at].intersect(asked):
                yield part
            at += 1


@dataclass(slots=True)
class _Traffic:
    """What a document takes from its own file at other offsets."""

    conflicts: list[ByteRange]
    moved: bool = False
    up: bool = True
    down: bool = True
    own_file: bool = False

    @property
    def order(self) -> Order:
        return Order.UP if self.up else Order.DOWN if self.down else Order.NONE


def _traffic(
    snapshot: Snapshot, base: FileSource, ranges: list[ByteRange], overwritten: Overwritten
) -> _Traffic:
    found = _Traffic([])
    for segment in snapshot.segments(hull(ranges)):
        if segment.source is base and segment.start == segment.range.start:
            continue
        if segment.source is base:
            found.moved = True
            found.conflicts.extend(overwritten.common(ByteRange.of(segment.start, segment.range.length)))
            found.up = found.up and segment.start >= segment.range.start
            found.down = found.down and segment.start <= segment.range.start
        elif (other := file_of(segment.source)) is not None:
            found.own_file = found.own_file or other.opened.same_file(base.opened)
    found.conflicts = merged(found.conflicts)
    return found


def _data_bytes(base: FileSource, overwritten: Overwritten, enough: int) -> int:
    """Bytes among the overwritten ones that are not holes; counting stops above ``enough``."""
    total = 0
    runs = DataRuns(base)
    for item in overwritten.ranges:
        for run in runs.within(item):
            total += run.length
        if total > enough:
            break
    return total


def _amounts(content: Content, range: ByteRange, base: FileSource | None) -> tuple[int, int]:
    """(bytes that are written, bytes of them that take room the file does not have yet)."""
    total = covered = 0
    runs = DataRuns(base) if base is not None else None
    for piece in content.pieces(range):
        total += piece.range.length
        if base is not None and runs is not None and piece.range.start < base.size:
            covered += sum(run.length for run in runs.within(_below(piece.range, base.size)))
    return total, total - covered


def _stored(content: Content, range: ByteRange, base: FileSource) -> int:
    """Bytes of the new content that a journal has to hold, as they cannot be described."""
    return sum(
        piece.range.length
        for piece in content.pieces(range)
        if piece.source is not base and not described(piece.source)
    )


def _below(item: ByteRange, size: int) -> ByteRange:
    return ByteRange(min(item.start, size), min(item.end, size))


def _undo_note(lost: int) -> str:
    return (
        f"After this save the previous content of {plural(lost, 'byte')} cannot be brought back by undo: "
        "it is more than is kept."
    )


def _no_journal_note(stored: int, room: int) -> str:
    return (
        f"There is no room for a journal ({plural(stored, 'byte')} are needed and "
        f"{plural(room, 'byte')} are free), so a crash or a power failure during "
        "this save may leave the file partly old and partly new."
    )

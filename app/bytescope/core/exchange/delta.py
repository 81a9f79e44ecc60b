"""What of a document is new, and what stands in the one before it: the ground of all patches."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from bytescope.core.errors import LostBytesError, RefusedError
from bytescope.core.ranges import ByteRange

if TYPE_CHECKING:
    from bytescope.core.document.snapshot import Snapshot
    from bytescope.core.ticket import Ticket

MOST = 1 << 21
"""Stretches that a difference may have."""

NEAR = 8
"""Differing runs with fewer equal bytes than this between them are taken as one."""

_STEP = 1 << 20


class Stretch(NamedTuple):
    """Bytes ``range`` of the new one; they are those from ``origin`` on of the old one, or new (None)."""

    range: ByteRange
    origin: int | None

    @property
    def stays(self) -> bool:
        """Whether the old one has them at the same offset."""
        return self.origin == self.range.start


class Delta(NamedTuple):
    """How ``new`` comes of ``old``: stretches that follow each other and are all of ``new``."""

    old: Snapshot
    new: Snapshot
    stretches: list[Stretch]

    @property
    def changed(self) -> int:
        """Bytes of the new one that do not stand at the same offset of the old one."""
        return sum(item.range.length for item in self.stretches if not item.stays)


def edits_of(new: Snapshot) -> Delta:
    """The unsaved edits of a document: told by its spans, no byte is read."""
    old = _unedited(new)

    def found() -> Iterator[Stretch]:
        for item in new.segments(ByteRange(0, new.size)):
            own = item.source is new.base
            yield Stretch(item.range, item.start if own else None)

    return Delta(old, new, _joined(found()))


def _unedited(new: Snapshot) -> Snapshot:
    from bytescope.core.document.snapshot import Snapshot
    from bytescope.core.document.spans import Span, SpanTable

    base = new.base
    table = SpanTable([Span(base, 0, base.size)] if base.size else [])
    return Snapshot(table.snapshot(), base, new.generation)


def difference(old: Snapshot, new: Snapshot, ticket: Ticket) -> Delta:
    """What differs at the same offsets; of two lengths also the end they have in common, where that says it
    in fewer bytes.

    Holes and bytes of one place are not read. LostBytesError where bytes cannot be read, RefusedError where
    there are too many differing runs.
    """
    plain = Delta(old, new, _joined(_positions(old, new, ticket)))
    if old.size == new.size or not plain.changed:
        return plain
    first = next(item.range.start for item in plain.stretches if not item.stays)
    end = _common_end(old, new, min(old.size, new.size) - first, ticket)
    if not end or new.size - first - end >= plain.changed:
        return plain
    middle = ByteRange(first, new.size - end)
    stretches = [
        Stretch(ByteRange(0, first), 0),
        Stretch(middle, None),
        Stretch(ByteRange(middle.end, new.size), old.size - end),
    ]
    return Delta(old, new, [item for item in stretches if item.range])


def _positions(old: Snapshot, new: Snapshot, ticket: Ticket) -> Iterator[Stretch]:
    at = 0
    for run in _differing(old, new, ticket):
        if run.start > at:
            yield Stretch(ByteRange(at, run.start), at)
        yield Stretch(run, None)
        at = run.end
    if at < new.size:
        yield Stretch(ByteRange(at, new.size), at)


def _differing(old: Snapshot, new: Snapshot, ticket: Ticket) -> Iterator[ByteRange]:
    """Runs of differing bytes of ``new``; those that are near each other are one."""
    start = stop = -1
    for run in _all_runs(old, new, ticket):
        if stop >= 0 and run.start - stop < NEAR:
            stop = run.end
            continue
        if stop > start:
            yield ByteRange(start, stop)
        start, stop = run.start, run.end
    if stop > start:
        yield ByteRange(start, stop)


def _all_runs(old: Snapshot, new: Snapshot, ticket: Ticket) -> Iterator[ByteRange]:
    from bytescope.core.compare.differing import byte_runs, flags_of
    from bytescope.core.compare.pair import Pair
    from bytescope.core.compare.verdicts import Verdict
    from bytescope.core.compare.walking import walk

    pair = Pair(new, old)
    common = min(old.size, new.size)
    for piece in walk(pair, ticket):
        if (piece.codes == Verdict.LOST).any():
            raise LostBytesError(
                f"Bytes near 0x{piece.start:X} cannot be read, so no patch can be made; check the medium."
            )
        if not (piece.codes == Verdict.DIFFERENT).any():
            continue
        starts, ends = byte_runs(flags_of(piece, pair), piece.start)
        for first, end in zip(starts.tolist(), ends.tolist()):
            if first < common:
                yield ByteRange(first, min(end, common))
    if new.size > common:
        yield ByteRange(common, new.size)


def _common_end(old: Snapshot, new: Snapshot, most: int, ticket: Ticket) -> int:
    """How many last bytes both have, at most ``most``. Where one cannot be read, those behind it."""
    have = 0
    while have < most:
        ticket.check()
        step = min(_STEP, most - have)
        one = old.read(old.size - have - step, step)
        two = new.read(new.size - have - step, step)
        if one.lost or two.lost:
            return have
        if one.data != two.data:
            return have + _same_at_end(one.data, two.data)
        have += step
    return have


def _same_at_end(one: bytes, two: bytes) -> int:
    low, high = 0, len(one)  # the last ``low`` are the same, the last ``high`` are not
    while high - low > 1:
        middle = (low + high) // 2
        if one[-middle:] == two[-middle:]:
            low = middle
        else:
            high = middle
    return low


def _joined(stretches: Iterable[Stretch]) -> list[Stretch]:
    out: list[Stretch] = []
    for item in stretches:
        if out and _continues(out[-1], item):
            out[-1] = Stretch(ByteRange(out[-1].range.start, item.range.end), out[-1].origin)
            continue
        out.append(item)
        if len(out) > MOST:
            raise RefusedError(
                "The two differ in too many places for a patch; save a copy of the file instead."
            )
    return out


def _continues(before: Stretch, item: Stretch) -> bool:
    if before.origin is None or item.origin is None:
        return before.origin is item.origin
    return before.origin + before.range.length == item.origin


def kept_in_order(stretches: list[Stretch]) -> set[int]:
    """The indices of those old stretches that stand in the old order, chosen to have the most bytes.

    The heaviest increasing subsequence, by a Fenwick tree of maxima: O(n log n).
    """
    places = [
        (i, item.origin, item.range.length) for i, item in enumerate(stretches) if item.origin is not None
    ]
    origins = sorted(origin for _, origin, _ in places)
    best = [(0, -1)] * (len(places) + 1)
    before: dict[int, int] = {}
    winner = (0, -1)
    for index, origin, length in places:
        found, at = (0, -1), bisect_left(origins, origin)
        while at:
            found = max(found, best[at])
            at -= at & -at
        # ``best`` up to a place has what ends at or before the origin that stands there.
        before[index] = found[1]
        value = (found[0] + length, index)
        winner = max(winner, value)
        at = bisect_left(origins, origin + length)
        while at < len(best):
            best[at] = max(best[at], value)
            at += at & -at
    kept: set[int] = set()
    index = winner[1]
    while index >= 0:
        kept.add(index)
        index = before[index]
    return kept

"""Applies an operation to a range as one step: described where the content is, and copied where it is not."""

from __future__ import annotations

from collections.abc import Iterator
from math import lcm
from typing import TYPE_CHECKING, NamedTuple

from bytescope.core.change import Kind
from bytescope.core.document.patterns import FileBytes, Pattern, Repeat, start_in
from bytescope.core.document.prepared import SPAN_COST, Prepared
from bytescope.core.document.spans import Part, Span
from bytescope.core.document.spilled import Spill
from bytescope.core.document.steps import ZEROS, sized
from bytescope.core.document.transforms import WITH_OPERAND, Rule, Way, applied, problem, told
from bytescope.core.errors import InputError, RefusedError
from bytescope.core.ranges import ByteRange
from bytescope.core.source.base import read
from bytescope.core.ticket import Ticket

if TYPE_CHECKING:
    from bytescope.core.document.snapshot import Segment, Snapshot

CHUNK = 1 << 20
"""Bytes between two looks at the ticket; whole units of any width."""

WORTH_DESCRIBING = 1 << 16
"""From so many bytes on, content that repeats is described anew and not copied."""

COUNTED = 1 << 24
"""Bytes of a range up to which a preview tells how many of them change."""

_LONGEST_PERIOD = 1 << 16

_Stretch = tuple[ByteRange, bytes | None]
"""A part of the range, and one period of its content; None: it must be read."""


def prepare(
    snapshot: Snapshot,
    range: ByteRange,
    rule: Rule,
    scratch: bytes | None = None,
    ticket: Ticket | None = None,
    *,
    copied: bool = False,
) -> Prepared:
    """``rule`` applied to ``range`` of the snapshot; the ticket counts the bytes that are read.

    ``scratch``: the folder for results that are too large for memory. ``copied``: nothing of the result may
    refer to bytes of the document, as they will be overwritten. Raises InputError where the rule does not
    fit the range, RefusedError where bytes cannot be read or there is no room, ``Cancelled``.
    """
    from bytescope.core.document.operations import Transform

    if range.end > snapshot.size:
        raise RefusedError(
            f"The range {range.start:,}..{range.end:,} reaches past the end of the document, which has "
            f"{sized(snapshot.size)}; choose one inside."
        )
    if wrong := problem(rule, range.length):
        raise InputError(wrong)
    work = _Work(snapshot, range, rule, scratch, ticket)
    parts: list[Part] = []
    if rule.way is Way.TURN and not copied and range:
        parts = _turned(snapshot, range, rule.by)
    elif range:
        parts = work.parts()
    return Prepared(
        op=Transform(range, rule),
        kind=Kind.WRITE,
        name=told(rule, sized(range.length)),
        splices=[(range.start, range.length, parts)] if range else [],
        caret=range.start,
        cost=work.in_memory + SPAN_COST * len(parts),
        base=snapshot.base,
        generation=snapshot.generation,
        new_size=snapshot.size,
    )


class Preview(NamedTuple):
    """The first bytes of a range before and after. ``changed``: how many of the whole range become others;
    None where it is too long to be tried."""

    before: bytes
    after: bytes
    changed: int | None = None


def preview(
    snapshot: Snapshot, range: ByteRange, rule: Rule, most: int, ticket: Ticket | None = None
) -> Preview:
    """What ``rule`` does to the first bytes of ``range``, at most ``most``. Raises as ``prepare``."""
    if wrong := problem(rule, range.length):
        raise InputError(wrong)
    changed = _changed(snapshot, range, rule, ticket) if range.length <= COUNTED else None
    length = min(most, range.length) // rule.unit * rule.unit
    before = _read(snapshot, ByteRange.of(range.start, length))
    if rule.way is Way.TURN:
        cut = rule.by % range.length
        first = min(length, range.length - cut)
        head = _read(snapshot, ByteRange.of(range.start + cut, first))
        return Preview(bytes(before), bytes(head + before[: length - first]), changed)
    start = range.end - length if rule.way is Way.REVERSE else range.start
    at = ByteRange.of(start, length)
    data = before if at.start == range.start else _read(snapshot, at)
    return Preview(bytes(before), applied(rule, data, _operand(rule, range, at)).tobytes(), changed)


def _changed(snapshot: Snapshot, range: ByteRange, rule: Rule, ticket: Ticket | None) -> int:
    """How many bytes become others: it is tried on a draft."""
    import numpy as np

    from bytescope.core.document.drafting import Draft

    made = prepare(snapshot, range, rule, ticket=ticket)
    draft = Draft(snapshot)
    for start, _, parts in made.splices:
        draft.overwrite(start, parts)
    after, found = draft.snapshot(), 0
    for piece in range.chunks(CHUNK):
        sides = (np.frombuffer(_read(side, piece), np.uint8) for side in (snapshot, after))
        found += int(np.count_nonzero(np.not_equal(*sides)))
        if ticket is not None:
            ticket.check()
    return found


def _turned(snapshot: Snapshot, range: ByteRange, count: int) -> list[Part]:
    """The range's own spans in another order: no byte is copied."""
    cut = range.start + count % range.length
    table = snapshot.table
    return [
        span for low, high in ((cut, range.end), (range.start, cut)) for _, span in table.spans(low, high)
    ]


def _read(snapshot: Snapshot, range: ByteRange) -> bytearray:
    data = bytearray(range.length)
    if lost := snapshot.read_into(range.start, memoryview(data)):
        raise RefusedError(
            f"Bytes at offset {lost[0].range.start:,} cannot be read, so nothing was changed; "
            "choose another range."
        )
    return data


def _operand(rule: Rule, range: ByteRange, at: ByteRange) -> bytes:
    """What stands against ``at`` of the range; nothing for operations without an operand."""
    if rule.operand is None or rule.way not in WITH_OPERAND:
        return b""
    found = read(rule.operand, _operand_start(rule.operand, rule, range) + at.start - range.start, at.length)
    if found.lost:
        raise RefusedError("Some of the operand cannot be read; check the file it comes from.")
    return found.data


def _operand_start(operand: Pattern, rule: Rule, range: ByteRange) -> int:
    return start_in(operand, range.start, rule.phase)


class _Work:
    """One operation on one range."""

    def __init__(
        self, snapshot: Snapshot, range: ByteRange, rule: Rule, scratch: bytes | None, ticket: Ticket | None
    ) -> None:
        self._snapshot = snapshot
        self._range = range
        self._rule = rule
        self._scratch = scratch
        self._ticket = ticket
        self.in_memory = 0

    def parts(self) -> list[Part]:
        """The result as spans."""
        known: dict[int, Span] = {}
        rest: list[ByteRange] = []
        for where, period in self._stretches():
            made = self._described(where, period) if period is not None else None
            if made is not None:
                known[where.start] = made
            if made is None and rest and rest[-1].start not in known:
                rest[-1] = ByteRange(rest[-1].start, where.end)
            else:
                rest.append(where)
        needed = sum(item.length for item in rest if item.start not in known)
        spill = Spill(needed, self._scratch)
        if self._ticket is not None:
            self._ticket.total += needed
        found: list[Part] = []
        for item in self._in_order(rest):
            span = known.get(item.start)
            if span is not None:
                found.append(span)
            else:
                found.extend(self._copied(item, spill))
        self.in_memory = spill.in_memory
        return found

    def _in_order(self, stretches: list[ByteRange]) -> Iterator[ByteRange]:
        """The stretches in the order in which their results stand."""
        if self._rule.way is Way.REVERSE:
            yield from reversed(stretches)
        elif self._rule.way is Way.TURN:
            cut = self._range.start + self._rule.by % self._range.length
            for half in (ByteRange(cut, self._range.end), ByteRange(self._range.start, cut)):
                yield from (part for item in stretches if (part := item.intersect(half)))
        else:
            yield from stretches

    def _copied(self, where: ByteRange, spill: Spill) -> Iterator[Span]:
        back = self._rule.way is Way.REVERSE
        at = where.end if back else where.start
        while where.start < at if back else at < where.end:
            if back:
                piece = ByteRange(max(where.start, at - CHUNK), at)
                at = piece.start
            else:
                piece = ByteRange(at, min(where.end, at + CHUNK))
                at = piece.end
            made = applied(self._rule, _read(self._snapshot, piece), _operand(self._rule, self._range, piece))
            yield spill.put(memoryview(made.tobytes()))
            if self._ticket is not None:
                self._ticket.advance(piece.length)

    # -- what can be described ------------------------------------------------------------------

    def _stretches(self) -> Iterator[_Stretch]:
        """The range in order; long runs of content that repeats apart, in whole units."""
        at = self._range.start
        unit = self._rule.unit
        for where, period in self._repeating():
            low = -(-(where.start - self._range.start) // unit) * unit + self._range.start
            high = (where.end - self._range.start) // unit * unit + self._range.start
            if high - low < WORTH_DESCRIBING or self._rule.way is Way.TURN:
                continue
            if low > at:
                yield ByteRange(at, low), None
            skip = (low - where.start) % len(period)
            yield ByteRange(low, high), period[skip:] + period[:skip]
            at = high
        if at < self._range.end:
            yield ByteRange(at, self._range.end), None

    def _repeating(self) -> Iterator[tuple[ByteRange, bytes]]:
        """Where content repeats, and one period from there on."""
        zeros: ByteRange | None = None  # holes of neighbours are one
        for segment in self._snapshot.segments(self._range):
            if self._ticket is not None:
                self._ticket.check()
            for where, period in _periods(segment):
                if period == b"\0" and zeros is not None and zeros.end == where.start:
                    zeros = ByteRange(zeros.start, where.end)
                    continue
                if zeros is not None:
                    yield zeros, b"\0"
                zeros = where if period == b"\0" else None
                if zeros is None:
                    yield where, period
        if zeros is not None:
            yield zeros, b"\0"

    def _described(self, where: ByteRange, period: bytes) -> Span | None:
        """The result for a stretch that repeats; None where it must be copied all the same."""
        rule, operand = self._rule, self._rule.operand
        if operand is None or rule.way not in WITH_OPERAND:
            cycle: int | None = 1
        else:
            cycle = None if isinstance(operand, FileBytes) else operand.cycle
        if cycle is None:
            assert operand is not None
            return self._against_zeros(where, operand) if period == b"\0" else None
        length = lcm(len(period), cycle, rule.unit)
        if length > _LONGEST_PERIOD:
            return None
        if rule.way is Way.REVERSE:
            skip = where.length % len(period)
            period = period[skip:] + period[:skip]
        one = period * (length // len(period))
        made = applied(rule, one, _operand(rule, self._range, ByteRange.of(where.start, length))).tobytes()
        if made.count(0) != length:
            short = made[:1] if made.count(made[0]) == length else made
            return Span(Repeat(short), 0, where.length)
        return Span(ZEROS, 0, where.length)

    def _against_zeros(self, where: ByteRange, operand: Pattern) -> Span | None:
        """An operand that does not repeat, and zeros: often the one or the other."""
        if self._rule.way in (Way.OR, Way.XOR, Way.ADD):
            start = _operand_start(operand, self._rule, self._range) + where.start - self._range.start
            return Span(operand, start, where.length)
        return Span(ZEROS, 0, where.length) if self._rule.way is Way.AND else None


def _periods(segment: Segment) -> Iterator[tuple[ByteRange, bytes]]:
    """The parts of a segment whose content is known without reading it."""
    source, shift = segment.source, segment.range.start - segment.start
    if isinstance(source, Repeat) and source.data.count(0) != len(source.data):
        skip = segment.start % len(source.data)
        yield segment.range, source.data[skip:] + source.data[:skip]
        return
    at = segment.range.start
    for run in source.data_runs(ByteRange.of(segment.start, segment.range.length)):
        if run.start + shift > at:
            yield ByteRange(at, run.start + shift), b"\0"
        at = run.end + shift
    if at < segment.range.end:
        yield ByteRange(at, segment.range.end), b"\0"

"""BPS patches: copies of the source and of what was made already, new bytes, and three checksums.

Format: byuu's "BPS file format specification" of 2012. A number is written seven bits at a time, the lowest
first; each byte but the last has its top bit clear, and each further byte adds one to what it stands for, so
that every number has one spelling.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from itertools import chain, islice
from typing import TYPE_CHECKING, NamedTuple

from bytescope.core.errors import InputError, LostBytesError, RefusedError, WrongFileError
from bytescope.core.ranges import ByteRange
from bytescope.core.text.formats import size_text

if TYPE_CHECKING:
    from bytescope.core.document.drafting import Draft
    from bytescope.core.document.spans import Part
    from bytescope.core.exchange.delta import Delta, Stretch
    from bytescope.core.ticket import Ticket

MAGIC = b"BPS1"
MOST = 64 << 30
"""Bytes of a source or target: each must be read whole for its checksum."""

_NUMBER = 1 << 62
_FOOT = 12
SOURCE_READ, TARGET_READ, SOURCE_COPY, TARGET_COPY = range(4)
_WORTH_REPEATING = 16
_SAME = re.compile(rb"(.)\1{%d,}" % (_WORTH_REPEATING - 1), re.DOTALL)
_STEP = 1 << 20
_SMALL_CYCLE = 1 << 16
_MANY = 4096
_LOOKED_AT = 1 << 16
"""Actions of a damaged patch."""


class Action(NamedTuple):
    """``start`` is the offset in the patch (of new bytes), the source or the target, by ``kind``."""

    kind: int
    length: int
    start: int


class BpsPatch(NamedTuple):
    """A patch whose own checksum and structure are right; ``data`` is all of it."""

    data: bytes
    source_size: int
    target_size: int
    actions_at: int
    source_crc: int
    target_crc: int


class _Reader:
    """Numbers one after the other; ``what`` they belong to is told where one is wrong."""

    def __init__(self, data: bytes, at: int, end: int) -> None:
        self._data, self.at, self._end = data, at, end
        self.what = "its head"

    @property
    def more(self) -> bool:
        return self.at < self._end

    def number(self) -> int:
        value, shift = 0, 1
        while True:
            if self.at >= self._end:
                raise self._cut_off()
            byte = self._data[self.at]
            self.at += 1
            value += (byte & 0x7F) * shift
            if byte & 0x80:
                break
            shift <<= 7
            value += shift
            if shift > _NUMBER:
                break
        if value > _NUMBER:
            raise InputError(
                f"A number of {self.what}, before byte 0x{self.at:X} of the BPS patch, is too large; get the"
                " patch again."
            )
        return value

    def signed(self) -> int:
        value = self.number()
        return -(value >> 1) if value & 1 else value >> 1

    def skip(self, length: int) -> None:
        if length > self._end - self.at:
            raise self._cut_off()
        self.at += length

    def _cut_off(self) -> InputError:
        return InputError(
            f"The BPS patch is cut off in {self.what}, at byte 0x{self.at:X} of the patch; get it again."
        )


def read_bps(data: bytes) -> BpsPatch:
    """Checks the patch's checksum. InputError where it is none, or damaged."""
    if not data.startswith(MAGIC):
        raise InputError("This is no BPS patch: it does not begin with “BPS1”; choose another file.")
    if len(data) < len(MAGIC) + 3 + _FOOT:
        raise InputError(f"The BPS patch is cut off at byte 0x{len(data):X}; get it again.")
    crc, wanted = zlib.crc32(data[:-4]), int.from_bytes(data[-4:], "little")
    reader = _Reader(data, len(MAGIC), len(data) - _FOOT)
    source, target, metadata = reader.number(), reader.number(), reader.number()
    reader.skip(metadata)
    crcs = (int.from_bytes(data[at : at + 4], "little") for at in (len(data) - 12, len(data) - 8))
    patch = BpsPatch(data, source, target, reader.at, *crcs)
    if crc != wanted:
        for _ in islice(actions(patch), _LOOKED_AT):  # the first that makes no sense is near the damage
            pass
        raise InputError(
            f"The BPS patch is damaged: the checksum at its byte 0x{len(data) - 4:X} is {wanted:08X}, and its"
            f" bytes have {crc:08X}; get it again."
        )
    if max(source, target) > MOST:
        raise RefusedError(
            f"The BPS patch is for files of more than {size_text(MOST)}; use an edit script for those."
        )
    return patch


def actions(patch: BpsPatch) -> Iterator[Action]:
    """The actions in order, each checked against both sizes. InputError says which one is wrong."""
    reader = _Reader(patch.data, patch.actions_at, len(patch.data) - _FOOT)
    made = number = 0
    relative = {SOURCE_COPY: 0, TARGET_COPY: 0}
    while reader.more:
        number += 1
        at, reader.what = reader.at, f"action {number:,}"
        word = reader.number()
        kind, length = word & 3, (word >> 2) + 1
        start = made
        if kind == TARGET_READ:
            start = reader.at
            reader.skip(length)
        elif kind in relative:
            start = relative[kind] + reader.signed()
            relative[kind] = start + length
        limit = made if kind == TARGET_COPY else patch.source_size
        wrong = start < 0 or (kind == TARGET_COPY and start >= limit)
        wrong = wrong or (kind in (SOURCE_READ, SOURCE_COPY) and start + length > limit)
        if wrong or made + length > patch.target_size:
            raise InputError(
                f"Action {number:,} of the BPS patch, at byte 0x{at:X} of the patch, reaches outside of the"
                " file; get the patch again."
            )
        made += length
        yield Action(kind, length, start)
    if made != patch.target_size:
        raise InputError(
            f"The {number:,} actions of the BPS patch make {made:,} of {patch.target_size:,} bytes, up to"
            f" byte 0x{reader.at:X} of the patch; get the patch again."
        )


def apply_bps(patch: BpsPatch, draft: Draft, ticket: Ticket, *, unchecked: bool = False) -> None:
    """Make ``draft``, which is the source, the target. InputError where it is not the source (unless
    ``unchecked``: then only the target is checked to have its length)."""
    from bytescope.core.exchange.checking import crc32_of

    before = draft.snapshot()
    if before.size != patch.source_size:
        raise InputError(
            f"The BPS patch is for a file of {patch.source_size:,} bytes and this one has {before.size:,};"
            " open the file that it was made for."
        )
    ticket.total = patch.source_size + patch.target_size
    if not unchecked and crc32_of(before, ticket) != patch.source_crc:
        raise WrongFileError(
            "This is not the file that the BPS patch was made for: the checksum differs; open that file,"
            " without edits."
        )
    _Maker(patch, draft).run(ticket)
    if not unchecked and crc32_of(draft.snapshot(), ticket) != patch.target_crc:
        raise InputError(
            "The result does not have the checksum that the BPS patch tells at its byte"
            f" 0x{len(patch.data) - 8:X}; get the patch again."
        )


class _Maker:
    """Turns actions into edits: what stays is left alone, all else is overwritten in stretches."""

    def __init__(self, patch: BpsPatch, draft: Draft) -> None:
        from bytescope.core.document.added import AddedBytes

        self._patch = patch
        self._draft = draft
        self._source = draft.snapshot().copied()
        self._added = AddedBytes()
        self._waiting: list[Part] = []
        self._begin = 0

    def run(self, ticket: Ticket) -> None:
        made = 0
        for action in actions(self._patch):
            ticket.check()
            if action.kind == SOURCE_READ:
                self._flush()
            else:
                if not self._waiting:
                    self._begin = made
                self._take(action, made)
            made += action.length
            if len(self._waiting) > _MANY:
                self._flush()
        self._flush()
        self._draft.resize(self._patch.target_size)

    def _take(self, action: Action, made: int) -> None:
        if action.kind == TARGET_READ:
            self._waiting.append(
                self._added.append(self._patch.data[action.start : action.start + action.length])
            )
        elif action.kind == SOURCE_COPY:
            self._waiting += self._source.parts(ByteRange.of(action.start, action.length))
        else:
            if action.start + min(action.length, made - action.start) > self._begin:
                self._flush()
                self._begin = made
            self._again(action, made)

    def _again(self, action: Action, made: int) -> None:
        """A copy of the target, which may reach into what it makes itself: then it repeats."""
        from bytescope.core.document.drafting import MOST_SPANS
        from bytescope.core.document.patterns import Repeat
        from bytescope.core.document.spans import Span

        period = made - action.start
        if period >= action.length:
            self._waiting += self._draft.parts(ByteRange.of(action.start, action.length))
            return
        unit = ByteRange(action.start, made)
        if period <= _SMALL_CYCLE:
            got = self._draft.snapshot().read(unit.start, period)
            if got.lost:
                raise LostBytesError(
                    f"Bytes near 0x{unit.start:X} cannot be read and nothing was changed; check the medium."
                )
            self._waiting.append(Span(Repeat(got.data), 0, action.length))
            return
        whole, rest = divmod(action.length, period)
        copy = self._draft.parts(unit)
        if whole * len(copy) > MOST_SPANS:
            raise RefusedError("This patch repeats too many pieces; ask for it in another format.")
        self._waiting += copy * whole
        self._waiting += self._draft.parts(ByteRange.of(unit.start, rest))

    def _flush(self) -> None:
        if self._waiting:
            self._draft.overwrite(self._begin, self._waiting)
            self._waiting = []


# Writing


def check_bps(delta: Delta) -> None:
    """Before the work: RefusedError where a file is too large."""
    size = max(delta.old.size, delta.new.size)
    if size > MOST:
        raise RefusedError(
            f"A BPS patch needs checksums of all of {size_text(size)}; up to {size_text(MOST)} is done, use"
            " an edit script for more."
        )


def bps_parts(delta: Delta, ticket: Ticket) -> Iterator[bytes]:
    """The patch in pieces. Raises as ``check_bps``, LostBytesError, Cancelled."""
    from bytescope.core.exchange.checking import crc32_of

    check_bps(delta)
    ticket.total = delta.old.size + delta.new.size + delta.changed
    crc = 0
    parts = _Actions(delta, ticket)
    head = MAGIC + packed(delta.old.size) + packed(delta.new.size) + packed(0)
    for part in chain([head], parts.all()):
        crc = zlib.crc32(part, crc)
        yield part
    foot = b"".join(crc32_of(side, ticket).to_bytes(4, "little") for side in (delta.old, delta.new))
    yield foot + zlib.crc32(foot, crc).to_bytes(4, "little")


def packed(number: int) -> bytes:
    """A number as BPS writes it."""
    out = bytearray()
    while True:
        low, number = number & 0x7F, number >> 7
        if not number:
            out.append(0x80 | low)
            return bytes(out)
        out.append(low)
        number -= 1


class _Actions:
    """Writes the stretches of a delta."""

    def __init__(self, delta: Delta, ticket: Ticket) -> None:
        self._delta = delta
        self._ticket = ticket
        self._source = self._target = 0

    def all(self) -> Iterator[bytes]:
        for item in self._delta.stretches:
            if item.stays and item.range.end <= self._delta.old.size:
                yield self._action(SOURCE_READ, item.range.length)
            elif item.origin is not None:
                yield self._copied(item)
            else:
                yield from self._new(item.range)

    def _copied(self, item: Stretch) -> bytes:
        assert item.origin is not None
        by, self._source = item.origin - self._source, item.origin + item.range.length
        return self._action(SOURCE_COPY, item.range.length) + _signed(by)

    def _new(self, within: ByteRange) -> Iterator[bytes]:
        from bytescope.core.search.stretches import repeating

        at = within.start
        for found in repeating(self._delta.new, within, 0, 4 * _STEP):
            yield from self._read(ByteRange(at, found.range.start))
            yield from self._read(ByteRange.of(found.range.start, found.cycle))
            yield self._repeat(found.range.start, found.cycle, found.range.length - found.cycle)
            self._ticket.advance(found.range.length - found.cycle)
            at = found.range.end
        yield from self._read(ByteRange(at, within.end))

    def _read(self, within: ByteRange) -> Iterator[bytes]:
        """New bytes, and those that repeat one byte as a copy of what was just made."""
        for part in within.chunks(_STEP):
            got = self._delta.new.read(part.start, part.length)
            if got.lost:
                raise LostBytesError(
                    f"Bytes near 0x{part.start:X} cannot be read, so no patch can be made; check the medium."
                )
            at = 0
            for same in _SAME.finditer(got.data):
                yield self._bytes(got.data[at : same.start() + 1])
                yield self._repeat(part.start + same.start(), 1, same.end() - same.start() - 1)
                at = same.end()
            yield self._bytes(got.data[at:])
            self._ticket.advance(part.length)

    def _bytes(self, data: bytes) -> bytes:
        return self._action(TARGET_READ, len(data)) + data if data else b""

    def _repeat(self, start: int, cycle: int, length: int) -> bytes:
        """Copy ``length`` bytes from ``start``, where a cycle was made last."""
        by, self._target = start - self._target, start + length
        return self._action(TARGET_COPY, length) + _signed(by)

    def _action(self, kind: int, length: int) -> bytes:
        return packed((length - 1) << 2 | kind)


def _signed(number: int) -> bytes:
    return packed(abs(number) << 1 | (number < 0))

"""Writes what is new in a document as an edit script: fills stay fills, moved blocks stay references."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING, Any

from bytescope.core.document.patterns import Counter, OffsetStamp, PageStamp, Repeat, SeededRandom
from bytescope.core.errors import LostBytesError, RefusedError
from bytescope.core.exchange.delta import kept_in_order
from bytescope.core.exchange.script import MOST_BYTES, lines_of
from bytescope.core.ranges import ByteRange

if TYPE_CHECKING:
    from bytescope.core.document.snapshot import Segment, Snapshot
    from bytescope.core.exchange.delta import Delta
    from bytescope.core.source.base import Source
    from bytescope.core.ticket import Ticket

STEP = 1 << 15
"""Bytes of an edit that are written as digits."""

_WORTH_NAMING = 64
"""A pattern or a piece of the original is named from so many bytes on."""

_LONGEST_CYCLE = 4096


def script_parts(delta: Delta, ticket: Ticket) -> Iterator[bytes]:
    """The script in pieces. LostBytesError where new bytes cannot be read, Cancelled."""
    ticket.total = delta.changed
    for line in lines_of(_Edits(delta, ticket).all(), delta.old.size):
        yield line.encode("ascii")


class _Edits:
    """Walks the stretches from the left: at each edit all before it is as it shall be."""

    def __init__(self, delta: Delta, ticket: Ticket) -> None:
        self._delta = delta
        self._ticket = ticket
        self._digit_bytes = 0
        old = delta.old
        # Only of a document without edits is an offset of its base one of the document.
        whole = [item.source is old.base and item.start == 0 for item in islice(old.segments(_all(old)), 2)]
        self._original = old.base if whole == [True] and old.size == old.base_size else None

    def all(self) -> Iterator[dict[str, Any]]:
        delta = self._delta
        kept = kept_in_order(delta.stretches)
        behind = begin = 0  # the first byte of the old one that is not settled; of the new one likewise
        for index, item in enumerate(delta.stretches):
            if index not in kept:
                continue
            assert item.origin is not None
            yield from self._replace(ByteRange(begin, item.range.start), ByteRange(behind, item.origin))
            begin, behind = item.range.end, item.origin + item.range.length
        yield from self._replace(ByteRange(begin, delta.new.size), ByteRange(behind, delta.old.size))

    def _replace(self, new: ByteRange, old: ByteRange) -> Iterator[dict[str, Any]]:
        """``new`` takes the place of ``old``: over what there is, the rest inserted or deleted."""
        common = min(new.length, old.length)
        for piece in self._pieces(ByteRange.of(new.start, common)):
            at = piece["at"] - new.start + old.start
            if "hex" in piece:
                length = len(piece["hex"]) // 2
                piece["was"] = self._crc(ByteRange.of(at, length))
            yield {"op": "write", **piece}
        for piece in self._pieces(ByteRange(new.start + common, new.end)):
            yield {"op": "insert", **piece}
        if old.length > common:
            yield {"op": "delete", "at": new.start + common, "length": old.length - common}

    def _crc(self, within: ByteRange) -> str:
        got = self._delta.old.read(within.start, within.length)
        if got.lost:
            raise LostBytesError(
                f"Bytes near 0x{within.start:X} cannot be read, so no script can be made; check the medium."
            )
        return f"{zlib.crc32(got.data):08x}"

    def _pieces(self, within: ByteRange) -> Iterator[dict[str, Any]]:
        """The new bytes of ``within``, each piece with its ``at``."""
        waiting = ByteRange(within.start, within.start)
        for segment in self._delta.new.segments(within):
            for part, named in self._named(segment):
                if named is None:
                    waiting = ByteRange(waiting.start, part.end)
                    continue
                yield from self._digits(waiting)
                yield {"at": part.start, **named, "length": part.length}
                self._ticket.advance(part.length)
                waiting = ByteRange(part.end, part.end)
        yield from self._digits(waiting)

    def _named(self, segment: Segment) -> Iterator[tuple[ByteRange, dict[str, Any] | None]]:
        """Parts of a segment, with what they can be told by instead of by their digits."""
        source, start, within = segment.source, segment.start, segment.range
        if within.length < _WORTH_NAMING:
            yield within, None
        elif source is self._original:
            yield within, {"original": start}
        elif (pattern := _pattern(source)) is not None:
            yield within, {"pattern": pattern, "skip": start}
        else:
            yield from _with_holes(segment)

    def _digits(self, within: ByteRange) -> Iterator[dict[str, Any]]:
        for part in within.chunks(STEP):
            self._digit_bytes += part.length
            if self._digit_bytes > MOST_BYTES:
                raise RefusedError(
                    f"An edit script has at most {MOST_BYTES >> 20} MiB of bytes of its own, and this needs"
                    " more; save a copy of the file, or use BPS."
                )
            got = self._delta.new.read(part.start, part.length)
            if got.lost:
                raise LostBytesError(
                    f"Bytes near 0x{part.start:X} cannot be read, so no script can be made; check the medium."
                )
            yield {"at": part.start, "hex": got.data.hex()}
            self._ticket.advance(part.length)


def _all(snapshot: Snapshot) -> ByteRange:
    return ByteRange(0, snapshot.size)


def _with_holes(segment: Segment) -> Iterator[tuple[ByteRange, dict[str, Any] | None]]:
    """Zeros are told as such where the source knows of them."""
    shift = segment.range.start - segment.start
    at = segment.range.start
    for run in segment.source.data_runs(ByteRange.of(segment.start, segment.range.length)):
        if run.start + shift > at:
            yield ByteRange(at, run.start + shift), {"pattern": "00"}
        yield run.shifted(shift), None
        at = run.end + shift
    if at < segment.range.end:
        yield ByteRange(at, segment.range.end), {"pattern": "00"}


def _pattern(source: Source) -> str | None:
    """The pattern as it is typed; None for what is none, or is longer than its name should be."""
    match source:
        case Repeat(data=data) if len(data) <= _LONGEST_CYCLE:
            return data.hex()
        case Counter(start=start, step=step, width=width, byteorder=order):
            return f"counter:{start},{step},{width}{'le' if order == 'little' else 'be'}"
        case OffsetStamp(width=width, byteorder=order):
            return f"offset:{width}{'le' if order == 'little' else 'be'}"
        case PageStamp(width=width, byteorder=order):
            return f"page:{width}{'le' if order == 'little' else 'be'}"
        case SeededRandom(seed=seed):
            return f"random:{seed}"
    return None

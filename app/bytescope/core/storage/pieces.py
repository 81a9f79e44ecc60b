"""What has to be written, piece by piece: where it goes and where its bytes come from. Nothing is written
here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bytescope.core.errors import LostBytesError
from bytescope.core.ranges import ByteRange, merged
from bytescope.core.source.base import Source
from bytescope.core.source.memory import ZeroSource
from bytescope.core.text.formats import plural

if TYPE_CHECKING:
    from bytescope.core.document.snapshot import Snapshot
    from bytescope.core.storage.kept import Kept

LEAST_HOLE = 1 << 16
"""Zeros are looked for in pieces of at least this length: shorter ones are written as they are."""

_ZERO = ZeroSource((1 << 63) - 1)


@dataclass(frozen=True, slots=True)
class Piece:
    """Document bytes ``range`` are to be written; they are those of ``source`` from ``start`` on."""

    range: ByteRange
    source: Source
    start: int

    def part(self, range: ByteRange) -> Piece:
        """The piece cut to ``range``, which lies inside."""
        return Piece(range, self.source, self.start + range.start - self.range.start)


def hull(ranges: Sequence[ByteRange]) -> ByteRange:
    """From the first to the last of sorted ``ranges``."""
    return ByteRange(ranges[0].start, ranges[-1].end) if ranges else ByteRange(0, 0)


class Content:
    """The bytes of a snapshot as a save needs them.

    ``target`` is the file as it is on the disk (None: a new, empty one): bytes that it has at their place
    already, and zeros where it has holes, need no writing. Spans of ``target`` whose bytes were moved aside
    come from ``kept``.
    """

    def __init__(self, snapshot: Snapshot, target: Source | None, kept: Kept | None = None) -> None:
        self.snapshot = snapshot
        self._target = target
        self._kept = kept
        self._lost: list[ByteRange] = []
        self.lossy = False

    @property
    def lost(self) -> int:
        """Document bytes read so far that could not be had."""
        return sum(item.length for item in merged(self._lost))

    def pieces(self, within: ByteRange) -> Iterator[Piece]:
        """All of the document's ``within`` that has to be written, in order."""
        for piece in self._sources(within):
            if piece.source is self._target and piece.start == piece.range.start:
                continue
            if piece.range.length < LEAST_HOLE:
                yield piece
            else:
                yield from self._without_zeros(piece)

    def read_into(self, offset: int, buffer: memoryview) -> None:
        """The bytes the document has from ``offset`` on; ``SaveError`` where they are lost."""
        for piece in self._sources(ByteRange.of(offset, len(buffer))):
            at = piece.range.start - offset
            self.read_piece(piece, buffer[at : at + piece.range.length])

    def piece_of(self, part: ByteRange) -> Piece | None:
        """The piece that ``part`` comes from, if it is a single one."""
        pieces = self._sources(part)
        first = next(pieces, None)
        return first if first is not None and first.range == part else None

    def read_piece(self, piece: Piece, buffer: memoryview) -> None:
        """As ``read_into``, for the first bytes of a piece."""
        lost = piece.source.read_into(piece.start, buffer)
        if not lost:
            return
        self._lost.extend(item.range.shifted(piece.range.start - piece.start) for item in lost)
        if not self.lossy:
            place = piece.range.start + lost[0].range.start - piece.start
            raise LostBytesError(
                f"{plural(lost[0].range.length, 'byte')} at offset {place:#x} cannot be read"
            )

    def _sources(self, within: ByteRange) -> Iterator[Piece]:
        for segment in self.snapshot.segments(within):
            if self._kept is None or segment.source is not self._target:
                yield Piece(segment.range, segment.source, segment.start)
            else:
                yield from self._redirected(segment.range, segment.start, self._kept)

    def _redirected(self, range: ByteRange, start: int, kept: Kept) -> Iterator[Piece]:
        """A span of the target: what was kept of it comes from there."""
        shift = range.start - start
        at = range.start
        assert self._target is not None
        if shift:
            for old, source, place in kept.pieces(ByteRange.of(start, range.length)):
                if old.start + shift > at:
                    yield Piece(ByteRange(at, old.start + shift), self._target, at - shift)
                yield Piece(old.shifted(shift), source, place)
                at = old.end + shift
        if at < range.end:
            yield Piece(ByteRange(at, range.end), self._target, at - shift)

    def _without_zeros(self, piece: Piece) -> Iterator[Piece]:
        shift = piece.range.start - piece.start
        at = piece.range.start
        for run in piece.source.data_runs(ByteRange.of(piece.start, piece.range.length)):
            yield from self._zeros(ByteRange(at, run.start + shift))
            yield Piece(run.shifted(shift), piece.source, run.start)
            at = run.end + shift
        yield from self._zeros(ByteRange(at, piece.range.end))

    def _zeros(self, range: ByteRange) -> Iterator[Piece]:
        """Zeros are written only over data: a hole, and what is behind the end of the file, is 00 already."""
        if self._target is None or range.start >= self._target.size:
            return
        for run in self._target.data_runs(ByteRange(range.start, min(range.end, self._target.size))):
            yield Piece(run, _ZERO, 0)

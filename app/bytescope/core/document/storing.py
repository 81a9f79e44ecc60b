"""Brings edits into a source that takes stores: chunk by chunk, and back again when it cannot be finished."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

from bytescope.core.document.added import AddedBytes
from bytescope.core.document.history import Edit
from bytescope.core.document.patterns import Repeat
from bytescope.core.document.spans import Part, Span, flat, one_by_one
from bytescope.core.document.steps import ZEROS
from bytescope.core.errors import BytescopeError, Cancelled, SaveError
from bytescope.core.ranges import ByteRange
from bytescope.core.source.base import Source
from bytescope.core.ticket import Ticket

CHUNK = 1 << 20
"""Bytes between two looks at the ticket."""

_WORTH_DESCRIBING = 4096


class LiveSource(Source, Protocol):
    """A source that takes stores."""

    def store(self, offset: int, data: bytes | memoryview) -> None:
        """Put ``data`` at ``offset``; SaveError or RefusedError where that failed."""
        ...

    def resize(self, size: int) -> None:
        """Cut, or grow by a hole, to ``size`` bytes; SaveError or RefusedError with nothing changed."""
        ...

    def flush(self) -> None:
        """Wait until the medium has everything; SaveError where it reports an error."""
        ...


def taken(
    source: Source, within: ByteRange, budget: int, added: AddedBytes, ticket: Ticket | None
) -> tuple[list[Part], int] | None:
    """The bytes of ``within`` as they are now, and what keeping them costs; None above ``budget``.

    Holes and chunks of one byte value are described, the rest is copied into ``added``. SaveError
    where bytes cannot be read: an edit over them could not be undone.
    """
    parts: list[Part] = []
    cost = 0
    at = within.start
    for run in source.data_runs(within):
        _add_hole(parts, run.start - at, ticket)
        for chunk in run.chunks(CHUNK):
            span = _kept(source, chunk, added)
            cost += 0 if isinstance(span.source, Repeat) else span.length
            if cost > budget:
                return None
            parts.append(span)
            if ticket is not None:
                ticket.advance(span.length)
        at = run.end
    _add_hole(parts, within.end - at, ticket)
    return parts, cost


def _add_hole(parts: list[Part], length: int, ticket: Ticket | None) -> None:
    if length:
        parts.append(Span(ZEROS, 0, length))
        if ticket is not None:
            ticket.advance(length)


def _kept(source: Source, chunk: ByteRange, added: AddedBytes) -> Span:
    buffer = bytearray(chunk.length)
    if source.read_into(chunk.start, memoryview(buffer)):
        raise SaveError(
            f"Bytes in {chunk.start:,}..{chunk.end:,} cannot be read, so they could not be brought back; "
            "nothing was changed: choose another range."
        )
    if chunk.length >= _WORTH_DESCRIBING and buffer.count(buffer[0]) == chunk.length:
        return Span(Repeat(bytes(buffer[:1])), 0, chunk.length)
    return added.append(buffer)


def apply(source: LiveSource, edit: Edit, ticket: Ticket | None, *, restore: bool) -> None:
    """Bring ``edit.inserted`` into the place of ``edit.removed``; lengths may differ at the end only.

    A stop or an error half-way puts ``edit.removed`` back if ``restore``, then is raised again; without
    it the error says how much was stored.
    """
    old_size = source.size
    new_size = old_size - edit.old_length + edit.new_length
    progress = _Progress(ticket)
    try:
        if new_size != old_size:
            source.resize(new_size)
        _bring(source, edit.start, edit.inserted, old_size, progress)
    except (BytescopeError, Cancelled) as error:
        if not restore:
            raise _partly(edit.start, progress.stored, error) from error
        if progress.stored or progress.tried or source.size != old_size:
            _put_back(source, edit, old_size, progress, error)
        raise


class _Progress:
    """How much was stored, and how much may have been."""

    def __init__(self, ticket: Ticket | None) -> None:
        self.stored = 0
        self.tried = 0
        self._ticket = ticket

    def add(self, length: int) -> None:
        self.stored += length
        if self._ticket is not None:
            self._ticket.advance(length)


def _bring(
    source: LiveSource, start: int, parts: Sequence[Part], hole_from: int, progress: _Progress
) -> None:
    """Store the parts; zeros from ``hole_from`` on are there already, as a hole, and so are the source's
    own bytes at their place.
    """
    at = start
    for span in one_by_one(parts):
        if span.source is source and span.start == at:
            progress.tried += span.length
            at += span.length
            continue
        if span.source is ZEROS and at >= hole_from:
            progress.tried += span.length
            progress.add(span.length)
            at += span.length
            continue
        for piece in ByteRange.of(at, span.length).chunks(CHUNK):
            buffer = bytearray(piece.length)
            if span.source.read_into(span.start + piece.start - at, memoryview(buffer)):
                raise SaveError(
                    "Some of the bytes to be stored cannot be read; check the file they come from."
                )
            progress.tried += piece.length
            source.store(piece.start, memoryview(buffer))
            progress.add(piece.length)
        at += span.length


def _put_back(
    source: LiveSource, edit: Edit, old_size: int, progress: _Progress, error: BaseException
) -> None:
    """Put the old bytes back where new ones may stand, and behind an end that was cut."""
    cut_at = source.size
    quiet = _Progress(None)
    try:
        if cut_at != old_size:
            source.resize(old_size)
        reached = min(progress.tried, edit.old_length)
        _bring(source, edit.start, clipped(edit.removed, 0, reached), old_size, quiet)
        if cut_at < old_size:
            behind = max(reached, cut_at - edit.start)
            rest = clipped(edit.removed, behind, edit.old_length - behind)
            _bring(source, edit.start + behind, rest, cut_at, quiet)
    except BytescopeError as second:
        raise SaveError(
            f"Storing failed ({error}) and the old bytes could not be put back ({second}): the file may have "
            f"new bytes in {edit.start:,}..{edit.start + progress.tried:,}; compare it with a copy."
        ) from error


def _partly(start: int, stored: int, error: BytescopeError | Cancelled) -> BytescopeError | Cancelled:
    where = f"{start:,}..{start + stored:,}"
    if isinstance(error, Cancelled):
        return Cancelled(f"Stopped: the bytes {where} are stored already and have no undo.")
    return SaveError(f"{error} The bytes {where} are stored already and have no undo.")


def clipped(parts: Sequence[Part], start: int, length: int) -> list[Part]:
    """Bytes ``start`` to ``start + length`` of the parts."""
    out: list[Part] = []
    at = 0
    for span in flat(parts):
        low, high = max(at, start), min(at + span.length, start + length)
        if low < high:
            out.append(Span(span.source, span.start + low - at, high - low))
        at += span.length
    return out


def overlaid(
    base: Source, known: Iterable[tuple[int, Span]], start: int, removed: Sequence[Part]
) -> Iterator[Span]:
    """The spans ``known`` from ``start`` on, with those of ``removed`` where they are the base's own."""
    rest = one_by_one(removed)
    span, at = Span(base, 0, 0), start  # what of ``removed`` is at hand, and where it begins
    for begin, item in known:
        end = begin + item.length
        own = item.source is base and item.start == begin
        if not own:
            yield item
        while begin < end:
            while at + span.length <= begin:
                at += span.length
                span = next(rest)
            until = min(end, at + span.length)
            if own:
                yield Span(span.source, span.start + begin - at, until - begin)
            begin = until

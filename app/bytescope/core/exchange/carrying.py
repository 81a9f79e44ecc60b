"""Brings a part of one document into another by reference: spans, not bytes, whatever the length."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NamedTuple

from bytescope.core.document.drafting import Draft
from bytescope.core.document.patterns import FileBytes
from bytescope.core.document.spans import Part, Span
from bytescope.core.errors import RefusedError
from bytescope.core.ranges import ByteRange
from bytescope.core.source.access import Access
from bytescope.core.source.file import FileSource
from bytescope.core.source.opening import open_file
from bytescope.core.source.shown import quoted_name

if TYPE_CHECKING:
    from bytescope.core.document.snapshot import Snapshot
    from bytescope.core.source.identity import Identity
    from bytescope.core.ticket import Ticket

_STEP = 1 << 14


class Carried(NamedTuple):
    """A part of a document as it was copied. ``file`` is the one under it, which was ``identity`` then."""

    part: Snapshot
    name: str
    file: FileSource | None
    identity: Identity | None


def carry(snapshot: Snapshot, within: ByteRange, name: str) -> Carried:
    """Take ``within`` along. RefusedError for a document that changes its file with each edit."""
    base = snapshot.base
    file = base if isinstance(base, FileSource) else None
    if file is not None and file.access is Access.LIVE:
        raise RefusedError(
            "In Live access edits change the file itself, so no more is copied than the clipboard takes; "
            "open the file in Edit or Read access for that."
        )
    return Carried(snapshot.part(within), name, file, file.opened if file is not None else None)


def brought(
    carried: Carried, snapshot: Snapshot, at: int, replaced: ByteRange | None, ticket: Ticket
) -> Draft:
    """The document of ``snapshot`` with what is carried at ``at``: over what is there, or where ``replaced``
    is given (empty: nothing is taken out) in its place.

    Opens the file of the other document once more, so that it may be closed. RefusedError where that file
    is no longer what it was; OpenError where it is gone.
    """
    parts = _parts(carried, snapshot, ticket)
    draft = Draft(snapshot)
    if replaced is None:
        draft.overwrite(at, parts)
    else:
        if replaced:
            draft.delete(replaced)
        draft.insert(at, parts)
    return draft


def _parts(carried: Carried, snapshot: Snapshot, ticket: Ticket) -> list[Part]:
    file, base = carried.file, snapshot.base
    own = base if isinstance(base, FileSource) else None
    # Bytes of the file that is open here are this document's own: a save knows what to do with them.
    same = file is not None and own is not None and own.opened.same_file(file.opened)
    other: FileBytes | None = None
    parts: list[Part] = []
    for number, segment in enumerate(carried.part.segments(ByteRange(0, carried.part.size))):
        if number % _STEP == 0:
            ticket.check()
        if file is None or segment.source is not file:
            parts.append(Span(segment.source, segment.start, segment.range.length))
            continue
        start = segment.start + file.window_start
        if same and own is not None:
            _check(carried, own.opened, own)
            parts.append(_own(own, start, segment.range.length))
            continue
        if other is None:
            other = FileBytes(_opened(carried, file), carried.name)
        parts.append(Span(other, start, segment.range.length))
    return parts


def _own(own: FileSource, start: int, length: int) -> Span:
    start -= own.window_start
    if start < 0 or start + length > own.size:
        raise RefusedError(
            "These bytes are of the same file, but outside the window that is open here; open the whole file."
        )
    return Span(own, start, length)


def _opened(carried: Carried, file: FileSource) -> FileSource:
    """The whole file, opened anew: it stays open as long as a span points into it."""
    again = open_file(file.path, Access.READ)
    try:
        _check(carried, again.opened, file)
    except RefusedError:
        again.close()
        raise
    return again


def _check(carried: Carried, now: Identity, file: FileSource) -> None:
    then = carried.identity
    if then is None or not now.same_file(then) or not now.unchanged(then):
        name = quoted_name(os.path.basename(file.path))
        raise RefusedError(f"{name} was changed since these bytes were copied; copy them again.")

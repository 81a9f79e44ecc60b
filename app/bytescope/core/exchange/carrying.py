"""Brings a part of one document into another by reference: spans, not bytes, whatever the length."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from bytescope.core.document.drafting import Draft
from bytescope.core.document.lent import LentFile
from bytescope.core.document.patterns import FileBytes
from bytescope.core.document.spans import Span
from bytescope.core.errors import OpenError, RefusedError
from bytescope.core.ranges import ByteRange
from bytescope.core.source.access import Access
from bytescope.core.source.file import FileSource
from bytescope.core.source.shown import quoted_name

if TYPE_CHECKING:
    from bytescope.core.document.snapshot import Snapshot
    from bytescope.core.ticket import Ticket

_STEP = 1 << 14


class Carried(NamedTuple):
    """A part of a document as it was copied; ``lent`` has the bytes of the file under it."""

    part: Snapshot
    name: str
    lent: LentFile | None


def carry(snapshot: Snapshot, within: ByteRange, name: str, known: Iterable[LentFile] = ()) -> Carried:
    """Take ``within`` along. RefusedError for a document that changes its file with each edit.

    The file under it stays open as long as any of it is held or was brought into a document, so that the
    document, and the file's name, may go. ``known``: where it was taken from before.
    """
    base = snapshot.base
    file = base if isinstance(base, FileSource) else None
    if file is None or not file.size:
        return Carried(snapshot.part(within), name, None)
    if file.access is Access.LIVE:
        raise RefusedError(
            "In Live access edits change the file itself, so no more is copied than the clipboard takes; "
            "open the file in Edit or Read access for that."
        )
    end = file.window_start + file.size
    same = (item for item in known if item.intact and item.size >= end and _is_as(item, file))
    lent = next(same, None) or LentFile(_held_open(file))
    if lent.size < end:
        raise RefusedError(f"{quoted_name(file.name)} was made shorter by another program; reload it first.")
    return Carried(snapshot.part(within), name, lent)


def brought(
    carried: Carried, snapshot: Snapshot, at: int, replaced: ByteRange | None, ticket: Ticket
) -> Draft:
    """The document of ``snapshot`` with what is carried at ``at``: over what is there, or where ``replaced``
    is given (empty: nothing is taken out) in its place.

    RefusedError where the file of the other document was changed since by another program.
    """
    if carried.lent is not None and carried.lent.changed():
        name = quoted_name(os.path.basename(carried.lent.file.path))
        raise RefusedError(f"{name} was changed since these bytes were copied; copy them again.")
    parts = list(_parts(carried, snapshot, ticket))
    draft = Draft(snapshot)
    if replaced is None:
        draft.overwrite(at, parts)
    else:
        if replaced:
            draft.delete(replaced)
        draft.insert(at, parts)
    return draft


def _parts(carried: Carried, snapshot: Snapshot, ticket: Ticket) -> Iterator[Span]:
    lent, file = carried.lent, carried.part.base
    own = snapshot.base if isinstance(snapshot.base, FileSource) else None
    taken = FileBytes(lent, carried.name) if lent is not None else None
    for number, segment in enumerate(carried.part.segments(ByteRange(0, carried.part.size))):
        if number % _STEP == 0:
            ticket.check()
        span = Span(segment.source, segment.start, segment.range.length)
        if taken is not None and isinstance(file, FileSource) and span.source is file:
            span = Span(taken, span.start + file.window_start, span.length)
        yield from _at_home(span, own)


def _at_home(span: Span, own: FileSource | None) -> Iterator[Span]:
    """Bytes of the file that is open here are this document's own: a save knows what to do with them."""
    lent = span.source.source if isinstance(span.source, FileBytes) else None
    once = isinstance(lent, LentFile) and span.start + span.length <= lent.size
    if own is None or not isinstance(lent, LentFile) or not once or not _is_as(lent, own):
        yield span
        return
    window = ByteRange.of(own.window_start, own.size)
    for part in lent.spans(ByteRange.of(span.start, span.length)):
        if not isinstance(part.source, FileBytes):
            yield part
            continue
        if not window.covers(ByteRange.of(part.start, part.length)):
            raise RefusedError(
                "These bytes are of the same file, but outside the window that is open here; open the whole"
                " file."
            )
        yield Span(own, part.start - window.start, part.length)


def _is_as(lent: LentFile, file: FileSource) -> bool:
    """Whether what was lent is the whole of that file, as it is known now."""
    theirs = lent.file
    return (
        not theirs.windowed
        and theirs.opened.same_file(file.opened)
        and theirs.opened.unchanged(file.opened)
        and not lent.changed()
    )


def _held_open(file: FileSource) -> FileSource:
    """The whole of the same open file once more; it does not close with the document."""
    descriptor = file.descriptor
    if descriptor is None:
        raise RefusedError(f"{quoted_name(file.name)} was closed; open it again.")
    try:
        return FileSource(
            os.dup(descriptor.fd), file.path, Access.READ, read_only=file.read_only, snapshot=file.snapshot
        )
    except OSError as error:
        raise OpenError(f"{quoted_name(file.name)} can no longer be read; open it again.") from error

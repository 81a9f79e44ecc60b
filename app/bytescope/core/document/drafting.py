"""Several edits tried on a copy of the spans, which then come into the document together, as one step."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from bytescope.core.change import Change, Kind
from bytescope.core.document.document import CHANGED_MEANWHILE, Document
from bytescope.core.document.phase import ENDLESS
from bytescope.core.document.prepared import Prepared, Splice
from bytescope.core.document.snapshot import Snapshot
from bytescope.core.document.spans import Part, Span, flat
from bytescope.core.document.steps import ZEROS, sized
from bytescope.core.errors import InputError, RefusedError
from bytescope.core.ranges import ByteRange

if TYPE_CHECKING:
    from bytescope.core.document.live import LiveDocument
    from bytescope.core.ticket import Ticket

MOST_SPANS = 1 << 21
"""Spans that a draft may come to: a patch that copies its own output doubles them each time."""


class Draft:
    """A document as it would be after edits that nobody has made yet. For any thread.

    Each edit is about the bytes as the edits before it have left them. InputError where one does not fit
    what is there, RefusedError where the document would become too long or be in too many pieces; the draft
    is of no use then.
    """

    def __init__(self, snapshot: Snapshot) -> None:
        self.before = snapshot
        self._table = snapshot.copied()
        self.splices: list[Splice] = []

    @property
    def size(self) -> int:
        """Bytes it has now."""
        return self._table.size

    def snapshot(self) -> Snapshot:
        """The bytes as they would be."""
        return Snapshot(self._table.snapshot(), self.before.base, self.before.generation)

    def parts(self, within: ByteRange) -> list[Part]:
        """What stands in ``within`` now, to be put somewhere else as well."""
        if within.end > self.size:
            raise InputError(
                f"The range 0x{within.start:X}..0x{within.end:X} reaches past the end at 0x{self.size:X};"
                " give one inside."
            )
        return self._table.parts(within)

    def overwrite(self, at: int, parts: Sequence[Part]) -> None:
        """Put ``parts`` over what stands from ``at`` on; past the end it grows, with 00 in a gap."""
        length = sum(part.length for part in parts)
        if at > self.size:
            parts, length, at = [Span(ZEROS, 0, at - self.size), *parts], length + at - self.size, self.size
        self._splice(at, min(length, self.size - at), parts)

    def insert(self, at: int, parts: Sequence[Part]) -> None:
        """Put ``parts`` before what stands at ``at``."""
        if at > self.size:
            raise InputError(f"Offset 0x{at:X} is behind the end at 0x{self.size:X}; give one inside.")
        self._splice(at, 0, parts)

    def delete(self, within: ByteRange) -> None:
        """Take ``within`` out."""
        if within.end > self.size:
            raise InputError(
                f"The range 0x{within.start:X}..0x{within.end:X} reaches past the end at 0x{self.size:X};"
                " give one inside."
            )
        self._splice(within.start, within.length, [])

    def resize(self, size: int) -> None:
        """Cut at ``size``, or grow to it with 00."""
        start = min(size, self.size)
        grown = [Span(ZEROS, 0, size - self.size)] if size > self.size else []
        self._splice(start, self.size - start, grown)

    def _splice(self, start: int, length: int, parts: Sequence[Part]) -> None:
        grown = self.size - length + sum(part.length for part in parts)
        if grown > ENDLESS:
            raise RefusedError(
                f"A document has at most {ENDLESS:,} bytes; choose less, as this would make it longer."
            )
        if not length and not parts:
            return
        self.splices.append((start, length, list(parts)))
        self._table.splice(start, length, parts)
        if self._table.leaves > MOST_SPANS // 128:
            raise RefusedError("This leaves the document in too many pieces; use a patch with fewer of them.")


def adopt(document: Document | LiveDocument, draft: Draft, name: str, ticket: Ticket | None = None) -> Change:
    """Make the edits of ``draft`` one step called ``name``.

    RefusedError, with nothing changed, where the document has been edited since the draft was made, or
    cannot be changed so.
    """
    caret = min((splice[0] for splice in draft.splices), default=0)
    if isinstance(document, Document):
        cost = sum(_stored(parts) for _, _, parts in draft.splices)
        before = draft.before
        step = Prepared(
            None,
            Kind.WRITE,
            name,
            draft.splices,
            caret,
            cost,
            before.base,
            before.generation,
            draft.size,
        )
        return document.make(step)
    document._check()
    if document.generation != draft.before.generation:
        raise RefusedError(CHANGED_MEANWHILE)
    document._check_length(draft.size)
    if not draft.splices:
        return document._unchanged(Kind.WRITE, caret)
    return _stored_live(document, draft, name, ticket)


def _stored(parts: Sequence[Part]) -> int:
    """Bytes of ``parts`` that are in memory for their sake."""
    return sum(
        part.length
        for part in parts
        if isinstance(part, Span)
        and part.source.cycle is None
        and not hasattr(part.source, "needs_io")
        and part.source.size < ENDLESS
    )


def _stored_live(document: LiveDocument, draft: Draft, name: str, ticket: Ticket | None) -> Change:
    """Store the edits in the file, and keep what they overwrite."""
    from bytescope.core.document.history import Edit
    from bytescope.core.document.steps import reach
    from bytescope.core.document.storing import taken

    old_size = size = document.size
    budget = document._history.budget
    cost = 0
    edits: list[Edit] = []
    places: list[tuple[int, int, int]] = []
    for start, old, parts in draft.splices:
        new = sum(part.length for part in parts)
        if new != old and start + old != size:
            document._refuse("insert or delete")
        size += new - old
        # Of the file as it is: a later splice over an earlier one is taken back before it.
        known = taken(
            document.base,
            ByteRange(start, max(start, min(start + old, old_size))),
            budget - cost,
            document._added,
            ticket,
        )
        own: list[Part] = []
        for part in flat(parts):
            if part.source is not document.base:
                own.append(part)
                continue
            copy = taken(
                document.base, ByteRange.of(part.start, part.length), budget - cost, document._added, ticket
            )
            if copy is None:
                known = None
                break
            own += copy[0]
            cost += copy[1]
        if known is None:
            raise RefusedError(
                f"This stores over more than the {sized(budget)} that are kept for undo; open the file in"
                " Edit access for that."
            )
        before, kept = known
        cost += kept
        grown = old - sum(part.length for part in before)
        edits.append(Edit(start, [*before, *([Span(ZEROS, 0, grown)] if grown else [])], own))
        places.append((start, old, new))
    document._store(edits, ticket)
    document._remember(name, edits, cost, None)
    caret = min(start for start, _, _ in places)
    return document._changed(Kind.WRITE, reach(places, old_size), old_size, name, caret, None, places)

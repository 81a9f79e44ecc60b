"""The document a person edits: spans over a base that stays as it is until it is saved."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from bytescope.core.change import Change, Kind
from bytescope.core.document import edited
from bytescope.core.document.added import AddedBytes
from bytescope.core.document.edited import PageRuns
from bytescope.core.document.era import LOST, Era, KeptBytes
from bytescope.core.document.history import Edit
from bytescope.core.document.phase import Phase
from bytescope.core.document.runs import PageSet
from bytescope.core.document.snapshot import Snapshot
from bytescope.core.document.spans import Part, Span, SpanTable
from bytescope.core.document.steps import ZEROS, Stepped, reach, sized
from bytescope.core.errors import RefusedError
from bytescope.core.ranges import ByteRange, PageRange, merged, page_count
from bytescope.core.source.base import Source
from bytescope.core.ticket import Ticket

if TYPE_CHECKING:
    from bytescope.core.document.operations import Operation
    from bytescope.core.document.patterns import Pattern
    from bytescope.core.document.places import Pieces, Places
    from bytescope.core.document.prepared import Prepared, Splice
    from bytescope.core.document.transforms import Rule

ADDED_BUDGET = 1 << 30
"""Bytes that the history may cost before the oldest steps are forgotten."""

SPOOL_LIMIT = 256 << 20
"""Up to so many displaced base bytes a save in place can set aside first."""

MOST_LEAVES = 1 << 13
"""Leaves that a copy of many may bring a document to (a million spans or two); each copy of all doubles
them."""

FEW_LEAVES = 64

CHANGED_MEANWHILE = "The document was changed meanwhile, so nothing was done; do it once more."


def identity(base: Source) -> SpanTable:
    """The document that is the base unchanged."""
    return SpanTable([Span(base, 0, base.size)] if base.size else [])


class Marked(Stepped):
    """Spans over a base, and the questions what of them is not saved."""

    def __init__(self, base: Source, budget: int) -> None:
        super().__init__(base, budget)
        self._table = identity(base)
        self._saved = PageSet()
        self._view: Snapshot | None = None
        self._runs: tuple[int, PageRange, PageRuns] | None = None
        self._totals: tuple[int, int, int] | None = None

    @property
    def size(self) -> int:
        return self._table.size

    def snapshot(self) -> Snapshot:
        """The document as it is now, for any thread; the same object until the next change."""
        if self._view is None or self._view.generation != self.generation:
            self._view = Snapshot(self._table.snapshot(), self.base, self.generation)
        return self._view

    def edited_runs(self, pages: PageRange) -> PageRuns:
        """Runs of pages with unsaved bytes: their first pages, sorted, and the pages behind their last.

        The arrays are shared with later calls: do not change them.
        """
        if self._runs is None or self._runs[:2] != (self.generation, pages):
            table = self._table.snapshot()
            self._runs = (self.generation, pages, edited.page_runs(table, self.base, pages))
        return self._runs[2]

    def saved_runs(self, pages: PageRange) -> PageRuns:
        """The same of pages that saves of this session have written."""
        return self._saved.runs(pages)

    def next_edited(self, page: int) -> int | None:
        """The first page behind ``page`` with unsaved bytes."""
        return edited.next_page(self._table.snapshot(), self.base, page)

    def previous_edited(self, page: int) -> int | None:
        """The last page before ``page`` with unsaved bytes."""
        return edited.previous_page(self._table.snapshot(), self.base, page)

    def edited_ranges(self) -> Iterator[ByteRange]:
        """The bytes that are not the base's own at the same offset, as ranges that do not touch, in order."""
        return self.snapshot().edited(ByteRange(0, self.size))

    @property
    def edited_bytes(self) -> int:
        """How many bytes ``edited_ranges`` has in all."""
        return self._counted()[0]

    @property
    def moved_bytes(self) -> int:
        """How many bytes of the base stand at another offset than in the base."""
        return self._counted()[1]

    @property
    def length_changed(self) -> bool:
        """Whether a save in place is impossible: other size, or more moved bytes than can be set aside."""
        return self.size != self.base.size or self.moved_bytes > SPOOL_LIMIT

    def _counted(self) -> tuple[int, int]:
        if self._totals is None or self._totals[0] != self.generation:
            self._totals = (self.generation, *edited.totals(self._table.snapshot(), self.base))
        return self._totals[1:]


class Document(Marked):
    """A base with edits over it. Operations return what they changed and fire nothing.

    Not thread-safe itself; ``snapshot()`` gives views that any thread may read. All edits raise
    RefusedError, with nothing changed, when the document is locked or open for reading only.
    The tickets are for documents whose edits take time; here they are not looked at.
    """

    def __init__(self, base: Source, *, added_budget: int = ADDED_BUDGET) -> None:
        super().__init__(base, added_budget)
        self._added = AddedBytes()

    # Edits

    def write(
        self, offset: int, data: bytes, *, typing: bool = False, ticket: Ticket | None = None
    ) -> Change:
        """Overwrite from ``offset``; past the end the document grows, with 00 in a gap."""
        if not data:
            return self._unchanged(Kind.WRITE, offset)
        self._check()
        if offset + len(data) > self._table.size:
            self._check_length(offset + len(data))
        span = self._added.append(data)
        splice = self._over(offset, [span])
        typed = ByteRange.of(offset, len(data)) if typing else None
        from bytescope.core.document.operations import Write

        op = Write(offset, span, typing, typing and self._merges(offset))
        return self._edit(op, Kind.WRITE, f"Write {sized(len(data))}", [splice], offset, len(data), typed)

    def fill(
        self, range: ByteRange, pattern: Pattern, phase: Phase = Phase.START, *, ticket: Ticket | None = None
    ) -> Change:
        """Fill ``range`` with a pattern: one span, whatever the length. Past the end the document grows."""
        if not range:
            return self._unchanged(Kind.FILL, range.start)
        self._check()
        self._check_length(max(self.size, range.end))
        from bytescope.core.document.patterns import describe, start_in

        span = Span(pattern, start_in(pattern, range.start, phase), range.length)
        name = f"Fill {sized(range.length)} with {describe(pattern)}"
        from bytescope.core.document.operations import Fill

        op = Fill(range, pattern, phase)
        return self._edit(op, Kind.FILL, name, [self._over(range.start, [span])], range.start)

    def insert(
        self, offset: int, data: bytes, *, typing: bool = False, ticket: Ticket | None = None
    ) -> Change:
        """Insert before ``offset``; everything behind moves."""
        if not data:
            return self._unchanged(Kind.INSERT, offset)
        self._check()
        self._check_place(offset)
        self._check_length(self.size + len(data))
        span = self._added.append(data)
        typed = ByteRange.of(offset, len(data)) if typing else None
        from bytescope.core.document.operations import Insert

        op = Insert(offset, span, typing, typing and self._merges(offset))
        name = f"Insert {sized(len(data))}"
        return self._edit(op, Kind.INSERT, name, [(offset, 0, [span])], offset, len(data), typed)

    def insert_fill(self, offset: int, length: int, pattern: Pattern, phase: Phase = Phase.START) -> Change:
        """Insert ``length`` bytes of a pattern before ``offset``."""
        if length <= 0:
            return self._unchanged(Kind.INSERT, offset)
        self._check()
        self._check_place(offset)
        self._check_length(self.size + length)
        from bytescope.core.document.patterns import describe, start_in

        span = Span(pattern, start_in(pattern, offset, phase), length)
        name = f"Insert {sized(length)} of {describe(pattern)}"
        from bytescope.core.document.operations import InsertFill

        op = InsertFill(offset, length, pattern, phase)
        return self._edit(op, Kind.INSERT, name, [(offset, 0, [span])], offset)

    def delete(self, range: ByteRange) -> Change:
        """Take ``range`` out; everything behind moves."""
        if not range:
            return self._unchanged(Kind.DELETE, range.start)
        self._check()
        self._check_range(range)
        self._check_length(self.size - range.length)
        name = f"Delete {sized(range.length)}"
        from bytescope.core.document.operations import Delete

        op = Delete(range)
        return self._edit(op, Kind.DELETE, name, [(range.start, range.length, [])], range.start)

    def copy_block(self, range: ByteRange, to: int) -> Change:
        """Insert a copy of ``range`` before offset ``to``."""
        if not range:
            return self._unchanged(Kind.INSERT, to)
        self._check()
        self._check_range(range)
        self._check_place(to)
        self._check_length(self.size + range.length)
        parts = self._copied(range)
        name = f"Insert a copy of {sized(range.length)}"
        from bytescope.core.document.operations import CopyBlock

        return self._edit(CopyBlock(range, to), Kind.INSERT, name, [(to, 0, parts)], to)

    def overwrite_block(self, range: ByteRange, to: int, *, ticket: Ticket | None = None) -> Change:
        """Overwrite from ``to`` with a copy of ``range``; past the end the document grows."""
        if not range or to == range.start:
            return self._unchanged(Kind.WRITE, to)
        self._check()
        self._check_range(range)
        self._check_place(to)
        self._check_length(max(self.size, to + range.length))
        splice = self._over(to, self._copied(range))
        name = f"Copy {sized(range.length)} over"
        from bytescope.core.document.operations import OverwriteBlock

        return self._edit(OverwriteBlock(range, to), Kind.WRITE, name, [splice], to)

    def move_block(self, range: ByteRange, to: int) -> Change:
        """Take ``range`` out and insert it before what stands at ``to`` now."""
        if not range or range.start <= to <= range.end:
            return self._unchanged(Kind.MOVE, to)
        self._check()
        self._check_range(range)
        self._check_place(to)
        at = to if to < range.start else to - range.length
        parts = self._table.parts(range)
        splices: list[Splice] = [(range.start, range.length, []), (at, 0, parts)]
        name = f"Move {sized(range.length)}"
        from bytescope.core.document.operations import MoveBlock

        return self._edit(MoveBlock(range, to), Kind.MOVE, name, splices, at)

    def resize(self, size: int, *, ticket: Ticket | None = None) -> Change:
        """Cut at ``size``, or grow to it with 00."""
        self._check()
        self._check_length(size)
        if size == self.size:
            return self._unchanged(Kind.RESIZE, min(self.size, size))
        grown = [Span(ZEROS, 0, size - self.size)] if size > self.size else []
        start = min(size, self.size)
        splice = (start, self.size - start, grown)
        from bytescope.core.document.operations import Resize

        op = Resize(size)
        return self._edit(op, Kind.RESIZE, f"Resize to {sized(size)}", [splice], start)

    def revert(self, range: ByteRange, *, ticket: Ticket | None = None) -> Change:
        """Put the base's own bytes back at the same offsets, where both have them."""
        self._check()
        end = min(range.end, self.size, self.base.size)
        within = ByteRange(min(range.start, end), end)
        if next(edited.byte_ranges(self._table.snapshot(), self.base, within), None) is None:
            raise RefusedError(
                "Nothing that can be reverted was changed here; select bytes that were edited."
            )
        own = Span(self.base, within.start, within.length)
        name = f"Revert {sized(within.length)}"
        from bytescope.core.document.operations import Revert

        op = Revert(within)
        return self._edit(op, Kind.REVERT, name, [(within.start, within.length, [own])], within.start)

    def replace_each(
        self, ranges: Iterable[ByteRange] | Places, data: bytes | Pieces, *, ticket: Ticket | None = None
    ) -> Change:
        """Replace each of ``ranges`` (sorted, disjoint) by ``data``, or by its own piece of it, as one step.

        The ticket counts them.
        """
        self._check()
        from bytescope.core.document.replacing import prepare

        return self.make(prepare(self.snapshot(), ranges, data, self.undo_budget, ticket))

    def transform(self, range: ByteRange, rule: Rule, *, ticket: Ticket | None = None) -> Change:
        """Apply an operation to the bytes of ``range``; the ticket counts those that are read."""
        self._check()
        self._check_range(range)
        from bytescope.core.document.transforming import prepare

        return self.make(prepare(self.snapshot(), range, rule, self.scratch, ticket))

    def make(self, step: Prepared, *, ticket: Ticket | None = None) -> Change:
        """Make a step that was worked out on a snapshot; RefusedError if it is not the newest any more."""
        self._check()
        if step.base is not self.base or step.generation != self.generation:
            raise RefusedError(CHANGED_MEANWHILE)
        if not step.splices:
            return self._unchanged(step.kind, step.caret)
        self._check_length(step.new_size)
        return self._edit(step.op, step.kind, step.name, step.splices, step.caret, step.cost)

    def undo(self, *, ticket: Ticket | None = None) -> Change:
        """Take the newest step back; its name and its ranges are in the change."""
        self._check()
        if not self.index:
            raise RefusedError("There is nothing to undo.")
        edits = [Edit(e.start, e.inserted, e.removed) for e in reversed(self._wanted(self.index - 1))]
        self._history.index -= 1
        from bytescope.core.document.operations import Undo

        return self._walk(Undo(), Kind.UNDO, edits, self._history.names[self.index])

    def redo(self, *, ticket: Ticket | None = None) -> Change:
        """Do the step again that was taken back last."""
        self._check()
        if self.index == len(self._history):
            raise RefusedError("There is nothing to redo.")
        edits = self._wanted(self.index)
        self._history.index += 1
        from bytescope.core.document.operations import Redo

        return self._walk(Redo(), Kind.REDO, edits, self._history.names[self.index - 1])

    # Saving

    def rebase(
        self, new_base: Source, written: Sequence[ByteRange], kept: KeptBytes | None, in_place: bool
    ) -> Change:
        """After a save: the document is ``new_base`` unchanged, and undo still shows the true old bytes.

        In place: ``written`` are the ranges of the old base that were overwritten; the history finds
        their old bytes in ``kept``. Steps that need bytes nobody kept are forgotten with all that lie
        behind them (``dropped_steps`` counts them). Else: the old base lives on in the history.
        ValueError if the sizes do not fit.
        """
        if new_base.size != self.size:
            raise ValueError(f"the saved file has {new_base.size} bytes, the document {self.size}")
        era = Era(new_base)
        if in_place:
            if self._era.end(era, written, kept):
                self._history.drop_lost()
        else:
            self._saved.clear()
        self._saved.add(written)
        self._era = era
        self._history.begin_era(era)
        self._history.saved_index = self.index
        self.base = new_base
        self._table = identity(new_base)
        self.end_typing()
        return self._changed(Kind.SAVE, merged(list(written)), self.size, "Save", 0)

    def repoint(self, written: Sequence[ByteRange], kept: KeptBytes | None) -> Change:
        """After a save in place that failed half-way: the document stays what it is, and unsaved.

        ``written`` are the ranges of the base that may have new bytes by now. What the document, or its
        history, has of their old bytes at other offsets comes from ``kept``; steps that need bytes nobody
        kept are forgotten. Saving again completes the save.
        """
        before = self._era
        era = Era(self.base)
        if before.end(era, written, kept):
            self._history.drop_lost()
        self._era = era
        self._history.begin_era(era)
        self._history.saved_index = None
        parts: list[Part] = []
        for at, span in self._table.spans(ByteRange(0, self.size)):
            moved = span.source is self.base and span.start != at
            parts.extend(before.resolve(span.start, span.length) if moved else [span])
        self._table = SpanTable(parts)
        self.end_typing()
        below = [item.intersect(ByteRange(0, self.size)) for item in written]
        return self._changed(Kind.OUTSIDE, merged(below), self.size, "Save", 0)

    # How an edit is made

    def _copied(self, range: ByteRange) -> list[Part]:
        """What is to stand at a second place as well."""
        parts = self._table.parts(range)
        if len(parts) > FEW_LEAVES and self._table.leaves + len(parts) > MOST_LEAVES:
            raise RefusedError("The document is in too many pieces to copy so many of them; save it first.")
        return parts

    def _over(self, start: int, parts: list[Part]) -> Splice:
        """The splice that overwrites from ``start``, which may lie past the end."""
        size = self._table.size
        if start > size:
            return size, 0, [Span(ZEROS, 0, start - size), *parts]
        length = parts[0].length if len(parts) == 1 else sum(part.length for part in parts)
        return start, min(length, size - start), parts

    def _edit(
        self,
        op: Operation | None,
        kind: Kind,
        name: str,
        splices: Sequence[Splice],
        caret: int,
        added: int = 0,
        typed: ByteRange | None = None,
    ) -> Change:
        """Make the splices one step of the history, or a part of the step that is being typed."""
        old_size = self.size
        edits = []
        places = []
        for start, length, parts in splices:
            edits.append(Edit(start, self._table.splice(start, length, parts), list(parts)))
            new_length = parts[0].length if len(parts) == 1 else sum(part.length for part in parts)
            places.append((start, length, new_length))
        if typed is not None and self._typing is not None and self._merges(typed.start):
            before = self._typing
            grown = typed.length if kind is Kind.INSERT else max(0, typed.end - before.end)
            self._typing = ByteRange(before.start, before.end + grown)
            name = f"Type {sized(self._typing.length)}"
            self._history.extend(name, edits, added)
        else:
            self._typing = typed
            if typed is not None:
                name = f"Type {sized(typed.length)}"
            self._history.push(name, edits, added)
        return self._changed(kind, reach(places, old_size), old_size, name, caret, op, places)

    def _wanted(self, step: int) -> list[Edit]:
        """The edits of a step; if it needs bytes that are lost, all steps that do are forgotten first."""
        edits = self._history.edits(step)
        for edit in edits:
            # Leaves that come out of the history whole are of the present era: nothing in them is lost.
            if any(isinstance(p, Span) and p.source is LOST for p in (*edit.removed, *edit.inserted)):
                self._history.drop_lost()
                raise RefusedError(
                    "The last save has overwritten bytes that this step needs, so it is no longer possible."
                )
        return edits

    def _walk(self, op: Operation, kind: Kind, edits: Sequence[Edit], name: str) -> Change:
        """Undo or redo: make the edits without a new step."""
        old_size = self.size
        places = [(e.start, e.old_length, e.new_length) for e in edits]
        for edit, (start, old, _) in zip(edits, places):
            self._table.splice(start, old, edit.inserted)
        ranges = list(reach(places, old_size))
        if self.index == self.saved_index:
            # What is there now are the base's bytes, though perhaps by way of spans of older steps.
            firsts, ends = edited.page_runs(
                self._table.snapshot(), self.base, PageRange(0, page_count(self.size))
            )
            marks = [PageRange(first, end).bytes(self.size) for first, end in zip(firsts, ends)]
            ranges = merged(ranges + marks) if marks else ranges
            self._table = identity(self.base)
        self.end_typing()
        caret = min((e.start for e in edits), default=0)
        return self._changed(kind, ranges, old_size, name, caret, op, places)

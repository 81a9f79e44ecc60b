"""A document whose edits are stored in the file at once, and which keeps what they overwrote, for undo."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NoReturn

from bytescope.core.change import Change, Kind
from bytescope.core.document import edited
from bytescope.core.document.added import AddedBytes
from bytescope.core.document.document import CHANGED_MEANWHILE, identity
from bytescope.core.document.edited import PageRuns
from bytescope.core.document.era import LOST
from bytescope.core.document.history import Edit
from bytescope.core.document.patterns import Pattern, Phase, describe, start_in
from bytescope.core.document.runs import PageSet
from bytescope.core.document.snapshot import Snapshot
from bytescope.core.document.spans import Frozen, Part, Span, SpanTable
from bytescope.core.document.steps import ZEROS, Stepped, reach, sized
from bytescope.core.document.storing import LiveSource, apply, overlaid, taken
from bytescope.core.errors import BytescopeError, Cancelled, RefusedError, UndoBudgetError
from bytescope.core.ranges import ByteRange, PageRange
from bytescope.core.source.base import Source
from bytescope.core.ticket import Ticket

if TYPE_CHECKING:
    from bytescope.core.document.places import Pieces, Places
    from bytescope.core.document.prepared import Prepared
    from bytescope.core.document.transforms import Rule

LIVE_BUDGET = 256 << 20
"""Bytes of overwritten content kept for undo."""


class LiveSnapshot(Snapshot):
    """The live bytes, with those marked as edited that were stored since the last flush."""

    __slots__ = ("_marks",)

    def __init__(self, table: Frozen, base: Source, generation: int, marks: Frozen) -> None:
        super().__init__(table, base, generation)
        self._marks = marks

    def edited(self, within: ByteRange) -> Iterator[ByteRange]:
        return edited.byte_ranges(self._marks, self._base, within)


class LiveMarked(Stepped):
    """A source that takes stores, and the questions what of it is not flushed."""

    base: LiveSource

    def __init__(self, base: LiveSource, *, added_budget: int = LIVE_BUDGET) -> None:
        super().__init__(base, added_budget)
        self._size = base.size
        self._original = identity(base)  # the bytes at the last flush, where they are known
        self._added = AddedBytes()
        self._saved = PageSet()
        self._view: LiveSnapshot | None = None

    @property
    def size(self) -> int:
        return self._size

    def snapshot(self) -> LiveSnapshot:
        """A view of the live bytes: what other programs and later edits store is seen through it."""
        view = self._view
        if view is None or view.generation != self.generation:
            table = SpanTable([Span(self.base, 0, self._size)])
            view = LiveSnapshot(table.snapshot(), self.base, self.generation, self._original.snapshot())
            self._view = view
        return view

    def edited_runs(self, pages: PageRange) -> PageRuns:
        """Runs of pages that were stored to since the last flush."""
        return edited.page_runs(self._original.snapshot(), self.base, pages)

    def saved_runs(self, pages: PageRange) -> PageRuns:
        """Runs of pages that were flushed in this session."""
        return self._saved.runs(pages)

    def next_edited(self, page: int) -> int | None:
        return edited.next_page(self._original.snapshot(), self.base, page)

    def previous_edited(self, page: int) -> int | None:
        return edited.previous_page(self._original.snapshot(), self.base, page)

    def edited_ranges(self) -> Iterator[ByteRange]:
        return edited.byte_ranges(self._original.snapshot(), self.base, ByteRange(0, self._size))

    @property
    def edited_bytes(self) -> int:
        return edited.totals(self._original.snapshot(), self.base)[0]

    @property
    def moved_bytes(self) -> int:
        return 0

    @property
    def length_changed(self) -> bool:
        """Never: the file has the length already."""
        return False


class LiveDocument(LiveMarked):
    """The same face as ``Document``, over a source in Live access. "Edited" means: not flushed yet.

    An edit reads what it is going to overwrite, then stores in chunks. A ticket counts both and stops
    it; a stop or an error half-way puts the old bytes back. Where the old bytes would exceed the
    budget the edit is refused, unless ``no_undo`` is given: then the whole history is forgotten.

    Edits may run in another thread than the questions (``size``, ``snapshot()``, ``edited_runs()`` …),
    but only one at a time.
    """

    def mark_flushed(self) -> None:
        """The file's bytes are on the medium: edited pages become saved ones. Undo goes on as before."""
        self._saved.add(self.edited_ranges())
        self._original = identity(self.base)
        self._history.saved_index = self.index
        self.end_typing()
        self.generation += 1

    # Edits

    def write(
        self,
        offset: int,
        data: bytes,
        *,
        typing: bool = False,
        ticket: Ticket | None = None,
        no_undo: bool = False,
    ) -> Change:
        """Store ``data`` at ``offset``; past the end the file grows first."""
        if not data:
            return self._unchanged(Kind.WRITE, offset)
        self._check()
        span = self._added.append(data)
        typed = ByteRange.of(offset, len(data)) if typing else None
        name = f"Write {sized(len(data))}"
        return self._edit(Kind.WRITE, name, offset, [span], ticket, no_undo, len(data), typed)

    def fill(
        self,
        range: ByteRange,
        pattern: Pattern,
        phase: Phase = Phase.START,
        *,
        ticket: Ticket | None = None,
        no_undo: bool = False,
    ) -> Change:
        """Store a pattern over ``range``, chunk by chunk."""
        if not range:
            return self._unchanged(Kind.FILL, range.start)
        self._check()
        self._check_pattern(pattern)
        span = Span(pattern, start_in(pattern, range.start, phase), range.length)
        name = f"Fill {sized(range.length)} with {describe(pattern)}"
        return self._edit(Kind.FILL, name, range.start, [span], ticket, no_undo)

    def overwrite_block(
        self, range: ByteRange, to: int, *, ticket: Ticket | None = None, no_undo: bool = False
    ) -> Change:
        """Store a copy of ``range`` from ``to`` on; it is read whole first, so it must fit the budget."""
        if not range or to == range.start:
            return self._unchanged(Kind.WRITE, to)
        self._check()
        self._check_range(range)
        self._check_place(to)
        if ticket is not None:
            ticket.total += range.length
        copy = taken(self.base, range, self._history.budget, self._added, ticket)
        if copy is None:
            raise RefusedError(
                f"The block has more than the {sized(self._history.budget)} that are kept in memory; "
                "copy a smaller one."
            )
        parts, cost = copy
        return self._edit(Kind.WRITE, f"Copy {sized(range.length)} over", to, parts, ticket, no_undo, cost)

    def resize(self, size: int, *, ticket: Ticket | None = None, no_undo: bool = False) -> Change:
        """Cut the file at ``size``, keeping what is cut off for undo, or grow it by a hole."""
        self._check()
        if size == self._size:
            return self._unchanged(Kind.RESIZE, size)
        start = min(size, self._size)
        grown: list[Part] = [Span(ZEROS, 0, size - start)] if size > start else []
        return self._edit(Kind.RESIZE, f"Resize to {sized(size)}", start, grown, ticket, no_undo)

    def revert(self, range: ByteRange, *, ticket: Ticket | None = None) -> Change:
        """Store the bytes of the last flush again, where the file had them and they were kept."""
        self._check()
        table = self._original.snapshot()
        end = min(range.end, self._size)
        changed = list(edited.byte_ranges(table, self.base, ByteRange(min(range.start, end), end)))
        if not changed:
            raise RefusedError("Nothing was stored here since the last flush; select bytes that were edited.")
        total = sum(item.length for item in changed)
        if ticket is not None:
            ticket.total += 2 * total
        edits: list[Edit] = []
        cost = 0
        for item in changed:
            parts: list[Part] = [span for _, span in table.spans(item.start, item.end)]
            if any(isinstance(part, Span) and part.source is LOST for part in parts):
                raise RefusedError(
                    "The bytes of the last flush were not kept here; select other bytes, or undo."
                )
            before = taken(self.base, item, self._history.budget - cost, self._added, ticket)
            if before is None:
                raise self._too_much()
            edits.append(Edit(item.start, before[0], parts))
            cost += before[1]
        self._store(edits, ticket)
        name = f"Revert {sized(total)}"
        self._remember(name, edits, cost, None)
        return self._changed(Kind.REVERT, changed, self._size, name, changed[0].start)

    def undo(self, *, ticket: Ticket | None = None) -> Change:
        """Store what the newest step overwrote."""
        self._check()
        if not self.index:
            raise RefusedError("There is nothing to undo.")
        edits = [Edit(e.start, e.inserted, e.removed) for e in reversed(self._history.edits(self.index - 1))]
        return self._walk(Kind.UNDO, edits, self._history.names[self.index - 1], -1, ticket)

    def redo(self, *, ticket: Ticket | None = None) -> Change:
        """Store again what the step stored that was taken back last."""
        self._check()
        if self.index == len(self._history):
            raise RefusedError("There is nothing to redo.")
        edits = self._history.edits(self.index)
        return self._walk(Kind.REDO, edits, self._history.names[self.index], 1, ticket)

    def replace_each(
        self,
        ranges: Iterable[ByteRange] | Places,
        data: bytes | Pieces,
        *,
        ticket: Ticket | None = None,
        no_undo: bool = False,
    ) -> Change:
        """Store ``data``, or its own piece of it, over each of ``ranges`` (sorted, disjoint), which must be
        of its length.
        """
        self._check()
        from bytescope.core.document.places import Places
        from bytescope.core.document.replacing import prepare
        from bytescope.core.document.storing_each import Exchange

        places = Places.of(ranges)
        if not places.all_of(len(data)) if isinstance(data, bytes) else not data.fit(places):
            raise RefusedError(
                "Live access cannot change the length of the file: replace by as many bytes as each hit has."
            )
        step = prepare(self.snapshot(), places, data, self.undo_budget, ticket)
        if not step.splices:
            return self._unchanged(step.kind, step.caret)
        exchange = Exchange(self.base, places, step, ticket)
        edits = exchange.kept(self._history.budget, self._added)
        if edits is None and not no_undo:
            raise self._too_much()
        if edits is None:
            for edit in exchange.for_good():
                self._store_for_good(edit, ticket)
        else:
            self._store(edits, ticket)
            self._remember(step.name, edits, exchange.cost, None)
        where = [(start, length, length) for start, length, _ in step.splices]
        return self._changed(step.kind, reach(where, self._size), self._size, step.name, step.caret)

    def transform(
        self, range: ByteRange, rule: Rule, *, ticket: Ticket | None = None, no_undo: bool = False
    ) -> Change:
        """Store what an operation makes of ``range``; it is worked out whole first."""
        self._check()
        self._check_range(range)
        if rule.operand is not None:
            self._check_pattern(rule.operand)
        from bytescope.core.document.transforming import prepare

        step = prepare(self.snapshot(), range, rule, self.scratch, ticket, copied=True)
        if not step.splices:
            return self._unchanged(step.kind, step.caret)
        parts = list(step.splices[0][2])
        return self._edit(step.kind, step.name, range.start, parts, ticket, no_undo, step.cost)

    def make(self, step: Prepared, *, ticket: Ticket | None = None) -> Change:
        """RefusedError: such a step was worked out before the document was opened in Live access."""
        raise RefusedError(CHANGED_MEANWHILE)

    # What Live access cannot do

    def insert(
        self, offset: int, data: bytes, *, typing: bool = False, ticket: Ticket | None = None
    ) -> Change:
        """RefusedError: a file takes no bytes in between."""
        self._refuse("insert")

    def insert_fill(
        self,
        offset: int,
        length: int,
        pattern: Pattern,
        phase: Phase = Phase.START,
        *,
        ticket: Ticket | None = None,
    ) -> Change:
        """RefusedError."""
        self._refuse("insert")

    def copy_block(self, range: ByteRange, to: int, *, ticket: Ticket | None = None) -> Change:
        """RefusedError."""
        self._refuse("insert")

    def delete(self, range: ByteRange, *, ticket: Ticket | None = None) -> Change:
        """RefusedError."""
        self._refuse("delete")

    def move_block(self, range: ByteRange, to: int, *, ticket: Ticket | None = None) -> Change:
        """RefusedError."""
        self._refuse("move")

    def rebase(self, new_base: Source, written: Sequence[ByteRange], kept: object, in_place: bool) -> Change:
        """RefusedError: what is stored needs no save, only a flush and ``mark_flushed``."""
        raise RefusedError(
            "Live access stores each edit at once, so there is nothing to save; flush instead."
        )

    def _refuse(self, what: str) -> NoReturn:
        raise RefusedError(f"Live access cannot {what} bytes; open the file in Edit access for that.")

    # How an edit is made

    def _edit(
        self,
        kind: Kind,
        name: str,
        start: int,
        parts: list[Part],
        ticket: Ticket | None,
        no_undo: bool,
        cost: int = 0,
        typed: ByteRange | None = None,
    ) -> Change:
        """Store ``parts`` from ``start`` on as one step, or as a part of the step that is being typed."""
        old_size, caret = self._size, start
        if start > old_size:
            parts, start = [Span(ZEROS, 0, start - old_size), *parts], old_size
        new = sum(part.length for part in parts)
        old = old_size - start if kind is Kind.RESIZE else min(new, old_size - start)
        self._check_length(old_size - old + new)
        if ticket is not None:
            ticket.total += old + new
        before = taken(self.base, ByteRange.of(start, old), self._history.budget, self._added, ticket)
        if before is None and not no_undo:
            raise self._too_much()
        if before is None:
            if ticket is not None:
                ticket.total = ticket.done + new
            self._store_for_good(Edit(start, [Span(LOST, 0, old)], parts), ticket)
        else:
            kept, kept_cost = before
            edits = [Edit(start, kept, parts)]
            self._store(edits, ticket)
            self._remember(name, edits, cost + kept_cost, typed)
        return self._changed(kind, reach([(start, old, new)], old_size), old_size, name, caret)

    def _too_much(self) -> UndoBudgetError:
        return UndoBudgetError(
            f"What this overwrites exceeds the {sized(self._history.budget)} kept for undo; "
            "choose a smaller range, or do it without undo."
        )

    def _remember(self, name: str, edits: Sequence[Edit], cost: int, typed: ByteRange | None) -> None:
        dropped = self._history.dropped
        if typed is not None and self._typing is not None and self._merges(typed.start):
            self._typing = ByteRange(self._typing.start, max(self._typing.end, typed.end))
            self._history.extend(f"Type {sized(self._typing.length)}", edits, cost)
        else:
            self._typing = typed
            self._history.push(name if typed is None else f"Type {sized(typed.length)}", edits, cost)
        if self._history.dropped != dropped:
            self._lose_original()  # it holds the same old bytes, which are over the budget now

    def _walk(self, kind: Kind, edits: Sequence[Edit], name: str, by: int, ticket: Ticket | None) -> Change:
        """Undo or redo."""
        old_size = self._size
        places = [(e.start, e.old_length, e.new_length) for e in edits]
        if ticket is not None:
            ticket.total += sum(new for _, _, new in places)
        self._store(edits, ticket)
        self._history.index += by
        self.end_typing()
        caret = min((e.start for e in edits), default=0)
        return self._changed(kind, reach(places, old_size), old_size, name, caret)

    def _store(self, edits: Sequence[Edit], ticket: Ticket | None) -> None:
        """All of the edits or, after an error or a stop, none."""
        done: list[Edit] = []
        try:
            for edit in edits:
                apply(self.base, edit, ticket, restore=True)
                done.append(edit)
        except (BytescopeError, Cancelled):
            for edit in reversed(done):
                apply(self.base, Edit(edit.start, edit.inserted, edit.removed), None, restore=True)
            raise
        finally:
            self._size = self.base.size
        for edit in edits:
            self._note(edit)

    def _store_for_good(self, edit: Edit, ticket: Ticket | None) -> None:
        """Store without keeping what was there: no earlier state can be reached afterwards."""
        try:
            apply(self.base, edit, ticket, restore=False)
        finally:
            self._size = self.base.size
            self._note(edit)
            self._history.clear()
            self._history.saved_index = None
            self._typing = None
            self._lose_original()
            self.generation += 1

    def _note(self, edit: Edit) -> None:
        """Keep the old bytes of places that were not stored to since the last flush."""
        common = max(0, min(edit.old_length, edit.new_length, self._original.size - edit.start))
        known = self._original.spans(ByteRange.of(edit.start, common))
        parts = list(overlaid(self.base, known, edit.start, edit.removed))
        if parts:
            self._original.splice(edit.start, common, parts)
        end = edit.start + common
        if self._original.size > self._size:
            self._original.splice(self._size, self._original.size - self._size, [])
        elif self._original.size < self._size:
            self._original.splice(end, self._original.size - end, [Span(LOST, end, self._size - end)])

    def _lose_original(self) -> None:
        for item in list(self.edited_ranges()):
            self._original.splice(item.start, item.length, [Span(LOST, item.start, item.length)])

"""One open document at work: wishes of the views become edits, changes become one signal."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from bytescope.core.change import Change, Kind
from bytescope.core.document.phase import Phase
from bytescope.core.errors import BytescopeError, Cancelled, UndoBudgetError
from bytescope.core.ranges import PAGESIZE, ByteRange, page_count
from bytescope.core.source.access import Access
from bytescope.core.source.base import Reading
from bytescope.core.source.file import FileSource
from bytescope.session.byte_cache import ByteCache
from bytescope.session.selection import Caret
from bytescope.session.survey.surveyor import Surveyor
from bytescope.session.view_state import ViewState
from bytescope.session.wording import tr

if TYPE_CHECKING:
    from pathlib import Path

    from bytescope.core.document.document import Document
    from bytescope.core.document.live import LiveDocument
    from bytescope.core.document.patterns import Pattern
    from bytescope.core.document.places import Pieces, Places
    from bytescope.core.document.prepared import Prepared
    from bytescope.core.document.transforms import Rule
    from bytescope.core.pages.facts import FactStore
    from bytescope.core.source.base import Source
    from bytescope.core.text.names import Names
    from bytescope.core.ticket import Ticket
    from bytescope.core.touched.durability import Stored
    from bytescope.session.highlights import Highlights
    from bytescope.session.jobs import Jobs
    from bytescope.session.states.layers import Layers
    from bytescope.session.storage.durability import Following
    from bytescope.session.storage.edit_log import EditLog

    AnyDocument = Document | LiveDocument
    Then = Callable[[Change], None]


class Session(Caret):
    """A document with everything that its views share: selection, look, bytes at hand, page facts.

    Wishes never raise for what a person can do wrong: they ``told`` the sentence and return False.
    """

    changed = Signal(object)
    facts_changed = Signal()
    view_changed = Signal()
    bytes_arrived = Signal()
    durability_changed = Signal()  # how much of what was stored is on the medium: ``durable`` and its words
    highlighted = Signal()  # other bytes have a name and a colour now, or are hits of a search
    asked = Signal(str, str, object)
    """A wish that needs a word first: a sentence, the verb of the way round, and what does it."""

    def __init__(self, document: AnyDocument, name: str, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.jobs = jobs
        self.name = name
        self.document: AnyDocument = document
        self.view = ViewState()
        self.bytes = ByteCache(jobs, self)
        self.survey = Surveyor(jobs, self)
        self.survey.facts_changed.connect(self.facts_changed)
        self.bytes.arrived.connect(self.bytes_arrived)
        self.private_folder: Path | None = None
        self.edit_log: EditLog | None = None
        self.durable: Stored | None = None
        self.durable_words = ""
        self.store_lane = f"store {id(self)}"  # of flushes too: they wait for the stores before them
        self.ours_elsewhere: Callable[[], bool] = bool
        self._show(document)

    # -- what it is ---------------------------------------------------------------------------

    @property
    def source(self) -> Source:
        """The bytes under the document: a file, memory."""
        return self.document.base

    @property
    def file(self) -> FileSource | None:
        """The file under the document; None for a document in memory."""
        return self.source if isinstance(self.source, FileSource) else None

    @property
    def access(self) -> Access:
        return self.file.access if self.file is not None else Access.MEMORY

    @property
    def live(self) -> bool:
        """Whether edits are stored in the file at once."""
        return self.access is Access.LIVE

    @property
    def size(self) -> int:
        return self.document.size

    @property
    def page_count(self) -> int:
        return page_count(self.document.size)

    @property
    def facts(self) -> FactStore | None:
        """What is known of the pages; None until the survey was started."""
        return self.survey.facts

    @property
    def title(self) -> str:
        """The name with what a person must know of the state: edited, window, access."""
        marks = []
        if self.file is not None and self.file.windowed:
            marks.append(tr("window at 0x{window_start:X}", window_start=self.file.window_start))
        if self.access is not Access.EDIT or self.document.read_only:
            marks.append(tr("read only") if self.document.read_only else self.access.value)
        elif self.file is not None and self.file.read_only:
            marks.append(tr("write-protected"))
        state = f" ({', '.join(marks)})" if marks else ""
        return f"{self.name}{'*' if self.document.modified else ''}{state}"

    @property
    def writing(self) -> bool:
        """Whether we are changing the file: what is seen of it meanwhile is nobody else's doing."""
        return self.document.locked or self.jobs.has(tr("Store in {name}", name=self.name), self)

    def names(self) -> Names:
        """The values of ``size``, ``start``, ``cursor`` … where a number is typed."""
        from bytescope.core.text.names import Names

        picked = self.selection.range
        return Names(
            size=self.size,
            start=picked.start if picked else self.selection.caret,
            end=picked.end if picked else self.selection.caret,
            page=self.selection.caret // PAGESIZE,
            sel=picked.length,
            cursor=self.selection.caret,
        )

    def target(self) -> ByteRange:
        """What Fill and Revert act on: the selection, else the page under the caret."""
        if self.selection.range:
            return self.selection.range
        return self.current_page()

    def current_page(self) -> ByteRange:
        """The bytes of the page under the caret (of the last page when the caret is behind the end)."""
        first = max(0, min(self.selection.caret, self.size - 1)) // PAGESIZE * PAGESIZE
        return ByteRange(min(first, self.size), min(first + PAGESIZE, self.size))

    # -- edits --------------------------------------------------------------------------------

    def write(self, offset: int, data: bytes, typing: bool = False) -> bool:
        return self._edit(partial(self.document.write, offset, data, typing=typing))

    def type_insert(self, offset: int, data: bytes) -> bool:
        return self._edit(partial(self.document.insert, offset, data, typing=True))

    def insert(self, offset: int, data: bytes) -> bool:
        return self._edit(partial(self.document.insert, offset, data))

    def delete(self, range_: ByteRange) -> bool:
        return self._edit(partial(self.document.delete, range_))

    def fill(
        self, range_: ByteRange, pattern: Pattern, phase: Phase = Phase.START, insert: bool = False
    ) -> bool:
        _use(pattern, self)
        if insert:
            return self._edit(partial(self.document.insert_fill, range_.start, range_.length, pattern, phase))
        return self._edit(partial(self.document.fill, range_, pattern, phase))

    def copy_block(self, range_: ByteRange, to: int) -> bool:
        return self._edit(partial(self.document.copy_block, range_, to))

    def move_block(self, range_: ByteRange, to: int) -> bool:
        return self._edit(partial(self.document.move_block, range_, to))

    def resize(self, size: int) -> bool:
        return self._edit(partial(self.document.resize, size))

    def revert(self, range_: ByteRange) -> bool:
        return self._edit(partial(self.document.revert, range_))

    def replace_each(
        self, ranges: Iterable[ByteRange] | Places, data: bytes | Pieces, then: Then | None = None
    ) -> None:
        """Replace each of the sorted, disjoint ``ranges`` (see ``prepare``) in a job; ``then`` at its end."""
        from bytescope.core.document.replacing import prepare

        if self.live:
            self._edit(partial(self.document.replace_each, ranges, data), then=then)
            return
        work = partial(prepare, self.document.snapshot(), ranges, data, self.document.undo_budget)
        self.make_in_job(tr("Replace in {name}", name=self.name), work, then)

    def transform(self, range_: ByteRange, rule: Rule) -> None:
        """Apply an operation to the bytes of ``range_``, in a job."""
        from bytescope.core.document.transforming import prepare

        if self.private_folder is not None:
            self.document.scratch = bytes(self.private_folder)
        if self.live:
            self._edit(partial(self.document.transform, range_, rule))
            return
        work = partial(prepare, self.document.snapshot(), range_, rule, self.document.scratch)
        self.make_in_job(tr("Operation in {name}", name=self.name), work)

    def make_in_job(self, note: str, work: Callable[[Ticket], Prepared], then: Then | None = None) -> None:
        """Work a step out in a job, then make it at once, if the document is still what it was."""
        made = partial(self._make, then)
        self.jobs.run(note, work, made, self.fail, lane=self.store_lane, shown=True, of=self)

    def _make(self, then: Then | None, step: Prepared) -> None:
        self._edit(partial(self.document.make, step), then=then)

    def adopt(self, operation: Callable[..., Change]) -> bool:
        """Make a step that was worked out elsewhere; it takes a ticket, and the caret goes there."""
        return self._edit(operation, show=True)

    def undo(self) -> bool:
        return self._edit(self.document.undo, show=True)

    def redo(self) -> bool:
        return self._edit(self.document.redo, show=True)

    def _edit(
        self, operation: Callable[..., Change], *, show: bool = False, then: Then | None = None
    ) -> bool:
        """Do an edit: at once on spans, in a job where it is stored in the file."""
        took = partial(self._done, show, then)
        if self.live:
            self._store(operation, took)
            return True
        try:
            change = operation()
        except BytescopeError as error:
            self.told.emit("error", str(error))
            return False
        took(change)
        return True

    def _store(self, operation: Callable[..., Change], took: Callable[[Change], None]) -> None:
        """Do an edit of a live document in its own lane: stores keep the order of the wishes."""
        self.survey.hold()
        self.jobs.run(
            tr("Store in {name}", name=self.name),
            partial(_with_ticket, operation),
            partial(self._stored, took),
            partial(self._store_failed, operation, took),
            lane=self.store_lane,
            shown=True,
            queued=True,
            of=self,
        )

    def _stored(self, took: Callable[[Change], None], change: Change) -> None:
        took(change)
        self.survey.let_go()

    def _store_failed(
        self, operation: Callable[..., Change], took: Callable[[Change], None], error: Exception
    ) -> None:
        self.survey.let_go()
        if isinstance(error, UndoBudgetError):
            again = partial(self._store, partial(operation, no_undo=True), took)
            self.asked.emit(str(error), tr("Do It without Undo"), again)
        else:
            self.fail(error)

    def _done(self, show: bool, then: Then | None, change: Change) -> None:
        self.took(change)
        if show:
            self.set_caret(min(change.caret, self.size))
        if then is not None:
            then(change)

    def took(self, change: Change) -> None:
        """Tell everybody what changed: the one place that turns a ``Change`` into a signal."""
        if self.live and self.file is not None and change.kind is not Kind.OUTSIDE:
            self._reread(self.file, change)
        elif change.kind is Kind.SAVE:
            self.forget_file()
        self.bytes.snapshot = self.document.snapshot()
        self.survey.took(change, self.bytes.snapshot, stored=self.live)
        if self.live and change.kind not in (Kind.OUTSIDE, Kind.SAVE):
            self.following.stored()
        before = self.selection
        self.selection = self.selection.clamped(self.size)
        self.changed.emit(change)
        if self.selection != before:
            self.selected.emit()

    @cached_property
    def layers(self) -> Layers:
        """The state layers of the map; made when they are first asked for, after the first bytes."""
        from bytescope.session.states.layers import Layers

        return Layers(self)

    @cached_property
    def highlights(self) -> Highlights:
        """What colours bytes in the hex panel beside their state; made by the first who does."""
        from bytescope.session.highlights import Highlights

        return Highlights(self.highlighted.emit)

    @cached_property
    def following(self) -> Following:
        """Made with the first save or live store."""
        from bytescope.session.storage.durability import Following

        return Following(self)

    def show_durable(self, stored: Stored | None, words: str) -> None:
        """Where the stored pages are now; None when there is nothing to be said."""
        self.durable, self.durable_words = stored, words
        self.durability_changed.emit()

    def stop(self) -> None:
        """For good: the document is being closed."""
        self.survey.stop()
        self.jobs.end_lane(self.store_lane)
        if "following" in vars(self):
            self.following.stop()
        if "layers" in vars(self):
            self.layers.ended.emit()

    def forget_file(self) -> None:
        """The file was written: what was read of it before is no longer what it holds."""
        if self.file is not None:
            self.bytes.forget(self.file)

    def _reread(self, file: FileSource, change: Change) -> None:
        """The file's own bytes changed: fetch them again, showing the old ones until they are here."""
        if change.moved:
            self.bytes.forget(file)
            return
        for range_ in change.ranges:
            self.bytes.refetch(file, range_, sure=True)

    def fail(self, error: Exception) -> None:
        """Say an error of a job; one that is not ours is a defect and goes to the exception hook."""
        if isinstance(error, BytescopeError):
            self.told.emit("error", str(error))
        elif not isinstance(error, Cancelled):
            raise error

    def invalidate(self, ranges: tuple[ByteRange, ...]) -> None:
        """Somebody else changed these bytes of the source: read them again."""
        for range_ in ranges if self.file is not None else ():
            self.bytes.refetch(self.source, range_, sure=True)
        clipped = tuple(r for r in (item.intersect(ByteRange(0, self.size)) for item in ranges) if r)
        self.took(Change(Kind.OUTSIDE, clipped, self.document.generation, self.size, self.size))

    def replace_document(self, document: AnyDocument, name: str | None = None) -> None:
        """Show another document in place of this one (Reload, Save As)."""
        old_size = self.size
        self.document = document
        self.name = name or self.name
        self.bytes.forget()
        self._show(document)
        self.selection = self.selection.clamped(self.size)
        everything = (ByteRange(0, max(old_size, self.size)),)
        self.changed.emit(Change(Kind.RELOAD, everything, document.generation, old_size, self.size))
        self.selected.emit()

    def _show(self, document: AnyDocument) -> None:
        file = self.file
        self.survey.of_file = file is not None and not file.snapshot
        self.bytes.snapshot = document.snapshot()
        self.survey.restart(self.bytes.snapshot)

    # -- reading for views --------------------------------------------------------------------

    def read_job(self, range_: ByteRange, then: Callable[[Reading], None], note: str = "Read") -> None:
        """Read any number of bytes in a job and hand them to ``then`` in the main thread."""
        snapshot = self.document.snapshot()
        self.jobs.run(note, partial(_read_all, snapshot, range_), then, self.fail, shown=True, of=self)

    # -- look ---------------------------------------------------------------------------------

    def set_view(self, **changes: Any) -> None:
        """Change the look; told once."""
        view = self.view._replace(**changes)
        if view != self.view:
            self.view = view
            self._select(self.selection._replace(digit=0))  # in another form the cell has others
            self.view_changed.emit()


def _with_ticket(operation: Callable[..., Change], ticket: Ticket) -> Change:
    return operation(ticket=ticket)


def _read_all(snapshot: Any, range_: ByteRange, ticket: Ticket) -> Reading:
    """The bytes of ``range_`` in steps, so that Cancel and progress work."""
    ticket.total = range_.length
    parts: list[bytes] = []
    lost: list[Any] = []
    for piece in range_.chunks(8 << 20):
        got = snapshot.read(piece.start, piece.length)
        parts.append(got.data)
        lost += got.lost
        ticket.advance(piece.length)
    return Reading(b"".join(parts), tuple(lost))


def _use(pattern: Pattern, session: Session) -> None:
    """The bytes of another file are to stay what they are."""
    if hasattr(pattern, "needs_io"):
        from bytescope.session.storage.lending import lending_of

        lending_of(session.jobs).use(pattern, session)

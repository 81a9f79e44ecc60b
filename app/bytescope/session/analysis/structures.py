"""The structure that lies over a document: placed in a job, kept true through edits, coloured."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal

from bytescope.core.change import Change, Kind
from bytescope.core.errors import BytescopeError, InputError
from bytescope.core.geometry.hex_frame import INKS, Highlight
from bytescope.core.inspect.kind import Order
from bytescope.core.ranges import ByteRange
from bytescope.core.structs.parser import Definition, parse
from bytescope.core.structs.placed import Laid, Placed
from bytescope.core.structs.placing import lay, leaves
from bytescope.core.structs.source import reader_of
from bytescope.core.structs.telling import Form, told
from bytescope.core.ticket import Ticket
from bytescope.session.wording import tr

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bytescope.core.document.snapshot import Snapshot
    from bytescope.session.session import Session

MOST_INKED = 4096
"""Fields that are coloured in one picture."""


class _Found(NamedTuple):
    """What a job made of a wish; ``definition`` is that of ``text``."""

    text: str
    definition: Definition
    laid: Laid


class Wish(NamedTuple):
    """Which structure is to be laid where. ``name`` "": the last of the definition; ``times`` 0: one."""

    text: str
    name: str
    offset: int
    order: Order
    times: int = 0


def structures_of(session: Session) -> Structures:
    """The structure over the document of ``session``; made when first asked for."""
    found = session.findChild(Structures)
    return found if isinstance(found, Structures) else Structures(session)


class Structures(QObject):
    """``laid_changed``: ``laid`` (None where nothing is) is another; ``failed`` has a sentence."""

    laid_changed = Signal()
    failed = Signal(str)
    exported = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.session = session
        self.wish: Wish | None = None
        self.laid: Laid | None = None
        self._order: Order | None = None
        self._known: tuple[str, Definition] | None = None
        self._seen: tuple[ByteRange, tuple[Highlight, ...]] | None = None
        session.changed.connect(self._on_changed)

    @property
    def _job(self) -> str:
        return f"structure {id(self)}"

    def lay(self, wish: Wish) -> None:
        """Lay a structure over the document in place of the one that is there.

        In a job; at once where the definition is known and no byte has to be read.
        """
        self.wish = wish
        known = self._known[1] if self._known is not None and self._known[0] == wish.text else None
        work = partial(_lay, wish, known, self.session.document.snapshot())
        if known is not None and _is_fixed(known, wish):
            self.session.jobs.cancel(self._job)
            try:
                self._on_laid(work(Ticket()))
            except InputError as error:
                self._on_failed(error)
            return
        self.session.jobs.run(self._job, work, self._on_laid, self._on_failed, lane="structure")

    def clear(self) -> None:
        """Lay nothing over it any more."""
        self.session.jobs.cancel(self._job)
        self.wish = None
        self._take(None)

    def export(self, form: Form, path: str) -> None:
        """Write all fields to a file in a job; ``exported`` tells what came of it."""
        if self.laid is None or self.wish is None:
            return
        session = self.session
        shown = (session.file.path,) if session.file is not None else ()
        work = partial(_export, self.laid, form, self.wish.order, session.document.snapshot(), path, shown)
        self.session.jobs.run(
            tr("Export structure"),
            work,
            self._on_exported,
            self._on_failed,
            lane="structure",
            shown=True,
            queued=True,
        )

    # -- inside -------------------------------------------------------------------------------

    def _on_laid(self, found: _Found) -> None:
        self._known = (found.text, found.definition)
        self._take(found.laid)

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, BytescopeError):
            self.failed.emit(str(error))
        else:
            self.session.fail(error)

    def _on_exported(self, sentence: str) -> None:
        self.exported.emit(sentence)

    def _take(self, laid: Laid | None) -> None:
        order = self.wish.order if self.wish is not None else None
        if (laid, order) == (self.laid, self._order):
            return
        self.laid, self._order = laid, order
        self._seen = None
        self.session.highlights.answer_by("structures", None if laid is None else self._inked)
        self.laid_changed.emit()

    def _inked(self, range_: ByteRange) -> tuple[Highlight, ...]:
        """The fields in ``range_``; the last answer is kept, as most pictures are of the same rows."""
        if self._seen is None or self._seen[0] != range_:
            assert self.laid is not None
            self._seen = (range_, tuple(_highlights(self.laid.root, range_)))
        return self._seen[1]

    def _on_changed(self, change: Change) -> None:
        """The place follows what was inserted or deleted before it; sizes may depend on what was written."""
        if self.wish is None or change.kind is Kind.SAVE:
            return
        offset = self.wish.offset
        for start, old, new in change.splices:
            if start + old <= offset and old != new:
                offset += new - old
        self.lay(self.wish._replace(offset=max(0, offset)))


def _highlights(root: Placed, within: ByteRange) -> Iterator[Highlight]:
    for number, (path, placed, ink) in enumerate(leaves(root, within, root.name)):
        if number >= MOST_INKED:
            return
        yield Highlight(placed.range, ink % INKS, path)


def _is_fixed(definition: Definition, wish: Wish) -> bool:
    """Whether all places follow from the definition."""
    struct = definition.structs.get(wish.name or definition.main)
    return struct is not None and struct.size is not None


def _lay(wish: Wish, known: Definition | None, snapshot: Snapshot, ticket: Ticket) -> _Found:
    definition = known or parse(wish.text, ticket)
    struct = definition.structs.get(wish.name or definition.main)
    if struct is None:
        raise InputError(tr("The definition has no structure “{name}”; choose another.", name=wish.name))
    if wish.offset > snapshot.size:
        raise InputError(
            tr("The structure would begin behind the end of the document; give a smaller offset.")
        )
    read = reader_of(snapshot)
    laid = lay(struct, struct.name, wish.offset, wish.order, read, snapshot.size, ticket, wish.times)
    return _Found(wish.text, definition, laid)


def _export(
    laid: Laid,
    form: Form,
    order: Order,
    snapshot: Snapshot,
    path: str,
    shown: tuple[bytes, ...],
    ticket: Ticket,
) -> str:
    from bytescope.core.storage.exporting import exported

    text = told(laid, form, order, reader_of(snapshot), ticket)
    with exported(path, shown, "structure") as file:
        file.write(text.encode("utf-8", "backslashreplace"))
    return tr("The structure was exported.")

"""Has pages dropped from memory, read into it, or written to the disk, and says what came of it."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject

from bytescope.core.ranges import ByteRange
from bytescope.session.states.file_pages import moved_pages
from bytescope.session.wording import tr, tr_later

if TYPE_CHECKING:
    from bytescope.core.source.file import FileSource
    from bytescope.core.ticket import Ticket
    from bytescope.core.touched.acts import Acted
    from bytescope.core.touched.moves import Moves
    from bytescope.session.session import Session

    Act = Callable[[FileSource, ByteRange, Ticket], Acted]


MOVED = tr_later(
    "Edits have moved some of these pages, which stand elsewhere in the file; save first, or select pages "
    "before the first inserted or deleted byte."
)


class Done(NamedTuple):
    """What an act did, and which pages came and went meanwhile, where that can be asked."""

    acted: Acted
    moved: Moves | None


def acts_of(session: Session) -> PageActs:
    """The one for ``session``; made when first asked for."""
    found = session.findChild(PageActs)
    return found if isinstance(found, PageActs) else PageActs(session)


class PageActs(QObject):
    """Wishes on pages of the page cache. They work in a job on its own lane, one after the other."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session

    def evict(self, range_: ByteRange, *, flush_first: bool = False) -> None:
        """Have the pages of ``range_`` dropped from memory."""
        from bytescope.core.touched.acts import evict

        act = partial(evict, flush_first=flush_first)
        self._run(tr("Evict pages"), act, range_, partial(self._on_evicted, range_, flush_first))

    def load(self, range_: ByteRange) -> None:
        """Have the pages of ``range_`` read into memory."""
        from bytescope.core.touched.acts import load

        self._run(tr("Load pages"), load, range_, self._on_done)

    def flush(self, range_: ByteRange) -> None:
        """Have the pages of ``range_`` written to the disk (and with them the rest of the file)."""
        from bytescope.core.touched.acts import flush

        self._run(tr("Flush pages"), flush, range_, self._on_done)

    # -- inside -------------------------------------------------------------------------------

    def _run(self, name: str, act: Act, range_: ByteRange, then: Callable[[Done], None]) -> None:
        session, file = self._session, self._session.file
        if file is None:
            return  # the command is off
        here = range_.intersect(ByteRange(0, file.size))
        if not here:
            session.told.emit("info", tr("The file has no bytes there yet; save first."))
            return
        moved = moved_pages(session)
        if moved is not None and moved.within(here.pages):
            session.told.emit("info", tr(MOVED))
            return
        work = partial(_act, act, file, here)
        session.jobs.run(name, work, then, session.fail, lane="pages", shown=True, queued=True)

    def _on_done(self, done: Done) -> None:
        self._note(done)
        self._session.told.emit("info", done.acted.sentence())

    def _on_evicted(self, range_: ByteRange, flushed: bool, done: Done) -> None:
        """Pages that were not on the disk stay, even if they are there by now; offer to write them first."""
        self._note(done)
        before, after = done.acted.before, done.acted.after
        stayed = after is not None and after.resident
        if stayed and before is not None and before.dirty + before.writing and not flushed:
            again = partial(self.evict, range_, flush_first=True)
            self._session.asked.emit(done.acted.sentence(), tr("Flush and Evict"), again)
        else:
            self._session.told.emit("info", done.acted.sentence())

    def _note(self, done: Done) -> None:
        from bytescope.session.states.touches import touches_of

        if done.moved is not None:
            touches_of(self._session).acted(done.moved, time.time())
        self._session.layers.stirred.emit()


def _act(act: Act, file: FileSource, range_: ByteRange, ticket: Ticket) -> Done:
    from bytescope.core.touched.layers import Layer
    from bytescope.core.touched.moves import moves
    from bytescope.core.touched.systems import look

    resident = frozenset({Layer.RESIDENT})
    before = look(file, range_.pages, 0, resident, ticket=ticket).states[Layer.RESIDENT].runs
    acted = act(file, range_, ticket)
    after = look(file, range_.pages, 0, resident).states[Layer.RESIDENT].runs
    return Done(acted, moves(before, after) if before is not None and after is not None else None)

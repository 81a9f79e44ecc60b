"""Says in jobs what a document and its bytes are, lists what begins in it, and saves such things."""

from __future__ import annotations

import os
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from bytescope.core.errors import BytescopeError, Cancelled
from bytescope.core.ranges import ByteRange
from bytescope.core.text.formats import size_text
from bytescope.session.places import Moves
from bytescope.session.wording import tr

if TYPE_CHECKING:
    from bytescope.core.change import Change
    from bytescope.core.document.snapshot import Snapshot
    from bytescope.core.kinds.naming import Kind
    from bytescope.core.ticket import Ticket
    from bytescope.session.session import Session

MOST = 50_000
"""Things that are listed."""

LOOK_MS = 200
STEP = 4 << 20


def kinds_of(session: Session) -> KindList:
    """What is known of the kinds of things in ``session``; made when first asked for."""
    found = session.findChild(KindList)
    return found if isinstance(found, KindList) else KindList(session)


class KindList(QObject):
    """``whole`` and ``here``: what the document and the selection (or the caret's place) may be.

    ``things``: what was found by ``scan``, which only grows while ``ticket`` is there. ``looked`` and
    ``changed`` come when the first two, or the last, are others.
    """

    looked = Signal()
    changed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.session = session
        self.whole: list[Kind] | None = None
        self.here: list[Kind] | None = None
        self.place = ByteRange(0, 0)
        self.things: list[Kind] | None = None
        self.range: ByteRange | None = None
        self.full = False
        self.ticket: Ticket | None = None
        self.problem = ""
        self.moves = Moves()
        self._open = False
        self._stale = True
        self._timer = QTimer(self, singleShot=True)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self._look)
        session.selected.connect(self._on_selected)
        session.changed.connect(self._on_changed)
        session.layers.ended.connect(self._on_ended)

    # -- wishes -------------------------------------------------------------------------------

    def open(self) -> None:
        """Somebody looks at it from now on."""
        if not self._open:
            self._open = True
            self._look()

    def close(self) -> None:
        """Nobody looks at it any more."""
        self._open = False
        self._timer.stop()

    def scan(self, range_: ByteRange, align: int) -> None:
        """List what begins in ``range_``, at multiples of ``align`` bytes."""
        self.things, self.range, self.full, self.problem = [], range_, False, ""
        self.moves = Moves()
        work = partial(_scan, self.session.document.snapshot(), range_, align, self.things)
        self.ticket = self.session.jobs.run(
            self._job("scan"), work, self._on_scanned, self._on_failed, lane="kinds"
        )
        self.changed.emit()

    def stop(self) -> None:
        """Keep what was found so far."""
        if self.ticket is not None:
            self.session.jobs.cancel(self._job("scan"))
            self.ticket = None
            self.problem = tr("The scan was stopped; what was found so far is listed.")
            self.changed.emit()

    def save(self, range_: ByteRange, path: str) -> None:
        """Write these bytes of the document to a file of their own; tells what came of it."""
        session = self.session
        shown = (session.file.path,) if session.file is not None else ()
        session.jobs.run(
            tr("Save {size}", size=size_text(range_.length)),
            partial(_save, session.document.snapshot(), range_, path, shown),
            self._on_saved,
            session.fail,
            lane="list",
            shown=True,
            queued=True,
        )

    def range_now(self, kind: Kind) -> ByteRange:
        """Where a thing is now; of one without a length the first byte."""
        return self.moves.now(ByteRange.of(kind.start, kind.length or 1), self.session.size)

    # -- inside -------------------------------------------------------------------------------

    def _job(self, what: str) -> str:
        return f"kinds {what} {id(self)}"

    def _look(self) -> None:
        if not self._open:
            return
        session = self.session
        snapshot = session.document.snapshot()
        size = snapshot.size  # of a live document it changes in a job, before anybody is told
        selection = session.selection.clamped(size)
        self.place = selection.range or ByteRange(selection.caret, size)
        work = partial(
            _look,
            snapshot,
            session.name,
            None if not self._stale else ByteRange(0, size),
            self.place,
        )
        self.session.jobs.run(self._job("look"), work, self._on_looked, lane="kind")

    def _on_looked(self, result: tuple[list[Kind] | None, list[Kind]]) -> None:
        whole, self.here = result
        if whole is not None:
            self.whole, self._stale = whole, False
        self.looked.emit()

    def _on_scanned(self, full: bool) -> None:
        self.ticket, self.full = None, full
        self.changed.emit()

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, Cancelled):
            return  # by ``stop``, or something newer is under way
        self.ticket = None
        self.problem = str(error) if isinstance(error, BytescopeError) else tr("The scan failed.")
        self.changed.emit()
        self.session.fail(error)

    def _on_selected(self) -> None:
        if self._open:
            self._timer.start()

    def _on_changed(self, change: Change) -> None:
        self._stale = True
        self._on_selected()
        if self.things is not None:
            self.moves.take(change)
            self.changed.emit()

    def _on_saved(self, sentence: str) -> None:
        self.session.told.emit("info", sentence)

    def _on_ended(self) -> None:
        self.close()
        self.session.jobs.cancel(self._job("scan"))
        self.session.jobs.cancel(self._job("look"))
        self.ticket = None


def _look(
    snapshot: Snapshot, name: str, whole: ByteRange | None, place: ByteRange, ticket: Ticket
) -> tuple[list[Kind] | None, list[Kind]]:
    from bytescope.core.kinds.naming import kinds

    every = None if whole is None else kinds(snapshot, whole, name)
    ticket.check()
    return every, kinds(snapshot, place)


def _scan(snapshot: Snapshot, range_: ByteRange, align: int, things: list[Kind], ticket: Ticket) -> bool:
    """Whether there are more than can be listed."""
    from bytescope.core.kinds.carving import Carver

    for kind in Carver(snapshot, range_, align).kinds(ticket):
        if len(things) == MOST:
            return True
        things.append(kind)
    return False


def _save(snapshot: Snapshot, range_: ByteRange, path: str, shown: tuple[bytes, ...], ticket: Ticket) -> str:
    from bytescope.core.source.shown import quoted_name
    from bytescope.core.storage.exporting import exported

    ticket.total = range_.length
    with exported(path, shown, "selection") as file:
        for part in range_.chunks(STEP):
            got = snapshot.read(part.start, part.length)
            if got.lost:
                raise BytescopeError(
                    tr(
                        "Bytes from 0x{start:X} on could not be read, so nothing was saved;"
                        " choose a range without them.",
                        start=got.lost[0].range.start,
                    )
                )
            file.write(got.data)
            ticket.advance(part.length)
    return tr(
        "{length} saved as {name}.", length=size_text(range_.length), name=quoted_name(os.path.basename(path))
    )

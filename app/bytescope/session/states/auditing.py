"""Watches what the stores of a Live document reach, and compares it with the edits that were made."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from bytescope.core.change import Change, Kind
from bytescope.core.ranges import ByteRange
from bytescope.core.text.formats import size_text
from bytescope.core.touched.layers import Layer
from bytescope.core.touched.told import Told
from bytescope.session.states.layers import LayerState
from bytescope.session.wording import tr, tr_later, tr_n

if TYPE_CHECKING:
    from bytescope.core.pages.run_set import RunSet
    from bytescope.core.source.file import FileSource
    from bytescope.core.ticket import Ticket
    from bytescope.core.touched.store_audit import Audited, StoreAudit
    from bytescope.session.session import Session

PERIOD_MS = 1000
SOON_MS = 50
MOST_VIEW = 1 << 30
"""Bytes in view beyond which the caret says better where edits will be."""

NOT_LIVE = tr_later("in Live access only")
NOT_STARTED = tr_later("start it in Pages, Watch")


class _Looked(NamedTuple):
    found: Audited
    armed_bytes: int
    table_bytes: int


class _Start:
    """An audit that is being begun in the lane of the stores, while its document may be closed.

    The closed document is told nothing any more, so whichever of the two comes second ends the audit.
    """

    def __init__(self) -> None:
        self._audit: StoreAudit | None = None
        self._ended = False

    def begin(self, file: FileSource, around: ByteRange, ticket: Ticket) -> StoreAudit:
        """In the lane: make it and arm ``around``. RefusedError."""
        from bytescope.core.touched.store_audit import StoreAudit

        audit = self._audit = StoreAudit(file)
        try:
            audit.cover(around)
        except BaseException:
            audit.close()
            raise
        if self._ended:
            audit.close()
        return audit

    def end(self) -> None:
        """In the main thread: the document is being closed."""
        self._ended = True
        if self._audit is not None:
            self._audit.close()


def auditing_of(session: Session) -> Auditing:
    """The one that audits the stores of ``session``; made when first asked for."""
    found = session.findChild(Auditing)
    return found if isinstance(found, Auditing) else Auditing(session)


class Auditing(QObject):
    """Feeds the layer of stored pages from start to stop, and counts those that no edit explains.

    Its looks run in the lane of the stores, so that none is ever under way while it looks.
    """

    changed = Signal()
    """It was started or stopped."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._layers = session.layers
        self._audit: StoreAudit | None = None
        self._start: _Start | None = None
        self._expected: RunSet | None = None
        self.unexpected: RunSet | None = None
        """Pages that were stored to without an edit, as of the last look; None while nothing is known."""

        self.absent: RunSet | None = None
        """Pages of edits that were not stored to though they were armed."""

        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._look)
        session.changed.connect(self._on_changed)
        self._layers.ended.connect(self._on_ended)
        self._layers.put(Layer.STORED, self._idle())

    @property
    def running(self) -> bool:
        return self._audit is not None or self._start is not None

    def start(self) -> None:
        """Arm the file, or 1 GiB of a larger one: round what is in view, or the caret. A refusal is told."""
        file = self._session.file
        if self.running:
            return
        if file is None or not self._session.live:
            self._session.told.emit(
                "info", tr("Only a document in Live access stores at once; open it so to audit it.")
            )
            return
        self._start = _Start()
        around = self._session.survey.visible.bytes(file.size)
        if not 0 < around.length <= MOST_VIEW:
            around = ByteRange.of(min(self._session.selection.caret, max(0, file.size - 1)), 1)
        self._run(partial(self._start.begin, file, around), self._on_begun)
        self.changed.emit()

    def stop(self) -> None:
        """End it; what was seen stays on the map."""
        if self._audit is None:
            return
        audit, self._audit = self._audit, None
        self._timer.stop()
        self._run(partial(_end, audit), None)
        state = self._layers.state(Layer.STORED)
        self._layers.put(Layer.STORED, state._replace(note=tr("{note}, stopped", note=state.note)))
        self.changed.emit()

    def restart(self) -> None:
        """Forget what was stored to so far and go on."""
        if self._audit is None:
            self.start()
            return
        self._run(partial(_anew, self._audit), self._on_anew)

    # -- inside -------------------------------------------------------------------------------

    def _run(self, work: object, then: object) -> None:
        session = self._session
        session.jobs.run(
            f"audit {id(self)}",
            work,  # type: ignore[arg-type]
            then,  # type: ignore[arg-type]
            self._on_failed,
            lane=session.store_lane,
            queued=True,
        )

    def _idle(self) -> LayerState:
        if self._session.live:
            return LayerState(Told.YES, None, tr(NOT_STARTED))
        return LayerState(Told.NOT_AVAILABLE, None, tr(NOT_LIVE))

    def _on_begun(self, audit: StoreAudit) -> None:
        from bytescope.core.pages.run_set import RunSet

        if self._start is None:
            return  # the document was closed meanwhile
        self._start = None
        self._audit, self._expected = audit, RunSet()
        self._layers.show(Layer.STORED, True)
        self._look()
        self._session.told.emit(
            "info",
            tr(
                "Stores to {armed_bytes} of the file are watched now; page tables take up to {table_bytes}.",
                armed_bytes=size_text(audit.armed_bytes),
                table_bytes=size_text(audit.table_bytes),
            ),
        )

    def _on_anew(self, _: None) -> None:
        from bytescope.core.pages.run_set import RunSet

        self._expected = RunSet()
        self._look()

    def _on_changed(self, change: Change) -> None:
        if self._audit is None or self._expected is None:
            return
        if change.kind in (Kind.OUTSIDE, Kind.SAVE):
            return
        if change.kind is Kind.RELOAD:  # another document: another file, or another mapping of it
            self.stop()
            return
        from bytescope.core.pages.run_set import RunSet

        stored = change.ranges
        if change.kind is Kind.RESIZE:  # what the file grew by is a hole, and what was cut off is gone
            kept = ByteRange(0, min(change.old_size, change.new_size))
            stored = tuple(range_.intersect(kept) for range_ in stored)
        self._expected = self._expected.union(RunSet.of(range_.pages for range_ in stored))
        self._timer.start(SOON_MS)

    def _on_ended(self) -> None:
        """At once: the lane of the stores is no more."""
        self._timer.stop()
        start, self._start = self._start, None
        if start is not None:
            start.end()
        audit, self._audit = self._audit, None
        if audit is not None:
            audit.close()

    def _look(self) -> None:
        if self._audit is not None and not self._session.jobs.has(f"audit {id(self)}"):
            self._run(partial(_look, self._audit), partial(self._on_looked, self._audit))

    def _on_looked(self, audit: StoreAudit, looked: _Looked) -> None:
        if audit is not self._audit or self._expected is None:
            return
        from bytescope.core.touched.state_runs import StateRuns

        found = looked.found
        self.unexpected, self.absent = found.unexpected(self._expected), found.absent(self._expected)
        note = _note(looked, self.unexpected.pages, self.absent.pages)
        self._layers.put(Layer.STORED, LayerState(Told.YES, StateRuns.of(found.stored), note))
        self._timer.start(PERIOD_MS)

    def _on_failed(self, error: Exception) -> None:
        from bytescope.core.errors import RefusedError

        self._start = self._audit = None
        self._timer.stop()
        if isinstance(error, RefusedError):
            told = Told.NOT_PERMITTED if str(error).startswith("Not permitted") else Told.NOT_AVAILABLE
            self._layers.put(Layer.STORED, LayerState(told))
            self._session.told.emit("warning", str(error))
        else:
            self._session.fail(error)
        self.changed.emit()


def _note(looked: _Looked, unexpected: int, absent: int) -> str:
    found = looked.found
    parts = [
        tr_n(
            found.stored.pages,
            "{n} page, {unexpected:,} without an edit",
            "{n} pages, {unexpected:,} without an edit",
            unexpected=unexpected,
        )
    ]
    if absent:
        parts.append(tr("{absent:,} edited but not stored to", absent=absent))
    if found.outside:
        parts.append(tr("{outside} stored outside of what is watched", outside=size_text(found.outside)))
    parts.append(tr("{armed_bytes} watched", armed_bytes=size_text(looked.armed_bytes)))
    return "; ".join(parts)


def _look(audit: StoreAudit, ticket: Ticket) -> _Looked:
    return _Looked(audit.look(), audit.armed_bytes, audit.table_bytes)


def _anew(audit: StoreAudit, ticket: Ticket) -> None:
    audit.restart()


def _end(audit: StoreAudit, ticket: Ticket) -> None:
    audit.close()

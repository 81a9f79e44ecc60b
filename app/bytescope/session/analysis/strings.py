"""Finds the texts of one session's document in a job, filters them, and reads those that are shown."""

from __future__ import annotations

import os
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from bytescope.core.errors import BytescopeError, Cancelled
from bytescope.core.ranges import ByteRange
from bytescope.session.places import Moves
from bytescope.session.wording import tr, tr_n

if TYPE_CHECKING:
    from collections.abc import Iterator

    import numpy as np
    from numpy.typing import NDArray

    from bytescope.core.change import Change
    from bytescope.core.document.snapshot import Snapshot
    from bytescope.core.strings.found import Found, Test
    from bytescope.core.strings.reading import Place
    from bytescope.core.ticket import Ticket
    from bytescope.session.session import Session

FILTER_MS = 150
MOST_KEPT = 8192
"""Texts that are kept to be shown."""


def strings_of(session: Session) -> StringList:
    """The texts of ``session``; made when first asked for."""
    found = session.findChild(StringList)
    return found if isinstance(found, StringList) else StringList(session)


class StringList(QObject):
    """Texts by number, all or those that pass the filter. ``changed``: there are others now, or more.

    ``arrived``: texts of rows that were asked for are here.
    """

    changed = Signal()
    arrived = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.session = session
        self.found: Found | None = None
        self.range: ByteRange | None = None
        self.ticket: Ticket | None = None
        self.passed = 0
        self.problem = ""
        self.moves = Moves()
        self.picked: NDArray[np.int32] | None = None
        self.filtering = False
        self._filter: Test | None = None
        self._snapshot: Snapshot | None = None
        self._texts: dict[int, str] = {}
        self._wanted: dict[int, None] = {}
        self._reading = QTimer(self, singleShot=True)
        self._reading.timeout.connect(self._read)
        self._filter_timer = QTimer(self, singleShot=True)
        self._filter_timer.setInterval(FILTER_MS)
        self._filter_timer.timeout.connect(self._run_filter)
        session.changed.connect(self._on_changed)
        session.layers.ended.connect(self.close)

    # -- wishes -------------------------------------------------------------------------------

    def find(self, range_: ByteRange, forms: tuple[str, ...], least: int, every_script: bool) -> None:
        """Look for texts anew; ``changed`` now and when it has ended, meanwhile ``found`` grows."""
        from bytescope.core.strings.found import Found

        self.close()
        self._snapshot, self.range = self.session.document.snapshot(), range_
        self.found, self.moves, self.problem, self.passed = Found(), Moves(), "", 0
        self.ticket = self.session.jobs.run(
            self._job("find"),
            partial(_find, self._snapshot, self.found, range_, forms, least, every_script),
            self._on_found,
            self._on_failed,
            lane="strings",
        )
        self.changed.emit()

    def stop(self) -> None:
        """Keep what was found so far."""
        if self.ticket is not None:
            self.session.jobs.cancel(self._job("find"))
            self._end()
            self.problem = tr("The search for texts was stopped; those found so far are listed.")
            self.changed.emit()

    def close(self) -> None:
        """Forget all, it may be large."""
        for name in ("find", "filter", "texts"):
            self.session.jobs.cancel(self._job(name))
        self._reading.stop()
        self._filter_timer.stop()
        self.found = self.range = self.picked = self.ticket = self._snapshot = None
        self._texts, self._wanted, self.filtering = {}, {}, False

    def set_filter(self, test: Test | None) -> None:
        """Show only texts that pass ``test``; None: all."""
        self._filter = test
        self.session.jobs.cancel(self._job("filter"))
        if test is None:
            self._filter_timer.stop()
            self.picked, self.filtering = None, False
            self.changed.emit()
        else:
            self.filtering = True
            self._filter_timer.start()

    def export(self, form: str, path: str) -> None:
        """Write all texts that are listed, also those that are too many to be shown."""
        if self.found is None or self._snapshot is None:
            return
        session = self.session
        shown = (session.file.path,) if session.file is not None else ()
        session.jobs.run(
            tr("Export strings"),
            partial(_export, self._snapshot, self.found, self.picked, form, path, shown),
            self._on_exported,
            session.fail,
            lane="list",
            shown=True,
            queued=True,
        )

    # -- what is shown ------------------------------------------------------------------------

    @property
    def count(self) -> int:
        """How many are listed."""
        if self.found is None:
            return 0
        return len(self.found) if self.picked is None else len(self.picked)

    def place(self, row: int) -> Place:
        """Where the text of a row was when it was found."""
        assert self.found is not None
        return self.found.place(row if self.picked is None else int(self.picked[row]))

    def range_now(self, row: int) -> ByteRange:
        """Where it is now."""
        place = self.place(row)
        return self.moves.now(ByteRange.of(place.start, place.length), self.session.size)

    def text(self, row: int) -> str | None:
        """The text of a row; None while it has yet to be read: ``arrived`` comes."""
        at = row if self.picked is None else int(self.picked[row])
        text = self._texts.get(at)
        if text is None:
            self._wanted[at] = None
            if not self._reading.isActive() and not self.session.jobs.is_running(self._job("texts")):
                self._reading.start()
        return text

    # -- inside -------------------------------------------------------------------------------

    def _job(self, what: str) -> str:
        return f"strings {what} {id(self)}"

    def _read(self) -> None:
        if self.found is None or self._snapshot is None:
            return
        wanted = list(self._wanted)[-512:]  # what was asked for last is in view
        self._wanted = {}
        places = [self.found.place(at) for at in wanted if at < len(self.found)]
        work = partial(_read, self._snapshot, wanted, places)
        self.session.jobs.run(self._job("texts"), work, self._on_read, lane="string texts")

    def _on_read(self, texts: dict[int, str]) -> None:
        if len(self._texts) > MOST_KEPT:
            self._texts.clear()
        self._texts |= texts
        self.arrived.emit()
        if self._wanted:
            self._reading.start()

    def _on_found(self, result: tuple[Found, int]) -> None:
        self.found, self.passed = result
        self._end()
        self._texts = {}  # the order may be another
        self.changed.emit()

    def _end(self) -> None:
        self.ticket = None
        if self._filter is not None:
            self.filtering = True
            self._filter_timer.start()

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, Cancelled):
            return  # by ``stop``, or something newer is under way
        self.ticket = None
        self.problem = str(error) if isinstance(error, BytescopeError) else tr("The search for texts failed.")
        self.changed.emit()
        self.session.fail(error)

    def _run_filter(self) -> None:
        if self.found is None or self._snapshot is None or self._filter is None:
            self.filtering = False
        elif self.ticket is None:
            work = partial(_filtered, self._snapshot, self.found, self._filter)
            self.session.jobs.run(self._job("filter"), work, self._on_filtered, lane="strings")

    def _on_filtered(self, picked: NDArray[np.int32]) -> None:
        self.picked, self.filtering = picked, False
        self.changed.emit()

    def _on_changed(self, change: Change) -> None:
        if self.found is not None:
            self.moves.take(change)
            self.changed.emit()

    def _on_exported(self, sentence: str) -> None:
        self.session.told.emit("info", sentence)


def _find(
    snapshot: Snapshot,
    found: Found,
    range_: ByteRange,
    forms: tuple[str, ...],
    least: int,
    every_script: bool,
    ticket: Ticket,
) -> tuple[Found, int]:
    from bytescope.core.strings.scan import Passed, strings

    passed = Passed()
    for batch in strings(snapshot, range_, forms, least, ticket, every_script=every_script, passed=passed):
        if not found.add(batch):
            break
    return found.in_order(), 0 if found.full else passed.count


def _filtered(snapshot: Snapshot, found: Found, test: Test, ticket: Ticket) -> NDArray[np.int32]:
    from bytescope.core.strings.found import filtered

    return filtered(snapshot, found, test, ticket)


def _read(snapshot: Snapshot, wanted: list[int], places: list[Place], ticket: Ticket) -> dict[int, str]:
    from bytescope.core.strings.reading import read_some

    return dict(zip(wanted, read_some(snapshot, places)))


def _export(
    snapshot: Snapshot,
    found: Found,
    picked: NDArray[np.int32] | None,
    form: str,
    path: str,
    shown: tuple[bytes, ...],
    ticket: Ticket,
) -> str:
    from bytescope.core.source.shown import quoted_name
    from bytescope.core.storage.exporting import exported
    from bytescope.core.strings.found import texts_of
    from bytescope.core.strings.reading import WRITTEN, written

    texts: Iterator[tuple[Place, str]] = texts_of(snapshot, found, picked, WRITTEN, ticket)
    with exported(path, shown, "list") as file:
        for piece in written(texts, form):
            file.write(piece.encode("utf-8", "surrogatepass"))
    count = len(found) if picked is None else len(picked)
    return tr(
        "{texts} written to {name}.",
        texts=tr_n(count, "{n} text", "{n} texts"),
        name=quoted_name(os.path.basename(path)),
    )

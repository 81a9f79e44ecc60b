"""Keeps the list of touched pages of one session up to date while somebody looks at it."""

from __future__ import annotations

import os
import time
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from bytescope.core.ranges import PageRange
from bytescope.core.touched.layers import Layer
from bytescope.core.touched.told import Told
from bytescope.session.states.touches import touches_of
from bytescope.session.wording import tr, tr_n

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from bytescope.core.ticket import Ticket
    from bytescope.core.touched.listing import Listing
    from bytescope.core.touched.state_runs import StateRuns
    from bytescope.core.touched.touches import TouchLog
    from bytescope.session.session import Session

PERIOD_MS = 250
"""It is made no oftener."""

REST = 3
"""A list that took long to make is followed by a pause this many times as long."""

CHOSEN_AT_FIRST = frozenset(
    {
        Layer.EDITED,
        Layer.SAVED,
        Layer.OUTSIDE,
        Layer.DIRTY,
        Layer.STORED,
        Layer.READ,
        Layer.WRITTEN,
        Layer.DIFFERENT,
    }
)


def list_of(session: Session) -> TouchedList:
    """The list of touched pages of ``session``; made when first asked for."""
    found = session.findChild(TouchedList)
    return found if isinstance(found, TouchedList) else TouchedList(session)


class TouchedList(QObject):
    """The rows for the chosen layers, made in a job while it is open; ``listed``: they may be others now."""

    listed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.session = session
        self.chosen = CHOSEN_AT_FIRST
        self.rows: Listing | None = None
        self.told: dict[Layer, Told] = {}
        self.pages: dict[Layer, int | None] = {}
        """Pages in each chosen layer; None where nothing is known of it (yet)."""
        self._open = False
        self._stale = False
        self._began = 0.0
        self._timer = QTimer(self, singleShot=True)
        self._timer.setInterval(PERIOD_MS)
        self._timer.timeout.connect(self._make)
        session.layers.changed.connect(self.refresh)
        session.layers.ended.connect(self.close)
        touches_of(session).changed.connect(self.refresh)

    # -- wishes -------------------------------------------------------------------------------

    def open(self) -> None:
        """Somebody looks at it from now on."""
        if not self._open:
            self._open = True
            self._wish(self.chosen, True)
            self._make()

    def close(self) -> None:
        """Nobody looks at it any more."""
        if self._open:
            self._open = False
            self._wish(self.chosen, False)
            self._timer.stop()
            self.session.jobs.cancel(self._job)
            self.rows = None  # it may be large

    def choose(self, layers: frozenset[Layer]) -> None:
        """List the pages of these layers."""
        if layers == self.chosen:
            return
        before, self.chosen = self.chosen, layers
        if self._open:
            self._wish(layers - before, True)
            self._wish(before - layers, False)
            self._make()

    def refresh(self) -> None:
        """It may be another list now; it is made a little later."""
        if self._open and not self._timer.isActive():
            self._timer.start()

    def export(self, rows: Listing, order: NDArray[np.intp], form: str, path: str) -> None:
        """Write ``rows`` in that order to a file, as "csv" or "json"; tells what came of it."""
        session = self.session
        shown = (session.file.path,) if session.file is not None else ()
        session.jobs.run(
            tr("Export touched pages"),
            partial(_export, rows, order, form, path, shown),
            self._on_exported,
            session.fail,
            lane="list",
            shown=True,
            queued=True,
        )

    # -- making -------------------------------------------------------------------------------

    @property
    def _job(self) -> str:
        return f"touched {id(self)}"

    def _wish(self, layers: frozenset[Layer], on: bool) -> None:
        for layer in layers:
            self.session.layers.wish(layer, on)

    def _make(self) -> None:
        session = self.session
        if session.jobs.is_running(self._job):
            self._stale = True
            return
        self._stale = False
        self._began = time.monotonic()
        states: dict[Layer, StateRuns] = {}
        everything = PageRange(0, session.page_count)
        for layer in sorted(self.chosen):
            runs = session.layers.runs_now(layer, everything)
            self.told[layer] = session.layers.state(layer).told
            self.pages[layer] = None if runs is None else runs.pages
            if runs is not None:
                states[layer] = runs
        log = touches_of(session).log.copy()
        session.jobs.run(
            self._job,
            partial(_list, states, log),
            partial(self._on_made, self.chosen),
            session.fail,
            lane="list",
        )

    def _on_made(self, chosen: frozenset[Layer], rows: Listing) -> None:
        self._timer.setInterval(max(PERIOD_MS, int(1000 * REST * (time.monotonic() - self._began))))
        if not self._open:
            return
        if self.rows is None or not rows.same_as(self.rows):
            self.rows = rows
        self.listed.emit()
        if self._stale or chosen != self.chosen:
            self.refresh()

    def _on_exported(self, sentence: str) -> None:
        self.session.told.emit("info", sentence)


def _list(states: dict[Layer, StateRuns], log: TouchLog, ticket: Ticket) -> Listing:
    from bytescope.core.touched.listing import listing

    return listing(states, log, ticket)


def _export(
    rows: Listing, order: NDArray[np.intp], form: str, path: str, shown: tuple[bytes, ...], ticket: Ticket
) -> str:
    from bytescope.core.source.shown import quoted_name
    from bytescope.core.storage.exporting import exported
    from bytescope.core.touched.listing_text import written

    with exported(path, shown, "list") as file:
        for piece in written(rows, order, form):
            ticket.check()
            file.write(piece)
    return tr(
        "{rows} written to {name}.",
        rows=tr_n(len(rows), "{n} row", "{n} rows"),
        name=quoted_name(os.path.basename(path)),
    )

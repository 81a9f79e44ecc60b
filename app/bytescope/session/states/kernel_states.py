"""Asks the kernel, while anybody looks, which pages of the file are in memory and not on the disk yet."""

from __future__ import annotations

import time
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QTimer

from bytescope.core.change import Change, Kind
from bytescope.core.ranges import PageRange
from bytescope.core.touched.layers import Layer
from bytescope.core.touched.told import Told
from bytescope.session.states.file_pages import moved_pages, of_document
from bytescope.session.states.layers import LayerState
from bytescope.session.wording import tr, tr_later

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bytescope.core.pages.run_set import RunSet
    from bytescope.core.source.file import FileSource
    from bytescope.core.ticket import Ticket
    from bytescope.core.touched.durability import Pages
    from bytescope.core.touched.found import Found, Residency
    from bytescope.core.touched.state_runs import StateRuns
    from bytescope.session.session import Session

PERIOD = 1.0
WHOLE_PERIOD = 5.0
"""Seconds between looks at what is in view, and at all of the file."""

SOON = 0.1
"""After something happened, or the view moved: changes come in rows, and one look is enough for all."""

SETTLED = 0.15
"""The view has come to rest when it has not moved for so long."""

REST = 10
"""A look that took long is followed by a rest this many times as long."""

MOST_CALLS = 1 << 14
MOST_SECONDS = 0.25
"""No look goes further; what it did not come to is told in larger parts, with counts."""

STATES = (Layer.RESIDENT, Layer.DIRTY, Layer.WRITING, Layer.EVICTED)

NO_FILE = tr_later("there is no file yet")
FORBIDDEN = tr_later("the kernel tells only the owner of a file and who may write to it")

States = dict[Layer, "Found"]


class Wish(NamedTuple):
    """What a look is for. ``moved``: pages of the document that are not the file's at this place."""

    file: FileSource
    pages: PageRange
    wanted: frozenset[Layer]
    moved: RunSet | None


class KernelStates(QObject):
    """Keeps the layers of the page cache up to date: what is in view often, all of the file seldom.

    While a save is followed (``session.durable``) its finer answer stands for the pages that were stored.
    """

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._layers = session.layers
        self._name = f"page cache {id(self)}"
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._look)
        self._ended = False
        self._again = False
        self._asked: frozenset[Layer] = frozenset()
        self._whole: Residency | None = None
        self._view: Residency | None = None
        self._whole_due = 0.0
        self._rested = 0.0
        self._followed: tuple[Pages, RunSet] | None = None  # a million scattered writes are sorted once
        self._layers.shown_changed.connect(self._on_shown)
        self._layers.stirred.connect(self._on_stirred)
        self._layers.ended.connect(self._on_ended)
        session.changed.connect(self._on_changed)
        session.survey.visible_changed.connect(self._on_moved)
        session.durability_changed.connect(self._on_durable)
        self._on_shown()

    # -- when to look -------------------------------------------------------------------------

    def _on_shown(self) -> None:
        wanted = self._layers.looked_at(*STATES)
        if not wanted:
            self._timer.stop()
            self._session.jobs.cancel(self._name)
        elif not wanted <= self._asked or not self._timer.isActive():
            self._stir()
        self._asked = wanted

    def _on_stirred(self) -> None:
        self._stir()

    def _on_moved(self) -> None:
        """When the view rests: a look in between would take the interpreter from what paints it."""
        self._view = None
        if self._timer.isActive():
            self._timer.start(int(1000 * max(SETTLED, self._rested - time.monotonic())))

    def _on_changed(self, change: Change) -> None:
        if change.kind is Kind.RELOAD:
            self._whole = self._view = None
        if self._session.live or change.kind in (Kind.SAVE, Kind.OUTSIDE, Kind.RELOAD):
            self._stir()
        elif self._session.document.moved_bytes:
            self._soon()

    def _on_durable(self) -> None:
        self._put()
        self._soon()

    def _on_ended(self) -> None:
        self._ended = True
        self._timer.stop()
        self._session.jobs.cancel(self._name)
        self._session.jobs.end_lane(self._name)

    def _stir(self) -> None:
        """Something was done to the file: look at all of it."""
        self._whole_due = 0.0
        self._soon()

    def _soon(self) -> None:
        if self._ended or not self._layers.looked_at(*STATES):
            return
        wait = max(SOON, self._rested - time.monotonic())
        if not self._timer.isActive() or self._timer.remainingTime() > wait * 1000:
            self._timer.start(int(wait * 1000))

    # -- looking ------------------------------------------------------------------------------

    def _look(self) -> None:
        wanted = self._layers.looked_at(*STATES)
        if not wanted or self._session.jobs.is_running(self._name):
            self._again = bool(wanted)
            return
        session, file = self._session, self._session.file
        if file is None:
            for layer in wanted:
                self._layers.put(layer, LayerState(Told.IN_MEMORY, None, tr(NO_FILE)))
            return
        everything = PageRange(0, session.page_count)
        visible = session.survey.visible.intersect(everything)
        whole = time.monotonic() >= self._whole_due or not visible or 2 * visible.count >= everything.count
        wish = Wish(file, everything if whole else visible, wanted, moved_pages(session))
        work = partial(_look, wish)
        session.jobs.run(self._name, work, partial(self._on_looked, wish), session.fail, lane=self._name)

    def _on_looked(self, wish: Wish, found: Residency) -> None:
        now = time.monotonic()
        self._rested = now + REST * found.seconds
        if wish.file is self._session.file:
            if wish.pages.count >= self._session.page_count:
                self._whole, self._view = found, None
                self._whole_due = now + max(WHOLE_PERIOD, REST * found.seconds)
            else:
                self._view = found
            self._put()
        if self._again:
            self._again = False
            self._stir()
        elif not self._ended and self._layers.looked_at(*STATES):
            self._timer.start(int(1000 * max(PERIOD, REST * found.seconds)))

    # -- telling ------------------------------------------------------------------------------

    def _put(self) -> None:
        """What was found last of all of the file, of what is in view, and of what is being stored."""
        for layer in STATES:
            found = self._whole.states.get(layer) if self._whole is not None else None
            if found is None:
                continue
            view = self._view.states.get(layer) if self._view is not None else None
            runs = found.runs
            if runs is not None and view is not None and view.runs is not None and self._view is not None:
                runs = runs.without(_set_of((self._view.pages.first,), (self._view.pages.end,))).beside(
                    view.runs
                )
            if runs is not None:
                runs = self._with_stored(layer, runs)
            self._layers.put(layer, LayerState(found.told, runs, found.note))

    def _with_stored(self, layer: Layer, runs: StateRuns) -> StateRuns:
        """Of the pages that a save or a live store wrote, what is known by following it."""
        stored = self._session.durable
        if stored is None or stored.told is not Told.YES or layer not in (Layer.DIRTY, Layer.WRITING):
            return runs
        pages = self._session.following.pages
        if pages is None:
            return runs
        if self._followed is None or self._followed[0] is not pages:
            self._followed = pages, _set_of(pages.firsts, pages.ends)
        finer = stored.dirty_runs if layer is Layer.DIRTY else stored.writing_runs
        return runs.without(self._followed[1]).beside(runs.of_arrays(finer.firsts, finer.ends))


def _look(wish: Wish, ticket: Ticket) -> Residency:
    from bytescope.core.touched.found import Limits
    from bytescope.core.touched.systems import look

    limits = Limits(MOST_CALLS, MOST_SECONDS)
    found = look(wish.file, wish.pages, 0, wish.wanted, limits, ticket)
    return found._replace(states={layer: _said(state, wish.moved) for layer, state in found.states.items()})


def _said(found: Found, moved: RunSet | None) -> Found:
    """With a word about a refusal, and without the pages that lie elsewhere in the file."""
    if found.told is Told.NOT_PERMITTED:
        return found._replace(note=tr(FORBIDDEN))
    return of_document(found, moved)


def _set_of(firsts: Sequence[int], ends: Sequence[int]) -> RunSet:
    """Runs that are sorted and do not touch, as a set."""
    import numpy as np

    from bytescope.core.pages.run_set import RunSet

    return RunSet(np.array(firsts, np.int64), np.array(ends, np.int64))

"""The page states that the map shows: asked of the session's layers, counted by cell, kept meanwhile."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from bytescope.core.geometry.marks import Marks
from bytescope.core.geometry.strip import StripMarks
from bytescope.core.ranges import PageRange
from bytescope.core.touched.layers import Layer
from bytescope.core.touched.state_runs import StateRuns
from bytescope.core.touched.told import Told
from bytescope.ui.widgets.tips import tr, tr_later

if TYPE_CHECKING:
    from bytescope.core.geometry.map_view import MapView
    from bytescope.core.geometry.marks import Counts
    from bytescope.session.session import Session

WORDS = {
    Layer.EDITED: tr_later("edited"),
    Layer.SAVED: tr_later("saved"),
    Layer.OUTSIDE: tr_later("changed by another program"),
    Layer.DIRTY: tr_later("kernel-dirty"),
    Layer.WRITING: tr_later("being written"),
    Layer.RESIDENT: tr_later("resident"),
    Layer.EVICTED: tr_later("evicted lately"),
    Layer.SEEN: tr_later("seen"),
    Layer.HOLE: tr_later("hole"),
    Layer.UNWRITTEN: tr_later("reserved"),
    Layer.SHARED: tr_later("shared blocks"),
    Layer.MAPPED: tr_later("mapped"),
    Layer.STORED: tr_later("stored"),
    Layer.READ: tr_later("read by a process"),
    Layer.WRITTEN: tr_later("written by a process"),
    Layer.DIFFERENT: tr_later("different"),
    Layer.FOUND: tr_later("found"),
    Layer.BOOKMARKED: tr_later("bookmarked"),
}
"""What a page in each state is, in the line about a cell."""

WHOLE_FOLIOS = frozenset({Layer.DIRTY, Layer.WRITING})
SHARED_OUT = frozenset({Layer.RESIDENT, Layer.EVICTED, Layer.SEEN})
"""Layers of which one asks how much of a cell they are."""

UNTOLD = "—"


class MapStates(QObject):
    """Asks the layers that are shown, once for each part of the document that comes into view."""

    changed = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.layers = session.layers
        self._turn = 0
        self._counts: tuple[object, dict[Layer, Counts]] = (None, {})
        self._counted: dict[Layer, tuple[object, StateRuns, Counts]] = {}
        self._open: tuple[object, Counts | None] = (None, None)
        self._strip: tuple[object, dict[Layer, StateRuns]] = (None, {})
        self._pages: dict[Layer, tuple[object, int | None]] = {}
        self.layers.changed.connect(self._on_changed)
        self.layers.shown_changed.connect(self._on_changed)
        session.durability_changed.connect(self._on_changed)
        session.changed.connect(self._on_edited)

    @property
    def shown(self) -> list[Layer]:
        """The layers that the map shows now, in their order."""
        alone = self.layers.alone
        return sorted(self.layers.shown) if alone is None else [alone]

    @property
    def turn(self) -> int:
        """Another number whenever any state may be another one."""
        return self._turn

    def marks(self, view: MapView, selected: tuple[int, int], cursor: int | None) -> Marks:
        """The marks of the cells that are in view."""
        counts = self._in_view(view)
        return Marks(counts, selected, cursor, self.layers.alone, self._unjudged(view))

    def strip(self, pages: int) -> StripMarks:
        """The marks of the whole document."""
        key = (self._turn, pages, tuple(self.shown))
        if self._strip[0] != key:
            everything = PageRange(0, pages)
            asked = ((layer, self._runs(layer, everything)) for layer in self.shown)
            self._strip = key, {layer: runs for layer, runs in asked if runs is not None}
        return StripMarks(self._strip[1], self.layers.alone)

    def pages(self, layer: Layer) -> int | None:
        """How many pages of the whole document are in a state; None where that is not known."""
        key = (self._turn, self._session.size)
        kept = self._pages.get(layer)
        if kept is None or kept[0] != key:
            runs = self._runs(layer, PageRange(0, self._session.page_count))
            kept = self._pages[layer] = key, None if runs is None else runs.pages
        return kept[1]

    def untold(self, layer: Layer) -> str:
        """What stands in place of a number: why there is none. Empty where there is one."""
        told = self.layers.state(layer).told
        if told is not Told.YES:
            return tr("not available on this system") if told is Told.NOT_AVAILABLE else told.value
        return UNTOLD if self.pages(layer) is None else ""

    def words(self, pages: PageRange, view: MapView) -> list[str]:
        """What is known of the states of ``pages``, those of one cell, a phrase for each that has any."""
        cell, visible = view.cell_of(pages.first), view.visible_cells
        counted = self._in_view(view) if cell in visible else {}
        out = []
        for layer in Layer:
            if not self.layers.wanted(layer):
                continue
            if layer in counted:
                count = int(counted[layer][cell - visible.start])
            else:
                runs = self._runs(layer, pages)
                count = 0 if runs is None else runs.pages
            if count:
                out.append(phrase(layer, count, pages.count))
        return out

    def _in_view(self, view: MapView) -> dict[Layer, Counts]:
        cells = view.visible_cells
        key = (self._turn, view.level, cells, tuple(self.shown))
        if self._counts[0] != key:
            seen, counts = view.visible_pages, {}
            for layer in self.shown if len(cells) else ():
                runs = self._runs(layer, seen)
                if runs:
                    counts[layer] = self._count(layer, runs, view.level, cells)
            self._counts = key, counts
        return self._counts[1]

    def _count(self, layer: Layer, runs: StateRuns, level: int, cells: range) -> Counts:
        """Counted anew only for another part or another answer: a turn is mostly one layer's."""
        kept = self._counted.get(layer)
        if kept is None or kept[0] != (level, cells) or kept[1] != runs:
            kept = self._counted[layer] = (level, cells), runs, runs.per_cell(level, cells)
        return kept[2]

    def _unjudged(self, view: MapView) -> Counts | None:
        """Pages of each visible cell of which the layer that is shown alone does not know yet."""
        alone, cells = self.layers.alone, view.visible_cells
        if alone is None or not len(cells):
            return None
        key = (self._turn, view.level, cells, alone)
        if self._open[0] != key:
            runs = self.layers.unjudged(alone, view.visible_pages)
            self._open = key, None if runs is None else runs.per_cell(view.level, cells)
        return self._open[1]

    def _runs(self, layer: Layer, pages: PageRange) -> StateRuns | None:
        stored = self._session.durable
        if stored is None or layer not in WHOLE_FOLIOS or self.layers.available(layer):
            return self.layers.runs(layer, pages)
        found = stored.dirty_runs if layer is Layer.DIRTY else stored.writing_runs
        return StateRuns.of_arrays(found.firsts, found.ends).within(pages)

    def _on_changed(self) -> None:
        self._turn += 1
        self.changed.emit()

    def _on_edited(self) -> None:
        # The layers tell it as well: a picture that is asked for in between must not be an old one.
        self._turn += 1


def phrase(layer: Layer, count: int, of: int) -> str:
    """ "resident 12 of 256", "kernel-dirty 3 (whole folios)"; for one page no number."""
    said = tr(WORDS[layer])
    if of > 1 and layer in SHARED_OUT:
        said = tr("{state} {count:,} of {all:,}", state=said, count=count, all=of)
    elif of > 1:
        said = tr("{state} {count:,}", state=said, count=count)
    return tr("{state} (whole folios)", state=said) if layer in WHOLE_FOLIOS else said

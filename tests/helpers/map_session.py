"""A small session for tests of the map: real selection and facts, edits as plain page numbers."""

from __future__ import annotations

from array import array
from functools import partial
from types import SimpleNamespace

from PySide6.QtCore import QObject, Signal

from bytescope.core.change import Change, Kind
from bytescope.core.pages.classes import PageClass
from bytescope.core.pages.facts import FactStore
from bytescope.core.ranges import PAGESIZE, ByteRange, PageRange, page_count
from bytescope.core.touched.durability import Pages, Stored
from bytescope.core.touched.layers import Layer
from bytescope.core.touched.state_runs import StateRuns
from bytescope.core.touched.told import Told
from bytescope.session.selection import Selection
from bytescope.session.states.layers import Layers
from bytescope.session.view_state import ViewState


class MarkedPages:
    """Which pages were edited, saved, and changed by another program."""

    def __init__(self) -> None:
        self.edited: set[int] = set()
        self.saved: set[int] = set()
        self.outside: set[int] = set()

    def next_edited(self, page: int) -> int | None:
        return min((other for other in self.edited if other > page), default=None)

    def previous_edited(self, page: int) -> int | None:
        return max((other for other in self.edited if other < page), default=None)


def _state(marked: set[int], pages: PageRange) -> StateRuns:
    return StateRuns.of_arrays(*_runs(marked, pages))


def _runs(marked: set[int], pages: PageRange):
    inside = sorted(page for page in marked if page in pages)
    return array("q", inside), array("q", [page + 1 for page in inside])


class MapSession(QObject):
    """What the map needs of a session."""

    changed = Signal(object)
    selected = Signal()
    facts_changed = Signal()
    view_changed = Signal()
    durability_changed = Signal()
    told = Signal(str, str)

    def __init__(self, pages: int = 1000, known: bool = True) -> None:
        super().__init__()
        self.size = pages * PAGESIZE
        self.document = MarkedPages()
        self.view = ViewState()
        self.selection = Selection()
        self.facts: FactStore | None = FactStore(pages)
        self.visible: list[PageRange] = []
        self.survey = SimpleNamespace(set_visible=self.visible.append)
        self.layers = Layers(self)
        for layer, marked in (
            (Layer.EDITED, self.document.edited),
            (Layer.SAVED, self.document.saved),
            (Layer.OUTSIDE, self.document.outside),
        ):
            self.layers.answer_by(layer, partial(_state, marked))
        self.durable: Stored | None = None
        if known and pages:
            self.facts.put_uniform(PageRange(0, pages), PageClass.TEXT, 4.53, 90.0, 0.03)

    def change_outside(self, *pages: int) -> None:
        """Another program changes these pages."""
        self.document.outside.update(pages)
        self.layers.changed.emit()
        self.changed.emit(Change(Kind.OUTSIDE, (), 1, self.size, self.size))

    def set_caret(self, offset: int, *, extend: bool = False, column=None, digit: int = 0) -> None:
        self._select(self.selection.moved(max(0, min(offset, self.size)), extend=extend))

    def select(self, range_: ByteRange, caret: int | None = None) -> None:
        self._select(self.selection.selecting(range_, caret).clamped(self.size))

    def _select(self, selection: Selection) -> None:
        if selection != self.selection:
            self.selection = selection
            self.selected.emit()

    @property
    def page_count(self) -> int:
        return page_count(self.size)

    def go_to(self, offset: int) -> None:
        self.set_caret(offset)

    def set_look(self, **changes) -> None:
        self.view = ViewState(**changes)
        self.view_changed.emit()

    def edit(self, *pages: int) -> None:
        """Edit these pages."""
        self.document.edited.update(pages)
        ranges = tuple(ByteRange.of(page * PAGESIZE, 1) for page in sorted(pages))
        self.layers.changed.emit()
        self.changed.emit(Change(Kind.WRITE, ranges, 1, self.size, self.size))

    def on_their_way(self, dirty: list[int], writing: list[int]) -> None:
        """These pages were stored and are not on the medium yet."""
        runs = [Pages(*_runs(set(pages), PageRange(0, 1 << 40))) for pages in (dirty, writing)]
        count = len({*dirty, *writing})
        self.durable = Stored(Told.YES, count, 0, len(dirty), len(writing), True, *runs)
        self.durability_changed.emit()

    def resize(self, pages: int) -> None:
        old, self.size = self.size, pages * PAGESIZE
        assert self.facts is not None
        self.facts.resize(page_count(self.size))
        self.selection = self.selection.clamped(self.size)
        self.changed.emit(Change(Kind.RESIZE, (), 1, old, self.size))

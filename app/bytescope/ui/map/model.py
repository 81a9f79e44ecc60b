"""The state of one map: which part of the session's document is in view, and the picture of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from bytescope.core.geometry.inks import Inks
from bytescope.core.geometry.map_view import MapView
from bytescope.core.geometry.picture import MapPicture, make_picture
from bytescope.core.geometry.strip import StripView, strip_pixels
from bytescope.core.ranges import PAGESIZE, PageRange, page_count
from bytescope.session.states.stepping import first_edited
from bytescope.ui.map.readout import describe_cell
from bytescope.ui.map.schemes import SchemeFacts
from bytescope.ui.map.states import MapStates
from bytescope.ui.widgets.tips import tr

if TYPE_CHECKING:
    from bytescope.core.change import Change
    from bytescope.core.geometry.marks import Codes
    from bytescope.core.pages.cells import CellFacts
    from bytescope.session.session import Session


class MapModel(QObject):
    """Answers what to paint and what lies where; makes the wishes that the map can make.

    Pixels are device pixels. ``stale`` says that the picture may be another one now, ``moved`` that
    another part of the document is in view.
    """

    stale = Signal()
    moved = Signal()
    strip_stale = Signal()
    laid_out = Signal(object)
    """The layout is another one; with the view before."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.inks = Inks()
        self.view = MapView.fit(page_count(session.size), 1, 1, session.view.layout)
        self.states = MapStates(session, self)
        self.schemes = SchemeFacts(session, self)
        self._facts: tuple[object, CellFacts | None] = (None, None)
        self._caret_line: tuple[object, str] = (None, "")
        self._following = True
        self._scheme = session.view.scheme
        session.changed.connect(self._on_changed)
        session.selected.connect(self._on_selected)
        session.facts_changed.connect(self._on_facts)
        session.view_changed.connect(self._on_look)
        self.states.changed.connect(self._on_facts)
        self.schemes.changed.connect(self._on_facts)

    # --- what is in view

    def set_view(self, view: MapView) -> None:
        """Look at another part; the survey reads what is in view first."""
        if view == self.view:
            return
        self.view = view
        self.session.survey.set_visible(view.visible_pages)
        self.moved.emit()
        self.stale.emit()

    def set_size(self, width: int, height: int, scale: float) -> None:
        self.set_view(self.view.resized(width, height, scale))

    def zoom(self, steps: int, x: float | None = None, y: float | None = None) -> None:
        """Zoom about a point, the caret's cell where none is given (the middle where that is out of view)."""
        if x is None or y is None:
            x, y = self._place_of_caret()
        self.set_view(self.view.zoomed(steps, x, y))

    def fit(self) -> None:
        self.set_view(self.view.refitted())

    def zoom_to_selection(self) -> None:
        self.set_view(
            self.view.zoomed_to(self.selected_pages or PageRange(self.caret_page, self.caret_page + 1))
        )

    def scroll(self, rows: int) -> None:
        self.set_view(self.view.scrolled(rows))

    def scroll_to(self, row: int) -> None:
        self.set_view(self.view.moved_to(row))

    # --- caret and selection

    @property
    def caret_page(self) -> int:
        """The page under the caret; the last one when the caret is behind the end."""
        return max(0, min(self.session.selection.caret, self.session.size - 1)) // PAGESIZE

    @property
    def selected_pages(self) -> PageRange:
        return self.session.selection.range.pages

    @property
    def anchor_page(self) -> int:
        """The page at which a selection that is being extended stays."""
        picked = self.session.selection
        inside = picked.anchor - 1 if picked.range and picked.anchor == picked.range.end else picked.anchor
        return max(0, min(inside, self.session.size - 1)) // PAGESIZE

    def set_caret(self, cell: int, *, follow: bool = True) -> None:
        """The caret at the first byte of a cell; ``follow``: scroll to it."""
        self._following = follow
        self.session.set_caret(min((cell << self.view.level) * PAGESIZE, self.session.size))
        self._following = True

    def to_first_edited(self) -> None:
        """The caret to the first edited page of its cell (of the selection, where there is one)."""
        pages = self.selected_pages or self.pages_of_page(self.caret_page)
        page = first_edited(self.session, pages)
        if page is None:
            self.session.told.emit(
                "info",
                tr("No page of the selection has unsaved edits.")
                if self.selected_pages
                else tr("No page of this cell has unsaved edits."),
            )
        else:
            self._following = False
            self.session.go_to(page * PAGESIZE)
            self._following = True

    def select_to(self, anchor: PageRange, cell: int, *, follow: bool = False) -> None:
        """Select from the pages of ``anchor`` to those of ``cell``, whole pages; the caret is in ``cell``."""
        if not self.view.cells:
            return
        pages = self.view.pages_of(cell)
        taken = PageRange(min(anchor.first, pages.first), max(anchor.end, pages.end)).bytes(self.session.size)
        self._following = follow
        self.session.select(taken, taken.start if pages.first <= anchor.first else taken.end - 1)
        self._following = True

    def pages_of_page(self, page: int) -> PageRange:
        """All pages of the cell that holds ``page``."""
        return self.view.pages_of(self.view.cell_of(page))

    # --- pictures

    def picture(self) -> MapPicture:
        """What is to be seen now."""
        selected = (self.selected_pages.first, self.selected_pages.end)
        marks = self.states.marks(self.view, selected, self.caret_page if self.view.pages else None)
        scheme = self.session.view.scheme
        return make_picture(self.view, self.facts(), scheme, self.schemes.table, self.inks, marks)

    def picture_of(self, view: MapView, inks: Inks) -> MapPicture:
        """Another view of the same document with other inks, without selection and caret: for export."""
        cells, scheme = view.visible_cells, self.session.view.scheme
        marks = self.states.marks(view, (0, 0), None)
        facts = self.schemes.cells(view.level, cells.start, len(cells), waits=True) if len(cells) else None
        return make_picture(view, facts, scheme, self.schemes.table, inks, marks)

    def facts(self) -> CellFacts | None:
        """The facts of ``view.visible_cells``; None before the survey has begun."""
        store, cells = self.session.facts, self.view.visible_cells
        if store is None or store.page_count != self.view.pages:
            return None
        key = (store, store.generation, self.view.level, cells, self.schemes.turn)
        if self._facts[0] != key:
            self._facts = (key, self.schemes.cells(self.view.level, cells.start, len(cells)))
        return self._facts[1]

    def strip_picture(self, width: int, height: int, unit: int) -> Codes:
        """The whole document in a column of ``width`` × ``height`` pixels."""
        strip, store = StripView(self.view.pages, height), self.session.facts
        facts = None
        if store is not None and store.page_count == strip.pages:
            facts = self.schemes.cells(strip.level, 0, strip.cells)
        scheme, marks = self.session.view.scheme, self.states.strip(strip.pages)
        return strip_pixels(strip, facts, scheme, self.schemes.table, self.inks, marks, width, unit)

    def describe(self, cell: int) -> str:
        """One line about a cell, in view or not."""
        pages, visible = self.view.pages_of(cell), self.view.visible_cells
        if cell in visible:
            facts, first = self.facts(), visible.start
        else:
            store = self.session.facts
            facts, first = None if store is None else store.cells(self.view.level, cell, 1), cell
        shown = visible if cell in visible else range(cell, cell + 1)
        words = self.schemes.words(cell, facts, self.view.level, shown)
        words += self.states.words(pages, self.view)
        return describe_cell(pages, self.session.size, facts, cell - first, words)

    def describe_caret(self) -> str:
        """One line about the cell of the caret."""
        if not self.view.pages:
            return tr("The document is empty")
        store, view, cell = self.session.facts, self.view, self.view.cell_of(self.caret_page)
        known = (store, store.generation) if store is not None else None
        scheme = self.session.view.scheme
        key = (scheme, cell, view.level, view.pages, self.session.size, known, self.states.turn)
        # While the map is scrolled it stays the same, and to make it takes as long as a fifth of a frame.
        # An age and the number of copies change by themselves.
        if self._caret_line[0] != key or scheme in ("age", "copies"):
            self._caret_line = key, self.describe(cell)
        return self._caret_line[1]

    # --- inside

    def _place_of_caret(self) -> tuple[float, float]:
        x, y, width, height = self.view.rect_of(self.view.cell_of(self.caret_page))
        if not 0 <= y < self.view.height:
            return self.view.width / 2, self.view.height / 2
        return x + width / 2, y + height / 2

    def _on_changed(self, change: Change) -> None:
        self.set_view(self.view.of_pages(page_count(self.session.size)))
        self.stale.emit()
        self.strip_stale.emit()

    def _on_selected(self) -> None:
        if self._following and self.view.pages:
            self.set_view(self.view.showing(self.caret_page))
        self.stale.emit()

    def _on_facts(self) -> None:
        self.stale.emit()
        self.strip_stale.emit()

    def _on_look(self) -> None:
        if self.session.view.layout != self.view.layout:
            before = self.view
            self.set_view(self.view.laid_out(self.session.view.layout))
            self.laid_out.emit(before)
        self.stale.emit()
        if self.session.view.scheme != self._scheme:
            self._scheme = self.session.view.scheme
            self.strip_stale.emit()  # no layout changes the strip

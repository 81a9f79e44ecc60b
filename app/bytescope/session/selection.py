"""Where the caret is, what is selected, and where the caret has been."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from PySide6.QtCore import QObject, Signal

from bytescope.core.ranges import PAGESIZE, ByteRange
from bytescope.session.wording import tr

if TYPE_CHECKING:
    from bytescope.core.document.document import Document
    from bytescope.core.document.live import LiveDocument

Column = Literal["bytes", "text"]

NOTHING = ByteRange(0, 0)

LONGEST_CELL = 8
"""Typing moves the caret by no more than this many bytes; any other move starts a new undo step."""


class Selection(NamedTuple):
    """Caret and selected range of one document.

    ``anchor`` is the fixed end while the selection is extended, ``caret`` the moving one (an offset
    from 0 to the size: behind the last byte is a place too). ``digit`` is the digit of the byte that
    the next key replaces; ``insert`` says whether typing inserts.
    """

    range: ByteRange = NOTHING
    anchor: int = 0
    caret: int = 0
    column: Column = "bytes"
    digit: int = 0
    insert: bool = False

    def moved(
        self, caret: int, *, extend: bool = False, column: Column | None = None, digit: int = 0
    ) -> Selection:
        """The caret at ``caret``; selected is from the anchor to it if ``extend``, else nothing."""
        anchor = self.anchor if extend else caret
        return self._replace(
            range=ByteRange(min(anchor, caret), max(anchor, caret)),
            anchor=anchor,
            caret=caret,
            column=column or self.column,
            digit=digit,
        )

    def selecting(self, range_: ByteRange, caret: int | None = None) -> Selection:
        """Exactly ``range_`` selected; the caret at its start unless given, the anchor at the far end."""
        at = range_.start if caret is None else caret
        anchor = range_.end if at <= range_.start else range_.start
        return self._replace(range=range_, anchor=anchor, caret=at, digit=0)

    def clamped(self, size: int) -> Selection:
        """The same inside a document of ``size`` bytes."""
        if self.range.end <= size and self.caret <= size and self.anchor <= size:
            return self
        kept = ByteRange(min(self.range.start, size), min(self.range.end, size))
        return self._replace(range=kept, anchor=min(self.anchor, size), caret=min(self.caret, size), digit=0)


class Trail:
    """Places the caret jumped from, for Back and Forward. At most ``LIMIT`` are remembered."""

    LIMIT = 500

    def __init__(self) -> None:
        self._places: list[int] = []
        self._at = 0

    def leave(self, place: int) -> None:
        """Remember ``place`` as the one that a jump starts from; forgets what lay forward."""
        del self._places[self._at :]
        if not self._places or self._places[-1] != place:
            self._places.append(place)
        del self._places[: -self.LIMIT]
        self._at = len(self._places)

    def back(self, here: int) -> int | None:
        """The place before; None at the beginning. ``here`` is kept for Forward."""
        if self._at == len(self._places):
            self._places.append(here)
        if self._at == 0:
            return None
        self._at -= 1
        return self._places[self._at]

    def forward(self) -> int | None:
        """The place that Back was used at; None at the end."""
        if self._at + 1 >= len(self._places):
            return None
        self._at += 1
        return self._places[self._at]


class Caret(QObject):
    """Caret and selection of a session, and every way to move them within its document."""

    selected = Signal()
    told = Signal(str, str)

    document: Document | LiveDocument

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.selection = Selection()
        self._trail = Trail()

    @property
    def size(self) -> int:
        return self.document.size

    @property
    def live(self) -> bool:
        raise NotImplementedError

    def set_caret(
        self, offset: int, *, extend: bool = False, column: Column | None = None, digit: int = 0
    ) -> None:
        at = max(0, min(offset, self.size))
        self._select(self.selection.moved(at, extend=extend, column=column, digit=digit))

    def select(self, range_: ByteRange, caret: int | None = None) -> None:
        self._select(self.selection.selecting(range_, caret).clamped(self.size))

    def take_up(self, selection: Selection) -> None:
        """The caret and selection of another view of the document."""
        self._select(selection.clamped(self.size))

    def toggle_insert(self) -> None:
        if self.live or self.document.read_only:
            self.told.emit("info", tr("Insert mode needs Edit access; this document keeps its length."))
            return
        self._select(self.selection._replace(insert=not self.selection.insert, digit=0))

    def go_to(self, offset: int, *, remember: bool = True) -> None:
        """Jump to ``offset``; Back returns to where the caret was."""
        if remember:
            self._trail.leave(self.selection.caret)
        self.set_caret(offset)

    def back(self) -> None:
        self._jump(self._trail.back(self.selection.caret))

    def forward(self) -> None:
        self._jump(self._trail.forward())

    def next_page(self) -> None:
        self._page_step(1)

    def previous_page(self) -> None:
        self._page_step(-1)

    def next_edited(self) -> None:
        page = self.document.next_edited(self.selection.caret // PAGESIZE)
        self._to_page(page, tr("There is no edited page after this one."))

    def previous_edited(self) -> None:
        page = self.document.previous_edited(self.selection.caret // PAGESIZE)
        self._to_page(page, tr("There is no edited page before this one."))

    def _page_step(self, by: int) -> None:
        offset = self.selection.caret + by * PAGESIZE
        self.set_caret(offset if 0 <= offset < self.size else self.selection.caret)

    def _to_page(self, page: int | None, none: str) -> None:
        if page is None:
            self.told.emit("info", none)
        else:
            self.go_to(page * PAGESIZE)

    def _jump(self, place: int | None) -> None:
        if place is not None:
            self.set_caret(place)

    def _select(self, selection: Selection) -> None:
        if selection != self.selection:
            if not 0 <= selection.caret - self.selection.caret <= LONGEST_CELL:
                self.document.end_typing()
            self.selection = selection
            self.selected.emit()

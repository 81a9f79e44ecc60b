"""Takes from the session what a frame of the hex view depends on, without ever waiting for bytes."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from bytescope.core.change import Change
from bytescope.core.geometry.hex_frame import LONGEST_NEEDLE, HexFrame, HexState, frame_of
from bytescope.core.geometry.hex_grid import HexGrid, Place, columns_that_fit
from bytescope.core.geometry.hex_window import ByteWindow, gathered
from bytescope.core.ranges import PAGESIZE, ByteRange, PageRange
from bytescope.ui.widgets.tips import tr, tr_n

if TYPE_CHECKING:
    from bytescope.session.session import Session

FOLD_REACH = 256 * 1024
"""Bytes behind the first row in which equal rows are looked for."""

Opposite = Callable[[ByteWindow], "tuple[ByteRange, ...]"]
"""Which bytes of a window differ in another document, as far as both are at hand."""

MOST_COLUMNS = 256
"""More would take longer to paint than a screen can be read."""


class FrameMaker:
    """Makes frames, and keeps the bytes of the last one for those that the session has to fetch again."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self.window = ByteWindow()
        self.opposite: Opposite | None = None
        self.columns = 0
        """Bytes a row whatever the look says; 0: as the look says."""

    def grid(self, chars: int) -> HexGrid:
        """The grid of the present look for ``chars`` characters of width."""
        view = self._session.view
        columns = self.columns or view.columns
        if not columns:
            columns = columns_that_fit(chars, view.group, view.base, view.byteorder)
        columns = min(-(-columns // view.group) * view.group, MOST_COLUMNS)
        return HexGrid(columns, view.group, view.base, view.byteorder, self._session.size)

    @property
    def folds(self) -> bool:
        """Whether equal rows are shown as one; never beside another panel that has its rows elsewhere."""
        return self._session.view.fold and self.opposite is None

    def forget(self, change: Change) -> None:
        """Bytes that ``change`` touched are shown as not here until they are."""
        self.window = self.window.without(change)

    def make(self, grid: HexGrid, first_row: int, lines: int) -> HexFrame:
        """The picture of ``lines`` lines from ``first_row`` on; asks for the bytes that are missing."""
        session, view, selection = self._session, self._session.view, self._session.selection
        named = vars(session).get("highlights")  # without making it
        wanted = self._wanted(grid, first_row, lines)
        self.window = gathered(wanted, session.bytes.get, self.window)
        if not self.window.complete:
            session.bytes.ask(self._with_neighbours(wanted))
        return frame_of(
            HexState(
                grid=grid,
                window=self.window,
                first_row=first_row,
                lines=lines,
                caret=Place(selection.caret, selection.digit, selection.column),
                insert=selection.insert,
                selected=selection.range,
                edited=tuple(session.document.snapshot().edited(wanted)) if wanted else (),
                saved=self._saved(wanted),
                different=self.opposite(self.window) if self.opposite is not None else (),
                highlights=named.within(wanted) if named else (),
                hits=named.hits(wanted) if named else (),
                needle=self._needle(selection.range),
                offset_base=view.offset_base,
                fold_rows=FOLD_REACH // grid.columns if self.folds else 0,
            )
        )

    def above(self, grid: HexGrid, first_row: int) -> ByteWindow:
        """The bytes at hand before ``first_row``, where rows are folded; else none are needed."""
        if not self.folds:
            return ByteWindow()
        end = min(first_row * grid.columns, grid.size)
        start = max(0, end - FOLD_REACH // grid.columns * grid.columns)
        return gathered(ByteRange(start, end), self._session.bytes.get, self.window)

    def _wanted(self, grid: HexGrid, first_row: int, lines: int) -> ByteRange:
        start = min(first_row * grid.columns, grid.size)
        length = lines * grid.columns + (FOLD_REACH if self.folds else 0)
        return ByteRange(start, min(start + length, grid.size))

    def _with_neighbours(self, wanted: ByteRange) -> ByteRange:
        """One screen more on both sides, for the next Page Up and Page Down."""
        start = max(0, wanted.start - wanted.length)
        return ByteRange(start, max(start, min(wanted.end + wanted.length, self._session.size)))

    def _saved(self, wanted: ByteRange) -> tuple[ByteRange, ...]:
        if not wanted:
            return ()
        firsts, ends = self._session.document.saved_runs(wanted.pages)
        size = self._session.size
        return tuple(PageRange(first, end).bytes(size) for first, end in zip(firsts, ends))

    def _needle(self, selected: ByteRange) -> bytes:
        """The selected bytes, to mark the same ones elsewhere in sight; none for long selections."""
        if not 1 < selected.length <= LONGEST_NEEDLE:
            return b""
        reading = self._session.bytes.get(selected.start, selected.length)
        return reading.data if reading is not None and not reading.lost else b""


def description(session: Session) -> str:
    """The caret's place in words, for a screen reader."""
    caret, size = session.selection.caret, session.size
    pages = -(-size // PAGESIZE)
    if caret >= size:
        return tr_n(
            pages,
            "Offset 0x{caret:X}, end of the document, {n} page",
            "Offset 0x{caret:X}, end of the document, {n} pages",
            caret=caret,
        )
    reading = session.bytes.get(caret, 1)
    if reading is None:
        byte = tr("byte not read yet")
    else:
        byte = (
            tr("byte cannot be read")
            if reading.lost
            else tr("byte {value}", value=reading.data.hex().upper())
        )
    selected = session.selection.range.length
    page = caret // PAGESIZE
    if not selected:
        return tr(
            "Offset 0x{caret:X}, {byte}, page {page} of {pages}",
            caret=caret,
            byte=byte,
            page=page,
            pages=pages,
        )
    return tr(
        "Offset 0x{caret:X}, {byte}, page {page} of {pages}, {selected:,} bytes selected",
        caret=caret,
        byte=byte,
        page=page,
        pages=pages,
        selected=selected,
    )

"""The list of touched pages as a table for Qt, whose row numbers are 32-bit: bounded, and says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from bytescope.core.ranges import PAGESIZE, PageRange
from bytescope.core.text.clock import clock
from bytescope.core.text.formats import hex_offset
from bytescope.core.touched.layers import MEANINGS
from bytescope.core.touched.listing import Column, Listing, Row, why
from bytescope.ui.widgets.tips import plain_tip, told, tr, tr_later

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole

MOST_ROWS = 100_000

TITLES = {
    Column.PAGE: tr_later("Page"),
    Column.OFFSET: tr_later("Offset"),
    Column.COUNT: tr_later("Page count"),
    Column.WHY: tr_later("Why"),
    Column.WHEN: tr_later("When"),
    Column.WHO: tr_later("By whom"),
}
NUMBERS = (Column.PAGE, Column.OFFSET, Column.COUNT)
ARROW = "\N{EN QUAD}\N{EN QUAD}"
"""Room for the arrow of the order, which the style draws over the end of a title."""

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_NOWHERE = QModelIndex()


class TouchedModel(QAbstractTableModel):
    """Shows the first ``MOST_ROWS`` rows of a listing in the order that was chosen last."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: Listing | None = None
        self._order: NDArray[np.intp] | None = None
        self._sorted = (Column.PAGE, False)
        self._last: tuple[int, Row] | None = None

    def show_rows(self, rows: Listing | None) -> None:
        """Show another listing, in the same order."""
        self.beginResetModel()
        self.rows = rows
        self._arrange()
        self.endResetModel()

    @property
    def order(self) -> NDArray[np.intp]:
        """The places of all rows of the listing, the shown ones and those left out, as they are sorted."""
        assert self._order is not None
        return self._order

    @property
    def left_out(self) -> int:
        """Rows of the listing that are too many to be shown."""
        return 0 if self.rows is None else max(0, len(self.rows) - MOST_ROWS)

    def row(self, at: int) -> Row:
        """The row that is shown at place ``at``."""
        if self._last is None or self._last[0] != at:
            assert self.rows is not None
            self._last = at, self.rows.row(int(self.order[at]))
        return self._last[1]

    def place_of(self, page: int) -> int | None:
        """Where the row that holds ``page`` is shown; None where there is none."""
        if self.rows is None or not len(self.rows):
            return None
        at = int(self.rows.firsts.searchsorted(page, "right")) - 1
        if at < 0 or page >= self.rows.ends[at]:
            return None
        places = (self.order[:MOST_ROWS] == at).nonzero()[0]
        return int(places[0]) if len(places) else None

    def hull(self, parts: list[tuple[int, int]]) -> PageRange | None:
        """From the first to the last page of the shown rows ``top`` to ``bottom`` of each part."""
        if self.rows is None or not parts:
            return None
        places = [self.order[top : bottom + 1] for top, bottom in parts]
        firsts = min(int(self.rows.firsts[some].min()) for some in places)
        return PageRange(firsts, max(int(self.rows.ends[some].max()) for some in places))

    def text(self, at: int) -> str:
        """A shown row as one line for the clipboard."""
        return "\t".join(_text(self.row(at), column) for column in Column)

    # -- Qt -----------------------------------------------------------------------------------

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if self.rows is None or parent.isValid() else min(len(self.rows), MOST_ROWS)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(Column)

    def headerData(self, section: int, way: Qt.Orientation, role: int = Role.DisplayRole) -> object:
        if way is not Qt.Orientation.Horizontal:
            return None
        if role == Role.TextAlignmentRole and section in NUMBERS:
            return _RIGHT
        if role != Role.DisplayRole:
            return None
        title = tr(TITLES[Column(section)])
        return f"{title}{ARROW}" if section in NUMBERS else title

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        if not index.isValid() or self.rows is None:
            return None
        column = Column(index.column())
        if role == Role.DisplayRole:
            return _text(self.row(index.row()), column)
        if role == Role.TextAlignmentRole and column in NUMBERS:
            return _RIGHT
        if role == Role.ToolTipRole and column is Column.WHY:
            layers = self.row(index.row()).layers
            return plain_tip(
                "\n".join(f"{told(MEANINGS[at].title)}: {told(MEANINGS[at].meaning)}" for at in layers)
            )
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        if not 0 <= column < len(Column):
            return
        self.layoutAboutToBeChanged.emit()
        self._sorted = (Column(column), order is Qt.SortOrder.DescendingOrder)
        self._arrange()
        self.layoutChanged.emit()

    def _arrange(self) -> None:
        self._last = None
        if self.rows is not None:
            column, descending = self._sorted
            self._order = self.rows.order(column, descending=descending)


def _text(row: Row, column: Column) -> str:
    pages = row.end - row.first
    match column:
        case Column.PAGE:
            return f"{row.first:,}" if pages == 1 else f"{row.first:,} – {row.end - 1:,}"
        case Column.OFFSET:
            return f"0x{hex_offset(row.first * PAGESIZE)}"
        case Column.COUNT:
            return (
                f"{row.counted:,}"
                if row.counted == pages
                else tr("{number:,} of {count:,}", number=row.counted, count=pages)
            )
        case Column.WHY:
            return told(why(row.layers))
        case Column.WHEN:
            return "" if row.time is None else clock(row.time)
        case _:
            return tr(row.who)

"""The texts that were found as a table for Qt, whose row numbers are 32-bit: bounded, and says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bytescope.core.strings.forms import BY_NUMBER
from bytescope.core.strings.reading import SHOWN
from bytescope.core.text.formats import hex_offset
from bytescope.ui.panels.rows_table import RowsModel
from bytescope.ui.widgets.tips import tr_later

if TYPE_CHECKING:
    from bytescope.session.analysis.strings import StringList

MOST_ROWS = 100_000
OFFSET, LENGTH, FORM, TEXT = range(4)


class StringsModel(RowsModel):
    """Shows the first ``MOST_ROWS`` texts; each is read when it comes into view."""

    titles = (tr_later("Offset"), tr_later("Bytes"), tr_later("Encoding"), tr_later("Text"))
    numbers = (LENGTH,)
    fixed = (OFFSET, TEXT)

    _list: StringList | None = None
    _count = 0

    def show(self, strings: StringList | None) -> None:
        """Show another list, or one that is another now."""
        self.beginResetModel()
        self._list = strings
        self._count = self._wanted()
        self.endResetModel()

    def grow(self) -> None:
        """Show what was found meanwhile."""
        count = self._wanted()
        if count > self._count:
            self.beginInsertRows(self.index(-1, -1), self._count, count - 1)
            self._count = count
            self.endInsertRows()

    def texts_arrived(self) -> None:
        if self._count:
            self.dataChanged.emit(self.index(0, TEXT), self.index(self._count - 1, TEXT))

    @property
    def left_out(self) -> int:
        """Texts that are too many to be shown."""
        return 0 if self._list is None else max(0, self._list.count - MOST_ROWS)

    def count(self) -> int:
        return self._count

    def cell(self, row: int, column: int) -> str:
        if self._list is None or row >= self._list.count:
            return ""
        place = self._list.place(row)
        if column == OFFSET:
            return f"0x{hex_offset(self._list.range_now(row).start)}"
        if column == LENGTH:
            return f"{place.length:,}"
        if column == FORM:
            return BY_NUMBER[place.number].title
        text = self._list.text(row)
        if text is None:
            return "…"
        return f"{text}…" if place.length > SHOWN else text

    def _wanted(self) -> int:
        return 0 if self._list is None else min(self._list.count, MOST_ROWS)

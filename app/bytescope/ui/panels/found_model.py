"""Hits as a table model: a page of them at a time, as rows are 32-bit numbers and hits are not."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from bytescope.core.ranges import PAGESIZE, ByteRange
from bytescope.core.text.encodings import char_table
from bytescope.core.text.formats import hex_offset
from bytescope.ui.widgets.tips import tr, tr_later

if TYPE_CHECKING:
    from bytescope.session.search.found_list import FoundList

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole

PAGE = 100_000
"""Hits that are shown together."""

AT_ONCE = 256
"""Hits that are taken out of the list together."""

KEPT = 64
"""Such parts that are kept."""

PREVIEW = 16
"""Bytes of a hit that are shown."""

GAP = "\N{EN QUAD}"
"""Between numbers at the right of their column and the text that follows at the left of its own."""

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_NOWHERE = QModelIndex()


class Column(IntEnum):
    """What is told of a hit."""

    NUMBER = 0
    OFFSET = 1
    LENGTH = 2
    PAGE = 3
    BYTES = 4
    TEXT = 5


TITLES = (
    tr_later("Hit"),
    tr_later("Offset"),
    tr_later("Length"),
    tr_later("Page"),
    tr_later("Bytes"),
    tr_later("Text"),
)
NUMBERS = (Column.NUMBER, Column.OFFSET, Column.LENGTH, Column.PAGE)


class FoundModel(QAbstractTableModel):
    """Shows the hits of a list from number ``base`` on. Bytes are shown when somebody has brought them."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.list: FoundList | None = None
        self.base = 0
        self.shown = 0
        """Another number when the rows are those of other hits."""
        self._rows = 0
        self._turn = 0
        self._parts: dict[int, list[tuple[int, int]]] = {}
        self._bytes: dict[int, bytes | None] = {}

    def show_list(self, list_: FoundList | None, base: int = 0) -> None:
        """Show the page of a list that begins with hit ``base``."""
        self.beginResetModel()
        self.list, self.base = list_, base
        self.shown += 1
        self._turn = list_.turn if list_ is not None else 0
        self._rows = self._room()
        self._parts.clear()
        self._bytes.clear()
        self.endResetModel()

    def refresh(self) -> None:
        """The list has more hits than before, or others."""
        if self.list is not None and self.list.turn != self._turn:
            self.show_list(self.list, min(self.base, max(0, self.list.count - 1) // PAGE * PAGE))
            return
        rows = self._room()
        if rows > self._rows:
            self._parts.pop(self._rows // AT_ONCE, None)
            self.beginInsertRows(_NOWHERE, self._rows, rows - 1)
            self._rows = rows
            self.endInsertRows()

    def hit(self, row: int) -> ByteRange | None:
        """The hit of a row."""
        if self.list is None or self.list.results is None or not 0 <= row < self._rows:
            return None
        part = row // AT_ONCE
        rows = self._parts.get(part)
        if rows is None or row % AT_ONCE >= len(rows):
            while len(self._parts) >= KEPT:
                del self._parts[next(iter(self._parts))]
            rows = self.list.results.rows(self.base + part * AT_ONCE, AT_ONCE)
            self._parts[part] = rows
        if row % AT_ONCE >= len(rows):
            return None  # hits were dropped, and the page is not shown anew yet
        return ByteRange.of(*rows[row % AT_ONCE])

    def without_bytes(self, first: int, last: int) -> dict[int, ByteRange]:
        """Those of the rows whose bytes were not brought yet, and where these are."""
        hits = ((row, self.hit(row)) for row in range(max(first, 0), min(last + 1, self._rows)))
        return {
            row: ByteRange.of(hit.start, min(hit.length, PREVIEW))
            for row, hit in hits
            if hit is not None and row not in self._bytes
        }

    def bring(self, found: dict[int, bytes | None], shown: int) -> None:
        """The first bytes of some rows, as they were ``shown``; None for what cannot be read."""
        if shown != self.shown:
            return
        if len(self._bytes) > AT_ONCE * KEPT:
            self._bytes.clear()
        self._bytes.update(found)
        if found:
            corners = self.index(min(found), Column.BYTES), self.index(max(found), Column.TEXT)
            self.dataChanged.emit(*corners)

    def text(self, row: int) -> str:
        """A row as one line for the clipboard."""
        return "\t".join(self._text(row, column) for column in Column)

    # -- Qt -----------------------------------------------------------------------------------

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else self._rows

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(Column)

    def headerData(self, section: int, way: Qt.Orientation, role: int = Role.DisplayRole) -> object:
        if way is not Qt.Orientation.Horizontal:
            return None
        if role == Role.TextAlignmentRole and section in NUMBERS:
            return _RIGHT
        gap = GAP if section == Column.PAGE else ""
        return f"{tr(TITLES[section])}{gap}" if role == Role.DisplayRole else None

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        if not index.isValid():
            return None
        if role == Role.DisplayRole:
            text = self._text(index.row(), Column(index.column()))
            return f"{text}{GAP}" if index.column() == Column.PAGE else text
        if role == Role.TextAlignmentRole and index.column() in NUMBERS:
            return _RIGHT
        return None

    # -- inside -------------------------------------------------------------------------------

    def _room(self) -> int:
        return 0 if self.list is None else min(PAGE, max(0, self.list.count - self.base))

    def _text(self, row: int, column: Column) -> str:
        hit = self.hit(row)
        if hit is None:
            return ""
        match column:
            case Column.NUMBER:
                return f"{self.base + row + 1:,}"
            case Column.OFFSET:
                return f"0x{hex_offset(hit.start)}"
            case Column.LENGTH:
                return f"{hit.length:,}"
            case Column.PAGE:
                return f"{hit.start // PAGESIZE:,}"
        if row not in self._bytes:
            return "…"
        data = self._bytes[row]
        if data is None:
            return tr("cannot be read")
        more = "…" if hit.length > PREVIEW else ""
        if column is Column.BYTES:
            return data.hex(" ").upper() + more
        encoding = self.list.session.view.encoding if self.list is not None else "ascii"
        table = char_table(encoding)
        return "".join(table[value] for value in data) + more

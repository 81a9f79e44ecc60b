"""The values at a place as rows under the names of their groups, in both byte orders."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPalette

from bytescope.core.errors import InputError
from bytescope.core.inspect.kind import ORDERS, Kind, Order, Value, bytes_of
from bytescope.core.inspect.others import COLOURS, rgb_of
from bytescope.core.inspect.table import KINDS, values
from bytescope.ui.widgets.plain_cells import PlainText
from bytescope.ui.widgets.tips import plain_tip, told, tr
from bytescope.ui.widgets.value_delegate import Index

INTEGERS = "Integers"
"""The group of those that can be shown in hexadecimal."""

TITLES: dict[Order, str] = {"little": "Little endian", "big": "Big endian"}


def _rows() -> tuple[str | int, ...]:
    """The names of the groups, each before the numbers of its kinds."""
    out: list[str | int] = []
    for number, kind in enumerate(KINDS):
        if kind.group not in out:
            out.append(kind.group)
        out.append(number)
    return tuple(out)


ROWS = _rows()
SELECTABLE = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
EDITABLE = SELECTABLE | Qt.ItemFlag.ItemIsEditable


class InspectorModel(QAbstractTableModel):
    """``wished`` has an offset and the bytes to be written there."""

    wished = Signal(object, bytes)

    def __init__(self, parent: Any) -> None:
        super().__init__(parent)
        self._first: Order = "little"
        self._values: dict[Order, tuple[Value, ...]] = {}
        self._offset = 0
        self._data = b""
        self._ends = True
        self._writable = False
        self._hex = False
        self._bold = QFont()
        self._bold.setBold(True)
        self.set_palette(QPalette())

    def show_bytes(self, offset: int, data: bytes, *, ends: bool, writable: bool) -> None:
        """Say what ``data`` at ``offset`` is; ``ends``: the document ends behind it."""
        self._offset, self._writable = offset, writable
        if (data, ends) != (self._data, self._ends) or not self._values:
            self._data, self._ends = data, ends
            before = self._values
            self._values = {order: values(data, order, ends=ends) for order in ORDERS}
            self._tell_changed(before)

    def set_order(self, order: Order) -> None:
        """The byte order of the first column; the other stands in the second."""
        if order != self._first:
            self._first = order
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 1, 2)
            self._tell()

    def set_hex(self, on: bool) -> None:
        """Integers in hexadecimal, or as usual."""
        self._hex = on
        self._tell()

    def order_of(self, column: int) -> Order:
        """The byte order of a column of values."""
        return self._first if column == 1 else ORDERS[1 - ORDERS.index(self._first)]

    def kind_of(self, row: int) -> Kind | None:
        """The kind of value of a row; None for the name of a group."""
        number = ROWS[row]
        return None if isinstance(number, str) else KINDS[number]

    def value_at(self, index: Index) -> Value | None:
        """The value of a cell; None where none stands."""
        number = ROWS[index.row()]
        if isinstance(number, str) or not self._values or not index.column():
            return None
        return self._values[self.order_of(index.column())][number]

    def shown_at(self, index: Index) -> str:
        """The text of the value of a cell; "" where none stands."""
        value = self.value_at(index)
        return self._shown(value) if value is not None else ""

    def plain(self, index: Index) -> PlainText | None:
        """What stands in a cell; None for the names of groups, which are bold."""
        column = index.column()
        number = ROWS[index.row()]
        if isinstance(number, str):
            return None
        kind = KINDS[number]
        if not column:
            return PlainText(told(kind.title))
        if not self._values:
            return None
        value = self._values[self.order_of(column)][number]
        if not value.text:
            return PlainText(f"– {told(value.problem)}", True)
        return PlainText(
            self._shown(value), False, QColor(*rgb_of(value.text)) if kind.key in COLOURS else None
        )

    def set_palette(self, palette: QPalette) -> None:
        """The colours of the view."""
        self.palette = palette

    # -- what views ask -----------------------------------------------------------------------

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(ROWS)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else 3

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return tr("Kind") if section == 0 else tr(TITLES[self.order_of(section)])

    def flags(self, index: Index) -> Qt.ItemFlag:
        if isinstance(ROWS[index.row()], str):
            return Qt.ItemFlag.ItemIsEnabled
        value = self.value_at(index) if self._writable else None
        return EDITABLE if value is not None and value.editable else SELECTABLE

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = ROWS[index.row()]
        if isinstance(row, str):
            return self._group(row, index.column(), role)
        if not index.column():
            if role == Qt.ItemDataRole.ToolTipRole:
                return plain_tip(told(KINDS[row].tip))
            return told(KINDS[row].title) if role == Qt.ItemDataRole.DisplayRole else None
        value = self.value_at(index)
        return None if value is None else self._cell(value, role)

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        try:
            data = self._bytes(index, str(value))
        except InputError:
            return False
        if data != self._data[: len(data)]:
            self.wished.emit(self._offset, data)
        return True

    def problem_of(self, index: Index, text: str) -> str:
        try:
            self._bytes(index, text)
        except InputError as error:
            return str(error)
        return ""

    # -- inside -------------------------------------------------------------------------------

    def _bytes(self, index: Index, text: str) -> bytes:
        kind = self.kind_of(index.row())
        assert kind is not None  # the names of groups cannot be edited
        return bytes_of(kind, text, self.order_of(index.column()), self._data)

    def _shown(self, value: Value) -> str:
        return (
            f"{int(value.text):#X}".replace("X", "x")
            if self._hex and value.text and value.kind.group == INTEGERS
            else value.text
        )

    def _group(self, name: str, column: int, role: int) -> Any:
        if role == Qt.ItemDataRole.FontRole:
            return self._bold
        return told(name) if role == Qt.ItemDataRole.DisplayRole and not column else None

    def _cell(self, value: Value, role: int) -> Any:
        if role == Qt.ItemDataRole.DisplayRole:
            return self._shown(value) or f"– {told(value.problem)}"
        if role == Qt.ItemDataRole.EditRole:
            return self._shown(value)
        if role == Qt.ItemDataRole.ForegroundRole and value.problem:
            return self.palette.placeholderText()
        if role == Qt.ItemDataRole.DecorationRole and value.kind.key in COLOURS and value.text:
            return QColor(*rgb_of(value.text))
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(
                told(value.problem)
                or f"{value.text}\n{tr('{count} bytes', count=value.length)}" * (value.length > 1)
            )
        return None

    def _tell_changed(self, before: dict[Order, tuple[Value, ...]]) -> None:
        """Have those cells painted whose values are others than they were ``before``."""
        if not before:
            self._tell()
            return
        for column in (1, 2):
            order = self.order_of(column)
            old, new = before[order], self._values[order]
            first = -1
            for row, number in enumerate((*ROWS, "")):
                if isinstance(number, str) or new[number] == old[number]:
                    if first >= 0:
                        self.dataChanged.emit(self.index(first, column), self.index(row - 1, column))
                    first = -1
                elif first < 0:
                    first = row

    def _tell(self) -> None:
        self.dataChanged.emit(self.index(0, 1), self.index(len(ROWS) - 1, 2))

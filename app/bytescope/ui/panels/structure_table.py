"""An array of structures as a table: an element a row, its fields as columns."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt, Signal

from bytescope.core.ranges import ByteRange
from bytescope.core.structs.placed import Placed, is_leaf, joined, part, part_count
from bytescope.core.structs.types import Array, Enumeration, Scalar
from bytescope.ui.panels.field_values import WAITING, FieldValues
from bytescope.ui.widgets.plain_cells import PlainText
from bytescope.ui.widgets.tips import plain_tip
from bytescope.ui.widgets.value_delegate import Index

MOST_ROWS = 1_000_000
"""A table of Qt cannot have as many rows as a file of any size has elements."""
MOST_COLUMNS = 64
MOST_LOOKS = 2000
"""Structures and fields that are looked at for the columns."""
KEPT = 512


class ElementTable(QAbstractTableModel):
    """The elements of ``array``, edited as in the tree; ``wished`` has an offset and bytes."""

    wished = Signal(object, bytes)

    def __init__(self, values: FieldValues, parent: Any) -> None:
        super().__init__(parent)
        self._values = values
        self.array: Placed | None = None
        self._columns: list[str] = []
        self._rows: dict[int, list[Placed]] = {}
        self._shown: dict[tuple[int, int], str] = {}

    def show_array(self, array: Placed | None) -> None:
        """Show the elements of another array; None: of none."""
        before = self.array
        if array == before:
            return
        if array is not None and before is not None and _same_shape(array, before):
            self.array, self._rows = array, {}
            return
        self.beginResetModel()
        self.array = array
        self._rows, self._shown = {}, {}
        self._columns = [name for name, _ in _columns(part(array, 0))] if array and part_count(array) else []
        self.endResetModel()

    def renewed(self, rows: range, columns: range) -> list[tuple[int, int]]:
        """Those of these cells whose texts are others than those that were shown last."""
        before, self._shown = self._shown, {}
        for row in rows:
            for column in columns:
                placed = self._placed(row, column)
                self._shown[row, column] = self._values.text(placed) if placed is not None else ""
        return [cell for cell, text in self._shown.items() if before.get(cell) != text]

    def are_here(self, rows: range) -> bool:
        """Whether the values of these rows have been read."""
        places = (self._placed(row, column) for row in rows for column in range(len(self._columns)))
        return all(placed is None or self._values.text(placed) != WAITING for placed in places)

    def range_of(self, index: Index) -> ByteRange | None:
        """The bytes of a cell."""
        placed = self._cell(index)
        return placed.range if placed is not None else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt has it
        return 0 if parent.isValid() or self.array is None else min(MOST_ROWS, part_count(self.array))

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return self._columns[section] if orientation is Qt.Orientation.Horizontal else str(section)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        placed = self._cell(index)
        if placed is not None and self._values.editable(placed):
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole, Qt.ItemDataRole.ToolTipRole):
            return None
        placed = self._cell(index)
        if placed is None:
            return None
        if role == Qt.ItemDataRole.EditRole:
            return self._values.typed(placed)
        text = self._values.text(placed)
        if role == Qt.ItemDataRole.DisplayRole:
            return text
        return plain_tip(f"[{index.row()}] {self._columns[index.column()]}, 0x{placed.offset:X}\n{text}")

    def plain(self, index: Index) -> PlainText | None:
        """What stands in a cell."""
        placed = self._cell(index)
        if placed is None:
            return None
        key = (index.row(), index.column())
        if key not in self._shown:
            self._shown[key] = self._values.text(placed)
        return PlainText(self._shown[key])

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        placed = self._cell(index)
        data = self._values.taken(placed, str(value)) if placed is not None else None
        if placed is not None and data:
            self.wished.emit(placed.offset, data)
        return data is not None

    def problem_of(self, index: Index, text: str) -> str:
        placed = self._cell(index)
        return self._values.problem(placed, text) if placed is not None else ""

    def _cell(self, index: Index) -> Placed | None:
        return self._placed(index.row(), index.column()) if index.isValid() else None

    def _placed(self, number: int, column: int) -> Placed | None:
        if self.array is None:
            return None
        row = self._rows.get(number)
        if row is None:
            if len(self._rows) >= KEPT:
                self._rows.clear()
            row = [placed for _, placed in _columns(part(self.array, number))]
            self._rows[number] = row
        return row[column] if column < len(row) else None


def _same_shape(one: Placed, other: Placed) -> bool:
    """Whether both have as many elements of one type, all of them of one size."""
    if not isinstance(one.type, Array) or not isinstance(other.type, Array):
        return False
    return one.type.of is other.type.of and one.type.of.size is not None and one.size == other.size


def _columns(element: Placed) -> list[tuple[str, Placed]]:
    """The fields of an element, those of structures inside as well; structures without fields have none."""
    out: list[tuple[str, Placed]] = []
    stack, looks = [("", element)], 0
    while stack and len(out) < MOST_COLUMNS and looks < MOST_LOOKS:
        path, placed = stack.pop()
        looks += 1
        if is_leaf(placed) or isinstance(placed.type, Array):
            out.append((path or "value", placed))
            continue
        inside = [part(placed, number) for number in range(min(part_count(placed), MOST_COLUMNS))]
        stack.extend((joined(path, item.name), item) for item in reversed(inside))
    return out


Way = tuple[int, ...]
"""The numbers of the parts that lead from the whole to a field."""


def is_tabular(placed: Placed) -> bool:
    """Whether it is an array of structures."""
    return isinstance(placed.type, Array) and not isinstance(placed.type.of, (Scalar, Enumeration))


def table_of(root: Placed, way: Way | None) -> tuple[Placed | None, Way]:
    """The array of structures at ``way``; where none is there the whole itself, or the first in it."""
    at: Placed | None = root if way is not None else None
    for number in way or ():
        at = part(at, number) if at is not None and number < part_count(at) else None
    if at is not None and way is not None and is_tabular(at):
        return at, way
    if is_tabular(root):
        return root, ()
    for number in range(min(part_count(root), MOST_COLUMNS)):
        if is_tabular(inside := part(root, number)) and part_count(inside):
            return inside, (number,)
    return None, ()

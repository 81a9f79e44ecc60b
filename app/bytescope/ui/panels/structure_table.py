"""An array of structures as a table: an element a row, its fields as columns."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt

from bytescope.core.ranges import ByteRange
from bytescope.core.structs.placing import Placed, is_leaf, joined, part, part_count
from bytescope.core.structs.types import Array, Enumeration, Scalar
from bytescope.ui.panels.structure_tree import StructureTree
from bytescope.ui.widgets.value_delegate import Index

MOST_ROWS = 1_000_000
"""A table of Qt cannot have as many rows as a file of any size has elements."""
MOST_COLUMNS = 64
KEPT = 512


class ElementTable(QAbstractTableModel):
    """The elements of ``array``; the values are those of the tree."""

    def __init__(self, tree: StructureTree, parent: Any) -> None:
        super().__init__(parent)
        self._tree = tree
        self.array: Placed | None = None
        self._columns: list[str] = []
        self._rows: dict[int, list[Placed]] = {}

    def show_array(self, array: Placed | None) -> None:
        """Show the elements of another array; None: of none."""
        if array == self.array:
            return
        self.beginResetModel()
        self.array = array
        self._rows = {}
        self._columns = [name for name, _ in _columns(part(array, 0))] if array and part_count(array) else []
        self.endResetModel()

    def refresh(self) -> None:
        """The bytes may be others now."""
        if self.rowCount() and self._columns:
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, len(self._columns) - 1))

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

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        placed = self._cell(index) if role == Qt.ItemDataRole.DisplayRole else None
        return self._tree.value_text(placed) if placed is not None else None

    def _cell(self, index: Index) -> Placed | None:
        if self.array is None or not index.isValid():
            return None
        row = self._rows.get(index.row())
        if row is None:
            if len(self._rows) >= KEPT:
                self._rows.clear()
            row = [placed for _, placed in _columns(part(self.array, index.row()))]
            self._rows[index.row()] = row
        return row[index.column()] if index.column() < len(row) else None


def _columns(element: Placed) -> list[tuple[str, Placed]]:
    """The fields of an element, those of structures inside as well."""
    out: list[tuple[str, Placed]] = []
    stack = [("", element)]
    while stack and len(out) < MOST_COLUMNS:
        path, placed = stack.pop()
        if is_leaf(placed) or isinstance(placed.type, Array):
            out.append((path or "value", placed))
            continue
        inside = [part(placed, number) for number in range(min(part_count(placed), MOST_COLUMNS))]
        stack.extend((joined(path, item.name), item) for item in reversed(inside))
    return out


def array_at(path: list[Placed]) -> Placed | None:
    """The innermost array of structures among ``path``, a field and all those around it from the inside."""
    for placed in path:
        if isinstance(placed.type, Array) and not isinstance(placed.type.of, (Scalar, Enumeration)):
            return placed
    return None

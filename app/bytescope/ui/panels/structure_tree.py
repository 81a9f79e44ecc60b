"""The fields of a structure as a tree whose branches are made when they are opened."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt, Signal

from bytescope.core.inspect.kind import Order
from bytescope.core.ranges import ByteRange
from bytescope.core.structs.placed import Laid, Placed, joined, part, part_count
from bytescope.core.structs.telling import type_text
from bytescope.core.structs.types import Array, Type
from bytescope.ui.panels.field_values import FieldValues
from bytescope.ui.widgets.tips import plain_tip, tr
from bytescope.ui.widgets.value_delegate import Index

if TYPE_CHECKING:
    from bytescope.session.session import Session

VALUE, COLUMNS = 1, 5
GROUP = 256
"""Elements under one branch; larger arrays have branches for so many of them, and branches of branches."""


class Item:
    """A branch or a leaf: a field, or elements ``first`` to ``end`` of an array.

    ``shown``: the texts of its cells, worked out in ``round`` of the model.
    """

    __slots__ = ("end", "first", "inside", "parent", "path", "placed", "round", "row", "shown")

    def __init__(
        self, parent: Item | None, row: int, placed: Placed, path: str, first: int, end: int
    ) -> None:
        self.parent = parent
        self.row = row
        self.placed = placed
        self.path = path
        self.first = first
        self.end = end
        self.inside: list[Item] | None = None
        self.shown: tuple[str, ...] = ("",) * COLUMNS
        self.round = -1

    @property
    def is_group(self) -> bool:
        """Whether it is a part of an array and no field itself."""
        return self.parent is not None and self.parent.placed is self.placed

    def count(self) -> int:
        """How many items are inside."""
        if self.inside is not None:
            return len(self.inside)
        elements = self.end - self.first
        return elements if elements <= GROUP else -(-elements // _step(elements))

    def items(self) -> list[Item]:
        """What is inside, made when first asked for."""
        if self.inside is None:
            elements = self.end - self.first
            if elements <= GROUP:
                self.inside = [self._part(row) for row in range(elements)]
            else:
                step = _step(elements)
                self.inside = [
                    Item(self, row, self.placed, self.path, at, min(at + step, self.end))
                    for row, at in enumerate(range(self.first, self.end, step))
                ]
        return self.inside

    def _part(self, row: int) -> Item:
        placed = part(self.placed, self.first + row)
        return Item(self, row, placed, joined(self.path, placed.name), 0, part_count(placed))


def _step(elements: int) -> int:
    step = GROUP
    while -(-elements // step) > GROUP:
        step *= GROUP
    return step


class StructureTree(QAbstractItemModel):
    """``wished`` has an offset and the bytes to be written there."""

    wished = Signal(object, bytes)

    def __init__(self, parent: Any) -> None:
        super().__init__(parent)
        self._root: Item | None = None
        self._round = 0
        self._titles = (tr("Name"), tr("Value"), tr("Type"), tr("Offset"), tr("Size"))
        self.values = FieldValues()

    def show_laid(self, session: Session | None, laid: Laid | None, order: Order) -> None:
        """Show another structure, or none."""
        self.beginResetModel()
        self.values.show(session, order)
        self._root = None
        if laid is not None:
            self._root = Item(None, 0, laid.root, laid.root.name, 0, part_count(laid.root))
        self.endResetModel()

    def move(self, session: Session | None, laid: Laid | None, order: Order) -> bool:
        """Take over the places of ``laid`` where it has the same parts; else False, and nothing is done."""
        if laid is None or self._root is None:
            return False
        moved = _moved(self._root, laid.root)
        if moved is None:
            return False
        self.values.show(session, order)
        for item, placed in moved:
            item.placed = placed
        return True

    def stale(self) -> None:
        """The bytes may be others now."""
        self._round += 1
        self.values.stale()

    def item(self, index: Index) -> Item | None:
        """The item of an index."""
        found = index.internalPointer() if index.isValid() else None
        return found if isinstance(found, Item) else None

    def range_of(self, index: Index) -> ByteRange | None:
        """The bytes of a field, or of a part of an array."""
        item = self.item(index)
        if item is None:
            return None
        if not item.is_group:
            return item.placed.range
        first, last = part(item.placed, item.first), part(item.placed, item.end - 1)
        return ByteRange(first.offset, last.offset + last.size)

    def way_to(self, index: Index) -> list[tuple[Placed, tuple[int, ...]]]:
        """The field and all those around it from the inside, each with the numbers of the parts to it."""
        fields: list[Item] = []
        item = self.item(index)
        while item is not None:
            if not item.is_group:
                fields.append(item)
            item = item.parent
        numbers = tuple(field.parent.first + field.row for field in reversed(fields) if field.parent)
        return [(field.placed, numbers[: len(numbers) - depth]) for depth, field in enumerate(fields)]

    def renewed(self, index: Index) -> list[int]:
        """The columns of this row whose texts are others than those that were worked out last."""
        item = self.item(index)
        if item is None:
            return []
        pairs = zip(item.shown, self._texts(item), strict=True)
        return [column for column, (before, now) in enumerate(pairs) if before != now]

    # -- what views ask -----------------------------------------------------------------------

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt has it
        if not parent.isValid():
            return int(self._root is not None)
        item = self.item(parent)
        return item.count() if item is not None and parent.column() == 0 else 0

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return COLUMNS

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008
        if not 0 <= column < COLUMNS or row < 0:
            return QModelIndex()
        if not parent.isValid():
            return self.createIndex(row, column, self._root) if self._root and not row else QModelIndex()
        item = self.item(parent)
        if item is None or row >= item.count():
            return QModelIndex()
        return self.createIndex(row, column, item.items()[row])

    def parent(self, index: Index | None = None) -> Any:
        if index is None:
            return super().parent()
        item = self.item(index)
        above = item.parent if item is not None else None
        return self.createIndex(above.row, 0, above) if above is not None else QModelIndex()

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        shown = orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole
        return self._titles[section] if shown else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        item = self.item(index)
        if item is not None and index.column() == VALUE and self.values.editable(item.placed):
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role not in _ROLES:
            return None
        item = self.item(index)
        if item is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._texts(item)[index.column()]
        if role == Qt.ItemDataRole.EditRole:
            return self.values.typed(item.placed) if index.column() == VALUE else None
        return plain_tip(f"{item.path}\n{self._texts(item)[VALUE]}".strip())

    def shown(self, index: Index) -> tuple[str, ...]:
        """What stands in the cells of a row."""
        item = self.item(index)
        return self._texts(item) if item is not None else ("",) * COLUMNS

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        item = self.item(index)
        data = self.values.taken(item.placed, str(value)) if item is not None else None
        if item is not None and data:
            self.wished.emit(item.placed.offset, data)
        return data is not None

    def problem_of(self, index: Index, text: str) -> str:
        item = self.item(index)
        return self.values.problem(item.placed, text) if item is not None else ""

    def _texts(self, item: Item) -> tuple[str, ...]:
        """What stands in the cells of a row, worked out once a round."""
        if item.round == self._round:
            return item.shown
        item.round = self._round
        placed = item.placed
        if item.is_group:
            item.shown = (f"[{item.first:,} … {item.end - 1:,}]", "", "", "", "")
        else:
            name, type_ = placed.name or tr("(nameless)"), type_text(placed)
            item.shown = (name, self.values.text(placed), type_, f"0x{placed.offset:X}", f"{placed.size:,}")
        return item.shown


_ROLES = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole, Qt.ItemDataRole.ToolTipRole)


def _moved(root: Item, place: Placed) -> list[tuple[Item, Placed]] | None:
    """The items that were made, each with its place in ``place``; None where the parts are others."""
    out: list[tuple[Item, Placed]] = []
    waiting = [(root, place)]
    while waiting:
        item, placed = waiting.pop()
        old = item.placed
        if placed is not old and not (
            placed.name == old.name
            and placed.bits == old.bits
            and _alike(placed.type, old.type)
            and part_count(placed) == part_count(old)
        ):
            return None
        out.append((item, placed))
        for inside in item.inside or ():
            waiting.append((inside, placed if inside.is_group else part(placed, item.first + inside.row)))
    return out


def _alike(one: Type, other: Type) -> bool:
    """Whether both are one type; arrays whose counts depend on the bytes are made anew each time."""
    if isinstance(one, Array) and isinstance(other, Array):
        return one.of is other.of and one.size == other.size
    return one is other

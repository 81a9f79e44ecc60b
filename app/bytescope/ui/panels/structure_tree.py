"""The fields of a structure as a tree whose branches are made when they are opened."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QPalette

from bytescope.core.errors import InputError
from bytescope.core.inspect.kind import Order
from bytescope.core.ranges import ByteRange
from bytescope.core.structs.placing import Laid, Placed, is_leaf, joined, part, part_count
from bytescope.core.structs.telling import type_text
from bytescope.core.structs.types import Array, Enumeration, Scalar
from bytescope.core.structs.values import LONGEST_TEXT, bytes_of, shown_of, text_of
from bytescope.ui.widgets.tips import plain_tip, tr, tr_later
from bytescope.ui.widgets.value_delegate import Index

if TYPE_CHECKING:
    from bytescope.session.session import Session

COLUMNS = (tr_later("Name"), tr_later("Value"), tr_later("Type"), tr_later("Offset"), tr_later("Size"))
GROUP = 256
"""Elements under one branch; larger arrays have branches for so many of them, and branches of branches."""
PREVIEW = 8


class Item:
    """A branch or a leaf: a field, or elements ``first`` to ``end`` of an array."""

    __slots__ = ("end", "first", "inside", "parent", "path", "placed", "row")

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
        self._session: Session | None = None
        self._root: Item | None = None
        self._order: Order = "little"
        self.palette = QPalette()

    def show_laid(self, session: Session | None, laid: Laid | None, order: Order) -> None:
        """Show another structure, or none."""
        self.beginResetModel()
        self._session, self._order = session, order
        self._root = None
        if laid is not None:
            self._root = Item(None, 0, laid.root, laid.root.name, 0, part_count(laid.root))
        self.endResetModel()

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

    # -- what views ask -----------------------------------------------------------------------

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt has it
        if not parent.isValid():
            return int(self._root is not None)
        item = self.item(parent)
        return item.count() if item is not None and parent.column() == 0 else 0

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return len(COLUMNS)

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008
        if not 0 <= column < len(COLUMNS) or row < 0:
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
        return tr(COLUMNS[section]) if shown else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        item = self.item(index)
        if item is not None and index.column() == 1 and is_leaf(item.placed) and self._old(item.placed):
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        item = self.item(index)
        if item is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(item, index.column())
        if role == Qt.ItemDataRole.EditRole and index.column() == 1:
            return text_of(item.placed, self._old(item.placed) or b"", self._order)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(f"{item.path}\n{self._text(item, 1)}".strip())
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        item = self.item(index)
        old = self._old(item.placed) if item is not None else None
        if item is None or not old:
            return False
        try:
            data = bytes_of(item.placed, str(value), self._order, old)
        except InputError:
            return False
        if data != old:
            self.wished.emit(item.placed.offset, data)
        return True

    def problem_of(self, index: Index, text: str) -> str:
        item = self.item(index)
        old = self._old(item.placed) if item is not None else None
        if item is None or not old:
            return tr("The bytes are not here; try again when they have been read.")
        try:
            bytes_of(item.placed, text, self._order, old)
        except InputError as error:
            return str(error)
        return ""

    # -- inside -------------------------------------------------------------------------------

    def _text(self, item: Item, column: int) -> str:
        placed = item.placed
        if item.is_group:
            return f"[{item.first:,} … {item.end - 1:,}]" if column == 0 else ""
        if column == 0:
            return placed.name or tr("(nameless)")
        if column == 1:
            return self.value_text(placed)
        if column == 2:
            return type_text(placed)
        return f"0x{placed.offset:X}" if column == 3 else f"{placed.size:,}"

    def value_text(self, placed: Placed) -> str:
        """The value of a field; of an array of plain values the first ones."""
        if self._session is None:
            return ""
        if is_leaf(placed):
            return self._leaf_text(placed)
        if not isinstance(placed.type, Array) or not isinstance(placed.type.of, (Scalar, Enumeration)):
            return ""
        count = part_count(placed)
        texts = [self._leaf_text(part(placed, n), shown=False) for n in range(min(PREVIEW, count))]
        return ", ".join(texts) + (", …" if count > PREVIEW else "")

    def _leaf_text(self, placed: Placed, *, shown: bool = True) -> str:
        data = self._bytes(placed)
        if data is None:
            return "…"
        if len(data) < min(placed.size, LONGEST_TEXT):
            return tr("(no bytes here)")
        return (shown_of if shown else text_of)(placed, data, self._order)

    def _old(self, placed: Placed) -> bytes:
        """The bytes of a field that can be edited; none where it cannot."""
        if self._session is None or self._session.document.read_only or placed.size > LONGEST_TEXT:
            return b""
        data = self._bytes(placed)
        return data if data is not None and len(data) == placed.size else b""

    def _bytes(self, placed: Placed) -> bytes | None:
        """The bytes of a field as far as they can be had; None while they are being read."""
        assert self._session is not None
        length = min(placed.size, LONGEST_TEXT)
        within = ByteRange.of(placed.offset, length).intersect(ByteRange(0, self._session.size))
        if within.start != placed.offset:
            return b""
        reading = self._session.bytes.get(within.start, within.length)
        if reading is None:
            self._session.bytes.ask(within)
            return None
        lost = min((item.range.start for item in reading.lost), default=within.end)
        return reading.data[: max(0, lost - within.start)]

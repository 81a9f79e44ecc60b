"""What the bytes at the caret are as numbers, times, characters and colours; each can be edited in place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QSize, Qt, QTimer
from PySide6.QtGui import QAction, QFocusEvent, QGuiApplication, QKeySequence, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from bytescope.core.inspect.table import MOST_BYTES
from bytescope.core.ranges import ByteRange
from bytescope.core.text.formats import hex_text
from bytescope.ui.panels.inspector_model import ROWS, TITLES, InspectorModel
from bytescope.ui.widgets.bits_edit import BitsEdit
from bytescope.ui.widgets.captions import caption
from bytescope.ui.widgets.plain_cells import PlainCells
from bytescope.ui.widgets.said import SaidLabel
from bytescope.ui.widgets.tips import plain_tip, tr

if TYPE_CHECKING:
    from bytescope.session.session import Session

BITS = (8, 16, 32, 64)


class InspectorPanel(QWidget):
    """Follows the caret, or the start of the selection; asks nothing while it is hidden."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session: Session | None = None
        self._offset = 0
        self._data = b""
        self.order = QComboBox(self)
        self.hex = QCheckBox(tr("He&x"), self)
        self.count = QComboBox(self)
        self.bits = BitsEdit("inspector.bits", self)
        self.table = InspectorTable(self)
        self.model = self.table.rows
        self._said = SaidLabel("inspector.said", lines=2, parent=self)
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.setInterval(0)
        self._lay_out()
        self.setFocusProxy(self.table)
        self._late.timeout.connect(self.refresh)
        self.order.currentIndexChanged.connect(self._on_order)
        self.hex.toggled.connect(self.model.set_hex)
        self.count.currentIndexChanged.connect(self.refresh)
        self.bits.flipped.connect(self._on_flipped)
        self.model.wished.connect(self._write)
        self.table.values.said.connect(self._on_said)

    def _lay_out(self) -> None:
        self.order.setObjectName("inspector.order")
        self.order.setAccessibleName(tr("Byte order of the first column"))
        for key, title in TITLES.items():
            self.order.addItem(tr(title), key)
        self.count.setObjectName("inspector.bit_count")
        self.count.setAccessibleName(tr("How many bits are shown"))
        for bits in BITS:
            self.count.addItem(tr("{bits} bits", bits=bits), bits)
        self.hex.setObjectName("inspector.hex")
        self.hex.setAccessibleName(tr("Integers in hexadecimal"))
        self.hex.setToolTip(plain_tip(tr("Integers in hexadecimal")))
        head = QHBoxLayout()
        head.addWidget(caption(tr("Byte &order"), self, self.order))
        head.addWidget(self.order)
        head.addWidget(self.hex)
        head.addStretch(1)
        head.addWidget(caption(tr("B&its"), self, self.count))
        head.addWidget(self.count)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 4, 6, 4)
        layout.setSpacing(4)
        layout.addLayout(head)
        layout.addWidget(self.bits)
        layout.addWidget(self.table, 1)
        layout.addWidget(self._said)

    # -- what is shown ------------------------------------------------------------------------

    def show_session(self, session: Session | None) -> None:
        """Follow ``session`` from now on."""
        if session is not self._session:
            for signal in _signals(self._session):
                signal.disconnect(self._soon)
            self._session = session
            for signal in _signals(session):
                signal.connect(self._soon)
        self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def _soon(self, _: object = None) -> None:
        """Several signals of one step, and keys that come faster than the screen, are one refresh."""
        if self.isVisible():
            self._late.start()

    def refresh(self) -> None:
        """Show the values at the caret."""
        if not self.isVisible():
            return
        session = self._session
        self._offset, self._data, ends = 0, b"", True
        if session is not None:
            picked = session.selection
            self._offset = picked.range.start if picked.range else picked.caret
            self._data, ends = self._bytes(session)
        writable = session is not None and not session.document.read_only
        self.model.set_palette(self.palette())
        self.model.show_bytes(self._offset, self._data, ends=ends, writable=writable)
        size = self.count.currentData() // 8
        value = (
            int.from_bytes(self._data[:size], self.order.currentData()) if len(self._data) >= size else None
        )
        self.bits.show_value(value, size * 8, writable)
        if not self._said.is_fault:
            self._said.say(self._where(session))

    def _bytes(self, session: Session) -> tuple[bytes, bool]:
        """What can be read from the offset on, and whether the document ends behind it."""
        wanted = ByteRange.of(self._offset, MOST_BYTES).intersect(ByteRange(0, session.size))
        reading = session.bytes.get(wanted.start, wanted.length)
        if reading is None:
            session.bytes.ask(wanted)
            return b"", False
        lost = min((item.range.start for item in reading.lost), default=None)
        if lost is not None:
            return reading.data[: max(0, lost - wanted.start)], False
        return reading.data, wanted.length < MOST_BYTES

    def _where(self, session: Session | None) -> str:
        if session is None:
            return tr("Open a document to see what its bytes are.")
        if self._offset >= session.size:
            return tr(
                "{offset} is the end of the document: there are no bytes.", offset=hex_text(self._offset)
            )
        return tr("At {offset}. Double-click, F2 or Enter edits a value.", offset=hex_text(self._offset))

    # -- wishes -------------------------------------------------------------------------------

    def _on_order(self) -> None:
        self.model.set_order(self.order.currentData())
        self.refresh()

    def _on_said(self, problem: str) -> None:
        if problem:
            self._said.complain(problem)
        else:
            self._said.say(self._where(self._session))

    def _on_flipped(self, bit: int) -> None:
        size, order = self.count.currentData() // 8, self.order.currentData()
        value = int.from_bytes(self._data[:size], order) ^ 1 << bit
        self._write(self._offset, value.to_bytes(size, order))

    def _write(self, offset: int, data: bytes) -> None:
        """As one step, of no more bytes than are others then."""
        if self._session is not None:
            self._session.write(offset, data)


def _signals(session: Session | None) -> tuple[Any, ...]:
    """Those that tell of other bytes at the caret."""
    return () if session is None else (session.selected, session.changed, session.bytes_arrived)


class InspectorTable(QTableView):
    """The values; Enter edits, Ctrl+C copies the text of a cell."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("inspector.table")
        self.setAccessibleName(tr("Values at the caret"))
        self.rows = InspectorModel(self)
        self.values = PlainCells(self.rows, self)
        self.setModel(self.rows)
        self.setItemDelegate(self.values)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.DoubleClicked | triggers.EditKeyPressed)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setShowGrid(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setMinimumSectionSize(1)
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 3)
        self._make_columns()
        self._make_actions()

    def _make_columns(self) -> None:
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        metrics = self.fontMetrics()
        self.setColumnWidth(0, metrics.horizontalAdvance("RGB565 colour") + 14)
        for column in (1, 2):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        self.setMinimumWidth(self.columnWidth(0) + 2 * metrics.horizontalAdvance("0" * 12))
        for row in range(len(ROWS)):
            kind = self.rows.kind_of(row)
            if kind is None:
                self.setSpan(row, 0, 1, 3)
            elif not kind.ordered:
                self.setSpan(row, 1, 1, 2)

    def _make_actions(self) -> None:
        for name, text, keys, act in (
            ("edit", "&Edit Value", ("Return", "Enter", "F2"), self._edit),
            ("copy", "&Copy Value", ("Ctrl+C",), self.copy),
        ):
            action = QAction(text, self)
            action.setObjectName(f"action.inspector.{name}")
            action.setShortcuts([QKeySequence(key) for key in keys])
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            action.triggered.connect(act)
            self.addAction(action)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    def sizeHint(self) -> QSize:
        """Room for 64 bits in both byte orders."""
        number = self.fontMetrics().horizontalAdvance("0" * 21)
        bar = self.verticalScrollBar().sizeHint().width()
        return QSize(self.columnWidth(0) + 2 * number + bar, super().sizeHint().height())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keyboard begins at the first value, not at what it is called."""
        if not self.currentIndex().isValid():
            first = next(row for row in range(len(ROWS)) if self.rows.kind_of(row) is not None)
            select = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.selectionModel().setCurrentIndex(self.rows.index(first, 1), select)
        super().focusInEvent(event)

    def copy(self) -> None:
        """The text of the current value to the clipboard; nothing where there is none."""
        text = self.rows.shown_at(self._value_index()) if self.currentIndex().isValid() else ""
        if text:
            QGuiApplication.clipboard().setText(text)

    def _value_index(self) -> QModelIndex:
        """The current cell; beside a value's name the value itself."""
        index = self.currentIndex()
        return index if index.column() else index.siblingAtColumn(1)

    def _edit(self) -> None:
        index = self._value_index()
        if index.isValid() and index.flags() & Qt.ItemFlag.ItemIsEditable:
            self.setCurrentIndex(index)
            self.edit(index)

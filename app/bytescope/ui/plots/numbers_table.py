"""The numbers of a range as a table; a run in it can be gone to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHeaderView, QTableWidget, QTableWidgetItem, QVBoxLayout, QWidget

from bytescope.ui.widgets.row_table import row_table
from bytescope.ui.widgets.tips import plain_tip, told, tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bytescope.core.statistics.words import Said


class NumbersTable(QWidget):
    """``chosen`` has the ByteRange of a row that was double-clicked, or that Enter was pressed in."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[Said] = ()
        self.table: QTableWidget = row_table(
            "statistics.numbers", tr("Numbers of the range"), (tr("What"), tr("Value")), (1,), self
        )
        self.table.horizontalHeader().hide()
        self.table.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.table.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 4)
        self.table.cellDoubleClicked.connect(self._on_chosen)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.table)
        self.setFocusProxy(self.table)

    def show_rows(self, rows: Sequence[Said]) -> None:
        """Show other numbers; the row that is selected stays."""
        self._rows = rows
        self.table.setRowCount(len(rows))
        for number, row in enumerate(rows):
            for column, text in enumerate((told(row.name), told(row.value))):
                item = self.table.item(number, column)
                if item is None:
                    item = QTableWidgetItem()
                    self.table.setItem(number, column, item)
                if item.text() != text:
                    item.setText(text)
                    item.setToolTip(plain_tip(_tip(row)))

    def sizeHint(self) -> QSize:
        return QSize(260, 200)

    def minimumSizeHint(self) -> QSize:
        return QSize(180, 90)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_chosen(self.table.currentRow(), 0)
        else:
            super().keyPressEvent(event)

    def _on_chosen(self, row: int, _column: int) -> None:
        if 0 <= row < len(self._rows) and (place := self._rows[row].place) is not None:
            self.chosen.emit(place)


def _tip(row: Said) -> str:
    note = f" ({told(row.note)})" if row.note else ""
    return f"{told(row.name)}: {told(row.value)}{note}"

"""The keyboard table of the Help menu."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from bytescope.ui.widgets.tips import tr, tr_later

HEADS = (tr_later("Command"), tr_later("Keys"), tr_later("What it does"))


class KeysDialog(QDialog):
    """Rows of (command, keys, what it does), with a box that filters them."""

    def __init__(self, rows: Sequence[tuple[str, str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("keys")
        self.setWindowTitle(tr("Keyboard"))
        self._filter = QLineEdit(self)
        self._filter.setObjectName("keys.filter")
        self._filter.setAccessibleName(tr("Filter the table"))
        self._filter.setPlaceholderText(tr("Filter by command or key"))
        self._filter.setClearButtonEnabled(True)
        self._table = _table(rows, self)
        close = QPushButton(tr("&Close"), self)
        close.setObjectName("keys.close")
        close.setAccessibleName(tr("Close"))
        close.setDefault(True)
        buttons = QDialogButtonBox(self)
        buttons.addButton(close, QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self._filter)
        layout.addWidget(self._table, 1)
        layout.addWidget(buttons)
        self._filter.textChanged.connect(self._on_filter_changed)
        self._filter.setFocus()
        self.resize(720, 520)

    def exec(self) -> int:
        """As QDialog's; the widgets go away afterwards."""
        result = super().exec()
        self.deleteLater()
        return result

    def _on_filter_changed(self, text: str) -> None:
        wanted = text.casefold()
        for row in range(self._table.rowCount()):
            cells = (self._table.item(row, column) for column in range(len(HEADS)))
            found = any(cell is not None and wanted in cell.text().casefold() for cell in cells)
            self._table.setRowHidden(row, not found)


def _table(rows: Sequence[tuple[str, str, str]], parent: QWidget) -> QTableWidget:
    table = QTableWidget(len(rows), len(HEADS), parent)
    table.setObjectName("keys.table")
    table.setAccessibleName(tr("Keyboard table"))
    table.setHorizontalHeaderLabels([tr(head) for head in HEADS])
    table.verticalHeader().hide()
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setAlternatingRowColors(True)
    table.setShowGrid(False)
    table.setTabKeyNavigation(False)
    for row, texts in enumerate(rows):
        for column, text in enumerate(texts):
            item = QTableWidgetItem(text)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
            table.setItem(row, column, item)
    header = table.horizontalHeader()
    header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    header.setStretchLastSection(True)
    return table

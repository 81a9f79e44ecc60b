"""Snapshots…: those that are kept, to be compared with, taken elsewhere, or deleted."""

from __future__ import annotations

import os
import time

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QPushButton,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from bytescope.core.source.shown import printable_name
from bytescope.core.text.formats import count_text
from bytescope.core.touched.snapshots import Listed
from bytescope.session.compare.snapshot_keeper import SnapshotKeeper
from bytescope.ui.widgets.row_table import row_table
from bytescope.ui.widgets.said import SaidLabel
from bytescope.ui.widgets.tips import plain_tip, title_of, told_size, tr, tr_later, tr_n

TITLES = (tr_later("Name"), tr_later("Document"), tr_later("Taken"), tr_later("Size"), tr_later("Page count"))
_SUFFIX = ".bytescope-prints"


class SnapshotsDialog(QDialog):
    """Stays open until it is closed; ``compare_wished`` has the snapshot to compare the document with."""

    compare_wished = Signal(object)

    def __init__(self, keeper: SnapshotKeeper, document: bool, parent: QWidget | None = None) -> None:
        """``document``: there is one to compare."""
        super().__init__(parent)
        self.setObjectName("snapshots")
        self.setWindowTitle(tr("Snapshots of Fingerprints"))
        self.setModal(True)
        self._keeper = keeper
        self._document = document
        self._sure = False
        self.table = row_table(
            "snapshots.items", tr("Snapshots"), [tr(title) for title in TITLES], (0, 1), self
        )
        self.table.currentCellChanged.connect(self._on_moved)
        self.table.cellDoubleClicked.connect(self._compare)
        self.said = SaidLabel("snapshots.said", lines=2, parent=self)
        layout = QVBoxLayout(self)
        layout.setSpacing(10)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.said)
        layout.addLayout(self._make_buttons())
        self.resize(860, 400)
        self.table.setFocus()
        keeper.changed.connect(self._on_changed)
        keeper.done.connect(self.said.say)
        keeper.failed.connect(self.said.complain)
        self._on_changed()
        keeper.look()

    def exec(self) -> int:
        """As QDialog's; the widgets go away afterwards."""
        result = super().exec()
        self.deleteLater()
        return result

    @property
    def current(self) -> Listed | None:
        row = self.table.currentRow()
        return self._keeper.items[row] if 0 <= row < len(self._keeper.items) else None

    def _make_buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self._of_item = [
            self._button("export", tr("&Export…"), tr("Write the snapshot to a file"), self._export),
            self._button("delete", tr("&Delete"), tr("Delete the snapshot; press twice"), self._delete),
        ]
        imports = self._button(
            "import", tr("&Import…"), tr("Take in a snapshot that was exported"), self._import
        )
        self._compare_button = self._button(
            "compare", tr("&Compare"), tr("Show which pages of the document differ from it"), self._compare
        )
        close = self._button("close", tr("Close"), tr("Close this list"), self.reject)
        for button in (self._of_item[0], imports, self._of_item[1]):
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self._compare_button)
        row.addWidget(close)
        self._compare_button.setDefault(True)
        return row

    def _button(self, key: str, text: str, tip: str, act: object) -> QPushButton:
        button = QPushButton(text, self)
        button.setObjectName(f"snapshots.{key}")
        button.setAccessibleName(title_of(text))
        button.setToolTip(plain_tip(tip))
        button.setAutoDefault(False)
        button.clicked.connect(act)
        return button

    # -- showing ------------------------------------------------------------------------------

    def _on_changed(self) -> None:
        row = max(0, self.table.currentRow())
        items = self._keeper.items
        self.table.setRowCount(len(items))
        for at, item in enumerate(items):
            for column, text in enumerate(_texts(item)):
                cell = QTableWidgetItem(text)
                cell.setToolTip(plain_tip(text))
                self.table.setItem(at, column, cell)
        if items:
            self.table.setCurrentCell(min(row, len(items) - 1), 0)
        self._on_moved()

    def _on_moved(self, *_: int) -> None:
        self._sure = False
        item = self.current
        for button in self._of_item:
            button.setEnabled(item is not None)
        self._compare_button.setEnabled(item is not None and self._document)
        if item is None:
            self.said.say(
                tr(
                    "A snapshot has a fingerprint of each page of a document, none of its bytes: it tells "
                    "later which pages are others. Take Snapshot… in the menus Pages and Compare takes one."
                )
            )
            return
        left = item.page_count - item.known
        size = told_size(item.bytes)
        self.said.say(
            tr_n(
                item.known,
                "{n} fingerprint in {size}; {lost:,} pages could not be read.",
                "{n} fingerprints in {size}; {lost:,} pages could not be read.",
                size=size,
                lost=left,
            )
            if left
            else tr_n(item.known, "{n} fingerprint in {size}.", "{n} fingerprints in {size}.", size=size)
        )

    # -- wishes -------------------------------------------------------------------------------

    def _compare(self, *_: int) -> None:
        item = self.current
        if item is not None and self._document:
            self.accept()
            self.compare_wished.emit(item)

    def _delete(self) -> None:
        item = self.current
        if item is None:
            return
        if not self._sure:
            self._sure = True
            self.said.complain(
                tr("Delete “{name}”? It cannot be brought back; press Delete again.", name=item.about.name)
            )
            return
        self._keeper.remove(item)

    def _export(self) -> None:
        item = self.current
        if item is not None:
            proposed = f"{item.about.file}{_SUFFIX}".replace("/", "_")
            path, _ = QFileDialog.getSaveFileName(self, tr("Export Snapshot"), proposed)
            if path:
                self._keeper.export(item, os.fsencode(path))

    def _import(self) -> None:
        path, _ = QFileDialog.getOpenFileName(
            self, tr("Import Snapshot"), "", tr("Snapshots (*{suffix});;All files (*)", suffix=_SUFFIX)
        )
        if path:
            self._keeper.bring_in(os.fsencode(path))


def _texts(item: Listed) -> tuple[str, ...]:
    taken = time.strftime("%Y-%m-%d %H:%M:%S", time.localtime(item.about.taken))
    name, file = printable_name(item.about.name), printable_name(item.about.file)
    return name, file, taken, told_size(item.about.size), count_text(item.page_count)

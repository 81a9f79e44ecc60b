"""What differs between a document and its file: a list of page runs, and the bytes side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QSplitter,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from bytescope.core.ranges import PAGESIZE
from bytescope.core.text.formats import count_text, hex_text
from bytescope.core.text.side_by_side import COLUMNS, Row, rows
from bytescope.session.outside.differing import Differing, Pair
from bytescope.ui.theme import colours
from bytescope.ui.widgets.tips import told, tr, tr_later, tr_n, without_key

if TYPE_CHECKING:
    from bytescope.core.touched.differences import Difference, Differences
    from bytescope.session.session import Session

TITLES = (tr_later("Pages"), tr_later("Offset"), tr_later("Whose change"), tr_later("Bytes that differ"))


class DifferencesDialog(QDialog):
    """Stays beside the window; a click or Return on a row goes there."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("differences")
        self.setWindowTitle(tr("Differences — {name}", name=session.name))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._session = session
        self._rows: tuple[Difference, ...] = ()
        self._differing = Differing(session, self)
        self._differing.found.connect(self._on_found)
        self._differing.shown.connect(self._on_shown)
        self._differing.failed.connect(self._say)
        self._said = QLabel(self)
        self._said.setObjectName("differences.said")
        self._said.setTextFormat(Qt.TextFormat.PlainText)
        self._said.setWordWrap(True)
        self.table = _table(self)
        self.table.currentCellChanged.connect(self._on_moved)
        self.table.cellClicked.connect(self._on_picked)
        self.table.cellActivated.connect(self._on_picked)
        self.bytes = _bytes_view(self)
        splitter = QSplitter(Qt.Orientation.Vertical, self)
        splitter.addWidget(self.table)
        splitter.addWidget(self.bytes)
        splitter.setStretchFactor(1, 1)
        layout = QVBoxLayout(self)
        layout.addWidget(self._said)
        layout.addWidget(splitter, 1)
        layout.addWidget(self._buttons())
        self.resize(940, 620)
        session.destroyed.connect(self.reject)
        self._again()

    def done(self, result: int) -> None:
        """However it is closed, Qt comes by here; a ``reject`` that closes would keep it open for ever."""
        self._differing.stop()
        super().done(result)

    # --- making

    def _buttons(self) -> QDialogButtonBox:
        box = QDialogButtonBox(self)
        for key, text, act, role in (
            ("go", tr("&Go There"), self._go, QDialogButtonBox.ButtonRole.ActionRole),
            ("again", tr("Compare &Again"), self._again, QDialogButtonBox.ButtonRole.ActionRole),
            ("close", tr("Close"), self.reject, QDialogButtonBox.ButtonRole.RejectRole),
        ):
            button = QPushButton(text, self)
            button.setObjectName(f"differences.{key}")
            button.setAccessibleName(without_key(text))
            button.setAutoDefault(False)
            button.clicked.connect(act)
            box.addButton(button, role)
        return box

    # --- what happens

    def _again(self) -> None:
        self._say(tr("Comparing…"))
        self._differing.find()

    def _on_found(self, found: Differences) -> None:
        self._rows = found.rows
        self.table.setRowCount(len(found.rows))
        for row, item in enumerate(found.rows):
            for column, text in enumerate(_texts(item)):
                self.table.setItem(row, column, QTableWidgetItem(text))
        self._say(_summary(found))
        if found.rows:
            self.table.setCurrentCell(0, 0)
            self.table.setFocus()
        else:
            self.bytes.setPlainText("")

    def _on_moved(self, row: int, *_: int) -> None:
        if 0 <= row < len(self._rows):
            self._differing.show(self._rows[row])

    def _on_picked(self, row: int, _column: int) -> None:
        self.table.setCurrentCell(row, 0)
        self._go()

    def _go(self) -> None:
        row = self.table.currentRow()
        if 0 <= row < len(self._rows):
            self._session.go_to(min(self._rows[row].pages.first * PAGESIZE, self._session.size))

    def _on_shown(self, pair: Pair) -> None:
        versions = [pair.mine, pair.theirs]
        titles = [tr("Mine"), tr("Theirs (the file now)")]
        if pair.before is not None:
            versions.append(pair.before)
            titles.append(tr("As it was read"))
        _write(self.bytes, titles, rows(pair.start, versions), colours(self.palette()).warning)

    def _say(self, text: str) -> None:
        self._said.setText(told(text))


def _table(parent: QWidget) -> QTableWidget:
    table = QTableWidget(0, len(TITLES), parent)
    table.setObjectName("differences.table")
    table.setAccessibleName(tr("Pages that differ"))
    table.setHorizontalHeaderLabels([tr(title) for title in TITLES])
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setTabKeyNavigation(False)
    table.verticalHeader().hide()
    table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    table.horizontalHeader().setStretchLastSection(True)
    return table


def _bytes_view(parent: QWidget) -> QPlainTextEdit:
    view = QPlainTextEdit(parent)
    view.setObjectName("differences.bytes")
    view.setAccessibleName(tr("Bytes of both sides"))
    view.setReadOnly(True)
    view.setTabChangesFocus(True)
    view.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
    view.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
    return view


def _texts(item: Difference) -> tuple[str, str, str, str]:
    pages = item.pages
    named = f"{pages.first:,}" if pages.count == 1 else f"{pages.first:,}–{pages.end - 1:,}"
    count = tr("not known") if item.differing is None else count_text(item.differing)
    return named, hex_text(pages.first * PAGESIZE), told(item.whose.value), count


def _summary(found: Differences) -> str:
    from bytescope.core.touched.differences import Whose

    if not found.rows:
        text = tr("The document and the file are the same, and no page that had been read was changed.")
    else:
        parts = []
        for whose in Whose:
            pages = sum(row.pages.count for row in found.rows if row.whose is whose)
            if pages:
                parts.append(tr_n(pages, "{n} page: {whose}", "{n} pages: {whose}", whose=told(whose.value)))
        text = "; ".join(parts) + "."
    if not found.left:
        return text
    left = tr_n(found.left, "{n} more page was not compared.", "{n} more pages were not compared.")
    return f"{text} {left}"


def _write(view: QPlainTextEdit, titles: list[str], lines: list[Row], mark: object) -> None:
    """Plain text with the bytes that differ marked; nothing of it is taken for markup."""
    view.clear()
    plain, marked = QTextCharFormat(), QTextCharFormat()
    marked.setForeground(mark)  # type: ignore[arg-type]
    marked.setFontUnderline(True)
    bold = QTextCharFormat()
    bold.setFontWeight(700)
    cursor = QTextCursor(view.document())
    width = COLUMNS * 3
    cursor.insertText(f"{tr('Offset'):<12}" + " ".join(title.ljust(width) for title in titles), bold)
    if not lines:
        cursor.insertText("\n" + tr("The versions that are still known are the same here."), plain)
    for line in lines:
        if line.skipped > 0:
            cursor.insertText("\n" + tr_n(line.skipped, "… {n} equal row", "… {n} equal rows"), plain)
        cursor.insertText(f"\n{line.offset:010X}  ", plain)
        for number, cells in enumerate(line.cells):
            cursor.insertText(" " if number else "", plain)
            for place, cell in enumerate(cells):
                cursor.insertText(cell, marked if place in line.marked else plain)
                cursor.insertText(" ", plain)
    cursor.movePosition(QTextCursor.MoveOperation.Start)
    view.setTextCursor(cursor)

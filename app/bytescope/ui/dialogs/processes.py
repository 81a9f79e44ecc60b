"""Who uses the file of a document: a table of processes, of which one can be shown on the map."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from bytescope.core.text.formats import count_text
from bytescope.core.touched.layers import Layer
from bytescope.session.states.processes import Listing, processes_of
from bytescope.ui.widgets.tips import plain_tip, told, tr, tr_later, tr_n, without_key

if TYPE_CHECKING:
    from bytescope.session.session import Session
    from bytescope.session.states.processes import Listed

TITLES = (
    tr_later("Process"),
    tr_later("Program"),
    tr_later("User"),
    tr_later("Pages mapped"),
    tr_later("How"),
)
NUMBERS = (0, 3)


class ProcessesDialog(QDialog):
    """Stays beside the window. Return or a double click on a row shows the pages of that process."""

    def __init__(self, session: Session, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setObjectName("processes")
        self.setWindowTitle(tr("Processes That Use {name}", name=session.name))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._session = session
        self._processes = processes_of(session)
        self._processes.listed.connect(self._on_listed)
        self._processes.failed.connect(self._say)
        self._processes.changed.connect(self._show_followed)
        self._rows: tuple[Listed, ...] = ()
        self._said = QLabel(self)
        self._said.setObjectName("processes.said")
        self._said.setTextFormat(Qt.TextFormat.PlainText)
        self._said.setWordWrap(True)
        self._followed = QLabel(self)
        self._followed.setObjectName("processes.followed")
        self._followed.setTextFormat(Qt.TextFormat.PlainText)
        self._followed.setWordWrap(True)
        self.table = _table(self)
        self.table.cellDoubleClicked.connect(self._show_on_map)
        self.table.itemSelectionChanged.connect(self._on_picked)
        layout = QVBoxLayout(self)
        layout.addWidget(self._said)
        layout.addWidget(self.table, 1)
        layout.addWidget(self._followed)
        layout.addWidget(self._buttons())
        self.resize(760, 380)
        session.destroyed.connect(self.reject)
        self._show_followed()
        self._on_picked()
        self._again()

    # -- making -------------------------------------------------------------------------------

    def _buttons(self) -> QDialogButtonBox:
        box = QDialogButtonBox(self)
        action, reject = QDialogButtonBox.ButtonRole.ActionRole, QDialogButtonBox.ButtonRole.RejectRole
        self.show_button = self._button(
            "show", tr("&Show on Map"), tr("Mark the pages that this process has mapped")
        )
        self.show_button.clicked.connect(self._show_on_map)
        self.show_button.setDefault(True)
        everybody = self._button(
            "others", tr("Show &All Others"), tr("Mark the pages that anybody but us has mapped")
        )
        everybody.clicked.connect(self._show_all)
        again = self._button("again", tr("&Refresh"), tr("Look again (F5)"))
        again.setShortcut("F5")
        again.clicked.connect(self._again)
        close = self._button("close", tr("Close"), tr("Close this list"))
        close.clicked.connect(self.reject)
        for button, role in (
            (self.show_button, action),
            (everybody, action),
            (again, action),
            (close, reject),
        ):
            box.addButton(button, role)
        return box

    def _button(self, key: str, text: str, tip: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setObjectName(f"processes.{key}")
        button.setAccessibleName(without_key(text))
        button.setToolTip(plain_tip(tip))
        button.setAutoDefault(False)
        return button

    # -- what happens -------------------------------------------------------------------------

    def _again(self) -> None:
        self._say(tr("Looking…"))
        self._processes.list_all()

    def _on_listed(self, listing: Listing) -> None:
        picked = self._picked()
        self._rows = listing.rows
        self.table.setRowCount(len(listing.rows))
        for row, listed in enumerate(listing.rows):
            for column, text in enumerate(_texts(listed)):
                self.table.setItem(row, column, _item(text, listed.holder.command, column in NUMBERS))
        self._say(" ".join(part for part in (_summary(listing), listing.complaint) if part))
        if listing.rows:
            self.table.selectRow(self._row_at_first(picked.holder.pid if picked is not None else None))
            self.table.setFocus()
        self._on_picked()

    def _row_at_first(self, before: int | None) -> int:
        """That of the process that was picked or is followed, else of one that can be shown."""
        for pid in (before, self._processes.followed):
            for row, listed in enumerate(self._rows):
                if listed.holder.pid == pid:
                    return row
        others = (row for row, item in enumerate(self._rows) if item.holder.mapped and not item.holder.ours)
        return next(others, 0)

    def _picked(self) -> Listed | None:
        row = self.table.currentRow()
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def _on_picked(self) -> None:
        picked = self._picked()
        self.show_button.setEnabled(picked is not None and bool(picked.holder.mapped))

    def _show_on_map(self) -> None:
        picked = self._picked()
        if picked is None:
            return
        if not picked.holder.mapped:
            self._say(tr("Process {pid} has the file open but maps no page of it.", pid=picked.holder.pid))
            return
        self._session.layers.show(Layer.MAPPED, True)
        self._processes.follow(picked.holder.pid)

    def _show_all(self) -> None:
        self._session.layers.show(Layer.MAPPED, True)
        self._processes.follow(None)

    def _show_followed(self) -> None:
        """Say what the map shows."""
        followed = self._processes.followed
        if Layer.MAPPED not in self._session.layers.shown:
            text = tr("The map does not show mapped pages now.")
        elif followed is None:
            text = tr("The map shows the pages that anybody but us has mapped.")
        else:
            text = tr("The map shows the pages that process {followed} has mapped.", followed=followed)
        self._followed.setText(told(text))

    def _say(self, text: str) -> None:
        self._said.setText(told(text))


def _table(parent: QWidget) -> QTableWidget:
    table = QTableWidget(0, len(TITLES), parent)
    table.setObjectName("processes.table")
    table.setAccessibleName(tr("Processes that use the file"))
    table.setHorizontalHeaderLabels([tr(title) for title in TITLES])
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setAlternatingRowColors(True)
    table.setShowGrid(False)
    table.setTabKeyNavigation(False)
    table.verticalHeader().hide()
    header = table.horizontalHeader()
    header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    header.setStretchLastSection(True)
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    return table


def _item(text: str, command: str, number: bool) -> QTableWidgetItem:
    item = QTableWidgetItem(text)
    item.setToolTip(plain_tip(command[:1000]))
    if number:
        item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    return item


def _texts(listed: Listed) -> tuple[str, str, str, str, str]:
    holder = listed.holder
    if not holder.mapped:
        pages = ""
    else:
        pages = tr("not permitted") if listed.pages is None else count_text(listed.pages)
    program = tr("{program} (this program)", program=holder.program) if holder.ours else holder.program
    how = told(holder.how)
    if not holder.sure:
        how = tr("{how} (or a file with the same number)", how=how)
    return str(holder.pid), program, holder.user, pages, how


def _summary(listing: Listing) -> str:
    others = sum(not row.holder.ours for row in listing.rows)
    if not others:
        return tr("No other process uses this file.")
    return tr_n(others, "{n} other process uses this file.", "{n} other processes use this file.")

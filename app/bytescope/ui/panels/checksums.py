"""The dock of checksums: which to compute, of what, their values, and whether a pasted one is among them."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QFontDatabase, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QTableWidgetItem, QWidget

from bytescope.core.checksums.algorithms import ALGORITHMS, CHOSEN_AT_FIRST
from bytescope.core.checksums.comparing import MOST, compared
from bytescope.core.errors import InputError
from bytescope.session.analysis.checksums import checksums_of
from bytescope.session.analysis.scope import scope_text
from bytescope.ui.widgets.box_frames import FramedBoxes
from bytescope.ui.widgets.captions import caption
from bytescope.ui.widgets.row_table import row_table
from bytescope.ui.widgets.said import SaidLabel
from bytescope.ui.widgets.scope_box import ScopeBox
from bytescope.ui.widgets.tips import tr, tr_later, tr_n
from bytescope.ui.widgets.work_bar import WorkBar

if TYPE_CHECKING:
    from bytescope.session.analysis.checksums import Checksums
    from bytescope.session.session import Session

NONE_CHOSEN = tr_later("Check at least one checksum in the list.")
STALE = tr_later("The document has changed since; these are values of what it was. Compute them again.")


class ChecksumsPanel(QWidget):
    """A list with a check box for each checksum; a value stays until the next computation."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session: Session | None = None
        self._of: Checksums | None = None
        self.table = row_table("checksums.table", tr("Checksums"), (tr("Checksum"), tr("Value")), (1,), self)
        self.scope = ScopeBox("checksums", self)
        self.bar = WorkBar("checksums", tr("Co&mpute"), tr("Compute the checked checksums"), self)
        self.pasted = QLineEdit(self)
        self.pasted.setObjectName("checksums.pasted")
        self.pasted.setMaxLength(MOST)
        self.pasted.setClearButtonEnabled(True)
        self.pasted.setPlaceholderText(tr("Paste a checksum of any kind"))
        self.pasted.setAccessibleName(tr("A checksum to compare"))
        self._verdict = SaidLabel("checksums.verdict", parent=self)
        self._verdict.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._cells: list[tuple[QTableWidgetItem, QTableWidgetItem]] = []
        self._fill()
        self._lay_out()
        self._add_actions()
        self.setFocusProxy(self.table)
        self.bar.begun.connect(self.compute)
        self.bar.stopped.connect(self._on_stopped)
        self.pasted.textChanged.connect(self._compare)

    def _fill(self) -> None:
        self.table.setRowCount(len(ALGORITHMS))
        self.table.setItemDelegateForColumn(0, FramedBoxes(self.table))
        fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        for row, (key, item) in enumerate(ALGORITHMS.items()):
            name, value = QTableWidgetItem(item.title), QTableWidgetItem("")
            name.setFlags(
                Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable
            )
            on = key in CHOSEN_AT_FIRST
            name.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
            value.setFont(fixed)
            self.table.setItem(row, 0, name)
            self.table.setItem(row, 1, value)
            self._cells.append((name, value))
        self.table.setWordWrap(False)
        self.table.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 6)

    def _lay_out(self) -> None:
        of = caption(tr("&Of"), self, self.scope)
        head = QHBoxLayout()
        head.setSpacing(self.fontMetrics().averageCharWidth())  # else that between the lines of the grid
        head.addWidget(of)
        head.addWidget(self.scope)
        head.addWidget(self.bar, 1)
        grid = QGridLayout(self)
        grid.setContentsMargins(4, 2, 4, 4)
        grid.setVerticalSpacing(3)
        grid.addLayout(head, 0, 0, 1, 3)
        grid.addWidget(self.table, 1, 0, 1, 3)
        grid.addWidget(caption(tr("Compare &With"), self, self.pasted), 2, 0)
        grid.addWidget(self.pasted, 2, 1)
        grid.addWidget(self._verdict, 2, 2)
        grid.setColumnStretch(1, 3)
        grid.setColumnStretch(2, 4)
        grid.setRowStretch(1, 1)
        for before, after in pairwise((self.table, self.pasted, self.scope, self.bar.button)):
            self.setTabOrder(before, after)

    def _add_actions(self) -> None:
        for name, text, keys, act in (
            ("copy", "&Copy Value", ("Ctrl+C",), self.copy),
            ("copy_all", tr("Copy &All Values"), (), self.copy_all),
            ("compute", tr("Co&mpute"), ("Return", "Enter"), self.compute),
            ("check", tr("C&heck or Uncheck"), ("Space",), self._check),
            ("every", tr("Check A&ll"), (), self._check_all),
            ("none", tr("Check &None"), (), self._check_none),
        ):
            action = QAction(text, self.table)
            action.setObjectName(f"action.checksums.{name}")
            action.setShortcuts([QKeySequence(key) for key in keys])
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            action.triggered.connect(act)
            self.table.addAction(action)
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    # -- what is shown ------------------------------------------------------------------------

    def show_session(self, session: Session | None) -> None:
        """Show the checksums of ``session`` from now on."""
        if session is not self._session:
            if self._of is not None:
                self._of.changed.disconnect(self._show)
            self._session = session
            self._of = checksums_of(session) if session is not None else None
            if self._of is not None:
                self._of.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        of = self._of
        self.setEnabled(of is not None)
        for row, key in enumerate(ALGORITHMS):
            text = of.values.get(key, "") if of is not None else ""
            self._cells[row][1].setText(text)
        self.bar.follow(of.ticket if of is not None else None)
        if of is None or of.ticket is not None:
            self.bar.say("" if of is not None else tr("Open a document to compute checksums of it."))
        elif of.problem:
            self.bar.complain(of.problem)
        elif of.stale:
            self.bar.complain(tr(STALE))
        elif of.range is not None and self._session is not None:
            self.bar.say(
                tr_n(
                    of.range.length,
                    "Of {where}, {n} byte.",
                    "Of {where}, {n} bytes.",
                    where=scope_text(of.range, self._session.size),
                )
            )
        else:
            self.bar.say(tr("Space checks and unchecks, Enter computes, Ctrl+C copies a value."))
        self._compare()

    def _compare(self) -> None:
        values = self._of.values if self._of is not None else {}
        verdict = compared(self.pasted.text(), values)
        if verdict.matches is False:
            self._verdict.complain(verdict.sentence)
        else:
            self._verdict.say(f"✓ {verdict.sentence}" if verdict.matches else verdict.sentence)
        if verdict.key is not None:
            self.table.selectRow(list(ALGORITHMS).index(verdict.key))

    # -- wishes -------------------------------------------------------------------------------

    def chosen(self) -> list[str]:
        """The keys of the checked ones."""
        return [
            key
            for row, key in enumerate(ALGORITHMS)
            if self._cells[row][0].checkState() == Qt.CheckState.Checked
        ]

    def compute(self) -> None:
        """Begin, or say why not."""
        if self._session is None or self._of is None:
            return
        keys = self.chosen()
        try:
            range_ = self.scope.range_in(self._session, may_be_empty=True)
            if not keys:
                raise InputError(tr(NONE_CHOSEN))
        except InputError as error:
            self.bar.complain(str(error))
            return
        self._of.compute(range_, keys)

    def copy(self) -> None:
        """The value of the current row to the clipboard."""
        title, value = self._cells[max(0, self.table.currentRow())]
        if value.text():
            QGuiApplication.clipboard().setText(value.text())
            self.bar.say(tr("{checksum} copied.").format(checksum=title.text()))

    def copy_all(self) -> None:
        """All values to the clipboard, in lines such as ``SHA256 (name) = …``, as md5sum checks them."""
        name = self._session.name if self._session is not None else ""
        lines = [
            f"{title.text().replace('SHA-', 'SHA')} ({name}) = {value.text()}"
            for title, value in self._cells
            if value.text()
        ]
        if lines:
            QGuiApplication.clipboard().setText("\n".join([*lines, ""]))
            self.bar.say(tr("All values copied."))

    def _check(self) -> None:
        """Space, whichever cell of the row is the current one."""
        item = self._cells[max(0, self.table.currentRow())][0]
        on = item.checkState() == Qt.CheckState.Checked
        item.setCheckState(Qt.CheckState.Unchecked if on else Qt.CheckState.Checked)

    def _check_all(self) -> None:
        for item, _ in self._cells:
            item.setCheckState(Qt.CheckState.Checked)

    def _check_none(self) -> None:
        for item, _ in self._cells:
            item.setCheckState(Qt.CheckState.Unchecked)

    def _on_stopped(self) -> None:
        if self._of is not None:
            self._of.stop()

"""The dock that lists touched pages: which, why, when and by whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPushButton, QSplitter, QVBoxLayout, QWidget

from bytescope.core.ranges import PageRange
from bytescope.session.states.touched_list import CHOSEN_AT_FIRST, TouchedList, list_of
from bytescope.session.states.touches import touches_of
from bytescope.ui.panels.touched_model import MOST_ROWS
from bytescope.ui.panels.touched_states import StateChecks
from bytescope.ui.panels.touched_table import TouchedTable
from bytescope.ui.widgets.steady_label import SteadyLabel
from bytescope.ui.widgets.tips import tr, tr_later, tr_n

if TYPE_CHECKING:
    from bytescope.core.touched.layers import Layer
    from bytescope.session.session import Session

NO_DOCUMENT = tr_later("Open a document to see which of its pages were touched.")
NO_STATE = tr_later("Check a state at the left to list its pages.")
NOTHING = tr_later(
    "No page is in the chosen states. Pages come here when they are edited, saved or changed by another "
    "program, and while the kernel has yet to write them; check more states at the left."
)
FORMATS = {"CSV (*.csv)": "csv", "JSON (*.json)": "json"}


class TouchedPanel(QWidget):
    """Check boxes for states at the left, the pages in them at the right; a row goes to its pages."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session: Session | None = None
        self._list: TouchedList | None = None
        self._chosen = CHOSEN_AT_FIRST
        self._place = -1
        self.checks = StateChecks(self)
        self.table = TouchedTable(self)
        self._summary = SteadyLabel(self, greedy=True)
        self._export = QPushButton(tr("E&xport…"), self)
        self._lay_out()
        self.setFocusProxy(self.table)
        self.checks.chosen.connect(self._on_chosen)
        self.table.picked.connect(self._on_picked)
        self._export.clicked.connect(self.export)

    def _lay_out(self) -> None:
        self._summary.setObjectName("touched.summary")
        self._summary.setAccessibleName(tr("How many pages are listed"))
        self._export.setObjectName("touched.export")
        self._export.setAccessibleName(tr("Export the list of touched pages"))
        splitter = QSplitter(Qt.Orientation.Horizontal, self)
        splitter.setObjectName("touched.splitter")
        splitter.addWidget(self.checks)
        splitter.addWidget(self.table)
        splitter.setStretchFactor(1, 1)
        splitter.setCollapsible(1, False)
        foot = QHBoxLayout()
        foot.addWidget(self._summary, 1)
        foot.addWidget(self._export)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 2, 4, 4)
        layout.setSpacing(3)
        layout.addWidget(splitter, 1)
        layout.addLayout(foot)

    # -- what is shown ------------------------------------------------------------------------

    def show_session(self, session: Session | None) -> None:
        """List the pages of ``session`` from now on."""
        if session is not self._session:
            if self._list is not None:
                self._list.close()
                self._list.listed.disconnect(self._show)
            self._session, self._list = session, None
            if session is not None:
                self._list = list_of(session)
                self._list.choose(self._chosen)
                self._list.listed.connect(self._show)
        self._look()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._look()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self._list is not None:
            self._list.close()

    def _look(self) -> None:
        if self._list is not None and self.isVisible():
            self._list.open()
        self._show()

    def _show(self) -> None:
        self.checks.show_list(self._list)
        self.checks.setEnabled(self._list is not None)
        rows = self._list.rows if self._list is not None else None
        self.table.show_rows(rows, self._why_empty())
        self._summary.setText(self._sentence())
        self._export.setEnabled(rows is not None and len(rows) > 0)

    def _why_empty(self) -> str:
        if self._list is None:
            return tr(NO_DOCUMENT)
        return tr(NOTHING if self._list.chosen else NO_STATE)

    def _sentence(self) -> str:
        if self._list is None or self._list.rows is None or not len(self._list.rows):
            return ""
        rows = self._list.rows
        parts = [
            tr(
                "{pages} in {rows}",
                pages=tr_n(rows.pages, "{n} page", "{n} pages"),
                rows=tr_n(len(rows), "{n} row", "{n} rows"),
            )
        ]
        if self.table.rows.left_out:
            parts.append(
                tr(
                    "the first {most:,} are shown … and {left_out:,} more",
                    most=MOST_ROWS,
                    left_out=self.table.rows.left_out,
                )
            )
        if touches_of(self._list.session).log.dropped:
            parts.append(tr("older touches were dropped"))
        return " · ".join(parts)

    # -- wishes -------------------------------------------------------------------------------

    def _on_chosen(self, layers: frozenset[Layer]) -> None:
        self._chosen = layers
        if self._list is not None:
            self._list.choose(layers)
        self._show()

    def _on_picked(self, pages: PageRange) -> None:
        """Go there; Back leads to where the caret was before the walk through the list began."""
        session = self._session
        if session is None:
            return
        range_ = pages.bytes(session.size)
        if session.selection.caret != self._place:
            session.go_to(range_.start)
        session.select(range_)
        self._place = session.selection.caret

    def export(self) -> None:
        """Ask for a file and write all rows to it, those too that are not shown."""
        session, rows = self._session, self.table.rows
        if session is None or rows.rows is None:
            return
        path, chosen = QFileDialog.getSaveFileName(
            self, tr("Export Touched Pages"), f"{session.name}-touched.csv", ";;".join(FORMATS)
        )
        if not path:
            return
        form = "json" if path.lower().endswith(".json") else FORMATS.get(chosen, "csv")
        list_of(session).export(rows.rows, rows.order, form, path)

"""The dock that lists what a search found."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QFocusEvent, QHideEvent, QKeySequence, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from bytescope.session.search.found_list import FoundList, found_of
from bytescope.ui.panels.found_model import PAGE, Column, FoundModel
from bytescope.ui.widgets.steady_label import SteadyLabel
from bytescope.ui.widgets.tips import plain_tip, tr, tr_later
from bytescope.ui.widgets.to_bytes import to_bytes

if TYPE_CHECKING:
    from bytescope.core.document.snapshot import Snapshot
    from bytescope.core.ranges import ByteRange
    from bytescope.core.ticket import Ticket
    from bytescope.session.session import Session

WIDTHS = {
    Column.NUMBER: "000,000,000",
    Column.OFFSET: "0x0000 0000 0000",
    Column.LENGTH: "000,000",
    Column.PAGE: "000,000,000",
    Column.BYTES: "DD DD DD DD DD DD DD DD DD DD DD DD DD DD DD DD…",
    Column.TEXT: "MMMMMMMMMMMMMMMM",
}
"""What a column has room for at first."""

NO_DOCUMENT = tr_later("Open a document to search it.")
NO_SEARCH = tr_later("Press Ctrl+F, type what to find and choose Find All: every hit is listed here.")
NOTHING = tr_later("Nothing was found.")
SEARCHING = tr_later("Searching…")
FORMATS = {"CSV (*.csv)": "csv", "JSON (*.json)": "json"}
FETCH_MS = 30
COPIED = 10_000
"""Rows that are copied at most."""


class _Table(QTableView):
    """Tells before it gets the keyboard: Qt then makes the first row the current one, if there is none."""

    entered = Signal()

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.entered.emit()
        super().focusInEvent(event)


class FoundPanel(QWidget):
    """A table of hits, a page of them at a time; a row goes to its hit."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session: Session | None = None
        self._list: FoundList | None = None
        self.rows = FoundModel(self)
        self.table = _Table(self)
        self._empty = QLabel(self.table.viewport())
        self._summary = SteadyLabel(self, greedy=True)
        self._back = self._step("back", tr("The page of hits before"), Qt.ArrowType.LeftArrow)
        self._ahead = self._step("ahead", tr("The next page of hits"), Qt.ArrowType.RightArrow)
        self._place = SteadyLabel(self)
        self._stop = QPushButton(tr("&Stop"), self)
        self._export = QPushButton(tr("E&xport…"), self)
        self._going = False
        self._fetching = QTimer(self)
        self._fetching.setSingleShot(True)
        self._fetching.setInterval(FETCH_MS)
        self._make_table()
        self._lay_out()
        self.setFocusProxy(self.table)
        self._fetching.timeout.connect(self._fetch)
        self._back.clicked.connect(self._on_back)
        self._ahead.clicked.connect(self._on_ahead)
        self._stop.clicked.connect(self._on_stop)
        self._export.clicked.connect(self.export)

    def _make_table(self) -> None:
        table = self.table
        table.setObjectName("found.table")
        table.setAccessibleName(tr("Found hits"))
        table.setModel(self.rows)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setTabKeyNavigation(False)
        table.setWordWrap(False)
        table.setShowGrid(False)
        table.setAlternatingRowColors(True)
        table.verticalHeader().hide()
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        table.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 6)
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setStretchLastSection(True)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column, text in WIDTHS.items():
            table.setColumnWidth(column, self.fontMetrics().horizontalAdvance(text) + 24)
        for key, text, keys, act in (
            ("go", tr("&Go There"), ("Return", "Enter"), self._go_there),
            ("copy", tr("&Copy Rows"), ("Ctrl+C",), self.copy),
        ):
            action = QAction(text, table)
            action.setObjectName(f"action.found.{key}")
            action.setShortcuts([QKeySequence(one) for one in keys])
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            action.triggered.connect(act)
            table.addAction(action)
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        table.entered.connect(self._on_entered)
        table.clicked.connect(self._go)
        table.doubleClicked.connect(self._go_there)
        table.selectionModel().currentRowChanged.connect(self._go)
        table.verticalScrollBar().valueChanged.connect(self._want)

    def _step(self, key: str, tip: str, arrow: Qt.ArrowType) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(f"found.{key}")
        button.setAccessibleName(tip)
        button.setToolTip(plain_tip(tip))
        button.setArrowType(arrow)
        button.setAutoRaise(True)
        return button

    def _lay_out(self) -> None:
        self._empty.setTextFormat(Qt.TextFormat.PlainText)
        self._empty.setObjectName("found.empty")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setWordWrap(True)
        self._empty.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        QVBoxLayout(self.table.viewport()).addWidget(self._empty)
        self._summary.setObjectName("found.summary")
        self._summary.setAccessibleName(tr("How many hits there are"))
        self._place.setObjectName("found.place")
        self._place.setAccessibleName(tr("Which hits are shown"))
        for button, key, name in (
            (self._stop, "stop", tr("Stop the search")),
            (self._export, "export", tr("Export the list of hits")),
        ):
            button.setObjectName(f"found.{key}")
            button.setAccessibleName(name)
        foot = QHBoxLayout()
        foot.addWidget(self._summary, 1)
        for widget in (self._back, self._place, self._ahead, self._stop, self._export):
            foot.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 2, 4, 4)
        layout.setSpacing(3)
        layout.addWidget(self.table, 1)
        layout.addLayout(foot)

    # -- what is shown ------------------------------------------------------------------------

    def show_session(self, session: Session | None) -> None:
        """List the hits of ``session`` from now on."""
        if session is not self._session:
            if self._list is not None:
                self._list.changed.disconnect(self._on_changed)
                self._list.emptied.disconnect(self._on_emptied)
                self._list.session.selected.disconnect(self._follow)
            self._session = session
            self._list = found_of(session) if session is not None else None
            if self._list is not None:
                self._list.changed.connect(self._on_changed)
                self._list.emptied.connect(self._on_emptied)
                self._list.session.selected.connect(self._follow)
        self._on_emptied()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._on_changed()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._fetching.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._want()

    def _on_emptied(self) -> None:
        self.rows.show_list(self._list)
        self._on_changed()

    def _on_changed(self) -> None:
        if not self.isVisible():
            return
        list_ = self._list
        self._going = True  # a row that is selected while rows change is nobody's wish
        self.rows.refresh()
        self._going = False
        count = list_.count if list_ is not None else 0
        self._empty.setText(self._why_empty())
        self._empty.setVisible(not count)
        self._summary.setText(list_.words() if list_ is not None else "")
        many = count > PAGE
        for widget in (self._back, self._place, self._ahead):
            widget.setVisible(many)
        last = min(self.rows.base + PAGE, count)
        self._place.setText(f"{self.rows.base + 1:,} – {last:,}" if many else "")
        self._back.setEnabled(self.rows.base > 0)
        self._ahead.setEnabled(last < count)
        self._stop.setVisible(list_ is not None and list_.running)
        self._export.setEnabled(bool(count))
        self._want()

    def _why_empty(self) -> str:
        if self._list is None:
            return tr(NO_DOCUMENT)
        if self._list.asked is None:
            return tr(NO_SEARCH)
        return tr(SEARCHING if self._list.running else NOTHING)

    # -- the bytes of rows in sight -----------------------------------------------------------

    def _want(self, _: int = 0) -> None:
        if self.isVisible() and not self._fetching.isActive():
            self._fetching.start()

    def _fetch(self) -> None:
        session = self._session
        if session is None or not self.rows.rowCount():
            return
        top = self.table.rowAt(0)
        bottom = self.table.rowAt(self.table.viewport().height() - 1)
        wanted = self.rows.without_bytes(top, bottom if bottom >= 0 else self.rows.rowCount() - 1)
        if wanted and len(wanted) < 1000:
            work = partial(_read, session.document.snapshot(), wanted)
            then = partial(self._on_read, self.rows.shown)
            session.jobs.run(f"preview hits {id(self)}", work, then, lane="preview hits")

    def _on_read(self, shown: int, found: dict[int, bytes | None]) -> None:
        self.rows.bring(found, shown)

    # -- wishes -------------------------------------------------------------------------------

    def _go(self, *_: object) -> None:
        """Go to the hit of the current row; Back leads to where the caret was before the walk began."""
        session, hit = self._session, self.rows.hit(self.table.currentIndex().row())
        if session is None or hit is None or self._going or session.selection.range == hit:
            return
        self._going = True
        session.go_to(hit.start)
        session.select(hit)
        self._going = False

    def _go_there(self, _: object = None) -> None:
        """The same, and the keyboard to the bytes."""
        self._go()
        to_bytes(self)

    def _follow(self) -> None:
        """The row of the hit that is selected in the document, on whatever page it is."""
        session, list_ = self._session, self._list
        if session is None or list_ is None or self._going or not self.isVisible():
            return
        picked = session.selection.range
        found = list_.beside(picked.start, forward=True) if picked else None
        if found is not None and found[1] == picked:
            self._mark(list_, found[0])

    def _on_entered(self) -> None:
        """The keyboard comes: begin at the hit at the caret, or the next one, and leave the caret there."""
        session, list_ = self._session, self._list
        if session is None or list_ is None or self.table.currentIndex().isValid() or not list_.count:
            return
        found = list_.beside(session.selection.caret, forward=True)
        self._mark(list_, found[0] if found is not None else list_.count - 1)

    def _mark(self, list_: FoundList, number: int) -> None:
        """Make a hit's row the current one, on whatever page it is; nothing goes there."""
        base = number // PAGE * PAGE
        self._going = True
        if base != self.rows.base:
            self.rows.show_list(list_, base)
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self.table.selectionModel().setCurrentIndex(self.rows.index(number - base, 0), flags)
        self._going = False
        self._on_changed()

    def _on_back(self) -> None:
        self._turn_to(self.rows.base - PAGE)

    def _on_ahead(self) -> None:
        self._turn_to(self.rows.base + PAGE)

    def _turn_to(self, base: int) -> None:
        self.rows.show_list(self._list, max(0, base))
        self.table.scrollToTop()
        self._on_changed()

    def _on_stop(self) -> None:
        if self._list is not None:
            self._list.stop()

    def copy(self) -> None:
        """The selected rows to the clipboard, a line each, the columns apart by tabs."""
        picked = self.table.selectionModel().selection()
        parts = sorted((picked.at(at).top(), picked.at(at).bottom()) for at in range(picked.count()))
        rows = [row for top, bottom in parts for row in range(top, bottom + 1)][:COPIED]
        if rows:
            QApplication.clipboard().setText("\n".join(self.rows.text(row) for row in rows) + "\n")

    def export(self) -> None:
        """Ask for a file and write all hits to it, those too that are on other pages."""
        list_ = self._list
        if list_ is None or list_.results is None:
            return
        path, chosen = QFileDialog.getSaveFileName(
            self, tr("Export Hits"), f"{list_.session.name}-found.csv", ";;".join(FORMATS)
        )
        if path:
            form = "json" if path.lower().endswith(".json") else FORMATS.get(chosen, "csv")
            list_.export("json" if form == "json" else "csv", path)


def _read(snapshot: Snapshot, wanted: dict[int, ByteRange], ticket: Ticket) -> dict[int, bytes | None]:
    """The first bytes of hits; None for those that cannot be read."""
    found: dict[int, bytes | None] = {}
    for row, range_ in wanted.items():
        ticket.check()
        if range_.end > snapshot.size:
            continue
        reading = snapshot.read(range_.start, range_.length)
        found[row] = None if reading.lost else reading.data
    return found

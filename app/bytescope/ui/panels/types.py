"""The dock that says what the document and the bytes at the caret are, and lists all that begins in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from bytescope.core.errors import InputError
from bytescope.core.text.formats import hex_offset
from bytescope.session.analysis.kinds import MOST, kinds_of
from bytescope.session.analysis.scope import scope_text
from bytescope.ui.panels.rows_table import RowsModel, RowsTable
from bytescope.ui.widgets.captions import caption
from bytescope.ui.widgets.said import SaidLabel
from bytescope.ui.widgets.scope_box import ScopeBox
from bytescope.ui.widgets.tips import plain_tip, told, told_size, tr, tr_later, tr_n
from bytescope.ui.widgets.work_bar import WorkBar

if TYPE_CHECKING:
    from bytescope.core.kinds.naming import Kind
    from bytescope.session.analysis.kinds import KindList
    from bytescope.session.session import Session

NO_DOCUMENT = tr_later("Open a document to see what it is.")
NOT_YET = tr_later(
    "Press Scan to list the pictures, archives, programs, file systems … that begin in the document."
)
NOTHING = tr_later("Nothing that is known begins here.")
ALIGN = {tr_later("any place"): 1, tr_later("sectors (512)"): 512, tr_later("pages (4096)"): 4096}
OFFSET, KIND, LENGTH, SURE, WHY = range(5)
INSIDE = "\N{EM SPACE}"
"""Before the name of a thing that lies in another."""

DEEPEST = 8


class KindsModel(RowsModel):
    """What a scan has found."""

    titles = (
        tr_later("Offset"),
        tr_later("What"),
        tr_later("Length"),
        tr_later("Sure"),
        tr_later("Because of"),
    )
    numbers = (LENGTH, SURE)
    fixed = (OFFSET,)

    _list: KindList | None = None
    _count = 0

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._inside: list[int] = []

    def show(self, kinds: KindList | None) -> None:
        """Show another list."""
        self.beginResetModel()
        self._list = kinds
        self._inside = []
        self._count = self._there()
        self.endResetModel()

    def grow(self) -> None:
        """Show what was found meanwhile."""
        count = self._there()
        if count > self._count:
            self.beginInsertRows(self.index(-1, -1), self._count, count - 1)
            self._count = count
            self.endInsertRows()

    def kind(self, row: int) -> Kind | None:
        """The thing of a row."""
        things = self._list.things if self._list is not None else None
        return things[row] if things is not None and 0 <= row < len(things) else None

    def count(self) -> int:
        return self._count

    def cell(self, row: int, column: int) -> str:
        kind = self.kind(row)
        if kind is None or self._list is None:
            return ""
        if column == OFFSET:
            return f"0x{hex_offset(self._list.range_now(kind).start)}"
        if column == LENGTH:
            return "" if kind.length is None else told_size(kind.length)
        if column == KIND:
            return f"{INSIDE * self._depth(row)}{told(kind.title)}"
        return f"{kind.sure:.0%}" if column == SURE else told(kind.why)

    def tip(self, row: int, column: int) -> str:
        kind = self.kind(row)
        return "" if kind is None or column not in (KIND, WHY) else f"{told(kind.title)}\n{told(kind.why)}"

    def _depth(self, row: int) -> int:
        """How many of those above the thing lies in: an archive's files, a file system's images."""
        inside = self._inside
        while len(inside) <= row:
            kind, around = self.kind(len(inside)), len(inside) - 1
            while kind is not None and around >= 0:
                other = self.kind(around)
                if (
                    other is not None
                    and other.length
                    and kind.start < other.start + other.length
                    and other.start <= kind.start
                ):
                    break
                around = inside[around]
            inside.append(around)
        depth = 0
        while (row := inside[row]) >= 0 and depth < DEEPEST:
            depth += 1
        return depth

    def _there(self) -> int:
        return len(self._list.things) if self._list is not None and self._list.things is not None else 0


class TypesPanel(QWidget):
    """Two lines for the document and the caret's place; below a table whose rows go to what they name."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session: Session | None = None
        self._list: KindList | None = None
        self._place = -1
        self.model = KindsModel(self)
        self.table = RowsTable("types", tr("What begins in the document"), self.model, self)
        self.table.set_widths(
            "0x0000000000000",
            "SQLite database (0,000,000 pages of 00,000 bytes) and more",
            "0000 MiB",
            "Sure m",
        )
        self.whole, self.here = SaidLabel("types.whole", parent=self), SaidLabel("types.here", parent=self)
        self.scope = ScopeBox("types", self)
        self.align = QComboBox(self)
        self.align.setObjectName("types.align")
        self.align.setAccessibleName(tr("Where things may begin"))
        for title, step in ALIGN.items():
            self.align.addItem(tr(title), step)
        self.bar = WorkBar("types", tr("&Scan"), tr("List what begins in the document"), self)
        self.save = QPushButton(tr("Save &As…"), self)
        self.save.setObjectName("types.save")
        self.save.setAccessibleName(tr("Save the thing of the current row as a file"))
        self.save.setToolTip(plain_tip(tr("Save the thing of the current row, as long as it says it is")))
        self._lay_out()
        self.setFocusProxy(self.table)
        self.bar.begun.connect(self.scan)
        self.bar.stopped.connect(self._on_stopped)
        self.bar.ticked.connect(self._on_ticked)
        self.table.picked.connect(self._on_picked)
        self.table.begin_wished.connect(self.scan)
        self.save.clicked.connect(self.save_as)

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(self.fontMetrics().averageCharWidth() * 2)
        form.setVerticalSpacing(2)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._here_title = QLabel(self)
        self._here_title.setTextFormat(Qt.TextFormat.PlainText)
        self._here_title.setText(tr("At the caret"))
        form.addRow(caption(tr("The document"), self), self.whole)
        form.addRow(self._here_title, self.here)
        head = QHBoxLayout()
        head.addWidget(caption(tr("&In"), self, self.scope))
        head.addWidget(self.scope)
        head.addWidget(caption(tr("at"), self, self.align))
        head.addWidget(self.align)
        head.addWidget(self.bar, 1)
        head.addWidget(self.save)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 2, 4, 4)
        layout.setSpacing(3)
        layout.addLayout(form)
        layout.addWidget(self.table, 1)
        layout.addLayout(head)

    # -- what is shown ------------------------------------------------------------------------

    def show_session(self, session: Session | None) -> None:
        """Say what ``session`` is from now on."""
        if session is not self._session:
            if self._list is not None:
                self._list.close()
                self._list.changed.disconnect(self._show)
                self._list.looked.disconnect(self._show_looked)
            self._session = session
            self._list = kinds_of(session) if session is not None else None
            if self._list is not None:
                self._list.changed.connect(self._show)
                self._list.looked.connect(self._show_looked)
            self._show()
            self._show_looked()
        self._wake()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._wake()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self._list is not None:
            self._list.close()

    def _wake(self) -> None:
        if self._list is not None and self.isVisible():
            self._list.open()

    def _show_looked(self) -> None:
        listed = self._list
        self.whole.say(_words(listed.whole) if listed is not None else tr(NO_DOCUMENT))
        self.here.say(_words(listed.here) if listed is not None else "")
        picked = listed is not None and bool(listed.session.selection.range)
        self._here_title.setText(tr("The selection") if picked else tr("At the caret"))

    def _show(self) -> None:
        listed = self._list
        self.setEnabled(listed is not None)
        self.model.show(listed)
        self.table.say_empty(self._why_empty())
        self.bar.follow(listed.ticket if listed is not None else None)
        self._enable_save()
        if listed is not None and listed.problem:
            self.bar.complain(listed.problem)
        elif listed is None or listed.ticket is None:
            self.bar.say(self._sentence())

    def _why_empty(self) -> str:
        if self._list is None:
            return tr(NO_DOCUMENT)
        if self._list.things is None:
            return tr(NOT_YET)
        return "" if self._list.ticket is not None else tr(NOTHING)

    def _sentence(self) -> str:
        listed = self._list
        if listed is None or listed.things is None or listed.range is None:
            return ""
        parts = [
            tr_n(
                len(listed.things),
                "{n} thing in {where}",
                "{n} things in {where}",
                where=scope_text(listed.range, listed.session.size),
            )
        ]
        if listed.full:
            parts.append(
                tr(
                    "no more than {most:,} are listed: scan a smaller range, or sectors or pages only",
                    most=MOST,
                )
            )
        if listed.moves.lost:
            parts.append(tr("the document is another now: scan again"))
        elif listed.moves.changed:
            parts.append(tr("the document has changed since"))
        return " · ".join(parts)

    def _on_ticked(self) -> None:
        self.model.grow()
        self.table.say_empty(self._why_empty())

    def _enable_save(self) -> None:
        row = self.table.current()
        kind = self.model.kind(row) if row is not None else None
        self.save.setEnabled(kind is not None and kind.length is not None)

    # -- wishes -------------------------------------------------------------------------------

    def scan(self) -> None:
        """Begin, or say why not."""
        if self._session is None or self._list is None:
            return
        try:
            range_ = self.scope.range_in(self._session)
        except InputError as error:
            self.bar.complain(str(error))
            return
        self._list.scan(range_, int(self.align.currentData()))

    def save_as(self) -> None:
        """Ask for a file for the thing of the current row."""
        row = self.table.current()
        kind = self.model.kind(row) if row is not None else None
        if self._session is None or self._list is None or kind is None or kind.length is None:
            return
        name = f"{self._session.name}-{kind.start:X}{kind.ending}"
        path, _ = QFileDialog.getSaveFileName(self, tr("Save {name}", name=kind.name), name)
        if path:
            self._list.save(self._list.range_now(kind), path)

    def _on_stopped(self) -> None:
        if self._list is not None:
            self._list.stop()

    def _on_picked(self, row: int) -> None:
        """Go there and select it; Back leads to where the caret was before the walk began."""
        session, kind = self._session, self.model.kind(row)
        self._enable_save()
        if session is None or self._list is None or kind is None:
            return
        range_ = self._list.range_now(kind)
        if session.selection.caret != self._place:
            session.go_to(range_.start)
        session.select(range_)
        self._place = session.selection.caret


def _words(kinds: list[Kind] | None) -> str:
    if kinds is None:
        return "…"
    if not kinds:
        return tr("Nothing that is known begins here.")
    first, *others = kinds
    if first.length is not None:
        text = tr(
            "{title}, {sure:.0%} sure: {why}; {size} long",
            title=first.title,
            sure=first.sure,
            why=first.why,
            size=told_size(first.length),
        )
    else:
        text = tr("{title}, {sure:.0%} sure: {why}", title=first.title, sure=first.sure, why=first.why)
    if not others:
        return text
    names = ", ".join(f"{kind.name} ({kind.sure:.0%})" for kind in others[:4])
    return tr("{text}. Or: {others}", text=text, others=names)

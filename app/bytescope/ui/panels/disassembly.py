"""The dock of machine code: which machine, from where on, at which address, and the instructions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from bytescope.core.code.machines import MACHINES
from bytescope.core.errors import InputError
from bytescope.core.ranges import ByteRange
from bytescope.core.text.numbers import LONGEST, parse_number
from bytescope.session.analysis.disassembly import MOST, Wish, code_of
from bytescope.ui.panels.rows_table import RowsModel, RowsTable
from bytescope.ui.widgets.captions import caption
from bytescope.ui.widgets.tips import told, tr, tr_later, tr_n
from bytescope.ui.widgets.work_bar import WorkBar

if TYPE_CHECKING:
    from bytescope.session.analysis.disassembly import Code
    from bytescope.session.session import Session

NO_DOCUMENT = tr_later("Open a document to see its machine code.")
NOT_YET = tr_later("Press Disassemble to decode the bytes from the caret on, or the selection.")
NOTHING = tr_later("There are no bytes behind the caret; put it somewhere else.")
AUTO = tr_later("As the file says")
FROM = {
    "caret": tr_later("From the caret on"),
    "selection": tr_later("The selection"),
    "entry": tr_later("From the entry on"),
}
ADDRESS, BYTES, MNEMONIC, OPERANDS = range(4)
SHOWN_BYTES = 16
_NOWHERE = QModelIndex()


class CodeModel(RowsModel):
    """Instructions; more of them are decoded when the last one comes into view."""

    titles = (tr_later("Address"), tr_later("Bytes"), tr_later("Instruction"), tr_later("Operands"))
    fixed = (ADDRESS, BYTES, MNEMONIC, OPERANDS)

    _code: Code | None = None
    _count = 0

    def show(self, code: Code | None) -> None:
        """Show others."""
        self.beginResetModel()
        self._code = code
        self._count = len(code.items) if code is not None else 0
        self.endResetModel()

    def grow(self) -> None:
        """Show those that were decoded meanwhile."""
        count = len(self._code.items) if self._code is not None else 0
        if count > self._count:
            self.beginInsertRows(self.index(-1, -1), self._count, count - 1)
            self._count = count
            self.endInsertRows()

    def canFetchMore(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> bool:
        return self._code is not None and self._count > 0 and self._code.has_more

    def fetchMore(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> None:
        if self._code is not None:
            self._code.more()

    def count(self) -> int:
        return self._count

    def cell(self, row: int, column: int) -> str:
        if self._code is None or row >= len(self._code.items):
            return ""
        item = self._code.items[row]
        if column == ADDRESS:
            return f"{item.address:08X}"
        if column == BYTES:
            more = " …" if len(item.data) > SHOWN_BYTES else ""
            return f"{item.data[:SHOWN_BYTES].hex(' ').upper()}{more}"
        return item.mnemonic if column == MNEMONIC else item.operands


class DisassemblyPanel(QWidget):
    """A row selects its bytes; the row of the byte at the caret is marked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session: Session | None = None
        self._code: Code | None = None
        self._going = False
        self.model = CodeModel(self)
        self.table = RowsTable("disassembly", tr("Instructions"), self.model, self)
        self.table.set_widths("000000000000", "00 00 00 00 00 00 00 00 00", "instruction")
        self.machine = self._choice(
            "machine", tr("The machine"), {"": tr(AUTO)} | {k: m.title for k, m in MACHINES.items()}
        )
        self.begin = self._choice("from", tr("From where on"), {key: tr(text) for key, text in FROM.items()})
        self.base = QLineEdit(self)
        self.base.setObjectName("disassembly.base")
        self.base.setAccessibleName(tr("The address at which the first byte of the document runs"))
        self.base.setPlaceholderText(tr("as the file says, else 0"))
        self.base.setMaxLength(LONGEST)
        self.bar = WorkBar("disassembly", tr("&Disassemble"), tr("Decode the bytes"), self)
        self._export = QPushButton(tr("E&xport…"), self)
        self._export.setObjectName("disassembly.export")
        self._export.setAccessibleName(tr("Export the instructions as text"))
        self._lay_out()
        self.setFocusProxy(self.table)
        self.bar.begun.connect(self.disassemble)
        self.bar.stopped.connect(self._on_stopped)
        self.base.returnPressed.connect(self.disassemble)
        self.machine.activated.connect(self.disassemble)
        self.table.picked.connect(self._on_picked)
        self.table.begin_wished.connect(self.disassemble)
        self._export.clicked.connect(self.export)

    def _choice(self, key: str, title: str, items: dict[str, str]) -> QComboBox:
        combo = QComboBox(self)
        combo.setObjectName(f"disassembly.{key}")
        combo.setAccessibleName(title)
        for data, text in items.items():
            combo.addItem(told(text), data)
        return combo

    def _lay_out(self) -> None:
        head, foot = QHBoxLayout(), QHBoxLayout()
        head.addWidget(caption(tr("&Machine"), self, self.machine))
        head.addWidget(self.machine)
        head.addWidget(self.begin)
        head.addWidget(caption(tr("Base add&ress"), self, self.base))
        head.addWidget(self.base, 1)
        foot.addWidget(self.bar, 1)
        foot.addWidget(self._export)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 2, 4, 4)
        layout.setSpacing(3)
        layout.addLayout(head)
        layout.addWidget(self.table, 1)
        layout.addLayout(foot)

    # -- what is shown ------------------------------------------------------------------------

    def show_session(self, session: Session | None) -> None:
        """Show the machine code of ``session`` from now on."""
        if session is self._session:
            return
        if self._session is not None and self._code is not None:
            self._session.selected.disconnect(self._mark)
            self._code.changed.disconnect(self._show)
            self._code.grown.disconnect(self._on_grown)
        self._session = session
        self._code = code_of(session) if session is not None else None
        if session is not None and self._code is not None:
            session.selected.connect(self._mark)
            self._code.changed.connect(self._show)
            self._code.grown.connect(self._on_grown)
        self._show()

    def _show(self) -> None:
        code = self._code
        self.setEnabled(code is not None)
        self.model.show(code)
        self.table.say_empty(self._why_empty())
        self.bar.follow(code.ticket if code is not None else None)
        self._export.setEnabled(bool(code is not None and code.items))
        self._say()
        self._mark()

    def _on_grown(self) -> None:
        self.model.grow()
        self.bar.follow(None)
        self._say()

    def _say(self) -> None:
        code = self._code
        if code is None or code.ticket is not None:
            return
        if code.problem:
            self.bar.complain(code.problem)
        elif code.items:
            parts = [
                tr_n(
                    len(code.items),
                    "{n} instruction of {machine}",
                    "{n} instructions of {machine}",
                    machine=MACHINES[code.machine].title,
                )
            ]
            if code.guess is not None and code.guess.machine == code.machine:
                parts[0] += f": {code.guess.why}"
            elif code.guess is None and code.wish is not None and code.wish.machine is None:
                parts.append(tr("the file does not say which machine: choose it above"))
            if len(code.items) >= MOST:
                parts.append(tr("no more than {most:,} are shown: begin further on", most=MOST))
            elif code.has_more:
                parts.append(tr("more when you scroll on"))
            self.bar.say(" · ".join(parts))
        else:
            self.bar.say("")

    def _why_empty(self) -> str:
        if self._code is None:
            return tr(NO_DOCUMENT)
        if self._code.wish is None:
            return tr(NOT_YET)
        return "" if self._code.ticket is not None or self._code.problem else tr(NOTHING)

    def _mark(self) -> None:
        """Mark the row of the byte at the caret."""
        if self._session is None or self._code is None or self._going or not self.isVisible():
            return
        row = self._code.row_of(self._session.selection.caret)
        if row is not None and row < self.model.count():
            self.table.mark(row)

    # -- wishes -------------------------------------------------------------------------------

    def disassemble(self, _: object = None) -> None:
        """Begin, or say why not."""
        session, code = self._session, self._code
        if session is None or code is None:
            return
        try:
            wish = self._wish(session)
        except InputError as error:
            self.bar.complain(str(error))
            return
        code.show(wish)

    def _wish(self, session: Session) -> Wish:
        text = self.base.text().strip()
        base = parse_number(text, session.names()) if text else None
        where = self.begin.currentData()
        picked = session.selection.clamped(session.size).range  # a live document shrinks before that is told
        if where == "selection":
            if not picked:
                raise InputError(tr("Nothing is selected; select bytes first, or begin at the caret."))
            return Wish(picked, self.machine.currentData() or None, base)
        entry = where == "entry"
        start = 0 if entry else min(session.selection.caret, session.size)
        machine = self.machine.currentData() or None
        return Wish(ByteRange(start, session.size), machine, base, to_end=True, at_entry=entry)

    def export(self) -> None:
        """Ask for a file and write what is shown."""
        if self._session is None or self._code is None:
            return
        path, _ = QFileDialog.getSaveFileName(
            self, tr("Export Disassembly"), f"{self._session.name}-code.txt", tr("Text (*.txt)")
        )
        if path:
            self._code.export(path)

    def _on_stopped(self) -> None:
        if self._code is not None:
            self._code.stop()

    def _on_picked(self, row: int) -> None:
        """Select the bytes of the instruction."""
        if self._session is None or self._code is None or row >= len(self._code.items):
            return
        item = self._code.items[row]
        self._going = True
        self._session.select(ByteRange.of(item.offset, len(item.data)))
        self._going = False

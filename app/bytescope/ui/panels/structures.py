"""A structure in C over the bytes of the document: its fields as a tree, its arrays as tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QTimer
from PySide6.QtGui import QAction, QShowEvent
from PySide6.QtWidgets import QFileDialog, QTabWidget, QVBoxLayout, QWidget

from bytescope.core.errors import InputError
from bytescope.core.inspect.kind import Order
from bytescope.core.ranges import ByteRange
from bytescope.core.structs.placing import Placed
from bytescope.core.structs.shelf import REACH, Magic, Shelved, fits, shelved
from bytescope.core.structs.telling import Form
from bytescope.core.text.formats import hex_text
from bytescope.core.text.numbers import parse_number
from bytescope.session.analysis.structures import Structures, Wish, structures_of
from bytescope.ui.panels.structure_head import StructureHead
from bytescope.ui.panels.structure_table import array_at
from bytescope.ui.panels.structure_views import FieldTable, FieldTree
from bytescope.ui.widgets.said import SaidLabel
from bytescope.ui.widgets.tips import tr, tr_later, tr_n

if TYPE_CHECKING:
    from bytescope.session.session import Session

FORMATS: dict[str, Form] = {"JSON (*.json)": "json", "CSV (*.csv)": "csv"}
HINT = tr_later("Choose a structure, or define one with Edit…: it is laid at the caret.")
MOST_COUNT = 1 << 40


class StructuresPanel(QWidget):
    """Lays what is chosen at the caret; a click on a field selects its bytes, a double click edits it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session: Session | None = None
        self._laying: Structures | None = None
        self.head = StructureHead(self)
        self.tree = FieldTree(self)
        self.table = FieldTable(self.tree.fields, self)
        self.tabs = QTabWidget(self)
        self._said = SaidLabel("structures.said", lines=2, parent=self)
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.setInterval(0)
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.head.choice)

    def _lay_out(self) -> None:
        self.tabs.setObjectName("structures.tabs")
        self.tabs.setAccessibleName(tr("Tree or table"))
        self.tabs.setDocumentMode(True)
        self.tabs.addTab(self.tree, tr("Fields"))
        self.tabs.addTab(self.table, tr("Table"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 4, 6, 4)
        layout.setSpacing(4)
        layout.addWidget(self.head)
        layout.addWidget(self.tabs, 1)
        layout.addWidget(self._said)

    def _connect(self) -> None:
        head = self.head
        head.choice.asked.connect(self._list)
        head.choice.activated.connect(self._on_chosen)
        head.edit.clicked.connect(self.edit_definition)
        head.here.clicked.connect(self._lay_here)
        head.offset.editingFinished.connect(self._on_typed)
        head.count.editingFinished.connect(self._on_typed)
        head.order.activated.connect(self._on_typed)
        head.clear.clicked.connect(self._clear)
        head.export.clicked.connect(self.export)
        self._late.timeout.connect(self._refresh)
        self.tree.selectionModel().currentChanged.connect(self._on_current)
        self.tree.clicked.connect(self._on_current)
        self.tree.fields.wished.connect(self._write)
        self.tree.values.said.connect(self._on_said)
        self.table.clicked.connect(self._on_cell)
        self.table.selectionModel().currentChanged.connect(self._on_cell)

    # -- the document -------------------------------------------------------------------------

    def show_session(self, session: Session | None) -> None:
        """Show what is laid over ``session`` from now on."""
        if session is not self._session:
            if self._session is not None and self._laying is not None:
                self._session.bytes_arrived.disconnect(self._soon)
                self._session.changed.disconnect(self._soon)
                self._laying.laid_changed.disconnect(self._show)
                self._laying.failed.disconnect(self._said.complain)
                self._laying.exported.disconnect(self._said.say)
            self._session = session
            self._laying = structures_of(session) if session is not None else None
            if session is not None and self._laying is not None:
                session.bytes_arrived.connect(self._soon)
                session.changed.connect(self._soon)
                self._laying.laid_changed.connect(self._show)
                self._laying.failed.connect(self._said.complain)
                self._laying.exported.connect(self._said.say)
        self._show()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._list()
        self._show()

    def _soon(self, _: object = None) -> None:
        if self.isVisible():
            self._late.start()

    def _refresh(self) -> None:
        """The bytes may be others now; the views ask for those in sight."""
        self.tree.viewport().update()
        self.table.viewport().update()
        wish = self._laying.wish if self._laying is not None else None
        if wish is not None and not self.head.offset.hasFocus():
            self.head.offset.setText(hex_text(wish.offset))

    def _show(self) -> None:
        laying = self._laying
        self.setEnabled(laying is not None)
        laid = laying.laid if laying is not None else None
        wish = laying.wish if laying is not None else None
        self.tree.show_laid(self._session, laid, wish.order if wish is not None else "little")
        self.table.elements.show_array(array_at([laid.root]) if laid is not None else None)
        self.head.export.setEnabled(laid is not None)
        self.head.clear.setEnabled(laid is not None)
        if laid is None:
            self._said.say(tr(HINT))
        elif laid.notes:
            self._said.complain(" ".join(laid.notes))
        else:
            self._said.say(
                tr_n(
                    laid.root.size,
                    "{n} byte at {offset}.",
                    "{n} bytes at {offset}.",
                    offset=hex_text(laid.root.offset),
                )
            )
        self._refresh()

    def _window(self) -> QWidget:
        """The main window, also while the dock floats."""
        found: QWidget = self
        while (above := found.parentWidget()) is not None:
            found = above
        return found

    # -- wishes -------------------------------------------------------------------------------

    def _place(self) -> int:
        session = self._session
        if session is None:
            return 0
        return session.selection.range.start if session.selection.range else session.selection.caret

    def _head_bytes(self, offset: int) -> bytes:
        """The bytes that decide which definition fits, as far as they are at hand."""
        session = self._session
        if session is None:
            return b""
        wanted = ByteRange.of(offset, REACH).intersect(ByteRange(0, session.size))
        reading = session.bytes.get(wanted.start, wanted.length)
        if reading is None:
            session.bytes.ask(wanted)
            return b""
        return reading.data

    def _list(self) -> None:
        """Offer what fits the bytes at the caret first."""
        workspace = getattr(self._window(), "workspace", None)
        if workspace is not None:
            self.head.choice.set_typed(workspace.settings.structures)
        self.head.choice.list_for(self._head_bytes(self._place()))

    def _on_chosen(self) -> None:
        if self.head.choice.chosen() is None:
            self._clear()
        else:
            self._lay_here()

    def _lay_here(self) -> None:
        self.head.offset.setText(hex_text(self._place()))
        self._lay()

    def _on_typed(self) -> None:
        if self._laying is not None and self._laying.wish is not None:
            self._lay()

    def _lay(self) -> None:
        item, session, laying = self.head.choice.chosen(), self._session, self._laying
        if item is None or session is None or laying is None:
            self._said.say(tr(HINT))
            return
        try:
            offset = parse_number(self.head.offset.text() or "0", session.names())
            times = parse_number(self.head.count.text() or "0", session.names(), relative=False)
        except InputError as error:
            self._said.complain(str(error))
            return
        if not 0 <= offset <= session.size or not 0 <= times <= MOST_COUNT:
            self._said.complain(tr("The offset or the count lies outside of the document; change it."))
            return
        shift, magic = fits(item, self._head_bytes(offset))
        wish = Wish(item.text, item.root, offset + shift, self._order(item, magic), times)
        if wish != laying.wish:
            laying.lay(wish)

    def _order(self, item: Shelved, magic: Magic | None) -> Order:
        chosen: Order | None = self.head.order.currentData()
        return chosen or (magic.order if magic is not None and magic.order else item.order)

    def _clear(self) -> None:
        if self._laying is not None:
            self._laying.clear()
        self.head.choice.choose(None)

    def edit_definition(self) -> None:
        """Have the window ask for a definition; it is laid by ``use``."""
        action = self._window().findChild(QAction, "action.inspecting.define")
        if action is not None:
            action.trigger()

    def text(self) -> str:
        """The definition that is chosen; "" where none is."""
        item = self.head.choice.chosen()
        return item.text if item is not None else ""

    def use(self, text: str) -> None:
        """Lay this definition at the caret, and offer it again later."""
        workspace = getattr(self._window(), "workspace", None)
        kept = workspace.settings.structures if workspace is not None else ()
        texts = tuple(dict.fromkeys((text, *kept)))[:8]
        if workspace is not None:
            workspace.remember(structures=texts)
        self.head.choice.set_typed(texts)
        self.head.choice.list_for(self._head_bytes(self._place()))
        self.head.choice.choose(shelved("typed0", text))
        self._lay_here()

    def export(self) -> None:
        """Ask for a file and write all fields to it."""
        if self._session is None or self._laying is None:
            return
        path, chosen = QFileDialog.getSaveFileName(
            self, tr("Export Structure"), f"{self._session.name}-structure.json", ";;".join(FORMATS)
        )
        if path:
            form: Form = "csv" if path.lower().endswith(".csv") else FORMATS.get(chosen, "json")
            self._laying.export("json" if path.lower().endswith(".json") else form, path)

    def _on_current(self, index: QModelIndex) -> None:
        """Select the bytes of a field that was clicked, or gone to with the keyboard."""
        if self.tree.mending or not index.isValid():
            return
        self._select(self.tree.fields.range_of(index))
        around: list[Placed] = []
        item = self.tree.fields.item(index)
        while item is not None:
            around.append(item.placed)
            item = item.parent
        array = array_at(around)
        if array is not None:
            self.table.elements.show_array(array)

    def _on_cell(self, index: QModelIndex) -> None:
        if index.isValid():
            self._select(self.table.elements.range_of(index))

    def _select(self, range_: ByteRange | None) -> None:
        session = self._session
        if session is None or range_ is None:
            return
        inside = range_.intersect(ByteRange(0, session.size))
        if inside and inside.start == range_.start:
            session.select(inside)

    def _on_said(self, problem: str) -> None:
        if problem:
            self._said.complain(problem)
        else:
            self._said.say("")

    def _write(self, offset: int, data: bytes) -> None:
        if self._session is not None:
            self._session.write(offset, data)

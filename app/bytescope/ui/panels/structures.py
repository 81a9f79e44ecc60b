"""A structure in C over the bytes of the document: its fields as a tree, its arrays as tables."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QTimer
from PySide6.QtGui import QAction, QShowEvent
from PySide6.QtWidgets import QFileDialog, QLineEdit, QTabWidget, QVBoxLayout, QWidget

from bytescope.core.errors import InputError
from bytescope.core.inspect.kind import Order
from bytescope.core.ranges import ByteRange
from bytescope.core.structs.shelf import REACH, Fit, Shelved, fits
from bytescope.core.structs.telling import Form
from bytescope.core.text.formats import hex_text
from bytescope.core.text.numbers import parse_number
from bytescope.session.analysis.structures import Structures, Wish, structures_of
from bytescope.ui.panels.structure_choice import typed
from bytescope.ui.panels.structure_head import StructureHead
from bytescope.ui.panels.structure_table import Way, is_tabular, table_of
from bytescope.ui.panels.structure_views import FieldTable, FieldTree
from bytescope.ui.widgets.said import SaidLabel
from bytescope.ui.widgets.tips import tr, tr_n

if TYPE_CHECKING:
    from bytescope.core.structs.placed import Laid
    from bytescope.session.session import Session

FORMATS: dict[str, Form] = {"JSON (*.json)": "json", "CSV (*.csv)": "csv"}
MOST_COUNT = 1 << 40


class StructuresPanel(QWidget):
    """Lays what is chosen; a click on a field selects its bytes, a double click edits it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session: Session | None = None
        self._laying: Structures | None = None
        self._way: Way | None = None
        self._going = False
        self._waiting: int | None = None
        self._listing = False
        self.head = StructureHead(self)
        self.tree = FieldTree(self)
        self.table = FieldTable(self.tree.fields, self)
        self.tabs = QTabWidget(self)
        self._said = SaidLabel("structures.said", lines=2, parent=self)
        self._late = _once(self)
        self._follow = _once(self)
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
        for before, after in pairwise((self.head.export, self.tabs.tabBar(), self.tree, self.table)):
            QWidget.setTabOrder(before, after)

    def _connect(self) -> None:
        head = self.head
        head.choice.asked.connect(self._list)
        head.choice.activated.connect(self._on_chosen)
        head.choice.taken.connect(self.take_keyboard)
        head.edit.clicked.connect(self.edit_definition)
        head.here.clicked.connect(self._lay_here)
        head.place.activated.connect(self._on_place)
        head.offset.editingFinished.connect(self._on_offset)
        head.count.editingFinished.connect(self._on_typed)
        head.order.activated.connect(self._on_typed)
        head.clear.clicked.connect(self._clear)
        head.export.clicked.connect(self.export)
        self._late.timeout.connect(self._refresh)
        self._follow.timeout.connect(self._lay_here)
        self.tree.selectionModel().currentChanged.connect(self._on_current)
        self.tree.clicked.connect(self._on_current)
        self.tree.fields.wished.connect(self._write)
        self.tree.values.said.connect(self._on_said)
        self.table.clicked.connect(self._on_cell)
        self.table.gone.connect(self._go_to_cell)
        self.tree.gone.connect(self._go_to_field)
        self.table.selectionModel().currentChanged.connect(self._on_cell)
        self.table.elements.wished.connect(self._write)
        self.table.values.said.connect(self._on_said)

    # -- the document -------------------------------------------------------------------------

    def show_session(self, session: Session | None) -> None:
        """Show what is laid over ``session`` from now on."""
        if session is not self._session:
            if self._session is not None and self._laying is not None:
                self._session.bytes_arrived.disconnect(self._soon)
                self._session.changed.disconnect(self._soon)
                self._session.selected.disconnect(self._on_selected)
                self._laying.laid_changed.disconnect(self._show)
                self._laying.failed.disconnect(self._said.complain)
                self._laying.exported.disconnect(self._said.say)
            self._session = session
            self._waiting = None
            self._laying = structures_of(session) if session is not None else None
            if session is not None and self._laying is not None:
                session.bytes_arrived.connect(self._soon)
                session.changed.connect(self._soon)
                session.selected.connect(self._on_selected)
                self._laying.laid_changed.connect(self._show)
                self._laying.failed.connect(self._said.complain)
                self._laying.exported.connect(self._said.say)
        self._show()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._list()
        self._show()
        self._on_selected()

    def _soon(self, _: object = None) -> None:
        if self.isVisible():
            self._late.start()

    def _refresh(self) -> None:
        """The bytes may be others now; the views ask for those in sight."""
        if self._waiting is not None:
            self._lay_at(self._waiting)
        if self._listing and not self.head.choice.view().isVisible():
            self._list()
        self._refresh_views()

    def _refresh_views(self) -> None:
        self.tree.refresh()
        self.table.refresh()
        wish = self._laying.wish if self._laying is not None else None
        if wish is not None and not self.head.offset.hasFocus():
            self.head.offset.setText(hex_text(wish.offset))

    def _show(self) -> None:
        laying = self._laying
        self.setEnabled(laying is not None)
        laid = laying.laid if laying is not None else None
        wish = laying.wish if laying is not None else None
        self.tree.show_laid(self._session, laid, wish.order if wish is not None else "little")
        array, self._way = table_of(laid.root, self._way) if laid is not None else (None, None)
        self.table.elements.show_array(array)
        self.head.export.setEnabled(laid is not None)
        self.head.clear.setEnabled(laid is not None)
        if laid is None:
            self._said.say(_hint())
        elif laid.notes:
            self._said.complain(" ".join(laid.notes))
        else:
            item = self.head.choice.chosen()
            data = self._head_bytes(laid.root.offset)
            _say_where(self._said, laid, fits(item, data) if item and item.matches and data else None)
        self._refresh_views()

    # -- wishes -------------------------------------------------------------------------------

    def _place(self) -> int:
        session = self._session
        if session is None:
            return 0
        return session.selection.range.start if session.selection.range else session.selection.caret

    def _head_bytes(self, offset: int) -> bytes | None:
        """The bytes that decide which definition fits; None while they are being read."""
        session = self._session
        if session is None:
            return b""
        wanted = ByteRange.of(offset, REACH).intersect(ByteRange(0, session.size))
        reading = session.bytes.get(wanted.start, wanted.length)
        if reading is None:
            session.bytes.ask(wanted)
            return None
        return reading.data

    def _list(self) -> None:
        """Offer what fits the bytes at the place first."""
        workspace = getattr(_window_of(self), "workspace", None)
        self.head.choice.offer_typed(workspace.settings.structures if workspace is not None else ())
        data = self._head_bytes(self._place() if self.head.places() != "start" else 0)
        self._listing = data is None
        self.head.choice.list_for(data or b"")

    def _on_chosen(self) -> None:
        if self.head.choice.chosen() is None:
            self._clear()
        else:
            self._lay_by_place()

    def _on_place(self) -> None:
        if self.head.places() == "typed":
            self.head.offset.setFocus()
            self.head.offset.selectAll()
        else:
            self._lay_by_place()

    def _lay_by_place(self) -> None:
        """Lay it where the place says."""
        places = self.head.places()
        if places == "typed":
            base = self._number(self.head.offset)
        else:
            base = 0 if places == "start" else self._place()
        if base is not None:
            self._lay_at(base)

    def _lay_here(self) -> None:
        if self.head.places() != "follow":
            self.head.choose_place("caret")
        self._lay_at(self._place())

    def _on_selected(self) -> None:
        """Follow the caret, but not to the fields that are gone to here."""
        if self.head.places() == "follow" and not self._going and self.isVisible():
            self._follow.start()

    def _on_offset(self) -> None:
        """Lay it at the offset that was typed; one that stands there already changes nothing."""
        wish, offset = self._laying.wish if self._laying is not None else None, self._number(self.head.offset)
        if offset is None or (wish is not None and offset == wish.offset):
            return
        self.head.choose_place("typed")
        self._lay_at(offset)

    def _on_typed(self) -> None:
        """Another count or byte order: laid where it is."""
        if self._laying is not None and self._laying.wish is not None:
            self._lay(self._laying.wish.offset, None)

    def _lay_at(self, base: int) -> None:
        """Lay it at ``base``, or behind it where the definition says so; later if the bytes are not here."""
        item, data = self.head.choice.chosen(), self._head_bytes(base)
        self._waiting = base if data is None and item is not None else None
        if item is None:
            self._said.say(_hint())
        elif data is not None:
            fit = fits(item, data)
            shift = item.offset if fit.magic is None and self.head.places() == "start" else fit.shift
            self._lay(base + shift, fit)

    def _lay(self, offset: int, fit: Fit | None) -> None:
        """``fit`` None: in the byte order that it has, unless another is chosen."""
        item, session, laying = self.head.choice.chosen(), self._session, self._laying
        times = self._number(self.head.count) if self.head.count.text() else 0
        if item is None or session is None or laying is None or times is None:
            return
        if not 0 <= offset <= session.size or not 0 <= times <= MOST_COUNT:
            self._said.complain(tr("The offset or the count lies outside of the document; change it."))
            return
        if fit is None:
            fit = fits(item, self._head_bytes(offset) or b"")
        wish = Wish(item.text, item.root, offset, self._order(item, fit), times)
        if wish != laying.wish:
            laying.lay(wish)
        if not self.head.offset.hasFocus():
            self.head.offset.setText(hex_text(offset))

    def _number(self, box: QLineEdit) -> int | None:
        """What is typed in a box; None, and the reason is shown, where it is no number."""
        session = self._session
        if session is None:
            return None
        try:
            return parse_number(box.text() or "0", session.names(), relative=box is self.head.offset)
        except InputError as error:
            self._said.complain(str(error))
            return None

    def _order(self, item: Shelved, fit: Fit) -> Order:
        chosen: Order | None = self.head.order.currentData()
        return chosen or (fit.magic.order if fit.magic is not None and fit.magic.order else item.order)

    def _clear(self) -> None:
        self._waiting = self._way = None
        self.head.choice.choose(None)
        if self._laying is not None:
            self._laying.clear()

    def take_keyboard(self) -> None:
        """To the fields where a structure is laid, else to what can be chosen."""
        shown = self._laying is not None and self._laying.laid is not None
        view = self.tabs.currentWidget() if shown else self.head.choice
        view.setFocus()
        if view is self.tree and not self.tree.currentIndex().isValid():
            self.tree.setCurrentIndex(self.tree.fields.index(0, 0))

    def edit_definition(self) -> None:
        """Have the window ask for a definition; it is laid by ``use``."""
        self._trigger("inspecting.define")

    def _trigger(self, command: str) -> None:
        action = _window_of(self).findChild(QAction, f"action.{command}")
        if action is not None:
            action.trigger()

    def text(self) -> str:
        """The definition that is chosen; "" where none is."""
        item = self.head.choice.chosen()
        return item.text if item is not None else ""

    def use(self, text: str) -> None:
        """Lay this definition at the caret, and offer it again later."""
        workspace = getattr(_window_of(self), "workspace", None)
        kept = workspace.settings.structures if workspace is not None else ()
        texts = self.head.choice.add_typed(text, kept)
        if workspace is not None:
            workspace.remember(structures=texts)
        self._list()
        self.head.choice.choose(typed(text))
        self._lay_by_place()

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
        for placed, way in self.tree.fields.way_to(index):
            if is_tabular(placed):
                self._way = way
                self.table.elements.show_array(placed)
                return

    def _on_cell(self, index: QModelIndex) -> None:
        if index.isValid():
            self._select(self.table.elements.range_of(index))

    def _go_to_cell(self, index: QModelIndex) -> None:
        self._go_to(self.table.elements.range_of(index))

    def _go_to_field(self, index: QModelIndex) -> None:
        self._go_to(self.tree.fields.range_of(index))

    def _go_to(self, range_: ByteRange | None) -> None:
        """Select these bytes, and have the keyboard there."""
        session = self._session
        if range_ is None or session is None or range_.start >= session.size:
            return
        self._going = True
        session.go_to(range_.start)
        self._going = False
        self._select(range_)
        self._trigger("look.focus_hex")

    def _select(self, range_: ByteRange | None) -> None:
        session = self._session
        if session is None or range_ is None:
            return
        inside = range_.intersect(ByteRange(0, session.size))
        if inside and inside.start == range_.start:
            self._going = True
            session.select(inside)
            self._going = False

    def _on_said(self, problem: str) -> None:
        if problem:
            self._said.complain(problem)
        else:
            self._said.say("")

    def _write(self, offset: int, data: bytes) -> None:
        if self._session is not None:
            self._session.write(offset, data)


def _say_where(label: SaidLabel, laid: Laid, fit: Fit | None) -> None:
    """Where it lies, and whether the bytes are there that such a structure is known by; None: not known."""
    where = tr_n(
        laid.root.size,
        "{n} byte at {offset}.",
        "{n} bytes at {offset}.",
        offset=hex_text(laid.root.offset),
    )
    if fit is None:
        label.say(where)
    elif fit.magic is not None:
        label.say(where + " " + tr("It has the bytes that such a structure is known by."))
    else:
        label.complain(where + " " + tr("The bytes that such a structure is known by are not there."))


def _window_of(widget: QWidget) -> QWidget:
    """The main window, also while the dock floats."""
    found = widget
    while (above := found.parentWidget()) is not None:
        found = above
    return found


def _once(parent: QWidget) -> QTimer:
    """For what is done when the events of now are through."""
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(0)
    return timer


def _hint() -> str:
    return tr("Choose a structure, or define one with Edit….")

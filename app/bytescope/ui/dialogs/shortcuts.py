"""The editor of shortcuts: every command with its keys, recorded, told when taken, kept, exchanged."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QKeySequenceEdit,
    QLineEdit,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from bytescope.core.errors import InputError
from bytescope.ui import shortcuts
from bytescope.ui.actions import Actions
from bytescope.ui.widgets.captions import caption
from bytescope.ui.widgets.said import SaidLabel
from bytescope.ui.widgets.tips import title_of, tr

HEADS = ("Command", "Keys", "Usual keys", "What it does")
FILTER = "Shortcuts (*.json);;All Files (*)"
BUTTONS = (
    ("take", "&Take the Key Away There"),
    ("remove", "Re&move Keys"),
    ("reset", "&Reset"),
    ("reset_all", "Reset &All"),
    ("import", "&Import…"),
    ("export", "&Export…"),
)
ID = Qt.ItemDataRole.UserRole


class ShortcutsEditor(QWidget):
    """Changes the keys of ``actions`` itself; says ``changed`` after each change."""

    changed = Signal()

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("shortcuts")
        self._actions = actions
        self._wish = ""
        self._filter = QLineEdit(self)
        self._filter.setObjectName("shortcuts.filter")
        self._filter.setAccessibleName(tr("Filter the commands"))
        self._filter.setPlaceholderText(tr("Filter by command or key"))
        self._filter.setClearButtonEnabled(True)
        self._table = self._make_table()
        self._recorder = QKeySequenceEdit(self)
        self._recorder.setObjectName("shortcuts.record")
        self._recorder.setAccessibleName(tr("New key of the command"))
        self._recorder.setMaximumSequenceLength(1)
        self._recorder.setClearButtonEnabled(True)
        self.said = SaidLabel("shortcuts.said", lines=2, parent=self)
        self._buttons = {name: self._button(name, text) for name, text in BUTTONS}
        self._lay_out()
        self._buttons["take"].clicked.connect(self._on_take)
        self._buttons["remove"].clicked.connect(self._on_remove)
        self._buttons["reset"].clicked.connect(self._on_reset)
        self._buttons["reset_all"].clicked.connect(self._on_reset_all)
        self._buttons["import"].clicked.connect(self._on_import)
        self._buttons["export"].clicked.connect(self._on_export)
        self._filter.textChanged.connect(self._on_filter)
        self._table.currentCellChanged.connect(self._on_row)
        self._recorder.keySequenceChanged.connect(self._on_recorded)
        self.refresh()
        self._table.setCurrentCell(0, 0)

    def refresh(self) -> None:
        """Show the keys as they are now."""
        usual = self._actions.usual_keys
        acts = [act for act, _ in self._actions]
        self._table.setRowCount(len(acts))
        for row, act in enumerate(acts):
            title = title_of(act.text)
            texts = (title, shortcuts.native(act.keys), shortcuts.native(usual[act.id]), act.tip)
            for column, text in enumerate(texts):
                item = self._table.item(row, column)
                if item is None:
                    item = QTableWidgetItem()
                    self._table.setItem(row, column, item)
                item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
                item.setText(text)
                item.setData(ID, act.id)
                font = item.font()
                font.setBold(act.keys != usual[act.id])
                item.setFont(font)
        self._on_filter(self._filter.text())

    def select(self, id_: str) -> None:
        """Go to the row of a command."""
        for row in range(self._table.rowCount()):
            item = self._table.item(row, 0)
            if item is not None and item.data(ID) == id_:
                self._table.setCurrentCell(row, 0)

    # -- building -----------------------------------------------------------------------------

    def _make_table(self) -> QTableWidget:
        table = QTableWidget(0, len(HEADS), self)
        table.setObjectName("shortcuts.table")
        table.setAccessibleName(tr("Commands and their keys"))
        table.setHorizontalHeaderLabels([tr(head) for head in HEADS])
        table.verticalHeader().hide()
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setAlternatingRowColors(True)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setTabKeyNavigation(False)
        header = table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setStretchLastSection(True)
        letter = self.fontMetrics().averageCharWidth()
        for column, letters in enumerate((30, 18, 18)):
            table.setColumnWidth(column, letters * letter)
        return table

    def _button(self, name: str, text: str) -> QPushButton:
        button = QPushButton(tr(text), self)
        button.setObjectName(f"shortcuts.{name}")
        button.setAutoDefault(False)
        return button

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.addWidget(caption(tr("New &key:"), self, self._recorder))
        line.addWidget(self._recorder, 1)
        line.addWidget(self._buttons["take"])
        grid = QGridLayout()
        for column, name in enumerate(("remove", "reset", "reset_all", "import", "export")):
            grid.addWidget(self._buttons[name], 0, column)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._filter)
        layout.addWidget(self._table, 1)
        layout.addLayout(line)
        layout.addWidget(self.said)
        layout.addLayout(grid)

    # -- what the person does -----------------------------------------------------------------

    @property
    def _chosen(self) -> str:
        item = self._table.item(self._table.currentRow(), 0)
        return str(item.data(ID)) if item is not None else ""

    def _title(self, id_: str) -> str:
        return next((title_of(a.text) for a, _ in self._actions if a.id == id_), "")

    def _keys(self, id_: str) -> shortcuts.Keys:
        return shortcuts.present(self._actions).get(id_, ())

    def _on_filter(self, text: str) -> None:
        wanted = text.casefold().split()
        for row in range(self._table.rowCount()):
            items = (self._table.item(row, column) for column in range(len(HEADS)))
            said = " ".join(item.text() for item in items if item is not None).casefold()
            self._table.setRowHidden(row, not all(word in said for word in wanted))

    def _on_row(self, *_: int) -> None:
        self._recorder.clear()
        self._settle("")

    def _on_recorded(self, sequence: QKeySequence) -> None:
        key = sequence.toString(QKeySequence.SequenceFormat.PortableText)
        id_ = self._chosen
        if not key or not id_ or key in self._keys(id_):
            return
        if not shortcuts.normal(key) or shortcuts.first_of(sequence).key() == Qt.Key.Key_unknown:
            self.said.complain(tr("This key cannot be a shortcut; press another one."))
            return
        if _types(sequence):
            self.said.complain(
                tr("This key alone types into the document; press it with Ctrl, Alt or as a function key.")
            )
            return
        if other := shortcuts.owner(self._actions, key, id_):
            self._settle(key)
            told = tr("{key} is the key of “{command}”. Take it away there, or press another key.")
            self.said.complain(told.format(key=shortcuts.native((key,)), command=self._title(other)))
            return
        self._add(id_, key)

    def _on_take(self) -> None:
        key, id_ = self._wish, self._chosen
        other = shortcuts.owner(self._actions, key, id_)
        if other:
            wanted = shortcuts.normal(key)
            left = tuple(own for own in self._keys(other) if shortcuts.normal(own) != wanted)
            self._actions.rekey(other, left)
        self._add(id_, key)

    def _on_remove(self) -> None:
        self._give(self._chosen, ())
        self.said.say(tr("“{command}” has no keys now.").format(command=self._title(self._chosen)))

    def _on_reset(self) -> None:
        id_ = self._chosen
        usual = self._actions.usual_keys[id_]
        free = tuple(key for key in usual if not shortcuts.owner(self._actions, key, id_))
        self._give(id_, free)
        if free != usual:
            other = next(o for key in usual if (o := shortcuts.owner(self._actions, key, id_)))
            told = tr("Not all usual keys came back: “{command}” has one of them.")
            self.said.complain(told.format(command=self._title(other)))

    def _on_reset_all(self) -> None:
        shortcuts.give(self._actions, {})
        self._after(tr("All commands have their usual keys."))

    def _on_import(self) -> None:
        path, _ = QFileDialog.getOpenFileName(self, tr("Import Shortcuts"), "", tr(FILTER))
        if path:
            self.import_file(path)

    def import_file(self, path: str) -> None:
        """Take the shortcuts of a file, all or none of them."""
        try:
            with open(path, "rb") as file:
                raw = file.read(shortcuts.MOST_BYTES + 1)
            kept = shortcuts.imported(raw, self._actions.usual_keys)
        except InputError as error:
            self.said.complain(str(error))
            return
        except OSError as error:
            self.said.complain(
                tr("The file could not be read ({reason}); choose another one.", reason=error.strerror)
            )
            return
        lost = shortcuts.give(self._actions, kept.keys)
        told = tr("The keys of {count} commands were taken.").format(count=len(kept.keys))
        if lost or kept.left_out:
            told += " " + tr(
                "Left out: {count}, as there is no such command or two had the same key."
            ).format(count=lost + kept.left_out)
        self._after(told)

    def _on_export(self) -> None:
        path, _ = QFileDialog.getSaveFileName(
            self, tr("Export Shortcuts"), "bytescope-shortcuts.json", tr(FILTER)
        )
        if path:
            self.export_file(path)

    def export_file(self, path: str) -> None:
        """Write the keys that are not the usual ones."""
        try:
            Path(path).write_bytes(shortcuts.exported(self._actions))
        except OSError as error:
            self.said.complain(
                tr("The file could not be written ({reason}); choose another place.", reason=error.strerror)
            )
            return
        self.said.say(tr("The shortcuts were exported."))

    def _add(self, id_: str, key: str) -> None:
        """The recorded key becomes the first of the command; it keeps its others."""
        keys = (key, *(own for own in self._keys(id_) if own != key))[: shortcuts.MOST_KEYS]
        self._give(id_, keys)
        told = tr("“{command}” has the key {key} now.")
        self.said.say(told.format(command=self._title(id_), key=shortcuts.native((key,))))

    def _give(self, id_: str, keys: shortcuts.Keys) -> None:
        self._actions.rekey(id_, keys)
        self._after("")

    def _after(self, told: str) -> None:
        self.refresh()
        self._recorder.clear()
        self._settle("")
        self.said.say(told)
        self.changed.emit()

    def _settle(self, wish: str) -> None:
        self._wish = wish
        self._buttons["take"].setEnabled(bool(wish))
        if not wish:
            self.said.say("")


def _types(sequence: QKeySequence) -> bool:
    """Whether the key is one that writes a letter, so that a shortcut would swallow it."""
    combination = shortcuts.first_of(sequence)
    modifiers = combination.keyboardModifiers()
    plain = modifiers in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)
    return plain and combination.key().value < Qt.Key.Key_Escape.value

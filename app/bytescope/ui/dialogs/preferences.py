"""The preferences: pages of settings that are applied as soon as they are chosen."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from bytescope.session.settings import Settings
from bytescope.ui.dialogs.preference_fields import FIELDS, PAGES, Field
from bytescope.ui.widgets.captions import caption
from bytescope.ui.widgets.tips import plain_tip, tr, without_key

FONT_SIZES = (8, 9, 10, 11, 12, 13, 14, 16, 18, 20, 24, 28, 32, 40)


class Preferences(QDialog):
    """``value`` tells a setting as it is now; each choice is wished for at once."""

    wished = Signal(str, object)
    clear_recent_wished = Signal()

    def __init__(self, value: Callable[[str], object], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("preferences")
        self.setWindowTitle(tr("Preferences"))
        self._value = value
        self._reading = False
        self._inputs: dict[str, QComboBox | QCheckBox] = {}
        self._rows: list[tuple[str, str, QWidget]] = []
        self._names: list[str] = []
        self._search = QLineEdit(self)
        self._search.setObjectName("preferences.search")
        self._search.setAccessibleName(tr("Search the preferences"))
        self._search.setPlaceholderText(tr("Search"))
        self._search.setClearButtonEnabled(True)
        self._list = QListWidget(self)
        self._list.setObjectName("preferences.pages")
        self._list.setAccessibleName(tr("Pages of the preferences"))
        self._list.setFixedWidth(self.fontMetrics().averageCharWidth() * 24)
        self._stack = QStackedWidget(self)
        self._reset = QPushButton(tr("Restore &Defaults of This Page"), self)
        self._reset.setObjectName("preferences.reset")
        self._reset.setAutoDefault(False)
        for page, note in PAGES:
            self.add_page(page, self._page(page, note))
        self._lay_out()
        self._list.currentRowChanged.connect(self._on_page)
        self._search.textChanged.connect(self._on_search)
        self._reset.clicked.connect(self._on_reset)
        self._list.setCurrentRow(0)
        self.resize(820, 560)

    def add_page(self, name: str, page: QWidget) -> None:
        """Have one more page; ``name`` is English."""
        self._names.append(name)
        self._list.addItem(tr(name))
        self._stack.addWidget(page)

    def show_page(self, name: str) -> None:
        """Turn to the page called ``name`` in English."""
        self._list.setCurrentRow(self._names.index(name))

    def refresh(self) -> None:
        """Show what the settings are now; writes nothing back."""
        self._reading = True
        for field in FIELDS:
            box = self._inputs[field.name]
            value = self._value(field.name)
            if isinstance(box, QCheckBox):
                box.setChecked(bool(value))
            else:
                place = box.findData(value)
                if place < 0:
                    box.addItem(str(value), value)
                    place = box.count() - 1
                box.setCurrentIndex(place)
        self._reading = False

    def _lay_out(self) -> None:
        close = QPushButton(tr("&Close"), self)
        close.setObjectName("preferences.close")
        close.setDefault(True)
        buttons = QDialogButtonBox(self)
        buttons.addButton(self._reset, QDialogButtonBox.ButtonRole.ResetRole)
        buttons.addButton(close, QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        left = QVBoxLayout()
        left.addWidget(self._search)
        left.addWidget(self._list, 1)
        middle = QHBoxLayout()
        middle.addLayout(left)
        middle.addWidget(self._stack, 1)
        outer = QVBoxLayout(self)
        outer.addLayout(middle, 1)
        outer.addWidget(buttons)

    def _page(self, page: str, note: str) -> QWidget:
        inside = QWidget(self)
        form = QFormLayout(inside)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.FieldsStayAtSizeHint)
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(10)
        if note:
            said = caption(tr(note), inside)
            said.setWordWrap(True)
            form.addRow(said)
        for field in FIELDS:
            if field.page == page:
                self._add_row(form, field, inside)
        if page == "Files":
            clear = QPushButton(tr("Clear the List of &Recent Files"), inside)
            clear.setObjectName("preferences.clear_recent")
            clear.setAutoDefault(False)
            clear.clicked.connect(self.clear_recent_wished)
            form.addRow("", clear)
        area = QScrollArea(self)
        area.setObjectName(f"preferences.page.{page.lower()}")
        area.setAccessibleName(tr(page))
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        return area

    def _add_row(self, form: QFormLayout, field: Field, parent: QWidget) -> None:
        if field.kind == "check":
            check = QCheckBox(tr(field.label), parent)
            box: QComboBox | QCheckBox = check
            check.toggled.connect(partial(self._on_toggled, field.name))
            form.addRow("", check)
        else:
            box = combo = QComboBox(parent)
            for value, text in _choices(field):
                combo.addItem(text, value)
            combo.setMinimumContentsLength(24)
            combo.currentIndexChanged.connect(partial(self._on_index, field.name))
            label = caption(tr(field.label), parent, combo)
            form.addRow(label, combo)
        box.setObjectName(f"preferences.{field.name}")
        box.setAccessibleName(without_key(tr(field.label)))
        box.setToolTip(plain_tip(tr(field.tip)))
        box.setAccessibleDescription(tr(field.tip))
        self._inputs[field.name] = box
        said = f"{tr(field.label)} {tr(field.tip)} {field.label}".replace("&", "").casefold()
        self._rows.append((field.page, said, box))

    def _on_toggled(self, name: str, on: bool) -> None:
        if not self._reading:
            self.wished.emit(name, on)

    def _on_index(self, name: str, index: int) -> None:
        box = self._inputs[name]
        if not self._reading and isinstance(box, QComboBox) and index >= 0:
            self.wished.emit(name, box.itemData(index))

    def _on_page(self, row: int) -> None:
        self._stack.setCurrentIndex(row)
        self._reset.setVisible(any(field.page == self._names[row] for field in FIELDS))

    def _on_search(self, text: str) -> None:
        """Grey out what does not fit, and turn to the first page that has something."""
        wanted = text.casefold().split()
        first = ""
        for page, said, box in self._rows:
            fits = all(word in said for word in wanted)
            font = QFont(box.font())
            font.setBold(bool(wanted) and fits)
            box.setFont(font)
            label = _label_of(box)
            if label is not None:
                label.setFont(font)
            if fits and wanted and not first:
                first = page
        if not first and wanted:
            first = next((n for n in self._names if all(w in tr(n).casefold() for w in wanted)), "")
        if first:
            self.show_page(first)

    def _on_reset(self) -> None:
        usual = Settings()
        for field in FIELDS:
            if field.page == self._names[self._list.currentRow()]:
                self.wished.emit(field.name, getattr(usual, field.name))
        self.refresh()


def _label_of(box: QWidget) -> QLabel | None:
    """The label that stands in front of an input."""
    parent = box.parentWidget()
    form = parent.layout() if parent is not None else None
    label = form.labelForField(box) if isinstance(form, QFormLayout) else None
    return label if isinstance(label, QLabel) else None


def _choices(field: Field) -> list[tuple[object, str]]:
    """The values that a box offers, with their words."""
    if field.kind == "font":
        families = [
            name
            for name in QFontDatabase.families()
            if QFontDatabase.isFixedPitch(name) and not QFontDatabase.isPrivateFamily(name)
        ]
        return [("", tr("As the System")), *((name, name) for name in families)]
    if field.kind == "points":
        return [(0, tr("As the System")), *((n, f"{n} pt") for n in FONT_SIZES)]
    return [(value, tr(text)) for value, text in field.choices]

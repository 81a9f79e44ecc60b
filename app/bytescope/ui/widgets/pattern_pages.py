"""One page of fields for each kind of pattern, stacked."""

from __future__ import annotations

import os
import secrets
from collections.abc import Callable, Sequence
from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QToolButton,
    QWidget,
)

from bytescope.core.text.encodings import ENCODINGS
from bytescope.ui.widgets.captions import caption
from bytescope.ui.widgets.pattern_form import NUMBER_TYPES, ORDERS, WIDTHS, PatternForm, PatternKind
from bytescope.ui.widgets.tips import told, tr, tr_n

T = TypeVar("T")
PRESETS = ("00", "FF", "AA", "55", "CAFEBABE", "DEADBEEF")
_LONGEST = 1 << 20
_WORDS = {PatternKind.COUNTER: "counter", PatternKind.OFFSETS: "offset", PatternKind.PAGES: "page"}


class PatternPages(QStackedWidget):
    """Fields called ``name``.hex, .text, .number …; ``edited`` when any of them changes."""

    edited = Signal()

    def __init__(self, name: str, kinds: Sequence[PatternKind], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._kinds = tuple(kinds)
        self._lines: dict[str, QLineEdit] = {}
        self._choices: dict[str, QComboBox] = {}
        for kind in self._kinds:
            self.addWidget(self._page(kind))
        for line in self._lines.values():
            line.textChanged.connect(self.edited)
        for choice in self._choices.values():
            choice.currentIndexChanged.connect(self.edited)

    def show_kind(self, kind: PatternKind) -> None:
        """Bring the fields of ``kind`` to the front."""
        self.setCurrentIndex(self._kinds.index(kind))

    def take_focus(self) -> None:
        """Put the keyboard into the first field of the kind in front, ready to be typed over."""
        page = self.currentWidget()
        fields = [*page.findChildren(QLineEdit), *page.findChildren(QComboBox)] if page is not None else []
        for field in fields[:1]:
            field.setFocus()
            if isinstance(field, QLineEdit):
                field.selectAll()

    def form(self, kind: PatternKind) -> PatternForm:
        """What the fields hold, those of other kinds as well."""
        empty = PatternForm()
        word = _WORDS.get(kind, "number")
        return PatternForm(
            kind,
            hex=self._line_text("hex", empty.hex),
            text=self._line_text("text", empty.text),
            encoding=self._chosen("encoding", empty.encoding),
            number_type=self._chosen("number.type", empty.number_type),
            number=self._line_text("number", empty.number),
            start=self._line_text("counter.start", empty.start),
            step=self._line_text("counter.step", empty.step),
            width=self._chosen(f"{word}.width", empty.width),
            order=self._chosen(f"{word}.order", empty.order),
            seed=self._line_text("seed", empty.seed),
            path=self._line_text("path", empty.path),
        )

    def set_form(self, form: PatternForm) -> None:
        """Show ``form``; fields that are not offered are left out."""
        texts = {
            "hex": form.hex,
            "text": form.text,
            "number": form.number,
            "counter.start": form.start,
            "counter.step": form.step,
            "seed": form.seed,
            "path": form.path,
        }
        for key, text in texts.items():
            if key in self._lines:
                self._lines[key].setText(text)
        choose(self._choices.get("encoding"), form.encoding)
        choose(self._choices.get("number.type"), form.number_type)
        for word in ("number", *_WORDS.values()):
            choose(self._choices.get(f"{word}.width"), form.width)
            choose(self._choices.get(f"{word}.order"), form.order)

    def _line_text(self, key: str, default: str) -> str:
        return self._lines[key].text() if key in self._lines else default

    def _chosen(self, key: str, default: T) -> T:
        found = self._choices[key].currentData() if key in self._choices else None
        return found if isinstance(found, type(default)) else default

    def _page(self, kind: PatternKind) -> QWidget:
        page = QWidget(self)
        row = QHBoxLayout(page)
        row.setContentsMargins(0, 0, 0, 0)
        build: dict[PatternKind, Callable[[QHBoxLayout], None]] = {
            PatternKind.HEX: self._build_hex,
            PatternKind.TEXT: self._build_text,
            PatternKind.NUMBER: self._build_number,
            PatternKind.COUNTER: self._build_counter,
            PatternKind.OFFSETS: self._build_offsets,
            PatternKind.PAGES: self._build_pages,
            PatternKind.RANDOM: self._build_random,
            PatternKind.FILE: self._build_file,
        }
        build[kind](row)
        return page

    def _build_hex(self, row: QHBoxLayout) -> None:
        row.addWidget(self._line("hex", tr("Hex bytes")), 1)
        for preset in PRESETS:
            button = QToolButton(self)
            button.setText(preset)
            button.setObjectName(f"{self._name}.preset.{preset}")
            button.setAccessibleName(tr("Hex bytes {preset}", preset=preset))
            button.clicked.connect(self._on_preset)
            row.addWidget(button)

    def _build_text(self, row: QHBoxLayout) -> None:
        row.addWidget(self._line("text", tr("Text")), 1)
        items = [(told(item.title), key) for key, item in ENCODINGS.items()]
        row.addWidget(self._choice("encoding", tr("Encoding of the text"), items))

    def _build_number(self, row: QHBoxLayout) -> None:
        row.addWidget(
            self._choice("number.type", tr("Type of the number"), [(name, name) for name in NUMBER_TYPES])
        )
        row.addWidget(self._order("number"))
        row.addWidget(self._line("number", tr("Number")), 1)

    def _build_counter(self, row: QHBoxLayout) -> None:
        self._labelled(row, tr("Start"), self._line("counter.start", tr("Start of the counter")))
        self._labelled(row, tr("Step"), self._line("counter.step", tr("Step of the counter")))
        row.addWidget(self._width("counter"))
        row.addWidget(self._order("counter"))

    def _build_offsets(self, row: QHBoxLayout) -> None:
        self._build_stamp(row, "offset", tr("Each word holds its own offset:"))

    def _build_pages(self, row: QHBoxLayout) -> None:
        self._build_stamp(row, "page", tr("Each word holds the number of its page:"))

    def _build_stamp(self, row: QHBoxLayout, word: str, text: str) -> None:
        row.addWidget(caption(text, self))
        row.addWidget(self._width(word))
        row.addWidget(self._order(word))
        row.addStretch(1)

    def _build_random(self, row: QHBoxLayout) -> None:
        self._labelled(row, tr("Seed"), self._line("seed", tr("Seed of the random bytes")))
        row.addWidget(self._button("new_seed", tr("New Seed"), tr("New Seed"), self._on_new_seed))

    def _build_file(self, row: QHBoxLayout) -> None:
        row.addWidget(self._line("path", tr("Path of the file")), 1)
        row.addWidget(self._button("choose", tr("Choose…"), tr("Choose the File"), self._on_choose_file))

    def _labelled(self, row: QHBoxLayout, text: str, edit: QLineEdit) -> None:
        row.addWidget(caption(text, self, edit))
        row.addWidget(edit, 1)

    def _button(self, key: str, text: str, title: str, act: Callable[[], None]) -> QPushButton:
        button = QPushButton(text, self)
        button.setObjectName(f"{self._name}.{key}")
        button.setAccessibleName(title)
        button.setAutoDefault(False)
        button.clicked.connect(act)
        return button

    def _line(self, key: str, title: str) -> QLineEdit:
        edit = QLineEdit(self)
        edit.setObjectName(f"{self._name}.{key}")
        edit.setAccessibleName(title)
        edit.setMaxLength(_LONGEST)
        self._lines[key] = edit
        return edit

    def _choice(self, key: str, title: str, items: Sequence[tuple[str, object]]) -> QComboBox:
        combo = make_choice(f"{self._name}.{key}", title, items, self)
        self._choices[key] = combo
        return combo

    def _width(self, word: str) -> QComboBox:
        items = [(tr_n(width, "{n} byte", "{n} bytes"), width) for width in WIDTHS]
        return self._choice(f"{word}.width", tr("Width of a word"), items)

    def _order(self, word: str) -> QComboBox:
        return self._choice(
            f"{word}.order", tr("Byte order"), [(tr(title), key) for key, title in ORDERS.items()]
        )

    def _on_preset(self) -> None:
        button = self.sender()
        assert isinstance(button, QToolButton)
        self._lines["hex"].setText(button.text())

    def _on_new_seed(self) -> None:
        self._lines["seed"].setText(str(secrets.randbelow(1 << 32)))

    def _on_choose_file(self) -> None:
        folder = os.path.dirname(self._lines["path"].text())
        path, _ = QFileDialog.getOpenFileName(self, tr("Choose the File"), folder)
        if path:
            self._lines["path"].setText(path)


def make_choice(name: str, title: str, items: Sequence[tuple[str, object]], parent: QWidget) -> QComboBox:
    """A list of (text, data) called ``name``."""
    combo = QComboBox(parent)
    combo.setObjectName(name)
    combo.setAccessibleName(title)
    for text, data in items:
        combo.addItem(text, data)
    return combo


def choose(combo: QComboBox | None, value: object) -> None:
    """Choose the item of ``combo`` whose data is ``value``, if there is one."""
    if combo is None:
        return
    for at in range(combo.count()):
        if combo.itemData(at) == value:
            combo.setCurrentIndex(at)
            return

"""What is to be found, as fields in one row: the kind, the pattern, and the options that the kind has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from bytescope.core.search.wanted import LONGEST_LINE, NUMBERS, Wanted, parse_wanted, written
from bytescope.core.text.encodings import ENCODINGS
from bytescope.ui.widgets.tips import plain_tip, told, tr, tr_later

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

KINDS = {
    "hex": tr_later("Hex bytes"),
    "text": tr_later("Text"),
    "re": tr_later("Expression"),
    "number": tr_later("Number"),
    "not": tr_later("Differs from"),
}

EXAMPLES = {
    "hex": tr_later("Hex bytes, such as DE AD BE EF; ? is any digit: DE ?D ?? EF"),
    "text": tr_later("Text"),
    "re": tr_later("Regular expression over bytes, such as PK\\x03\\x04|[0-9]{6,}; . is any byte"),
    "number": tr_later("A number, such as 1000, 0x1F, 900..1100 or 1.5 ± 0.1"),
    "not": tr_later("Hex bytes to pass over, such as 00 or FF FF"),
}

INSTEAD = {
    "hex": tr_later("Hex bytes to put in its place, such as DE AD"),
    "text": tr_later("Text to put in its place"),
    "re": tr_later(
        "Text to put in its place; \\x0A is a byte, \\1 or \\g<name> what a group found, \\0 the hit"
    ),
    "number": tr_later("The number to put in its place"),
    "not": tr_later("Hex bytes to put in its place, such as 00"),
}
"""What a replacement is written as."""

MORE_ENCODINGS = {
    "utf-32le": tr_later("UTF-32 little-endian"),
    "utf-32be": tr_later("UTF-32 big-endian"),
    "iso8859-2": tr_later("Latin-2 (ISO 8859-2)"),
    "cp1251": tr_later("Windows Cyrillic (CP 1251)"),
    "koi8-r": tr_later("KOI8-R"),
    "shift_jis": tr_later("Shift JIS"),
    "euc_jp": tr_later("EUC-JP"),
    "gb18030": tr_later("GB 18030"),
    "big5": tr_later("Big5"),
    "euc_kr": tr_later("EUC-KR"),
}
"""Encodings that text can be looked for in, besides those of the text column."""

TITLES = {
    "u": tr_later("Unsigned"),
    "i": tr_later("Signed"),
    "f": tr_later("Float"),
}


PATTERN_LETTERS = 24
"""Of what is typed so much is seen at least, else the options stand below."""


class FindFields(QWidget):
    """Only the options that mean something for the kind are there."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind = self._choice(
            "kind", tr("What is looked for"), {key: tr(text) for key, text in KINDS.items()}
        )
        self._history = QComboBox(self)
        self.pattern = self._make_pattern()
        encodings = {key: told(item.title) for key, item in ENCODINGS.items()}
        encodings |= {key: tr(title) for key, title in MORE_ENCODINGS.items()}
        self.encoding = self._choice("encoding", tr("Encoding of the text"), encodings)
        self.encoding.setCurrentIndex(self.encoding.findData("utf-8"))
        numbers = {
            name: tr("{kind} {bits} bits", kind=tr(TITLES[name[0]]), bits=name[1:]) for name in NUMBERS
        }
        self._number = self._choice("number", tr("Type of the number"), numbers)
        self._number.setCurrentIndex(self._number.findData("u32"))
        self._order = self._choice(
            "order", tr("Byte order of the number"), {"le": tr("Little endian"), "be": tr("Big endian")}
        )
        self._fold = self._check("fold", tr("An&y case"), tr("Capitals or not: find both"))
        self._word = self._check(
            "word", tr("&Words"), tr("Only whole words: no letter, digit or underscore beside")
        )
        self.options = (self.encoding, self._number, self._order, self._fold, self._word)
        self._lay_out()
        self.head: tuple[QWidget, ...] = (self.kind, self._history)
        self.setFocusProxy(self.pattern)
        self.kind.currentIndexChanged.connect(self._on_edited)
        self.pattern.textChanged.connect(self._on_edited)
        self._history.activated.connect(self._on_chosen)
        self._on_edited()

    def wanted(self) -> Wanted:
        """What the fields say; nothing of it is checked."""
        kind = self.kind.currentData()
        spoken = kind in ("text", "re")
        return Wanted(
            kind,
            self.pattern.text(),
            self.encoding.currentData() if kind == "text" else "utf-8",
            spoken and self._fold.isChecked(),
            spoken and self._word.isChecked(),
            self._number.currentData() if kind == "number" else "u32",
            kind == "number" and self._order.currentData() == "be",
        )

    def show_wanted(self, wanted: Wanted) -> None:
        """Fill the fields."""
        self.pattern.setText(wanted.text)
        for combo, value in (
            (self.kind, wanted.kind),
            (self.encoding, wanted.encoding),
            (self._number, wanted.number),
            (self._order, "be" if wanted.big else "le"),
        ):
            combo.setCurrentIndex(max(0, combo.findData(value)))
        self._fold.setChecked(wanted.fold)
        self._word.setChecked(wanted.word)

    def offer(self, lines: Iterable[str]) -> None:
        """Offer what was searched for before, the newest first."""
        text = self.pattern.text()
        self._history.clear()
        for line in lines:
            self._history.addItem(line, line)
        self._history.setCurrentIndex(-1)
        self.pattern.setText(text)

    def line(self) -> str:
        """What is looked for as a line of the history; "" where it is too long for one."""
        line = written(self.wanted())
        return line if len(line) <= LONGEST_LINE else ""

    def select_fault(self, position: int | None) -> None:
        """Put the keyboard at the character at fault."""
        self.pattern.setFocus()
        if position is not None and position < len(self.pattern.text()):
            self.pattern.setSelection(position, 1)
        elif position is not None:
            self.pattern.setCursorPosition(position)

    def wide(self) -> int:
        """Pixels that kind and pattern take in one row with the options."""
        letters = PATTERN_LETTERS * self.fontMetrics().averageCharWidth()
        return self.kind.sizeHint().width() + self._gap + letters + self.options_wide()

    def options_wide(self) -> int:
        """Pixels of the options of the kind that has most, with gaps."""
        texts = self.encoding.sizeHint(), self._fold.sizeHint(), self._word.sizeHint()
        numbers = self._number.sizeHint(), self._order.sizeHint()
        return max(sum(hint.width() + self._gap for hint in hints) for hints in (texts, numbers))

    def fold_up(self, rows: int, buttons: Sequence[QWidget]) -> None:
        """Stand in so many rows: with the options in the second from two on, and then ``buttons`` at the end
        of the last.
        """
        for line in self._lines[1:]:
            while line.count():
                line.takeAt(0)
        for option in self.options:
            self._lines[0].removeWidget(option)
            self._lines[min(rows, 2) - 1].addWidget(option)
        if rows > 1:
            self._lines[1].addStretch(1)
            for button in buttons:
                self._lines[rows - 1].addWidget(button)
        if rows > 2:
            self._lines[2].addStretch(1)

    # -- inside -------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        self._lines = [QHBoxLayout() for _ in range(3)]
        self._gap = self.fontMetrics().averageCharWidth()
        for row in self._lines:
            row.setSpacing(self._gap)
            column.addLayout(row)
        self._lines[0].addWidget(self.kind)
        self._lines[0].addWidget(self._history, 1)
        for option in self.options:
            self._lines[0].addWidget(option)

    def _make_pattern(self) -> QLineEdit:
        self._history.setObjectName("find.history")
        self._history.setAccessibleName(tr("What to find, with history"))
        self._history.setEditable(True)
        self._history.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self._history.setMinimumContentsLength(8)
        self._history.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        edit = self._history.lineEdit()
        assert edit is not None  # it is editable
        edit.setCompleter(None)  # type: ignore[arg-type]
        edit.setObjectName("find.pattern")
        edit.setAccessibleName(tr("What to find"))
        edit.setClearButtonEnabled(True)
        edit.setMaxLength(1 << 23)
        return edit

    def _choice(self, key: str, title: str, items: dict[str, str]) -> QComboBox:
        combo = QComboBox(self)
        combo.setObjectName(f"find.{key}")
        combo.setAccessibleName(title)
        combo.setToolTip(plain_tip(title))
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        combo.setMinimumContentsLength(min(13, max(len(text) for text in items.values())))
        for data, text in items.items():
            combo.addItem(text, data)
        return combo

    def _check(self, key: str, text: str, tip: str) -> QCheckBox:
        box = QCheckBox(text, self)
        box.setObjectName(f"find.{key}")
        box.setAccessibleName(tip)
        box.setToolTip(plain_tip(tip))
        return box

    def _on_edited(self) -> None:
        kind = self.kind.currentData()
        self.encoding.setVisible(kind == "text")
        self._number.setVisible(kind == "number")
        self._order.setVisible(kind == "number")
        for box in (self._fold, self._word):
            box.setVisible(kind in ("text", "re"))
        self.pattern.setPlaceholderText(tr(EXAMPLES[kind]))
        self.edited.emit()

    def _on_chosen(self, index: int) -> None:
        from bytescope.core.errors import InputError

        try:
            self.show_wanted(parse_wanted(self._history.itemData(index)))
        except InputError:  # the settings were written by somebody else
            self._history.removeItem(index)

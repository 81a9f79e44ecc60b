"""Import: what a HEX file or a dump holds, and where its bytes go."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QRadioButton, QWidget

from bytescope.core.text.formats import both_text, hex_text, size_text
from bytescope.core.text.numbers import NO_DOCUMENT
from bytescope.ui.dialogs.asking import AskDialog
from bytescope.ui.widgets.number_edit import NumberEdit

if TYPE_CHECKING:
    from bytescope.core.exchange.incoming import Incoming

LISTED = 6
"""Segments that are listed; there may be thousands."""


class ImportWish(NamedTuple):
    """Put the bytes into a new document, or ``onto`` the one in front; ``base`` becomes its offset 0."""

    base: int
    onto: bool


class ImportDialog(AskDialog[ImportWish]):
    """For what was read of the file ``name``. ``onto``: a document of ``size`` bytes is there for it."""

    def __init__(
        self, name: str, incoming: Incoming, *, onto: bool, size: int, parent: QWidget | None = None
    ) -> None:
        super().__init__("import", f"Import {name}", "Import", parent)
        self._incoming, self._size = incoming, size
        told = QLabel("\n".join([incoming.sentence, *_segments(incoming)]), self)
        told.setObjectName("import.told")
        told.setTextFormat(Qt.TextFormat.PlainText)
        told.setWordWrap(True)
        told.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.body.addWidget(told)
        self.new = QRadioButton("Into a &new document; gaps are 00 and take no memory", self)
        self.onto = QRadioButton("&Onto the document in front; gaps stay as they are", self)
        for button, key in ((self.new, "new"), (self.onto, "onto")):
            button.setObjectName(f"import.{key}")
            button.setAccessibleName(button.text().replace("&", ""))
            self.body.addWidget(button)
        self.onto.setEnabled(onto)
        self.new.setChecked(True)
        self.base = NumberEdit(
            "import.base",
            "Base address",
            NO_DOCUMENT,
            text=hex_text(incoming.base),
            relative=False,
            check=self._check_base,
            describe=_offset_zero,
            parent=self,
        )
        self._add_labelled("&Base address (becomes offset 0)", self.base)
        self.body.addStretch(1)
        self.base.changed.connect(self._settle)
        self.new.toggled.connect(self._settle)
        self.base.edit.selectAll()
        self.base.setFocus()
        self._settle()

    def _check_base(self, value: int) -> str:
        if value < 0:
            return "give a number of 0 or more."
        if value > self._incoming.area.start:
            return f"the first bytes are at {hex_text(self._incoming.area.start)}; give that or less."
        return ""

    def _fault(self) -> str:
        return self.base.problem()

    def _meaning(self) -> str:
        base = self.base.value() or 0
        area = self._incoming.area.shifted(-base)
        if self.onto.isChecked():
            grown = max(self._size, area.end)
            place = f"{hex_text(area.start)}..{hex_text(area.end)}"
            return f"They go to {place}; the document will have {both_text(grown)} bytes."
        return f"The new document will have {both_text(area.end)} bytes, the first at {hex_text(area.start)}."

    def _take(self) -> ImportWish:
        return ImportWish(self.base.value() or 0, self.onto.isChecked())


def _offset_zero(value: int) -> str:
    return f"What is at {hex_text(value)} comes to offset 0."


def _segments(incoming: Incoming) -> list[str]:
    """The first segments, a line each."""
    if len(incoming.placed) < 2:
        return []
    lines = [
        f"    0x{item.offset:08X}  {size_text(item.end - item.offset)}" for item in incoming.placed[:LISTED]
    ]
    more = len(incoming.placed) - LISTED
    return [*lines, f"    and {more:,} more"] if more > 0 else lines

"""Import: what a HEX file or a dump holds, and where its bytes go."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QRadioButton, QWidget

from bytescope.core.text.formats import both_text, hex_text
from bytescope.core.text.numbers import NO_DOCUMENT
from bytescope.ui.dialogs.asking import AskDialog
from bytescope.ui.widgets.number_edit import NumberEdit
from bytescope.ui.widgets.tips import told, told_size, tr, without_key

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
        super().__init__("import", tr("Import {name}", name=name), tr("Import"), parent)
        self._incoming, self._size = incoming, size
        said = QLabel("\n".join([told(incoming.sentence), *_segments(incoming)]), self)
        said.setObjectName("import.told")
        said.setTextFormat(Qt.TextFormat.PlainText)
        said.setWordWrap(True)
        said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.body.addWidget(said)
        self.new = QRadioButton(tr("Into a &new document; gaps are 00 and take no memory"), self)
        self.onto = QRadioButton(tr("&Onto the document in front; gaps stay as they are"), self)
        for button, key in ((self.new, "new"), (self.onto, "onto")):
            button.setObjectName(f"import.{key}")
            button.setAccessibleName(without_key(button.text()))
            self.body.addWidget(button)
        self.onto.setEnabled(onto)
        self.new.setChecked(True)
        self.base = NumberEdit(
            "import.base",
            tr("Base address"),
            NO_DOCUMENT,
            text=hex_text(incoming.base),
            relative=False,
            check=self._check_base,
            describe=_offset_zero,
            parent=self,
        )
        self._add_labelled(tr("&Base address (becomes offset 0)"), self.base)
        self.body.addStretch(1)
        self.base.changed.connect(self._settle)
        self.new.toggled.connect(self._settle)
        self.base.edit.selectAll()
        self.base.setFocus()
        self._settle()

    def _check_base(self, value: int) -> str:
        if value < 0:
            return tr("give a number of 0 or more.")
        if value > self._incoming.area.start:
            return tr(
                "the first bytes are at {start}; give that or less.",
                start=hex_text(self._incoming.area.start),
            )
        return ""

    def _fault(self) -> str:
        return self.base.problem()

    def _meaning(self) -> str:
        base = self.base.value() or 0
        area = self._incoming.area.shifted(-base)
        if self.onto.isChecked():
            grown = max(self._size, area.end)
            place = f"{hex_text(area.start)}..{hex_text(area.end)}"
            return tr(
                "They go to {place}; the document will have {grown} bytes.",
                place=place,
                grown=both_text(grown),
            )
        return tr(
            "The new document will have {end} bytes, the first at {start}.",
            end=both_text(area.end),
            start=hex_text(area.start),
        )

    def _take(self) -> ImportWish:
        return ImportWish(self.base.value() or 0, self.onto.isChecked())


def _offset_zero(value: int) -> str:
    return tr("What is at {value} comes to offset 0.", value=hex_text(value))


def _segments(incoming: Incoming) -> list[str]:
    """The first segments, a line each."""
    if len(incoming.placed) < 2:
        return []
    lines = [
        f"    0x{item.offset:08X}  {told_size(item.end - item.offset)}" for item in incoming.placed[:LISTED]
    ]
    more = len(incoming.placed) - LISTED
    return [*lines, "    " + tr("and {more:,} more", more=more)] if more > 0 else lines

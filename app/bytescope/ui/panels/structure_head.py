"""What is chosen above the fields of a structure: the definition, its place, count and byte order."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QLineEdit, QPushButton, QWidget

from bytescope.core.text.numbers import LONGEST
from bytescope.ui.panels.structure_choice import StructureChoice
from bytescope.ui.widgets.captions import caption
from bytescope.ui.widgets.tips import plain_tip, tr, tr_later

ORDERS = (
    (tr_later("As defined"), None),
    (tr_later("Little endian"), "little"),
    (tr_later("Big endian"), "big"),
)


class StructureHead(QWidget):
    """The inputs, named ``structures.…``; the panel connects them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choice = StructureChoice(self)
        self.edit = _button("edit", tr("E&dit…"), tr("Type, paste or load a definition in C"), self)
        self.here = _button(
            "here", tr("At Ca&ret"), tr("Lay it where the caret or the selection begins"), self
        )
        self.clear = _button("clear", tr("C&lear"), tr("Take the structure and its colours away"), self)
        self.export = _button("export", tr("E&xport…"), tr("Save all fields as JSON or CSV"), self)
        self.offset = _line("offset", tr("Offset of the structure"), "0x0", self)
        self.count = _line("count", tr("How many behind each other; empty for one"), tr("one"), self)
        self.order = QComboBox(self)
        self.order.setObjectName("structures.order")
        self.order.setAccessibleName(tr("Byte order of the structure"))
        for text, key in ORDERS:
            self.order.addItem(tr(text), key)
        self._lay_out()

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(4)
        grid.addWidget(self.choice, 0, 0, 1, 3)
        grid.addWidget(self.edit, 0, 3)
        grid.addWidget(caption(tr("&Offset"), self, self.offset), 1, 0)
        grid.addWidget(self.offset, 1, 1, 1, 2)
        grid.addWidget(self.here, 1, 3)
        grid.addWidget(caption(tr("Co&unt"), self, self.count), 2, 0)
        grid.addWidget(self.count, 2, 1)
        grid.addWidget(self.order, 2, 2, 1, 2)
        foot = QHBoxLayout()
        foot.setSpacing(4)
        grid.addLayout(foot, 3, 0, 1, 4)
        foot.addStretch(1)
        foot.addWidget(self.clear)
        foot.addWidget(self.export)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(2, 1)


def _button(name: str, text: str, tip: str, parent: QWidget) -> QPushButton:
    button = QPushButton(text, parent)
    button.setObjectName(f"structures.{name}")
    button.setAccessibleName(tip)
    button.setToolTip(plain_tip(tip))
    button.setAutoDefault(False)
    return button


def _line(name: str, title: str, hint: str, parent: QWidget) -> QLineEdit:
    line = QLineEdit(parent)
    line.setObjectName(f"structures.{name}")
    line.setAccessibleName(title)
    line.setToolTip(plain_tip(title))
    line.setPlaceholderText(hint)
    line.setMaxLength(LONGEST)
    return line

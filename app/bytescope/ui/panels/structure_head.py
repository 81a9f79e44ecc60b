"""What is chosen above the fields of a structure: the definition, its place, count and byte order."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QLineEdit, QPushButton, QWidget

from bytescope.core.text.numbers import LONGEST
from bytescope.ui.panels.structure_choice import StructureChoice
from bytescope.ui.widgets.captions import caption
from bytescope.ui.widgets.tips import plain_tip, tr


class StructureHead(QWidget):
    """The inputs, named ``structures.…``; the panel connects them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choice = StructureChoice(self)
        self.edit = _button("edit", tr("E&dit…"), tr("Type, paste or load a definition in C"), self)
        here = tr("Lay it where the caret or the selection begins")
        self.here = _button("here", tr("At Ca&ret"), here, self)
        self.clear = _button("clear", tr("C&lear"), tr("Take the structure and its colours away"), self)
        self.export = _button("export", tr("E&xport…"), tr("Save all fields as JSON or CSV"), self)
        self.offset = _line("offset", tr("Offset of the structure"), "0x0", self)
        self.count = _line("count", tr("How many behind each other; empty for one"), tr("one"), self)
        self.order = _box("order", tr("Byte order of the structure"), self)
        self.order.addItem(tr("As defined"), None)
        self.order.addItem(tr("Little endian"), "little")
        self.order.addItem(tr("Big endian"), "big")
        self.place = _box("place", tr("Where the structure is laid"), self)
        self._add_places()
        self._lay_out()

    def _add_places(self) -> None:
        for key, text, tip in (
            ("caret", tr("At the caret"), tr("Laid where the caret or the selection begins; it stays there")),
            ("start", tr("At the start"), tr("Laid where the document begins")),
            ("follow", tr("Follow the caret"), tr("Laid anew wherever the caret goes")),
            ("typed", tr("At the offset"), tr("Laid at the offset that is typed beside it")),
        ):
            self.place.addItem(text, key)
            self.place.setItemData(self.place.count() - 1, plain_tip(tip), Qt.ItemDataRole.ToolTipRole)

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(4)
        grid.addWidget(self.choice, 0, 0, 1, 4)
        grid.addWidget(self.edit, 0, 4)
        grid.addWidget(caption(tr("Pl&ace"), self, self.place), 1, 0)
        grid.addWidget(self.place, 1, 1)
        grid.addWidget(caption(tr("&Offset"), self, self.offset), 1, 2)
        grid.addWidget(self.offset, 1, 3)
        grid.addWidget(self.here, 1, 4)
        grid.addWidget(caption(tr("B&yte order"), self, self.order), 2, 0)
        grid.addWidget(self.order, 2, 1)
        grid.addWidget(caption(tr("Co&unt"), self, self.count), 2, 2)
        grid.addWidget(self.count, 2, 3)
        foot = QHBoxLayout()
        foot.setSpacing(4)
        grid.addLayout(foot, 3, 0, 1, 5)
        foot.addStretch(1)
        foot.addWidget(self.clear)
        foot.addWidget(self.export)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(3, 1)
        places = (self.place, self.offset, self.here, self.order, self.count)
        for before, after in pairwise((self.choice, self.edit, *places, self.clear, self.export)):
            self.setTabOrder(before, after)

    def places(self) -> str:
        """How the place is chosen: "caret", "start", "follow" or "typed"."""
        return str(self.place.currentData())

    def choose_place(self, key: str) -> None:
        """Choose how the place is chosen, without being told of it."""
        self.place.setCurrentIndex(self.place.findData(key))


def _box(name: str, title: str, parent: QWidget) -> QComboBox:
    box = QComboBox(parent)
    box.setObjectName(f"structures.{name}")
    box.setAccessibleName(title)
    box.setToolTip(plain_tip(title))
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
    return box


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

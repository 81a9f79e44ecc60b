"""Resize…: the length of the document."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from bytescope.core.text.formats import hex_text
from bytescope.core.text.numbers import Names
from bytescope.ui.dialogs.asking import AskDialog
from bytescope.ui.dialogs.offsets import SizeCheck, size_meaning
from bytescope.ui.widgets.number_edit import NumberEdit
from bytescope.ui.widgets.tips import tr, tr_n


class ResizeDialog(AskDialog[int]):
    """Asks for a size other than the present one."""

    def __init__(self, names: Names, size: int, parent: QWidget | None = None) -> None:
        super().__init__("resize", tr("Resize"), tr("Resize"), parent)
        self._present = size
        self._size = NumberEdit(
            "resize.size",
            tr("Size"),
            names,
            text=hex_text(size),
            relative=False,
            check=SizeCheck(),
            describe=size_meaning,
            parent=self,
        )
        self._add_labelled(tr("&Size"), self._size)
        self.body.addStretch(1)
        self._size.edit.selectAll()
        self._size.setFocus()
        self._size.changed.connect(self._settle)
        self._settle()

    def _fault(self) -> str:
        return self._size.problem()

    def _wanting(self) -> str:
        return tr("This is the present size; type another.") if self._size.value() == self._present else ""

    def _meaning(self) -> str:
        size = self._size.value()
        if size is None:
            return ""
        by = abs(size - self._present)
        amount = f"{tr_n(by, '{n} byte', '{n} bytes')} ({hex_text(by)})"
        if size > self._present:
            return tr("This will add {amount} of 00 at the end.", amount=amount)
        return tr("This will cut {amount} off the end.", amount=amount)

    def _take(self) -> int:
        size = self._size.value()
        assert size is not None  # there is no fault
        return size

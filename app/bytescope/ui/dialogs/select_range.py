"""Select Range…: from a start to an end."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from bytescope.core.ranges import ByteRange
from bytescope.core.text.formats import hex_text
from bytescope.core.text.numbers import Names
from bytescope.ui.dialogs.asking import AskDialog
from bytescope.ui.widgets.range_edit import RangeEdit
from bytescope.ui.widgets.tips import tr, tr_n


class SelectRangeDialog(AskDialog[ByteRange]):
    """Asks for a range that is not empty and lies in the document."""

    def __init__(self, names: Names, range_: ByteRange, size: int, parent: QWidget | None = None) -> None:
        super().__init__("select", tr("Select Range"), tr("Select"), parent)
        self._range = RangeEdit("select", names, range_, size, self)
        self.body.addWidget(self._range)
        self.body.addStretch(1)
        self._range.changed.connect(self._settle)
        self._range.boxes["start"].selectAll()
        self._range.setFocus()
        self._settle()

    def _fault(self) -> str:
        return self._range.problem()

    def _meaning(self) -> str:
        range_ = self._range.value()
        if range_ is None:
            return ""
        amount = f"{tr_n(range_.length, '{n} byte', '{n} bytes')} ({hex_text(range_.length)})"
        return tr(
            "This will select {amount} on {pages}.",
            amount=amount,
            pages=tr_n(range_.pages.count, "{n} page", "{n} pages"),
        )

    def _take(self) -> ByteRange:
        range_ = self._range.value()
        assert range_ is not None  # there is no fault
        return range_

"""Select Range…: from a start to an end."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from bytescope.core.ranges import ByteRange
from bytescope.core.text.formats import hex_text, plural
from bytescope.core.text.numbers import Names
from bytescope.ui.dialogs.asking import AskDialog
from bytescope.ui.widgets.range_edit import RangeEdit


class SelectRangeDialog(AskDialog[ByteRange]):
    """Asks for a range that is not empty and lies in the document."""

    def __init__(self, names: Names, range_: ByteRange, size: int, parent: QWidget | None = None) -> None:
        super().__init__("select", "Select Range", "Select", parent)
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
        amount = f"{plural(range_.length, 'byte')} ({hex_text(range_.length)})"
        return f"This will select {amount} on {plural(range_.pages.count, 'page')}."

    def _take(self) -> ByteRange:
        range_ = self._range.value()
        assert range_ is not None  # there is no fault
        return range_

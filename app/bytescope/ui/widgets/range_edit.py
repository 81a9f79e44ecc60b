"""Four linked boxes for one range of the document: start, end, length and pages."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from bytescope.core.ranges import ByteRange
from bytescope.core.text.formats import both_text
from bytescope.core.text.numbers import LONGEST, Names
from bytescope.ui.widgets.captions import caption
from bytescope.ui.widgets.range_fields import BOXES, Box, RangeFields
from bytescope.ui.widgets.said import SaidLabel
from bytescope.ui.widgets.tips import tr, tr_later, without_key

_LABELS: dict[Box, str] = {
    "start": tr_later("&Start"),
    "end": tr_later("&End (not included)"),
    "length": tr_later("&Length"),
    "pages": tr_later("Pa&ges (first–last)"),
}


class RangeEdit(QWidget):
    """Boxes called ``name``.start, .end, .length and .pages, each with its value below.

    Only what a person types is read (``textEdited``); what the boxes write into each other is not.
    """

    changed = Signal()

    def __init__(
        self, name: str, names: Names, range_: ByteRange, size: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName(f"{name}.range")
        self._fields = RangeFields(names, range_, size)
        # The value of the largest offset stands below the box in full.
        metrics = self.fontMetrics()
        self._width = max(metrics.averageCharWidth() * 26, metrics.horizontalAdvance(f"⚠ {both_text(size)} "))
        self.boxes: dict[Box, QLineEdit] = {}
        self._said: dict[Box, SaidLabel] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        for at, box in enumerate(BOXES):
            self._add_box(grid, at // 2 * 3, at % 2, name, box)
        self.setFocusProxy(self.boxes["start"])
        self._show()

    def value(self) -> ByteRange | None:
        """The range, or None while there is a problem."""
        return self._fields.value()

    def problem(self) -> str:
        """What is wrong, beginning with the name of the box; "" where nothing is."""
        return self._fields.problem()

    def set_growing(self, growing: bool) -> None:
        """Whether the range may reach past the end of the document."""
        self._fields.growing = growing
        self._show()
        self.changed.emit()

    def set_text(self, box: Box, text: str) -> None:
        """As if ``text`` had been typed into ``box``."""
        self.boxes[box].setText(text)
        self._on_edited(box, text)

    def _add_box(self, grid: QGridLayout, row: int, column: int, name: str, box: Box) -> None:
        edit = QLineEdit(self)
        edit.setObjectName(f"{name}.{box}")
        edit.setAccessibleName(without_key(tr(_LABELS[box])))
        edit.setMaxLength(LONGEST)
        edit.setMinimumWidth(self._width)
        edit.textEdited.connect(partial(self._on_edited, box))
        said = SaidLabel(f"{name}.{box}.value", parent=self)
        grid.addWidget(caption(tr(_LABELS[box]), self, edit), row, column)
        grid.addWidget(edit, row + 1, column)
        grid.addWidget(said, row + 2, column)
        self.boxes[box] = edit
        self._said[box] = said

    def _on_edited(self, box: Box, text: str) -> None:
        self._fields.edit(box, text)
        self._show(keep=box)
        self.changed.emit()

    def _show(self, keep: Box | None = None) -> None:
        """Write what the fields say into the boxes, but not into ``keep``, where a person types."""
        wrong = self._fields.box_at_fault()
        for box in BOXES:
            edit = self.boxes[box]
            if box != keep and edit.text() != self._fields.texts[box]:
                edit.setText(self._fields.texts[box])
            text = self._fields.said(box)
            if box == wrong:
                self._said[box].complain(text)
            else:
                self._said[box].say(text)

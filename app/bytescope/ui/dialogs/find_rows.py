"""Where the parts of the find bar stand: in few rows where it is wide, in more where it is narrow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bytescope.ui.dialogs.find_fields import FindFields

SAID_LETTERS = 60
"""Of what came of a search so much is seen at least, else it stands in a row of its own."""


class FindRows:
    """Lays out ``rows``, each a caption and what stands behind it, in ``bar``.

    The first has the ``fields``, buttons, and what stays at its end; where the bar is narrow the options of
    the fields and the buttons stand below. So does ``outcome``, what came of a search, which else stands
    behind the last row. ``greedy`` ones take the room that is left.
    """

    def __init__(
        self,
        bar: QWidget,
        fields: FindFields,
        rows: Sequence[tuple[QWidget, Sequence[QWidget]]],
        outcome: Sequence[QWidget],
        greedy: Sequence[QWidget],
    ) -> None:
        self._bar = bar
        self._fields = fields
        self._rows = rows
        self._outcome = outcome
        self._greedy = greedy
        self._gap = bar.fontMetrics().averageCharWidth()
        self._height = 1
        self._buttons = rows[0][1][1:-1]
        self._grid = grid = QGridLayout(bar)
        grid.setContentsMargins(8, 4, 4, 4)
        grid.setVerticalSpacing(3)
        grid.setColumnStretch(1, 1)
        self._lines = [self._row(widgets) for _, widgets in rows]
        rows[0][0].setMinimumHeight(fields.kind.sizeHint().height())
        for number, (caption, _) in enumerate(rows):
            place = Qt.AlignmentFlag.AlignTop if not number else Qt.AlignmentFlag(0)
            grid.addWidget(caption, number, 0, place)
            grid.addLayout(self._lines[number], number, 1)
        self._lines[0].setAlignment(rows[0][1][-1], Qt.AlignmentFlag.AlignTop)
        self._below = self._row(())
        grid.addLayout(self._below, len(rows), 0, 1, 2)
        self._add(self._lines[-1], outcome)

    def fit(self, width: int) -> None:
        """Stand in as many rows as a bar of this width needs."""
        height = self._needed(width)
        if height == self._height:
            return
        before, self._height = self._height, height
        self._fields.fold_up(height, self._buttons)
        first, last = self._lines[0], self._lines[-1]
        if before == 1:
            for button in self._buttons:
                first.removeWidget(button)
            for widget in self._outcome:
                last.removeWidget(widget)
            last.addStretch(1)
            self._add(self._below, self._outcome)
        elif height == 1:
            for number, button in enumerate(self._buttons):
                first.insertWidget(1 + number, button)
            for widget in self._outcome:
                self._below.removeWidget(widget)
            last.takeAt(last.count() - 1)
            self._add(last, self._outcome)

    def _row(self, widgets: Sequence[QWidget]) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self._gap)
        self._add(row, widgets)
        return row

    def _add(self, row: QHBoxLayout, widgets: Sequence[QWidget]) -> None:
        for widget in widgets:
            row.addWidget(widget, int(widget in self._greedy))

    def _needed(self, width: int) -> int:
        """How many rows the fields and the buttons need in a bar of this width."""
        captions = max(caption.sizeHint().width() for caption, _ in self._rows)
        margins = self._grid.contentsMargins()
        room = width - captions - self._grid.horizontalSpacing() - margins.left() - margins.right()
        said = SAID_LETTERS * self._bar.fontMetrics().averageCharWidth()
        first = self._fields.wide() + self._widths(self._rows[0][1])
        last = said + self._widths(self._rows[-1][1])
        if room >= max(first, last):
            return 1
        at_end = self._widths(self._rows[0][1][-1:])
        return 2 if room >= self._fields.options_wide() + self._widths(self._buttons) + at_end else 3

    def _widths(self, widgets: Sequence[QWidget]) -> int:
        """Pixels of those that do not take what is left, with the gaps between them."""
        return sum(
            min(widget.sizeHint().width(), widget.maximumWidth()) + self._gap
            for widget in widgets
            if widget not in self._greedy
        )

"""Where the parts of the find bar stand: in few rows where it is wide, in more where it is narrow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bytescope.ui.dialogs.find_fields import FindFields

SAID_LETTERS = 60
"""Of what came of a search so much is seen at least, else it stands in a row of its own."""


class FindRows:
    """Lays out ``rows``, each a caption and what stands behind it, in ``bar``.

    ``outcome``, what came of a search, stands behind the last of them, or below all where the bar is narrow;
    the ``fields`` of the first row fold up then. ``greedy`` ones take the room that is left.
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
        self._narrow = False
        self._grid = grid = QGridLayout(bar)
        grid.setContentsMargins(8, 4, 4, 4)
        grid.setVerticalSpacing(3)
        grid.setColumnStretch(1, 1)
        for number, (caption, widgets) in enumerate(rows):
            grid.addWidget(caption, number, 0)
            self._last = self._row(widgets)
            grid.addLayout(self._last, number, 1)
        self._below = self._row(())
        grid.addLayout(self._below, len(rows), 0, 1, 2)
        self._add(self._last, outcome)

    def fit(self, width: int) -> None:
        """Stand in as many rows as a bar of this width needs."""
        if (narrow := width < self._wide()) is self._narrow:
            return
        self._narrow = narrow
        self._fields.fold_up(narrow)
        old, new = (self._last, self._below) if narrow else (self._below, self._last)
        if not narrow:
            self._last.takeAt(self._last.count() - 1)
        for widget in self._outcome:
            old.removeWidget(widget)
        self._add(new, self._outcome)
        if narrow:
            self._last.addStretch(1)

    def _row(self, widgets: Sequence[QWidget]) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self._gap)
        self._add(row, widgets)
        return row

    def _add(self, row: QHBoxLayout, widgets: Sequence[QWidget]) -> None:
        for widget in widgets:
            row.addWidget(widget, int(widget in self._greedy))

    def _wide(self) -> int:
        """Pixels from which on few rows do."""
        said = SAID_LETTERS * self._bar.fontMetrics().averageCharWidth()
        first = self._fields.wide() + self._widths(self._rows[0][1])
        last = said + self._widths(self._rows[-1][1])
        captions = max(caption.sizeHint().width() for caption, _ in self._rows)
        margins = self._grid.contentsMargins()
        beside = captions + self._grid.horizontalSpacing() + margins.left() + margins.right()
        return max(first, last) + beside

    def _widths(self, widgets: Sequence[QWidget]) -> int:
        """Pixels of those that do not take what is left, with the gaps between them."""
        return sum(
            min(widget.sizeHint().width(), widget.maximumWidth()) + self._gap
            for widget in widgets
            if widget not in self._greedy
        )

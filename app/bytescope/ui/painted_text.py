"""Lays the text of a hidden field where the same is painted, so that magnifiers follow what is read."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QFontMetricsF, QTextBlock, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QPlainTextEdit, QWidget

if TYPE_CHECKING:
    from bytescope.core.geometry.hex_grid import HexGrid
    from bytescope.ui.hex.grid_view import HexGridView

WIDEST = 1 << 20
"""Pixels of a line: it is never broken."""


def cover(edit: QPlainTextEdit, widget: QWidget) -> None:
    """Have the field lie over all of ``widget``, which it is in, with nothing of its own around the text."""
    edit.setFrameShape(QPlainTextEdit.Shape.NoFrame)
    edit.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
    edit.setViewportMargins(0, 0, 0, 0)
    edit.document().setDocumentMargin(0)
    edit.setFont(widget.font())
    edit.document().setDefaultFont(widget.font())
    edit.setGeometry(widget.rect())
    edit.viewport().setGeometry(widget.rect())


def lay_rows(edit: QPlainTextEdit, view: HexGridView, first: int, digits: int) -> None:
    """Put the lines of ``byte_rows``, from row ``first`` on, where ``view`` paints these rows.

    ``digits`` is how long their offsets are.

    Rows out of sight lie above and below, as if they were painted there.
    """
    plan, frame = view.plan, view.frame
    places = row_places(view, digits)
    block = edit.document().firstBlock()
    row = first
    while block.isValid():
        line = frame.line_of(row)
        if line is None:
            top = frame.lines[0].row if frame.lines else 0
            last = frame.lines[-1].end if frame.lines else 0
            line = row - top if row < top else len(frame.lines) + row - last
        _lay(block, edit.font(), QPointF(0, plan.y(line)), places)
        block, row = block.next(), row + 1
    _unscrolled(edit)


def row_places(view: HexGridView, digits: int) -> list[float]:
    """Where each letter of a row begins that is told as offset, two spaces, bytes, two spaces, letters.

    A byte that is painted with other digits is as wide as these are.
    """
    plan, grid = view.plan, view.grid
    char = plan.metrics.char
    places = [plan.offset_x + place * char for place in range(digits + 1)]
    places.append(places[-1] + char)
    for column in range(grid.columns):
        x, width = _painted(grid, column)
        places += [plan.x(x), plan.x(x + width / 2), plan.x(x + width)]
    places.append(places[-1] + char)
    return places[: digits + 3 + 3 * grid.columns] + [
        plan.x(grid.text_x(column)) for column in range(grid.columns + 1)
    ]


def lay_at(edit: QPlainTextEdit, corner: QPointF) -> None:
    """Put the text at the corner of what it tells of."""
    _lay(edit.document().firstBlock(), edit.font(), corner, ())
    _unscrolled(edit)


def _unscrolled(edit: QPlainTextEdit) -> None:
    for bar in (edit.horizontalScrollBar(), edit.verticalScrollBar()):
        bar.setValue(0)


def _painted(grid: HexGrid, column: int) -> tuple[float, float]:
    """The x and the width of a byte in characters; of its share of the unit where bytes share digits."""
    if grid.bytewise:
        return grid.byte_x(column), grid.byte_width()
    width = grid.digits_per_unit / grid.group
    return grid.unit_x(column) + column % grid.group * width, width


def _lay(block: QTextBlock, font: QFont, at: QPointF, places: Sequence[float]) -> None:
    """One line of text whose letters begin at ``places``, as far as these go, and follow one another then."""
    layout = block.layout()
    layout.setFormats(_spacing(places[: block.length()], font))
    layout.beginLayout()
    line = layout.createLine()
    if line.isValid():
        line.setLineWidth(WIDEST)
        line.setPosition(QPointF(0, 0))
    layout.endLayout()
    layout.setPosition(at + QPointF(places[0] if places else 0, 0))


def _spacing(places: Sequence[float], font: QFont) -> list[QTextLayout.FormatRange]:
    """What is to be between the letters, all equally wide, that each begins at its place."""
    own = QFontMetricsF(font).horizontalAdvance("0")
    ranges, start = [], 0
    for step, letters in groupby(round(after - at, 3) for at, after in pairwise(places)):
        spaced = QTextCharFormat()
        spaced.setFontLetterSpacingType(QFont.SpacingType.AbsoluteSpacing)
        spaced.setFontLetterSpacing(step - own)
        part = QTextLayout.FormatRange()
        part.start, part.length, part.format = start, len(list(letters)), spaced
        ranges.append(part)
        start += part.length
    return ranges

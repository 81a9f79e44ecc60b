"""Paints a frozen frame of the hex view; knows nothing of documents or sessions."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import compress
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen

from bytescope.core.geometry.hex_frame import Back, CaretMark, HexFrame, Kind
from bytescope.core.geometry.hex_grid import Base
from bytescope.ui.hex.glyphs import LOST_MARK, MISSING_MARK, Glyphs
from bytescope.ui.hex.metrics import OFFSET_TITLE, PAGE_TITLE, Layout
from bytescope.ui.theme import Colours
from bytescope.ui.widgets.tips import tr

_IS = tuple(bytes(kind) + b"\1" + bytes(255 - kind) for kind in Kind)
"""For each kind the table that turns kinds into a mask."""


class Look(NamedTuple):
    """What a frame is painted with."""

    layout: Layout
    glyphs: Glyphs
    colours: Colours
    encoding: str
    offset_base: Base
    focused: bool


class Points(NamedTuple):
    """Where the digits, characters, offsets and numbers of a layout stand: row by row, baselines."""

    digits: list[list[QPointF]]
    texts: list[QPointF]
    labels: list[QPointF]
    units: list[QPointF]

    @classmethod
    def of(cls, layout: Layout, lines: int) -> Points:
        """The points of ``lines`` lines; ``digits`` has a list for each digit that a byte has of its own."""
        grid, char = layout.grid, layout.metrics.char
        rows = [layout.y(line) + layout.metrics.baseline for line in range(lines)]
        columns = range(grid.columns)
        per_byte, per_unit = (grid.digits_per_byte, 0) if grid.bytewise else (0, grid.digits_per_unit)
        units = [layout.x(grid.unit_x(c) + i) for c in columns[:: grid.group] for i in range(per_unit)]
        return cls(
            [_points([layout.x(grid.byte_x(c) + digit) for c in columns], rows) for digit in range(per_byte)],
            _points([layout.x(grid.text_x(c)) for c in columns], rows),
            _points([layout.offset_x + i * char for i in range(layout.offset_digits)], rows),
            _points(units, rows),
        )


class HexPainter:
    """Paints frames; keeps the points of a layout for as long as everything stands where it stood."""

    def __init__(self) -> None:
        self._key: object = None
        self._points = Points([], [], [], [])

    def paint(self, painter: QPainter, frame: HexFrame, look: Look) -> None:
        """Paint header and lines. The background must be clean."""
        self._measure(look.layout)
        _paint_header(painter, frame, look)
        self._paint_labels(painter, frame, look)
        layout = look.layout
        painter.setClipRect(QRectF(layout.edge, layout.top, layout.width, layout.height))
        _paint_backs(painter, frame, look)
        _paint_ghost(painter, frame, look)
        self._paint_bytes(painter, frame, look)
        self._paint_units(painter, frame, look)
        _paint_folds(painter, frame, look)
        _paint_caret(painter, frame, look)
        painter.setClipping(False)
        _paint_borders(painter, frame, look)

    def _measure(self, layout: Layout) -> None:
        """Compute the points, unless they are known."""
        key = (layout.grid._replace(size=0), layout.metrics, layout.bytes_x, layout.shift, layout.lines)
        if key != self._key:
            self._key = key
            self._points = Points.of(layout, layout.lines)

    def _paint_bytes(self, painter: QPainter, frame: HexFrame, look: Look) -> None:
        """One glyph run for each colour: digits and characters together."""
        kinds, data = frame.kinds, frame.data
        digits = look.glyphs.digits(frame.grid.base)
        chars = look.glyphs.text(look.encoding)
        points = self._points
        for kind in Kind:
            mask = kinds.translate(_IS[kind])
            if kind is Kind.NONE or 1 not in mask:
                continue
            values = list(compress(data, mask))
            at = list(compress(points.texts, mask))
            glyphs = list(map(chars.__getitem__, values))
            for table, places in zip(digits, points.digits):
                at += compress(places, mask)
                glyphs += map(table.__getitem__, values)
            if kind >= Kind.LOST:
                mark = LOST_MARK if kind is Kind.LOST else MISSING_MARK
                glyphs = [look.glyphs.of(mark)] * len(at)
            painter.setPen(kind_colour(kind, look.colours))
            look.glyphs.draw(painter, glyphs, at)

    def _paint_labels(self, painter: QPainter, frame: HexFrame, look: Look) -> None:
        """Offsets; that of the caret's line stands out. In the margin the pages that begin."""
        layout, glyphs, colours = look.layout, look.glyphs, look.colours
        labels, at = list(frame.labels), list(self._points.labels[: len(frame.labels) * layout.offset_digits])
        if frame.caret is not None:
            first = frame.caret.line * layout.offset_digits
            painter.setPen(colours.text)
            label = glyphs.line(labels.pop(frame.caret.line))
            glyphs.draw(painter, label, at[first : first + layout.offset_digits])
            del at[first : first + layout.offset_digits]
        painter.setPen(colours.muted)
        glyphs.draw(painter, glyphs.line("".join(labels)), at)
        pages = {border.line: border.page for border in frame.borders}
        pages.setdefault(0, frame.first_page)
        char, width = layout.metrics.char, max(layout.page_digits, len(PAGE_TITLE))
        for line, page in pages.items():
            baseline = layout.y(line) + layout.metrics.baseline
            glyphs.draw_text(painter, str(page).rjust(width), layout.page_x, baseline, char)

    def _paint_units(self, painter: QPainter, frame: HexFrame, look: Look) -> None:
        """Numbers whose bytes share digits, by colour."""
        width, per_row = frame.grid.digits_per_unit, frame.grid.columns // frame.grid.group
        by_kind: dict[Kind, tuple[list[str], list[QPointF]]] = {}
        for unit in frame.units:
            texts, at = by_kind.setdefault(unit.kind, ([], []))
            index = (unit.line * per_row + unit.column // frame.grid.group) * width
            texts.append(unit.text)
            at += self._points.units[index : index + width]
        for kind, (texts, at) in by_kind.items():
            painter.setPen(kind_colour(kind, look.colours))
            look.glyphs.draw(painter, look.glyphs.line("".join(texts)), at)


def kind_colour(kind: Kind, colours: Colours) -> QColor:
    """The colour a byte of this kind is written in."""
    return {
        Kind.NUL: colours.nul,
        Kind.ONES: colours.ones,
        Kind.PRINTABLE: colours.printable,
        Kind.CONTROL: colours.control,
        Kind.HIGH: colours.high,
        Kind.EDITED: colours.edited,
        Kind.SELECTED: colours.selection_text,
        Kind.LOST: colours.lost_text,
        Kind.MISSING: colours.muted,
    }.get(kind, colours.text)


def _points(columns: list[float], rows: list[float]) -> list[QPointF]:
    return [QPointF(x, y) for y in rows for x in columns]


def _paint_header(painter: QPainter, frame: HexFrame, look: Look) -> None:
    """Titles, and the number of every byte column; that of the caret stands out."""
    layout, glyphs, colours = look.layout, look.glyphs, look.colours
    char, baseline = layout.metrics.char, layout.metrics.baseline + 2
    fill(painter, QRectF(0, 0, layout.width, layout.top - layout.metrics.pixel), colours.ghost_back)
    painter.setPen(colours.muted)
    glyphs.draw_text(painter, tr(PAGE_TITLE), layout.page_x, baseline, char)
    glyphs.draw_text(painter, tr(OFFSET_TITLE), layout.offset_x, baseline, char)
    painter.setClipRect(QRectF(layout.edge, 0, layout.width, layout.top))
    grid = frame.grid
    current = frame.caret.column if frame.caret is not None else -1
    current -= current % grid.columns % (grid.cell_bytes if not grid.bytewise else 1) if current > 0 else 0
    spec = {"hex": "02X", "dec": "02d", "oct": "02o"}.get(look.offset_base, "02X")
    step = 1 if grid.bytewise else grid.group
    numbers: list[int] = []
    at: list[QPointF] = []
    for column in range(0, grid.columns, step):
        text = format(column, spec)[-grid.byte_width() :]
        x = layout.x(grid.byte_x(column) + (grid.byte_width() - len(text)) // 2)
        if column == current:
            painter.setPen(colours.accent)
            glyphs.draw_text(painter, text, x, baseline, char)
            painter.setPen(colours.muted)
            continue
        numbers += glyphs.line(text)
        at += [QPointF(x + i * char, baseline) for i in range(len(text))]
    glyphs.draw(painter, numbers, at)
    glyphs.draw_text(painter, look.encoding.upper(), layout.x(grid.text_start), baseline, char)
    painter.setClipping(False)


def fill(painter: QPainter, rect: QRectF, colour: QColor) -> None:
    """Fill ``rect``. Not by ``fillRect``: for it PySide first makes the classes of gradients and images."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRect(rect)
    painter.setBrush(Qt.BrushStyle.NoBrush)


def _paint_backs(painter: QPainter, frame: HexFrame, look: Look) -> None:
    if not frame.marks:
        return
    colours, layout, grid = look.colours, look.layout, frame.grid
    brushes = {
        Back.SAVED: QBrush(colours.saved_back),
        Back.EDITED: QBrush(colours.edited_back),
        Back.DIFFERENT: QBrush(colours.different_back),
        Back.HIGHLIGHT: QBrush(colours.highlights[0]),
        Back.LOST: QBrush(colours.lost_back),
        Back.HIT: QBrush(colours.hit_back),
        Back.SELECTION: QBrush(colours.selection_back),
    }
    hatch = QBrush(colours.lost_text, Qt.BrushStyle.BDiagPattern)
    for mark in frame.marks:
        spans = [*grid.spans_x(mark.first, mark.end), (grid.text_x(mark.first), mark.end - mark.first)]
        for x, width in spans:
            rect = layout.rect(mark.line, x, width)
            painter.fillRect(rect, colours.highlights[mark.ink] if mark.ink else brushes[mark.back])
            if mark.back is Back.LOST:
                painter.setOpacity(0.35)
                painter.fillRect(rect, hatch)
                painter.setOpacity(1.0)
    _underline(painter, frame, look)


def _underline(painter: QPainter, frame: HexFrame, look: Look) -> None:
    """Differing bytes and highlights are underlined too, over a selection as well: a colour alone is not seen
    by all, and where two highlights meet the line has a gap."""
    layout, grid = look.layout, frame.grid
    thick = max(2 * layout.metrics.pixel, round(layout.metrics.line / 10))
    pixel = layout.metrics.pixel
    for mark in frame.marks:
        if mark.back is Back.DIFFERENT:
            colour, high, gap = look.colours.different_line, thick, 0.0
        elif mark.back is Back.HIGHLIGHT:
            colour, high, gap = look.colours.highlight_lines[mark.ink], pixel, 2 * pixel
        else:
            continue
        spans = [*grid.spans_x(mark.first, mark.end), (grid.text_x(mark.first), mark.end - mark.first)]
        for x, width in spans:
            rect = layout.rect(mark.line, x, width)
            rect.setTop(rect.bottom() - high)
            rect.setRight(rect.right() - gap)
            painter.fillRect(rect, colour)


def _paint_ghost(painter: QPainter, frame: HexFrame, look: Look) -> None:
    """The caret's byte in the column that does not have the keyboard."""
    caret = frame.caret
    if caret is None:
        return
    layout, grid = look.layout, frame.grid
    x, width = _ghost_span(frame, caret)
    rect = layout.rect(caret.line, x, width)
    if frame.kinds[caret.line * grid.columns + min(caret.column, grid.columns - 1)] != Kind.SELECTED:
        fill(painter, rect, look.colours.ghost_back)
    _outline(painter, rect, look.colours.muted, layout.metrics.pixel)


def _ghost_span(frame: HexFrame, caret: CaretMark) -> tuple[int, int]:
    grid = frame.grid
    if frame.caret_column == "bytes":
        return caret.text_x, 1
    if caret.value is None and caret.column == grid.columns:
        return caret.bytes_x, 1
    if grid.bytewise:
        return grid.byte_x(caret.column), grid.digits_per_byte
    return grid.unit_x(caret.column), grid.digits_per_unit


def _outline(painter: QPainter, rect: QRectF, colour: QColor, pixel: float) -> None:
    painter.setPen(QPen(colour, pixel))
    half = pixel / 2
    painter.drawRect(rect.adjusted(half, half, -half, -half))


def _paint_caret(painter: QPainter, frame: HexFrame, look: Look) -> None:
    """A block over the digit, a bar before it in insert mode, an outline without the keyboard."""
    caret = frame.caret
    if caret is None:
        return
    in_text = frame.caret_column == "text"
    rect = look.layout.rect(caret.line, caret.text_x if in_text else caret.bytes_x, 1)
    if frame.insert:
        rect.setWidth(max(2.0, round(look.layout.metrics.char / 5)))
        fill(painter, rect, look.colours.caret if look.focused else look.colours.muted)
    elif not look.focused:
        _outline(painter, rect, look.colours.caret, look.layout.metrics.pixel)
    else:
        fill(painter, rect, look.colours.caret)
        if caret.value is not None:
            char = look.glyphs.text(look.encoding)[caret.value] if in_text else look.glyphs.of(caret.digit)
            painter.setPen(look.colours.base)
            baseline = QPointF(rect.x(), rect.y() + look.layout.metrics.baseline)
            look.glyphs.draw(painter, [char], [baseline])


def _paint_folds(painter: QPainter, frame: HexFrame, look: Look) -> None:
    layout = look.layout
    painter.setPen(look.colours.muted)
    for index, line in enumerate(frame.lines):
        if line.folded:
            text = tr("{folded:,} more rows like the one above", folded=line.folded)
            baseline = layout.y(index) + layout.metrics.baseline
            look.glyphs.draw_text(painter, text, layout.x(0), baseline, layout.metrics.char)


def _paint_borders(painter: QPainter, frame: HexFrame, look: Look) -> None:
    """A line above each page, with a step where the page begins inside a row."""
    layout, grid = look.layout, frame.grid
    painter.setPen(QPen(look.colours.page_line, layout.metrics.pixel))
    half = layout.metrics.pixel / 2
    right = max(layout.edge, layout.x(grid.width))
    for border in frame.borders:
        top = layout.y(border.line) - half
        left = layout.page_x
        if not border.column:
            painter.drawLine(QPointF(left, top), QPointF(right, top))
            continue
        bottom = top + layout.metrics.line
        painter.setClipRect(QRectF(layout.edge, layout.top, layout.width, layout.height))
        for from_x, step_x, to_x in _steps(grid.unit_x(border.column) - 0.5, border.column, frame):
            painter.drawPolyline(
                _path(layout, ((from_x, bottom), (step_x, bottom), (step_x, top), (to_x, top)))
            )
        painter.setClipping(False)


def _steps(step_x: float, column: int, frame: HexFrame) -> Iterable[tuple[float, float, float]]:
    grid = frame.grid
    yield -1, step_x, grid.bytes_width + 1
    yield grid.text_start - 1, grid.text_x(column), grid.width


def _path(layout: Layout, points: Iterable[tuple[float, float]]) -> list[QPointF]:
    return [QPointF(layout.x(x), y) for x, y in points]

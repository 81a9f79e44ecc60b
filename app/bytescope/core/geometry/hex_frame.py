"""From the state of a hex view to what is drawn: a frozen picture in rows and characters, not pixels."""

from __future__ import annotations

import enum
import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from bytescope.core.geometry.hex_grid import Base, HexGrid, Place, digits_text, offset_digits
from bytescope.core.geometry.hex_window import ByteWindow
from bytescope.core.ranges import PAGESIZE, ByteRange


class Kind(enum.IntEnum):
    """What decides the colour of a byte; from LOST on also what is written in its place."""

    NUL = 0
    ONES = 1
    PRINTABLE = 2
    CONTROL = 3
    HIGH = 4
    VALUE = 5
    EDITED = 6
    SELECTED = 7
    LOST = 8
    MISSING = 9
    NONE = 10


class Back(enum.IntEnum):
    """What is painted behind bytes, in this order."""

    SAVED = 0
    EDITED = 1
    DIFFERENT = 2
    HIGHLIGHT = 3
    LOST = 4
    HIT = 5
    SELECTION = 6


CLASSES = bytes(
    Kind.NUL
    if value == 0
    else Kind.ONES
    if value == 0xFF
    else Kind.PRINTABLE
    if 0x20 <= value < 0x7F
    else Kind.HIGH
    if value >= 0x80
    else Kind.CONTROL
    for value in range(256)
)
"""The class of each byte value, as a table for ``bytes.translate``."""

INKS = 8
"""Colours of highlights."""

LONGEST_NEEDLE = 64
BEGIN = Place(0, 0, "bytes")
NOTHING = ByteRange(0, 0)
_LOST_RUNS = re.compile(rb"\x02+")
_MISSING_RUNS = re.compile(rb"\x00+")


class Line(NamedTuple):
    """A row of the grid, or ``folded`` rows from ``row`` on that are the same as the one before."""

    row: int
    folded: int = 0

    @property
    def end(self) -> int:
        """The first row behind it."""
        return self.row + max(1, self.folded)


class Mark(NamedTuple):
    """A back behind byte columns ``first`` to ``end`` of a line; ``ink``: the colour of a highlight."""

    back: Back
    line: int
    first: int
    end: int
    ink: int = 0


class Highlight(NamedTuple):
    """Bytes that somebody named: a bookmark, a field of a structure.

    ``ink``: the number of their colour, 0 to ``INKS`` - 1. ``label`` is shown when they are pointed at.
    """

    range: ByteRange
    ink: int
    label: str = ""


class PageBorder(NamedTuple):
    """``page`` begins at byte column ``column`` of ``line``."""

    line: int
    column: int
    page: int


class Unit(NamedTuple):
    """A number whose bytes share digits, right-aligned at the unit's ``column``."""

    line: int
    column: int
    text: str
    kind: Kind


class CaretMark(NamedTuple):
    """The caret's line and byte column, its x in both columns, and what is written under it."""

    line: int
    column: int
    bytes_x: int
    text_x: int
    digit: str
    value: int | None


class HexState(NamedTuple):
    """All that a picture of a hex view depends on.

    ``lines`` is how many fit, a cut one included. ``edited`` and ``saved`` are those near the window, and so
    is ``different``: what is not the same in the document that this one is compared with.
    ``highlights``: later ones stand over earlier ones. ``hits``: where a search found something.
    ``needle`` is what to mark where it stands in the window (empty: nothing). Equal ones of the first
    ``fold_rows`` rows are folded.
    """

    grid: HexGrid
    window: ByteWindow
    first_row: int = 0
    lines: int = 1
    caret: Place = BEGIN
    insert: bool = False
    selected: ByteRange = NOTHING
    edited: tuple[ByteRange, ...] = ()
    saved: tuple[ByteRange, ...] = ()
    different: tuple[ByteRange, ...] = ()
    highlights: tuple[Highlight, ...] = ()
    hits: tuple[ByteRange, ...] = ()
    needle: bytes = b""
    offset_base: Base = "hex"
    fold_rows: int = 0


class HexFrame(NamedTuple):
    """What is drawn. ``data`` and ``kinds`` have ``grid.columns`` bytes for each line."""

    grid: HexGrid
    lines: tuple[Line, ...]
    data: bytes
    kinds: bytes
    labels: tuple[str, ...]
    marks: tuple[Mark, ...]
    borders: tuple[PageBorder, ...]
    units: tuple[Unit, ...]
    caret: CaretMark | None
    caret_column: str
    insert: bool
    first_page: int

    def line_of(self, row: int) -> int | None:
        """The line that shows ``row``; None where it is out of sight."""
        at = bisect_left(self.lines, row + 1, key=_row) - 1
        return at if at >= 0 and row < self.lines[at].end else None


def frame_of(state: HexState) -> HexFrame:
    """The picture of ``state``; the same for the same state."""
    lines = _lines(state)
    data, known = _content(state, lines)
    marks = tuple(_marks(state, lines, known))
    kinds = _kinds(state, data, known, marks)
    grid = state.grid
    digits = offset_digits(grid.size, state.offset_base)
    return HexFrame(
        grid=grid,
        lines=lines,
        data=data,
        kinds=kinds,
        labels=tuple(_label(line, grid, state.offset_base, digits) for line in lines),
        marks=marks,
        borders=tuple(_borders(grid, lines)),
        units=() if grid.bytewise else tuple(_units(grid, data, kinds)),
        caret=_caret(state, lines, data, kinds),
        caret_column=state.caret.column,
        insert=state.insert,
        first_page=state.first_row * grid.columns // PAGESIZE,
    )


def digit_of(grid: HexGrid, cell: bytes, index: int) -> str:
    """The digit ``index`` of a cell's bytes; a blank where a short cell has none."""
    if not cell:
        return " "
    text = digits_text(int.from_bytes(cell, grid.byteorder), len(cell), grid.base)
    return text.rjust(grid.digits_per_cell)[index]


def _row(line: Line) -> int:
    return line.row


def _lines(state: HexState) -> tuple[Line, ...]:
    grid, rows = state.grid, state.grid.rows
    if not state.fold_rows:
        return tuple(Line(row) for row in range(state.first_row, min(rows, state.first_row + state.lines)))
    lines: list[Line] = []
    caret_row = grid.row_of(state.caret.offset)
    row = state.first_row
    limit = row + state.fold_rows
    while row < rows and len(lines) < state.lines:
        lines.append(Line(row))
        same = state.window.equal_rows(row * grid.columns, grid.columns) if row < limit else 0
        same = min(same, limit - row - 1)
        if row < caret_row <= row + same:  # the caret's row stays in sight
            same = caret_row - row - 1
        row += 1
        if same > 1:
            lines.append(Line(row, same))
            row += same
    return tuple(lines[: state.lines])


def _content(state: HexState, lines: tuple[Line, ...]) -> tuple[bytes, bytes]:
    """Data and state of the lines; state NONE (as in ``Kind``) where a line has no byte."""
    columns, size = state.grid.columns, state.grid.size
    data, known = [], []
    at = 0
    while at < len(lines):
        stop = at + 1
        if not lines[at].folded:
            while stop < len(lines) and not lines[stop].folded and lines[stop].row == lines[stop - 1].end:
                stop += 1
        count = (stop - at) * columns
        start = min(lines[at].row * columns, size)
        end = start if lines[at].folded else min(start + count, size)
        some, what = state.window.part(ByteRange(start, end))
        data.append(some.ljust(count, b"\0"))
        known.append(what.ljust(count, bytes([Kind.NONE])))
        at = stop
    return b"".join(data), b"".join(known)


def _pieces(range_: ByteRange, columns: int, lines: tuple[Line, ...]) -> Iterator[tuple[int, int, int]]:
    """The parts of ``range_`` in sight as (line, first byte column, end); a folded line is whole or not."""
    if not range_ or not lines:
        return
    first = max(0, bisect_left(lines, range_.start // columns + 1, key=_row) - 1)
    for index in range(first, len(lines)):
        line = lines[index]
        start = line.row * columns
        if start >= range_.end:
            return
        if line.folded:
            if range_.start <= start and line.end * columns <= range_.end:
                yield index, 0, columns
            continue
        a, b = max(range_.start - start, 0), min(range_.end - start, columns)
        if a < b:
            yield index, a, b


def _marks(state: HexState, lines: tuple[Line, ...], known: bytes) -> Iterator[Mark]:
    columns = state.grid.columns
    for back, ranges in (
        (Back.SAVED, state.saved),
        (Back.EDITED, state.edited),
        (Back.DIFFERENT, state.different),
        (Back.HIGHLIGHT, state.highlights),
        (Back.LOST, tuple(_lost(known, columns, lines))),
        (Back.HIT, (*state.hits, *_hits(state))),
        (Back.SELECTION, (state.selected,)),
    ):
        for item in ranges:
            range_, ink = (item.range, item.ink) if isinstance(item, Highlight) else (item, 0)
            for line, first, end in _pieces(range_, columns, lines):
                yield Mark(back, line, first, end, ink)


def _lost(known: bytes, columns: int, lines: tuple[Line, ...]) -> Iterator[ByteRange]:
    for run in _LOST_RUNS.finditer(known):
        for index in range(run.start() // columns, (run.end() - 1) // columns + 1):
            a, b = max(run.start(), index * columns), min(run.end(), (index + 1) * columns)
            yield ByteRange.of(lines[index].row * columns + a - index * columns, b - a)


def _hits(state: HexState) -> Iterator[ByteRange]:
    """Where the needle stands outside the selection; a run of one value is no needle."""
    needle, window = state.needle, state.window
    if not 1 < len(needle) <= LONGEST_NEEDLE or len(set(needle)) == 1:
        return
    at = window.data.find(needle)
    while at >= 0:
        hit = ByteRange.of(window.start + at, len(needle))
        known = window.state[at : at + len(needle)].count(1) == len(needle)
        if known and not hit.touches(state.selected):
            yield hit
        at = window.data.find(needle, at + len(needle))


def _kinds(state: HexState, data: bytes, known: bytes, marks: tuple[Mark, ...]) -> bytes:
    kinds = bytearray(data.translate(CLASSES))
    columns = state.grid.columns
    for mark in marks:
        kind = {Back.EDITED: Kind.EDITED, Back.SELECTION: Kind.SELECTED}.get(mark.back)
        if kind is not None:
            a, b = mark.line * columns + mark.first, mark.line * columns + mark.end
            kinds[a:b] = bytes([kind]) * (b - a)
    for pattern, kind in ((_LOST_RUNS, Kind.LOST), (_MISSING_RUNS, Kind.MISSING), (_NO_BYTES, Kind.NONE)):
        for run in pattern.finditer(known):
            kinds[run.start() : run.end()] = bytes([kind]) * (run.end() - run.start())
    return bytes(kinds)


_NO_BYTES = re.compile(re.escape(bytes([Kind.NONE])) + b"+")


def _label(line: Line, grid: HexGrid, base: Base, digits: int) -> str:
    if line.folded:
        return "*".rjust(digits)
    spec = {"hex": "X", "dec": "d", "oct": "o", "bin": "b"}[base]
    return format(line.row * grid.columns, f"0{digits}{spec}")


def _borders(grid: HexGrid, lines: tuple[Line, ...]) -> Iterator[PageBorder]:
    for index, line in enumerate(lines):
        start = line.row * grid.columns
        page = -(-start // PAGESIZE)
        at = page * PAGESIZE
        if not line.folded and at < start + grid.columns and (at < grid.size or at == 0):
            yield PageBorder(index, at - start, page)


def _units(grid: HexGrid, data: bytes, kinds: bytes) -> Iterator[Unit]:
    """The numbers of a grid whose bytes share digits."""
    group, width = grid.group, grid.digits_per_unit
    for at in range(0, len(data), group):
        what = kinds[at : at + group].rstrip(bytes([Kind.NONE]))
        if not what:
            continue
        kind = Kind(max(what))
        if kind in (Kind.LOST, Kind.MISSING):
            text = ("?" if kind is Kind.LOST else "·") * width
        else:
            value = int.from_bytes(data[at : at + len(what)], grid.byteorder)
            text = digits_text(value, len(what), grid.base).rjust(width)
        if kind < Kind.VALUE and kind is not Kind(min(what)):
            kind = Kind.VALUE
        yield Unit(at // grid.columns, at % grid.columns, text, kind)


def _caret(state: HexState, lines: tuple[Line, ...], data: bytes, kinds: bytes) -> CaretMark | None:
    grid, place = state.grid, state.caret
    row = grid.row_of(place.offset)
    index = next((i for i, line in enumerate(lines) if line.row == row and not line.folded), None)
    if index is None:
        return None
    column = grid.column_of(place.offset)
    cell = grid.cell_of(place.offset)
    origin = index * grid.columns - row * grid.columns
    shown = kinds[origin + cell.start : origin + cell.end]
    known = bool(shown) and max(shown) < Kind.LOST
    digit = grid.digit_at(place.offset, place.digit) if place.column == "bytes" else 0
    value = data[origin + place.offset] if known else None
    return CaretMark(
        line=index,
        column=column,
        bytes_x=grid.caret_x(Place(place.offset, digit, "bytes")),
        text_x=grid.text_x(column),
        digit=digit_of(grid, data[origin + cell.start : origin + cell.end], digit) if known else " ",
        value=value,
    )

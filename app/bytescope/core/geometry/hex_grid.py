"""Where each byte, digit and character of a hex view stands, counted in characters and rows."""

from __future__ import annotations

from typing import Literal, NamedTuple

from bytescope.core.ranges import ByteRange

Base = Literal["hex", "dec", "oct", "bin"]
ByteOrder = Literal["little", "big"]
Column = Literal["bytes", "text"]

RADIX: dict[Base, int] = {"hex": 16, "dec": 10, "oct": 8, "bin": 2}
DIGITS = "0123456789ABCDEF"
TEXT_GAP = 3
"""Characters between the bytes and the text; the second one holds the caret behind a full last row."""

BLOCK = 8
"""A wider gap stands after every 8 bytes of a row."""


class Place(NamedTuple):
    """A place a person can point at: a byte (or the end), its digit (in its cell) and the column."""

    offset: int
    digit: int
    column: Column


class _Shape(NamedTuple):
    columns: int
    group: int = 1
    base: Base = "hex"
    byteorder: ByteOrder = "big"
    size: int = 0


class HexGrid(_Shape):
    """``size`` bytes in rows of ``columns``; ``group`` bytes make a unit (1, 2, 4, 8), shown in ``base``.

    A *cell* is what the caret stands on and a digit is typed into. It is a byte, unless the bytes of a
    unit do not stand in reading order or share digits (little endian, decimal, octal): then it is the
    unit. x positions are in characters from the left of the bytes column. ``columns`` must be a
    multiple of ``group``.
    """

    __slots__ = ()

    def __new__(
        cls,
        columns: int,
        group: int = 1,
        base: Base = "hex",
        byteorder: ByteOrder = "big",
        size: int = 0,
    ) -> HexGrid:
        if group not in (1, 2, 4, 8) or columns < 1 or columns % group:
            raise ValueError(f"not a grid: {columns} columns in groups of {group}")
        return super().__new__(cls, columns, group, base, byteorder, size)

    # -- cells and digits ---------------------------------------------------------------------

    @property
    def bytewise(self) -> bool:
        """Whether each byte has digits of its own (hexadecimal and binary, and single bytes)."""
        return self.group == 1 or self.base in ("hex", "bin")

    @property
    def cell_bytes(self) -> int:
        """Bytes in a cell: 1, or ``group``."""
        by_byte = self.group == 1 or (self.byteorder == "big" and self.base in ("hex", "bin"))
        return 1 if by_byte else self.group

    @property
    def digits_per_unit(self) -> int:
        return digits_for(self.group, self.base)

    @property
    def digits_per_byte(self) -> int:
        """Digits of one byte alone."""
        return digits_for(1, self.base)

    @property
    def digits_per_cell(self) -> int:
        return digits_for(self.cell_bytes, self.base)

    def cell_of(self, offset: int) -> ByteRange:
        """The bytes of the cell at ``offset``; a short one at the end of the document, none behind it."""
        if offset >= self.size:
            return ByteRange(offset, offset)
        start = offset - offset % self.columns % self.cell_bytes
        return ByteRange(start, max(start, min(start + self.cell_bytes, self.size)))

    def unit_of(self, offset: int) -> ByteRange:
        """The bytes of the unit at ``offset``, cut at the end of the document."""
        start = offset - offset % self.columns % self.group
        return ByteRange(start, max(start, min(start + self.group, self.size)))

    def first_digit(self, offset: int) -> int:
        """The first digit of the cell at ``offset`` that exists: a short last cell stands to the right."""
        present = self.cell_of(offset).length
        return self.digits_per_cell - digits_for(present, self.base) if present else 0

    def digit_at(self, offset: int, digit: int) -> int:
        """The digit that a caret at ``offset`` stands on: it may come from before cells became smaller."""
        return max(min(digit, self.digits_per_cell - 1), self.first_digit(offset))

    # -- rows ---------------------------------------------------------------------------------

    @property
    def rows(self) -> int:
        """Rows in all; an empty document has one. The end shares the last row, even when that is full."""
        return max(1, -(-self.size // self.columns))

    def row_of(self, offset: int) -> int:
        return min(offset // self.columns, self.rows - 1)

    def column_of(self, offset: int) -> int:
        """The byte column: 0 to ``columns``, which is the place behind a full last row."""
        return offset - self.row_of(offset) * self.columns

    def offset_at(self, row: int, column: int) -> int:
        """The offset at a row and byte column, kept within the document (its end is a place too)."""
        at = min(max(row, 0), self.rows - 1) * self.columns + min(max(column, 0), self.columns)
        return min(at, self.size)

    def row_range(self, row: int) -> ByteRange:
        """The bytes of a row, cut at the end of the document."""
        start = min(row * self.columns, self.size)
        return ByteRange(start, min(start + self.columns, self.size))

    # -- positions in characters --------------------------------------------------------------

    @property
    def spaced(self) -> bool:
        """Whether a wider gap stands after every 8 bytes."""
        return self.group < BLOCK < self.columns

    def unit_x(self, column: int) -> int:
        """Where the unit with byte column ``column`` begins."""
        x = column // self.group * (self.digits_per_unit + 1)
        return x + column // BLOCK if self.spaced else x

    def byte_x(self, column: int) -> int:
        """Where the digits of a byte begin; those of its unit where bytes share digits."""
        if not self.bytewise:
            return self.unit_x(column)
        within = column % self.group
        if self.byteorder == "little":
            within = self.group - 1 - within
        return self.unit_x(column) + within * self.digits_per_byte

    def byte_width(self) -> int:
        """Characters that ``byte_x`` is the first of."""
        return self.digits_per_byte if self.bytewise else self.digits_per_unit

    def cell_x(self, column: int) -> int:
        """Where the cell that holds byte column ``column`` begins."""
        return self.byte_x(column) if self.cell_bytes == 1 else self.unit_x(column)

    def spans_x(self, first: int, end: int) -> list[tuple[int, int]]:
        """Where byte columns ``first`` to ``end`` stand, as (x, width); gaps between them included.

        One span, unless the bytes of a unit that is only partly meant stand in reverse.
        """
        if first >= end:
            return []
        group = self.group
        if self.cell_bytes == 1:
            return [_span(self.byte_x(first), self.byte_x(end - 1) + self.digits_per_byte)]
        if not self.bytewise:
            return [_span(self.unit_x(first), self.unit_x(end - 1) + self.digits_per_unit)]
        whole_first, whole_end = -(-first // group) * group, end // group * group
        loose = [c for c in range(first, end) if not whole_first <= c < whole_end]
        spans = [_span(self.byte_x(c), self.byte_x(c) + self.digits_per_byte) for c in loose]
        if whole_first < whole_end:
            last = whole_end - group
            spans.append(_span(self.unit_x(whole_first), self.unit_x(last) + self.digits_per_unit))
        return spans

    @property
    def bytes_width(self) -> int:
        """Characters of the bytes column, without a gap behind."""
        return self.unit_x(self.columns - self.group) + self.digits_per_unit

    @property
    def text_start(self) -> int:
        return self.bytes_width + TEXT_GAP

    def text_x(self, column: int) -> int:
        return self.text_start + column

    @property
    def width(self) -> int:
        """Characters of bytes, gap and text, and one more for the caret behind a full last row."""
        return self.text_start + self.columns + 1

    def caret_x(self, place: Place) -> int:
        """Where the caret stands for a place in its own column."""
        column = self.column_of(place.offset)
        if place.column == "text":
            return self.text_x(column)
        if column == self.columns:
            return self.bytes_width + 1
        if place.offset == self.size and column % self.cell_bytes:
            return self.unit_x(column) + self.digits_per_unit
        digit = self.digit_at(place.offset, place.digit)
        return self.cell_x(column) + digit

    def hit_test(self, x: float, row: int) -> Place:
        """The place under ``x`` characters in ``row``; gaps belong to what stands nearer."""
        if x >= self.text_start - 1:
            column = min(max(int(x - self.text_start), 0), self.columns)
            return Place(self._hit_offset(row, column), 0, "text")
        column = self._unit_column(x)
        within = min(max(int(x - self.unit_x(column)), 0), self.digits_per_unit - 1)
        if x >= self.bytes_width + 0.5:
            return Place(self._hit_offset(row, self.columns), 0, "bytes")
        if self.cell_bytes == 1:
            column += within // self.digits_per_byte
            within %= self.digits_per_byte
        offset = self._hit_offset(row, column)
        return Place(offset, max(within, self.first_digit(offset)) if offset < self.size else 0, "bytes")

    def _unit_column(self, x: float) -> int:
        """The first byte column of the unit nearest to ``x``."""
        step = self.digits_per_unit + 1
        units = self.columns // self.group
        if not self.spaced:
            return min(max(int((x + 0.5) // step), 0), units - 1) * self.group
        block = BLOCK // self.group
        block_step = block * step + 1
        in_block = int((x + 1) // block_step) if x >= 0 else 0
        in_block = min(in_block, (units - 1) // block)
        unit = int(max(0.0, x - in_block * block_step + 0.5) // step)
        return min(in_block * block + min(unit, block - 1), units - 1) * self.group

    def _hit_offset(self, row: int, column: int) -> int:
        """Behind a full row that is not the last, the row's last byte; the next row is elsewhere."""
        if row < self.rows - 1:
            column = min(column, self.columns - 1)
        return self.offset_at(row, column)


def _span(start: int, end: int) -> tuple[int, int]:
    return start, end - start


def digits_for(count: int, base: Base) -> int:
    """Digits that ``count`` bytes need in ``base``."""
    if base == "hex":
        return 2 * count
    if base == "bin":
        return 8 * count
    if base == "oct":
        return -(-8 * count // 3)
    return len(str(256**count - 1))


def digits_text(value: int, count: int, base: Base) -> str:
    """``value`` with all the digits that ``count`` bytes need, upper case."""
    spec = {"hex": "X", "bin": "b", "oct": "o", "dec": "d"}[base]
    return format(value, f"0{digits_for(count, base)}{spec}") if count else ""


def with_digit(data: bytes, index: int, digit: int, base: Base, byteorder: ByteOrder) -> bytes | None:
    """``data`` as a number with its digit ``index`` (from the left) replaced; None if it does not fit.

    Where the number would be too large for its bytes, the digits behind become 0 first: over 199, a 2
    makes 200.
    """
    radix = RADIX[base]
    weight: int = radix ** (digits_for(len(data), base) - 1 - index)
    value = int.from_bytes(data, byteorder)
    above = value // (weight * radix) * radix + digit
    limit: int = 256 ** len(data)
    for changed in (above * weight + value % weight, above * weight):
        if changed < limit:
            return changed.to_bytes(len(data), byteorder)
    return None


def columns_that_fit(width: int, group: int, base: Base, byteorder: ByteOrder = "big") -> int:
    """The largest power of two of bytes in a row that ``width`` characters hold; at least one group.

    A power of two, so that an address can be computed by eye.
    """
    columns = group
    while columns < 4096 and HexGrid(columns * 2, group, base, byteorder).width <= width:
        columns *= 2
    return columns


def offset_digits(size: int, base: Base) -> int:
    """Digits for the largest offset of a document: at least 8 in hexadecimal, always an even number there."""
    digits = len(digits_of(max(0, size), base))
    return max(8, digits + digits % 2) if base == "hex" else max(8, digits)


def digits_of(value: int, base: Base) -> str:
    """``value`` without leading zeros, upper case."""
    return format(value, {"hex": "X", "bin": "b", "oct": "o", "dec": "d"}[base])

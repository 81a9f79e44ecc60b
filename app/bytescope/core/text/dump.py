"""Rows of a dump: exactly what ``od -x`` prints, and our own with a choice of words and base."""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from bytescope.core.errors import InputError
from bytescope.core.text.encodings import char_table
from bytescope.core.text.formats import offset_digits, offset_text

ROW = 16
"""Bytes in a row of every dump."""
_BLOCK_ROWS = 4096


@dataclass(frozen=True, slots=True)
class Run:
    """``length`` bytes that repeat ``cycle``: a hole or a fill that nobody wants to read byte by byte."""

    cycle: bytes
    length: int

    def head(self, length: int) -> bytes:
        """The first ``length`` bytes."""
        return (self.cycle * (length // len(self.cycle) + 1))[:length]

    def rest(self, start: int) -> Run:
        """What comes behind the first ``start`` bytes."""
        shift = start % len(self.cycle)
        return Run(self.cycle[shift:] + self.cycle[:shift], self.length - start)


Piece = bytes | Run
"""A part of the dumped bytes, in order; parts may have any length."""
Row = tuple[int, bytes | None]
"""Offset and bytes of a row; None instead of bytes for the ``*`` that stands for equal rows."""


def rows(pieces: Iterable[Piece], start: int = 0, *, fold: bool = True) -> Iterator[Row]:
    """Rows of 16 bytes counted from ``start``, the last one short.

    With ``fold`` a full row equal to the one before is left out, and the first left out in a series gives
    a None row. A ``Run`` whose cycle divides 16 costs the same whatever its length.
    """
    return _Rows(start, fold).of(pieces)


class _Rows:
    """State across pieces: the begun row, the row before, and whether its series was marked already."""

    def __init__(self, start: int, fold: bool) -> None:
        self._offset = start
        self._fold = fold
        self._pending = b""
        self._last: bytes | None = None
        self._marked = False

    def of(self, pieces: Iterable[Piece]) -> Iterator[Row]:
        for piece in pieces:
            if isinstance(piece, Run):
                yield from self._run(piece)
            elif piece:
                yield from self._bytes(piece)
        if self._pending:
            yield self._offset, self._pending

    def _bytes(self, data: bytes) -> Iterator[Row]:
        if self._pending:
            data, self._pending = self._pending + data, b""
        at = 0
        last = len(data) - ROW
        while at <= last:
            row = data[at : at + ROW]
            if row != self._last or not self._fold:
                self._last, self._marked = row, False
                yield self._offset, row
                self._offset += ROW
                at += ROW
                continue
            yield from self._mark()
            count = _equal_rows(data, at, row)
            self._offset += ROW * count
            at += ROW * count
        self._pending = data[at:]

    def _mark(self) -> Iterator[Row]:
        if not self._marked:
            self._marked = True
            yield self._offset, None

    def _run(self, run: Run) -> Iterator[Row]:
        """As ``_bytes``, with the equal rows of a short cycle skipped at once."""
        if not run.cycle:
            raise ValueError("a run without bytes")
        if self._fold and ROW % len(run.cycle) == 0 and run.length >= 3 * ROW:
            # Two rows settle what is printed: the row itself, and the mark of those equal to it.
            head = (ROW - len(self._pending)) % ROW + 2 * ROW
            yield from self._bytes(run.head(head))
            run = run.rest(head)
            skipped = run.length // ROW * ROW
            self._offset += skipped
            run = run.rest(skipped)
        block = ROW * _BLOCK_ROWS // len(run.cycle) * len(run.cycle) or len(run.cycle)
        while run.length > 0:
            part = min(block, run.length)
            yield from self._bytes(run.head(part))
            run = run.rest(part)


def _equal_rows(data: bytes, at: int, row: bytes) -> int:
    """How many rows from ``at`` equal ``row``, at least 1; long series are compared a block at a time."""
    count = 1
    block = row * _BLOCK_ROWS
    while data.startswith(block, at + count * ROW):
        count += _BLOCK_ROWS
    while data.startswith(row, at + count * ROW):
        count += 1
    return count


_OD_ROW = struct.Struct("=8H")
_OD_WORDS = " %04x" * 8


def od_words(row: bytes) -> str:
    """A row as ``od -x`` shows it: words of two bytes in the machine's byte order, an odd last byte alone."""
    if len(row) == ROW:
        return _OD_WORDS % _OD_ROW.unpack(row)
    row += b"\0" * (len(row) % 2)
    return "".join([f" {word:04x}" for word in struct.unpack(f"={len(row) // 2}H", row)])


def od_lines(pieces: Iterable[Piece], start: int = 0) -> Iterator[str]:
    """The lines of ``od -x`` (coreutils) without line ends, ``start`` as after its ``-j``."""
    end = [start]
    for offset, row in rows(_counted(pieces, end), start):
        yield "*" if row is None else f"{offset:07o}{od_words(row)}"
    yield f"{end[0]:07o}"


def _counted(pieces: Iterable[Piece], end: list[int]) -> Iterator[Piece]:
    """``pieces`` again; ``end[0]`` grows by their lengths."""
    for piece in pieces:
        end[0] += piece.length if isinstance(piece, Run) else len(piece)
        yield piece


@dataclass(frozen=True, slots=True)
class DumpLook:
    """How our own dump is written: ``words`` bytes a word, ``base`` and ``offsets`` "hex", "dec" or "oct"."""

    words: int = 1
    base: str = "hex"
    byteorder: str = "little"
    offsets: str = "hex"
    encoding: str = "ascii"
    fold: bool = True

    def __post_init__(self) -> None:
        if self.words not in (1, 2, 4, 8):
            raise InputError(f"Words of {self.words} bytes are not known; use 1, 2, 4 or 8.")
        for base in (self.base, self.offsets):
            if base not in ("hex", "dec", "oct"):
                raise InputError(f"“{base}” is not a base; use hex, dec or oct.")
        if self.byteorder not in ("little", "big"):
            raise InputError(f"“{self.byteorder}” is not a byte order; use little or big.")


_WORD_CODES = {1: "B", 2: "H", 4: "I", 8: "Q"}
_DIGITS = {
    "hex": {1: 2, 2: 4, 4: 8, 8: 16},
    "oct": {1: 3, 2: 6, 4: 11, 8: 22},
    "dec": {1: 3, 2: 5, 4: 10, 8: 20},
}


def dump_lines(
    pieces: Iterable[Piece], start: int = 0, look: DumpLook | None = None, *, size: int = 0
) -> Iterator[str]:
    """Offset, words and text of each row, without line ends; ``*`` for equal rows when folding.

    ``size`` is the document's (for the width of the offsets). Bytes of a last word that is not whole are
    taken as if 00 followed, in the byte order of the words.
    """
    look = look or DumpLook()
    digits = offset_digits(size, look.offsets)
    words = _word_writer(look)
    glyphs = char_table(look.encoding)
    width = len(words(bytes(ROW)))
    for offset, row in rows(pieces, start, fold=look.fold):
        if row is None:
            yield "*"
            continue
        text = "".join(map(glyphs.__getitem__, row))
        yield f"{offset_text(offset, look.offsets, digits)}  {words(row):<{width}}  |{text}|"


def _word_writer(look: DumpLook) -> Callable[[bytes], str]:
    """A function that writes the words of a row, separated by blanks."""
    order = "<" if look.byteorder == "little" else ">"
    digits = _DIGITS[look.base][look.words]
    code = {"hex": f"0{digits}x", "oct": f"0{digits}o", "dec": f"{digits}d"}[look.base]
    unpack = struct.Struct(f"{order}{ROW // look.words}{_WORD_CODES[look.words]}").unpack

    whole = " ".join(["%" + code] * (ROW // look.words))

    def write(row: bytes) -> str:
        if len(row) == ROW:
            return whole % unpack(row)
        count = -(-len(row) // look.words)
        values = unpack(row.ljust(ROW, b"\0"))[:count]
        return " ".join([format(value, code) for value in values])

    return write

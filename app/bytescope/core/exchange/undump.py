"""Dumps back to bytes: what ``xxd``, ``hexdump`` and ``od`` have printed, ``*`` rows included."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from bytescope.core.errors import InputError
from bytescope.core.exchange.text_lines import LONGEST_LINE, Lines
from bytescope.core.text.dump import Run
from bytescope.core.text.formats import shown_input
from bytescope.core.text.xxd_rows import straightened

MOST_OFFSET = 1 << 62

STEP = 1 << 20
"""Bytes that are handed over at a time, about."""

_LINE = re.compile(r"\s*([0-9A-Fa-f]{1,16})(:?)(?![0-9A-Fa-fxX:])(.*)", re.DOTALL)
_TEXT = re.compile(r"(?:\s+|(?<=\s))(?:\|.*|>.*<\s*)$", re.DOTALL)
_TWO_BLANKS = re.compile(r"\s{2,}")
_BASES = {"hex": 16, "oct": 8, "dec": 10}


class Placed(NamedTuple):
    """Bytes and the offset at which they stand."""

    offset: int
    data: bytes | Run

    @property
    def end(self) -> int:
        return self.offset + (self.data.length if isinstance(self.data, Run) else len(self.data))


class _Row(NamedTuple):
    """A line that was taken apart; ``offset`` still in digits. ``tokens`` are None for a ``*``."""

    number: int
    offset: str
    tokens: list[str] | None
    colon: bool
    word: int

    @property
    def length(self) -> int:
        return sum(map(len, self.tokens or ())) // 2


def undumped(lines: Iterable[str], offsets: str = "") -> Iterator[Placed]:
    """The bytes of a dump, in the order of its lines. ``offsets``: "hex", "oct" or "dec" where it is known.

    Words without a colon behind the offset (``od -x``, ``hexdump``) are little-endian, as those programs
    write them here; with one (``xxd``) they are bytes in their order, and any offset may follow any other,
    as ``xxd -r`` has it. Words of ``xxd -e`` and bits of ``xxd -b`` are known by the letters beside them.
    InputError names the line that cannot be read. Of ``Lines`` those that look alike are read together.
    """
    if offsets and offsets not in _BASES:
        raise InputError(f"“{shown_input(offsets)}” is no base of offsets; use hex, oct or dec.")
    file = lines if isinstance(lines, Lines) else None
    plain, lines = straightened(lines)
    parsed = _rows(lines, file)
    base, ahead = (_BASES[offsets], []) if offsets else _decided(parsed)
    return _joined(_Reader(base, file if plain else None).read(ahead, parsed))


def looks_like_dump(lines: Iterable[str]) -> bool:
    """Whether the first lines are those of a dump, not digits without offsets."""
    seen: list[_Row] = []
    try:
        for row in _rows(lines):
            seen.append(row)
            if len(seen) == 2:
                break
        if not seen or not seen[0].offset or not seen[0].tokens:
            return False
        first = seen[0]
        if first.colon:
            return len(first.offset) >= 4
        if len(first.offset) < 6 or len(seen) < 2:
            return False
        following = seen[1]
        if not following.offset:
            return True
        return any(_fits(first, following, base) for base in _BASES.values())
    except InputError:
        return False


def _rows(lines: Iterable[str], file: Lines | None = None) -> Iterator[_Row]:
    """Each line by itself; those that were taken together out of ``file`` meanwhile are counted."""
    for count, line in enumerate(lines, 1):
        number = count + (file.taken if file is not None else 0)
        if len(line) > LONGEST_LINE:
            raise InputError(f"Line {number:,} is too long for a line of a dump; check the file.")
        text = line.strip()
        if not text:
            continue
        if text == "*":
            yield _Row(number, "", None, False, 0)
            continue
        yield _row(number, line)


def _row(number: int, line: str) -> _Row:
    found = _LINE.fullmatch(line)
    if found is None:
        raise InputError(f"Line {number:,} has no offset in front: “{shown_input(line.strip())}”; check it.")
    offset, colon, rest = found[1], bool(found[2]), found[3].rstrip()
    if colon:
        rest = _TWO_BLANKS.split(rest.strip(), maxsplit=1)[0]
    else:
        rest = _TEXT.sub("", rest)
    tokens = rest.split()
    widths = {len(token) for token in tokens}
    for token in tokens:
        if len(token) % 2 or not all(c in "0123456789abcdefABCDEF" for c in token):
            raise InputError(
                f"Line {number:,}: “{shown_input(token)}” is no byte or word in hex digits; check the line,"
                " or read the text in another way."
            )
    word = max(widths, default=2)
    # Of words of xxd the last may be short; od pads it.
    if not colon and (len(widths) > 1 or word not in (2, 4, 8, 16)):
        raise InputError(f"Line {number:,} has words of different lengths; check the line.")
    return _Row(number, offset, tokens, colon, word // 2)


def _decided(parsed: Iterator[_Row]) -> tuple[int, list[_Row]]:
    """The base of the offsets, and the lines that were looked at for it."""
    ahead: list[_Row] = []
    last: _Row | None = None
    folded = False
    bases = [16, 8, 10]
    for row in parsed:
        ahead.append(row)
        if row.tokens is None:
            folded = True
            continue
        if row.colon:
            return 16, ahead
        bases = [base for base in bases if _is_number(row.offset, base)]
        if last is not None:
            fitting = [base for base in bases if _fits(last, row, base, folded)]
            bases = fitting or bases
            if len(fitting) == 1:
                return fitting[0], ahead
        last, folded = row, False
    return _guessed(ahead, bases), ahead


def _guessed(ahead: list[_Row], bases: list[int]) -> int:
    """The base where no two lines tell it: a dump of one row, or of equal rows alone."""
    rows = [row for row in ahead if row.tokens is not None]
    if not rows or len(bases) == 1:
        return bases[0] if bases else 16
    first = rows[0]
    numbers = {tuple(_number(row.offset, base) for row in rows) for base in bases}
    if len(numbers) == 1:
        return bases[0]
    if len(first.offset) != 7 and 16 in bases:
        return 16
    if first.word == 1 and 8 in bases:
        return 8
    raise InputError(
        "The offsets of this dump can be hexadecimal (hexdump) or octal (od): take it again with a row that"
        " differs, or say which by undump --offsets."
    )


def _is_number(text: str, base: int) -> bool:
    return base == 16 or (text.isdigit() and (base == 10 or not set(text) & {"8", "9"}))


def _number(text: str, base: int) -> int:
    return int(text, base)


def _fits(before: _Row, row: _Row, base: int, folded: bool = False) -> bool:
    """Whether ``row`` follows ``before`` with offsets of this base; the last word may be half there."""
    if not (_is_number(before.offset, base) and _is_number(row.offset, base)):
        return False
    step = _number(row.offset, base) - _number(before.offset, base)
    if folded:
        return before.length > 0 and step > before.length and step % before.length == 0
    padded = before.word - 1 if not row.tokens else 0
    return before.length - padded <= step <= before.length and step > 0


class _Reader:
    """Keeps what was the row before, for ``*``. Rows of ``file`` that look alike come together."""

    def __init__(self, base: int, file: Lines | None) -> None:
        self._base = base
        self._file = file
        self._at: int | None = None
        self._last = b""
        self._folded = 0
        self._held: Placed | None = None

    def read(self, ahead: list[_Row], rest: Iterator[_Row]) -> Iterator[Placed]:
        """One row is held back: the offset behind it may say that its last word is half there."""
        for rows in (ahead, rest):
            for row in rows:
                yield from self._take(row)
                if self._file is not None and row.tokens and self._file.stands_behind(row.number):
                    yield from self._together(self._file)
        if self._folded:
            raise InputError(
                f"Line {self._folded:,}: nothing stands behind the “*”, so how far the row repeats is not"
                " known; add the last offset."
            )
        if self._held is not None:
            yield self._held

    def _together(self, file: Lines) -> Iterator[Placed]:
        assert self._at is not None
        for data, length in file.rows(self._at, self._base):
            if self._at + len(data) > MOST_OFFSET:
                raise InputError(f"No document reaches to offset {self._at + len(data):#x}; check the lines.")
            if self._held is not None:
                yield self._held
            yield Placed(self._at, data[:-length])
            self._at += len(data)
            self._last = data[-length:]
            self._held = Placed(self._at - length, self._last)

    def _take(self, row: _Row) -> Iterator[Placed]:
        if row.tokens is None:
            if not self._last:
                raise InputError(
                    f"Line {row.number:,}: there is no row before the “*”; check the lines before it."
                )
            self._folded = row.number
            return
        offset = self._offset(row)
        self._trim(row, offset)
        if self._held is not None:
            yield self._held
            self._held = None
        if self._folded:
            yield from self._unfold(row, offset)
        elif self._at is not None and offset != self._at and not row.colon:
            raise InputError(
                f"Line {row.number:,}: the offset is {offset:#x}, but {self._at:#x} follows; check the"
                " lines around it."
            )
        data = _data(row)
        if data:
            self._held = Placed(offset, data)
            self._last = data
        self._at = offset + len(data)

    def _offset(self, row: _Row) -> int:
        if not _is_number(row.offset, self._base):
            raise InputError(
                f"Line {row.number:,}: “{row.offset}” is no offset like those before it; check the line."
            )
        offset = _number(row.offset, self._base)
        if offset > MOST_OFFSET:
            raise InputError(
                f"Line {row.number:,}: no document reaches to offset {offset:#x}; check the line."
            )
        return offset

    def _trim(self, row: _Row, offset: int) -> None:
        """od fills its last word with 00, and tells the true end on the last line."""
        held, at = self._held, self._at
        if held is None or at is None or row.tokens or row.colon or not held.offset < offset < at:
            return
        if at - offset < 8 and isinstance(held.data, bytes) and not any(held.data[offset - at :]):
            self._held = Placed(held.offset, held.data[: offset - at])
            self._at = offset

    def _unfold(self, row: _Row, offset: int) -> Iterator[Placed]:
        number, self._folded = self._folded, 0
        assert self._at is not None
        missing = offset - self._at
        if missing <= 0 or missing % len(self._last):
            raise InputError(
                f"Line {number:,}: the rows left out do not come out even up to offset {offset:#x}; check"
                " the line behind it."
            )
        yield Placed(self._at, Run(self._last, missing))


def _data(row: _Row) -> bytes:
    tokens = row.tokens or []
    if row.colon or row.word == 1:
        return bytes.fromhex("".join(tokens))
    return b"".join(bytes.fromhex(token)[::-1] for token in tokens)


def _joined(placed: Iterator[Placed]) -> Iterator[Placed]:
    """Rows that follow each other in larger pieces."""
    start, have = 0, bytearray()
    for item in placed:
        joins = isinstance(item.data, bytes) and item.offset == start + len(have)
        if have and (not joins or len(have) >= STEP):
            yield Placed(start, bytes(have))
            have = bytearray()
        if isinstance(item.data, Run):
            yield item
            continue
        if not have:
            start = item.offset
        have += item.data
    if have:
        yield Placed(start, bytes(have))

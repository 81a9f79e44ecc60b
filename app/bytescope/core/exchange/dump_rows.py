"""Rows of a dump that look like the one before them: checked and read as columns, many at once."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

LONGEST_ROW = 2048
_HEAD = re.compile(rb"([0-9A-Fa-f]{1,15})(:?) +")
_WORDS = re.compile(rb"[0-9A-Fa-f]+(?: {1,3}[0-9A-Fa-f]+)*")
_LETTERS = re.compile(rb" (?=[|>])")
_BLANK, _END = 0x20, 0x0A


class Layout(NamedTuple):
    """Where in a row of ``length`` characters, its end of line counted, everything stands.

    The offset has the first ``offset`` columns, the bytes have those from ``start`` to ``end``. ``marks`` are
    the columns whose character (the second of each pair) is the same in all rows. A row is of ``data``
    bytes in words of ``word``, which ``turned`` ones tell from the last byte on.
    """

    length: int
    offset: int
    start: int
    end: int
    marks: tuple[tuple[int, int], ...]
    word: int
    turned: bool
    data: int


def layout_of(line: bytes) -> Layout | None:
    """That of a row, given without its end of line; None for one that is to be read by itself."""
    head = _HEAD.match(line)
    if head is None or len(line) >= LONGEST_ROW:
        return None
    colon, start = bool(head[2]), head.end()
    if colon:
        cut = line.find(b"  ", start)
    else:
        letters = _LETTERS.search(line, start)
        cut = letters.start() if letters is not None else -1
        if letters is not None and line[letters.end()] == ord(">") and not line.endswith(b"<"):
            return None
    body = line[start : cut if cut >= 0 else len(line)].rstrip(b" ")
    words = body.split()
    widths = {len(word) for word in words}
    if _WORDS.fullmatch(body) is None or any(width % 2 for width in widths):
        return None
    word = max(widths) // 2
    if not colon and (len(widths) > 1 or word not in (1, 2, 4, 8, 16)):  # of xxd the last may be short
        return None
    end = start + len(body)
    marked = [*range(len(head[1]), start), *(at for at in range(start, end) if line[at] == _BLANK)]
    if colon:
        marked += range(end, min(end + 2, len(line)))
    elif cut >= 0:
        marked += [*range(end, cut + 2), len(line) - 1]
    else:
        marked += range(end, len(line))
    marks = [(at, line[at]) for at in sorted(set(marked))]
    return Layout(
        len(line) + 1,
        len(head[1]),
        start,
        end,
        (*marks, (len(line), _END)),
        word,
        not colon and word > 1,
        sum(map(len, words)) // 2,
    )


def read_rows(layout: Layout, text: bytes, at: int, count: int, offset: int, base: int) -> bytes:
    """The bytes of those first of ``count`` rows at ``text[at:]`` that are laid out so and follow each other.

    The offset of the first must be ``offset``; offsets are written in ``base``.
    """
    import numpy as np

    rows = np.frombuffer(text, np.uint8, count * layout.length, at).reshape(count, layout.length)
    fits = _follow(layout, rows, offset, base)
    for column, character in layout.marks:
        fits &= rows[:, column] == character
    if np.count_nonzero((rows.reshape(-1) - _BLANK) > 94) != count:  # other than letters and ends of lines
        fits &= ((rows[:, :-1] - _BLANK) <= 94).all(axis=1)
    good = count if fits.all() else int(fits.argmin())
    return _bytes(layout, rows[:good])


def _follow(layout: Layout, rows: NDArray[np.uint8], offset: int, base: int) -> NDArray[np.bool_]:
    """Which rows have the offset that they should have."""
    import numpy as np

    values = _values()
    found = np.zeros(len(rows), np.int64)
    fits = np.ones(len(rows), np.bool_)
    for column in range(layout.offset):
        digits = values[rows[:, column]]
        fits &= digits < base
        found *= base
        found += digits
    fits &= found == offset + layout.data * np.arange(len(rows), dtype=np.int64)
    return fits


def _bytes(layout: Layout, rows: NDArray[np.uint8]) -> bytes:
    """What the digits of ``rows`` stand for, up to the first row that has others."""
    import numpy as np

    # The column behind the digits is a blank or the end of the line, which ``fromhex`` passes over.
    text = rows[:, layout.start : layout.end + 1].tobytes().decode("ascii", "replace")
    try:
        data = bytes.fromhex(text)
    except ValueError:
        data = b""
    if len(data) != len(rows) * layout.data:
        blanks = {column for column, _ in layout.marks}
        columns = [column for column in range(layout.start, layout.end) if column not in blanks]
        good = int((_values()[rows[:, columns]] < 16).all(axis=1).argmin())
        return _bytes(layout, rows[:good]) if good else b""
    if layout.turned:
        data = np.frombuffer(data, np.uint8).reshape(-1, layout.word)[:, ::-1].tobytes()
    return data


@cache
def _values() -> NDArray[np.uint8]:
    """What each character is worth as a digit; 99 for others."""
    import numpy as np

    values = np.full(256, 99, np.uint8)
    for value, digits in enumerate((*"0123456789", *("aA", "bB", "cC", "dD", "eE", "fF"))):
        for digit in digits:
            values[ord(digit)] = value
    return values

"""The lines of a file of text, of any size; of a dump many rows together."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from bytescope.core.errors import InputError
from bytescope.core.exchange.dump_rows import LONGEST_ROW, layout_of, read_rows
from bytescope.core.ranges import ByteRange

if TYPE_CHECKING:
    from bytescope.core.source.base import Source
    from bytescope.core.ticket import Ticket

LONGEST_LINE = 1 << 16
_STEP = 1 << 20
_AT_FIRST, _AT_MOST = 64, 1 << 14
_FEWEST = 8
"""Rows that must come together, or it is not tried again soon."""

_LONGEST_PAUSE = 256


class Lines(Iterator[str]):
    """Gives out lines without their ends; those that are too long come in parts.

    ``rows`` takes rows of a dump that follow the last line; ``taken`` counts them. InputError where the file
    cannot be read.
    """

    def __init__(self, source: Source, ticket: Ticket | None = None) -> None:
        self._source = source
        self._ticket = ticket
        self._parts = ByteRange(0, source.size).chunks(_STEP)
        self._data = b""
        self._at = 0
        self._ready: list[str] = []
        self._given = 0
        self._pause = self._last_pause = 0
        self.taken = 0

    def __next__(self) -> str:
        while not self._ready:
            line = self._line()
            if line is None:
                raise StopIteration
            self._ready = line.decode("utf-8", "replace").splitlines()[::-1] or [""]
        self._given += 1
        return self._ready.pop()

    def stands_behind(self, number: int) -> bool:
        """Whether all lines up to ``number``, counted from 1, were given out or taken, and no other."""
        return not self._ready and self._given + self.taken == number

    def rows(self, offset: int, base: int) -> Iterator[tuple[bytes, int]]:
        """The bytes of the next rows of a dump, as far as they look like the first of them and go on from
        ``offset``, and the bytes of one row; nothing where there are none, or few were found lately."""
        if self._pause:
            self._pause -= 1
            return
        line = self._ahead()
        layout = layout_of(line) if line is not None else None
        if layout is None:
            return
        before, count = self.taken, _AT_FIRST
        while self._ahead() is not None:
            count = min(count, (len(self._data) - self._at) // layout.length)
            data = read_rows(layout, self._data, self._at, count, offset, base) if count else b""
            if not data:
                break
            found = len(data) // layout.data
            self._at += found * layout.length
            self.taken += found
            offset += len(data)
            yield data, layout.data
            if found < count:
                break
            count = min(4 * count, _AT_MOST)
        few = self.taken - before < _FEWEST
        self._pause = self._last_pause = min(2 * self._last_pause + 1, _LONGEST_PAUSE) if few else 0

    def _ahead(self) -> bytes | None:
        """The next line if it is whole and short."""
        end = self._data.find(b"\n", self._at, self._at + LONGEST_ROW)
        if end < 0 and len(self._data) - self._at < LONGEST_ROW and self._more():
            end = self._data.find(b"\n", self._at, self._at + LONGEST_ROW)
        return self._data[self._at : end] if end >= 0 else None

    def _line(self) -> bytes | None:
        """The next line; of one that is too long the first part."""
        while True:
            end = self._data.find(b"\n", self._at)
            if end >= 0:
                line = self._data[self._at : end]
                self._at = end + 1
                return line
            if len(self._data) - self._at > 4 * LONGEST_LINE:
                cut = self._data.rfind(b"\r", self._at) + 1 or len(self._data)
                line, self._at = self._data[self._at : cut], cut
                return line
            if not self._more():
                line, self._data, self._at = self._data[self._at :], b"", 0
                return line or None

    def _more(self) -> bool:
        """Read a step; whether there was one."""
        part = next(self._parts, None)
        if part is None:
            return False
        buffer = bytearray(part.length)
        if self._source.read_into(part.start, memoryview(buffer)):
            raise InputError("The file cannot be read to its end; check its medium.")
        self._data = self._data[self._at :] + buffer
        self._at = 0
        if self._ticket is not None:
            self._ticket.advance(part.length)
        return True

"""Half-open ranges of bytes and of pages, and the arithmetic between the two."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

PAGESIZE = 4096
"""Bytes in a page of the document; the operating system's own page size is a separate fact."""


# Both are written by hand: each start of the program makes its classes anew, and to import dataclasses and
# have it make these two takes as long as to import fifteen of our modules.


class ByteRange:
    """Bytes ``start`` up to, not including, ``end``. ``0 <= start <= end``."""

    __slots__ = ("end", "start")

    def __init__(self, start: int, end: int) -> None:
        if not 0 <= start <= end:
            raise ValueError(f"not a range: {start}..{end}")
        self.start: Final = start
        self.end: Final = end

    def __eq__(self, other: object) -> bool:
        return isinstance(other, ByteRange) and self.start == other.start and self.end == other.end

    def __lt__(self, other: ByteRange) -> bool:
        return (self.start, self.end) < (other.start, other.end)

    def __hash__(self) -> int:
        return hash((self.start, self.end))

    def __repr__(self) -> str:
        return f"ByteRange({self.start}, {self.end})"

    @classmethod
    def of(cls, start: int, length: int) -> ByteRange:
        """The range of ``length`` bytes that begins at ``start``."""
        return cls(start, start + length)

    @property
    def length(self) -> int:
        return self.end - self.start

    def __bool__(self) -> bool:
        return self.end > self.start

    def __contains__(self, offset: int) -> bool:
        return self.start <= offset < self.end

    def covers(self, other: ByteRange) -> bool:
        """Whether every byte of ``other`` lies in this range."""
        return self.start <= other.start and other.end <= self.end

    def touches(self, other: ByteRange) -> bool:
        """Whether the two have at least one byte in common."""
        return self.start < other.end and other.start < self.end

    def intersect(self, other: ByteRange) -> ByteRange:
        """The common bytes; an empty range at the nearer border where there are none."""
        start = min(max(self.start, other.start), self.end)
        return ByteRange(start, max(start, min(self.end, other.end)))

    def shifted(self, by: int) -> ByteRange:
        return ByteRange(self.start + by, self.end + by)

    @property
    def pages(self) -> PageRange:
        """The pages that hold at least one byte of the range (none for an empty range)."""
        if not self:
            return PageRange(self.start // PAGESIZE, self.start // PAGESIZE)
        return PageRange(self.start // PAGESIZE, (self.end - 1) // PAGESIZE + 1)

    def chunks(self, size: int) -> Iterator[ByteRange]:
        """The range in pieces of at most ``size`` bytes, cut at multiples of ``size``."""
        at = self.start
        while at < self.end:
            stop = min(self.end, (at // size + 1) * size)
            yield ByteRange(at, stop)
            at = stop


class PageRange:
    """Pages ``first`` up to, not including, ``end``. ``0 <= first <= end``."""

    __slots__ = ("end", "first")

    def __init__(self, first: int, end: int) -> None:
        if not 0 <= first <= end:
            raise ValueError(f"not a range of pages: {first}..{end}")
        self.first: Final = first
        self.end: Final = end

    def __eq__(self, other: object) -> bool:
        return isinstance(other, PageRange) and self.first == other.first and self.end == other.end

    def __lt__(self, other: PageRange) -> bool:
        return (self.first, self.end) < (other.first, other.end)

    def __hash__(self) -> int:
        return hash((self.first, self.end))

    def __repr__(self) -> str:
        return f"PageRange({self.first}, {self.end})"

    @property
    def count(self) -> int:
        return self.end - self.first

    def __bool__(self) -> bool:
        return self.end > self.first

    def __contains__(self, page: int) -> bool:
        return self.first <= page < self.end

    def intersect(self, other: PageRange) -> PageRange:
        first = min(max(self.first, other.first), self.end)
        return PageRange(first, max(first, min(self.end, other.end)))

    def bytes(self, size: int) -> ByteRange:
        """The bytes of these pages in a document of ``size`` bytes; the last page may be short."""
        start = min(self.first * PAGESIZE, size)
        return ByteRange(start, max(start, min(self.end * PAGESIZE, size)))


def page_count(size: int) -> int:
    """How many pages a document of ``size`` bytes has; a short last page counts."""
    return -(-size // PAGESIZE)


def merged(ranges: list[ByteRange]) -> list[ByteRange]:
    """The same bytes as sorted ranges that neither overlap nor touch end to end; empty ones are left out."""
    out: list[ByteRange] = []
    for item in sorted(r for r in ranges if r):
        if out and item.start <= out[-1].end:
            out[-1] = ByteRange(out[-1].start, max(out[-1].end, item.end))
        else:
            out.append(item)
    return out

"""Documents of literals, holes and patterns of a few bytes each, for searches with tiny windows."""

from __future__ import annotations

from collections.abc import Iterator

import hypothesis.strategies as st

from bytescope.core.document.document import Document
from bytescope.core.document.patterns import Counter, Repeat
from bytescope.core.ranges import ByteRange
from bytescope.core.source.base import Lost, Why


class Holed:
    """Bytes in memory that tell their runs of 00 as holes, and may have lost some."""

    cycle = None

    def __init__(self, data: bytes, lost: tuple[ByteRange, ...] = ()) -> None:
        self.size = len(data)
        self._data = data
        self._lost = lost

    def read_into(self, offset, buffer):
        buffer[:] = self._data[offset : offset + len(buffer)]
        asked = ByteRange.of(offset, len(buffer))
        return tuple(
            Lost(gone.intersect(asked), Why.UNREADABLE) for gone in self._lost if gone.touches(asked)
        )

    def data_runs(self, within) -> Iterator[ByteRange]:
        at = within.start
        while at < within.end:
            end = at
            while end < within.end and (self._data[end] == 0) == (self._data[at] == 0):
                end += 1
            if self._data[at]:
                yield ByteRange(at, end)
            at = end


def document_of(parts) -> tuple[Document, bytes]:
    """A document whose spans are ``parts``: bytes at their place in a base with holes, or a pattern."""
    base, fills, at = bytearray(), [], 0
    for part in parts:
        if isinstance(part, bytes):
            base += part
        else:
            pattern, length = part
            base += bytes(length)
            fills.append((ByteRange.of(at, length), pattern))
        at = len(base)
    document = Document(Holed(bytes(base)))
    for place, pattern in fills:
        if place:
            document.fill(place, pattern)
    return document, document.snapshot().read(0, document.size).data


literal = st.lists(st.sampled_from(b"\0ab"), max_size=12).map(bytes)
hole = st.integers(0, 40).map(bytes)
pattern = st.tuples(
    st.sampled_from([Repeat(b"a"), Repeat(b"ab"), Repeat(b"aab"), Repeat(b"\0")]), st.integers(0, 60)
)
counter = st.tuples(st.just(Counter(0, 1, 1, "little")), st.integers(0, 20))
contents = st.lists(st.one_of(literal, hole, pattern, counter), max_size=8)

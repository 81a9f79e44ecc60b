"""Many ranges of a document in little memory: the hits that are replaced in one step."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator
from heapq import nlargest
from itertools import islice
from typing import NamedTuple

from bytescope.core.ranges import ByteRange
from bytescope.core.source.base import Source


class Pieces(NamedTuple):
    """Bytes for each of many places: those for place i end at ``ends[i]`` of ``source``, where those for
    place i + 1 begin.
    """

    source: Source
    ends: array[int]

    @property
    def total(self) -> int:
        """Bytes of all of them."""
        return self.ends[-1] if self.ends else 0

    def fit(self, places: Places) -> bool:
        """Whether each place has as many bytes as are for it."""
        at = 0
        for start, stop, end in zip(places.starts, places.ends, self.ends, strict=True):
            if stop - start != end - at:
                return False
            at = end
        return True


class Places:
    """Sorted ranges that do not overlap: range i is ``starts[i]`` up to, not including, ``ends[i]``.

    16 bytes for each. A range may be empty: what replaces it is then inserted there. The arrays are not
    changed any more. ValueError where the ranges are not in order.
    """

    __slots__ = ("ends", "starts")

    def __init__(self, starts: array[int], ends: array[int]) -> None:
        if len(starts) != len(ends):
            raise ValueError("each range has a start and an end")
        before = 0
        for start, end in zip(starts, ends):
            if not before <= start <= end:
                raise ValueError(f"{start}..{end} is no range behind {before}")
            before = end
        self.starts = starts
        self.ends = ends

    @classmethod
    def of(cls, ranges: Iterable[ByteRange] | Places) -> Places:
        """The same ranges; what is one already is taken as it is."""
        if isinstance(ranges, Places):
            return ranges
        starts: array[int] = array("q")
        ends: array[int] = array("q")
        for item in ranges:
            starts.append(item.start)
            ends.append(item.end)
        return cls(starts, ends)

    def __len__(self) -> int:
        return len(self.starts)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Places) and self.starts == other.starts and self.ends == other.ends

    __hash__ = None  # type: ignore[assignment]

    def __iter__(self) -> Iterator[ByteRange]:
        for start, end in zip(self.starts, self.ends):
            yield ByteRange(start, end)

    @property
    def total(self) -> int:
        """Bytes of all ranges."""
        return sum(self.ends) - sum(self.starts)

    def all_of(self, length: int) -> bool:
        """Whether each range has ``length`` bytes."""
        return all(end - start == length for start, end in zip(self.starts, self.ends))

    def groups(self, most: int) -> Iterator[tuple[int, int]]:
        """At most ``most`` groups of neighbours, cut where the gaps are widest: (first, end) of each."""
        count = len(self)
        if not count:
            return
        gaps = map(int.__sub__, islice(self.starts, 1, None), self.ends)
        widest = nlargest(most - 1, zip(gaps, range(1, count)))
        first = 0
        for _, cut in sorted(widest, key=_place):
            yield first, cut
            first = cut
        yield first, count


def _place(item: tuple[int, int]) -> int:
    return item[1]

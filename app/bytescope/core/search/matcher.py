"""What a search looks for, as the search sees it: something that finds hits in one window of bytes."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple, Protocol

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Ints = NDArray[np.int64]

WINDOW = 1 << 20
"""Bytes read at a time: they stay in the cache of the processor while they are looked at."""

LONGEST = 1 << 16
"""Bytes of a hit at most, of what has no length of its own: a regular expression, a run that differs."""


class Window(NamedTuple):
    """Bytes of a document from ``base`` on. Of these, hits lie in ``low`` up to ``end``; the rest is around.

    ``lost``: what could not be read, as (start, end). All but ``base`` counts from the window's first byte.
    ``check`` raises ``Cancelled`` where the person asked to stop.
    """

    text: memoryview
    base: int
    low: int
    end: int
    lost: tuple[tuple[int, int], ...] = ()
    check: Callable[[], object] = bool

    def readable(self, start: int, end: int) -> bool:
        """Whether all of these bytes could be read."""
        return not any(first < end and start < last for first, last in self.lost)

    def all_readable(self, starts: Ints, lengths: Ints) -> NDArray[np.bool_]:
        """The same of many hits."""
        good = np.ones(len(starts), np.bool_)
        for first, last in self.lost:
            good &= (starts + lengths <= first) | (starts >= last)
        return good


class Found(NamedTuple):
    """Hits in a window, in order, none over another; what starts before ``at`` was looked at."""

    starts: Ints
    lengths: Ints
    at: int


class Matcher(Protocol):
    """Finds hits of ``shortest`` to ``longest`` bytes; ``around`` bytes beside a hit are looked at as well.

    Whether there is a hit at an offset depends on nothing but the bytes there and on the offset modulo
    ``period``. ``lead``: so far before a window it begins when it looks for the last hit of one.
    """

    @property
    def shortest(self) -> int: ...
    @property
    def longest(self) -> int: ...
    @property
    def around(self) -> int: ...
    @property
    def period(self) -> int: ...
    @property
    def window(self) -> int: ...
    @property
    def lead(self) -> int: ...

    def find(self, window: Window, first: int, stop: int, room: int) -> Found:
        """At most ``room`` hits that start in ``first`` up to ``stop`` and lie in the window's bounds."""
        ...

    def last(self, window: Window, first: int, stop: int) -> tuple[int, int] | None:
        """Start and length of the last hit that starts in ``first`` up to ``stop``."""
        ...


NO_HITS = np.empty(0, np.int64)


def bytes_of(data: memoryview | bytes) -> NDArray[np.uint8]:
    """The same bytes for numpy: of a buffer in memory, never of a mapping."""
    view = np.frombuffer(data, np.uint8)
    view.flags.writeable = False
    return view


def apart(starts: Ints, lengths: Ints) -> NDArray[np.bool_]:
    """Which of these hits remain when each that begins inside of one that remains is left out."""
    good = np.ones(len(starts), np.bool_)
    if len(starts) < 2 or bool((starts[1:] >= starts[:-1] + lengths[:-1]).all()):
        return good
    end = -1
    for at, (start, length) in enumerate(zip(starts.tolist(), lengths.tolist())):
        if start < end:
            good[at] = False
        else:
            end = start + length
    return good

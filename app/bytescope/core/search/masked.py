"""Bytes, some of whose bits may be anything: hex with wildcards, text, numbers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from bytescope.core.errors import InputError
from bytescope.core.search.matcher import NO_HITS, WINDOW, Found, Window, apart, bytes_of

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from bytescope.core.search.words import Words

    Ints = NDArray[np.int64]

_COMMON = bytes((0x00, 0xFF, 0x20, *b"etaoinsrhldcu", 0x01, 0x0A, 0x0D, 0x80, *b"ETAOINSR0123456789"))
"""Byte values that stand in files of many kinds more often than others, the most frequent first."""

Forms = Sequence[tuple[int, Sequence[bytes]]]
"""Places, and the bytes of one length that may stand at each."""

_MANY = 1 << 12
"""Places that are looked at together where not each is a hit."""

_SLICE = 1 << 16
"""Starts that are looked at together when the last hit is wanted."""


class Masked:
    """Bytes that are ``values`` under ``masks``, at offsets that are ``phase`` modulo ``align``.

    With ``words`` only those that are whole words. ``forms``: places, and what may stand at each, where the
    masks let more than that through.
    """

    lead = 0

    def __init__(
        self,
        values: bytes,
        masks: bytes | None = None,
        *,
        align: int = 1,
        phase: int = 0,
        words: Words | None = None,
        forms: Forms = (),
    ) -> None:
        if not values:
            raise InputError("There is nothing to look for: type hex bytes such as DE AD, or a text.", 0)
        self.shortest = self.longest = len(values)
        self.period = align
        self.around = words.around if words is not None else 0
        self.window = max(WINDOW, len(values))
        self.literal = masks is None or masks.count(0xFF) == len(masks)
        self._phase = phase % align
        self._words = words
        self._forms = forms
        self._beside = np.zeros(256, np.uint8)
        self._beside.flags.writeable = False
        self._needle = values
        self._masks = bytes_of(masks if masks is not None else b"\xff" * len(values))
        self._values = bytes_of(values) & self._masks
        self._first = _rarest(self._values, self._masks)

    def find(self, window: Window, first: int, stop: int, room: int) -> Found:
        """See ``Matcher``."""
        length = self.longest
        stop = min(stop, window.end - length + 1)
        if self.literal and first < stop:
            from stringzilla import find  # compares 34 GB a second, and needs nothing compiled

            place = find(window.text[first : stop + length - 1], self._needle)
            if place < 0:
                return Found(NO_HITS, NO_HITS, stop)
            first += place
            if room == 1 and self._fits(window, first):
                return Found(np.array([first]), np.array([length]), first + length)
        plain = self._words is None and not self._forms and not window.lost
        many = room if plain else max(room, _MANY)  # of which few may be hits
        starts, at = self._candidates(window, first, stop, many, length if plain else 1)
        if not plain and len(starts):
            starts = starts[window.all_readable(starts, np.full(len(starts), length))]
            starts = starts[self._formed(window, starts)]
            if self._words is not None:
                starts = starts[self._words.whole(window, starts, length)]
            starts = starts[apart(starts, np.full(len(starts), length))]
        if len(starts) > room:
            starts = starts[:room]
            at = int(starts[-1]) + length
        return Found(starts, np.full(len(starts), length), at)

    def last(self, window: Window, first: int, stop: int) -> tuple[int, int] | None:
        """See ``Matcher``."""
        stop = min(stop, window.end - self.longest + 1)
        if self.literal:
            return self._last_literal(window, first, stop)
        while stop > first:
            begin = max(first, stop - _SLICE)
            starts, _ = self._candidates(window, begin, stop, _SLICE, 1)
            for start in reversed(starts.tolist()):
                window.check()
                if self._fits(window, start):
                    return start, self.longest
            stop = begin
        return None

    def _last_literal(self, window: Window, first: int, stop: int) -> tuple[int, int] | None:
        from stringzilla import rfind

        end = stop + self.longest - 1
        while end - first >= self.longest:
            window.check()
            place = int(rfind(window.text[first:end], self._needle))
            if place < 0:
                return None
            if self._fits(window, first + place):
                return first + place, self.longest
            end = first + place + self.longest - 1
        return None

    def candidates(self, window: Window, first: int, stop: int, room: int) -> tuple[Ints, int]:
        """At most ``room`` starts where it would be found, also one over another, whether they could be read
        or not; and where the search for them ended.
        """
        last = min(stop, window.end - self.longest + 1)
        starts, at = self._candidates(window, first, last, room, 1)
        return starts[self._formed(window, starts)], at if at < last else stop

    def _fits(self, window: Window, start: int) -> bool:
        """Whether bytes that are the same are a hit as well."""
        if (window.base + start - self._phase) % self.period:
            return False
        if not window.readable(start, start + self.longest):
            return False
        one = np.array([start])
        if not self._formed(window, one)[0]:
            return False
        return self._words is None or bool(self._words.whole(window, one, self.longest)[0])

    def _formed(self, window: Window, starts: Ints) -> NDArray[np.bool_]:
        """Which of these starts have one of its forms at each place of ``forms``."""
        text = bytes_of(window.text)
        good = np.ones(len(starts), np.bool_)
        for place, some in self._forms:
            one = np.zeros(len(starts), np.bool_)
            for form in some:
                same = np.ones(len(starts), np.bool_)
                for at, value in enumerate(form):
                    same &= text[starts + (place + at)] == value
                one |= same
            good &= one
        return good

    def _candidates(self, window: Window, first: int, stop: int, room: int, step: int) -> tuple[Ints, int]:
        """Starts where the bytes are the same, and where the search for them ended."""
        if first >= stop:
            return NO_HITS, max(first, stop)
        from bytescope.core.search.kernels import scanner

        out = np.empty(min(room, stop - first), np.int64)
        text = bytes_of(window.text)
        phase = (self._phase - window.base) % self.period
        beside = self._beside if self._words is None else self._words.surely(window)
        beside.flags.writeable = False
        count, at = scanner()(
            text, first, stop, self._values, self._masks, *self._first, step, self.period, phase, beside, out
        )
        return out[:count], at


def _rarest(values: NDArray[np.uint8], masks: NDArray[np.uint8]) -> tuple[int, int]:
    """The places of the two bytes by which a place that is no hit is most often told."""

    def worth(at: int) -> tuple[int, int]:
        value = int(values[at])
        place = _COMMON.find(value) if masks[at] == 0xFF else 0
        return int(masks[at]).bit_count(), len(_COMMON) if place < 0 else place

    places = sorted(range(min(len(values), 256)), key=worth, reverse=True)
    return places[0], places[min(1, len(places) - 1)]

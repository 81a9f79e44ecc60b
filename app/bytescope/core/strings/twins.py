"""Picks the better one of wide texts that have bytes in common, as both byte orders read them.

“Hello” in UTF-16 LE behind a 00 is “Hello” in UTF-16 BE as well, one byte before.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from bytescope.core.strings.kernels import worse

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Numbers = NDArray[np.int64]

MOST_HELD = 1 << 17
"""Texts that wait for the end of a longer one they lie in."""


class Wide(NamedTuple):
    """Texts: i8[n] each.

    First bytes, lengths, letters, how often the upper byte of a letter is another than that of the letter
    before, and the form's number.
    """

    starts: Numbers
    lengths: Numbers
    letters: Numbers
    jumps: Numbers
    numbers: Numbers


class Twins:
    """Texts of one ``unit``: one is given up where a better one of the other order has half of the shorter.

    Better is that with more letters; where there is at most one more, that with fewer changes of the upper
    byte, and then that at a multiple of the unit. With ``every_script``, where nearly any two bytes are a
    letter, the share of changes comes first.
    """

    def __init__(self, unit: int, every_script: bool) -> None:
        self.unit = unit
        self._every_script = every_script
        self._held: list[Wide] = []

    def add(self, found: Sequence[Wide]) -> None:
        """Texts that end behind those before."""
        self._held += found

    def sifted(self, until: int) -> Iterator[tuple[Numbers, Numbers, NDArray[np.uint8]]]:
        """Starts, lengths and numbers of those that nothing can touch which begins at ``until`` or later."""
        if not self._held:
            return
        held = Wide(*(np.concatenate(column) for column in zip(*self._held)))
        order = np.argsort(held.starts, kind="stable")
        held = Wide(*(column[order] for column in held))
        ends = held.starts + held.lengths
        # Up to here all that touch each other are known.
        reach = np.maximum.accumulate(ends)
        gaps = np.flatnonzero(np.append(held.starts[1:] >= reach[:-1], True) & (reach <= until))
        count = len(ends) if len(ends) > MOST_HELD else int(gaps[-1]) + 1 if len(gaps) else 0
        self._held = [Wide(*(column[count:] for column in held))] if count < len(ends) else []
        if not count:
            return
        bad = np.zeros(count, np.bool_)
        columns = (held.starts, ends, held.letters, held.jumps, held.numbers)
        worse()(*(column[:count].copy() for column in columns), self.unit, self._every_script, bad)
        good = ~bad
        numbers = held.numbers[:count][good].astype(np.uint8)
        yield held.starts[:count][good], held.lengths[:count][good], numbers

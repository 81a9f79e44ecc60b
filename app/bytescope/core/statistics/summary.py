"""What is known of a range at one moment: frozen, made for views, files and the command line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from bytescope.core.ranges import ByteRange
from bytescope.core.statistics.numbers import Numbers, class_counts, numbers_of

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from bytescope.core.statistics.tally import Run


@dataclass(frozen=True, eq=False)
class Summary:
    """Statistics of ``range``. ``exact``: every byte of it was counted; else ``counts`` are estimated.

    Counts of values are i8[256]; ``entropy`` (f8[n], NaN where nothing was read) and ``read`` (i8[n], bytes)
    are of blocks of ``block`` bytes, the last of which may be short. ``pairs`` is i8[256, 256], complete
    where ``pairs_exact``. ``runs`` and ``text`` (None: no printable run
    has more than ``least_text`` bytes) are of the parts in which every byte was counted.
    """

    range: ByteRange
    exact: bool
    counts: NDArray[np.int64]
    counted: int
    lost: int
    block: int
    entropy: NDArray[np.float64]
    read: NDArray[np.int64]
    blocks_counted: int
    pairs: NDArray[np.int64]
    pairs_exact: bool
    correlation: float
    runs: tuple[Run, ...]
    text: Run | None
    least_text: int
    inside: int
    points: int

    @property
    def numbers(self) -> Numbers:
        known = self.range.length - self.lost
        scale = 1.0 if self.exact or not known else min(1.0, self.counted / known)
        return numbers_of(self.counts, self.range.length, scale)

    @property
    def shares(self) -> NDArray[np.float64]:
        """The share of each value among the bytes that were counted, f8[256]; 0 where nothing was."""
        total = self.counts.sum()
        return self.counts / total if total else np.zeros(256)

    @property
    def classes(self) -> list[float]:
        """The share of each class of ``numbers.CLASSES``."""
        return class_counts(self.shares)

    @property
    def pi(self) -> float:
        """Four times the share of points in the quarter circle; NaN of none."""
        return 4 * self.inside / self.points if self.points else float("nan")

    def block_range(self, number: int) -> ByteRange:
        """The bytes of a block."""
        start = self.range.start + number * self.block
        return ByteRange(start, min(start + self.block, self.range.end))

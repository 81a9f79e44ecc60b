"""How one page fact is packed into 40 bits: class, entropy, mean byte, share of 00."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from bytescope.core.pages.classes import PageClass

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from bytescope.core.pages.measures import Measures

ENTROPY_STEPS = 65535 / 8
"""Steps in one bit of entropy: 0.00012 bits each."""

UNREAD = 0
DENSE = 0xFF
"""Value of a run whose pages are kept in a dense chunk; no packed fact has this class code."""


@dataclass(frozen=True, slots=True)
class PageFact:
    """What is known about one page; entropy to 0.0001 bits, mean to 0.5, zero share to 0.002."""

    page: int
    cls: PageClass
    entropy: float
    mean: float
    zero_share: float


@dataclass(frozen=True, slots=True, eq=False)
class Rows:
    """Facts of consecutive pages, quantised: class u1, entropy u2, mean u1, zero share u1."""

    classes: NDArray[np.uint8]
    entropy: NDArray[np.uint16]
    mean: NDArray[np.uint8]
    zeros: NDArray[np.uint8]

    def part(self, start: int, end: int) -> Rows:
        cut = slice(start, end)
        return Rows(self.classes[cut], self.entropy[cut], self.mean[cut], self.zeros[cut])

    def packed(self) -> NDArray[np.uint64]:
        out = self.zeros.astype(np.uint64) << np.uint64(32)
        out |= self.mean.astype(np.uint64) << np.uint64(24)
        out |= self.entropy.astype(np.uint64) << np.uint64(8)
        out |= self.classes
        return out


def rows_of(measures: Measures) -> Rows:
    """The facts of ``measures``, quantised. A share of 00 that is neither none nor all stays so."""
    share = measures.zeros / np.maximum(measures.lengths, 1)
    zeros = np.rint(share * 255)
    zeros = np.where(share > 0, np.maximum(zeros, 1), zeros)
    zeros = np.where(share < 1, np.minimum(zeros, 254), zeros)
    return Rows(
        measures.classes,
        np.rint(measures.entropy * np.float32(ENTROPY_STEPS)).astype(np.uint16),
        np.rint(measures.mean).astype(np.uint8),
        zeros.astype(np.uint8),
    )


def pack(cls: PageClass, entropy: float, mean: float, zero_share: float) -> int:
    """One fact as an integer below 2**40."""
    zeros = round(zero_share * 255)
    if 0 < zero_share < 1:
        zeros = min(254, max(1, zeros))
    return cls | round(entropy * ENTROPY_STEPS) << 8 | round(mean) << 24 | zeros << 32


def unpack(page: int, value: int) -> PageFact:
    return PageFact(
        page,
        PageClass(value & 0xFF),
        (value >> 8 & 0xFFFF) / ENTROPY_STEPS,
        float(value >> 24 & 0xFF),
        (value >> 32 & 0xFF) / 255,
    )

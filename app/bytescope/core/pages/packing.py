"""How one page fact is packed into 56 bits: class, entropy, mean byte, shares, dominant byte."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from bytescope.core.pages import apart
from bytescope.core.pages.classes import PageClass

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from bytescope.core.pages.measures import Measures

ENTROPY_STEPS = 65535 / 8
"""Steps in one bit of entropy: 0.00012 bits each."""

SHIFTS = {"classes": 0, "entropy": 8, "mean": 24, "zeros": 32, "printable": 40, "dominant": 48}
"""At which bit of a packed fact each column of ``Rows`` stands, in their order."""

PAGE_BYTES = 7
"""Memory of a page's fact in ``Rows``."""

UNREAD = 0
DENSE = 0xFF
"""Value of a run whose pages are kept in a dense chunk; no packed fact has this class code."""


@dataclass(frozen=True, slots=True)
class PageFact:
    """What is known about one page; entropy to 0.0001 bits, mean to 0.5, shares to 0.002."""

    page: int
    cls: PageClass
    entropy: float
    mean: float
    zero_share: float
    printable_share: float
    dominant: int


@dataclass(frozen=True, slots=True, eq=False)
class Rows:
    """Facts of consecutive pages, quantised: entropy u2, all others u1."""

    classes: NDArray[np.uint8]
    entropy: NDArray[np.uint16]
    mean: NDArray[np.uint8]
    zeros: NDArray[np.uint8]
    printable: NDArray[np.uint8]
    dominant: NDArray[np.uint8]

    @classmethod
    def blank(cls, count: int) -> Rows:
        """``count`` pages of which nothing is known."""
        kinds = (np.uint16 if name == "entropy" else np.uint8 for name in SHIFTS)
        return cls(*apart.zeros(((count,), kind) for kind in kinds))

    @classmethod
    def of_packed(cls, packed: NDArray[np.uint64]) -> Rows:
        """What ``packed`` gave."""
        rows: list[NDArray[Any]] = [
            (packed >> np.uint64(shift)).astype(np.uint16 if name == "entropy" else np.uint8)
            for name, shift in SHIFTS.items()
        ]
        return cls(*rows)

    def columns(self) -> list[NDArray[Any]]:
        """All columns, in the order of ``SHIFTS``."""
        return [getattr(self, name) for name in SHIFTS]

    def copy(self) -> Rows:
        out = Rows.blank(len(self.classes))
        for mine, theirs in zip(out.columns(), self.columns()):
            mine[:] = theirs
        return out

    def part(self, start: int, end: int) -> Rows:
        return Rows(*(column[start:end] for column in self.columns()))

    def packed(self) -> NDArray[np.uint64]:
        out = np.zeros(len(self.classes), np.uint64)
        for column, shift in zip(self.columns(), SHIFTS.values()):
            out |= column.astype(np.uint64) << np.uint64(shift)
        return out


def rows_of(measures: Measures) -> Rows:
    """The facts of ``measures``, quantised. A share that is neither none nor all stays so."""
    return Rows(
        measures.classes,
        np.rint(measures.entropy * np.float32(ENTROPY_STEPS)).astype(np.uint16),
        np.rint(measures.mean).astype(np.uint8),
        _share(measures.zeros, measures.lengths),
        _share(measures.printable, measures.lengths),
        measures.dominant,
    )


def _share(counts: NDArray[np.uint32], lengths: NDArray[np.uint32]) -> NDArray[np.uint8]:
    """Shares in steps of 1/255."""
    steps = counts * np.float32(255)
    steps /= np.maximum(lengths, 1).astype(np.float32)
    np.rint(steps, out=steps)
    np.maximum(steps, counts > 0, out=steps)
    np.minimum(steps, np.where(counts < lengths, np.float32(254), np.float32(255)), out=steps)
    return steps.astype(np.uint8)


def pack(
    cls: PageClass,
    entropy: float,
    mean: float,
    zero_share: float,
    printable_share: float = 0.0,
    dominant: int = 0,
) -> int:
    """One fact as an integer below 2**56."""
    zeros, printable = (
        min(254, max(1, round(share * 255))) if 0 < share < 1 else round(share * 255)
        for share in (zero_share, printable_share)
    )
    steps = (cls, round(entropy * ENTROPY_STEPS), round(mean), zeros, printable, dominant)
    return sum(step << shift for step, shift in zip(steps, SHIFTS.values()))


def unpack(page: int, value: int) -> PageFact:
    return PageFact(
        page,
        PageClass(value & 0xFF),
        (value >> 8 & 0xFFFF) / ENTROPY_STEPS,
        float(value >> 24 & 0xFF),
        (value >> 32 & 0xFF) / 255,
        (value >> 40 & 0xFF) / 255,
        value >> 48 & 0xFF,
    )

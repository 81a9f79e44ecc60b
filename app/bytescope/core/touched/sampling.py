"""Picks pages that are compared with their fingerprints, to see whether a file is as it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from bytescope.core.pages.print_store import Stretch
from bytescope.core.pages.prints import ZERO
from bytescope.core.pages.run_set import RunSet
from bytescope.core.ranges import PageRange

if TYPE_CHECKING:
    from bytescope.core.pages.print_store import PrintStore

SAMPLES = 64


def samples_of(prints: PrintStore, count: int = SAMPLES) -> list[Stretch]:
    """Up to ``count`` single pages in bit-reversed order over those that have a fingerprint, sorted.

    Long runs of 00 (holes) are passed over where there is anything else.
    """
    everything = PageRange(0, prints.page_count)
    zeros = RunSet.of(stretch.pages for stretch in prints.runs(everything) if stretch.prints == ZERO)
    known = prints.known_set()
    told = known.minus(zeros) or known
    total = told.pages
    if not total:
        return []
    before = np.concatenate([[0], np.cumsum(told.ends - told.firsts)])
    places = np.unique([_bit_reversed(number) * total >> 32 for number in range(count)])
    run = np.searchsorted(before, places, "right") - 1
    pages = told.firsts[run] + places - before[run]
    return [
        Stretch(PageRange(page, page + 1), prints.get(PageRange(page, page + 1))) for page in pages.tolist()
    ]


def _bit_reversed(number: int) -> int:
    """The 32 bits of ``number`` from the last to the first."""
    return int(f"{number:032b}"[::-1], 2)

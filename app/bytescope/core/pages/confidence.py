"""How sure one may be of what was not read: words for what a survey has read so far."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from bytescope.core.pages.classes import PageClass
from bytescope.core.ranges import PAGESIZE
from bytescope.core.text.formats import count_text, plural, size_text

if TYPE_CHECKING:
    from bytescope.core.pages.facts import FactStore


LEVEL = 0.05
"""How often such a statement may be wrong: what is said holds with 95 %."""

QUANTILE = 1.96
"""Standard deviations on both sides that hold 95 % of a normal distribution."""

FEW = 5
"""Below so many pages read nothing is said of shares."""

MANY = 1 << 26
"""From so many pages on it hardly matters that no page is read twice; to leave it out is the safe side."""


def most_others(total: int, read: int) -> int:
    """How many others there may be of ``total`` pages, of which ``read`` were read at random, all alike.

    The largest number that would hide with a probability of at least 5 %, by the hypergeometric
    distribution: C(total - others, read) / C(total, read).
    """
    if not 0 < read <= total:
        return max(0, total)
    if total > MANY:
        return math.ceil(total * -math.expm1(math.log(LEVEL) / read)) if read < total else 0
    low, high = 0, total - read
    while low < high:
        middle = (low + high + 1) // 2
        if _hides(total, read, middle):
            low = middle
        else:
            high = middle - 1
    return low


def _hides(total: int, read: int, others: int) -> bool:
    """Whether none of ``others`` pages is among those read with a probability of 5 % or more."""
    import numpy as np

    wanted = math.log(LEVEL)
    if read * math.log1p(-others / total) < wanted:  # the same with pages read twice: more likely
        return False
    few, many = sorted((read, others))
    return bool(np.log1p(-many / (total - np.arange(few, dtype=np.float64))).sum() >= wanted)


def share_error(share: float, total: int, read: int) -> float:
    """By how much the true share may be more or less than ``share`` of the pages read, at 95 %.

    The normal approximation with the correction for a finite number of pages.
    """
    if read <= 0 or total <= 1:
        return 1.0
    left = (total - read) / (total - 1)
    return min(1.0, QUANTILE * math.sqrt(max(0.0, share * (1 - share)) / read * max(0.0, left)))


def percent_text(share: float) -> str:
    """A bound in per cent, rounded up: 0.1638 as "16.4 %"."""
    return f"{math.ceil(share * 1000 - 1e-9) / 10:.1f} %"


def brought_text(pages: int, sure: bool) -> str:
    """What reading for the map did to the page cache, in one sentence."""
    if not sure:
        return (
            "How many pages reading for the map brought into memory is not known: this system does not tell."
        )
    if not pages:
        return "Reading for the map brought no page of the file into memory."
    return f"Reading for the map brought {plural(pages, 'page')} of the file into memory."


def confidence(facts: FactStore) -> str:
    """What is known and what may be missed, in one truthful phrase.

    A run of bytes covers a known page for certain when it is two pages longer than the longest unknown
    stretch: one page for its ragged ends, one to be the known page.
    """
    known, total = facts.known, facts.page_count
    holes = facts.class_counts()[PageClass.HOLE]
    if not known:
        return f"0 of {plural(total, 'page')} read" if total else "No pages"
    share = (
        f"all {plural(total, 'page')}"
        if known == total
        else f"{count_text(known)} of {plural(total, 'page')}"
    )
    text = f"{share} known, {count_text(holes)} of them holes" if holes else f"{share} read"
    if known == total:
        return text
    missed = size_text((facts.longest_unknown() + 2) * PAGESIZE)
    return f"{text}; a run shorter than {missed} can still be missed"

"""How sure one may be of what was not read: words for what a survey has read so far."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bytescope.core.pages.classes import PageClass
from bytescope.core.ranges import PAGESIZE
from bytescope.core.text.formats import count_text, plural, size_text

if TYPE_CHECKING:
    from bytescope.core.pages.facts import FactStore


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

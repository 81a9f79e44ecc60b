"""One line of text about a cell of the map, from what is already known: no I/O."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bytescope.core.pages.classes import NAMES, PageClass
from bytescope.core.ranges import PageRange

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bytescope.core.pages.cells import CellFacts

DOT = " · "
LOST = (PageClass.GONE, PageClass.ERROR)


def describe_cell(
    pages: PageRange,
    size: int,
    facts: CellFacts | None,
    index: int,
    words: Sequence[str] = (),
) -> str:
    """What is known of the cell that holds ``pages`` in a document of ``size`` bytes.

    ``index`` is its place in ``facts``; ``words`` are phrases about its scheme and its page states.
    """
    taken = pages.bytes(size)
    parts = [page_text(pages), f"0x{taken.start:X}–0x{max(taken.start, taken.end - 1):X}"]
    known = 0 if facts is None else int(facts.known[index])
    if facts is None or not known:
        parts.append("not read yet")
    else:
        parts += _content(pages, facts, index, known)
    parts += words
    return DOT.join(parts)


def page_text(pages: PageRange) -> str:
    """ "Page 12" or "Pages 4,096–8,191"."""
    if pages.count <= 1:
        return f"Page {pages.first:,}"
    return f"Pages {pages.first:,}–{pages.end - 1:,}"


def _content(pages: PageRange, facts: CellFacts, index: int, known: int) -> list[str]:
    first, second = PageClass(int(facts.majority[index])), PageClass(int(facts.second[index]))
    mixed = second != PageClass.UNREAD
    share = _percent(min(int(facts.share[index]) / 255, 0.999 if mixed else 1.0))
    parts = []
    if pages.count > 1 and known < pages.count:
        parts.append(f"{known:,} of {pages.count:,} pages read")
    if pages.count == 1:
        parts.append(_name(first))
    elif first in LOST:
        parts.append(f"has pages that are {_name(first)}")
    else:
        others = f", then {_name(second)}" if mixed else ""
        parts.append(f"{share} {_name(first)}{others}")
    if first in LOST and pages.count == 1:
        return parts
    parts.append(f"entropy {float(facts.entropy[index]):.2f} bits")
    parts.append(f"zeros {_percent(float(facts.zero_share[index]))}")
    return parts


def _percent(share: float) -> str:
    """A share of 1 in per cent; what is not quite none or all is not rounded to it."""
    rounded = round(share * 100)
    if rounded == 0 and share > 0:
        return "< 1 %"
    if rounded == 100 and share < 1:
        return "> 99 %"
    return f"{rounded} %"


def _name(cls: PageClass) -> str:
    """The class's name within a sentence."""
    name = NAMES[cls]
    return name if name.isupper() else name.lower()

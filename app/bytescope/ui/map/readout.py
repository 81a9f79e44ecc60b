"""One line of text about a cell of the map, from what is already known: no I/O."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bytescope.core.pages.classes import NAMES, PageClass
from bytescope.core.ranges import PageRange
from bytescope.ui.widgets.tips import told, tr

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
        parts.append(tr("not read yet"))
    else:
        parts += _content(pages, facts, index, known)
    parts += words
    return DOT.join(parts)


def page_text(pages: PageRange) -> str:
    """ "Page 12" or "Pages 4,096–8,191"."""
    if pages.count <= 1:
        return tr("Page {first:,}", first=pages.first)
    return tr("Pages {first:,}–{last:,}", first=pages.first, last=pages.end - 1)


def _content(pages: PageRange, facts: CellFacts, index: int, known: int) -> list[str]:
    first, second = PageClass(int(facts.majority[index])), PageClass(int(facts.second[index]))
    mixed = second != PageClass.UNREAD
    share = _percent(min(int(facts.share[index]) / 255, 0.999 if mixed else 1.0))
    parts = []
    if pages.count > 1 and known < pages.count:
        parts.append(tr("{known:,} of {count:,} pages read", known=known, count=pages.count))
    if pages.count == 1:
        parts.append(_name(first))
    elif (sure := _sampled(pages.count, known, first, second, int(facts.share[index]) / 255)) is not None:
        parts.append(sure)
    elif first in LOST:
        parts.append(tr("has pages that are {name}", name=_name(first)))
    else:
        parts.append(
            tr("{share} {name}, then {other}", share=share, name=_name(first), other=_name(second))
            if mixed
            else tr("{share} {name}", share=share, name=_name(first))
        )
    if first in LOST and pages.count == 1:
        return parts
    parts.append(tr("entropy {entropy:.2f} bits", entropy=float(facts.entropy[index])))
    parts.append(tr("zeros {share}", share=_percent(float(facts.zero_share[index]))))
    return parts


def _sampled(total: int, known: int, first: PageClass, second: PageClass, share: float) -> str | None:
    """How much of a cell is of a class, and how sure that is; None where nothing can be said of the rest.

    Holes are known without being read: a cell that has some says nothing of its other pages.
    """
    from bytescope.core.pages.confidence import FEW, most_others, percent_text, share_error

    if known >= total or first in LOST or PageClass.HOLE in (first, second):
        return None
    if second == PageClass.UNREAD:
        most = percent_text(most_others(total, known) / total)
        if first is PageClass.ZERO:
            return tr("all {name}: at most {most} non-zero (95 %)", name=_name(first), most=most)
        return tr("all {name}: at most {most} others (95 %)", name=_name(first), most=most)
    if known < FEW:
        return None
    error = percent_text(share_error(share, total, known))
    return tr(
        "{share} ± {error} {name}, then {other}",
        share=_percent(min(share, 0.999)),
        error=error,
        name=_name(first),
        other=_name(second),
    )


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
    return told(name if name.isupper() else name.lower())

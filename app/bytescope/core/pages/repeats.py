"""Facts of pages that repeat, and of pages that lost bytes: made from measures without reading again."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING

from bytescope.core.pages.classes import PageClass
from bytescope.core.pages.units import Uniform
from bytescope.core.ranges import PAGESIZE, PageRange
from bytescope.core.source.base import Lost, Why

if TYPE_CHECKING:
    from bytescope.core.pages.measures import Measures


def tiled(repeat: Measures, count: int) -> Measures:
    """The facts of ``count`` pages that repeat."""
    import numpy as np

    return repeat.taken(np.arange(count) % len(repeat))


def alike_of(pages: PageRange, repeat: Measures) -> Uniform | None:
    """One fact for all of ``pages`` if those they repeat are of one class and differ in nothing visible."""
    shares = repeat.zeros / repeat.lengths, repeat.printable / repeat.lengths
    lines = (repeat.entropy, repeat.mean, *shares)
    spread = (float(line.max() - line.min()) for line in lines)
    if (repeat.classes != repeat.classes[0]).any():
        return None
    # in a short pattern that is cut differently by each page, the first of two goes by a byte or two
    if repeat.classes[0] != PageClass.CONST and (repeat.dominant != repeat.dominant[0]).any():
        return None
    if any(found > most for found, most in zip(spread, (0.001, 0.5, 0.004, 0.004))):
        return None
    cls, dominant = PageClass(int(repeat.classes[0])), int(repeat.dominant[0])
    entropy, mean, zeros, printable = (float(line.mean()) for line in lines)
    return Uniform(pages, cls, entropy, mean, zeros, printable, dominant)


def marked(measures: Measures, offset: int, lost: tuple[Lost, ...]) -> Measures:
    """The same with the pages that lost bytes as GONE or ERROR; the first page stands at ``offset``."""
    for item in lost:
        first = (item.range.start - offset) // PAGESIZE
        end = -(-(item.range.end - offset) // PAGESIZE)
        mark(measures, max(0, first), end, item.why)
    return measures


def mark(measures: Measures, first: int, end: int, why: Why) -> None:
    cut = slice(first, end)
    measures.classes[cut] = PageClass.GONE if why is Why.GONE else PageClass.ERROR
    for field in fields(measures):
        if field.name not in ("classes", "lengths"):
            getattr(measures, field.name)[cut] = 0

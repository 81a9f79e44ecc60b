"""Scrolling over 64-bit lengths with a scroll bar that only knows 32-bit ones."""

from __future__ import annotations

from typing import NamedTuple

BAR_LIMIT = 2**30
"""The largest value that is ever given to a scroll bar (Qt's are C ints)."""

WHEEL_NOTCH = 120
"""One notch of a mouse wheel in Qt's unit, eighths of a degree."""


class ScrollMap(NamedTuple):
    """``total`` lines of which ``visible`` whole ones fit; the position is the first visible line.

    Positions run from 0 to ``last`` and are exact for any ``total``. The scroll bar's values run from
    0 to ``bar_maximum``: one value a line up to 2**30 lines, beyond that proportional. The bar's two
    ends mean the first and the last position exactly, and nothing else does.
    """

    total: int
    visible: int

    @property
    def last(self) -> int:
        """The largest position: the one that shows the last line at the bottom."""
        return max(0, self.total - max(1, self.visible))

    @property
    def bar_maximum(self) -> int:
        return min(self.last, BAR_LIMIT)

    @property
    def bar_page(self) -> int:
        """The page step in the bar's values, which makes the size of its handle; at least 1."""
        if self.last <= BAR_LIMIT:
            return max(1, min(self.visible, BAR_LIMIT))
        return max(1, self.visible * BAR_LIMIT // self.last)

    def clamped(self, position: int) -> int:
        return min(max(position, 0), self.last)

    def to_bar(self, position: int) -> int:
        """The bar's value for a position; never decreases as the position grows."""
        at = self.clamped(position)
        if self.last <= BAR_LIMIT:
            return at
        if at in (0, self.last):
            return BAR_LIMIT if at else 0
        return min(max((at * BAR_LIMIT + self.last // 2) // self.last, 1), BAR_LIMIT - 1)

    def from_bar(self, value: int) -> int:
        """The position for a bar's value; off by at most ``last / 2**30`` from the one that gave it."""
        if self.last <= BAR_LIMIT:
            return self.clamped(value)
        at = min(max(value, 0), BAR_LIMIT)
        return (at * self.last + BAR_LIMIT // 2) // BAR_LIMIT

    def stepped(self, position: int, lines: int) -> int:
        """``lines`` further down, or up where negative."""
        return self.clamped(position + lines)

    def paged(self, position: int, pages: int) -> int:
        """Whole screens further; one line of the old screen stays in sight where there is more than one."""
        return self.clamped(position + pages * max(1, self.visible - 1))

    def revealed(self, position: int, line: int, *, far: int | None = None) -> int:
        """The position nearest to ``position`` that shows ``line``.

        A line more than ``far`` lines (one screen, unless told) out of sight is put at a third of the
        height instead, so that what stands before and behind it can be seen.
        """
        visible = max(1, self.visible)
        reach = visible if far is None else far
        if position <= line < position + visible:
            return self.clamped(position)
        if position - reach <= line < position:
            return self.clamped(line)
        if position + visible <= line < position + visible + reach:
            return self.clamped(line - visible + 1)
        return self.clamped(line - visible // 3)


class WheelCount:
    """Turns wheel angles and finger pixels into whole lines and keeps the rest, so that nothing is lost."""

    def __init__(self, lines_per_notch: int = 3) -> None:
        self.lines_per_notch = lines_per_notch
        self._angle_rest = 0
        self._pixel_rest = 0

    def turned(self, angle: int) -> int:
        """Lines to go down for a wheel turned by ``angle`` eighths of a degree away from the person."""
        lines, self._angle_rest = _whole(self._angle_rest, -angle * self.lines_per_notch, WHEEL_NOTCH)
        return lines

    def moved(self, pixels: int, line_height: int) -> int:
        """Lines to go down for fingers that moved the content down by ``pixels``."""
        lines, self._pixel_rest = _whole(self._pixel_rest, -pixels, max(1, line_height))
        return lines


def _whole(rest: int, more: int, unit: int) -> tuple[int, int]:
    """Whole units in ``rest + more``, and the new rest; a rest of the other direction is dropped first."""
    total = more if rest * more < 0 else rest + more
    units = abs(total) // unit * (1 if total > 0 else -1)
    return units, total - units * unit

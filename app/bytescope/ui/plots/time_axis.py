"""The axis of a timeline: round times of the day, or the time since the first touch."""

from __future__ import annotations

from datetime import datetime

import pyqtgraph as pg

STEPS = (
    *(0.001, 0.01, 0.1, 0.5, 1, 2, 5, 10, 15, 30),
    *(60 * n for n in (1, 2, 5, 10, 15, 30)),
    *(3600 * n for n in (1, 2, 3, 6, 12, 24, 48, 168)),
)
"""Seconds between two labels."""

PIXELS = 90
"""What a label has room in, at least."""


class TimeAxis(pg.AxisItem):
    """Its values are seconds since ``base``, a time of the system's clock."""

    def __init__(self) -> None:
        super().__init__("bottom")
        self.base = 0.0
        self.by_clock = True
        self.enableAutoSIPrefix(False)

    def tickSpacing(self, low: float, high: float, size: float) -> list[tuple[float, float]]:
        wanted = (high - low) * PIXELS / max(size, 1)
        step = next((step for step in STEPS if step >= wanted), STEPS[-1])
        while step < wanted:
            step *= 2
        return [(step, 0)]

    def tickValues(self, low: float, high: float, size: float) -> list[tuple[float, list[float]]]:
        """At round times of the day where these are shown."""
        (step, _), *_ = self.tickSpacing(low, high, size)
        shift = self._local() if self.by_clock else 0.0
        first = -(-(low + shift) // step)
        values = [step * (first + n) - shift for n in range(int((high - low) / step) + 2)]
        return [(step, [value for value in values if low <= value <= high])]

    def tickStrings(self, values: list[float], scale: float, spacing: float) -> list[str]:
        return [self.text(value, spacing) for value in values]

    def text(self, value: float, spacing: float) -> str:
        """The label at ``value``, as fine as labels ``spacing`` seconds apart need it."""
        if self.by_clock:
            when = datetime.fromtimestamp(self.base + value)
            if spacing >= 86400:
                return when.strftime("%Y-%m-%d")
            text = when.strftime("%H:%M" if spacing >= 60 else "%H:%M:%S")
            return f"{text}.{when.microsecond // 1000:03}" if spacing < 1 else text
        sign, seconds = ("−" if value < 0 else "+"), abs(value)
        whole = int(seconds + 1e-6)
        text = f"{whole // 60 % 60:02}:{whole % 60:02}"
        if whole >= 3600:
            text = f"{whole // 3600}:{text}"
        return f"{sign}{text}.{int(seconds % 1 * 1000 + 0.5):03}" if spacing < 1 else f"{sign}{text}"

    def _local(self) -> float:
        """What brings the axis' zero to midnight of some day, local time."""
        offset = datetime.fromtimestamp(self.base).astimezone().utcoffset()
        return self.base + (offset.total_seconds() if offset is not None else 0.0)

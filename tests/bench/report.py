"""What a benchmark found, and the table of it."""

from __future__ import annotations

import statistics
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

HEAD = ("What", "Must reach", "Measured", "Beside it, in the same run", "")


@dataclass(frozen=True)
class Row:
    """One line of the table. ``met``: whether the target was reached; None where that cannot be said.

    That is where there is no target, or where what stands beside it misses it too: a busy machine.
    """

    what: str
    must: str
    measured: str
    baseline: str
    met: bool | None
    figures: dict[str, Any] = field(default_factory=dict)

    @property
    def verdict(self) -> str:
        return {True: "reached", False: "MISSED", None: "–"}[self.met]

    def cells(self) -> tuple[str, ...]:
        return self.what, self.must, self.measured, self.baseline, self.verdict

    def as_json(self) -> dict[str, Any]:
        return {
            **dict(zip(("what", "must", "measured", "baseline", "verdict"), self.cells())),
            **self.figures,
        }


def as_table(rows: Sequence[Row]) -> str:
    """The rows in columns, for a terminal."""
    table = [HEAD, *(row.cells() for row in rows)]
    widths = [max(len(line[i]) for line in table) for i in range(len(HEAD))]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(line, widths)).rstrip() for line in table]
    return "\n".join([lines[0], "-" * min(200, sum(widths) + 8), *lines[1:]])


def as_markdown(rows: Sequence[Row]) -> str:
    """The rows as a table of a Markdown page."""
    table = [HEAD, ("---",) * len(HEAD), *(row.cells() for row in rows)]
    return "\n".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |" for line in table)


def median(values: Iterable[float]) -> float:
    return statistics.median(values)


def quantile(values: Iterable[float], share: float) -> float:
    """The value that ``share`` of the values do not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def ratio(ours: Sequence[float], theirs: Sequence[float]) -> float:
    """Median of the ratios of turns: what slows down one turn slows down both."""
    return median(a / b for a, b in zip(ours, theirs))


def ms(seconds: float) -> str:
    return f"{seconds * 1000:,.{0 if seconds >= 0.1 else 1 if seconds >= 0.001 else 3}f} ms"


def mib(size: float) -> str:
    return f"{size / (1 << 20):,.1f} MiB"


def rate(size: float, seconds: float) -> str:
    return f"{size / seconds / 1e9:.2f} GB/s"

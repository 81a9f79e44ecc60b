"""Statistics as text, JSON or CSV: the same numbers in each, the exact ones as they are."""

from __future__ import annotations

import csv
import io
import json
import math
from typing import TYPE_CHECKING, Any

from bytescope.core.statistics.numbers import CLASSES
from bytescope.core.statistics.words import percent, rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bytescope.core.statistics.summary import Summary

FORMATS = ("text", "json", "csv")


def told(summary: Summary, kind: str) -> str:
    """All of ``summary`` in the format ``kind``, with a line feed at the end."""
    if kind == "json":
        return json.dumps(values(summary), indent=1, allow_nan=False) + "\n"
    return _csv(summary) if kind == "csv" else _text(summary)


def values(summary: Summary) -> dict[str, Any]:
    """All numbers by their names; None for what cannot be said. Offsets are of the document."""
    numbers, range_ = summary.numbers, summary.range
    longest = [{"length": run.length, "offset": run.start, "value": run.value} for run in summary.runs]
    text = summary.text and {"length": summary.text.length, "offset": summary.text.start}
    return {
        "start": range_.start,
        "end": range_.end,
        "size": range_.length,
        "exact": summary.exact,
        "bytes_counted": summary.counted,
        "bytes_unreadable": summary.lost,
        "distinct": numbers.distinct,
        "entropy": _known(numbers.entropy),
        "mean": _known(numbers.mean),
        "standard_deviation": _known(numbers.deviation),
        "chi_square": _known(numbers.chi_square),
        "chi_square_p": _known(numbers.chance),
        "serial_correlation": _known(summary.correlation),
        "monte_carlo_pi": _known(summary.pi),
        "monte_carlo_points": summary.points,
        "classes": {name: share for (name, _), share in zip(CLASSES, summary.classes)},
        "longest_runs": longest,
        "longest_printable_run": text,
        "pairs_counted": int(summary.pairs.sum()),
        "pairs_exact": summary.pairs_exact,
        "block_size": summary.block,
        "block_entropy": [_known(value) for value in summary.entropy.tolist()],
        "block_bytes_read": summary.read.tolist(),
        "counts": summary.counts.tolist(),
    }


def _known(value: float) -> float | None:
    return value if math.isfinite(value) else None


def _flat(name: str, value: Any) -> Iterator[tuple[str, Any]]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _flat(f"{name}.{key}" if name else key, inner)
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from _flat(f"{name}.{number}", inner)
    else:
        yield name, "" if value is None else str(value).lower() if isinstance(value, bool) else value


def _csv(summary: Summary) -> str:
    """Two columns, a row a number."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(("name", "value"))
    writer.writerows(_flat("", values(summary)))
    return out.getvalue()


def _text(summary: Summary) -> str:
    said = [(row.name, row.value) for row in rows(summary)]
    said += [(name, f"{percent(share)} ({what})") for (name, what), share in zip(CLASSES, summary.classes)]
    width = max(len(name) for name, _ in said) + 2
    return "".join(f"{name:{width}}{value}\n" for name, value in said)

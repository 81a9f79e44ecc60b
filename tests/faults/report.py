"""The table of the battery: for a terminal, for a README, as JSON."""

from __future__ import annotations

import os
import platform
from collections.abc import Sequence
from typing import Any

from faults.playing import Played

HEAD = ("#", "What", "Tried", "Failed", "Skipped", "Seconds", "Remarks")
SHOWN = 3
LONGEST = 4000


def cells(played: Played) -> tuple[str, ...]:
    result = played.result
    tried = f"{result.done:,}" + (f" of {played.asked:,}" if result.done < played.asked else "")
    why = f" ({result.why_skipped})" if result.skipped else ""
    return (
        str(played.row.number),
        played.row.title,
        f"{tried} {played.row.unit}",
        f"{len(result.failures):,}" if played.good else f"**{len(result.failures):,}**",
        f"{result.skipped:,}{why}",
        f"{played.seconds:.0f}",
        result.notes,
    )


def as_markdown(rows: Sequence[Played]) -> str:
    table = [HEAD, ("---:", "---", "---:", "---:", "---", "---:", "---"), *map(cells, rows)]
    return "\n".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |" for line in table)


def as_table(rows: Sequence[Played]) -> str:
    table = [HEAD, *map(cells, rows)]
    widths = [max(len(line[i]) for line in table) for i in range(len(HEAD))]
    return "\n".join("  ".join(c.ljust(width) for c, width in zip(line, widths)).rstrip() for line in table)


def failures(played: Played) -> str:
    """The first failures in full, and how many more there are."""
    found = played.result.failures
    lines = [f"Row {played.row.number}, {played.row.title}:"]
    lines += [f"  {text[:LONGEST]}".replace("\n", "\n  ") for text in found[:SHOWN]]
    if len(found) > SHOWN:
        lines.append(f"  … and {len(found) - SHOWN:,} more.")
    return "\n".join(lines)


def as_json(rows: Sequence[Played], size: str, seed: int, wall: float) -> dict[str, Any]:
    return {
        "python": platform.python_version(),
        "system": platform.platform(),
        "cores": os.cpu_count(),
        "size": size,
        "seed": seed,
        "seconds": round(wall, 1),
        "rows": [
            {
                "number": played.row.number,
                "what": played.row.title,
                "unit": played.row.unit,
                "asked": played.asked,
                "done": played.result.done,
                "failures": played.result.failures,
                "skipped": played.result.skipped,
                "why_skipped": played.result.why_skipped,
                "notes": played.result.notes,
                "seconds": round(played.seconds, 2),
            }
            for played in rows
        ],
    }

"""The list of touched pages as CSV and JSON."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from bytescope.core.ranges import PAGESIZE
from bytescope.core.touched.layers import MEANINGS

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from bytescope.core.touched.listing import Listing, Row

FORMATS = ("csv", "json")

COLUMNS = ("first_page", "last_page", "offset", "pages", "states", "time", "who")
"""``pages`` of them are in the states, all of the row unless the kernel told no more than a number; ``time``
is UTC as ISO 8601, empty (null) where nothing was written down."""

STEP = 1000
"""Rows that are turned into text at a time."""


def written(listing: Listing, order: NDArray[np.intp], form: str) -> Iterator[bytes]:
    """The rows at the places ``order`` as UTF-8 text in pieces; ``form`` is one of ``FORMATS``."""
    make = _csv if form == "csv" else _json
    for start in range(0, max(1, len(order)), STEP):
        rows = [listing.row(at) for at in order[start : start + STEP].tolist()]
        yield make(rows, start == 0, start + STEP >= len(order)).encode()


def _csv(rows: list[Row], first: bool, last: bool) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    if first:
        writer.writerow(COLUMNS)
    for row in rows:
        values = _values(row)
        writer.writerow([*values[:4], " ".join(values[4]), values[5] or "", values[6]])
    return out.getvalue()


def _json(rows: list[Row], first: bool, last: bool) -> str:
    """An array with one object a line."""
    lines = ",\n".join(json.dumps(dict(zip(COLUMNS, _values(row)))) for row in rows)
    return f"{'[' if first else ','}\n{lines}{f'{chr(10) if rows else str()}]{chr(10)}' if last else ''}"


def _values(row: Row) -> tuple[int, int, int, int, list[str], str | None, str]:
    time = (
        None if row.time is None else datetime.fromtimestamp(row.time, UTC).isoformat(timespec="milliseconds")
    )
    names = [MEANINGS[layer].name for layer in row.layers]
    return row.first, row.end - 1, row.first * PAGESIZE, row.counted, names, time, row.who

"""Rows of bytes of two or three versions beside each other, with the bytes that differ."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from bytescope.core.ranges import ByteRange
from bytescope.core.source.base import Reading

COLUMNS = 16
AROUND = 1
"""Equal rows shown before and behind rows that differ."""


class Row(NamedTuple):
    """``cells`` has a text for each byte of each version ("  " where it has none, "??" where it was lost);
    ``marked`` are the places that are not the same in all versions. ``skipped`` equal rows stand before it.
    """

    offset: int
    cells: tuple[tuple[str, ...], ...]
    marked: frozenset[int]
    skipped: int = 0


def rows(start: int, versions: Sequence[Reading], *, most: int = 512, everything: bool = False) -> list[Row]:
    """Rows of ``COLUMNS`` bytes from offset ``start``: those that differ, or all with ``everything``."""
    length = max((len(version.data) for version in versions), default=0)
    texts = [_texts(start, version) for version in versions]
    heads = range(0, length, COLUMNS)
    differing = {at for at in heads if len({tuple(text[at : at + COLUMNS]) for text in texts}) > 1}
    wanted = set(heads) if everything else _with_neighbours(differing, length)
    out: list[Row] = []
    last = -COLUMNS
    for at in sorted(wanted)[:most]:
        cells = tuple(tuple(_padded(text[at : at + COLUMNS])) for text in texts)
        marked = frozenset(i for i in range(COLUMNS) if len({line[i] for line in cells}) > 1)
        out.append(Row(start + at, cells, marked, (at - last) // COLUMNS - 1))
        last = at
    return out


def _with_neighbours(differing: set[int], length: int) -> set[int]:
    around = range(-AROUND * COLUMNS, AROUND * COLUMNS + 1, COLUMNS)
    return {at + by for at in differing for by in around if 0 <= at + by < length}


def _texts(start: int, version: Reading) -> list[str]:
    out = [f"{byte:02X}" for byte in version.data]
    for item in version.lost:
        inside = item.range.intersect(ByteRange.of(start, len(out)))
        out[inside.start - start : inside.end - start] = ["??"] * inside.length
    return out


def _padded(line: list[str]) -> list[str]:
    return [*line, *["  "] * (COLUMNS - len(line))]

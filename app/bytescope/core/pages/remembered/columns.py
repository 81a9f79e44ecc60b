"""How facts are laid out in a file: columns that say their own name, type and version."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from bytescope.core.pages.dense import CHUNK, Sums
from bytescope.core.pages.packing import SHIFTS, Rows
from bytescope.core.storage.shelf import UnusableError

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from bytescope.core.pages.leading import Codes

VERSIONS: dict[str, str] = {"classes": "1"}
"""The version of a column, "1" if it is not named here. A column whose meaning changes (another threshold of
a page class, another step of a share) gets another one: what was kept of it is then read again.
"""

BLOCKS = CHUNK >> 8
"""Blocks of 256 pages in a chunk."""


def row_columns() -> list[list[str]]:
    """Name, type and version of the columns of a page fact, in their order."""
    blank = Rows.blank(0)
    return [[name, getattr(blank, name).dtype.str, VERSIONS.get(name, "1")] for name in SHIFTS]


def sum_columns() -> list[list[str]]:
    """The same of the sums of a block: type, how many rows."""
    found = [(name, getattr(Sums(BLOCKS, np.uint16), name)) for name in Sums.__slots__]
    version = "/".join(version for _, _, version in row_columns())
    return [[name, f"{column.dtype.str}*{column.size // BLOCKS}", version] for name, column in found]


def row_bytes(columns: list[list[str]]) -> int:
    return sum(_type(kind).itemsize for _, kind, _ in columns)


def packed_rows(rows: Rows) -> list[memoryview]:
    """The columns one after the other."""
    return [np.ascontiguousarray(column).view(np.uint8).data for column in rows.columns()]


def unpacked_rows(data: Codes, columns: list[list[str]], count: int) -> Rows:
    """``count`` facts out of bytes with ``columns``; a column that is not known here is left out, and one
    that is not there, or of another version, is 0.
    """
    rows = Rows.blank(count)
    wanted = {name: (kind, version) for name, kind, version in row_columns()}
    at = 0
    for name, kind, version in columns:
        size = _type(kind).itemsize * count
        if wanted.get(name) == (kind, version):
            getattr(rows, name)[:] = data[at : at + size].view(kind)
        at += size
    return rows


def packed_sums(sums: Sums) -> list[memoryview]:
    columns: list[NDArray[Any]] = [getattr(sums, name) for name in Sums.__slots__]
    return [np.ascontiguousarray(column).reshape(-1).view(np.uint8).data for column in columns]


def sum_bytes() -> int:
    sums = Sums(BLOCKS, np.uint16)
    return sum(getattr(sums, name).nbytes for name in Sums.__slots__)


def unpacked_sums(data: Codes) -> Sums:
    """The sums of the blocks of one chunk, out of bytes with exactly ``sum_columns``."""
    sums = Sums(BLOCKS, np.uint16)
    at = 0
    for name in Sums.__slots__:
        column = getattr(sums, name)
        flat = data[at : at + column.nbytes].view(column.dtype)
        setattr(sums, name, flat.reshape(column.shape).copy())
        at += column.nbytes
    return sums


def _type(kind: str) -> np.dtype[Any]:
    """The type of a column of a file: whole numbers without sign, nothing else."""
    if kind not in ("|u1", "<u2", "<u4", "<u8"):
        raise UnusableError("The file has columns of a kind that is not known.")
    return np.dtype(kind)

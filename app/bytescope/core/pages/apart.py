"""Memory for large arrays that come and go beside small ones that stay: it is given back at once."""

from __future__ import annotations

import mmap
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray

LEAST = 1 << 16
"""Bytes of all arrays together from which on they are worth a mapping."""


def zeros(wanted: Iterable[tuple[tuple[int, ...], type]]) -> list[NDArray[Any]]:
    """Zeroed arrays of these shapes and types, one after the other in a mapping of their own.

    The heap would keep what is freed between arrays that stay. The mapping goes with the last of the arrays.
    """
    asked = [(shape, np.dtype(kind)) for shape, kind in wanted]
    sizes = [-(-int(np.prod(shape)) * kind.itemsize // 8) * 8 for shape, kind in asked]
    if sum(sizes) < LEAST:
        return [np.zeros(shape, kind) for shape, kind in asked]
    memory = np.frombuffer(mmap.mmap(-1, sum(sizes)), np.uint8)
    out, at = [], 0
    for (shape, kind), size in zip(asked, sizes):
        out.append(memory[at : at + int(np.prod(shape)) * kind.itemsize].view(kind).reshape(shape))
        at += size
    return out

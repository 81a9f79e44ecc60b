"""Which pages were read: what the facts say of it, page by page where that is cheap, else counted."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from bytescope.core.pages.classes import PageClass
from bytescope.core.pages.dense import CHUNK, CHUNK_LEVEL
from bytescope.core.pages.packing import DENSE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    from bytescope.core.pages.dense import DenseChunk

    Ints = NDArray[np.int64]

READ = np.array([cls.name not in ("UNREAD", "HOLE", "GONE", "ERROR") for cls in PageClass])
"""Whether a page of each class was read: a hole is known without reading, of a lost page nothing came."""

EXACT_CHUNKS = 4
"""Chunks that are told page by page; of more, how many in each block of 256; of many, how many in all."""

BLOCK_CHUNKS = 64


class Read(NamedTuple):
    """Sorted parts ``firsts`` to ``ends`` of which ``counts`` pages were read, all i8[n]."""

    firsts: Ints
    ends: Ints
    counts: Ints


def read_parts(starts: Ints, values: NDArray[np.uint64], end: int, chunks: Mapping[int, DenseChunk]) -> Read:
    """The pages that were read among runs of packed facts, the last of which ends at ``end``.

    ``chunks`` are those that the runs marked as dense stand for. Parts may reach out over the first and
    the last run by the rest of a chunk.
    """
    codes = (values & np.uint64(0xFF)).astype(np.int64)
    ends = np.append(starts[1:], end)
    plain = codes != DENSE
    keep = plain & READ[np.where(plain, codes, 0)]
    parts = [(starts[keep], ends[keep], ends[keep] - starts[keep])]
    tell = _pages if len(chunks) <= EXACT_CHUNKS else _blocks if len(chunks) <= BLOCK_CHUNKS else _whole
    parts += [tell(number << CHUNK_LEVEL, chunk) for number, chunk in chunks.items()]
    firsts, lasts, counts = (np.concatenate(column) for column in zip(*parts))
    order = np.argsort(firsts, kind="stable")
    return Read(firsts[order], lasts[order], counts[order])


def _pages(base: int, chunk: DenseChunk) -> tuple[Ints, Ints, Ints]:
    if chunk.raw is None or chunk.coarse.any():
        return _blocks(base, chunk)
    read = np.zeros(chunk.size + 2, np.bool_)
    read[1:-1] = READ[chunk.raw.classes[: chunk.size]]
    edges = np.flatnonzero(read[1:] != read[:-1]) + base
    return edges[::2], edges[1::2], edges[1::2] - edges[::2]


def _blocks(base: int, chunk: DenseChunk) -> tuple[Ints, Ints, Ints]:
    counts = chunk.sums8.counts[READ].sum(0, dtype=np.int64)
    some = np.flatnonzero(counts)
    firsts = base + (some << 8)
    return firsts, np.minimum(firsts + 256, base + chunk.size), counts[some]


def _whole(base: int, chunk: DenseChunk) -> tuple[Ints, Ints, Ints]:
    count = int(chunk.counts[READ].sum())
    found = [base, base + min(CHUNK, chunk.size), count] if count else []
    firsts, ends, counts = np.array(found, np.int64).reshape(-1, 3).T
    return firsts, ends, counts

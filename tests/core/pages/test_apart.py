"""Large arrays beside small ones that stay."""

import mmap
from pathlib import Path

import numpy as np

from bytescope.core.pages import apart
from bytescope.core.pages.dense import CHUNK, RAW_BYTES, DenseChunk
from bytescope.core.pages.packing import Rows

CHUNKS = 48


def held():
    """Bytes of memory that this process has."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * mmap.PAGESIZE


def test_arrays_have_the_shapes_and_types_that_were_asked_for():
    for count in (3, 70_001):
        small, wide, table = apart.zeros(
            [((count,), np.uint8), ((count,), np.uint16), ((2, count), np.uint32)]
        )
        assert [(a.shape, a.dtype.itemsize, a.any()) for a in (small, wide, table)] == [
            ((count,), 1, False),
            ((count,), 2, False),
            ((2, count), 4, False),
        ]
        assert all(
            a.flags.aligned and a.flags.writeable and a.flags.c_contiguous for a in (small, wide, table)
        )
        table[:] = 7
        small[:] = 9
        assert (wide == 0).all()
        assert (table == 7).all()


def test_pages_that_are_dropped_leave_no_memory_behind_though_the_sums_between_them_stay():
    rows = Rows.of_packed(np.arange(1, CHUNK + 1, dtype=np.uint64) << np.uint64(8) | np.uint64(5))
    chunks = []
    before = held()
    for _ in range(CHUNKS):
        chunks.append(DenseChunk(CHUNK))
        chunks[-1].write(0, rows)
        assert chunks[-1].sums4 is not None
    full = held()
    assert full - before > CHUNKS * RAW_BYTES * 0.9
    for chunk in chunks:
        chunk.drop()
    assert full - held() > CHUNKS * RAW_BYTES * 0.9
    assert all(chunk.known == CHUNK for chunk in chunks)

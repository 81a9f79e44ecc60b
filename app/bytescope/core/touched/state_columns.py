"""The states of pages as columns of a table: in memory, dirty, holes, edited, and how many were read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from bytescope.core.pages.fact_table import Column, Extra
from bytescope.core.pages.run_set import RunSet
from bytescope.core.touched.found import Limits
from bytescope.core.touched.layers import Layer
from bytescope.core.touched.state_runs import StateRuns
from bytescope.core.touched.systems import look, space
from bytescope.core.touched.told import Told

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bytescope.core.document.edited import PageRuns
    from bytescope.core.pages.fact_table import Values
    from bytescope.core.pages.facts import FactStore
    from bytescope.core.ranges import ByteRange, PageRange
    from bytescope.core.source.base import Lost
    from bytescope.core.source.file import FileSource
    from bytescope.core.touched.found import Found

MOST_CALLS = 1 << 22
"""Of a page cache in more pieces than this the rows that were not come to are left empty."""

RESIDENT = "pages of the row that were in memory before anything of the file was read here"
DIRTY = "pages of the row that were in memory and not on the disk yet, in whole folios"
HOLE = "pages of the row without disk space"
EDITED = "pages of the row with unsaved edits"
SAMPLES = "pages of the row that were read for it; holes are not, nor what could not be"


def state_columns(source: FileSource, pages: PageRange, level: int, edited: PageRuns) -> list[Extra]:
    """Columns for ``pages``, to be made before anything is read, which would bring it into memory.

    What the system does not tell is a word in each row: why not.
    """
    cache = look(
        source, pages, level, frozenset({Layer.RESIDENT, Layer.DIRTY}), Limits(calls=MOST_CALLS)
    ).states
    own = StateRuns.of_arrays(*edited)
    return [
        _column("resident", RESIDENT, cache[Layer.RESIDENT]),
        _column("dirty", DIRTY, cache[Layer.DIRTY]),
        _column("hole", HOLE, space(source).states[Layer.HOLE]),
        Extra(Column("edited", meaning=EDITED), own.per_cell),
    ]


def samples_of(facts: FactStore, pages: PageRange) -> Extra:
    """How many pages of each row ``facts`` were read of."""
    read = StateRuns(*facts.read(pages))
    return Extra(Column("samples", meaning=SAMPLES), read.per_cell)


class Undisturbed:
    """A file that is read without leaving anything in the page cache, and what was read of it."""

    def __init__(self, source: FileSource) -> None:
        self._source = source
        self._lost: list[PageRange] = []

    @property
    def size(self) -> int:
        return self._source.size

    def data_runs(self, range_: ByteRange) -> Iterator[ByteRange]:
        return self._source.data_runs(range_)

    def read_into(self, offset: int, buffer: memoryview) -> tuple[Lost, ...]:
        lost = self._source.read_undisturbed(offset, buffer)
        self._lost += [item.range.pages for item in lost]
        return lost

    def samples(self, pages: PageRange) -> Extra:
        """Which of ``pages`` were read, told of a row when it was."""
        data = RunSet.of(run.pages for run in self._source.data_runs(pages.bytes(self.size)))

        def of(level: int, cells: range) -> Values:
            return StateRuns.of(data.minus(RunSet.of(self._lost))).per_cell(level, cells)

        return Extra(Column("samples", meaning=SAMPLES), of)


def _column(name: str, meaning: str, found: Found) -> Extra:
    runs = found.runs
    if runs is None:
        word = "n/a" if found.told is Told.NOT_AVAILABLE else found.told.value
        return Extra(Column(name, "uint8", meaning, (word,)), _nothing)

    def of(level: int, cells: range) -> Values:
        return _counted(runs, level, cells)

    return Extra(Column(name, meaning=meaning), of)


def _nothing(level: int, cells: range) -> Values:
    return np.zeros(len(cells), np.uint8)


def _counted(runs: StateRuns, level: int, cells: range) -> Values:
    """Pages in the state; rows of which nothing is known but a count with others are masked."""
    counts = runs.per_cell(level, cells)
    part = (runs.counts < runs.ends - runs.firsts) & (runs.firsts >> level != (runs.ends - 1) >> level)
    if not part.any():
        return counts
    vague = StateRuns(runs.firsts[part], runs.ends[part]).per_cell(level, cells)
    return np.ma.array(counts, mask=vague > 0)

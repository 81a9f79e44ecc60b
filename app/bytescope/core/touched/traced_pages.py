"""The pages that each process read and wrote since a watch began."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from bytescope.core.pages.run_set import RunSet
from bytescope.core.touched.page_tables import pages_of
from bytescope.core.touched.state_runs import StateRuns
from bytescope.core.touched.trace_lines import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bytescope.core.touched.trace_lines import Access

MOST_PROCESSES = 1000
"""Processes that are told apart; those that come later are taken together, under the number 0."""


class TracedPages:
    """Of a source: ``size`` bytes of the file from ``window_start``. Only grows; begin anew with another."""

    def __init__(self, size: int, window_start: int = 0) -> None:
        self._size = size
        self._window_start = window_start
        self._sets: dict[tuple[int, Kind], RunSet] = {}
        self.programs: dict[int, str] = {}
        """The processes seen, by number, and what their programs call themselves."""

    def pages_of(self, accesses: list[Access]) -> RunSet:
        """The pages of the source that these accesses are about."""
        starts = np.array([access.start for access in accesses], np.int64)
        ends = np.array([access.end for access in accesses], np.int64)
        return pages_of(starts, ends, self._size, self._window_start)

    def add(self, accesses: Iterable[Access]) -> None:
        """Take accesses down."""
        parted: dict[tuple[int, Kind], list[Access]] = {}
        for access in accesses:
            process = access.process
            if process not in self.programs and len(self.programs) >= MOST_PROCESSES:
                process = 0
            self.programs[process] = access.program if process else "others"
            parted.setdefault((process, access.kind), []).append(access)
        for key, taken in parted.items():
            self._sets[key] = self._sets.get(key, RunSet()).union(self.pages_of(taken))

    def read(self, of: Iterable[int]) -> StateRuns:
        """What the processes read. Of pages that were mapped together it is told that one was read."""
        exact, around = self._union(of, Kind.READ), self._union(of, Kind.AROUND)
        rest = around.minus(exact)
        firsts = np.concatenate((exact.firsts, rest.firsts))
        ends = np.concatenate((exact.ends, rest.ends))
        counts = np.concatenate((exact.ends - exact.firsts, np.ones(len(rest), np.int64)))
        order = np.argsort(firsts, kind="stable")
        return StateRuns(firsts[order], ends[order], counts[order])

    def written(self, of: Iterable[int]) -> StateRuns:
        """What the processes wrote; the first page of a folio where no more was told."""
        return StateRuns.of(self._union(of, Kind.WRITTEN))

    def _union(self, of: Iterable[int], kind: Kind) -> RunSet:
        out = RunSet()
        for process in of:
            out = out.union(self._sets.get((process, kind), RunSet()))
        return out

"""The next and the previous page in a state: where the keys N and P go."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from bytescope.core.pages.run_set import RunSet

if TYPE_CHECKING:
    from bytescope.core.touched.state_runs import StateRuns


def stops(runs: StateRuns) -> RunSet:
    """The pages to stop at: those in the state, and the first one of a part that is only counted."""
    some = runs.counts > 0
    firsts, ends = runs.firsts[some], runs.ends[some]
    exact = runs.counts[some] == ends - firsts
    return RunSet.of_edges(firsts, np.where(exact, ends, firsts + 1))


def step(runs: StateRuns, page: int, *, forward: bool) -> int | None:
    """The nearest page behind (before) ``page`` to stop at; None where there is none."""
    pages = stops(runs)
    return pages.next(page) if forward else pages.previous(page)

"""Which pages came into a state and which left it, between two answers of a source."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from bytescope.core.pages.run_set import RunSet

if TYPE_CHECKING:
    from bytescope.core.touched.state_runs import StateRuns


class Moves(NamedTuple):
    """Pages that are in the state now and were not, and the other way round."""

    came: RunSet
    left: RunSet


def moves(old: StateRuns, new: StateRuns) -> Moves:
    """What is sure: pages of parts that are only counted, then or now, are left out."""
    return Moves(_sure(new).minus(old.runs()), _sure(old).minus(new.runs()))


def _sure(state: StateRuns) -> RunSet:
    """The pages of the parts that are in the state as a whole."""
    whole = (state.counts > 0) & (state.counts == state.ends - state.firsts)
    return RunSet.of_edges(state.firsts[whole], state.ends[whole])

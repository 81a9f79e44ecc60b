"""The next and the previous page in a state, against a plain list."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from bytescope.core.touched.state_runs import StateRuns
from bytescope.core.touched.stepping import step


@st.composite
def parts(draw):
    """Parts as (first, length, count), sorted and disjoint."""
    at, out = 0, []
    for _ in range(draw(st.integers(0, 6))):
        first = at + draw(st.integers(0, 5))
        length = draw(st.integers(1, 6))
        out.append((first, length, draw(st.sampled_from([0, length, draw(st.integers(1, length))]))))
        at = first + length
    return out


@given(parts(), st.integers(0, 80), st.booleans())
def test_it_is_the_nearest_page_of_a_list(made, page, forward):
    stops = [
        stop
        for first, length, count in made
        for stop in (range(first, first + length) if count == length else [first] if count else [])
    ]
    firsts, lengths, counts = (np.array([part[i] for part in made], np.int64) for i in range(3))
    found = step(StateRuns(firsts, firsts + lengths, counts), page, forward=forward)
    if forward:
        assert found == min((stop for stop in stops if stop > page), default=None)
    else:
        assert found == max((stop for stop in stops if stop < page), default=None)

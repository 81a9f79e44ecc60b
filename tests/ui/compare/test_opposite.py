"""Which bytes in sight differ: from what both sessions have at hand, never guessed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bytescope.core.document.document import Document
from bytescope.core.geometry.hex_window import KNOWN, LOST, MISSING, ByteWindow
from bytescope.core.source.memory import MemorySource
from bytescope.session.jobs import Jobs
from bytescope.session.session import Session
from bytescope.ui.compare.opposite import Opposite


@pytest.fixture
def jobs(qtbot):
    jobs = Jobs()
    yield jobs
    jobs.close()


def differing(jobs, window, other, shift):
    session = Session(Document(MemorySource(other)), "other", jobs)
    found = Opposite(session, shift)(window)
    return {at for part in found for at in range(part.start, part.end)}


states = st.sampled_from((KNOWN, KNOWN, KNOWN, MISSING, LOST))


@given(
    st.binary(max_size=12),
    st.binary(min_size=4, max_size=12),
    st.integers(0, 6),
    st.integers(-8, 8),
    st.data(),
)
def test_bytes_differ_where_both_are_known_or_only_one_is_there(mine, other, start, shift, data):
    jobs = Jobs()
    known = bytes(data.draw(st.lists(states, min_size=len(mine), max_size=len(mine))))
    window = ByteWindow(start, mine, known)
    expected = set()
    for index, value in enumerate(mine):
        place = start + index + shift
        if not 0 <= place < len(other) or (known[index] == KNOWN and other[place] != value):
            expected.add(start + index)
    assert differing(jobs, window, other, shift) == expected
    jobs.close()


class Slow(MemorySource):
    """Bytes that come by a job."""

    needs_io = True


def test_bytes_that_are_not_here_are_asked_for_and_marked_when_they_come(qtbot, jobs):
    session = Session(Document(Slow(b"abcdef")), "other", jobs)
    opposite, window = Opposite(session, 0), ByteWindow(0, b"abXdef", bytes([KNOWN]) * 6)
    with qtbot.waitSignal(session.bytes_arrived):
        assert opposite(window) == ()
    assert [(part.start, part.end) for part in opposite(window)] == [(2, 3)]


def test_a_document_whose_bytes_at_hand_are_those_before_a_change_of_length(jobs):
    session = Session(Document(MemorySource(b"abcdef")), "other", jobs)
    session.document.resize(9)  # nobody was told yet: the bytes at hand are six
    found = Opposite(session, 0)(ByteWindow(0, b"abXdef000", bytes([KNOWN]) * 9))
    assert [(part.start, part.end) for part in found] == [(2, 3), (6, 9)]

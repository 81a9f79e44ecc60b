"""Statistics of a session: what they follow, when they pause, how they stay true over edits."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from bytescope.core.ranges import PAGESIZE, ByteRange
from bytescope.session.analysis.statistics import Scope, Statistics, statistics_of
from bytescope.session.session import Session
from bytescope.session.workspace import Workspace

SIZE = 20 * PAGESIZE


@pytest.fixture
def session(qtbot: QtBot) -> Iterator[Session]:
    workspace = Workspace(None)
    session = workspace.new_memory(SIZE)
    session.write(PAGESIZE, b"Some text" * 100)
    yield session
    workspace.shut_down(30)


@pytest.fixture
def known(session: Session) -> Statistics:
    return statistics_of(session)


def is_of(known: Statistics, range_: ByteRange) -> bool:
    """Whether what is shown is exactly of the present bytes of ``range_``."""
    found = known.summary
    if found is None or not found.exact or known.stale or known.running or found.range != range_:
        return False
    data = known._session.document.snapshot().read(range_.start, range_.length).data
    return Counter(data) == {value: n for value, n in enumerate(found.counts.tolist()) if n}


def test_there_is_one_for_each_session(session: Session) -> None:
    assert statistics_of(session) is statistics_of(session)


def test_nothing_is_counted_while_nobody_looks(session: Session, known: Statistics, qtbot: QtBot) -> None:
    session.write(0, b"x")
    assert not known.running
    assert known.summary is None
    known.wish(True)
    qtbot.waitUntil(lambda: is_of(known, ByteRange(0, SIZE)))
    known.wish(False)
    session.write(5, b"other")
    assert known.stale
    assert not known.running
    known.wish(True)
    qtbot.waitUntil(lambda: is_of(known, ByteRange(0, SIZE)))


def test_an_edit_makes_them_out_of_date_until_they_were_counted_again(
    session: Session, known: Statistics, qtbot: QtBot
) -> None:
    known.wish(True)
    qtbot.waitUntil(lambda: is_of(known, ByteRange(0, SIZE)))
    session.write(7 * PAGESIZE, b"\xff" * 500)
    assert known.stale
    qtbot.waitUntil(lambda: is_of(known, ByteRange(0, SIZE)))
    session.undo()
    assert known.stale
    qtbot.waitUntil(lambda: is_of(known, ByteRange(0, SIZE)))
    session.insert(3, b"inserted")
    qtbot.waitUntil(lambda: is_of(known, ByteRange(0, SIZE + 8)))
    session.delete(ByteRange(0, 5 * PAGESIZE))
    qtbot.waitUntil(lambda: is_of(known, ByteRange(0, SIZE + 8 - 5 * PAGESIZE)))


def test_the_page_follows_the_caret(session: Session, known: Statistics, qtbot: QtBot) -> None:
    known.choose(Scope.PAGE)
    known.wish(True)
    qtbot.waitUntil(lambda: is_of(known, ByteRange(0, PAGESIZE)))
    session.go_to(PAGESIZE + 7)
    qtbot.waitUntil(lambda: is_of(known, ByteRange(PAGESIZE, 2 * PAGESIZE)))
    session.write(3 * PAGESIZE, b"elsewhere")
    assert not known.stale


def test_the_selection_is_followed_and_kept_while_its_bytes_are_visited(
    session: Session, known: Statistics, qtbot: QtBot
) -> None:
    known.choose(Scope.SELECTION)
    known.wish(True)
    qtbot.waitUntil(lambda: not known.running)
    assert known.summary is None
    session.select(ByteRange(PAGESIZE, PAGESIZE + 300))
    qtbot.waitUntil(lambda: is_of(known, ByteRange(PAGESIZE, PAGESIZE + 300)))
    known.find(b"t")
    qtbot.waitUntil(lambda: session.selection.range == ByteRange(PAGESIZE + 5, PAGESIZE + 6))
    session.set_caret(9)
    qtbot.waitUntil(lambda: not known.running)
    assert is_of(known, ByteRange(PAGESIZE, PAGESIZE + 300))
    known.select(ByteRange(0, 10))
    qtbot.waitUntil(lambda: is_of(known, ByteRange(0, 10)))


def test_find_goes_round_the_range_and_says_where_there_is_none(
    session: Session, known: Statistics, qtbot: QtBot
) -> None:
    known.choose(Scope.PAGE)
    session.go_to(PAGESIZE)
    known.wish(True)
    page = ByteRange(PAGESIZE, 2 * PAGESIZE)
    qtbot.waitUntil(lambda: is_of(known, page))
    last = PAGESIZE + 900 - 9
    for wanted in (PAGESIZE, PAGESIZE + 9):
        known.find(b"So")
        qtbot.waitUntil(lambda at=wanted: session.selection.range == ByteRange(at, at + 2))
    session.select(ByteRange(last, last + 2))
    known.find(b"So")
    qtbot.waitUntil(lambda: session.selection.range == ByteRange(PAGESIZE, PAGESIZE + 2))
    with qtbot.waitSignal(session.told) as told:
        known.find(b"\xee")
    assert "none in this range" in told.args[1]


def test_stopped_they_stay_stopped_until_asked(session: Session, known: Statistics, qtbot: QtBot) -> None:
    known.wish(True)
    known.stop()
    assert not known.running
    session.write(0, b"x")
    assert not known.running
    known.go_on()
    qtbot.waitUntil(lambda: is_of(known, ByteRange(0, SIZE)))
    before = known.summary
    known.go_on()
    qtbot.waitUntil(lambda: known.summary is not before and is_of(known, ByteRange(0, SIZE)))


def test_edits_in_quick_succession_are_all_counted(session: Session, known: Statistics, qtbot: QtBot) -> None:
    """Some come while the work on those before is under way, or waits."""
    known.wish(True)
    for number in range(40):
        session.write(number * 997, bytes([number + 1]) * 5)
        if number % 7 == 0:
            known._later.stop()
            known._begin()
    qtbot.waitUntil(lambda: is_of(known, ByteRange(0, SIZE)))

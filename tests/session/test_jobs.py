"""Jobs: results in the main thread, order on a lane, replacement, cancellation, errors."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from bytescope.core.errors import Cancelled
from bytescope.core.ticket import Ticket
from bytescope.session.jobs import Jobs, side_by_side
from helpers.leaks import running_threads


@pytest.fixture
def jobs(qtbot: QtBot) -> Iterator[Jobs]:
    made = Jobs()
    yield made
    made.close()


def test_result_comes_back_in_the_main_thread(jobs: Jobs, qtbot: QtBot) -> None:
    came: list[tuple[int, bool]] = []

    def then(result: int) -> None:
        came.append((result, threading.current_thread() is threading.main_thread()))

    worked_in: list[bool] = []

    def work(ticket: Ticket) -> int:
        worked_in.append(threading.current_thread() is threading.main_thread())
        return 7

    jobs.run("a", work, then)
    qtbot.waitUntil(lambda: bool(came))
    assert came == [(7, True)]
    assert worked_in == [False]
    assert not jobs.busy


def test_a_newer_job_of_the_same_name_replaces_the_older(jobs: Jobs, qtbot: QtBot) -> None:
    gate = threading.Event()
    came: list[str] = []

    def slow(ticket: Ticket) -> str:
        gate.wait(300)
        return "old"

    def quick(ticket: Ticket) -> str:
        return "new"

    old = jobs.run("same", slow, came.append)
    jobs.run("same", quick, came.append)
    gate.set()
    qtbot.waitUntil(lambda: not jobs.busy)
    assert old.cancelled
    assert came == ["new"]


def test_a_name_that_two_have_is_each_ones_own(jobs: Jobs, qtbot: QtBot) -> None:
    gate = threading.Event()
    came: list[str] = []
    one, two = QObject(), QObject()

    def slow(ticket: Ticket) -> str:
        gate.wait(10)
        return "one"

    first = jobs.run("same", slow, came.append, of=one)
    jobs.run("same", partial(_named, "two"), came.append, of=two)
    assert jobs.has("same", one)
    assert jobs.has("same", two)
    assert not jobs.has("same")
    jobs.cancel("same")
    jobs.cancel("same", two)
    assert (jobs.is_running("same", one), jobs.is_running("same", two)) == (True, False)
    gate.set()
    qtbot.waitUntil(lambda: not jobs.busy)
    assert not first.cancelled
    assert came == ["one"]


def test_queued_jobs_of_a_lane_keep_their_order(jobs: Jobs, qtbot: QtBot) -> None:
    came: list[int] = []
    for number in range(50):
        jobs.run("step", lambda ticket, n=number: n, came.append, lane="one", queued=True)
    qtbot.waitUntil(lambda: len(came) == 50)
    assert came == list(range(50))


def test_cancelled_work_tells_its_own_handler(jobs: Jobs, qtbot: QtBot) -> None:
    begun = threading.Event()
    errors: list[Exception] = []

    def work(ticket: Ticket) -> None:
        begun.set()
        while True:
            ticket.check()

    ticket = jobs.run("long", work, failed=errors.append, shown=True)
    assert begun.wait(300)
    assert [job.name for job in jobs.shown] == ["long"]
    ticket.cancelled = True
    qtbot.waitUntil(lambda: bool(errors))
    assert isinstance(errors[0], Cancelled)
    assert jobs.shown == []


def test_error_without_a_handler_is_told(jobs: Jobs, qtbot: QtBot) -> None:
    def work(ticket: Ticket) -> None:
        raise ValueError("broken")

    with qtbot.waitSignal(jobs.failed) as told:
        jobs.run("bad", work)
    assert str(told.args[0]) == "broken"


def test_lanes_run_side_by_side(jobs: Jobs, qtbot: QtBot) -> None:
    met = threading.Barrier(2, timeout=300)
    came: list[int] = []

    def meet(ticket: Ticket) -> int:
        met.wait()
        return 1

    jobs.run("a", meet, came.append, lane="a")
    jobs.run("b", meet, came.append, lane="b")
    qtbot.waitUntil(lambda: came == [1, 1])


def test_nothing_comes_back_after_closing(qtbot: QtBot) -> None:
    jobs = Jobs()
    gate = threading.Event()
    came: list[object] = []
    jobs.run("late", lambda ticket: gate.wait(300), came.append)
    gate.set()
    jobs.close()
    assert not jobs.busy
    assert came == []


def test_a_lane_that_is_not_needed_any_more_ends_when_it_is_done(jobs: Jobs, qtbot: QtBot) -> None:
    done: list[str] = []
    before = running_threads()
    for name in ("first", "second"):
        jobs.run(name, partial(_named, name), done.append, lane="passing", queued=True)
    [thread] = running_threads() - before
    jobs.end_lane("passing")
    jobs.end_lane("never begun")
    qtbot.waitUntil(lambda: done == ["first", "second"])
    qtbot.waitUntil(lambda: thread not in running_threads())


def test_jobs_of_a_wide_lane_run_side_by_side_and_its_threads_end(jobs: Jobs, qtbot: QtBot) -> None:
    before, done = running_threads(), []
    together = threading.Barrier(3, timeout=300)

    def meet(ticket: Ticket) -> int:
        return together.wait()

    for number in range(3):
        jobs.run(f"part {number}", meet, done.append, lane="wide", width=3)
    qtbot.waitUntil(lambda: len(done) == 3)
    jobs.run("another", lambda _: 9, done.append, lane="wide", width=3)
    qtbot.waitUntil(lambda: len(done) == 4)
    assert len(running_threads() - before) == 3
    jobs.end_lane("wide")
    qtbot.waitUntil(lambda: running_threads() <= before)


def test_side_by_side_waits_for_all_and_tells_the_error() -> None:
    together, came = threading.Barrier(3, timeout=300), []

    def work(number: int) -> None:
        together.wait()
        came.append(number)

    side_by_side(work, 3)
    assert sorted(came) == [0, 1, 2]

    def fail(number: int) -> None:
        if number == 1:
            raise Cancelled
        came.append(number)

    with pytest.raises(Cancelled):
        side_by_side(fail, 2)
    assert sorted(came) == [0, 0, 1, 2]


def _named(name: str, ticket: Ticket) -> str:
    return name


class Told(QObject):
    """Whoever is told of a result, until it is deleted."""

    told = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.got: list[object] = []

    def take(self, before: str, result: object) -> None:
        self.told.emit(result)
        self.got.append(result)


@pytest.mark.parametrize("fails", [False, True])
def test_who_was_deleted_meanwhile_is_not_told(jobs: Jobs, qtbot: QtBot, fails: bool) -> None:
    gate = threading.Event()

    def work(ticket: Ticket) -> int:
        gate.wait(300)
        return 1 // (not fails)

    told = Told()
    jobs.run("late", work, partial(told.take, "then"), partial(told.take, "failed"))
    delete(told)
    gate.set()
    qtbot.waitUntil(lambda: not jobs.busy)
    assert told.got == []


def test_nobody_is_told_of_what_was_deleted_meanwhile(jobs: Jobs, qtbot: QtBot) -> None:
    """As a session in the arguments of what is to be called: its document was closed."""
    gate = threading.Event()

    def work(ticket: Ticket) -> int:
        gate.wait(300)
        return 1

    told, gone = Told(), Told()
    jobs.run("one", work, partial(told.take, gone))
    jobs.run("two", work, partial(partial(told.take, before=gone), result=2))
    jobs.run("three", work, partial(told.take, "then"))
    delete(gone)
    gate.set()
    qtbot.waitUntil(lambda: not jobs.busy)
    assert told.got == [1]

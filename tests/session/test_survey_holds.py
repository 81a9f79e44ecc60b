"""The survey reads nothing while its file is written, and goes on afterwards whatever happened."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from bytescope.core.ranges import PAGESIZE, PageRange
from bytescope.core.source.access import Access
from bytescope.session.session import Session
from bytescope.session.storage.saving import Saving
from bytescope.session.workspace import Workspace
from helpers.fuse import Medium, mounted

PAGES = 64
SLOW = Medium(pages=PAGES, numbered=True, read_seconds=0.03)


@pytest.fixture
def workspace(qtbot: QtBot) -> Iterator[Workspace]:
    made = Workspace(None)
    yield made
    made.shut_down(wait_seconds=60)


@pytest.fixture
def slow(workspace: Workspace, tmp_path: Path) -> Iterator[Session]:
    """A file on a medium of 30 ms a page, being surveyed."""
    with mounted(tmp_path / "slow", SLOW) as there:
        if not there:
            pytest.skip("no file can be served here (root and /dev/fuse are needed)")
        session = workspace.open_now(str(tmp_path / "slow"))
        session.survey.start(fast=False)
        yield session
        workspace.shut_down(wait_seconds=60)


def known(session: Session) -> int:
    assert session.facts is not None
    return session.facts.known


def surveys(session: Session) -> list[str]:
    return [job.name for job in session.jobs._live if job.name.startswith("survey")]


def watch(session: Session, qtbot: QtBot) -> list[list[str]]:
    """Which reads of the survey are under way whenever a job ends while the document is being written."""
    seen: list[list[str]] = []

    def note() -> None:
        if session.writing:
            seen.append(surveys(session))

    session.jobs._done.connect(note)
    return seen


def test_a_save_is_not_read_beside(slow: Session, qtbot: QtBot) -> None:
    saving = Saving(slow)
    qtbot.waitUntil(lambda: known(slow) > 1)
    slow.write(5 * PAGESIZE, b"new")
    with qtbot.waitSignal(saving.saved, timeout=20_000):
        saving.save()
        qtbot.waitUntil(lambda: not surveys(slow))
        before, reads = known(slow), watch(slow, qtbot)
    assert before < PAGES
    assert known(slow) <= before
    assert not any(reads)
    qtbot.waitUntil(lambda: known(slow) == PAGES, timeout=20_000)


def test_it_goes_on_after_a_save_that_fails(slow: Session, qtbot: QtBot, tmp_path: Path) -> None:
    saving = Saving(slow)
    slow.write(5 * PAGESIZE, b"new")
    with qtbot.waitSignal(saving.failed, timeout=20_000):
        saving.save_as(bytes(tmp_path / "no folder" / "copy"), overwrite=False)
    qtbot.waitUntil(lambda: known(slow) == PAGES, timeout=20_000)


def test_it_goes_on_after_a_save_that_is_stopped(slow: Session, qtbot: QtBot, tmp_path: Path) -> None:
    saving = Saving(slow)
    with qtbot.waitSignal(saving.stopped, timeout=20_000):
        saving.save_as(bytes(tmp_path / "copy"), overwrite=False)
        for job in slow.jobs.shown:
            job.ticket.cancelled = True
    qtbot.waitUntil(lambda: known(slow) == PAGES, timeout=20_000)


def test_it_waits_for_all_who_hold_it(slow: Session, qtbot: QtBot) -> None:
    for _ in range(2):
        slow.survey.hold()
    qtbot.waitUntil(lambda: not surveys(slow))
    slow.survey.let_go()
    slow.survey.set_visible(PageRange(0, 1))
    assert not surveys(slow)
    slow.survey.let_go()
    assert surveys(slow)


def test_a_store_is_not_read_beside(workspace: Workspace, tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "live"
    path.write_bytes(bytes(8 * PAGESIZE))
    session = workspace.open_now(str(path), Access.LIVE)
    session.survey.start(fast=False)
    qtbot.waitUntil(lambda: known(session) == 8)
    reads = watch(session, qtbot)
    session.write(PAGESIZE, b"first")
    session.write(2 * PAGESIZE, b"second")
    qtbot.waitUntil(lambda: not session.writing)
    assert reads
    assert not any(reads)
    qtbot.waitUntil(lambda: known(session) == 8)
    session.write(9 * PAGESIZE, b"behind the end")
    session.resize(0)
    qtbot.waitUntil(lambda: not session.writing)
    session.write(0, b"nowhere to store it")
    qtbot.waitUntil(lambda: not session.jobs.busy)
    assert not session.survey._holds

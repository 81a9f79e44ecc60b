"""What a person may limit: how much is read for the map, and how fast."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from bytescope.core.ranges import PAGESIZE, PageRange
from bytescope.session.session import Session
from bytescope.session.workspace import Workspace
from helpers.files import noise_bytes

PAGES = 24_000
MEGABYTE = 1_000_000


@pytest.fixture
def session(qtbot: QtBot, tmp_path: Path) -> Iterator[Session]:
    path = tmp_path / "file"
    block = noise_bytes(1000 * PAGESIZE)
    with path.open("wb") as file:
        for _ in range(PAGES // 1000):
            file.write(block)
    workspace = Workspace(None)
    yield workspace.open_now(str(path))
    workspace.shut_down(wait_seconds=60)
    path.unlink()


def known(session: Session) -> int:
    assert session.facts is not None
    return session.facts.known


def test_only_what_is_in_view(session: Session, qtbot: QtBot) -> None:
    session.survey.set_limits(whole=False, rate=0)
    session.survey.set_visible(PageRange(5000, 12_000))
    session.survey.start(fast=True)
    qtbot.waitUntil(lambda: not session.survey.running, timeout=20_000)
    assert session.facts is not None
    assert not session.facts.unknown_runs(PageRange(5000, 12_000))
    assert 7000 < known(session) < 8000
    session.survey.set_limits(whole=True, rate=0)
    qtbot.waitUntil(lambda: known(session) == PAGES, timeout=20_000)


def test_a_rate_is_kept_and_can_be_lifted(session: Session, qtbot: QtBot) -> None:
    rate = 20 * MEGABYTE
    session.survey.set_limits(whole=True, rate=rate)
    session.survey.start(fast=True)
    qtbot.waitUntil(lambda: session.survey.bytes_read > MEGABYTE, timeout=20_000)
    began, before = time.monotonic(), session.survey.bytes_read
    qtbot.waitUntil(lambda: session.survey.bytes_read > before + 16 * MEGABYTE, timeout=20_000)
    read, seconds = session.survey.bytes_read - before, time.monotonic() - began
    assert read / seconds < 1.5 * rate
    assert session.survey.running  # it waits; it is not at its end
    session.survey.set_limits(whole=True, rate=0)
    qtbot.waitUntil(lambda: known(session) == PAGES, timeout=20_000)


def test_what_is_in_view_does_not_wait_for_the_rate(session: Session, qtbot: QtBot) -> None:
    session.survey.set_limits(whole=True, rate=10_000)
    session.survey.set_visible(PageRange(9000, 19_000))
    session.survey.start(fast=True)
    qtbot.waitUntil(lambda: known(session) >= 10_000)  # at the rate it were an hour


def test_a_pause_keeps_what_was_read_and_ends(session: Session, qtbot: QtBot) -> None:
    session.survey.start(fast=True)
    qtbot.waitUntil(lambda: known(session) > 0)
    session.survey.pause()
    qtbot.waitUntil(lambda: not session.survey.running)
    there = known(session)
    session.survey.set_visible(PageRange(0, 10))
    assert not session.survey.running
    assert session.survey.sentence().startswith("Paused")
    session.survey.resume()
    qtbot.waitUntil(lambda: known(session) == PAGES, timeout=20_000)
    assert there > 0


def test_what_looking_did_is_told(session: Session, qtbot: QtBot) -> None:
    assert session.survey.aside() == ""
    session.survey.start(fast=True)
    qtbot.waitUntil(lambda: known(session) == PAGES, timeout=20_000)
    assert "into memory" in session.survey.aside()


def test_edits_while_many_read_leave_no_old_fact(session: Session, qtbot: QtBot) -> None:
    session.survey.start(fast=True)
    for number in range(40):
        qtbot.waitUntil(lambda n=number: known(session) > n * 300, timeout=20_000)
        session.write(number * 500 * PAGESIZE, bytes(2 * PAGESIZE))
    qtbot.waitUntil(lambda: known(session) == PAGES, timeout=20_000)
    facts = session.facts
    assert facts is not None
    edited = [facts.page(number * 500 + more) for number in range(40) for more in (0, 1)]
    assert {fact.cls.name for fact in edited if fact is not None} == {"ZERO"}
    assert len(edited) == 80

"""Evict, load and flush as wishes: what is said, and what is written down of them."""

from __future__ import annotations

import mmap
import os
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from bytescope.core.ranges import PAGESIZE, ByteRange
from bytescope.core.touched.acts import Medium, medium
from bytescope.core.touched.pagecache import cache_facts
from bytescope.core.touched.told import Told
from bytescope.core.touched.touch import Touch
from bytescope.session.session import Session
from bytescope.session.states.page_acts import acts_of
from bytescope.session.states.sources import attach
from bytescope.session.states.touches import HERE, touches_of
from bytescope.session.workspace import Workspace

pytestmark = pytest.mark.page_cache

PAGES = 64
TURNS = 20
"""How often a page is made dirty anew where the system writes it back before anything can be asked."""

HALF = ByteRange(0, 32 * PAGESIZE)


@pytest.fixture
def workspace(qtbot: QtBot) -> Iterator[Workspace]:
    made = Workspace(None)
    yield made
    made.shut_down(30)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "data.bin"
    file.write_bytes(os.urandom(PAGES * PAGESIZE))
    return file


@pytest.fixture
def session(workspace: Workspace, path: Path) -> Session:
    """A file whose pages are all in memory and clean."""
    made = workspace.open_now(str(path))
    file = made.file
    assert file is not None
    os.fsync(file.fd)
    if medium(file.fd) is Medium.MEMORY or cache_facts(file, HALF).told is not Told.YES:
        pytest.skip("temporary files lie in memory, or this kernel has no cachestat")
    if mmap.PAGESIZE != PAGESIZE:
        pytest.skip("this system has larger pages")
    os.posix_fadvise(file.fd, 0, 0, os.POSIX_FADV_DONTNEED)
    os.posix_fadvise(file.fd, 0, 0, os.POSIX_FADV_RANDOM)  # no large folios over the border of the range
    for page in range(PAGES):
        os.pread(file.fd, 1, page * PAGESIZE)
    attach(made)
    return made


def held(session: Session) -> int:
    assert session.file is not None
    counts = cache_facts(session.file, ByteRange(0, session.size)).counts
    assert counts is not None
    return counts.cached


def test_evicted_pages_are_gone_said_and_written_down(session: Session, qtbot: QtBot) -> None:
    with qtbot.waitSignal(session.told, timeout=30_000) as told, qtbot.waitSignal(session.layers.stirred):
        acts_of(session).evict(HALF)
    assert told.args == ["info", "32 pages left memory; none is there now."]
    assert held(session) == 32
    (touched,) = touches_of(session).log
    assert (touched.kind, list(touched.pages), touched.who) == (Touch.EVICTED, [HALF.pages], HERE)


def test_loaded_pages_are_there_said_and_written_down(session: Session, qtbot: QtBot) -> None:
    with qtbot.waitSignal(session.told, timeout=30_000):
        acts_of(session).evict(HALF)
    with qtbot.waitSignal(session.told, timeout=30_000) as told:
        acts_of(session).load(HALF)
    assert told.args == ["info", "32 pages were read into memory."]
    assert held(session) == 64
    assert [touched.kind for touched in touches_of(session).log] == [Touch.EVICTED, Touch.RESIDENT]


def test_pages_that_are_not_on_the_disk_stay_and_flush_first_is_offered(
    session: Session, path: Path, qtbot: QtBot
) -> None:
    asked, said = QSignalSpy(session.asked), QSignalSpy(session.told)
    for turn in range(1, TURNS + 1):
        with path.open("r+b") as file:
            file.write(b"new")
        acts_of(session).evict(HALF)
        qtbot.waitUntil(partial(_both, asked, said, turn), timeout=30_000)
        if asked.count():  # else the system was quicker, and has written the page by itself
            break
        path.read_bytes()
    sentence, verb, again = asked.at(0)
    assert (verb, sentence.split(":")[0]) == ("Flush and Evict", "31 of 32 pages left memory; 1 stayed")
    with qtbot.waitSignal(session.told, timeout=30_000):
        again()
    assert held(session) == 32


def _both(asked: QSignalSpy, said: QSignalSpy, count: int) -> bool:
    return asked.count() + said.count() == count


def test_flush_waits_for_the_disk(session: Session, path: Path, qtbot: QtBot) -> None:
    for _ in range(TURNS):
        with path.open("r+b") as file:
            file.write(b"new")
        with qtbot.waitSignal(session.told, timeout=30_000) as told:
            acts_of(session).flush(HALF)
        if told.args[1].startswith("1 page"):  # else the system was quicker
            break
    assert told.args == ["info", "1 page was written to the disk, with the rest of the file."]


def test_where_the_file_ends_before_it_is_said(session: Session, qtbot: QtBot) -> None:
    session.resize(session.size + PAGESIZE)
    with qtbot.waitSignal(session.told) as told:
        acts_of(session).load(ByteRange(PAGES * PAGESIZE, (PAGES + 1) * PAGESIZE))
    assert told.args == ["info", "The file has no bytes there yet; save first."]


def test_pages_that_edits_moved_are_not_those_of_the_file(session: Session, qtbot: QtBot) -> None:
    session.insert(8 * PAGESIZE, b"x")
    with qtbot.waitSignal(session.told) as told:
        acts_of(session).evict(HALF)
    assert told.args[1].startswith("Edits have moved some of these pages")
    assert held(session) == 64
    with qtbot.waitSignal(session.told, timeout=30_000) as told:
        acts_of(session).evict(ByteRange(0, 8 * PAGESIZE))
    assert told.args == ["info", "8 pages left memory; none is there now."]


def test_memory_has_no_pages_to_evict(workspace: Workspace) -> None:
    session = workspace.new_memory(PAGESIZE)
    acts_of(session).evict(ByteRange(0, PAGESIZE))
    assert not workspace.jobs.busy

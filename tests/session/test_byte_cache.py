"""The byte cache: what is in memory at once, file bytes by a job, edits without dropping anything."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from bytescope.core.document.document import Document
from bytescope.core.document.patterns import Repeat
from bytescope.core.ranges import ByteRange
from bytescope.core.source.memory import MemorySource
from bytescope.core.source.opening import open_file
from bytescope.core.ticket import Ticket
from bytescope.session.byte_cache import BLOCK, ByteCache
from bytescope.session.jobs import Jobs


@pytest.fixture
def jobs(qtbot: QtBot) -> Iterator[Jobs]:
    made = Jobs()
    yield made
    made.close()


@pytest.fixture
def content() -> bytes:
    return bytes((i * 7 + i // 256) % 251 for i in range(5 * BLOCK + 123))


@pytest.fixture
def document(tmp_path: Path, content: bytes) -> Iterator[Document]:
    path = tmp_path / "f"
    path.write_bytes(content)
    source = open_file(str(path))
    yield Document(source)
    source.close()


def test_file_bytes_come_only_by_asking(jobs: Jobs, document: Document, content: bytes, qtbot: QtBot) -> None:
    cache = ByteCache(jobs)
    cache.snapshot = document.snapshot()
    wanted = ByteRange(BLOCK - 10, BLOCK + 10)
    assert cache.get(wanted.start, wanted.length) is None
    with qtbot.waitSignal(cache.arrived):
        cache.ask(wanted)
    got = cache.get(wanted.start, wanted.length)
    assert got is not None
    assert got.data == content[wanted.start : wanted.end]


def test_edits_show_at_once_and_keep_what_was_fetched(
    jobs: Jobs, document: Document, content: bytes, qtbot: QtBot
) -> None:
    cache = ByteCache(jobs)
    cache.snapshot = document.snapshot()
    with qtbot.waitSignal(cache.arrived):
        cache.ask(ByteRange(0, 64))
    document.write(3, b"typed")
    document.insert(20, b"new")
    document.fill(ByteRange(40, 50), Repeat(b"\xaa"))
    cache.snapshot = document.snapshot()
    model = bytearray(content)
    model[3:8] = b"typed"
    model[20:20] = b"new"
    model[40:50] = b"\xaa" * 10
    got = cache.get(0, 64)
    assert got is not None
    assert got.data == bytes(model[:64])


def test_what_is_asked_twice_is_fetched_once(jobs: Jobs, document: Document, qtbot: QtBot) -> None:
    cache = ByteCache(jobs)
    cache.snapshot = document.snapshot()
    came: list[None] = []
    cache.arrived.connect(lambda: came.append(None))
    for _ in range(20):
        cache.ask(ByteRange(0, 100))
    qtbot.waitUntil(lambda: not jobs.busy)
    assert len(came) == 1


def test_forgetting_a_source_reads_its_new_bytes(
    jobs: Jobs, document: Document, content: bytes, tmp_path: Path, qtbot: QtBot
) -> None:
    cache = ByteCache(jobs)
    cache.snapshot = document.snapshot()
    with qtbot.waitSignal(cache.arrived):
        cache.ask(ByteRange(0, 16))
    with (tmp_path / "f").open("r+b") as file:
        file.write(b"OUTSIDE")
    cache.refetch(document.base, ByteRange(0, 16))
    with qtbot.waitSignal(cache.arrived):
        pass
    got = cache.get(0, 8)
    assert got is not None
    assert got.data == b"OUTSIDE" + content[7:8]
    cache.forget(document.base)
    assert cache.get(0, 8) is None


def test_what_was_read_before_it_was_forgotten_does_not_come_back(jobs: Jobs, document: Document) -> None:
    cache = ByteCache(jobs)
    cache.snapshot = document.snapshot()
    read = cache._fetch(list(cache._keys(ByteRange(0, 16))), cache._epoch, Ticket())
    cache.forget()  # between the reading and the telling
    cache._on_fetched(read)
    assert cache.get(0, 8) is None


def test_beyond_the_end_there_is_nothing(jobs: Jobs) -> None:
    cache = ByteCache(jobs)
    cache.snapshot = Document(MemorySource(b"abc")).snapshot()
    got = cache.get(2, 100)
    assert got is not None
    assert got.data == b"c"


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.integers(0, 6 * BLOCK), st.integers(0, 3 * BLOCK))
def test_any_range_is_the_slice_of_the_file(
    jobs: Jobs, document: Document, content: bytes, qtbot: QtBot, start: int, length: int
) -> None:
    cache = ByteCache(jobs)
    cache.snapshot = document.snapshot()
    cache.ask(ByteRange.of(start, length))
    qtbot.waitUntil(lambda: not jobs.busy)
    got = cache.get(start, length)
    assert got is not None
    assert got.data == content[start : start + length]

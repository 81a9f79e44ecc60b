"""Pages in the table of a program that touched known ones."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bytescope.core.errors import RefusedError
from bytescope.core.ranges import PAGESIZE, PageRange, page_count
from bytescope.core.touched import page_tables, pagemap
from bytescope.core.touched.page_tables import mapped_pages, pages_of
from bytescope.core.touched.processes import ProcessGoneError, file_name, holder
from bytescope.core.touched.state_runs import StateRuns
from helpers.toucher import Toucher

PAGES = 4096
AROUND = 16
"""Pages that the kernel maps around one that is read, where it has them in memory (fault-around)."""

pytestmark = pytest.mark.skipif(os.sysconf("SC_PAGESIZE") != PAGESIZE, reason="other pages than 4 KiB")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """In memory as a whole, so that fault-around is at its widest, and in folios of a page each."""
    path = tmp_path / "file"
    with path.open("wb", buffering=0) as file:
        for page in reversed(range(PAGES)):
            os.pwrite(file.fileno(), bytes(PAGESIZE), page * PAGESIZE)
    return path


def pages_in_table(
    path: Path, toucher: Toucher, *, by_entries: bool, window_start: int = 0
) -> list[PageRange]:
    fd = os.open(path, os.O_RDONLY)
    mapped = holder(toucher.pid, file_name(fd, bytes(path))).mapped
    os.close(fd)
    size = path.stat().st_size - window_start
    runs = mapped_pages(toucher.pid, mapped, size, window_start, by_entries=by_entries)
    assert runs.exact
    return list(runs.runs())


@pytest.fixture(params=[False, True], ids=["scan", "entries"])
def by_entries(request: pytest.FixtureRequest, path: Path) -> bool:
    if not request.param:
        fd = os.open("/proc/self/pagemap", os.O_RDONLY)
        try:
            pagemap.scan(fd, 0, PAGESIZE, pagemap.PRESENT)
        except OSError as error:
            pytest.skip(f"this kernel has no PAGEMAP_SCAN: {error}")
        finally:
            os.close(fd)
    return bool(request.param)


def test_stores_are_exact_and_loads_bring_their_neighbours(path: Path, by_entries: bool) -> None:
    with Toucher(path) as toucher:
        toucher.do("map shared")
        assert pages_in_table(path, toucher, by_entries=by_entries) == []
        toucher.do("store 1000", "store 1002", "load 107")
        found = pages_in_table(path, toucher, by_entries=by_entries)
    assert found == [PageRange(96, 96 + AROUND), PageRange(1000, 1001), PageRange(1002, 1003)]


def test_a_large_folio_is_mapped_as_a_whole(path: Path, by_entries: bool) -> None:
    """What a mark then says: the page touched is among these, not that each was."""
    path.write_bytes(bytes(PAGES * PAGESIZE))
    with Toucher(path) as toucher:
        toucher.do("map shared", "store 700")
        found = pages_in_table(path, toucher, by_entries=by_entries)
    assert any(700 in run for run in found)
    assert all(run.first >= 512 and run.end <= 1024 for run in found)


def test_reads_and_writes_by_calls_map_nothing(path: Path, by_entries: bool) -> None:
    with Toucher(path) as toucher:
        toucher.do("map shared", "pread 7", "pwrite 9")
        assert pages_in_table(path, toucher, by_entries=by_entries) == []


def test_a_mapping_from_the_middle_has_file_pages(path: Path, by_entries: bool) -> None:
    with Toucher(path) as toucher:
        toucher.do(f"map shared {512 * PAGESIZE} {64 * PAGESIZE}", "store 512", "store 575")
        found = pages_in_table(path, toucher, by_entries=by_entries)
        assert found == [PageRange(512, 513), PageRange(575, 576)]
        # A window of the file that begins inside a page sees both of the pages that the store's page covers.
        start = 500 * PAGESIZE + 100
        found = pages_in_table(path, toucher, by_entries=by_entries, window_start=start)
        assert found == [PageRange(11, 13), PageRange(74, 76)]


def test_the_private_copy_of_a_page_is_not_the_files(path: Path, by_entries: bool) -> None:
    with Toucher(path) as toucher:
        toucher.do("map private", "load 200")
        before = pages_in_table(path, toucher, by_entries=by_entries)
        toucher.do("store 200")
        after = pages_in_table(path, toucher, by_entries=by_entries)
    assert before == [PageRange(192, 208)]
    assert after == [PageRange(192, 200), PageRange(201, 208)]


def test_unmapping_clears(path: Path, by_entries: bool) -> None:
    with Toucher(path) as toucher:
        toucher.do("map shared", "store 1")
        assert pages_in_table(path, toucher, by_entries=by_entries)
        toucher.do("unmap")
        assert pages_in_table(path, toucher, by_entries=by_entries) == []


def test_a_process_that_ended_between_two_looks(path: Path) -> None:
    with Toucher(path) as toucher:
        toucher.do("map shared")
        fd = os.open(path, os.O_RDONLY)
        mapped = holder(toucher.pid, file_name(fd, bytes(path))).mapped
        os.close(fd)
        toucher.end()
        with pytest.raises(ProcessGoneError, match="has ended"):
            mapped_pages(toucher.pid, mapped, PAGES * PAGESIZE)


def test_an_old_kernel_is_asked_the_old_way(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_such_call(*_: object, **__: object) -> None:
        raise OSError(errno.ENOTTY, "no such call")

    monkeypatch.setattr(page_tables, "scan", no_such_call)
    with Toucher(path) as toucher:
        toucher.do("map shared", "store 3")
        assert pages_in_table(path, toucher, by_entries=False) == [PageRange(3, 4)]


@pytest.mark.needs_root
def test_another_users_table_is_not_permitted(path: Path) -> None:
    path.chmod(0o666)
    with Toucher(path) as toucher:
        toucher.do("map shared")
        child = os.fork()
        if not child:
            status = 1
            try:
                os.setuid(65534)
                mapped_pages(toucher.pid, (), 0)
            except RefusedError as error:
                status = 0 if str(error).startswith("Not permitted: the pages of process") else 2
            finally:
                os._exit(status)
        assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


RUNS = st.lists(st.tuples(st.integers(0, 60), st.integers(1, 9)), max_size=8)


@given(RUNS, st.integers(0, 20 * PAGESIZE), st.integers(0, 40 * PAGESIZE))
def test_bytes_become_the_pages_that_they_touch(
    runs: list[tuple[int, int]], window_start: int, size: int
) -> None:
    firsts = np.array([first * PAGESIZE for first, _ in runs], np.int64)
    ends = np.array([(first + count) * PAGESIZE for first, count in runs], np.int64)
    found = StateRuns.of(pages_of(firsts, ends, size, window_start))
    wanted = set()
    for page in range(page_count(size)):
        start = window_start + page * PAGESIZE
        stop = min(start + PAGESIZE, window_start + size)
        if any(a < start + PAGESIZE and start < b for a, b in zip(firsts.tolist(), ends.tolist())):
            wanted.add(page)
        assert stop > start
    assert {p for run in found.runs() for p in range(run.first, run.end)} == wanted

"""Pages that are evicted, loaded and flushed on wish, counted by the kernel itself."""

from __future__ import annotations

import mmap
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from bytescope.core.errors import Cancelled, RefusedError
from bytescope.core.ranges import PAGESIZE, ByteRange
from bytescope.core.source.access import Access
from bytescope.core.source.file import FileSource
from bytescope.core.source.opening import create_file, open_file
from bytescope.core.ticket import Ticket
from bytescope.core.touched import acts
from bytescope.core.touched.acts import Acted, Counts, evict, flush, load
from bytescope.core.touched.pagecache import cache_facts
from bytescope.core.touched.told import Told

pytestmark = pytest.mark.page_cache

PAGES = 400
SIZE = PAGES * PAGESIZE


def held(source: FileSource, first: int = 0, count: int = PAGES) -> int:
    counts = cache_facts(source, ByteRange.of(first * PAGESIZE, count * PAGESIZE)).counts
    assert counts is not None
    return counts.cached


@pytest.fixture
def source(tmp_path: Path) -> Iterator[FileSource]:
    """A file on a disk whose pages are all in memory, clean, in folios of one page."""
    path = tmp_path / "data"
    path.write_bytes(os.urandom(SIZE))
    made = open_file(str(path))
    os.fsync(made.fd)
    if (
        acts.medium(made.fd) is acts.Medium.MEMORY
        or cache_facts(made, ByteRange(0, SIZE)).told is not Told.YES
    ):
        pytest.skip("temporary files lie in memory, or this kernel has no cachestat")
    if mmap.PAGESIZE != PAGESIZE:
        pytest.skip("this system has larger pages")
    os.posix_fadvise(made.fd, 0, 0, os.POSIX_FADV_DONTNEED)
    os.posix_fadvise(made.fd, 0, 0, os.POSIX_FADV_RANDOM)
    for _ in range(5):  # another program may have the caches dropped
        for page in range(PAGES):
            os.pread(made.fd, 1, page * PAGESIZE)
        if held(made) == PAGES:
            break
    assert held(made) == PAGES
    yield made
    made.close()


def test_evicted_pages_leave_memory_and_the_others_stay(source: FileSource) -> None:
    done = evict(source, ByteRange(100 * PAGESIZE + 5, 200 * PAGESIZE), Ticket())
    assert done == Acted("evict", 100, Told.YES, Counts(100, 0, 0), Counts(0, 0, 0))
    assert done.sentence() == "100 pages left memory; none is there now."
    assert held(source, 100, 100) == 0
    assert held(source) == PAGES - 100
    assert evict(source, ByteRange(100 * PAGESIZE, 200 * PAGESIZE), Ticket()).sentence() == (
        "None of 100 pages was in memory."
    )


def test_the_short_last_page_is_evicted_too(tmp_path: Path, source: FileSource) -> None:
    path = tmp_path / "short"
    path.write_bytes(b"x" * 5000)
    short = open_file(str(path))
    assert evict(short, ByteRange(0, 5000), Ticket(), flush_first=True).after == Counts(0, 0, 0)
    short.close()


def test_a_page_of_a_window_is_evicted_whole(tmp_path: Path, source: FileSource) -> None:
    window = open_file(source.path, Access.READ, 10 * PAGESIZE + 100, 20 * PAGESIZE)
    evict(window, ByteRange(0, PAGESIZE), Ticket())
    window.close()
    assert held(source, 10, 2) == 0
    assert held(source) == PAGES - 2


def test_pages_that_are_mapped_stay_and_it_is_said(source: FileSource) -> None:
    """Another program has a page in use: the kernel keeps that one."""
    code = (
        "import mmap, sys\n"
        "file = open(sys.argv[1], 'rb')\n"
        "pages = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)\n"
        "pages.madvise(mmap.MADV_RANDOM)\n"
        "print(sum(pages[page * 4096] for page in range(50, 58)), flush=True)\n"
        "sys.stdin.read()\n"
    )
    command = [sys.executable, "-c", code, os.fsdecode(source.path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        assert other.stdout is not None
        other.stdout.readline()
        done = evict(source, ByteRange(0, SIZE), Ticket())
        other.communicate()
    assert done.after is not None
    assert 8 <= done.after.resident <= 32  # the kernel maps some around those that are touched
    stayed = done.after.resident
    assert done.sentence() == (
        f"{PAGES - stayed} of 400 pages left memory; {stayed} stayed: "
        f"{stayed} are in use by a program or part of a larger block of the page cache."
    )


def test_flushed_first_even_dirty_pages_leave(source: FileSource) -> None:
    descriptor = os.open(source.path, os.O_RDWR)
    os.pwrite(descriptor, b"new", 7 * PAGESIZE)
    os.close(descriptor)
    done = evict(source, ByteRange(0, 10 * PAGESIZE), Ticket(), flush_first=True)
    assert done.before is not None
    assert done.before.dirty == 1
    assert done.after == Counts(0, 0, 0)


def test_what_stayed_dirty_is_told_apart() -> None:
    done = Acted("evict", 400, Told.YES, Counts(400, 80, 0), Counts(88, 79, 1))
    assert done.sentence() == (
        "312 of 400 pages left memory; 88 stayed: 80 are not on the disk yet (flush first); "
        "8 are in use by a program or part of a larger block of the page cache."
    )


def test_loaded_pages_are_in_memory_and_holes_are_not(tmp_path: Path, source: FileSource) -> None:
    path = tmp_path / "holes"
    create_file(str(path), 64 * PAGESIZE)
    with path.open("r+b") as file:
        os.pwrite(file.fileno(), os.urandom(8 * PAGESIZE), 16 * PAGESIZE)
        os.fsync(file.fileno())
    sparse = open_file(str(path))
    evict(sparse, ByteRange(0, 64 * PAGESIZE), Ticket())
    done = load(sparse, ByteRange(0, 64 * PAGESIZE), Ticket())
    assert done == Acted("load", 64, Told.YES, Counts(0, 0, 0), Counts(8, 0, 0), 56)
    assert done.sentence() == (
        "8 pages were read into memory; 56 are holes, of which there is nothing to read."
    )
    assert sparse.cached(16 * PAGESIZE, 8 * PAGESIZE)
    sparse.close()


def test_what_could_not_be_read_is_told(source: FileSource) -> None:
    os.truncate(source.path, SIZE - 3 * PAGESIZE)
    done = load(source, ByteRange(SIZE - 5 * PAGESIZE, SIZE), Ticket())
    assert done.lost == 3 * PAGESIZE
    assert done.sentence().endswith("; 2 were there before; 12 KiB could not be read.")


def test_no_more_is_loaded_than_memory_can_take(source: FileSource, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(acts, "_available", lambda: 2 << 20)
    with pytest.raises(RefusedError, match=r"2.*MiB are available; select 1.*MiB or less\.$"):
        load(source, ByteRange(0, SIZE), Ticket())
    assert acts._available() > 0


def test_a_flush_brings_all_to_the_disk(source: FileSource) -> None:
    descriptor = os.open(source.path, os.O_RDWR)
    for page in (3, 4, 300):
        os.pwrite(descriptor, b"new", page * PAGESIZE)
    os.close(descriptor)
    done = flush(source, ByteRange(0, 10 * PAGESIZE), Ticket())
    assert done == Acted("flush", 10, Told.YES, Counts(10, 2, 0), Counts(10, 0, 0))
    assert done.sentence() == "2 pages were written to the disk, with the rest of the file."
    counts = cache_facts(source, ByteRange(0, SIZE)).counts
    assert counts is not None
    assert counts.dirty == 0
    again = flush(source, ByteRange(0, 10 * PAGESIZE), Ticket()).sentence()
    assert again == "Nothing of 10 pages was waiting for the disk; the rest of the file was flushed."


def test_acts_can_be_stopped(source: FileSource) -> None:
    ticket = Ticket()
    ticket.cancelled = True
    left = []
    for act in (evict, load, flush):
        with pytest.raises(Cancelled):
            act(source, ByteRange(0, SIZE), ticket)
        left.append(held(source))
    assert left == [0, acts.LOAD_STEP // PAGESIZE, acts.LOAD_STEP // PAGESIZE]  # the first step was done


def test_a_closed_file_is_refused(source: FileSource) -> None:
    source.close()
    with pytest.raises(RefusedError, match="was closed; open it again"):
        evict(source, ByteRange(0, SIZE), Ticket())


def test_nothing_can_be_evicted_where_there_is_only_memory() -> None:
    path = Path("/dev/shm") / f"bytescope-{os.getpid()}"
    try:
        path.write_bytes(b"x")
    except OSError:
        pytest.skip("no file system in memory")
    try:
        source = open_file(str(path))
        if acts.medium(source.fd) is not acts.Medium.MEMORY:
            pytest.skip("/dev/shm is on a disk")
        with pytest.raises(RefusedError, match="only files on a disk can be"):
            evict(source, ByteRange(0, 1), Ticket())
        source.close()
    finally:
        path.unlink()


def test_an_act_whose_effect_is_not_told_says_so() -> None:
    assert Acted("evict", 3, Told.NOT_PERMITTED).sentence() == (
        "The kernel was asked to evict 3 pages; how many it did is not told (not permitted)."
    )

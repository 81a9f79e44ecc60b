"""Our answers about the page cache beside those of fincore and vmtouch, and of a program that stores."""

from __future__ import annotations

import mmap
import os
import random
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from bytescope.core.ranges import PAGESIZE, ByteRange, PageRange
from bytescope.core.source.file import FileSource
from bytescope.core.source.opening import open_file
from bytescope.core.ticket import Ticket
from bytescope.core.touched import acts
from bytescope.core.touched.layers import Layer
from bytescope.core.touched.residency import look
from bytescope.core.touched.told import Told

pytestmark = pytest.mark.page_cache

PAGES = 4096
ALL = PageRange(0, PAGES)
HELD = [*sorted(random.Random(7).sample(range(PAGES - 1), 150)), PAGES - 1]

WRITER = """
import mmap, os, sys
path, how, *pages = sys.argv[1:]
descriptor = os.open(path, os.O_RDWR)
if how == "pwrite":
    for page in pages:
        os.pwrite(descriptor, b"w", int(page) * 4096 + 17)
else:
    with mmap.mmap(descriptor, 0) as view:
        view.madvise(mmap.MADV_RANDOM)
        for page in pages:
            view[int(page) * 4096 + 17] = 119
"""


def tool(name: str, *arguments: str | Path) -> str:
    if shutil.which(name) is None:
        pytest.skip(f"{name} is not installed")
    return subprocess.run([name, *map(str, arguments)], capture_output=True, text=True, check=True).stdout


def write(path: Path, how: str, *pages: int) -> None:
    """In a program of its own."""
    subprocess.run([sys.executable, "-c", WRITER, str(path), how, *map(str, pages)], check=True)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """16 MiB on a disk of which nothing is in memory."""
    path = tmp_path / "data"
    with path.open("wb") as file:
        for _ in range(16):
            file.write(os.urandom(PAGES * PAGESIZE // 16))
        os.fsync(file.fileno())
        os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
    return path


@pytest.fixture
def source(path: Path) -> Iterator[FileSource]:
    made = open_file(str(path))
    state = look(made, ALL).states[Layer.DIRTY]
    if state.told is not Told.YES or mmap.PAGESIZE != PAGESIZE:
        pytest.skip(f"pages of 4 KiB on a disk are needed; their state is {state.told.value} here")
    yield made
    made.close()


def pages_of(source: FileSource, layer: Layer) -> list[int]:
    runs = look(source, ALL).states[layer].runs
    assert runs is not None
    assert runs.exact
    return [page for run in runs.runs() for page in range(run.first, run.end)]


def bring_in(source: FileSource, pages: list[int]) -> None:
    os.posix_fadvise(source.fd, 0, 0, os.POSIX_FADV_RANDOM)
    for page in pages:
        os.pread(source.fd, 1, page * PAGESIZE)


def test_fincore_counts_the_same_pages(path: Path, source: FileSource) -> None:
    bring_in(source, HELD)
    pages, size = tool("fincore", "-b", "-n", "-r", "-o", "PAGES,RES", path).split()
    mine = look(source, ALL).states[Layer.RESIDENT].runs
    assert mine is not None
    assert (mine.pages, mine.pages * PAGESIZE) == (int(pages), int(size))
    assert int(pages) == len(HELD)


def resident_by_vmtouch(path: Path, *arguments: str) -> int:
    found = re.search(r"Resident Pages: (\d+)/", tool("vmtouch", *arguments, path))
    assert found is not None
    return int(found[1])


def test_vmtouch_finds_the_same_pages_in_each_part(path: Path, source: FileSource) -> None:
    bring_in(source, HELD)
    assert resident_by_vmtouch(path) == len(HELD)
    mine = look(source, ALL).states[Layer.RESIDENT].runs
    assert mine is not None
    step = PAGES // 8
    counts = mine.per_cell(9, range(8)).tolist()
    for number, count in enumerate(counts):
        part = f"{number * step * PAGESIZE}-{(number + 1) * step * PAGESIZE}"
        assert resident_by_vmtouch(path, "-p", part) == count
    assert mine.runs().firsts.tolist()[0] == HELD[0]


def test_what_vmtouch_loads_and_evicts_we_see(path: Path, source: FileSource) -> None:
    tool("vmtouch", "-q", "-t", "-p", f"{100 * PAGESIZE}-{164 * PAGESIZE}", path)
    wanted = set(range(100, 164))
    assert wanted <= set(pages_of(source, Layer.RESIDENT))
    tool("vmtouch", "-q", "-e", path)
    # Others may stay: what is being read ahead behind them is locked, and so not evicted.
    assert not wanted & set(pages_of(source, Layer.RESIDENT))


def test_what_we_load_and_evict_fincore_sees(path: Path, source: FileSource) -> None:
    def by_fincore() -> int:
        return int(tool("fincore", "-n", "-r", "-o", "PAGES", path))

    acts.load(source, ByteRange(0, PAGES * PAGESIZE), Ticket())
    assert by_fincore() == PAGES
    acts.evict(source, ByteRange(1024 * PAGESIZE, 2048 * PAGESIZE), Ticket())
    assert by_fincore() == look(source, ALL).states[Layer.RESIDENT].runs.pages
    assert by_fincore() < PAGES


@pytest.mark.parametrize("how", ["pwrite", "mmap"])
def test_another_program_stores_to_cold_pages(path: Path, source: FileSource, how: str) -> None:
    """Pages that were not in memory come in alone: exactly those are dirty."""
    written = [10, 20, 21, 4000]
    bring_in(source, written)
    assert pages_of(source, Layer.DIRTY) == []
    write(path, how, *written)
    assert pages_of(source, Layer.DIRTY) == written
    os.fsync(source.fd)
    assert pages_of(source, Layer.DIRTY) == []


@pytest.mark.parametrize("how", ["pwrite", "mmap"])
def test_one_byte_in_a_large_folio_makes_all_of_it_dirty(path: Path, source: FileSource, how: str) -> None:
    """After reading in order the page cache has folios of many pages; it knows no finer."""
    with path.open("rb") as file:
        while file.read(1 << 20):
            pass
    write(path, how, 3000)
    dirty = pages_of(source, Layer.DIRTY)
    assert 3000 in dirty
    size = len(dirty)
    assert size & (size - 1) == 0  # a folio has a power of two of pages,
    assert dirty == list(range(dirty[0], dirty[0] + size))
    assert dirty[0] % size == 0  # and lies at a multiple of that
    assert size <= 512


RECLAIM = """
import mmap, os, sys
first, count = int(sys.argv[2]), int(sys.argv[3])
descriptor = os.open(sys.argv[1], os.O_RDWR)
with mmap.mmap(descriptor, 0, access=mmap.ACCESS_READ) as view:
    view.madvise(mmap.MADV_RANDOM)
    for page in range(first, first + count):
        view[page * 4096]
    view.madvise(getattr(mmap, "MADV_PAGEOUT", 21), first * 4096, count * 4096)
"""


def test_pages_that_the_system_took_back_are_told_as_evicted_lately(path: Path, source: FileSource) -> None:
    """Unlike posix_fadvise, reclaiming leaves a trace of each page behind."""
    command = [sys.executable, "-c", RECLAIM, str(path), "500", "40"]
    if subprocess.run(command, capture_output=True).returncode:
        pytest.skip("this kernel takes no pages back on demand")
    evicted, resident = pages_of(source, Layer.EVICTED), pages_of(source, Layer.RESIDENT)
    if not evicted and set(range(500, 540)) <= set(resident):
        pytest.skip("this kernel took nothing back")
    assert set(range(500, 540)) <= set(evicted) | set(resident)
    assert len(set(range(500, 540)) & set(evicted)) > 20
    assert not set(evicted) & set(resident)
    os.pread(source.fd, 1, evicted[0] * PAGESIZE)
    assert evicted[0] not in pages_of(source, Layer.EVICTED)


def test_pages_on_their_way_to_the_disk_are_told(path: Path, source: FileSource) -> None:
    """All are dirty, being written or done, and none is two of these."""
    descriptor = os.open(path, os.O_RDWR)
    seen = 0
    for _ in range(20):
        os.pwrite(descriptor, bytes(PAGES * PAGESIZE), 0)
        os.posix_fadvise(descriptor, 0, 0, os.POSIX_FADV_DONTNEED)  # begins to write, and does not wait
        states = look(source, ALL).states
        writing, dirty = states[Layer.WRITING].runs, states[Layer.DIRTY].runs
        assert writing is not None
        assert dirty is not None
        seen = writing.pages
        if seen:
            break
    os.close(descriptor)
    if not seen:
        pytest.skip("this disk is done before one can look")
    assert writing.runs().common(dirty.runs()).pages == 0
    assert seen + dirty.pages <= PAGES
    os.fsync(source.fd)
    after = look(source, ALL).states
    assert not after[Layer.WRITING].runs
    assert not after[Layer.DIRTY].runs

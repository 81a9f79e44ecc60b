"""Looking leaves the page cache as it is: what was cached stays, what was not is not; by cachestat itself."""

from __future__ import annotations

import errno
import os
import random
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from bytescope.core.document.document import Document
from bytescope.core.pages import kernels, twin
from bytescope.core.pages.examine import examine
from bytescope.core.pages.facts import FactStore
from bytescope.core.pages.survey import SurveyOrder
from bytescope.core.ranges import PageRange, page_count
from bytescope.core.source import guard, residency, scattered
from bytescope.core.source.base import Why
from bytescope.core.source.cachestat import CacheStat, cachestat
from bytescope.core.source.file import FileSource
from bytescope.core.source.opening import open_file
from bytescope.core.source.residency import cached_parts, one_of_each
from bytescope.core.source.scattered_codes import HOLE, READ
from helpers.files import noise_bytes

pytestmark = pytest.mark.page_cache

P = 4096
PAGES = 3000
NOWHERE = PageRange(0, 0)
MKFS = {"ext4": ("mkfs.ext4", "-q", "-F"), "xfs": ("mkfs.xfs", "-q", "-f"), "btrfs": ("mkfs.btrfs", "-q")}


@pytest.fixture(scope="session", autouse=True)
def loops() -> None:
    """The fast ways of reading, as in the window."""
    scattered.warm()
    guard.install()


@pytest.fixture(params=["here", "tmpfs", *MKFS])
def folder(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Path]:
    """A folder on each kind of file system that can be had."""
    kind = request.param
    if kind == "here":
        yield tmp_path
        return
    place = tmp_path / "disk"
    place.mkdir()
    if os.geteuid():
        pytest.skip("only root may mount")
    command = ["mount", "-t", "tmpfs", "none", str(place)]
    if kind in MKFS:
        if not shutil.which(MKFS[kind][0]):
            pytest.skip(f"{MKFS[kind][0]} is not installed")
        image = tmp_path / "image"
        with image.open("wb") as file:
            file.truncate(320 << 20)
        made = subprocess.run([*MKFS[kind], str(image)], capture_output=True, check=False)
        if made.returncode:
            pytest.skip(f"no {kind} can be made here")
        command = ["mount", "-o", "loop", str(image), str(place)]
    if subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip(f"{kind} cannot be mounted here")
    yield place
    subprocess.run(["umount", "-l", str(place)], check=False)


@pytest.fixture
def source(folder: Path) -> Iterator[FileSource]:
    """A file of which nothing is cached, but for what the file system itself holds."""
    path = folder / "file"
    path.write_bytes(noise_bytes(PAGES * P - 77))
    made = open_file(bytes(path))
    os.fsync(made.fd)
    os.posix_fadvise(made.fd, 0, 0, os.POSIX_FADV_DONTNEED)
    try:
        cachestat(made.fd, 0, P)
    except OSError as error:
        pytest.skip(f"cachestat does not tell here: {error}")
    yield made
    made.close()


def cached(source: FileSource) -> list[int]:
    """The pages that are in the cache, each asked for by itself."""
    return [page for page in range(PAGES) if cachestat(source.fd, page * P, 1).cached]


def warmed(source: FileSource, pages: list[int]) -> None:
    """Bring in these pages and no others."""
    fd = os.open(source.path, os.O_RDONLY)
    os.posix_fadvise(fd, 0, 0, os.POSIX_FADV_RANDOM)
    for page in pages:
        os.pread(fd, 1, page * P)
    os.close(fd)


def assert_leaves_as_it_was(source: FileSource, before: list[int], act: Callable[[], object]) -> None:
    """``act`` caches nothing more, and what is cached no more was taken by the kernel's own reclaim.

    That may drop pages at any time, and remembers what it dropped; what a program has dropped is forgotten.
    So is a page that reclaim drops while we look: it is read past the cache then. Where that may have been so
    it is all done again: who drops what others had cached does it each time.
    """
    for _ in range(4):
        act()
        now = set(cached(source))
        assert now <= set(before)
        gone = sorted(set(before) - now)
        forgotten = [page for page in gone if not cachestat(source.fd, page * P, 1).evicted]
        if not forgotten:
            break
        warmed(source, before)
    assert forgotten == []


SOME = [*range(300, 420), 700, 702, 1111, *range(2000, 2100), PAGES - 1]


def survey(source: FileSource, measure, *, whole: bool) -> FactStore:
    facts, snapshot = FactStore(page_count(source.size)), Document(source).snapshot()
    order = SurveyOrder(snapshot)
    while units := order.next_units(NOWHERE, facts, 64, whole=whole):
        for unit in units:
            for found in examine(snapshot, unit, measure, patience=99)[0]:
                found.put_into(facts)
    return facts


@pytest.mark.parametrize("warm", [[], SOME], ids=["cold", "partly"])
@pytest.mark.parametrize("whole", [False, True], ids=["samples", "all"])
@pytest.mark.parametrize("measure", [kernels.measure, twin.measure], ids=["mapped", "read"])
def test_a_survey_leaves_the_cache_as_it_was(source: FileSource, warm, whole: bool, measure) -> None:
    warmed(source, warm)
    before = cached(source)

    def act() -> None:
        facts = survey(source, measure, whole=whole)
        assert facts.known == PAGES if whole else 0 < facts.known < PAGES

    assert_leaves_as_it_was(source, before, act)
    assert source.brought_in == (0, True)


def half_read(source: FileSource) -> None:
    """Another program has read the beginning in order and stopped: the kernel marked where to read on."""
    with open(source.path, "rb", buffering=0) as file:
        for _ in range(3):
            file.read(1 << 16)


@pytest.mark.parametrize("whole", [False, True], ids=["samples", "all"])
@pytest.mark.parametrize("measure", [kernels.measure, twin.measure], ids=["mapped", "read"])
def test_what_another_program_began_to_read_is_not_read_on(source: FileSource, whole: bool, measure) -> None:
    half_read(source)
    before = cached(source)
    assert_leaves_as_it_was(source, before, lambda: survey(source, measure, whole=whole))
    assert source.brought_in == (0, True)


def test_scattered_reads_do_not_read_on_either(source: FileSource) -> None:
    half_read(source)
    before = cached(source)
    content = Path(os.fsdecode(source.path)).read_bytes() if len(before) == PAGES else None
    pages = np.array([*before[:500], PAGES - 2], np.int64)

    def act() -> None:
        rows = np.zeros((len(pages), P), np.uint8)
        codes = source.read_scattered(pages * P, rows)
        if codes is None:
            pytest.skip("pages are read one by one here")
        assert (codes == READ).all()
        assert content is None or rows.tobytes() == b"".join(content[at * P : at * P + P] for at in pages)

    assert_leaves_as_it_was(source, before, act)


@pytest.mark.parametrize("dropped", [300, 350, 400, 409, 419, 702, 1111, 2050])
def test_a_page_that_is_dropped_before_it_is_read_comes_back_alone(
    source: FileSource, monkeypatch: pytest.MonkeyPatch, dropped: int
) -> None:
    """The kernel drops pages when it likes: also between the question what is cached and the read."""

    warmed(source, SOME)
    before = cached(source)
    real, times = residency.cached_parts, []

    def told_and_dropped(fd: int, start: int, end: int) -> list[tuple[int, int, bool]]:
        parts = list(real(fd, start, end))
        if start <= dropped * P < end:
            os.posix_fadvise(fd, dropped * P, P, os.POSIX_FADV_DONTNEED)
            times.append(cachestat(fd, dropped * P, P).cached)
        return parts

    monkeypatch.setattr(residency, "cached_parts", told_and_dropped)
    assert_leaves_as_it_was(source, before, lambda: survey(source, twin.measure, whole=True))
    assert times
    assert source.brought_in == (0, True)


def test_what_was_cut_off_is_lost_though_its_page_is_cached(source: FileSource) -> None:
    path = Path(os.fsdecode(source.path))
    warmed(source, [10])
    os.truncate(path, 10 * P + 100)
    buffer = bytearray(b"?" * P)
    lost = source.read_undisturbed(10 * P, memoryview(buffer))
    assert [(item.range.start, item.range.end, item.why) for item in lost] == [
        (10 * P + 100, 11 * P, Why.GONE)
    ]
    assert buffer[:100] == path.read_bytes()[-100:]
    assert not any(buffer[100:])


def test_a_kernel_that_tells_no_more_half_way_costs_no_bytes(source: FileSource, monkeypatch) -> None:
    def refused(fd: int, start: int, end: int) -> bool:
        raise PermissionError(errno.EPERM, "not told")

    warmed(source, [*range(300, 308)])
    monkeypatch.setattr(residency, "all_cached", refused)
    buffer = bytearray(8 * P)
    assert source.read_undisturbed(300 * P, memoryview(buffer)) == ()
    assert buffer == Path(os.fsdecode(source.path)).read_bytes()[300 * P : 308 * P]


@pytest.mark.parametrize("seed", range(4))
def test_reading_anywhere_leaves_the_cache_as_it_was(source: FileSource, seed: int) -> None:
    rng = random.Random(seed)
    content = Path(os.fsdecode(source.path)).read_bytes()
    os.posix_fadvise(source.fd, 0, 0, os.POSIX_FADV_DONTNEED)
    warmed(source, rng.sample(range(PAGES), 40))
    before = cached(source)
    reads = [(rng.randrange(source.size), rng.choice([1, 100, P, 3 * P, 70_000, 1 << 20])) for _ in range(30)]

    def act() -> None:
        for start, asked in reads:
            buffer = bytearray(min(asked, source.size - start))
            assert source.read_undisturbed(start, memoryview(buffer)) == ()
            assert buffer == content[start : start + len(buffer)]

    assert_leaves_as_it_was(source, before, act)


def test_what_stays_is_counted(source: FileSource, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where nothing can be dropped again: the counter says what cachestat says."""
    real = os.posix_fadvise

    def advise(fd: int, start: int, length: int, advice: int) -> None:
        if advice != os.POSIX_FADV_DONTNEED:
            real(fd, start, length, advice)

    before = set(cached(source))
    monkeypatch.setattr(source._manners, "_direct", False)
    monkeypatch.setattr(source._manners, "dontcache", False)
    monkeypatch.setattr(os, "posix_fadvise", advise)
    for start in (0, 50 * P, 52 * P + 1, 900 * P):
        source.read_undisturbed(start, memoryview(bytearray(10 * P)))
    brought, sure = source.brought_in
    assert sure
    assert brought == len(set(cached(source)) - before)
    assert brought in (0, 33)  # none where all of it is in memory, always


def test_it_is_not_sure_where_the_kernel_does_not_tell(
    source: FileSource, monkeypatch: pytest.MonkeyPatch
) -> None:

    def refused(*_args: object) -> None:
        raise PermissionError(1, "not permitted")

    monkeypatch.setattr(residency, "cachestat", refused)
    monkeypatch.setattr(source._manners, "dontcache", False)
    assert source.read_undisturbed(0, memoryview(bytearray(P))) == ()
    assert source.brought_in == (0, False)


def test_parts_are_cached_whole_or_not_at_all(source: FileSource) -> None:
    warmed(source, SOME)
    held = set(cached(source))
    parts = list(cached_parts(source.fd, 5, source.size))
    assert (parts[0][0], parts[-1][1]) == (5, source.size)
    assert all(before[1] == after[0] for before, after in pairwise(parts))
    for start, end, is_cached in parts:
        pages = set(range(start // P, -(-end // P)))
        assert pages <= held if is_cached else not pages & held


@pytest.mark.parametrize("cell", [1, 16, 256, 4096])
def test_one_cached_page_is_found_in_each_cell(source: FileSource, cell: int) -> None:
    warmed(source, SOME)
    held = cached(source)
    found, end = one_of_each(source.fd, 0, source.size, cell * P, time.monotonic() + 60)
    assert end == source.size
    assert [at // P // cell for at in found] == sorted({page // cell for page in held})
    assert {at // P for at in found} <= set(held)


def test_what_is_cached_whole_is_asked_for_but_once(monkeypatch: pytest.MonkeyPatch) -> None:

    asked: list[int] = []

    def everything(_fd: int, position: int, length: int) -> CacheStat:
        asked.append(length)
        return CacheStat(-(-(position + length) // P) - position // P, 0, 0, 0, 0)

    monkeypatch.setattr(residency, "cachestat", everything)
    first, stop = 3 * P, PAGES * P - 77
    found, end = one_of_each(-1, first, stop, 16 * P, time.monotonic() + 60)
    assert (end, asked) == (stop, [stop - first])
    assert [at // P // 16 for at in found] == list(range(-(-PAGES // 16)))
    assert all(at % P == 0 and at >= first for at in found)


def test_a_look_that_takes_too_long_goes_on_where_it_ended(source: FileSource) -> None:
    warmed(source, SOME)
    found: list[int] = []
    at = 0
    while at < source.size:
        more, at = one_of_each(source.fd, at, source.size, 16 * P, 0.0)
        found += more
    assert found == one_of_each(source.fd, 0, source.size, 16 * P, time.monotonic() + 60)[0]


def test_cached_pages_are_known_before_any_other_is_read(source: FileSource) -> None:
    warmed(source, [700, 1111, 2500])
    held = set(cached(source))
    facts, snapshot = FactStore(page_count(source.size)), Document(source).snapshot()
    order = SurveyOrder(snapshot)
    for _ in range(3):  # the walk, the look, the pages
        unit = order.next_units(NOWHERE, facts, 1)[0]
        assert not facts.known
        for found in examine(snapshot, unit, twin.measure, patience=99)[0]:
            found.put_into(facts)
    known = {page for page in range(PAGES) if facts.has(page)}
    assert known <= held
    assert {page // 1024 for page in known} == {page // 1024 for page in held if page != PAGES - 1}


def test_scattered_pages_are_read_as_one_by_one(source: FileSource) -> None:
    os.ftruncate(os.open(source.path, os.O_RDWR), PAGES * P)  # the last page is whole now
    other = open_file(source.path)
    pages = np.array([0, 5, 6, 2999, 1500], np.int64)
    rows = np.zeros((len(pages), P), np.uint8)
    codes = other.read_scattered(pages * P, rows)
    if codes is None:
        pytest.skip("pages are read one by one here")
    taken = pages[codes == READ]
    for row, page in zip(rows, taken.tolist()):
        buffer = bytearray(P)
        other.read_into(page * P, memoryview(buffer))
        assert row.tobytes() == buffer
    assert other.read_scattered(np.array([PAGES * P], np.int64), rows) is None
    other.close()


def test_holes_are_not_read(source: FileSource) -> None:
    path = Path(os.fsdecode(source.path)).with_name("sparse")
    with path.open("wb") as file:
        file.write(b"x" * P)
        file.seek(1 << 20)
        file.write(b"x" * P)
    sparse = open_file(bytes(path))
    rows = np.zeros((4, P), np.uint8)
    codes = sparse.read_scattered(np.array([0, 8 * P, 255 * P, 256 * P], np.int64), rows)
    sparse.close()
    if codes is None:
        pytest.skip("pages are read one by one here")
    assert codes.tolist() == [READ, HOLE, HOLE, READ]
    assert (rows[:2] == ord("x")).all()  # without gaps

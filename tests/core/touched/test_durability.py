"""Stored pages on their way to the medium: seen dirty before a sync and clean after it, on a real file."""

from __future__ import annotations

import errno
import mmap
import os
import random
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator

import pytest

from bytescope.core.ranges import PAGESIZE, ByteRange
from bytescope.core.source.cachestat import CacheStat
from bytescope.core.source.descriptor import Descriptor
from bytescope.core.touched import durability
from bytescope.core.touched.durability import Durability, Stored
from bytescope.core.touched.medium import Medium, medium
from bytescope.core.touched.told import Told

pytestmark = pytest.mark.page_cache

PAGES = 4096
SIZE = PAGES * PAGESIZE
WHOLE = ByteRange(0, SIZE)


@pytest.fixture
def file() -> Iterator[Descriptor]:
    """16 MiB on a disk, all of it synced; skips where temporary files are kept in memory."""
    with tempfile.TemporaryFile(dir=os.environ.get("TMPDIR", "/var/tmp")) as made:
        made.write(bytes(SIZE))
        made.flush()
        os.fsync(made.fileno())
        # Small folios: what is stored to one page makes one page dirty.
        os.posix_fadvise(made.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
        os.posix_fadvise(made.fileno(), 0, 0, os.POSIX_FADV_RANDOM)
        descriptor = Descriptor(os.dup(made.fileno()))
        told = Durability(descriptor, 0, [WHOLE]).look(WHOLE).told
        if told is not Told.YES:
            pytest.skip(f"where temporary files are the state of pages is {told.value}")
        yield descriptor


def page(number: int, count: int = 1) -> ByteRange:
    return ByteRange.of(number * PAGESIZE, count * PAGESIZE)


def put(file: Descriptor, *places: ByteRange) -> None:
    for item in places:
        assert os.pwrite(file.fd, b"x" * item.length, item.start) == item.length


def runs(stored: Stored) -> list[tuple[int, int]]:
    return list(zip(stored.dirty_runs.firsts, stored.dirty_runs.ends, strict=True))


def unsent(stored: Stored) -> int:
    """Pages that are not on the medium: the kernel may begin to write at any time."""
    return stored.dirty + stored.writing


def test_written_pages_are_dirty_until_they_are_synced(file: Descriptor) -> None:
    places = [page(10), page(20, 2), page(3000, 100)]
    put(file, *places)
    followed = Durability(file, 0, places)
    before = followed.look(WHOLE)
    assert (before.told, before.pages, before.waiting) == (Told.YES, 103, 0)
    assert unsent(before) >= 103
    assert not before.clean
    os.fdatasync(file.fd)
    after = followed.look(WHOLE)
    assert (after.dirty, after.writing, after.on_disk, after.clean) == (0, 0, 103, True)
    assert after.words() == "On disk"


def test_what_was_not_written_yet_is_waiting(file: Descriptor) -> None:
    followed = Durability(file, 0, [page(10, 10), page(100, 10)])
    assert followed.look(None).words() == "20 pages to write"
    put(file, page(10, 4))
    half = followed.look(page(10, 4))
    assert (half.waiting, unsent(half)) == (16, 4)
    assert followed.look(ByteRange(0, 0)).waiting == 20


def test_the_dirty_pages_are_found_one_by_one(file: Descriptor) -> None:
    picked = sorted(random.Random(3).sample(range(0, PAGES, 3), 40))
    put(file, *map(page, picked))
    found = Durability(file, 0, [WHOLE]).look(WHOLE)
    if found.writing:
        pytest.skip("the kernel began to write meanwhile")
    assert (found.dirty, found.exact) == (40, True)
    assert runs(found) == [(number, number + 1) for number in picked]


def test_dirty_pages_between_the_stored_ones_are_somebody_elses(file: Descriptor) -> None:
    put(file, page(10), page(11), page(12))
    found = Durability(file, 0, [page(10), page(12)]).look(WHOLE)
    assert unsent(found) == 2
    assert runs(found) == [(10, 11), (12, 13)]


def test_a_window_of_a_file_has_its_own_pages(file: Descriptor) -> None:
    put(file, page(1000))
    shifted = Durability(file, 990 * PAGESIZE, [page(10)]).look(page(0, 100))
    assert (unsent(shifted), runs(shifted)) == (1, [(10, 11)])
    assert Durability(file, 991 * PAGESIZE, [page(10)]).look(page(0, 100)).clean


def test_it_counts_as_fincore_does(file: Descriptor) -> None:
    tool = shutil.which("fincore")
    if tool is None:
        pytest.skip("there is no fincore here")
    put(file, page(7, 30))
    command = [tool, "-b", "-n", "-o", "DIRTY_PAGES,WRITEBACK_PAGES", f"/proc/self/fd/{file.fd}"]
    asked = subprocess.run(command, capture_output=True, text=True, pass_fds=[file.fd], check=False)
    if asked.returncode:
        pytest.skip("this fincore does not count dirty pages")
    assert unsent(Durability(file, 0, [WHOLE]).look(WHOLE)) == sum(map(int, asked.stdout.split())) == 30


@pytest.mark.needs_root
def test_it_counts_as_the_flags_of_the_pages_say(file: Descriptor) -> None:
    places = [page(3, 5), page(1000), page(4000, 20)]
    put(file, *places)
    found = Durability(file, 0, [WHOLE]).look(WHOLE)
    with mmap.mmap(file.fd, SIZE, mmap.MAP_SHARED, mmap.PROT_READ) as mapped:
        assert sum(mapped[::PAGESIZE]) > 0  # so that all pages have a frame
        flagged = dirty_frames()
    assert flagged == [number for item in places for number in range(item.pages.first, item.pages.end)]
    assert unsent(found) == len(flagged)


def dirty_frames() -> list[int]:
    """The pages whose frames are flagged dirty or under write-back: bits 4 and 8 of /proc/kpageflags."""
    with open("/proc/self/maps") as maps:
        line = next(line for line in maps if "(deleted)" in line and line.split()[1] == "r--s")
    first = int(line.partition("-")[0], 16) // mmap.PAGESIZE
    out = []
    with open("/proc/self/pagemap", "rb", 0) as frames, open("/proc/kpageflags", "rb", 0) as flags:
        for number in range(PAGES):
            entry = int.from_bytes(os.pread(frames.fileno(), 8, (first + number) * 8), "little")
            if entry >> 63:
                frame = entry & ((1 << 55) - 1)
                if int.from_bytes(os.pread(flags.fileno(), 8, frame * 8), "little") & 0x110:
                    out.append(number)
    return out


def test_a_million_places_take_few_calls(file: Descriptor, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = counted(monkeypatch)
    many = [ByteRange(at, at + 1) for at in range(0, 4_000_000 * PAGESIZE, 4 * PAGESIZE)]
    followed = Durability(file, 0, many)
    assert followed.pages == 1_000_000
    whole = ByteRange(0, 4_000_000 * PAGESIZE)
    assert followed.look(whole).clean
    assert len(asked) == 1
    put(file, *(page(number) for number in range(0, PAGES, 4)))
    found = followed.look(whole, most_seconds=60.0)
    assert len(asked) <= 1 + durability.MOST_CALLS
    assert 1024 <= unsent(found) <= 4096
    assert set(range(0, PAGES, 4)) <= set(found.dirty_runs.firsts)
    assert found.words().startswith("About ")


def test_without_time_one_call_is_made(file: Descriptor, monkeypatch: pytest.MonkeyPatch) -> None:
    put(file, page(5), page(500))
    asked = counted(monkeypatch)
    found = Durability(file, 0, [page(5), page(300), page(500)]).look(WHOLE, most_seconds=0.0)
    assert len(asked) == 1
    assert (unsent(found), found.exact) == (2, False)


def counted(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    asked: list[int] = []
    real: Callable[[int, int, int], CacheStat] = durability.cachestat

    def ask(fd: int, position: int, length: int) -> CacheStat:
        asked.append(position)
        return real(fd, position, length)

    monkeypatch.setattr(durability, "cachestat", ask)
    return asked


def test_pages_of_a_larger_system_page_count_all(file: Descriptor, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(durability, "_KERNEL_PAGE", 65536)
    monkeypatch.setattr(durability, "cachestat", lambda fd, position, length: CacheStat(1, 1, 0, 0, 0))
    assert Durability(file, 0, [page(16, 16)]).look(WHOLE).dirty == 16


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.EPERM, "On disk or not: unknown (not permitted)"),
        (errno.ENOSYS, "On disk or not: unknown (not available)"),
    ],
)
def test_what_the_kernel_does_not_tell_is_unknown(
    file: Descriptor, number: int, words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_fd: int, _position: int, _length: int) -> CacheStat:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(durability, "cachestat", refuse)
    found = Durability(file, 0, [page(0)]).look(WHOLE)
    assert found.words() == words
    assert not found.clean


def test_a_file_system_that_never_shows_a_dirty_page_is_not_believed(
    file: Descriptor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(durability, "medium", lambda fd: Medium.OTHER)
    followed = Durability(file, 0, [page(0, 8)])
    assert followed.look(WHOLE).words() == "On disk or not: unknown (not told by this file system)"
    put(file, page(0, 8))
    assert unsent(followed.look(WHOLE)) == 8
    os.fdatasync(file.fd)
    assert followed.look(WHOLE).clean


def test_a_file_in_memory_is_not_said_to_be_on_a_disk() -> None:
    fd = os.memfd_create("durability")
    os.pwrite(fd, b"x" * PAGESIZE, 0)
    file = Descriptor(fd)
    assert medium(fd) is Medium.MEMORY
    assert Durability(file, 0, [page(0)]).look(WHOLE).words().startswith("Not on a disk")


def test_nothing_stored_is_on_the_disk(file: Descriptor) -> None:
    assert Durability(file, 0, []).look(WHOLE).pages == 0


@pytest.mark.parametrize(
    ("counts", "words"),
    [
        ((16640, 0, 12288, 256), "12,288 pages dirty · 256 being written · 4,096 on disk"),
        ((3, 1, 1, 0), "1 page to write · 1 dirty · 1 on disk"),
        ((5, 0, 0, 5), "5 pages being written"),
        ((5, 0, 0, 0), "On disk"),
    ],
)
def test_words(counts: tuple[int, int, int, int], words: str) -> None:
    pages, waiting, dirty, writing = counts
    assert Stored(Told.YES, pages, waiting, dirty, writing).words() == words

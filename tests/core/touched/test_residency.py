"""What a look at the page cache finds, in made-up kernels and in the real one."""

from __future__ import annotations

import errno
import mmap
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bytescope.core.errors import Cancelled
from bytescope.core.ranges import PAGESIZE, PageRange
from bytescope.core.source.access import Access
from bytescope.core.source.file import FileSource
from bytescope.core.source.opening import create_file, open_file
from bytescope.core.ticket import Ticket
from bytescope.core.touched import mincore, residency
from bytescope.core.touched.cache_walk import Walk
from bytescope.core.touched.found import Limits
from bytescope.core.touched.layers import Layer
from bytescope.core.touched.residency import look
from bytescope.core.touched.told import Told
from helpers.holding import held

pytestmark = pytest.mark.page_cache

SIZE = 1 << 40
PAGES = SIZE // PAGESIZE
TOUCHED = [0, 10, 20, 21, 5000, 1 << 20, (1 << 20) + 1, PAGES - 1]
ALL = (True, True, True, True)


def pages_of(runs) -> list[int]:
    assert runs.exact
    return [page for run in runs.runs() for page in range(run.first, run.end)]


# -- the walk, in a kernel that is a table ----------------------------------------------------


class Table:
    """Answers as cachestat does, from a table of units."""

    def __init__(self, units: int) -> None:
        self.states = np.zeros((5, units), np.int64)
        self.asked = 0

    def __call__(self, position: int, length: int, brief: bool) -> list[int]:
        self.asked += 1
        return self.states[:, position : position + length].sum(1).tolist()


def found(table: Table, cell: int = 1, limits: Limits = Limits(), wanted=ALL):  # noqa: B008
    units = table.states.shape[1]
    return Walk(table, 0, 1, wanted).run(range(units), cell, limits)


runs = st.lists(st.tuples(st.integers(0, 299), st.integers(1, 40)), max_size=8)


@given(st.tuples(runs, runs, runs, runs), st.sampled_from([1, 2, 8, 512]))
def test_the_walk_counts_each_cell_as_it_is(states, cell):
    table = Table(300)
    for row, marked in zip((0, 1, 2, 4), states):
        for first, length in marked:
            table.states[row, first : first + length] = 1
    walked = found(table, cell)
    assert walked.complete
    assert (walked.firsts[1:] >= walked.ends[:-1]).all()
    counted = np.zeros((4, 300))
    for first, end, *counts in zip(walked.firsts, walked.ends, *walked.counts):
        single = first // cell == (end - 1) // cell
        assert single or all(count in (0, end - first) for count in counts)
        counted[:, first:end] = np.array(counts)[:, None] / (end - first)
    for row, truth in zip(counted, table.states[[0, 1, 2, 4]]):
        sums = np.add.reduceat(row, range(0, 300, cell))
        assert np.allclose(sums, np.add.reduceat(truth, range(0, 300, cell)))


def test_what_is_not_wanted_costs_nothing():
    table = Table(1 << 16)
    table.states[0, ::2] = 1
    table.states[1, 77] = 1
    walked = found(table, wanted=(False, True, False, False))
    assert walked.firsts.tolist() == [77]
    assert table.asked < 2000


def test_half_of_the_questions_are_saved():
    table = Table(1 << 16)
    table.states[0, 1000] = 1
    found(table)
    assert table.asked <= 16 + 2


def test_a_page_dropped_between_two_questions_is_not_told():
    class Dropping(Table):
        def __call__(self, position: int, length: int, brief: bool) -> list[int]:
            answer = super().__call__(position, length, brief)
            self.states[0, 10] = 0
            return answer

    table = Dropping(64)
    table.states[0, [10, 50]] = 1
    assert found(table).firsts.tolist() == [50]


def test_a_checkerboard_ends_within_its_limits_and_nothing_is_lost():
    table = Table(1 << 18)
    table.states[0, ::2] = 1
    walked = found(table, limits=Limits(calls=2000))
    assert not walked.complete
    assert table.asked <= 2000 + 1024 + 256
    assert len(walked.firsts) <= 2000 + 1024 + 256
    assert walked.counts[0].sum() == 1 << 17


def test_a_walk_without_time_tells_what_it_has():
    table = Table(1 << 18)
    table.states[0, ::2] = 1
    walked = found(table, limits=Limits(seconds=0))
    assert not walked.complete
    assert walked.counts[0].sum() == 1 << 17
    assert table.asked < 3000


def test_a_walk_can_be_stopped():
    ticket = Ticket()
    ticket.cancelled = True
    with pytest.raises(Cancelled):
        Walk(Table(64), 0, 1, ALL).run(range(64), 1, Limits(), ticket)


# -- the real kernel --------------------------------------------------------------------------


@pytest.fixture
def path(tmp_path: Path) -> Iterator[Path]:
    """1 TiB of holes with a few pages, stored and kept in memory."""
    path = tmp_path / "sparse"
    create_file(str(path), SIZE)
    with path.open("r+b") as file:
        for page in TOUCHED:
            os.pwrite(file.fileno(), b"x", page * PAGESIZE)
    with held(path, TOUCHED):
        yield path


@pytest.fixture
def source(path: Path) -> Iterator[FileSource]:
    made = open_file(str(path))
    state = look(made, PageRange(0, 1)).states[Layer.DIRTY]
    if state.told is not Told.YES:
        pytest.skip(f"where temporary files are the state of pages is {state.told.value}")
    if mmap.PAGESIZE != PAGESIZE:
        pytest.skip("this system has larger pages")
    yield made
    made.close()


def test_scattered_pages_of_a_terabyte_are_found_exactly(source: FileSource) -> None:
    seen = look(source, PageRange(0, PAGES))
    assert seen.complete
    assert pages_of(seen.states[Layer.RESIDENT].runs) == TOUCHED
    dirty = seen.states[Layer.DIRTY].runs
    assert dirty is not None
    assert set(pages_of(dirty)) <= set(TOUCHED)
    os.fsync(source.fd)
    after = look(source, PageRange(0, PAGES)).states
    assert after[Layer.DIRTY] == residency.Found(Told.YES, dirty.none())
    assert pages_of(after[Layer.RESIDENT].runs) == TOUCHED


def test_only_what_was_asked_for_is_told(source: FileSource) -> None:
    seen = look(source, PageRange(15, 5000), wanted=frozenset({Layer.RESIDENT}))
    assert list(seen.states) == [Layer.RESIDENT]
    assert pages_of(seen.states[Layer.RESIDENT].runs) == [20, 21]


def test_a_coarse_look_counts_in_cells(source: FileSource) -> None:
    runs = look(source, PageRange(0, PAGES), 8).states[Layer.RESIDENT].runs
    assert runs is not None
    assert runs.pages == len(TOUCHED)
    wanted = [0] * 32
    for page in (0, 10, 20, 21, 5000):
        wanted[page >> 8] += 1
    assert runs.per_cell(8, range(32)).tolist() == wanted


def test_whole_cells_beside_partly_held_ones_are_one_run(path: Path, source: FileSource) -> None:
    with path.open("r+b") as file:
        for page in range(512, 1024):
            os.pwrite(file.fileno(), b"x", page * PAGESIZE)
    runs = look(source, PageRange(300, 1300), 8).states[Layer.RESIDENT].runs
    assert runs is not None
    assert (runs.firsts.tolist(), runs.ends.tolist(), runs.counts.tolist()) == ([512], [1024], [512])
    with path.open("r+b") as file:
        os.pwrite(file.fileno(), b"x", 1100 * PAGESIZE)
    runs = look(source, PageRange(300, 1300), 8).states[Layer.RESIDENT].runs
    assert runs is not None
    assert (runs.firsts.tolist(), runs.ends.tolist(), runs.counts.tolist()) == (
        [512, 1024],
        [1024, 1280],
        [512, 1],
    )


@pytest.mark.parametrize(("start", "held"), [(PAGESIZE * 19, [1, 2]), (PAGESIZE * 19 + 100, [0, 1, 2])])
def test_a_window_counts_from_its_own_beginning(
    path: Path, source: FileSource, start: int, held: list[int]
) -> None:
    """A page of the document that begins within one of the system is in memory if either is."""
    window = open_file(str(path), Access.READ, start, PAGESIZE * 8)
    assert pages_of(look(window, PageRange(0, 8)).states[Layer.RESIDENT].runs) == held
    window.close()


def test_a_closed_file_tells_nothing(source: FileSource) -> None:
    source.close()
    assert look(source, PageRange(0, 8)).states[Layer.DIRTY].told is Told.NOT_AVAILABLE


def test_larger_pages_of_the_system_say_the_same_of_all_of_ours(
    source: FileSource, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on systems with pages of 16 KiB; here each of them is asked for as four."""
    monkeypatch.setattr(residency, "KERNEL_PAGE", 4 * PAGESIZE)

    def four(fd: int):
        ask = kernel_counter(fd)

        def asked(position: int, length: int, brief: bool) -> list[int]:
            unit = 4 * PAGESIZE
            return [
                sum(values)
                for values in zip(
                    *(
                        [min(1, count) for count in ask(at, unit, brief)]
                        for at in range(position, position + length, unit)
                    )
                )
            ]

        return asked

    kernel_counter = residency.counter
    monkeypatch.setattr(residency, "counter", four)
    seen = look(source, PageRange(0, 64)).states[Layer.RESIDENT]
    assert pages_of(seen.runs) == [0, 1, 2, 3, 8, 9, 10, 11, 20, 21, 22, 23]
    assert "16,384 bytes" in seen.note


# -- refusals and the way round ---------------------------------------------------------------


def refusing(number: int):
    def make(_fd: int):
        def ask(_position: int, _length: int, _brief: bool) -> list[int]:
            raise OSError(number, os.strerror(number))

        return ask

    return make


def test_without_permission_nothing_is_guessed(source: FileSource, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(residency, "counter", refusing(errno.EPERM))
    seen = look(source, PageRange(0, PAGES))
    assert {state.told for state in seen.states.values()} == {Told.NOT_PERMITTED}
    assert all(state.runs is None for state in seen.states.values())


def test_an_old_kernel_is_asked_by_mincore(source: FileSource, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(residency, "counter", refusing(errno.ENOSYS))
    monkeypatch.setattr(mincore, "WINDOW", 1 << 20)
    states = look(source, PageRange(0, 5100)).states
    assert pages_of(states[Layer.RESIDENT].runs) == [0, 10, 20, 21, 5000]
    assert states[Layer.RESIDENT].note == "by mincore, which tells nothing else"
    assert states[Layer.DIRTY].told is Told.NOT_AVAILABLE


def test_mincore_that_runs_out_of_time_says_how_far_it_came(
    source: FileSource, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(residency, "counter", refusing(errno.ENOSYS))
    monkeypatch.setattr(mincore, "WINDOW", 1 << 20)
    state = look(source, PageRange(0, PAGES), limits=Limits(seconds=0)).states[Layer.RESIDENT]
    assert pages_of(state.runs) == [0, 10, 20, 21]
    assert state.note.endswith("only the first 256 pages were looked at")


def test_mincore_with_too_many_runs_counts_them(tmp_path: Path) -> None:
    path = tmp_path / "board"
    create_file(str(path), 64 * PAGESIZE)
    with path.open("r+b") as file:
        for page in range(0, 64, 2):
            os.pwrite(file.fileno(), b"x", page * PAGESIZE)
        walked, reached = mincore.resident(file.fileno(), 0, mmap.PAGESIZE, range(64), Limits(calls=4))
    assert reached == 64
    if mmap.PAGESIZE == PAGESIZE:
        assert (walked.firsts.tolist(), walked.counts[0].tolist()) == ([0], [32])


STRANGER = """
import ctypes, mmap, os, sys  # the stranger may not be allowed to read Python's own modules
import numpy, numpy.core.multiarray, numpy.lib
from bytescope.core.ranges import PageRange
from bytescope.core.source.opening import open_file
from bytescope.core.touched import mincore
from bytescope.core.touched.layers import Layer
from bytescope.core.touched.residency import look
look(open_file(sys.argv[1]), PageRange(0, 1))
os.setuid(65534)
source = open_file(sys.argv[1])
seen = look(source, PageRange(0, 1)).states[Layer.RESIDENT]
print(seen.told.value, mincore.told_the_truth(source.fd), sep=";")
"""


@pytest.mark.needs_root
def test_a_stranger_is_lied_to_by_mincore_and_it_is_noticed() -> None:
    with tempfile.TemporaryDirectory() as folder:
        os.chmod(folder, 0o755)
        path = Path(folder) / "theirs"
        path.write_bytes(b"abc")
        path.chmod(0o644)
        answer = subprocess.run(
            [sys.executable, "-c", STRANGER, str(path)],
            env={"PYTHONPATH": str(Path(__file__).parents[3] / "app")},
            capture_output=True,
            text=True,
            timeout=500,
        )
    if answer.stdout.startswith("known"):
        pytest.skip("this kernel tells everyone")
    assert answer.stdout.strip() == "not permitted;False", answer.stderr


@pytest.mark.needs_root
def test_where_another_file_system_lies_on_top_mincore_is_asked(tmp_path: Path) -> None:
    """On overlayfs, as in containers, cachestat counts nothing, whatever is in memory."""
    for name in ("low", "up", "work", "top"):
        (tmp_path / name).mkdir()
    (tmp_path / "low" / "file").write_bytes(bytes(range(256)) * 256)
    folders = ",".join(
        f"{option}={tmp_path / name}"
        for option, name in (("lowerdir", "low"), ("upperdir", "up"), ("workdir", "work"))
    )
    top = str(tmp_path / "top")
    done = subprocess.run(["mount", "-t", "overlay", "overlay", "-o", folders, top], capture_output=True)
    if done.returncode:
        pytest.skip("no overlayfs here")
    try:
        source = open_file(f"{top}/file")
        states = look(source, PageRange(0, 16)).states
        source.close()
    finally:
        subprocess.run(["umount", top], check=True)
    assert pages_of(states[Layer.RESIDENT].runs) == list(range(16))
    assert states[Layer.DIRTY].told is Told.SILENT


@pytest.mark.needs_root
def test_a_block_device_is_a_disk(tmp_path: Path) -> None:
    """Its name stands in a file system in memory; what is dirty of it is not."""
    image = tmp_path / "image"
    image.write_bytes(os.urandom(64 * PAGESIZE))
    made = subprocess.run(["losetup", "-f", "--show", str(image)], capture_output=True, text=True)
    if made.returncode:
        pytest.skip("no loop devices here")
    device = made.stdout.strip()
    try:
        source = open_file(device)
        os.posix_fadvise(source.fd, 0, 0, os.POSIX_FADV_DONTNEED)
        os.posix_fadvise(source.fd, 0, 0, os.POSIX_FADV_RANDOM)
        for page in (3, 30):
            os.pread(source.fd, 1, page * PAGESIZE)
        before = look(source, PageRange(0, 64)).states
        with open(device, "r+b", buffering=0) as file:
            os.pwrite(file.fileno(), bytes(PAGESIZE), 30 * PAGESIZE)
            dirty = look(source, PageRange(0, 64)).states[Layer.DIRTY]
            os.fsync(file.fileno())
        source.close()
    finally:
        subprocess.run(["losetup", "-d", device], check=True)
    assert {3, 30} <= set(pages_of(before[Layer.RESIDENT].runs))
    assert pages_of(dirty.runs) == [30]

"""Holes, reserved and shared space, as the file system lists them and as filefrag reads the list."""

from __future__ import annotations

import errno
import os
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from bytescope.core.errors import Cancelled
from bytescope.core.ranges import PAGESIZE, PageRange
from bytescope.core.source.access import Access
from bytescope.core.source.opening import create_file, open_file
from bytescope.core.ticket import Ticket
from bytescope.core.touched import extents, residency
from bytescope.core.touched.extents import Extents
from bytescope.core.touched.layers import Layer
from bytescope.core.touched.told import Told
from helpers.disks import disk

PAGES = 1000
SIZE = PAGES * PAGESIZE


def states_of(path: Path, pages: PageRange | None = None, **options):
    source = open_file(str(path), **options)
    try:
        scan = Extents(source, pages)
        assert scan.step()
        return scan.states()
    finally:
        source.close()


def pages_of(found) -> list[tuple[int, int]]:
    assert found.told is Told.YES
    assert found.runs.exact
    return [(run.first, run.end) for run in found.runs.runs()]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Data in pages 10 to 19 and half of page 30, space reserved for 100 to 149, holes else."""
    path = tmp_path / "file"
    create_file(str(path), SIZE)
    with path.open("r+b") as file:
        os.pwrite(file.fileno(), os.urandom(10 * PAGESIZE), 10 * PAGESIZE)
        os.pwrite(file.fileno(), b"x" * 100, 30 * PAGESIZE + 50)
        done = subprocess.run(
            ["fallocate", "-n", "-o", str(100 * PAGESIZE), "-l", str(50 * PAGESIZE), str(path)],
            capture_output=True,
        )
        if done.returncode:
            pytest.skip("space cannot be reserved here")
        os.fsync(file.fileno())
    source = open_file(str(path))
    scan = Extents(source)
    scan.step()
    source.close()
    if scan.told is not Told.YES:
        pytest.skip("where temporary files are extents are not listed")
    return path


def test_each_page_has_its_sort(path: Path) -> None:
    states = states_of(path)
    assert pages_of(states[Layer.HOLE]) == [(0, 10), (20, 30), (31, 100), (150, PAGES)]
    assert pages_of(states[Layer.UNWRITTEN]) == [(100, 150)]
    assert pages_of(states[Layer.SHARED]) == []


def test_only_the_pages_that_were_asked_for(path: Path) -> None:
    states = states_of(path, PageRange(15, 120))
    assert pages_of(states[Layer.HOLE]) == [(20, 30), (31, 100)]
    assert pages_of(states[Layer.UNWRITTEN]) == [(100, 120)]


def test_a_window_counts_from_its_own_beginning(path: Path) -> None:
    states = states_of(path, access=Access.READ, offset=90 * PAGESIZE + 100, length=20 * PAGESIZE)
    assert pages_of(states[Layer.HOLE]) == [(0, 9)]
    assert pages_of(states[Layer.UNWRITTEN]) == [(10, 20)]


def test_what_waits_for_its_place_is_neither_hole_nor_reserved(path: Path) -> None:
    """Stored in a hole and in reserved space, and not on the disk yet."""
    with path.open("r+b") as file:
        os.pwrite(file.fileno(), b"new", 120 * PAGESIZE)
        os.pwrite(file.fileno(), b"new", 500 * PAGESIZE)
        states = states_of(path)
        os.fsync(file.fileno())
        later = states_of(path)
    assert pages_of(states[Layer.UNWRITTEN]) == [(100, 120), (121, 150)]
    assert pages_of(later[Layer.UNWRITTEN]) == [(100, 120), (121, 150)]
    assert later[Layer.HOLE].note == ""
    assert pages_of(states[Layer.HOLE])[-2:] == [(150, 500), (501, PAGES)]
    assert states[Layer.HOLE].note == "2 pages without a place on the disk yet"


def test_reserved_space_that_was_only_read_is_still_reserved(path: Path) -> None:
    """Seeking calls data whatever is in memory; the pages that were read are no more written for it."""
    with path.open("rb") as file:
        os.pread(file.fileno(), 40 * PAGESIZE, 100 * PAGESIZE)
    assert pages_of(states_of(path)[Layer.UNWRITTEN]) == [(100, 150)]


def test_a_stranger_is_told_of_reserved_space_with_a_word(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(_fd: int):
        def ask(*_: object) -> list[int]:
            raise PermissionError(errno.EPERM, os.strerror(errno.EPERM))

        return ask

    monkeypatch.setattr(residency, "counter", refused)
    found = states_of(path)[Layer.UNWRITTEN]
    assert pages_of(found) == [(100, 150)]
    assert found.note == "with what was stored there and is not on the disk yet"


def test_many_extents_come_in_many_answers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(extents, "BATCH", 7)
    path = tmp_path / "many"
    create_file(str(path), 400 * PAGESIZE)
    with path.open("r+b") as file:
        for page in range(0, 400, 4):
            os.pwrite(file.fileno(), b"x", page * PAGESIZE)
    source = open_file(str(path))
    scan = Extents(source)
    steps = 1
    while not scan.step(0):
        steps += 1
    found = scan.states()[Layer.HOLE]
    assert pages_of(found) == [(page + 1, page + 4) for page in range(0, 400, 4)]
    assert steps > 10
    source.close()


def test_a_list_that_was_not_read_to_its_end_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(extents, "BATCH", 5)
    path = tmp_path / "many"
    create_file(str(path), 400 * PAGESIZE)
    with path.open("r+b") as file:
        for page in range(0, 400, 4):
            os.pwrite(file.fileno(), b"x", page * PAGESIZE)
    source = open_file(str(path))
    scan = Extents(source)
    scan.step(0)
    found = scan.states()[Layer.HOLE]
    assert re.search(r"only the first \d+ pages were looked at$", found.note)
    assert pages_of(found)[0] == (1, 4)
    assert len(found.runs) < 10
    source.close()


def test_the_reading_can_be_stopped(path: Path) -> None:
    source, ticket = open_file(str(path)), Ticket()
    ticket.cancelled = True
    with pytest.raises(Cancelled):
        Extents(source).step(ticket=ticket)
    source.close()


def test_where_extents_are_not_listed_holes_are_found_by_seeking(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> int:
        raise OSError(errno.EOPNOTSUPP, os.strerror(errno.EOPNOTSUPP))

    monkeypatch.setattr(extents.fcntl, "ioctl", refuse)
    monkeypatch.setattr(extents, "BATCH", 2)
    states = states_of(path)
    assert pages_of(states[Layer.HOLE]) == [(0, 10), (20, 30), (31, PAGES)]
    assert states[Layer.HOLE].note == "reserved space counts as a hole here"
    assert states[Layer.UNWRITTEN] == states[Layer.SHARED]
    assert states[Layer.SHARED].told is Told.NOT_AVAILABLE
    assert states[Layer.SHARED].note == "this file system does not list its extents"


def test_where_nothing_is_told_nothing_is_guessed(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> int:
        raise OSError(errno.EINVAL, os.strerror(errno.EINVAL))

    source = open_file(str(path))
    monkeypatch.setattr(extents.fcntl, "ioctl", refuse)
    monkeypatch.setattr(extents.os, "lseek", refuse)
    scan = Extents(source)
    assert scan.step()
    assert {found.told for found in scan.states().values()} == {Told.NOT_AVAILABLE}
    source.close()


def test_files_in_memory_have_holes_but_no_extents() -> None:
    path = Path("/dev/shm") / f"bytescope-{os.getpid()}"
    try:
        create_file(str(path), 64 * PAGESIZE)
    except OSError:
        pytest.skip("no file system in memory")
    try:
        with path.open("r+b") as file:
            os.pwrite(file.fileno(), b"x", 5 * PAGESIZE)
        states = states_of(path)
    finally:
        path.unlink()
    assert pages_of(states[Layer.HOLE]) == [(0, 5), (6, 64)]
    assert states[Layer.SHARED].told is Told.NOT_AVAILABLE


@pytest.fixture(params=["listed", "sought"])
def full(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file of 64 pages without a hole, by both ways of asking."""
    if request.param == "sought":
        monkeypatch.setattr(extents, "FS_IOC_FIEMAP", 0)
    path = tmp_path / "full"
    path.write_bytes(b"x" * (64 * PAGESIZE))
    return path


def test_what_was_cut_off_is_no_hole(full: Path) -> None:
    source = open_file(str(full))
    os.truncate(full, 16 * PAGESIZE)
    scan = Extents(source)
    assert scan.step()
    assert pages_of(scan.states()[Layer.HOLE]) == []
    os.truncate(full, 32 * PAGESIZE)
    scan = Extents(source)
    assert scan.step()
    assert pages_of(scan.states()[Layer.HOLE]) == [(16, 32)]
    source.close()


@pytest.mark.parametrize("times", [1, 9])
def test_what_grows_again_while_extents_are_looked_for_is_no_hole(
    full: Path, monkeypatch, times: int
) -> None:
    """Whether it is short at one question only, or at each and longer than before after it."""
    content, left = bytearray(full.read_bytes()), [times]
    seek, ask = os.lseek, extents.fcntl.ioctl

    def torn(question: Callable[..., int]) -> Callable[..., int]:
        def asked(*words: object) -> int:
            if left[0]:
                os.truncate(full, 16 * PAGESIZE)
            try:
                return question(*words)
            finally:
                if left[0]:
                    left[0] -= 1
                    content.append(1)
                    full.write_bytes(content)

        return asked

    source = open_file(str(full))
    monkeypatch.setattr(os, "lseek", torn(seek))
    monkeypatch.setattr(extents.fcntl, "ioctl", torn(ask))
    scan = Extents(source)
    assert scan.step()
    assert pages_of(scan.states()[Layer.HOLE]) == []
    source.close()


# -- beside an independent program ------------------------------------------------------------

LINE = re.compile(r"^\s*\d+:\s*(\d+)\.\.\s*(\d+):\s*\d+\.\.\s*\d+:\s*\d+:(?:\s*\d+:)?\s*(.*)$")


def by_filefrag(path: Path) -> Iterator[tuple[int, int, str]]:
    """First page, page behind the last, and flags of each extent."""
    done = subprocess.run(["filefrag", "-v", "-b4096", str(path)], capture_output=True, text=True, check=True)
    for line in done.stdout.splitlines():
        if match := LINE.match(line):
            yield int(match[1]), int(match[2]) + 1, match[3]


def check_with_filefrag(path: Path) -> dict[str, int]:
    """Compare page by page; the answer says how many pages each sort has."""
    if shutil.which("filefrag") is None:
        pytest.skip("filefrag is not installed")
    sorts: dict[str, set[int]] = {"hole": set(range(PAGES)), "unwritten": set(), "shared": set()}
    for first, end, flags in by_filefrag(path):
        sorts["hole"] -= set(range(first, end))
        for name in ("unwritten", "shared"):
            if name in flags:
                sorts[name] |= set(range(first, end))
    states = states_of(path)
    for layer, name in ((Layer.HOLE, "hole"), (Layer.UNWRITTEN, "unwritten"), (Layer.SHARED, "shared")):
        mine = {page for first, end in pages_of(states[layer]) for page in range(first, end)}
        assert mine == {page for page in sorts[name] if page < PAGES}, name
    return {name: len(pages) for name, pages in sorts.items()}


def test_filefrag_sees_the_same(path: Path) -> None:
    assert check_with_filefrag(path) == {"hole": PAGES - 61, "unwritten": 50, "shared": 0}


@pytest.mark.needs_root
@pytest.mark.parametrize("kind", ["xfs", "btrfs"])
def test_filefrag_sees_the_same_shared_extents(path: Path, tmp_path: Path, kind: str) -> None:
    with disk(tmp_path, kind) as folder:
        one, other = folder / "one", folder / "other"
        create_file(str(one), SIZE)
        with one.open("r+b") as file:
            for first, count in ((10, 10), (300, 64), (990, 10)):
                os.pwrite(file.fileno(), os.urandom(count * PAGESIZE), first * PAGESIZE)
            os.fsync(file.fileno())
        done = subprocess.run(["cp", "--reflink=always", str(one), str(other)], capture_output=True)
        if done.returncode:
            pytest.skip(f"this {kind} shares no extents")
        with one.open("r+b") as file:
            os.pwrite(file.fileno(), os.urandom(8 * PAGESIZE), 320 * PAGESIZE)
            os.fsync(file.fileno())
        os.sync()
        counts = check_with_filefrag(one)
        assert counts["shared"] == 84 - 8
        assert check_with_filefrag(other)["shared"] in (84 - 8, 84)

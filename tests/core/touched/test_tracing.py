"""The kernel's trace events of one file, against a program that touches known pages (root)."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import pytest

from bytescope.core.errors import RefusedError
from bytescope.core.pages.run_set import RunSet
from bytescope.core.ranges import PAGESIZE, PageRange
from bytescope.core.source.mapped_name import MappedName, mapped_name
from bytescope.core.touched import tracing
from bytescope.core.touched.medium import OVERLAY, Medium, magic, medium
from bytescope.core.touched.trace_lines import Access, Kind
from bytescope.core.touched.traced_pages import TracedPages
from bytescope.core.touched.tracing import TraceWatch, bdi_name, blind_spots, remove_stale
from helpers.toucher import Toucher

PAGES = 4096

pytestmark = [
    pytest.mark.page_cache,
    pytest.mark.skipif(os.sysconf("SC_PAGESIZE") != PAGESIZE, reason="other pages than 4 KiB"),
]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """On the disk, and in memory in folios of a page each."""
    path = tmp_path / "file"
    with path.open("wb", buffering=0) as file:
        for page in reversed(range(PAGES)):
            os.pwrite(file.fileno(), bytes(PAGESIZE), page * PAGESIZE)
        os.fsync(file.fileno())
    return path


@pytest.fixture
def name(path: Path) -> MappedName:
    fd = os.open(path, os.O_RDONLY)
    try:
        return mapped_name(fd)
    finally:
        os.close(fd)


@pytest.fixture
def watch(name: MappedName) -> Iterator[TraceWatch]:
    try:
        made = TraceWatch(name)
    except RefusedError as error:
        pytest.skip(str(error))
    yield made
    made.close()


def of(process: int, found: list[Access]) -> list[tuple[Kind, PageRange, bool]]:
    return [
        (item.kind, PageRange(item.start // PAGESIZE, item.end // PAGESIZE), item.exact)
        for item in found
        if item.process == process
    ]


def exact(kind: Kind, first: int, end: int | None = None) -> tuple[Kind, PageRange, bool]:
    return kind, PageRange(first, first + 1 if end is None else end), True


@pytest.mark.needs_root
def test_every_way_of_touching_a_page(path: Path, watch: TraceWatch) -> None:
    if watch.missing:
        pytest.skip(watch.complaint())
    with Toucher(path) as toucher:
        toucher.do("pread 5", "pread 6 3", "pwrite 77", "map shared", "load 200", "store 300", "store 301")
        found = of(toucher.pid, watch.take(0))
    assert found == [
        exact(Kind.READ, 5),
        exact(Kind.READ, 6, 9),
        exact(Kind.WRITTEN, 77),
        exact(Kind.AROUND, 192, 208),
        exact(Kind.WRITTEN, 300),
        exact(Kind.WRITTEN, 301),
    ] or found[2] == (Kind.WRITTEN, PageRange(77, 78), False)  # other file systems than ext4
    assert watch.strange == 0


@pytest.mark.needs_root
def test_a_load_of_what_is_not_in_memory_is_exact(path: Path, name: MappedName, watch: TraceWatch) -> None:
    fd = os.open(path, os.O_RDONLY)
    os.posix_fadvise(fd, 0, 0, os.POSIX_FADV_DONTNEED)
    os.close(fd)
    with Toucher(path) as toucher:
        toucher.do("map shared", "load 1000")
        found = of(toucher.pid, watch.take(0))
    assert exact(Kind.READ, 1000) in found


@pytest.mark.needs_root
def test_who_did_it_is_told(path: Path, watch: TraceWatch) -> None:
    fd = os.open(path, os.O_RDONLY)
    with Toucher(path) as one, Toucher(path) as other:
        one.do("name first one", "pread 1")
        other.do("name other", "thread pread 2")
        os.pread(fd, 1, 3 * PAGESIZE)
        found = watch.take(0)
    os.close(fd)
    told = {(item.process, item.start // PAGESIZE) for item in found}
    assert told == {(one.pid, 1), (other.pid, 2), (os.getpid(), 3)}
    assert {item.program for item in found if item.process != os.getpid()} == {"first one", "other"}


@pytest.mark.needs_root
def test_what_we_do_takes_no_room(path: Path, name: MappedName) -> None:
    """Else a survey of the file would push out what others do."""
    try:
        watch = TraceWatch(name, without_us=True, buffer_kib=4)
    except RefusedError as error:
        pytest.skip(str(error))
    fd = os.open(path, os.O_RDONLY)

    def read_all() -> None:
        for page in range(3000):
            os.pread(fd, 1, page * PAGESIZE)

    with Toucher(path) as toucher:
        toucher.do("pread 1")
        read_all()
        found = watch.take(0)
        # Threads that are made later are left out from the next look on.
        with ThreadPoolExecutor(1) as pool:
            pool.submit(os.getpid).result()
            watch.take(0)
            toucher.do("pread 2")
            pool.submit(read_all).result()
            found += watch.take(0)
    os.close(fd)
    watch.close()
    assert watch.lost == 0
    assert of(toucher.pid, found) == [exact(Kind.READ, 1), exact(Kind.READ, 2)]
    assert len(found) == 2


@pytest.mark.needs_root
def test_other_files_are_not_reported(path: Path, watch: TraceWatch, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.write_bytes(bytes(64 * PAGESIZE))
    with Toucher(other) as toucher:
        toucher.do("pread 5", "pwrite 6", "map shared", "load 7", "store 8")
        assert of(toucher.pid, watch.take(0)) == []


@pytest.mark.needs_root
def test_a_second_store_to_a_dirty_page_is_not_seen(path: Path, watch: TraceWatch) -> None:
    """The limit that the legend tells of."""
    with Toucher(path) as toucher:
        toucher.do("map shared", "store 9")
        assert of(toucher.pid, watch.take(0)) == [exact(Kind.WRITTEN, 9)]
        toucher.do("store 9", "load 9")
        assert of(toucher.pid, watch.take(0)) == []


@pytest.mark.needs_root
def test_waiting_ends_when_something_happens(path: Path, watch: TraceWatch) -> None:
    assert not watch.wait(0)
    with Toucher(path) as toucher:
        toucher.do("pread 1")
        assert watch.wait(300)


@pytest.mark.needs_root
def test_events_that_were_lost_are_said(path: Path, name: MappedName) -> None:
    try:
        watch = TraceWatch(name, buffer_kib=4)
    except RefusedError as error:
        pytest.skip(str(error))
    with Toucher(path) as toucher:
        toucher.do(*(f"pread {page}" for page in range(3000)))
        found = of(toucher.pid, watch.take(0))
    watch.close()
    assert 0 < len(found) < 3000
    assert watch.lost + len(found) == 3000
    assert watch.complaint() == f"{watch.lost:,} events came too fast and were lost."


def instances() -> list[str]:
    with instances_folder() as fd:
        return os.listdir(fd)


@contextmanager
def instances_folder() -> Iterator[int]:
    root = tracing._open_tracefs()
    fd = os.open("instances", os.O_RDONLY, dir_fd=root)
    os.close(root)
    yield fd
    os.close(fd)


@pytest.mark.needs_root
def test_closing_leaves_nothing(watch: TraceWatch) -> None:
    mine = [name for name in instances() if name.startswith(f"bytescope-{os.getpid()}-")]
    assert len(mine) == 1
    watch.close()
    assert not set(mine) & set(instances())
    watch.close()


@pytest.mark.needs_root
def test_who_forgets_to_close_leaves_nothing(name: MappedName) -> None:
    try:
        watch = TraceWatch(name)
    except RefusedError as error:
        pytest.skip(str(error))
    assert watch.missing is not None
    del watch
    assert not [entry for entry in instances() if entry.startswith(f"bytescope-{os.getpid()}-")]


_WATCH_AND_WAIT = """
import os, sys
from bytescope.core.source.mapped_name import mapped_name
from bytescope.core.touched.tracing import TraceWatch
watch = TraceWatch(mapped_name(os.open(sys.argv[1], os.O_RDONLY)))
print("ready", flush=True)
sys.stdin.read(1)
"""


@pytest.mark.needs_root
def test_what_a_killed_watch_left_is_removed_by_the_next(
    path: Path, name: MappedName, watch: TraceWatch
) -> None:
    child = subprocess.Popen(
        [sys.executable, "-c", _WATCH_AND_WAIT, str(path)],
        env=os.environ | {"PYTHONPATH": ":".join(sys.path)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    assert child.stdout is not None
    assert child.stdout.readline() == b"ready\n"
    left = f"bytescope-{child.pid}-0"
    remove_stale(watch._kernel.root)
    assert left in instances()  # in use
    child.send_signal(signal.SIGKILL)
    child.communicate()
    assert left in instances()
    TraceWatch(name).close()
    assert left not in instances()


@pytest.mark.needs_root
def test_an_instance_that_is_being_made_is_left_alone(watch: TraceWatch) -> None:
    being_made = f"bytescope-{os.getpid()}-999"
    with instances_folder() as folder:
        os.mkdir(being_made, dir_fd=folder)
        assert remove_stale(watch._kernel.root) == []
        os.rmdir(being_made, dir_fd=folder)


@pytest.mark.needs_root
def test_no_tracing_for_others(name: MappedName) -> None:
    child = os.fork()
    if not child:
        status = 1
        try:
            os.setuid(65534)
            TraceWatch(name)
        except RefusedError as error:
            status = 0 if str(error) == tracing.NOT_PERMITTED else 2
        finally:
            os._exit(status)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


@pytest.mark.needs_root
def test_what_is_not_reported_of_a_file_is_said(path: Path) -> None:
    fd = os.open(path, os.O_RDONLY)
    assert bool(blind_spots(fd)) == (medium(fd) is Medium.MEMORY or magic(fd) == OVERLAY)
    os.close(fd)
    if not os.path.isdir("/dev/shm"):
        pytest.skip("no file system in memory here")
    with tempfile.NamedTemporaryFile(dir="/dev/shm") as file:
        file.write(bytes(64 * PAGESIZE))
        file.flush()
        try:
            watch = TraceWatch(mapped_name(file.fileno()))
        except RefusedError as error:
            pytest.skip(str(error))
        with Toucher(Path(file.name)) as toucher:
            toucher.do("pread 5", "pwrite 7", "map shared", "load 20", "store 30")
            found = of(toucher.pid, watch.take(0))
        watch.close()
        assert [kind for kind, _, _ in found] == [Kind.AROUND]
        assert "nothing but loads by mappings" in blind_spots(file.fileno())


@pytest.mark.needs_root
def test_a_block_device_has_a_medium_and_is_not_reported(tmp_path: Path) -> None:
    """The file of its node lies in memory; its pages do not."""
    image = tmp_path / "image"
    with image.open("wb") as file:
        file.truncate(1 << 20)
    made = subprocess.run(["losetup", "-f", "--show", str(image)], capture_output=True, text=True)
    if made.returncode:
        pytest.skip("no loop devices here")
    device = made.stdout.strip()
    try:
        fd = os.open(device, os.O_RDONLY)
        assert medium(fd) is Medium.DISK
        assert "under another number" in blind_spots(fd)
        os.close(fd)
    finally:
        subprocess.run(["losetup", "-d", device], check=True)


def test_the_name_of_a_device_that_is_none_is_empty() -> None:
    assert bdi_name(MappedName(0, 4242, 1)) == ""


# -- the pages of a process ------------------------------------------------------------------------


def access(process: int, kind: Kind, first: int, end: int) -> Access:
    return Access(1.0, process, f"program {process}", kind, first * PAGESIZE, end * PAGESIZE)


def test_pages_by_process() -> None:
    traced = TracedPages(100 * PAGESIZE)
    traced.add([access(1, Kind.READ, 5, 7), access(2, Kind.READ, 6, 8), access(1, Kind.WRITTEN, 50, 51)])
    traced.add([access(1, Kind.READ, 7, 8), access(2, Kind.WRITTEN, 99, 101)])
    assert list(traced.read([1]).runs()) == [PageRange(5, 8)]
    assert list(traced.read([1, 2]).runs()) == [PageRange(5, 8)]
    assert list(traced.written([2]).runs()) == [PageRange(99, 100)]
    assert list(traced.written([3]).runs()) == []
    assert traced.programs == {1: "program 1", 2: "program 2"}


def test_pages_mapped_together_count_as_one() -> None:
    traced = TracedPages(100 * PAGESIZE)
    traced.add([access(1, Kind.AROUND, 16, 32), access(1, Kind.READ, 30, 40)])
    found = traced.read([1])
    assert (found.firsts.tolist(), found.ends.tolist(), found.counts.tolist()) == (
        [16, 30],
        [30, 40],
        [1, 10],
    )
    assert found.pages == 11


def test_a_window_has_its_own_pages() -> None:
    traced = TracedPages(10 * PAGESIZE, 20 * PAGESIZE + 1)
    assert traced.pages_of([access(1, Kind.READ, 19, 20)]) == RunSet()
    assert list(traced.pages_of([access(1, Kind.READ, 21, 22)])) == [PageRange(0, 2)]


def test_too_many_processes_are_taken_together(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bytescope.core.touched.traced_pages.MOST_PROCESSES", 2)
    traced = TracedPages(100 * PAGESIZE)
    traced.add([access(number, Kind.READ, number, number + 1) for number in range(1, 6)])
    assert traced.programs == {1: "program 1", 2: "program 2", 0: "others"}
    assert list(traced.read([0]).runs()) == [PageRange(3, 6)]

"""The SIGBUS guard: truncations and bad sectors under kernels that read the mapping."""

from __future__ import annotations

import faulthandler
import mmap
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from bytescope.core.ranges import ByteRange
from bytescope.core.source import guard, handler
from bytescope.core.source.base import Lost, Why
from bytescope.core.source.descriptor import Descriptor
from bytescope.core.source.mapping import Mapping
from bytescope.core.source.opening import open_file

APP = Path(__file__).parents[3] / "app"
PAGE = mmap.PAGESIZE

Kernel = Callable[[Any], int]


@pytest.fixture(scope="module")
def total() -> Kernel:
    """A kernel that frees the GIL and touches every byte."""
    from numba import njit, types

    assert guard.install()

    def add_up(array: Any) -> int:
        found = 0
        for at in range(array.size):
            found += array[at]
        return found

    signature = types.int64(types.Array(types.uint8, 1, "C", readonly=True))
    compiled: Kernel = njit(signature, nogil=True)(add_up)
    return compiled


@pytest.fixture
def memory_file() -> Iterator[int]:
    """A file of 64 pages of 01, without a disk."""
    fd = os.memfd_create("guarded", os.MFD_CLOEXEC)
    os.write(fd, b"\x01" * (64 * PAGE))
    yield fd
    os.close(fd)


def _python(code: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", code, *arguments],
        env={"PYTHONPATH": str(APP)},
        capture_output=True,
        text=True,
        timeout=500,
    )


def test_the_handler_calls_nothing_that_a_signal_handler_may_not(total: Kernel) -> None:
    import re

    compiled: Any = guard._state.compiled
    called = set(re.findall(r'declare [^@]*@"?([^"(]+)', compiled.inspect_llvm()))
    assert called == {"__errno_location", "lseek", "mmap", "raise", "sigaction"}


def test_pages_cut_off_under_a_kernel_are_gone(total: Kernel, tmp_path: Path) -> None:
    path = tmp_path / "f"
    path.write_bytes(b"\x01" * (10 * PAGE))
    source = open_file(str(path), offset=100)
    with source.pages(50, 8 * PAGE) as pages:
        os.truncate(path, 3 * PAGE + 7)
        assert total(pages.array) == 3 * PAGE + 7 - 150
    assert pages.lost == (Lost(ByteRange(3 * PAGE + 7 - 100, 8 * PAGE + 50), Why.GONE),)
    source.close()


def test_a_source_closed_under_a_kernel_still_tells_what_was_cut_off(total: Kernel, tmp_path: Path) -> None:
    path = tmp_path / "f"
    path.write_bytes(b"\x01" * (2 * PAGE))
    source = open_file(str(path))
    with source.pages(0, 2 * PAGE) as pages:
        source.close()
        os.truncate(path, PAGE + 10)
        assert total(pages.array) == PAGE + 10
    assert pages.lost == (Lost(ByteRange(PAGE + 10, 2 * PAGE), Why.GONE),)


def test_after_growing_again_no_stale_zeros_are_shown(total: Kernel, tmp_path: Path) -> None:
    path = tmp_path / "f"
    path.write_bytes(b"\x01" * (10 * PAGE))
    source = open_file(str(path))
    with source.pages(0, 10 * PAGE) as pages:
        os.truncate(path, PAGE)
        total(pages.array)
        path.write_bytes(b"\x02" * (10 * PAGE))
        with source.pages(0, 10 * PAGE) as fresh:
            assert total(fresh.array) == 20 * PAGE
        assert fresh.lost == ()
    assert pages.lost == (Lost(ByteRange(PAGE, 10 * PAGE), Why.GONE),)
    source.close()


def test_a_block_that_did_not_touch_what_was_replaced_lost_nothing(total: Kernel, tmp_path: Path) -> None:
    path = tmp_path / "f"
    path.write_bytes(b"\x01" * (10 * PAGE))
    source = open_file(str(path))
    with source.pages(0, PAGE) as first, source.pages(0, 10 * PAGE) as second:
        os.truncate(path, PAGE)
        total(second.array)
    assert first.lost == ()
    assert second.lost
    source.close()


def test_bad_sectors_are_unreadable_page_by_page(total: Kernel, memory_file: int) -> None:
    """Faults within the file: the guard is told of a longer file than the one that is mapped."""
    mapping = Mapping(Descriptor(os.dup(memory_file)), 0, 64 * PAGE, writable=False)
    longer = os.memfd_create("longer", os.MFD_CLOEXEC)
    os.ftruncate(longer, 64 * PAGE)
    region = mapping._region
    region.release()
    again = guard.register(region.start, region.end, longer, 0)
    assert again is not None
    mapping._region = again
    os.ftruncate(memory_file, 10 * PAGE)
    assert total(mapping.array(8 * PAGE, 5 * PAGE)) == 2 * PAGE
    assert again.hits == 3
    bad = [Lost(ByteRange(page * PAGE, (page + 1) * PAGE), Why.UNREADABLE) for page in (10, 11, 12)]
    assert mapping.replaced() == bad
    again.release()
    os.close(longer)


def test_more_bad_sectors_than_the_log_holds(total: Kernel, memory_file: int) -> None:
    mapping = Mapping(Descriptor(os.dup(memory_file)), 0, 64 * PAGE, writable=False)
    import ctypes

    hits = ctypes.c_int64.from_address(mapping._region._at + handler.HITS)
    hits.value = handler.LOG
    os.ftruncate(memory_file, 10 * PAGE)
    assert total(mapping.array(0, 64 * PAGE)) == 10 * PAGE
    assert mapping.replaced() == [Lost(ByteRange(0, 64 * PAGE), Why.UNREADABLE)]


def test_an_array_keeps_its_mapping(total: Kernel, tmp_path: Path) -> None:
    path = tmp_path / "f"
    path.write_bytes(b"\x01" * (10 * PAGE))
    source = open_file(str(path))
    with source.pages(0, 10 * PAGE) as pages:
        source.refresh()
        source.close()
        assert total(pages.array) == 10 * PAGE
        assert str(path) in Path("/proc/self/maps").read_text()
    assert pages.lost == ()
    del pages
    assert str(path) not in Path("/proc/self/maps").read_text()


def test_regions_are_given_back(memory_file: int, total: Kernel) -> None:
    free = len(guard._state.free)
    for _ in range(2 * handler.ROWS):
        Mapping(Descriptor(os.dup(memory_file)), 0, PAGE, writable=False)
    assert len(guard._state.free) == free


def test_when_the_list_is_full_files_are_read_instead(
    memory_file: int, total: Kernel, tmp_path: Path
) -> None:
    path = tmp_path / "f"
    path.write_bytes(b"\x01" * PAGE)
    source = open_file(str(path))
    held = []
    while guard._state.free:
        held.append(Mapping(Descriptor(os.dup(memory_file)), 0, PAGE, writable=False))
    assert not source.can_map
    with source.pages(0, PAGE) as pages:
        assert total(pages.array) == PAGE
    held.clear()
    source.close()


def test_a_stolen_handler_is_put_back(total: Kernel) -> None:
    was_enabled = faulthandler.is_enabled()
    faulthandler.disable()
    faulthandler.enable(sys.__stderr__)
    assert not guard.is_installed()
    assert guard.ready()
    assert guard.is_installed()
    if not was_enabled:
        faulthandler.disable()


def test_without_the_guard_pages_are_read() -> None:
    answer = _python(
        """
import os, sys, tempfile
from bytescope.core.source import guard
from bytescope.core.source.opening import open_file
file = tempfile.NamedTemporaryFile()
file.write(b"x" * 9000); file.flush()
source = open_file(file.name)
os.truncate(file.name, 5000)
with source.pages(0, 9000) as pages:
    print(source.can_map, bytes(pages.array) == b"x" * 5000 + bytes(4000))
print(pages.lost, guard.is_installed(), "numba" in sys.modules)
"""
    )
    assert answer.stdout.splitlines() == [
        "False True",
        f"{(Lost(ByteRange(5000, 9000), Why.GONE),)} False False",
    ]


_CYCLES = """
import faulthandler, os, random, sys, threading
faulthandler.enable()
from bytescope.core.source import guard
from bytescope.core.source.base import Why
from bytescope.core.source.opening import open_file
from numba import njit, types
assert guard.install()
def add_up(array):
    found = 0
    for at in range(array.size):
        found += array[at]
    return found
total = njit(types.int64(types.Array(types.uint8, 1, "C", readonly=True)), nogil=True)(add_up)
path, cycles = sys.argv[1], int(sys.argv[2])
size = 300 * 4096
with open(path, "wb") as file:
    file.write(b"\\x01" * size)
source = open_file(path)
wrong, looks, stop = [], [0], threading.Event()
def look():
    while not stop.is_set():
        with source.pages(0, size) as pages:
            found = total(pages.array)
        lost = sum(item.range.length for item in pages.lost)
        looks[0] += 1
        # Every byte of the file is 01: what is not reported as lost must be there.
        if found < size - lost or any(item.why is not Why.GONE for item in pages.lost):
            wrong.append((found, pages.lost))
threads = [threading.Thread(target=look) for _ in range(3)]
for thread in threads:
    thread.start()
random.seed(1)
for _ in range(cycles):
    os.truncate(path, random.randrange(size))
    seen = looks[0]
    while looks[0] < seen + 3:
        pass
    # A new file, as growing this one again could not be told from never having been cut.
    with open(path + ".new", "wb") as file:
        file.write(b"\\x01" * size)
    os.replace(path + ".new", path)
    source = open_file(path)
stop.set()
for thread in threads:
    thread.join()
print(len(wrong), looks[0] >= 3 * cycles, guard.is_installed())
"""


def test_two_hundred_truncations_under_three_readers(tmp_path: Path, size: Any) -> None:
    answer = _python(_CYCLES, str(tmp_path / "f"), str(size.of(200, 5000)))
    assert (answer.returncode, answer.stdout.split()) == (0, ["0", "True", "True"]), answer.stderr[-2000:]


@pytest.mark.parametrize("after", ["", "faulthandler.enable()"])
def test_what_is_not_ours_still_kills(after: str, tmp_path: Path) -> None:
    """A foreign mapping that lost its pages, and kill -BUS."""
    path = tmp_path / "f"
    path.write_bytes(bytes(PAGE))
    code = f"""
import faulthandler, mmap, os, signal, sys
from bytescope.core.source import guard
{after}
assert guard.install()
if sys.argv[1] == "kill":
    os.kill(os.getpid(), signal.SIGBUS)
else:
    with open(sys.argv[1], "r+b") as file:
        foreign = mmap.mmap(file.fileno(), 4096)
        file.truncate(0)
        foreign[0]
print("alive")
"""
    for what in ("kill", str(path)):
        answer = _python(code, what)
        assert answer.returncode == -signal.SIGBUS
        assert "alive" not in answer.stdout
        assert ("Bus error" in answer.stderr) == bool(after)


def test_a_forked_child_is_guarded_by_itself(tmp_path: Path) -> None:
    answer = _python(
        """
import os, sys
from bytescope.core.source import guard
from bytescope.core.source.mapping import Mapping
from bytescope.core.source.descriptor import Descriptor
import numpy as np
assert guard.install()
fd = os.memfd_create("x"); os.ftruncate(fd, 8192)
mapping = Mapping(Descriptor(fd), 0, 8192, writable=False)
os.ftruncate(fd, 0)
child = os.fork()
if not child:
    mapping.array(0, 8192).sum()
    os._exit(40 + mapping._region.hits)
print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), mapping._region.hits)
"""
    )
    assert answer.stdout.split() == ["41", "0"], answer.stderr

"""What a file does while it is open: it shrinks, grows, vanishes, is replaced, is closed."""

from __future__ import annotations

import ctypes
import mmap
import os
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from bytescope.core.ranges import ByteRange
from bytescope.core.source import file
from bytescope.core.source.base import Lost, Reading, Why, read
from bytescope.core.source.file import FileSource
from bytescope.core.source.identity import Outside, identity_of
from bytescope.core.source.opening import open_file
from bytescope.core.source.reading import Manners, read_at


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "file"
    made.write_bytes(bytes(n % 255 + 1 for n in range(20_000)))
    return made


@pytest.fixture
def source(path: Path) -> Iterator[FileSource]:
    made = open_file(str(path))
    yield made
    made.close()


def test_what_was_cut_off_is_gone_and_never_zeros(source: FileSource, path: Path) -> None:
    os.truncate(path, 9_000)
    assert source.check_outside() is Outside.SHRANK
    reading = read(source, 8_000, 5_000)
    assert reading.data[:1000] == path.read_bytes()[8_000:]
    assert reading.lost == (Lost(ByteRange(9_000, 13_000), Why.GONE),)
    assert list(source.data_runs(ByteRange(0, 20_000)))[-1].end == 20_000


def test_what_was_cut_off_behind_a_hole_is_not_taken_for_a_hole(tmp_path: Path) -> None:
    path = tmp_path / "sparse"
    path.write_bytes(b"x" * 4096)
    os.truncate(path, 1 << 20)
    source = open_file(str(path))
    os.truncate(path, 1 << 19)
    assert list(source.data_runs(ByteRange(1 << 18, 1 << 20))) == [ByteRange(1 << 19, 1 << 20)]
    source.close()


@pytest.fixture
def between(monkeypatch: pytest.MonkeyPatch) -> Callable[[int, Callable[[], object]], None]:
    """Has another program act right after the next seek for data or for a hole (``whence``)."""
    acts: list[tuple[int, Callable[[], object]]] = []
    real = os.lseek

    def seek(fd: int, at: int, whence: int) -> int:
        act = acts.pop(0)[1] if acts and acts[0][0] == whence else None
        try:
            return real(fd, at, whence)
        finally:
            if act is not None:
                act()

    monkeypatch.setattr(os, "lseek", seek)
    return lambda whence, act: acts.append((whence, act))


def test_what_grows_again_while_holes_are_looked_for_is_no_hole(source: FileSource, path: Path, between):
    content = path.read_bytes()
    os.truncate(path, 3_000)
    between(os.SEEK_DATA, lambda: path.write_bytes(content))
    assert list(source.data_runs(ByteRange(8_192, 20_000))) == [ByteRange(8_192, 20_000)]


def test_what_is_cut_off_while_the_end_of_data_is_looked_for_is_no_hole(tmp_path: Path, between):
    path = tmp_path / "sparse"
    with path.open("wb") as made:
        made.seek(1 << 20)
        made.write(b"x" * 8192)
    source = open_file(str(path))
    content = b"x" * source.size
    between(os.SEEK_DATA, lambda: os.truncate(path, 100))
    between(os.SEEK_HOLE, lambda: path.write_bytes(content))
    assert list(source.data_runs(ByteRange(0, source.size))) == [ByteRange(1 << 20, source.size)]
    source.close()


def test_of_a_file_that_comes_and_goes_no_hole_is_told(source: FileSource, path: Path, monkeypatch):
    """It is short during each seek for data, and after it longer than ever before."""
    real, content = os.lseek, bytearray(path.read_bytes())

    def seek(fd: int, at: int, whence: int) -> int:
        if whence == os.SEEK_DATA:
            os.truncate(path, 100)
        try:
            return real(fd, at, whence)
        finally:
            content.append(1)
            path.write_bytes(content)

    monkeypatch.setattr(os, "lseek", seek)
    assert list(source.data_runs(ByteRange(8_192, 20_000))) == [ByteRange(8_192, 20_000)]


def test_the_hole_at_the_end_of_a_file_that_changed_once_is_told(tmp_path: Path, between) -> None:
    path = tmp_path / "sparse"
    path.write_bytes(b"x" * 4096)
    os.truncate(path, 1 << 20)
    source = open_file(str(path))
    for act in (int, int, lambda: os.utime(path, ns=(1, 1))):
        between(os.SEEK_DATA, act)
    assert list(source.data_runs(ByteRange(0, 1 << 20))) == [ByteRange(0, 4096)]
    assert path.stat().st_mtime_ns == 1
    source.close()


def test_refresh_takes_the_new_size(source: FileSource, path: Path) -> None:
    os.truncate(path, 9_000)
    source.refresh()
    assert (source.size, source.check_outside()) == (9_000, Outside.NONE)
    os.truncate(path, 30_000)
    assert (source.size, source.check_outside()) == (9_000, Outside.GREW)
    source.refresh()
    assert source.size == 30_000


def test_a_window_keeps_its_length_when_the_file_grows(path: Path) -> None:
    window = open_file(str(path), offset=1_000, length=5_000)
    tail = open_file(str(path), offset=1_000)
    os.truncate(path, 30_000)
    window.refresh()
    tail.refresh()
    assert (window.size, tail.size) == (5_000, 29_000)
    os.truncate(path, 3_000)
    window.refresh()
    assert window.size == 2_000
    window.close()
    tail.close()


def test_changed_content(source: FileSource, path: Path) -> None:
    assert source.check_outside() is Outside.NONE
    with path.open("r+b") as file:
        file.write(b"!")
    assert source.check_outside() is Outside.CONTENT
    source.refresh()
    assert source.check_outside() is Outside.NONE


def test_changed_content_with_the_time_put_back(source: FileSource, path: Path) -> None:
    before = path.stat()
    with path.open("r+b") as file:
        file.write(b"!")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert source.check_outside() is Outside.CONTENT


def test_a_deleted_file_can_still_be_read(source: FileSource, path: Path) -> None:
    content = path.read_bytes()
    path.unlink()
    assert source.check_outside() is Outside.DELETED
    assert read(source, 0, 20_000).data == content


def test_a_replaced_file_is_not_taken_for_the_open_one(source: FileSource, path: Path) -> None:
    content = path.read_bytes()
    other = path.with_name("other")
    other.write_bytes(bytes(20_000))
    other.replace(path)
    assert source.check_outside() is Outside.REPLACED
    assert read(source, 0, 20_000).data == content


def test_a_hard_link_is_the_same_file(source: FileSource, path: Path) -> None:
    os.link(path, path.with_name("link"))
    assert identity_of(os.fsencode(path.with_name("link"))).same_file(source.opened)


def test_after_close_all_is_unreadable_and_no_other_file_is_read(source: FileSource, path: Path) -> None:
    number = source.fd
    source.close()
    other = os.open("/dev/zero", os.O_RDONLY)  # likely gets the number
    reading = read(source, 10, 20)
    assert reading.lost == (Lost(ByteRange(10, 30), Why.UNREADABLE),)
    assert (source.fd, source.check_outside()) == (-1, Outside.NONE)
    assert not source.can_map
    source.close()
    os.close(other)
    assert number >= 0


def test_a_descriptor_is_closed_when_nobody_uses_it(path: Path) -> None:
    made = open_file(str(path))
    number = made.fd
    assert os.readlink(f"/proc/self/fd/{number}") == str(path)
    assert not os.get_inheritable(number)
    made.close()
    with pytest.raises(OSError):
        os.fstat(number)


def test_many_threads_read_at_once(source: FileSource, path: Path) -> None:
    content = path.read_bytes()
    wrong: list[int] = []

    def look(seed: int) -> None:
        for n in range(200):
            at = (seed * 7919 + n * 104_729) % 15_000
            if read(source, at, 4_999).data != content[at : at + 4_999]:
                wrong.append(at)

    threads = [threading.Thread(target=look, args=(n,)) for n in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []


def test_exactly_the_unreadable_pages_are_lost() -> None:
    """Our own memory as the medium: what is not mapped in it is EIO, as a bad sector is."""
    libc = ctypes.CDLL(None)
    memory = mmap.mmap(-1, 12 * 4096)
    memory[:] = b"\x55" * len(memory)
    start = ctypes.addressof(ctypes.c_char.from_buffer(memory))
    libc.munmap.argtypes = (ctypes.c_void_p, ctypes.c_size_t)
    for page, count in ((3, 1), (7, 2)):
        assert libc.munmap(start + page * 4096, count * 4096) == 0
    fd = os.open("/proc/self/mem", os.O_RDONLY)
    buffer = bytearray(b"\xaa" * (10 * 4096))
    lost = read_at(fd, start + 100, memoryview(buffer))
    os.close(fd)
    # Anonymous memory again, so that the object can be freed.
    libc.mmap.argtypes = (ctypes.c_void_p, ctypes.c_size_t, *[ctypes.c_int] * 3, ctypes.c_long)
    libc.mmap.restype = ctypes.c_void_p
    for page, count in ((3, 1), (7, 2)):
        assert libc.mmap(start + page * 4096, count * 4096, 3, 0x32, -1, 0)
    bad = [ByteRange(start + 3 * 4096, start + 4 * 4096), ByteRange(start + 7 * 4096, start + 9 * 4096)]
    assert lost == tuple(Lost(part, Why.UNREADABLE) for part in bad)
    model = bytearray(b"\x55" * (10 * 4096))
    for part in bad:
        model[part.start - start - 100 : part.end - start - 100] = bytes(part.length)
    assert buffer == model


@pytest.mark.page_cache
def test_a_bulk_read_leaves_the_cache_as_it_was(path: Path) -> None:
    with path.open("r+b") as file:
        file.truncate(1 << 20)
        file.write(b"x" * (1 << 20))
        os.fsync(file.fileno())
        os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
    source = open_file(str(path))
    if source.cached(0, source.size) is not False:
        pytest.skip("the kernel does not tell, or keeps what it should drop")
    buffer = bytearray(1 << 20)
    assert source.read_undisturbed(0, memoryview(buffer)) == ()
    assert buffer == b"x" * (1 << 20)
    assert source.cached(500_000, 4096) is False
    assert source.read_into(0, memoryview(buffer)) == ()
    assert source.cached(0, source.size) is True
    assert source.read_undisturbed(0, memoryview(buffer)) == ()
    assert source.cached(0, source.size) is True
    source.close()


def test_a_file_system_that_cannot_pass_the_cache_by_is_asked_once(path: Path) -> None:
    manners = Manners()
    manners.dontcache = False
    with path.open("rb") as file:
        buffer = bytearray(20_000)
        assert manners.read(file.fileno(), 0, memoryview(buffer)) == ()
    assert bytes(buffer) == path.read_bytes()
    assert manners.dontcache is False


def test_nothing_heavy_is_imported_on_the_way_to_the_first_byte() -> None:
    import subprocess
    import sys

    code = (
        "import sys\n"
        "from bytescope.core.source.opening import open_file\n"
        "source = open_file(sys.executable)\n"
        "source.read_into(0, memoryview(bytearray(64)))\n"
        "print([m for m in ('numpy', 'numba', 'ctypes') if m in sys.modules])\n"
    )
    app = str(Path(__file__).parents[3] / "app")
    answer = subprocess.run(
        [sys.executable, "-c", code], env={"PYTHONPATH": app}, capture_output=True, text=True, timeout=60
    )
    assert answer.stdout.strip() == "[]"


def test_what_was_cut_off_and_grew_again_while_it_was_read_is_read_once_more(tmp_path, monkeypatch):
    path = tmp_path / "a.bin"
    content = bytes(range(1, 256)) * 100
    path.write_bytes(content)
    source = open_file(bytes(path))
    real, calls = file.read_at, []

    def torn(fd, position, view, flags=0):
        calls.append(position)
        if len(calls) == 1:
            os.truncate(path, 100)
            os.truncate(path, len(content))
        lost = real(fd, position, view, flags)
        if len(calls) == 1:
            path.write_bytes(content)
        return lost

    monkeypatch.setattr(file, "read_at", torn)
    assert read(source, 0, len(content)) == Reading(content)
    assert len(calls) == 2
    source.close()


def test_the_size_of_a_source_can_outlast_a_change_of_its_file(tmp_path):
    path = tmp_path / "a.bin"
    path.write_bytes(b"x" * 9000)
    source = open_file(bytes(path))
    os.truncate(path, 100)
    source.refresh(9000)
    assert (source.size, source.check_outside()) == (9000, Outside.NONE)
    assert read(source, 0, 200).lost == (Lost(ByteRange(100, 200), Why.GONE),)
    source.close()

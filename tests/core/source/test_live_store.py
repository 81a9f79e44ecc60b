"""Stores into a file that is open in Live access."""

from __future__ import annotations

import mmap
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bytescope.core.errors import RefusedError, SaveError
from bytescope.core.ranges import ByteRange
from bytescope.core.source import guard, storing
from bytescope.core.source.access import Access
from bytescope.core.source.base import Lost, Why, read
from bytescope.core.source.file import FileSource
from bytescope.core.source.identity import Outside
from bytescope.core.source.opening import open_file

SIZE = 10 * 4096 + 50


@pytest.fixture(params=["mapping", "pwrite"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Both ways of storing: with the guard, and as if it were not available."""
    assert guard.install()
    if request.param == "pwrite":
        monkeypatch.setattr(guard, "ready", bool)
    return str(request.param)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "live"
    made.write_bytes(b"\x01" * SIZE)
    return made


@pytest.fixture
def source(path: Path, way: str) -> Iterator[FileSource]:
    made = open_file(str(path), Access.LIVE)
    assert made.can_map == (way == "mapping")
    yield made
    made.close()


def test_a_store_is_seen_by_everyone_at_once(source: FileSource, path: Path) -> None:
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as other:
        source.store(4090, b"across a border")
        assert other[4090:4105] == b"across a border"
        assert path.read_bytes()[4090:4105] == b"across a border"
        assert read(source, 4090, 15).data == b"across a border"
        with source.pages(4090, 15) as pages:
            assert bytes(pages.array) == b"across a border"
    source.flush()
    assert path.stat().st_size == SIZE


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(parts=st.lists(st.tuples(st.integers(0, SIZE - 1), st.binary(max_size=300)), max_size=5))
def test_stores_are_what_the_model_says(
    source: FileSource, path: Path, parts: list[tuple[int, bytes]]
) -> None:
    model = bytearray(path.read_bytes())
    for at, data in parts:
        data = data[: SIZE - at]
        model[at : at + len(data)] = data
        source.store(at, memoryview(data))
    assert path.read_bytes() == model


def test_our_own_stores_are_no_change_from_outside(source: FileSource, path: Path) -> None:
    source.store(5, b"mine")
    source.flush()
    source.store(6, b"mine")
    source.resize(SIZE + 1)
    assert source.check_outside() is Outside.NONE
    with path.open("r+b") as file:
        file.write(b"theirs")
    assert source.check_outside() is Outside.CONTENT
    source.store(7, b"mine")  # does not hide what they did
    assert source.check_outside() is Outside.CONTENT


def test_a_window_stores_at_its_own_offsets(path: Path, way: str) -> None:
    window = open_file(str(path), Access.LIVE, 4_100, 5_000)
    window.store(4_990, b"end of win")
    with pytest.raises(RefusedError):
        window.store(4_991, b"end of win")
    with pytest.raises(RefusedError, match="window"):
        window.resize(3)
    window.close()
    assert path.read_bytes() == b"\x01" * 9_090 + b"end of win" + b"\x01" * (SIZE - 9_100)


@pytest.mark.parametrize("offset", [-1, SIZE - 2, SIZE, 2**70])
def test_nothing_is_stored_outside(source: FileSource, path: Path, offset: int) -> None:
    with pytest.raises(RefusedError):
        source.store(offset, b"abc")
    assert path.read_bytes() == b"\x01" * SIZE


@pytest.mark.parametrize("access", [Access.READ, Access.EDIT])
def test_only_live_access_stores(path: Path, access: Access) -> None:
    source = open_file(str(path), access)
    with pytest.raises(RefusedError, match="Live access"):
        source.store(0, b"x")
    with pytest.raises(RefusedError, match="Live access"):
        source.resize(5)
    source.close()
    assert path.read_bytes() == b"\x01" * SIZE


def test_a_closed_source_stores_nothing(source: FileSource, path: Path) -> None:
    source.close()
    for change in (lambda: source.store(0, b"x"), lambda: source.resize(5), source.flush):
        with pytest.raises(RefusedError, match="closed"):
            change()
    assert path.read_bytes() == b"\x01" * SIZE


def test_a_store_does_not_grow_back_what_was_cut_off(source: FileSource, path: Path) -> None:
    source.store(0, b"x")  # mapped by now
    os.truncate(path, 5000)
    with pytest.raises(SaveError, match="was shortened"):
        source.store(8000, b"lost")
    assert path.stat().st_size == 5000


def test_a_store_that_the_guard_caught_is_stored_after_all(path: Path) -> None:
    """The pages of the mapping were replaced: what goes there never reaches the file."""
    assert guard.install()
    source = open_file(str(path), Access.LIVE)
    with source.pages(0, SIZE) as pages:
        os.truncate(path, 0)
        assert not pages.array.any()
        path.write_bytes(b"\x02" * SIZE)
        mapping = source._mapping
        assert mapping is not None
        assert mapping.damaged
        storing.store(source.fd, 4096, b"here", mapping, 4096, source.name)
    assert path.read_bytes()[4094:4102] == b"\x02\x02here\x02\x02"
    source.store(8192, b"there")
    assert path.read_bytes()[8192:8197] == b"there"
    source.close()


def test_resize_cuts_and_grows(source: FileSource, path: Path) -> None:
    source.resize(4097)
    assert (source.size, path.stat().st_size) == (4097, 4097)
    source.resize(3 * 4096)
    assert path.read_bytes() == b"\x01" * 4097 + bytes(3 * 4096 - 4097)
    source.store(3 * 4096 - 3, b"end")
    with source.pages(4096, 8192) as pages:
        assert bytes(pages.array) == b"\x01" + bytes(8188) + b"end"
    assert pages.lost == ()
    source.resize(0)
    assert (source.size, source.can_map) == (0, False)


@pytest.mark.parametrize(("size", "error"), [(-1, RefusedError), (2**62, SaveError), (2**70, SaveError)])
def test_impossible_sizes(source: FileSource, path: Path, size: int, error: type[Exception]) -> None:
    if size == 2**62 and os.pathconf(path, "PC_FILESIZEBITS") > 62 and _allows(path.with_name("try"), size):
        pytest.skip("this file system has files of that size")
    with pytest.raises(error):
        source.resize(size)
    assert (source.size, path.stat().st_size) == (SIZE, SIZE)


def _allows(path: Path, size: int) -> bool:
    try:
        with path.open("wb") as file:
            file.truncate(size)
    except OSError:
        return False
    finally:
        path.unlink()
    return True


def test_cut_off_under_a_reader_is_gone_for_it(path: Path) -> None:
    assert guard.install()
    source = open_file(str(path), Access.LIVE)
    with source.pages(0, SIZE) as pages:
        source.resize(4096)
        assert int(pages.array[:8192].sum()) == 4096
    assert pages.lost == (Lost(ByteRange(4096, SIZE), Why.GONE),)
    source.close()


def test_exactly_the_stored_pages_of_a_hole_are_allocated(path: Path, way: str) -> None:
    os.truncate(path, 0)
    os.truncate(path, 1 << 30)
    source = open_file(str(path), Access.LIVE)
    source.store((1 << 20) + 4000, b"x" * 200)
    assert path.stat().st_blocks * 512 == 2 * 4096
    assert list(source.data_runs(ByteRange(0, 1 << 30))) == [ByteRange(1 << 20, (1 << 20) + 8192)]
    assert source.size == path.stat().st_size == 1 << 30
    source.close()


def test_a_file_cut_off_while_its_holes_are_looked_for_is_an_answer(path: Path, monkeypatch) -> None:
    """Between the seek for data and the one for its end."""
    real = os.lseek

    def seek(fd: int, at: int, whence: int) -> int:
        if whence == os.SEEK_HOLE:
            os.truncate(path, 100)
        return real(fd, at, whence)

    with path.open("rb") as file:
        monkeypatch.setattr(os, "lseek", seek)
        storing.allocate(file.fileno(), 8192, 4096, "live")
    assert path.stat().st_size == 100


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 1 MiB."""
    place = tmp_path / "disk"
    place.mkdir()
    options = ["-t", "tmpfs", "-o", "size=1m", "bytescope-test", str(place)]
    if subprocess.run(["mount", *options], capture_output=True).returncode:
        pytest.skip("mounting is not possible here")
    yield place
    subprocess.run(["umount", "--lazy", str(place)], check=True)


@pytest.mark.needs_root
def test_a_full_disk_is_a_sentence_and_changes_nothing(small_disk: Path, way: str) -> None:
    path = small_disk / "sparse"
    with path.open("wb") as file:
        file.truncate(64 << 20)
        file.write(b"\x01" * (512 << 10))
    source = open_file(str(path), Access.LIVE)
    source.store(1 << 20, b"x" * (100 << 10))
    blocks = path.stat().st_blocks
    with pytest.raises(SaveError, match="the disk has no room"):
        source.store((512 << 10) - 4096, b"y" * (800 << 10))
    assert path.stat().st_blocks == blocks
    assert read(source, (512 << 10) - 4096, 8192).data == b"\x01" * 4096 + bytes(4096)
    source.store(0, b"still possible")
    source.close()


@pytest.mark.needs_root
def test_the_disk_fills_up_behind_our_back(small_disk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No allocation, as on a file system that copies on write: the guard catches it, pwrite tells why."""
    assert guard.install()
    monkeypatch.setattr(storing, "allocate", lambda *_: None)
    path = small_disk / "sparse"
    with path.open("wb") as file:
        file.truncate(64 << 20)
    source = open_file(str(path), Access.LIVE)
    assert source.can_map
    with pytest.raises(SaveError, match=r"of 2,097,152 bytes were stored.*no space left"):
        source.store(4096, b"y" * (2 << 20))
    source.close()

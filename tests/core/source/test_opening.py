"""Every bad thing that can stand at a path gets one sentence, and nothing blocks."""

from __future__ import annotations

import os
import socket
import stat
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from bytescope.core.errors import OpenError
from bytescope.core.ranges import ByteRange
from bytescope.core.source import opening
from bytescope.core.source.access import Access
from bytescope.core.source.base import Lost, Why, read
from bytescope.core.source.identity import Outside
from bytescope.core.source.opening import create_file, open_file

APP = Path(__file__).parents[3] / "app"


def _folder(path: Path) -> None:
    path.mkdir()


def _pipe(path: Path) -> None:
    os.mkfifo(path)


def _socket(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as end, tempfile.TemporaryDirectory() as short:
        end.bind(f"{short}/s")  # the path of a socket has at most 107 bytes
        os.rename(f"{short}/s", path)


def _dangling(path: Path) -> None:
    path.symlink_to("nowhere")


def _circle(path: Path) -> None:
    path.symlink_to(path.name)


def _nothing(path: Path) -> None:
    assert not path.exists()


@pytest.mark.parametrize("access", [Access.READ, Access.EDIT, Access.LIVE])
@pytest.mark.parametrize(
    ("make", "words"),
    [
        (_folder, "is a folder"),
        (_pipe, "is a pipe"),
        (_socket, "is a socket"),
        (_dangling, "a link to a file that does not exist"),
        (_circle, "lead in a circle"),
        (_nothing, "there is no such file"),
    ],
)
def test_what_is_no_file(make: Callable[[Path], None], words: str, access: Access, tmp_path: Path) -> None:
    path = tmp_path / "thing"
    make(path)
    before = len(os.listdir("/proc/self/fd"))
    with pytest.raises(OpenError, match=words) as caught:
        open_file(str(path), access)
    assert str(caught.value).endswith(".")
    assert "\n" not in str(caught.value)
    assert caught.value.exit_status == 2
    assert len(os.listdir("/proc/self/fd")) == before


def test_a_character_device() -> None:
    with pytest.raises(OpenError, match="is a character device"):
        open_file("/dev/zero")


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("", "No path was given"),
        (b"a\0b", "zero byte"),
        ("/etc/passwd/x", "not a folder"),
        ("/" + "x" * 300, "too long"),
        ("\ud800", "no file name can have"),
    ],
)
def test_paths_that_are_none(path: str | bytes, words: str) -> None:
    with pytest.raises(OpenError, match=words):
        open_file(path)


@pytest.mark.parametrize("size", [0, 1, 4095, 4096, 4097])
def test_sizes_about_a_page(size: int, tmp_path: Path) -> None:
    content = bytes(n % 251 for n in range(size))
    (tmp_path / "f").write_bytes(content)
    source = open_file(str(tmp_path / "f"))
    assert source.size == size
    assert read(source, 0, size).data == content
    assert list(source.data_runs(ByteRange(0, size))) == ([ByteRange(0, size)] if size else [])
    with source.pages(0, size) as pages:
        assert bytes(pages.array) == content
    source.close()


@pytest.fixture
def huge() -> Iterator[Path]:
    """A sparse file of 8 EiB less one byte, where a file system allows it."""
    with tempfile.TemporaryDirectory(dir="/dev/shm" if os.access("/dev/shm", os.W_OK) else None) as folder:
        path = Path(folder) / "huge"
        try:
            create_file(str(path), 2**63 - 1)
        except OpenError:
            pytest.skip("no file system here has files of 8 EiB")
        yield path


def test_eight_exbibytes(huge: Path) -> None:
    from bytescope.core.source import guard

    with huge.open("r+b") as file:
        os.pwrite(file.fileno(), b"last", 2**63 - 5)
    source = open_file(str(huge))
    assert source.size == 2**63 - 1
    assert read(source, 2**63 - 9, 10).data == b"\0\0\0\0last\0\0"
    assert read(source, 2**63 - 9, 10).lost == (Lost(ByteRange(2**63 - 1, 2**63 + 1), Why.GONE),)
    assert [run.end for run in source.data_runs(ByteRange(0, source.size))] == [2**63 - 1]
    assert guard.install()
    assert not source.can_map  # there is no address space for it
    with source.pages(2**63 - 5, 4) as pages:
        assert bytes(pages.array) == b"last"
    source.close()
    window = open_file(str(huge), Access.READ, 2**62 + 5, 1 << 40)
    assert window.can_map
    window.close()
    window = open_file(str(huge), offset=2**63 - 5)
    with window.pages(0, 4) as pages:
        assert bytes(pages.array) == b"last"
    window.close()


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        (b"caf\xe9", r"caf\xe9"),
        (b"<h1>big", "<h1>big"),
        ("evil\u202egnp".encode(), r"evil\u202egnp"),
        (b"two\nlines", r"two\x0alines"),
        (b"-rf; $(x)", "-rf; $(x)"),
    ],
)
def test_odd_names(name: bytes, shown: str, tmp_path: Path) -> None:
    path = os.path.join(os.fsencode(tmp_path), name)
    with open(path, "wb") as file:
        file.write(b"abc")
    source = open_file(path)
    assert (source.path, source.name, source.size) == (path, shown, 3)
    assert source.check_outside() is Outside.NONE
    source.close()
    os.unlink(path)
    with pytest.raises(OpenError) as caught:
        open_file(path)
    assert f"{shown}” cannot be opened" in str(caught.value)


def test_a_path_relative_to_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "f").write_bytes(b"abc")
    monkeypatch.chdir(tmp_path)
    source = open_file("f")
    monkeypatch.chdir("/")
    assert source.path == os.fsencode(tmp_path / "f")
    assert source.check_outside() is Outside.NONE
    source.close()


@pytest.mark.parametrize(
    ("offset", "length", "size"), [(0, 5, 5), (3, None, 7), (3, 100, 7), (9, 1, 1), (0, 100, 10)]
)
def test_windows(offset: int, length: int | None, size: int, tmp_path: Path) -> None:
    (tmp_path / "f").write_bytes(b"0123456789")
    source = open_file(str(tmp_path / "f"), Access.READ, offset, length)
    assert source.size == size
    assert read(source, 0, size).data == b"0123456789"[offset : offset + size]
    assert source.windowed == (size < 10)
    source.close()


@pytest.mark.parametrize(("offset", "length"), [(-1, None), (10, None), (2**70, 1), (0, 0), (0, -5)])
def test_windows_that_are_none(offset: int, length: int | None, tmp_path: Path) -> None:
    (tmp_path / "f").write_bytes(b"0123456789")
    with pytest.raises(OpenError, match="window"):
        open_file(str(tmp_path / "f"), Access.READ, offset, length)


def test_a_file_marked_read_only_can_be_edited_but_not_live(tmp_path: Path) -> None:
    path = tmp_path / "f"
    path.write_bytes(b"abc")
    path.chmod(0o444)
    source = open_file(str(path))
    assert (source.access, source.read_only) == (Access.EDIT, True)
    source.close()
    with pytest.raises(OpenError, match="open it in Read or Edit access instead"):
        open_file(str(path), Access.LIVE)


@pytest.mark.needs_root
def test_a_file_that_may_not_be_read() -> None:
    with tempfile.TemporaryDirectory() as folder:
        os.chmod(folder, 0o755)
        path = Path(folder) / "secret"
        path.write_bytes(b"abc")
        path.chmod(0o600)
        answer = subprocess.run(
            [sys.executable, "-c", _AS_NOBODY, str(path)],
            env={"PYTHONPATH": str(APP)},
            capture_output=True,
            text=True,
            timeout=500,
        )
    assert answer.stdout.splitlines() == ["OpenError True"]


_AS_NOBODY = """
import os, sys
from bytescope.core.errors import OpenError
from bytescope.core.source.opening import open_file
os.seteuid(65534)
try:
    open_file(sys.argv[1])
except OpenError as error:
    print("OpenError", "you may not read it" in str(error))
"""


@pytest.fixture
def loop_device(tmp_path: Path) -> Iterator[str]:
    """A block device of 1 MiB whose third page begins with b"device"."""
    image = tmp_path / "image"
    image.write_bytes(bytes(8192) + b"device" + bytes((1 << 20) - 8198))
    try:
        made = subprocess.run(["losetup", "--find", "--show", image], capture_output=True, text=True)
    except FileNotFoundError:
        pytest.skip("losetup is not installed")
    device = made.stdout.strip()
    if made.returncode or not os.access(device, os.R_OK):
        pytest.skip("no loop devices here")
    yield device
    subprocess.run(["losetup", "--detach", device], check=True)


@pytest.mark.needs_root
@pytest.mark.parametrize("access", [Access.EDIT, Access.LIVE])
def test_a_block_device_opens_for_reading(access: Access, loop_device: str) -> None:
    from bytescope.core.source import guard

    source = open_file(loop_device, access)
    assert (source.access, source.is_device, source.size) == (Access.READ, True, 1 << 20)
    assert read(source, 8192, 6).data == b"device"
    assert guard.install()
    with source.pages(8192, 6) as pages:
        assert bytes(pages.array) == b"device"
    assert pages.lost == ()
    assert source.check_outside() is Outside.NONE
    source.close()


def test_a_file_of_procfs_is_read_once() -> None:
    source = open_file("/proc/version")
    text = Path("/proc/version").read_bytes()
    assert (source.access, source.snapshot, source.size) == (Access.READ, True, len(text))
    assert read(source, 0, source.size).data == text
    assert source.check_outside() is Outside.NONE
    source.close()


@pytest.mark.parametrize("path", ["/proc/kmsg", "/proc/self/mem"])
def test_what_cannot_be_read_once(path: str) -> None:
    with pytest.raises(OpenError):
        open_file(path)


def test_a_new_file_is_sparse_and_never_replaces_one(tmp_path: Path) -> None:
    path = tmp_path / "new"
    create_file(str(path), 1 << 40)
    found = path.stat()
    assert (found.st_size, found.st_blocks) == (1 << 40, 0)
    assert stat.S_IMODE(found.st_mode) & 0o111 == 0
    with pytest.raises(OpenError, match="exists already"):
        create_file(str(path), 1)
    path.unlink()


@pytest.mark.parametrize("size", [-1, 2**63, 2**70])
def test_a_new_file_of_an_impossible_size_is_not_left_behind(size: int, tmp_path: Path) -> None:
    with pytest.raises(OpenError):
        create_file(str(tmp_path / "new"), size)
    assert list(tmp_path.iterdir()) == []


def test_a_new_file_where_there_is_no_folder(tmp_path: Path) -> None:
    with pytest.raises(OpenError, match="choose another folder"):
        create_file(str(tmp_path / "no" / "new"), 1)


def test_a_pipe_that_takes_the_place_of_a_file_while_it_is_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "f"
    path.touch()
    file = path.stat()
    path.unlink()
    os.mkfifo(path)
    monkeypatch.setattr(opening, "_look", {os.fsencode(path): file}.get)
    before = len(os.listdir("/proc/self/fd"))
    with pytest.raises(OpenError, match="is a pipe"):
        open_file(str(path), Access.READ)
    assert len(os.listdir("/proc/self/fd")) == before

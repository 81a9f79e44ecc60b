"""What happens to an open file, and to the medium it lies on: told, marked, and no edit lost."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog, QPushButton
from pytestqt.qtbot import QtBot

from bytescope.cli import main
from bytescope.core.ranges import PAGESIZE, ByteRange
from bytescope.ui.window import Window
from helpers.badsectors import bad_sectors
from helpers.driving import click, in_dialog, tool, type_into
from helpers.files import noise_bytes
from helpers.walking import Walker


@pytest.fixture
def walker(window: Window, qtbot: QtBot) -> Walker:
    return Walker(window, qtbot)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "data.bin"
    file.write_bytes(noise_bytes(8 * PAGESIZE))
    return file


# -- while it is open -------------------------------------------------------------------------


def noticed(walker: Walker) -> str:
    with walker.qtbot.waitSignal(walker.view.watch.noticed):
        walker.view.watch.look()
    return walker.message()


def _shrink(path: Path) -> None:
    os.truncate(path, 2 * PAGESIZE)


def _grow(path: Path) -> None:
    with path.open("ab") as file:
        file.write(b"more")


def _vanish(path: Path) -> None:
    path.unlink()


def _replace(path: Path) -> None:
    other = path.with_suffix(".new")
    other.write_bytes(b"other" * 1000)
    other.rename(path)


def _change(path: Path) -> None:
    with path.open("r+b") as file:
        file.write(b"theirs")


CHANGES = {
    "shrinks": (_shrink, "shortened"),
    "grows": (_grow, "longer"),
    "vanishes": (_vanish, "deleted"),
    "is replaced": (_replace, "replaced"),
    "changes": (_change, "changed"),
}
changes = pytest.mark.parametrize(("happen", "part"), CHANGES.values(), ids=list(CHANGES))


@changes
def test_a_file_that_changes_while_open_is_told_and_edits_are_kept(
    walker: Walker, path: Path, happen: Callable[[Path], None], part: str
) -> None:
    walker.open(path)
    walker.session.write(5 * PAGESIZE, b"edit")
    happen(path)
    assert part in noticed(walker)
    assert walker.bytes(5 * PAGESIZE, 4) == b"edit"
    assert walker.edited() == [(5, 6)]


@changes
def test_a_save_over_a_changed_file_asks_and_writes_nothing(
    walker: Walker, path: Path, qtbot: QtBot, happen: Callable[[Path], None], part: str
) -> None:
    walker.open(path)
    walker.session.write(PAGESIZE, b"edit")
    happen(path)
    now = path.read_bytes() if path.exists() else None
    with qtbot.waitSignal(walker.view.saving.failed):
        walker.keys("Ctrl+S")
    qtbot.waitUntil(lambda: "nothing was written" in walker.message())
    assert (path.read_bytes() if path.exists() else None) == now
    assert walker.edited() == [(1, 2)]


def test_pages_cut_off_are_marked_and_never_zeros(walker: Walker, path: Path, qtbot: QtBot) -> None:
    walker.open(path)
    _shrink(path)
    noticed(walker)
    walker.session.bytes.ask(ByteRange.of(4 * PAGESIZE, 16))
    qtbot.waitUntil(lambda: walker.session.bytes.get(4 * PAGESIZE, 16) is not None)
    got = walker.session.bytes.get(4 * PAGESIZE, 16)
    assert got is not None
    assert [(item.range.start, item.range.length) for item in got.lost] == [(4 * PAGESIZE, 16)]
    walker.session.go_to(4 * PAGESIZE)
    qtbot.waitUntil(lambda: class_of(walker, 4) == "GONE")


def class_of(walker: Walker, page: int) -> str:
    fact = walker.session.facts.page(page) if walker.session.facts is not None else None
    return fact.cls.name if fact is not None else ""


def test_save_mine_writes_over_what_another_program_did(walker: Walker, path: Path, qtbot: QtBot) -> None:
    walker.open(path)
    walker.session.write(PAGESIZE, b"mine")
    _change(path)
    with qtbot.waitSignal(walker.view.saving.failed):
        walker.keys("Ctrl+S")
    qtbot.waitUntil(lambda: walker.view.strip.findChild(QPushButton, "message.save_mine") is not None)
    with qtbot.waitSignal(walker.view.saving.saved):
        click(walker.view.strip, "message.save_mine")
    assert path.read_bytes()[:6] == b"theirs"
    assert path.read_bytes()[PAGESIZE : PAGESIZE + 4] == b"mine"


def test_reload_theirs_shows_what_another_program_wrote(walker: Walker, path: Path, qtbot: QtBot) -> None:
    walker.open(path)
    _change(path)
    noticed(walker)
    before = walker.session.file
    click(walker.view.strip, "message.reload")
    qtbot.waitUntil(lambda: walker.session.file is not before)
    assert walker.bytes(0, 6) == b"theirs"


def test_a_reload_of_what_is_gone_says_so_and_keeps_the_edits(
    walker: Walker, path: Path, qtbot: QtBot
) -> None:
    walker.open(path)
    path.unlink()
    with qtbot.waitSignal(walker.window.workspace.told):
        walker.keys("F5")
    assert "no such file" in walker.message()
    assert walker.bytes(0, 4) == noise_bytes(8 * PAGESIZE)[:4]


# -- the medium -------------------------------------------------------------------------------


@pytest.mark.needs_root
def test_a_bad_sector_is_marked_in_the_window(walker: Walker, tmp_path: Path, qtbot: QtBot) -> None:
    with bad_sectors(tmp_path / "disk", 16, [3]) as place:
        walker.open(place)
        walker.session.go_to(3 * PAGESIZE)
        qtbot.waitUntil(lambda: class_of(walker, 3) == "ERROR", timeout=10_000)
        walker.session.bytes.ask(ByteRange.of(3 * PAGESIZE, 8))
        qtbot.waitUntil(lambda: walker.session.bytes.get(3 * PAGESIZE, 8) is not None)
        got = walker.session.bytes.get(3 * PAGESIZE, 8)
        assert got is not None
        assert got.lost
        assert walker.bytes(2 * PAGESIZE, 4) == b"\1\1\1\1"
        walker.keys("Ctrl+W")


@pytest.mark.needs_root
def test_a_bad_sector_on_the_command_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with bad_sectors(tmp_path / "disk", 8, [3]) as place:
        assert main(["pages", str(place)]) == 0
        rows = capsys.readouterr().out.splitlines()[1:]
        assert [row.split(",")[3] for row in rows] == ["const"] * 3 + ["error"] + ["const"] * 4
        assert main(["dump", str(place)]) == 1
        assert "could not be read" in capsys.readouterr().err


@pytest.fixture
def full_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system with 32 KiB of room, and a file with holes on it."""
    place = tmp_path / "disk"
    place.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=64k", "none", str(place)], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip("a tmpfs cannot be mounted here")
    try:
        with (place / "file").open("wb") as file:
            file.truncate(1 << 20)
        yield place / "file"
    finally:
        subprocess.run(["umount", "-l", str(place)], check=False)


@pytest.mark.needs_root
def test_a_full_disk_is_told_and_the_edits_stay(walker: Walker, full_disk: Path, qtbot: QtBot) -> None:
    walker.open(full_disk)
    walker.keys("Ctrl+A")

    def ask(dialog: QDialog) -> None:
        type_into(dialog, "fill.pattern.hex", "AA")
        click(dialog, "fill.ok")

    in_dialog(lambda: tool(walker.window, "edits.fill"), ask)
    with qtbot.waitSignal(walker.view.saving.failed):
        walker.keys("Ctrl+S")
    assert "space" in walker.message()
    assert walker.edited() == [(0, 256)]
    assert full_disk.read_bytes() == bytes(1 << 20)
    walker.keys("Ctrl+Z")
    assert walker.edited() == []


@pytest.mark.needs_root
def test_a_full_disk_on_the_command_line(full_disk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["fill", str(full_disk), "all", "AA"]) == 1
    printed = capsys.readouterr()
    assert "space" in printed.err
    assert printed.err.count("\n") == 1
    assert full_disk.read_bytes() == bytes(1 << 20)


@pytest.mark.needs_root
def test_a_read_only_file_system_is_told(
    walker: Walker, full_disk: Path, qtbot: QtBot, capsys: pytest.CaptureFixture[str]
) -> None:
    subprocess.run(["mount", "-o", "remount,ro", str(full_disk.parent)], check=True)
    assert main(["write", str(full_disk), "0", "AA"]) == 2
    assert "read-only" in capsys.readouterr().err
    walker.open(full_disk)
    assert walker.session.file is not None
    assert walker.session.file.read_only

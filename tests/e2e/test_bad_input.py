"""Bad input, each case twice: a sentence in a window that goes on, and status 2 on the command line."""

from __future__ import annotations

import contextlib
import os
import socket
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog, QLabel
from pytestqt.qtbot import QtBot

from bytescope.cli import main
from bytescope.core.ranges import PAGESIZE
from bytescope.ui.window import Window
from helpers.driving import child, click, in_dialog, type_into
from helpers.files import noise_bytes
from helpers.walking import Walker

CHECKOUT = Path(__file__).resolve().parents[2]
NOBODY = 65534


@pytest.fixture
def walker(window: Window, qtbot: QtBot) -> Walker:
    return Walker(window, qtbot)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "data.bin"
    file.write_bytes(noise_bytes(8 * PAGESIZE))
    return file


def told(walker: Walker, path: str | bytes) -> str:
    """What the window says when ``path`` is opened; it goes on, without a document."""
    with walker.qtbot.waitSignal(walker.window.workspace.told, timeout=10_000):
        walker.window.workspace.open(path)
    assert walker.window.views == []
    assert walker.window.isVisible()
    said = walker.message()
    assert said.endswith(".")
    assert "\n" not in said
    return said


def refused(capsys: pytest.CaptureFixture[str], *arguments: object) -> str:
    """What the command line says; status 2, one sentence, no output."""
    capsys.readouterr()
    status = main([os.fsdecode(a) if isinstance(a, bytes) else str(a) for a in arguments])
    printed = capsys.readouterr()
    assert status == 2, printed.err
    assert printed.out == ""
    assert printed.err.startswith("bytescope: ")
    assert printed.err.count("\n") == 1
    assert printed.err.endswith(".\n")
    return printed.err


# -- what cannot be opened --------------------------------------------------------------------


def _folder(place: Path) -> None:
    place.mkdir()


def _fifo(place: Path) -> None:
    os.mkfifo(place)


def _socket(place: Path) -> None:
    with contextlib.closing(socket.socket(socket.AF_UNIX)) as made:
        made.bind(str(place))


def _device(place: Path) -> None:
    place.symlink_to("/dev/null")


def _nothing(place: Path) -> None:
    pass


def _dead_link(place: Path) -> None:
    place.symlink_to(place.parent / "gone")


REFUSED = {
    "a folder": (_folder, "is a folder"),
    "a FIFO": (_fifo, "is a pipe"),
    "a socket": (_socket, "is a socket"),
    "a character device": (_device, "character device"),
    "a missing file": (_nothing, "no such file"),
    "a link to nothing": (_dead_link, "link"),
}
cases = pytest.mark.parametrize(("make", "part"), REFUSED.values(), ids=list(REFUSED))


@cases
def test_the_window_says_what_cannot_be_opened(
    walker: Walker, tmp_path: Path, make: Callable[[Path], None], part: str
) -> None:
    place = tmp_path / "it"
    make(place)
    assert part in told(walker, str(place))


@cases
@pytest.mark.parametrize("command", ["pages", "dump", "touched", "window", "fill"])
def test_the_command_line_says_what_cannot_be_opened(
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    make: Callable[[Path], None],
    part: str,
    command: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    place = tmp_path / "it"
    make(place)
    if command == "window":
        done = real(str(place), "--screenshot", str(tmp_path / "picture.png"))
        assert (done.returncode, done.stdout) == (2, "")
        assert part in done.stderr
        assert done.stderr.count("\n") == 1
        assert not (tmp_path / "picture.png").exists()
    elif command == "fill":
        assert part in refused(capsys, "fill", place, "0..1", "AA")
    else:
        assert part in refused(capsys, command, place)


def real(*arguments: str | bytes, user: int | None = None) -> subprocess.CompletedProcess[str]:
    """A real process of the program, without a display."""
    environment = {key: value for key, value in os.environ.items() if "DISPLAY" not in key}
    environment["PYTHONPATH"] = os.pathsep.join(str(CHECKOUT / name) for name in ("app", "resources"))
    environment["PYTHONDONTWRITEBYTECODE"] = "1"
    return subprocess.run(
        [sys.executable, "-m", "bytescope", *arguments],
        env=environment,
        capture_output=True,
        text=True,
        timeout=500,
        check=False,
        user=user,
    )


@contextlib.contextmanager
def as_nobody(folder: Path) -> Iterator[None]:
    """Run as a user who may do nothing; ``folder`` and those above are opened for looking through."""
    for place in (folder, *folder.parents):
        if place.owner() == "root" and not place.stat().st_mode & stat.S_IXOTH:
            place.chmod(place.stat().st_mode | 0o011)
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.mark.needs_root
def test_without_permission_both_say_so(
    walker: Walker, path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path.chmod(0o600)
    with as_nobody(path.parent):
        assert "may not read" in told(walker, str(path))
        assert "may not read" in refused(capsys, "dump", path)


@pytest.mark.needs_root
def test_a_file_that_may_not_be_written_offers_save_as(
    walker: Walker, path: Path, capsys: pytest.CaptureFixture[str], qtbot: QtBot
) -> None:
    path.chmod(0o644)
    before = path.read_bytes()
    with as_nobody(path.parent):
        assert "read-only" in refused(capsys, "fill", path, "0..4", "AA")
        walker.open(os.fsencode(path))
        assert walker.window.windowTitle() == "data.bin (write-protected) — Bytescope"
        walker.session.write(0, b"mine")
        with qtbot.waitSignal(walker.view.saving.failed):
            walker.keys("Ctrl+S")
    assert "reading only" in walker.message()
    assert child(walker.view.strip, "message.save_as").isVisible()
    assert walker.bytes(0, 4) == b"mine"
    assert path.read_bytes() == before


# -- sizes ------------------------------------------------------------------------------------


@pytest.mark.parametrize("size", [0, 1, 4095, 4096, 4097])
def test_odd_sizes_are_shown_and_edited(walker: Walker, tmp_path: Path, qtbot: QtBot, size: int) -> None:
    path = tmp_path / "odd"
    path.write_bytes(b"\x11" * size)
    walker.open(path)
    assert walker.session.page_count == -(-size // PAGESIZE)
    walker.keys("F7", "Ins", "Ctrl+End")
    walker.type("AB")
    assert walker.session.size == size + 1
    assert walker.bytes(size, 1) == b"\xab"


@pytest.mark.parametrize("size", [0, 1, 4095, 4097])
def test_odd_sizes_on_the_command_line(capsys: pytest.CaptureFixture[str], tmp_path: Path, size: int) -> None:
    path = tmp_path / "odd"
    path.write_bytes(b"\x11" * size)
    assert main(["pages", str(path)]) == 0
    rows = capsys.readouterr().out.splitlines()[1:]
    assert sum(int(row.split(",")[2]) for row in rows) == size
    assert "past the end" in refused(capsys, "write", path, size, "AA")


@pytest.fixture
def enormous() -> Iterator[Path]:
    """As large as a file can be, on a file system that allows it."""
    path = Path("/dev/shm") / f"bytescope-test-{os.getpid()}"
    try:
        with path.open("wb") as file:
            file.truncate((1 << 63) - PAGESIZE)
    except OSError:
        path.unlink(missing_ok=True)
        pytest.skip("no file system for 8 EiB here")
    yield path
    path.unlink()


def test_eight_exbibytes_are_walked_through(walker: Walker, enormous: Path) -> None:
    walker.open(enormous)
    size = walker.session.size
    walker.keys("F7", "Ctrl+End")
    assert walker.caret >= size - 1
    walker.session.go_to(size - 10)
    walker.bytes(size - 16, 16)
    walker.type("7F")
    assert walker.bytes(size - 10, 1) == b"\x7f"
    walker.keys("F6", "Home")
    assert walker.caret == 0
    walker.keys("End", "N")
    assert walker.caret // PAGESIZE == size // PAGESIZE - 1


def test_eight_exbibytes_on_the_command_line(enormous: Path, capsys: pytest.CaptureFixture[str]) -> None:
    size = enormous.stat().st_size
    assert main(["write", str(enormous), str(size - 4), "text:last"]) == 0
    capsys.readouterr()
    assert main(["dump", str(enormous), f"{size - 4}..", "--no-fold"]) == 0
    assert "last" in capsys.readouterr().out
    assert main(["find", str(enormous), "text:last"]) == 0
    assert capsys.readouterr().out == f"{size - 4}\n"


# -- names ------------------------------------------------------------------------------------


NAMES = {
    "not UTF-8": (b"caf\xe9.bin", "caf\\xe9.bin"),
    "markup": (b"<h1>x<img src=a.png>&amp;", "<h1>x<img src=a.png>&amp;"),
    "a line feed": (b"two\nlines", "two\\x0alines"),
    "bidi controls": ("abc\u202egnp.exe".encode(), "abc\\u202egnp.exe"),
    "an ampersand": (b"a & b", "a & b"),
    "a percent sign": (b"100%s%n", "100%s%n"),
}
names = pytest.mark.parametrize(("name", "shown"), NAMES.values(), ids=list(NAMES))


@names
def test_any_name_is_shown_as_it_is_everywhere(
    walker: Walker, tmp_path: Path, name: bytes, shown: str
) -> None:
    raw = os.path.join(os.fsencode(tmp_path), name)
    with open(raw, "wb") as file:
        file.write(noise_bytes(PAGESIZE))
    walker.open(raw)
    assert walker.window.windowTitle() == f"{shown} — Bytescope"
    assert walker.window.tabs.tabText(0) == shown.replace("&", "&&")
    os.unlink(raw)
    with walker.qtbot.waitSignal(walker.view.watch.noticed):
        walker.view.watch.look()
    assert shown in walker.message()
    walker.keys("Ctrl+W")
    menu = walker.window.menus["recent"]
    menu.aboutToShow.emit()
    assert menu.actions()[0].text().replace("&&", "&").endswith(shown)
    assert child(walker.window, "start.recent.0").property("text") == shown.replace("&", "&&")
    assert shown in told(walker, raw)


@names
def test_any_name_is_told_on_one_line_on_the_command_line(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, name: bytes, shown: str
) -> None:
    raw = os.path.join(os.fsencode(tmp_path), name)
    assert shown in refused(capsys, "dump", raw)
    with open(raw, "wb") as file:
        file.write(b"abcd")
    assert main(["find", os.fsdecode(raw), "text:cd"]) == 0
    assert capsys.readouterr().out == "2\n"


def test_markup_in_a_name_is_plain_text_in_every_label(walker: Walker, tmp_path: Path) -> None:
    path = tmp_path / "<b>bold"
    path.write_bytes(b"x")
    walker.open(path)
    walker.session.write(0, b"y")

    def look(dialog: QDialog) -> None:
        for label in dialog.findChildren(QLabel):
            assert "<b>" not in label.text() or label.textFormat().name == "PlainText"
        click(dialog, "unsaved.discard")

    in_dialog(lambda: walker.keys("Ctrl+W"), look)


# -- what is typed ----------------------------------------------------------------------------


TYPED = [
    ("fill", "fill.pattern.hex", "XYZ", "fill.ok"),
    ("fill", "fill.pattern.hex", "A", "fill.ok"),
    ("fill", "fill.start", "12oops", "fill.ok"),
    ("fill", "fill.end", "99Ti", "fill.ok"),
    ("fill", "fill.length", "-1", "fill.ok"),
    ("fill", "fill.pages", "7-3", "fill.ok"),
    ("write", "write.offset", "size+1", "write.ok"),
    ("write", "write.bytes.hex", "0x", "write.ok"),
    ("insert", "insert.offset", "(((", "insert.ok"),
    ("insert", "insert.length", "1/0", "insert.ok"),
]


@pytest.mark.parametrize(("command", "field", "text", "button"), TYPED)
def test_what_does_not_parse_keeps_the_dialog_open_with_a_sentence(
    walker: Walker, path: Path, command: str, field: str, text: str, button: str
) -> None:
    walker.open(path)

    def ask(dialog: QDialog) -> None:
        type_into(dialog, field, text)
        assert not child(dialog, button).isEnabled()
        said = child(dialog, f"{command}.said").property("text")
        assert len(said) > 10
        dialog.reject()

    in_dialog(walker.window.actions_table[f"edits.{command}"].trigger, ask)
    assert walker.edited() == []


@pytest.mark.parametrize(
    "arguments",
    [["--offset", "x"], ["--offset", "99Ti"], ["--go-to", "99Ti"], ["--length", "0"], ["--size", "9"]],
)
def test_numbers_of_the_window_that_do_not_fit_end_its_start(path: Path, arguments: list[str]) -> None:
    done = real(str(path), *arguments, "--screenshot", str(path.with_suffix(".png")))
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("bytescope: ")
    assert done.stderr.count("\n") == 1
    assert not path.with_suffix(".png").exists()

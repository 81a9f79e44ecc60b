"""The real window goes down, or nearly: one report, one sentence, and it goes on where it can."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from bytescope.crash import PATTERN
from helpers.programs import Program


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "data.bin"
    file.write_bytes(bytes(range(256)) * 256)
    return file


def reports(home: Path) -> list[Path]:
    return list((home / "state" / "bytescope").glob(PATTERN))


UP = """
def drive(window):
    window.loading.map_shown.connect(lambda: QTimer.singleShot(0, lambda: say("up")))
"""
CLOSE = """
up = drive
def drive(window):
    up(window)
    window.loading.map_shown.connect(lambda: QTimer.singleShot(50, window.close))
"""
PLANTED = """
def fail(*_):
    raise LookupError("planted")
def failing(act):
    def drive_(window):
        window.loading.map_shown.connect(lambda: QTimer.singleShot(0, lambda: act(window)))
    return drive_
"""
FAULTS = {
    "a slot": "drive = failing(lambda window: fail())",
    "a slot before the log is there": "drive = lambda window: window.settled.connect(fail)",
    "a command": "drive = failing(lambda window: window.commands.run('files.planted'))",
    "a job": "drive = failing(lambda window: window.workspace.jobs.run('planted', fail))",
    "a job of opening": """
import bytescope.session.workspace
bytescope.session.workspace.open_file, own = fail, bytescope.session.workspace.open_file
drive = failing(lambda window: window.workspace.open('x'))
bytescope.session.workspace.Workspace.open_now = lambda self, *a: self._add_file(own(*a))
""",
    "what follows a job": "drive = failing(lambda window: window.workspace.jobs.run('x', str, fail))",
    "each painting of the bytes": """
from bytescope.ui.hex.grid_view import HexGridView
own, broken = HexGridView.paintEvent, []
HexGridView.paintEvent = lambda view, event: fail() if broken else own(view, event)
def plant(window):
    broken.append(True)
    window.current.hex.view.update()
drive = failing(plant)
""",
    "a painting before the log is there": """
from bytescope.ui.hex.grid_view import HexGridView
HexGridView.paintEvent = fail
""",
}


GOES_ON = """
planted = drive
def reported():
    import glob
    found = glob.glob(os.environ["XDG_STATE_HOME"] + "/bytescope/crash-*")
    return any("planted" in open(name).read() for name in found)
def drive(window):
    planted(window)
    go_on = lambda: QTimer.singleShot(200, lambda: say("alive"))
    window.loading.map_shown.connect(lambda: until(reported, go_on))
"""


@pytest.mark.parametrize("code", FAULTS.values(), ids=FAULTS)
def test_an_exception_is_told_once_and_the_program_goes_on(home: Path, path: Path, code: str) -> None:
    with Program(home, PLANTED + code + GOES_ON, str(path)) as program:
        said = program.wait_for("told")
        assert "told" not in program.events_to("alive")
    (report,) = reports(home)
    assert said["level"] == "error"
    assert said["text"].endswith(f"What happened is written in {report}.")
    text = report.read_text()
    assert "planted" in text
    assert text.count("Traceback") == 1
    assert "PySide6 6" in text


@pytest.mark.parametrize("number", [signal.SIGSEGV, signal.SIGABRT])
def test_a_crash_of_the_window_is_told_by_the_next(home: Path, path: Path, number: int) -> None:
    with Program(home, UP, str(path)) as up:
        up.wait_for("up")
        # Python writes the frames of threads that go on running, and may lose its way in one of them.
        assert up.kill(number) in (-number, -signal.SIGSEGV)
    with Program(home, "", str(path)) as program:
        said = program.wait_for("told")["text"]
    (report,) = [path for path in reports(home) if str(path) in said]
    assert said.startswith("Bytescope crashed when it ran last")
    assert "Fatal Python error" in report.read_text()


EDITED = """
def drive(window):
    def edit():
        session = window.current.session
        session.write(16, b"first new")
        session.edit_log.written.connect(lambda: say("logged"))
    window.loading.map_shown.connect(edit)
"""
LISTEN = """
def drive(window):
    def strip():
        return (window.current or window.start).findChild(object, "message")
    def offered():
        return strip() is not None and strip().isVisible() and "recovered" in strip().text()
    window.loading.map_shown.connect(lambda: until(offered, lambda: say("offered", text=strip().text())))
"""


def test_a_crash_and_the_edits_that_survived_it_are_told_together(home: Path, path: Path) -> None:
    with Program(home, EDITED, str(path)) as program:
        program.wait_for("logged")
        assert program.kill(signal.SIGSEGV) == -signal.SIGSEGV
    with Program(home, LISTEN, str(path)) as program:
        said = program.wait_for("offered")["text"]
    assert said.startswith("Bytescope crashed when it ran last; where it happened is written in ")
    assert said.endswith("Unsaved edits of 1 document can be recovered.")


def test_a_window_that_is_killed_says_nothing_of_a_crash(home: Path, path: Path) -> None:
    with Program(home, UP, str(path)) as program:
        program.wait_for("up")
        assert program.kill() == -signal.SIGKILL
    with Program(home, UP + CLOSE, str(path)) as program:
        assert "told" not in program.events_to("up")
        assert program.ends() == 0
    assert reports(home) == []


def command(home: Path, code: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """The command line in a process of its own."""
    environment = os.environ | {"XDG_STATE_HOME": str(home / "state"), "PYTHONPATH": ":".join(sys.path)}
    whole = f"import sys\nfrom bytescope.cli import main\n{code}\nsys.exit(main())"
    call = [sys.executable, "-c", whole, *arguments]
    return subprocess.run(call, env=environment, capture_output=True, text=True, check=False)


FAIL = """
import bytescope.cli.files
def fail(*_):
    raise LookupError("planted")
bytescope.core.source.opening.open_file = bytescope.cli.files.open_file = fail
"""


def test_a_defect_in_a_command_is_one_sentence_and_a_report(home: Path, path: Path) -> None:
    done = command(home, FAIL, "dump", str(path))
    (report,) = reports(home)
    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr == (
        "bytescope: Something went wrong inside Bytescope (LookupError: planted); "
        f"what happened is written in {report}.\n"
    )
    assert "in fail" in report.read_text()


def test_without_a_folder_the_report_stands_above_the_sentence(home: Path, path: Path) -> None:
    home.mkdir()
    (home / "state").write_text("no folder")
    done = command(home, FAIL, "dump", str(path))
    assert done.returncode == 1
    assert "Traceback" in done.stderr
    assert done.stderr.endswith("what happened stands above.\n")


def test_a_crash_in_a_command_leaves_a_report(home: Path, path: Path) -> None:
    done = command(
        home, FAIL.replace('raise LookupError("planted")', "import os; os.abort()"), "dump", str(path)
    )
    assert done.returncode == -signal.SIGABRT
    (report,) = reports(home)
    assert "Aborted" in report.read_text()


def test_a_command_leaves_no_report(home: Path, path: Path) -> None:
    assert command(home, "", "dump", str(path), "0+16").returncode == 0
    assert reports(home) == []


SAFE = """
def drive(window):
    def tell():
        from bytescope.core.source import guard
        session = window.current.session
        say("up", title=window.windowTitle(), maps=session.file.can_map, ready=guard.ready())
        window.close()
    window.loading.kernels_ready.connect(lambda: QTimer.singleShot(50, tell))
"""
BROKEN = """
import bytescope.core.source.guard as guard
import ctypes, signal
guard.install = lambda: ctypes.CDLL(None).signal(signal.SIGBUS, 0)
guard.is_installed = lambda: True
guard._state.address = 1
"""


def test_a_guard_that_works_needs_no_safe_mode(home: Path, path: Path) -> None:
    with Program(home, SAFE, str(path)) as program:
        up = program.wait_for("up")
        assert program.ends() == 0
        assert "Safe mode" not in program.errors()
    assert up["title"] == "data.bin — Bytescope"
    assert up["maps"] is up["ready"] is True


def test_a_broken_guard_is_told_in_the_window_and_on_the_command_line(home: Path, path: Path) -> None:
    with Program(home, BROKEN + SAFE, str(path)) as program:
        said = program.wait_for("told")["text"]
        up = program.wait_for("up")
        assert program.ends() == 0
        assert f"bytescope: {said}\n" in program.errors()
    assert said.startswith("Safe mode, because the self-test failed: a lost page was not caught (SIGBUS); ")
    assert up["title"] == "data.bin — Bytescope (safe mode)"
    assert up["maps"] is up["ready"] is False
    assert reports(home) == []  # the child that died of it is no crash of ours


def test_safe_mode_can_be_asked_for(home: Path, path: Path) -> None:
    with Program(home, SAFE, "--safe-mode", str(path)) as program:
        said = program.wait_for("told")["text"]
        up = program.wait_for("up")
        assert program.ends() == 0
        assert f"bytescope: {said}\n" in program.errors()
    assert said.startswith("Safe mode, as asked")
    assert up["title"] == "data.bin — Bytescope (safe mode)"
    assert up["maps"] is up["ready"] is False

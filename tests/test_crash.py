"""However a run goes down, one private report says where; a run that ends well leaves none."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from bytescope.crash import BEGUN, MOST_KEPT, PATTERN, TOLD, CrashFile, begin, state_folder
from bytescope.logs import LOG_NAME, crash_reports

BEGIN = """
import logging, os, signal, sys, threading
from pathlib import Path
from bytescope.crash import begin
from bytescope.logs import Logs, set_up
folder = Path(sys.argv[1])
"""
WITH_LOG = """
crash = begin(str(folder))
Logs(folder)
logging.getLogger("bytescope").info("opened something")
"""


def run(folder: Path, code: str) -> tuple[int, str]:
    """Exit status and output of a process of its own: signals belong to a process."""
    environment = os.environ | {"PYTHONPATH": ":".join(sys.path)}
    command = [sys.executable, "-c", BEGIN + code, str(folder)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout


def reports(folder: Path) -> list[Path]:
    return sorted(folder.glob(PATTERN))


FATAL = {
    "a segmentation fault": (signal.SIGSEGV, "os.kill(os.getpid(), signal.SIGSEGV)", "Segmentation fault"),
    "a real one": (signal.SIGSEGV, "import ctypes; ctypes.string_at(8)", "Segmentation fault"),
    "an abort": (signal.SIGABRT, "os.abort()", "Aborted"),
    "Qt's own end": (
        signal.SIGABRT,
        "from PySide6.QtCore import qFatal; qFatal('planted')",
        "Aborted",
    ),
    "a division by zero in C": (signal.SIGFPE, "os.kill(os.getpid(), signal.SIGFPE)", "Floating"),
    "a bus error that is not the guard's": (
        signal.SIGBUS,
        "from bytescope.core.source import guard; guard.install(); os.kill(os.getpid(), signal.SIGBUS)",
        "Bus error",
    ),
    "a fault in another thread": (
        signal.SIGSEGV,
        "import ctypes; t = threading.Thread(target=ctypes.string_at, args=(8,)); t.start(); t.join()",
        "Segmentation fault",
    ),
}


@pytest.mark.parametrize(("number", "code", "said"), FATAL.values(), ids=FATAL)
def test_a_fatal_signal_leaves_one_report(tmp_path, number, code, said):
    assert run(tmp_path, WITH_LOG + code)[0] == -number
    (path,) = reports(tmp_path)
    assert path.stat().st_mode & 0o777 == 0o600
    assert crash_reports(tmp_path) == [path]
    text = path.read_text()
    assert "Bytescope 0." in text
    assert f"Python {sys.version.split()[0]}" in text
    assert os.uname().release in text
    assert said in text.partition(BEGUN)[2]
    assert "opened something" in text
    assert text.endswith(TOLD)


def test_a_killed_run_has_nothing_to_report(tmp_path):
    assert run(tmp_path, WITH_LOG + "os.kill(os.getpid(), signal.SIGKILL)")[0] == -signal.SIGKILL
    assert len(reports(tmp_path)) == 1
    assert crash_reports(tmp_path) == []
    assert reports(tmp_path) == []


def test_a_run_that_ends_well_leaves_none(tmp_path):
    code = (
        "crash = begin(str(folder))\nassert list(folder.iterdir())\ncrash.close()\n"
        "assert 'PySide6' not in sys.modules"
    )
    assert run(tmp_path, code)[0] == 0
    assert list(tmp_path.iterdir()) == []


CAUGHT = """
logs = set_up(folder, print, crash)
def planted():
    raise ValueError("S3CRET" + "'S3CRET'")
"""
IN_MAIN = "sys.excepthook(*(lambda e: (type(e), e, e.__traceback__))(ValueError('planted')))\n"


def test_an_exception_is_written_down_and_told_with_the_place_of_the_report(tmp_path):
    status, told = run(tmp_path, WITH_LOG + CAUGHT + IN_MAIN + "crash.close()")
    (path,) = reports(tmp_path)
    assert status == 0
    assert told.count("error Something went wrong") == 1
    assert str(path) in told
    text = path.read_text()
    assert "Not caught in the main thread" in text
    assert "ValueError: planted" in text
    assert "Qt 6" in text or "PySide6" not in text
    assert "opened something" in text
    assert crash_reports(tmp_path) == []  # it was told when it happened


def test_a_crash_after_a_told_exception_is_told(tmp_path):
    assert run(tmp_path, WITH_LOG + CAUGHT + IN_MAIN + "os.abort()")[0] == -signal.SIGABRT
    assert len(crash_reports(tmp_path)) == 1


def test_an_exception_of_a_thread_is_written_down(tmp_path):
    code = "t = threading.Thread(target=planted, name='reader'); t.start(); t.join(); crash.close()"
    assert run(tmp_path, WITH_LOG + CAUGHT + code) == (0, "")
    (path,) = reports(tmp_path)
    text = path.read_text()
    assert "Not caught in the thread reader" in text
    assert "in planted" in text
    assert "S3CRET'" not in text.replace('raise ValueError("S3CRET" + "\'S3CRET\'")', "")


def test_a_crash_is_found_at_the_next_start_only(tmp_path):
    assert run(tmp_path, WITH_LOG + "os.abort()")[0] == -signal.SIGABRT
    (path,) = reports(tmp_path)
    assert crash_reports(tmp_path) == [path]
    assert crash_reports(tmp_path) == []
    assert path.exists()


def test_a_run_that_goes_on_is_not_reported(tmp_path):
    running = CrashFile(str(tmp_path))
    running.add("half a story")
    with open(running.path, "a") as file:
        file.write("Fatal")
    assert crash_reports(tmp_path) == []
    running.close()
    assert [str(path) for path in crash_reports(tmp_path)] == [running.path]


def test_few_reports_are_kept(tmp_path):
    for number in range(MOST_KEPT + 5):
        path = tmp_path / f"crash-{number:02}-1.txt"
        path.write_text(f"head\n{BEGUN}planted\n{TOLD}")
        os.utime(path, (number, number))
    assert crash_reports(tmp_path) == []
    assert reports(tmp_path)[0].name == "crash-05-1.txt"


def test_a_link_in_its_place_is_not_followed(tmp_path):
    target = tmp_path / "precious"
    target.write_text("precious")
    (tmp_path / "crash-1-1.txt").symlink_to(target)
    (tmp_path / LOG_NAME).symlink_to(target)
    assert crash_reports(tmp_path) == []
    assert target.read_text() == "precious"


def test_a_folder_that_cannot_be_written_is_no_reason_to_stop(tmp_path):
    (tmp_path / "file").write_text("")
    assert begin(str(tmp_path / "file" / "state")) is None


@pytest.mark.parametrize("base", ["", "relative/path"])
def test_the_state_folder_is_the_persons_own(monkeypatch, base):
    monkeypatch.setenv("XDG_STATE_HOME", base)
    assert state_folder() == os.path.expanduser("~/.local/state/bytescope")


def test_the_state_folder_is_where_the_person_wants_it(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    assert state_folder() == str(tmp_path / "bytescope")


def test_the_guard_of_mappings_stays(tmp_path):
    code = (
        "from bytescope.core.source import guard\npossible = guard.install()\nbegin(str(folder))\n"
        "assert guard.is_installed() is possible"
    )
    assert run(tmp_path, code) == (0, "")

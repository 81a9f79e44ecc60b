"""A real window is killed in the middle of edits and of a save; the next one brings everything back."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from pathlib import Path

import pytest

from helpers.programs import Program

OLD = bytes(range(256)) * 4096
NEW = OLD[:16] + b"first new" + OLD[25:900_000] + b"second new" + OLD[900_010:]
MORE = NEW[:100] + b"more" + NEW[104:]


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "data.bin"
    file.write_bytes(OLD)
    return file


def digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


TOOLS = """
import hashlib
from PySide6.QtWidgets import QApplication, QPushButton
def content(session):
    return hashlib.sha256(session.document.snapshot().read(0, session.size).data).hexdigest()
def leftovers(window):
    return window.commands.recovering.leftovers
def offered(window):
    place = window.current or window.start
    strip = place.findChild(object, "message")
    return strip is not None and strip.isVisible() and "can be recovered" in strip.text()
"""
EDIT = """
def drive(window):
    def edit():
        session = window.current.session
        session.write(16, b"first new")
        session.write(900_000, b"second new")
        session.edit_log.written.connect(lambda: say("logged"))
    window.loading.map_shown.connect(edit)
"""
RECOVER = """
def drive(window):
    def recover():
        say("offered", text=(window.current or window.start).findChild(object, "message").text())
        leftovers(window).recovered.connect(shown, Qt.ConnectionType.QueuedConnection)
        leftovers(window).recover(leftovers(window).items[0])
    def shown(session):
        document = session.document
        say("recovered", digest=content(session), unsaved=document.modified, steps=document.undo_name)
        session.edit_log.written.connect(lambda: say("logged"))
        then(window, session)
    window.loading.map_shown.connect(lambda: until(lambda: offered(window), recover))
"""
NOTHING = "def then(window, session): pass\n"
ADD = """
def then(window, session):
    session.write(100, b"more")
"""
SAVE = """
def then(window, session):
    view = window.current
    view.saved.connect(lambda text: (say("saved", text=text), QTimer.singleShot(0, window.close)))
    view.saving.save()
"""


def killed(home: Path, path: Path, drive: str, event: str) -> None:
    """Run the window until ``event``, and kill it."""
    with Program(home, TOOLS + drive, str(path)) as program:
        program.wait_for(event)
        assert program.kill() == -9


def test_edits_survive_kill_9_twice(home: Path, path: Path) -> None:
    killed(home, path, EDIT, "logged")
    assert path.read_bytes() == OLD
    with Program(home, TOOLS + RECOVER + ADD) as program:
        assert program.wait_for("offered")["text"] == "Unsaved edits of 1 document can be recovered."
        found = program.wait_for("recovered")
        assert found["digest"] == digest(NEW)
        assert found["unsaved"]
        assert found["steps"] == "Write 10 bytes"
        program.wait_for("logged")
        program.kill()
    assert path.read_bytes() == OLD
    with Program(home, TOOLS + RECOVER + SAVE, str(path)) as program:
        assert program.wait_for("recovered")["digest"] == digest(MORE)
        program.wait_for("saved")
        assert program.ends() == 0
    assert path.read_bytes() == MORE
    assert left(home) == "Nothing is left to recover.\n"


def test_edits_survive_a_kill_just_after_they_were_recovered(home: Path, path: Path) -> None:
    killed(home, path, EDIT, "logged")
    killed(home, path, RECOVER + NOTHING, "recovered")
    with Program(home, TOOLS + RECOVER + NOTHING) as program:
        assert program.wait_for("recovered")["digest"] == digest(NEW)


STUCK = """
import threading
from bytescope.core.storage.calls import CALLS
left = [1]
def pwrite(fd, data, offset, own=os.pwrite):
    if os.fstat(fd).st_ino == os.stat(sys.argv[1]).st_ino:
        if not left[0]:
            say("writing")
            threading.Event().wait()
        left[0] -= 1
    return own(fd, data, offset)
object.__setattr__(CALLS, "pwrite", pwrite)
def drive(window):
    def edit():
        session = window.current.session
        session.write(16, b"first new")
        session.write(900_000, b"second new")
        window.current.saving.save()
    window.loading.map_shown.connect(edit)
"""
ANSWER = """
def drive(window):
    def ask():
        dialog = QApplication.activeModalWidget()
        return dialog is not None and dialog.objectName() == "cut_off"
    def answer():
        dialog = QApplication.activeModalWidget()
        dialog.findChild(QPushButton, "cut_off.ANSWER").click()
    window.loading.map_shown.connect(lambda: (say("views", count=len(window.views)), until(ask, answer)))
    window.workspace.opened.connect(
        lambda session: say("opened", digest=content(session), access=session.access.value),
        Qt.ConnectionType.QueuedConnection,
    )
"""


@pytest.mark.parametrize(
    ("answer", "content", "access"),
    [("roll_back", OLD, "edit"), ("complete", NEW, "edit"), ("read", None, "read")],
)
def test_a_save_survives_kill_9(
    home: Path, path: Path, answer: str, content: bytes | None, access: str
) -> None:
    killed(home, path, STUCK, "writing")
    mixed = path.read_bytes()
    assert mixed == NEW[:900_000] + OLD[900_000:]
    with Program(home, TOOLS + ANSWER.replace("ANSWER", answer), str(path)) as program:
        assert program.wait_for("views")["count"] == 0
        opened = program.wait_for("opened")
        assert opened["access"] == access
        assert opened["digest"] == digest(content or mixed)
        program.kill()
    assert path.read_bytes() == (content or mixed)


def test_the_command_line_brings_a_killed_window_back(home: Path, path: Path) -> None:
    killed(home, path, STUCK, "writing")
    assert "interrupted" not in left(home)
    assert "cut off" in left(home)
    done = recover(home, str(path), "--complete")
    assert done.returncode == 0, done.stderr
    assert path.read_bytes() == NEW
    assert left(home) == "Nothing is left to recover.\n"


def left(home: Path) -> str:
    return recover(home).stdout


def recover(home: Path, *words: str) -> subprocess.CompletedProcess[str]:
    environment = {"XDG_STATE_HOME": str(home / "state"), "PYTHONPATH": ":".join(sys.path)}
    command = [sys.executable, "-m", "bytescope", "recover", *words]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)

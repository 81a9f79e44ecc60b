"""What is loaded when: nothing heavy before the first picture, and no toolkit in the core."""

from __future__ import annotations

import os
import resource
import subprocess
import sys

import pytest

from helpers.modules import APP, modules

TOOLKIT = ("PySide6", "shiboken6", "pyqtgraph")
HEAVY = ("numpy", "numba", "llvmlite", "pyqtgraph", "stringzilla")

FIRST_PICTURE = (
    "bytescope.core.ranges",
    "bytescope.core.document",
    "bytescope.core.source",
    "bytescope.core.text",
    "bytescope.core.geometry.hex_grid",
    "bytescope.session",
    "bytescope.ui.window",
    "bytescope.ui.hex",
)

LOADED = """
import sys, importlib
for name in sys.argv[2].split(","):
    importlib.import_module(name)
print(*sorted({m.partition(".")[0] for m in sys.modules} & set(sys.argv[1].split(","))))
"""


def run(code: str, *arguments: str) -> str:
    environment = os.environ | {"PYTHONPATH": ":".join(sys.path)}
    command = [sys.executable, "-c", code, *arguments]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def loaded(names: list[str], watched: tuple[str, ...]) -> list[str]:
    """Which of ``watched`` a fresh interpreter has loaded after importing ``names``."""
    return run(LOADED, ",".join(watched), ",".join(names)).split()


def test_the_check_sees_what_is_loaded():
    assert loaded(["numpy", "bytescope"], HEAVY) == ["numpy"]


def test_the_core_loads_no_toolkit():
    core = [m.name for m in modules(APP) if m.name.startswith("bytescope.core")]
    assert len(core) > 20
    assert loaded(core, TOOLKIT) == []


def test_the_first_picture_needs_nothing_heavy():
    assert loaded(list(FIRST_PICTURE), HEAVY) == []


@pytest.mark.parametrize("package", ["bytescope.core.document", "bytescope.core.text", "bytescope.session"])
def test_every_module_of_the_way_to_it_is_light(package):
    names = [m.name for m in modules(APP) if m.name.startswith(package)]
    assert loaded(names, HEAVY) == []


ANSWER = """
import sys
from bytescope.cli import main
try:
    status = main([sys.argv[2]])
except SystemExit as end:
    status = end.code or 0
assert status == 0, status
print("LOADED", *sorted({m.partition(".")[0] for m in sys.modules} & set(sys.argv[1].split(","))))
"""


@pytest.mark.parametrize("option", ["--help", "--version"])
def test_simple_questions_are_answered_without_loading_the_program(option):
    out = run(ANSWER, ",".join({*HEAVY, *TOOLKIT}), option)
    assert "bytescope" in out.lower()
    assert out.splitlines()[-1].strip() == "LOADED"


@pytest.mark.parametrize("option", ["--help", "--version"])
def test_simple_questions_are_answered_at_once(option):
    def seconds() -> float:
        """Of the processor: the clock would tell what else the machine does."""
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        run("from bytescope.cli import main\nimport sys\nsys.exit(main(sys.argv[1:]))", option)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime

    assert min(seconds() for _ in range(5)) < 0.3


FIRST_BYTES = """
import builtins, gc, os, sys
own = builtins.__import__
from bytescope.ui import toolkit
toolkit.load()
from bytescope.ui.hex.grid_view import HexGridView
paint = HexGridView.paintEvent
def paint_event(view, event):
    paint(view, event)
    if view.frame.kinds and max(view.frame.kinds[:64]) < 8:  # nothing lost, nothing missing
        from PySide6 import QtGui, QtWidgets
        made = sorted(name for name in ("QStyle", "QMessageBox") if name in vars(QtWidgets))
        print(*sorted(sys.modules))
        print("MADE", *made)
        print("STATE", builtins.__import__ is own, gc.isenabled())
        sys.stdout.flush()
        os._exit(0)
HexGridView.paintEvent = paint_event
from bytescope.cli import main
sys.exit(main([sys.argv[1]]))
"""

NOT_FOR_BYTES = (
    *HEAVY,
    "bytescope.core.document.live",
    "bytescope.core.document.patterns",
    "bytescope.core.pages",
    "bytescope.core.search",
    "bytescope.core.storage",
    "bytescope.core.text.copying",
    "bytescope.core.text.numbers",
    "bytescope.logs",
    "bytescope.session.demo",
    "bytescope.session.search.finding",
    "bytescope.session.storage.saving",
    "bytescope.session.outside.watch",
    "bytescope.ui.commands.edits",
    "bytescope.ui.commands.files",
    "bytescope.ui.commands.go",
    "bytescope.ui.commands.look",
    "bytescope.ui.dialogs",
    "bytescope.ui.hex.clipboard",
    "bytescope.ui.hex.keys",
    "bytescope.ui.hex.typing",
    "bytescope.ui.map",
    "bytescope.ui.panels",
    "bytescope.ui.screenshot",
    "bytescope.ui.start_page",
    "bytescope.ui.widgets.message_strip",
    "bytescope_data",
    "ctypes",
    "importlib.resources",
    "json",
    "logging.handlers",
    "PySide6.QtSvg",
)
"""What is loaded when the first bytes are on the screen, or with its first use."""

MOST_MODULES = 80
"""Our own modules and packages on the way to the first bytes; each takes a third of a millisecond."""


@pytest.fixture(scope="module")
def at_first_bytes(tmp_path_factory) -> tuple[set[str], str, str]:
    """Modules, classes of Qt and the state of the interpreter when the real program has painted bytes."""
    home = tmp_path_factory.mktemp("home")
    path = home / "data.bin"
    path.write_bytes(bytes(range(1, 256)) * 64)
    environment = {"QT_QPA_PLATFORM": "offscreen", "XDG_CONFIG_HOME": str(home), "XDG_STATE_HOME": str(home)}
    with pytest.MonkeyPatch.context() as patch:
        for name, value in environment.items():
            patch.setenv(name, value)
        loaded_, made, state = run(FIRST_BYTES, str(path)).splitlines()
    return set(loaded_.split()), made, state


def test_the_first_bytes_need_little(at_first_bytes):
    found, _, _ = at_first_bytes
    assert "bytescope.ui.hex.painter" in found
    assert [m for m in NOT_FOR_BYTES if any(f == m or f.startswith(m + ".") for f in found)] == []


def test_few_modules_of_our_own_come_before_the_first_bytes(at_first_bytes):
    found, _, _ = at_first_bytes
    own = sorted(m for m in found if m.startswith("bytescope"))
    assert len(own) <= MOST_MODULES, own


def test_the_style_is_not_asked_for_before_the_first_bytes(at_first_bytes):
    """PySide would build its class, which takes 5 ms (see ``theme.STYLE``)."""
    assert at_first_bytes[1] == "MADE"


def test_imports_are_pythons_own_and_garbage_waits_for_the_first_bytes(at_first_bytes):
    assert at_first_bytes[2] == "STATE True False"

"""What is loaded when: nothing heavy before the first picture, and no toolkit in the core."""

from __future__ import annotations

import os
import subprocess
import sys
import time

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
        began = time.perf_counter()
        run("from bytescope.cli import main\nimport sys\nsys.exit(main(sys.argv[1:]))", option)
        return time.perf_counter() - began

    assert min(seconds() for _ in range(5)) < 0.3

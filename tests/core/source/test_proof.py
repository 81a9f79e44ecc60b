"""The self-test of the guard tells a guard that works from one that does not, and survives both."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

APP = Path(__file__).parents[3] / "app"

BEGIN = """
import ctypes, faulthandler, os, signal, sys
from bytescope.core.source import guard, handler, mapping, proof
from bytescope.core.source.opening import open_file
"""
MAPS = """
with open(sys.argv[1], "wb") as file:
    file.write(bytes(8192))
def maps():
    return open_file(os.fsencode(sys.argv[1])).can_map
"""


def run(tmp_path: Path, code: str) -> str:
    """What a process of its own prints; it must end well: a broken guard must not end it."""
    command = [sys.executable, "-c", BEGIN + MAPS + code, str(tmp_path / "mapped")]
    environment = {"PYTHONPATH": str(APP)}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False, timeout=500)
    assert done.returncode == 0, done.stderr
    assert "Fatal" not in done.stderr
    return done.stdout.strip()


def test_a_guard_that_works_is_used(tmp_path: Path) -> None:
    assert run(tmp_path, "print(repr(proof.arm()), maps())") == "'' True"


def test_it_works_behind_faulthandler_and_more_than_once(tmp_path: Path) -> None:
    code = (
        "faulthandler.enable(); guard.install()\n"
        "print([proof.prove() for _ in range(300)] == [''] * 300, maps())"
    )
    assert run(tmp_path, code) == "True True"


def test_it_works_where_ended_children_are_not_waited_for(tmp_path: Path) -> None:
    code = "signal.signal(signal.SIGCHLD, signal.SIG_IGN)\nprint(repr(proof.arm()))"
    assert run(tmp_path, code) == "''"


BROKEN = {
    "the handler is taken away": (
        "guard.ready = lambda: True; guard.install = lambda: signal.signal(signal.SIGBUS, signal.SIG_DFL)",
        "not caught (SIGBUS)",
    ),
    "the signal is ignored": (
        "guard.ready = lambda: True; guard.install = lambda: signal.signal(signal.SIGBUS, signal.SIG_IGN)",
        "not caught (SIGBUS)",
    ),
    "a handler that never finds the mapping": (
        "guard.install(); handler.START = 56  # where nobody looks",
        "not caught (SIGBUS)",
    ),
    "a list that nobody reads": (
        "guard.Region.replaced = lambda region: []",
        "not counted",
    ),
    "a handler that cannot be compiled": (
        "handler.build = None",
        "no handler",
    ),
    "another system": (
        "guard._state.unavailable = True",
        "no handler",
    ),
    "something that nobody thought of": (
        "def fail(*_): raise KeyError('planted')\nproof._touch = fail",
        "broke off (KeyError)",
    ),
    "no memory to map": (
        "def fail(*_, **__): raise OSError(12, 'planted')\nproof.Mapping = fail",
        "cannot allocate memory",
    ),
}


@pytest.mark.parametrize(("code", "said"), BROKEN.values(), ids=BROKEN)
def test_a_broken_guard_ends_in_reading(tmp_path: Path, code: str, said: str) -> None:
    tell = "\nprint(proof.arm(), guard.forbidden(), guard.ready(), guard.install(), maps())"
    if "guard.ready =" in code or "guard.install =" in code:
        tell = "\nprint(proof.arm(), guard.forbidden(), False, False, guard._state.forbidden and False)"
    found = run(tmp_path, "faulthandler.enable()\n" + code + tell)
    assert said in found
    assert found.endswith("True False False False")


def test_a_guard_that_was_forbidden_maps_nothing_and_reads_the_same(tmp_path: Path) -> None:
    code = """
guard.install()
file = open_file(os.fsencode(sys.argv[1]))
with file.pages(0, 8192) as pages:
    mapped = bytes(pages.array)
before = file.can_map
guard.forbid()
with file.pages(0, 8192) as pages:
    print(before, file.can_map, bytes(pages.array) == mapped)
"""
    assert run(tmp_path, code) == "True False True"


def test_it_takes_no_time() -> None:
    """Five milliseconds are allowed; it takes a fraction of one."""
    from bytescope.core.source import guard, proof

    assert guard.install()

    def seconds() -> float:
        began = time.perf_counter()
        assert proof.prove() == ""
        return time.perf_counter() - began

    assert any(seconds() < 0.005 for _ in range(500))  # once undisturbed by other programs


def test_nothing_is_left_of_it() -> None:
    from bytescope.core.source import guard, proof

    assert guard.install()
    proof.prove()
    before = sorted(os.listdir("/proc/self/fd")), len(guard._state.free)
    for _ in range(20):
        proof.prove()
    assert (sorted(os.listdir("/proc/self/fd")), len(guard._state.free)) == before
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG | 0x40000000)
    assert signal.getsignal(signal.SIGBUS) is not None

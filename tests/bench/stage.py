"""Where benchmarks run: sizes, a folder for their files, screens, and the programs that they start."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from types import TracebackType

from bench import files
from bench.child import Child
from bench.screen import Screen

CHECKOUT = Path(__file__).resolve().parents[2]
PROBES = Path(__file__).resolve().parent / "probe"


@dataclass(frozen=True)
class Size:
    """How much is done. ``smoke`` only shows that everything runs; its figures mean nothing."""

    smoke: bool
    repeats: int
    cached: int
    """Bytes of the file that is read from the page cache."""
    saved: int
    writes: int
    steps: int
    """Frames of each kind."""
    seconds: float
    """A second of waiting."""


FULL = Size(False, 7, 1 << 30, 1 << 30, 1_000_000, 200, 1.0)
SMOKE = Size(True, 1, 1 << 22, 1 << 20, 2_000, 3, 0.01)


class Stage:
    """Use as a context: everything it made is gone afterwards."""

    def __init__(self, size: Size) -> None:
        self.size = size
        self._undo = contextlib.ExitStack()
        self._warmed = False

    def __enter__(self) -> Stage:
        self.folder = Path(tempfile.mkdtemp(prefix="bytescope-bench-", dir=os.environ.get("BENCH_FOLDER")))
        self._undo.callback(shutil.rmtree, self.folder, ignore_errors=True)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._undo.close()

    # files, made when they are first asked for

    @cached_property
    def tera(self) -> Path:
        """1 TiB of holes with islands."""
        return files.islands(self.folder / "tera.bin", 1 << 40, 64 if self.size.smoke else 1024)

    @cached_property
    def four(self) -> Path:
        """4 GiB, of which one page in 64 is data of every kind."""
        return files.islands(self.folder / "four.bin", 4 << 30, 32 if self.size.smoke else 1024, 64 << 10)

    @cached_property
    def cached(self) -> Path:
        """Data of all kinds without holes, in the page cache as after reading from a disk."""
        path = files.solid(self.folder / "cached.bin", self.size.cached)
        files.read_again(path)
        return path

    # screens

    @property
    def offscreen(self) -> Screen:
        return Screen("offscreen", {"QT_QPA_PLATFORM": "offscreen"})

    @cached_property
    def x11(self) -> Screen | None:
        """A real X server without a monitor; None where Xvfb is not installed (or in smoke runs)."""
        if self.size.smoke or not shutil.which("Xvfb"):
            return None
        return self._undo.enter_context(Screen.xvfb())

    @property
    def screens(self) -> list[Screen]:
        return [self.offscreen, *([self.x11] if self.x11 else [])]

    # programs

    def child(self, probe: str, *arguments: str, screen: Screen | None = None) -> Child:
        """Start ``probe``, a script of this folder, with the project's modules and a home of its own."""
        return Child(
            [sys.executable, str(PROBES / f"{probe}.py"), *arguments],
            self.environment() | (screen or self.offscreen).environment,
        )

    def program(
        self,
        drive: str,
        *arguments: str,
        options: dict[str, object] | None = None,
        screen: Screen | None = None,
    ) -> Child:
        """Start the real program with ``arguments``, watched and driven by ``drive`` of ``probe.drives``."""
        self._warm()
        return self.child("program", drive, json.dumps(options or {}), *arguments, screen=screen)

    def _warm(self) -> None:
        """Start the program once: what it compiles and keeps is not to be measured."""
        if not self._warmed and not self.size.smoke:
            self._warmed = True
            with self.program("idle", str(self.four)) as child:
                child.wait_for("settled", 300)

    def tool(self, *command: str) -> subprocess.CompletedProcess[bytes]:
        """Run another program to its end."""
        return subprocess.run(command, capture_output=True, check=False, env=os.environ | {"LC_ALL": "C"})

    def environment(self) -> dict[str, str]:
        """What our own programs are started with: a home of their own, the checkout's modules."""
        home = self.folder / "home"
        home.mkdir(exist_ok=True)
        unwanted = ("PYTHONDONTWRITEBYTECODE", "DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "PYTHONPATH")
        kept = {name: value for name, value in os.environ.items() if name not in unwanted}
        roots = ":".join(str(CHECKOUT / name) for name in ("app", "resources", "tests"))
        folders = {
            f"XDG_{name}_HOME": str(home / name.lower()) for name in ("CONFIG", "DATA", "STATE", "CACHE")
        }
        return kept | folders | {"HOME": str(home), "PYTHONPATH": roots, "PYTHONUNBUFFERED": "1"}

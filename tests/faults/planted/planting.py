"""Plants one bug in a copy of the program, and sees whether what should catch it does."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from faults.row import PART, QUICK

CHECKOUT = Path(__file__).resolve().parents[3]
SAID = 1500
PATIENCE = 240


@dataclass(frozen=True)
class Catch:
    """What must fail: a row of the battery played so many times, or tests (paths, and ``-k`` words).

    A row that is played a little chooses by its ``seed`` what it plays.
    """

    row: int = 0
    count: int = 0
    seed: int = 1
    tests: tuple[str, ...] = ()

    def __str__(self) -> str:
        return f"row {self.row}, {self.count:,} tries, seed {self.seed}" if self.row else " ".join(self.tests)


@dataclass(frozen=True)
class Plant:
    """A bug: ``old`` stands exactly once in ``file`` (below app/bytescope) and is replaced by ``new``."""

    name: str
    file: str
    old: str
    new: str
    by: Catch

    def planted(self, text: str) -> str:
        """``text`` with the bug. ValueError where the source has changed, so that it must be planted anew."""
        if text.count(self.old) != 1:
            raise ValueError(
                f"{self.name}: the text to be replaced stands {text.count(self.old)} times in {self.file}; "
                "plant it again"
            )
        made = text.replace(self.old, self.new)
        compile(made, self.file, "exec")  # a bug that is no program would be caught by everything
        return made


class Copy:
    """A copy of the program and of the tests below ``folder``, to be spoilt and mended again."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        without = shutil.ignore_patterns("__pycache__", "bench", "icons")
        for name in ("app", "tests", "resources"):
            shutil.copytree(CHECKOUT / name, folder / name, ignore=without)
        shutil.copytree(CHECKOUT / "resources", folder / "resources", dirs_exist_ok=True)
        shutil.copy(CHECKOUT / "pyproject.toml", folder)

    def file(self, name: str) -> Path:
        return self._folder / "app" / "bytescope" / name

    def faults(self, by: Catch) -> list[str]:
        """What the row or the tests find wrong with the copy as it is now."""
        with tempfile.TemporaryDirectory(prefix="bytescope-planted-") as scratch:
            if by.row:
                return self._row(by, Path(scratch))
            return self._tests(by, Path(scratch))

    def _row(self, by: Catch, scratch: Path) -> list[str]:
        told = scratch / "told.json"
        (file,) = (self._folder / "tests" / "faults" / "rows").glob(f"row_{by.row:02}_*.py")
        run = self._folder / "tests" / "faults" / "run.py"
        words = ["--play", str(file), "--count", str(by.count), "--seed", str(by.seed), "--told", str(told)]
        status, said = self._run([str(run), *words], scratch)
        if status == 0 and told.exists():
            return list(json.loads(told.read_text())["failures"])
        return [f"status {status}: {said}"]

    def _tests(self, by: Catch, scratch: Path) -> list[str]:
        options = ["-q", "-x", "--no-header", "--tb=line", f"--basetemp={scratch / 'tests'}"]
        status, said = self._run(["-m", "pytest", *options, *by.tests], scratch)
        return [] if status == 0 else [f"status {status}: {said}"]

    def _run(self, words: list[str], scratch: Path) -> tuple[int, str]:
        places = {"HOME": scratch, "XDG_STATE_HOME": scratch / "state", QUICK: scratch / "quick"}
        (scratch / "quick").mkdir()
        environment = os.environ | {name: str(place) for name, place in places.items()}
        environment |= {PART: "0/1", "PYTHONDONTWRITEBYTECODE": "1", "QT_QPA_PLATFORM": "offscreen"}
        command = [sys.executable, *words]
        try:
            done = subprocess.run(
                command,
                cwd=self._folder,
                env=environment,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                timeout=PATIENCE,
                check=False,
            )
        except subprocess.TimeoutExpired:
            return 1, "did not end"
        return done.returncode, done.stdout.decode("utf-8", "replace")[-SAID:]


def missed(copy: Copy, plant: Plant) -> str:
    """Why ``plant`` was not caught; "" where it was."""
    path = copy.file(plant.file)
    whole = path.read_text(encoding="utf-8")
    try:
        path.write_text(plant.planted(whole), encoding="utf-8")
    except ValueError as error:
        return str(error)
    try:
        found = copy.faults(plant.by)
    finally:
        path.write_text(whole, encoding="utf-8")
    if not found:
        return f"{plant.name} was not caught by {plant.by}"
    if "no tests ran" in found[0] or "ModuleNotFoundError" in found[0]:
        return f"{plant.name}: {plant.by} could not be played: {found[0]}"
    return ""

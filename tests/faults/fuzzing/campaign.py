"""Runs the fuzzer on each target and says what it found; seeds lie in ``tests/faults/corpus``."""

from __future__ import annotations

import importlib.util
import os
import re
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from faults.fuzzing.targets import TARGETS, made

CHILD = Path(__file__).with_name("child.py")
CORPUS = Path(__file__).resolve().parents[1] / "corpus"
SAID = 3000


@dataclass(frozen=True)
class Found:
    """``inputs`` that were tried, and what the first bad one did ("" for nothing)."""

    inputs: int
    fault: str


def is_available() -> bool:
    return importlib.util.find_spec("atheris") is not None


def fuzz(name: str, seconds: int, seed: int) -> Found:
    """Fuzz one target for so many seconds."""
    with tempfile.TemporaryDirectory(prefix="bytescope-fuzz-") as folder:
        command = [sys.executable, str(CHILD), name, str(seconds), folder, str(CORPUS / name), str(seed)]
        done = subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            timeout=3 * seconds + 240,
            env=os.environ | {"PYTHONHASHSEED": "0"},  # the same seed tries the same inputs
            check=False,
        )
        lines = done.stdout.decode("utf-8", "replace").splitlines()
        said = "\n".join(line for line in lines if not line.startswith("INFO: "))
        tried = re.search(r"number_of_executed_units:\s*(\d+)", said)
        inputs = int(tried[1]) if tried else 0
        if done.returncode == 0 and inputs:
            return Found(inputs, "")
        bad = [path.read_bytes()[:2000] for path in Path(folder).glob("crash-*")]
        why = said[said.find("===") :] if "===" in said else said
        return Found(inputs, f"fuzzing {name}: {bad[:1]}\n{why[:SAID]}")


def replayed(folder: Path) -> list[str]:
    """Every seed once, in this process, without a fuzzer: what went wrong."""
    faults = []
    for name in TARGETS:
        place = folder / name
        place.mkdir()
        target = made(name, place)
        for seed in sorted((CORPUS / name).iterdir()):
            try:
                target(seed.read_bytes())
            except Exception as error:
                faults.append(f"seed {name}/{seed.name}: {error!r:.500}")
    return faults

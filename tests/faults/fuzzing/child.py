"""Fuzzes one target in a process of its own: ``child.py TARGET SECONDS FOLDER SEEDS CHANCE``."""

from __future__ import annotations

import os
import resource
import sys
from pathlib import Path

HANG_SECONDS = 10 if os.nice(0) > 0 else 2
"""The fuzzer counts whole seconds, and the machine may be busy: what takes longer is a hang. Who was started
with a low priority is stopped for others at any time.
"""

MEMORY_MIB = 256
"""Beside what the program has when nothing was parsed yet."""


def used_mib() -> int:
    """The most memory so far, as the fuzzer counts it: what was before this program's start included."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10


def run(name: str, seconds: int, folder: Path, seeds: Path, chance: int) -> None:
    """Never returns: the fuzzer ends the process, with status 0 where nothing was found."""
    import atheris

    with atheris.instrument_imports(include=["bytescope"]):
        from faults.fuzzing.targets import made
    found = folder / "found"
    found.mkdir()
    work = folder / "work"
    work.mkdir()
    target = made(name, work)
    for seed in sorted(seeds.iterdir()):
        target(seed.read_bytes())  # and what is loaded at first use is loaded
    options = [
        f"-max_total_time={seconds}",
        f"-seed={chance}",
        f"-timeout={HANG_SECONDS}",
        f"-rss_limit_mb={used_mib() + MEMORY_MIB}",
        f"-malloc_limit_mb={MEMORY_MIB}",
        f"-artifact_prefix={folder}/crash-",
        "-print_final_stats=1",
        "-max_len=8192",
        "-verbosity=0",
    ]
    atheris.Setup([sys.argv[0], *options, str(found), str(seeds)], target)
    atheris.Fuzz()


if __name__ == "__main__":
    checkout = Path(__file__).resolve().parents[3]
    sys.path[:1] = [str(checkout / part) for part in ("app", "resources", "tests")]
    run(sys.argv[1], int(sys.argv[2]), Path(sys.argv[3]), Path(sys.argv[4]), int(sys.argv[5]))

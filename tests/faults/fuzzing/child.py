"""Fuzzes one target in a process of its own: ``child.py TARGET SECONDS FOLDER SEEDS CHANCE``."""

from __future__ import annotations

import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path

SLOW_SECONDS = 2.0
"""Of the processor, for one input: on a busy machine a fuzzer of low priority waits long for its turn, and
the clock on the wall would call that a hang.
"""

HANG_SECONDS = 180
"""By the clock: what has not come back by then never will."""

MEMORY_MIB = 256
"""Beside what the program has when nothing was parsed yet."""


def used_mib() -> int:
    """The most memory so far, as the fuzzer counts it: what was before this program's start included."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10


class SlowError(AssertionError):
    """The program answered, but it took too long."""


def timed(target: Callable[[bytes], None]) -> Callable[[bytes], None]:
    """The target, which may not work longer than ``SLOW_SECONDS`` at one input."""

    def tried(data: bytes) -> None:
        began = time.process_time()
        target(data)
        if (took := time.process_time() - began) > SLOW_SECONDS:
            raise SlowError(f"took {took:.1f} s of the processor")

    return tried


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
    atheris.Setup([sys.argv[0], *options, str(found), str(seeds)], timed(target))
    atheris.Fuzz()


if __name__ == "__main__":
    checkout = Path(__file__).resolve().parents[3]
    sys.path[:1] = [str(checkout / part) for part in ("app", "resources", "tests")]
    run(sys.argv[1], int(sys.argv[2]), Path(sys.argv[3]), Path(sys.argv[4]), int(sys.argv[5]))

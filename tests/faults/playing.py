"""Plays rows of the battery: each in processes of its own, which may die, hang or leave things behind."""

from __future__ import annotations

import contextlib
import importlib.util
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass, field
from pathlib import Path
from types import ModuleType

from faults.row import PART, QUICK, Result, Row

RUN = Path(__file__).with_name("run.py")
ROWS = Path(__file__).with_name("rows")
MEMORY = Path("/dev/shm")
SAID = 6000

_RUNNING: set[subprocess.Popen[bytes]] = set()


@dataclass(frozen=True)
class Share:
    """One part of a row, for one process."""

    file: Path
    row: Row
    index: int
    parts: int
    count: int
    seed: int
    patience: float


@dataclass
class Played:
    """A row and what came of all its parts. ``seconds`` are added up over the parts."""

    row: Row
    asked: int
    result: Result = field(default_factory=lambda: Result(0, []))
    seconds: float = 0.0

    def add(self, share: Share, result: Result, seconds: float) -> None:
        if not result.failures and result.done + result.skipped < share.count:
            result.failures.append(f"Only {result.done:,} of {share.count:,} {self.row.unit} were tried.")
        self.result.done += result.done
        self.result.failures += result.failures
        self.result.skipped += result.skipped
        self.result.why_skipped = self.result.why_skipped or result.why_skipped
        self.result.notes = _joined(self.result.notes, result.notes)
        self.seconds += seconds

    @property
    def good(self) -> bool:
        return not self.result.failures


def _joined(one: str, two: str) -> str:
    """Notes of two parts: numbers that stand at the same place of the same words are added."""
    if not one or not two:
        return one or two
    ours, theirs = one.split(" "), two.split(" ")
    if len(ours) != len(theirs):
        return f"{one}; {two}"
    words = []
    for a, b in zip(ours, theirs):
        if a == b and not a.replace(",", "").isdigit():
            words.append(a)
        elif a.replace(",", "").isdigit() and b.replace(",", "").isdigit():
            words.append(f"{int(a.replace(',', '')) + int(b.replace(',', '')):,}")
        else:
            return f"{one}; {two}"
    return " ".join(words)


def module_of(file: Path) -> ModuleType:
    """A row's module, from its file."""
    spec = importlib.util.spec_from_file_location(file.stem, file)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[file.stem] = module
    spec.loader.exec_module(module)
    return module


def found_rows(folder: Path = ROWS) -> dict[int, tuple[Path, Row]]:
    """The rows there are, by number."""
    found: dict[int, tuple[Path, Row]] = {}
    for file in sorted(folder.glob("row_*.py")):
        row: Row = module_of(file).ROW
        if row.number in found:
            raise ValueError(f"{file.name} and {found[row.number][0].name} have the same number")
        found[row.number] = (file, row)
    return dict(sorted(found.items()))


def shares(file: Path, row: Row, count: int, seed: int, patience: float) -> list[Share]:
    """The parts of a row; small counts are not shared out."""
    parts = max(1, min(row.parts, count // 50))
    sizes = [count // parts + (index < count % parts) for index in range(parts)]
    return [
        Share(file, row, index, parts, size, seed + 1_000_003 * index, patience)
        for index, size in enumerate(sizes)
    ]


def play(wanted: list[list[Share]], jobs: int) -> list[Played]:
    """Play the parts of rows, ``jobs`` at a time; rows that must be alone come last, one by one."""
    out = {group[0].row.number: Played(group[0].row, sum(s.count for s in group)) for group in wanted}
    every = [share for group in wanted for share in group]
    side_by_side = sorted((s for s in every if not s.row.alone), key=lambda s: -s.patience)
    alone = [share for share in every if share.row.alone]
    for some, width in ((side_by_side, jobs), (alone, 1)):
        with ThreadPoolExecutor(max(1, width)) as pool, _ended_together(pool):
            for share, (result, seconds) in zip(some, pool.map(_play_share, some)):
                out[share.row.number].add(share, result, seconds)
    return list(out.values())


@contextlib.contextmanager
def _ended_together(pool: ThreadPoolExecutor) -> Iterator[None]:
    """Who is interrupted does not wait for the rows that run: they end at once, and clean up after them."""
    try:
        yield
    except BaseException:
        pool.shutdown(wait=False, cancel_futures=True)
        for process in list(_RUNNING):
            _end(process)
        raise


def _play_share(share: Share) -> tuple[Result, float]:
    with contextlib.ExitStack() as stack:
        scratch = _folder(stack, None)
        quick = _folder(stack, MEMORY if os.access(MEMORY, os.W_OK) else None)
        told = scratch / "result.json"
        command = [sys.executable, "-X", "faulthandler", str(RUN), "--play", str(share.file)]
        command += ["--count", str(share.count), "--seed", str(share.seed), "--told", str(told)]
        began = time.monotonic()
        with tempfile.TemporaryFile() as said:
            ended = _run(command, _environment(share, scratch, quick), said.fileno(), share.patience)
            seconds = time.monotonic() - began
            said.seek(0)
            words = said.read().decode(errors="replace")
        if ended is not None or not told.exists():
            return Result(0, [f"{share.file.name}: {ended or 'told nothing'}\n{words[-SAID:]}"]), seconds
        return Result(**json.loads(told.read_text(encoding="utf-8"))), seconds


def _folder(stack: contextlib.ExitStack, parent: Path | None) -> Path:
    folder = Path(tempfile.mkdtemp(prefix="bytescope-faults-", dir=parent))
    stack.callback(shutil.rmtree, folder, ignore_errors=True)
    return folder


def _environment(share: Share, scratch: Path, quick: Path) -> dict[str, str]:
    """No screen, no folder of the person."""
    ours = {"HOME": "home", "TMPDIR": "tmp"}
    ours |= {f"XDG_{name}_HOME": name.lower() for name in ("CONFIG", "DATA", "STATE", "CACHE")}
    for name in ours.values():
        (scratch / name).mkdir(mode=0o700)
    out = os.environ | {name: str(scratch / folder) for name, folder in ours.items()}
    out |= {"QT_QPA_PLATFORM": "offscreen", QUICK: str(quick), PART: f"{share.index}/{share.parts}"}
    return out


def _run(command: list[str], environment: dict[str, str], output: int, patience: float) -> str | None:
    """How the process ended, where that was not as it should be."""
    process = subprocess.Popen(
        command,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=output,
        stderr=output,
        # No session of its own: kernels may share processors by session; priorities then hold inside one.
        process_group=0,
    )
    _RUNNING.add(process)
    try:
        status = process.wait(patience)
    except subprocess.TimeoutExpired:
        return f"had not finished after {patience:,.0f} s"
    finally:
        _end(process)
        process.wait()
        _RUNNING.discard(process)
    if status < 0:
        return f"died of {signal.Signals(-status).name}"
    return f"ended with status {status}" if status else None


def _end(process: subprocess.Popen[bytes]) -> None:
    """Kill it with what it has started."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)


def play_here(file: Path, count: int, seed: int, told: Path) -> None:
    """Play a part of a row in this process, and tell the result."""
    result: Result = module_of(file).run(count, seed)
    told.write_text(json.dumps(asdict(result)), encoding="utf-8")

"""A malformed input by name, and what must come of it: one clear sentence, in time, and nothing changed."""

from __future__ import annotations

import contextlib
import hashlib
import io
import os
import stat
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from bytescope.cli import main
from bytescope.core.errors import BytescopeError

CHECKOUT = Path(__file__).resolve().parents[3]
SECONDS = 10.0
"""Of the processor, within which the answer must come: the clock on the wall tells what others do."""

LONGEST = 420
"""Characters of a sentence that a person still reads."""

RAW = (
    "traceback", "errno", "object at 0x", "<class", "exception", "nonetype", "codec can't", "invalid literal",
    "bytearray(", "keyerror", "valueerror", "oserror", "not subscriptable", "unhandled",
    "surrogates not allowed",
)  # fmt: skip
"""What no person should have to read."""

ADVICE = (
    ";", "choose", "type ", "give ", "use ", "write", "check", "open ", "remove", "change", "mend", "see ",
    "close", "take ", "shorten", "swap", "simplify", "must be", "there are", "holds", "until", "try ",
)  # fmt: skip
"""Words of which at least one is there where a sentence says what to do."""


@dataclass(frozen=True)
class Case:
    """``run`` gets an empty folder of its own, works in it, and tells what went wrong ("" for nothing)."""

    name: str
    run: Callable[[Path], str]


def sentence_fault(text: str, says: str = "", *, advice: bool = True) -> str:
    """What is wrong with ``text`` as a sentence for a person; "" where nothing is."""
    low = text.lower()
    checks = {
        "is more than one line": "\n" in text or "\r" in text,
        "has characters that cannot be seen": not text.isprintable(),
        "does not end like a sentence": not text.endswith("."),
        "is too short to say anything": len(text) < 15,
        f"is longer than {LONGEST} characters": len(text) > LONGEST,
        "does not begin like a sentence": text[:1].islower() and not text.startswith(("u8", "i8", "f32")),
        "is what a program says to a programmer": any(word in low for word in RAW),
        f"does not name {says!r}": says.lower() not in low,
        "does not say what to do": advice and not any(word in low for word in ADVICE),
    }
    faults = [what for what, is_so in checks.items() if is_so]
    return f"{text[:600]!r} {', '.join(faults)}" if faults else ""


def refusal(work: Callable[[], object], says: str, length: int | None = None) -> str:
    """``work`` must end in one of our errors; ``length``: where the fault stands lies within that."""
    began = time.process_time()
    try:
        got = work()
    except BytescopeError as error:
        late = _lateness(began)
        position = getattr(error, "position", None)
        if length is not None and position is not None and not 0 <= position <= length:
            return f"the fault is said to stand at {position} of {length}"
        return sentence_fault(str(error), says) or late
    except BaseException as error:
        return f"{type(error).__name__} instead of a sentence: {error!r:.300}"
    return f"was taken, and gave {got!r:.100}"


def _lateness(began: float) -> str:
    taken = time.process_time() - began
    return f"took {taken:.1f} s" if taken > SECONDS else ""


def fingerprint(place: Path) -> dict[str, tuple[object, ...]]:
    """Everything below ``place``: kinds, sizes, times and contents."""
    out: dict[str, tuple[object, ...]] = {}
    for folder, folders, files in os.walk(os.fsencode(place)):
        for name in (*folders, *files):
            path = os.path.join(folder, name)
            found = os.lstat(path)
            content = b""
            if stat.S_ISREG(found.st_mode) and found.st_size < 1 << 20:
                with open(path, "rb") as file:
                    content = file.read(1 << 20)
            kept = (found.st_mode, found.st_size, found.st_mtime_ns, hashlib.sha256(content).digest())
            out[os.fsdecode(path)] = kept
    return out


def called(words: Sequence[str]) -> tuple[int, str, str]:
    """Status, output and errors of the program with these words, in this process."""
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        try:
            status: object = main(list(words))
        except SystemExit as error:
            status = error.code
    return (status if isinstance(status, int) else 1), out.getvalue(), err.getvalue()


def started(words: Sequence[str], place: Path, **how: object) -> tuple[int, str, str]:
    """The same in a real process, without a display, in the folder ``place``."""
    environment = {key: value for key, value in os.environ.items() if "DISPLAY" not in key}
    environment |= {
        "PYTHONPATH": os.pathsep.join(str(CHECKOUT / name) for name in ("app", "resources")),
        "PYTHONDONTWRITEBYTECODE": "1",
        "PYTHONIOENCODING": "utf-8:surrogateescape",
    }
    given: dict[str, object] = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE} | how
    command = [sys.executable, "-m", "bytescope", *words]
    done = subprocess.run(
        command, cwd=place, env=environment, stdin=subprocess.DEVNULL, timeout=600, check=False, **given
    )  # type: ignore[call-overload]
    said = [(part or b"").decode("utf-8", "surrogateescape") for part in (done.stdout, done.stderr)]
    return done.returncode, said[0], said[1]


def command_fault(
    place: Path,
    words: Sequence[str],
    says: str,
    status: int = 2,
    *,
    real: bool = False,
    person: Callable[[], contextlib.AbstractContextManager[None]] = contextlib.nullcontext,
) -> str:
    """What is wrong with how the command line refuses ``words``: status, one sentence, nothing changed.

    ``person`` is who calls it, for as long as that takes.
    """
    before = fingerprint(place)
    began = time.process_time()
    try:
        with person():
            got, out, err = started(words, place) if real else called(words)
    except BaseException as error:
        return f"{type(error).__name__} came out: {error!r:.300}"
    late = "" if real else _lateness(began)
    if got != status:
        return f"status {got} instead of {status}: {err[-400:]!r}"
    if out:
        return f"printed {out[:100]!r}"
    if not err.startswith("bytescope: ") or not err.endswith("\n"):
        return f"does not speak as the program does: {err[-400:]!r}"
    if fingerprint(place) != before:
        return "changed something"
    return sentence_fault(err.removeprefix("bytescope: ")[:-1], says) or late

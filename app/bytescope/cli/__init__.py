"""The command line: reads the arguments, then loads only what the asked command needs.

The one place that knows every layer. Exit status: 0 done, 1 failed, 2 bad input; an error is one
sentence on standard error.
"""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Callable, Sequence
from importlib import import_module

from bytescope.core.errors import BytescopeError

COMMANDS: dict[str, str] = {
    "render": "draw the page map of a file as PNG",
    "pages": "print a row for each page",
    "dump": "print bytes, also as od -x does",
    "fill": "fill a range of a file with a pattern",
    "write": "write bytes at an offset of a file",
    "find": "print where bytes are found",
}
PRINTING = {"pages", "dump", "find"}


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program with ``argv`` (without its name) and return the exit status."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    name = arguments[0] if arguments and arguments[0] in COMMANDS else "window"
    if name != "window":
        del arguments[0]
    _hold_streams()
    if sys.stdout is None and name in PRINTING:
        print("bytescope: The output is closed; give the command one to print to.", file=sys.stderr)
        return 1
    run: Callable[[list[str]], int] = import_module(f"bytescope.cli.{name}").run
    try:
        return run(arguments)
    except BytescopeError as error:
        print(f"bytescope: {_one_line(str(error))}", file=sys.stderr)
        return error.exit_status
    except BrokenPipeError:
        # The reader of our output went away (head): not our failure. Keep the interpreter from
        # complaining when it flushes at the end.
        _let_go_of_output()
        return 0
    except KeyboardInterrupt:
        return 130
    except OSError as error:
        why = _one_line(error.strerror or str(error))
        print(
            f"bytescope: The command could not finish: {why[:1].lower()}{why[1:]};"
            " check where its output goes and the medium of its file.",
            file=sys.stderr,
        )
        _let_go_of_output()
        return 1


def _hold_streams() -> None:
    """Put something behind standard streams that are closed.

    Else the next file that is opened gets their number, and what a library says of itself on the
    standard error stream is written into that file.
    """
    if None in (sys.stdin, sys.stdout, sys.stderr):
        while (fd := os.open(os.devnull, os.O_RDWR)) <= 2:
            pass
        os.close(fd)
        if sys.stderr is None:
            sys.stderr = open(os.devnull, "w")  # noqa: SIM115 - it is for the rest of the run


def _let_go_of_output() -> None:
    """Keep the interpreter from complaining when it flushes at the end what could not be printed."""
    with contextlib.suppress(OSError, ValueError):
        output = sys.stdout.fileno()
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, output)
        os.close(null)


def _one_line(text: str) -> str:
    """What a terminal must not act on is escaped, wherever a sentence has it from."""
    return "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in text)

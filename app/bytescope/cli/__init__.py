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

from bytescope.core.errors import BytescopeError, Cancelled
from bytescope.crash import CrashFile, begin, state_folder

COMMANDS: dict[str, str] = {
    "render": "draw the page map of a file as PNG",
    "pages": "print a row for each page",
    "dump": "print bytes, also as od -x does",
    "fill": "fill a range of a file with a pattern",
    "write": "write bytes at an offset of a file",
    "transform": "and, or, xor, add, shift, swap … the bytes of a range",
    "find": "print where bytes are found",
    "struct": "print a structure in C with the values of its fields",
    "stats": "print entropy, counts, runs and tests for chance of bytes",
    "compare": "print what differs between two files",
    "diff": "write a patch that makes one file of another",
    "apply": "apply a patch or an edit script to a file",
    "export": "print bytes as source code, Base64, a dump, Intel HEX or SREC",
    "undump": "make bytes of a dump, Intel HEX or SREC, as xxd -r does",
    "checksum": "print checksums, or compare one",
    "strings": "print the texts in a file",
    "kind": "print what a file is, and what is in it",
    "disassemble": "print bytes as machine code",
    "touched": "print the states of pages, or what touches them",
    "recover": "deal with saves that were cut off and edits that were never saved",
}
PRINTING = {
    "pages",
    "dump",
    "find",
    "compare",
    "touched",
    "diff",
    "export",
    "struct",
    "checksum",
    "strings",
    "kind",
    "stats",
    "disassemble",
}


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
    # Only a process of our own may be watched for crashes; the window begins its report itself.
    crash = begin(state_folder()) if argv is None and name != "window" else None
    try:
        return run(arguments)
    except BytescopeError as error:
        print(f"bytescope: {_one_line(str(error))}", file=sys.stderr)
        return error.exit_status
    except Cancelled as stopped:
        print(f"bytescope: {_one_line(str(stopped))}", file=sys.stderr)
        return 130
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
    except Exception as error:
        return _went_wrong(error)
    finally:
        if crash is not None:
            crash.close()


def _went_wrong(error: Exception) -> int:
    """A defect of ours: one sentence and a report in the state folder, else on standard error."""
    from bytescope.traces import message, trace

    details = trace(error)
    try:
        report = CrashFile(state_folder())
        report.add(details)
        report.close()
    except OSError:
        print(details, file=sys.stderr)
        where = "what happened stands above"
    else:
        where = f"what happened is written in {report.path}"
    what = ": ".join(part for part in (type(error).__name__, message(error)) if part)
    said = _one_line(f"Something went wrong inside Bytescope ({what}); {where}.")
    print(f"bytescope: {said}", file=sys.stderr)
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

"""The command line: reads the arguments, then loads only what the asked command needs.

The one place that knows every layer. Exit status: 0 done, 1 failed, 2 bad input; an error is one
sentence on standard error.
"""

from __future__ import annotations

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


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program with ``argv`` (without its name) and return the exit status."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    name = arguments[0] if arguments and arguments[0] in COMMANDS else "window"
    if name != "window":
        del arguments[0]
    run: Callable[[list[str]], int] = import_module(f"bytescope.cli.{name}").run
    try:
        return run(arguments)
    except BytescopeError as error:
        print(f"bytescope: {error}", file=sys.stderr)
        return error.exit_status
    except BrokenPipeError:
        # The reader of our output went away (head): not our failure. Keep the interpreter from
        # complaining when it flushes at the end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return 130
    except OSError as error:
        print(f"bytescope: {error.strerror or error}.", file=sys.stderr)
        return 1

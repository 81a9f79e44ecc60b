"""``bytescope diff A B``: a patch that makes B of A, as IPS, BPS or an edit script."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, BinaryIO

from bytescope.cli.arguments import parser_of
from bytescope.cli.files import open_source, say, stopped_by_interrupt

if TYPE_CHECKING:
    from collections.abc import Iterator

SAME, DIFFERENT = 0, 1


def run(argv: list[str]) -> int:
    parser = parser_of(
        "diff",
        "Write a patch that makes B of A. Status 0: the two are equal and nothing was written, 1: a patch"
        " was written, 2: trouble.",
    )
    parser.add_argument("first", metavar="A")
    parser.add_argument("second", metavar="B")
    parser.add_argument(
        "--format",
        choices=("script", "bps", "ips", "ips32"),
        help="script: a line for each edit, any size; bps: with checksums; ips, ips32: up to 16 MiB, 4 GiB "
        "(default: by the ending of OUT, else script)",
    )
    parser.add_argument(
        "-o", "--output", metavar="OUT", help="write to this file, not to the standard output"
    )
    options = parser.parse_args(argv)
    from bytescope.core.document.document import Document
    from bytescope.core.errors import InputError
    from bytescope.core.exchange.delta import difference
    from bytescope.core.exchange.patching import check, kind_of_name, patch_parts
    from bytescope.core.source.shown import quoted_name
    from bytescope.core.storage.exporting import exported
    from bytescope.core.ticket import Ticket

    kind = options.format or kind_of_name(options.output or "") or "script"
    if kind != "script" and options.output is None and sys.stdout.isatty():
        raise InputError("A binary patch is not for the terminal; name a file with -o.")
    sides = [Document(open_source(name)).snapshot() for name in (options.first, options.second)]
    with stopped_by_interrupt(Ticket()) as ticket:
        delta = difference(sides[0], sides[1], ticket)
        if not delta.changed and delta.old.size == delta.new.size:
            say("The two are equal, so there is no patch.")
            return SAME
        check(delta, kind)
        parts = patch_parts(delta, kind, ticket)
        if options.output is None:
            _write(parts, sys.stdout.buffer)
        else:
            shown = [os.fsencode(name) for name in (options.first, options.second)]
            with exported(options.output, shown, "patch") as out:
                _write(parts, out)
            say(f"The patch was written to {quoted_name(options.output)}.")
    return DIFFERENT


def _write(parts: Iterator[bytes], out: BinaryIO) -> None:
    for part in parts:
        out.write(part)
    out.flush()

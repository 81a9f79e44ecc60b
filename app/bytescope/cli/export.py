"""``bytescope export FILE [RANGE] --as FORM``: bytes as source code, a dump, HEX records; or as they are."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from bytescope.cli.arguments import parser_of
from bytescope.cli.files import names_of, open_source, say, stopped_by_interrupt

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bytescope.core.source.base import Lost


def run(argv: list[str]) -> int:
    from bytescope.core.exchange.forms import FORMS

    parser = parser_of("export", "Print a range of a file in the form of another program or language.")
    parser.add_argument("file", metavar="FILE")
    parser.add_argument("range", metavar="RANGE", nargs="?", default="all")
    parser.add_argument(
        "--as", dest="form", choices=("raw", "ihex", "srec", *FORMS), default="hexdump", help="the form"
    )
    parser.add_argument(
        "-o", "--output", metavar="OUT", help="write to this file, not to the standard output"
    )
    parser.add_argument("--base", metavar="N", default="0", help="address of the first byte (ihex, srec)")
    parser.add_argument("--name", default="data", help="what the array is called")
    options = parser.parse_args(argv)
    from bytescope.core.document.document import Document
    from bytescope.core.errors import InputError
    from bytescope.core.exchange.outgoing import RAW, save_part, texts, write_texts
    from bytescope.core.source.shown import quoted_name
    from bytescope.core.text.numbers import parse_number
    from bytescope.core.text.range_text import parse_range
    from bytescope.core.ticket import Ticket

    source = open_source(options.file)
    within = parse_range(options.range, names_of(source))
    base = parse_number(options.base, names_of(source), relative=False)
    if base < 0:
        raise InputError("The base address must be 0 or more; give another one.")
    snapshot = Document(source).snapshot()
    lost: list[Lost] = []
    with stopped_by_interrupt(Ticket()) as ticket:
        if options.form == RAW:
            if options.output is None:
                raise InputError("Name the file for the bytes with -o.")
            target = os.fsencode(options.output)
            say(save_part(snapshot, within, target, ticket, original=source, overwrite=False))
            return 0
        parts = texts(snapshot, within, options.form, lost, ticket, base=base, name=options.name)
        if options.output is None:
            _print(parts)
        else:
            write_texts(options.output, [os.fsencode(options.file)], parts)
            say(f"{within.length:,} bytes were written to {quoted_name(options.output)}.")
    if lost:
        say(f"Bytes from 0x{lost[0].range.start:X} on could not be read and are written as 00.")
        return 1
    return 0


def _print(parts: Iterator[str]) -> None:
    last = ""
    for part in parts:
        sys.stdout.write(part)
        last = part or last
    if last and not last.endswith("\n"):
        sys.stdout.write("\n")
    sys.stdout.flush()

"""``bytescope disassemble FILE``: print bytes as machine code."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from bytescope.cli.arguments import parser_of
from bytescope.cli.files import names_of, open_source, say
from bytescope.core.code.machines import MACHINES, machine_named
from bytescope.core.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bytescope.core.code.disassembling import Instruction


def run(argv: list[str]) -> int:
    parser = parser_of("disassemble", "Print bytes as machine code: address, bytes, what they do.")
    parser.add_argument("file", metavar="FILE")
    parser.add_argument("--arch", metavar="NAME", help=f"one of {', '.join(MACHINES)} (default: as the "
                        "file's header says)")  # fmt: skip
    parser.add_argument("--range", metavar="RANGE", help="these bytes only (default: from the entry on that "
                        "the header names, else all)")  # fmt: skip
    parser.add_argument("--base", metavar="N", help="the address at which the first byte of the file runs "
                        "(default: each segment where the file's header says)")  # fmt: skip
    parser.add_argument("--first", type=int, metavar="N", help="only so many instructions")
    options = parser.parse_args(argv)
    if options.first is not None and options.first < 1:
        raise InputError("The number of instructions must be 1 or more.")
    machine = None if options.arch is None else machine_named(options.arch)
    from bytescope.core.code.disassembling import disassemble, disassemble_mapped, line
    from bytescope.core.code.guessing import guess
    from bytescope.core.document.document import Document
    from bytescope.core.ranges import ByteRange
    from bytescope.core.text.numbers import parse_number
    from bytescope.core.text.range_text import parse_range
    from bytescope.core.ticket import Ticket

    source = open_source(options.file)
    names = names_of(source)
    snapshot = Document(source).snapshot()
    guessed = guess(snapshot)
    if machine is None:
        if guessed is None:
            raise InputError(
                f"The file does not say for which machine it is; give --arch: {', '.join(MACHINES)}."
            )
        machine = MACHINES[guessed.machine]
        say(f"bytescope: {machine.title}: {guessed.why}.")
    entry = guessed.entry if guessed is not None else None
    within = (
        ByteRange(entry or 0, source.size) if options.range is None else parse_range(options.range, names)
    )
    ticket, most = Ticket(), options.first
    parts: Iterator[list[Instruction]]
    if options.base is not None:
        base = parse_number(options.base, names)
        parts = disassemble(snapshot, within, machine, base, ticket, most=most)
    else:
        parts = disassemble_mapped(snapshot, within, machine, guessed, ticket, most=most)
    for found in parts:
        print("\n".join(line(item) for item in found))
    sys.stdout.flush()
    return 0

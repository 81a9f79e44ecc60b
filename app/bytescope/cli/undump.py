"""``bytescope undump TEXT OUT``: a dump, Intel HEX or SREC file back to bytes, as ``xxd -r`` does."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from bytescope.cli.arguments import parser_of
from bytescope.cli.files import (
    add_no_journal,
    names_of,
    open_source,
    save_document,
    say,
    stopped_by_interrupt,
)

if TYPE_CHECKING:
    from bytescope.core.source.base import Source

STDIN = "-"
MOST_TYPED = 1 << 30


def run(argv: list[str]) -> int:
    parser = parser_of(
        "undump",
        "Make bytes of what xxd, hexdump and od print, of Intel HEX, SREC, plain hex digits or Base64."
        " Gaps are holes.",
    )
    parser.add_argument("text", metavar="TEXT", help="the file to be read; - for the standard input")
    parser.add_argument("output", metavar="OUT", help="a new file; with --onto one that is there")
    parser.add_argument("--onto", action="store_true", help="put the bytes over those of OUT, and save")
    parser.add_argument("--kind", choices=("ihex", "srec", "dump", "hex", "base64"), help="what TEXT is")
    parser.add_argument("--offsets", choices=("hex", "oct", "dec"), help="how a dump writes its offsets")
    parser.add_argument(
        "--base", metavar="N", help="offset or address that becomes offset 0 (default: the lowest address,"
        " of dumps 0)"
    )  # fmt: skip
    add_no_journal(parser)
    options = parser.parse_args(argv)
    from bytescope.core.document.document import Document
    from bytescope.core.document.drafting import Draft, adopt
    from bytescope.core.errors import InputError
    from bytescope.core.exchange.incoming import read_incoming
    from bytescope.core.source.access import Access
    from bytescope.core.source.memory import ZeroSource
    from bytescope.core.storage.save import save_as
    from bytescope.core.text.numbers import NO_DOCUMENT, parse_number
    from bytescope.core.ticket import Ticket

    text = _source(options.text)
    with stopped_by_interrupt(Ticket()) as ticket:
        incoming = read_incoming(text, ticket, options.kind or "", options.offsets or "")
        file = open_source(options.output, Access.EDIT) if options.onto else None
        document = Document(file if file is not None else ZeroSource(0))
        base = incoming.base
        if options.base is not None:
            names = NO_DOCUMENT if file is None else names_of(file)
            base = parse_number(options.base, names, relative=False)
        if base < 0:
            raise InputError("The base must be 0 or more; give another one.")
        draft = Draft(document.snapshot())
        incoming.place(draft, base)
        say(incoming.sentence)
        if file is None:
            made = draft.snapshot()
            outcome = save_as(made, os.fsencode(options.output), ticket, original=None, overwrite=False)
            outcome.new_base.close()
            say(outcome.sentence)
            return 0
    adopt(document, draft, "Import")
    say(save_document(document, file, journaled=not options.no_journal))
    return 0


def _source(name: str) -> Source:
    if name != STDIN:
        return open_source(name)
    import sys

    from bytescope.core.errors import InputError
    from bytescope.core.source.memory import MemorySource

    data = sys.stdin.buffer.read(MOST_TYPED + 1)
    if len(data) > MOST_TYPED:
        raise InputError("The standard input has more than 1 GiB; write it to a file and name that.")
    return MemorySource(data)

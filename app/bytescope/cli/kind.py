"""``bytescope kind FILE``: print what a file is, or all that begins in it."""

from __future__ import annotations

import csv
import json
import sys
from typing import TYPE_CHECKING

from bytescope.cli.arguments import parser_of
from bytescope.cli.files import names_of, open_source

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bytescope.core.kinds.naming import Kind

ALIGN = {"any": 1, "sector": 512, "page": 4096}


def run(argv: list[str]) -> int:
    parser = parser_of("kind", "Print what a file is, and why; status 1 if nothing is known of it.")
    parser.add_argument("file", metavar="FILE")
    parser.add_argument("--range", metavar="RANGE", default="all", help="these bytes only")
    parser.add_argument("--scan", action="store_true", help="print all that begins anywhere in the file")
    parser.add_argument("--align", choices=tuple(ALIGN), default="any", help="with --scan: only what begins "
                        "at multiples of 512 or 4096 bytes")  # fmt: skip
    parser.add_argument("--format", choices=("text", "csv", "json"), default="text")
    options = parser.parse_args(argv)
    from bytescope.core.document.document import Document
    from bytescope.core.kinds.carving import Carver
    from bytescope.core.kinds.naming import kinds
    from bytescope.core.text.range_text import parse_range
    from bytescope.core.ticket import Ticket

    source = open_source(options.file)
    within = parse_range(options.range, names_of(source))
    snapshot = Document(source).snapshot()
    if options.scan:
        found: Iterable[Kind] = Carver(snapshot, within, ALIGN[options.align]).kinds(Ticket())
    else:
        found = kinds(snapshot, within, source.name)
    count = _print(found, options.format)
    sys.stdout.flush()
    if not count:
        further = "in it" if options.scan else "there; --scan looks further on"
        print(f"bytescope: nothing that is known begins {further}.", file=sys.stderr)
    return 0 if count else 1


def _print(found: Iterable[Kind], form: str) -> int:
    count = 0
    table = csv.writer(sys.stdout, lineterminator="\n")
    if form == "csv":
        table.writerow(("offset", "length", "kind", "detail", "sure", "why"))
    for kind in found:
        count += 1
        if form == "csv":
            length = "" if kind.length is None else kind.length
            table.writerow((kind.start, length, kind.name, kind.detail, f"{kind.sure:.2f}", kind.why))
        elif form == "json":
            print("[" if count == 1 else ",", json.dumps(kind._asdict()), sep="\n" if count > 1 else "")
        else:
            length_text = "" if kind.length is None else f", {kind.length} bytes"
            title = "".join(c if c.isprintable() else "?" for c in kind.title)
            print(f"{kind.start}\t{title}{length_text}\t{kind.sure:.0%}\t{kind.why}")
    if form == "json":
        print("]" if count else "[]")
    return count

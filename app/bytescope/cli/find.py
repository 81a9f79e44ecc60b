"""``bytescope find FILE PATTERN``: print the decimal offsets of what is found, one a line."""

from __future__ import annotations

from bytescope.cli.arguments import parser_of
from bytescope.cli.files import open_source


def run(argv: list[str]) -> int:
    parser = parser_of(
        "find", "Print where bytes (hex digits, text:…, u32le:…) are found; status 1 if nowhere."
    )
    parser.add_argument("file", metavar="FILE")
    parser.add_argument("pattern", metavar="PATTERN")
    parser.add_argument("--all", action="store_true", help="every hit, not only the first")
    options = parser.parse_args(argv)
    from bytescope.core.document.document import Document
    from bytescope.core.document.pattern_text import parse_bytes
    from bytescope.core.search.find import find_all, find_next
    from bytescope.core.ticket import Ticket

    needle = parse_bytes(options.pattern)
    snapshot = Document(open_source(options.file)).snapshot()
    found = False
    if options.all:
        for offset in find_all(snapshot, needle, Ticket()):
            print(offset)
            found = True
        return 0 if found else 1
    at = find_next(snapshot, needle, 0, Ticket())
    if at is None:
        return 1
    print(at)
    return 0

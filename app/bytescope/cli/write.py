"""``bytescope write FILE OFFSET BYTES``: write bytes into a file and save it."""

from __future__ import annotations

from bytescope.cli.arguments import parser_of
from bytescope.cli.files import add_no_journal, names_of, open_source, save_document, say


def run(argv: list[str]) -> int:
    parser = parser_of("write", "Write bytes (hex digits, text:…, u32le:…) at an offset, flush and verify.")
    parser.add_argument("file", metavar="FILE")
    parser.add_argument("offset", metavar="OFFSET")
    parser.add_argument("bytes", metavar="BYTES")
    add_no_journal(parser)
    options = parser.parse_args(argv)
    from bytescope.core.document.document import Document
    from bytescope.core.document.pattern_text import parse_bytes
    from bytescope.core.ranges import ByteRange
    from bytescope.core.source.access import Access
    from bytescope.core.text.numbers import parse_number
    from bytescope.core.text.range_text import inside

    data = parse_bytes(options.bytes)
    source = open_source(options.file, Access.EDIT)
    offset = parse_number(options.offset, names_of(source), relative=False)
    range_: ByteRange = inside(offset, offset + len(data), source.size)
    document = Document(source)
    document.write(range_.start, data)
    say(save_document(document, source, journaled=not options.no_journal))
    return 0

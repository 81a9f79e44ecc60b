"""``bytescope fill FILE RANGE PATTERN``: fill a range of a file and save it."""

from __future__ import annotations

from bytescope.cli.arguments import parser_of
from bytescope.cli.files import add_no_journal, names_of, open_source, save_document, say


def run(argv: list[str]) -> int:
    parser = parser_of("fill", "Fill a range of a file with a pattern, flush and verify.")
    parser.add_argument("file", metavar="FILE")
    parser.add_argument("range", metavar="RANGE")
    parser.add_argument("pattern", metavar="PATTERN")
    parser.add_argument("--phase", choices=("start", "absolute"), default="start",
                        help="begin the pattern at the range's start or align it to offset 0")  # fmt: skip
    add_no_journal(parser)
    options = parser.parse_args(argv)
    from bytescope.core.document.document import Document
    from bytescope.core.document.pattern_text import parse_pattern
    from bytescope.core.document.patterns import Phase
    from bytescope.core.errors import InputError
    from bytescope.core.source.access import Access
    from bytescope.core.text.range_text import parse_range

    pattern = parse_pattern(options.pattern)
    source = open_source(options.file, Access.EDIT)
    range_ = parse_range(options.range, names_of(source))
    if not range_:
        raise InputError("The range is empty; give a range of at least one byte.")
    document = Document(source)
    document.fill(range_, pattern, Phase(options.phase))
    say(save_document(document, source, journaled=not options.no_journal))
    return 0

"""``bytescope pages FILE``: a row for each page with what is in it."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from bytescope.cli.arguments import parser_of
from bytescope.cli.files import names_of, open_source
from bytescope.core.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bytescope.core.pages.fact_table import Batch, Column, Extra
    from bytescope.core.pages.measures import Measure
    from bytescope.core.ranges import ByteRange
    from bytescope.core.source.file import FileSource

FORMATS = ("csv", "json", "arrow", "parquet")

MOST_LEVEL = 40

COMPILED_FROM = 512 << 20
"""Loading (the first time: compiling) the fast kernels takes as long as measuring so much without them."""


def run(argv: list[str]) -> int:
    parser = parser_of("pages", "Print a row for each page of a file.")
    parser.add_argument("file", metavar="FILE")
    parser.add_argument("--range", metavar="RANGE", default="all", help="only pages that hold bytes of this")
    parser.add_argument("--format", choices=FORMATS, default="csv", help="arrow and parquet need -o")
    parser.add_argument("--level", type=int, default=0, metavar="K", help="a row for 2^K pages")
    parser.add_argument("--copies", action="store_true", help="also how many other pages hold the same")
    parser.add_argument("-o", "--output", metavar="OUT", help="a file instead of the standard output")
    options = parser.parse_args(argv)
    if not 0 <= options.level <= MOST_LEVEL:
        raise InputError(f"A level of {options.level} does not exist; choose one from 0 to {MOST_LEVEL}.")
    from bytescope.core.storage.exporting import check_target, exported
    from bytescope.core.storage.fact_files import NEEDS_ARROW, WRITERS, check_format
    from bytescope.core.text.range_text import parse_range

    if options.format in NEEDS_ARROW and options.output is None:
        raise InputError(f"A table as {options.format} is not for a terminal; name a file with -o.")
    check_format(options.format)
    source = open_source(options.file)
    if options.output is not None:
        check_target(options.output, [source.path], "table")
    range_ = parse_range(options.range, names_of(source)).pages.bytes(source.size)
    extras = [_copies(source)] if options.copies else []
    columns, batches = table_of(source, range_, options.level, extras)
    write = WRITERS[options.format]
    if options.output is None:
        write(columns, batches, sys.stdout.buffer)
        sys.stdout.flush()
    else:
        with exported(options.output, [source.path], "table") as out:
            write(columns, batches, out)
    return 0


def table_of(
    source: FileSource, range_: ByteRange, level: int, extras: Sequence[Extra] = ()
) -> tuple[list[Column], Iterator[Batch]]:
    """Columns and rows of the pages of ``range_`` (whole pages), their states and ``extras`` at the right."""
    from bytescope.core.document.document import Document
    from bytescope.core.pages.fact_table import EXACT, KNOWN, known, measured, with_extras
    from bytescope.core.touched.state_columns import Undisturbed, samples_of, state_columns

    columns: Sequence[Column]
    document, pages = Document(source), range_.pages
    states = state_columns(source, pages, level, document.edited_runs(pages))
    if level:
        from bytescope.cli.render import survey

        facts = survey(document.snapshot(), within=pages)
        columns, batches = KNOWN, known(facts, source.size, level, pages)
        states.append(samples_of(facts, pages))
    else:
        quiet = Undisturbed(source)
        columns, batches = EXACT, measured(quiet, range_, _measure(range_.length))
        states.append(quiet.samples(pages))
    extras = (*states, *extras)
    return [*columns, *(extra.column for extra in extras)], with_extras(batches, extras)


def _copies(source: FileSource) -> Extra:
    """How many other pages hold the same, by the fingerprints of the whole file, which is read for it."""
    import numpy as np

    from bytescope.cli.render import survey
    from bytescope.core.document.document import Document
    from bytescope.core.pages.copies import PrintsNow, cell_copies, repeated
    from bytescope.core.pages.fact_table import Column, Extra, Values
    from bytescope.core.touched.file_prints import FilePrints

    prints = FilePrints(source.size, source.size)
    survey(Document(source).snapshot(), prints=prints)
    now = PrintsNow(prints.file, prints.edited, ((), ()))
    found = repeated(now)

    def of(level: int, cells: range) -> Values:
        counted = cell_copies(now, found, level, cells.start, len(cells))
        return np.ma.array(counted.most, mask=counted.judged == 0)

    return Extra(Column("copies", meaning="most other pages that hold the same as one of these"), of)


def _measure(length: int) -> Measure:
    if length >= COMPILED_FROM:
        from bytescope.core.pages.kernels import measure

        return measure
    from bytescope.core.pages.twin import measure as plain

    return plain

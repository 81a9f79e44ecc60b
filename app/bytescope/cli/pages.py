"""``bytescope pages FILE``: a row for each page with what is in it."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, TypeAlias

from bytescope.cli.arguments import parser_of
from bytescope.cli.files import names_of, open_source

if TYPE_CHECKING:
    from bytescope.core.pages.measures import Measure
    from bytescope.core.ranges import ByteRange
    from bytescope.core.source.base import Lost
    from bytescope.core.source.file import FileSource

COLUMNS = ("page", "offset", "length", "class", "entropy", "mean", "zeros", "distinct")

Row: TypeAlias = tuple[int, int, int, str, float, float, int, int]

STEP = 4 << 20
BATCH = 4096
COMPILED_FROM = 512 << 20
"""Loading (the first time: compiling) the fast kernels takes as long as measuring so much without them."""


def run(argv: list[str]) -> int:
    parser = parser_of("pages", "Print a row for each page of a file.")
    parser.add_argument("file", metavar="FILE")
    parser.add_argument("--range", metavar="RANGE", default="all", help="only pages that hold bytes of this")
    parser.add_argument("--format", choices=("csv", "json"), default="csv")
    options = parser.parse_args(argv)
    from bytescope.core.text.range_text import parse_range

    source = open_source(options.file)
    range_ = parse_range(options.range, names_of(source)).pages.bytes(source.size)
    rows = rows_of(source, range_)
    if options.format == "csv":
        _print_csv(rows)
    else:
        _print_json(rows)
    return 0


def rows_of(source: FileSource, range_: ByteRange) -> Iterator[Row]:
    """The rows of the pages of ``range_`` (whole pages); holes are found without reading."""
    from bytescope.core.ranges import PAGESIZE, ByteRange

    measure = _measure(range_.length)
    at = range_.start
    for data in source.data_runs(range_):
        begin = data.start // PAGESIZE * PAGESIZE
        if begin > at:
            yield from _holes(at, begin, source.size)
            at = begin
        end = min(-(-data.end // PAGESIZE) * PAGESIZE, range_.end)
        if end > at:
            for part in ByteRange(at, end).chunks(STEP):
                yield from _measured(source, part, measure)
            at = end
    yield from _holes(at, range_.end, source.size)


def _measure(length: int) -> Measure:
    if length >= COMPILED_FROM:
        from bytescope.core.pages.kernels import measure

        return measure
    from bytescope.core.pages.twin import measure as plain

    return plain


def _measured(source: FileSource, part: ByteRange, measure: Measure) -> Iterator[Row]:
    import numpy as np

    from bytescope.core.pages.classes import PageClass
    from bytescope.core.ranges import PAGESIZE

    buffer = bytearray(part.length)
    lost = source.read_into(part.start, memoryview(buffer))
    found = measure(np.asarray(memoryview(buffer)))
    names = {int(code): code.name.lower() for code in PageClass}
    bad = _bad_pages(lost)
    columns = zip(
        found.lengths.tolist(), found.classes.tolist(), found.entropy.tolist(), found.mean.tolist(),
        found.zeros.tolist(), found.distinct.tolist(),
    )  # fmt: skip
    for number, (length, code, entropy, mean, zeros, distinct) in enumerate(columns, part.start // PAGESIZE):
        name = bad.get(number) or names[code]
        yield number, number * PAGESIZE, length, name, entropy, mean, zeros, distinct


def _bad_pages(lost: tuple[Lost, ...]) -> dict[int, str]:
    """Pages of which bytes could not be had, with the name of what is wrong; unreadable outdoes gone."""
    from bytescope.core.source.base import Why

    bad: dict[int, str] = {}
    for item in lost:
        pages = item.range.pages
        for page in range(pages.first, pages.end):
            if bad.get(page) != "error":
                bad[page] = "gone" if item.why is Why.GONE else "error"
    return bad


def _holes(start: int, end: int, size: int) -> Iterator[Row]:
    from bytescope.core.ranges import PAGESIZE

    for offset in range(start, end, PAGESIZE):
        length = min(PAGESIZE, size - offset)
        yield offset // PAGESIZE, offset, length, "hole", 0.0, 0.0, length, 1


def _print_csv(rows: Iterator[Row]) -> None:
    lines = [",".join(COLUMNS)]
    for page, offset, length, name, entropy, mean, zeros, distinct in rows:
        lines.append(f"{page},{offset},{length},{name},{entropy:.4f},{mean:.4f},{zeros},{distinct}")
        if len(lines) == BATCH:
            print("\n".join(lines))
            lines.clear()
    if lines:
        print("\n".join(lines))
    sys.stdout.flush()


def _print_json(rows: Iterator[Row]) -> None:
    """An array with an object a line, so that a file of any size can be printed and read as a stream."""
    lead = "["
    for row in rows:
        rounded = [round(value, 4) if isinstance(value, float) else value for value in row]
        print(f"{lead}\n{json.dumps(dict(zip(COLUMNS, rounded)))}", end="")
        lead = ","
    print("[]" if lead == "[" else "\n]")
    sys.stdout.flush()

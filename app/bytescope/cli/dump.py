"""``bytescope dump FILE [RANGE]``: print bytes as words, or exactly as ``od -x`` does."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from bytescope.cli.arguments import parser_of
from bytescope.cli.files import names_of, open_source

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bytescope.core.ranges import ByteRange
    from bytescope.core.source.file import FileSource
    from bytescope.core.text.dump import Piece

STEP = 1 << 20
LINES = 4096


def run(argv: list[str]) -> int:
    parser = parser_of("dump", "Print bytes as rows of words; equal rows are folded to *.")
    parser.add_argument("file", metavar="FILE")
    parser.add_argument("range", metavar="RANGE", nargs="?", default="all")
    parser.add_argument("--words", type=int, choices=(1, 2, 4, 8), default=1, help="bytes of a word")
    parser.add_argument("--base", choices=("hex", "oct", "dec"), default="hex", help="how words are written")
    parser.add_argument("--od", action="store_true", help="print what od -x prints")
    parser.add_argument("--no-fold", action="store_true", help="print equal rows too")
    options = parser.parse_args(argv)
    from bytescope.core.text.dump import DumpLook, dump_lines, od_lines
    from bytescope.core.text.range_text import parse_range

    source = open_source(options.file)
    range_ = parse_range(options.range, names_of(source))
    lost: list[ByteRange] = []
    pieces = _pieces(source, range_, lost)
    if options.od:
        _print(od_lines(pieces, range_.start))
    else:
        look = DumpLook(words=options.words, base=options.base, fold=not options.no_fold)
        _print(dump_lines(pieces, range_.start, look, size=range_.end))
    if lost:
        first = lost[0]
        print(
            f"bytescope: Bytes from 0x{first.start:X} on could not be read and are printed as 00; "
            "the file was shortened or the medium is bad.",
            file=sys.stderr,
        )
        return 1
    return 0


def _pieces(source: FileSource, range_: ByteRange, lost: list[ByteRange]) -> Iterator[Piece]:
    """The bytes in steps, holes as runs so that a hole of a terabyte costs nothing."""
    from bytescope.core.source.base import read
    from bytescope.core.text.dump import Run

    at = range_.start
    for data in source.data_runs(range_):
        if data.start > at:
            yield Run(b"\0", data.start - at)
        for part in data.chunks(STEP):
            got = read(source, part.start, part.length)
            lost += [item.range for item in got.lost]
            yield got.data
        at = data.end
    if at < range_.end:
        yield Run(b"\0", range_.end - at)


def _print(lines: Iterator[str]) -> None:
    """Print ``lines`` many at a time: a write a line would take longer than making the line."""
    batch: list[str] = []
    for line in lines:
        batch.append(line)
        if len(batch) == LINES:
            print("\n".join(batch))
            batch.clear()
    if batch:
        print("\n".join(batch))
    sys.stdout.flush()

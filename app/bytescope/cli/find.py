"""``bytescope find FILE PATTERN``: print the decimal offsets of what is found, one a line."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from bytescope.cli.arguments import parser_of
from bytescope.cli.files import names_of, open_source, say
from bytescope.core.errors import InputError

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterator

    from bytescope.core.document.snapshot import Snapshot
    from bytescope.core.ranges import ByteRange
    from bytescope.core.search.scan import Scan

KINDS = """what PATTERN can be:
  DE ?D ?? EF         hex digits; ? is any digit
  text:abc            text; text(utf-16le,i,w):abc in an encoding, i in any capitals, w whole words
  re:[0-9]{4,}        a regular expression over bytes (RE2), . is any byte; re(i): in any capitals
  u32le:5             a number (u8 to u64, i8 to i64, f32, f64; le or be); 5..9 a range, 5 ± 2 a tolerance
  not:00              runs of bytes that are not these
  u32(align=4):5      at offsets that are multiples of 4 only; with any kind

"""


def run(argv: list[str]) -> int:
    parser = parser_of("find", "Print where something is found; status 1 if nowhere.")
    parser.epilog = KINDS + (parser.epilog or "")
    parser.add_argument("file", metavar="FILE")
    parser.add_argument("pattern", metavar="PATTERN")
    parser.add_argument("--all", action="store_true", help="every hit, not only the first")
    parser.add_argument("--first", type=int, metavar="N", help="the first N hits")
    parser.add_argument("--last", action="store_true", help="the last hit: search backwards from the end")
    parser.add_argument("--count", action="store_true", help="print only how many hits there are")
    parser.add_argument("--range", metavar="RANGE", default="all", help="search only there")
    parser.add_argument("--format", choices=("text", "csv", "json"), default="text", help="csv, json: with "
                        "length, page and the first bytes of each hit")  # fmt: skip
    options = parser.parse_args(argv)
    if options.first is not None and options.first < 1:
        raise InputError("The number of hits must be 1 or more; leave --first out for one, or give --all.")
    from bytescope.core.document.document import Document
    from bytescope.core.search.scan import Scan
    from bytescope.core.search.wanted import matcher_of, parse_wanted
    from bytescope.core.text.range_text import parse_range
    from bytescope.core.ticket import Ticket

    wanted = parse_wanted(options.pattern)
    matcher_of(wanted)  # a fault in what was typed comes before one of the file
    source = open_source(options.file)
    area = parse_range(options.range, names_of(source))
    snapshot = Document(source).snapshot()
    lost: list[ByteRange] = []
    matcher = matcher_of(wanted, origin=area.start)
    found = _print(options, Scan(snapshot, matcher, Ticket(), area=area, unreadable=lost), snapshot, area)
    sys.stdout.flush()
    if lost:
        say(f"bytescope: Bytes from 0x{lost[0].start:X} on could not be read and match nothing.")
    return 0 if found else 1


def _print(options: Namespace, scan: Scan, snapshot: Snapshot, area: ByteRange) -> int:
    """Print what was asked for; gives the number of hits."""
    from bytescope.core.search.telling import lines, told

    if options.count:
        count = _count(scan, options.first)
        print(count)
        return count
    seen = [0]
    hits = _counted(_hits(options, scan, area), seen)
    if options.format == "text":
        for offset, _ in hits:
            print(offset)
    else:
        for line in lines((told(snapshot, *hit) for hit in hits), options.format):
            print(line)
    return seen[0]


def _hits(options: Namespace, scan: Scan, area: ByteRange) -> Iterator[tuple[int, int]]:
    """Offsets and lengths of the hits asked for."""
    from itertools import islice

    from bytescope.core.search.scan import singly

    if options.last:
        hit = scan.previous(area.end)
        return iter(() if hit is None else (hit,))
    if options.all:
        return singly(scan.hits())
    most = options.first or 1
    return islice(singly(scan.hits(room=1 if most == 1 else 1 << 14)), most)


def _count(scan: Scan, most: int | None) -> int:
    from bytescope.core.search.scan import Loop

    count = 0
    for batch in scan.hits():
        count += len(batch.hits.starts) * batch.turns if isinstance(batch, Loop) else len(batch.starts)
        if most is not None and count >= most:
            return most
    return count


def _counted(hits: Iterator[tuple[int, int]], seen: list[int]) -> Iterator[tuple[int, int]]:
    for hit in hits:
        seen[0] += 1
        yield hit

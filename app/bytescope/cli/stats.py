"""``bytescope stats FILE``: numbers, runs and shares of the bytes of a file or of a range of it."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from bytescope.cli.arguments import parser_of
from bytescope.cli.files import names_of, open_source, say
from bytescope.core.errors import InputError

if TYPE_CHECKING:
    from bytescope.core.statistics.summary import Summary

FORMATS = ("text", "json", "csv")


def run(argv: list[str]) -> int:
    parser = parser_of("stats", "Print statistics of bytes: entropy, chi-square, runs and more.")
    parser.add_argument("file", metavar="FILE")
    parser.add_argument("--range", metavar="RANGE", default="all", help="only of these bytes")
    parser.add_argument("--format", choices=FORMATS, default="text", help="csv, json: also counts and curve")
    parser.add_argument("--points", type=int, default=1024, metavar="N", help="blocks of the entropy curve")
    parser.add_argument("--plots", metavar="OUT.svg", help="also draw the plots into a file")
    parser.add_argument("--dark", action="store_true", help="on a dark ground")
    parser.add_argument("--log", action="store_true", help="with a logarithmic histogram")
    options = parser.parse_args(argv)
    if not 1 <= options.points <= 1 << 16:
        raise InputError("The number of points must be from 1 to 65,536; leave --points out for 1,024.")
    if options.plots is not None and not options.plots.lower().endswith(".svg"):
        raise InputError("The plots can be drawn as SVG only; give --plots a name that ends with .svg.")
    from bytescope.core.document.document import Document
    from bytescope.core.statistics.counting import Counting
    from bytescope.core.statistics.telling import told
    from bytescope.core.storage.exporting import check_target
    from bytescope.core.text.range_text import parse_range
    from bytescope.core.ticket import Ticket
    from bytescope.session.jobs import side_by_side

    source = open_source(options.file)
    if options.plots is not None:
        check_target(options.plots, [source.path])
    range_ = parse_range(options.range, names_of(source))
    snapshot = Document(source).snapshot()
    counting = Counting(snapshot, range_, options.points)
    counting.count(Ticket(), together=side_by_side, width=min(8, os.cpu_count() or 1))
    summary = counting.summary()
    sys.stdout.write(told(summary, options.format))
    sys.stdout.flush()
    if options.plots is not None:
        _draw(summary, options.plots, os.path.basename(options.file), options.dark, options.log, source.path)
    if summary.lost:
        say(f"bytescope: {summary.lost:,} bytes could not be read and are counted nowhere.")
    return 0


def _draw(summary: Summary, target: str, name: str, dark: bool, log: bool, shown: bytes) -> None:
    from bytescope.core.source.shown import printable_name
    from bytescope.core.statistics.sheet import DARK, LIGHT, sheet, svg
    from bytescope.core.storage.exporting import exported

    title = printable_name(name)
    text = svg(sheet(summary, title, DARK if dark else LIGHT, log), title)
    with exported(target, [shown]) as out:
        out.write(text.encode())

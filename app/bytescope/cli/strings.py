"""``bytescope strings FILE``: print the texts in a file, as ``strings -a`` does, in more encodings."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from bytescope.cli.arguments import parser_of
from bytescope.cli.files import names_of, open_source
from bytescope.core.errors import InputError

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterator

    from bytescope.core.document.snapshot import Snapshot
    from bytescope.core.ranges import ByteRange
    from bytescope.core.strings.reading import Place


def run(argv: list[str]) -> int:
    parser = parser_of("strings", "Print the texts in a file, each with its decimal offset.")
    parser.add_argument("file", metavar="FILE")
    parser.add_argument("--encoding", metavar="NAMES", default="ascii", help="one or several of ascii, "
                        "latin-1, utf-8, utf-16le, utf-16be, utf-32le, utf-32be, apart by commas (default: "
                        "ascii, which finds what strings -a finds)")  # fmt: skip
    parser.add_argument("--min", type=int, default=4, metavar="N", help="the fewest characters (default: 4)")
    parser.add_argument("--range", metavar="RANGE", default="all", help="look only there")
    parser.add_argument("--match", metavar="EXPRESSION", help="only texts in which this is found (RE2, "
                        "in any capitals)")  # fmt: skip
    parser.add_argument(
        "--every-script", action="store_true", help="in UTF-16 take characters of all scripts"
    )
    parser.add_argument("--format", choices=("text", "csv", "json"), default="text")
    options = parser.parse_args(argv)
    from bytescope.core.document.document import Document
    from bytescope.core.strings.found import test_of
    from bytescope.core.strings.reading import written
    from bytescope.core.strings.scan import LEAST_LETTERS, MOST_LETTERS
    from bytescope.core.text.range_text import parse_range

    if not LEAST_LETTERS <= options.min <= MOST_LETTERS:
        raise InputError(f"Give --min a number from {LEAST_LETTERS} to {MOST_LETTERS:,}.")
    test = None if options.match is None else test_of(options.match, expression=True)
    source = open_source(options.file)
    within = parse_range(options.range, names_of(source))
    texts = _texts(options, Document(source).snapshot(), within)
    if test is not None:
        texts = ((place, text) for place, text in texts if test(text))
    _print(written(texts, options.format))
    return 0


def _texts(options: Namespace, snapshot: Snapshot, within: ByteRange) -> Iterator[tuple[Place, str]]:
    from bytescope.core.strings.forms import forms_named
    from bytescope.core.strings.reading import WRITTEN, Place, Reader
    from bytescope.core.strings.scan import strings
    from bytescope.core.ticket import Ticket

    forms = forms_named(options.encoding)
    reader = Reader(snapshot, WRITTEN)
    every = options.every_script
    for batch in strings(snapshot, within, forms, options.min, Ticket(), every_script=every):
        for values in zip(batch.starts.tolist(), batch.lengths.tolist(), batch.numbers.tolist()):
            place = Place(*values)
            yield place, reader.text(place)


def _print(parts: Iterator[str]) -> None:
    """Print many at a time; what the terminal cannot write is escaped."""
    batch: list[str] = []
    encoding = sys.stdout.encoding or "utf-8"
    for part in parts:
        batch.append(part)
        if len(batch) == 4096:
            _write(batch, encoding)
    _write(batch, encoding)
    sys.stdout.flush()


def _write(batch: list[str], encoding: str) -> None:
    sys.stdout.write("".join(batch).encode(encoding, "backslashreplace").decode(encoding))
    batch.clear()

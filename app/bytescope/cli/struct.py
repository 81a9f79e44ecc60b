"""``bytescope struct FILE DEFINITION``: print the fields of a structure with their values."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from bytescope.cli.arguments import byte_order, parser_of
from bytescope.cli.files import names_of, open_source
from bytescope.core.errors import InputError

if TYPE_CHECKING:
    from bytescope.core.structs.parser import Definition
    from bytescope.core.structs.shelf import Shelved
    from bytescope.core.structs.types import Struct


def run(argv: list[str]) -> int:
    parser = parser_of("struct", "Print the fields of a structure in C with their values.")
    parser.epilog = f"DEFINITION is a file with C, or one of: {_names()}.\n\n{parser.epilog or ''}"
    parser.add_argument("file", metavar="FILE")
    parser.add_argument("definition", metavar="DEFINITION")
    parser.add_argument("--at", metavar="OFFSET", default="0", help="where it begins (default: 0)")
    parser.add_argument("--count", type=int, default=0, metavar="N", help="N of them behind each other")
    parser.add_argument("--name", metavar="STRUCT", help="which structure of DEFINITION; else the last")
    parser.add_argument(
        "--order",
        choices=("little", "big"),
        type=byte_order,
        help="byte order; else as the definition says; le and be mean the same",
    )
    parser.add_argument("--format", choices=("text", "csv", "json"), default="text")
    options = parser.parse_args(argv)
    from bytescope.core.document.document import Document
    from bytescope.core.structs.parser import parse
    from bytescope.core.structs.placing import lay
    from bytescope.core.structs.shelf import REACH, fits
    from bytescope.core.structs.source import reader_of
    from bytescope.core.structs.telling import told
    from bytescope.core.text.numbers import parse_number
    from bytescope.core.ticket import Ticket

    if not 0 <= options.count <= 1 << 40:
        raise InputError("The count must be 1 or more; leave --count out for one.")
    item = _definition(options.definition)
    struct = _struct(parse(item.text), options.name or item.root)
    source = open_source(options.file)
    at = parse_number(options.at, names_of(source), relative=False)
    if not 0 <= at < source.size:
        raise InputError(f"{options.at} lies outside of the file, which has {source.size:,} bytes.")
    read = reader_of(Document(source).snapshot())
    shift, magic = fits(item, read(at, REACH))
    order = options.order or (magic.order if magic is not None and magic.order else item.order)
    laid = lay(struct, struct.name, at + shift, order, read, source.size, Ticket(), options.count)
    sys.stdout.write(told(laid, options.format, order, read, Ticket()))
    return 0


def _names() -> str:
    from bytescope.session.analysis.shipped_structures import shipped

    return ", ".join(item.key for item in shipped())


def _definition(name: str) -> Shelved:
    """The shipped one of this name, or what a file says."""
    from bytescope.core.structs.shelf import shelved
    from bytescope.core.structs.texts import file_text
    from bytescope.core.structs.tokens import LONGEST
    from bytescope.session.analysis.shipped_structures import shipped

    for item in shipped():
        if item.key == name:
            return item
    source = open_source(name)
    if source.size > LONGEST * 4:
        raise InputError(
            f"“{source.name}” is too large for a definition; {LONGEST:,} characters are the most."
        )
    from bytescope.core.source.base import read

    text = file_text(read(source, 0, source.size).data, source.name)
    return shelved("", text)


def _struct(definition: Definition, name: str) -> Struct:
    found = definition.structs.get(name or definition.main)
    if found is None:
        known = ", ".join(list(definition.structs)[:20])
        raise InputError(f"There is no structure of that name; the definition has {known}.")
    return found

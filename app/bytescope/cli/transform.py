"""``bytescope transform FILE OPERATION [OPERAND] --range RANGE``: an operation on bytes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bytescope.cli.arguments import byte_order, parser_of
from bytescope.cli.files import add_no_journal, names_of, open_source, save_document, say

if TYPE_CHECKING:
    import argparse

    from bytescope.core.document.transforms import Rule
    from bytescope.core.text.numbers import Names

_ABOUT = """Apply an operation to the bytes of a range, flush and verify.

  and, or, xor PATTERN               combine each byte with the pattern
  not                                invert all bits
  add, subtract NUMBER               in units of --width bytes, modulo 256**width
  shift-left, shift-right BITS       each unit; what leaves it is lost
  rotate-left, rotate-right BITS     each unit; what leaves it comes in at the other end
  swap                               the bytes of each unit
  reverse                            the bytes of the range
  rotate-bytes BYTES                 the range, to the left (to the right: -BYTES)"""


def run(argv: list[str]) -> int:
    from bytescope.core.document.transforms import WIDTHS, Way

    parser = parser_of("transform", _ABOUT)
    parser.add_argument("file", metavar="FILE")
    parser.add_argument(
        "way", metavar="OPERATION", choices=[way.value for way in Way], help="one of the above"
    )
    parser.add_argument("operand", metavar="OPERAND", nargs="?")
    parser.add_argument(
        "--range", metavar="RANGE", required=True, help="what is changed; all: the whole file"
    )
    parser.add_argument("--width", type=int, choices=WIDTHS, default=1, help="bytes of a unit (default: 1)")
    parser.add_argument("--order", choices=("little", "big"), type=byte_order, default="little",
                        help="byte order of a unit (default: little); le and be mean the same")  # fmt: skip
    parser.add_argument("--phase", choices=("start", "absolute"), default="start",
                        help="begin the pattern at the range's start or align it to offset 0")  # fmt: skip
    add_no_journal(parser)
    options = parser.parse_args(argv)
    from bytescope.core.document.document import Document
    from bytescope.core.document.transforms import idle
    from bytescope.core.errors import InputError
    from bytescope.core.source.access import Access
    from bytescope.core.text.range_text import parse_range

    source = open_source(options.file, Access.EDIT)
    names = names_of(source)
    range_ = parse_range(options.range, names)
    if not range_:
        raise InputError("The range is empty; give a range of at least one byte.")
    rule = _rule(options, names)
    if told := idle(rule):
        say(told)
        return 0
    document = Document(source)
    document.scratch = _scratch()
    document.transform(range_, rule)
    say(save_document(document, source, journaled=not options.no_journal))
    return 0


def _rule(options: argparse.Namespace, names: Names) -> Rule:
    from bytescope.core.document.pattern_text import parse_pattern
    from bytescope.core.document.phase import Phase
    from bytescope.core.document.transforms import ARITHMETIC, BITWISE, SHIFTS, Rule, Way, number_operand
    from bytescope.core.errors import InputError
    from bytescope.core.text.numbers import parse_number

    way, given = Way(options.way), options.operand
    rule = Rule(way, None, Phase(options.phase), options.width, options.order)
    if way not in BITWISE | ARITHMETIC | SHIFTS | {Way.TURN}:
        if given is not None:
            raise InputError(f"“{way.value}” takes no operand; leave it out.")
        return rule
    if given is None:
        raise InputError(f"“{way.value}” needs an operand; see bytescope transform --help.")
    if way in BITWISE or (way in ARITHMETIC and ":" in given):
        return rule._replace(operand=parse_pattern(given))
    value = parse_number(given, names, relative=False)
    if way in ARITHMETIC:
        return rule._replace(operand=number_operand(value, rule.width, rule.order))
    return rule._replace(by=value)


def _scratch() -> bytes | None:
    """Where results are set aside that are too large for memory; None where there is no such folder."""
    from bytescope.core.storage.private import StateFolderError, default_state_folder

    try:
        return default_state_folder().root
    except StateFolderError:
        return None

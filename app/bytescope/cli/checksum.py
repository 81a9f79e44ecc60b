"""``bytescope checksum FILE``: print checksums of a file or a part of it, or compare one."""

from __future__ import annotations

import os

from bytescope.cli.arguments import parser_of
from bytescope.cli.files import names_of, open_source, stopped_by_interrupt
from bytescope.core.checksums.algorithms import ALGORITHMS, algorithms_named
from bytescope.core.errors import InputError


def run(argv: list[str]) -> int:
    parser = parser_of("checksum", "Print checksums, all computed in one pass; status 1 if --check fails.")
    parser.add_argument("file", metavar="FILE")
    parser.add_argument("--algorithm", metavar="NAMES", action="append", help="one or several of "
                        f"{', '.join(ALGORITHMS)}, apart by commas, or all (default: sha256)")  # fmt: skip
    parser.add_argument("--range", metavar="RANGE", default="all", help="of these bytes only")
    parser.add_argument("--check", metavar="VALUE", help="say whether the file has this checksum; which kind "
                        "it is is told by its length")  # fmt: skip
    options = parser.parse_args(argv)
    keys = _keys(options.algorithm, options.check)
    from bytescope.core.checksums.comparing import compared
    from bytescope.core.checksums.working import checksums
    from bytescope.core.document.document import Document
    from bytescope.core.source.shown import printable_name
    from bytescope.core.text.range_text import parse_range
    from bytescope.core.ticket import Ticket
    from bytescope.session.jobs import side_by_side

    source = open_source(options.file)
    within = parse_range(options.range, names_of(source))
    snapshot = Document(source).snapshot()
    width = min(8, os.cpu_count() or 1)
    with stopped_by_interrupt(Ticket()) as ticket:
        values = checksums(snapshot, within, keys, ticket, together=side_by_side, width=width)
    if options.check is not None:
        verdict = compared(options.check, values)
        print(verdict.sentence)
        return 0 if verdict.matches else 1
    name = printable_name(options.file)
    for key in keys:
        if len(keys) == 1:
            print(f"{values[key]}  {name}")
        else:
            print(f"{ALGORITHMS[key].title} ({name}) = {values[key]}")
    return 0


def _keys(named: list[str] | None, check: str | None) -> list[str]:
    """The checksums asked for; of one to be compared, those that are as long."""
    if named:
        return list(ALGORITHMS) if named == ["all"] else algorithms_named(",".join(named))
    if check is None:
        return ["sha256"]
    from bytescope.core.checksums.comparing import compared, possible

    keys = possible(check)
    if not keys:
        raise InputError(compared(check, {}).sentence or "Give --check the hex digits of a checksum.")
    return keys

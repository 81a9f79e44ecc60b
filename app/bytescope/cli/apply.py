"""``bytescope apply FILE PATCH``: apply an IPS or BPS patch or an edit script, and save."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from bytescope.cli.arguments import parser_of
from bytescope.cli.files import add_no_journal, open_source, save_document, say, stopped_by_interrupt

if TYPE_CHECKING:
    from bytescope.core.document.snapshot import Snapshot
    from bytescope.core.source.file import FileSource


def run(argv: list[str]) -> int:
    parser = parser_of(
        "apply",
        "Apply an IPS, IPS32 or BPS patch or an edit script to a file, flush and verify. Where anything"
        " does not fit nothing is changed.",
    )
    parser.add_argument("file", metavar="FILE")
    parser.add_argument("patch", metavar="PATCH")
    parser.add_argument("-o", "--output", metavar="OUT", help="write the result to this new file instead")
    parser.add_argument("--dry-run", action="store_true", help="say what it would do, and write nothing")
    parser.add_argument(
        "--force", action="store_true", help="do not check that it is the file that the patch was made for"
    )
    add_no_journal(parser)
    options = parser.parse_args(argv)
    from bytescope.core.document.document import Document
    from bytescope.core.exchange.patching import load, prepare
    from bytescope.core.source.access import Access
    from bytescope.core.ticket import Ticket

    data = load(options.patch)
    reading = options.dry_run or options.output is not None
    source = open_source(options.file, Access.READ if reading else Access.EDIT)
    document = Document(source)
    with stopped_by_interrupt(Ticket()) as ticket:
        trial = prepare(
            data, document.snapshot(), ticket, name=os.path.basename(options.patch), unchecked=options.force
        )
    if options.dry_run:
        print(trial.meaning)
        return 0
    if options.output is not None:
        say(_written(trial.draft.snapshot(), source, os.fsencode(options.output)))
        return 0
    trial.adopt(document)
    say(save_document(document, source, journaled=not options.no_journal))
    return 0


def _written(made: Snapshot, original: FileSource, target: bytes) -> str:
    from bytescope.core.storage.save import save_as
    from bytescope.core.ticket import Ticket

    with stopped_by_interrupt(Ticket()) as ticket:
        outcome = save_as(made, target, ticket, original=original, overwrite=False)
    outcome.new_base.close()
    return outcome.sentence

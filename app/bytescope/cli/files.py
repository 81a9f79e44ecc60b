"""Opening, reading and changing files for the commands that need no window."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from bytescope.core.document.document import Document
from bytescope.core.errors import RefusedError
from bytescope.core.source.access import Access
from bytescope.core.source.opening import open_file
from bytescope.core.text.numbers import Names
from bytescope.core.ticket import Ticket

if TYPE_CHECKING:
    from bytescope.cli.arguments import Parser
    from bytescope.core.source.file import FileSource


def open_source(path: str, access: Access = Access.READ) -> FileSource:
    """The file at ``path``; its name may hold bytes that are not UTF-8."""
    return open_file(os.fsencode(path), access)


def names_of(source: FileSource) -> Names:
    """The names that number expressions may use on the command line."""
    return Names(size=source.size, end=source.size, sel=source.size)


def add_no_journal(parser: Parser) -> None:
    """The option of commands that save."""
    parser.add_argument(
        "--no-journal",
        action="store_true",
        help="save even where no journal can be kept: a crash may then leave the file partly old, partly new",
    )


def save_document(document: Document, source: FileSource, *, journaled: bool = True) -> str:
    """Write the edits of ``document`` to its file; returns the sentence that says what was done.

    Ctrl+C puts the file back as it was where that is possible, and raises ``Cancelled``.
    """
    from bytescope.core.storage.plan import plan_save
    from bytescope.core.storage.preflight import check
    from bytescope.core.storage.private import StateFolderError, default_state_folder
    from bytescope.core.storage.save import save

    if source.read_only:
        raise RefusedError(f"“{source.name}” is read-only; change its permissions first.")
    state = default_state_folder() if journaled else None
    plan = plan_save(document, state=state)
    if journaled and plan.in_place and plan.journal is None:
        raise RefusedError(f"{plan.undo_note} Nothing was written; give --no-journal to save all the same.")
    check(document, plan)
    try:
        with stopped_by_interrupt(Ticket()) as ticket:
            return save(document.snapshot(), source, plan, ticket, state=state).sentence
    except StateFolderError as error:
        raise RefusedError(f"{error} Or give --no-journal.") from error


@contextmanager
def stopped_by_interrupt(ticket: Ticket) -> Iterator[Ticket]:
    """Ctrl+C stops the work with this ticket in good order."""

    def stop(number: int, frame: object) -> None:
        ticket.cancelled = True

    before = signal.signal(signal.SIGINT, stop)
    try:
        yield ticket
    finally:
        signal.signal(signal.SIGINT, before)


def say(sentence: str) -> None:
    """A sentence about what was done, for a person who watches; not part of the output."""
    print(sentence, file=sys.stderr)

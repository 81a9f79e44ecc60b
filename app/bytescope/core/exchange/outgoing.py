"""Writes a part of a document to another file: its bytes, or a text that stands for them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from bytescope.core.errors import InputError
from bytescope.core.ranges import ByteRange
from bytescope.core.text.dump import Piece, Run
from bytescope.core.text.formats import shown_input

if TYPE_CHECKING:
    from bytescope.core.document.snapshot import Snapshot
    from bytescope.core.source.base import Lost
    from bytescope.core.source.file import FileSource
    from bytescope.core.ticket import Ticket

RAW = "raw"
STEP = 1 << 20


def pieces_of(snapshot: Snapshot, within: ByteRange, lost: list[Lost], ticket: Ticket) -> Iterator[Piece]:
    """The bytes of ``within``, holes as runs; ``lost`` gets what cannot be read and is 00 instead.

    Counts bytes on ``ticket``, whose total is set.
    """
    ticket.total = within.length
    at = within.start
    for run in snapshot.data_runs(within):
        if run.start > at:
            yield Run(b"\0", run.start - at)
            ticket.advance(run.start - at)
        for part in run.chunks(STEP):
            got = snapshot.read(part.start, part.length)
            lost += got.lost
            yield got.data
            ticket.advance(part.length)
        at = run.end
    if at < within.end:
        yield Run(b"\0", within.end - at)
        ticket.advance(within.end - at)


def texts(
    snapshot: Snapshot,
    within: ByteRange,
    form: str,
    lost: list[Lost],
    ticket: Ticket,
    *,
    base: int = 0,
    name: str = "data",
) -> Iterator[str]:
    """``within`` in a form of ``forms.FORMS``, or as ``ihex`` or ``srec`` with its first byte at ``base``."""
    from bytescope.core.exchange import addressed
    from bytescope.core.exchange.forms import About, form_named

    if form in addressed.KINDS:
        return addressed.record_lines(snapshot.part(within), form, base, ticket, name)
    about = About(within.start, within.length, name)
    return form_named(form).write(pieces_of(snapshot, within, lost, ticket), about)


def write_texts(target: str, shown: list[bytes], parts: Iterator[str]) -> None:
    """Write to a file that appears whole or not at all, never over one of ``shown``."""
    from bytescope.core.storage.exporting import exported

    with exported(target, shown, "export") as out:
        for part in parts:
            out.write(part.encode("utf-8"))


def save_part(
    snapshot: Snapshot,
    within: ByteRange,
    target: bytes,
    ticket: Ticket,
    *,
    original: FileSource | None,
    overwrite: bool,
) -> str:
    """Write the bytes of ``within`` to a file; holes stay holes. The sentence that says what was done.

    Raises as ``save_as``: RefusedError, SaveError, Cancelled; nothing is left behind then.
    """
    from bytescope.core.storage.save import save_as

    outcome = save_as(snapshot.part(within), target, ticket, original=original, overwrite=overwrite)
    outcome.new_base.close()
    return outcome.sentence


def insertable(path: bytes, original: FileSource | None) -> FileSource:
    """The file at ``path``, to be inserted. InputError where it is empty, or the very file that is open."""
    from bytescope.core.source.access import Access
    from bytescope.core.source.opening import open_file

    source = open_file(path, Access.READ)
    shown = shown_input(source.name, 80)
    if original is not None and source.opened.same_file(original.opened):
        source.close()
        raise InputError(
            f"“{shown}” is the file that is open here; select its bytes and use Copy Block instead."
        )
    if not source.size:
        source.close()
        raise InputError(f"“{shown}” is empty, so there is nothing to insert; choose another file.")
    return source

"""Opening, reading and changing files for the commands that need no window."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from bytescope.core.document.document import Document
from bytescope.core.errors import RefusedError
from bytescope.core.source.access import Access
from bytescope.core.source.opening import open_file
from bytescope.core.text.numbers import Names
from bytescope.core.ticket import Ticket

if TYPE_CHECKING:
    from bytescope.core.source.file import FileSource


def open_source(path: str, access: Access = Access.READ) -> FileSource:
    """The file at ``path``; its name may hold bytes that are not UTF-8."""
    return open_file(os.fsencode(path), access)


def names_of(source: FileSource) -> Names:
    """The names that number expressions may use on the command line."""
    return Names(size=source.size, end=source.size, sel=source.size)


def save_document(document: Document, source: FileSource) -> str:
    """Write the edits of ``document`` to its file; returns the sentence that says what was done."""
    from bytescope.core.storage.plan import plan_save
    from bytescope.core.storage.preflight import check
    from bytescope.core.storage.save import save

    if source.read_only:
        raise RefusedError(f"“{source.name}” is read-only; change its permissions first.")
    plan = plan_save(document, undo_budget=0)
    check(document, plan)
    return save(document.snapshot(), source, plan, Ticket()).sentence


def say(sentence: str) -> None:
    """A sentence about what was done, for a person who watches; not part of the output."""
    print(sentence, file=sys.stderr)

"""Which pages of the document are the file's pages at the same place, as the kernel knows only the file's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bytescope.core.ranges import PageRange
from bytescope.session.wording import tr, tr_later

if TYPE_CHECKING:
    from bytescope.core.pages.run_set import RunSet
    from bytescope.core.touched.found import Found
    from bytescope.session.session import Session

MOVED = tr_later("without pages that unsaved edits have moved")


def moved_pages(session: Session) -> RunSet | None:
    """Pages that unsaved edits have changed or moved, if any bytes were moved at all; None if none was.

    An edit in place changes nothing about the page of the file that lies under it.
    """
    document = session.document
    if not document.moved_bytes:
        return None
    from bytescope.core.touched.state_runs import StateRuns

    return StateRuns.of_arrays(*document.edited_runs(PageRange(0, session.page_count))).runs()


def of_document(found: Found, moved: RunSet | None) -> Found:
    """What was found of the file, without the pages that stand elsewhere in the document."""
    if found.runs is None or moved is None:
        return found
    note = f"{found.note}; {tr(MOVED)}" if found.note else tr(MOVED)
    return found._replace(runs=found.runs.without(moved), note=note)

"""Goes from one page in a state to the next: of the layer shown alone, of the chosen one, of edited pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bytescope.core.ranges import PAGESIZE, PageRange
from bytescope.core.touched.layers import MEANINGS, Layer
from bytescope.core.touched.told import Told
from bytescope.session.wording import tr

if TYPE_CHECKING:
    from bytescope.session.session import Session


def step(session: Session, *, forward: bool) -> None:
    """The caret to the next (previous) page of the active layer, or a sentence why not."""
    layer = session.layers.active
    title = MEANINGS[layer].title.lower()
    state = session.layers.state(layer)
    here = session.selection.caret // PAGESIZE
    if layer is Layer.EDITED and session.layers.past is None:
        document = session.document
        page = document.next_edited(here) if forward else document.previous_edited(here)
    elif state.told is not Told.YES:
        session.told.emit(
            "info", tr("Which pages are {title} is {value}.", title=title, value=state.told.value)
        )
        return
    else:
        from bytescope.core.touched import stepping

        runs = session.layers.runs(layer, PageRange(0, session.page_count))
        if runs is None:
            session.told.emit(
                "info",
                tr("Which pages are {title} is not known yet; show that state to find out.", title=title),
            )
            return
        page = stepping.step(runs, here, forward=forward)
    if page is None or page >= session.page_count:
        session.told.emit(
            "info",
            tr("There is no page after this one in the state “{title}”.", title=title)
            if forward
            else tr("There is no page before this one in the state “{title}”.", title=title),
        )
    else:
        session.go_to(page * PAGESIZE)


def first_edited(session: Session, pages: PageRange) -> int | None:
    """The first edited page of ``pages``."""
    page = session.document.next_edited(pages.first - 1)
    return page if page is not None and page in pages else None

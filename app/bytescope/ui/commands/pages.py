"""The commands of the Pages menu."""

from __future__ import annotations

from bytescope.core.ranges import PAGESIZE
from bytescope.session.states.page_acts import acts_of
from bytescope.session.states.stepping import step
from bytescope.session.survey.copies import copies_of
from bytescope.ui.commands.of_document import DocumentCommands


class PageCommands(DocumentCommands):
    """Goes to pages that were touched, and acts on their states."""

    def next_touched(self) -> None:
        step(self._view.session, forward=True)

    def previous_touched(self) -> None:
        step(self._view.session, forward=False)

    def first_edited(self) -> None:
        if self._view.map is not None:
            self._view.map.model.to_first_edited()

    def next_copy(self) -> None:
        """To the next page that holds the same; from the start again behind the end."""
        session = self._view.session
        copies, page = copies_of(session), session.selection.caret // PAGESIZE
        like = copies.next_like(page)
        if like is not None:
            session.go_to(like * PAGESIZE)
        else:
            self._window.tell("info", copies.why_none(page))

    def evict(self) -> None:
        session = self._view.session
        acts_of(session).evict(session.target())

    def load(self) -> None:
        session = self._view.session
        acts_of(session).load(session.target())

    def flush(self) -> None:
        """In Live access the flush of the window: it ends the marks of what was stored since the last."""
        session = self._view.session
        if session.live:
            self._view.saving.save()
        else:
            acts_of(session).flush(session.target())

    def list(self) -> None:
        if self._window.docks is not None:
            self._window.docks.show("touched")

    def timeline(self) -> None:
        if self._window.docks is not None:
            self._window.docks.show("timeline")

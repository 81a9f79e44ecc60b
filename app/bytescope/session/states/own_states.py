"""Tells the layers what this program did and saw itself: edited, saved, changed outside, seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from bytescope.core.touched.layers import Layer

if TYPE_CHECKING:
    from bytescope.core.change import Change
    from bytescope.core.ranges import PageRange
    from bytescope.core.touched.state_runs import StateRuns
    from bytescope.session.session import Session


class OwnStates(QObject):
    """Answers from what the session has at hand, so nothing is polled and nothing is ever late."""

    def __init__(self, session: Session) -> None:
        from bytescope.core.touched.state_runs import StateRuns  # as numpy, not before the first bytes

        super().__init__(session)
        self._kind = StateRuns
        self._session = session
        self._layers = session.layers
        self._seen: tuple[object, StateRuns] = (None, StateRuns.none())
        self._layers.answer_by(Layer.EDITED, self._edited)
        self._layers.answer_by(Layer.SAVED, self._saved)
        self._layers.answer_by(Layer.OUTSIDE, self._outside)
        self._layers.answer_by(Layer.SEEN, self._read)
        session.changed.connect(self._on_changed)
        session.facts_changed.connect(self._on_facts)

    def _edited(self, pages: PageRange) -> StateRuns:
        return self._kind.of_arrays(*self._session.document.edited_runs(pages))

    def _saved(self, pages: PageRange) -> StateRuns:
        return self._kind.of_arrays(*self._session.document.saved_runs(pages))

    def _outside(self, pages: PageRange) -> StateRuns | None:
        prints = self._session.survey.prints
        return self._kind.of(prints.changed.within(pages)) if prints is not None else None

    def _read(self, pages: PageRange) -> StateRuns | None:
        facts = self._session.facts
        if facts is None:
            return None
        key = (facts, facts.generation, pages)
        if self._seen[0] != key:
            self._seen = key, self._kind(*facts.read(pages)).within(pages)
        return self._seen[1]

    def _on_changed(self, change: Change) -> None:
        self._layers.changed.emit()

    def _on_facts(self) -> None:
        if self._layers.wanted(Layer.SEEN):
            self._layers.changed.emit()

"""The state layers of one session: which are shown, and what their sources said last."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal

from bytescope.core.ranges import PageRange
from bytescope.core.touched.layers import Layer
from bytescope.core.touched.told import Told

if TYPE_CHECKING:
    from bytescope.core.touched.state_runs import StateRuns

SHOWN_AT_FIRST = frozenset({Layer.EDITED, Layer.SAVED, Layer.OUTSIDE, Layer.DIRTY, Layer.WRITING})


class LayerState(NamedTuple):
    """What is known of a layer: whether its source answered, its pages, and a word about them.

    ``runs`` is None where nothing was told (yet). ``note`` is shown behind the title ("process 1234").
    """

    told: Told = Told.YES
    runs: StateRuns | None = None
    note: str = ""


class Past(NamedTuple):
    """Pages in states as they are shown instead of those of now; ``words`` say of what time."""

    states: Mapping[Layer, StateRuns]
    words: str


Asked = Callable[[PageRange], "StateRuns | None"]


class Layers(QObject):
    """Where the sources of page states put their answers, and the map takes them from.

    A source is either asked for a range each time it is painted (``answer_by``: the list of edits), or
    puts a state now and then (``put``). Sources that cost something work only while ``wanted``.
    """

    changed = Signal()
    """The pages or the standing of a layer are others now."""

    shown_changed = Signal()
    """Which layers are shown is another choice now: sources begin or end their work."""

    past_changed = Signal()
    """Another time is shown: ``past``."""

    stirred = Signal()
    """Something was done that may have changed states: sources that look now and then look at once."""

    ended = Signal()
    """The document is being closed: sources end what they do, for good."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.asleep = False
        self._states: dict[Layer, LayerState] = {}
        self._asked: dict[Layer, Asked] = {}
        self._unjudged: dict[Layer, Asked] = {}
        self._wishes: dict[Layer, int] = {}
        self.shown: frozenset[Layer] = SHOWN_AT_FIRST
        self.alone: Layer | None = None
        """The layer that has all the colour while content is grey (state mode)."""
        self.past: Past | None = None
        self._borrowed: frozenset[Layer] = frozenset()
        self.walked: Layer = Layer.EDITED
        """The layer whose pages Next and Previous go to while none is shown alone."""

    # -- what is shown ------------------------------------------------------------------------

    def show(self, layer: Layer, on: bool) -> None:
        shown = self.shown | {layer} if on else self.shown - {layer}
        if shown != self.shown:
            self.shown = shown
            self.shown_changed.emit()

    @property
    def active(self) -> Layer:
        """The layer whose pages Next and Previous go to."""
        return self.walked if self.alone is None else self.alone

    def show_alone(self, layer: Layer | None) -> None:
        """Give one layer all the colour; None: the content has it again."""
        if layer is not self.alone:
            self.alone = layer
            self.shown_changed.emit()

    def walk(self, layer: Layer) -> None:
        """Have Next and Previous go to the pages of ``layer`` while none is shown alone."""
        if layer is not self.walked:
            for other, on in ((layer, True), (self.walked, False)):
                if other is not Layer.EDITED:  # its pages are known without a wish
                    self.wish(other, on)
            self.walked = layer
            self.shown_changed.emit()

    def show_past(self, past: Past | None) -> None:
        """Show the states of another time, and the layers that have any then; None: those of now again."""
        if past is self.past:
            return
        same = past is not None and self.past is not None and past.states is self.past.states
        self.past = past
        kept = self.shown - self._borrowed
        self._borrowed = frozenset(past.states) - kept if past is not None else frozenset()
        if kept | self._borrowed != self.shown:
            self.shown = kept | self._borrowed
            self.shown_changed.emit()
        self.past_changed.emit()
        if not same:
            self.changed.emit()

    def wish(self, layer: Layer, on: bool) -> None:
        """Somebody who shows it elsewhere (a list, the timeline) wants it, or no longer does."""
        before = self.wanted(layer)
        self._wishes[layer] = self._wishes.get(layer, 0) + (1 if on else -1)
        if self.wanted(layer) != before:
            self.shown_changed.emit()

    def wanted(self, layer: Layer) -> bool:
        """Whether anybody looks at it."""
        return layer in self.shown or layer is self.alone or self._wishes.get(layer, 0) > 0

    def sleep(self, on: bool) -> None:
        """Nobody can see the document now (minimised, another tab), or can again: nothing is polled."""
        if on != self.asleep:
            self.asleep = on
            self.shown_changed.emit()

    def looked_at(self, *layers: Layer) -> frozenset[Layer]:
        """Those of ``layers`` for which a look is worth its while now."""
        return frozenset(layer for layer in layers if not self.asleep and self.wanted(layer))

    # -- what is known ------------------------------------------------------------------------

    def answer_by(self, layer: Layer, asked: Asked, unjudged: Asked | None = None) -> None:
        """``asked`` gives the layer's pages within a range, in microseconds, whenever they are needed.

        ``unjudged`` gives those of which it does not know yet; without it all others are not in the state.
        """
        self._asked[layer] = asked
        if unjudged is not None:
            self._unjudged[layer] = unjudged

    def silence(self, layer: Layer) -> None:
        """Nobody answers for the layer any more, and what was put is forgotten."""
        self._asked.pop(layer, None)
        self._unjudged.pop(layer, None)
        self._states.pop(layer, None)
        self.changed.emit()

    def put(self, layer: Layer, state: LayerState) -> None:
        """What a source found out. For the main thread. Nothing is told where it is what it was."""
        if self._states.get(layer) != state:
            self._states[layer] = state
            self.changed.emit()

    def state(self, layer: Layer) -> LayerState:
        """What was put last; of a layer that is asked each time: nothing but that it answers."""
        return self._states.get(layer, LayerState())

    def available(self, layer: Layer) -> bool:
        """Whether the layer has anything to show: an answer was put, or it can be asked."""
        return self.past is not None or layer in self._asked or self.state(layer).runs is not None

    def runs(self, layer: Layer, pages: PageRange) -> StateRuns | None:
        """The pages of ``pages`` that are shown in the state; None where that is not known."""
        if self.past is not None:
            then = self.past.states.get(layer)
            return then.within(pages) if then is not None else None
        return self.runs_now(layer, pages)

    def runs_now(self, layer: Layer, pages: PageRange) -> StateRuns | None:
        """The pages of ``pages`` in the state now, whatever time is shown."""
        if layer in self._asked:
            return self._asked[layer](pages)
        runs = self.state(layer).runs
        return runs.within(pages) if runs is not None else None

    def unjudged(self, layer: Layer, pages: PageRange) -> StateRuns | None:
        """The pages of ``pages`` of which the source does not know yet; None where it judges all at once."""
        asked = self._unjudged.get(layer)
        return asked(pages) if asked is not None else None

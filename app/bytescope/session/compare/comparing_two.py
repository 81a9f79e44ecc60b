"""Two documents compared, with their carets kept together and the way to the next difference."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from bytescope.core.change import Change
from bytescope.core.errors import BytescopeError, Cancelled
from bytescope.core.ranges import PAGESIZE, ByteRange, PageRange
from bytescope.core.touched.layers import Layer
from bytescope.session.compare.comparing import Comparing
from bytescope.session.wording import tr

if TYPE_CHECKING:
    from bytescope.core.compare.pair import Pair
    from bytescope.core.compare.working import Work
    from bytescope.core.pages.run_set import RunSet
    from bytescope.core.ticket import Ticket
    from bytescope.core.touched.state_runs import StateRuns
    from bytescope.session.session import Session


class ComparingTwo(Comparing):
    """``session`` against ``other``: its byte p stands against byte p + ``shift``."""

    def __init__(
        self, session: Session, other: Session, shift: int = 0, parent: QObject | None = None
    ) -> None:
        super().__init__(session, tr("from “{name}”", name=other.name), parent)
        self.other = other
        self.shift = shift
        self._moving = False
        self._forward, self._more = True, 0
        self._search = tr("Find difference in {name}", name=session.name)
        session.changed.connect(self._on_mine_changed)
        other.changed.connect(self._on_other_changed)
        session.selected.connect(self._on_mine_selected)
        other.selected.connect(self._on_other_selected)

    def start(self) -> None:
        super().start()
        if self.other is not self.session:
            self.other.layers.answer_by(Layer.DIFFERENT, self._other_runs)
        self._on_mine_selected()

    def stop(self) -> None:
        if self._stopped:
            return
        super().stop()
        self.session.jobs.cancel(self._search, self)
        self.other.layers.silence(Layer.DIFFERENT)
        self.session.changed.disconnect(self._on_mine_changed)
        self.session.selected.disconnect(self._on_mine_selected)
        self.other.changed.disconnect(self._on_other_changed)
        self.other.selected.disconnect(self._on_other_selected)

    @property
    def pair(self) -> Pair:
        """Both as they are now. Raises InputError where they have no byte in common by the shift."""
        from bytescope.core.compare.pair import Pair

        return Pair(self.session.document.snapshot(), self.other.document.snapshot(), self.shift)

    @property
    def names(self) -> tuple[tuple[str, int | None], ...]:
        return tuple((side.name, side.size) for side in (self.session, self.other))

    def _outcome(self) -> str:
        from bytescope.core.text.comparison_text import outcome

        sides = self.session.name, self.other.name
        try:
            pair = self.pair
        except BytescopeError as error:  # an edit has left nothing that both have
            return str(error)
        return outcome(pair, sides, self.tally.different, None, self.tally.lost)

    @property
    def position(self) -> int:
        """Where the carets are; behind the end of one side it is the other's."""
        mine, theirs = self.session.selection.caret, self.other.selection.caret - self.shift
        return max(mine, theirs) if mine >= self.session.size else mine

    # -- differences --------------------------------------------------------------------------

    def seek(self, forward: bool) -> None:
        """Put the carets on the next run of differing bytes, or on the one before.

        Asked again while it is being looked for, it goes on from there.
        """
        if self.session.jobs.is_running(self._search, self) and self._forward is forward:
            self._more += 1
            return
        self._forward, self._more = forward, 0
        self._seek()

    def _seek(self) -> None:
        forward = self._forward
        try:
            pair = self.pair
        except BytescopeError as error:
            self.told.emit(str(error))
            return
        candidates = self.standing.candidates(self.position // PAGESIZE, pair.page_count, forward=forward)
        self.session.jobs.run(
            self._search,
            partial(_seek, pair, self.position, candidates, forward),
            self._on_sought,
            self._on_not_sought,
            lane="find difference",
            shown=True,
            of=self,
        )

    def go_to(self, position: int) -> None:
        """Both carets to a position, which one side may not have."""
        self._moving = True
        self.session.go_to(max(0, min(position, self.session.size)))
        self.other.go_to(max(0, min(position + self.shift, self.other.size)))
        self._moving = False

    def _on_sought(self, found: ByteRange | None) -> None:
        if self._stopped:
            return
        if found is None:
            self.told.emit(
                tr("There is no difference after this place.")
                if self._forward
                else tr("There is no difference before this place.")
            )
            return
        self.go_to(found.start)
        if self._more:
            self._more -= 1
            self._seek()

    def _on_not_sought(self, error: Exception) -> None:
        if isinstance(error, BytescopeError):
            self.told.emit(str(error))
        elif not isinstance(error, Cancelled):
            raise error

    # -- the two in step ----------------------------------------------------------------------

    def _make_work(self) -> Work:
        from bytescope.core.compare.working import PairWork

        return PairWork(self.pair)

    def _tell(self) -> None:
        self.other.layers.changed.emit()
        super()._tell()

    def _other_runs(self, pages: PageRange) -> StateRuns:
        return self.standing.different_there(pages, self.shift)

    def _on_mine_changed(self, change: Change) -> None:
        self.took(change)

    def _on_other_changed(self, change: Change) -> None:
        self.took(change, self.shift)

    def _on_mine_selected(self) -> None:
        self._follow(self.session, self.other, self.shift)

    def _on_other_selected(self) -> None:
        self._follow(self.other, self.session, -self.shift)

    def _follow(self, leader: Session, follower: Session, by: int) -> None:
        """Caret and selection of ``follower`` where those of ``leader`` are."""
        if self._moving or self._stopped or leader is follower:
            return
        self._moving = True
        picked = leader.selection
        caret = max(0, min(picked.caret + by, follower.size))
        if picked.range:
            start = max(0, min(picked.range.start + by, follower.size))
            end = max(start, min(picked.range.end + by, follower.size))
            follower.select(ByteRange(start, end), caret)
        else:
            follower.set_caret(caret, column=picked.column, digit=picked.digit)
        self._moving = False


def _seek(pair: Pair, at: int, candidates: RunSet, forward: bool, ticket: Ticket) -> ByteRange | None:
    from bytescope.core.compare.differing import next_run, previous_run

    look = next_run if forward else previous_run
    return look(pair, at, candidates, ticket)

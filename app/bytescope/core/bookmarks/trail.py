"""The edits that moved bookmarks, so that undo brings each back to exactly where it was."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np

from bytescope.core.bookmarks.follow import Ints, moved, moves_of, reversed_of
from bytescope.core.change import Change, Kind

LIMIT = 1 << 16
"""Edits that are remembered; of older ones undo brings all back but what was within their bytes."""

Place = tuple[int, int]
Splice = tuple[int, int, int]


class _Edit(NamedTuple):
    """Splices of one change, and where those were before and after it that they alone do not bring there.

    ``moves`` are the splices that move anything, i8[n, 3]; of a replacement of many there are more.
    """

    splices: list[Splice]
    moves: Ints
    before: dict[int, Place]
    after: dict[int, Place]


class Trail:
    """The edits up to now and those that were undone, as the document's history has them.

    A step of the history may be several edits here (typing), and it may have forgotten some. So each undo
    is compared with what was done last; where it is something else, all is forgotten.
    """

    def __init__(self) -> None:
        self._done: list[_Edit] = []
        self._undone: list[_Edit] = []
        self._saved = 0  # edits that were done at the last save; negative where nobody knows

    def clear(self) -> None:
        self._done.clear()
        self._undone.clear()
        self._saved = 0

    def saved(self) -> None:
        """The file has the document as it is now."""
        self._saved = len(self._done)

    def forget(self, numbers: Iterable[int]) -> None:
        """These were put elsewhere or removed by a person: no undo moves them to where they were."""
        gone = set(numbers)
        for edit in (*self._done, *self._undone):
            for places in (edit.before, edit.after):
                for number in gone & places.keys():
                    del places[number]

    def follow(self, change: Change, ids: Ints, starts: Ints, ends: Ints) -> tuple[Ints, Ints]:
        """Where all are after ``change``."""
        if change.kind is Kind.UNDO:
            return self._walk(change, self._done, self._undone, ids, starts, ends)
        if change.kind is Kind.REDO:
            return self._walk(change, self._undone, self._done, ids, starts, ends)
        moves = moves_of(change)
        if not len(moves):
            if change.splices:  # a new step: nothing that was undone can be done again
                self._undone.clear()
            return starts, ends
        after = _after(change, moves, starts, ends)
        self._undone.clear()
        if self._saved > len(self._done):
            self._saved = -1
        self._remember(_edit(list(change.splices), moves, ids, (starts, ends), after))
        return after

    def back_to_saved(self, ids: Ints, starts: Ints, ends: Ints) -> tuple[Ints, Ints]:
        """Where all would be in the document that was saved last; as they are where that is not known."""
        if self._saved < 0:
            return starts, ends
        for edit in reversed(self._done[self._saved :]):
            starts, ends = _put(edit.before, ids, *moved(starts, ends, reversed_of(edit.moves)))
        again = self._saved - len(self._done)
        for edit in reversed(self._undone[len(self._undone) - again :] if again > 0 else []):
            starts, ends = _put(edit.after, ids, *moved(starts, ends, edit.moves))
        return starts, ends

    def _remember(self, edit: _Edit) -> None:
        self._done.append(edit)
        if len(self._done) > LIMIT:
            del self._done[0]
            self._saved -= 1

    def _walk(
        self,
        change: Change,
        these: list[_Edit],
        those: list[_Edit],
        ids: Ints,
        starts: Ints,
        ends: Ints,
    ) -> tuple[Ints, Ints]:
        """Go through the newest of ``these``, as many as the change has; ``those`` have them then."""
        forward = these is self._undone
        splices = list(change.splices)
        at = 0
        while at < len(splices):
            edit = these[-1] if these else None
            wanted = [] if edit is None else edit.splices if forward else _reverse(edit.splices)
            if edit is None or splices[at : at + len(wanted)] != wanted:
                if splices[at][1] == splices[at][2]:  # nothing was noted of what moves nothing
                    at += 1
                    continue
                self.clear()
                self._saved = -1
                return moved(starts, ends, np.array(splices[at:], np.int64).reshape(-1, 3))
            these.pop()
            here = starts, ends
            moves = edit.moves if forward else reversed_of(edit.moves)
            there = _put(edit.after if forward else edit.before, ids, *moved(starts, ends, moves))
            before, after = (here, there) if forward else (there, here)
            those.append(_edit(edit.splices, edit.moves, ids, before, after))
            starts, ends = there
            at += len(wanted)
        return starts, ends


def _reverse(splices: Sequence[Splice]) -> list[Splice]:
    return [(start, new, old) for start, old, new in reversed(splices)]


def _after(change: Change, moves: Ints, starts: Ints, ends: Ints) -> tuple[Ints, Ints]:
    """Where ranges are after an edit; those inside a block that is moved go with it."""
    new_starts, new_ends = moved(starts, ends, moves)
    if change.kind is Kind.MOVE and len(moves) == 2:
        (start, length, _), (to, _, _) = change.splices
        inside = (starts >= start) & (ends <= start + length) & (starts < start + length)
        new_starts = np.where(inside, starts + (to - start), new_starts)
        new_ends = np.where(inside, ends + (to - start), new_ends)
    return new_starts, new_ends


def _edit(
    splices: list[Splice], moves: Ints, ids: Ints, before: tuple[Ints, Ints], after: tuple[Ints, Ints]
) -> _Edit:
    """``before`` and ``after`` of those that the splices alone, or their reverse, do not bring there."""
    back = moved(*after, reversed_of(moves))
    forth = moved(*before, moves)
    return _Edit(splices, moves, _differing(ids, before, back), _differing(ids, after, forth))


def _differing(ids: Ints, these: tuple[Ints, Ints], those: tuple[Ints, Ints]) -> dict[int, Place]:
    found = np.flatnonzero((these[0] != those[0]) | (these[1] != those[1]))
    columns = (ids[found].tolist(), these[0][found].tolist(), these[1][found].tolist())
    return {number: (start, end) for number, start, end in zip(*columns)}


def _put(places: dict[int, Place], ids: Ints, starts: Ints, ends: Ints) -> tuple[Ints, Ints]:
    """The arrays with these ones at their places."""
    if not places:
        return starts, ends
    numbers = np.fromiter(places, np.int64, len(places))
    wanted: Sequence[Place] = [places[number] for number in numbers.tolist()]
    order = np.argsort(ids, kind="stable")
    at = np.searchsorted(ids[order], numbers)
    known = at < len(ids)
    known[known] = ids[order][at[known]] == numbers[known]
    table = np.array(wanted, np.int64).reshape(-1, 2)[known]
    starts, ends = starts.copy(), ends.copy()
    starts[order[at[known]]], ends[order[at[known]]] = table[:, 0], table[:, 1]
    return starts, ends

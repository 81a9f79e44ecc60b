"""What is handed to the log: edits as they were made, and whole states where no edit tells what happened."""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from typing import NamedTuple

from bytescope.core.change import Change
from bytescope.core.document.document import Document
from bytescope.core.document.operations import Insert, Operation, Redo, Undo, Write
from bytescope.core.document.snapshot import Snapshot
from bytescope.core.source.base import Source

_LEAST_WASTE = 4 << 20
"""A log is written anew when so much of it, and four times what is in force, is of no use any more."""


class Edited(NamedTuple):
    """An edit that was made, and what its step is called now."""

    op: Operation
    name: str


class Whole:
    """The document as it is now, to be written down whole: as one step called ``name``.

    ``snapshot`` is None as soon as a later state stands for this one too. Without a name nothing is
    unsaved.
    """

    __slots__ = ("base", "name", "snapshot")

    def __init__(self, snapshot: Snapshot | None, base: Source, name: str | None) -> None:
        self.snapshot = snapshot
        self.base = base
        self.name = name


Entry = Edited | Whole


class Follower:
    """Turns the changes of a document, each as it is told, into entries of its log."""

    def __init__(self) -> None:
        self._generation = -1
        self._done = 0
        self._undone = 0

    def restart(self, document: Document) -> None:
        """The document is as its base, or a log of it begins here: earlier steps are not in the log."""
        self._generation = document.generation
        self._done = self._undone = 0

    def follow(self, done: int, undone: int) -> None:
        """So many steps that are done, and undone, are in the log."""
        self._done, self._undone = done, undone

    def entry(self, change: Change, document: Document) -> Entry | None:
        """What is to be written of ``change``, the latest one; None where it made no edit."""
        if change.generation == self._generation:
            return None
        self._generation = change.generation
        op = change.op
        if isinstance(op, Undo):
            if not self._done:
                return self.whole(document, f"Undo “{change.name}”")
            self._done, self._undone = self._done - 1, self._undone + 1
        elif isinstance(op, Redo):
            if not self._undone:
                return self.whole(document, f"Redo “{change.name}”")
            self._done, self._undone = self._done + 1, self._undone - 1
        elif op is None or (is_merged(op) and not self._done):
            return self.whole(document, change.name)
        elif not is_merged(op):
            self._done, self._undone = self._done + 1, 0
        return Edited(op, change.name)

    def whole(self, document: Document, name: str) -> Whole:
        """The document as it is now, as one step; the steps before it are not in the log any more."""
        self._done = self._undone = 0
        return Whole(document.snapshot(), document.base, name if document.modified else None)


class Tally:
    """The sizes of the steps that the log knows: what it can express, and how much of it is in force."""

    def __init__(self) -> None:
        self._sizes: array[int] = array("q")
        self._index = 0
        self._floor = 0
        self._live = 0
        self._not_before = 0

    @classmethod
    def of(cls, sizes: Iterable[int], index: int, floor: int) -> Tally:
        """The steps of a log that goes on; ``floor`` of them are a state, which cannot be undone in parts."""
        tally = cls()
        tally._sizes = array("q", sizes)
        tally._index, tally._floor, tally._live = index, floor, sum(tally._sizes)
        return tally

    def expresses(self, entries: Iterable[Entry]) -> bool:
        """Whether each undo, redo and merged edit finds its step in the log, and each state is there."""
        index, length, floor = self._index, len(self._sizes), self._floor
        for item in entries:
            if isinstance(item, Whole):
                if item.snapshot is None and item.name is not None:
                    return False
                index = length = floor = 0 if item.name is None else 1
            elif isinstance(item.op, Undo):
                if index <= floor:
                    return False
                index -= 1
            elif isinstance(item.op, Redo):
                if index >= length:
                    return False
                index += 1
            elif not is_merged(item.op):
                index += 1
                length = index
            elif index <= floor or index != length:
                return False
        return True

    def take(self, item: Entry, size: int) -> None:
        """``item`` is on the disk and takes ``size`` bytes of the log."""
        if isinstance(item, Whole):
            self._sizes, self._index, self._live = array("q"), 0, 0
            self._floor = 0 if item.name is None else 1
            if item.name is not None:
                self._push(size)
        elif isinstance(item.op, Undo):
            self._index -= 1
        elif isinstance(item.op, Redo):
            self._index += 1
        elif is_merged(item.op):
            self._sizes[-1] += size
            self._live += size
        else:
            self._push(size)

    def _push(self, size: int) -> None:
        self._live += size - sum(self._sizes[self._index :])
        del self._sizes[self._index :]
        self._sizes.append(size)
        self._index += 1

    def is_wasteful(self, length: int) -> bool:
        """Whether a log of ``length`` bytes should be written anew."""
        waste = length - self._live
        return length >= self._not_before and waste > _LEAST_WASTE and waste > 4 * self._live

    def put_off(self, length: int) -> None:
        """Writing the log anew has failed: not again before it has twice the length."""
        self._not_before = 2 * length


def is_merged(op: Operation) -> bool:
    """Whether an edit belongs to the step before it."""
    return isinstance(op, Write | Insert) and op.merged

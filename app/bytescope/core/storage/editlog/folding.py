"""Reads a log once from end to end and tells what of it is in force: no byte of an edit is kept."""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from typing import Any

from bytescope.core.storage.calls import Calls
from bytescope.core.storage.editlog.encoding import MOST_DATA
from bytescope.core.storage.editlog.layout import (
    CLEAN,
    DATA,
    EDIT,
    HEADER,
    IDENTITY,
    MORE,
    NOT_SAVED,
    PATTERN,
    READY,
    SAVED,
    SAVING,
    SPANS,
    STATE,
    STATE_END,
    Header,
    LogError,
    Place,
    Saving,
    header_from,
    loaded,
    number,
    saving_from,
    stamp_from,
    text,
    unpack,
)
from bytescope.core.storage.records import HEAD, Record, records

_IN_STATE = (PATTERN, MORE, DATA, SPANS)


class Steps:
    """The steps of a log: their names, and where in the file the groups of records of each begin and end.

    Steps below ``index`` are done, the others undone. A step has more than one group where typing went on.
    ``floor`` is 1 where the first step is a whole state.
    """

    def __init__(self, floor: int = 0) -> None:
        self.floor = floor
        self.names: list[str] = []
        self.index = 0
        self._first: array[int] = array("q")  # group of each step
        self._starts: array[int] = array("q")
        self._ends: array[int] = array("q")
        self._bytes: array[int] = array("q")

    def push(self, name: str, start: int, end: int, size: int) -> None:
        """A new step behind the done ones; the undone ones are forgotten."""
        del self.names[self.index :]
        if self.index < len(self._first):
            self._cut(self._first[self.index])
        del self._first[self.index :]
        self.names.append(self.names[-1] if self.names and self.names[-1] == name else name)
        self._first.append(len(self._starts))
        self.index += 1
        self._add(start, end, size)

    def extend(self, name: str, start: int, end: int, size: int) -> None:
        """More of the newest step. Raises LogError where there is none, or one that is undone."""
        if not self.index or self.index != len(self.names):
            raise LogError("an edit that goes on in a step that is not there")
        self.names[-1] = name
        self._add(start, end, size)

    def undo(self) -> None:
        if not self.index:
            raise LogError("an undo of nothing")
        self.index -= 1

    def redo(self) -> None:
        if self.index == len(self.names):
            raise LogError("a redo of nothing")
        self.index += 1

    def runs(self) -> Iterator[tuple[int, int]]:
        """Where all groups stand, in the order in which they were done; those that touch are one run."""
        low = high = 0
        for start, end in zip(self._starts, self._ends):
            if start != high:
                if high:
                    yield low, high
                low = start
            high = end
        if high:
            yield low, high

    def sizes(self) -> Iterator[int]:
        """Bytes of the file that each step takes."""
        for step, first in enumerate(self._first):
            end = self._first[step + 1] if step + 1 < len(self._first) else len(self._starts)
            yield sum(self._ends[first:end]) - sum(self._starts[first:end])

    @property
    def done_bytes(self) -> int:
        """Bytes that the done steps have of their own."""
        end = self._first[self.index] if self.index < len(self._first) else len(self._bytes)
        return sum(self._bytes[:end])

    @property
    def length(self) -> int:
        """Bytes of the file in which the groups stand."""
        return sum(self._ends) - sum(self._starts)

    def _cut(self, group: int) -> None:
        del self._starts[group:], self._ends[group:], self._bytes[group:]

    def _add(self, start: int, end: int, size: int) -> None:
        self._starts.append(start)
        self._ends.append(end)
        self._bytes.append(size)


class Fold:
    """What a log says after all of its whole records.

    ``end`` is where the next record would go; ``damaged`` says that something else stands there. ``saving``
    is a save of which the log does not say how it ended. ``ready``: whether this log counts at all.
    """

    def __init__(self, header: Header, end: int) -> None:
        self.header = header
        self.place: Place = header.place
        self.steps = Steps()
        self.ready = header.replaces is None
        self.saving: Saving | None = None
        self.end = end
        self.damaged = False
        self._outlives_save = True
        # The group that is being read: its head, where it starts, bytes that are still to come.
        self._head: dict[str, Any] | None = None
        self._start = 0
        self._missing = 0
        self._size = 0
        self._state: str | None = None

    @property
    def complete(self) -> bool:
        """Whether no group is half there."""
        return self._head is None and self._state is None

    def save_ended(self, saved: bool) -> None:
        """The save that began last has brought the document to the disk, or has changed nothing."""
        if saved and not (self.saving is not None and self._outlives_save):
            self.steps = Steps()
        self.saving = None

    def take(self, record: Record) -> None:
        """The next record. Raises LogError where it cannot stand here."""
        if self._state is not None:
            self._in_state(record)
        elif self._head is not None:
            self._more(record)
        else:
            self._first(record)
        if self.complete:
            self.end = record.end

    def _first(self, record: Record) -> None:
        self._start = record.start - HEAD
        self._size = 0
        if record.kind == EDIT:
            head, data = unpack(record.payload)
            self._head = head
            self._missing = number(head, "d", MOST_DATA) if "d" in head else 0
            self._got(len(data))
            self._done_edit(record)
        elif record.kind == STATE:
            self._state = text(loaded(record.payload), "n")
        else:
            self._mark(record)

    def _more(self, record: Record) -> None:
        if record.kind != MORE:
            raise LogError("an edit that is not whole")
        self._got(len(record.payload))
        self._done_edit(record)

    def _got(self, length: int) -> None:
        self._missing -= length
        self._size += length
        if self._missing < 0:
            raise LogError("more bytes than were told")

    def _done_edit(self, record: Record) -> None:
        head = self._head
        if self._missing or head is None:
            return
        self._head = None
        kind, name = head.get("o"), text(head, "n")
        if kind == "undo":
            self.steps.undo()
        elif kind == "redo":
            self.steps.redo()
        elif head.get("m") is True:
            self.steps.extend(name, self._start, record.end, self._size)
        else:
            self.steps.push(name, self._start, record.end, self._size)

    def _in_state(self, record: Record) -> None:
        if record.kind in _IN_STATE:
            self._size += len(record.payload) if record.kind == DATA else 0
        elif record.kind == STATE_END and self._state is not None:
            name, self._state = self._state, None
            self.steps = Steps(floor=1)
            self.steps.push(name, self._start, record.end, self._size)
            self._outlives_save = True
        else:
            raise LogError("a state that is not whole")

    def _mark(self, record: Record) -> None:
        values = {} if record.kind in (CLEAN, READY) else loaded(record.payload)
        match record.kind:
            case k if k == CLEAN:
                self.steps = Steps()
                self._outlives_save = True
            case k if k == READY:
                self.ready = True
            case k if k == SAVING:
                self.saving = saving_from(values)
                self._outlives_save = False
            case k if k in (SAVED, NOT_SAVED):
                self.save_ended(k == SAVED)
                self.place = self.place.with_identity(stamp_from(values))
            case k if k == IDENTITY:
                self.place = self.place.with_identity(stamp_from(values))
            case _:
                raise LogError("a record of a kind that is not known here")


def folded(fd: int, calls: Calls) -> Fold | None:
    """What the log behind ``fd`` says; None where it has no header that can be read.

    Raises ``OSError`` where it cannot be read, LogError where another version has written it.
    """
    found = records(fd, calls)
    first = next(found, None)
    if first is None or first.kind != HEADER:
        return None
    fold = Fold(header_from(loaded(first.payload)), first.end)
    for record in found:
        try:
            fold.take(record)
        except LogError:
            fold.damaged = True
            break
    fold.damaged = fold.damaged or found.damaged or not fold.complete
    return fold

"""Makes the edits of a log again, on a document that is as the other was before them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from bytescope.core.change import Change
from bytescope.core.document.applying import apply
from bytescope.core.document.document import Document
from bytescope.core.document.operations import Operation, Undo
from bytescope.core.document.restating import restate
from bytescope.core.errors import BytescopeError
from bytescope.core.storage.calls import Calls
from bytescope.core.storage.editlog.decoding import decoded
from bytescope.core.storage.editlog.folding import Fold
from bytescope.core.storage.editlog.layout import EDIT, MORE, STATE, STATE_END, LogError, loaded, text, unpack
from bytescope.core.storage.editlog.states import StateReader
from bytescope.core.storage.records import Record, Records
from bytescope.core.ticket import Ticket


class Replayed(list[Change]):
    """The changes of the edits that were made again, in order.

    ``complaint`` is a sentence that says why the last edits of the log are not among them, if they are not.
    ``done`` and ``undone`` are how many steps the log has on either side, behind a whole state if it begins
    with one.
    """

    complaint = ""
    done = 0
    undone = 0


class State:
    """A whole state that a log holds, and the name of its step."""

    def __init__(self, name: str, reader: StateReader) -> None:
        self.name = name
        self.reader = reader


def replay_all(fd: int, fold: Fold, document: Document, ticket: Ticket, calls: Calls) -> Replayed:
    """Make all steps of ``fold``, and take those back that were undone. Raises ``Cancelled``, ``OSError``."""
    done = Replayed()
    done.done = max(0, fold.steps.index - fold.steps.floor)
    done.undone = len(fold.steps.names) - fold.steps.index
    ticket.total = fold.steps.length
    try:
        for item in groups(fd, fold, document, calls, ticket):
            if isinstance(item, State):
                done.append(restate(document, item.reader.spans(), item.name))
            else:
                done.append(apply(document, item))
        for _ in range(done.undone):
            done.append(apply(document, Undo()))
    except BytescopeError as error:
        done.complaint = _stopped(len(done), str(error))
    except (ValueError, OverflowError):  # LogError is one
        done.complaint = _stopped(len(done), "What follows in the log makes no sense.")
    return done


def _stopped(count: int, why: str) -> str:
    return f"Only the first {count:,} edits could be made again. {why}"


def groups(
    fd: int, fold: Fold, document: Document, calls: Calls, ticket: Ticket
) -> Iterator[Operation | State]:
    """The edits of a log, each as soon as it was read. Raises LogError, RefusedError, ``OSError``."""
    for start, end in fold.steps.runs():
        reader = _Groups(document)
        for record in Records(fd, calls, start):
            item = reader.take(record)
            ticket.advance(len(record.payload))
            if item is not None:
                yield item
            if record.end >= end:
                break


class _Groups:
    """Puts edits together of their records, which ``Fold`` has found to be in order."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._head: dict[str, Any] | None = None
        self._data = bytearray()
        self._state: State | None = None

    def take(self, record: Record) -> Operation | State | None:
        """The edit that ends with this record, if one does."""
        if self._state is not None:
            return self._in_state(self._state, record)
        if record.kind == STATE:
            self._state = State(text(loaded(record.payload), "n"), StateReader(self._document.base))
            return None
        if record.kind == EDIT:
            self._head, rest = unpack(record.payload)
            self._data = bytearray(rest)
        elif record.kind == MORE and self._head is not None:
            self._data += record.payload
        else:
            raise LogError("a record that is no edit")
        if len(self._data) < self._head.get("d", 0):
            return None
        head, self._head = self._head, None
        return decoded(head, self._data)

    def _in_state(self, state: State, record: Record) -> State | None:
        if record.kind != STATE_END:
            state.reader.take(record)
            return None
        self._state = None
        return state

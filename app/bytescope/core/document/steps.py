"""What every kind of document has in common: the state of its history, its lock, and how steps are named."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from bytescope.core.change import Change, Kind
from bytescope.core.document.era import Era
from bytescope.core.document.history import History
from bytescope.core.document.phase import ENDLESS
from bytescope.core.errors import RefusedError
from bytescope.core.ranges import ByteRange, merged
from bytescope.core.source.base import Source
from bytescope.core.source.memory import ZeroSource

if TYPE_CHECKING:
    from bytescope.core.document.operations import Operation
    from bytescope.core.document.patterns import Pattern

ZEROS = ZeroSource(ENDLESS)
"""The source of all bytes that are 00 because nobody wrote them."""

_UNITS = (("TiB", 1 << 40), ("GiB", 1 << 30), ("MiB", 1 << 20), ("KiB", 1 << 10))


def sized(count: int) -> str:
    """A number of bytes in few characters: ``1 byte``, ``1 TiB``, ``4,097 bytes``."""
    for unit, factor in _UNITS if count >= 1024 else ():
        if count >= factor and count % factor == 0:
            return f"{count // factor:,} {unit}"
    return "1 byte" if count == 1 else f"{count:,} bytes"


def reach(places: Sequence[tuple[int, int, int]], old_size: int) -> tuple[ByteRange, ...]:
    """The ranges a step changed, in the coordinates after it.

    ``places`` are (start, old length, new length) of its edits, in the order they are made. Where the
    edits changed lengths, all between the first and the last byte they can have moved counts.
    """
    if len(places) == 1:
        start, old, new = places[0]
        end = start + new if old == new else max(old_size, old_size + new - old)
        return (ByteRange(start, max(start, end)),) if old or new else ()
    ranges: list[ByteRange] = []
    low, untouched, size = ENDLESS, ENDLESS, old_size
    shifted = False
    for start, old, new in places:
        low = min(low, start)
        untouched = min(untouched, size - start - old)
        size += new - old
        shifted = shifted or new != old
        ranges.append(ByteRange.of(start, new))
    if not ranges:
        return ()
    if not shifted:
        return tuple(merged(ranges)) if len(ranges) > 1 else tuple(r for r in ranges if r)
    end = size - untouched if size == old_size else max(size, old_size)
    return (ByteRange(low, max(low, end)),)


class Stepped:
    """History, lock and refusals. ``base`` is the source whose bytes the document had when last saved."""

    def __init__(self, base: Source, budget: int) -> None:
        self.base = base
        self.generation = 0
        self.locked = False
        self.read_only = _access(base) == "read"
        self._era = Era(base)
        self._history = History(self._era, budget)
        self._typing: ByteRange | None = None
        self.scratch: bytes | None = None  # the folder for results that are too large for memory

    @property
    def size(self) -> int:
        """Bytes of the document."""
        raise NotImplementedError

    @property
    def steps(self) -> list[str]:
        """Names of the done steps, the oldest first."""
        return self._history.names[: self._history.index]

    @property
    def undone(self) -> list[str]:
        """Names of the undone steps, the next to be redone first."""
        return self._history.names[self._history.index :]

    @property
    def index(self) -> int:
        """How many steps are done."""
        return self._history.index

    @property
    def saved_index(self) -> int | None:
        """``index`` at the last save; None where that state can no longer be reached."""
        return self._history.saved_index

    @property
    def dropped_steps(self) -> int:
        """Steps that were forgotten so far: over the budget, or because a save overwrote their bytes."""
        return self._history.dropped

    @property
    def undo_budget(self) -> int:
        """Bytes that the steps may cost in memory."""
        return self._history.budget

    @property
    def undo_name(self) -> str | None:
        done = self._history.index
        return next(iter(self._history.names[max(0, done - 1) : done]), None)

    @property
    def redo_name(self) -> str | None:
        done = self._history.index
        return next(iter(self._history.names[done : done + 1]), None)

    @property
    def modified(self) -> bool:
        """Whether there is something that was not saved."""
        return self._history.index != self._history.saved_index

    def lock(self) -> None:
        """Refuse all edits until ``unlock``: a save is under way."""
        self.locked = True

    def unlock(self) -> None:
        self.locked = False

    def end_typing(self) -> None:
        """What is typed next is a new step, even next to what was typed last."""
        self._typing = None

    def _check(self) -> None:
        if self.locked:
            raise RefusedError("Saving is under way; make this change when it has ended.")
        if self.read_only:
            raise RefusedError("This is open for reading only; open it in Edit access to change it.")

    def _check_length(self, new_size: int) -> None:
        """Whether the document may become ``new_size`` bytes long."""
        if new_size == self.size:
            return
        if getattr(self.base, "windowed", False):
            raise RefusedError("A window of a file cannot change its length; open the whole file for that.")
        if not 0 <= new_size <= ENDLESS:
            raise RefusedError(f"A document has at most {ENDLESS:,} bytes; choose a smaller size.")

    def _check_place(self, offset: int) -> None:
        if not 0 <= offset <= self.size:
            raise RefusedError(
                f"Offset {offset:,} is outside the document, which has {sized(self.size)}; choose one inside."
            )

    def _check_range(self, range: ByteRange) -> None:
        if range.end > self.size:
            raise RefusedError(
                f"The range {range.start:,}..{range.end:,} reaches past the end of the document, which has "
                f"{sized(self.size)}; choose one inside."
            )

    def _check_pattern(self, pattern: Pattern) -> None:
        from bytescope.core.document.patterns import FileBytes

        if not isinstance(pattern, FileBytes):
            return
        ours, theirs = getattr(self.base, "opened", None), getattr(pattern.source, "opened", None)
        if ours is not None and theirs is not None and ours.same_file(theirs):
            raise RefusedError(
                "A pattern cannot take its bytes from the file that is open here, as a save changes them; "
                "copy the block instead."
            )

    def _merges(self, offset: int) -> bool:
        """Whether typing at ``offset`` belongs to the step that is being typed."""
        return self._typing is not None and self._typing.start <= offset <= self._typing.end

    def _changed(
        self,
        kind: Kind,
        ranges: Sequence[ByteRange],
        old_size: int,
        name: str,
        caret: int,
        op: Operation | None = None,
        splices: Sequence[tuple[int, int, int]] = (),
    ) -> Change:
        self.generation += 1
        return Change(kind, tuple(ranges), self.generation, old_size, self.size, name, caret, op, splices)

    def _unchanged(self, kind: Kind, caret: int) -> Change:
        """The change of an edit that has nothing to do; it makes no step."""
        return Change(kind, (), self.generation, self.size, self.size, "", caret)


def _access(source: Source) -> str:
    return str(getattr(getattr(source, "access", None), "value", ""))

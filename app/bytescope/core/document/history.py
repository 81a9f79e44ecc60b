"""The steps that can be undone and redone, kept in columns: a one-byte write takes about 100 bytes."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from itertools import islice
from typing import NamedTuple

from bytescope.core.document.era import Era
from bytescope.core.document.spans import Leaf, Part, Span

_STEP_COST = 64
_PIECE_COST = 20


class Edit(NamedTuple):
    """At ``start`` the parts ``removed`` were replaced by ``inserted``; swapping the two reverses it."""

    start: int
    removed: list[Part]
    inserted: list[Part]

    @property
    def old_length(self) -> int:
        return sum(p.length for p in self.removed)

    @property
    def new_length(self) -> int:
        return sum(p.length for p in self.inserted)


class _Held:
    """A leaf as it was in an era: its base bytes must be looked up in that era."""

    __slots__ = ("era", "leaf")

    def __init__(self, leaf: Leaf, era: Era) -> None:
        self.leaf = leaf
        self.era = era


class _Things:
    """What pieces point at, by number, with a count of the pieces that do: freed with the last of them."""

    def __init__(self) -> None:
        self._things: list[object] = []
        self._counts: array[int] = array("q")
        self._numbers: dict[int, int] = {}
        self._free: list[int] = []

    def hold(self, thing: object) -> int:
        number = self._numbers.get(id(thing))
        if number is None:
            if self._free:
                number = self._free.pop()
                self._things[number] = thing
            else:
                number = len(self._things)
                self._things.append(thing)
                self._counts.append(0)
            self._numbers[id(thing)] = number
        self._counts[number] += 1
        return number

    def release(self, number: int) -> None:
        self._counts[number] -= 1
        if not self._counts[number]:
            del self._numbers[id(self._things[number])]
            self._things[number] = None
            self._free.append(number)

    def __getitem__(self, number: int) -> object:
        return self._things[number]

    def __len__(self) -> int:
        return len(self._numbers)


class History:
    """Steps of edits. Steps below ``index`` are done, the others undone.

    ``budget`` bounds what the steps cost (bytes they added, and their own entries): the oldest are
    dropped when it is exceeded, never the newest.
    """

    def __init__(self, era: Era, budget: int) -> None:
        self.index = 0
        self.saved_index: int | None = 0
        self.dropped = 0
        self.budget = budget
        self.cost = 0
        self._era = era
        self._things = _Things()
        self._names: list[str] = []
        self._costs: array[int] = array("q")
        self._step_edits: array[int] = array("q")  # the first edit of each step
        self._edit_starts: array[int] = array("q")
        self._edit_pieces: array[int] = array("q")  # the first piece of each edit
        self._edit_removed: array[int] = array("i")  # how many of them were removed
        self._piece_things: array[int] = array("i")
        self._piece_starts: array[int] = array("q")
        self._piece_lengths: array[int] = array("q")

    def __len__(self) -> int:
        return len(self._names)

    @property
    def names(self) -> list[str]:
        return self._names

    def push(self, name: str, edits: Sequence[Edit], added: int) -> None:
        """A new step behind the done ones; ``added`` bytes were stored for it. Undone steps are forgotten."""
        self._truncate(self.index)
        if self._names and self._names[-1] == name:
            name = self._names[-1]  # one string for a million steps of the same name
        self._names.append(name)
        self._costs.append(0)
        self._step_edits.append(len(self._edit_starts))
        self.index += 1
        self._append(edits, added + _STEP_COST)

    def extend(self, name: str, edits: Sequence[Edit], added: int) -> None:
        """More edits for the newest step, which has to be done."""
        self._names[-1] = name
        self._append(edits, added)

    def edits(self, step: int) -> list[Edit]:
        """The edits of a step in the order they were made, with the bytes as they were then.

        A part on ``LOST`` in one of them says that a save has overwritten these bytes.
        """
        first, end = self._edit_range(step)
        return [self._edit(i) for i in range(first, end)]

    def begin_era(self, era: Era) -> None:
        """Spans of the base in later steps belong to ``era``."""
        self._era = era

    def drop_lost(self) -> None:
        """Forget the steps that need bytes on ``LOST``, with all that lie behind them."""
        for step in range(self.index, len(self._names)):
            if self._is_lost(step):
                self.dropped += len(self._names) - step
                self._truncate(step)
                break
        for step in range(self.index - 1, -1, -1):
            if self._is_lost(step):
                self._drop_oldest(step + 1)
                break

    def clear(self) -> None:
        """Forget all steps, done and undone."""
        self._truncate(self.index)
        self._drop_oldest(self.index)

    def _append(self, edits: Sequence[Edit], cost: int) -> None:
        before = len(self._piece_things)
        for edit in edits:
            self._edit_starts.append(edit.start)
            self._edit_pieces.append(len(self._piece_things))
            self._edit_removed.append(len(edit.removed))
            for part in (*edit.removed, *edit.inserted):
                self._append_piece(part)
        cost += _PIECE_COST * (len(self._piece_things) - before + len(edits))
        self._costs[-1] += cost
        self.cost += cost
        if self.cost > self.budget and len(self._names) > 1:
            self._drop_to(self.budget * 3 // 4)

    def _append_piece(self, part: Part) -> None:
        if isinstance(part, Leaf):
            thing: object = _Held(part, self._era)
            start = 0
        else:
            thing = self._era if part.source is self._era.base else part.source
            start = part.start
        self._piece_things.append(self._things.hold(thing))
        self._piece_starts.append(start)
        self._piece_lengths.append(part.length)

    def _drop_to(self, cost: int) -> None:
        count, left = 0, self.cost
        while left > cost and count < self.index - 1:
            left -= self._costs[count]
            count += 1
        self._drop_oldest(count)

    def _edit_range(self, step: int) -> tuple[int, int]:
        end = self._step_edits[step + 1] if step + 1 < len(self._step_edits) else len(self._edit_starts)
        return self._step_edits[step], end

    def _piece_range(self, edit: int) -> tuple[int, int, int]:
        low = self._edit_pieces[edit]
        end = self._edit_pieces[edit + 1] if edit + 1 < len(self._edit_pieces) else len(self._piece_things)
        return low, low + self._edit_removed[edit], end

    def _edit(self, index: int) -> Edit:
        low, middle, high = self._piece_range(index)
        return Edit(self._edit_starts[index], self._parts(low, middle), self._parts(middle, high))

    def _parts(self, low: int, high: int) -> list[Part]:
        out: list[Part] = []
        for i in range(low, high):
            thing = self._things[self._piece_things[i]]
            if isinstance(thing, Era):
                out.extend(thing.resolve(self._piece_starts[i], self._piece_lengths[i]))
            elif isinstance(thing, _Held):
                out.extend(thing.era.resolve_leaf(thing.leaf))
            else:
                out.append(Span(thing, self._piece_starts[i], self._piece_lengths[i]))  # type: ignore[arg-type]
        return out

    def _is_lost(self, step: int) -> bool:
        first, end = self._edit_range(step)
        if first == end:
            return False
        for i in range(self._piece_range(first)[0], self._piece_range(end - 1)[2]):
            thing = self._things[self._piece_things[i]]
            if isinstance(thing, Era):
                if thing.is_lost(self._piece_starts[i], self._piece_lengths[i]):
                    return True
            elif isinstance(thing, _Held) and thing.era.has_lost(thing.leaf):
                return True
        return False

    def _truncate(self, step: int) -> None:
        """Forget ``step`` and all later ones."""
        if step >= len(self._names):
            return
        edit = self._step_edits[step]
        piece = self._edit_pieces[edit] if edit < len(self._edit_pieces) else len(self._piece_things)
        self._release(piece, len(self._piece_things))
        self.cost -= sum(self._costs[step:])
        del self._names[step:], self._costs[step:], self._step_edits[step:]
        del self._edit_starts[edit:], self._edit_pieces[edit:], self._edit_removed[edit:]
        del self._piece_things[piece:], self._piece_starts[piece:], self._piece_lengths[piece:]
        if self.saved_index is not None and self.saved_index > step:
            self.saved_index = None

    def _drop_oldest(self, count: int) -> None:
        if not count:
            return
        edit = self._step_edits[count] if count < len(self._step_edits) else len(self._edit_starts)
        piece = self._edit_pieces[edit] if edit < len(self._edit_pieces) else len(self._piece_things)
        self.index -= count  # first: another thread may be asking for the newest name
        self._release(0, piece)
        self.cost -= sum(self._costs[:count])
        del self._names[:count], self._costs[:count], self._step_edits[:count]
        del self._edit_starts[:edit], self._edit_pieces[:edit], self._edit_removed[:edit]
        del self._piece_things[:piece], self._piece_starts[:piece], self._piece_lengths[:piece]
        self._step_edits = array("q", [e - edit for e in self._step_edits])
        self._edit_pieces = array("q", [p - piece for p in self._edit_pieces])
        self.dropped += count
        if self.saved_index is not None:
            self.saved_index = self.saved_index - count if self.saved_index >= count else None

    def _release(self, low: int, high: int) -> None:
        for number in islice(self._piece_things, low, high):
            self._things.release(number)

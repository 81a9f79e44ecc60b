"""Random edit scripts, played on a document and on a plain list of bytes side by side."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable
from itertools import pairwise

from bytescope.core.change import Change, Kind
from bytescope.core.document.document import Document
from bytescope.core.document.live import LiveDocument
from bytescope.core.document.patterns import Counter, OffsetStamp, Pattern, Phase, Repeat, SeededRandom
from bytescope.core.document.transforms import Way, problem
from bytescope.core.errors import RefusedError
from bytescope.core.ranges import ByteRange
from bytescope.core.source import base as sources
from helpers.model import Model as Model
from helpers.model import Origins
from helpers.stored import KeptCopy, StoredBytes
from helpers.transformed import random_rule, transformed

PATTERNS: tuple[Pattern, ...] = (
    Repeat(b"\xaa"),
    Repeat(b"abc"),
    Repeat(b"\0"),
    Counter(250, 3, 2, "big"),
    SeededRandom(7),
    OffsetStamp(4, "little"),
)


def offsets(ranges: Iterable[ByteRange]) -> list[int]:
    """All offsets in the ranges."""
    return [i for item in ranges for i in range(item.start, item.end)]


def naive_bytes(pattern: Pattern, start: int, length: int, phase: Phase) -> bytes:
    """What a fill has to give, by producing everything that stands before it."""
    absolute = phase is Phase.ABSOLUTE or isinstance(pattern, OffsetStamp)
    skip = start if absolute else 0
    return sources.read(pattern, 0, skip + length).data[skip:]


class Player:
    """Plays one script; ``play`` raises AssertionError at the first difference."""

    def __init__(self, seed: int, *, largest: int = 200, steps: int = 24) -> None:
        self.random = random.Random(seed)
        self.steps = steps
        data = self.random.randbytes(self.random.choice((0, 1, 7, largest // 2, largest)))
        self.file = StoredBytes(data)
        self.document: Document | LiveDocument = Document(self.file)
        self.model = Model.of(data)
        self.moves: list[Callable[[], Change | None]] = [
            self.write, self.write, self.fill, self.insert, self.insert_fill, self.delete, self.copy,
            self.move, self.overwrite, self.resize, self.revert, self.undo, self.undo, self.redo,
            self.replace_each, self.transform, self.save_in_place, self.save_as_new_file,
        ]  # fmt: skip

    def play(self) -> None:
        for _ in range(self.steps):
            before, marks = bytes(self.model.data), self.model.marks()
            size = self.document.size
            move = self.random.choice(self.moves)
            change = move()
            self.check(move.__name__)
            if change is not None:
                assert (change.old_size, change.new_size) == (size, self.document.size), move.__name__
                assert change.generation == self.document.generation
                self.check_reach(change, before, marks)
        while self.document.undo_name:
            self.undo()
            self.check("the walk back")
        while self.document.redo_name:
            self.redo()
            self.check("the walk forth")

    def check(self, what: str) -> None:
        model, document = self.model, self.document
        assert document.size == len(model.data), what
        assert document.snapshot().read(0, document.size).data == model.data, what
        ranges = list(document.edited_ranges())
        assert offsets(ranges) == model.marks(), what
        assert all(one.end < two.start for one, two in pairwise(ranges)), what
        assert document.modified == (model.index != model.saved), what
        assert document.index == model.index, what

    def check_reach(self, change: Change, before: bytes, marks: list[int]) -> None:
        """Outside the ranges of a change nothing is other than it was, neither bytes nor marks."""
        told = set(offsets(change.ranges))
        assert told.issuperset(set(marks).symmetric_difference(self.model.marks())), change
        after = bytes(self.model.data)
        for i in range(max(len(before), len(after))):
            assert before[i : i + 1] == after[i : i + 1] or i in told, (change, i)
        self.check_splices(change, before)

    def check_splices(self, change: Change, before: bytes) -> None:
        """Offsets that follow the splices of a change still stand at the bytes they stood at."""
        after = bytes(self.model.data)
        places = list(range(len(before)))
        for start, old, new in change.splices:
            places[start : start + old] = [-1] * new
        told = () if change.splices else set(offsets(change.ranges))
        if change.splices:
            assert len(places) == len(after), change
        for now, at in enumerate(places[: len(after)]):
            assert at < 0 or now in told or before[at] == after[now], (change, now)

    # One method a move: it acts on both and returns the change, or None if it did not apply.

    def place(self) -> int:
        return self.random.randint(0, len(self.model.data))

    def range(self) -> ByteRange:
        ends = sorted((self.place(), self.place()))
        if self.random.random() < 0.5:
            ends[1] = min(len(self.model.data), ends[0] + self.random.randint(1, 4))
        return ByteRange(*ends)

    def write(self) -> Change:
        data = self.random.randbytes(self.random.randint(1, 5))
        at = self.place() + (self.random.randint(1, 9) if self.random.random() < 0.05 else 0)
        change = self.document.write(at, data)
        size = len(self.model.data)
        if at > size:
            self.model.put(size, 0, bytes(at - size))
        self.model.put(at, min(len(data), len(self.model.data) - at), data)
        self.model.commit()
        return change

    def fill(self) -> Change | None:
        where, pattern = self.range(), self.random.choice(PATTERNS)
        phase = self.random.choice(list(Phase))
        change = self.document.fill(where, pattern, phase)
        if not where:
            return None
        self.model.put(where.start, where.length, naive_bytes(pattern, where.start, where.length, phase))
        self.model.commit()
        return change

    def insert(self) -> Change:
        at, data = self.place(), self.random.randbytes(self.random.randint(1, 5))
        change = self.document.insert(at, data)
        self.model.put(at, 0, data)
        self.model.commit()
        return change

    def insert_fill(self) -> Change:
        at, length, pattern = self.place(), self.random.randint(1, 20), self.random.choice(PATTERNS)
        change = self.document.insert_fill(at, length, pattern, Phase.ABSOLUTE)
        self.model.put(at, 0, naive_bytes(pattern, at, length, Phase.ABSOLUTE))
        self.model.commit()
        return change

    def delete(self) -> Change | None:
        where = self.range()
        change = self.document.delete(where)
        if not where:
            return None
        self.model.put(where.start, where.length, b"")
        self.model.commit()
        return change

    def ranges(self) -> list[ByteRange]:
        """Sorted ranges that do not overlap, some of them empty, some of one length."""
        ends = sorted(self.place() for _ in range(2 * self.random.randint(0, 8)))
        found = [ByteRange(*pair) for pair in zip(ends[::2], ends[1::2])]
        if self.random.random() < 0.5:
            length = self.random.randint(0, 3)
            size = len(self.model.data)
            limits = [*(item.start for item in found[1:]), size]
            found = [
                ByteRange.of(item.start, length)
                for item, limit in zip(found, limits)
                if item.start + length <= limit
            ]
        return found

    def replace_each(self) -> Change | None:
        places = self.ranges()
        length = places[0].length if places and self.random.random() < 0.5 else self.random.randint(0, 3)
        data = self.random.randbytes(length)
        change = self.document.replace_each(places, data)
        if not places or not (data or any(places)):
            return None
        shift = 0
        for item in places:
            if item or data:
                self.model.put(item.start + shift, item.length, data)
            shift += length - item.length
        self.model.commit()
        return change

    def transform(self) -> Change | None:
        where = self.range()
        rule, length = random_rule(self.random, where.length)
        where = ByteRange.of(where.start, length)
        if problem(rule, length):
            return None
        origins = self._taken(where)[1]
        change = self.document.transform(where, rule)
        if not where:
            return None
        new = transformed(bytes(self.model.data), where, rule)[where.start : where.end]
        turned = rule.way is Way.TURN and isinstance(self.document, Document)
        cut = rule.by % length
        self.model.put(where.start, length, new, origins[cut:] + origins[:cut] if turned else None)
        self.model.commit()
        return change

    def _taken(self, where: ByteRange) -> tuple[bytes, Origins]:
        return bytes(self.model.data[where.start : where.end]), self.model.origins[where.start : where.end]

    def copy(self) -> Change | None:
        where, to = self.range(), self.place()
        taken = self._taken(where)
        change = self.document.copy_block(where, to)
        if not where:
            return None
        self.model.put(to, 0, *taken)
        self.model.commit()
        return change

    def overwrite(self) -> Change | None:
        where, to = self.range(), self.place()
        taken = self._taken(where)
        change = self.document.overwrite_block(where, to)
        if not where or to == where.start:
            return None
        live = isinstance(self.document, LiveDocument)
        self.model.put(to, min(where.length, len(self.model.data) - to), taken[0], None if live else taken[1])
        self.model.commit()
        return change

    def move(self) -> Change | None:
        where, to = self.range(), self.place()
        taken = self._taken(where)
        change = self.document.move_block(where, to)
        if where.start <= to <= where.end:
            assert not change.ranges
            return None
        if not where:
            return None
        self.model.put(where.start, where.length, b"")
        self.model.put(to if to < where.start else to - where.length, 0, *taken)
        self.model.commit()
        return change

    def resize(self) -> Change | None:
        size = max(0, len(self.model.data) + self.random.randint(-20, 20))
        change = self.document.resize(size)
        old = len(self.model.data)
        if size == old:
            return None
        self.model.put(min(size, old), max(0, old - size), bytes(max(0, size - old)))
        self.model.commit()
        return change

    def revert(self) -> Change | None:
        where = self.range()
        end = min(where.end, self.file.size)
        changed = [i for i in range(where.start, end) if self.model.origins[i] != i]
        if not changed:
            try:
                self.document.revert(where)
            except RefusedError:
                return None
            raise AssertionError("nothing to revert, and it was not refused")
        change = self.document.revert(where)
        within = range(where.start, end)
        self.model.put(where.start, len(within), bytes(self.file.data[where.start : end]), within)
        self.model.commit()
        return change

    def undo(self) -> Change | None:
        if not self.model.index:
            assert self.document.undo_name is None
            return None
        change = self.document.undo()
        self.model.back()
        return change

    def redo(self) -> Change | None:
        if self.model.index + 1 == len(self.model.states):
            assert self.document.redo_name is None
            return None
        change = self.document.redo()
        self.model.forth()
        return change

    def save_in_place(self) -> Change:
        """What a save in place does: the file has the new bytes, the old ones are kept, or not."""
        assert isinstance(self.document, Document)
        old, new = bytes(self.file.data), bytes(self.model.data)
        written = self.model.edited()
        self.file.data[:] = new
        kept = KeptCopy(old) if self.random.random() < 0.8 else None
        cut = [ByteRange(min(len(new), len(old)), len(old))]
        change = self.document.rebase(self.file, written, kept, in_place=True)
        self.model.save(True, [*written, *cut])
        if kept is not None:
            assert len(self.document.steps) == self.model.index
        self.model.forget(len(self.document.steps), len(self.document.undone))
        return change

    def save_as_new_file(self) -> Change:
        """What a save by rename does: a new file, the old one lives on without a name."""
        assert isinstance(self.document, Document)
        written = self.model.edited()
        self.file = StoredBytes(self.model.data)
        change = self.document.rebase(self.file, written, None, in_place=False)
        self.model.save(False, written)
        return change


class LivePlayer(Player):
    """Scripts for live documents: "edited" is what was stored since the last flush, undone or not."""

    def __init__(self, seed: int, *, largest: int = 200, steps: int = 24) -> None:
        super().__init__(seed, largest=largest, steps=steps)
        holes = self.range()
        self.file.data[holes.start : holes.end] = bytes(holes.length)
        self.file.holes = [holes] if holes else []
        self.model = Model.of(bytes(self.file.data))
        self.document = LiveDocument(self.file)
        self.flushed: list[int | None] = list(self.file.data)
        self.touched = [False] * len(self.flushed)
        self.moves = [
            self.write, self.write, self.fill, self.overwrite, self.resize, self.revert, self.undo,
            self.undo, self.redo, self.replace_each, self.transform, self.flush,
        ]  # fmt: skip

    def check(self, what: str) -> None:
        model, document = self.model, self.document
        assert document.size == self.file.size == len(model.data), what
        assert self.file.data == model.data, what
        assert document.snapshot().read(0, document.size).data == model.data, what
        assert offsets(document.edited_ranges()) == [i for i, t in enumerate(self.touched) if t], what
        assert document.modified == (model.index != model.saved), what
        assert document.index == model.index, what

    def check_reach(self, change: Change, before: bytes, marks: list[int]) -> None:
        """What was stored is told in the change; what only was flushed is marked."""
        told = set(offsets(change.ranges))
        after = bytes(self.model.data)
        for i in range(max(len(before), len(after))):
            assert before[i : i + 1] == after[i : i + 1] or i in told, (change, i)
        self.check_splices(change, before)
        if change.kind is not Kind.SAVE:
            self.follow(change, len(after))

    def follow(self, change: Change, size: int) -> None:
        grown = size - len(self.touched)
        del self.touched[size:], self.flushed[size:]
        self.touched += [True] * grown
        self.flushed += [None] * grown
        for i in offsets(change.ranges):
            if i < size:
                self.touched[i] = True

    def play(self) -> None:
        for _ in range(self.steps):
            before = bytes(self.model.data)
            move = self.random.choice(self.moves)
            change = move()
            if change is not None:
                self.check_reach(change, before, [])
            self.check(move.__name__)
        while self.document.undo_name:
            self._step_back()
        while self.document.redo_name:
            self._step_forth()

    def _step_back(self) -> None:
        change = self.document.undo()
        self.model.back()
        self.follow(change, len(self.model.data))
        self.check("the walk back")

    def _step_forth(self) -> None:
        change = self.document.redo()
        self.model.forth()
        self.follow(change, len(self.model.data))
        self.check("the walk forth")

    def revert(self) -> Change | None:
        where = self.range()
        changed = [i for i in range(where.start, where.end) if self.touched[i]]
        if not changed or any(self.flushed[i] is None for i in changed):
            try:
                self.document.revert(where)
            except RefusedError:
                return None
            raise AssertionError("there is nothing to revert, and it was not refused")
        change = self.document.revert(where)
        for i in changed:
            self.model.put(i, 1, bytes([self.flushed[i] or 0]))
        self.model.commit()
        return change

    def replace_each(self) -> Change | None:
        """Of one length, as the file keeps its own."""
        length = self.random.randint(1, 3)
        limit = len(self.model.data) - length
        starts = self.random.sample(range(0, max(0, limit) + 1, 4), min(6, max(0, limit) // 4))
        places = [ByteRange.of(start, length) for start in sorted(starts)]
        data = self.random.randbytes(length)
        change = self.document.replace_each(places, data)
        if not places:
            return None
        for item in places:
            self.model.put(item.start, length, data)
        self.model.commit()
        return change

    def flush(self) -> None:
        assert isinstance(self.document, LiveDocument)
        self.document.mark_flushed()
        self.model.saved = self.model.index
        self.flushed = list(self.model.data)
        self.touched = [False] * len(self.flushed)


def play(first: int, count: int, player: type[Player] = Player, **options: int) -> None:
    """Play scripts ``first`` to ``first + count``; the seed of a failure is in the message."""
    for seed in range(first, first + count):
        try:
            player(seed, **options).play()
        except Exception as error:
            raise AssertionError(f"edit script {seed}: {error!r}") from error

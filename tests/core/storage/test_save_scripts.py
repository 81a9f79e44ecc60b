"""Random scripts of edits, saves, undo and redo on real files, compared with a list of plain bytes."""

import random

import pytest

from bytescope.core.document.document import Document
from bytescope.core.document.patterns import Counter, Phase, Repeat, SeededRandom
from bytescope.core.document.transforms import problem
from bytescope.core.ranges import ByteRange
from helpers.saving import opened, save_document, small_chunks, sparse_file
from helpers.transformed import random_rule, transformed

BLOCK = 4096
FILE = 24 * BLOCK


class Script:
    """One document on one file, and what its bytes must be now, after undo and after redo."""

    def __init__(self, path, seed: int) -> None:
        self.random = random.Random(seed)
        self.path = path
        self.document: Document = opened(path)
        self.now = path.read_bytes()
        self.past: list[bytes] = []
        self.future: list[bytes] = []

    def range(self, longest: int = 6 * BLOCK) -> ByteRange:
        start = self.random.randrange(len(self.now))
        if self.random.random() < 0.5:
            start -= start % BLOCK
        return ByteRange.of(start, self.random.randint(1, min(longest, len(self.now) - start)))

    def edit(self, change, now: bytearray) -> None:
        change()
        self.past.append(self.now)
        self.future.clear()
        self.now = bytes(now)

    def overwrite(self) -> None:
        model, place = bytearray(self.now), self.range()
        choice = self.random.randrange(4)
        if choice == 0:
            data = self.random.randbytes(place.length)
            model[place.start : place.end] = data
            self.edit(lambda: self.document.write(place.start, data), model)
        elif choice == 1:
            pattern = self.random.choice([Repeat(b"\0"), Repeat(b"\xaa"), Repeat(b"abc"), SeededRandom(7)])
            buffer = bytearray(place.length)
            pattern.read_into(0, memoryview(buffer))
            model[place.start : place.end] = buffer
            self.edit(lambda: self.document.fill(place, pattern), model)
        elif choice == 2:
            pattern = Counter(0, 1, 2, "little")
            buffer = bytearray(place.length)
            pattern.read_into(place.start, memoryview(buffer))
            model[place.start : place.end] = buffer
            self.edit(lambda: self.document.fill(place, pattern, Phase.ABSOLUTE), model)
        else:
            to = self.random.randrange(len(self.now) - place.length + 1)
            model[to : to + place.length] = self.now[place.start : place.end]
            self.edit(lambda: self.document.overwrite_block(place, to), model)

    def transform(self) -> None:
        """An operation on a range: of holes, of data, of both."""
        place = self.range()
        rule, length = random_rule(self.random, place.length)
        if not length or problem(rule, length):
            return
        place = ByteRange.of(place.start, length)
        model = bytearray(transformed(self.now, place, rule))
        self.edit(lambda: self.document.transform(place, rule), model)

    def replace_same(self) -> None:
        self.replace_each(same=True)

    def replace_each(self, same: bool = False) -> None:
        """Up to thirty places at once, as a replacement of all hits does."""
        length = self.random.randint(1, 40)
        starts = sorted(self.random.sample(range(0, len(self.now) - length, 41), self.random.randint(1, 30)))
        data = self.random.randbytes(length if same else self.random.randint(0, 50))
        model = bytearray(self.now)
        for start in reversed(starts):
            model[start : start + length] = data
        places = [ByteRange.of(start, length) for start in starts]
        self.edit(lambda: self.document.replace_each(places, data), model)

    def swap_far(self) -> None:
        """A block moves to another place: everything between shifts."""
        place = self.range()
        rest = self.now[: place.start] + self.now[place.end :]
        to = self.random.choice(
            [at for at in (self.random.randrange(len(self.now)), 0, len(self.now)) if at not in place]
            or [place.end]
        )
        at = to if to <= place.start else to - place.length
        model = bytearray(rest[:at] + self.now[place.start : place.end] + rest[at:])
        self.edit(lambda: self.document.move_block(place, to), model)

    def change_length(self) -> None:
        model, place = bytearray(self.now), self.range(2 * BLOCK)
        choice = self.random.randrange(3)
        if choice == 0 and len(model) > 8 * BLOCK:
            del model[place.start : place.end]
            self.edit(lambda: self.document.delete(place), model)
        elif choice == 1:
            data = self.random.randbytes(place.length)
            model[place.start : place.start] = data
            self.edit(lambda: self.document.insert(place.start, data), model)
        else:
            size = max(4 * BLOCK, len(model) + self.random.randint(-3 * BLOCK, 3 * BLOCK))
            if size == len(model):
                return
            model = model[:size] + bytes(size - len(model[:size]))
            self.edit(lambda: self.document.resize(size), model)

    def undo(self) -> None:
        if self.past:
            self.document.undo()
            self.future.append(self.now)
            self.now = self.past.pop()

    def redo(self) -> None:
        if self.future:
            self.document.redo()
            self.past.append(self.now)
            self.now = self.future.pop()

    def save(self, budget: int) -> None:
        outcome = save_document(self.document, undo_budget=budget)
        assert self.path.read_bytes() == self.now
        assert outcome.verified_all or not budget
        assert not self.document.modified
        # Steps whose bytes nobody kept are forgotten; what is left must still be true.
        done, undone = self.document.index, len(self.document.undone)
        if budget:
            assert (done, undone) == (len(self.past), len(self.future))
        self.past = self.past[len(self.past) - done :]
        self.future = self.future[len(self.future) - undone :]

    def check(self) -> None:
        assert self.document.snapshot().read(0, self.document.size).data == self.now


def run(path, seed: int, steps, count: int) -> None:
    script = Script(path, seed)
    for _ in range(count):
        script.random.choice(steps(script))()
        script.check()
    script.document.base.close()


def no_room(folder) -> int:
    return 0


def make(tmp_path, seed: int):
    noise = random.Random(-seed)
    runs = {BLOCK * at: noise.randbytes(BLOCK * noise.randint(1, 3)) for at in noise.sample(range(20), 5)}
    return sparse_file(tmp_path / "file", runs, FILE - noise.randrange(3))


@pytest.mark.parametrize("seed", range(10))
def test_saves_of_the_same_length_are_in_place_and_can_be_undone(tmp_path, monkeypatch, seed):
    small_chunks(monkeypatch)

    def steps(script):
        save = lambda: script.save(1 << 30)  # noqa: E731
        return (
            [script.overwrite] * 5
            + [script.replace_same] * 2
            + [script.transform] * 3
            + [script.swap_far] * 2
            + [script.undo] * 3
            + [script.redo] * 2
            + [save] * 2
        )

    path = make(tmp_path, seed)
    inode = path.stat().st_ino
    run(path, seed, steps, 60)
    assert path.stat().st_ino == inode


@pytest.mark.parametrize("seed", range(10))
def test_saves_of_any_length_can_be_undone(tmp_path, monkeypatch, seed):
    small_chunks(monkeypatch)
    path = make(tmp_path, seed)
    if seed % 2:
        (tmp_path / "second name").hardlink_to(path)  # so that it stays in place

    def steps(script):
        save = lambda: script.save(script.random.choice([0, 1 << 30]) if seed > 4 else 1 << 30)  # noqa: E731
        edits = [script.overwrite] * 3 + [script.change_length] * 3 + [script.swap_far, script.replace_each]
        edits += [script.transform] * 2
        return edits + [script.undo] * 3 + [script.redo] * 2 + [save] * 2

    run(path, seed, steps, 60)


@pytest.mark.parametrize("seed", range(10))
def test_saves_that_keep_nothing_for_undo_are_right_all_the_same(tmp_path, monkeypatch, seed):
    small_chunks(monkeypatch)
    if seed % 2:  # then bytes that move are copied in a safe direction, where there is one
        monkeypatch.setattr("bytescope.core.storage.inplace.free_for_spool", no_room)
    path = make(tmp_path, seed)
    (tmp_path / "second name").hardlink_to(path)

    def steps(script):
        save = lambda: script.save(0)  # noqa: E731
        edits = [script.overwrite] * 2 + [script.change_length] * 2 + [script.swap_far] * 2
        edits += [script.replace_each, script.transform, script.transform]
        return edits + [script.undo] * 2 + [script.redo] + [save] * 3

    run(path, seed, steps, 60)

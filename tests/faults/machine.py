"""A state machine that edits, saves, fails to save and comes back, checked against plain bytes."""

from __future__ import annotations

import errno
import random
import shutil
import tempfile
from collections import Counter
from pathlib import Path
from typing import ClassVar

import hypothesis.strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from bytescope.core.document.patterns import Counter as CounterPattern
from bytescope.core.document.patterns import Phase, Repeat
from bytescope.core.document.transforms import problem
from bytescope.core.errors import BytescopeError, RefusedError
from bytescope.core.ranges import ByteRange
from bytescope.core.source import base as sources
from bytescope.core.storage.calls import CALLS, Calls
from bytescope.core.storage.editlog.reading import discard, open_base, replay, tidy, unsaved
from bytescope.core.storage.failure import FileState, SaveFailed
from bytescope.core.storage.journal.writing import JournalFile
from bytescope.core.storage.plan import plan_save
from bytescope.core.storage.private import StateFolder
from bytescope.core.storage.save import save, save_as
from bytescope.core.ticket import Ticket
from faults.row import quick_folder
from faults.scenes import Log
from helpers.saving import Trouble, fails_at, opened
from helpers.transformed import random_rule, transformed

LARGEST = 3000
PLENTY = 1 << 20
PATTERNS = (Repeat(b"\0"), Repeat(b"abc"), CounterPattern(3, 5, 2, "little"))
share = st.floats(0, 1)


class Editing(RuleBasedStateMachine):
    """Places are shares of the length, so that every step fits whatever the length is by then.

    ``counted``: how many steps were made, saves that were asked for, and those that failed.
    """

    counted: ClassVar[Counter[str]] = Counter()

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(dir=quick_folder()))
        self.path = self.folder / "file"
        self.state = StateFolder(self.folder / "state")

    @initialize(data=st.binary(max_size=40), times=st.integers(1, 60), linked=st.booleans())
    def begin(self, data: bytes, times: int, linked: bool) -> None:
        self.path.write_bytes(data * times)
        if linked:
            (self.folder / "second name").hardlink_to(self.path)
        self._open()

    def teardown(self) -> None:
        if hasattr(self, "document"):
            self.log.close()
            self.document.base.close()
        shutil.rmtree(self.folder)

    def _open(self) -> None:
        self.document = opened(self.path)
        self.log = Log(self.document, self.state, CALLS)
        self.unfinished: list[JournalFile] = []
        self.saved = self.path.read_bytes()
        self.now = self.saved
        self.past: list[bytes] = []
        self.future: list[bytes] = []

    # Edits

    def _place(self, place: float) -> int:
        return round(place * len(self.now))

    def _range(self, place: float, length: float) -> ByteRange:
        start = self._place(place)
        return ByteRange(start, start + round(length * (len(self.now) - start)))

    def _edited(self, start: int, old: int, data: bytes) -> None:
        self.past.append(self.now)
        self.future.clear()
        self.now = self.now[:start] + data + self.now[start + old :]

    @rule(place=share, data=st.binary(min_size=1, max_size=20), typing=st.booleans())
    def write(self, place: float, data: bytes, typing: bool) -> None:
        at = self._place(place)
        self.log.follow(self.document.write(at, data))
        self._edited(at, len(data), data)

    @rule(place=share, length=share, pattern=st.sampled_from(PATTERNS), phase=st.sampled_from(list(Phase)))
    def fill(self, place: float, length: float, pattern: Repeat, phase: Phase) -> None:
        where = self._range(place, length)
        if where:
            self.log.follow(self.document.fill(where, pattern, phase))
            skip = where.start if phase is Phase.ABSOLUTE else 0
            data = sources.read(pattern, 0, skip + where.length).data[skip:]
            self._edited(where.start, where.length, data)

    @precondition(lambda self: len(self.now) < LARGEST)
    @rule(place=share, data=st.binary(min_size=1, max_size=300))
    def insert(self, place: float, data: bytes) -> None:
        at = self._place(place)
        self.log.follow(self.document.insert(at, data))
        self._edited(at, 0, data)

    @rule(place=share, length=share)
    def delete(self, place: float, length: float) -> None:
        where = self._range(place, length / 3)
        if where:
            self.log.follow(self.document.delete(where))
            self._edited(where.start, where.length, b"")

    @precondition(lambda self: len(self.now) < LARGEST)
    @rule(place=share, length=share, to=share)
    def overwrite_block(self, place: float, length: float, to: float) -> None:
        where, at = self._range(place, length), self._place(to)
        if where and at != where.start:
            taken = self.now[where.start : where.end]
            self.log.follow(self.document.overwrite_block(where, at))
            self._edited(at, len(taken), taken)

    @rule(place=share, length=share, to=share)
    def move_block(self, place: float, length: float, to: float) -> None:
        where, before = self._range(place, length), self._place(to)
        if not where or where.start <= before <= where.end:
            return
        taken = self.now[where.start : where.end]
        rest = self.now[: where.start] + self.now[where.end :]
        at = before if before < where.start else before - where.length
        self.log.follow(self.document.move_block(where, before))
        self._edited(0, len(self.now), rest[:at] + taken + rest[at:])

    @rule(place=share, length=share, seed=st.integers(0, 2**32))
    def transform(self, place: float, length: float, seed: int) -> None:
        where = self._range(place, length)
        chosen, fits = random_rule(random.Random(seed), where.length)
        where = ByteRange.of(where.start, fits)
        if where and not problem(chosen, fits):
            made = transformed(bytes(self.now), where, chosen)
            self.log.follow(self.document.transform(where, chosen))
            self._edited(where.start, fits, made[where.start : where.end])

    @precondition(lambda self: len(self.now) < LARGEST)
    @rule(
        start=st.integers(0, 50),
        step=st.integers(5, 60),
        length=st.integers(0, 5),
        data=st.binary(max_size=6),
    )
    def replace_each(self, start: int, step: int, length: int, data: bytes) -> None:
        places = [ByteRange.of(at, length) for at in range(start, len(self.now) - length, step)]
        if not places or not (length or data):
            return
        made = bytearray(self.now)
        for item in reversed(places):
            made[item.start : item.end] = data
        self.log.follow(self.document.replace_each(places, data))
        self._edited(0, len(self.now), bytes(made))

    @rule(change=st.integers(-400, 400))
    def resize(self, change: int) -> None:
        size = max(0, min(LARGEST, len(self.now) + change))
        if size != len(self.now):
            self.log.follow(self.document.resize(size))
            self._edited(0, len(self.now), self.now[:size].ljust(size, b"\0"))

    @precondition(lambda self: self.past)
    @rule()
    def undo(self) -> None:
        self.log.follow(self.document.undo())
        self.future.append(self.now)
        self.now = self.past.pop()

    @precondition(lambda self: self.future)
    @rule()
    def redo(self) -> None:
        self.log.follow(self.document.redo())
        self.past.append(self.now)
        self.now = self.future.pop()

    # Saves

    def _save(self, budget: int, calls: Calls = CALLS) -> None:
        self.counted["saves"] += 1
        document, state = self.document, StateFolder(self.state.root, calls)
        plan = plan_save(document, undo_budget=budget, state=state, calls=calls)
        outcome = save(
            document.snapshot(),
            document.base,
            plan,
            Ticket(),
            calls=calls,
            state=state,
            log=self.log.using(calls),
            unfinished=self.unfinished,
        )
        document.rebase(outcome.new_base, outcome.written, outcome.kept, outcome.in_place)
        self.log.using(CALLS).restart()
        self.unfinished.clear()
        assert self.path.read_bytes() == self.now
        self.saved = self.now
        if plan.keeps_undo:
            assert (document.index, len(document.undone)) == (len(self.past), len(self.future))
        self._forget()

    def _forget(self) -> None:
        """Steps that need bytes nobody kept are gone."""
        done, undone = self.document.index, len(self.document.undone)
        self.past = self.past[len(self.past) - done :]
        self.future = self.future[len(self.future) - undone :]

    @rule()
    def save(self) -> None:
        self._save(PLENTY)

    @rule()
    def save_without_undo(self) -> None:
        self._save(0)

    @rule(
        call=st.integers(0, 25),
        error=st.sampled_from([errno.EIO, errno.ENOSPC, errno.EINTR]),
        forever=st.booleans(),
        budget=st.sampled_from([0, PLENTY]),
    )
    def save_with_trouble(self, call: int, error: int, forever: bool, budget: int) -> None:
        """It succeeds all the same, or everything is as it was; or the file is told to be in part new."""
        fails = fails_at(call, error, forever=forever and error != errno.EINTR)
        over = False  # what was kept is read by the same calls later
        try:
            self._save(budget, Trouble(lambda at, name: None if over else fails(at, name)).calls)
        except SaveFailed as failure:
            over = True
            self.log.using(CALLS)
            self.counted["failed"] += 1
            if failure.journal is not None:
                self.unfinished.append(failure.journal)
            if failure.state is FileState.BEFORE:
                assert self.path.read_bytes() == self.saved
            else:
                self.document.repoint(failure.written, failure.kept)
                self._forget()
                self.compare()
                self._save(PLENTY)
        except BytescopeError:
            assert self.path.read_bytes() == self.saved
        finally:
            over = True
            self.log.using(CALLS)

    @rule()
    def save_as_onto_itself(self) -> None:
        """By another name of the same file too."""
        for name in ("file", "link", "second name"):
            target = self.folder / name
            if name == "link" and not target.is_symlink():
                target.symlink_to(self.path)
            if target.exists() and target.samefile(self.path):
                self._refused(target)

    def _refused(self, target: Path) -> None:
        document = self.document
        try:
            save_as(document.snapshot(), bytes(target), Ticket(), original=document.base, overwrite=True)
        except RefusedError:
            assert self.path.read_bytes() == self.saved
        else:
            raise AssertionError("a file was saved over itself")

    @rule(over=st.booleans())
    def save_as(self, over: bool) -> None:
        """Goes on with the new file, as a person does."""
        target = self.folder / "another"
        target.unlink(missing_ok=True)
        if over:
            target.write_bytes(b"what was there")
        document = self.document
        outcome = save_as(
            document.snapshot(), bytes(target), Ticket(), original=document.base, overwrite=over
        )
        outcome.new_base.close()
        assert target.read_bytes() == self.now
        assert self.path.read_bytes() == self.saved
        self.log.remove()
        document.base.close()
        target.rename(self.path)
        self._open()

    @rule()
    def reopen(self) -> None:
        self.log.remove()
        self.document.base.close()
        self._open()

    @rule()
    def crash(self) -> None:
        """The program dies: all edits come back from the log, and none that are saved."""
        self.counted["crashes"] += 1
        modified = self.document.modified
        self.log.close()
        self.document.base.close()
        self.unfinished.clear()
        found = unsaved(self.state)
        if modified:
            (item,) = found
            document = open_base(item)
            assert not replay(self.state, item.name, document, Ticket()).complaint
            assert document.snapshot().read(0, document.size).data == self.now
            document.base.close()
            discard(self.state, item.name)
        else:
            assert not found
        # As each start does: whether a save's new file came to its place cannot be told for ever.
        tidy(self.state)
        self._open()

    # What always holds

    @invariant()
    def compare(self) -> None:
        if not hasattr(self, "document"):
            return
        self.counted["steps"] += 1
        document = self.document
        assert document.size == len(self.now)
        assert document.snapshot().read(0, document.size).data == self.now
        assert document.modified or self.now == self.saved
        assert bool(document.undo_name) == bool(self.past)
        assert bool(document.redo_name) == bool(self.future)

    @invariant()
    def the_file_is_as_saved(self) -> None:
        if hasattr(self, "document"):
            assert self.path.read_bytes() == self.saved

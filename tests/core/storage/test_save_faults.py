"""Every call a save makes fails, once or for good: the file is old or new, or the error tells the truth."""

import dataclasses
import errno
import os
from dataclasses import dataclass

import pytest

from bytescope.core.document.document import Document
from bytescope.core.document.patterns import Repeat
from bytescope.core.errors import BytescopeError, Cancelled
from bytescope.core.ranges import ByteRange
from bytescope.core.storage.failure import FileState, SaveFailed
from bytescope.core.storage.plan import UNDO_BUDGET
from bytescope.core.storage.private import StateFolder
from bytescope.core.storage.save import save_as
from bytescope.core.ticket import Ticket
from helpers.saving import (
    UNSYNCED,
    Trouble,
    fails_at,
    nothing_fails,
    opened,
    save_document,
    small_chunks,
    sparse_file,
)

BLOCK = 4096
OLD_RUNS = {0: bytes(range(256)) * 32, 5 * BLOCK: b"end of the file " * 256}


def edit_same_length(document: Document) -> None:
    document.write(10, b"typed")
    document.fill(ByteRange(BLOCK, 4 * BLOCK), Repeat(b"xyz"))
    document.write(5 * BLOCK + 9, b"more")


def edit_with_moves(document: Document) -> None:
    document.move_block(ByteRange(0, BLOCK + 7), 3 * BLOCK)
    document.fill(ByteRange(5 * BLOCK, 6 * BLOCK), Repeat(b"z"))


def edit_longer(document: Document) -> None:
    document.resize(8 * BLOCK)
    document.write(7 * BLOCK, b"new end")
    document.write(0, b"new start")


def edit_shorter(document: Document) -> None:
    document.resize(2 * BLOCK + 1)
    document.write(0, b"new start")


def edit_inserting(document: Document) -> None:
    document.insert(100, b"inserted " * 1000)
    document.delete(ByteRange(4 * BLOCK, 5 * BLOCK))


@dataclass(frozen=True)
class Case:
    edit: object
    budget: int = UNDO_BUDGET
    linked: bool = False
    journaled: bool = False


CASES = {
    "in place": Case(edit_same_length),
    "in place, nothing kept": Case(edit_same_length, budget=0),
    "moves": Case(edit_with_moves),
    "longer": Case(edit_longer),
    "longer, nothing kept": Case(edit_longer, budget=0),
    "shorter": Case(edit_shorter),
    "shorter, nothing kept": Case(edit_shorter, budget=0),
    "new file": Case(edit_inserting),
    "rewritten in place": Case(edit_inserting, linked=True),
}
CASES |= {
    f"{name}, journaled": dataclasses.replace(case, journaled=True)
    for name, case in CASES.items()
    if name != "new file"
}


class Attempt:
    """A fresh file and document, edited, to be saved with trouble."""

    def __init__(self, folder, case: Case) -> None:
        folder.mkdir()
        self.folder = folder
        self.case = case
        self.path = sparse_file(folder / "file", OLD_RUNS, 6 * BLOCK)
        if case.linked:
            (folder / "other name").hardlink_to(self.path)
        self.document = opened(self.path)
        case.edit(self.document)
        self.old = self.path.read_bytes()
        self.new = self.document.snapshot().read(0, self.document.size).data
        self.root = folder.with_name(f"{folder.name} state") if case.journaled else None
        self.unfinished = []

    def save(self, trouble: Trouble, ticket: Ticket | None = None) -> Exception | None:
        state = StateFolder(self.root, trouble.calls) if self.root else None
        try:
            save_document(
                self.document,
                undo_budget=self.case.budget,
                calls=trouble.calls,
                ticket=ticket,
                state=state,
                unfinished=self.unfinished,
            )
        except (BytescopeError, Cancelled) as error:
            return error
        return None

    def journals(self) -> list[str]:
        state = StateFolder(self.root) if self.root else None
        return (
            [] if state is None else [name for kind in ("journals", "clones") for name in state.names(kind)]
        )

    def check(self, error: Exception | None) -> None:
        content = self.path.read_bytes()
        if error is None:
            assert content == self.new
            return
        if not isinstance(error, SaveFailed) or error.state is FileState.BEFORE:
            assert content == self.old
            assert any(
                part in str(error)
                for part in ("as it was before", "nothing was written", "cannot be written")
            ) or (isinstance(error, Cancelled))
        else:
            assert "partly old and partly new" in str(error)
        assert self.document.modified
        assert sorted(os.listdir(self.folder)) == (["file", "other name"] if self.case.linked else ["file"])

    def finish(self, error: Exception | None) -> None:
        """After the trouble is over, the kept edits can be saved, and nothing is left of it."""
        if isinstance(error, SaveFailed):
            if error.journal:
                error.journal.state = StateFolder(self.root)  # the trouble is over
                self.unfinished.append(error.journal)
            assert error.journal or not self.journals()
            if error.state is FileState.MIXED:
                assert bool(error.journal) is self.case.journaled
                self.document.repoint(error.written, error.kept)
        assert self.shown() == self.new
        if error is not None:
            assert self.document.modified
            assert self.save(Trouble(nothing_fails)) is None
            assert self.path.read_bytes() == self.new
            assert self.journals() == []
        if self.case.budget:
            while self.document.index:
                self.document.undo()
            assert self.shown() == self.old
        self.document.base.close()

    def shown(self) -> bytes:
        return self.document.snapshot().read(0, self.document.size).data


def calls_of(tmp_path, case: Case) -> list[str]:
    quiet = Trouble(nothing_fails)
    attempt = Attempt(tmp_path / "quiet", case)
    assert attempt.save(quiet) is None
    attempt.check(None)
    return quiet.made


@pytest.mark.parametrize("name", CASES)
@pytest.mark.parametrize("error", [errno.EIO, errno.ENOSPC])
@pytest.mark.parametrize("forever", [False, True])
def test_every_call_may_fail(tmp_path, monkeypatch, name, error, forever):
    small_chunks(monkeypatch)
    case = CASES[name]
    made = calls_of(tmp_path, case)
    assert len(made) >= 8
    for number, call in enumerate(made):
        attempt = Attempt(tmp_path / f"{number} {call}", case)
        failure = attempt.save(Trouble(fails_at(number, error, forever=forever), UNSYNCED))
        attempt.check(failure)
        if not forever and case.budget:
            assert not isinstance(failure, SaveFailed) or failure.state is FileState.BEFORE, (number, call)
        attempt.finish(failure)


@pytest.mark.parametrize("name", CASES)
def test_short_and_interrupted_writes_are_continued(tmp_path, monkeypatch, name):
    small_chunks(monkeypatch)
    for number, odd in enumerate(("short", errno.EINTR)):
        state = {"last": ""}

        def decide(index, call, odd=odd, state=state):
            again = state["last"] == call
            state["last"] = "" if again else call
            return odd if call in ("pwrite", "preadv", "fdatasync") and not again else None

        attempt = Attempt(tmp_path / str(number), CASES[name])
        failure = attempt.save(Trouble(decide))
        attempt.check(failure)
        assert failure is None
        attempt.finish(None)


class StoppingTicket(Ticket):
    """Is cancelled when so many bytes are done."""

    def __init__(self, after: int) -> None:
        super().__init__()
        self._after = after

    def advance(self, amount: int) -> None:
        self.cancelled = self.cancelled or self.done + amount >= self._after
        super().advance(amount)


@pytest.mark.parametrize("name", CASES)
def test_stopping_at_any_chunk_leaves_the_file_as_it_was_if_old_bytes_are_kept(tmp_path, monkeypatch, name):
    small_chunks(monkeypatch)
    case = CASES[name]
    for after in range(1, 10 * BLOCK, BLOCK):
        attempt = Attempt(tmp_path / str(after), case)
        failure = attempt.save(Trouble(nothing_fails), StoppingTicket(after))
        attempt.check(failure)
        if failure is None:
            break
        assert isinstance(failure, Cancelled if case.budget else (Cancelled, SaveFailed))
        attempt.finish(failure)
    assert after > BLOCK


def test_a_stop_without_old_bytes_says_how_much_was_written(tmp_path, monkeypatch):
    small_chunks(monkeypatch)
    attempt = Attempt(tmp_path / "file", CASES["in place, nothing kept"])
    failure = attempt.save(Trouble(nothing_fails), StoppingTicket(2 * BLOCK))
    assert isinstance(failure, SaveFailed)
    assert failure.state is FileState.MIXED
    assert "stopped after" in str(failure)
    assert "save again to complete it" in str(failure)
    assert failure.written
    attempt.finish(failure)


@pytest.mark.parametrize("journaled", [False, True])
@pytest.mark.parametrize("size", [BLOCK + 100, 7 * BLOCK])
def test_what_another_program_does_to_the_size_meanwhile_stays(tmp_path, monkeypatch, journaled, size):
    small_chunks(monkeypatch)
    attempt = Attempt(tmp_path / "file", Case(edit_same_length, journaled=journaled))

    def decide(index, call):
        target = attempt.document.base.opened.inode
        to_it = [fd for fd, _, _ in trouble.writes if os.fstat(fd).st_ino == target]
        if call != "pwrite" or len(to_it) < 3 or attempt.path.stat().st_size == size:
            return None
        os.truncate(attempt.path, size)
        return errno.EIO

    trouble = Trouble(decide)
    assert isinstance(attempt.save(trouble), SaveFailed)
    assert attempt.path.read_bytes() == attempt.old.ljust(size, b"\0")[:size]
    attempt.document.base.close()


def test_data_is_written_again_after_a_sync_that_failed(tmp_path, monkeypatch):
    small_chunks(monkeypatch)
    attempt = Attempt(tmp_path / "file", CASES["in place"])
    first = [True]

    def decide(index, call):
        if call == "fdatasync" and first.pop() if first else False:
            return errno.EIO
        return None

    trouble = Trouble(decide)
    assert attempt.save(trouble) is None
    attempt.check(None)
    assert trouble.made.count("fdatasync") == 2
    to_file = [write for write in trouble.writes if write[0] == trouble.writes[-1][0]]
    half = len(to_file) // 2
    assert half >= 4
    assert to_file[:half] == to_file[half:]


def test_what_the_disk_does_not_hold_is_found_by_reading_back(tmp_path, monkeypatch):
    small_chunks(monkeypatch)
    attempt = Attempt(tmp_path / "file", CASES["in place"])
    trouble = Trouble(nothing_fails)
    real = trouble.calls.pwrite
    lies = []

    def lying(fd, data, offset):
        if offset == 2 * BLOCK and not lies:
            lies.append(offset)
            return len(data)
        return real(fd, data, offset)

    trouble.calls = dataclasses.replace(trouble.calls, pwrite=lying)
    failure = attempt.save(trouble)
    assert lies
    assert isinstance(failure, SaveFailed)
    assert "does not hold" in str(failure)
    attempt.check(failure)
    attempt.finish(failure)


@pytest.mark.parametrize("exists", [False, True])
def test_save_as_is_complete_or_leaves_nothing(tmp_path, monkeypatch, exists):
    small_chunks(monkeypatch)

    def attempt(folder, trouble):
        one = Attempt(folder, CASES["in place"])
        target = folder / "target"
        if exists:
            target.write_bytes(b"other")
        failure = None
        try:
            outcome = save_as(
                one.document.snapshot(),
                bytes(target),
                Ticket(),
                original=one.document.base,
                overwrite=exists,
                calls=trouble.calls,
            )
            outcome.new_base.close()
        except BytescopeError as error:
            failure = error
        if failure is None:
            assert target.read_bytes() == one.new
        elif exists:
            assert target.read_bytes() == b"other"
        else:
            assert not target.exists()
        assert one.path.read_bytes() == one.old
        left = set(os.listdir(folder)) - {"file", "target"}
        assert not left or "unlink" in trouble.made
        one.document.base.close()
        return failure

    quiet = Trouble(nothing_fails)
    assert attempt(tmp_path / "quiet", quiet) is None
    failures = [
        attempt(tmp_path / f"{number} {call}", Trouble(fails_at(number)))
        for number, call in enumerate(quiet.made)
    ]
    harmless = ("close", "fadvise")
    assert sum(failure is not None for failure in failures) > sum(c not in harmless for c in quiet.made) // 2

"""Random scripts on a real file: saved in each way there is, reopened, changed by others meanwhile."""

from __future__ import annotations

import os
from pathlib import Path

from bytescope.core.change import Change
from bytescope.core.document.document import Document
from bytescope.core.errors import OutsideChangeError
from bytescope.core.source.access import Access
from bytescope.core.source.opening import open_file
from bytescope.core.storage.private import StateFolder
from bytescope.core.storage.save import save_as
from bytescope.core.ticket import Ticket
from helpers.saving import opened, save_document
from helpers.scripts import Model, Player

PLENTY = 1 << 20


class FileBytes:
    """The file as anybody sees it."""

    def __init__(self, path: Path) -> None:
        self.path = path

    @property
    def data(self) -> bytes:
        return self.path.read_bytes()

    @property
    def size(self) -> int:
        return self.path.stat().st_size


class ReopeningPlayer(Player):
    """Scripts in memory in which the document is also closed, with what is not saved, and opened again.

    The bytes are compared after each step; the marks, and what a change tells, now and then: they cost most
    of the time.
    """

    def __init__(self, seed: int, *, largest: int = 200, steps: int = 24) -> None:
        super().__init__(seed, largest=largest, steps=steps)
        self.moves.append(self.reopen)

    def play(self) -> None:
        for _ in range(self.steps):
            closely = self.random.random() < 0.25
            before, marks = (bytes(self.model.data), self.model.marks()) if closely else (b"", [])
            move = self.random.choice(self.moves)
            change = move()
            if closely:
                self.check(move.__name__)
                if change is not None:
                    self.check_reach(change, before, marks)
            else:
                self.compare(move.__name__)
        if self.random.random() < 0.5:
            self.walk()

    def walk(self) -> None:
        while self.document.undo_name:
            self.undo()
            self.compare("the walk back")
        while self.document.redo_name:
            self.redo()
            self.compare("the walk forth")
        self.check("both walks")

    def compare(self, what: str) -> None:
        document = self.document
        assert document.size == len(self.model.data), what
        assert document.snapshot().read(0, document.size).data == self.model.data, what

    def reopen(self) -> None:
        self.document = Document(self.file)
        self.model = Model.of(bytes(self.file.data))


class FilePlayer(ReopeningPlayer):
    """The same on a file in ``folder``; ``saves`` counts them by kind."""

    def __init__(self, seed: int, folder: Path, *, largest: int = 200, steps: int = 24) -> None:
        super().__init__(seed, largest=largest, steps=steps)
        self.saves = {
            "in place": 0,
            "without undo": 0,
            "by a new file": 0,
            "as another file": 0,
            "refused": 0,
        }
        path = folder / "file"
        path.write_bytes(self.file.data)
        self.linked = self.random.random() < 0.5
        self.journaled = self.random.random() < 0.5
        if self.linked:  # then it stays in place whatever happens
            (folder / "second name").hardlink_to(path)
        self.folder = folder
        self.file = FileBytes(path)
        self.document = opened(path)
        self.moves = [
            self.write, self.write, self.fill, self.insert, self.insert_fill, self.delete, self.copy,
            self.move, self.overwrite, self.resize, self.revert, self.undo, self.undo, self.redo,
            self.replace_each, self.transform, self.save, self.save, self.save_without_undo,
            self.save_elsewhere, self.save_over, self.reopen,
            self.written_by_another, self.replaced_by_another,
        ]  # fmt: skip

    def play(self) -> None:
        try:
            super().play()
        finally:
            self.document.base.close()

    def save(self) -> Change:
        return self._save(PLENTY, "in place")

    def save_without_undo(self) -> Change:
        return self._save(0, "without undo")

    def _save(self, budget: int, kind: str) -> Change:
        inode, marked = self.file.path.stat().st_ino, self.model.edited()
        state = StateFolder(self.folder / "state") if self.journaled else None
        outcome, change = save_document_changed(self.document, budget, state)
        self.saves[kind if outcome.in_place else "by a new file"] += 1
        assert outcome.in_place or not self.linked
        assert (self.file.path.stat().st_ino == inode) == outcome.in_place
        assert not set(marked) - set(outcome.written) or outcome.in_place
        assert self.file.data == self.model.data
        self.model.save(outcome.in_place, list(outcome.written))
        if not outcome.in_place or (budget and outcome.kept is not None):
            assert len(self.document.steps) == self.model.index
        self.model.forget(len(self.document.steps), len(self.document.undone))
        return change

    def _copy_to(self, target: Path, *, overwrite: bool) -> None:
        before = self.file.data
        outcome = save_as(
            self.document.snapshot(),
            bytes(target),
            Ticket(),
            original=self.document.base,
            overwrite=overwrite,
        )
        outcome.new_base.close()
        self.saves["as another file"] += 1
        assert target.read_bytes() == self.model.data
        assert self.file.data == before

    def save_elsewhere(self) -> None:
        target = self.folder / "another"
        self._copy_to(target, overwrite=False)
        target.unlink()

    def save_over(self) -> None:
        """Over another file; and never over itself, by whichever name."""
        target = self.folder / "another"
        target.write_bytes(b"something longer than most of these files " * 3)
        self._copy_to(target, overwrite=True)
        target.unlink()

    def reopen(self) -> None:
        self.document.base.close()
        self.document = Document(open_file(bytes(self.file.path), Access.EDIT))
        self.model = Model.of(self.file.data)

    def _refused(self) -> None:
        found = self.file.data
        try:
            save_document(self.document)
        except OutsideChangeError:
            self.saves["refused"] += 1
        else:
            raise AssertionError("saved over what another has written")
        assert self.file.data == found

    def written_by_another(self) -> None:
        """Saving is refused; saving all the same puts the edits, and nothing else, over what is there."""
        path = self.file.path
        data = bytearray(self.file.data)
        if not data:
            return
        at = self.random.randrange(len(data))
        data[at] ^= 0x55
        with path.open("r+b") as file:
            file.seek(at)
            file.write(data[at : at + 1])
        later(path)
        self._refused()
        if self.document.size == len(data):
            origins = zip(self.model.origins, self.model.data)
            expected = bytes(value if origin is None else data[origin] for origin, value in origins)
            save_document(self.document, force=True)
            assert self.file.data == expected
        self.reopen()

    def replaced_by_another(self) -> None:
        """What was opened is kept until all of it is elsewhere."""
        fresh = self.folder / "fresh"
        fresh.write_bytes(self.random.randbytes(20))
        os.rename(fresh, self.file.path)
        self.linked = False
        self._refused()
        self.save_elsewhere()
        self.reopen()

    def cleared(self) -> None:
        for entry in self.folder.iterdir():
            if not entry.is_dir():
                entry.unlink()
            else:
                assert not [name for kind in entry.iterdir() for name in kind.iterdir()], "a journal is left"


def save_document_changed(document: Document, budget: int, state: StateFolder | None):
    """A save as a session does it, and the change that the views are told."""
    told: list[Change] = []
    plain = document.rebase

    def rebase(*args, **keywords):
        told.append(plain(*args, **keywords))

    document.rebase = rebase
    try:
        outcome = save_document(document, undo_budget=budget, state=state)
    finally:
        del document.rebase
    return outcome, told[0]


def later(path: Path) -> None:
    """Another program's writes happen at another moment; a coarse clock may not tell them apart."""
    found = path.stat()
    os.utime(path, ns=(found.st_atime_ns, found.st_mtime_ns + 10**9))

"""Saves of every kind, each on a file of its own, to be killed and recovered from."""

from __future__ import annotations

import os
import random
from contextlib import suppress
from dataclasses import dataclass

from bytescope.core.document.document import Document
from bytescope.core.document.patterns import Counter, OffsetStamp, Phase, Repeat, SeededRandom
from bytescope.core.ranges import ByteRange
from bytescope.core.source.access import Access
from bytescope.core.source.opening import open_file
from bytescope.core.storage.plan import UNDO_BUDGET
from bytescope.core.storage.private import StateFolder
from helpers.saving import (
    UNSYNCED,
    Killed,
    Trouble,
    nothing_fails,
    save_document,
    sparse_file,
)

BLOCK = 4096
SIZE = 6 * BLOCK
NOISE = random.Random(7).randbytes(SIZE)
RUNS = {0: NOISE[: 2 * BLOCK], 5 * BLOCK: NOISE[5 * BLOCK :]}


def edit_few(document: Document) -> None:
    document.write(10, b"typed")
    document.fill(ByteRange(BLOCK, 4 * BLOCK), Repeat(b"xyz"))
    document.fill(ByteRange(100, 200), Repeat(b"\0"))
    document.write(5 * BLOCK + 9, b"more")


def edit_patterns(document: Document) -> None:
    document.fill(ByteRange(1, BLOCK), Counter(-3, 7, 3, "big", signed=True))
    document.fill(ByteRange(BLOCK, 2 * BLOCK), OffsetStamp(8, "little"), Phase.ABSOLUTE)
    document.fill(ByteRange(3 * BLOCK, 5 * BLOCK + 77), SeededRandom(9))


def edit_moving(document: Document) -> None:
    document.move_block(ByteRange(0, BLOCK + 7), 3 * BLOCK)
    document.fill(ByteRange(5 * BLOCK, 6 * BLOCK), Repeat(b"z"))


def edit_longer(document: Document) -> None:
    document.resize(8 * BLOCK + 100)
    document.write(7 * BLOCK, b"new end")
    document.write(6 * BLOCK - 50, b"across the old end" * 10)
    document.write(0, b"new start")


def edit_shorter(document: Document) -> None:
    document.resize(2 * BLOCK - 1000)
    document.write(0, b"new start")


def edit_inserting(document: Document) -> None:
    document.insert(100, b"inserted " * 1000)
    document.delete(ByteRange(4 * BLOCK, 5 * BLOCK))


def edit_much(document: Document) -> None:
    document.write(77, random.Random(8).randbytes(9000))


@dataclass(frozen=True)
class Case:
    edit: object
    budget: int = UNDO_BUDGET
    linked: bool = False
    window: bool = False
    inline: int = 1 << 20
    clones: bool = False


CASES = {
    "a few edits": Case(edit_few),
    "a few edits, checksums of the new": Case(edit_few, inline=0),
    "a few edits, nothing kept": Case(edit_few, budget=0),
    "a few edits, cloned": Case(edit_few, budget=0, clones=True),
    "patterns": Case(edit_patterns),
    "patterns, nothing kept": Case(edit_patterns, budget=0),
    "moves": Case(edit_moving),
    "moves, nothing kept": Case(edit_moving, budget=0, linked=True),
    "moves, cloned": Case(edit_moving, budget=0, clones=True),
    "longer": Case(edit_longer),
    "longer, checksums of the new": Case(edit_longer, inline=0),
    "longer, nothing kept": Case(edit_longer, budget=0),
    "longer, cloned": Case(edit_longer, budget=0, clones=True),
    "shorter": Case(edit_shorter),
    "shorter, nothing kept": Case(edit_shorter, budget=0),
    "shorter, cloned": Case(edit_shorter, budget=0, clones=True),
    "rewritten in place": Case(edit_inserting, linked=True),
    "rewritten in place, nothing kept": Case(edit_inserting, budget=0, linked=True),
    "a window": Case(edit_few, window=True),
    "a window, checksums of the new": Case(edit_few, window=True, inline=0),
    "a window, checksums of much": Case(edit_much, window=True, inline=0),
    "a window, nothing kept": Case(edit_moving, budget=0, window=True),
}


CHANGING = {"open", "mkdir", "pwrite", "ftruncate", "punch", "clone", "unlink", "flock"}
"""Ending before any other call is the same as ending before the next of these."""


def copied_for_a_clone(fd: int, source: int) -> None:
    """What FICLONE does, on a file system that cannot."""
    os.ftruncate(fd, os.fstat(source).st_size)
    os.pwrite(fd, os.pread(source, os.fstat(source).st_size, 0), 0)


class Scene:
    """A file with edits, to be saved in a process that may end at any call."""

    def __init__(self, folder, case: Case) -> None:
        folder.mkdir()
        self.case = case
        self.path = sparse_file(folder / "file", RUNS, SIZE)
        if case.linked:
            (folder / "other name").hardlink_to(self.path)
        if case.window:  # of odd length at an odd place
            with self.path.open("r+b") as file:
                file.seek(SIZE)
                file.write(bytes(333) + b"around")
                file.truncate(SIZE + 1000)
        window = {"offset": 333, "length": SIZE} if case.window else {}
        self.document = Document(open_file(bytes(self.path), Access.EDIT, **window))
        case.edit(self.document)
        self.old = self.path.read_bytes()
        self.new = self.document.snapshot().read(0, self.document.size).data
        if case.window:
            self.new = self.old[:333] + self.new + self.old[333 + SIZE :]
        self.state = StateFolder(folder / "state", Trouble(nothing_fails, UNSYNCED).calls)

    def run(self, decide) -> list[str]:
        """Save; the calls that were made. What the process held is let go, whether it ended or not."""
        trouble = Trouble(decide, UNSYNCED | ({"clone": copied_for_a_clone} if self.case.clones else {}))
        with suppress(Killed):
            state = StateFolder(self.state.root, trouble.calls)
            save_document(self.document, undo_budget=self.case.budget, calls=trouble.calls, state=state)
        self.document.base.close()
        self.document = None
        return trouble.made

    def found(self) -> bytes:
        return self.path.read_bytes()

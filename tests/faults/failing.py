"""Lets one call of a save fail, each in turn and in each way, and looks at what is told and what is left."""

from __future__ import annotations

import errno
import gc
import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from bytescope.core.storage.calls import CALLS, Calls
from bytescope.core.storage.failure import FileState, SaveFailed
from bytescope.core.storage.private import StateFolder
from faults.recovering import Place, StateRecovery
from faults.row import told
from faults.scenes import SCENES, Scene, Take
from helpers.saving import Trouble, nothing_fails

FOLDERS = {"open", "mkdir", "rename", "link", "unlink", "fsync", "flock", "close", "spool"}
MUTATING = FOLDERS | {"pwrite", "ftruncate", "fdatasync", "punch", "clone", "fchown", "fchmod", "setxattr"}
ERRORS = ("ENOSPC", "EIO", "EDQUOT", "EFBIG", "EMFILE", "EROFS", "EINTR")
FOR_GOOD = ("ENOSPC", "EIO", "EROFS")
"""These stay, from a call on, for all calls that change something."""

Way = tuple[str, bool]
"""The error's name (or "short" for half a write), and whether it stays."""


@dataclass(frozen=True)
class Point:
    """One call of one scene, and how it fails."""

    scene: Scene
    number: int
    call: str
    way: Way

    def __str__(self) -> str:
        stays = " and stays" if self.way[1] else ""
        return f"{self.scene.name}: call {self.number} ({self.call}) fails with {self.way[0]}{stays}"

    @property
    def stays(self) -> bool:
        return self.way[1]

    def decide(self, index: int, name: str) -> int | str | None:
        error, stays = self.way
        if index != self.number and not (stays and index > self.number and name in MUTATING - {"close"}):
            return None
        return "short" if error == "short" else getattr(errno, error)


def ways(call: str) -> Iterator[Way]:
    """How that call may fail. What only reads fails as a bad disk does."""
    if call not in MUTATING:
        yield "EIO", False
        return
    if call == "pwrite":
        yield "short", False
    for error in ERRORS:
        yield error, False
    if call != "close":
        for error in FOR_GOOD:
            yield error, True


def points(folder: Path) -> list[Point]:
    """All of them: each scene is played once without trouble, to count its calls."""
    found = []
    for scene in SCENES:
        trouble = Trouble(nothing_fails)
        with _fresh(folder, scene) as trial:
            assert trial.save(trouble.calls) is None, scene.name
        for number, call in enumerate(trouble.made):
            found += [Point(scene, number, call, way) for way in ways(call)]
    return found


def tried(point: Point, folder: Path) -> str | None:
    """What was wrong when that call failed; None if nothing was."""
    try:
        with _fresh(folder, point.scene) as trial:
            mixed = trial.fail(point)
        trial.check_remains()
        if mixed:
            with _fresh(folder, point.scene) as trial:
                trial.begin_to_fail(point)
            gc.collect()
            trial.recover(point)
    except Exception as error:
        return f"{point}: {told(error)}"
    return None


def _fresh(folder: Path, scene: Scene) -> _Trial:
    for entry in list(folder.iterdir()):
        shutil.rmtree(entry)
    return _Trial(scene, folder)


class _Trial:
    """A scene on a fresh file; afterwards nothing may be left open."""

    def __init__(self, scene: Scene, folder: Path) -> None:
        self._open_files = _open_files()
        self._files = folder / "files"
        self._files.mkdir()
        self._state = StateFolder(folder / "state")
        self._take = Take(scene, self._files, self._state)
        self._names = set(os.listdir(self._files)) | {self._take.path.name}
        self.old, self.new, self.shown = self._take.old, self._take.new, self._take.shown
        self._path = self._take.path
        self._place = Place(folder / "state", self._path)

    def __enter__(self) -> _Trial:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        self._take.close()
        del self._take
        if kind is None:
            if _open_files() > self._open_files:
                gc.collect()
            assert _open_files() <= self._open_files, "files were left open"

    def save(self, calls: Calls) -> Exception | None:
        return self._take.save(calls)

    def fail(self, point: Point) -> bool:
        """Whether the file was left partly old, partly new; then it can be saved all the same."""
        take = self._take
        error = self._failed(point)
        if error is None:
            self._check_saved("saved in spite of it", self._names)
            return False
        sentence_of(error, take.path.name)
        assert take.shown == self.shown, f"the edits are not as they were after “{error}”"
        assert take.document.modified or take.scene.target, f"not told as unsaved after “{error}”"
        mixed = isinstance(error, SaveFailed) and error.state is FileState.MIXED
        names = self._names | {name for name in os.listdir(self._files) if name in str(error)}
        if not mixed:
            assert self._found() == self.old, f"the file is not as it was, but “{error}”"
            assert set(os.listdir(self._files)) <= names, f"a file was left behind after “{error}”"
        again = self.save(CALLS)
        assert again is None, f"after “{error}” saving again: “{again}”"
        self._check_saved(f"saved again after “{error}”", names)
        return mixed

    def begin_to_fail(self, point: Point) -> None:
        """The same, and then the program ends."""
        self._failed(point)

    def recover(self, point: Point) -> None:
        """There are ways out of it, and the edits are still there."""
        recovery = StateRecovery()
        offers = sorted(recovery.offers(self._place, CALLS))
        assert offers, "nothing is offered for a file that is partly old, partly new"
        offer = offers[point.number % len(offers)]
        recovery.take(self._place, offer, CALLS)
        wanted = self.new if offer[1] == "complete" else self.old
        assert self._found() == wanted, f"{offer[1]} gives something else"
        assert not recovery.offers(self._place, CALLS), f"something is pending after {offer[1]}"
        edits = [] if wanted == self.new else [self.new]
        assert recovery.unsaved(self._place, CALLS) == edits, (
            f"after {offer[1]} the log offers something else"
        )

    def check_remains(self) -> None:
        """What could not be cleaned up does no harm: it can only be told that the save is complete."""
        recovery = StateRecovery()
        if self._journals():
            gc.collect()  # the error held it
        for offer in recovery.offers(self._place, CALLS):
            assert offer[1] == "complete", f"{offer[1]} is offered after all was saved"
            recovery.take(self._place, offer, CALLS)
        assert self._found() == self.new, "what was left behind took the save back"
        assert not self._journals(), "a journal stays for ever"
        assert not recovery.unsaved(self._place, CALLS), "the edit log offers what is saved"

    def _failed(self, point: Point) -> Exception | None:
        over = False  # what was kept is read by the same calls later
        trouble = Trouble(lambda index, name: None if over else point.decide(index, name))
        error = self.save(trouble.calls)
        over = True
        return error

    def _check_saved(self, when: str, names: set[str]) -> None:
        assert self._found() == self.new, f"{when}, the file is not what the document was"
        assert set(os.listdir(self._files)) == names, f"{when}, a file was left behind"

    def _journals(self) -> list[str]:
        return self._state.names("journals")

    def _found(self) -> bytes | None:
        path = self._path
        return path.read_bytes() if path.exists() else None


def sentence_of(error: Exception, name: str) -> str:
    """The words for people; AssertionError where they are none."""
    words = str(error)
    shape: list[tuple[Callable[[str], bool], str]] = [
        (lambda w: w.endswith("."), "no full stop"),
        (lambda w: "\n" not in w, "more than a line"),
        (lambda w: "Errno" not in w and "Error" not in w, "an error's name"),
        (lambda w: 20 < len(w) < 600, "too short or too long"),
        (lambda w: name in w or "folder for journals" in w, "no file's name"),
    ]
    for good, what in shape:
        assert good(words), f"{what} in “{words}”"
    return words


def _open_files() -> int:
    return len(os.listdir("/proc/self/fd"))

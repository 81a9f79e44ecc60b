"""Recordings of saves: every scene, saved once, saved again after an undo, failing on the way, stopped."""

from __future__ import annotations

import errno
import gc
from collections.abc import Callable
from pathlib import Path

from bytescope.core.storage.calls import CALLS, Calls
from bytescope.core.storage.failure import FileState, SaveFailed
from bytescope.core.storage.private import StateFolder
from bytescope.core.ticket import Ticket
from faults.scenes import Scene, Take
from faults.stage import Stage
from faults.trials import Expected, Film
from helpers.saving import Trouble, fails_at, nothing_fails

WRITING = ("pwrite", "ftruncate", "fdatasync", "fsync", "rename", "link", "unlink", "open")


class Director:
    """Records films, each on a stage of its own in ``folder``."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._count = 0

    def plain(self, scene: Scene) -> Film:
        """One save."""
        return self._film(scene.name, scene, CALLS, lambda shot: shot.save())

    def undone(self, scene: Scene) -> Film:
        """A save, all edits undone, a save, done again, a save."""

        def play(shot: _Shot) -> None:
            shot.save()
            shot.undo_all()
            shot.save()
            shot.redo_all()
            shot.save()

        return self._film(f"{scene.name}, undone and done again", scene, CALLS, play)

    def calls_of(self, scene: Scene) -> list[tuple[int, str]]:
        """The calls of a save that change something: their numbers and names."""
        trouble = Trouble(nothing_fails)
        self._film(scene.name, scene, trouble.calls, lambda shot: shot.save())
        return [(number, name) for number, name in enumerate(trouble.made) if name in WRITING]

    def failing(self, scene: Scene, number: int, name: str, forever: bool) -> Film:
        """A call fails once, or for good; then the disk is well again, and the save is made again."""
        over = False
        fails = fails_at(number, errno.EIO, forever=forever)
        trouble = Trouble(lambda index, call: None if over else fails(index, call))

        def play(shot: _Shot) -> None:
            nonlocal over
            shot.save()
            over = True
            shot.save()

        stays = " for good" if forever else ""
        what = f"{scene.name}, call {number} ({name}) fails{stays}, saved again"
        return self._film(what, scene, trouble.calls, play)

    def stopped(self, scene: Scene) -> Film:
        """The person stops the save in the middle of the writes, and saves later."""

        class Stopping(Ticket):
            def advance(self, amount: int) -> None:
                self.cancelled = self.done > self.total // 3
                super().advance(amount)

        def play(shot: _Shot) -> None:
            shot.save(Stopping())
            shot.save()

        return self._film(f"{scene.name}, stopped, saved again", scene, CALLS, play)

    def _film(self, name: str, scene: Scene, calls: Calls, play: Callable[[_Shot], None]) -> Film:
        self._count += 1
        stage = Stage(self._folder / str(self._count))
        recorder = stage.recorder(calls)
        folder = stage.root / "files"
        folder.mkdir()
        take = Take(scene, folder, StateFolder(stage.root / "state"))
        names, files = stage.taken()
        film = Film(name, stage, names, files, take.path, recorder.events)
        try:
            play(_Shot(take, film, recorder.calls))
        finally:
            take.close()
        del take
        gc.collect()  # what was kept holds the locks of journals
        stage.learn(recorder)
        return film


class _Shot:
    """A take, filmed."""

    def __init__(self, take: Take, film: Film, calls: Calls) -> None:
        self._take = take
        self._film = film
        self._calls = calls
        self._before: tuple[bytes | None, ...] = ()
        film.expect(Expected(take.old, take.new, "not saved", edits=take.log is not None))

    def save(self, ticket: Ticket | None = None) -> None:
        take, film = self._take, self._film
        old = self._before[0] if self._before else take.old
        logged = take.log is not None
        new = take.new
        film.expect(Expected(old, new, None, logged))
        error = take.save(self._calls, ticket)
        self._before = ()
        if error is None and take.sure:
            film.expect(Expected(old, new, "saved" if take.complete else "saved, may ask", logged))
        elif error is None:
            self._before = (old,)  # what a power failure may bring back
            film.expect(Expected(old, new, "saved, not for sure", logged))
        elif isinstance(error, SaveFailed) and error.state is FileState.MIXED:
            self._before = (old,)
            film.expect(Expected(old, new, "in part", logged))
        else:
            film.expect(Expected(old, new, "not saved", logged))

    def undo_all(self) -> None:
        self._walk("undo")

    def redo_all(self) -> None:
        self._walk("redo")

    def _walk(self, way: str) -> None:
        take, film = self._take, self._film
        document = take.document
        change = None
        while getattr(document, f"{way}_name"):
            change = getattr(document, way)()
        if change is not None and take.log is not None:
            film.expect(Expected(take.old, take.new, "not saved", None))
            take.did(change)
            film.expect(Expected(take.old, take.new, "not saved", edits=take.document.modified))

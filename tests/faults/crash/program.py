"""The program's own core as the crash tests drive it: an editor that dies, and a look at what it left."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path

from bytescope.core.change import Change
from bytescope.core.document.document import Document
from bytescope.core.document.patterns import Repeat
from bytescope.core.errors import BytescopeError, RefusedError
from bytescope.core.ranges import ByteRange
from bytescope.core.source.identity import Identity
from bytescope.core.source.opening import open_file
from bytescope.core.storage.calls import CALLS, Calls
from bytescope.core.storage.editlog import reading as editlog
from bytescope.core.storage.editlog.entries import Follower
from bytescope.core.storage.editlog.layout import Saving, Stamp
from bytescope.core.storage.editlog.matching import place_of
from bytescope.core.storage.editlog.writing import LogWriter
from bytescope.core.storage.journal import recovery
from bytescope.core.storage.plan import plan_save
from bytescope.core.storage.private import StateFolder
from bytescope.core.storage.save import save
from bytescope.core.ticket import Ticket
from faults.crash.judging import Found
from faults.crash.scenarios import BLOCK, Scenario, Step


def small_chunks() -> None:
    """Let saves work in chunks of one block, for the rest of this process."""
    for name, module in list(sys.modules.items()):
        if name.startswith("bytescope.core.storage"):
            for size in ("CHUNK", "LEAST_HOLE"):
                if hasattr(module, size):
                    setattr(module, size, BLOCK)


def prepare(scenario: Scenario, folder: Path) -> Path:
    """The scenario's file, as it is before the first step."""
    path = folder / "file"
    with path.open("xb") as file:
        for offset, data in scenario.runs.items():
            file.seek(offset)
            file.write(data)
        file.truncate(scenario.size)
    if scenario.linked:
        (folder / "second name").hardlink_to(path)
    return path


def state_folder(place: Path) -> Path:
    """The person's state folder, beside the files: it crashes together with them."""
    return place / "state"


class Editor:
    """One document with its edit log, from opening the file on."""

    def __init__(
        self,
        scenario: Scenario,
        path: Path,
        state: Path,
        calls: Calls = CALLS,
        *,
        journaled: bool = True,
        logged: bool = True,
    ) -> None:
        self._scenario = scenario
        self._calls = calls
        self._state = StateFolder(state, calls)
        self._journaled = self._state if journaled else None
        self._logged = logged
        offset, length = scenario.window or (0, None)
        self._document = Document(open_file(bytes(path), offset=offset, length=length))
        self._writer = LogWriter(self._state, place_of(self._document.base), calls)
        self._follower = Follower()
        self._follower.restart(self._document)

    def play(self, say: Callable[[], object]) -> None:
        """All steps; ``say`` is called as one is done: an edit is in the log then, a save is on the disk."""
        for step in self._scenario.steps:
            if step[0] == "save":
                self._save()
            else:
                self._log(_edited(self._document, step))
            say()

    def _log(self, change: Change) -> None:
        entry = self._follower.entry(change, self._document)
        if entry is not None and self._logged:
            now = Follower().whole(self._document, "Edits")
            self._writer.write([entry], place_of(self._document.base), now)

    def _save(self) -> None:
        budget, state = self._scenario.undo_budget, self._journaled
        plan = plan_save(self._document, undo_budget=budget, state=state, calls=self._calls)
        outcome = save(
            self._document.snapshot(),
            self._document.base,
            plan,
            Ticket(),
            calls=self._calls,
            state=state,
            log=_Told(self._writer) if self._logged else None,
        )
        self._document.rebase(outcome.new_base, outcome.written, outcome.kept, outcome.in_place)
        self._follower.restart(self._document)


class _Told:
    """The log as a save knows it."""

    def __init__(self, writer: LogWriter) -> None:
        self._writer = writer

    @property
    def name(self) -> str | None:
        return self._writer.name

    def saving(self, journal: str | None, new_file: Identity | None) -> None:
        self._writer.saving(Saving(journal, None if new_file is None else Stamp.of(new_file)))

    def saved(self, identity: Identity) -> None:
        self._writer.saved(Stamp.of(identity))

    def not_saved(self, identity: Identity) -> None:
        self._writer.not_saved(Stamp.of(identity))


def _edited(document: Document, step: Step) -> Change:
    kind, *rest = step
    if kind in ("write", "insert", "resize", "undo", "redo"):
        change: Change = getattr(document, kind)(*rest)
        return change
    if kind == "fill":
        return document.fill(ByteRange(rest[0], rest[1]), Repeat(rest[2]))
    if kind == "delete":
        return document.delete(ByteRange(*rest))
    if kind == "copy over":
        return document.overwrite_block(ByteRange(rest[0], rest[1]), rest[2])
    if kind == "move":
        return document.move_block(ByteRange(rest[0], rest[1]), rest[2])
    raise ValueError(kind)


MakeEditor = Callable[[Scenario, Path, Path], Editor]

without_journal = partial(Editor, journaled=False)


def recovered(files: Mapping[Path, Scenario], state: Path, *, complete: bool) -> dict[Path, Found]:
    """What a new start finds, after one recovery: interrupted saves are completed or rolled back."""
    folder = StateFolder(state)
    raw = {path: path.read_bytes() for path in files}
    out = {path: Found(content, content, content, before=[]) for path, content in raw.items()}
    for path, item, line in _pending(folder):
        out[path].before.append(line)
        if isinstance(item, recovery.Interrupted):
            out[path].saves += 1
            with _told(out[path]):
                _settle(folder, item, complete=complete)
    for path, scenario in files.items():
        found = out[path]
        found.file = path.read_bytes()
        start, length = scenario.window or (0, len(found.file))
        found.document = found.file[start : start + length]
    for log in editlog.unsaved(folder):
        found = out[_path(log)]
        with _told(found):
            found.document = _replayed(folder, log, found)
            editlog.discard(folder, log.name)
    for path, _, line in _pending(folder):
        out[path].left.append(line)
    return out


@contextlib.contextmanager
def _told(found: Found) -> Iterator[None]:
    """A recovery that fails is one of the troubles."""
    try:
        yield
    except BytescopeError as error:
        found.troubles.append(f"recovery failed after {found.before}: {error}")


def _pending(folder: StateFolder) -> Iterator[tuple[Path, recovery.Interrupted | editlog.Unsaved, str]]:
    """What waits for the person: of which file, the thing itself, and in words."""
    for save_ in recovery.interrupted(folder):
        yield _path(save_), save_, f"{save_.kind} journal: {save_.sentence}"
    for log in editlog.unsaved(folder):
        yield _path(log), log, f"{log.edits} edits, the file: {log.match.value}"


def _path(item: recovery.Interrupted | editlog.Unsaved) -> Path:
    return Path(os.fsdecode(item.path or b"?"))


def settle_saves(state: Path, *, complete: bool) -> None:
    """The first half of a recovery: interrupted saves are completed or rolled back."""
    folder = StateFolder(state)
    for item in recovery.interrupted(folder):
        _settle(folder, item, complete=complete)


def _settle(folder: StateFolder, item: recovery.Interrupted, *, complete: bool) -> None:
    if item.can_complete and (complete or not item.can_roll_back):
        recovery.complete(folder, item.name, Ticket())
    elif item.can_roll_back:
        recovery.roll_back(folder, item.name, Ticket())
    else:
        raise RefusedError(f"nothing can be done about a save: {item.sentence}")


def _replayed(folder: StateFolder, log: editlog.Unsaved, found: Found) -> bytes:
    document = editlog.open_base(log)
    if log.match is not editlog.Match.SAME:
        found.troubles.append(f"the edits call the file {log.match.value}")
    done = editlog.replay(folder, log.name, document, Ticket(), anyway=True)
    if done.complaint:
        found.troubles.append(done.complaint)
    content = document.snapshot().read(0, document.size).data
    document.base.close()
    return content

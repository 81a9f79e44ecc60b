"""What earlier runs have left behind, by document: saves that were cut off, and unsaved edits."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bytescope.core.document.document import Document
from bytescope.core.errors import RefusedError
from bytescope.core.source.file import FileSource
from bytescope.core.source.shown import printable_name
from bytescope.core.storage.editlog import marking
from bytescope.core.storage.editlog import reading as edits
from bytescope.core.storage.editlog.reading import Match, Unsaved
from bytescope.core.storage.editlog.replaying import Replayed
from bytescope.core.storage.journal import recovery as saves
from bytescope.core.storage.journal.comparing import Verdict
from bytescope.core.storage.journal.recovery import Interrupted
from bytescope.core.text.formats import plural

if TYPE_CHECKING:
    from bytescope.core.source.identity import Identity
    from bytescope.core.storage.private import StateFolder
    from bytescope.core.ticket import Ticket

_ID_LENGTH = 8

_EDITED_FILE = {
    Match.SAME: "The file is as it was when they were made.",
    Match.CHANGED: "The file was changed since they were made.",
    Match.REPLACED: "Another file stands in its place now.",
    Match.MISSING: "The file is no longer where it was.",
    Match.NO_FILE: "They were made on new memory without a file.",
}
_WORD = {
    Verdict.OLD: "same",
    Verdict.NEW: "saved",
    Verdict.MIXED: "mixed",
    Verdict.FOREIGN: "changed",
    Verdict.MISSING: "missing",
}


@dataclass(frozen=True, slots=True)
class Leftover:
    """What is left of one document: a save that was cut off, unsaved edits, or both: edits on their way."""

    save: Interrupted | None
    edits: Unsaved | None

    @property
    def id(self) -> str:
        """A short name to tell this from others by; it cannot be guessed."""
        return self._any.name[:_ID_LENGTH]

    @property
    def path(self) -> bytes | None:
        """Where the file was; None for memory."""
        return self._any.path

    @property
    def shown(self) -> str:
        """The path, or what stands for it; to be shown as plain text."""
        return printable_name(self.path) if self.path is not None else "Untitled (memory)"

    @property
    def when(self) -> float:
        """Seconds since 1970 of the last that is known of it."""
        return (
            self.save.began if self.save is not None else self.edits.last if self.edits is not None else 0.0
        )

    @property
    def bytes(self) -> int:
        """Bytes that the save was to change, else that the edits have of their own."""
        return self._any.bytes

    @property
    def steps(self) -> tuple[str, ...]:
        """The names of the edits in force."""
        return tuple(self.edits.steps) if self.edits is not None else ()

    @property
    def state(self) -> str:
        """How the file stands, in a word: same, changed, replaced, missing, no file; mixed or saved."""
        if self.save is not None:
            return _WORD[self.save.verdict]
        return self.edits.match.value if self.edits is not None else "missing"

    @property
    def what(self) -> str:
        """What is left, as a clause."""
        parts = []
        if self.save is not None:
            parts.append(
                f"a save of {plural(self.save.bytes, 'byte')} that was cut off ({self.save.kind} journal)"
            )
        if self.edits is not None:
            parts.append(f"{plural(self.edits.edits, 'unsaved edit')}")
        return " and ".join(parts)

    @property
    def sentence(self) -> str:
        """How the file stands, for people."""
        if self.save is not None:
            return self.save.sentence
        assert self.edits is not None
        whole = (
            "" if not self.edits.damaged else " The end of their log is damaged; what is before it is whole."
        )
        return _EDITED_FILE[self.edits.match] + whole

    @property
    def can_recover(self) -> bool:
        """Whether the edits can be made again as they were, in a window, without a save being in the way."""
        return self.save is None and self.edits is not None and self.edits.match is not Match.MISSING

    @property
    def can_roll_back(self) -> bool:
        return self.save is not None and self.save.can_roll_back

    @property
    def can_complete(self) -> bool:
        """Whether the file can be brought to what was to be saved: by the journal, or by the edits."""
        if self.save is not None:
            return self.save.can_complete or (self.save.can_roll_back and self.edits is not None)
        return self.edits is not None and self.edits.match is Match.SAME

    @property
    def can(self) -> tuple[str, ...]:
        """What can be done, as the command line names it."""
        acts = (("complete", self.can_complete), ("roll-back", self.can_roll_back))
        return (*(name for name, possible in acts if possible), "export", "discard")

    @property
    def _any(self) -> Interrupted | Unsaved:
        found = self.save or self.edits
        assert found is not None
        return found


def leftovers(state: StateFolder, path: bytes | None = None) -> list[Leftover]:
    """Everything that nobody is working with, the newest first; of the file at ``path`` only, if it is given.

    Raises ``StateFolderError`` where the folder cannot be read.
    """
    of_log = {item.name: item for item in edits.unsaved(state)}
    found: list[Leftover] = []
    for save in saves.interrupted(state):
        found.append(Leftover(save, of_log.pop(save.log, None) if save.log is not None else None))
    found += [Leftover(None, item) for item in of_log.values()]
    if path is not None:
        is_it = _same_file(path)
        found = [item for item in found if item.path is not None and is_it(item.path)]
    return sorted(found, key=_when, reverse=True)


def roll_back(state: StateFolder, item: Leftover, ticket: Ticket) -> str:
    """Put the file back as it was before the save; its edits are unsaved again. A sentence about it.

    Raises ``RefusedError``, ``SaveError``, ``Cancelled``; then it can be done again.
    """
    if item.save is None:
        raise RefusedError(f"No save of “{_name(item)}” was cut off, so there is nothing to roll back.")
    said = saves.roll_back(state, item.save.name, ticket)
    if item.edits is None:
        return said
    return f"{said} Its {plural(item.edits.edits, 'edit')} can still be recovered."


def complete(state: StateFolder, item: Leftover, ticket: Ticket) -> str:
    """Bring the file to what was to be saved. A sentence about it.

    By the journal where that has the new bytes; else the file is put back, the edits are made again, and
    saved. Raises ``RefusedError``, ``OutsideChangeError``, ``SaveError``, ``Cancelled``; what is left then
    is told by ``leftovers``.
    """
    said = _complete(state, item, ticket)
    edits.tidy(state)  # a log that the save has made void still holds bytes
    return said


def _complete(state: StateFolder, item: Leftover, ticket: Ticket) -> str:
    if item.save is not None and item.save.can_complete:
        said = saves.complete(state, item.save.name, ticket)
        rest = _edits_of(state, item.edits)
        return said if rest is None else f"{said} {plural(rest.edits, 'later edit')} can still be recovered."
    if item.save is not None:
        if item.edits is None:
            raise RefusedError(
                f"The journal has only the old bytes of “{_name(item)}”, so the save cannot be completed; "
                "roll it back."
            )
        saves.roll_back(state, item.save.name, ticket)
    unsaved = _edits_of(state, item.edits)
    if unsaved is None:
        raise RefusedError(f"The edits of “{_name(item)}” are gone; the file is as it was before the save.")
    return _save_edits(state, unsaved, ticket)


def export(state: StateFolder, item: Leftover, out: bytes, ticket: Ticket) -> str:
    """Write what is left to the new file ``out``; the file itself is only read. A sentence about it.

    Of a save that was cut off: the file as it was, or as it was to become. Raises as ``complete``.
    """
    if item.save is not None:
        return saves.export(state, item.save.name, out, ticket)
    assert item.edits is not None
    return edits.export(state, item.edits.name, out, ticket)


def discard(state: StateFolder, item: Leftover) -> str:
    """Forget what is left, journal and edits; the file stays as it is. Raises ``RefusedError``."""
    if item.edits is not None:
        edits.discard(state, item.edits.name)
    if item.save is not None:
        saves.discard(state, item.save.name)
    return f"What was left of “{_name(item)}” is discarded; the file was not touched."


def recover(
    state: StateFolder, item: Leftover, ticket: Ticket, *, anyway: bool = False
) -> tuple[Document, Replayed]:
    """A document on the file as it is, with the edits as unsaved, undoable steps; and what is missing.

    The log stays as it is: whoever goes on with the document takes it over.

    ``anyway``: also where the file was changed since, which raises OutsideChangeError else. Raises
    ``RefusedError``, ``OpenError``, ``Cancelled``.
    """
    if item.edits is None or item.save is not None:
        raise RefusedError(f"A save of “{_name(item)}” was cut off; complete it or roll it back first.")
    document = edits.open_base(item.edits)
    try:
        done = edits.replay(state, item.edits.name, document, ticket, anyway=anyway)
    except BaseException:
        if isinstance(document.base, FileSource):
            document.base.close()
        raise
    return document, done


class _Notes:
    """The log of edits that are saved without a window: told how the save goes, as its own program would."""

    def __init__(self, state: StateFolder, name: str) -> None:
        self._state = state
        self.name: str | None = name

    def saving(self, journal: str | None, new_file: Identity | None) -> None:
        assert self.name is not None
        marking.note_saving(self._state, self.name, journal, new_file)

    def saved(self, identity: Identity) -> None:
        assert self.name is not None
        marking.note_saved(self._state, self.name, identity)

    def not_saved(self, identity: Identity) -> None:
        assert self.name is not None
        marking.note_not_saved(self._state, self.name, identity)


def _save_edits(state: StateFolder, item: Unsaved, ticket: Ticket) -> str:
    """Make the edits again and save them, as their own program would have."""
    from bytescope.core.storage.plan import plan_save
    from bytescope.core.storage.preflight import check
    from bytescope.core.storage.save import save

    document, done = recover(state, Leftover(None, item), ticket)
    base = document.base
    try:
        if done.complaint:
            raise RefusedError(
                f"{done.complaint} Nothing was saved; recover them in a window, or export them."
            )
        if not isinstance(base, FileSource):
            raise RefusedError("These edits were made on memory without a file; export them.")
        plan = plan_save(document, state=state)
        check(document, plan)
        said = save(
            document.snapshot(), base, plan, ticket, state=state, log=_Notes(state, item.name)
        ).sentence
    finally:
        if isinstance(base, FileSource):
            base.close()
    return said


def _edits_of(state: StateFolder, item: Unsaved | None) -> Unsaved | None:
    """The same edits as their log tells of them now."""
    return next((e for e in edits.unsaved(state) if item is not None and e.name == item.name), None)


def _same_file(path: bytes) -> Callable[[bytes], bool]:
    """Whether another path leads to the file at ``path``, or did."""
    real = os.path.realpath(path)
    try:
        there: os.stat_result | None = os.stat(path)
    except OSError:
        there = None

    def is_it(other: bytes) -> bool:
        if os.path.realpath(other) == real:
            return True
        try:
            return there is not None and os.path.samestat(os.stat(other), there)
        except OSError:
            return False

    return is_it


def _name(item: Leftover) -> str:
    return printable_name(os.path.basename(item.path)) if item.path is not None else "Untitled"


def _when(item: Leftover) -> float:
    return item.when

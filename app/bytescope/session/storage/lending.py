"""Knows which documents have bytes of other files, and keeps those true when a file is written over here."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary, WeakSet

from PySide6.QtCore import QObject, QTimer

from bytescope.core.document.lent import LentFile, lent_in, set_aside
from bytescope.core.document.patterns import FileBytes
from bytescope.core.errors import RefusedError
from bytescope.core.source.shown import quoted_name
from bytescope.session.wording import tr

if TYPE_CHECKING:
    from bytescope.core.document.snapshot import Snapshot
    from bytescope.core.ranges import ByteRange
    from bytescope.core.source.file import FileSource
    from bytescope.core.storage.plan import SavePlan
    from bytescope.core.ticket import Ticket
    from bytescope.session.jobs import Jobs
    from bytescope.session.session import Session

PERIOD_MS = 2000


def lending_of(jobs: Jobs) -> Lending:
    """The one of all sessions that share ``jobs``; made when first asked for."""
    found = jobs.findChild(Lending)
    return found if isinstance(found, Lending) else Lending(jobs)


class Lending(QObject):
    """Has each file that is lent, and who uses it. Looks now and then whether another program changed it."""

    def __init__(self, jobs: Jobs) -> None:
        super().__init__(jobs)
        self.setObjectName("lending")
        self._jobs = jobs
        self._users: WeakKeyDictionary[LentFile, WeakSet[Session]] = WeakKeyDictionary()
        self._told: WeakSet[LentFile] = WeakSet()
        self._timer = QTimer(self)
        self._timer.setInterval(PERIOD_MS)
        self._timer.timeout.connect(self.look)

    def hold(self, lent: LentFile) -> None:
        """Bytes of it may be needed."""
        self._users.setdefault(lent, WeakSet())

    def use(self, source: object, session: Session) -> None:
        """``session`` has bytes of ``source`` from now on, if that is a lent file's."""
        lent = source.source if isinstance(source, FileBytes) else source
        if isinstance(lent, LentFile):
            self._users.setdefault(lent, WeakSet()).add(session)
            self._timer.start()

    def use_all(self, snapshot: Snapshot, session: Session) -> None:
        """The same with all that a document has."""
        for lent in lent_in(snapshot):
            self.use(lent, session)

    def leave(self, session: Session) -> None:
        """It was closed."""
        for users in self._users.values():
            users.discard(session)
        if not any(self._users.values()):
            self._timer.stop()

    def of(self, file: FileSource) -> list[LentFile]:
        """What is lent of ``file``."""
        return [lent for lent in list(self._users) if lent.opened.same_file(file.opened)]

    def aside(self, plan: SavePlan, file: FileSource, folder: Path | None) -> Aside:
        """What is to be set aside, much of it in ``folder``, before ``file`` is saved as planned."""
        lent = self.of(file)
        used = [item for item in lent if self._users[item]]
        return Aside(used, [item for item in lent if item not in used], plan, file, folder)

    def restate(self, lent: Sequence[LentFile]) -> None:
        """These were written over: the logs of edits that name the file by its place must tell it anew."""
        users = {session for item in lent if not item.intact for session in self._users.get(item, ())}
        for session in users:
            if session.edit_log is not None:
                session.edit_log.restate()

    def stored(self, file: FileSource) -> None:
        """A document in Live access has changed the file."""
        for lent in self.of(file):
            lent.break_off()

    # -- other programs -----------------------------------------------------------------------

    def look(self) -> None:
        """Ask in a job whether a file that is in use was changed."""
        used = [lent for lent, users in list(self._users.items()) if users and lent not in self._told]
        if not used:
            self._timer.stop()
        elif not self._jobs.is_running("lent"):
            self._jobs.run("lent", partial(_changed, used), self._on_looked, lane="watch")

    def _on_looked(self, changed: list[LentFile]) -> None:
        for lent in changed:
            if lent in self._told or any(session.writing for session in self._all()):
                continue
            self._told.add(lent)
            for session in list(self._users.get(lent, ())):
                if lent in lent_in(session.document.snapshot()):
                    self._tell(lent, session)

    def _all(self) -> set[Session]:
        return {session for users in self._users.values() for session in users}

    def _tell(self, lent: LentFile, session: Session) -> None:
        for source in _sources(session.document.snapshot(), lent):
            session.bytes.forget(source)
        session.invalidate(())
        session.told.emit(
            "warning",
            tr(
                "{name} was changed by another program, so the bytes of it that are in this document may be"
                " others by now. Undo takes them out; the next save asks.",
                name=quoted_name(lent.file.name),
            ),
        )


def _changed(lent: list[LentFile], ticket: Ticket) -> list[LentFile]:
    return [item for item in lent if item.changed()]


def _sources(snapshot: Snapshot, lent: LentFile) -> list[FileBytes]:
    found: dict[int, FileBytes] = {}
    for leaf in snapshot.table.leaves:
        for source in leaf.sources:
            if isinstance(source, FileBytes) and source.source is lent:
                found[id(source)] = source
    return list(found.values())


class Aside:
    """What others have of a file, kept for them while it is saved: for the job of the save."""

    def __init__(
        self,
        used: Sequence[LentFile],
        held: Sequence[LentFile],
        plan: SavePlan,
        file: FileSource,
        folder: Path | None,
    ) -> None:
        self.lent: list[LentFile] = []
        self._used, self._held = used, held
        self._ranges = plan.overwritten(file.size) if plan.in_place else []
        self._shift = file.window_start
        self._folder = bytes(folder) if folder is not None else None

    @contextmanager
    def kept(self, ticket: Ticket) -> Iterator[None]:
        """RefusedError where there is no room for it."""
        ranges = [item.shifted(self._shift) for item in self._ranges]
        if ranges:
            self.lent += set_aside(self._used, ranges, self._folder, ticket)
            self.lent += self._still_held(ranges, ticket)
        try:
            yield
        finally:
            for item in self.lent:
                item.took()

    def _still_held(self, ranges: list[ByteRange], ticket: Ticket) -> list[LentFile]:
        """What was only copied and is in no document yet; it is given up where there is no room."""
        try:
            return set_aside(self._held, ranges, self._folder, ticket)
        except RefusedError:
            for item in self._held:
                item.break_off()
            return []

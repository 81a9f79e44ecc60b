"""Keeps what the survey of one session learned, and brings it back when the file is opened again."""

from __future__ import annotations

import threading
import time
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from bytescope.core.ranges import PageRange, page_count
from bytescope.core.source.file import FileSource

if TYPE_CHECKING:
    from collections.abc import Callable

    from bytescope.core.document.snapshot import Snapshot
    from bytescope.core.pages.dense import Sums
    from bytescope.core.pages.facts import FactStore
    from bytescope.core.pages.packing import Rows
    from bytescope.core.pages.print_store import PrintStore
    from bytescope.core.pages.remembered.folder import Learned, Remembered, RememberedFolder
    from bytescope.core.source.identity import Identity
    from bytescope.core.ticket import Ticket
    from bytescope.core.touched.comparing import Compared
    from bytescope.session.session import Session

PATIENCE_MS = 400
"""A cache folder that has not answered by then (on a network) does not hold the survey."""

SAMPLE_PATIENCE_MS = 3000
"""After this the survey goes on while the samples are still being read."""

CHUNKS_AT_ONCE = 4
TELL_SECONDS = 0.1
"""Between two pictures while the pages of chunks come: a picture takes longer than they do."""


class Recalled(NamedTuple):
    """What was found. ``same``: nothing says that the file was changed since; else all of it is in doubt."""

    facts: FactStore
    same: bool
    source: Remembered


class Sampled(NamedTuple):
    """The fingerprints that were remembered, some of which were compared with the file as it is."""

    prints: PrintStore
    compared: Compared


class Brought(NamedTuple):
    """The pages of a chunk and their sums; None where they cannot be read."""

    number: int
    rows: Rows | None
    sums4: Sums | None


class Remembering(QObject):
    """What is known of one session's file, from the last time and for the next.

    While it is looked for, the survey is held; it is shown at once. Where the file seems to be the same, 64
    of its pages are compared with their fingerprints before the survey goes on; where one differs, all of
    it is dropped. Where the file was changed, what was known is shown, and read again by the survey.
    """

    kept = Signal()
    """Something was written (or could not be)."""

    ended = Signal()
    """The last was written: nothing more will come."""

    def __init__(self, session: Session, folder: Callable[[], RememberedFolder], parent: QObject) -> None:
        """``folder`` is first asked for when the survey begins: it loads numpy."""
        super().__init__(parent)
        self._session: Session | None = session
        self._the_folder = folder
        self._jobs = session.jobs
        self._lane = f"remember {id(self)}"
        self._source: Remembered | None = None
        self._written: tuple[int, Identity] | None = None
        self._not_before = 0.0
        self._young = False
        self._distrusted = False
        self._holding = False
        self._recalling = 0
        self._told = 0.0
        self._writing: list[threading.Event] = []
        self.bytes_compared = 0
        self.wanted = True
        """Whether anything is to be looked for and kept at all."""

        self._patience = QTimer(self, singleShot=True)
        self._patience.timeout.connect(self._let_go)
        session.survey.began.connect(self._on_began)
        session.survey.ending.connect(self.keep)

    @property
    def _folder(self) -> RememberedFolder:
        return self._the_folder()

    # -- coming back --------------------------------------------------------------------------

    def _on_began(self) -> None:
        """The survey begins: look for what is remembered."""
        file = self._file()
        self._recalling += 1
        self._written = None
        if file is None or self._session is None or not self.wanted:
            return
        from bytescope.core.pages.remembered.folder import is_young

        self._young = is_young(file.opened, time.time_ns())
        if self._distrusted:
            self._distrusted = False
            return
        self._hold(PATIENCE_MS)
        survey = self._session.survey
        self._jobs.run(
            f"recall {id(self)}",
            partial(_recall, self._folder, file, survey.budget),
            partial(self._on_recalled, self._recalling),
            self._on_failed,
            lane=self._lane,
        )

    def _on_recalled(self, number: int, found: Recalled | None) -> None:
        late = not self._holding or number != self._recalling or self._session is None
        if found is None or late:
            if found is not None:
                found.source.close()
            self._let_go()
            return
        assert self._session is not None
        self._source = found.source
        self._session.survey.adopt(found.facts)
        file = self._file()
        if found.same and file is not None:
            self._patience.start(SAMPLE_PATIENCE_MS)
            self._jobs.run(
                f"sample {id(self)}",
                partial(_sample, file, found.source, self._session.survey.print_budget),
                partial(self._on_sampled, file.opened),
                self._on_failed,
                lane=self._lane,
            )
        else:
            self._let_go()
        self._bring()

    def _on_sampled(self, opened: Identity, found: Sampled | None) -> None:
        """Go on where the samples are as they were; else nothing of what was remembered is believed."""
        session, file = self._session, self._file()
        if session is None or file is None:
            return
        if found is not None and not (found.compared.changed or found.compared.lost):
            self.bytes_compared = found.compared.bytes_read
            if file.opened == opened:  # we wrote nothing meanwhile
                session.survey.adopt_prints(found.prints)
        else:
            self._distrusted = True
            self._drop_source()
            snapshot = session.survey.snapshot
            if snapshot is not None:
                work = partial(_forget, self._folder, file)
                self._jobs.run(f"forget {id(self)}", work, lane=self._lane, queued=True)
                session.survey.restart(snapshot)
        self._let_go()

    def _hold(self, milliseconds: int) -> None:
        if not self._holding and self._session is not None:
            self._holding = True
            self._session.survey.hold()
            self._patience.start(milliseconds)

    def _let_go(self) -> None:
        self._patience.stop()
        if self._holding and self._session is not None:
            self._holding = False
            self._session.survey.let_go()

    def _on_failed(self, error: Exception) -> None:
        from bytescope.core.errors import Cancelled

        self._let_go()
        if not isinstance(error, Cancelled):
            raise error

    # -- pages that come later ----------------------------------------------------------------

    def _bring(self) -> None:
        """Have the next chunks' pages read, those in sight first."""
        facts = self._facts()
        if facts is None or self._source is None or self._session is None:
            return
        away = facts.away()
        if not away:
            self._session.survey.facts_changed.emit()
            return
        seen = self._session.survey.visible
        chunks = sorted(away, key=partial(_distance, seen))[:CHUNKS_AT_ONCE]
        self._jobs.run(
            f"bring {id(self)}",
            partial(_rows, self._source, chunks),
            partial(self._on_brought, facts),
            self._on_failed,
            lane=self._lane,
        )

    def _on_brought(self, facts: FactStore, found: list[Brought]) -> None:
        if facts is not self._facts() or self._session is None:
            return
        for brought in found:
            facts.bring(*brought)
        if time.monotonic() > self._told + TELL_SECONDS:
            self._told = time.monotonic()
            self._session.survey.facts_changed.emit()
        self._bring()

    # -- keeping ------------------------------------------------------------------------------

    def keep_now_and_then(self) -> None:
        """``keep``, unless that took a great part of the time since the last one."""
        if time.monotonic() >= self._not_before:
            self.keep()

    def keep(self) -> None:
        """Have what is known written, in a job, if there is anything new."""
        file, facts, session = self._file(), self._facts(), self._session
        if file is None or facts is None or session is None or session.survey.prints is None:
            return
        if self._distrusted or not self.wanted:
            return
        mark = (facts.generation, file.opened)
        if self._written == mark or not (facts.known or facts.in_doubt):
            return
        from bytescope.core.pages.remembered.folder import Learned, Stamp

        self._written = mark
        stamp = Stamp.of(file.opened, file.window_start, file.size, young=self._young)
        learned = Learned(stamp, facts.frozen(), session.survey.prints.file.copy())
        assert session.survey.snapshot is not None
        done = threading.Event()
        self._writing.append(done)
        work = _Keep(self._folder, file, session.survey.snapshot, learned, self._source, done)
        self._jobs.run(
            f"keep {id(self)}", work, self._on_kept, self._on_not_kept, lane=self._lane, queued=True
        )

    def _on_kept(self, seconds: float) -> None:
        self._not_before = time.monotonic() + 20 * seconds
        self._on_not_kept(None)

    def _on_not_kept(self, error: Exception | None) -> None:
        self._writing = [done for done in self._writing if not done.is_set()]
        self.kept.emit()
        if self._session is None and not self._writing:
            self.ended.emit()

    def wait(self, until: float) -> None:
        """Wait for what is being written, but not longer than ``until`` (monotonic): the program ends."""
        for done in self._writing:
            done.wait(max(0.0, until - time.monotonic()))

    # -- the end ------------------------------------------------------------------------------

    def close(self, *, keep: bool) -> None:
        """The document is being closed: keep what is known one last time."""
        if keep:
            self.keep()
        self._let_go()
        session, self._session = self._session, None
        if session is not None:
            session.survey.began.disconnect(self._on_began)
            session.survey.ending.disconnect(self.keep)
        self._drop_source()
        self._jobs.end_lane(self._lane)
        if not self._writing:
            self.ended.emit()

    def _drop_source(self) -> None:
        source, self._source = self._source, None
        if source is not None:  # in its lane: what came before may still read it
            self._jobs.run(f"shut {id(self)}", partial(_shut, source), lane=self._lane, queued=True)

    def _file(self) -> FileSource | None:
        survey = self._session.survey if self._session is not None else None
        base = survey.snapshot.base if survey is not None and survey.snapshot is not None else None
        return base if isinstance(base, FileSource) and not base.snapshot else None

    def _facts(self) -> FactStore | None:
        return self._session.survey.facts if self._session is not None else None


class _Keep:
    """Writes what was learned; ``done`` is set when that is over, however it ended."""

    def __init__(
        self,
        folder: RememberedFolder,
        file: FileSource,
        snapshot: Snapshot,
        learned: Learned,
        before: Remembered | None,
        done: threading.Event,
    ) -> None:
        self._folder = folder
        self._path, self._start, self._windowed = file.path, file.window_start, file.windowed
        self._snapshot = snapshot
        self._learned = learned
        self._before = before
        self._done = done

    def __call__(self, ticket: Ticket) -> float:
        """Seconds that it took."""
        from bytescope.core.pages.remembered.folder import name_of

        began = time.monotonic()
        try:
            learned = _own(self._learned, self._snapshot)
            name = name_of(self._path, self._start, self._windowed)
            self._folder.keep(name, learned, ticket, self._before)
        finally:
            self._done.set()
        return time.monotonic() - began


def _own(learned: Learned, snapshot: Snapshot) -> Learned:
    """Without what is known of pages that are not the file's: they have edits."""
    from bytescope.core.pages.facts import FactStore
    from bytescope.core.pages.run_set import RunSet

    pages = PageRange(0, learned.facts.page_count)
    in_file = page_count(learned.stamp.length)
    edited = RunSet.of([pages]).minus(RunSet.of(snapshot.own_pages(pages)))
    if not edited and pages.end == in_file:
        return learned
    store = FactStore.thawed(learned.facts, 1 << 62)
    store.resize(in_file)
    for run in edited:
        store.forget(run)
    return learned._replace(facts=store.frozen())


def _recall(folder: RememberedFolder, file: FileSource, budget: int, ticket: Ticket) -> Recalled | None:
    from bytescope.core.errors import BytescopeError
    from bytescope.core.pages.facts import FactStore
    from bytescope.core.pages.remembered.folder import Trust, name_of

    name = name_of(file.path, file.window_start, file.windowed)
    source = folder.recall(name)
    if source is None:
        return None
    trust = source.stamp.trust(file.opened, file.window_start, file.size)
    try:
        if trust is Trust.NONE:
            source.close()
            return None
        facts = FactStore.thawed(source.facts.load(), budget * 9 // 16)
    except (BytescopeError, OSError):
        source.close()
        folder.forget(name)
        return None
    same = trust is Trust.SAME and source.facts.complete
    if not same:
        facts.resize(page_count(file.size))
        facts.doubt()
    return Recalled(facts, same, source)


def _sample(file: FileSource, source: Remembered, budget: int, ticket: Ticket) -> Sampled | None:
    from bytescope.core.pages.print_store import PrintStore
    from bytescope.core.storage.shelf import UnusableError
    from bytescope.core.touched.comparing import compare
    from bytescope.core.touched.sampling import samples_of

    count = source.prints.page_count
    try:
        prints = PrintStore.of(count, source.prints.stretches(PageRange(0, count)), budget)
    except (UnusableError, OSError):
        return None
    return Sampled(prints, compare(file, samples_of(prints), ticket))


def _rows(source: Remembered, chunks: list[int], ticket: Ticket) -> list[Brought]:
    from bytescope.core.errors import BytescopeError
    from bytescope.core.pages.dense import sums_of

    out: list[Brought] = []
    for number in chunks:
        try:
            rows = source.facts.rows(number)
        except (BytescopeError, OSError):
            rows = None
        out.append(Brought(number, rows, sums_of(rows) if rows is not None else None))
    return out


def _forget(folder: RememberedFolder, file: FileSource, ticket: Ticket) -> None:
    from bytescope.core.pages.remembered.folder import name_of

    folder.forget(name_of(file.path, file.window_start, file.windowed))


def _shut(source: Remembered, ticket: Ticket) -> None:
    source.close()


def _distance(seen: PageRange, chunk: int) -> int:
    """How far a chunk lies from what is in view."""
    first, end = chunk << 16, (chunk + 1) << 16
    return max(0, seen.first - end + 1, first - seen.end + 1)

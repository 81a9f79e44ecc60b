"""Notices what other programs do to the open file, and finds out to which pages."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from bytescope.core.ranges import PAGESIZE, ByteRange, PageRange, page_count
from bytescope.core.source.identity import Identity, Outside
from bytescope.core.text.outside_text import MOST_NAMED, Happening, sentence
from bytescope.session.wording import tr

if TYPE_CHECKING:
    from bytescope.core.pages.run_set import RunSet
    from bytescope.core.source.file import FileSource
    from bytescope.core.ticket import Ticket
    from bytescope.session.outside.comparison import Comparison
    from bytescope.session.session import Session

PERIOD_MS = 1000

PATIENCE_MS = 1500
"""How long a question about saving waits for the comparison to end."""

REST = 4
"""A file that others keep writing is compared for at most a fifth of the time."""

MOST_RANGES = 4096
"""Ranges that are read again one by one; the gaps between more of them are read too."""


class Looked(NamedTuple):
    """What a look found; ``known`` is how the file was known then, ``now`` how it was found."""

    file: FileSource
    known: Identity
    sort: Outside
    now: Identity


class Watch(QObject):
    """Looks at the file under one session once a second.

    A look that finds other times than before proves nothing: what had been read is compared first, and
    only a change of content, of size, or of the file at this path is told. Stores through a mapping are
    not announced by the kernel at all, so a document in Live access has the bytes on the screen read again
    at every look.
    """

    noticed = Signal(object, str)
    """Something new happened: its sort and a sentence."""

    restated = Signal(str)
    """More is known of what was told last."""

    passed = Signal()
    """What was told is no longer so."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._visible = ByteRange(0, 0)
        self._comparison: Comparison | None = None
        self._judged: Looked | None = None
        self._proven = False
        self._told: Happening | None = None
        self._rested = 0.0
        self._waiting: list[Callable[[bool], None]] = []
        self._timer = QTimer(self)
        self._timer.setInterval(PERIOD_MS)
        self._timer.timeout.connect(self.look)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE_MS)
        self._patience.timeout.connect(self._on_impatient)
        session.survey.others_wrote.connect(self._on_others_wrote)

    def start(self) -> None:
        self._timer.start()

    def stop(self) -> None:
        self._timer.stop()
        self._patience.stop()
        self._session.jobs.cancel(f"watch {id(self)}")
        self._drop()

    def set_visible(self, visible: ByteRange) -> None:
        """The bytes that the hex panel shows now."""
        self._visible = visible

    def accept(self) -> None:
        """What is on disk now is known: tell only what comes after."""
        self._session.jobs.cancel(f"watch {id(self)}")
        self._drop()
        self._judged = None
        self._proven = False
        self._end()

    @property
    def happening(self) -> Happening | None:
        """What was told and is still so."""
        return self._told

    def verify(self, then: Callable[[bool], None]) -> None:
        """``then(True)`` if the file has the bytes that were read of it; ``then(False)`` if not, or where
        that is not known soon. Both come later, never at once.
        """
        self._waiting.append(then)
        self._patience.start()
        self._rested = 0.0
        self.look()

    def look(self) -> None:
        """Look now, in a job: even a stat may wait for a network. While we write, what changes is ours."""
        session = self._session
        if session.file is None or self._ours():
            return
        name = f"watch {id(self)}"
        if not session.jobs.is_running(name):
            session.jobs.run(name, partial(_look, session.file), self._on_looked, _ignore, lane="watch")

    def step(self, *, forward: bool) -> None:
        """Go to the next or the previous page that another program changed."""
        session, prints = self._session, self._session.survey.prints
        page = None
        if prints is not None:
            here = session.selection.caret // PAGESIZE
            page = prints.changed.next(here) if forward else prints.changed.previous(here)
        if page is None or page >= session.page_count:
            session.told.emit(
                "info",
                tr("No page after this one was changed by another program.")
                if forward
                else tr("No page before this one was changed by another program."),
            )
        else:
            session.go_to(page * PAGESIZE)

    # -- what a look found ------------------------------------------------------------------------

    def _ours(self) -> bool:
        return self._session.writing or self._session.ours_elsewhere()

    def _on_looked(self, looked: Looked) -> None:
        if looked.file is not self._session.file or looked.known != looked.file.opened or self._ours():
            return
        if self._session.live:
            self._session.bytes.refetch(looked.file, self._visible)
        if looked.sort is Outside.NONE:
            self._drop()
            self._judged = None
            if not self._proven:
                self._end()
            self._answer(not self._proven)
        elif self._comparison is not None:
            pass  # it goes on; what came meanwhile is seen by the next look
        elif self._judged == looked:
            self._answer(False)
        elif time.monotonic() >= self._rested or self._sort_told() is not looked.sort:
            self._begin(looked)

    def _sort_told(self) -> Outside:
        return self._told.sort if self._told is not None else Outside.NONE

    def _begin(self, looked: Looked) -> None:
        from bytescope.session.outside.comparison import Comparison

        session = self._session
        if looked.sort is Outside.SHRANK:
            session.invalidate((ByteRange(_new_size(looked), session.source.size),))
        if looked.sort is Outside.DELETED or session.survey.prints is None:
            if looked.sort is not Outside.DELETED and looked.sort is not Outside.REPLACED:
                session.invalidate((ByteRange(0, session.size),))
            self._judged = looked
            self._tell(looked, complete=True)
            self._answer(False)
            return
        if looked.sort in (Outside.SHRANK, Outside.GREW):
            self._tell(looked, complete=False)
        self._comparison = Comparison(session, looked.file, self._visible, self)
        self._comparison.replaced = looked.sort is Outside.REPLACED
        if looked.sort is Outside.SHRANK:
            self._comparison.end = page_count(_new_size(looked))
        self._comparison.found.connect(partial(self._on_found, looked))
        self._comparison.ended.connect(partial(self._on_ended, looked))
        self._comparison.start()

    def _on_found(self, looked: Looked, again: RunSet) -> None:
        """Pages were compared; ``again`` are those to be read again."""
        if looked.sort is not Outside.REPLACED:
            self._read_again(again)
        else:
            self._session.invalidate(())
        self._tell(looked, complete=False)

    def _on_ended(self, looked: Looked, seconds: float, whole: bool) -> None:
        self._comparison = None
        self._rested = time.monotonic() + REST * seconds
        if looked.known != looked.file.opened or self._ours():
            return
        if not whole and looked.sort is Outside.CONTENT:
            return  # the next look begins again
        self._judged = looked
        if not whole:  # what stands there now cannot be opened
            self._tell(looked, complete=False)
            self._answer(False)
            return
        prints = self._session.survey.prints
        assert prints is not None
        unread = prints.unread()
        times_only = looked.sort is Outside.CONTENT and not prints.changed
        touched = looked.now.mtime_ns == looked.known.mtime_ns or not unread
        if times_only and touched and looked.file.accept(looked.known, looked.now):
            self._judged = None
            self._end()
            self._answer(True)
            return
        if looked.sort is not Outside.REPLACED:
            self._read_again(unread)
        self._tell(looked, complete=True)
        self._answer(False)

    def prove(self, pages: tuple[PageRange, ...]) -> None:
        """These pages were read again and are others, whatever the file's times say."""
        from bytescope.core.pages.run_set import RunSet

        if self._session.survey.prints is not None:
            found = RunSet.of(pages)
            self._read_again(self._session.survey.prints.take(found, found))
            self._on_others_wrote()

    def _on_others_wrote(self) -> None:
        """The survey read pages again and found others, whatever the file's times say."""
        file = self._session.file
        if file is None or self._ours():
            return
        self._proven = True  # by content: no look at the times can say otherwise
        self._session.invalidate(())
        known = file.opened
        self._tell(Looked(file, known, Outside.CONTENT, known), complete=True)

    def _read_again(self, pages: RunSet) -> None:
        if pages:
            size = self._session.size
            self._session.invalidate(tuple(run.bytes(size) for run in pages.joined(MOST_RANGES)))

    # -- what is told -----------------------------------------------------------------------------

    def _tell(self, looked: Looked, *, complete: bool) -> None:
        session = self._session
        if session.live and looked.sort is Outside.CONTENT:
            return  # to see what others store is what it was opened for
        what = self._happening(looked, complete)
        if looked.sort is Outside.CONTENT and not complete and not what.pages:
            return
        before, self._told = self._told, what
        if what == before:
            return
        if before is None or before.sort is not what.sort or what.pages > before.pages:
            self.noticed.emit(what.sort, sentence(what))
        else:
            self.restated.emit(sentence(what))

    def _happening(self, looked: Looked, complete: bool) -> Happening:
        session, prints = self._session, self._session.survey.prints
        pages = session.page_count
        new = _new_size(looked)
        first_gone = min(new // PAGESIZE, pages) if looked.sort is Outside.SHRANK else pages
        what = Happening(
            session.name,
            looked.sort,
            looked.known.size,
            looked.now.size,
            unsaved=_count(session.document.edited_runs(PageRange(0, pages))) if not session.live else 0,
            unread=page_count(session.source.size),
            gone=PageRange(first_gone, pages),
            complete=complete,
        )
        if prints is None or (not complete and not prints.changed):
            return what
        changed = prints.changed
        shown = len(changed) and int(changed.ends[min(len(changed), MOST_NAMED) - 1])
        known = prints.file.known if complete else 0  # counting takes some milliseconds
        return what._replace(
            changed=tuple(changed.within(PageRange(0, shown))),
            runs=len(changed),
            pages=changed.pages,
            mine=self._mine(changed),
            read=known,
            unread=prints.file.page_count - known,
        )

    def _mine(self, changed: RunSet) -> int:
        from bytescope.core.pages.run_set import RunSet

        if not changed or self._session.live:
            return 0
        hull = PageRange(int(changed.firsts[0]), int(changed.ends[-1]))
        firsts, ends = self._session.document.edited_runs(hull)
        return changed.common(RunSet.of(PageRange(a, b) for a, b in zip(firsts, ends))).pages

    def _end(self) -> None:
        """Nothing is to be told any more."""
        prints = self._session.survey.prints
        if prints is not None and prints.changed:
            prints.accept()
            self._session.invalidate(())
        if self._told is not None:
            self._told = None
            self.passed.emit()

    def _answer(self, same: bool) -> None:
        waiting, self._waiting = self._waiting, []
        self._patience.stop()
        for then in waiting:
            then(same)

    def _on_impatient(self) -> None:
        self._answer(False)

    def _drop(self) -> None:
        if self._comparison is not None:
            self._comparison.stop()
            self._comparison = None


def _new_size(looked: Looked) -> int:
    """The bytes that are left in the window that is open."""
    return max(0, looked.now.size - looked.file.window_start)


def _count(runs: tuple[object, object]) -> int:
    return sum(runs[1]) - sum(runs[0])  # type: ignore[call-overload, no-any-return]


def _look(file: FileSource, ticket: Ticket) -> Looked:
    known = file.opened
    sort, now = file.look_outside()
    return Looked(file, known, sort, now)


def _ignore(error: Exception) -> None:
    """A look that fails (the file was closed meanwhile) is made again a second later."""

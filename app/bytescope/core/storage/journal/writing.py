"""Writes the journal of a save: the old bytes, or a description of the new ones, on the disk before the first
byte of the file is touched.
"""

from __future__ import annotations

import contextlib
import time
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING
from zlib import crc32

from bytescope.core.document.lent import whole_file
from bytescope.core.document.patterns import FileBytes, Pattern, Repeat
from bytescope.core.ranges import ByteRange, merged
from bytescope.core.source.file import FileSource
from bytescope.core.source.memory import ZeroSource
from bytescope.core.storage.calls import CHUNK, Calls, sync_data
from bytescope.core.storage.journal import coding
from bytescope.core.storage.journal.coding import (
    ENTRIES,
    SECTOR,
    Blob,
    Header,
    Kind,
    New,
    NewEntry,
    Old,
    OldEntry,
    PathOf,
    Sample,
    Way,
)
from bytescope.core.storage.journal.needs import FILE_LIMIT, described
from bytescope.core.storage.kept import HOLE, Kept, SpoolSource, keep_in
from bytescope.core.storage.pieces import Content, Piece, hull
from bytescope.core.storage.places import real_path
from bytescope.core.storage.plan import Overwritten, SavePlan
from bytescope.core.storage.private import StateFolder
from bytescope.core.storage.records import HEAD, RecordWriter
from bytescope.core.storage.runs import DataRuns
from bytescope.core.storage.verify import samples

if TYPE_CHECKING:
    from bytescope.core.document.snapshot import Snapshot
    from bytescope.core.source.base import Source
    from bytescope.core.ticket import Ticket

INLINE = 1 << 20
"""New bytes that an undo journal has room for, so that it can complete the save too; of more it keeps
checksums only.
"""

_INSIDE = _OUTSIDE = 32


class JournalFile:
    """A journal that somebody works with: its name stays locked as long as this object lives.

    ``touched``: document bytes that the save may have written or cut. After it failed, ``mixed`` says whether
    the file is partly old and partly new, and ``unsure`` whether the disk may hold something else than what
    is read.
    """

    mixed = False
    unsure = False

    def __init__(
        self,
        state: StateFolder,
        name: str,
        fd: int,
        calls: Calls,
        clone: str = "",
        touched: tuple[ByteRange, ...] = (),
    ) -> None:
        self.state = state
        self.name = name
        self.clone = clone
        self.touched = touched
        self.calls = calls
        self.spool = SpoolSource(fd, calls)
        self._fd = fd

    def remove(self) -> None:
        """Take the journal away, durably. Raises ``OSError``. The old bytes stay readable to who has them."""
        self.state.remove("journals", self.name)
        if self.clone:
            with contextlib.suppress(OSError):  # means nothing without its journal: removed later
                self.state.remove("clones", self.clone)

    def void(self) -> bool:
        """Take the journal away, before the file was touched: if not its name, then what is in it. Whether
        its name is gone.
        """
        try:
            self.remove()
        except OSError:
            with contextlib.suppress(OSError):
                self.calls.ftruncate(self._fd, 0)
                sync_data(self.calls, self._fd)
            return False
        return True


class JournalWriter:
    """Makes one journal. ``write`` raises ``OSError``, ``StateFolderError``, ``SaveError`` and ``Cancelled``,
    and leaves no journal behind then; or if it cannot help it, it is ``left``, to go with the next save.
    """

    def __init__(
        self, snapshot: Snapshot, base: FileSource, plan: SavePlan, state: StateFolder, calls: Calls
    ) -> None:
        self._snapshot = snapshot
        self._base = base
        self._plan = plan
        self._state = state
        self._calls = calls
        self.left: JournalFile | None = None
        self._shift = base.window_start

    def write(self, fd: int, way: Way, log: str, ticket: Ticket) -> tuple[JournalFile, Kept | None]:
        """The journal of the save that will write to ``fd``, and the old bytes that are needed again."""
        clone = self._clone(fd) if way is Way.CLONE else None
        try:
            journal_fd, name = self._state.create("journals")
            touched = tuple(merged([*self._plan.ranges, self._plan.cut]))
            journal = JournalFile(
                self._state, name, journal_fd, self._calls, clone[1] if clone else "", touched
            )
        except BaseException:
            if clone:
                with contextlib.suppress(OSError):
                    self._state.remove("clones", clone[1])
            raise
        try:
            records = RecordWriter(journal_fd, self._calls)
            records.append(Kind.HEADER, self._header(fd, way, log, journal.clone).pack())
            store = _OldStore(records, self._shift)
            kept = self._old(store, way, journal.spool, clone[0] if clone else None, ticket)
            _NewTable(records, self._base, way).write(Content(self._snapshot, self._base), self._plan)
            if way is Way.REDO:
                records.append(Kind.SAMPLES, coding.pack_samples(self._samples()))
            records.sync()
            records.append(Kind.COMMIT, coding.pack_commit(records.count))
            records.sync()
        except BaseException:
            if not journal.void():
                self.left = journal
            raise
        return journal, kept

    def _header(self, fd: int, way: Way, log: str, clone: str) -> Header:
        found = self._calls.fstat(fd)
        same = self._snapshot.size == self._base.size
        return Header(
            way=way,
            path=real_path(self._base),
            shown=self._base.path,
            inode=found.st_ino,
            size_before=found.st_size,
            size_after=found.st_size if same else self._snapshot.size,
            window_start=self._shift,
            began=time.time_ns(),
            changed=sum(item.length for item in (*self._plan.ranges, self._plan.cut)),
            log=log,
            clone=clone,
        )

    def _clone(self, fd: int) -> tuple[SpoolSource, str]:
        clone_fd, name = self._state.create("clones")
        spool = SpoolSource(clone_fd, self._calls)
        try:
            self._calls.clone(clone_fd, fd)
            self._calls.fsync(clone_fd)
        except BaseException:
            with contextlib.suppress(OSError):
                self._state.remove("clones", name)
            raise
        return spool, name

    def _old(
        self, store: _OldStore, way: Way, spool: SpoolSource, clone: SpoolSource | None, ticket: Ticket
    ) -> Kept | None:
        if clone is not None:
            kept = Kept(clone)
            runs = DataRuns(self._base)
            for item in self._plan.overwritten(self._base.size):
                at = item.start
                for run in runs.within(item):
                    self._cloned(store, kept, ByteRange(at, run.start), HOLE)
                    self._cloned(store, kept, run, run.start + self._shift)
                    at = run.end
                self._cloned(store, kept, ByteRange(at, item.end), HOLE)
            store.append(memoryview(b""))
            return kept
        wanted = self._plan.overwritten(self._base.size) if way is Way.UNDO else self._plan.spool
        return keep_in(self._base, wanted, ticket, store, Kept(spool)) if wanted else None

    @staticmethod
    def _cloned(store: _OldStore, kept: Kept, range: ByteRange, place: int) -> None:
        if range:
            kept.add(range, place)
            store.note(range, place, cloned=place != HOLE)
            if store.full:
                store.append(memoryview(b""))

    def _samples(self) -> list[Sample]:
        """Checksums of old sectors: some of those that are written over, and some that stay as they are."""
        touched = self._plan.overwritten(self._base.size)
        places = samples(touched, 0, _INSIDE * SECTOR, SECTOR) if touched else []
        overwritten = Overwritten(touched)
        for number in range(_OUTSIDE):
            start = self._base.size * number // _OUTSIDE
            sector = ByteRange(start, min(start + SECTOR, self._base.size))
            if next(overwritten.common(sector), None) is None:
                places.append(sector)
        found = []
        for place in places:
            for part in place.shifted(self._shift).chunks(SECTOR):
                buffer = bytearray(part.length)
                if not self._base.read_into(part.start - self._shift, memoryview(buffer)):
                    found.append(Sample(part.start, part.length, crc32(buffer)))
        return found


class _OldStore:
    """Puts old bytes into records: the bytes first, so that their place is known, then what they are."""

    def __init__(self, records: RecordWriter, shift: int) -> None:
        self._records = records
        self._shift = shift
        self._entries: list[OldEntry] = []

    @property
    def place(self) -> int:
        return self._records.end + HEAD

    @property
    def full(self) -> bool:
        return len(self._entries) >= ENTRIES // 2

    def note(self, range: ByteRange, place: int, *, cloned: bool = False) -> None:
        what = Old.CLONED if cloned else Old.DATA if place >= 0 else Old.HOLE
        if place < HOLE:
            what = Old.UNREADABLE
        self._entries.append(OldEntry(range.start + self._shift, range.length, what))

    def append(self, data: memoryview) -> None:
        entries, self._entries = self._entries, []
        if entries:
            start = self._records.append(Kind.OLD, data, coding.pack_old(entries))
            if len(data) >= CHUNK:  # so that the sync has little left to wait for; see Writer
                self._records.send(start)


class _NewTable:
    """Describes what is to be written, piece by piece."""

    def __init__(self, records: RecordWriter, base: FileSource, way: Way) -> None:
        self._records = records
        self._base = base
        self._shift = base.window_start
        self._room = INLINE if way is Way.UNDO else None
        self._sources: dict[int, int] = {}
        self._held: list[Source] = []  # so that no other gets the id of one that is known
        self._entries: list[NewEntry] = []
        self._data = bytearray()

    def write(self, content: Content, plan: SavePlan) -> None:
        for piece in content.pieces(hull(plan.ranges)):
            self._piece(content, piece)
        self._flush()

    def _piece(self, content: Content, piece: Piece) -> None:
        source = piece.source
        if source is self._base:
            self._add(piece.range, piece.start + self._shift, New.OWN)
        elif isinstance(source, ZeroSource):
            self._add(piece.range, 0, New.ZERO)
        elif described(source):
            self._add(piece.range, piece.start, New.SOURCE, self._number(source))
        else:
            for chunk in piece.range.chunks(CHUNK // 2):
                # Below and behind the old end are looked at apart.
                below = chunk.intersect(ByteRange(0, self._base.size))
                for part in (below, ByteRange(max(chunk.start, below.end), chunk.end)):
                    if part:
                        self._bytes(content, piece.part(part))

    def _add(self, range: ByteRange, place: int, what: New, source: int = 0) -> None:
        self._entries.append(NewEntry(range.start + self._shift, range.length, place, what, source))
        if len(self._entries) >= ENTRIES or len(self._data) >= CHUNK // 2:
            self._flush()

    def _bytes(self, content: Content, piece: Piece) -> None:
        buffer = bytearray(piece.range.length)
        content.read_piece(piece, memoryview(buffer))
        what = New.DATA
        if self._room is not None and self._room < len(buffer):
            what = New.PRINTS
            buffer = bytearray(prints(memoryview(buffer), piece.range.start + self._shift))
        elif self._room is not None:
            self._room -= len(buffer)
        place = len(self._data)
        self._data += buffer
        self._add(piece.range, place, what)

    def _flush(self) -> None:
        entries, data = self._entries, self._data
        self._entries, self._data = [], bytearray()
        if entries:
            self._records.append(Kind.NEW, data, coding.pack_new(entries))

    def _number(self, source: Source) -> int:
        """The number of a source of new bytes; the first time, what it is, is written down."""
        number = self._sources.setdefault(id(source), len(self._sources))
        if number == len(self._held):
            self._held.append(source)
            self._describe(source)
        return number

    def _describe(self, source: Source) -> None:
        if isinstance(source, FileBytes):
            file = whole_file(source.source)
            if file is not None and file.size > FILE_LIMIT:
                known = file.opened
                numbers = known.inode, known.size, known.mtime_ns, known.ctime_ns
                self._records.append(Kind.SOURCE, coding.pack_source(PathOf(file.path, *numbers)))
                return
            self._blob(source.source)
        elif isinstance(source, Repeat) and len(source.data) > coding.LONGEST_REPEAT:
            self._blob(source, len(source.data))
        else:
            assert isinstance(source, Pattern)
            self._records.append(Kind.SOURCE, coding.pack_source(source))

    def _blob(self, source: Source, size: int | None = None) -> None:
        whole = ByteRange(0, source.size if size is None else size)
        self._records.append(Kind.SOURCE, coding.pack_source(Blob(whole.length)))
        for chunk in whole.chunks(CHUNK):
            buffer = bytearray(chunk.length)
            if source.read_into(chunk.start, memoryview(buffer)):
                raise OSError(5, "the file that the fill repeats cannot be read")
            self._records.append(Kind.BLOB, buffer)


def prints(data: memoryview, start: int) -> bytes:
    """The checksums of the parts of ``data``, which stands at file offset ``start``, in each sector."""
    first = SECTOR - start % SECTOR
    cuts: Iterable[int] = range(first, len(data), SECTOR)
    return b"".join(crc32(part).to_bytes(4, "little") for part in _parts(data, cuts))


def _parts(data: memoryview, cuts: Iterable[int]) -> Iterator[memoryview]:
    at = 0
    for cut in cuts:
        yield data[at:cut]
        at = cut
    yield data[at:]

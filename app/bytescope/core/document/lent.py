"""The bytes of a file as they were when a document began to use them, whatever is written over them here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from bytescope.core.document.patterns import FileBytes
from bytescope.core.document.spans import Part, Span, SpanTable
from bytescope.core.document.spilled import Spill
from bytescope.core.document.steps import ZEROS, sized
from bytescope.core.errors import LentChangedError, RefusedError
from bytescope.core.ranges import ByteRange, merged
from bytescope.core.source.base import Lost
from bytescope.core.source.file import FileSource
from bytescope.core.source.identity import Identity, identity_of
from bytescope.core.source.shown import quoted_name

if TYPE_CHECKING:
    from bytescope.core.document.snapshot import Snapshot
    from bytescope.core.document.spans import Frozen
    from bytescope.core.source.base import Source
    from bytescope.core.ticket import Ticket

_STEP = 1 << 20


class LentFile:
    """A file that others than its own document take bytes from; it stays open as long as one does.

    What we write over is set aside first (``set_aside``), so that its bytes stay what they were. Of what
    other programs do it can only be told that it happened (``changed``). Read in any thread; set aside in
    one.
    """

    needs_io = True
    cycle: int | None = None

    def __init__(self, file: FileSource) -> None:
        self.file = file
        self.size = file.size
        self._table = SpanTable([Span(file, 0, file.size)] if file.size else [])
        self._view = self._table.snapshot()
        self._rest = FileBytes(file, file.name) if file.size else None
        self._broken = False
        self.intact = True
        """Whether all of its bytes are still in the file."""

    @property
    def opened(self) -> Identity:
        """Which file it is, as it was when its bytes were taken."""
        return self.file.opened

    def read_into(self, offset: int, buffer: memoryview) -> tuple[Lost, ...]:
        while True:
            view = self._view
            lost = _read(view, offset, buffer)
            if view is self._view:  # else it may have been written over while we read
                return lost

    def data_runs(self, within: ByteRange) -> Iterator[ByteRange]:
        at = within.start
        while at < within.end:
            view = self._view
            for run in _runs(view, ByteRange(at, within.end)):
                if view is not self._view:
                    break
                yield run
                at = run.end
            if view is self._view:
                return

    def spans(self, within: ByteRange) -> Iterator[Span]:
        """Where its bytes are now: in the file (as ``FileBytes``), or set aside."""
        for _, span in self._view.spans(within.start, within.end):
            if span.source is self.file and self._rest is not None:
                yield Span(self._rest, span.start, span.length)
            else:
                yield span

    def in_file(self, ranges: Iterable[ByteRange]) -> list[ByteRange]:
        """The parts of ``ranges``, in offsets of the whole file, whose bytes are nowhere else."""
        window = ByteRange.of(self.file.window_start, self.size)
        found = []
        for item in ranges:
            part = item.intersect(window).shifted(-window.start) if item.touches(window) else ByteRange(0, 0)
            for at, span in self._view.spans(part.start, part.end):
                if span.source is self.file:
                    found.append(ByteRange.of(at, span.length))
        return found

    def put_aside(self, ranges: Iterable[ByteRange], spill: Spill, ticket: Ticket) -> None:
        """Keep copies of these parts, as ``in_file`` names them, from now on. RefusedError where there is no
        room, or they cannot be read."""
        for item in ranges:
            self._table.splice(item.start, item.length, self._copied(item, spill, ticket))
            self.intact = False
        self._view = self._table.snapshot()

    def _copied(self, item: ByteRange, spill: Spill, ticket: Ticket) -> list[Part]:
        parts: list[Part] = []
        at = item.start
        for run in self.file.data_runs(item):
            if run.start > at:
                parts.append(Span(ZEROS, 0, run.start - at))
            for chunk in run.chunks(_STEP):
                ticket.check()
                buffer = bytearray(chunk.length)
                if self.file.read_into(chunk.start, memoryview(buffer)):
                    raise RefusedError(
                        f"{quoted_name(self.file.name)} cannot be read at 0x{chunk.start:X}, where other"
                        " documents have bytes of it; save those first."
                    )
                parts.append(spill.put(memoryview(buffer)))
            at = run.end
        if at < item.end:
            parts.append(Span(ZEROS, 0, item.end - at))
        return parts

    def close(self) -> None:
        """Let go of the file before the last one who uses it does."""
        self.file.close()

    def break_off(self) -> None:
        """It was written over without anything being set aside."""
        self._broken = True

    def took(self) -> None:
        """What has happened to the file until now was our doing, and its bytes were set aside for it."""
        if self.file.fd >= 0:
            self.file.refresh(self.size)

    def changed(self) -> bool:
        """Whether bytes of it may be others than were taken. Asks the file; cannot see stores through another
        program's mapping to pages that were dirty before."""
        if self._broken:
            return True
        if self.file.snapshot or self.file.is_device or not any(self._left()):
            return False
        then = self.file.opened
        try:
            now = identity_of(self.file.fd)
        except OSError:
            return True
        if (now.size, now.mtime_ns) != (then.size, then.mtime_ns):
            return True
        # Renaming, linking and a change of permissions set the change time as well.
        return now.ctime_ns != then.ctime_ns and not self._explained(now)

    def _left(self) -> Iterator[bool]:
        return (source is self.file for leaf in self._view.leaves for source in leaf.sources)

    def _explained(self, now: Identity) -> bool:
        then = self.file.opened
        if (now.links, now.mode) != (then.links, then.mode):
            return True
        try:
            return not identity_of(self.file.path).same_file(now)
        except OSError:
            return True


def _read(view: Frozen, offset: int, buffer: memoryview) -> tuple[Lost, ...]:
    lost: list[Lost] = []
    for at, span in view.spans(offset, offset + len(buffer)):
        found = span.source.read_into(span.start, buffer[at - offset : at - offset + span.length])
        lost.extend(Lost(item.range.shifted(at - span.start), item.why) for item in found)
    return tuple(lost)


def _runs(view: Frozen, within: ByteRange) -> Iterator[ByteRange]:
    for at, span in view.spans(within.start, within.end):
        for run in span.source.data_runs(ByteRange.of(span.start, span.length)):
            yield run.shifted(at - span.start)


def file_of(source: Source) -> FileSource | None:
    """The file that a ``FileBytes`` takes its bytes from; None where they are no file's."""
    under = source.source if isinstance(source, FileBytes) else source
    under = under.file if isinstance(under, LentFile) else under
    return under if isinstance(under, FileSource) else None


def whole_file(source: Source) -> FileSource | None:
    """The file that has all the bytes of ``source``, a ``FileSource`` or a ``LentFile``; None where it has
    not."""
    if isinstance(source, LentFile):
        return source.file if source.intact else None
    return source if isinstance(source, FileSource) else None


def lent_in(snapshot: Snapshot) -> dict[LentFile, str]:
    """What a document takes from other files, and how they are called there."""
    found: dict[LentFile, str] = {}
    for leaf in snapshot.table.leaves:
        for source in leaf.sources:
            if isinstance(source, FileBytes) and isinstance(source.source, LentFile):
                found.setdefault(source.source, source.name)
    return found


def check_lent(snapshot: Snapshot) -> None:
    """LentChangedError if a file that the document takes bytes from was changed by another program."""
    for lent, name in lent_in(snapshot).items():
        if lent.changed():
            raise LentChangedError(
                f"{quoted_name(name)} was changed by another program after bytes of it came into this"
                " document, so they may be others by now; nothing was written. Undo that and bring them in"
                " again, or save what is there now."
            )


def set_aside(
    lent: Sequence[LentFile], overwritten: Sequence[ByteRange], folder: bytes | None, ticket: Ticket
) -> list[LentFile]:
    """Before we write over ``overwritten`` (offsets of the file): keep what others have of it.

    ``folder``: where much of it goes. The answer are those of ``lent`` that nobody else has changed.
    RefusedError where there is no room.
    """
    unchanged = [item for item in lent if not item.changed()]
    wanted = [(item, item.in_file(merged(list(overwritten)))) for item in unchanged]
    needed = sum(_data(item.file, ranges) for item, ranges in wanted)
    try:
        spill = Spill(needed, folder)
    except RefusedError as error:
        raise RefusedError(
            f"Other documents have {sized(needed)} of this file that the save would overwrite, more than can"
            " be set aside; save those first, or use Save As."
        ) from error
    for item, ranges in wanted:
        if ranges:
            item.put_aside(ranges, spill, ticket)
    return unchanged


def _data(file: FileSource, ranges: list[ByteRange]) -> int:
    return sum(run.length for item in ranges for run in file.data_runs(item))

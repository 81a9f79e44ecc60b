"""What a document must hold, worked out beside it from the same edits on plain bytes."""

from __future__ import annotations

import threading
from collections import Counter, deque
from collections.abc import Callable
from hashlib import blake2b
from typing import Any

from bytescope.core.document.document import Document
from bytescope.core.document.operations import ReplaceEach, Transform
from bytescope.core.document.patterns import Repeat, start_in
from bytescope.core.document.phase import Phase
from bytescope.core.ranges import ByteRange
from bytescope.core.source.base import read
from helpers.transformed import transformed

LARGEST = 1 << 20
"""Bytes of a document that is followed; a larger one is, once it is small again by undo."""

EDITS = (
    "write", "insert", "fill", "insert_fill", "delete", "copy_block", "overwrite_block", "move_block",
    "resize", "revert", "undo", "redo", "make",
)  # fmt: skip

LIVE_EDITS = ("replace_each", "transform")
"""Of a document in Live access; others make them by ``make``."""


class Mirror:
    """Follows one document by its own methods, which it wraps; of each step a fingerprint is kept.

    ``content`` is None while the document is too large. ``faults`` are the differences that were found.
    """

    def __init__(self, document: Any, name: str, outside: Callable[[], bool] = bool) -> None:
        """``outside``: whether others have written to the file and nobody has noticed yet."""
        self.document = document
        self._outside = outside
        self.name = name
        self.faults: list[str] = []
        self.edits: Counter[str] = Counter()
        self.trail: deque[str] = deque(maxlen=12)
        self.content: bytearray | None = None
        self._lock = threading.RLock()
        """Held while an edit is made, in whichever thread: half of one is nothing to look at."""
        self._shared = False
        self.forget()
        for method in EDITS if isinstance(document, Document) else EDITS + LIVE_EDITS:
            if hasattr(document, method):
                setattr(document, method, self._wrapped(method, getattr(document, method)))

    def forget(self) -> None:
        """Take the document as it is now for what it must be."""
        with self._lock:
            self.content = None if self._shared else self._read()
            self._steps = {self.document.index: self._print()}
            self._dropped = self.document._history.dropped

    def share(self, shared: bool) -> None:
        """Another document shows the same file: what it stores is there before anybody is told of it."""
        if shared != self._shared:
            self._shared = shared
            self.forget()

    def _read(self) -> bytearray | None:
        size = self.document.size
        return None if size > LARGEST else bytearray(self.document.snapshot().read(0, size).data)

    def _print(self) -> bytes | None:
        return None if self.content is None else blake2b(self.content, digest_size=16).digest()

    def _wrapped(self, method: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def edit(*arguments: Any, **named: Any) -> Any:
            with self._lock:
                generation = self.document.generation
                change = real(*arguments, **named)  # nothing is to be done where it refuses
                if self.document.generation != generation:
                    self._took(method, *arguments, **named)
            return change

        return edit

    def _took(self, method: str, *arguments: Any, **named: Any) -> None:
        followed = self.content is not None
        self.edits[method if followed else f"{method} in a large document"] += 1
        for name in ("ticket", "no_undo", "typing"):
            named.pop(name, None)
        index = self.document.index
        given = [*map(_shown, arguments), *(f"{name}={_shown(value)}" for name, value in named.items())]
        self.trail.append(f"{method}({', '.join(given)}) → step {index}")
        if self._shared or self._outside():
            self.forget()
            return
        if method in ("undo", "redo"):
            self.content = self._read()
            self._compare_print(method, index)
            return
        if self.content is not None:
            getattr(self, f"_{method}")(self.content, *arguments, **named)
            if len(self.content) > LARGEST:
                self.content = None
        if index == 0 or self.document._history.dropped != self._dropped:
            self._steps = {}  # the steps before were given up
            self._dropped = self.document._history.dropped
        self._steps[index] = self._print()

    def _compare_print(self, method: str, index: int) -> None:
        if index not in self._steps:
            self._steps[index] = self._print()
        known = self._steps[index]
        if known is not None and known != self._print():
            self.faults.append(f"{self.name}: {method} to step {index} brought other bytes than there were")

    # -- the edits, on plain bytes --------------------------------------------------------------

    def _write(self, content: bytearray, offset: int, data: bytes) -> None:
        self._pad(content, offset)
        content[offset : offset + len(data)] = data

    def _insert(self, content: bytearray, offset: int, data: bytes) -> None:
        self._pad(content, offset)
        content[offset:offset] = data

    def _fill(self, content: bytearray, range: ByteRange, pattern: Any, phase: Phase = Phase.START) -> None:
        if range.end <= LARGEST:
            self._write(content, range.start, _filled(pattern, range.start, range.length, phase))
        else:
            content.extend(bytes(LARGEST + 1))

    def _insert_fill(
        self, content: bytearray, offset: int, length: int, pattern: Any, phase: Phase = Phase.START
    ) -> None:
        if length <= LARGEST:
            self._insert(content, offset, _filled(pattern, offset, length, phase))
        else:
            content.extend(bytes(LARGEST + 1))

    def _delete(self, content: bytearray, range: ByteRange) -> None:
        del content[range.start : range.end]

    def _copy_block(self, content: bytearray, range: ByteRange, to: int) -> None:
        self._insert(content, to, bytes(content[range.start : range.end]))

    def _overwrite_block(self, content: bytearray, range: ByteRange, to: int) -> None:
        self._write(content, to, bytes(content[range.start : range.end]))

    def _move_block(self, content: bytearray, range: ByteRange, to: int) -> None:
        data = bytes(content[range.start : range.end])
        del content[range.start : range.end]
        self._insert(content, to if to <= range.start else to - range.length, data)

    def _resize(self, content: bytearray, size: int) -> None:
        if size > LARGEST:
            content.extend(bytes(LARGEST + 1))
        else:
            self._pad(content, size)
            del content[size:]

    def _revert(self, content: bytearray, range: ByteRange) -> None:
        """What comes back is the base's; what lies outside must stay."""
        now = self._read()
        assert now is not None
        for part in (slice(0, range.start), slice(range.end, None)):
            if now[part] != content[part]:
                self.faults.append(f"{self.name}: revert of {range} changed bytes outside of it")
        content[:] = now

    def _make(self, content: bytearray, step: Any) -> None:
        op = step.op
        if isinstance(op, ReplaceEach):
            data = b"" if op.data is None else read(*op.data).data
            self._replace_each(content, op.places, data, op.ends)
        elif isinstance(op, Transform):
            self._transform(content, op.range, op.rule)
        else:  # another kind of step: what it is to give is nothing that can be worked out here
            now = self._read()
            content[:] = bytes(LARGEST + 1) if now is None else now

    def _replace_each(self, content: bytearray, places: Any, data: bytes, ends: Any = None) -> None:
        cuts = [0, *(ends or ())]
        for number, item in reversed([*enumerate(places)]):
            own = data if ends is None else data[cuts[number] : cuts[number + 1]]
            content[item.start : item.end] = own

    def _transform(self, content: bytearray, range: ByteRange, rule: Any) -> None:
        content[:] = transformed(bytes(content), range, rule)

    @staticmethod
    def _pad(content: bytearray, size: int) -> None:
        if size <= LARGEST:
            content.extend(bytes(max(0, size - len(content))))

    # -- checks ---------------------------------------------------------------------------------

    def compare(self) -> None:
        """The document against the plain bytes."""
        with self._lock:
            now = self._read()
            if self.content is None or now is None:
                return
            if self._outside():
                self.forget()
                return
            if now != self.content:
                pairs = enumerate(zip(now, self.content))
                place = next((at for at, (a, b) in pairs if a != b), min(len(now), len(self.content)))
                self.faults.append(
                    f"{self.name}: {len(now):,} bytes where {len(self.content):,} were to be, or others "
                    f"from 0x{place:X} on, at step {self.document.index}; after " + "; ".join(self.trail)
                )
                self.forget()

    def undo_all(self) -> None:
        """Back to the first step that is kept: it must be what it was."""
        first = self.document.index
        while self.document.undo_name is not None:
            self.document.undo()
        self.faults += [] if self.document.index <= first else [f"{self.name}: undo went forward"]


def _shown(value: object) -> str:
    text = repr(value)
    return text if len(text) < 60 else f"{text[:50]}… ({len(text)})"


def _filled(pattern: Any, at: int, length: int, phase: Phase) -> bytes:
    if isinstance(pattern, Repeat) and phase is Phase.START:
        unit = pattern.data
        return (unit * (length // len(unit) + 1))[:length]
    return read(pattern, start_in(pattern, at, phase), length).data

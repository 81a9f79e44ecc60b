"""Operations as values: done again on another document they give the same bytes, steps and names."""

from __future__ import annotations

import random

import pytest

from bytescope.core.change import Change, Kind
from bytescope.core.document.applying import apply
from bytescope.core.document.document import Document
from bytescope.core.document.operations import Insert, Write
from bytescope.core.document.patterns import Repeat
from bytescope.core.document.restating import restate
from bytescope.core.document.spans import Span
from bytescope.core.document.steps import ZEROS
from bytescope.core.errors import RefusedError
from bytescope.core.ranges import ByteRange
from bytescope.core.source.memory import MemorySource, ZeroSource
from helpers.scripts import Player
from helpers.stored import StoredBytes


def text(document: Document) -> bytes:
    return document.snapshot().read(0, document.size).data


def looks(document: Document) -> tuple[bytes, list[str], list[str], int | None]:
    return text(document), document.steps, document.undone, document.saved_index


class Twins(Player):
    """A script whose every operation is done again on a second document."""

    def __init__(self, seed: int) -> None:
        super().__init__(seed, steps=30)
        self.twin = Document(StoredBytes(bytes(self.file.data)))
        self.moves = [m for m in self.moves if "save" not in m.__name__] + [self.type, self.type, self.look]

    def type(self) -> Change:
        """Go on typing where it was, or begin elsewhere; overwriting or inserting."""
        at = self.place() if self.random.random() < 0.5 else min(self.last, len(self.model.data))
        data = self.random.randbytes(self.random.randint(1, 2))
        assert isinstance(self.document, Document)
        if self.random.random() < 0.5:
            change = self.document.write(at, data, typing=True)
        else:
            change = self.document.insert(at, data, typing=True)
        self.last = at + len(data)
        return change

    def look(self) -> None:
        self.document.end_typing()

    last = 0

    def play(self) -> None:
        for _ in range(self.steps):
            move = self.random.choice(self.moves)
            generation = self.document.generation
            change = move() if move != self.revert else self._revert()
            # The naive model knows nothing of typing: here only its bytes are of use.
            self.model.data[:] = text(self.document)  # type: ignore[arg-type]
            if change is None or self.document.generation == generation:
                continue
            assert change.op is not None
            again = apply(self.twin, change.op)
            assert again._replace(op=None) == change._replace(op=None)
            assert looks(self.twin) == looks(self.document)  # type: ignore[arg-type]

    def _revert(self) -> Change | None:
        try:
            return self.document.revert(self.range())
        except RefusedError:
            return None

    def undo(self) -> Change | None:
        return self.document.undo() if self.document.index else None

    def redo(self) -> Change | None:
        return self.document.redo() if self.document.undone else None


def test_operations_done_again_give_the_same(size):
    merged = 0
    for seed in range(size.of(400)):
        twins = Twins(seed)
        twins.play()
        merged += sum(name.startswith("Type") and "1 byte" not in name for name in twins.document.steps)
    assert merged > 20


def test_a_pause_in_typing_is_in_the_operations():
    document, twin = (Document(StoredBytes(b"abcdefgh")) for _ in range(2))
    changes = [document.write(0, b"1", typing=True), document.write(1, b"2", typing=True)]
    document.end_typing()
    changes.append(document.write(2, b"3", typing=True))
    assert [change.op.merged for change in changes] == [False, True, False]
    for change in changes:
        apply(twin, change.op)
    assert twin.steps == document.steps == ["Type 2 bytes", "Type 1 byte"]


def test_the_bytes_of_an_operation_are_the_documents_own():
    document = Document(ZeroSource(1 << 20))
    op = document.write(0, random.Random(1).randbytes(1 << 19)).op
    assert isinstance(op, Write)
    assert [s.source for s in document.snapshot().segments(ByteRange(0, 1))] == [op.data.source]


def test_what_changes_nothing_is_no_operation():
    document = Document(StoredBytes(b"abc"))
    changes = [document.write(0, b""), document.delete(ByteRange(1, 1)), document.resize(3)]
    assert [change.op for change in changes] == [None] * 3


def test_lost_bytes_are_not_done_again_as_zeros():
    short = StoredBytes(b"ab")
    document = Document(StoredBytes(b"xyz"))
    with pytest.raises(RefusedError, match="cannot be read"):
        apply(document, Insert(0, Span(short, 0, 4)))
    assert text(document) == b"xyz"


def spans_of(document: Document, base: StoredBytes) -> list[Span]:
    """The spans of a document, on another base."""
    return [
        Span(base if s.source is document.base else s.source, s.start, s.range.length)
        for s in document.snapshot().segments(ByteRange(0, document.size))
    ]


def test_a_state_is_one_step_whatever_led_to_it(size):
    for seed in range(size.of(300)):
        twins = Twins(seed)
        twins.play()
        original = bytes(twins.file.data)
        again = Document(StoredBytes(original))
        assert isinstance(twins.document, Document)
        restate(again, spans_of(twins.document, again.base), "As it was")  # type: ignore[arg-type]
        assert text(again) == text(twins.document)
        assert again.steps == ["As it was"]
        assert list(again.edited_ranges()) == list(twins.document.edited_ranges())
        again.undo()
        assert text(again) == original
        assert not again.modified


def test_a_state_touches_only_what_differs():
    document = Document(StoredBytes(bytes(100)))
    base, data = document.base, MemorySource(b"abcd")
    spans = [Span(base, 0, 10), Span(data, 0, 4), Span(base, 14, 50), Span(Repeat(b"x"), 0, 6)]
    change = restate(document, [*spans, Span(base, 70, 30)], "As it was")
    assert (change.kind, change.ranges) == (Kind.WRITE, (ByteRange(10, 14), ByteRange(64, 70)))
    longer = Document(StoredBytes(bytes(100)))
    middle = [Span(longer.base, 0, 10), Span(ZEROS, 0, 8), Span(longer.base, 10, 90)]
    assert restate(longer, middle, "As it was").ranges == (ByteRange(10, 108),)


def test_a_state_needs_a_document_without_steps():
    document = Document(StoredBytes(b"abc"))
    document.write(0, b"x")
    with pytest.raises(RefusedError, match="steps already"):
        restate(document, [Span(ZEROS, 0, 3)], "As it was")
    document.undo()
    with pytest.raises(RefusedError, match="steps already"):
        restate(document, [Span(ZEROS, 0, 3)], "As it was")

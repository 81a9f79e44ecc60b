"""One contract for all kinds of documents: over memory, over a live fake, over a live file."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from bytescope.core.change import Kind
from bytescope.core.document.document import Document
from bytescope.core.document.live import LiveDocument
from bytescope.core.document.patterns import Phase, Repeat, SeededRandom
from bytescope.core.errors import RefusedError
from bytescope.core.ranges import ByteRange, PageRange
from bytescope.core.source.access import Access
from bytescope.core.source.base import read
from bytescope.core.source.opening import open_file
from bytescope.core.ticket import Ticket
from helpers.stored import StoredBytes

AnyDocument = Document | LiveDocument
Maker = Callable[[bytes], AnyDocument]


@pytest.fixture(params=["document", "live", "live file"])
def make(request, tmp_path) -> Iterator[Maker]:
    opened = []

    def maker(data: bytes) -> AnyDocument:
        if request.param == "document":
            return Document(StoredBytes(data))
        if request.param == "live":
            return LiveDocument(StoredBytes(data))
        path = tmp_path / "live.bin"
        path.write_bytes(data)
        opened.append(open_file(path, Access.LIVE))
        return LiveDocument(opened[-1])

    yield maker
    for source in opened:
        source.close()


def text(document: AnyDocument) -> bytes:
    return document.snapshot().read(0, document.size).data


def test_a_new_document_is_its_base(make):
    document = make(b"abcdefghij")
    assert (text(document), document.size, document.generation) == (b"abcdefghij", 10, 0)
    assert (document.modified, document.read_only, document.locked) == (False, False, False)
    assert (document.steps, document.undone, document.index, document.saved_index) == ([], [], 0, 0)
    assert list(document.edited_ranges()) == []
    assert not document.length_changed


def test_write_undo_redo(make):
    document = make(b"abcdefghij")
    change = document.write(3, b"XYZ", ticket=Ticket())
    assert (change.kind, change.ranges, change.generation) == (Kind.WRITE, (ByteRange(3, 6),), 1)
    assert text(document) == b"abcXYZghij"
    assert list(document.edited_ranges()) == [ByteRange(3, 6)]
    assert list(document.snapshot().edited(ByteRange(4, 9))) == [ByteRange(4, 6)]
    assert document.undo(ticket=Ticket()).ranges == (ByteRange(3, 6),)
    assert text(document) == b"abcdefghij"
    assert not document.modified
    assert document.redo(ticket=Ticket()).kind is Kind.REDO
    assert text(document) == b"abcXYZghij"
    assert document.undo_name == "Write 3 bytes"


def test_fill_and_phase(make):
    document = make(bytes(20))
    document.fill(ByteRange(4, 9), Repeat(b"abc"), ticket=Ticket())
    document.fill(ByteRange(10, 15), Repeat(b"abc"), Phase.ABSOLUTE)
    assert text(document) == bytes(4) + b"abcab\0bcabc" + bytes(5)
    assert document.steps == ["Fill 5 bytes with 61 62 63"] * 2


def test_a_fill_of_many_chunks(make):
    document = make(bytes(3_500_000))
    pattern = SeededRandom(5)
    document.fill(ByteRange(100, 3_400_000), pattern)
    assert text(document)[100:3_400_000] == read(pattern, 0, 3_399_900).data
    document.undo()
    assert text(document) == bytes(3_500_000)


def test_overwrite_block_with_an_overlap(make):
    document = make(b"abcdefghij")
    document.overwrite_block(ByteRange(0, 6), 2)
    assert text(document) == b"ababcdefij"
    document.overwrite_block(ByteRange(4, 10), 8)
    assert text(document) == b"ababcdefcdefij"
    document.undo()
    document.undo()
    assert text(document) == b"abcdefghij"


def test_writing_past_the_end_grows(make):
    document = make(b"abc")
    assert document.write(2, b"XY").ranges == (ByteRange(2, 4),)
    change = document.write(6, b"Z")
    assert (change.old_size, change.new_size, change.ranges) == (4, 7, (ByteRange(4, 7),))
    assert text(document) == b"abXY\0\0Z"
    document.undo()
    document.undo()
    assert text(document) == b"abc"
    document.redo()
    document.redo()
    assert text(document) == b"abXY\0\0Z"


def test_resize_and_its_undo(make):
    document = make(b"abcdefghij")
    assert document.resize(4, ticket=Ticket()).ranges == (ByteRange(4, 10),)
    assert text(document) == b"abcd"
    document.resize(6)
    assert text(document) == b"abcd\0\0"
    document.undo()
    document.undo()
    assert text(document) == b"abcdefghij"
    assert document.undone == ["Resize to 4 bytes", "Resize to 6 bytes"]


def test_revert(make):
    document = make(b"abcdefghij")
    document.write(2, b"XY")
    document.write(7, b"Z")
    assert document.revert(ByteRange(0, 5), ticket=Ticket()).kind is Kind.REVERT
    assert text(document) == b"abcdefgZij"
    document.undo()
    assert text(document) == b"abXYefgZij"
    with pytest.raises(RefusedError):
        document.revert(ByteRange(8, 10))


def test_typing_is_one_step(make):
    document = make(b"abcdefghij")
    for i in range(3):
        document.write(i, b"X", typing=True)
    document.end_typing()
    document.write(3, b"Y", typing=True)
    assert document.steps == ["Type 3 bytes", "Type 1 byte"]
    document.undo()
    document.undo()
    assert text(document) == b"abcdefghij"


def test_marks_of_pages(make):
    document = make(bytes(50_000))
    document.write(4_095, b"xy")
    document.write(40_960, b"z")
    pages = PageRange(0, 13)
    assert list(zip(*document.edited_runs(pages))) == [(0, 2), (10, 11)]
    assert [document.next_edited(p) for p in (-1, 0, 1, 10)] == [0, 1, 10, None]
    assert [document.previous_edited(p) for p in (0, 1, 10, 12)] == [None, 0, 1, 10]
    assert document.edited_bytes == 3
    assert list(document.saved_runs(pages)[0]) == []


def test_a_locked_document_refuses(make):
    document = make(b"abcdefghij")
    document.lock()
    for edit in (
        lambda: document.write(0, b"x"),
        lambda: document.fill(ByteRange(0, 2), Repeat(b"x")),
        lambda: document.overwrite_block(ByteRange(0, 2), 5),
        lambda: document.resize(3),
        lambda: document.revert(ByteRange(0, 2)),
        document.undo,
        document.redo,
    ):
        with pytest.raises(RefusedError, match="Saving is under way"):
            edit()
    document.unlock()
    document.write(0, b"x")
    assert text(document) == b"xbcdefghij"


def test_nothing_to_undo_or_redo(make):
    document = make(b"abc")
    with pytest.raises(RefusedError, match="nothing to undo"):
        document.undo()
    with pytest.raises(RefusedError, match="nothing to redo"):
        document.redo()


def test_edits_of_nothing_change_nothing(make):
    document = make(b"abc")
    assert document.write(1, b"").ranges == ()
    assert document.fill(ByteRange(1, 1), Repeat(b"x")).ranges == ()
    assert document.overwrite_block(ByteRange(1, 1), 2).ranges == ()
    assert document.resize(3).ranges == ()
    assert (document.generation, document.steps) == (0, [])


def test_a_window_keeps_its_length(make):
    document = make(b"abc")
    document.base.windowed = True
    for edit in (lambda: document.write(2, b"xy"), lambda: document.resize(2)):
        with pytest.raises(RefusedError, match="window of a file"):
            edit()
    assert text(document) == b"abc"

"""Live documents: what reaches the file, what is kept for undo, and what a stop or an error leaves behind."""

from __future__ import annotations

import os

import pytest

from bytescope.core.document.live import LiveDocument
from bytescope.core.document.patterns import FileBytes, Repeat, SeededRandom
from bytescope.core.document.storing import CHUNK
from bytescope.core.errors import Cancelled, RefusedError, SaveError
from bytescope.core.ranges import ByteRange, PageRange
from bytescope.core.source.access import Access
from bytescope.core.source.opening import open_file
from bytescope.core.ticket import Ticket
from helpers.stored import StoredBytes


class Stopping(Ticket):
    """Is cancelled as soon as ``after`` units are done."""

    def __init__(self, after: int) -> None:
        super().__init__()
        self.after = after

    def advance(self, amount: int) -> None:
        self.cancelled = self.done + amount >= self.after
        super().advance(amount)


def random_bytes(length: int) -> bytes:
    buffer = bytearray(length)
    SeededRandom(3).read_into(0, memoryview(buffer))
    return bytes(buffer)


def test_each_edit_is_in_the_file_at_once_and_seen_by_others(tmp_path):
    path = tmp_path / "test.bin"
    path.write_bytes(bytes(1024 * 1024))
    one, two = open_file(path, Access.LIVE), open_file(path, Access.LIVE, offset=4096 * 4, length=4096 * 8)
    first, second = LiveDocument(one), LiveDocument(two)
    first.write(0, b"\x88")
    first.fill(ByteRange(4, 8), Repeat(b"\xad"))
    second.fill(ByteRange(0, 0x1000), Repeat(b"\xaa"))
    with open(path, "rb") as file:
        data = file.read()
    assert data[:8] == b"\x88\0\0\0\xad\xad\xad\xad"
    assert data[0o40000:0o50000] == b"\xaa" * 4096
    assert first.snapshot().read(0o40000, 4096).data == b"\xaa" * 4096
    first.write(0o40000, b"both")
    assert second.snapshot().read(0, 4).data == b"both"
    with pytest.raises(RefusedError, match="window"):
        second.resize(5)
    one.close()
    two.close()


def test_filling_a_hole_costs_no_memory_and_undo_brings_zeros(tmp_path):
    path = tmp_path / "sparse.bin"
    path.touch()
    os.truncate(path, 64 << 20)
    source = open_file(path, Access.LIVE)
    document = LiveDocument(source, added_budget=1000)
    document.fill(ByteRange(0, 8 << 20), Repeat(b"x"))
    document.undo()
    assert document.snapshot().read(0, 8 << 20).data == bytes(8 << 20)
    document.resize(1 << 20)
    assert os.path.getsize(path) == 1 << 20
    source.close()


def test_constant_chunks_cost_no_memory():
    document = LiveDocument(StoredBytes(b"\xaa" * (5 * CHUNK)), added_budget=5_000)
    document.fill(ByteRange(1, 5 * CHUNK - 1), SeededRandom(1))
    document.undo()
    assert document.base.data == b"\xaa" * (5 * CHUNK)


def test_beyond_the_budget_an_edit_is_refused_with_nothing_changed():
    data = random_bytes(10_000)
    document = LiveDocument(StoredBytes(data), added_budget=5_000)
    for edit in (
        lambda: document.fill(ByteRange(0, 10_000), Repeat(b"x")),
        lambda: document.resize(10),
        lambda: document.overwrite_block(ByteRange(0, 6_000), 1),
    ):
        with pytest.raises(RefusedError, match="5,000 bytes"):
            edit()
    assert document.base.data == data
    assert document.base.stores == []
    assert (document.steps, document.generation) == ([], 0)


def test_without_undo_it_is_done_and_the_history_forgotten():
    document = LiveDocument(StoredBytes(random_bytes(10_000)), added_budget=5_000)
    document.write(0, b"abc")
    document.fill(ByteRange(0, 10_000), Repeat(b"x"), no_undo=True)
    assert document.base.data == b"x" * 10_000
    assert (document.steps, document.modified) == ([], True)
    assert list(document.edited_ranges()) == [ByteRange(0, 10_000)]
    with pytest.raises(RefusedError, match="not kept"):
        document.revert(ByteRange(0, 10))
    document.mark_flushed()
    assert not document.modified


def test_over_the_budget_the_oldest_steps_go():
    document = LiveDocument(StoredBytes(random_bytes(100_000)), added_budget=50_000)
    for i in range(20):
        document.fill(ByteRange.of(i * 5_000, 5_000), Repeat(b"x"))
    assert 0 < len(document.steps) < 11
    assert document.dropped_steps == 20 - len(document.steps)
    with pytest.raises(RefusedError, match="not kept"):
        document.revert(ByteRange(0, 10))


@pytest.mark.parametrize("after", [1, CHUNK, 4 * CHUNK, 5 * CHUNK, 7 * CHUNK + 5])
def test_a_stop_puts_everything_back(after):
    data = random_bytes(4 * CHUNK)
    document = LiveDocument(StoredBytes(data))
    with pytest.raises(Cancelled):
        document.fill(ByteRange(100, 4 * CHUNK - 100), Repeat(b"xyz"), ticket=Stopping(after))
    assert document.base.data == data
    assert (document.steps, document.generation, document.size) == ([], 0, 4 * CHUNK)
    assert list(document.edited_ranges()) == []


def test_a_stop_of_an_undo_leaves_the_step_done():
    data = random_bytes(4 * CHUNK)
    document = LiveDocument(StoredBytes(data))
    document.fill(ByteRange(0, 4 * CHUNK), Repeat(b"x"))
    with pytest.raises(Cancelled):
        document.undo(ticket=Stopping(2 * CHUNK))
    assert document.base.data == b"x" * (4 * CHUNK)
    assert document.index == 1
    document.undo()
    assert document.base.data == data


def test_a_full_disk_puts_everything_back():
    data = random_bytes(4 * CHUNK)
    document = LiveDocument(StoredBytes(data))
    document.base.fail_at = 3 * CHUNK
    with pytest.raises(SaveError, match="disk is full"):
        document.fill(ByteRange(0, 5 * CHUNK), Repeat(b"x"))
    assert document.base.data == data
    assert (document.size, document.steps) == (4 * CHUNK, [])


def test_an_error_while_a_file_shrinks_puts_its_tail_back():
    document = LiveDocument(StoredBytes(b"abcdef"))
    document.write(4, b"123456")
    assert document.base.data == b"abcd123456"
    document.base.fail_at = 5
    with pytest.raises(SaveError):
        document.undo()
    assert document.base.data == b"abcd123456"
    assert (document.index, document.size) == (1, 10)
    document.undo()
    assert document.base.data == b"abcdef"


def test_a_step_of_many_edits_is_undone_whole_or_not_at_all():
    document = LiveDocument(StoredBytes(b"abcdef"))
    for i in range(6):
        document.write(i, b"X", typing=True)
    with pytest.raises(Cancelled):
        document.undo(ticket=Stopping(3))
    assert document.base.data == b"XXXXXX"
    assert document.index == 1


def test_a_stop_without_undo_tells_what_is_stored():
    document = LiveDocument(StoredBytes(random_bytes(4 * CHUNK)), added_budget=1000)
    with pytest.raises(Cancelled, match=r"0\.\.3,145,728 are stored"):
        document.fill(ByteRange(0, 4 * CHUNK), Repeat(b"x"), no_undo=True, ticket=Stopping(2 * CHUNK + 1))
    assert document.base.data[: 3 * CHUNK] == b"x" * (3 * CHUNK)
    assert document.modified
    assert list(document.edited_ranges()) == [ByteRange(0, 4 * CHUNK)]


def test_a_chunk_that_was_stored_in_part_is_put_back_too():
    class Torn(StoredBytes):
        torn = False

        def store(self, offset: int, data: bytes | memoryview) -> None:
            if self.torn or offset < CHUNK:
                return super().store(offset, data)
            self.torn = True
            super().store(offset, bytes(data)[:100])
            raise SaveError("The medium reports an error.")

    data = random_bytes(3 * CHUNK)
    document = LiveDocument(Torn(data))
    with pytest.raises(SaveError, match="medium"):
        document.fill(ByteRange(0, 3 * CHUNK), Repeat(b"x"))
    assert document.base.data == data


def test_when_even_putting_back_fails_the_error_says_where_the_file_is_mixed():
    class Broken(StoredBytes):
        broken = False

        def store(self, offset: int, data: bytes | memoryview) -> None:
            if self.broken:
                raise SaveError("The medium reports an error.")
            self.broken = offset >= CHUNK
            super().store(offset, data)

    document = LiveDocument(Broken(random_bytes(4 * CHUNK)))
    with pytest.raises(SaveError, match=r"may have new bytes in 0\.\.3,145,728"):
        document.fill(ByteRange(0, 4 * CHUNK), Repeat(b"x"))


def test_bytes_that_cannot_be_read_cannot_be_overwritten_with_undo():
    file = StoredBytes(b"abcdefghij")
    file.lost = [ByteRange(3, 4)]
    document = LiveDocument(file)
    with pytest.raises(SaveError, match="cannot be read"):
        document.write(0, b"12345")
    assert file.data == b"abcdefghij"


def test_a_pattern_that_cannot_be_read_changes_nothing():
    source = StoredBytes(b"0123456789")
    source.lost = [ByteRange(5, 6)]
    document = LiveDocument(StoredBytes(b"abcdefghij"))
    with pytest.raises(SaveError, match="cannot be read"):
        document.fill(ByteRange(0, 10), FileBytes(source, "digits"))
    assert document.base.data == b"abcdefghij"


def test_a_pattern_from_the_same_file_is_refused(tmp_path):
    path = tmp_path / "same.bin"
    path.write_bytes(b"abcdefghij")
    source, same = open_file(path, Access.LIVE), open_file(path, Access.READ)
    document = LiveDocument(source)
    with pytest.raises(RefusedError, match="copy the block"):
        document.fill(ByteRange(0, 10), FileBytes(same, "same.bin"))
    source.close()
    same.close()


@pytest.mark.parametrize(
    "edit",
    [
        lambda d: d.insert(0, b"x"),
        lambda d: d.insert_fill(0, 1, Repeat(b"x")),
        lambda d: d.delete(ByteRange(0, 1)),
        lambda d: d.copy_block(ByteRange(0, 1), 3),
        lambda d: d.move_block(ByteRange(0, 1), 3),
        lambda d: d.rebase(d.base, [], None, True),
    ],
)
def test_what_live_access_cannot_do_is_said(edit):
    document = LiveDocument(StoredBytes(b"abc"))
    with pytest.raises(RefusedError, match="Live access"):
        edit(document)
    assert document.base.data == b"abc"


def test_flushing_turns_edited_pages_into_saved_ones():
    document = LiveDocument(StoredBytes(bytes(20_000)))
    document.write(5_000, b"x")
    generation = document.generation
    document.mark_flushed()
    pages = PageRange(0, 5)
    assert list(document.edited_runs(pages)[0]) == []
    assert list(zip(*document.saved_runs(pages))) == [(1, 2)]
    assert (document.modified, document.saved_index) == (False, 1)
    assert document.generation > generation
    document.undo()
    assert document.modified
    assert list(zip(*document.edited_runs(pages))) == [(1, 2)]


def test_the_ticket_counts_what_is_read_and_what_is_stored():
    document = LiveDocument(StoredBytes(random_bytes(3 * CHUNK)))
    ticket = Ticket()
    document.fill(ByteRange(0, 2 * CHUNK), Repeat(b"x"), ticket=ticket)
    assert (ticket.done, ticket.total) == (4 * CHUNK, 4 * CHUNK)
    ticket = Ticket()
    document.overwrite_block(ByteRange(0, CHUNK), CHUNK + 7, ticket=ticket)
    assert (ticket.done, ticket.total) == (3 * CHUNK, 3 * CHUNK)
    ticket = Ticket()
    document.undo(ticket=ticket)
    assert (ticket.done, ticket.total) == (CHUNK, CHUNK)

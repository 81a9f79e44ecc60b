"""The history: what it costs, what it forgets over its budget, and that it lets go of what nobody needs."""

from __future__ import annotations

import gc
import tracemalloc

import pytest

from bytescope.core.document.added import AddedBlock
from bytescope.core.document.document import Document
from bytescope.core.document.patterns import Repeat
from bytescope.core.ranges import ByteRange
from bytescope.core.source.memory import ZeroSource

LARGE = 2_000_000


def test_a_fill_of_a_tebibyte_costs_next_to_nothing():
    document = Document(ZeroSource(1 << 40))
    document.write(0, b"x")
    document.undo()
    tracemalloc.start()
    document.fill(ByteRange(0, 1 << 40), Repeat(b"\xde\xad"))
    document.undo()
    document.redo()
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 20_000
    assert document.snapshot().read((1 << 40) - 3, 3).data == b"\xad\xde\xad"


def test_a_one_byte_step_costs_about_a_hundred_bytes():
    document = Document(ZeroSource(1 << 32))
    for i in range(1_000):
        document.write(i * 5_000, b"x")
    tracemalloc.start()
    for i in range(1_000, 11_000):
        document.write(i * 5_000, b"x")
    used = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    assert used / 10_000 < 250, "span table, history and byte together"


def test_over_the_budget_the_oldest_steps_go_first():
    document = Document(ZeroSource(1 << 20), added_budget=100_000)
    for i in range(40):
        document.write(i * 10_000, bytes([i]) * 10_000)
    assert 5 <= len(document.steps) <= 10
    assert document.dropped_steps == 40 - len(document.steps)
    assert document.modified
    while document.undo_name:
        document.undo()
    assert document.modified, "the saved state cannot be reached any more"
    kept = 40 - document.dropped_steps
    assert document.snapshot().read((40 - kept - 1) * 10_000, 1).data == bytes([40 - kept - 1])
    assert document.snapshot().read((40 - kept) * 10_000, 1).data == b"\0"


def test_the_newest_step_is_never_forgotten():
    document = Document(ZeroSource(1 << 20), added_budget=1_000)
    document.write(0, b"a")
    document.write(0, b"x" * 50_000)
    assert document.steps == ["Write 50,000 bytes"]
    document.undo()
    assert document.snapshot().read(0, 2).data == b"a\0"


@pytest.mark.usefixtures("few_objects")
def test_bytes_of_undone_steps_are_freed_by_the_next_edit():
    document = Document(ZeroSource(1 << 30))
    document.write(0, b"x" * LARGE)
    assert _large_blocks() == 1
    document.undo()
    assert _large_blocks() == 1
    document.write(5, b"y")
    assert _large_blocks() == 0


@pytest.mark.usefixtures("few_objects")
def test_bytes_of_steps_over_the_budget_are_freed():
    document = Document(ZeroSource(1 << 30), added_budget=5_000_000)
    for _ in range(10):
        document.write(0, b"x" * LARGE)
        document.fill(ByteRange(0, 1 << 30), Repeat(b"y"))
    assert _large_blocks() <= 3, "those of the budget, and one that the oldest step removed"


def _large_blocks() -> int:
    gc.collect()
    return sum(1 for thing in gc.get_objects() if type(thing) is AddedBlock and thing.size == LARGE)


def test_names_and_states():
    document = Document(ZeroSource(1 << 40))
    assert (document.undo_name, document.redo_name, document.modified) == (None, None, False)
    document.write(0, b"abc")
    document.fill(ByteRange(0, 1 << 40), Repeat(b"\xaa"))
    document.delete(ByteRange(0, 4097))
    assert document.steps == ["Write 3 bytes", "Fill 1 TiB with AA", "Delete 4,097 bytes"]
    document.undo()
    document.undo()
    assert document.steps == ["Write 3 bytes"]
    assert document.undone == ["Fill 1 TiB with AA", "Delete 4,097 bytes"]
    assert (document.undo_name, document.redo_name) == ("Write 3 bytes", "Fill 1 TiB with AA")
    assert (document.index, document.saved_index, document.modified) == (1, 0, True)
    document.undo()
    assert not document.modified
    document.write(9, b"q")
    assert document.undone == []


def test_select_all_and_fill_over_many_edits_keeps_leaves_not_spans():
    document = Document(ZeroSource(1 << 32))
    for i in range(20_000):
        document.write(i * 200_000, b"x")
    pieces = len(document._history._piece_things)
    document.fill(ByteRange(0, 1 << 32), Repeat(b"y"))
    assert len(document._history._piece_things) - pieces < 500
    document.undo()
    assert document.snapshot().read(19_999 * 200_000, 1).data == b"x"

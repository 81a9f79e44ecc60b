import os
from itertools import pairwise

import pytest

from bytescope.core.document.document import Document
from bytescope.core.document.patterns import FileBytes, Repeat
from bytescope.core.errors import RefusedError
from bytescope.core.ranges import ByteRange
from bytescope.core.source.access import Access
from bytescope.core.source.memory import AnonymousSource
from bytescope.core.source.opening import create_file, open_file
from bytescope.core.storage.plan import Order, plan_save
from bytescope.core.storage.verify import samples
from helpers.saving import opened, save_document

KIB = 1024
MIB = 1024 * KIB


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "file"
    path.write_bytes(bytes(range(256)) * 256)
    return path


@pytest.fixture
def document(path):
    document = opened(path)
    yield document
    document.base.close()


def test_only_what_differs_is_written(document):
    document.write(10, b"abc")
    document.write(13, b"de")
    document.write(60_000, b"x")
    plan = plan_save(document)
    assert plan.in_place
    assert plan.ranges == (ByteRange(10, 15), ByteRange(60_000, 60_001))
    assert plan.bytes_to_write == 6
    assert (plan.reason, plan.undo_note, plan.spool) == ("", "", ())


def test_nothing_is_planned_for_a_document_that_was_not_changed(document):
    document.write(10, b"abc")
    document.undo()
    plan = plan_save(document)
    assert (plan.ranges, plan.bytes_to_write, plan.in_place) == ((), 0, True)


def test_sources_inside_overwritten_ranges_are_set_aside(document):
    document.overwrite_block(ByteRange(0, 1000), 500)
    assert plan_save(document).spool == (ByteRange(500, 1000),)
    document.undo()
    document.overwrite_block(ByteRange(0, 1000), 5000)
    assert plan_save(document).spool == ()


def test_more_old_bytes_than_the_budget_are_told_before_saving(document):
    document.fill(ByteRange(0, 3000), Repeat(b"a"))
    plan = plan_save(document, undo_budget=2999)
    assert not plan.keeps_undo
    assert "3,000 bytes cannot be brought back" in plan.undo_note
    assert plan_save(document, undo_budget=3000).keeps_undo


def test_holes_cost_nothing_of_the_budget(tmp_path):
    create_file(path := bytes(tmp_path / "sparse"), 1 << 40)
    document = Document(open_file(path))
    document.fill(ByteRange(0, 1 << 40), Repeat(b"a"))
    plan = plan_save(document)
    assert plan.keeps_undo
    assert plan.needs_space == 1 << 40
    document.base.close()


def test_zeros_over_a_hole_are_not_written(tmp_path):
    create_file(path := bytes(tmp_path / "sparse"), 1 << 40)
    document = Document(open_file(path))
    document.fill(ByteRange(0, 1 << 40), Repeat(b"\0"))
    document.write(1 << 30, b"x")
    plan = plan_save(document)
    assert (plan.bytes_to_write, plan.needs_space) == (1, 1)
    save_document(document)
    assert os.stat(path).st_blocks <= 16
    document.base.close()


def test_growth_and_cut_at_the_end_stay_in_place(document):
    document.resize(1 << 30)
    document.write(0, b"x")
    plan = plan_save(document)
    assert (plan.in_place, plan.bytes_to_write) == (True, 1)
    document.resize(100)
    plan = plan_save(document)
    assert (plan.in_place, plan.cut) == (True, ByteRange(100, 64 * KIB))


def test_bytes_that_move_make_a_new_file(document):
    document.insert(5, b"abc")
    plan = plan_save(document)
    assert not plan.in_place
    assert plan.keeps_undo
    assert "A new file takes the place" in plan.reason
    assert plan.bytes_to_write == 64 * KIB + 3


def test_a_hard_link_is_a_reason_to_stay_in_place(path, document):
    path.with_name("other").hardlink_to(path)
    document.insert(5, b"abc")
    plan = plan_save(document)
    assert plan.in_place
    assert "hard links" in plan.reason


def test_so_many_moved_bytes_that_they_cannot_be_set_aside_make_a_new_file(document):
    document.move_block(ByteRange(0, 30_000), 64 * KIB)
    plan = plan_save(document, undo_budget=1000)
    assert not plan.in_place
    assert "cannot all be set aside" in plan.reason


@pytest.mark.parametrize(
    ("edit", "order"),
    [
        (lambda document: document.insert(100, b"x"), Order.DOWN),
        (lambda document: document.delete(ByteRange(100, 101)), Order.UP),
        (lambda document: document.move_block(ByteRange(0, 1), 9), Order.NONE),
    ],
)
def test_the_direction_of_copying_never_reads_what_was_overwritten(path, document, monkeypatch, edit, order):
    path.with_name("other").hardlink_to(path)
    document.base.refresh()
    edit(document)
    wanted = document.snapshot().read(0, document.size).data
    plan = plan_save(document, undo_budget=0)
    assert plan.order is order
    room = much_room if order is Order.NONE else no_room
    monkeypatch.setattr("bytescope.core.storage.inplace.free_for_spool", room)
    save_document(document, undo_budget=0)
    assert path.read_bytes() == wanted


def no_room(folder) -> int:
    return 0


def much_room(folder) -> int:
    return 1 << 40


def test_a_fill_with_the_bytes_of_the_file_itself_is_right(path, document):
    old = path.read_bytes()
    itself = open_file(bytes(path), Access.READ)
    document.fill(ByteRange(100, 64 * KIB), FileBytes(itself, "file"))
    wanted = document.snapshot().read(0, document.size).data
    assert wanted[100:1000] == old[:900]
    assert not plan_save(document).in_place
    save_document(document)
    assert path.read_bytes() == wanted


def test_documents_without_a_file_to_save_to_are_refused(path):
    with pytest.raises(RefusedError, match="Save As"):
        plan_save(Document(AnonymousSource(100)))
    source = open_file(bytes(path), Access.READ)
    with pytest.raises(RefusedError, match="reading only"):
        plan_save(Document(source))
    source.close()


def test_a_window_stays_in_place_whatever_moves(path):
    document = Document(open_file(bytes(path), offset=100, length=1000))
    document.move_block(ByteRange(0, 300), 1000)
    plan = plan_save(document, undo_budget=100)
    assert plan.in_place
    assert "only a window" in plan.reason
    old = path.read_bytes()
    save_document(document, undo_budget=100)
    assert path.read_bytes() == old[:100] + old[400:1100] + old[100:400] + old[1100:]
    document.base.close()


def test_everything_within_the_budget_is_compared():
    ranges = [ByteRange(0, 10), ByteRange(90, 100)]
    assert samples(ranges, 20, 8, 4) == ranges


@pytest.mark.parametrize("count", [1, 3, 500])
def test_samples_hold_the_ends_of_ranges_and_spread_over_all(count):
    ranges = [ByteRange.of(10 * MIB * at, 9 * MIB - 5) for at in range(count)]
    picked = samples(ranges, 8 * MIB, 4 * MIB, 64 * KIB)
    assert 2 * MIB <= sum(item.length for item in picked) <= 4 * MIB
    assert len(picked) >= 32
    assert picked[0].start == 0
    last = ByteRange(9 * MIB - 5 - 64 * KIB, 9 * MIB - 5)
    assert sum(item.intersect(last).length for item in picked) == last.length
    assert all(a.end <= b.start for a, b in pairwise(picked))
    assert all(any(item.covers(part) for item in ranges) for part in picked)
    assert max(b.start - a.end for a, b in pairwise(picked)) <= count * MIB + 10 * MIB

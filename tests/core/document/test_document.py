"""What the document does beyond plain edits: changes told, typing, refusals, windows, saves."""

from __future__ import annotations

import pytest

from bytescope.core.change import Change, Kind
from bytescope.core.document.document import Document
from bytescope.core.document.operations import Undo
from bytescope.core.document.patterns import ENDLESS, OffsetStamp, Phase, Repeat
from bytescope.core.document.spans import Span
from bytescope.core.errors import RefusedError
from bytescope.core.ranges import ByteRange, PageRange
from bytescope.core.source.access import Access
from bytescope.core.source.memory import MemorySource, ZeroSource
from helpers.stored import KeptCopy, StoredBytes

DATA = bytes(range(100))


def text(document: Document) -> bytes:
    return document.snapshot().read(0, document.size).data


def letters(content: bytes = b"abcdefghij") -> Document:
    return Document(StoredBytes(content))


# Changes


def test_an_insertion_reaches_to_the_end():
    document = letters()
    assert document.insert(3, b"xy")._replace(op=None) == Change(
        Kind.INSERT, (ByteRange(3, 12),), 1, 10, 12, "Insert 2 bytes", caret=3, splices=[(3, 0, 2)]
    )
    assert document.delete(ByteRange(0, 4)).ranges == (ByteRange(0, 12),)
    assert document.undo() == Change(
        Kind.UNDO, (ByteRange(0, 12),), 3, 8, 12, "Delete 4 bytes", op=Undo(), splices=[(0, 0, 4)]
    )


def test_a_move_reaches_from_the_first_to_the_last_moved_byte():
    document = letters()
    change = document.move_block(ByteRange(2, 4), 7)
    assert text(document) == b"abefgcdhij"
    assert (change.kind, change.ranges, change.caret) == (Kind.MOVE, (ByteRange(2, 7),), 5)
    assert document.undo().ranges == (ByteRange(2, 7),)
    assert document.move_block(ByteRange(5, 8), 1).ranges == (ByteRange(1, 8),)
    assert text(document) == b"afghbcdeij"


def test_writing_over_the_end_extends():
    document = letters()
    assert document.write(8, b"XYZ").ranges == (ByteRange(8, 11),)
    assert text(document) == b"abcdefghXYZ"
    assert document.undo().new_size == 10
    assert document.write(12, b"Q").ranges == (ByteRange(10, 13),)
    assert text(document) == b"abcdefghij\0\0Q"


def test_a_fill_crosses_the_end():
    document = letters()
    document.fill(ByteRange(8, 13), Repeat(b"xyz"))
    assert text(document) == b"abcdefghxyzxy"


def test_phases():
    document = letters()
    document.fill(ByteRange(1, 5), Repeat(b"123"), Phase.ABSOLUTE)
    document.fill(ByteRange(5, 10), Repeat(b"123"), Phase.START)
    assert text(document) == b"a231212312"[:5] + b"12312"


def test_a_stamp_keeps_the_offset_it_was_filled_at():
    document = Document(ZeroSource(64))
    document.fill(ByteRange(8, 24), OffsetStamp(8, "little"))
    document.insert(0, b"x")
    assert document.snapshot().read(9, 16).data == (8).to_bytes(8, "little") + (16).to_bytes(8, "little")


def test_edits_without_bytes_make_no_step():
    document = letters()
    for change in (
        document.write(3, b""),
        document.insert(3, b""),
        document.fill(ByteRange(3, 3), Repeat(b"x")),
        document.insert_fill(3, 0, Repeat(b"x")),
        document.delete(ByteRange(3, 3)),
        document.copy_block(ByteRange(3, 3), 5),
        document.move_block(ByteRange(3, 5), 4),
        document.overwrite_block(ByteRange(3, 5), 3),
        document.resize(10),
    ):
        assert change.ranges == ()
    assert (document.steps, document.generation, document.modified) == ([], 0, False)


def test_undo_to_the_saved_state_takes_all_marks_away():
    document = letters()
    document.write(3, b"d")
    assert list(document.edited_ranges()) == [ByteRange(3, 4)]
    document.undo()
    assert list(document.edited_ranges()) == []


# Typing


def test_adjacent_typing_is_one_step():
    document = letters()
    for i in range(4):
        document.write(i, b"X", typing=True)
    assert document.steps == ["Type 4 bytes"]
    document.undo()
    assert text(document) == b"abcdefghij"
    document.redo()
    assert text(document) == b"XXXXefghij"


def test_two_digits_of_one_byte_are_one_step_of_one_byte():
    document = letters()
    document.insert(2, b"\x40", typing=True)
    document.write(2, b"\x41", typing=True)
    document.insert(3, b"\x42", typing=True)
    assert document.steps == ["Type 2 bytes"]
    document.undo()
    assert text(document) == b"abcdefghij"


def test_typing_elsewhere_or_after_a_pause_is_another_step():
    document = letters()
    document.write(0, b"X", typing=True)
    document.write(5, b"Y", typing=True)
    document.end_typing()
    document.write(6, b"Z", typing=True)
    document.write(9, b"!")
    document.write(10, b"?", typing=True)
    assert document.steps == ["Type 1 byte", "Type 1 byte", "Type 1 byte", "Write 1 byte", "Type 1 byte"]


def test_undo_ends_typing():
    document = letters()
    document.write(0, b"X", typing=True)
    document.write(1, b"Y", typing=True)
    document.undo()
    document.write(0, b"Z", typing=True)
    assert document.steps == ["Type 1 byte"]


# Refusals


def refused_edits(document: Document) -> dict[str, object]:
    return {
        "write": lambda: document.write(0, b"x"),
        "fill": lambda: document.fill(ByteRange(0, 2), Repeat(b"x")),
        "insert": lambda: document.insert(0, b"x"),
        "insert_fill": lambda: document.insert_fill(0, 2, Repeat(b"x")),
        "delete": lambda: document.delete(ByteRange(0, 2)),
        "copy": lambda: document.copy_block(ByteRange(0, 2), 5),
        "overwrite": lambda: document.overwrite_block(ByteRange(0, 2), 5),
        "move": lambda: document.move_block(ByteRange(0, 2), 5),
        "resize": lambda: document.resize(5),
        "revert": lambda: document.revert(ByteRange(0, 2)),
        "undo": document.undo,
        "redo": document.redo,
    }


@pytest.mark.parametrize("edit", list(refused_edits(letters())))
def test_a_locked_document_refuses(edit):
    document = letters()
    document.write(0, b"1")
    document.write(1, b"2")
    document.undo()
    document.lock()
    with pytest.raises(RefusedError, match="Saving is under way"):
        refused_edits(document)[edit]()
    assert (document.generation, document.locked) == (3, True)
    document.unlock()
    refused_edits(document)[edit]()


@pytest.mark.parametrize("edit", list(refused_edits(letters())))
def test_a_document_for_reading_refuses(edit):
    file = StoredBytes(DATA)
    file.access = Access.READ
    document = Document(file)
    assert document.read_only
    with pytest.raises(RefusedError, match="reading only"):
        refused_edits(document)[edit]()


def test_a_window_keeps_its_length():
    file = StoredBytes(b"abcdefghij")
    file.windowed = True
    document = Document(file)
    for edit in ("insert", "insert_fill", "delete", "copy", "resize"):
        with pytest.raises(RefusedError, match="window of a file"):
            refused_edits(document)[edit]()
    with pytest.raises(RefusedError, match="window of a file"):
        document.write(9, b"xy")
    document.write(8, b"xy")
    document.move_block(ByteRange(0, 2), 5)
    assert text(document) == b"cdeabfghxy"


@pytest.mark.parametrize(
    "edit",
    [
        lambda d: d.insert(11, b"x"),
        lambda d: d.insert_fill(11, 1, Repeat(b"x")),
        lambda d: d.delete(ByteRange(5, 11)),
        lambda d: d.copy_block(ByteRange(5, 11), 0),
        lambda d: d.copy_block(ByteRange(5, 6), 11),
        lambda d: d.overwrite_block(ByteRange(5, 6), 11),
        lambda d: d.move_block(ByteRange(5, 11), 0),
        lambda d: d.resize(ENDLESS + 1),
        lambda d: d.insert_fill(0, ENDLESS, Repeat(b"x")),
    ],
)
def test_places_outside_are_refused_with_nothing_changed(edit):
    document = letters()
    with pytest.raises(RefusedError, match=r"\.$"):
        edit(document)
    assert (text(document), document.steps) == (b"abcdefghij", [])


def test_nothing_to_undo_redo_or_revert():
    document = letters()
    for edit in (document.undo, document.redo, lambda: document.revert(ByteRange(0, 10))):
        with pytest.raises(RefusedError, match=r"\.$"):
            edit()


# Revert


def test_revert_gives_the_files_bytes_at_the_same_offsets():
    document = letters()
    document.insert(0, b"12")
    document.write(11, b"!")
    assert document.revert(ByteRange(4, 8)).kind is Kind.REVERT
    assert text(document) == b"12abefghgh" + b"i!"
    assert list(document.edited_ranges()) == [ByteRange(0, 4), ByteRange(8, 12)]
    with pytest.raises(RefusedError):
        document.revert(ByteRange(10, 12))
    document.undo()
    assert text(document) == b"12abcdefghi!"


# Saves


def saved(document: Document, *, keep: bool = True) -> Change:
    """What a save in place does to the file and the document."""
    base = document.base
    assert isinstance(base, StoredBytes)
    written = list(document.edited_ranges())
    old, new = bytes(base.data), text(document)
    base.data[:] = new
    return document.rebase(base, written, KeptCopy(old) if keep else None, in_place=True)


def test_undo_after_a_save_shows_the_true_old_bytes():
    document = letters(b"OLD!______")
    document.write(0, b"NEW?")
    assert saved(document) == Change(Kind.SAVE, (ByteRange(0, 4),), 2, 10, 10, "Save")
    assert not document.modified
    assert document.undo_name == "Write 4 bytes"
    assert list(document.edited_ranges()) == []
    document.undo()
    assert text(document) == b"OLD!______"
    assert document.modified
    assert list(document.edited_ranges()) == [ByteRange(0, 4)]
    document.redo()
    assert text(document) == b"NEW?______"
    assert not document.modified
    assert list(document.edited_ranges()) == []


def test_redo_to_the_saved_state_tells_all_marks_it_takes_away():
    document = letters(bytes(50_000))
    document.write(0, b"x")
    document.write(40_000, b"y")
    saved(document)
    document.undo()
    document.undo()
    document.redo()
    assert list(document.edited_ranges()) == [ByteRange(0, 1), ByteRange(40_000, 40_001)]
    assert document.redo().ranges == (ByteRange(0, 4096), ByteRange(36_864, 40_960))
    assert list(document.edited_ranges()) == []


def test_undo_through_many_saves():
    document = letters()
    states = [text(document)]
    for i in range(1100):
        document.write(i % 10, bytes([65 + i % 26]))
        states.append(text(document))
        saved(document)
    while document.undo_name:
        states.pop()
        document.undo()
        assert text(document) == states[-1]
    assert text(document) == b"abcdefghij"
    assert document.dropped_steps == 0


def test_steps_that_need_bytes_nobody_kept_are_forgotten():
    document = letters()
    document.write(0, b"1")
    document.write(5, b"2")
    document.undo()
    document.write(3, b"3")
    document.insert(7, b"4")
    document.undo()
    saved(document, keep=False)
    assert document.dropped_steps == 2
    assert document.steps == []
    assert document.undone == ["Insert 1 byte"]
    document.redo()
    assert text(document) == b"1bc3efg4hij"
    document.undo()
    assert text(document) == b"1bc3efghij"


def test_steps_that_need_no_overwritten_byte_stay():
    document = letters()
    document.write(0, b"1")
    saved(document)
    document.write(0, b"2")
    document.write(0, b"3")
    saved(document, keep=False)
    assert document.steps == ["Write 1 byte"]
    document.undo()
    assert text(document) == b"2bcdefghij"


def test_leaves_in_the_history_find_their_old_bytes_too():
    document = Document(StoredBytes(bytes(10_000)))
    for i in range(1_000):
        document.write(i * 10, b"x")
    document.fill(ByteRange(0, 10_000), Repeat(b"y"))
    saved(document)
    document.undo()
    assert text(document) == b"x\0\0\0\0\0\0\0\0\0" * 1_000
    document.redo()
    saved(document, keep=False)
    assert document.steps[:1] != [], "the old bytes were kept by the save before"
    document.undo()
    assert text(document) == b"x\0\0\0\0\0\0\0\0\0" * 1_000


def test_a_step_whose_bytes_turn_out_to_be_gone_is_refused_at_undo():
    class Forgetful(KeptCopy):
        gone = False

        def span_for(self, range: ByteRange) -> list[Span] | None:
            return None if self.gone else super().span_for(range)

    document = letters()
    document.write(0, b"x")
    kept = Forgetful(b"abcdefghij")
    document.rebase(document.base, [ByteRange(0, 1)], kept, in_place=True)
    assert document.steps == ["Write 1 byte"]
    kept.gone = True
    with pytest.raises(RefusedError, match="overwritten bytes"):
        document.undo()
    assert (document.steps, document.dropped_steps) == ([], 1)


def test_a_new_file_leaves_the_old_one_to_the_history():
    document = letters()
    old = document.base
    document.insert(5, b"123")
    new = StoredBytes(text(document))
    document.rebase(new, [ByteRange(5, 13)], None, in_place=False)
    assert document.base is new
    document.write(0, b"X")
    saved(document)
    document.undo()
    document.undo()
    assert text(document) == b"abcdefghij"
    document.redo()
    document.redo()
    assert text(document) == b"Xbcde123fghij"
    assert old.data == b"abcdefghij"


def test_saved_pages_are_remembered():
    document = Document(StoredBytes(bytes(50_000)))
    document.write(5_000, b"x")
    document.write(40_000, b"x")
    saved(document)
    assert list(zip(*document.saved_runs(PageRange(0, 13)))) == [(1, 2), (9, 10)]
    document.write(0, b"x")
    saved(document)
    assert list(zip(*document.saved_runs(PageRange(0, 13)))) == [(0, 2), (9, 10)]
    assert list(document.edited_runs(PageRange(0, 13))[0]) == []


def test_typing_after_a_save_is_a_new_step():
    document = letters()
    document.write(0, b"x", typing=True)
    saved(document)
    document.write(1, b"y", typing=True)
    assert document.steps == ["Type 1 byte", "Type 1 byte"]
    assert document.modified


def test_the_saved_state_is_lost_with_the_steps_that_lead_to_it():
    document = letters()
    document.write(0, b"x")
    saved(document)
    document.undo()
    document.write(0, b"y")
    assert document.saved_index is None
    document.undo()
    assert document.modified


def test_a_saved_file_of_another_size_is_an_error():
    document = letters()
    with pytest.raises(ValueError):
        document.rebase(MemorySource(b"abc"), [], None, in_place=False)


def test_copies_that_double_end_in_a_sentence_and_not_in_all_of_the_memory():
    document = Document(MemorySource(bytes(64)))
    while document.size < 1 << 26:
        document.copy_block(ByteRange(0, document.size), 0)
    with pytest.raises(RefusedError, match="too many pieces"):
        document.copy_block(ByteRange(0, document.size), 0)
    before = document.size
    document.copy_block(ByteRange(0, 100), 0)  # a few still can
    assert document.size == before + 100

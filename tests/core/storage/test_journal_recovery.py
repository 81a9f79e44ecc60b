"""Saves that are killed at every call: what is left behind can be put back, or finished, or both."""

import gc
import os
import random
from contextlib import suppress
from pathlib import Path

import pytest

from bytescope.core.document.document import Document
from bytescope.core.document.patterns import FileBytes, Repeat
from bytescope.core.errors import RefusedError
from bytescope.core.ranges import ByteRange
from bytescope.core.source.opening import open_file
from bytescope.core.storage.failure import FileState, SaveFailed
from bytescope.core.storage.inplace import PendingError
from bytescope.core.storage.journal import recovery, writing
from bytescope.core.storage.journal.comparing import Verdict
from bytescope.core.storage.private import StateFolder
from bytescope.core.ticket import Ticket
from helpers.journal_scenes import (
    BLOCK,
    CASES,
    CHANGING,
    NOISE,
    SIZE,
    Case,
    Scene,
)
from helpers.saving import (
    UNSYNCED,
    Killed,
    Trouble,
    killed_at,
    nothing_fails,
    save_document,
    small_chunks,
)


@pytest.fixture(autouse=True)
def small(monkeypatch):
    small_chunks(monkeypatch, 1536)


def check(scene: Scene, name: str) -> recovery.Interrupted | None:
    """What is there after the process has ended must be told truly."""
    items = recovery.interrupted(scene.state)
    found = scene.found()
    if not items:
        assert found in (scene.old, scene.new)
        return None
    (item,) = items
    if item.verdict is Verdict.OLD:
        assert found == scene.old, name
    elif item.verdict is Verdict.NEW:
        assert found == scene.new, name
    else:
        assert item.verdict is Verdict.MIXED, (name, item.sentence)
    assert item.path == bytes(scene.path)
    assert (item.size_before, item.size_after) == (len(scene.old), len(scene.new))
    return item


def ways(item: recovery.Interrupted) -> list[str]:
    return ["roll_back"] * item.can_roll_back + ["complete"] * item.can_complete


@pytest.mark.parametrize("name", CASES)
def test_a_save_that_is_killed_at_any_call_can_be_undone_or_completed(tmp_path, monkeypatch, name):
    case = CASES[name]
    monkeypatch.setattr(writing, "INLINE", case.inline)
    quiet = Scene(tmp_path / "quiet", case)
    made = quiet.run(nothing_fails)
    assert quiet.found() == quiet.new
    assert recovery.interrupted(quiet.state) == []
    middle = set()
    for number in (index for index, call in enumerate(made) if call in CHANGING):
        for way in ("roll_back", "complete"):
            scene = Scene(tmp_path / f"{number} {way}", case)
            scene.run(killed_at(number))
            item = check(scene, made[number])
            if item is None or way not in ways(item):
                continue
            middle.add((item.kind, item.verdict, way))
            getattr(recovery, way)(scene.state, item.name, Ticket())
            assert scene.found() == (scene.old if way == "roll_back" else scene.new)
            assert recovery.interrupted(scene.state) == []
            assert [scene.state.names(kind) for kind in ("journals", "clones")] == [[], []]
    kinds = {kind for kind, *_ in middle}
    assert kinds == {"clone" if case.clones else "undo" if case.budget else "redo"}
    kind = kinds.pop()
    can_complete = case.inline > 0 or kind != "undo"
    assert ((kind, Verdict.MIXED, "roll_back") in middle) is (kind != "redo")
    assert ((kind, Verdict.MIXED, "complete") in middle) is can_complete
    assert (kind, Verdict.NEW, "complete") in middle


@pytest.mark.parametrize("name", CASES)
def test_a_recovery_that_is_killed_at_any_call_can_be_done_again(tmp_path, monkeypatch, name):
    case = CASES[name]
    monkeypatch.setattr(writing, "INLINE", case.inline)
    made = Scene(tmp_path / "quiet", case).run(nothing_fails)
    last = max(index for index, call in enumerate(made) if call == "pwrite")
    number = 5
    ended = {"roll_back": False, "complete": False}
    while not all(ended.values()):
        for way in ended:
            scene = Scene(tmp_path / f"{number} {way}", case)
            scene.run(killed_at(last))
            item = check(scene, "")
            if item is None or way not in ways(item):
                ended[way] = True
                continue
            trouble = Trouble(killed_at(number), UNSYNCED)
            try:
                getattr(recovery, way)(StateFolder(scene.state.root, trouble.calls), item.name, Ticket())
                ended[way] = True
            except Killed:
                pass
            again = check(scene, way)
            if again is None:
                continue
            getattr(recovery, way if way in ways(again) else ways(again)[0])(
                scene.state, again.name, Ticket()
            )
            assert scene.found() in (scene.old, scene.new)
            assert recovery.interrupted(scene.state) == []
        number += 3
    assert number > 10


def killed_in_the_middle(tmp_path, case: Case = CASES["a few edits"]) -> Scene:
    made = Scene(tmp_path / "counted", case).run(nothing_fails)
    target = [index for index, call in enumerate(made) if call == "pwrite"]
    scene = Scene(tmp_path / "scene", case)
    scene.run(killed_at(target[-1]))
    assert recovery.interrupted(scene.state)[0].verdict is Verdict.MIXED
    return scene


def killed_while_writing(chunks: int):
    """The process ends when so many chunks of the file itself were written, after three syncs: of what the
    file held, of the journal, of its commitment.
    """
    syncs, writes = [], []

    def decide(index: int, name: str) -> str | None:
        if name == "fdatasync":
            syncs.append(index)
        if name == "pwrite" and len(syncs) == 3:
            writes.append(index)
        return "kill" if len(writes) > chunks else None

    return decide


def only(scene: Scene) -> recovery.Interrupted:
    (item,) = recovery.interrupted(scene.state)
    return item


def refused(scene: Scene, item: recovery.Interrupted, words: str) -> None:
    before = scene.found() if scene.path.exists() else None
    for way in (recovery.roll_back, recovery.complete):
        with pytest.raises(RefusedError, match=words):
            way(scene.state, item.name, Ticket())
    assert (scene.found() if scene.path.exists() else None) == before
    assert only(scene) == item


def test_bytes_of_somebody_else_are_never_written_over(tmp_path):
    scene = killed_in_the_middle(tmp_path)
    with scene.path.open("r+b") as file:
        file.seek(2 * BLOCK)
        file.write(b"theirs")
    item = only(scene)
    assert item.verdict is Verdict.FOREIGN
    assert not item.can_roll_back
    assert not item.can_complete
    assert "changed by something else" in item.sentence
    refused(scene, item, "export")


def test_changes_elsewhere_in_the_file_stay(tmp_path):
    scene = killed_in_the_middle(tmp_path)
    with scene.path.open("r+b") as file:
        file.seek(4 * BLOCK + 100)
        file.write(b"theirs")
    recovery.roll_back(scene.state, only(scene).name, Ticket())
    at = 4 * BLOCK + 100
    assert scene.found() == scene.old[:at] + b"theirs" + scene.old[at + 6 :]


@pytest.mark.parametrize("name", ["shorter", "shorter, nothing kept", "shorter, cloned"])
def test_a_file_may_be_cleared_behind_its_new_end_before_it_ends_there(tmp_path, name):
    """As ext4 leaves it when the power fails: the block of the new end is written before the new size is."""
    case = CASES[name]
    made = Scene(tmp_path / "counted", case).run(nothing_fails)
    scene = Scene(tmp_path / "scene", case)
    scene.run(killed_at(made.index("ftruncate")))
    end = len(scene.new)
    with scene.path.open("r+b") as file:
        file.seek(end)
        file.write(bytes(-end % BLOCK))
    item = only(scene)
    assert item.verdict is Verdict.MIXED or item.verdict is Verdict.OLD
    recovery.complete(scene.state, item.name, Ticket())
    assert scene.found() == scene.new


def test_another_size_is_somebody_elses_doing(tmp_path):
    scene = killed_in_the_middle(tmp_path)
    os.truncate(scene.path, SIZE + 1)
    item = only(scene)
    assert item.verdict is Verdict.FOREIGN
    refused(scene, item, "export")


def test_another_file_at_the_place_is_not_touched(tmp_path):
    scene = killed_in_the_middle(tmp_path)
    content = scene.found()
    scene.path.rename(scene.path.with_name("moved"))
    item = only(scene)
    assert item.verdict is Verdict.MISSING
    refused(scene, item, "no longer where it was")
    scene.path.write_bytes(content)
    item = only(scene)
    assert item.verdict is Verdict.FOREIGN
    refused(scene, item, "another file by now")


def test_a_link_at_the_place_is_not_followed(tmp_path):
    scene = killed_in_the_middle(tmp_path)
    moved = scene.path.with_name("moved")
    scene.path.rename(moved)
    scene.path.symlink_to(moved)
    item = only(scene)
    assert item.verdict is Verdict.FOREIGN
    refused(scene, item, "cannot be written")


def test_what_the_journal_holds_can_be_exported(tmp_path):
    scene = killed_in_the_middle(tmp_path)
    out = tmp_path / "out"
    told = recovery.export(scene.state, only(scene).name, bytes(out), Ticket())
    assert "as it was before the save" in told
    assert out.read_bytes() == scene.old
    assert out.stat().st_mode & 0o777 == 0o600
    with pytest.raises(RefusedError, match="exists already"):
        recovery.export(scene.state, only(scene).name, bytes(out), Ticket())
    scene.path.unlink()
    recovery.export(scene.state, only(scene).name, bytes(tmp_path / "alone"), Ticket())
    assert (tmp_path / "alone").read_bytes()[BLOCK : 4 * BLOCK] == scene.old[BLOCK : 4 * BLOCK]


def test_the_new_content_is_exported_where_the_old_was_not_kept(tmp_path):
    scene = killed_in_the_middle(tmp_path, CASES["moves, nothing kept"])
    out = tmp_path / "out"
    assert "was to leave it" in recovery.export(scene.state, only(scene).name, bytes(out), Ticket())
    assert out.read_bytes() == scene.new


def test_a_discarded_journal_leaves_the_file_as_it_is(tmp_path):
    scene = killed_in_the_middle(tmp_path, CASES["a few edits, cloned"])
    before = scene.found()
    recovery.discard(scene.state, only(scene).name)
    assert scene.found() == before
    assert [scene.state.names(kind) for kind in ("journals", "clones")] == [[], []]


def test_nothing_is_saved_over_a_save_that_was_cut_off(tmp_path):
    scene = killed_in_the_middle(tmp_path, CASES["rewritten in place"])
    before = scene.found()
    for path in (scene.path, scene.path.with_name("other name")):
        document = Document(open_file(bytes(path)))
        document.write(0, b"later")
        with pytest.raises(PendingError, match="roll it back"):
            save_document(document, state=scene.state)
        document.base.close()
    assert scene.found() == before
    recovery.roll_back(scene.state, only(scene).name, Ticket())
    document = Document(open_file(bytes(scene.path)))
    document.write(0, b"later")
    save_document(document, state=scene.state)
    document.base.close()
    assert scene.found()[:5] == b"later"


def test_a_journal_in_use_is_left_alone(tmp_path):
    scene = killed_in_the_middle(tmp_path)
    name = only(scene).name
    fd = scene.state.claim("journals", name)
    assert recovery.interrupted(scene.state) == []
    with pytest.raises(RefusedError, match="A program works with"):
        recovery.roll_back(scene.state, name, Ticket())
    os.close(fd)
    assert only(scene).name == name


def test_a_damaged_journal_is_never_acted_on(tmp_path):
    scene = killed_in_the_middle(tmp_path)
    name = only(scene).name
    path = os.path.join(os.fsdecode(scene.state.root), "journals", name)
    whole = Path(path).read_bytes()
    before = scene.found()
    noise = random.Random(3)
    for _ in range(60):
        broken = bytearray(whole)
        broken[noise.randrange(len(broken))] ^= 1 << noise.randrange(8)
        fd = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        os.pwrite(fd, broken, 0)
        os.close(fd)
        with pytest.raises(RefusedError, match="never finished"):
            recovery.roll_back(scene.state, name, Ticket())
        assert recovery.interrupted(scene.state) == []
        assert not os.path.exists(path)
    assert scene.found() == before


@pytest.mark.usefixtures("few_objects")
@pytest.mark.parametrize("way", ["roll_back", "complete"])
@pytest.mark.parametrize("number", [0, 3, 6, 9, 12, 15, 18, 21])
def test_a_save_over_one_that_failed_is_dealt_with_together_with_it(tmp_path, way, number):
    """The first save fails half-way for good, another edit is made, and the second save is killed."""
    scene = Scene(tmp_path / "scene", CASES["a few edits"])
    fails = killed_while_writing(3)
    trouble = Trouble(lambda index, name: 5 if fails(index, name) else None, UNSYNCED)
    with pytest.raises(SaveFailed) as failed:
        save_document(scene.document, calls=trouble.calls, state=StateFolder(scene.state.root, trouble.calls))
    journal = failed.value.journal
    assert failed.value.state is FileState.MIXED
    scene.document.repoint(failed.value.written, failed.value.kept)
    failed = None
    scene.document.fill(ByteRange(1500, 5 * BLOCK), Repeat(b"later"))
    new = scene.document.snapshot().read(0, SIZE).data
    again = Trouble(killed_while_writing(number), UNSYNCED)
    journal.state = state = StateFolder(scene.state.root, again.calls)
    with suppress(Killed):
        save_document(scene.document, calls=again.calls, state=state, unfinished=[journal])
    scene.document.base.close()
    first = journal.name
    scene.document = journal = None
    gc.collect()
    items = recovery.interrupted(scene.state)
    if not items:
        assert scene.found() == new
        return
    (item,) = items
    if way in ways(item):
        getattr(recovery, way)(scene.state, item.name, Ticket())
        complete = scene.new if item.name == first else new
        assert scene.found() == (scene.old if way == "roll_back" else complete)
        assert recovery.interrupted(scene.state) == []
        assert scene.state.names("journals") == []


def test_an_earlier_save_is_not_taken_back_before_the_later_one(tmp_path):
    scene = killed_in_the_middle(tmp_path)
    first = only(scene)
    path = os.path.join(os.fsdecode(scene.state.root), "journals", first.name)
    os.rename(path, f"{path}-aside")
    scene.document = Document(open_file(bytes(scene.path)))
    scene.document.fill(ByteRange(0, 6 * BLOCK), Repeat(b"later"))
    scene.run(killed_while_writing(5))
    os.rename(f"{path}-aside", path)
    assert only(scene).name != first.name
    with pytest.raises(RefusedError, match="deal with that first"):
        recovery.roll_back(scene.state, first.name, Ticket())
    recovery.roll_back(scene.state, only(scene).name, Ticket())
    assert scene.found() == scene.old


def test_holes_come_back_as_holes(tmp_path):
    scene = killed_in_the_middle(tmp_path)
    recovery.roll_back(scene.state, only(scene).name, Ticket())
    with scene.path.open("rb") as file:
        assert os.lseek(file.fileno(), 2 * BLOCK, os.SEEK_DATA) == 5 * BLOCK


@pytest.mark.parametrize("changed", [False, True])
@pytest.mark.parametrize("limit", [1 << 20, 100])
def test_a_fill_with_the_bytes_of_a_file_is_completed(tmp_path, monkeypatch, changed, limit):
    from bytescope.core.storage.journal import needs

    for module in (needs, writing):
        monkeypatch.setattr(module, "FILE_LIMIT", limit)
    other = tmp_path / "repeated"
    other.write_bytes(NOISE[:1000])

    def edit(document: Document) -> None:
        document.fill(ByteRange(77, 5000), FileBytes(open_file(bytes(other)), "repeated"))

    scene = killed_in_the_middle(tmp_path, Case(edit, budget=0))
    if changed:
        other.write_bytes(NOISE[1:1001])
    item = only(scene)
    if changed and limit < 1000:
        assert not item.can_complete
        with pytest.raises(RefusedError, match="whose bytes the save repeats, has changed"):
            recovery.complete(scene.state, item.name, Ticket())
        return
    recovery.complete(scene.state, item.name, Ticket())
    assert scene.found() == scene.new

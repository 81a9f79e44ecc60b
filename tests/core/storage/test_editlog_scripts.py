"""Random scripts with a log; a crash after any record, or amid one; and what comes back."""

from __future__ import annotations

from bisect import bisect_right

from bytescope.core.document.document import Document
from bytescope.core.source.memory import MemorySource
from bytescope.core.storage.calls import CALLS
from bytescope.core.storage.editlog.reading import replay, unsaved
from bytescope.core.storage.private import StateFolder
from bytescope.core.storage.records import records
from bytescope.core.ticket import Ticket
from helpers.logged import QUICK, Logged, Looks, fresh, looks, planted, text
from helpers.typist import Typist


def recovered(state: StateFolder, name: str, base: Document) -> Looks:
    done = replay(state, name, base, Ticket())
    assert done.complaint == ""
    return looks(base)


def test_what_is_written_comes_back(size, tmp_path):
    merged = undone = 0
    for seed in range(size.of(120)):
        typist = Typist(seed)
        data = typist.data()
        logged = Logged(MemorySource(data), tmp_path / str(seed))
        for _ in range(40):
            if change := typist.act(logged.document):
                logged.note(change)
            if typist.random.random() < 0.3:
                logged.flush()
        logged.flush()
        expected = looks(logged.document)
        if logged.writer.name is None:
            continue
        assert recovered(logged.state, logged.crash(), fresh(data)) == expected, seed
        merged += sum(name.startswith("Type") and name != "Type 1 byte" for name in expected[1])
        undone += len(expected[2])
    assert merged > 10 < undone


def cuts(content: bytes, ends: list[int]) -> list[int]:
    """Every end of a record, and places amid the head and the bytes of each."""
    found = {len(content)}
    for low, high in zip([0, *ends], ends):
        found |= {low, low + 1, low + 5, (low + high) // 2, high - 1, high}
    return sorted(found)


def boundaries(logged: Logged) -> list[int]:
    with logged.path.open("rb") as file:
        return [record.end for record in records(file.fileno(), CALLS)]


def test_a_crash_at_any_place_leaves_the_edits_before_it(size, tmp_path):
    crashes = 0
    for seed in range(size.of(5)):
        typist = Typist(seed)
        data = typist.data()
        logged = Logged(MemorySource(data), tmp_path / str(seed))
        states: list[Looks] = []
        lengths: list[int] = []
        for _ in range(25):
            change = typist.act(logged.document)
            if change is None or change.op is None:
                continue
            logged.log(change)
            states.append(looks(logged.document))
            lengths.append(logged.path.stat().st_size)
        content, ends = logged.path.read_bytes(), boundaries(logged)
        assert len(ends) == len(states) + 1  # the header
        logged.crash()
        for cut in (place for place in cuts(content, ends) if place >= ends[0]):
            expected = states[bisect_right(lengths, cut) - 1] if cut >= lengths[0] else (data, [], [])
            other = 0xEE if content[cut : cut + 1] == b"\0" else 0  # zeros could complete a record
            for tail in (b"", bytes([other]) * 40, bytes([other]) + typist.random.randbytes(99)):
                state = StateFolder(tmp_path / f"{seed}-{cut}-{len(tail)}", QUICK)
                name = planted(state, content[:cut] + tail)
                assert recovered(state, name, fresh(data)) == expected, (seed, cut)
                crashes += 1
    assert crashes > 500


def test_a_torn_end_is_told(tmp_path):
    logged = Logged(MemorySource(b"abcdef"), tmp_path)
    logged.log(logged.document.write(0, b"x"), logged.document.write(3, b"y"))
    content = logged.path.read_bytes()
    logged.crash()
    state = StateFolder(tmp_path / "torn")
    planted(state, content[:-1])
    [item] = unsaved(state)
    assert (item.damaged, item.steps) == (True, ["Write 1 byte"])
    [whole] = unsaved(logged.state)
    assert (whole.damaged, whole.steps) == (False, ["Write 1 byte"] * 2)


def test_a_flipped_byte_never_gives_other_edits(size, tmp_path):
    """Whatever byte is damaged: the edits before it come back, or what was the case after one of them."""
    typist = Typist(5)
    data = typist.data()
    logged = Logged(MemorySource(data), tmp_path / "log")
    states: list[Looks] = [(data, [], [])]
    while len(states) < 12:
        change = typist.act(logged.document)
        if change is not None and change.op is not None:
            logged.log(change)
            states.append(looks(logged.document))
    content, ends = logged.path.read_bytes(), boundaries(logged)
    logged.crash()
    for at in range(ends[0], len(content), size.of(3, 1)):
        broken = bytearray(content)
        broken[at] ^= 1 << typist.random.randrange(8)
        state = StateFolder(tmp_path / f"broken-{at}", QUICK)
        base = fresh(data)
        replay(state, planted(state, bytes(broken)), base, Ticket())
        assert looks(base) == states[bisect_right(ends, at) - 1], at


def test_undo_behind_a_save_is_a_state(size, tmp_path):
    """The log after a save knows the saved file alone; what undo brings back must be in the log itself."""
    seen = 0
    for seed in range(size.of(60)):
        typist = Typist(seed)
        logged = Logged(MemorySource(typist.data()), tmp_path / str(seed))
        for _ in range(10):
            typist.act(logged.document)
        saved = text(logged.document)
        logged.document.rebase(MemorySource(saved), [], None, in_place=False)
        logged.follower.restart(logged.document)
        depth = logged.document.index
        for _ in range(12):
            change = typist.act(logged.document) if typist.random.random() < 0.6 else None
            if change is None and logged.document.index:
                change = logged.document.undo()
            if change is not None:
                logged.note(change)
            if typist.random.random() < 0.5:
                logged.flush()
            seen += logged.document.index < depth
        logged.flush()
        if logged.writer.name is None:
            continue
        expected = text(logged.document)
        base = fresh(saved)
        replay(logged.state, logged.crash(), base, Ticket())
        assert text(base) == expected, seed
        assert base.modified or not logged.document.modified
    assert seen > 50

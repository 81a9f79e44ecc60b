"""All hits of a search: found in a job, marked, following edits; and replacing them."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from bytescope.core.document.transforms import Rule, Way
from bytescope.core.ranges import PAGESIZE, ByteRange, PageRange
from bytescope.core.search.wanted import Wanted, parse_wanted, replacement
from bytescope.core.source.access import Access
from bytescope.core.touched.layers import Layer
from bytescope.session.search.finding import Finder
from bytescope.session.search.found_list import Asked, FoundList, found_of
from bytescope.session.search.replacing import Replacing
from bytescope.session.session import Session
from bytescope.session.workspace import Workspace

DATA = bytearray(40 * PAGESIZE)
for _place in (10, 5000, 5003, 9 * PAGESIZE, 30 * PAGESIZE - 2):
    DATA[_place : _place + 3] = b"abc"


@pytest.fixture
def workspace(qtbot: QtBot) -> Iterator[Workspace]:
    made = Workspace()
    yield made
    made.shut_down(wait_seconds=60)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "data.bin"
    file.write_bytes(DATA)
    return file


@pytest.fixture
def session(workspace: Workspace, path: Path) -> Session:
    return workspace.open_now(str(path))


@pytest.fixture
def list_(session: Session) -> FoundList:
    return found_of(session)


ABC = Asked(Wanted("text", "abc"))


def search(qtbot: QtBot, list_: FoundList, asked: Asked) -> list[int]:
    list_.search(asked)
    qtbot.waitUntil(lambda: not list_.running)
    return offsets(list_)


def offsets(list_: FoundList) -> list[int]:
    assert list_.results is not None
    return [start for start, _ in list_.results.rows(0, 10_000)]


def test_hits_are_listed_and_marked_in_bytes_and_on_the_map(qtbot, session, list_):
    assert search(qtbot, list_, ABC) == [10, 5000, 5003, 9 * PAGESIZE, 30 * PAGESIZE - 2]
    assert "5 hits · searched in" in list_.words()
    assert session.highlights.hits(ByteRange(5000, 5010)) == (ByteRange(5000, 5003), ByteRange(5003, 5006))
    assert Layer.FOUND in session.layers.shown
    everything = PageRange(0, 40)
    qtbot.waitUntil(lambda: session.layers.runs(Layer.FOUND, everything) is not None)
    runs = session.layers.runs(Layer.FOUND, everything)
    assert list(zip(runs.firsts.tolist(), runs.ends.tolist())) == [(0, 2), (9, 10), (29, 31)]


def test_a_range_and_a_first_few(qtbot, list_):
    assert search(qtbot, list_, Asked(ABC.wanted, ByteRange(11, 9 * PAGESIZE + 2))) == [5000, 5003]
    assert search(qtbot, list_, Asked(ABC.wanted, None, 2)) == [10, 5000]
    assert "there may be more" in list_.words()
    assert not list_.covers(ABC)


def test_hits_follow_edits_and_touched_ones_go(qtbot, session, list_):
    search(qtbot, list_, ABC)
    session.insert(100, b"xy")
    assert offsets(list_) == [10, 5002, 5005, 9 * PAGESIZE + 2, 30 * PAGESIZE]
    session.write(5003, b"!")
    session.delete(ByteRange(0, 10))
    assert offsets(list_) == [0, 4995, 9 * PAGESIZE - 8, 30 * PAGESIZE - 10]
    assert "search again" in list_.words()
    session.undo()
    assert offsets(list_) == [10, 5005, 9 * PAGESIZE + 2, 30 * PAGESIZE]


def test_edits_made_while_the_search_goes_on_count(qtbot, session, list_):
    list_.search(ABC)
    session.insert(0, b"12345")
    qtbot.waitUntil(lambda: not list_.running)
    assert offsets(list_) == [15, 5005, 5008, 9 * PAGESIZE + 5, 30 * PAGESIZE + 3]


def test_clearing_takes_the_marks_away(qtbot, session, list_):
    search(qtbot, list_, ABC)
    list_.clear()
    assert list_.count == 0
    assert session.highlights.hits(ByteRange(0, 100)) == ()
    assert Layer.FOUND not in session.layers.shown
    assert not session.layers.available(Layer.FOUND)


def test_holes_of_a_tebibyte_are_counted_at_once(qtbot, workspace, tmp_path):
    path = tmp_path / "sparse"
    path.write_bytes(b"x")
    with path.open("r+b") as file:
        file.truncate(1 << 40)
    list_ = found_of(workspace.open_now(str(path)))
    list_.search(Asked(Wanted("hex", "00 00")))
    qtbot.waitUntil(lambda: not list_.running)
    assert list_.count == (1 << 39) - 1
    assert list_.results.rows(list_.count - 1, 9) == [((1 << 40) - 3, 2)]


def test_a_stop_keeps_what_was_found(qtbot, session, list_):
    list_.search(Asked(Wanted("re", "[^b]")))
    list_.stop()
    assert not list_.running
    assert "stopped" in list_.words()
    qtbot.waitUntil(lambda: not session.jobs.busy)
    assert "stopped" in list_.words()


def test_export(qtbot, session, list_, tmp_path):
    search(qtbot, list_, ABC)
    with qtbot.waitSignal(session.told) as told:
        list_.export("csv", str(tmp_path / "out.csv"))
    assert "5 hits written" in told.args[1]
    rows = list(csv.DictReader((tmp_path / "out.csv").read_text().splitlines()))
    assert [(row["offset"], row["page"], row["bytes"]) for row in rows][:2] == [
        ("10", "0", "616263"),
        ("5000", "1", "616263"),
    ]
    with qtbot.waitSignal(session.told) as told:
        list_.export("csv", str(session.file.path.decode()))
    assert told.args[0] == "error"


# -- one after the other ----------------------------------------------------------------------


@pytest.fixture
def finder(session: Session) -> Finder:
    return Finder(session)


def heard(finder: Finder) -> list[str]:
    """What the finder says, as it comes."""
    said: list[str] = []

    def hear(text: str, busy: bool) -> None:
        said.append(text)

    finder.state_changed.connect(hear)
    return said


def step(qtbot: QtBot, finder: Finder, asked: Asked, forward: bool = True) -> str:
    said = heard(finder)
    finder.find(asked, forward)
    qtbot.waitUntil(lambda: bool(said) and said[-1] != "Searching…")
    return said[-1]


def picked(session: Session) -> int:
    return session.selection.range.start


@pytest.mark.parametrize("listed", [False, True])
def test_next_and_previous_walk_round(qtbot, session, finder, list_, listed):
    if listed:
        search(qtbot, list_, ABC)
    places = []
    for _ in range(6):
        said = step(qtbot, finder, ABC)
        places.append(picked(session))
    assert places == [10, 5000, 5003, 9 * PAGESIZE, 30 * PAGESIZE - 2, 10]
    assert "from the other end" in said
    assert ("Hit 1 of 5" in said) == listed
    step(qtbot, finder, ABC, forward=False)
    assert picked(session) == 30 * PAGESIZE - 2
    step(qtbot, finder, ABC, forward=False)
    assert picked(session) == 9 * PAGESIZE


def test_a_range_bounds_the_walk(qtbot, session, finder):
    asked = Asked(ABC.wanted, ByteRange(4000, 6000))
    for wanted in (5000, 5003, 5000):
        step(qtbot, finder, asked)
        assert picked(session) == wanted
    assert step(qtbot, finder, Asked(ABC.wanted, ByteRange(0, 12))) == "Not found in this range."


def test_the_hit_that_the_caret_stands_in_comes_last(qtbot, session, finder):
    session.set_caret(11)
    step(qtbot, finder, Asked(ABC.wanted, ByteRange(5, 20)))
    assert session.selection.range == ByteRange(10, 13)


def test_hits_of_an_expression_are_not_found_inside_of_each_other(qtbot, session, finder):
    asked = Asked(parse_wanted("re:[abc]+"))
    step(qtbot, finder, asked)
    assert session.selection.range == ByteRange(10, 13)
    step(qtbot, finder, asked)
    assert session.selection.range == ByteRange(5000, 5006)


# -- replacing --------------------------------------------------------------------------------


@pytest.fixture
def replacing(session: Session, finder: Finder) -> Replacing:
    return Replacing(session, finder)


def replace_all(qtbot: QtBot, finder: Finder, replacing: Replacing, asked: Asked, data: bytes) -> str:
    said = heard(finder)
    replacing.all(asked, data)
    qtbot.waitUntil(lambda: bool(said) and said[-1] != "Replacing…")
    return said[-1]


@pytest.mark.parametrize("data", [b"xyz", b"", b"longer"])
def test_all_are_replaced_as_one_step(qtbot, session, finder, replacing, data):
    before = len(list(session.document.steps))
    assert replace_all(qtbot, finder, replacing, ABC, data) == "5 hits replaced."
    now = session.document.snapshot().read(0, session.size).data
    assert now == bytes(DATA).replace(b"abc", data)
    assert len(list(session.document.steps)) == before + 1
    session.undo()
    assert session.document.snapshot().read(0, session.size).data == bytes(DATA)


def test_what_is_listed_follows_a_replacement(qtbot, session, finder, replacing, list_):
    search(qtbot, list_, ABC)
    replace_all(qtbot, finder, replacing, Asked(ABC.wanted, ByteRange(5000, 6000)), b"1234")
    assert offsets(list_) == [10, 9 * PAGESIZE + 2, 30 * PAGESIZE]


def test_one_is_replaced_and_the_next_is_gone_to(qtbot, session, finder, replacing):
    step(qtbot, finder, ABC)
    step(qtbot, finder, ABC)
    assert picked(session) == 5000
    with qtbot.waitSignal(session.selected):
        replacing.one(ABC, b"abcabc")
    qtbot.waitUntil(lambda: session.selection.range == ByteRange(5006, 5009))
    assert session.size == len(DATA) + 3
    assert list(session.document.steps) == ["Replace 1 hit"]


def test_groups_are_put_in_the_place_of_all_and_of_one(qtbot, session, finder, replacing):
    asked = Asked(parse_wanted("re:(a)(?P<rest>bc)"))
    turned = replacement(asked.wanted, r"\g<rest>\1")
    assert replace_all(qtbot, finder, replacing, asked, turned) == "5 hits replaced."
    now = session.document.snapshot().read(0, session.size).data
    assert now == bytes(DATA).replace(b"abc", b"bca")
    session.undo()
    session.set_caret(0)
    step(qtbot, finder, asked)
    step(qtbot, finder, asked)
    replacing.one(asked, replacement(asked.wanted, r"<\0>"))
    qtbot.waitUntil(lambda: session.selection.range == ByteRange(5005, 5008))
    assert session.document.snapshot().read(4999, 10).data == b"\0<abc>abc\0"


def test_an_edit_meanwhile_keeps_one_from_being_replaced(qtbot, session, finder, replacing):
    asked = Asked(parse_wanted("re:(a)bc"))
    step(qtbot, finder, asked)
    said = heard(finder)
    replacing.one(asked, replacement(asked.wanted, r"\1"))
    session.write(0, b"!")
    qtbot.waitUntil(lambda: bool(said) and said[-1] != "Replacing…")
    assert "changed meanwhile" in said[-1]
    assert session.document.snapshot().read(10, 3).data == b"abc"


def test_groups_in_live_access(qtbot, workspace, path):
    session = workspace.open_now(str(path), Access.LIVE)
    finder = Finder(session)
    replacing = Replacing(session, finder)
    asked = Asked(parse_wanted("re:(a)(bc)"))
    said = replace_all(qtbot, finder, replacing, asked, replacement(asked.wanted, r"\2\1"))
    assert said == "5 hits replaced."
    assert path.read_bytes() == bytes(DATA).replace(b"abc", b"bca")
    session.undo()
    qtbot.waitUntil(lambda: path.read_bytes() == bytes(DATA) and not session.jobs.shown)
    session.set_caret(0)
    step(qtbot, finder, asked)
    replacing.one(asked, replacement(asked.wanted, r"\2\1"))
    qtbot.waitUntil(lambda: session.selection.range == ByteRange(5000, 5003) and not session.jobs.shown)
    assert path.read_bytes() == bytes(DATA).replace(b"abc", b"bca", 1)


def test_documents_of_one_name_do_not_stop_each_other(qtbot, workspace, session, path):
    other = workspace.open_now(str(path), Access.READ)
    assert other.name == session.name
    for one in (session, other):
        found_of(one).search(ABC)
    qtbot.waitUntil(lambda: not found_of(session).running and not found_of(other).running)
    assert [found_of(one).count for one in (session, other)] == [5, 5]
    assert found_of(session).covers(ABC)
    finders = [Finder(one) for one in (session, other)]
    said = [heard(finder) for finder in finders]
    for finder in finders:
        finder.find(Asked(Wanted("hex", "61 62")), True)
    qtbot.waitUntil(lambda: all(words and "Searching" not in words[-1] for words in said))
    assert [words[-1] for words in said] == ["Found at 0xA."] * 2


def test_replacing_in_documents_of_one_name(qtbot, workspace, session, finder, replacing, path):
    other = workspace.open_now(str(path))
    their = Finder(other)
    said, heard_there = heard(finder), heard(their)
    replacing.all(ABC, b"xyz")
    Replacing(other, their).all(ABC, b"123")
    qtbot.waitUntil(lambda: said[-1] != "Replacing…" and heard_there[-1] != "Replacing…")
    assert (said[-1], heard_there[-1]) == ("5 hits replaced.", "5 hits replaced.")
    for one in (session, other):
        one.transform(ByteRange(0, 20), Rule(Way.NOT))
    qtbot.waitUntil(lambda: all(len(list(one.document.steps)) == 2 for one in (session, other)))


def test_a_step_that_cannot_be_changes_nothing(qtbot, workspace, path):
    session = workspace.open_now(str(path), Access.READ)
    finder = Finder(session)
    said = replace_all(qtbot, finder, Replacing(session, finder), ABC, b"xyz")
    assert "reading only" in said
    assert not session.document.modified


def test_a_stop_replaces_nothing(qtbot, session, finder, replacing):
    said = heard(finder)
    replacing.all(ABC, b"xyz")
    replacing.stop()
    qtbot.waitUntil(lambda: not session.jobs.busy)
    assert said[-1] == "Stopped: nothing was replaced."
    assert not session.document.modified


def test_what_is_not_there_is_said(qtbot, finder, replacing):
    assert "nothing was replaced" in replace_all(qtbot, finder, replacing, Asked(Wanted("text", "zz")), b"")

"""Session files damaged in any way: each is read, or refused in a sentence that says where it is damaged."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any

from hypothesis import example, given
from hypothesis import strategies as st

from bytescope.core.bookmarks.bookmark import checked
from bytescope.core.bookmarks.records import Numbered
from bytescope.core.errors import InputError
from bytescope.core.sessions.saved import SavedDocument, SavedSession, from_raw, to_text

SCHEMA = json.loads((files("bytescope_data") / "schemas" / "session-1.json").read_text())
FOLDER = b"/srv/somebody/work"


def document(name: bytes) -> SavedDocument:
    return SavedDocument(
        path=FOLDER + b"/" + name,
        window=(4096, 8192),
        size=1 << 20,
        mtime_ns=1_700_000_000_000_000_000,
        caret=77,
        first=64,
        selection=(64, 80),
        look={"scheme": "entropy", "columns": 16, "fold": False},
        bookmarks=(
            Numbered(1, checked(5, 9, "boot “sector”", 3, "two\nlines")),
            Numbered(4, checked(9, 9, "")),
        ),
        split="beside",
        linked=True,
        identity=(66305, 131074),
        second=(4096, 5000),
        side=1,
        front=True,
    )


WHOLE = SavedSession((document(b"a.img"), document(b"b\xff.img")), 1, {"docks": "page,2,1", "sides": "5,6"})
RAW = to_text(WHOLE, FOLDER).encode()


def read(raw: bytes) -> SavedSession | str:
    """The session, or the sentence that says what is wrong."""
    try:
        return from_raw(raw, FOLDER, SCHEMA)
    except InputError as error:
        sentence = str(error)
        assert sentence.endswith(".")
        assert len(sentence) < 500
        return sentence


@given(st.integers(0, len(RAW) - 1), st.binary(max_size=6), st.integers(0, 40))
@example(0, b"", 0)
@example(len(RAW) - 1, b"", 1)
def test_other_bytes_anywhere(at: int, new: bytes, gone: int) -> None:
    found = read(RAW[:at] + new + RAW[at + gone :])
    assert isinstance(found, SavedSession | str)


@given(st.integers(0, len(RAW) - 2))
def test_a_file_that_was_cut_off_is_told_by_line_and_column(end: int) -> None:
    found = read(RAW[:end])
    assert isinstance(found, str)
    cut = RAW[:end].decode()
    line, column = cut.count("\n") + 1, len(cut) - (cut.rfind("\n") + 1) + 1
    told = [int(part) for part in found.replace(",", "").split() if part.isdigit()]
    # The parser names the place where what it cannot end began: never behind the cut.
    assert found.startswith("Line ")
    assert told[0] <= line
    assert told[0] < line or told[1] <= column


def places(data: Any, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    """The path of every value in the file."""
    items = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    return [path, *(place for key, value in items for place in places(value, (*path, key)))]


DATA = json.loads(RAW)
PLACES = [place for place in places(DATA) if len(place) > 1]
WRONG = st.sampled_from([None, True, -1, 1.5, 1 << 80, "", "x" * 9000, [], {}, [None], {"other": 1}])


@given(st.sampled_from(PLACES), WRONG)
def test_another_value_anywhere_is_told_with_its_place_or_is_one_that_can_be(
    place: tuple[str | int, ...], wrong: object
) -> None:
    data = json.loads(RAW)
    inner = data
    for key in place[:-1]:
        inner = inner[key]
    inner[place[-1]] = wrong
    found = read(json.dumps(data).encode())
    if isinstance(found, str):
        # Of the item of each list, and of the last field or the one before it.
        numbers = [part + 1 for part in place[:-1] if isinstance(part, int)]
        assert str(numbers[0] if numbers else "layout") in found, (place, wrong, found)
        names = [part for part in place if isinstance(part, str)]
        assert any(f"“{name}”" in found or name.rstrip("s") in found for name in names[-2:]), found


@given(st.sampled_from([place for place in PLACES if isinstance(place[-1], str)]))
def test_a_field_that_is_missing_or_called_otherwise(place: tuple[str | int, ...]) -> None:
    data = json.loads(RAW)
    inner = data
    for key in place[:-1]:
        inner = inner[key]
    value = inner.pop(place[-1])
    assert isinstance(read(json.dumps(data).encode()), SavedSession | str)
    inner["unheard of"] = value
    found = read(json.dumps(data).encode())
    assert isinstance(found, str)
    assert "unheard of" in found or f"“{place[-1]}” is missing" in found

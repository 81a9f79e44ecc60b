"""A session file comes back as it was written; what is wrong in one is told with its place."""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bytescope.core.bookmarks.bookmark import checked
from bytescope.core.bookmarks.records import Numbered
from bytescope.core.errors import InputError
from bytescope.core.sessions.saved import SavedDocument, SavedSession, from_raw, to_text
from bytescope.core.sessions.schema import KNOWN, check

SCHEMA = json.loads((files("bytescope_data") / "schemas" / "session-1.json").read_text())
FOLDER = b"/srv/somebody/work"
OFFSET = st.integers(0, (1 << 63) - 1)
NAME = st.binary(min_size=1, max_size=12).filter(
    lambda name: not set(name) & {0, 47} and name not in (b".", b"..")
)


@st.composite
def documents(draw: st.DrawFn) -> SavedDocument:
    low, high = sorted((draw(OFFSET), draw(OFFSET)))
    split = draw(st.sampled_from(["", "beside", "below"]))
    return SavedDocument(
        path=draw(st.sampled_from([FOLDER, b"/", b"/srv"])).rstrip(b"/") + b"/" + draw(NAME),
        access=draw(st.sampled_from(["read", "edit", "live"])),
        window=draw(st.none() | st.tuples(OFFSET, st.integers(1, 1 << 40))),
        size=draw(st.none() | OFFSET),
        mtime_ns=draw(st.none() | st.integers(-(1 << 62), 1 << 62)),
        caret=draw(OFFSET),
        first=draw(OFFSET),
        selection=draw(st.none() | st.just((low, high))),
        look=draw(
            st.fixed_dictionaries({}, optional={"fold": st.booleans(), "group": st.sampled_from([1, 8])})
        ),
        bookmarks=tuple(Numbered(n, checked(low, high, "x")) for n in range(1, draw(st.integers(1, 3)))),
        split=split,
        linked=bool(split) and draw(st.booleans()),
        open=draw(st.booleans()),
        identity=draw(st.none() | st.tuples(OFFSET, OFFSET)),
        second=draw(st.tuples(OFFSET, OFFSET)) if split else None,
        side=draw(st.sampled_from([0, 1])),
        front=draw(st.booleans()),
    )


@given(st.lists(documents(), max_size=3))
def test_what_is_written_comes_back(items: list[SavedDocument]) -> None:
    session = SavedSession(tuple(items), 0, {"docks": "page,1,1"})
    raw = to_text(session, FOLDER).encode()
    assert from_raw(raw, FOLDER, SCHEMA) == session


def whole(**document: Any) -> dict[str, Any]:
    return {"format": "bytescope session", "version": 1, "documents": [{"path": "a", **document}]}


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ([], "no session file of Bytescope"),
        ({"format": "other"}, "no session file of Bytescope"),
        ({"format": "bytescope session", "version": 2, "documents": []}, "newer Bytescope"),
        ({"format": "bytescope session", "version": True, "documents": []}, "“version” there should be 1"),
        ({"format": "bytescope session", "version": 1}, "“documents” is missing"),
        ({**whole(), "code": "x"}, "unknown field"),
        (whole(caret=-1), "item 1, “caret” the number -1"),
        (whole(caret=1.5), "“caret” there should be a whole number"),
        (whole(caret=True), "“caret” there should be a whole number"),
        (whole(access="root"), "one of “read”, “edit”, “live”"),
        (whole(selection=[1]), "2 items, not 1"),
        (whole(selection=[2, 1]), "document 1 the selection ends before it starts"),
        (whole(window={"offset": 0, "length": 0}), "“length” the number 0"),
        (whole(look={"columns": True}), "“columns” there should be one of"),
        (whole(path=""), "“path” the text is too long or empty"),
        (whole(path="a\0b"), "document 1 the path is no name"),
        (whole(path="\ud800"), "document 1 the path is no name"),
        (whole(bookmarks=[{"start": 5, "length": (1 << 63) - 1}]), "document 1, bookmark 1"),
    ],
)
def test_what_is_wrong_is_told_with_its_place(data: object, said: str) -> None:
    with pytest.raises(InputError, match=said):
        from_raw(json.dumps(data).encode(), FOLDER, SCHEMA)


@pytest.mark.parametrize("raw", [b"", b"\xff\xff", b"{" * 10_000, b'{"a": NaN}', b"[" * 100_000])
def test_what_is_no_json_is_told(raw: bytes) -> None:
    with pytest.raises(InputError):
        from_raw(raw, FOLDER, SCHEMA)


def test_a_file_is_looked_for_beside_the_session_first(tmp_path: Path) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    old.mkdir(), new.mkdir()
    (old / "data").write_bytes(b"x")
    text = to_text(SavedSession((SavedDocument(bytes(old / "data")),)), bytes(old))
    assert from_raw(text.encode(), bytes(new), SCHEMA).documents[0].path == bytes(old / "data")
    (new / "data").write_bytes(b"y")
    assert from_raw(text.encode(), bytes(new), SCHEMA).documents[0].path == bytes(new / "data")


def test_the_schema_has_only_words_that_are_checked() -> None:
    def walk(schema: dict[str, Any]) -> None:
        assert set(schema) <= KNOWN
        for inner in (*schema.get("properties", {}).values(), *filter(None, [schema.get("items")])):
            walk(inner)

    walk(SCHEMA)
    with pytest.raises(ValueError, match="nobody checks"):
        check({}, {"pattern": "x"})

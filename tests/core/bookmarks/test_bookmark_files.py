"""What is written is read back the same; what is wrong in a file is told with its place."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bytescope.core.bookmarks.bookmark import LAST, Bookmark, checked
from bytescope.core.bookmarks.files import parse, read_file, to_csv, to_json, write_file
from bytescope.core.bookmarks.kept import KeptBookmarks, name_of
from bytescope.core.errors import BytescopeError, InputError
from bytescope.core.storage.private import StateFolder

TEXT = st.text(max_size=40)


@st.composite
def bookmarks(draw: st.DrawFn) -> Bookmark:
    start = draw(st.integers(0, LAST // 2))
    end = start + draw(st.integers(0, LAST // 2))
    return checked(start, end, draw(TEXT), draw(st.integers(0, 7)), draw(TEXT))


@given(st.lists(bookmarks(), max_size=8))
def test_they_come_back_the_same(items: list[Bookmark]) -> None:
    numbered = list(enumerate(items, 1))
    assert [tuple(item) for item in parse(to_json(numbered, "a.bin", 5).encode())] == numbered
    assert [item.bookmark for item in parse(to_csv(numbered).encode())] == items


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ({"start": 1, "length": "x"}, "bookmark 1 the field “length”"),
        ({"start": True}, "bookmark 1 the field “start”"),
        ({"length": 3}, "“start” is missing"),
        ({"start": 1, "colour": 9}, "no colour 9"),
        ({"start": 1, "name": 4}, "“name” is no text"),
        ({"start": 1, "code": "x"}, "unknown field"),
        ({"start": LAST, "length": LAST}, "no range"),
        ([], "something else than an object"),
    ],
)
def test_a_wrong_record_is_named(data: object, said: str) -> None:
    whole = {"format": "bytescope bookmarks", "version": 1, "bookmarks": [data]}
    with pytest.raises(InputError, match=said):
        parse(json.dumps(whole).encode())


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"\xff\xfe\x00", "no file of bookmarks"),
        (b"{", "Line 1, column 2"),
        (b"[1, 2]", "no file of bookmarks"),
        (b"[" * 100_000, "no JSON that can be used"),
        (b'{"format": "bytescope bookmarks", "version": 2}', "newer Bytescope"),
        (b'{"format": "bytescope bookmarks", "version": 1, "bookmarks": {}}', "not a list"),
        (b"start,what\n1,2\n", "no file of bookmarks"),
        (b"start,length\n0x10,zz\n", "line 2 the length"),
        (b"start,length\n,4\n", "line 2 the start is missing"),
        (b"", "no file of bookmarks"),
    ],
)
def test_what_is_no_such_file_says_so(raw: bytes, said: str) -> None:
    with pytest.raises(InputError, match=said):
        parse(raw)


def test_numbers_in_csv_are_read_as_people_type_them() -> None:
    (found,) = parse(b"Name,Start\nhead,0x1000\n")
    assert found.bookmark == checked(4096, 4096, "head")


def test_files_are_replaced_whole_or_left(tmp_path: Path) -> None:
    path = tmp_path / "b.json"
    write_file(str(path), "one")
    write_file(str(path), "two")
    assert read_file(str(path)) == b"two"
    assert [item.name for item in tmp_path.iterdir()] == ["b.json"]
    with pytest.raises(BytescopeError, match="could not be written"):
        write_file(str(tmp_path / "no" / "b.json"), "x")
    with pytest.raises(InputError, match="cannot be read"):
        read_file(str(tmp_path / "missing"))


def test_they_are_kept_for_a_file_by_whatever_name(tmp_path: Path) -> None:
    file, link = tmp_path / "data", tmp_path / "link"
    file.write_bytes(b"x")
    link.symlink_to(file)
    kept = KeptBookmarks(StateFolder(tmp_path / "private"))
    name = name_of(str(file), 0, False)
    assert name == name_of(str(link), 0, False) != name_of(str(file), 0, True)
    assert kept.recall(name) is None
    kept.forget(name)
    kept.keep(name, "first")
    kept.keep(name, "second")
    assert kept.recall(name) == b"second"
    kept.forget(name)
    assert kept.recall(name) is None

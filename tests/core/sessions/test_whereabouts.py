"""A file that was moved is found again by what it is; another one is never taken for it."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from bytescope.core.sessions import whereabouts
from bytescope.core.sessions.saved import SavedDocument, SavedSession, from_raw, to_text
from bytescope.core.sessions.whereabouts import beside, find_all
from bytescope.core.ticket import Ticket


def noted(path: Path) -> SavedDocument:
    found = path.stat()
    return SavedDocument(
        bytes(path), size=found.st_size, mtime_ns=found.st_mtime_ns, identity=(found.st_dev, found.st_ino)
    )


def make(path: Path, data: bytes = b"data", mtime: int = 1_000_000_000) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    os.utime(path, ns=(mtime, mtime))
    return path


def find(*items: SavedDocument, folder: Path) -> whereabouts.Whereabouts:
    return find_all(SavedSession(items), bytes(folder), Ticket())


def test_what_is_in_its_place_is_not_looked_for(tmp_path: Path) -> None:
    item = noted(make(tmp_path / "a"))
    make(tmp_path / "a", b"other bytes", 5)
    assert find(item, folder=tmp_path) == (SavedSession((item,)), (), ())


@pytest.mark.parametrize("new", ["b", "deep/er/a", "../elsewhere/b"])
def test_a_file_that_was_moved_or_renamed_is_found(tmp_path: Path, new: str) -> None:
    old = make(tmp_path / "work" / "a")
    item = noted(old)
    there = tmp_path / "work" / new
    there.parent.mkdir(parents=True, exist_ok=True)
    old.rename(there)
    found = find(item, folder=tmp_path / "sessions")
    now = os.path.realpath(bytes(there))
    assert [os.path.realpath(path) for _, path in found.moved] == [now]
    assert os.path.realpath(found.session.documents[0].path) == now
    assert found.missing == ()


def test_a_file_is_found_near_the_session_file(tmp_path: Path) -> None:
    old = make(tmp_path / "one" / "two" / "a")
    item = noted(old)
    (tmp_path / "kept").mkdir()
    shutil.copy2(old, tmp_path / "kept" / "a")  # another inode, the same name, size and time
    shutil.rmtree(tmp_path / "one")
    assert find(item, folder=tmp_path / "kept").moved == ((bytes(old), bytes(tmp_path / "kept" / "a")),)


def test_another_file_with_the_number_of_its_inode_is_not_taken(tmp_path: Path) -> None:
    old = make(tmp_path / "a")
    item = noted(old)
    old.unlink()
    other = make(tmp_path / "b", b"something else", 7)
    item = item._replace(identity=(other.stat().st_dev, other.stat().st_ino))
    assert find(item, folder=tmp_path).missing == (bytes(old),)
    same = make(tmp_path / "sub" / "a", b"changed since", 9)
    item = item._replace(identity=(same.stat().st_dev, same.stat().st_ino))
    assert find(item, folder=tmp_path).moved == ((bytes(old), bytes(same)),)


def test_only_so_many_names_are_looked_at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(whereabouts, "MOST_ENTRIES", 50)
    old = make(tmp_path / "work" / "a")
    item = noted(old)
    for number in range(200):
        make(tmp_path / "work" / "deep" / f"file{number}")
    (tmp_path / "work" / "deep" / "z").mkdir()
    old.rename(tmp_path / "work" / "deep" / "z" / "a")
    assert find(item, folder=tmp_path / "work").missing == (bytes(old),)


def test_a_folder_that_is_a_link_to_itself_is_no_trap(tmp_path: Path) -> None:
    old = make(tmp_path / "work" / "a")
    item = noted(old)
    old.unlink()
    (tmp_path / "work" / "loop").symlink_to(tmp_path / "work")
    assert find(item, folder=tmp_path / "work").missing == (bytes(old),)


def test_files_that_were_only_listed_are_not_looked_for(tmp_path: Path) -> None:
    item = SavedDocument(bytes(tmp_path / "gone"), open=False)
    assert find(item, folder=tmp_path) == (SavedSession((item,)), (), ())


def test_others_that_moved_along_are_beside_the_one_that_was_named(tmp_path: Path) -> None:
    items = [SavedDocument(b"/was/here/a"), SavedDocument(b"/was/here/sub/b"), SavedDocument(b"/was/here/c")]
    make(tmp_path / "a2"), make(tmp_path / "sub" / "b")
    assert beside(items, items[0], bytes(tmp_path / "a2")) == {
        b"/was/here/sub/b": bytes(tmp_path / "sub" / "b")
    }


def test_through_the_session_file(tmp_path: Path) -> None:
    import json
    from importlib.resources import files

    schema = json.loads((files("bytescope_data") / "schemas" / "session-1.json").read_text())
    old = make(tmp_path / "a")
    raw = to_text(SavedSession((noted(old),)), bytes(tmp_path)).encode()
    old.rename(tmp_path / "b")
    session = from_raw(raw, bytes(tmp_path), schema)
    assert find_all(session, bytes(tmp_path), Ticket()).moved == ((bytes(old), bytes(tmp_path / "b")),)

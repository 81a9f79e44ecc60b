"""``bytescope recover`` after programs that were killed: lists, and does only what it is asked."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from bytescope.cli import main
from bytescope.core.storage.private import StateFolder
from helpers.leftovers import leave, with_two_writes

OLD = bytes(range(256)) * 64
NEW = with_two_writes(OLD)


@pytest.fixture
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> StateFolder:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    return StateFolder(tmp_path / "state" / "bytescope")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "data.bin"
    file.write_bytes(OLD)
    return file


class Command:
    """``bytescope recover`` with what it said."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys
        self.out = self.err = ""

    def __call__(self, *words: object) -> int:
        self._capsys.readouterr()
        try:
            status = main(["recover", *map(str, words)])
        except SystemExit as end:
            status = int(end.code or 0)
        self.out, self.err = self._capsys.readouterr()
        assert "Traceback" not in self.err
        return status


@pytest.fixture
def recover(capsys: pytest.CaptureFixture[str]) -> Command:
    return Command(capsys)


def test_nothing_is_left(recover: Command, state: StateFolder, path: Path) -> None:
    assert recover() == 0
    assert recover.out == "Nothing is left to recover.\n"
    assert recover(path) == 0
    assert recover("--json") == 0
    assert json.loads(recover.out) == []
    assert not Path(os.fsdecode(state.root)).exists()  # asking leaves no trace


def test_the_list_says_what_and_when_and_what_can_be_done(
    recover: Command, state: StateFolder, path: Path
) -> None:
    leave(state, path)
    assert recover() == 1
    lines = recover.out.splitlines()
    assert lines[0] == str(path)
    assert "2 unsaved edits" in lines[1]
    assert lines[2:4] == ["    Write 9 bytes", "    Write 10 bytes"]
    assert "as it was when they were made" in lines[4]
    assert "--complete, --export OUT, --discard, in a window" in lines[5]
    assert recover(path, "--list") == 1
    assert recover.out.splitlines()[0] == str(path)
    assert path.read_bytes() == OLD


def test_the_list_as_json(recover: Command, state: StateFolder, path: Path) -> None:
    leave(state, path, save_dies_at=1)
    assert recover("--json") == 1
    (item,) = json.loads(recover.out)
    assert item["file"] == str(path)
    assert item["interrupted_save"]
    assert item["unsaved_edits"] == 2
    assert item["state"] == "mixed"
    assert item["can"] == ["complete", "roll-back", "export", "discard"]


def test_complete(recover: Command, state: StateFolder, path: Path) -> None:
    leave(state, path, save_dies_at=1)
    assert recover(path, "--complete") == 0
    assert path.read_bytes() == NEW
    assert recover() == 0


def test_complete_saves_edits_that_were_never_saved(recover: Command, state: StateFolder, path: Path) -> None:
    leave(state, path)
    assert recover(path, "--complete") == 0
    assert path.read_bytes() == NEW
    assert "Saved" in recover.err


def test_roll_back_leaves_the_edits(recover: Command, state: StateFolder, path: Path) -> None:
    leave(state, path, save_dies_at=1)
    assert recover(path, "--roll-back") == 1
    assert path.read_bytes() == OLD
    assert "2 edits can still be recovered" in recover.err
    assert recover(path, "--complete") == 0
    assert path.read_bytes() == NEW


def test_roll_back_of_a_save_without_edits_leaves_nothing(
    recover: Command, state: StateFolder, path: Path
) -> None:
    leave(state, path, save_dies_at=1, log=False)
    assert recover(path, "--roll-back") == 0
    assert path.read_bytes() == OLD


def test_roll_back_where_no_save_was_cut_off(recover: Command, state: StateFolder, path: Path) -> None:
    leave(state, path)
    assert recover(path, "--roll-back") == 2
    assert "nothing to roll back" in recover.err
    assert recover(path) == 1


def test_export(recover: Command, state: StateFolder, path: Path, tmp_path: Path) -> None:
    leave(state, path)
    out = tmp_path / "out"
    assert recover(path, "--export", out) == 1  # it is still there
    assert out.read_bytes() == NEW
    assert path.read_bytes() == OLD
    assert recover(path, "--export", out) == 2
    assert "exists already" in recover.err
    assert out.read_bytes() == NEW


def test_discard(recover: Command, state: StateFolder, path: Path) -> None:
    leave(state, path, save_dies_at=1)
    mixed = path.read_bytes()
    assert recover(path, "--discard") == 0
    assert path.read_bytes() == mixed
    assert recover() == 0


def test_two_documents_are_told_apart(
    recover: Command, state: StateFolder, path: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other.bin"
    other.write_bytes(OLD)
    leave(state, path)
    leave(state, other)
    leave(state, path, edits="did(document.delete(ByteRange(0, 4)))")
    assert recover("--json") == 1
    items = json.loads(recover.out)
    assert len(items) == 3
    assert recover(other, "--complete") == 0
    assert other.read_bytes() == NEW
    assert path.read_bytes() == OLD
    newest = next(item["id"] for item in items if item["file"] == str(path) and item["unsaved_edits"] == 1)
    assert recover("--id", newest, "--discard") == 0
    assert recover(path, "--complete") == 0
    assert path.read_bytes() == NEW


def test_a_file_that_was_changed_is_not_touched(recover: Command, state: StateFolder, path: Path) -> None:
    leave(state, path)
    path.write_bytes(b"theirs" * 3000)
    assert recover(path, "--complete") == 1
    assert path.read_bytes() == b"theirs" * 3000
    assert "not as it was" in recover.err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--complete"], "Name a FILE"),
        (["--roll-back"], "Name a FILE"),
        (["--discard"], "Name a FILE"),
        (["--export", "out"], "Name a FILE"),
        (["x", "--complete", "--discard"], "not allowed with"),
        (["x", "--export"], "expected one argument"),
        (["x", "y"], "Unrecognized"),
        (["--id", "deadbeef"], "Nothing has the id"),
        (["no-such-file"], "not there"),
        (["no-such-file", "--complete"], "not there"),
    ],
)
def test_what_cannot_be_meant_is_one_sentence(
    recover: Command, state: StateFolder, words: list[str], said: str
) -> None:
    assert recover(*words) == 2
    assert said in recover.err
    assert recover.err.count("\n") == 1
    assert recover.out == ""


def test_a_state_folder_that_is_not_ours_is_refused(
    recover: Command, state: StateFolder, path: Path, tmp_path: Path
) -> None:
    leave(state, path)
    logs = tmp_path / "state" / "bytescope" / "logs"
    logs.rename(tmp_path / "moved")
    logs.symlink_to(tmp_path / "moved")
    assert recover() == 2
    assert "cannot be used" in recover.err


def test_a_name_that_acts_on_the_terminal_is_escaped(
    recover: Command, state: StateFolder, tmp_path: Path
) -> None:
    odd = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\x1b[2J\xff.bin"))
    odd.write_bytes(OLD)
    leave(state, odd)
    assert recover() == 1
    assert "\x1b" not in recover.out
    assert recover(odd, "--json") == 1
    assert json.loads(recover.out)[0]["file"] == str(odd)
    assert recover(odd, "--complete") == 0
    assert odd.read_bytes() == NEW

"""The private state folder: who may read it, what survives, and which files in it are believed."""

import errno
import os
import stat

import pytest

from bytescope.core.storage.private import StateFolder, StateFolderError, default_state_folder
from helpers.saving import Trouble, fails_at, nothing_fails


@pytest.fixture
def state(tmp_path):
    return StateFolder(tmp_path / "above" / "state")


@pytest.fixture
def made(state):
    """(name, path, descriptor) of a file in the folder."""
    fd, name = state.create("journals")
    yield name, os.path.join(os.fsdecode(state.root), "journals", name), fd
    os.close(fd)


def test_nothing_is_made_before_something_is_created(state):
    assert state.names("logs") == []
    assert not os.path.exists(os.path.dirname(state.root))


def test_folder_and_file_are_for_their_owner_alone(made):
    _, path, _ = made
    modes = [stat.S_IMODE(os.stat(p).st_mode) for p in (path, os.path.dirname(path))]
    assert modes == [0o600, 0o700]


def test_names_are_those_of_the_kind_and_cannot_be_guessed(state, made):
    os.close(state.create("journals")[0])
    os.close(state.create("logs")[0])
    names = state.names("journals")
    assert len(set(names)) == 2
    assert made[0] in names
    assert all(len(name) == 32 for name in names)


def test_files_with_other_names_are_not_ours(state, made):
    open(os.path.join(os.path.dirname(made[1]), "notes.txt"), "w").close()
    assert state.names("journals") == [made[0]]


def test_a_file_in_use_is_told_from_one_left_behind(state):
    fd, name = state.create("logs")
    assert state.in_use("logs", name)
    assert state.claim("logs", name) is None
    os.close(fd)
    assert not state.in_use("logs", name)
    claimed = state.claim("logs", name)
    assert state.in_use("logs", name)
    os.close(claimed)


def test_a_removed_file_is_gone_and_may_be_removed_again(state, made):
    state.remove("journals", made[0])
    state.remove("journals", made[0])
    assert state.names("journals") == []
    with pytest.raises(FileNotFoundError):
        state.open("journals", made[0])


@pytest.mark.parametrize("name", ["", "..", "../../etc/passwd", "A" * 32, "0" * 31, "0" * 32 + "\n"])
def test_only_names_that_were_given_out_are_opened(state, name):
    with pytest.raises(StateFolderError, match="no name"):
        state.open("journals", name)


@pytest.mark.parametrize("what", ["link", "hard link", "folder", "fifo", "readable by others"])
def test_what_somebody_else_may_have_put_there_is_not_opened(state, made, tmp_path, what):
    name, path, _ = made
    other = tmp_path / "other"
    other.write_bytes(b"x")
    if what == "hard link":
        os.link(path, tmp_path / "second name")
    elif what == "readable by others":
        os.chmod(path, 0o644)
    else:
        os.unlink(path)
        if what == "link":
            os.symlink(other, path)
        elif what == "folder":
            os.mkdir(path)
        else:
            os.mkfifo(path)
    with pytest.raises((StateFolderError, OSError)):
        state.open("journals", name)


def test_a_folder_that_others_may_read_is_closed_to_them(state, made):
    folder = os.path.dirname(made[1])
    os.chmod(folder, 0o755)
    state.names("journals")
    assert stat.S_IMODE(os.stat(folder).st_mode) == 0o700


def test_a_folder_that_is_a_link_is_not_followed(state, tmp_path):
    os.makedirs(state.root)
    os.symlink(tmp_path, os.path.join(state.root, b"logs"))
    with pytest.raises(StateFolderError, match="XDG_STATE_HOME"):
        state.create("logs")


@pytest.mark.needs_root
def test_a_folder_of_somebody_else_is_not_used(state, made):
    os.chown(os.path.dirname(made[1]), 1234, -1)
    with pytest.raises(StateFolderError, match="belongs to somebody else"):
        state.create("journals")


def test_a_name_is_durable_when_it_is_given_out_and_when_it_is_taken_back(tmp_path):
    trouble = Trouble(nothing_fails)
    state = StateFolder(tmp_path / "state", trouble.calls)
    fd, name = state.create("journals")
    made = [call for call in trouble.made if call in ("open", "mkdir", "fsync")]
    # The first attempt looks; then the root is made, and all above it flushed before the folder is made.
    above = " open fsync" * len(tmp_path.parts)
    assert " ".join(made) == f"open mkdir{above} mkdir open open fsync open fsync"
    trouble.made.clear()
    state.remove("journals", name)
    assert [call for call in trouble.made if call in ("unlink", "fsync")] == ["unlink", "fsync"]
    os.close(fd)


def test_a_folder_that_could_not_be_made_durable_is_flushed_the_next_time(tmp_path):
    made = Trouble(nothing_fails)
    os.close(StateFolder(tmp_path / "counted", made.calls).create("logs")[0])
    for number in (number for number, call in enumerate(made.made) if call == "fsync"):
        root = tmp_path / str(number)
        with pytest.raises(StateFolderError):
            StateFolder(root, Trouble(fails_at(number)).calls).create("logs")
        again = Trouble(nothing_fails)
        os.close(StateFolder(root, again.calls).create("logs")[0])
        assert again.made.count("fsync") >= 2  # of the file's name, and of the folder's


def test_any_call_may_fail_and_leaves_no_descriptor_and_no_file(tmp_path):
    quiet = Trouble(nothing_fails)
    fd, _ = StateFolder(tmp_path / "quiet", quiet.calls).create("logs")
    os.close(fd)
    failures = 0
    for number, call in enumerate(quiet.made):
        root = tmp_path / f"{number} {call}"
        before = len(os.listdir("/proc/self/fd"))
        try:
            fd, _ = StateFolder(root, Trouble(fails_at(number, errno.ENOSPC)).calls).create("logs")
        except StateFolderError:
            failures += 1
            assert StateFolder(root).names("logs") == []
        else:
            os.close(fd)
        assert len(os.listdir("/proc/self/fd")) == before
    assert failures >= 8


def test_the_cause_is_told(tmp_path):
    with pytest.raises(StateFolderError, match="the disk is full"):
        StateFolder(tmp_path, Trouble(fails_at(3, errno.ENOSPC)).calls).create("logs")


def test_a_file_that_was_taken_for_a_remnant_is_made_again(tmp_path):
    gone = []

    def decide(index, name):
        if name == "flock" and not gone:
            gone.extend((tmp_path / "state" / "logs").iterdir())
            gone[0].unlink()

    state = StateFolder(tmp_path / "state", Trouble(decide).calls)
    fd, name = state.create("logs")
    assert name != gone[0].name
    assert state.names("logs") == [name]
    os.close(fd)


@pytest.mark.parametrize(
    ("home", "expected"), [("/somewhere", b"/somewhere/bytescope"), ("relative", None), ("", None)]
)
def test_the_default_folder_follows_the_xdg_specification(monkeypatch, home, expected):
    monkeypatch.setenv("XDG_STATE_HOME", home)
    monkeypatch.setenv("HOME", "/nowhere")
    assert default_state_folder().root == (expected or b"/nowhere/.local/state/bytescope")


@pytest.mark.parametrize(
    "name", ["../other", "../../other", "", ".", "/etc/passwd", "A" * 32, "0" * 31 + "\n"]
)
def test_nothing_is_removed_by_a_name_that_is_none_of_ours(tmp_path, name):
    state = StateFolder(tmp_path / "state")
    fd, _ = state.create("logs")
    os.close(fd)
    (tmp_path / "state" / "other").write_bytes(b"mine")
    (tmp_path / "other").write_bytes(b"mine")
    with pytest.raises(StateFolderError):
        state.remove("logs", name)
    assert (tmp_path / "state" / "other").exists()
    assert (tmp_path / "other").exists()

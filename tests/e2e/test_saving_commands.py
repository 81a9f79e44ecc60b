"""Saves from the command line: with a journal, without one only on being told so, and stopped by Ctrl+C."""

from __future__ import annotations

import signal
from pathlib import Path

import pytest

from bytescope.cli import main
from bytescope.core.storage import writer
from bytescope.core.storage.private import default_state_folder

OLD = bytes(range(256)) * 4096


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "data.bin"
    path.write_bytes(OLD)
    return path


@pytest.fixture
def unusable(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A state folder that cannot be made."""
    (tmp_path / "state").write_bytes(b"not a folder")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))


def test_a_fill_leaves_no_journal(path: Path) -> None:
    assert main(["fill", str(path), "0..5000", "AA"]) == 0
    assert path.read_bytes() == b"\xaa" * 5000 + OLD[5000:]
    assert default_state_folder().names("journals") == []


@pytest.mark.usefixtures("unusable")
@pytest.mark.parametrize("command", [["fill", "0..5000", "AA"], ["write", "0", "AA"]])
def test_without_a_journal_only_if_told_so(
    path: Path, command: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = [command[0], str(path), *command[1:]]
    assert main(arguments) == 2
    told = capsys.readouterr().err
    assert told.startswith("bytescope: “data.bin” was not saved")
    assert "--no-journal" in told
    assert told.count("\n") == 1
    assert path.read_bytes() == OLD
    assert main([*arguments, "--no-journal"]) == 0
    assert path.read_bytes()[:1] == b"\xaa"


def test_ctrl_c_puts_the_file_back(
    path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    real, written = writer.write_all, []

    def interrupted(calls, fd, data, offset):
        real(calls, fd, data, offset)
        written.append(offset)
        signal.raise_signal(signal.SIGINT)

    monkeypatch.setattr(writer, "CHUNK", 65536)
    monkeypatch.setattr(writer, "write_all", interrupted)
    assert main(["fill", str(path), "0..500000", "random:5"]) == 130
    assert capsys.readouterr().err == (
        "bytescope: Saving “data.bin” was stopped; the file is as it was before.\n"
    )
    assert len(written) == 1
    assert path.read_bytes() == OLD
    assert default_state_folder().names("journals") == []
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler

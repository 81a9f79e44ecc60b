"""The fault battery can be run, a little of every row; and its frame sees what goes wrong in a row."""

from __future__ import annotations

import json
import os
import select
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from faults.command import YIELDING, main
from faults.playing import found_rows

GOOD = """
from faults.row import Result, Row, part, quick_folder
ROW = Row({number}, "a row", push=200, nightly=400, smoke={smoke}, parts=2, patience={patience})
def run(count, seed):
    {body}
"""


def planted(folder, body: str, *, number: int = 1, smoke: int = 5, patience: float = 60) -> None:
    text = GOOD.format(number=number, smoke=smoke, patience=patience, body=body)
    (folder / f"row_{number:02}_planted.py").write_text(text)


@pytest.fixture
def played(tmp_path, capsys):
    """Plays the rows in the test's folder: exit status, JSON, what was printed."""

    def run(*options: str):
        status = main(["--json", str(tmp_path / "out.json"), *(options or ("--smoke",))], tmp_path)
        return status, json.loads((tmp_path / "out.json").read_text())["rows"], capsys.readouterr()

    return run


@pytest.mark.parametrize("number", found_rows())
def test_each_row_runs(number, tmp_path, capsys):
    out = tmp_path / "out.json"
    status = main(["--smoke", "--json", str(out), str(number)])
    printed = capsys.readouterr()
    assert status == 0, printed.out + printed.err
    (row,) = json.loads(out.read_text())["rows"]
    assert row["done"] + row["skipped"] >= row["asked"] > 0
    assert row["why_skipped"] or not row["skipped"]


def test_a_good_row_is_good(tmp_path, played):
    planted(tmp_path, "return Result(count, [], notes='2 saves of 10 kinds')")
    status, (row,), printed = played("--push", "--jobs", "2")
    assert (status, row["done"], row["failures"]) == (0, 200, [])
    assert row["notes"] == "4 saves of 20 kinds"
    assert "a row" in printed.out


def test_parts_know_which_they_are_and_have_their_own_seeds(tmp_path, played):
    planted(tmp_path, "return Result(count, [f'{part()} {seed}'])")
    status, (row,), _ = played("--push", "--seed", "7")
    assert status == 1
    assert row["failures"] == ["(0, 2) 7", f"(1, 2) {7 + 1_000_003}"]


@pytest.mark.parametrize(
    ("body", "seen"),
    [
        ("return Result(count, ['this went wrong'])", "this went wrong"),
        ("return Result(count - 1, [])", "Only 4 of 5"),
        ("raise ValueError('odd')", "ValueError: odd"),
        ("import os; os.kill(os.getpid(), 11)", "died of SIGSEGV"),
        ("import os; os._exit(0)", "told nothing"),
        ("import os; os._exit(3)", "status 3"),
    ],
)
def test_a_bad_row_is_seen(tmp_path, played, body, seen):
    planted(tmp_path, body)
    status, (row,), printed = played()
    assert status == 1
    assert seen in row["failures"][0]
    assert seen in printed.err


def test_a_row_that_hangs_is_ended_with_what_it_started(tmp_path, played):
    left = tmp_path / "pid"
    body = "import subprocess, signal; child = subprocess.Popen(['sleep', '1000']); "
    body += f"open({str(left)!r}, 'w').write(str(child.pid)); signal.pause()"
    for patience in (0.3, 3, 60):  # on a busy machine it takes a while to begin
        planted(tmp_path, body, patience=patience)
        status, (row,), _ = played()
        if left.exists() and left.read_text():
            break
    assert status == 1
    assert "had not finished" in row["failures"][0]
    assert has_ended(int(left.read_text()))


def test_who_interrupts_does_not_wait_and_leaves_nothing_running(tmp_path):
    told = tmp_path / "told"
    body = (
        "import os, signal; pipe = open(%r, 'w'); pipe.write(str(os.getpid())); pipe.close(); signal.pause()"
    )
    planted(tmp_path, body % str(told), smoke=1)
    os.mkfifo(told)
    code = (
        "import sys, pathlib; from faults.command import main; main(['--smoke'], pathlib.Path(sys.argv[1]))"
    )
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    battery = subprocess.Popen(
        [sys.executable, "-c", code, str(tmp_path)], env=environment, stderr=subprocess.PIPE
    )
    row = int(told.read_text())
    battery.send_signal(signal.SIGINT)
    assert b"KeyboardInterrupt" in battery.communicate(timeout=300)[1]
    assert has_ended(row)


def has_ended(pid: int) -> bool:
    """Whether the process ends, or has ended; nobody may have asked for its status yet."""
    try:
        descriptor = os.pidfd_open(pid)
    except ProcessLookupError:
        return True
    try:
        return bool(select.select([descriptor], [], [], 300)[0])
    finally:
        os.close(descriptor)


def test_a_row_can_be_ended_by_itself_and_has_the_priority_it_was_started_with(tmp_path, played):
    """Between sessions a kernel with automatic groups knows no priorities: a row must not begin one."""
    planted(tmp_path, "import os; return Result(count, [f'{os.getpgrp() == os.getpid()} {os.getsid(0)}'])")
    _, (row,), _ = played()
    assert row["failures"] == [f"True {os.getsid(0)}"]


def test_who_lets_others_go_first_has_more_patience(tmp_path):
    planted(tmp_path, "return Result(count, [])", patience=7)
    code = (
        "import os, sys, pathlib; os.nice(1); from faults import command; "
        "rows = command.found_rows(pathlib.Path(sys.argv[1])); "
        "print(command._wanted(command._parser().parse_args([]), rows)[0][0].patience)"
    )
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    told = subprocess.check_output([sys.executable, "-c", code, str(tmp_path)], env=environment, text=True)
    assert float(told) == 7 * YIELDING


def test_what_is_skipped_is_counted_and_fails_where_it_must_run(tmp_path, played):
    planted(tmp_path, "return Result(count - 2, [], 2, 'no such file system')")
    status, (row,), printed = played()
    assert (status, row["skipped"]) == (0, 2)
    assert "no such file system" in printed.out
    assert played("--smoke", "--must-run")[0] == 1


def test_a_row_leaves_nothing_behind(tmp_path, played):
    places = tmp_path / "places"
    body = "import tempfile; made = tempfile.mkdtemp(); (quick_folder() / 'x').write_text('x'); "
    body += f"open({str(places)!r}, 'w').write(f'{{made}}\\n{{quick_folder()}}'); return Result(count, [])"
    planted(tmp_path, body)
    assert played()[0] == 0
    assert [Path(line).exists() for line in places.read_text().splitlines()] == [False, False]


def test_a_row_that_is_not_there_is_named(tmp_path):
    planted(tmp_path, "return Result(count, [])")
    assert main(["9"], tmp_path) == 2


def test_two_rows_with_one_number_are_refused(tmp_path):
    planted(tmp_path, "return Result(count, [])")
    (tmp_path / "row_07_other.py").write_text((tmp_path / "row_01_planted.py").read_text())
    with pytest.raises(ValueError, match="same number"):
        found_rows(tmp_path)


def test_the_table_for_a_readme(tmp_path, played):
    planted(tmp_path, "return Result(count, ['bad'])")
    planted(tmp_path, "return Result(count, [])", number=2)
    _, _, printed = played("--smoke", "--markdown", "2", "1")
    lines = printed.out.splitlines()
    assert [line.split("|")[1].strip() for line in lines[2:]] == ["1", "2"]
    assert "**1**" in lines[2]

"""The benchmarks can be run: tiny ones, whose figures mean nothing."""

from __future__ import annotations

import json
import subprocess
import sys

from helpers.modules import TESTS

RUN = TESTS / "bench" / "run.py"


def bench(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(RUN), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_it_says_which_there_are():
    names = [line.split()[0] for line in bench("--list").stdout.splitlines()]
    assert {f"{name}.py" for name in names} == {path.name for path in (RUN.parent / "topics").glob("*.py")}


def test_each_of_them_runs(tmp_path):
    out = tmp_path / "figures.json"
    done = bench("--smoke", "--markdown", "--json", str(out))
    assert done.returncode == 0, done.stderr
    rows = json.loads(out.read_text())["rows"]
    assert len(rows) == len(done.stdout.splitlines()) - 2 > 10
    assert all(row["measured"] for row in rows)

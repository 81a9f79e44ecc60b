"""The benchmarks can be run: tiny ones, whose figures mean nothing."""

from __future__ import annotations

import json
import subprocess
import sys

from helpers.modules import TESTS

RUN = TESTS / "bench" / "run.py"


def start(*arguments: str) -> subprocess.Popen[str]:
    command = [sys.executable, str(RUN), *arguments]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def names() -> list[str]:
    with start("--list") as process:
        return [line.split()[0] for line in process.communicate()[0].splitlines()]


def test_it_says_which_there_are():
    assert {f"{name}.py" for name in names()} == {path.name for path in (RUN.parent / "topics").glob("*.py")}


def test_each_of_them_runs(tmp_path):
    every = names()
    runs = [
        # side by side: here it does not matter what they measure
        (start("--smoke", "--markdown", "--json", str(tmp_path / part), *topics), tmp_path / part)
        for part, topics in (("even", every[::2]), ("odd", every[1::2]))
    ]
    for process, figures in runs:
        with process:
            table, errors = process.communicate()
        assert process.returncode == 0, errors
        rows = json.loads(figures.read_text())["rows"]
        assert len(rows) == len(table.splitlines()) - 2 > 3
        assert all(row["measured"] for row in rows)

"""The states of pages as ``bytescope pages`` prints them."""

from __future__ import annotations

import csv
import io
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from bytescope.cli import main
from bytescope.core.ranges import PAGESIZE
from helpers.files import sparse_file

pytestmark = pytest.mark.page_cache

CHECKOUT = Path(__file__).resolve().parents[2]


def rows_of(capsys: pytest.CaptureFixture[str], path: Path, *options: str) -> list[dict[str, str]]:
    capsys.readouterr()
    assert main(["pages", str(path), *options]) == 0
    return list(csv.DictReader(io.StringIO(capsys.readouterr().out)))


def test_pages_tells_the_state_of_each_page(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = sparse_file(tmp_path / "some", 40 * PAGESIZE, [(16 * PAGESIZE, b"x" * (2 * PAGESIZE))])
    rows = rows_of(capsys, path)
    assert [row["samples"] for row in rows] == ["0"] * 16 + ["1"] * 2 + ["0"] * 22
    assert [row["hole"] for row in rows] == ["1"] * 16 + ["0"] * 2 + ["1"] * 22
    assert {row["edited"] for row in rows} == {"0"}
    if rows[0]["resident"] in ("0", "1"):
        assert [row["resident"] for row in rows] == ["0"] * 16 + ["1"] * 2 + ["0"] * 22
    coarse = rows_of(capsys, path, "--level", "3")
    assert [row["samples"] for row in coarse] == ["0", "0", "2", "0", "0"]
    assert [row["hole"] for row in coarse] == ["8", "8", "6", "8", "8"]


STRANGER = """
import os, runpy, sys
import ctypes, mmap, fcntl, json, numpy, numpy.ma, bytescope.cli.pages, bytescope.core.touched.state_columns
import bytescope.core.touched.residency, bytescope.core.touched.extents, bytescope.core.source.opening
import bytescope.core.pages.twin, bytescope.core.document.document, bytescope.core.storage.fact_files
import bytescope.core.storage.exporting, bytescope.core.text.range_text, bytescope.core.source.file
from bytescope.core.source.opening import open_file
list(open_file(sys.argv[1]).data_runs(__import__("bytescope.core.ranges").core.ranges.ByteRange(0, 1)))
bytescope.cli.pages.run([sys.argv[1]])
sys.stdout.flush()
os.setuid(65534)
sys.exit(bytescope.cli.pages.run([sys.argv[1]]))
"""


@pytest.mark.needs_root
def test_pages_says_where_the_kernel_does_not_tell() -> None:
    with tempfile.TemporaryDirectory() as folder:
        os.chmod(folder, 0o755)
        path = Path(folder) / "theirs"
        path.write_bytes(b"abc")
        path.chmod(0o644)
        environment = {"PYTHONPATH": os.pathsep.join(str(CHECKOUT / name) for name in ("app", "resources"))}
        done = subprocess.run(
            [sys.executable, "-c", STRANGER, str(path)],
            env=environment,
            capture_output=True,
            text=True,
            timeout=500,
        )
    assert done.returncode == 0, done.stderr
    row = next(csv.DictReader(io.StringIO("".join(done.stdout.splitlines(keepends=True)[-2:]))))
    if row["resident"] == "1":
        pytest.skip("this kernel tells everyone")
    assert (row["resident"], row["dirty"], row["samples"]) == ("not permitted", "not permitted", "1")

"""``bytescope compare`` against cmp: the same differences, the same exit status."""

from __future__ import annotations

import csv
import io
import json
import os
import random
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from bytescope.cli import main
from bytescope.core.ranges import PAGESIZE
from helpers.effort import at_most
from helpers.files import mixed_bytes, noise_bytes, sparse_file

needs_cmp = pytest.mark.skipif(shutil.which("cmp") is None, reason="cmp (diffutils) is not installed")


class Done:
    def __init__(self, status, out, err):
        self.status, self.out, self.err = status, out, err

    @property
    def rows(self):
        """Lines that begin with an offset: (offset, length, differing)."""
        words = (line.split() for line in self.out.splitlines() if line.startswith("0x"))
        return [(int(w[0], 16), int(w[1]), int(w[2])) for w in words if w[2].isdigit()]


@pytest.fixture
def compare(capsys):
    def run(*arguments):
        capsys.readouterr()
        try:
            status = main(["compare", *(os.fsdecode(a) for a in map(str, arguments))])
        except SystemExit as end:
            status = int(end.code or 0)
        printed = capsys.readouterr()
        return Done(status, printed.out, printed.err)

    return run


def by_cmp(one, two):
    """Status and differing offsets as cmp tells them."""
    done = subprocess.run(["cmp", "-l", one, two], capture_output=True, text=True, check=False)
    return done.returncode, [int(line.split()[0]) - 1 for line in done.stdout.splitlines()]


def pages_of(places):
    """What a row a page must say of these differing places."""
    pages = {}
    for place in places:
        pages.setdefault(place // PAGESIZE, []).append(place)
    return [(found[0], found[-1] - found[0] + 1, len(found)) for found in pages.values()]


@needs_cmp
@pytest.mark.parametrize("seed", range(8))
def test_the_bytes_are_those_that_cmp_tells(tmp_path, compare, seed):
    rng = random.Random(seed)
    data = bytearray(mixed_bytes(rng.randrange(1, 80 * PAGESIZE)))
    one = tmp_path / "one"
    one.write_bytes(data)
    for _ in range(rng.randrange(12)):
        at = rng.randrange(len(data))
        data[at : at + rng.choice((1, 3, 5000))] = rng.randbytes(3)
    two = tmp_path / "two"
    two.write_bytes(data)
    status, places = by_cmp(one, two)
    done = compare(one, two)
    assert done.rows == pages_of(places)
    assert done.status == status
    listed = list(csv.DictReader(io.StringIO(compare(one, two, "--format", "csv").out)))
    assert sum(int(row["differing"] or 0) for row in listed) == len(places)
    assert json.loads(compare(one, two, "--format", "json").out) == [
        {
            "page": int(row["page"]), "pages": int(row["pages"]), "offset": int(row["offset"]),
            "length": int(row["length"]), "differing": int(row["differing"]) if row["differing"] else None,
            "state": row["state"],
        }
        for row in listed
    ]  # fmt: skip
    assert compare(one, two, "--quiet").out == ""
    assert compare(one, two, "--quiet").status == status


@pytest.fixture
def two(tmp_path):
    """Two files of the given bytes."""

    def make(one, other):
        paths = tmp_path / "first.bin", tmp_path / "second.bin"
        for path, data in zip(paths, (one, other)):
            path.write_bytes(data)
        return paths

    return make


def test_identical_files_and_empty_ones(two, compare):
    data = noise_bytes(3 * PAGESIZE + 5)
    done = compare(*two(data, data))
    assert (done.status, done.out) == (0, "The files are identical (12,293 bytes).\n")
    done = compare(*two(b"", b""))
    assert (done.status, done.out) == (0, "The files are identical (0 bytes).\n")
    done = compare(*two(b"", b"x"))
    assert done.status == 1
    assert "1 byte is only in “second.bin”" in done.out


def test_only_the_last_byte_differs(two, compare):
    data = noise_bytes(300 * PAGESIZE + 1)
    done = compare(*two(data, data[:-1] + bytes([data[-1] ^ 1])))
    assert done.rows == [(300 * PAGESIZE, 1, 1)]
    assert done.out.splitlines()[-1] == "1 of 301 pages differs, in 1 byte."


def test_the_rest_of_the_longer_file_is_told_as_such(two, compare):
    data = noise_bytes(2 * PAGESIZE + 10)
    done = compare(*two(data, data[:PAGESIZE]), "--format", "csv")
    assert done.out.splitlines()[1:] == ["1,2,4096,4106,,only-in-the-first"]
    assert done.status == 1


def test_the_same_file_twice_is_said(two, compare, tmp_path):
    one, _ = two(noise_bytes(PAGESIZE), b"")
    done = compare(one, one)
    assert (done.status, done.out) == (
        0,
        "Both are the same file (4,096 bytes), so nothing can differ.\n",
    )
    os.link(one, tmp_path / "link")
    assert compare(one, tmp_path / "link").out == done.out


def test_with_a_shift_byte_p_stands_against_byte_p_plus_n(two, compare):
    data = noise_bytes(5 * PAGESIZE)
    paths = two(data, b"head" + data)
    assert compare(*paths).status == 1
    done = compare(*paths, "--shift", "4")
    assert done.rows == []
    assert "All bytes that both have are the same; 4 bytes are only in “second.bin”" in done.out
    assert done.status == 1
    back = compare(*reversed(paths), "--shift=-4")
    assert back.rows == []


def test_a_limit_prints_fewer_rows_and_counts_all(two, compare):
    data = noise_bytes(500 * PAGESIZE)
    done = compare(*two(data, bytes(b ^ 1 for b in data)), "--limit", "3")
    assert len(done.rows) == 3
    assert "500 of 500 pages differ, in 2,048,000 bytes." in done.out
    assert "497 more rows are not shown." in done.out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["no/such/file"], "there is no such file"),
        (["--shift", "1T"], "no byte in common"),
        (["--shift", "x"], "The shift is not a number"),
        (["--limit=-1"], "The limit of rows must be 0 or more"),
        (["--format", "xml"], "invalid choice"),
        ([], "required"),
    ],
)
def test_trouble_is_one_sentence_and_status_2(two, compare, arguments, said):
    one, other = two(b"one", b"two")
    files = [one, other] if arguments and arguments[0].startswith("--") else [one]
    done = compare(*files, *arguments)
    assert done.status == 2
    assert done.out == ""
    assert said in done.err
    assert done.err.count("\n") == 1
    assert done.err.endswith(".\n")


def test_a_terabyte_of_holes_with_islands_is_compared_at_once(tmp_path, compare):
    islands = [(n * (1 << 34) + 12_345, b"island %d" % n) for n in range(40)]
    one = sparse_file(tmp_path / "one", 1 << 40, islands)
    islands[7] = islands[7][0], b"ISLAND 7"
    two = sparse_file(tmp_path / "two", 1 << 40, islands)
    with at_most(20):  # reading it all takes minutes
        done = compare(one, two)
    assert done.rows == [(7 * (1 << 34) + 12_345, 6, 6)]


def test_a_file_that_is_cut_while_it_is_compared_is_not_called_the_same(two, compare, monkeypatch):
    from bytescope.core.compare import judging

    data = noise_bytes(300 * PAGESIZE)
    one, other = two(data, data)
    judge = judging.Judge.judge

    def judged(self, pages):
        if pages.first >= 128:
            os.truncate(other, 200 * PAGESIZE + 1)
        return judge(self, pages)

    monkeypatch.setattr(judging.Judge, "judge", judged)
    done = compare(one, other)
    assert done.status == 2
    assert "0x000C8000  409600 bytes not compared" in done.out.replace(",", "")
    assert "“second.bin” was shortened by another program while it was compared" in done.err
    assert "100 pages cannot be compared" in done.err


def test_the_output_is_a_stream_that_may_be_cut_off(two):
    data = noise_bytes(400 * PAGESIZE)
    paths = two(data, bytes(b ^ 1 for b in data))
    checkout = Path(__file__).resolve().parents[2]
    environment = os.environ | {"PYTHONPATH": f"{checkout / 'app'}:{checkout / 'resources'}"}
    command = [sys.executable, "-m", "bytescope", "compare", *map(str, paths)]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment
    ) as process:
        assert process.stdout.readline().startswith("0x00000000")
        process.stdout.close()
        assert process.wait(60) == 0
        assert process.stderr.read() == ""

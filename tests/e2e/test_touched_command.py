"""``bytescope touched``: states of pages, and what touches them, against known touches."""

from __future__ import annotations

import csv
import io
import json
import mmap
import os
import signal
import subprocess
import sys
import tempfile
from pathlib import Path
from types import TracebackType

import pytest

from bytescope.cli import main
from bytescope.core.errors import RefusedError
from bytescope.core.ranges import PAGESIZE
from bytescope.core.source.mapped_name import mapped_name
from bytescope.core.touched.tracing import TraceWatch
from helpers.files import sparse_file
from helpers.toucher import Toucher

PAGES = 256
HEAD = "page,pages,offset,resident,dirty,writing,evicted,hole,unwritten,shared,mapped"
STATES = HEAD.split(",")[3:-1]

pytestmark = [
    pytest.mark.page_cache,
    pytest.mark.skipif(os.sysconf("SC_PAGESIZE") != PAGESIZE, reason="other pages than 4 KiB"),
]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """On the disk, and in memory in folios of a page each."""
    path = tmp_path / "file"
    with path.open("wb", buffering=0) as file:
        for page in reversed(range(PAGES)):
            os.pwrite(file.fileno(), b"x" * PAGESIZE, page * PAGESIZE)
        os.fsync(file.fileno())
    return path


class Rows:
    """What a command printed: rows of states, by page."""

    def __init__(self, out: str, form: str = "csv") -> None:
        if form == "json":
            self.rows = json.loads(out)
            return
        assert out.startswith(HEAD + "\n")
        self.rows = []
        for row in csv.DictReader(io.StringIO(out)):
            values = {name: int(row[name]) for name in ("page", "pages", "offset")}
            states = {name: None if row[name] == "" else row[name] == "1" for name in STATES}
            self.rows.append({**values, **states, "mapped": [int(pid) for pid in row["mapped"].split()]})

    def pages(self, state: str) -> list[int]:
        return [
            page for row in self.rows if row[state] for page in range(row["page"], row["page"] + row["pages"])
        ]


def snapshot(capsys: pytest.CaptureFixture[str], path: Path, *options: object) -> Rows:
    capsys.readouterr()
    assert main(["touched", str(path), *(str(option) for option in options)]) == 0
    return Rows(capsys.readouterr().out, "json" if "json" in options else "csv")


@pytest.mark.parametrize("form", ["csv", "json"])
def test_every_state_of_every_page(path: Path, capsys: pytest.CaptureFixture[str], form: str) -> None:
    fd = os.open(path, os.O_RDWR)
    os.posix_fadvise(fd, 200 * PAGESIZE, 10 * PAGESIZE, os.POSIX_FADV_DONTNEED)
    os.ftruncate(fd, 300 * PAGESIZE)
    os.close(fd)
    with Toucher(path) as one, Toucher(path) as other:
        one.do("map shared", "store 5", "pwrite 77")
        other.do("map shared", "store 5", "store 6")
        with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as ours:
            assert ours[100 * PAGESIZE] == ord("x")  # what we map ourselves does not count
            found = snapshot(capsys, path, "--format", form)
    for row in found.rows:
        if row["resident"] is None:
            pytest.skip("the page cache is not told on this system")
        assert row["offset"] == row["page"] * PAGESIZE
    assert found.pages("resident") == [*range(200), *range(210, PAGES)]
    assert found.pages("dirty") == [5, 6, 77]
    assert found.pages("hole") == list(range(PAGES, 300))
    assert found.pages("writing") == found.pages("shared") == []
    by_page = {row["page"]: row["mapped"] for row in found.rows}
    assert by_page[5] == sorted([one.pid, other.pid])
    assert by_page[6] == [other.pid]
    assert by_page[77] == []
    assert {pid for row in found.rows for pid in row["mapped"]} == {one.pid, other.pid}
    # Neighbours differ, and nothing is said of pages in no state.
    ends = {row["page"] + row["pages"]: {**row, "page": 0, "pages": 0, "offset": 0} for row in found.rows}
    assert all(ends.get(row["page"]) != {**row, "page": 0, "pages": 0, "offset": 0} for row in found.rows)
    assert not [row for row in found.rows if 200 <= row["page"] < 210]


def test_one_process_alone(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with Toucher(path) as one, Toucher(path) as other:
        one.do("map shared", "store 5")
        other.do("map shared", "store 6")
        found = snapshot(capsys, path, "--pid", other.pid)
    assert set(found.pages("mapped")) == {6}


def test_a_terabyte_with_islands(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = sparse_file(tmp_path / "tera", 1 << 40, [(5 << 30, b"island")])
    found = snapshot(capsys, path)
    assert [(row["page"], row["hole"]) for row in found.rows] == [
        (0, True),
        (5 << 18, False),
        ((5 << 18) + 1, True),
    ]
    path.unlink()


def test_an_empty_file_has_no_rows(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "empty"
    path.touch()
    assert snapshot(capsys, path).rows == []
    assert snapshot(capsys, path, "--format", "json").rows == []


def arguments(*words: object) -> list[str]:
    return [sys.executable, "-m", "bytescope", "touched", *(str(word) for word in words)]


ENVIRONMENT = os.environ | {"PYTHONPATH": ":".join(sys.path)}


@pytest.mark.needs_root
def test_what_is_not_permitted_is_said_and_never_guessed(capfd: pytest.CaptureFixture[str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        os.chmod(folder, 0o755)
        path = Path(folder) / "file"
        path.write_bytes(bytes(8 * PAGESIZE))
        os.truncate(path, 10 * PAGESIZE)
        main(["touched", str(path)])  # loads what the other user may not be able to read
        capfd.readouterr()
        child = os.fork()
        if not child:
            os.setuid(65534)
            os._exit(main(["touched", str(path)]))
        assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    printed = capfd.readouterr()
    assert "Which pages are dirty is not permitted." in printed.err
    found = Rows(printed.out)
    assert found.pages("hole") == [8, 9]
    assert all(row["resident"] is row["dirty"] is None for row in found.rows)


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (["--pid", "0"], "bytescope: 0 is no process; give the number of one."),
        (["--watch", "--seconds", "0"], "bytescope: The seconds to watch must be more than 0"),
        (["--watch", "--seconds", "nan"], "bytescope: The seconds to watch must be more than 0"),
        (["--seconds", "1"], "bytescope: --seconds and --poll are for --watch; give it as well."),
        (["--poll"], "bytescope: --seconds and --poll are for --watch; give it as well."),
    ],
)
def test_bad_input_is_one_sentence(
    path: Path, capsys: pytest.CaptureFixture[str], options: list[str], sentence: str
) -> None:
    assert main(["touched", str(path), *options]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.startswith(sentence)
    assert printed.err.count("\n") == 1


@pytest.mark.parametrize("watch", [[], ["--watch"], ["--watch", "--poll"]])
def test_a_process_that_is_gone(path: Path, capsys: pytest.CaptureFixture[str], watch: list[str]) -> None:
    with Toucher(path) as toucher:
        toucher.end()
    assert main(["touched", str(path), "--pid", str(toucher.pid), *watch]) == 2
    printed = capsys.readouterr()
    assert printed.err == f"bytescope: Process {toucher.pid} has ended; choose another one.\n"


# -- watching --------------------------------------------------------------------------------------


class Watched:
    """The command in a process of its own, after it began to watch."""

    def __init__(self, path: Path, *options: object) -> None:
        self.process = subprocess.Popen(
            arguments(path, "--watch", *options),
            env=ENVIRONMENT,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        assert self.process.stdout is not None
        self.out = self.process.stdout
        if "json" not in options:
            assert self.out.readline() == "page,pages,offset,why,when,who\n"

    def row(self) -> tuple[int, int, str, str]:
        """The next row: page, pages, why, who."""
        page, pages, offset, why, when, who = next(csv.reader([self.out.readline()]))
        assert int(offset) == int(page) * PAGESIZE
        assert when[:2] == "20"
        assert when[10] == "T"
        return int(page), int(pages), why, who

    def stop(self) -> str:
        """Press Ctrl+C; what stands on standard error."""
        self.process.send_signal(signal.SIGINT)
        _, errors = self.process.communicate(timeout=500)
        assert self.process.returncode == 0, errors
        return errors

    def __enter__(self) -> Watched:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.process.poll() is None:
            self.process.kill()
        self.process.communicate()


@pytest.fixture
def can_trace(path: Path) -> None:
    fd = os.open(path, os.O_RDONLY)
    try:
        TraceWatch(mapped_name(fd)).close()
    except RefusedError as error:
        pytest.skip(str(error))
    finally:
        os.close(fd)


@pytest.mark.needs_root
@pytest.mark.usefixtures("can_trace")
def test_events_are_printed_as_they_come(path: Path) -> None:
    with Watched(path) as watched, Toucher(path) as one:
        one.do('name a,"b"', "pread 5 2", "pwrite 77", "map shared", "store 30")
        who = f'a,"b" ({one.pid})'
        assert [watched.row() for _ in range(3)] == [
            (5, 2, "read", who),
            (77, 1, "written", who),
            (30, 1, "written", who),
        ]
        errors = watched.stop()
    assert errors == "Watching by the kernel's trace events; stop with Ctrl+C.\n"


@pytest.mark.needs_root
@pytest.mark.usefixtures("can_trace")
def test_events_of_one_process_as_json_until_it_ends(path: Path) -> None:
    with Toucher(path) as one, Toucher(path) as other:
        with Watched(path, "--pid", other.pid, "--format", "json") as watched:
            assert watched.process.stderr is not None
            assert watched.process.stderr.readline().startswith("Watching by the kernel's")
            one.do("pread 5")
            other.do("name <i>", "pread 6")
            found = json.loads(watched.out.readline())
            assert (found["page"], found["why"], found["who"]) == (6, "read", f"<i> ({other.pid})")
            other.end()
            out, errors = watched.process.communicate(timeout=500)
        assert out == ""
        assert errors == f"Process {other.pid} has ended; the watch ends with it.\n"
        assert watched.process.returncode == 0


def test_without_events_it_looks_again_and_again(path: Path) -> None:
    with Watched(path, "--poll") as watched, Toucher(path) as one:
        assert watched.process.stderr is not None
        one.do("map shared", "store 30")
        rows = {watched.row()}
        while not any(why == "mapped" for _, _, why, _ in rows):
            rows.add(watched.row())
        assert (30, 1, "became dirty", "") in rows
        assert [row[:2] for row in rows if row[2] == "mapped" and row[3].endswith(f"({one.pid})")] == [
            (30, 1)
        ]
        one.do("store 31")
        while (row := watched.row())[2] != "mapped":
            rows.add(row)
        assert row[:2] == (31, 1)  # and not page 30 again
        errors = watched.stop()
    assert "Watching by looking once a second" in errors
    assert "Traceback" not in errors


def test_it_ends_after_the_seconds(path: Path) -> None:
    done = subprocess.run(
        arguments(path, "--watch", "--poll", "--seconds", "0.05"),
        env=ENVIRONMENT,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0
    assert done.stdout == "page,pages,offset,why,when,who\n"


def test_a_reader_that_goes_away_ends_it_quietly(path: Path) -> None:
    with Watched(path, "--poll") as watched, Toucher(path) as one:
        watched.out.close()
        one.do("pwrite 3")
        assert watched.process.wait(60) == 0
        assert watched.process.stderr is not None
        assert "Traceback" not in watched.process.stderr.read()
        watched.process.stderr.close()

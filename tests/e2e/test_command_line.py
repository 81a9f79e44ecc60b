"""Every command of the command line, against od, plain Python and a second computation of the numbers."""

from __future__ import annotations

import csv
import io
import json
import math
import os
import random
import shutil
import struct
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from bytescope.cli import main
from bytescope.core.ranges import PAGESIZE
from helpers.files import mixed_bytes, noise_bytes, sparse_file, text_bytes

CHECKOUT = Path(__file__).resolve().parents[2]
FACTS = "page,offset,length,class,entropy,mean,zeros,distinct,dominant,printable"
COLUMNS = f"{FACTS},resident,dirty,hole,edited,samples"


class Done:
    """What a command printed and how it ended."""

    def __init__(self, status: int, out: str, err: str) -> None:
        self.status, self.out, self.err = status, out, err


class Shell:
    """Calls the program as the shell would, in this process."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys

    def __call__(self, *arguments: object) -> Done:
        self._capsys.readouterr()
        try:
            status = main([str(argument) for argument in arguments])
        except SystemExit as end:
            status = int(end.code or 0)
        printed = self._capsys.readouterr()
        return Done(status, printed.out, printed.err)

    def refused(self, *arguments: object) -> str:
        """Bad input: status 2, nothing printed, one sentence on standard error; returns it."""
        done = self(*arguments)
        assert done.status == 2, done.err
        assert done.out == ""
        assert done.err.startswith("bytescope: ")
        assert done.err.count("\n") == 1
        assert done.err.endswith(".\n")
        assert "Traceback" not in done.err
        return done.err


@pytest.fixture
def shell(capsys: pytest.CaptureFixture[str]) -> Shell:
    return Shell(capsys)


@pytest.fixture
def mixed(tmp_path: Path) -> Path:
    """Every kind of content, and a short last page."""
    path = tmp_path / "mixed.bin"
    path.write_bytes(mixed_bytes(8 * 16 * PAGESIZE) + text_bytes(1000))
    return path


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """Two pages and a bit of noise."""
    path = tmp_path / "small.bin"
    path.write_bytes(noise_bytes(2 * PAGESIZE + 77))
    return path


def without_display() -> dict[str, str]:
    """The environment of a machine without a screen, with the checkout on the path."""
    screens = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    kept = {key: value for key, value in os.environ.items() if key not in screens}
    return kept | {"PYTHONPATH": os.pathsep.join(str(CHECKOUT / name) for name in ("app", "resources"))}


def run(*arguments: str, folder: Path | None = None) -> subprocess.CompletedProcess[str]:
    """A real process of the program, without a display."""
    return subprocess.run(
        [sys.executable, "-m", "bytescope", *arguments],
        env=without_display(),
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=500,
        check=False,
    )


# -- pages ------------------------------------------------------------------------------------


def measured(page: bytes) -> tuple[float, float, int, int]:
    """Entropy, mean, count of 00 and of distinct values, the plain way."""
    counts = Counter(page)
    entropy = -sum(n / len(page) * math.log2(n / len(page)) for n in counts.values())
    return entropy, sum(page) / len(page), counts[0], len(counts)


def test_pages_prints_what_another_computation_finds(shell: Shell, mixed: Path) -> None:
    done = shell("pages", mixed)
    assert done.status == 0
    assert done.out.splitlines()[0] == COLUMNS
    data = mixed.read_bytes()
    rows = list(csv.DictReader(io.StringIO(done.out)))
    assert len(rows) == 129
    for number, row in enumerate(rows):
        page = data[number * PAGESIZE : (number + 1) * PAGESIZE]
        entropy, mean, zeros, distinct = measured(page)
        assert (int(row["page"]), int(row["offset"])) == (number, number * PAGESIZE)
        assert (int(row["length"]), int(row["zeros"]), int(row["distinct"])) == (len(page), zeros, distinct)
        assert float(row["entropy"]) == pytest.approx(entropy, abs=1e-3)
        assert float(row["mean"]) == pytest.approx(mean, abs=1e-2)
        assert len(row["entropy"].partition(".")[2]) >= 3


def test_pages_names_the_kind_of_content(shell: Shell, mixed: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(shell("pages", mixed).out)))
    zones = [{row["class"] for row in rows[first : first + 16]} for first in range(0, 128, 16)]
    # The line of the text has 62 bytes: it repeats often enough to be a pattern.
    assert zones == [{"const"}, {"zero"}, {"ones"}, {"dense"}, {"low"}, {"dense"}, {"const"}, {"text"}]
    assert rows[128]["class"] == "const"


def test_pages_as_json_has_the_same_rows(shell: Shell, mixed: Path) -> None:
    rows = json.loads(shell("pages", mixed, "--format", "json").out)
    plain = list(csv.DictReader(io.StringIO(shell("pages", mixed).out)))
    assert list(rows[0]) == COLUMNS.split(",")
    assert [row["class"] for row in rows] == [row["class"] for row in plain]
    assert [row["entropy"] for row in rows] == [float(row["entropy"]) for row in plain]


def test_pages_tells_holes_from_stored_zeros(shell: Shell, tmp_path: Path) -> None:
    path = sparse_file(tmp_path / "holes", 40 * PAGESIZE, [(16 * PAGESIZE, bytes(PAGESIZE))])
    rows = list(csv.DictReader(io.StringIO(shell("pages", path).out)))
    assert [row["class"] for row in rows] == ["hole"] * 16 + ["zero"] + ["hole"] * 23
    assert (rows[0]["entropy"], rows[0]["zeros"], rows[0]["distinct"]) == ("0.0000", "4096", "1")


@pytest.mark.parametrize(
    ("text", "first", "count"),
    [("p4..p8", 4, 4), ("p2", 2, 1), ("4095..4097", 0, 2), ("0x80000..", 128, 1), ("0..0", 0, 0)],
)
def test_pages_of_a_range(shell: Shell, mixed: Path, text: str, first: int, count: int) -> None:
    rows = list(csv.DictReader(io.StringIO(shell("pages", mixed, "--range", text).out)))
    assert [int(row["page"]) for row in rows] == list(range(first, first + count))


def test_pages_of_an_empty_file_are_none(shell: Shell, tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    empty.touch()
    assert shell("pages", empty).out == COLUMNS + "\n"
    assert json.loads(shell("pages", empty, "--format", "json").out) == []


# -- render -----------------------------------------------------------------------------------


def colours_of(picture: Path) -> tuple[tuple[int, int], set[int]]:
    from PySide6.QtGui import QImage

    image = QImage(str(picture))
    assert not image.isNull()
    size = (image.width(), image.height())
    return size, {image.pixel(x, y) for x in range(0, size[0], 3) for y in range(0, size[1], 3)}


@pytest.mark.parametrize("layer", ["content", "entropy", "mean", "zeros"])
def test_render_draws_each_layer(shell: Shell, mixed: Path, tmp_path: Path, layer: str) -> None:
    out = tmp_path / "map.png"
    done = shell("render", mixed, "-o", out, "--layer", layer, "--size", "320x200")
    assert (done.status, done.out) == (0, "")
    size, colours = colours_of(out)
    assert size == (320, 200)
    assert len(colours) > 3


@pytest.mark.parametrize("layout", ["rows", "hilbert", "zorder"])
def test_render_draws_each_layout(shell: Shell, mixed: Path, tmp_path: Path, layout: str) -> None:
    out = tmp_path / "map.png"
    assert shell("render", mixed, "-o", out, "--layout", layout, "--size", "200x200").status == 0
    assert len(colours_of(out)[1]) > 5


def test_render_shows_an_island_in_a_terabyte(shell: Shell, tmp_path: Path) -> None:
    path = sparse_file(tmp_path / "tera", 1 << 40, [(1 << 39, noise_bytes(PAGESIZE))])
    out = tmp_path / "map.png"
    assert shell("render", path, "-o", out, "--size", "300x300").status == 0
    from PySide6.QtGui import QColor, QImage

    image = QImage(str(out))
    dense = QColor("#AD0000").rgb()
    assert any(image.pixel(x, y) == dense for x in range(300) for y in range(300))


def test_render_into_a_folder_that_is_not_there_fails(shell: Shell, mixed: Path, tmp_path: Path) -> None:
    done = shell("render", mixed, "-o", tmp_path / "no" / "map.png", "--size", "64x64")
    assert done.status == 1
    assert done.err.count("\n") == 1


# -- dump -------------------------------------------------------------------------------------


def od_files() -> dict[str, bytes]:
    return {
        "empty": b"",
        "one byte": b"\x41",
        "odd": noise_bytes(4097),
        "equal rows": bytes(100) + b"x" * 100 + bytes(333),
        "row and a bit": bytes(17),
        "mixed": mixed_bytes(70_000),
    }


@pytest.mark.skipif(not shutil.which("od"), reason="needs od")
@pytest.mark.parametrize("name", od_files())
def test_dump_od_is_what_od_prints(shell: Shell, tmp_path: Path, name: str) -> None:
    path = tmp_path / "data"
    path.write_bytes(od_files()[name])
    real = subprocess.run(["od", "-x", str(path)], capture_output=True, text=True, check=True)
    assert shell("dump", path, "--od").out == real.stdout


@pytest.mark.skipif(not shutil.which("od"), reason="needs od")
def test_dump_od_of_a_range_is_what_od_prints_of_it(shell: Shell, small: Path) -> None:
    real = subprocess.run(
        ["od", "-x", "-j", "100", "-N", "999", str(small)], capture_output=True, text=True, check=True
    )
    assert shell("dump", small, "100+999", "--od").out == real.stdout


@pytest.mark.parametrize("words", [1, 2, 4, 8])
@pytest.mark.parametrize(("base", "radix"), [("hex", 16), ("oct", 8), ("dec", 10)])
def test_dump_words_are_the_bytes(shell: Shell, tmp_path: Path, words: int, base: str, radix: int) -> None:
    data = noise_bytes(64, seed=words)
    path = tmp_path / "data"
    path.write_bytes(data)
    out = shell("dump", path, "--words", words, "--base", base).out
    wanted = [int.from_bytes(data[at : at + words], "little") for at in range(0, 64, words)]
    per_row = 16 // words
    got = []
    for line in out.splitlines()[:4]:
        got += [int(word, radix) for word in line.split()[1 : 1 + per_row]]
    assert got == wanted


def test_dump_folds_equal_rows_unless_told_not_to(shell: Shell, tmp_path: Path) -> None:
    path = tmp_path / "zeros"
    path.write_bytes(bytes(160))
    assert "*" in shell("dump", path).out.splitlines()
    assert len(shell("dump", path, "--no-fold").out.splitlines()) >= 10


def test_dump_of_a_terabyte_of_hole_ends_at_once(shell: Shell, tmp_path: Path) -> None:
    path = sparse_file(tmp_path / "tera", 1 << 40, [((1 << 40) - 4, b"end!")])
    assert len(shell("dump", path, "--od").out.splitlines()) == 4


# -- fill, write, find ------------------------------------------------------------------------


FILLS = [
    ("0..16", "AA", "start", b"\xaa" * 16, 0),
    ("3+5", "0102", "start", b"\x01\x02\x01\x02\x01", 3),
    ("3+5", "0102", "absolute", b"\x02\x01\x02\x01\x02", 3),
    ("p1", "text:ab", "start", b"ab" * 2048, PAGESIZE),
    ("p1..p3", "u32le:5", "start", b"\x05\0\0\0" * 1024 + (b"\x05\0\0\0" * 20)[:77], PAGESIZE),
    ("8+8", "counter:1,1,2be", "start", struct.pack(">4H", 1, 2, 3, 4), 8),
    ("p1+8", "page:4le", "start", struct.pack("<2I", 1, 1), PAGESIZE),
    ("16+16", "offset:8le", "start", struct.pack("<2Q", 16, 24), 16),
    ("size-2..", "DEADBEEF", "start", b"\xde\xad", 2 * PAGESIZE + 75),
]


@pytest.mark.parametrize(("text", "pattern", "phase", "wanted", "at"), FILLS)
def test_fill_writes_the_pattern_and_nothing_else(
    shell: Shell, small: Path, text: str, pattern: str, phase: str, wanted: bytes, at: int
) -> None:
    model = bytearray(small.read_bytes())
    if text == "p1..p3":
        wanted = (b"\x05\0\0\0" * 2000)[: len(model) - at]
    model[at : at + len(wanted)] = wanted
    done = shell("fill", small, text, pattern, "--phase", phase)
    assert (done.status, done.out) == (0, "")
    assert done.err.count("\n") == 1
    assert small.read_bytes() == bytes(model)


def test_fill_with_a_file_repeats_it(shell: Shell, small: Path, tmp_path: Path) -> None:
    stamp = tmp_path / "stamp"
    stamp.write_bytes(b"stamp!")
    assert shell("fill", small, "0+10", f"file:{stamp}").status == 0
    assert small.read_bytes()[:10] == b"stamp!stam"


def test_fill_with_a_seed_is_the_same_each_time(shell: Shell, small: Path) -> None:
    shell("fill", small, "0..p1", "random:7")
    once = small.read_bytes()
    shell("fill", small, "0..p1", "00")
    shell("fill", small, "0..p1", "random:7")
    assert small.read_bytes() == once
    assert len(set(once[:PAGESIZE])) > 200


def test_fill_of_a_hole_leaves_the_rest_a_hole(shell: Shell, tmp_path: Path) -> None:
    path = sparse_file(tmp_path / "tera", 1 << 40)
    assert shell("fill", path, "512Gi+4096", "AA").status == 0
    assert path.stat().st_blocks * 512 < 1 << 20
    assert path.stat().st_size == 1 << 40


def test_write_puts_bytes_at_an_offset(shell: Shell, small: Path) -> None:
    model = bytearray(small.read_bytes())
    model[0x1FFE:0x2002] = b"\xde\xad\xbe\xef"
    assert shell("write", small, "0x1FFE", "DE AD BE EF").status == 0
    assert small.read_bytes() == bytes(model)


def test_random_writes_and_fills_against_a_model(shell: Shell, small: Path) -> None:
    generator = random.Random(5)
    model = bytearray(small.read_bytes())
    for _ in range(20):
        at = generator.randrange(len(model))
        data = generator.randbytes(generator.randrange(1, 40))[: len(model) - at]
        if generator.random() < 0.5:
            shell("write", small, at, data.hex())
            model[at : at + len(data)] = data
        else:
            end = generator.randrange(at, len(model)) + 1
            shell("fill", small, f"{at}..{end}", data.hex())
            model[at:end] = (data * len(model))[: end - at]
    assert small.read_bytes() == bytes(model)


def test_find_prints_the_first_offset_or_all(shell: Shell, tmp_path: Path) -> None:
    path = tmp_path / "data"
    data = bytearray(noise_bytes(3 * PAGESIZE).replace(b"N", b"n"))
    for at in (0, 4094, 9000):
        data[at : at + 6] = b"NEEDLE"
    path.write_bytes(data)
    assert shell("find", path, "text:NEEDLE").out == "0\n"
    assert shell("find", path, "4E4545444C45", "--all").out == "0\n4094\n9000\n"


def test_find_of_what_is_not_there_fails_without_a_word(shell: Shell, small: Path) -> None:
    done = shell("find", small, "text:certainly not in noise")
    assert (done.status, done.out, done.err) == (1, "", "")


def test_find_finds_in_a_terabyte_of_hole(shell: Shell, tmp_path: Path) -> None:
    path = sparse_file(tmp_path / "tera", 1 << 40, [(700 << 30, b"island")])
    assert shell("find", path, "text:island").out == f"{700 << 30}\n"


def test_find_counts_hits_that_do_not_overlap(shell: Shell, tmp_path: Path) -> None:
    path = tmp_path / "data"
    path.write_bytes(b"aaaa")
    assert shell("find", path, "text:aa", "--all").out == "0\n2\n"


# -- what is refused --------------------------------------------------------------------------


REFUSED = [
    (["fill", "F", "0..99999", "AA"], "past the end"),
    (["fill", "F", "8..4", "AA"], "swap"),
    (["fill", "F", "5", "AA"], "not a range"),
    (["fill", "F", "0..0", "AA"], "empty"),
    (["fill", "F", "0..8", "AAA"], "digit is missing"),
    (["fill", "F", "0..8", "xyz"], "hex digit"),
    (["fill", "F", "0..8", ""], "empty"),
    (["fill", "F", "0..8", "u8:256"], "does not fit"),
    (["fill", "F", "0..8", "file:/nowhere/at/all"], "no such file"),
    (["fill", "F", "0..8", "AA", "--phase", "middle"], "invalid choice"),
    (["fill", "F", "0..8"], "required"),
    (["write", "F", "99999", "AA"], "past the end"),
    (["write", "F", "size-1", "AABB"], "past the end"),
    (["write", "F", "-5", "AA"], "before offset 0"),
    (["write", "F", "12x", "AA"], "not a number"),
    (["write", "F", "0", "random:7"], "no end"),
    (["find", "F", ""], "nothing to look for"),
    (["find", "F", "zz"], "hex digit"),
    (["find", "F", "re:("], "not closed"),
    (["find", "F", "00", "--first", "0"], "1 or more"),
    (["pages", "F", "--range", "p9"], "past the end"),
    (["pages", "F", "--format", "xml"], "invalid choice"),
    (["dump", "F", "0..99999"], "past the end"),
    (["dump", "F", "--words", "3"], "invalid choice"),
    (["render", "F", "-o", "x.png", "--size", "0x0"], "size"),
    (["render", "F", "-o", "x.png", "--size", "99999x99999"], "size"),
    (["render", "F"], "required"),
    (["--no-such-option"], "nrecognized"),
    (["dump", "F", "--no-such-option"], "nrecognized"),
    (["--access", "write", "F"], "invalid choice"),
]


@pytest.mark.parametrize(("arguments", "part"), REFUSED, ids=[" ".join(a) for a, _ in REFUSED])
def test_bad_input_is_refused_with_a_sentence(
    shell: Shell, small: Path, arguments: list[str], part: str
) -> None:
    before = small.read_bytes()
    said = shell.refused(*[str(small) if word == "F" else word for word in arguments])
    assert part in said
    assert small.read_bytes() == before


def test_a_reader_that_goes_away_is_no_failure(mixed: Path) -> None:
    command = [sys.executable, "-m", "bytescope", "dump", "--no-fold", str(mixed)]
    with subprocess.Popen(
        command, env=without_display(), stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(60) == 0


# -- the program itself -----------------------------------------------------------------------


@pytest.mark.parametrize("option", ["--help", "--version"])
def test_help_and_version_load_no_toolkit_and_no_compiler(option: str) -> None:
    code = (
        "import sys\nfrom bytescope.cli import main\n"
        "try:\n    main(sys.argv[1:])\nexcept SystemExit as end:\n    assert not end.code\n"
        "heavy = {'PySide6', 'numba', 'numpy', 'pyqtgraph', 'llvmlite'}\n"
        "print('loaded', sorted(heavy & {name.partition('.')[0] for name in sys.modules}))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, option],
        env=without_display(),
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.splitlines()[-1] == "loaded []"
    assert "ytescope" in done.stdout


@pytest.mark.parametrize("command", ["render", "pages", "dump", "fill", "write", "find"])
def test_each_command_has_a_help(shell: Shell, command: str) -> None:
    done = shell(command, "--help")
    assert done.status == 0
    assert f"bytescope {command}" in done.out


def test_a_command_needs_no_display(small: Path) -> None:
    done = run("dump", str(small), "0+16")
    assert (done.returncode, done.stderr) == (0, "")


def test_without_a_display_a_picture_of_the_window_is_saved(small: Path, tmp_path: Path) -> None:
    out = tmp_path / "window.png"
    done = run(str(small), "--screenshot", str(out), "--size", "900x600")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    size, colours = colours_of(out)
    assert size == (900, 600)
    assert len(colours) > 20


def test_the_window_without_a_display_says_so_and_saves_a_picture(small: Path, tmp_path: Path) -> None:
    done = run(str(small), "--size", "800x500", folder=tmp_path)
    assert done.returncode == 0
    assert done.stderr.count("\n") == 1
    assert "no display" in done.stderr
    assert colours_of(tmp_path / "bytescope-window.png")[0] == (800, 500)

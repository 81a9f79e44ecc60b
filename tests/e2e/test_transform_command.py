"""``bytescope transform``: what it changes, what it leaves alone, and what it says."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from bytescope.cli import main
from bytescope.core.ranges import PAGESIZE
from helpers.files import noise_bytes, sparse_file

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def small(tmp_path: Path) -> Path:
    path = tmp_path / "small.bin"
    path.write_bytes(noise_bytes(2 * PAGESIZE + 77))
    return path


def shell(capsys: Capture, *words: object) -> tuple[int, str, str]:
    """Status, output and errors of a command."""
    try:
        status = main([str(word) for word in words])
    except SystemExit as end:
        status = int(str(end.code))
    found = capsys.readouterr()
    return status, found.out, found.err


OPERATIONS = [
    (("xor", "5A", "--range", "3..40"), lambda b: bytes(v ^ 0x5A for v in b), 3, 40),
    (("and", "0F", "--range", "p1"), lambda b: bytes(v & 15 for v in b), PAGESIZE, 2 * PAGESIZE),
    (("not", "--range", "0+7"), lambda b: bytes(255 - v for v in b), 0, 7),
    (("add", "-1", "--range", "0+8"), lambda b: bytes((v - 1) % 256 for v in b), 0, 8),
    (
        ("subtract", "0x100", "--width", "4", "--order", "be", "--range", "4+4"),
        lambda b: ((int.from_bytes(b, "big") - 256) % 2**32).to_bytes(4, "big"), 4, 8,
    ),
    (("add", "258", "--width", "2", "--order", "big", "--range", "6+2"),
     lambda b: ((int.from_bytes(b, "big") + 258) % 65536).to_bytes(2, "big"), 6, 8),
    (("add", "u16le:513", "--width", "2", "--order", "little", "--range", "6+2"),
     lambda b: ((int.from_bytes(b, "little") + 513) % 65536).to_bytes(2, "little"), 6, 8),
    (("shift-left", "4", "--range", "5+1"), lambda b: bytes([b[0] << 4 & 255]), 5, 6),
    (("swap", "--width", "2", "--range", "8+4"), lambda b: b[1::-1] + b[:1:-1], 8, 12),
    (("reverse", "--range", "1..9"), lambda b: b[::-1], 1, 9),
    (("rotate-bytes", "-2", "--range", "0..9"), lambda b: b[-2:] + b[:-2], 0, 9),
]  # fmt: skip


@pytest.mark.parametrize(("words", "made", "start", "end"), OPERATIONS)
def test_transform_changes_the_range_and_nothing_else(
    capsys: Capture,
    small: Path,
    words: tuple[str, ...],
    made: Callable[[bytes], bytes],
    start: int,
    end: int,
) -> None:
    model = bytearray(small.read_bytes())
    model[start:end] = made(bytes(model[start:end]))
    status, out, err = shell(capsys, "transform", small, *words)
    assert (status, out) == (0, "")
    assert err.count("\n") == 1
    assert small.read_bytes() == bytes(model)


def test_what_changes_nothing_is_said_and_not_written(capsys: Capture, small: Path) -> None:
    before = small.stat().st_mtime_ns
    for words in (("xor", "00"), ("and", "FF"), ("add", "0", "--width", "4")):
        status, out, err = shell(capsys, "transform", small, *words, "--range", "0+8")
        assert (status, out) == (0, "")
        assert "changes nothing" in err
    assert small.stat().st_mtime_ns == before


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("xor", "5G", "--range", "all"), "not a hex digit"),
        (("xor", "--range", "all"), "needs an operand"),
        (("not", "5A", "--range", "all"), "takes no operand"),
        (("add", "300", "--range", "all"), "does not fit"),
        (("swap", "--range", "0..8"), "nothing to swap"),
        (("swap", "--width", "4", "--range", "0..7"), "no multiple"),
        (("shift-left", "9", "--range", "0..8"), "1 to 7"),
        (("explode", "--range", "all"), "invalid choice"),
        (("not",), "--range"),
        (("not", "--range", "5..5"), "empty"),
    ],
)
def test_transform_says_what_does_not_fit(
    capsys: Capture, small: Path, words: tuple[str, ...], said: str
) -> None:
    before = small.read_bytes()
    status, out, err = shell(capsys, "transform", small, *words)
    assert (status, out) == (2, "")
    assert said in err
    assert err.count("\n") == 1
    assert small.read_bytes() == before


def test_transform_of_a_hole_leaves_it_a_hole(tmp_path: Path) -> None:
    path = sparse_file(tmp_path / "tera", 1 << 40)
    assert main(["transform", str(path), "and", "5A", "--range", "512Gi+1Gi"]) == 0
    assert main(["transform", str(path), "xor", "5A", "--range", "512Gi+4096"]) == 0
    assert path.stat().st_blocks * 512 < 1 << 20
    with path.open("rb") as file:
        file.seek(512 << 30)
        assert file.read(4097) == b"\x5a" * 4096 + b"\0"

"""``bytescope checksum``, ``strings``, ``kind`` and ``disassemble``."""

from __future__ import annotations

import hashlib
import json
import struct
from pathlib import Path

import pytest

from bytescope.cli import main
from helpers.files import sparse_file

GIF = b"GIF89a\1\0\1\0\0\0\0;"


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]):
    def ran(*arguments: object) -> tuple[int, str, str]:
        status = main(list(map(str, arguments)))
        out = capsys.readouterr()
        return status, out.out, out.err

    return ran


def test_checksums_are_printed_and_compared(run, tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"some bytes")
    sha = hashlib.sha256(b"some bytes").hexdigest()
    assert run("checksum", path) == (0, f"{sha}  {path}\n", "")
    status, out, _ = run("checksum", path, "--algorithm", "md5,sha-256", "--range", "5..")
    assert (status, out.splitlines()[0]) == (0, f"MD5 ({path}) = {hashlib.md5(b'bytes').hexdigest()}")
    assert run("checksum", path, "--check", sha.upper()) == (0, "It is the same: SHA-256.\n", "")
    assert run("checksum", path, "--check", "0" * 64)[0] == 1
    status, _, err = run("checksum", path, "--check", "xyz")
    assert (status, "no checksum" in err) == (2, True)
    status, _, err = run("checksum", path, "--algorithm", "md6")
    assert (status, "“md6” is not a known checksum" in err) == (2, True)


def test_strings_are_printed(run, tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"\0abc\0needle\0" + "wide text".encode("utf-16-be"))
    assert run("strings", path) == (0, "      5 needle\n", "")
    assert run("strings", path, "--min", "3", "--match", "^AB")[1] == "      1 abc\n"
    found = json.loads(run("strings", path, "--encoding", "utf-16be", "--format", "json")[1])
    assert [item["text"] for item in found] == ["wide text"]
    assert run("strings", path, "--min", "1")[0] == 2
    assert run("strings", path, "--encoding", "x")[0] == 2
    sparse = sparse_file(tmp_path / "tera", 1 << 40, [(7 << 30, b"island")])
    assert run("strings", sparse)[1] == f"{7 << 30} island\n"


def test_kinds_are_printed(run, tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(GIF)
    status, out, _ = run("kind", path)
    assert (status, out.split("\t")[1]) == (0, "GIF picture (1 × 1), 14 bytes")
    path.write_bytes(b"\x11" * 100 + GIF + b"\x11" * 30 + GIF)
    status, out, err = run("kind", path)
    assert (status, out, "--scan" in err) == (1, "", True)
    found = json.loads(run("kind", path, "--scan", "--format", "json")[1])
    assert [(item["start"], item["length"]) for item in found] == [(100, 14), (144, 14)]
    assert run("kind", path, "--scan", "--align", "page", "--format", "json")[:2] == (1, "[]\n")
    assert run("kind", path, "--scan", "--format", "csv")[1].splitlines()[1].startswith("100,14,GIF picture")


def test_code_is_printed(run, tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"\x55\x48\x89\xe5\xc3")
    status, out, _ = run("disassemble", path, "--arch", "x86-64", "--base", "0x400000", "--range", "1..")
    lines = [line.split(maxsplit=1) for line in out.splitlines()]
    assert (status, lines) == (
        0,
        [
            ["00400001", "48 89 e5                  mov rbp, rsp"],
            ["00400004", "c3                        ret"],
        ],
    )
    assert run("disassemble", path, "--arch", "x86-64", "--first", "1")[1].count("\n") == 1
    status, _, err = run("disassemble", path)
    assert (status, "give --arch" in err) == (2, True)


def test_each_segment_of_a_program_has_its_own_addresses(run, tmp_path: Path) -> None:
    path = tmp_path / "file"
    head = bytearray(0x120)
    struct.pack_into("<4sBBB9xHHIQQQ", head, 0, b"\x7fELF", 2, 1, 1, 2, 62, 1, 0x40_0100, 64, 0)
    struct.pack_into("<IHHH", head, 48, 0, 64, 56, 2)
    for number, (start, address) in enumerate(((0, 0x40_0000), (0x110, 0x60_1110))):
        struct.pack_into("<IIQQQQ", head, 64 + 56 * number, 1, 5, start, address, 0, 0x110)
    head[0x100:] = b"\x90" * 0x1F + b"\xc3"
    path.write_bytes(head)
    status, out, _ = run("disassemble", path, "--range", "0x10F..")
    lines = [line.split()[0] for line in out.splitlines()]
    assert (status, lines[:2], lines[-1]) == (0, ["0040010F", "00601110"], "0060111F")
    assert run("disassemble", path, "--range", "0x10F..", "--first", "2")[1].count("\n") == 2
    assert run("disassemble", path, "--range", "0x110..", "--base", "0")[1].split()[0] == "00000110"

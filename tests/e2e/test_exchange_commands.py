"""``diff``, ``apply``, ``export`` and ``undump``, with the programs of others as judges."""

from __future__ import annotations

import ast
import os
import random
import shutil
import subprocess

import pytest

from bytescope.cli import main
from bytescope.core.exchange.forms import FORMS
from bytescope.core.exchange.patching import KINDS
from helpers.files import noise_bytes, sparse_file


class Done:
    def __init__(self, status, out, err):
        self.status, self.out, self.err = status, out, err


@pytest.fixture
def run(capsys, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    def command(*words):
        capsys.readouterr()
        try:
            status = main([str(word) for word in words])
        except SystemExit as end:
            status = int(end.code or 0)
        printed = capsys.readouterr()
        return Done(status, printed.out, printed.err)

    return command


@pytest.fixture
def pair(tmp_path):
    """Two versions of 300 KB: bytes changed, a run put in, another length."""
    rng = random.Random(3)
    old = noise_bytes(300_000)
    new = bytearray(old)
    new[500:505] = b"HELLO"
    new[0x20000:0x20100] = bytes(256)
    new += rng.randbytes(33)
    (tmp_path / "old").write_bytes(old)
    (tmp_path / "new").write_bytes(new)
    return tmp_path / "old", tmp_path / "new"


@pytest.mark.parametrize("kind", KINDS)
def test_a_patch_brings_one_file_to_the_other(run, pair, tmp_path, kind):
    old, new = pair
    assert run("diff", old, new, "--format", kind, "-o", "p").status == 1
    assert run("apply", old, "p", "-o", "made").status == 0
    assert (tmp_path / "made").read_bytes() == new.read_bytes()
    assert old.read_bytes() == noise_bytes(300_000)
    assert run("apply", old, "p").status == 0
    assert old.read_bytes() == new.read_bytes()


def test_a_dry_run_says_what_it_would_do(run, pair):
    old, new = pair
    run("diff", old, new, "-o", "p.bps")
    before = old.read_bytes()
    done = run("apply", old, "p.bps", "--dry-run")
    assert "the document will have 300,033 bytes" in done.out
    assert old.read_bytes() == before


def test_equal_files_give_no_patch(run, pair, tmp_path):
    done = run("diff", pair[0], pair[0], "-o", "p.bps")
    assert (done.status, "equal" in done.err) == (0, True)
    assert not (tmp_path / "p.bps").exists()


def test_a_script_goes_to_the_standard_output(run, pair):
    done = run("diff", *pair)
    assert done.out.splitlines()[0] == '{"format": "bytescope-edits", "version": 1, "size": 300000}'
    assert '"hex": "48454c4c4f"' in done.out


@pytest.mark.parametrize("kind", ["bps", "script"])
def test_a_patch_for_another_file_changes_nothing(run, pair, tmp_path, kind):
    old, new = pair
    run("diff", old, new, "--format", kind, "-o", "p")
    other = tmp_path / "other"
    data = bytearray(old.read_bytes())
    data[502] ^= 1
    other.write_bytes(data)
    done = run("apply", other, "p")
    assert done.status == 2
    assert "made for" in done.err
    assert other.read_bytes() == data
    assert run("apply", other, "p", "--force").status == 0


def test_a_file_is_not_overwritten_by_its_own_patch(run, pair):
    done = run("diff", *pair, "-o", pair[1])
    assert (done.status, "choose another output" in done.err) == (2, True)


def test_two_sparse_terabytes_differ_by_a_line(run, tmp_path):
    old = sparse_file(tmp_path / "one", 1 << 40, [(5 << 30, b"island")])
    new = sparse_file(tmp_path / "two", 1 << 40, [(5 << 30, b"island"), (700 << 30, b"more")])
    done = run("diff", old, new)
    assert '"at": 751619276800, "hex": "6d6f7265"' in done.out
    (tmp_path / "p").write_text(done.out)
    assert run("apply", old, "p").status == 0
    assert run("compare", old, new, "--quiet").status == 0


# -- export and undump -------------------------------------------------------------------------


@pytest.mark.parametrize("form", ["ihex", "srec"])
@pytest.mark.skipif(shutil.which("objcopy") is None, reason="objcopy (binutils) is not installed")
def test_records_are_those_of_objcopy(run, pair, tmp_path, form):
    old = pair[0]
    assert run("export", old, "--as", form, "--base", "0x8000000", "-o", "ours").status == 0
    subprocess.run(["objcopy", "-I", form, "-O", "binary", "ours", "theirs.bin"], check=True, cwd=tmp_path)
    assert (tmp_path / "theirs.bin").read_bytes() == old.read_bytes()
    command = ["objcopy", "-I", "binary", "-O", form, "--change-addresses", "0x123450", "old", "theirs"]
    subprocess.run(command, check=True, cwd=tmp_path)
    done = run("undump", "theirs", "made")
    assert "from 0x00123450" in done.err
    assert (tmp_path / "made").read_bytes() == old.read_bytes()


@pytest.mark.parametrize("printer", [["xxd"], ["hexdump", "-C"], ["od", "-tx1"], ["od", "-x"], ["xxd", "-p"]])
def test_dumps_come_back(run, pair, tmp_path, printer):
    if shutil.which(printer[0]) is None:
        pytest.skip(f"{printer[0]} is not installed")
    with (tmp_path / "text").open("wb") as out:
        subprocess.run([*printer, pair[1]], stdout=out, check=True)
    assert run("undump", "text", "made").status == 0
    assert (tmp_path / "made").read_bytes() == pair[1].read_bytes()


@pytest.mark.skipif(shutil.which("xxd") is None, reason="xxd is not installed")
def test_onto_a_file_it_does_what_xxd_does(run, pair, tmp_path):
    (tmp_path / "text").write_text("00000100: 4142 43\n000493e8: 58\n")
    theirs = tmp_path / "theirs"
    shutil.copy(pair[0], theirs)
    subprocess.run(["xxd", "-r", "text", theirs], check=True, cwd=tmp_path)
    assert run("undump", "text", pair[0], "--onto").status == 0
    assert pair[0].read_bytes() == theirs.read_bytes()


def test_a_folded_dump_is_told_with_all_its_bytes(run, tmp_path):
    dump = "00000000  " + "00 " * 16 + "\n*\n00001480  41 42 43 44 45 46 47 48  49 4a 4b\n0000148b\n"
    (tmp_path / "text").write_text(dump)
    done = run("undump", "text", "made")
    assert "5,259 bytes from 0x0 to 0x148A" in done.err
    assert "Saved 5,259 bytes" in done.err
    assert (tmp_path / "made").read_bytes() == bytes(0x1480) + b"ABCDEFGHIJK"


def test_a_damaged_line_is_named_and_nothing_is_made(run, tmp_path):
    (tmp_path / "text").write_text(":0300000041424338\n:00000001FF\n")
    done = run("undump", "text", "made")
    assert (done.status, "Line 1 is damaged" in done.err) == (2, True)
    assert not (tmp_path / "made").exists()


def test_bytes_are_exported_for_a_language(run, pair):
    done = run("export", pair[0], "16+20", "--as", "python", "--name", "my key")
    name, _, value = done.out.partition("=")
    assert name.strip() == "my_key"
    assert ast.literal_eval(value.strip()) == noise_bytes(300_000)[16:36]


@pytest.mark.parametrize("form", FORMS)
def test_every_form_can_be_exported(run, pair, form):
    assert run("export", pair[0], "0..100", "--as", form).status == 0


def test_a_hole_stays_one_where_bytes_are_exported(run, tmp_path):
    path = sparse_file(tmp_path / "tera", 1 << 40, [(5 << 30, b"island")])
    assert run("export", path, "1Gi..600Gi", "--as", "raw", "-o", "part").status == 0
    made = os.stat(tmp_path / "part")
    assert made.st_size == 599 << 30
    assert made.st_blocks * 512 < 1 << 20
    with (tmp_path / "part").open("rb") as file:
        file.seek(4 << 30)
        assert file.read(6) == b"island"


def test_addresses_have_thirty_two_bits(run, tmp_path):
    path = sparse_file(tmp_path / "five", 5 << 30, [])
    done = run("export", path, "--as", "ihex", "-o", "out")
    assert (done.status, "Addresses have 32 bits" in done.err) == (2, True)
    assert not (tmp_path / "out").exists()

"""``bytescope struct`` as it is typed."""

from __future__ import annotations

import csv
import io
import json
import struct
from pathlib import Path

import pytest

from bytescope.cli import main


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "data.bin"
    path.write_bytes(bytes(16) + struct.pack("<HIHI", 1, 2, 3, 4))
    return path


@pytest.fixture
def definition(tmp_path: Path) -> Path:
    path = tmp_path / "pair.h"
    path.write_text("struct Other { uint8 z; };\nstruct Pair { uint16 a; uint32 b; };\n")
    return path


def test_an_array_as_csv(file, definition, capsys):
    assert (
        main(["struct", str(file), str(definition), "--at", "0x10", "--count", "2", "--format", "csv"]) == 0
    )
    listed = {row["name"]: row["value"] for row in csv.DictReader(io.StringIO(capsys.readouterr().out))}
    assert [listed[f"Pair[{n}].{name}"] for n in range(2) for name in "ab"] == ["1", "2", "3", "4"]


def test_one_as_json_in_the_other_order(file, definition, capsys):
    assert (
        main(["struct", str(file), str(definition), "--at", "16", "--order", "big", "--format", "json"]) == 0
    )
    whole = json.loads(capsys.readouterr().out)
    assert [field["value"] for field in whole["fields"]] == [str(0x0100), str(0x02000000)]


def test_a_shipped_one_takes_the_order_of_its_match(tmp_path, capsys):
    path = tmp_path / "a.elf"
    path.write_bytes(b"\x7fELF\2\2\1".ljust(16, b"\0") + struct.pack(">HHI", 2, 21, 1).ljust(200, b"\0"))
    assert main(["struct", str(path), "elf64"]) == 0
    assert "e_machine = EM_PPC64 (21)" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("more", "says"),
    [
        (["--at", "99999"], "outside of the file"),
        (["--name", "Nothing"], "Other, Pair"),
        (["--count", "-1"], "count"),
    ],
)
def test_what_cannot_be_is_one_sentence(file, definition, more, says, capsys):
    assert main(["struct", str(file), str(definition), *more]) == 2
    said = capsys.readouterr()
    assert says in said.err
    assert said.err.count("\n") == 1
    assert not said.out


def test_a_faulty_definition_names_line_and_column(file, tmp_path, capsys):
    (tmp_path / "bad.h").write_text("struct A {\n  uint9 x;\n};")
    assert main(["struct", str(file), str(tmp_path / "bad.h")]) == 2
    assert "Line 2, column 3" in capsys.readouterr().err

"""``bytescope stats``: text, JSON and CSV, ranges, plots, and what it refuses."""

from __future__ import annotations

import csv
import json
import xml.etree.ElementTree as ET
from collections import Counter
from pathlib import Path

import pytest

from bytescope.cli import main

DATA = bytes(range(256)) * 3 + b"some printable text" + bytes(500)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "<a & b>.bin"
    path.write_bytes(DATA)
    return path


def told(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert main(["stats", *arguments]) == 0
    return capsys.readouterr().out


def test_json_has_all_numbers(file: Path, capsys) -> None:
    found = json.loads(told(capsys, str(file), "--format", "json"))
    assert found["size"] == len(DATA)
    assert found["exact"] is True
    assert found["counts"] == [Counter(DATA)[value] for value in range(256)]
    assert found["mean"] == pytest.approx(sum(DATA) / len(DATA))
    assert found["longest_runs"][0] == {"length": 500, "offset": len(DATA) - 500, "value": 0}
    assert found["pairs_counted"] == len(DATA) - 1
    assert sum(found["classes"].values()) == pytest.approx(1)


def test_csv_has_the_same(file: Path, capsys) -> None:
    found = json.loads(told(capsys, str(file), "--format", "json"))
    rows = dict(csv.reader(told(capsys, str(file), "--format", "csv").splitlines()))
    assert float(rows["chi_square"]) == found["chi_square"]
    assert rows["exact"] == "true"
    assert [int(rows[f"counts.{value}"]) for value in range(256)] == found["counts"]


def test_text_is_for_people(file: Path, capsys) -> None:
    lines = told(capsys, str(file)).splitlines()
    assert "Longest run            500 bytes 00 at 0x313" in lines
    assert any(line.startswith("Entropy") and line.endswith("bits a byte") for line in lines)


def test_a_range_is_counted_alone(file: Path, capsys) -> None:
    found = json.loads(told(capsys, str(file), "--range", "0x10+16", "--format", "json"))
    assert (found["start"], found["end"], found["distinct"], found["entropy"]) == (16, 32, 16, 4.0)


def test_of_an_empty_file_nothing_is_claimed(tmp_path: Path, capsys) -> None:
    (tmp_path / "empty").touch()
    found = json.loads(told(capsys, str(tmp_path / "empty"), "--format", "json"))
    assert (found["size"], found["entropy"], found["longest_runs"]) == (0, None, [])
    assert "Entropy" in told(capsys, str(tmp_path / "empty"))


def test_plots_are_drawn(file: Path, tmp_path: Path, capsys) -> None:
    for more in ((), ("--dark",), ("--log",)):
        told(capsys, str(file), "--plots", str(tmp_path / "out.svg"), *more)
        root = ET.parse(tmp_path / "out.svg").getroot()
        assert "<a & b>.bin" in [item.text for item in root]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--plots", "out.png"], "as SVG only"),
        (["--points", "0"], "from 1 to 65,536"),
        (["--range", "5..x"], ""),
    ],
)
def test_what_it_refuses(file: Path, capsys, arguments: list[str], said: str) -> None:
    assert main(["stats", str(file), *arguments]) == 2
    assert said in capsys.readouterr().err


def test_it_does_not_draw_over_the_file_itself(tmp_path: Path, capsys) -> None:
    path = tmp_path / "file.svg"
    path.write_bytes(DATA)
    assert main(["stats", str(path), "--plots", str(path)]) != 0
    assert path.read_bytes() == DATA

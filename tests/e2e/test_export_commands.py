"""Tables and pictures that the command line writes to files."""

from __future__ import annotations

import csv
import io
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from bytescope.cli import main
from bytescope.core.ranges import PAGESIZE
from helpers.files import mixed_bytes

CHECKOUT = Path(__file__).resolve().parents[2]


def printed(capsys: pytest.CaptureFixture[str], *arguments: object) -> str:
    capsys.readouterr()
    assert main([str(argument) for argument in arguments]) == 0
    return capsys.readouterr().out


def without_display() -> dict[str, str]:
    """The environment of a machine without a screen, with the checkout on the path."""
    screens = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    kept = {key: value for key, value in os.environ.items() if key not in screens}
    return kept | {"PYTHONPATH": os.pathsep.join(str(CHECKOUT / name) for name in ("app", "resources"))}


@pytest.fixture
def mixed(tmp_path: Path) -> Path:
    path = tmp_path / "mixed.bin"
    path.write_bytes(mixed_bytes(8 * 16 * PAGESIZE))
    return path


def test_pages_tell_of_copies(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = tmp_path / "twins"
    path.write_bytes(b"".join([b"A" * PAGESIZE, b"B" * PAGESIZE, b"A" * PAGESIZE, bytes(PAGESIZE)]))
    rows = list(csv.DictReader(io.StringIO(printed(capsys, "pages", path, "--copies"))))
    assert [row["copies"] for row in rows] == ["1", "0", "1", ""]
    assert [row["dominant"] for row in rows] == ["65", "66", "65", "0"]
    coarse = list(csv.DictReader(io.StringIO(printed(capsys, "pages", path, "--copies", "--level", "1"))))
    assert [(row["pages"], row["copies"]) for row in coarse] == [("2", "1"), ("2", "1")]


@pytest.mark.parametrize("kind", ["csv", "json", "arrow", "parquet"])
def test_pages_go_to_a_file_in_every_format(mixed: Path, tmp_path: Path, kind: str) -> None:
    if kind in ("arrow", "parquet"):
        pytest.importorskip("pyarrow")
    out = tmp_path / f"facts.{kind}"
    assert main(["pages", str(mixed), "--format", kind, "-o", str(out), "--level", "2"]) == 0
    assert (
        out.read_bytes()[:4] == {"csv": b"page", "json": b'[\n{"', "arrow": b"ARRO", "parquet": b"PAR1"}[kind]
    )
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


@pytest.mark.parametrize("layer", ["content", "dominant", "copies"])
@pytest.mark.parametrize("kind", ["png", "svg"])
def test_render_explains_its_colours(mixed: Path, tmp_path: Path, layer: str, kind: str) -> None:
    out = tmp_path / f"map.{kind}"
    command = ["render", str(mixed), "-o", str(out), "--size", "300x200", "--legend", "--layer", layer]
    done = subprocess.run(
        [sys.executable, "-m", "bytescope", *command],
        env=without_display(),
        capture_output=True,
        text=True,
        timeout=500,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    if kind == "png":
        assert QImage(str(out)).height() > 260
    else:
        text = out.read_text()
        assert {"content": ">Dense<", "dominant": ">none leads<", "copies": ">only zeros<"}[layer] in text


def test_render_takes_a_palette(mixed: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    own = tmp_path / "own.json"
    own.write_text('{"classes": {"DENSE": "#010203"}}')
    out = tmp_path / "map.svg"
    for palette, colour in (("soft", "#a81400"), (str(own), "#010203")):
        assert main(["render", str(mixed), "-o", str(out), "--palette", palette, "--size", "300x300"]) == 0
        assert f'fill="{colour}"' in out.read_text()
    assert main(["render", str(mixed), "-o", str(out), "--palette", str(mixed)]) == 2
    assert capsys.readouterr().err.count("\n") == 1

"""``bytescope render`` with the states of pages, as they are told by the system of the test."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtGui import QImage

from bytescope.cli import main
from bytescope.cli.files import open_source
from bytescope.cli.states import ASKED, layers_named
from bytescope.core.errors import InputError
from bytescope.core.ranges import PAGESIZE, PageRange, page_count
from bytescope.core.source.file import FileSource
from bytescope.core.touched import systems
from bytescope.core.touched.layers import BY_NAME, MEANINGS, Layer
from bytescope.core.touched.told import Told
from helpers.files import noise_bytes, sparse_file

pytestmark = pytest.mark.page_cache


@pytest.fixture
def islands(tmp_path: Path) -> Path:
    """256 pages of which the second quarter has data, just written."""
    return sparse_file(
        tmp_path / "islands.bin", 256 * PAGESIZE, [(64 * PAGESIZE, noise_bytes(64 * PAGESIZE))]
    )


def told(path: Path, layer: Layer) -> bool:
    source = open_source(str(path))
    look = systems.space(source) if layer is Layer.HOLE else systems.look(source, range_of(source))
    return look.states[layer].told is Told.YES


def range_of(source: FileSource):
    return PageRange(0, page_count(source.size))


def drawn(out: Path) -> np.ndarray:
    image = QImage(str(out)).convertToFormat(QImage.Format.Format_RGBA8888)
    flat = np.frombuffer(image.constBits(), np.uint8)
    return flat.reshape(image.height(), image.width(), 4)[:, :, :3].astype(int).copy()


def render(path: Path, out: Path, *more: str) -> np.ndarray:
    assert main(["render", str(path), "-o", str(out), "--size", "320x320", *more]) == 0
    return drawn(out)


def quarters(pixels: np.ndarray) -> list[bool]:
    """Whether each quarter of the rows has colour: 256 cells lie in 16 rows of 20 pixels."""
    coloured = np.ptp(pixels, axis=2) > 60
    return [bool(coloured[top : top + 80].any()) for top in range(0, 320, 80)]


def test_a_state_alone_colours_its_pages_and_no_others(islands: Path, tmp_path: Path) -> None:
    if not told(islands, Layer.HOLE):
        pytest.skip("this file system tells no holes")
    assert quarters(render(islands, tmp_path / "a.png", "--state", "hole")) == [True, False, True, True]


def test_what_is_in_memory_is_marked(
    islands: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    if not told(islands, Layer.RESIDENT):
        pytest.skip("this system does not tell what is in memory")
    assert quarters(render(islands, tmp_path / "a.png", "--state", "resident")) == [False, True, False, False]
    plain = render(islands, tmp_path / "a.png")
    marked = render(islands, tmp_path / "a.png", "--marks", "resident")
    changed = [bool((plain != marked)[top : top + 80].any()) for top in range(0, 320, 80)]
    assert changed == [False, True, False, False]


@pytest.mark.parametrize("layout", ["rows", "hilbert", "zorder"])
def test_marks_are_drawn_in_each_layout(islands: Path, tmp_path: Path, layout: str) -> None:
    if not told(islands, Layer.HOLE):
        pytest.skip("this file system tells no holes")
    plain = render(islands, tmp_path / "a.png", "--layout", layout)
    assert (render(islands, tmp_path / "a.png", "--layout", layout, "--marks", "all") != plain).any()


def test_light_and_dark_have_other_grounds(islands: Path, tmp_path: Path) -> None:
    light = render(islands, tmp_path / "a.png", "--theme", "light", "--size", "330x330")
    dark = render(islands, tmp_path / "a.png", "--theme", "dark", "--size", "330x330")
    assert light[0, 0].sum() > dark[0, 0].sum() + 200


def test_what_the_system_does_not_tell_is_said_and_the_rest_is_drawn(
    islands: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    look = systems.look
    monkeypatch.setattr(systems, "look", lambda *asked: look(*asked, system="plan9"))
    render(islands, tmp_path / "a.png", "--marks", "resident")
    said = capsys.readouterr().err
    assert said.startswith("Which pages are resident is not available")
    assert said.count("\n") == 1


def test_every_name_is_taken_or_refused_with_a_sentence() -> None:
    for name, layer in BY_NAME.items():
        if layer in ASKED:
            assert layers_named(f" {name.upper()} ,") == [layer]
        else:
            with pytest.raises(InputError, match="Only an open window knows"):
                layers_named(name)
    assert layers_named("all") == sorted(ASKED)
    assert layers_named("") == []
    with pytest.raises(InputError, match="There is no state"):
        layers_named("resident,moist")
    assert all(MEANINGS[layer].name in str(BY_NAME) for layer in ASKED)

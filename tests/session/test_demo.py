"""The demo file holds what its guide promises, and is made fast."""

from __future__ import annotations

import hashlib
import re
import struct
import subprocess
import sys
import zlib

import pytest
from PySide6.QtGui import QImage

from bytescope.core.ranges import PAGESIZE
from bytescope.session import demo
from helpers.files import allocated_bytes


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    return demo.make_demo(tmp_path_factory.mktemp("demo"))


@pytest.fixture(scope="module")
def data(path) -> bytes:
    return path.read_bytes()


def zone(data: bytes, name: str) -> bytes:
    found = next(z for z in demo.ZONES if z.name == name)
    return data[found.first * PAGESIZE : (found.first + found.pages) * PAGESIZE]


def test_it_is_large_but_takes_little_room(path):
    assert path.stat().st_size == demo.SIZE
    assert demo.SIZE % PAGESIZE != 0
    assert allocated_bytes(path) < 8 << 20


def test_it_is_always_the_same(path, tmp_path):
    again = demo.make_demo(tmp_path / "new" / "folder")
    assert hashlib.sha256(again.read_bytes()).digest() == hashlib.sha256(path.read_bytes()).digest()


def test_an_older_one_is_replaced_not_overwritten(tmp_path):
    first = demo.make_demo(tmp_path)
    with first.open("rb") as held:
        first.write_bytes(b"changed")
        demo.make_demo(tmp_path)
        assert held.read() == b"changed"
    assert [p.name for p in tmp_path.iterdir()] == [demo.NAME]


def test_the_first_page_is_the_guide(data):
    page = data[:PAGESIZE].decode("ascii")
    assert page.startswith("THIS IS THE BYTESCOPE DEMO")
    assert "WHAT IS WHERE" in page
    assert all(len(line) == 31 for line in page.splitlines())


def test_the_guide_ends_on_its_first_page(data):
    assert data[PAGESIZE - 128 : PAGESIZE].strip() == b""


def test_the_index_tells_the_truth(data):
    told = re.findall(r"^(0x[0-9a-f]{8}) (.*?) *$", data[:PAGESIZE].decode("ascii"), re.MULTILINE)
    assert [(int(offset, 16), name) for offset, name in told] == [
        (z.first * PAGESIZE, z.name) for z in demo.ZONES
    ]


def test_zones_do_not_overlap():
    ends = [z.first + z.pages for z in demo.ZONES]
    assert all(end <= after.first for end, after in zip(ends, demo.ZONES[1:]))


@pytest.mark.parametrize("item", demo.ZONES[:-1], ids=lambda z: z.name)
def test_zones_fill_their_pages_and_no_more(item):
    made = item.make(item.pages * PAGESIZE)
    # A compressed stream is as long as it gets; the file's zeros follow it.
    assert item.pages * PAGESIZE - PAGESIZE < len(made) <= item.pages * PAGESIZE


def test_the_needle_is_there_once_across_a_page_border(data):
    assert data.count(demo.NEEDLE) == 1
    at = data.index(demo.NEEDLE)
    assert at == demo.NEEDLE_AT
    assert at // PAGESIZE != (at + len(demo.NEEDLE) - 1) // PAGESIZE


def test_values_are_what_they_are_called(data):
    assert not any(zone(data, "zeros"))
    assert set(zone(data, "FF")) == {0xFF}
    assert set(zone(data, "patterns")[: 16 * PAGESIZE]) == {0xAA}
    assert struct.unpack_from("<I", zone(data, "counter, 32 bits"), 4 * 777) == (777,)
    assert "こんにちは" in zone(data, "text in UTF-16").decode("utf-16-le")
    assert struct.unpack_from("<f", zone(data, "floats, a wave"), 4 * 63)[0] == pytest.approx(1, abs=0.01)


def test_the_compressed_zone_is_a_stream(data):
    assert zlib.decompressobj().decompress(zone(data, "compressed data"))[:4].isalnum()


def test_the_picture_is_a_picture(data):
    image = QImage.fromData(zone(data, "a PNG picture"))
    assert (image.width(), image.height()) == (192, 192)
    assert image.pixelColor(10, 20).green() == 20


def test_making_it_needs_no_toolkit_and_no_numbers(tmp_path):
    code = (
        "import sys, pathlib\nfrom bytescope.session.demo import make_demo\n"
        "make_demo(pathlib.Path(sys.argv[1]))\n"
        "print([m for m in sys.modules if m.startswith(('PySide6', 'numpy', 'numba'))])"
    )
    environment = {"PYTHONPATH": ":".join(sys.path)}
    run = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path)],
        capture_output=True,
        text=True,
        env=environment,
        check=True,
    )
    assert run.stdout.strip() == "[]"

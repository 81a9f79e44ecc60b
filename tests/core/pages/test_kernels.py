"""The numba kernel against its numpy twin, and both against counting by hand."""

import collections
import dataclasses
import math
import mmap
import os
import subprocess
import sys

import hypothesis.strategies as st
import numpy as np
import pytest
from hypothesis import given, settings

from bytescope.core.pages import kernels, twin
from bytescope.core.pages.measures import Measures
from bytescope.core.ranges import PAGESIZE, page_count

TEXT_BYTES = {0x09, 0x0A, 0x0D, *range(0x20, 0x7F)}

KERNELS = pytest.mark.parametrize("measure", [kernels.measure, twin.measure], ids=["numba", "numpy"])


def assert_same(data):
    fast, plain = kernels.measure(data), twin.measure(data)
    assert len(fast) == len(plain) == page_count(len(data))
    np.testing.assert_array_equal(fast.classes, plain.classes)
    np.testing.assert_array_equal(fast.zeros, plain.zeros)
    np.testing.assert_array_equal(fast.distinct, plain.distinct)
    np.testing.assert_array_equal(fast.lengths, plain.lengths)
    np.testing.assert_array_equal(fast.prints, plain.prints)
    np.testing.assert_allclose(fast.entropy, plain.entropy, atol=1e-5, rtol=0)
    np.testing.assert_allclose(fast.mean, plain.mean, rtol=1e-6)
    np.testing.assert_array_equal(fast.dominant, plain.dominant)
    np.testing.assert_array_equal(fast.printable, plain.printable)
    for field in dataclasses.fields(Measures):
        assert getattr(fast, field.name).dtype == getattr(plain, field.name).dtype


@KERNELS
@pytest.mark.parametrize("length", [1, 2, 100, 4095, 4096, 4097, 9000])
def test_numbers_are_those_of_counting(measure, length):
    data = np.random.default_rng(length).integers(0, 7, length).astype(np.uint8) * 40
    result = measure(data)
    for index in range(page_count(length)):
        page = data[index * PAGESIZE : (index + 1) * PAGESIZE].tolist()
        counts = collections.Counter(page)
        entropy = -sum(c / len(page) * math.log2(c / len(page)) for c in counts.values())
        assert result.entropy[index] == pytest.approx(entropy, abs=1e-5)
        assert result.mean[index] == pytest.approx(sum(page) / len(page), rel=1e-6)
        assert result.zeros[index] == counts[0]
        assert result.distinct[index] == len(counts)
        assert result.lengths[index] == len(page)
        assert result.dominant[index] == min(counts, key=lambda value: (-counts[value], value))
        assert result.printable[index] == sum(value in TEXT_BYTES for value in page)


@st.composite
def structured(draw):
    """A few pages, each put together from runs, repeats, text and noise of random lengths."""
    rng = np.random.default_rng(draw(st.integers(0, 2**32)))
    parts = []
    while sum(map(len, parts)) < draw(st.integers(1, 3)) * PAGESIZE:
        length = int(rng.choice([1, 7, 64, 300, 2048, 4096]))
        kind = rng.integers(0, 6)
        unit = rng.integers(0, 256, int(rng.integers(1, 80))).astype(np.uint8)
        made = [
            np.full(length, rng.choice([0, 255, 0x41, 0xAA]), np.uint8),
            np.resize(unit, length),
            rng.integers(0x20, 0x7F, length).astype(np.uint8),
            rng.integers(0, 256, length).astype(np.uint8),
            rng.choice(np.array([0, 0, 0, 1, 0xC3, 0xA9, 0x61], np.uint8), length),
            np.resize(np.frombuffer("žluťoučký kůň 🐎 ".encode(), np.uint8), length),
        ]
        parts.append(made[kind])
    data = np.concatenate(parts)
    return data[: len(data) - draw(st.sampled_from([0, 0, 1, 17, 2000]))]


@settings(max_examples=150, deadline=None)
@given(structured())
def test_kernel_and_twin_agree_on_structured_pages(data):
    assert_same(data)


@settings(max_examples=150, deadline=None)
@given(st.binary(min_size=1, max_size=200), st.integers(1, 9000))
def test_kernel_and_twin_agree_on_repeated_bytes(unit, length):
    assert_same(np.resize(np.frombuffer(unit, np.uint8), length))


@pytest.mark.parametrize("seed", range(4))
def test_kernel_and_twin_agree_on_valid_and_broken_utf8(seed):
    rng = np.random.default_rng(seed)
    alphabet = "aé€🐎 \n߿ࠀ￿𐀀"
    for _ in range(40):
        text = "".join(rng.choice(list(alphabet), 3000)).encode()[:PAGESIZE]
        data = np.frombuffer(text, np.uint8).copy()
        assert_same(data)
        data[rng.integers(0, len(data))] = rng.integers(0x80, 0xF5)
        assert_same(data)


def test_no_bytes_are_no_pages():
    for measure in (kernels.measure, twin.measure):
        assert len(measure(np.zeros(0, np.uint8))) == 0


@pytest.mark.parametrize("shift", range(8))
def test_any_alignment_and_writability(shift):
    buffer = np.random.default_rng(shift).integers(0, 256, 5 * PAGESIZE).astype(np.uint8)
    data = buffer[shift : shift + 3 * PAGESIZE + 5]
    assert_same(data)
    assert data.flags.writeable
    data.flags.writeable = False
    assert_same(data)


def test_a_read_only_mapping_is_measured_in_place(tmp_path):
    path = tmp_path / "f"
    content = np.random.default_rng(1).integers(0, 90, 3 * PAGESIZE).astype(np.uint8)
    path.write_bytes(content.tobytes())
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as mapped:
        data = np.frombuffer(mapped, np.uint8)
        np.testing.assert_array_equal(kernels.measure(data).zeros, twin.measure(content).zeros)
        del data


ALONE = """
import numpy as np
from bytescope.core.pages import kernels
kernels.warm()
assert kernels.measure(np.full(4096, 7, np.uint8)).distinct[0] == 1
"""


def run_alone(cache):
    environment = {**os.environ, "NUMBA_CACHE_DIR": str(cache), "PYTHONPATH": os.pathsep.join(sys.path)}
    return subprocess.Popen(
        [sys.executable, "-W", "error", "-c", ALONE],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )


def test_two_processes_share_one_cache(tmp_path):
    both = [run_alone(tmp_path / "cache") for _ in range(2)]
    for process in both:
        assert process.communicate()[0] == b""
        assert process.returncode == 0
    files = [path for path in (tmp_path / "cache").rglob("*") if path.is_file()]
    assert sorted({path.suffix for path in files}) == [".nbc", ".nbi"]
    for path in files:
        path.write_bytes(b"damaged")
    process = run_alone(tmp_path / "cache")
    assert process.communicate()[0] == b""
    assert process.returncode == 0


def test_a_cache_folder_that_cannot_be_made_is_not_an_error(tmp_path):
    (tmp_path / "file").write_bytes(b"")
    process = run_alone(tmp_path / "file" / "cache")
    assert process.communicate()[0] == b""
    assert process.returncode == 0

"""Each class on bytes made for it, in both kernels."""

import random
import zlib

import numpy as np
import pytest

from bytescope.core.pages import classes, kernels, twin
from bytescope.core.pages.classes import PageClass

KERNELS = pytest.mark.parametrize("measure", [kernels.measure, twin.measure], ids=["numba", "numpy"])


def class_of(measure, data):
    result = measure(np.frombuffer(bytes(data), np.uint8))
    assert len(result) == 1
    return PageClass(int(result.classes[0]))


def page(text, encoding="utf-8"):
    return (text * 4096).encode(encoding)[:4096]


def shuffled(*counts_and_values):
    data = [value for count, value in counts_and_values for _ in range(count)]
    random.Random(4).shuffle(data)
    return bytes(data)


NOISE = random.Random(1).randbytes(1 << 16)
WORDS = " ".join(str(n * n) for n in range(3000))
CYRILLIC = "Съешь же ещё этих мягких французских булок, да выпей чаю. "

EMOJI = "".join(f"🙂{n * n}" for n in range(900)).encode()

CASES = {
    "zeros": (bytes(4096), PageClass.ZERO),
    "ff": (b"\xff" * 4096, PageClass.ONES),
    "aa": (b"\xaa" * 4096, PageClass.CONST),
    "one blank": (b" " * 4096, PageClass.CONST),
    "period 2": (b"\x00\xff" * 2048, PageClass.CONST),
    "period 3": ((b"abc" * 1366)[:4096], PageClass.CONST),
    "period 63": ((NOISE[:63] * 66)[:4096], PageClass.CONST),
    "period 64": (NOISE[:64] * 64, PageClass.CONST),
    "period 65 of noise": ((NOISE[:65] * 64)[:4096], PageClass.LOW),
    "period 64 but for the last byte": (NOISE[:64] * 63 + NOISE[:63] + b"\x00", PageClass.LOW),
    "half zeros, half ones": (bytes(2048) + b"\x01" * 2048, PageClass.LOW),
    "ascii": (WORDS.encode()[:4096], PageClass.TEXT),
    "95 % text": (shuffled((3892, 0x61), (204, 0x01)), PageClass.TEXT),
    "just below 95 %, not utf-8": (shuffled((3890, 0x61), (206, 0xC1)), PageClass.LOW),
    "85 % text among nul": (shuffled((3482, 0x62), (614, 0x00)), PageClass.TEXT),
    "below 85 % text": (shuffled((3481, 0x62), (615, 0x00)), PageClass.LOW),
    "cyrillic": (page(CYRILLIC), PageClass.TEXT),
    "cyrillic, cut in a character": (page("x" + CYRILLIC), PageClass.TEXT),
    "chinese": (page("第一次打开文件时，先看整个文件的页面图，再看十六进制的字节。\n"), PageClass.TEXT),
    "emoji, cut at both ends": (EMOJI[2:4098], PageClass.TEXT),
    "surrogates are not utf-8": (b"\xed\xa0\x80" * 666 + b"ab\xc3\xa9" * 524 + b"ab", PageClass.LOW),
    "overlong is not utf-8": (b"\xe0\x80\xaf" * 600 + WORDS.encode()[:2296], PageClass.LOW),
    "utf-16 little end": (page(WORDS, "utf-16-le"), PageClass.TEXT),
    "utf-16 big end": (page(WORDS, "utf-16-be"), PageClass.TEXT),
    "utf-16 with its mark": (page(WORDS, "utf-16")[:4096], PageClass.TEXT),
    "counters": (np.arange(1 << 20, (1 << 20) + 1024, dtype="<u4").tobytes(), PageClass.LOW),
    "float32 sine": (np.sin(np.arange(1024)).astype("<f4").tobytes(), PageClass.BINARY),
    "every value once": (bytes(range(64)) * 63 + bytes(range(63, -1, -1)), PageClass.BINARY),
    "noise": (NOISE[:4096], PageClass.DENSE),
    "deflate": (zlib.compress(WORDS.encode() + NOISE, 9)[1000:5096], PageClass.DENSE),
}


def test_the_page_of_emoji_begins_and_ends_inside_a_character():
    assert CASES["emoji, cut at both ends"][0][0] & 0xC0 == 0x80
    assert EMOJI[4098] & 0xC0 == 0x80


@KERNELS
@pytest.mark.parametrize("case", CASES)
def test_made_pages_get_their_class(measure, case):
    data, expected = CASES[case]
    assert len(data) == 4096
    assert class_of(measure, data) is expected


SHORT = {
    "a zero": (b"\x00", PageClass.ZERO),
    "an ff": (b"\xff", PageClass.ONES),
    "a letter": (b"a", PageClass.CONST),
    "two letters": (b"ab", PageClass.TEXT),
    "abab": (b"abab", PageClass.CONST),
    "wide letter": (b"a\x00", PageClass.TEXT),
    "two high bytes": (b"\x80\xfe", PageClass.LOW),
    "short noise": (NOISE[:100], PageClass.BINARY),
    "a line": (b"Nothing is known about it.\n", PageClass.TEXT),
    "4095 of noise": (NOISE[:4095], PageClass.DENSE),
    "a cut character": ("é".encode()[:1] + b"abc", PageClass.LOW),
}


@KERNELS
@pytest.mark.parametrize("case", SHORT)
def test_short_pages_get_their_class(measure, case):
    data, expected = SHORT[case]
    assert class_of(measure, data) is expected


@KERNELS
def test_random_pages_reach_the_expected_entropy_and_not_eight(measure):
    data = np.frombuffer(random.Random(3).randbytes(200 * 4096), np.uint8)
    entropy = measure(data).entropy
    assert entropy.mean() == pytest.approx(classes.RANDOM_ENTROPY, abs=0.002)
    assert entropy.max() < 7.98


def test_every_class_has_a_name_a_meaning_and_a_place_in_the_legend():
    assert set(classes.NAMES) == set(classes.MEANINGS) == set(classes.LEGEND) == set(PageClass)
    assert len(set(classes.NAMES.values())) == len(PageClass)
    assert all(meaning.endswith(".") for meaning in classes.MEANINGS.values())

"""Names as they are shown."""

from __future__ import annotations

import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bytescope.core.source.shown import printable_name


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        (b"plain.bin", "plain.bin"),
        ("grün 中文 🐧".encode(), "grün 中文 🐧"),
        (b"\xff\xfe", r"\xff\xfe"),
        (b"a\nb\tc\x1b[31m\x7f", r"a\x0ab\x09c\x1b[31m\x7f"),
        ("\u202e\u2066\u200b\u2028".encode(), r"\u202e\u2066\u200b\u2028"),
        ("\x85\xa0".encode(), r"\u0085\u00a0"),
        ("\U000e0041".encode(), r"\U000e0041"),
        (rb"\xff", r"\\xff"),
        (b"<b>&amp;", "<b>&amp;"),
        ("as text \udcff", r"as text \xff"),
    ],
)
def test_what_is_shown(name: bytes | str, shown: str) -> None:
    assert printable_name(name) == shown


@given(st.binary(max_size=40), st.binary(max_size=40))
def test_always_printable_and_never_the_same_for_two_names(one: bytes, other: bytes) -> None:
    assert printable_name(one).isprintable()
    assert (printable_name(one) == printable_name(other)) == (os.fsdecode(one) == os.fsdecode(other))

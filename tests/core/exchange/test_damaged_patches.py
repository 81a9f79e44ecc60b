"""Damaged patches of every kind: which part is wrong is said, and nothing is changed."""

import re
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bytescope.core.errors import BytescopeError, InputError, RefusedError
from bytescope.core.exchange.patching import KINDS, prepare
from bytescope.core.ticket import Ticket
from helpers.patches import content, document, made_patch, versions

PLACED = (
    r"(?i)\b(record|action|line) [\d,]+\b|byte 0x|does not begin with|no patch that is known|no record with"
)
"""What every sentence about a damaged patch has: which part of it is wrong, or that all of it is."""


@pytest.mark.parametrize("kind", KINDS)
@given(data=st.data())
def test_a_damaged_patch_is_told_with_its_place(kind, data):
    old, new = data.draw(versions())
    patch = made_patch(old, new, kind)
    at = data.draw(st.integers(0, len(patch) - 1))
    match data.draw(st.sampled_from(["cut", "gone", "more", "other"])):
        case "cut":
            patch = patch[:at]
        case "gone":
            patch = patch[:at] + patch[at + data.draw(st.integers(1, 9)) :]
        case "more":
            patch = patch[:at] + data.draw(st.binary(min_size=1, max_size=9)) + patch[at:]
        case "other":
            patch = patch[:at] + bytes([patch[at] ^ data.draw(st.integers(1, 255))]) + patch[at + 1 :]
    target = document(old)
    said = ""
    try:
        prepare(patch, target.snapshot(), Ticket())
    except InputError as error:
        said = str(error)
    except RefusedError:
        return
    assert re.search(PLACED, said) if said else kind != "bps" or patch == made_patch(old, new, kind), said
    assert (content(target.snapshot()), target.index) == (old, 0)


@pytest.mark.parametrize("kind", ["bps", "ips", "script"])
@given(data=st.data())
def test_damaged_patches_never_do_more_than_refuse(kind, data):
    old, new = data.draw(versions())
    patch = bytearray(made_patch(old, new, kind))
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(patch) - 1))
        patch[at] = data.draw(st.integers(0, 255))
    if kind == "bps":
        patch[-4:] = zlib.crc32(patch[:-4]).to_bytes(4, "little")
    target = document(old)
    try:
        made = prepare(bytes(patch), target.snapshot(), Ticket(), unchecked=True)
    except BytescopeError:
        made = None
    assert content(target.snapshot()) == old
    if made is not None:
        made.adopt(target)

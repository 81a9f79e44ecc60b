"""Checksums against other programs, over holes, patterns and any step; comparing pasted values."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import zlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bytescope.core.checksums.algorithms import ALGORITHMS, algorithms_named
from bytescope.core.checksums.comparing import compared, digits_in, possible
from bytescope.core.checksums.working import _shared_out, checksums
from bytescope.core.document.document import Document
from bytescope.core.errors import BytescopeError, Cancelled, InputError
from bytescope.core.ranges import ByteRange
from bytescope.core.ticket import Ticket
from bytescope.session.jobs import side_by_side
from helpers.searching import Holed, contents, document_of

OF_ABC = {
    "crc32": "352441c2",
    "crc32c": "364b3fb7",
    "adler32": "024d0127",
    "sha3-256": "3a985da74fe225b2045c172d6bd390bd855f086e3e9d525b46bfe24511431532",
    "blake3": "6437b3ac38465133ffb63b75273a8db548c558465d79db03fd359c6cd5bd9d85",
    "xxh3-64": "78af5f94892f3950",
    "xxh3-128": "06b05ab6733a618578af5f94892f3950",
}
"""Published values of the three bytes "abc"."""


def of(data: bytes, keys=tuple(ALGORITHMS), **how) -> dict[str, str]:
    document = Document(Holed(data))
    return checksums(document.snapshot(), ByteRange(0, len(data)), keys, Ticket(), **how)


def naive(key: str, data: bytes) -> str:
    if key == "crc32":
        return f"{zlib.crc32(data):08x}"
    if key == "adler32":
        return f"{zlib.adler32(data):08x}"
    if key == "crc32c":
        rest = 0xFFFFFFFF
        for value in data:
            rest ^= value
            for _ in range(8):
                rest = rest >> 1 ^ (0x82F63B78 if rest & 1 else 0)
        return f"{rest ^ 0xFFFFFFFF:08x}"
    if key == "crc16":
        rest = 0
        for value in data:
            rest ^= value << 8
            for _ in range(8):
                rest = (rest << 1 ^ (0x1021 if rest & 0x8000 else 0)) & 0xFFFF
        return f"{rest:04x}"
    return hashlib.new(key.replace("sha3-", "sha3_"), data).hexdigest()


ORACLES = [key for key in ALGORITHMS if key not in ("blake3", "xxh3-64", "xxh3-128")]


def test_published_values():
    values = of(b"abc")
    assert {key: values[key] for key in OF_ABC} == OF_ABC
    assert {key: len(value) for key, value in values.items()} == {k: a.digits for k, a in ALGORITHMS.items()}


@given(contents, st.integers(1, 9), st.integers(0, 40), st.integers(0, 40), st.booleans())
def test_they_are_those_of_the_bytes(parts, step, first, length, together):
    document, data = document_of(parts)
    within = ByteRange(min(first, len(data)), min(first + length, len(data)))
    how = {"together": side_by_side, "width": 3} if together else {}
    values = checksums(document.snapshot(), within, ALGORITHMS, Ticket(), step=step, least=4, **how)
    piece = data[within.start : within.end]
    assert {key: values[key] for key in ORACLES} == {key: naive(key, piece) for key in ORACLES}
    assert values["blake3"] == of(piece, ["blake3"])["blake3"]


@pytest.mark.parametrize(
    ("tool", "key"), [("md5sum", "md5"), ("sha1sum", "sha1"), ("sha512sum", "sha512"), ("b2sum", "blake2b")]
)
def test_they_are_those_of_the_system_tools(tmp_path: Path, tool: str, key: str):
    if shutil.which(tool) is None:
        pytest.skip(f"there is no {tool}")
    data = bytes(range(256)) * 40_000
    (tmp_path / "file").write_bytes(data)
    done = subprocess.run([tool, str(tmp_path / "file")], capture_output=True, text=True, check=True)
    assert of(data, [key])[key] == done.stdout.split()[0]
    assert compared(done.stdout, of(data, [key])).key == key


def test_a_stretch_that_repeats_is_read_once():
    class Counting(Holed):
        reads = 0

        def read_into(self, offset, buffer):
            self.reads += len(buffer)
            return super().read_into(offset, buffer)

    source = Counting(bytes(1 << 20) + b"x")
    snapshot = Document(source).snapshot()
    values = checksums(snapshot, ByteRange(0, snapshot.size), ["crc32"], Ticket(), step=4096, least=8192)
    assert values == {"crc32": naive("crc32", bytes(1 << 20) + b"x")}
    assert source.reads < 10_000


def test_what_cannot_be_read_has_no_checksum():
    document = Document(Holed(b"abcdef", (ByteRange(2, 3),)))
    with pytest.raises(BytescopeError, match="from 0x2 on could not be read"):
        checksums(document.snapshot(), ByteRange(0, 6), ["md5"], Ticket())
    assert checksums(document.snapshot(), ByteRange(3, 6), ["crc32"], Ticket()) == {
        "crc32": naive("crc32", b"def")
    }


def test_work_is_shared_out_by_what_it_takes():
    shared = _shared_out({"md5": 1.4, "sha1": 0.6, "sha256": 0.6, "blake3": 0.2, "xxh3-64": 0.1}, 2)
    assert sorted(map(sorted, shared)) == [["blake3", "sha1", "sha256"], ["md5", "xxh3-64"]]
    assert _shared_out({"md5": 1.4}, 8) == [["md5"]]


def test_it_can_be_stopped_and_tells_how_far_it_is():
    ticket = Ticket()
    document = Document(Holed(b"ab" * 100))
    checksums(document.snapshot(), ByteRange(10, 110), ["md5"], ticket, step=16)
    assert (ticket.done, ticket.total) == (100, 100)
    ticket.cancelled = True
    with pytest.raises(Cancelled):
        checksums(document.snapshot(), ByteRange(0, 200), ["md5"], ticket)


@pytest.mark.parametrize(
    "form",
    [
        "{0}",
        "  {0}\n",
        "{1}",
        "{2}",
        "0x{0}",
        "{0}  name of a file.bin",
        "{0} *name",
        "SHA256 (a file) = {0}",
        "sha256:{0}",
        "{0}  " + "ab" * 64,
        "{1}  NAME",
        "\\{0}  two\\nlines",
        "SHA256 (" + "0" * 128 + ") = {0}",
    ],
)
def test_a_pasted_value_is_known_however_it_is_written(form: str):
    values = of(b"abc")
    digits = values["sha256"]
    pairs = [digits[at : at + 2] for at in range(0, 64, 2)]
    text = form.format(digits, digits.upper() if "NAME" in form else ":".join(pairs).upper(), " ".join(pairs))
    verdict = compared(text, values)
    assert (verdict.matches, verdict.key) == (True, "sha256")
    assert "SHA-256" in verdict.sentence


def test_what_is_another_is_told_apart_from_what_is_not_known():
    values = of(b"abc", ["sha256", "blake3"])
    other = "0" * 64
    assert compared(other, values).matches is None
    assert "not the SHA-256 or BLAKE3, but can be SHA3-256" in compared(other, values).sentence
    assert compared(other, of(b"abc")).matches is False
    assert compared("hello", values).sentence.startswith("This is no checksum")
    assert compared("", values).sentence == ""
    assert possible("ab" * 16) == ["md5", "xxh3-128"]
    assert digits_in("0" * 5000) == ""


def test_names_are_understood_in_any_form():
    assert algorithms_named("SHA-256, md5,sha256,SHA3_256") == ["sha256", "md5", "sha3-256"]
    with pytest.raises(InputError, match=r"“md6” is not a known checksum; use one of crc16, crc32"):
        algorithms_named("md6")

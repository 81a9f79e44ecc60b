"""Patches of every kind: what was made of two documents makes the second one of the first."""

import json
import random
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bytescope.core.document.document import Document
from bytescope.core.document.drafting import Draft
from bytescope.core.errors import BytescopeError, InputError, RefusedError
from bytescope.core.exchange import bps, ips
from bytescope.core.exchange.checking import combined, crc32_of, crc_of_repeats
from bytescope.core.exchange.delta import difference, edits_of, kept_in_order
from bytescope.core.exchange.patching import KINDS, check, patch_parts, prepare
from bytescope.core.ranges import ByteRange
from bytescope.core.source.memory import ZeroSource
from bytescope.core.ticket import Ticket
from helpers.modules import CHECKOUT
from helpers.patches import content, document, made_patch, patched, versions
from helpers.scripts import PATTERNS

TIB = 1 << 40


@pytest.mark.parametrize("kind", KINDS)
@given(pair=versions())
def test_a_patch_of_two_files_makes_one_of_the_other(kind, pair):
    old, new = pair
    assert patched(made_patch(old, new, kind), old) == new


def edited(seed):
    """A document with a dozen random edits of every kind, and its bytes before."""
    rng = random.Random(seed)
    old = rng.randbytes(rng.choice([0, 3, 300, 3000]))
    target = document(old)
    for _ in range(rng.randrange(12)):
        size = target.size
        start = rng.randrange(size + 1)
        within = ByteRange.of(start, rng.randrange(min(300, size - start) + 1))
        to = rng.randrange(size + 1)
        match rng.randrange(7):
            case 0:
                target.write(start, rng.randbytes(rng.randrange(200)))
            case 1:
                target.insert(start, rng.randbytes(rng.randrange(200)))
            case 2:
                target.delete(within)
            case 3:
                target.fill(within, rng.choice(PATTERNS))
            case 4:
                target.insert_fill(start, rng.randrange(300), rng.choice(PATTERNS))
            case 5:
                target.move_block(within, to)
            case 6:
                target.copy_block(within, to)
    return old, target


@pytest.mark.parametrize("kind", KINDS)
@given(seed=st.integers(0, 10_000))
def test_a_patch_of_unsaved_edits_makes_them_again(kind, seed):
    old, target = edited(seed)
    patch = b"".join(patch_parts(edits_of(target.snapshot()), kind, Ticket()))
    assert patched(patch, old) == content(target.snapshot())


def test_a_fill_of_a_terabyte_is_a_line_of_a_script():
    from bytescope.core.document.pattern_text import parse_pattern

    target = Document(ZeroSource(TIB))
    target.fill(ByteRange(4096, TIB - 1), parse_pattern("counter:7,3,2be"))
    target.move_block(ByteRange(0, 512), TIB)
    patch = b"".join(patch_parts(edits_of(target.snapshot()), "script", Ticket()))
    assert len(patch) < 1000
    again = Document(ZeroSource(TIB))
    prepare(patch, again.snapshot(), Ticket()).adopt(again)
    for offset in (0, 4095, 4096 - 512, 5000, TIB - 600, TIB - 40):
        assert again.snapshot().read(offset, 40) == target.snapshot().read(offset, 40)


def test_a_moved_gigabyte_is_a_reference():
    target = Document(ZeroSource(TIB))
    target.write(TIB // 2, b"island")
    target.move_block(ByteRange(1 << 30, 2 << 30), 700 << 30)
    delta = edits_of(target.snapshot())
    assert len(b"".join(patch_parts(delta, "script", Ticket()))) < 1000


def test_the_heaviest_order_is_kept():
    target = document(bytes(range(100)))
    target.move_block(ByteRange(0, 10), 100)
    stretches = edits_of(target.snapshot()).stretches
    kept = kept_in_order(stretches)
    assert [stretches[i].range.length for i in sorted(kept)] == [90]


# -- IPS ---------------------------------------------------------------------------------------


def test_ips_is_written_as_the_format_says():
    assert made_patch(b"abcdef", b"abXYef", "ips") == b"PATCH" + b"\0\0\2\0\2XY" + b"EOF"
    assert made_patch(b"abc", b"abc" + bytes(20), "ips") == b"PATCH\0\0\3\0\0\0\x14\0EOF"
    assert made_patch(b"abcdef", b"abc", "ips") == b"PATCHEOF\0\0\3"


@pytest.mark.parametrize(("kind", "name"), [(ips.IPS, "ips"), (ips.IPS32, "ips32")])
@pytest.mark.parametrize("fill", [b"\xaa", b"xy"])
@pytest.mark.parametrize("before", [0, 1, 0xFFFF, 0x1FFFE])
def test_no_record_begins_at_the_offset_that_reads_as_the_end(kind, name, fill, before):
    new = Document(ZeroSource(kind.trap + 100))
    new.write(kind.trap - before, fill * 20 + b"!" if before < 2 else fill * (before // len(fill) + 20))
    old = Document(ZeroSource(kind.trap + 100))
    patch = b"".join(patch_parts(difference(old.snapshot(), new.snapshot(), Ticket()), name, Ticket()))
    read = ips.read_ips(patch)
    assert all(record.offset != kind.trap for record in read.records)
    prepare(patch, old.snapshot(), Ticket()).adopt(old)
    around = kind.trap - before - 10
    assert old.snapshot().read(around, before + 100) == new.snapshot().read(around, before + 100)


def test_a_foreign_record_at_that_offset_is_read_as_one():
    patch = b"PATCH" + b"EOF" + b"\0\1x" + b"EOF"
    assert ips.read_ips(patch).records == [ips.Record(0x454F46, b"x")]


@pytest.mark.parametrize(
    ("patch", "said"),
    [
        (b"PATCH", "record 1"),
        (b"PATCH\0\0\1\0\x09abEOF", "record 1"),
        (b"PATCH\0\0\1\0\1aEO", "record 2"),
        (b"PATCH\0\0\1\0\0\0\0aEOF", "repeats nothing"),
        (b"PATCHEOFx", "record 1"),
        (b"hello", "no patch that is known"),
        (b"", "no patch that is known"),
    ],
)
def test_a_damaged_ips_says_which_record(patch, said):
    target = document(b"abc")
    with pytest.raises(InputError, match=said):
        prepare(patch, target.snapshot(), Ticket())
    assert target.index == 0


def test_ips_refuses_what_it_cannot_reach():
    old, new = Document(ZeroSource(1 << 25)), Document(ZeroSource(1 << 25))
    new.write(5, b"x")
    delta = difference(old.snapshot(), new.snapshot(), Ticket())
    with pytest.raises(RefusedError, match=r"16 MiB.*IPS32"):
        check(delta, "ips")
    check(delta, "ips32")


# -- BPS ---------------------------------------------------------------------------------------


@given(number=st.integers(0, 1 << 61))
def test_bps_numbers_come_back(number):
    data = bps.packed(number)
    reader = bps._Reader(data, 0, len(data))
    assert (reader.number(), reader.at) == (number, len(data))


def naive_bps(patch, source):
    """The specification's own loop, on arrays."""
    reader = bps._Reader(patch, 4, len(patch) - 12)
    reader.number()
    size, meta = reader.number(), reader.number()
    reader.skip(meta)
    out, at_source, at_target = bytearray(), 0, 0
    while reader.more:
        word = reader.number()
        length = (word >> 2) + 1
        for_source = word & 3 == 0
        if for_source:
            out += source[len(out) : len(out) + length]
        elif word & 3 == 1:
            out += patch[reader.at : reader.at + length]
            reader.skip(length)
        elif word & 3 == 2:
            at_source += reader.signed()
            out += source[at_source : at_source + length]
            at_source += length
        else:
            at_target += reader.signed()
            for _ in range(length):
                out.append(out[at_target])
                at_target += 1
    assert len(out) == size
    return bytes(out)


@given(pair=versions())
def test_what_we_write_is_bps_by_the_specification(pair):
    old, new = pair
    assert naive_bps(made_patch(old, new, "bps"), old) == new


def any_bps(rng, source):
    """A patch with every kind of action, also such as no writer makes, and what it makes."""
    out, body, at_source, at_target = bytearray(), bytearray(), 0, 0
    for _ in range(rng.randrange(1, 30)):
        kind, length = rng.randrange(4), rng.choice([1, 2, 7, 50, 300])
        if kind == 0 and len(out) + length <= len(source):
            out += source[len(out) : len(out) + length]
            body += bps.packed((length - 1) << 2)
        elif kind == 1:
            data = rng.randbytes(length)
            out += data
            body += bps.packed((length - 1) << 2 | 1) + data
        elif kind == 2 and length <= len(source):
            start = rng.randrange(len(source) - length + 1)
            out += source[start : start + length]
            body += bps.packed((length - 1) << 2 | 2) + bps._signed(start - at_source)
            at_source = start + length
        elif kind == 3 and out:
            start = rng.choice([rng.randrange(len(out)), len(out) - 1])
            for i in range(length):
                out.append(out[start + i])
            body += bps.packed((length - 1) << 2 | 3) + bps._signed(start - at_target)
            at_target = start + length
    head = b"BPS1" + bps.packed(len(source)) + bps.packed(len(out)) + bps.packed(3) + b"<a>"
    patch = head + body + zlib.crc32(source).to_bytes(4, "little") + zlib.crc32(out).to_bytes(4, "little")
    return patch + zlib.crc32(patch).to_bytes(4, "little"), bytes(out)


@given(seed=st.integers(0, 100_000))
def test_every_kind_of_action_is_followed(seed):
    rng = random.Random(seed)
    source = rng.randbytes(rng.choice([0, 1, 100, 2000]))
    patch, wanted = any_bps(rng, source)
    assert patched(patch, source) == wanted


def test_bps_for_another_file_is_refused():
    patch = made_patch(b"abcdef", b"abXdef", "bps")
    with pytest.raises(InputError, match="checksum differs"):
        patched(patch, b"abcdeg")
    with pytest.raises(InputError, match="6 bytes and this one has 5"):
        patched(patch, b"abcde")
    assert patched(patch, b"abcdeg", unchecked=True) == b"abXdeg"


def test_a_damaged_bps_is_refused():
    whole = made_patch(b"abcdef", b"abXdef", "bps")
    for at, said in ((8, "Action 3 of the BPS patch, at byte 0x9"), (9, "checksum at its byte 0x13 is")):
        patch = bytearray(whole)
        patch[at] ^= 1
        with pytest.raises(InputError, match=said):
            patched(bytes(patch), b"abcdef")


def test_a_wrong_target_checksum_changes_nothing():
    patch = bytearray(made_patch(b"abcdef", b"abXdef", "bps"))
    patch[-8] ^= 1
    patch[-4:] = zlib.crc32(patch[:-4]).to_bytes(4, "little")
    with pytest.raises(InputError, match="result does not have the checksum"):
        patched(bytes(patch), b"abcdef")


def test_a_bps_that_repeats_itself_without_end_costs_nothing():
    """A gigabyte of one byte in a few bytes of patch."""
    size = 1 << 30
    body = bps.packed(0 << 2 | 1) + b"x" + bps.packed((size - 2) << 2 | 3) + bps._signed(0)
    head = b"BPS1" + bps.packed(0) + bps.packed(size) + bps.packed(0)
    patch = head + body + bytes(8)
    patch += zlib.crc32(patch).to_bytes(4, "little")
    target = document(b"")
    prepare(patch, target.snapshot(), Ticket(), unchecked=True).adopt(target)
    assert target.size == size
    assert target.snapshot().read(size - 3, 3).data == b"xxx"


# -- scripts -----------------------------------------------------------------------------------


def script(*lines, size=None, end=None):
    head = {"format": "bytescope-edits", "version": 1} | ({} if size is None else {"size": size})
    end = {"end": len(lines) if end is None else end}
    texts = [line if isinstance(line, str) else json.dumps(line) for line in (head, *lines, end)]
    return "\n".join(texts).encode()


def test_the_script_of_the_readme_can_be_applied():
    readme = (CHECKOUT / "README.md").read_text()
    text = readme.split('```json\n{"format"')[1].split("```")[0]
    made = patched(b'{"format"' + text.encode(), bytes(4096))
    assert made[32:34] == b"\xde\xad"  # the moved block was put before it
    assert len(made) == 4096 + 64


@pytest.mark.parametrize(
    ("edit", "wanted"),
    [
        ({"op": "write", "at": 1, "hex": "4142"}, b"0AB3456789"),
        ({"op": "write", "at": 12, "base64": "QQ=="}, b"0123456789\0\0A"),
        ({"op": "write", "at": "0x8", "pattern": "text:xy", "length": 4, "skip": 1}, b"01234567yxyx"),
        (
            {"op": "write", "at": 0, "original": 8, "length": 2, "was": f"{zlib.crc32(b'01'):08X}"},
            b"8923456789",
        ),
        ({"op": "insert", "at": 10, "hex": "41"}, b"0123456789A"),
        ({"op": "delete", "at": 0, "length": 9}, b"9"),
        ({"op": "move", "at": 0, "length": 3, "to": 10}, b"3456789012"),
        ({"op": "move", "at": 8, "length": 2, "to": 0}, b"8901234567"),
        ({"op": "move", "at": 0, "length": 3, "to": 6}, b"3450126789"),
        ({"op": "copy", "at": 8, "length": 2, "to": 1}, b"0891234567" + b"89"),
        ({"op": "resize", "size": 3}, b"012"),
        ({"op": "resize", "size": 12}, b"0123456789\0\0"),
    ],
)
def test_each_edit_of_a_script(edit, wanted):
    assert patched(script(edit, size=10), b"0123456789") == wanted


@pytest.mark.parametrize(
    ("edit", "said"),
    [
        ({"op": "paint"}, "Line 2: “op” must be one of write"),
        ({"op": "write", "at": 1}, "Line 2 has no bytes, or too many; give one of"),
        ({"op": "write", "at": 1, "hex": "4"}, "Line 2: what stands in “hex” is not that"),
        ({"op": "write", "at": 1, "hex": "41", "lenght": 1}, "Line 2: “lenght” means nothing in write"),
        ({"op": "write", "at": 1, "hex": "41", "length": 1}, "Line 2: “length” goes with"),
        ({"op": "write", "at": 1, "hex": "41", "was": "00000000"}, "Line 2: the bytes at 0x1 are not those"),
        ({"op": "write", "at": -1, "hex": "41"}, "Line 2: “at” is missing or no whole number"),
        ({"op": "write", "at": 1.0, "hex": "41"}, "Line 2: “at”"),
        ({"op": "write", "at": True, "hex": "41"}, "Line 2: “at”"),
        ({"op": "write", "at": 1, "pattern": "file:/etc/passwd", "length": 1}, "no bytes of other files"),
        ({"op": "write", "at": 1, "pattern": " FILE :/etc/passwd", "length": 1}, "no bytes of other files"),
        ({"op": "write", "at": 1, "pattern": "zz", "length": 1}, "Line 2: “z” is not a hex digit"),
        ({"op": "write", "at": 1, "original": 9, "length": 2}, "Line 2: the original ends at 0xA"),
        ({"op": "insert", "at": 11, "hex": "41"}, "Line 2: Offset 0xB is behind the end"),
        ({"op": "delete", "at": 9, "length": 2}, "Line 2: The range"),
        ({"op": "move", "at": 2, "length": 4, "to": 3}, "Line 2: a block cannot be moved into itself"),
        ("[1]", "Line 2 of the script is no JSON object"),
        ("[" * 100_000, "Line 2 of the script is no JSON object"),
        ('{"op": "write"', "Line 2 of the script is no JSON object"),
    ],
)
def test_a_line_that_does_not_fit_is_named_and_nothing_is_changed(edit, said):
    with pytest.raises(BytescopeError, match=said):
        patched(script(edit), b"0123456789")


def test_a_script_that_was_cut_off_is_known():
    whole = script({"op": "resize", "size": 3})
    with pytest.raises(InputError, match="cut off"):
        patched(whole[: whole.rindex(b"\n")], b"0123456789")
    with pytest.raises(InputError, match="tells 2 edits, and 1 are there"):
        patched(script({"op": "resize", "size": 3}, end=2), b"0123456789")


def test_no_file_is_opened_for_a_pattern(monkeypatch):
    from bytescope.core.source import opening

    opened = []
    monkeypatch.setattr(opening, "open_file", lambda *what: opened.append(what))
    with pytest.raises(InputError):
        patched(script({"op": "write", "at": 1, "pattern": "\tfile:/etc/passwd", "length": 1}), b"0123456789")
    assert not opened


# -- checksums ---------------------------------------------------------------------------------


@given(one=st.binary(max_size=300), two=st.binary(max_size=300))
def test_checksums_of_two_parts_are_put_together(one, two):
    assert combined(zlib.crc32(one), zlib.crc32(two), len(two)) == zlib.crc32(one + two)


@given(unit=st.binary(min_size=1, max_size=40), count=st.integers(0, 100))
def test_repetitions_are_counted_into_a_checksum(unit, count):
    assert crc_of_repeats(zlib.crc32(unit), len(unit), count) == zlib.crc32(unit * count)


def test_holes_and_fills_are_counted_into_the_checksum_of_a_document():
    target = Document(ZeroSource(500_000))
    target.write(100, b"island")
    target.fill(ByteRange(1000, 401_001), PATTERNS[1])
    assert crc32_of(target.snapshot(), Ticket()) == zlib.crc32(content(target.snapshot()))


def test_the_checksum_of_a_terabyte_of_fill_is_told_at_once():
    target = Document(ZeroSource(TIB))
    target.write(5 << 30, b"island")
    target.fill(ByteRange(TIB // 2, TIB), PATTERNS[0])
    zeros = zlib.crc32(b"\0")
    known = combined(crc_of_repeats(zeros, 1, 5 << 30), zlib.crc32(b"island"), 6)
    gap = TIB // 2 - (5 << 30) - 6
    known = combined(known, crc_of_repeats(zeros, 1, gap), gap)
    known = combined(known, crc_of_repeats(zlib.crc32(b"\xaa"), 1, TIB // 2), TIB // 2)
    assert crc32_of(target.snapshot(), Ticket()) == known


# -- drafts ------------------------------------------------------------------------------------


def test_a_document_that_was_changed_meanwhile_is_left_alone():
    target = document(b"abcdef")
    prepared = prepare(made_patch(b"abcdef", b"abXdef", "bps"), target.snapshot(), Ticket())
    target.write(0, b"!")
    with pytest.raises(RefusedError, match="changed meanwhile"):
        prepared.adopt(target)
    assert content(target.snapshot()) == b"!bcdef"


def test_a_draft_never_becomes_longer_than_a_document_can_be():
    draft = Draft(document(b"abc").snapshot())
    with pytest.raises(RefusedError):
        draft.resize(1 << 63)

"""Palettes from files: what is taken, and the sentence about what is not."""

import json

import pytest

from bytescope.core.errors import InputError
from bytescope.core.pages import palette
from bytescope.core.pages.classes import PageClass
from bytescope.core.pages.own_palette import MOST_BYTES, parse
from bytescope.core.pages.scales import rgb_of

JASC = "JASC-PAL\r\n0100\r\n256\r\n" + "".join(f"{i} {255 - i} 7\r\n" for i in range(256))
GIMP = "GIMP Palette\nName: Forest\nColumns: 2\n# a word\n  0   0   0\tBlack\n 255 128 1 Leaf green\n"


def test_own_json_colours_classes_and_scales():
    data = {"name": " My\tcolours ", "classes": {"TEXT": "#00ff00"}, "ramp": ["#000000", "#FFFFFF"]}
    own = parse(json.dumps(data).encode(), "x.json")
    assert own.name == "My colours"
    table = palette.table("content", own)
    assert table[PageClass.TEXT, :3].tolist() == [0, 255, 0]
    assert table[PageClass.DENSE, :3].tolist() == list(rgb_of("#AD0000"))
    entropy = palette.table("entropy", own)[:, :3]
    assert (entropy[0].tolist(), entropy[255].tolist()) == ([0, 0, 0], [255, 255, 255])
    assert (entropy[:, 0] == entropy[:, 1]).all()


def test_a_jasc_palette_is_taken_entry_by_entry():
    own = parse(JASC.encode(), "x.pal")
    assert (own.name, len(own.ramp)) == ("x.pal", 256)
    table = palette.table("mean", own)
    assert table[:, 0].tolist() == list(range(256))
    assert table[65].tolist() == [65, 190, 7, 255]
    assert palette.table("dominant", own)[65].tolist() == [65, 190, 7, 255]


def test_a_gimp_palette_has_a_name_and_any_number_of_colours():
    own = parse(GIMP.encode(), "x.gpl")
    assert (own.name, own.ramp) == ("Forest", ("#000000", "#FF8001"))
    assert palette.table("entropy", own).shape == (256, 4)


@pytest.mark.parametrize("scheme", list(palette.SCHEMES))
def test_every_scheme_has_a_table_with_every_palette(scheme):
    for own in (parse(JASC.encode(), "a"), parse(GIMP.encode(), "b"), parse(b"{}", "c")):
        assert palette.table(scheme, own).shape == (256, 4)
        assert (palette.table(scheme, own)[:, 3] == 255).all()


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"", "begins with"),
        (b"RIFF....", "begins with"),
        (b"\xff\xfe{", "Line 1 of the palette is not text"),
        (b"JASC-PAL\n0200\n2\n", "Line 2"),
        (b"JASC-PAL\n0100\n999\n", "Line 3"),
        (b"JASC-PAL\n0100\n2\n1 2 3\n", "Line 3 of the palette tells of 2 colours, but 1"),
        (b"JASC-PAL\n0100\n2\n1 2 3\n1 2 256\n", "Line 5"),
        (b"JASC-PAL\n0100\n2\n1 2 3\n1 2\n", "Line 5"),
        ("JASC-PAL\n0100\n2\n1 2 3\n1 2 ³\n".encode(), "Line 5"),
        (b"GIMP Palette\n1 2 3\n-1 2 3\n", "Line 3"),
        (b"GIMP Palette\n1 2 3\n", "fewer than two"),
        (b"GIMP Palette\n" + b"1 2 3\n" * 257, "Line 258"),
        (b'{"name": 1}', "key name"),
        (b'{"colour": 1}', "a key “colour”"),
        (b'{"classes": []}', "key classes"),
        (b'{"classes": {"TEXTS": "#000000"}}', "a class “TEXTS”"),
        (b'{"classes": {"TEXT": "red"}}', "the class TEXT must be written as #RRGGBB"),
        (b'{"ramp": ["#000000"]}', "key ramp"),
        (b'{"ramp": ["#000000", "#00000"]}', "number 2 of the ramp"),
        (b'{"ramp":\n oops}', "Line 2"),
        (b"[" * 9000, "begins with"),
        (b'{"a":' * 9000, "palette is n"),  # too deep for one json, cut off for another
        (b" " * (MOST_BYTES + 1), "KiB"),
    ],
)
def test_what_is_wrong_is_one_sentence(raw, said):
    with pytest.raises(InputError) as caught:
        parse(raw, "some file")
    assert said in str(caught.value)
    assert str(caught.value).count("\n") == 0

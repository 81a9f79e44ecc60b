"""Numbers, ranges, patterns, needles and sizes that do not parse, given straight to their parsers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from bytescope.core.document.pattern_text import parse_bytes, parse_pattern
from bytescope.core.search.needle import parse_needle
from bytescope.core.text.encodings import encode_text
from bytescope.core.text.names import Names
from bytescope.core.text.numbers import parse_number
from bytescope.core.text.range_text import parse_range
from faults.malformed.case import Case, refusal

NAMES = Names(size=10_000, start=100, end=200, page=1, sel=100, cursor=4096)

NUMBERS = {
    "nothing": "",
    "blanks": " \t\n",
    "a word": "twelve",
    "a sign alone": "-",
    "two signs that bind": "1 */ 2",
    "a prefix alone": "0x",
    "a prefix of eight without digits": "0o8",
    "binary of two": "0b2",
    "hex without 0x": "1F",
    "an h alone": "h",
    "digits of two languages": "1٢3",
    "full-width digits": "１２３",
    "superscript digits": "²",
    "a number with letters behind": "12oops",
    "a unit nobody knows": "5 Zi",
    "a unit twice": "5KiKi",
    "a fraction of a byte": "1.0001",
    "two points": "1.2.3",
    "an exponent": "1e3",
    "a comma": "1,000",
    "an underscore at the end": "1_",
    "two underscores": "1__0",
    "groups of two": "12 34",
    "a bracket open": "(1",
    "a bracket closed": "1)",
    "empty brackets": "()",
    "65 brackets": "(" * 65 + "1" + ")" * 65,
    "a thousand signs": "-" * 1000,
    "a thousand plus": "1" + "+1" * 499 + "+",
    "2^128": str(1 << 128),
    "a product past 2^128": "1Ei*1Ei*1Ei",
    "a shift by 129": "1<<129",
    "a shift by less than nothing": "1<<(0-1)",
    "a shift that grows past": "1<<128",
    "nothing divided": "1/0",
    "the rest of nothing": "1%0",
    "a power": "2**64",
    "a comparison": "1==1",
    "an assignment": "size=0",
    "an attribute": "size.real",
    "a call": "abs(1)",
    "an index": "size[0]",
    "a string": "'1'",
    "code": "__import__('os')",
    "a name nobody knows": "middle",
    "a page of nothing": "p",
    "a page of a word": "pages",
    "a zero byte": "1\0",
    "a line of its own": "1\n;2",
    "an escape": "\x1b[31m1",
    "a bidi control": "\u202e12",
    "a lone surrogate": "\ud800",
    "an emoji": "🙂",
    "a combining mark": "1\u0301",
    "1,001 characters": "1" * 1001,
    "a semicolon": "1;2",
    "a quote": "“1”",
    "a backslash": "\\x41",
    "a minus of another kind": "−5",
    "a times of another kind": "2×3",
    "a tilde": "~0",
}

RANGES = {
    "nothing": "",
    "one number": "5",
    "dots alone, twice": "....",
    "a negative start": "(0-5)..3",
    "a backward range": "10..5",
    "past the end by one": "0..10001",
    "a length past the end": "9999+2",
    "a negative length": "5+(0-1)",
    "a length of a word": "5+long",
    "a start of a word": "here..5",
    "a page past the end": "p9",
    "pages backwards": "p2..p1",
    "three ends": "0..1..2",
    "a hyphen": "5-9x",
    "a colon": "0:5",
    "a comma": "0,5",
    "1,001 characters": "0.." + "9" * 999,
    "a zero byte": "0..\0",
    "gigantic": "0..8E",
    "brackets left open": "(0..5",
    "a plus at the end": "5+",
    "words": "all of it",
    "a selection of a name": "select",
    "an escape": "0..\x1b[2J",
}

PATTERNS = {
    "nothing": "",
    "blanks": "  ",
    "an odd digit": "A",
    "an odd digit among many": "AA BBB CC",
    "no digit": "0x",
    "letters": "hello",
    "a colon alone": ":",
    "a kind without a colon": "text",
    "a kind of nothing": "u8:",
    "a kind with brackets": "u8(5):1",
    "a counter with brackets": "counter(1):0",
    "brackets left open": "text(utf-8:a",
    "brackets of nothing": "text():a",
    "8 bits too many": "u8:256",
    "64 bits too many": "u64:18446744073709551616",
    "a signed number too small": "i8:0-129",
    "a float of 8 bits": "f8:1",
    "a float of words": "f64:many",
    "a float of underscores": "f64:__",
    "a float too large for 32 bits": "f32:1e39",
    "9 bits": "u9:1",
    "an order nobody knows": "u16me:1",
    "a counter of nothing": "counter:",
    "a counter of a word": "counter:up",
    "a counter with a step too large": "counter:0,1e9",
    "a counter of no width": "counter:0,1,0",
    "an offset of nine": "offset:9",
    "an offset of two widths": "offset:4,4",
    "a page stamp of a word": "page:big",
    "a seed of nothing": "random:",
    "a seed of 2^64": "random:18446744073709551616",
    "a seed of text": "random:x",
    "a file of nothing": "file:",
    "a file that is not there": "file:/nowhere/at/all",
    "a file with a zero byte": "file:a\0b",
    "a file with a lone surrogate": "file:/tmp/\ud800",
    "a file that is a folder": "file:/",
    "a device": "file:/dev/zero",
    "an encoding of code": "text(rot13):a",
    "an encoding of hex": "text(hex):61",
    "an encoding of a module": "text(os):a",
    "an encoding of 10,000 letters": f"text({'x' * 10_000}):a",
    "text outside of the encoding": "text(latin-1):€",
    "a lone surrogate": "text(utf-16le):\ud800",
    "an escape": "\x1b[31m",
    "a zero byte": "AA\0BB",
    "full-width digits": "ＡＡ",
    "a line of another kind": "AA\u2028ZZ",
    "more than a million letters": "AA " * 350_000,
    "ten thousand numbers, the last too large": "u8:" + "1," * 10_000 + "256",
}

NEEDLES: dict[str, tuple[str, str, str]] = {
    "nothing": ("", "hex", ""),
    "separators alone": (" ,;", "hex", ""),
    "an odd digit": ("ABC", "hex", ""),
    "an odd digit between": ("A BC", "hex", ""),
    "no digit": ("GG", "hex", ""),
    "a prefix alone": ("0x", "hex", ""),
    "a control character": ("AA\x07", "hex", ""),
    "a bidi control": ("\u202eAA", "hex", ""),
    "no text": ("", "text", "utf-8"),
    "text outside of the encoding": ("é", "text", "ascii"),
    "a lone surrogate": ("\ud800", "text", "utf-8"),
    "an encoding nobody knows": ("a", "text", "klingon"),
    "an encoding with a zero byte": ("a", "text", "a\0b"),
    "an encoding that is undefined": ("a", "text", "undefined"),
    "a domain that cannot be": ("." * 300, "text", "idna"),
    "two million digits": ("AA" * (1 << 20) + "AA", "hex", ""),
    "two million letters": ("a" * (1 << 21), "text", "utf-8"),
    "a gigabyte's worth": ("A" * (64 << 20), "hex", ""),
}
TEXTS = {
    "an encoding nobody knows": ("a", "klingon"),
    "an encoding with an escape": ("a", "\x1b[31m"),
    "an encoding of 10,000 letters": ("a", "x" * 10_000),
    "a character it lacks": ("€", "latin-1"),
    "a lone surrogate": ("a\ud800b", "utf-8"),
    "an emoji in EBCDIC": ("🙂", "cp037"),
}


def _refused(parse: Callable[[], object], length: int, place: Path) -> str:
    return refusal(parse, "", length)


def cases() -> Iterator[Case]:
    for name, text in NUMBERS.items():
        parse = partial(parse_number, text, NAMES, relative=False)
        yield Case(f"number: {name}", partial(_refused, parse, len(text)))
    for name, text in RANGES.items():
        yield Case(f"range: {name}", partial(_refused, partial(parse_range, text, NAMES), len(text)))
    for number, (name, text) in enumerate(PATTERNS.items()):
        read = parse_bytes if number % 4 == 3 else parse_pattern
        yield Case(f"pattern: {name}", partial(_refused, partial(read, text), len(text)))
    for name, (text, kind, encoding) in NEEDLES.items():
        find = partial(parse_needle, text, kind, encoding)  # type: ignore[arg-type]
        yield Case(f"needle: {name}", partial(_refused, find, len(text)))
    for name, (text, encoding) in TEXTS.items():
        encode = partial(encode_text, text, encoding)
        yield Case(f"text: {name}", partial(_refused, encode, len(text)))

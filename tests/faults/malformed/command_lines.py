"""Command lines that cannot be carried out."""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from faults.malformed.case import Case, command_fault, sentence_fault, started

SIZE = 3 * 4096 + 5
DATA = bytes(range(256)) * 49
HUGE = "9" * 400

REFUSED: dict[str, tuple[str, str]] = {
    # how it is called
    "dump without a file": ("dump", "FILE"),
    "pages without a file": ("pages", "FILE"),
    "find without a pattern": ("find data.bin", "PATTERN"),
    "fill without a range": ("fill data.bin", "RANGE"),
    "fill without a pattern": ("fill data.bin 0..1", "PATTERN"),
    "write without bytes": ("write data.bin 0", "BYTES"),
    "render without an output": ("render data.bin", "output"),
    "an option nobody knows": ("dump data.bin --frobnicate", "--frobnicate"),
    "an option cut short": ("dump data.bin --no-f", "--no-f"),
    "a short option nobody knows": ("dump data.bin -z", "-z"),
    "an option without its value": ("dump data.bin --words", "--words"),
    "a choice that is none": ("dump data.bin --base roman", "roman"),
    "a choice in capitals": ("dump data.bin --base HEX", "HEX"),
    "words of three bytes": ("dump data.bin --words 3", "3"),
    "words of text": ("dump data.bin --words two", "two"),
    "words of a huge number": (f"dump data.bin --words {'9' * 60}", "--words"),
    "a process that is text": ("touched data.bin --pid init", "init"),
    "a process of a huge number": (f"touched data.bin --pid {HUGE}", "no process"),
    "a process before the first": ("touched data.bin --pid -3", "no process"),
    "a watch of no time": ("touched data.bin --watch --seconds 0", "more than 0"),
    "a watch of text": ("touched data.bin --watch --seconds soon", "soon"),
    "a format nobody knows": ("pages data.bin --format xml", "xml"),
    "a phase nobody knows": ("fill data.bin 0..1 AA --phase middle", "middle"),
    "too many arguments": ("dump data.bin 0..1 2..3", "2..3"),
    "an option given twice without a value": ("pages data.bin --range --range", "--range"),
    "a layer nobody knows": ("render data.bin -o out.png --layer smell", "smell"),
    "a layout nobody knows": ("render data.bin -o out.png --layout spiral", "spiral"),
    # numbers and ranges
    "an offset that is text": ("write data.bin abcxyz AA", "abcxyz"),
    "an offset past the end": (f"write data.bin {SIZE} AA", "past the end"),
    "an offset far past the end": ("write data.bin 8E AA", "past the end"),
    "an offset of 400 digits": (f"write data.bin {HUGE} AA", "2^128"),
    "an offset before the start": ("write data.bin 0-1 AA", "before offset 0"),
    "an offset divided by nothing": ("write data.bin 4/0 AA", "zero"),
    "an offset with a bracket left open": ("write data.bin (1 AA", "never closed"),
    "an empty offset": ("write data.bin |empty| AA", "number"),
    "a range that runs backwards": ("fill data.bin 9..3 AA", "before its start"),
    "a range past the end": ("fill data.bin 0..1Ti AA", "past the end"),
    "an empty range": ("fill data.bin 5..5 AA", "empty"),
    "a range of one number": ("fill data.bin 5 AA", "not a range"),
    "a range of a negative length": ("fill data.bin 5+(0-4) AA", "negative"),
    "a range of three ends": ("fill data.bin 1..2..3 AA", ""),
    "a range of dots": ("fill data.bin ... AA", ""),
    "a page past the end": ("dump data.bin p99", "past the end"),
    "pages that run backwards": ("dump data.bin p3..p1", "before its start"),
    "a range that is a name": ("dump data.bin everything", "everything"),
    "a range of code": ("dump data.bin __import__('os').getpid()", ""),
    "a range of a shell": ("dump data.bin $(id)", "$"),
    "a range of a million brackets": (f"dump data.bin {'(' * 900}", "64"),
    "a range that is too long": (f"dump data.bin {'1+' * 600}1", "1,000"),
    "pages of a range past the end": ("pages data.bin --range 0..1E", "past the end"),
    "pages of nonsense": ("pages data.bin --range 12oops", "12oops"),
    # patterns
    "a pattern of an odd digit": ("fill data.bin 0..4 ABC", "hex digit"),
    "a pattern that is no hex": ("fill data.bin 0..4 XYZ", "hex digit"),
    "an empty pattern": ("fill data.bin 0..4 |empty|", "empty"),
    "a pattern of blanks": ("fill data.bin 0..4 |blanks|", "empty"),
    "a kind of pattern nobody knows": ("fill data.bin 0..4 shell:ls", "shell"),
    "a text without text": ("fill data.bin 0..4 text:", "text"),
    "an encoding nobody knows": ("fill data.bin 0..4 text(klingon):abc", "klingon"),
    "an encoding that is a path": ("fill data.bin 0..4 text(../../x):abc", ""),
    "an encoding that runs": ("fill data.bin 0..4 text(unicode_escape):abc", "unicode_escape"),
    "an encoding that packs": ("fill data.bin 0..4 text(zlib_codec):abc", "zlib_codec"),
    "an encoding of domains": ("fill data.bin 0..4 text(idna):abc", "idna"),
    "a text the encoding lacks": ("fill data.bin 0..4 text(ascii):é", "é"),
    "a number that does not fit": ("fill data.bin 0..4 u8:256", "256"),
    "a negative unsigned number": ("fill data.bin 0..4 u16le:0-1", "does not fit"),
    "a number of 24 bits": ("fill data.bin 0..4 u24:1", "u24"),
    "a float that is none": ("fill data.bin 0..4 f32:one", "one"),
    "a float too large": ("fill data.bin 0..4 f32:1e300", "f64"),
    "a float of a thousand digits": (f"fill data.bin 0..4 f64:{'1' * 1000}", "too long"),
    "numbers with a gap": ("fill data.bin 0..4 u8:1,,2", "missing"),
    "a counter of nine bytes": ("fill data.bin 0..4 counter:0,1,9", "9"),
    "a counter of four parts": ("fill data.bin 0..4 counter:0,1,2,3", "counter"),
    "a counter that does not fit": ("fill data.bin 0..4 counter:300,1,1", "300"),
    "an offset stamp of text": ("fill data.bin 0..4 offset:wide", "wide"),
    "a page stamp of two": ("fill data.bin 0..4 page:4,4", "width"),
    "a seed that is text": ("fill data.bin 0..4 random:lucky", "seed"),
    "a seed of 65 bits": (f"fill data.bin 0..4 random:{1 << 64}", "seed"),
    "a negative seed": ("fill data.bin 0..4 random:0-1", "seed"),
    "a pattern file that is missing": ("fill data.bin 0..4 file:gone.bin", "gone.bin"),
    "a pattern file that is a folder": ("fill data.bin 0..4 file:.", "folder"),
    "a pattern file that is empty": ("fill data.bin 0..4 file:empty.bin", "empty"),
    "a pattern file without a name": ("fill data.bin 0..4 file:", "path"),
    "a pattern file that never ends": ("fill data.bin 0..4 file:/dev/zero", "device"),
    "bytes without an end": ("write data.bin 0 random:1", "end"),
    "bytes that are no hex": ("write data.bin 0 GG", "hex digit"),
    "a file pattern as bytes": ("write data.bin 0 file:data.bin", "end"),
    "a search for nothing": ("find data.bin |empty|", "nothing to look for"),
    "a search for half a byte": ("find data.bin A", "hex digit"),
    "a search for a counter": ("find data.bin counter:0", "not something to look for"),
    # sizes and times
    "a picture of no size": ("render data.bin -o out.png --size 0x0", "size"),
    "a picture of one side": ("render data.bin -o out.png --size 100", "size"),
    "a picture of a gigantic size": ("render data.bin -o out.png --size 999999x999999", "size"),
    "a picture of 400 digits": (f"render data.bin -o out.png --size {HUGE}x1", "size"),
    "a picture of a negative size": ("render data.bin -o out.png --size=-5x5", "size"),
    "a picture in other digits": ("render data.bin -o out.png --size ١٢٣x٤٥٦", "size"),
    "a time that is no number": ("render data.bin -o out.png --seconds nan", "seconds"),
    "a time without an end": ("render data.bin -o out.png --seconds inf", "seconds"),
    "a time in the past": ("render data.bin -o out.png --seconds=-1", "seconds"),
    "a time in words": ("render data.bin -o out.png --seconds soon", "soon"),
    "a picture over its own file": ("render data.bin -o data.bin", "data.bin"),
    "a picture over a link to its file": ("render data.bin -o link", "link"),
    "a window of nonsense": ("data.bin --size 9", "size"),
    "a window of an unknown access": ("data.bin --access root", "root"),
    "a window of an unknown theme": ("data.bin --theme neon", "neon"),
    "a window without the value": ("data.bin --go-to", "--go-to"),
    "a window option nobody knows": ("data.bin --eval 1", "--eval"),
}
"""Words after ``bytescope`` (beside data.bin, empty.bin and a link), and what the sentence names."""

STANDS_FOR = {"|empty|": "", "|blanks|": " \t "}

ODD: dict[str, tuple[list[str], str]] = {
    "an option with a line feed": (["dump", "data.bin", "--a\nb"], "--a"),
    "an option with an escape sequence": (["dump", "data.bin", "--\x1b[31mred"], "red"),
    "an option that is not UTF-8": (["dump", "data.bin", "--caf\udce9"], "--caf"),
    "an argument with bidi controls": (["dump", "data.bin", "0..1", "abc\u202egnp"], "abc"),
    "a choice with a line feed": (["dump", "data.bin", "--base", "he\nx"], "he"),
    "a choice of 100,000 letters": (["dump", "data.bin", "--base", "x" * 100_000], "--base"),
    "an unknown argument of 100,000 letters": (["dump", "data.bin", "0..1", "x" * 100_000], "arguments"),
    "a range with a line feed": (["dump", "data.bin", "0..\nx\n"], "x"),
    "a range with a zero byte": (["dump", "data.bin", "0..\0"], ""),
    "a range in full-width digits": (["dump", "data.bin", "０..１"], ""),
    "a range in Arabic digits": (["dump", "data.bin", "٠..٤"], ""),
    "a pattern with a lone surrogate": (["fill", "data.bin", "0..4", "text(latin-1):\udc80"], ""),
    "a pattern with a line feed": (["fill", "data.bin", "0..4", "AA\nZZ"], "hex digit"),
    "a pattern with a control character": (["fill", "data.bin", "0..4", "AA\x07"], "hex digit"),
    "a kind with a bidi control": (["fill", "data.bin", "0..4", "u8:\u202e5"], ""),
    "a pattern of a million letters": (["fill", "data.bin", "0..4", "A" * (1 << 20) + "AA"], "1,048,576"),
    "a float with a line feed": (["fill", "data.bin", "0..4", "f64:1\n2"], ""),
    "an encoding with a zero byte": (["fill", "data.bin", "0..4", "text(\0):abc"], ""),
    "an encoding with a line feed": (["fill", "data.bin", "0..4", "text(a\nb):abc"], "encoding"),
    "a width with a line feed": (["fill", "data.bin", "0..4", "offset:\u202e9"], ""),
    "a number that does not fit, in 900 letters": (["fill", "data.bin", "0..4", "u8:" + "+1" * 300], "fit"),
    "a pattern file with a zero byte": (["fill", "data.bin", "0..4", "file:a\0b"], "zero byte"),
    "a pattern file of 5,000 letters": (["fill", "data.bin", "0..4", "file:" + "n" * 5000], "long"),
    "an output in a folder that is not there": (["render", "data.bin", "-o", "no/such/out.png"], "out.png"),
    "an output that is a folder": (["render", "data.bin", "-o", "."], "saved"),
    "an output with a line feed in a missing folder": (["render", "data.bin", "-o", "no\n/x"], "saved"),
    "an output without a name": (["render", "data.bin", "-o", ""], "saved"),
    "an output that is full": (["render", "data.bin", "-o", "/dev/full"], "saved"),
    "an output with a zero byte": (["render", "data.bin", "-o", "a\0b"], ""),
}
"""The same where the words have blanks or characters that the table above cannot hold."""

FAILED = {name for name in ODD if name.startswith("an output")}
"""These are failures of the system and not of what was typed: status 1."""


def filled(place: Path) -> None:
    (place / "data.bin").write_bytes(DATA[:SIZE])
    (place / "empty.bin").touch()
    (place / "link").symlink_to("data.bin")
    os.chdir(place)


def _refused(words: list[str], says: str, status: int, real: bool, place: Path) -> str:
    filled(place)
    return command_fault(place, words, says, status, real=real)


def _elsewhere(words: list[str], how: str, place: Path) -> str:
    """The output goes where nothing can be written: a sentence, status 1, no traceback at the end."""
    filled(place)
    with open("/dev/full", "wb") as full:
        if how == "full":
            status, _, err = started(words, place, stdout=full)
        else:
            status, _, err = started(words, place, stdout=None, preexec_fn=partial(os.close, 1))
    if status != 1:
        return f"status {status} instead of 1: {err[-300:]!r}"
    if err.count("\n") != 1:
        return f"said {err[-600:]!r}"
    return sentence_fault(err.removeprefix("bytescope: ")[:-1], "output")


def cases() -> Iterator[Case]:
    """Every seventh of them also in a process of its own."""
    for number, (name, (line, says)) in enumerate(REFUSED.items()):
        words = [STANDS_FOR.get(word, word) for word in line.split(" ")]
        real = number % 7 == 0 or not words[0].isalpha()
        yield Case(f"command line: {name}", partial(_refused, words, says, 2, real))
    for name, (given, says) in ODD.items():
        yield Case(f"command line: {name}", partial(_refused, given, says, 1 if name in FAILED else 2, False))
    for command in (["dump", "data.bin"], ["pages", "data.bin"], ["find", "data.bin", "00", "--all"]):
        for how in ("full", "closed"):
            run = partial(_elsewhere, command, how)
            yield Case(f"command line: {command[0]} to an output that is {how}", run)

"""The classes a page can have, their order and thresholds, and how they are named to people."""

from __future__ import annotations

import enum


class PageClass(enum.IntEnum):
    """What a page is seen as. The codes are stored; the order of the tests is that of ``measures``."""

    UNREAD = 0
    HOLE = 1
    ZERO = 2
    ONES = 3
    CONST = 4
    TEXT = 5
    LOW = 6
    BINARY = 7
    DENSE = 8
    GONE = 9
    ERROR = 10


CLASS_COUNT = len(PageClass)

MAX_PERIOD = 64
"""A page that repeats after at most this many bytes (and at least twice) is CONST."""

TEXT_SHARE = 0.95
"""Share of TEXT bytes (09, 0A, 0D, 20 to 7E) from which a page is text; also for the lanes of UTF-16."""

UTF8_SHARE = 0.85
"""In a page of valid UTF-8: share of TEXT bytes and bytes of longer characters from which it is text."""

LOW_ENTROPY = 6.0
"""Bits a byte below which a page is LOW: machine code 5.1, counters 4.5."""

DENSE_ENTROPY = 7.80
"""Bits a byte from which a page is DENSE: random and compressed data, while float64 noise stays at 7.6."""

RANDOM_ENTROPY = 7.955
"""Expected bits a byte of 4096 random bytes: 8 - 255 / (2 * 4096 * ln 2). A page cannot reach 8."""

NAMES: dict[PageClass, str] = {
    PageClass.UNREAD: "Unread",
    PageClass.HOLE: "Hole",
    PageClass.ZERO: "Zeros",
    PageClass.ONES: "FF",
    PageClass.CONST: "Constant",
    PageClass.TEXT: "Text",
    PageClass.LOW: "Structured",
    PageClass.BINARY: "Binary",
    PageClass.DENSE: "Dense",
    PageClass.GONE: "Gone",
    PageClass.ERROR: "Unreadable",
}

MEANINGS: dict[PageClass, str] = {
    PageClass.UNREAD: "Not read yet, so nothing is known about it.",
    PageClass.HOLE: "Never stored: it reads as 00 and takes no space on the medium.",
    PageClass.ZERO: "All bytes are 00, and they are stored.",
    PageClass.ONES: "All bytes are FF, as in erased flash or padding.",
    PageClass.CONST: f"One value, or a pattern of at most {MAX_PERIOD} bytes, repeated.",
    PageClass.TEXT: "Text in ASCII, UTF-8 or UTF-16.",
    PageClass.LOW: f"Below {LOW_ENTROPY:.0f} bits a byte: tables, machine code, sparse records.",
    PageClass.BINARY: f"From {LOW_ENTROPY:.0f} to {DENSE_ENTROPY} bits a byte: numbers, media, mixed data.",
    PageClass.DENSE: f"From {DENSE_ENTROPY} bits a byte: compressed, encrypted or random, which look alike.",
    PageClass.GONE: "Behind the end of a file that another program has shortened.",
    PageClass.ERROR: "The medium reported an error when it was read.",
}

LEGEND: tuple[PageClass, ...] = (*tuple(PageClass)[1:], PageClass.UNREAD)
"""The order in which a legend lists the classes."""

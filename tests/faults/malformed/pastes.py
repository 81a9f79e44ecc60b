"""Pasted texts that look like hex and are not, or that would take more time or memory than they are worth."""

from __future__ import annotations

import time
import tracemalloc
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from bytescope.core.text.copying import LARGEST_PASTE, from_hex_text
from faults.malformed.case import SECONDS, Case

SPARE = 16 << 20
"""Bytes that reading a paste may need beside a few times the text."""

NO_HEX = {
    "nothing": "",
    "blanks alone": " " * 1_000_000,
    "line ends alone": "\n" * 1_000_000,
    "a word": "hello",
    "an odd digit": "AA BBB",
    "a brace left open": "char x[] = { 0x41, 0x42",
    "a brace too many": "{ 41 } }",
    "half a million braces": "{" * 500_000,
    "braces and a long tail": "{}" + " " * 500_000 + "x",
    "comments never closed": "/*" * 300_000,
    "comments and stars": "/*" + "*" * 600_000,
    "slashes": "/" * 600_000,
    "line comments alone": "//\n" * 200_000,
    "prefixes alone": "0x" * 300_000,
    "backslashes alone": "\\x" * 300_000,
    "percent signs": "%" * 600_000,
    "a zero byte": "41\0 42",
    "full-width digits": "４１",
    "a dump that jumps": "00000000  41 42  |AB|\n00000008  43  |C|\n",
    "a dump that goes back": "00000010  41  |A|\n00000000  42  |B|\n",
    "a dump of a folded terabyte": "00000000: 4141\n*\n10000000000: 42\n",
    "a dump folded without a row": "*\n00000010: 41\n",
    "a dump that ends folded": "00000000: 4141\n*\n",
    "a comment open again and again": "/* " * 200_000,
    "markup": "<b>41 42</b>",
    "controls": "41\x1b[31m42",
    "a bidi control": "\u202e41",
    "17 MiB of bytes": "AA " * (LARGEST_PASTE + 100),
    "a line of 17 MiB": "A" * (2 * LARGEST_PASTE + 2),
    "a text of 130 MiB": "A" * (130 << 20),
}


def _bounded(text: str, place: Path) -> str:
    """No bytes come of it, soon, and not by way of a mountain of memory."""
    large = len(text) > 4 << 20
    began = time.process_time()
    if not large:
        tracemalloc.start()
    try:
        got = from_hex_text(text)
        peak = 0 if large else tracemalloc.get_traced_memory()[1]
    except Exception as error:
        return f"{type(error).__name__}: {error!r:.200}"
    finally:
        tracemalloc.stop()
    taken = time.process_time() - began
    if got is not None:
        return f"was taken for {len(got):,} bytes"
    # What is as long as a paste may be, and is refused for its length, has been read first.
    if taken > (5 * SECONDS if large else SECONDS):
        return f"took {taken:.1f} s"
    return f"took {peak:,} bytes of memory" if peak > SPARE + 4 * len(text) else ""


def cases() -> Iterator[Case]:
    for name, text in NO_HEX.items():
        yield Case(f"paste: {name}", partial(_bounded, text))

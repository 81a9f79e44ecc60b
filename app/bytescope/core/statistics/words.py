"""What statistics say, in words: of a value, of a block, of a pair, and the numbers as rows of a table."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

from bytescope.core.ranges import ByteRange
from bytescope.core.statistics.numbers import CLASS_OF, CLASSES
from bytescope.core.text.formats import count_text, hex_text, plural, size_text

if TYPE_CHECKING:
    from bytescope.core.statistics.summary import Summary
    from bytescope.core.statistics.tally import Run

UNKNOWN = "–"

RANDOM_CHANCE = 0.001
"""Below this, and above one minus this, the values are called other than chance would give them."""


class Said(NamedTuple):
    """A row of the table of numbers; ``place`` is where it leads to, ``note`` says more in a tip."""

    name: str
    value: str
    place: ByteRange | None = None
    note: str = ""


def percent(share: float) -> str:
    """A share in percent with three digits or more: "100 %", "12.3 %", "0.00123 %"."""
    value = 100 * share
    if value == 0:
        return "0 %"
    if value >= 99.95:
        return "100 %" if share == 1 else f"{value:.6g} %"
    decimals = max(0, 2 - math.floor(math.log10(value)))
    return f"{value:.{min(decimals, 12)}f} %" if decimals <= 6 else f"{value:.2e} %"


def byte_name(value: int) -> str:
    """A byte in hex and decimal, and as a character where it is one: "41 (65, “A”)"."""
    shown = f", “{chr(value)}”" if 0x20 < value < 0x7F else ", space" if value == 0x20 else ""
    return f"{value:02X} ({value}{shown})"


def value_words(summary: Summary, value: int) -> str:
    """How often a value stands there, and how often it would where all were equally frequent."""
    share = float(summary.shares[value])
    count = f"{about(summary)}{count_text(int(summary.counts[value]))}"
    expected = (summary.range.length - summary.lost) / 256
    return (
        f"{byte_name(value)}, {CLASSES[CLASS_OF[value]][0]}: {count} = {percent(share)}"
        f" · expected {_count(expected)} = {percent(1 / 256)}"
    )


def block_words(summary: Summary, number: int) -> str:
    """The entropy of a block, where it is, and how much of it was read."""
    block = summary.block_range(number)
    entropy, read = float(summary.entropy[number]), int(summary.read[number])
    value = UNKNOWN if math.isnan(entropy) else f"{entropy:.4f} bits a byte"
    how = "exact" if read == block.length else f"sampled: {size_text(read)} of it read"
    how = "not read yet" if not read else how
    return f"{hex_text(block.start)} – {hex_text(block.end)} ({size_text(block.length)}): {value} · {how}"


def pair_words(summary: Summary, first: int, second: int) -> str:
    """How often a pair was found."""
    total = int(summary.pairs.sum())
    count = int(summary.pairs[first, second])
    share = percent(count / total) if total else UNKNOWN
    text = "".join(chr(value) for value in (first, second) if 0x20 < value < 0x7F)
    shown = f" “{text}”" if len(text) == 2 else ""
    sampled = "" if summary.pairs_exact else f" · {pairs_words(summary)}"
    return f"{first:02X} {second:02X}{shown}: {count_text(count)} = {share}{sampled}"


def state_words(summary: Summary) -> str:
    """How much of the range the statistics are of."""
    lost = f" · {size_text(summary.lost)} could not be read" if summary.lost else ""
    if summary.exact:
        return f"Exact: all {size_text(summary.range.length)}{lost}"
    blocks = len(summary.read)
    read = int((summary.read > 0).sum())
    return (
        f"Sample: {plural(summary.blocks_counted, 'block')} of {count_text(blocks)} complete, something of"
        f" {count_text(read)} ({size_text(summary.counted)} of {size_text(summary.range.length)}){lost}"
    )


def curve_words(summary: Summary) -> str:
    """What the points of the entropy curve are."""
    blocks = len(summary.read)
    if summary.exact:
        return f"{plural(blocks, 'block')} of {size_text(summary.block)}, exact"
    done = count_text(summary.blocks_counted)
    return f"blocks of {size_text(summary.block)}, {done} of {count_text(blocks)} exact, others sampled"


def pairs_words(summary: Summary) -> str:
    """What the picture of the pairs is of."""
    total = int(summary.pairs.sum())
    if summary.exact and not summary.pairs_exact:
        return f"{plural(total, 'pair')}, as before the last edits"
    return f"{'all' if summary.pairs_exact else 'a sample of'} {plural(total, 'pair')}"


def about(summary: Summary) -> str:
    """What stands before a number that is only estimated."""
    return "" if summary.exact else "≈ "


def rows(summary: Summary) -> list[Said]:
    """All numbers, as rows."""
    numbers, near = summary.numbers, about(summary)
    range_ = summary.range
    said = [
        Said("Range", f"{hex_text(range_.start)} – {hex_text(range_.end)}", range_),
        Said("Size", f"{size_text(range_.length)} ({plural(range_.length, 'byte')})"),
        Said("Counted", state_words(summary)),
        Said("Distinct values", f"{'' if summary.exact else '≥ '}{numbers.distinct} of 256"),
        Said("Entropy", near + _number(numbers.entropy, " bits a byte"), None, "8 is the most"),
        Said("Mean", near + _number(numbers.mean), None, "127.5 where all values are equally frequent"),
        Said("Standard deviation", near + _number(numbers.deviation), None, "73.9 where they are"),
        Said(
            "Chi-square", near + _number(numbers.chi_square), None, "255 are to be expected of random bytes"
        ),
        Said("p of chi-square", near + chance_words(numbers.chance), None, "that chance gives this or more"),
        Said(
            "Serial correlation",
            ("" if summary.exact else "≈ ") + _number(summary.correlation),
            None,
            "of each byte with the next; 0 where they have nothing to do with each other",
        ),
        Said("Monte Carlo π", _pi(summary), None, "random bytes come near 3.14159"),
    ]
    for number, run in enumerate(summary.runs, 1):
        said.append(_run(f"Longest run {number}" if number > 1 else "Longest run", run))
    if summary.text is not None:
        said.append(_run("Longest printable run", summary.text))
    else:
        none = f"none of more than {plural(summary.least_text, 'byte')}" if summary.least_text else "none"
        said.append(Said("Longest printable run", none))
    return said


def chance_words(chance: float) -> str:
    """A probability, and what it says."""
    if math.isnan(chance):
        return UNKNOWN
    shown = f"{chance:.4f}" if chance >= 0.0001 else "< 0.0001"
    if chance < RANDOM_CHANCE:
        return f"{shown}, not even"
    return f"{shown}, too even for chance" if chance > 1 - RANDOM_CHANCE else f"{shown}, as by chance"


def _number(value: float, unit: str = "") -> str:
    if math.isnan(value):
        return UNKNOWN
    shown = (
        f"{value:,.0f}" if abs(value) >= 1e6 else f"{value:,.6g}" if abs(value) >= 1e-4 else f"{value:.2g}"
    )
    return shown + unit


def _count(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 or value == int(value) else f"{value:.4g}"


def _pi(summary: Summary) -> str:
    if not summary.points:
        return UNKNOWN
    error = abs(summary.pi / math.pi - 1)
    return f"{summary.pi:.6f} ({100 * error:.2f} % off, {plural(summary.points, 'point')})"


def _run(name: str, run: Run) -> Said:
    what = "printable" if run.value < 0 else f"{run.value:02X}"
    return Said(
        name,
        f"{plural(run.length, 'byte')} {what} at {hex_text(run.start)}",
        ByteRange.of(run.start, run.length),
        "Enter or a double click goes there",
    )

"""Offsets, sizes, counts, speeds and times for people; never localised, so that they can be typed back."""

from __future__ import annotations

_BASES = {"hex": "X", "dec": "d", "oct": "o"}


def hex_offset(offset: int, width: int = 0) -> str:
    """``offset`` in hex capitals without a prefix, padded with zeros to ``width`` digits."""
    return f"{offset:0{width}X}"


def hex_text(number: int) -> str:
    """``number`` as 0x1F00, the form the number grammar reads back."""
    return f"-0x{-number:X}" if number < 0 else f"0x{number:X}"


def both_text(number: int) -> str:
    """``number`` in decimal and hex: "12,288 (0x3000)"."""
    return f"{count_text(number)} ({hex_text(number)})"


def offset_text(offset: int, base: str = "hex", width: int = 0) -> str:
    """``offset`` in ``base`` ("hex", "dec" or "oct") without a prefix, padded with zeros to ``width``."""
    return f"{offset:0{width}{_BASES[base]}}"


def offset_digits(size: int, base: str = "hex", least: int = 8) -> int:
    """How many digits the largest offset of a document of ``size`` bytes needs, at least ``least``."""
    return max(least, len(offset_text(max(0, size - 1), base)))


def count_text(count: int) -> str:
    """``count`` with commas: 12,288."""
    return f"{count:,}"


def plural(count: int, noun: str, nouns: str | None = None) -> str:
    """ "1 page", "12,288 pages"; ``nouns`` is the plural where it does not end in s."""
    return f"{count_text(count)} {noun if count == 1 else nouns or noun + 's'}"


_UNITS = ("KiB", "MiB", "GiB", "TiB", "PiB", "EiB")


def size_text(size: float) -> str:
    """``size`` bytes in units of 1024 with up to three digits: "1 byte", "4 KiB", "1.5 GiB", "8 EiB"."""
    if size < 1024:
        return plural(int(size), "byte")
    power = 1
    # 1023.6 KiB would be written 1024: the next unit says it better.
    while size / 1024**power >= 1023.5 and power < len(_UNITS):
        power += 1
    return f"{_three_digits(size / 1024**power)} {_UNITS[power - 1]}"


def _three_digits(value: float) -> str:
    decimals = 2 if value < 9.995 else 1 if value < 99.95 else 0
    text = f"{value:.{decimals}f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def rate_text(bytes_a_second: float) -> str:
    """A speed: "2.31 GiB/s"; below one byte a second "0 bytes/s"."""
    return f"{size_text(max(0.0, bytes_a_second))}/s"


def duration_text(seconds: float) -> str:
    """A time in at most two units: "0.4 s", "12 s", "3 min 20 s", "2 h 5 min", "3 d 4 h"."""
    if seconds < 9.95:
        return f"{max(0.0, seconds):.1f} s"
    whole = round(seconds)
    for large, small, large_name, small_name in (
        (86_400, 3_600, "d", "h"),
        (3_600, 60, "h", "min"),
        (60, 1, "min", "s"),
    ):
        if whole >= large:
            rest = whole % large // small
            return f"{whole // large} {large_name}" + (f" {rest} {small_name}" if rest else "")
    return f"{whole} s"


def shown_input(text: str, longest: int = 24) -> str:
    """Typed text for a message: unprintable characters escaped, cut to ``longest`` characters."""
    cut = text if len(text) <= longest else text[: longest - 1] + "…"
    return "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in cut)

"""Times as systems write them: seconds and parts of seconds since an epoch, and the two words of DOS."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from functools import partial
from typing import NamedTuple

from bytescope.core.errors import InputError
from bytescope.core.inspect.kind import Kind, NoValue, Order, Shown
from bytescope.core.text.formats import shown_input

_WHEN = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:[ T](\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?)?(?: ?(?:UTC|Z))?")
_SECOND = timedelta(seconds=1)


class Clock(NamedTuple):
    """``size`` bytes count ``rate`` units a second (a power of ten) since ``epoch``."""

    key: str
    title: str
    size: int
    signed: bool
    rate: int
    epoch: datetime
    tip: str


_UNIX = datetime(1970, 1, 1)
CLOCKS = (
    Clock("unix32", "Unix, 32 bits", 4, True, 1, _UNIX, "Seconds since 1970-01-01 UTC"),
    Clock("unix64", "Unix, 64 bits", 8, True, 1, _UNIX, "Seconds since 1970-01-01 UTC"),
    Clock("unixms", "Unix, ms", 8, True, 1000, _UNIX, "Milliseconds since 1970-01-01 UTC"),
    Clock("unixus", "Unix, µs", 8, True, 10**6, _UNIX, "Microseconds since 1970-01-01 UTC"),
    Clock("unixns", "Unix, ns", 8, True, 10**9, _UNIX, "Nanoseconds since 1970-01-01 UTC"),
    Clock("filetime", "FILETIME", 8, False, 10**7, datetime(1601, 1, 1), "Windows: 100 ns since 1601-01-01"),
    Clock("hfs", "HFS+ / Mac", 4, False, 1, datetime(1904, 1, 1), "Seconds since 1904-01-01"),
    Clock(
        "gps",
        "GPS",
        4,
        False,
        1,
        datetime(1980, 1, 6),
        "Seconds since 1980-01-06; leap seconds not taken off",
    ),
)


def moment_text(units: int, rate: int, epoch: datetime) -> str:
    """The time ``units`` after ``epoch``; ``NoValue`` outside the years 1 to 9999."""
    seconds, part = divmod(units, rate)
    try:
        when = epoch + timedelta(seconds=seconds)
    except OverflowError:
        raise NoValue("not in the years 1 to 9999") from None
    digits = len(str(rate)) - 1
    return f"{when.isoformat(' ')}.{part:0{digits}d}" if digits else when.isoformat(" ")


def moment_units(text: str, rate: int, epoch: datetime) -> int:
    """The units from ``epoch`` to a typed time; ``InputError`` where it is no time."""
    parts, fraction = _typed(text)
    try:
        seconds = (datetime(*parts) - epoch) // _SECOND  # type: ignore[arg-type]
    except ValueError as error:
        raise InputError(f"There is no such time ({error}); write it as 2024-12-31 23:59:59.") from None
    digits = len(str(rate)) - 1
    if len(fraction.rstrip("0")) > digits:
        what = f"{digits} digits" if digits else "no digits"
        raise InputError(f"This clock has {what} behind the seconds; leave the rest out.")
    return seconds * rate + int(fraction[:digits].ljust(digits, "0") or "0")


def _typed(text: str) -> tuple[list[int], str]:
    found = _WHEN.fullmatch(text.strip())
    if found is None:
        raise InputError(f"“{shown_input(text)}” is no time; write it as 2024-12-31 23:59:59.")
    *parts, fraction = found.groups()
    return [int(part or 0) for part in parts], fraction or ""


def _read(clock: Clock, data: bytes, order: Order) -> Shown:
    units = int.from_bytes(data[: clock.size], order, signed=clock.signed)
    return Shown(moment_text(units, clock.rate, clock.epoch), clock.size)


def _parse(clock: Clock, text: str, order: Order, old: bytes) -> bytes:
    units = moment_units(text, clock.rate, clock.epoch)
    try:
        return units.to_bytes(clock.size, order, signed=clock.signed)
    except OverflowError:
        bits = clock.size * 8 - clock.signed
        low = moment_text(-(1 << bits), 1, clock.epoch) if clock.signed and bits < 40 else str(clock.epoch)
        last = f" to {moment_text((1 << bits) - 1, 1, clock.epoch)}" if bits < 40 else ""
        raise InputError(f"This clock goes from {low}{last}; give a time in that range.") from None


def _read_dos(date_first: bool, data: bytes, order: Order) -> Shown:
    first, second = (int.from_bytes(data[at : at + 2], order) for at in (0, 2))
    date, time = (first, second) if date_first else (second, first)
    parts = (1980 + (date >> 9), date >> 5 & 15, date & 31, time >> 11, time >> 5 & 63, (time & 31) * 2)
    try:
        return Shown(datetime(*parts).isoformat(" "), 4)
    except ValueError:
        raise NoValue("no such day or hour") from None


def _parse_dos(date_first: bool, text: str, order: Order, old: bytes) -> bytes:
    (year, month, day, hour, minute, second), fraction = _typed(text)
    try:
        datetime(year, month, day, hour, minute, second)
    except ValueError as error:
        raise InputError(f"There is no such time ({error}); write it as 2024-12-31 23:59:58.") from None
    if not 1980 <= year <= 2107:
        raise InputError("DOS times go from 1980 to 2107; give a year in that range.")
    if second % 2 or fraction.strip("0"):
        raise InputError("DOS times have even seconds only; give one.")
    date = year - 1980 << 9 | month << 5 | day
    time = hour << 11 | minute << 5 | second // 2
    words = (date, time) if date_first else (time, date)
    return b"".join(word.to_bytes(2, order) for word in words)


MOMENTS: tuple[Kind, ...] = (
    *(
        Kind(
            clock.key,
            clock.title,
            "Times",
            clock.size,
            partial(_read, clock),
            partial(_parse, clock),
            tip=clock.tip,
        )
        for clock in CLOCKS
    ),
    Kind(
        "dos",
        "DOS time, date",
        "Times",
        4,
        partial(_read_dos, False),
        partial(_parse_dos, False),
        tip="Two words, the time first, as in FAT and ZIP; local time",
    ),
)

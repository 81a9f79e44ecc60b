"""Looks for runs of characters with the GIL free: numba kernels that go on where they were."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any

import numba

RUN, COUNT, AT = 0, 1, 2
"""Places in a state: where the run began (-1: there is none), its characters, what is looked at next.

All are offsets in the document."""

Kernel = Callable[..., int]


@functools.cache
def kernels() -> tuple[Kernel, Kernel, Kernel]:
    """The kernels for one byte a character, for UTF-8, and for units of 2 and 4 bytes.

    ``kernel(data, base, stop, last, least, table, state, starts, lengths, …) -> count``. ``data`` is what
    stands from offset ``base`` on. Looks at what starts in the first ``stop`` bytes; what stands behind them
    may be looked at too. ``last``: nothing comes behind them, so an open run ends. Runs of at least ``least``
    characters are written; where there is no more room for them, the kernel has to be called again.
    """
    text = numba.types.Array(numba.uint8, 1, "C", readonly=True)
    table = numba.types.Array(numba.boolean, 1, "C", readonly=True)
    out = numba.int64[::1]
    common = (text, numba.int64, numba.int64, numba.boolean, numba.int64, table, out, out, out)
    return (
        _compiled(numba.int64(*common), _bytes),
        _compiled(numba.int64(*common), _utf8),
        _compiled(numba.int64(*common, numba.int64, numba.boolean), _units),
    )


def _compiled(signature: Any, function: Kernel) -> Kernel:
    options: dict[str, Any] = {"nogil": True, "error_model": "numpy"}
    try:
        made: Kernel = numba.njit(signature, cache=True, **options)(function)
    except Exception:  # a cache that cannot be written, or is damaged, must not keep us from looking
        made = numba.njit(signature, **options)(function)
    return made


def _bytes(
    data: Any,
    base: int,
    stop: int,
    last: bool,
    least: int,
    table: Any,
    state: Any,
    starts: Any,
    lengths: Any,
) -> int:
    count, run, at = 0, state[0], state[2] - base
    while at < stop:
        if run < 0:
            # A run that is long enough has a character at every ``least``-th byte: look there first.
            probe = at + least - 1
            if probe < stop:
                back = probe
                while back >= at and table[data[back]]:
                    back -= 1
                if back >= at:
                    at = back + 1
                    continue
                run, at = base + at, probe + 1
            elif table[data[at]]:
                run = base + at
                at += 1
            else:
                at += 1
                continue
        while at < stop and table[data[at]]:
            at += 1
        if at < stop:
            if base + at - run >= least:
                if count == len(starts):
                    break
                starts[count], lengths[count] = run, base + at - run
                count += 1
            run = -1
            at += 1
    else:
        if last and run >= 0:
            if base + at - run < least:
                run = -1
            elif count < len(starts):
                starts[count], lengths[count] = run, base + at - run
                count += 1
                run = -1
    state[0], state[2] = run, base + at
    return count


def _utf8(
    data: Any,
    base: int,
    stop: int,
    last: bool,
    least: int,
    table: Any,
    state: Any,
    starts: Any,
    lengths: Any,
) -> int:
    count, run, letters, at, size = 0, state[0], state[1], state[2] - base, len(data)
    while at < stop:
        first = data[at]
        length = 0
        if first < 0x80:
            if table[first]:
                length = 1
        elif first >= 0xC2 and first < 0xF5:
            more = 1 if first < 0xE0 else 2 if first < 0xF0 else 3
            if at + more < size:
                code = first & (0x3F >> more)
                good = True
                for n in range(1, more + 1):
                    follow = data[at + n]
                    good = good and follow & 0xC0 == 0x80
                    code = code << 6 | (follow & 0x3F)
                low = 0x80 if more == 1 else 0x800 if more == 2 else 0x10000
                if good and low <= code < 0x110000 and table[code]:
                    length = more + 1
        if length:
            if run < 0:
                run, letters = base + at, 0
            letters += 1
            at += length
            continue
        if run >= 0:
            if letters >= least:
                if count == len(starts):
                    break
                starts[count], lengths[count] = run, base + at - run
                count += 1
            run = -1
        at += 1
    else:
        if last and run >= 0:
            if letters < least:
                run = -1
            elif count < len(starts):
                starts[count], lengths[count] = run, base + at - run
                count += 1
                run = -1
    state[0], state[1], state[2] = run, letters, base + at
    return count


def _units(
    data: Any,
    base: int,
    stop: int,
    last: bool,
    least: int,
    table: Any,
    state: Any,
    starts: Any,
    lengths: Any,
    unit: int,
    big: bool,
) -> int:
    count, run, letters, at, size = 0, state[0], state[1], state[2] - base, len(data)
    while at < stop:
        length = 0
        if at + unit <= size:
            code = _unit(data, at, unit, big)
            if unit == 2 and 0xD800 <= code < 0xDC00 and at + 4 <= size:
                low = _unit(data, at + 2, 2, big)
                if 0xDC00 <= low < 0xE000:
                    code = 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00)
                    length = 4 if table[code] else 0
            elif code < 0x110000 and table[code]:
                length = unit
        if length:
            if run < 0:
                run, letters = base + at, 0
            letters += 1
            at += length
            continue
        if run >= 0:
            if letters >= least:
                if count == len(starts):
                    break
                starts[count], lengths[count] = run, base + at - run
                count += 1
            run = -1
        at += unit
    else:
        if last and run >= 0:
            if letters < least:
                run = -1
            elif count < len(starts):
                starts[count], lengths[count] = run, base + at - run
                count += 1
                run = -1
    state[0], state[1], state[2] = run, letters, base + at
    return count


@numba.njit(inline="always")
def _unit(data: Any, at: int, unit: int, big: bool) -> int:
    value = 0
    for n in range(unit):
        value = value << 8 | data[at + n if big else at + unit - 1 - n]
    return value

"""Looks for runs of characters with the GIL free: numba kernels that go on where they were."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any

import numba
import numpy as np

RUN, COUNT, AT, JUMPS, HIGH = range(5)
"""Places in a state: where the run began (-1: there is none), its characters, what is looked at next.

Of wide characters also how often the upper byte changed in it, and which it was last.

Places are offsets in the document."""

PART = 4096
"""Bytes of which UTF-8 is looked at together."""

_BLOCK = 16
_FAR = 64
_U = np.uint64
_TAB, _SPACE, _PRINTABLE = np.uint8(9), np.uint8(0x20), np.uint8(0x5F)
_TWO_BITS, _FOLLOWS = np.uint8(0xC0), np.uint8(0x80)
_NONE, _ONE, _TWO, _FOUR, _EIGHT = np.uint8(0), np.uint8(1), np.uint8(2), np.uint8(4), np.uint8(8)

Kernel = Callable[..., Any]


@functools.cache
def kernels() -> tuple[Kernel, Kernel, Kernel]:
    """The kernels for one byte a character, for UTF-8, and for units of 2 and 4 bytes: these also
    write how many letters each run has, and how often their upper bytes change.

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
        _compiled(numba.int64(*common, out, out, numba.int64, numba.boolean), _units),
    )


@functools.cache
def worse() -> Callable[..., None]:
    """The kernel ``_worse``."""
    numbers, flags = numba.int64[::1], numba.boolean[::1]
    return _compiled(numba.void(*(numbers,) * 5, numba.int64, numba.boolean, flags), _worse)


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
    marks = np.empty(PART + 2 * _FAR, np.uint8)
    words = np.empty((PART + 2 * _FAR) // 8, np.uint64)
    maybe = words.view(np.uint8)
    known, until, slow = at, at, at
    while at < stop:
        if run < 0:
            # So many bytes at least have a run that is long enough: the first place of as many in a row.
            if at >= until:
                known, until = at, _mark(data, at, min(stop, at + PART), min(least, _FAR), marks, maybe)
            if at < until:
                at = known + _next(maybe, words, at - known, until - known)
                if at == until:
                    continue
        elif at >= slow and at + _BLOCK <= stop:
            if _plain(data, at):
                letters += _BLOCK
                at += _BLOCK
                continue
            slow = at + _BLOCK
            while at < stop and np.uint8(data[at] - _SPACE) < _PRINTABLE:
                letters += 1
                at += 1
            if at == stop:
                continue
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


@numba.njit(nogil=True, error_model="numpy")
def _mark(data: Any, at: int, stop: int, least: int, marks: Any, maybe: Any) -> int:
    """Mark in ``maybe`` from where on ``least`` bytes (64 at most) may all be of characters.

    Gives up to where that is known: a few bytes have to stand behind. No character began before ``at``.
    """
    stop = min(stop, len(data) - 3 - least)
    if stop <= at:
        return at
    # Views that begin at other places, and small numbers: so many bytes are looked at by one instruction.
    size = stop - at + least
    marks[0] = marks[1] = marks[2] = 0  # of what is before nothing is known
    ones, twos, threes, fours = data[at:], data[at + 1 :], data[at + 2 :], data[at + 3 :]
    here = marks[3:]
    for i in range(size):
        one = ones[i]
        follows = np.uint8((twos[i] & _TWO_BITS) == _FOLLOWS)
        third = np.uint8(follows & np.uint8((threes[i] & _TWO_BITS) == _FOLLOWS))
        fourth = np.uint8(third & np.uint8((fours[i] & _TWO_BITS) == _FOLLOWS))
        plain = np.uint8(np.uint8(one - _SPACE) < _PRINTABLE) | np.uint8(one == _TAB)
        two_long = np.uint8((one & np.uint8(0xE0)) == np.uint8(0xC0)) & follows
        three_long = np.uint8((one & np.uint8(0xF0)) == np.uint8(0xE0)) & third
        four_long = np.uint8((one & np.uint8(0xF8)) == np.uint8(0xF0)) & fourth
        here[i] = np.uint8(
            plain | np.uint8(two_long * _TWO) | np.uint8(three_long * _FOUR) | np.uint8(four_long * _EIGHT)
        )
    before, second, first = marks[2:], marks[1:], marks
    for i in range(size):
        maybe[i] = (
            np.uint8(here[i] > _NONE)
            | np.uint8(before[i] > _ONE)
            | np.uint8(second[i] > np.uint8(3))
            | np.uint8(first[i] > np.uint8(7))
        )
    have = 1
    while have < least:
        step = min(have, least - have)
        have += step
        _with_next(maybe, maybe[step:], marks, size - have + 1)
        _with_next(marks, marks, maybe, size - have + 1)  # a copy; of slices it would take ten times as long
    return stop


@numba.njit(nogil=True, error_model="numpy")
def _with_next(flags: Any, later: Any, both: Any, size: int) -> None:
    """Which are set in ``flags`` and in ``later``."""
    for i in range(size):
        both[i] = np.uint8(flags[i] & later[i])


@numba.njit(nogil=True, error_model="numpy")
def _next(maybe: Any, words: Any, at: int, end: int) -> int:
    """The first from ``at`` on that is marked; ``end`` where none is. ``words`` are the same marks."""
    while at < end and at & 7:
        if maybe[at]:
            return at
        at += 1
    while at + 8 <= end and words[at >> 3] == 0:
        at += 8
    while at < end and not maybe[at]:
        at += 1
    return at


@numba.njit(nogil=True, error_model="numpy")
def _plain(data: Any, at: int) -> Any:
    """Whether the next 16 bytes are all printable ASCII."""
    other, first = np.uint8(0), _U(at)
    for n in range(_U(_BLOCK)):
        other |= np.uint8(np.uint8(data[first + n] - _SPACE) >= _PRINTABLE)
    return other == 0


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
    letters_of: Any,
    jumps_of: Any,
    unit: int,
    big: bool,
) -> int:
    count, run, letters, at, size = 0, state[0], state[1], state[2] - base, len(data)
    jumps, high = state[3], state[4]
    far = (least - 1) * unit
    while at < stop:
        if run < 0 and at + far + unit <= size:
            # A run that is long enough has a character, or half of one, there too: look there first.
            back = at + far
            while back >= at and _may_be(_unit(data, back, unit, big), unit, table):
                back -= unit
            if back >= at:
                at = back + unit
                continue
        length, code = 0, 0
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
                run, letters, jumps, high = base + at, 0, 0, code >> 8
            jumps += code >> 8 != high
            high = code >> 8
            letters += 1
            at += length
            continue
        if run >= 0:
            if letters >= least:
                if count == len(starts):
                    break
                starts[count], lengths[count] = run, base + at - run
                letters_of[count], jumps_of[count] = letters, jumps
                count += 1
            run = -1
        at += unit
    else:
        if last and run >= 0:
            if letters < least:
                run = -1
            elif count < len(starts):
                starts[count], lengths[count] = run, base + at - run
                letters_of[count], jumps_of[count] = letters, jumps
                count += 1
                run = -1
    state[0], state[1], state[2], state[3], state[4] = run, letters, base + at, jumps, high
    return count


@numba.njit(inline="always")
def _may_be(code: int, unit: int, table: Any) -> bool:
    return code < 0x110000 and (table[code] or (unit == 2 and code & 0xF800 == 0xD800))


@numba.njit(inline="always")
def _unit(data: Any, at: int, unit: int, big: bool) -> Any:
    one, two = np.int64(data[at]), np.int64(data[at + 1])
    if unit == 2:
        return one << 8 | two if big else two << 8 | one
    three, four = np.int64(data[at + 2]), np.int64(data[at + 3])
    if big:
        return one << 24 | two << 16 | three << 8 | four
    return four << 24 | three << 16 | two << 8 | one


def _worse(
    starts: Any, ends: Any, letters: Any, jumps: Any, numbers: Any, unit: int, every_script: bool, worse: Any
) -> None:
    """Mark the runs, in order of their starts, that share half of their bytes with a better one.

    Only forms of other ``numbers`` stand against each other.
    """
    for one in range(len(starts)):
        two = one + 1
        while two < len(starts) and starts[two] < ends[one]:
            if numbers[one] != numbers[two]:
                shared = min(ends[one], ends[two]) - starts[two]
                shorter = min(ends[one] - starts[one], ends[two] - starts[two])
                if 2 * shared >= shorter:
                    # A misread text has often a letter too much at one end, and that of another script.
                    left, right = letters[one], letters[two]
                    if every_script:  # any two bytes are some letter: what keeps to one script is meant
                        left, right = jumps[two] * left, jumps[one] * right
                    elif abs(left - right) <= 1:
                        left, right = jumps[two], jumps[one]
                    if left == right:
                        left, right = letters[one], letters[two]
                    if left == right:
                        left, right = np.int64(starts[one] % unit == 0), np.int64(starts[two] % unit == 0)
                    if left >= right:
                        worse[two] = True
                    else:
                        worse[one] = True
            two += 1

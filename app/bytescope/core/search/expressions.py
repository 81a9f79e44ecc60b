"""Regular expressions over bytes, in time that grows with the bytes only, whatever the expression."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import numpy as np

from bytescope.core.errors import InputError
from bytescope.core.search.matcher import LONGEST, NO_HITS, Found, Window
from bytescope.core.search.required import required

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from bytescope.core.search.masked import Masked
    from bytescope.core.search.words import Words

    Ints = NDArray[np.int64]

WINDOW = 1 << 19
"""An expression takes up to 50 ns a byte: longer windows would make a stop wait."""

AT_ONCE = 1 << 12
"""Hits that are gathered together."""

_LEAST_REQUIRED = 2

MEMORY = 32 << 20
"""Bytes that the automaton of an expression may take."""

_BEFORE = "(?m)"
"""``^`` and ``$`` are the borders of lines; those of the document are ``\\A`` and ``\\z``."""

_SENTENCES = {
    "missing ]": "A set of bytes is not closed: “]” is missing",
    "missing )": "A group is not closed: “)” is missing",
    "unexpected )": "“)” closes no group; write \\) for the character",
    "bad repetition operator": "A repetition stands behind another one",
    "no argument for repetition operator": "There is nothing before this to repeat; write \\* for a star",
    "invalid repetition size": "Repeat at most 1,000 times",
    "invalid perl operator": "This is not offered: there is no looking ahead or behind",
    "invalid escape sequence": "This escape is not known, nor are back references; write \\\\ for “\\”",
    "invalid character class range": "The range of this set ends before it begins",
    "invalid character class": "This set of bytes is not known",
    "trailing \\": "The expression ends with “\\”; write \\\\ for the character",
    "pattern too large": "The expression is too large; use smaller repetitions",
}


class Expression:
    """A regular expression as of RE2, ``.`` being any byte at all. Empty hits are none.

    A hit has ``longest`` bytes at most: where the expression goes further, it is as if the document ended
    behind so many bytes. ``window`` is for tests.
    """

    shortest = 1

    def __init__(
        self,
        pattern: bytes,
        *,
        fold: bool = False,
        words: Words | None = None,
        align: int = 1,
        longest: int = LONGEST,
        window: int = WINDOW,
    ) -> None:
        self._search, self._match = _compiled(pattern, fold)
        self._required = b"" if fold else required(pattern)
        if len(self._required) < _LEAST_REQUIRED:
            self._required = b""  # it is nearly everywhere
        self._words = words
        self._wide = True
        self.period = align
        self.longest = self.lead = longest
        self.window = window
        self.around = words.around if words is not None else 1

    def find(self, window: Window, first: int, stop: int, room: int) -> Found:
        """See ``Matcher``."""
        starts: list[int] = []
        lengths: list[int] = []
        at, room = first, min(room, AT_ONCE)
        certain = -1  # what every hit has in it is there
        while at < stop and len(starts) < room:
            window.check()
            if self._required and at > certain:
                certain = self._next_required(window, at)
                at = max(at, certain + len(self._required) - self.longest)
                if at >= stop:
                    return Found(*_arrays(starts, lengths), stop)
            reach = window.end if self._wide else min(window.end, at + 2 * self.longest)
            start, end = self._search(window.text, at, reach) or (reach, reach)
            if start + self.longest > reach < window.end:  # a hit there may go on behind what was looked at
                at = min(start, at + self.longest)
                continue
            if start >= stop:
                at = stop
                break
            if end - start > self.longest:
                self._wide = False  # such matches reach to the end of whatever is looked at
                limit = min(window.end, start + self.longest)
                start, end = self._match(window.text, start, limit) or (start, start)
            if end > start and self._fits(window, start, end):
                starts.append(start)
                lengths.append(end - start)
                at = end
            else:
                at = start + 1
        return Found(*_arrays(starts, lengths), at)

    def _next_required(self, window: Window, at: int) -> int:
        """Where the bytes that every hit has in it stand next; behind all hits, if nowhere."""
        from stringzilla import find

        place = int(find(window.text[at : window.end], self._required))
        return at + place if place >= 0 else window.end + self.longest

    def last(self, window: Window, first: int, stop: int) -> tuple[int, int] | None:
        """See ``Matcher``. It begins ``lead`` bytes before, so as not to begin inside of a hit."""
        at, found = max(window.low, first - self.lead), None
        while at < stop:
            hits = self.find(window, at, stop, AT_ONCE)
            if len(hits.starts) and hits.starts[-1] >= first:
                found = int(hits.starts[-1]), int(hits.lengths[-1])
            at = hits.at
        return found

    def _fits(self, window: Window, start: int, end: int) -> bool:
        return (
            not (window.base + start) % self.period
            and window.readable(start, end)
            and (self._words is None or self._words.is_whole(window, start, end))
        )


def _arrays(starts: list[int], lengths: list[int]) -> tuple[Ints, Ints]:
    if not starts:
        return NO_HITS, NO_HITS
    return np.array(starts, np.int64), np.array(lengths, np.int64)


class Begun(Expression):
    """An expression, all of whose matches begin with what ``begin`` finds, which is much faster."""

    def __init__(self, pattern: bytes, begin: Masked, **options: Any) -> None:
        super().__init__(pattern, **options)
        self._begin = begin

    def find(self, window: Window, first: int, stop: int, room: int) -> Found:
        """See ``Matcher``."""
        window.check()
        starts: list[int] = []
        lengths: list[int] = []
        at = first
        begun, reached = self._begin.candidates(window, first, stop, AT_ONCE)
        for start in begun.tolist():
            if start < at:
                continue
            limit = min(window.end, start + self.longest)
            found = self._match(window.text, start, limit)
            if found is not None and self._fits(window, *found):
                at = found[1]
                starts.append(start)
                lengths.append(at - start)
                if len(starts) == room:
                    return Found(*_arrays(starts, lengths), at)
        return Found(*_arrays(starts, lengths), max(at, reached))


def expression_bytes(text: str) -> bytes:
    """A typed expression; ``InputError`` at the first character that is not ASCII."""
    for at, char in enumerate(text):
        if ord(char) > 0x7E:
            raise InputError("An expression is over bytes: write “\\xE9” for the byte E9.", at)
    return text.encode("ascii")


def _compiled(pattern: bytes, fold: bool) -> tuple[Any, Any]:
    """Two functions (bytes, first, end) → span or None: the next match, and the one that begins there."""
    if not pattern:
        raise InputError("There is nothing to look for: type an expression such as [0-9]{4,}.", 0)
    made = compiled(pattern, fold, groups=False)
    if made.fullmatch(b"") is not None:
        raise InputError(
            "The expression can be empty, so it would be found everywhere; use + instead of *, or {1,9}.", 0
        )
    return _spans(made.search), _spans(made.match)


def compiled(pattern: bytes, fold: bool, *, groups: bool) -> Any:
    """The library's own form of an expression; ``groups``: it tells what they found, and takes longer."""
    import re2

    options = re2.Options()
    options.encoding = re2.Options.Encoding.LATIN1
    options.dot_nl = True
    options.never_capture = not groups
    options.case_sensitive = not fold
    options.log_errors = False
    options.max_mem = MEMORY
    try:
        return re2.compile(_BEFORE.encode() + pattern, options=options)
    except re2.error as error:
        raise _said(error, pattern) from None


def _spans(function: Any) -> Any:
    def span(text: memoryview, first: int, end: int) -> tuple[int, int] | None:
        found = function(text, first, end)
        return None if found is None else (found.start(), found.end())

    return span


def _said(error: Exception, pattern: bytes) -> InputError:
    """What the library says of an expression, as a sentence with the place of what it names."""
    said = error.args[0] if error.args else b""
    text = said.decode("latin-1", "replace") if isinstance(said, bytes) else str(said)
    what, _, part = text.partition(": ")
    at = pattern.find(part.encode("latin-1", "replace")) if part else len(pattern)
    if what.startswith("missing"):
        at = len(pattern)
    elif what.startswith("unexpected"):
        at = _unopened(pattern)
    sentence = next((_SENTENCES[key] for key in _SENTENCES if what.startswith(key)), "")
    return InputError(f"{sentence or f'The expression is not understood ({what})'}.", max(0, at))


def _unopened(pattern: bytes) -> int:
    """Where the first bracket stands that closes no group."""
    depth = 0
    for found in re.finditer(rb"\\.|\[\^?\]?(?:\\.|[^\]])*\]|[()]", pattern, re.DOTALL):
        depth += {b"(": 1, b")": -1}.get(found[0], 0)
        if depth < 0:
            return found.start()
    return 0

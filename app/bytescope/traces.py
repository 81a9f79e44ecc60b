"""Writes an exception down without what it may quote: a message can hold bytes of the person's file."""

from __future__ import annotations

import re
import traceback
from collections.abc import Iterator

from bytescope.core.errors import BytescopeError

_ABOUT_CODE = (
    ArithmeticError,
    AttributeError,
    ImportError,
    MemoryError,
    NameError,
    NotImplementedError,
    RecursionError,
    TypeError,
)
"""What these say is about the program, and of its names."""

_LONGEST = 300
_QUOTED = re.compile(r"""b?'[^']*'?|b?"[^"]*"?|“[^”]*”?|\b(?:[0-9A-Fa-f]{2}[ :,]?){4,}""")


def message(error: BaseException) -> str:
    """What ``error`` says, on one line; quoted text and long runs of hex digits are left out."""
    if isinstance(error, OSError) and error.errno is not None:
        text = error.strerror or ""  # not the name of the file
    else:
        text = str(error)
        if not isinstance(error, (*_ABOUT_CODE, BytescopeError)):
            text = _QUOTED.sub("…", text)
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else line[:_LONGEST] + " …"


def trace(error: BaseException) -> str:
    """As Python writes it: the causes first, with the places in the program."""
    return "\n".join(_sections(error, set())).rstrip()


def place(error: BaseException) -> tuple[type, str, int]:
    """What tells one fault from another: its kind, and the line it was raised in."""
    at = error.__traceback__
    while at is not None and at.tb_next is not None:
        at = at.tb_next
    return (type(error), at.tb_frame.f_code.co_filename, at.tb_lineno) if at else (type(error), "", 0)


def _sections(error: BaseException, seen: set[int]) -> Iterator[str]:
    seen.add(id(error))
    before = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    if before is not None and id(before) not in seen:
        yield from _sections(before, seen)
        yield "which led to:"
    if error.__traceback__ is not None:
        yield "Traceback (most recent call last):"
        yield "".join(traceback.format_tb(error.__traceback__, limit=-60)).rstrip()
    said = message(error)
    yield f"{type(error).__name__}: {said}" if said else type(error).__name__
    if isinstance(error, BaseExceptionGroup):
        for inner in error.exceptions:
            yield "in it:"
            yield from _sections(inner, seen)

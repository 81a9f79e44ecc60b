"""A definition as words with the line and column of each."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from bytescope.core.errors import InputError
from bytescope.core.text.formats import shown_input
from bytescope.core.ticket import Ticket

LONGEST = 1 << 16
"""Characters of a definition."""

Sort = Literal["name", "number", "sign", "directive", "end"]

_SPACE = re.compile(r"[ \t\r\f\v]+|//[^\n]*")
_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_NUMBER = re.compile(r"(0[xX][0-9A-Fa-f]+|0[bB][01]+|[0-9]+)[uUlL]{0,3}(?![A-Za-z0-9_])")
_CHAR = re.compile(r"'(\\[nrt0\\']|\\x[0-9A-Fa-f]{2}|[ -&(-\[\]-~])'")
_SIGN = re.compile(r"<<|>>|[-+*/%&|^~(){}\[\];:,=@.]")
_DIRECTIVE = re.compile(r"#[^\n]*")
_ESCAPES = {"n": 10, "r": 13, "t": 9, "0": 0, "\\": 92, "'": 39}


class Token(NamedTuple):
    """``at`` counts from the start of the text; ``value`` is that of a number."""

    sort: Sort
    text: str
    line: int
    column: int
    at: int
    value: int = 0


class DefinitionError(InputError):
    """A definition that cannot be used; ``line`` and ``column`` (from 1) tell where."""

    def __init__(self, message: str, line: int, column: int, position: int) -> None:
        super().__init__(f"Line {line}, column {column}: {message}", position)
        self.line = line
        self.column = column


def fault(message: str, token: Token) -> DefinitionError:
    """The error that ``message`` tells of ``token``."""
    return DefinitionError(message, token.line, token.column, token.at)


def tokens_of(text: str, ticket: Ticket) -> list[Token]:
    """The words of ``text``, the last of them an "end"; ``DefinitionError`` at what is none."""
    if len(text) > LONGEST:
        raise InputError(
            f"The definition has more than {LONGEST:,} characters; leave out what is not needed.", LONGEST
        )
    out: list[Token] = []
    at, line, begin = 0, 1, 0
    while at < len(text):
        if text[at] == "\n":
            at, line = at + 1, line + 1
            begin = at
            continue
        if (space := _SPACE.match(text, at)) is not None:
            at = space.end()
            continue
        if text.startswith("/*", at):
            end = text.find("*/", at + 2)
            if end < 0:
                raise DefinitionError("this comment has no end; close it with */.", line, at - begin + 1, at)
            line += text.count("\n", at, end)
            begin = max(begin, text.rfind("\n", at, end) + 1)
            at = end + 2
            continue
        ticket.check()
        token = _token(text, at, line, at - begin + 1)
        out.append(token)
        at += len(token.text)
    out.append(Token("end", "", line, at - begin + 1, at))
    return out


def _token(text: str, at: int, line: int, column: int) -> Token:
    if (found := _NAME.match(text, at)) is not None:
        return Token("name", found[0], line, column, at)
    if (found := _NUMBER.match(text, at)) is not None:
        return Token("number", found[0], line, column, at, _number(found[1], line, column, at))
    if (found := _CHAR.match(text, at)) is not None:
        inside = found[1]
        value = ord(inside) if len(inside) == 1 else _ESCAPES.get(inside[1], -1)
        return Token("number", found[0], line, column, at, int(inside[2:], 16) if value < 0 else value)
    if (found := _SIGN.match(text, at)) is not None:
        return Token("sign", found[0], line, column, at)
    if (found := _DIRECTIVE.match(text, at)) is not None:
        return Token("directive", found[0], line, column, at)
    raise DefinitionError(f"“{shown_input(text[at])}” has no meaning here; take it out.", line, column, at)


def _number(text: str, line: int, column: int, at: int) -> int:
    if len(text) > 66:
        raise DefinitionError("this number is too long; 64 bits are the most.", line, column, at)
    if len(text) > 1 and text[0] == "0" and text.isdigit():
        if set(text) - set("01234567"):
            raise DefinitionError(
                "a number that begins with 0 is octal; write 0o as 0 and 0 to 7.", line, column, at
            )
        value = int(text, 8)
    else:
        value = int(text, 0)
    if value >> 64:
        raise DefinitionError("this number is too large; 64 bits are the most.", line, column, at)
    return value

"""A definition as words with the line and column of each."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from bytescope.core.errors import InputError
from bytescope.core.text.formats import shown_input
from bytescope.core.ticket import Ticket

LONGEST = 1 << 18
"""Characters of a definition."""

Sort = Literal["name", "number", "sign", "directive", "odd", "end"]
"""A directive is a line that begins with #, with those that continue it; what is odd has no meaning."""

_SPACE = re.compile(r"[ \t\r\f\v]+|//[^\n]*")
_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_NUMBER = re.compile(r"(0[xX][0-9A-Fa-f]+|0[bB][01]+|[0-9]+)[uUlL]{0,3}(?![A-Za-z0-9_])")
_CHAR = re.compile(r"'(\\[nrt0\\']|\\x[0-9A-Fa-f]{2}|[ -&(-\[\]-~])'")
_SIGN = re.compile(r"<<|>>|[-+*/%&|^~(){}\[\];:,=@.]")
_STRING = re.compile(r'"(?:[^"\\\n]|\\[^\n])*"')
_ENDLESS = "this comment has no end; close it with */."
_ESCAPES = {"n": 10, "r": 13, "t": 9, "0": 0, "\\": 92, "'": 39}


class Token(NamedTuple):
    """``at`` counts from the start of the text; ``value`` is that of a number, ``problem`` what is odd."""

    sort: Sort
    text: str
    line: int
    column: int
    at: int
    value: int = 0
    problem: str = ""


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
    """The words of ``text``, the last of them an "end"; ``DefinitionError`` for a comment without end."""
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
                raise DefinitionError(_ENDLESS, line, at - begin + 1, at)
            line += text.count("\n", at, end)
            begin = max(begin, text.rfind("\n", at, end) + 1)
            at = end + 2
            continue
        ticket.check()
        token = _token(text, at, line, at - begin + 1)
        out.append(token)
        at += len(token.text)
        if "\n" in token.text:
            line += token.text.count("\n")
            begin = text.rfind("\n", 0, at) + 1
    out.append(Token("end", "", line, at - begin + 1, at))
    return out


def _token(text: str, at: int, line: int, column: int) -> Token:
    if (found := _NAME.match(text, at)) is not None:
        return Token("name", found[0], line, column, at)
    if (found := _NUMBER.match(text, at)) is not None:
        value, problem = _number(found[1])
        return Token("odd" if problem else "number", found[0], line, column, at, value, problem)
    if (found := _CHAR.match(text, at)) is not None:
        inside = found[1]
        value = ord(inside) if len(inside) == 1 else _ESCAPES.get(inside[1], -1)
        return Token("number", found[0], line, column, at, int(inside[2:], 16) if value < 0 else value)
    if (found := _SIGN.match(text, at)) is not None:
        return Token("sign", found[0], line, column, at)
    if text[at] == "#":
        return Token("directive", text[at : _directive_end(text, at, line, column)], line, column, at)
    found = _STRING.match(text, at)
    odd = found[0] if found is not None else text[at]
    problem = f"“{shown_input(odd)}” has no meaning here; take it out."
    return Token("odd", odd, line, column, at, 0, problem)


def _directive_end(text: str, at: int, line: int, column: int) -> int:
    """Where a directive ends: with its line, but for comments over lines and a backslash at the end."""
    begin = at
    while True:
        found = text.find("\n", at)
        end = found if found >= 0 else len(text)
        opened, plain = text.find("/*", at, end), text.find("//", at, end)
        if opened >= 0 and not 0 <= plain < opened:
            at = text.find("*/", opened + 2) + 2
            if at < 2:
                line += text.count("\n", begin, opened)
                column = opened - text.rfind("\n", 0, opened)
                raise DefinitionError(_ENDLESS, line, column, opened)
        elif end < len(text) and text[end - 1] == "\\":
            at = end + 1
        else:
            return end


def _number(text: str) -> tuple[int, str]:
    """The value, or what is wrong with it."""
    if len(text) > 66:
        return 0, "this number is too long; 64 bits are the most."
    if len(text) > 1 and text[0] == "0" and text.isdigit():
        if set(text) - set("01234567"):
            return 0, "a number that begins with 0 is octal; write 0o as 0 and 0 to 7."
        value = int(text, 8)
    else:
        value = int(text, 0)
    return (0, "this number is too large; 64 bits are the most.") if value >> 64 else (value, "")

"""Numbers as people type them: bases, unit suffixes, pages, places in the document and arithmetic."""

from __future__ import annotations

import re
from typing import NamedTuple

from bytescope.core.errors import InputError
from bytescope.core.ranges import PAGESIZE
from bytescope.core.text.formats import shown_input
from bytescope.core.text.names import NO_DOCUMENT, Names

__all__ = ["LIMIT", "LONGEST", "NO_DOCUMENT", "Names", "parse_number"]

LONGEST = 1_000
"""Characters a number expression may have."""
DEEPEST = 64
"""Levels of parentheses and signs it may have."""
LIMIT = 1 << 128
"""No intermediate result may reach this, whatever its sign."""


def parse_number(text: str, names: Names, *, relative: bool = True) -> int:
    """The value of ``text``; any integer, also a negative one: the caller knows what fits.

    Takes ``0x1F``, ``1Fh``, ``0o17``, ``0b1``, decimal with ``_`` or spaces between groups, the suffixes
    k M G T P E (powers of 1000) and Ki Mi Gi Ti Pi Ei (powers of 1024), each with an optional B,
    ``p12`` or ``page 12`` (offset of page 12), ``+ - * / % << >> & | ( )`` with the precedence of C
    (division goes towards zero), and the names of ``Names``. With ``relative`` a leading ``+`` or ``-``
    counts from the cursor and a leading ``<`` back from the end of the document. Raises ``InputError``
    with the position of the character at fault, and nothing else.
    """
    if len(text) > LONGEST:
        raise InputError(f"The number has more than {LONGEST:,} characters; shorten it.", LONGEST)
    return _Parser(_tokens(text), names).whole(relative)


class _Token(NamedTuple):
    """``kind`` is "number", "name", "end" or the operator itself; ``page`` marks the p of p12."""

    kind: str
    position: int
    value: int = 0
    text: str = ""


_SPACES = re.compile(r"[\t\n\r\u00a0\u2007\u2009\u202f]")
_HEX_H = re.compile(r"([0-9A-Fa-f](?:_?[0-9A-Fa-f])*)[hH](?![A-Za-z0-9_])")
# Groups after a space have a fixed number of digits, so that two numbers side by side stay an error.
_PREFIXED = tuple(
    (base, re.compile(rf"0[{letter}]({digit}(?:_?{digit})*(?: (?:{group})(?![0-9A-Za-z_]))*)"))
    for base, letter, digit, group in (
        (16, "xX", "[0-9A-Fa-f]", "[0-9A-Fa-f]{4}|[0-9A-Fa-f]{8}"),
        (8, "oO", "[0-7]", "[0-7]{3}"),
        (2, "bB", "[01]", "[01]{4}|[01]{8}"),
    )
)
_DECIMAL = re.compile(r"([0-9](?:_?[0-9])*(?: [0-9]{3}(?![0-9_]))*)(?:\.([0-9]+)(?!\.))?")
_SUFFIX = re.compile(r" ?(?:([kmgtpeKMGTPE])([iI]?)[bB]?|[bB])(?![A-Za-z0-9_])")
_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_OPERATOR = re.compile(r"<<|>>|[-+*/%&|()<]")
_UNITS = "kmgtpe"


def _tokens(text: str) -> list[_Token]:
    """The parts of ``text``, closed by an "end" token."""
    plain = _SPACES.sub(" ", text)
    out: list[_Token] = []
    at = 0
    while at < len(plain):
        if plain[at] == " ":
            at += 1
            continue
        token, at = _token(plain, at)
        out.append(token)
    out.append(_Token("end", len(text)))
    return out


def _token(text: str, at: int) -> tuple[_Token, int]:
    """The part that begins at ``at``, and where the next begins."""
    if text[at] in "pP" and re.match(r"[0-9(]", text[at + 1 : at + 2]):
        return _Token("p", at), at + 1
    if found := _number(text, at):
        value, end = found
        if re.match(r"[A-Za-z0-9_.]", text[end : end + 1]) and text[end : end + 2] != "..":
            raise InputError(f"“{_word(text, at)}” is not a number; write 0x1F, 1Fh, 0o17, 0b1 or 31.", end)
        return _Token("number", at, value, text[at:end]), end
    if name := _NAME.match(text, at):
        return _Token("name", at, text=name.group()), name.end()
    if operator := _OPERATOR.match(text, at):
        return _Token(operator.group(), at), operator.end()
    raise InputError(f"“{shown_input(text[at])}” does not belong in a number; remove it.", at)


def _word(text: str, at: int) -> str:
    """The run of letters and digits at ``at``, for a message."""
    found = re.match(r"[A-Za-z0-9_.]+", text[at:])
    return shown_input(found.group() if found else text[at])


def _number(text: str, at: int) -> tuple[int, int] | None:
    """Value and end of the literal at ``at``, its suffix included; None where there is none."""
    if found := _HEX_H.match(text, at):
        return _limited(int(found.group(1).replace("_", ""), 16), at), found.end()
    for base, pattern in _PREFIXED:
        if found := pattern.match(text, at):
            return _with_suffix(text, at, found.end(), found.group(1), "", base)
    if found := _DECIMAL.match(text, at):
        return _with_suffix(text, at, found.end(), found.group(1), found.group(2) or "", 10)
    return None


def _with_suffix(text: str, at: int, end: int, whole: str, fraction: str, base: int) -> tuple[int, int]:
    """The literal's value times its unit. A fraction must come out whole: 1.5k does, 1.5 does not."""
    unit = 1
    if found := _SUFFIX.match(text, end):
        end = found.end()
        if found.group(1):
            power = _UNITS.index(found.group(1).lower()) + 1
            unit = (1024 if found.group(2) else 1000) ** power
    digits = whole.replace("_", "").replace(" ", "") + fraction
    value, rest = divmod(int(digits, base) * unit, 10 ** len(fraction))
    if rest:
        raise InputError(f"“{shown_input(text[at:end])}” is not a whole number; use a smaller unit.", at)
    return _limited(value, at), end


def _limited(value: int, position: int) -> int:
    if -LIMIT < value < LIMIT:
        return value
    raise InputError("The result grows past 2^128; use smaller numbers.", position)


_PRECEDENCE = {"|": 1, "&": 2, "<<": 3, ">>": 3, "+": 4, "-": 4, "*": 5, "/": 5, "%": 5}


class _Parser:
    """Precedence climbing over the tokens; loops for operators, recursion only for brackets and signs."""

    def __init__(self, tokens: list[_Token], names: Names) -> None:
        self._tokens = tokens
        self._names = names
        self._at = 0
        self._depth = 0

    def whole(self, relative: bool) -> int:
        """The value of all tokens."""
        first = self._tokens[0]
        if first.kind == "end":
            raise InputError("Type a number, such as 4096, 0x1000 or p1.", 0)
        if relative and first.kind in ("+", "-"):
            value = self._binary(self._names.cursor, 1)
        elif relative and first.kind == "<":
            self._tokens[0] = _Token("-", first.position)
            value = self._binary(self._names.size, 1)
        else:
            value = self._expression(1)
        token = self._tokens[self._at]
        if token.kind != "end":
            raise self._unexpected(token)
        return value

    def _unexpected(self, token: _Token) -> InputError:
        """What to say about a token that cannot follow a finished operand."""
        if token.kind == ")":
            return InputError("This “)” closes nothing; remove it or open a “(” before.", token.position)
        if token.kind in ("number", "name", "p", "("):
            return InputError(
                "A sign such as + or * is missing here between two numbers; write it.", token.position
            )
        return InputError(f"“{token.kind}” cannot stand here; put a number there.", token.position)

    def _next(self) -> _Token:
        token = self._tokens[self._at]
        self._at += token.kind != "end"
        return token

    def _expression(self, lowest: int) -> int:
        return self._binary(self._operand(), lowest)

    def _binary(self, left: int, lowest: int) -> int:
        """``left`` and what follows it, as far as the operators bind at least as tightly as ``lowest``."""
        while (level := _PRECEDENCE.get(self._tokens[self._at].kind, 0)) >= lowest:
            operator = self._next()
            right = self._expression(level + 1)
            left = _limited(_apply(operator, left, right), operator.position)
        return left

    def _operand(self) -> int:
        """A literal, a name, a page, brackets or a sign with its operand."""
        token = self._next()
        if token.kind == "number":
            return token.value
        if token.kind == "name":
            return self._named(token)
        self._depth += 1
        if self._depth > DEEPEST:
            raise InputError(f"More than {DEEPEST} nested brackets or signs; simplify.", token.position)
        value = self._nested(token)
        self._depth -= 1
        return value

    def _nested(self, token: _Token) -> int:
        if token.kind == "(":
            return self._brackets(token)
        if token.kind == "-":
            return -self._operand()
        if token.kind == "+":
            return self._operand()
        if token.kind == "p":
            return _limited(self._operand() * PAGESIZE, token.position)
        if token.kind == "end":
            raise InputError(
                "The number is not finished; type what comes after the last sign.", token.position
            )
        if token.kind == ")":
            raise InputError("There is no number before this “)”; type one.", token.position)
        raise self._unexpected(token)

    def _brackets(self, opening: _Token) -> int:
        value = self._expression(1)
        closing = self._next()
        if closing.kind == "end":
            raise InputError("This “(” is never closed; add a “)”.", opening.position)
        if closing.kind != ")":
            raise self._unexpected(closing)
        return value

    def _named(self, token: _Token) -> int:
        value = self._names.value(token.text)
        if value is None:
            *others, last = self._names.known
            known = f"{', '.join(others)} or {last}" if others else last
            raise InputError(
                f"“{shown_input(token.text)}” is not a known name; use {known},"
                " or write hexadecimal as 0x1F.",
                token.position,
            )
        following = self._tokens[self._at]
        if token.text.lower() == "page" and following.kind == "number":
            self._next()
            return _limited(following.value * PAGESIZE, token.position)
        return value


def _apply(operator: _Token, left: int, right: int) -> int:
    """``left operator right`` in whole numbers, as C does it."""
    kind = operator.kind
    if kind in ("/", "%"):
        if right == 0:
            raise InputError("This divides by zero; use another number.", operator.position)
        quotient = abs(left) // abs(right) * (1 if (left < 0) == (right < 0) else -1)
        return quotient if kind == "/" else left - quotient * right
    if kind in ("<<", ">>"):
        if not 0 <= right <= 128:
            raise InputError("Bits can be shifted by 0 to 128 places; use such a number.", operator.position)
        return left << right if kind == "<<" else left >> right
    if kind == "+":
        return left + right
    if kind == "-":
        return left - right
    if kind == "*":
        return left * right
    return left & right if kind == "&" else left | right

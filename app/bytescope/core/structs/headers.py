"""What stands in a C header beside data: directives and their conditions, attributes, functions."""

from __future__ import annotations

import re
from abc import abstractmethod

from bytescope.core.structs.tokens import DefinitionError, Token, fault, tokens_of
from bytescope.core.structs.types import POINTER, SCALARS, Scalar, Type
from bytescope.core.structs.words import Words
from bytescope.core.ticket import Ticket

_SKIPPED = {"const", "volatile", "static", "extern", "inline", "__packed", "PACKED"}
_PACKED = {"packed", "__packed__"}
_WORD = re.compile(r"#\s*([a-z]*)\s*")
_DEFINE = re.compile(r"#\s*define\s+([A-Za-z_][A-Za-z0-9_]*)(\()?[ \t]*(?s:(.*))")
_PACK = re.compile(r"#\s*pragma\s+pack\s*\(\s*(push|pop)?\s*,?\s*(\d{0,4})\s*\)")
_DEFINED = re.compile(r"(!?)\s*defined\s*\(?\s*([A-Za-z_][A-Za-z0-9_]*)\s*\)?")
_REMARK = re.compile(r"/\*.*?\*/|//[^\n]*|\\\n", re.DOTALL)
_IGNORED = {"", "include", "pragma", "warning", "line", "ident"}
NATURAL = 16
"""What #pragma pack() means: every type at a multiple of its own size."""
FUNCTION = Scalar("function*", "pointer", POINTER)
LITTLE = ("__LITTLE_ENDIAN", "__LITTLE_ENDIAN__", "__LITTLE_ENDIAN_BITFIELD")
"""Names that are defined from the start: of two ways to write bit fields a header offers the usual one."""


class Headers(Words):
    """Takes from a header what tells of data, and passes over the rest of it."""

    def __init__(self, tokens: list[Token], ticket: Ticket) -> None:
        super().__init__(tokens, ticket)
        self._types: dict[str, Type] = dict(SCALARS)
        self._macros: set[str] = set(LITTLE)
        self._attributed: dict[str, bool] = {}  # macros that stand for attributes, and whether these pack
        self._conditions: list[tuple[Token, bool]] = []  # those that are open; whether a branch was taken
        self._pack = 1
        self._packs: list[int] = []
        self._linkages = 0

    @abstractmethod
    def _part(self, tokens: list[Token]) -> Headers:
        """A parser of some words that knows what this one knows."""

    # -- directives ---------------------------------------------------------------------------

    def _directive(self, token: Token) -> None:
        found = _WORD.match(token.text)
        word = found[1] if found is not None else ""
        rest = _plain(token.text[found.end() :]) if found is not None else ""
        if word in ("if", "ifdef", "ifndef"):
            self._begin(token, self._holds(word, rest))
        elif word in ("else", "elif", "endif"):
            if not self._conditions:
                raise fault(f"this #{word} has no #if before it; take it out.", token)
            if word == "endif":
                self._conditions.pop()
            else:
                self._skip_branches()
        elif word == "undef":
            for names in (self._macros, self._unusable):
                names.discard(rest)
            self._constants.pop(rest, None)
            self._attributed.pop(rest, None)
        elif word == "error":
            raise fault("this #error stands where it is read; change the conditions before it.", token)
        elif (pack := _PACK.match(token.text)) is not None:
            self._set_pack(pack[1], pack[2])
        elif (define := _DEFINE.match(token.text)) is not None:
            self._define(token, define)
        elif word not in _IGNORED:
            raise fault("this line is not understood; #define NAME NUMBER and #pragma pack are.", token)

    def _set_pack(self, word: str | None, number: str) -> None:
        if word == "push":
            self._packs.append(self._pack)
        elif word == "pop":
            self._pack = self._packs.pop() if self._packs else self._pack
        if number or word is None:
            self._pack = max(1, min(NATURAL, int(number))) if number else NATURAL

    def _begin(self, token: Token, holds: bool) -> None:
        self._conditions.append((token, holds))
        if not holds:
            self._skip_branches()

    def _skip_branches(self) -> None:
        """Go on behind the next #else or #elif that is to be read, or behind #endif."""
        depth = 0
        while (token := self._tokens[self._at]).sort != "end":
            self._at += 1
            self._ticket.check()
            found = _WORD.match(token.text) if token.sort == "directive" else None
            word = found[1] if found is not None else ""
            if word in ("if", "ifdef", "ifndef"):
                depth += 1
            elif word == "endif":
                if not depth:
                    self._conditions.pop()
                    return
                depth -= 1
            elif not depth and self._is_branch(word, token):
                self._conditions[-1] = (token, True)
                return

    def _is_branch(self, word: str, token: Token) -> bool:
        """Whether what is behind this directive is to be read, as nothing before it was."""
        if word not in ("else", "elif") or self._conditions[-1][1]:
            return False
        found = _WORD.match(token.text)
        return word == "else" or (found is not None and self._holds("if", _plain(token.text[found.end() :])))

    def _holds(self, word: str, text: str) -> bool:
        """Whether a condition holds; one that is not understood does."""
        if word != "if":
            return (text in self._macros) == (word == "ifdef")
        return any(all(map(self._term, some.split("&&"))) for some in text.split("||"))

    def _term(self, text: str) -> bool:
        plain = text.strip()
        if (found := _DEFINED.fullmatch(plain)) is not None:
            return (found[2] in self._macros) != bool(found[1])
        if plain.isascii() and plain.isdigit():
            return bool(plain.strip("0"))
        return bool(self._constants.get(plain, 1))

    def _check_closed(self) -> None:
        if self._conditions:
            raise fault("this condition is never closed; put #endif at its end.", self._conditions[-1][0])

    def _define(self, token: Token, found: re.Match[str]) -> None:
        name, text = found[1], found[3].replace("\\\n", " \n")
        self._macros.add(name)
        if found[2]:
            return  # a macro with arguments
        if not _plain(text):
            self._attributed[name] = False  # it stands for nothing
            return
        part = self._part([_moved(item, token, found.start(3)) for item in tokens_of(text, self._ticket)])
        try:
            self._constants[name] = part._constant()
            if part._next.sort != "end":
                raise fault("a constant is one number or expression; take the rest out.", part._next)
        except DefinitionError:
            self._constants.pop(name, None)
            if part._is_arithmetic():
                raise
            self._define_words(name, part)

    def _define_words(self, name: str, part: Headers) -> None:
        """What is no number is another name for a type, an attribute, or of no use here."""
        part._at = 0
        self._unusable.add(name)
        words = {token.text for token in part._tokens}
        if "__attribute__" in words:
            self._attributed[name] = bool(words & _PACKED)
            return
        try:
            type_ = part._type()
            if part._next.sort == "end":
                self._types[name] = type_
        except DefinitionError:
            return

    def _is_arithmetic(self) -> bool:
        """Whether all words are numbers, signs and constants, so that a number was meant."""
        return all(
            (token.sort != "odd" or token.text[:1].isdigit())
            and (token.sort != "name" or token.text in self._constants)
            for token in self._tokens
        )

    # -- attributes and functions -------------------------------------------------------------

    def _attributes(self) -> bool:
        """Pass over ``__attribute__((…))`` and words of compilers; whether they pack."""
        packed = False
        while self._next.sort == "name":
            text = self._next.text
            if text in self._attributed:
                packed |= self._attributed[text]
            elif text not in _SKIPPED and text not in ("__attribute__", "__extension__"):
                break
            else:
                packed |= text in ("__packed", "PACKED")
            self._take()
            if text == "__attribute__":
                begin = self._at
                self._expect("(", "behind __attribute__")
                self._at = self._behind(begin)
                packed |= any(token.text in _PACKED for token in self._tokens[begin : self._at])
        return packed

    def _behind(self, at: int) -> int:
        """Where the text goes on behind what the bracket at ``at`` opens; the end where it is not closed."""
        opens = self._tokens[at].text
        closes, depth = {"(": ")", "{": "}"}[opens], 0
        while (token := self._tokens[at]).sort != "end":
            at += 1
            self._ticket.check()
            depth += (token.text == opens) - (token.text == closes)
            if not depth:
                break
        return at

    def _skip_foreign(self) -> bool:
        """Pass over a function, and what only says that something is elsewhere; whether one was there."""
        first, second = self._tokens[self._at], self._tokens[min(self._at + 1, len(self._tokens) - 1)]
        if first.text == "extern" and second.sort == "odd" and second.text.startswith('"'):
            self._at += 2
            self._linkages += self._accept("{")
            return True
        if first.text == "}" and self._linkages:
            self._linkages -= 1
            self._at += 1
            return True
        called = self._called(self._at)
        if called:
            self._skip_function(called, typedef=first.text == "typedef")
        elif first.text == "extern":
            while not self._is(";") and self._next.sort != "end":
                self._take()
        return bool(called) or first.text == "extern"

    def _skip_function(self, called: int, *, typedef: bool) -> None:
        """``called``: where its “(” stands. A type of pointers to functions is a type of pointers."""
        name = self._pointer(called) if typedef else None
        if name is not None:
            self._types[name.text] = FUNCTION
        self._at = called
        while self._is("("):
            self._at = self._behind(self._at)
        self._attributes()
        if self._is("{"):
            self._at = self._behind(self._at)
        else:
            self._expect(";", "behind the function")

    def _pointer(self, at: int) -> Token | None:
        """The name in “(*name)” at ``at``; None where something else stands."""
        some = self._tokens[at : at + 4]
        is_one = [token.text for token in (*some[:2], *some[3:])] == ["(", "*", ")"]
        return some[2] if is_one and some[2].sort == "name" else None

    def _called(self, at: int) -> int:
        """Where the “(” of a function stands that begins at ``at``; 0 where there is none."""
        begin = at
        while (token := self._tokens[at]).sort in ("name", "sign"):
            at += 1
            if token.text == "__attribute__" and self._tokens[at].text == "(":
                at = self._behind(at)
            elif token.text == "(":
                return at - 1 if at - begin > 2 else 0
            elif token.sort == "sign" and token.text != "*":
                return 0
        return 0


def _plain(text: str) -> str:
    """Without comments, and what continues a line."""
    return _REMARK.sub(" ", text).strip()


def _moved(item: Token, token: Token, start: int) -> Token:
    """A word of a directive where it stands in the whole text."""
    column = item.column + (token.column + start - 1 if item.line == 1 else 0)
    return item._replace(line=token.line + item.line - 1, column=column, at=token.at + start + item.at)

"""Definitions in C become types: structures, unions, enumerations, typedefs and #define."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal, NamedTuple

from bytescope.core.structs.expressions import Expr
from bytescope.core.structs.headers import FUNCTION, Headers
from bytescope.core.structs.tokens import DefinitionError, Token, fault, tokens_of
from bytescope.core.structs.types import (
    DEEPEST as DEEPEST_TYPE,
)
from bytescope.core.structs.types import (
    LARGEST,
    POINTER,
    SCALARS,
    Enumeration,
    Field,
    Scalar,
    Struct,
    Type,
    array_of,
    struct_of,
)
from bytescope.core.text.formats import shown_input
from bytescope.core.ticket import Ticket

_WORDS = {"unsigned", "signed", "long", "short", "int", "char", "double"}
MOST_FIELDS = 4096
"""Fields of one definition."""


class Definition(NamedTuple):
    """What a text defines, in its order; the last structure is the one that is meant unless one is named."""

    structs: dict[str, Struct]
    constants: dict[str, int]

    @property
    def main(self) -> str:
        return next(reversed(self.structs))


def parse(text: str, ticket: Ticket | None = None) -> Definition:
    """The structures that ``text`` defines; ``DefinitionError`` names line and column of the first fault.

    Takes what C writes for data: struct, union, enum (``enum E : uint8``), flag, typedef, arrays, bit
    fields, ``#define`` of numbers, comments. Beyond C: a count may be an expression over fields before it, or
    ``EOF``; ``[]`` ends with zeros; ``@ expression`` places a field from the start of the outermost
    structure, ``@@ expression`` from the start of the document. Fields stand without gaps; after
    ``#pragma pack()`` as compilers place them. Of headers conditions are obeyed, and functions, macros and
    what they include passed over. ``time32_t``, ``FILETIME``, ``GUID``, ``uuid_t`` and others of
    ``types`` are shown as what they mean.
    """
    ticket = ticket or Ticket()
    parser = _Parser(tokens_of(text, ticket), ticket)
    try:
        return parser.whole()
    except RecursionError:  # each kind of nesting has its limit, but not every mixture of them
        raise parser.too_deep() from None


class _Parser(Headers):
    def __init__(self, tokens: list[Token], ticket: Ticket) -> None:
        super().__init__(tokens, ticket)
        self._tags: dict[str, Type] = {}
        self._promised: dict[str, list[str]] = {}  # names of types by the structures they will be
        self._structs: dict[str, Struct] = {}
        self._fields = 0
        self._inside = 0

    def whole(self) -> Definition:
        while self._next.sort != "end":
            if self._next.sort == "directive":
                self._directive(self._take())
            elif not self._skip_foreign() and not self._accept(";"):
                self._declaration()
        self._check_closed()
        if not self._structs:
            raise fault("no structure is defined; begin with struct NAME { … };", self._next)
        return Definition(self._structs, self._constants)

    def too_deep(self) -> DefinitionError:
        """What to say of a text whose parts stand too deep in each other, here."""
        return fault("this is nested too deep; make it simpler.", self._next)

    def _part(self, tokens: list[Token]) -> _Parser:
        inner = _Parser(tokens, self._ticket)
        inner._types, inner._tags, inner._constants = self._types, self._tags, self._constants
        inner._unusable, inner._attributed = self._unusable, self._attributed
        return inner

    def _declaration(self) -> None:
        typedef = self._accept("typedef")
        begin = self._next
        type_ = self._type(promised=typedef)
        if self._accept(";"):
            return
        if not typedef:
            if not isinstance(type_, (Struct, Enumeration)):
                raise fault("a field stands outside of a structure; begin with struct NAME {.", begin)
            self._attributes()
            self._expect(";", "behind the definition")
            return
        while True:
            field = self._declarator(type_, allow_bits=False)
            self._define_type(field.name, field.type)
            if not self._accept(","):
                break
        self._attributes()
        self._expect(";", "behind the typedef")

    def _define_type(self, name: str, type_: Type) -> None:
        if isinstance(type_, (Struct, Enumeration)) and not type_.name:
            type_ = replace(type_, name=name)
        self._types[name] = type_
        if isinstance(type_, Struct):
            self._structs[name] = type_

    def _type(self, *, promised: bool = False) -> Type:
        """``promised``: a structure that is not known yet may be defined below."""
        self._attributes()
        token = self._next
        if self._is("struct", "union"):
            return self._struct(promised)
        if self._is("enum", "flag"):
            return self._enum()
        if token.sort != "name":
            raise fault(f"a type is missing; {self._found()}.", token)
        words = [self._take().text]
        while words[-1] in _WORDS and self._next.text in _WORDS:
            words.append(self._take().text)
        found = self._types.get(_plain(words))
        if found is None and len(words) == 1:
            found = self._tags.get(words[0])
        if found is None:
            raise fault(f"the type “{shown_input(' '.join(words))}” is not known; define it above.", token)
        self._attributes()
        return found

    def _struct(self, promised: bool) -> Type:
        union = self._take().text == "union"
        packed = self._attributes()
        name = self._take() if self._next.sort == "name" else None
        if not self._is("{"):
            return self._known_struct(name, promised)
        begin = self._take()
        self._inside += 1
        if self._inside > DEEPEST_TYPE:
            raise fault(f"structures may stand {DEEPEST_TYPE} deep in each other.", begin)
        fields = self._fields_of(begin)
        self._inside -= 1
        packed |= self._attributes()
        made = struct_of(name.text if name else "", fields, union=union, pack=1 if packed else self._pack)
        self._check(made, begin)
        if name is not None:
            self._tags[name.text] = made
            self._structs[name.text] = made
            for other in self._promised.pop(name.text, ()):
                self._define_type(other, made)
        return made

    def _known_struct(self, name: Token | None, promised: bool) -> Type:
        """The structure of this name; what a pointer leads to is not followed, and need not be known."""
        if name is None:
            raise fault(f"“{{” is missing; {self._found()}.", self._next)
        found = self._tags.get(name.text) or self._types.get(name.text)
        if found is None and promised and self._next.sort == "name":
            self._promised.setdefault(name.text, []).append(self._next.text)
            return SCALARS["void"]
        if found is None and self._is("*", ";"):
            return SCALARS["void"]
        if found is None:
            raise fault(f"the structure “{shown_input(name.text)}” is not known; define it above.", name)
        return found

    def _fields_of(self, begin: Token) -> list[Field]:
        fields: list[Field] = []
        names: set[str] = set()
        while not self._accept("}"):
            if self._next.sort == "end":
                raise fault("this “{” is never closed; put a “}” at the end of the fields.", begin)
            if self._next.sort == "directive":
                self._directive(self._take())
                continue
            type_ = self._type()
            if self._accept(";"):
                if not isinstance(type_, Struct):
                    raise fault("the name of a field is missing before “;”.", self._tokens[self._at - 1])
                fields.append(Field("", type_))
                self._count_field(begin)
                continue
            while True:
                where = self._next
                field = self._declarator(type_, allow_bits=True)
                if field.name and field.name in names:
                    raise fault(f"the field “{field.name}” is there already; give it another name.", where)
                names.add(field.name)
                fields.append(field)
                self._count_field(where)
                if not self._accept(","):
                    break
            self._attributes()
            self._expect(";", "behind the field")
        return fields

    def _count_field(self, where: Token) -> None:
        self._fields += 1
        if self._fields > MOST_FIELDS:
            raise fault(f"there are more than {MOST_FIELDS:,} fields; leave some out.", where)

    def _declarator(self, type_: Type, *, allow_bits: bool) -> Field:
        begin = self._next
        while self._accept("*"):
            type_ = Scalar(f"{type_.name[:100]}*", "pointer", POINTER)
            self._attributes()
        if allow_bits and (name := self._pointer(self._at)) is not None:
            self._at += 4
            if self._is("("):
                self._at = self._behind(self._at)
            return Field(name.text, FUNCTION)
        if allow_bits and type_ is SCALARS["void"]:
            raise fault("what has this type has no bytes that are known; write a pointer to it.", begin)
        if allow_bits and self._accept(":"):
            return Field("", type_, self._bits(type_))
        name = self._name("a field" if allow_bits else "a type")
        if allow_bits and self._accept(":"):
            return Field(name.text, type_, self._bits(type_))
        counts: list[tuple[Token, int | Expr | Literal["zero", "rest"]]] = []
        while self._is("["):
            counts.append((self._take(), self._count()))
        for number, (token, count) in enumerate(reversed(counts)):
            if count == "zero" and (number or type_.size is None or isinstance(type_, Struct)):
                raise fault("only the only count of plain values may be left out; give one.", token)
            type_ = array_of(type_, count)
            self._check(type_, token)
        at, in_file = None, False
        if allow_bits and self._accept("@"):
            in_file = self._accept("@")
            at = self._expression(0)
        return Field(name.text, type_, None, at, in_file)

    def _bits(self, type_: Type) -> int:
        token = self._next
        bits = self._constant()
        base = type_.base if isinstance(type_, Enumeration) else type_
        if not isinstance(base, Scalar) or base.form not in ("u", "i") or base.size is None:
            raise fault("only integers have bit fields; give the field such a type.", token)
        if not 1 <= bits <= base.size * 8:
            raise fault(f"a bit field of {base.name} has 1 to {base.size * 8} bits.", token)
        return bits

    def _count(self) -> int | Expr | Literal["zero", "rest"]:
        if self._accept("]"):
            return "zero"
        token = self._next
        if self._is("EOF"):
            self._take()
            self._expect("]", "behind the count")
            return "rest"
        expr = self._expression(0)
        self._expect("]", "behind the count")
        if expr.op != "number":
            return expr
        if expr.value < 0:
            raise fault("a count cannot be negative.", token)
        return expr.value

    def _check(self, type_: Type, token: Token) -> None:
        if type_.size is not None and type_.size > LARGEST:
            raise fault("this is larger than any file; make it smaller.", token)
        if type_.depth > DEEPEST_TYPE:
            raise fault(f"types may stand {DEEPEST_TYPE} deep in each other.", token)
        if isinstance(type_, Struct) and type_.width > MOST_FIELDS:
            raise fault(f"there are more than {MOST_FIELDS:,} fields; leave some out.", token)

    def _enum(self) -> Type:
        flags = self._take().text == "flag"
        name = self._take() if self._next.sort == "name" else None
        base = SCALARS["uint32"]
        if self._accept(":"):
            token = self._next
            found = self._type()
            if not isinstance(found, Scalar) or found.form not in ("u", "i"):
                raise fault("an enumeration stands on an integer.", token)
            base = found
        if not self._is("{"):
            known = self._tags.get(name.text) if name else None
            if known is None:
                raise fault(f"“{{” is missing; {self._found()}.", self._next)
            return known
        self._take()
        names = self._enum_names(flags)
        made = Enumeration(name.text if name else "", base, names, flags)
        if name is not None:
            self._tags[name.text] = made
            self._types.setdefault(name.text, made)
        return made

    def _enum_names(self, flags: bool) -> dict[int, str]:
        names: dict[int, str] = {}
        value = 1 if flags else 0
        while not self._accept("}"):
            if self._next.sort == "directive":
                self._directive(self._take())
                continue
            name = self._name("a value")
            if self._accept("="):
                value = self._constant()
            names.setdefault(value, name.text)
            self._constants[name.text] = value
            value = 1 << value.bit_length() if flags and value >= 0 else value + 1
            if not self._is("}"):
                self._expect(",", "between the values")
        return names


def _plain(words: list[str]) -> str:
    """The words of a C type in the order of the table: "long unsigned int" is "unsigned long"."""
    if len(words) == 1 and words[0] not in ("unsigned", "signed"):
        return words[0]
    if "double" in words:
        return "double"
    sign = "unsigned " if "unsigned" in words else ""
    if "char" in words:
        return f"{sign or ('signed ' if 'signed' in words else '')}char"
    longs = words.count("long")
    kind = "long long" if longs > 1 else "long" if longs else "short" if "short" in words else "int"
    return sign + kind

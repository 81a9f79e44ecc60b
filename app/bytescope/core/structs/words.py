"""The words of a definition one by one, and the expressions among them."""

from __future__ import annotations

from abc import ABC, abstractmethod

from bytescope.core.structs.expressions import DEEPEST, PRECEDENCE, Expr, ValueProblem, evaluate
from bytescope.core.structs.tokens import Token, fault
from bytescope.core.structs.types import Type
from bytescope.core.text.formats import shown_input
from bytescope.core.ticket import Ticket

LONGEST_EXPRESSION = 300
"""Characters of an expression; as deep as it is long, it must not exhaust the stack."""


class Words(ABC):
    """Walks through the words of a definition; what a type is, the parser knows."""

    def __init__(self, tokens: list[Token], ticket: Ticket) -> None:
        self._tokens = tokens
        self._ticket = ticket
        self._at = 0
        self._constants: dict[str, int] = {}
        self._unusable: set[str] = set()

    @abstractmethod
    def _type(self) -> Type:
        """The type that begins at the next word."""

    @property
    def _next(self) -> Token:
        token = self._tokens[self._at]
        if token.sort == "odd":
            raise fault(token.problem, token)
        return token

    def _take(self) -> Token:
        token = self._next
        self._at += token.sort != "end"
        self._ticket.check()
        return token

    def _is(self, *texts: str) -> bool:
        return self._next.sort in ("sign", "name") and self._next.text in texts

    def _accept(self, text: str) -> bool:
        if self._is(text):
            self._take()
            return True
        return False

    def _expect(self, text: str, where: str) -> Token:
        if not self._is(text):
            raise fault(f"“{text}” is missing {where}; {self._found()}.", self._next)
        return self._take()

    def _found(self) -> str:
        token = self._next
        return "here the text ends" if token.sort == "end" else f"here stands “{shown_input(token.text)}”"

    def _name(self, what: str) -> Token:
        if self._next.sort != "name":
            raise fault(f"the name of {what} is missing; {self._found()}.", self._next)
        return self._take()

    # -- expressions --------------------------------------------------------------------------

    def _constant(self) -> int:
        token = self._next
        expr = self._expression(0)
        if expr.op != "number":
            raise fault("this is not known before the bytes are read; give a number.", token)
        return expr.value

    def _expression(self, least: int, depth: int = 0) -> Expr:
        left = self._operand(depth)
        while self._next.sort == "sign" and PRECEDENCE.get(self._next.text, 0) > least:
            sign = self._take()
            right = self._expression(PRECEDENCE[sign.text], depth + 1)
            left = self._folded(
                Expr(sign.text, (left, right), text=f"{left.text} {sign.text} {right.text}"), sign
            )
        return left

    def _operand(self, depth: int) -> Expr:
        token = self._take()
        if depth > DEEPEST:
            raise fault("this expression is too deep; make it simpler.", token)
        if token.sort == "number":
            return Expr("number", value=token.value, text=token.text)
        if token.text in ("-", "~", "+"):
            part = self._operand(depth + 1)
            return self._folded(Expr(token.text, (part,), text=token.text + part.text), token)
        if token.text == "(":
            inner = self._expression(0, depth + 1)
            self._expect(")", "behind the expression")
            return Expr(inner.op, inner.parts, inner.value, f"({inner.text})" if inner.parts else inner.text)
        if token.sort == "name":
            return self._named(token)
        raise fault("a number or the name of a field is missing here.", token)

    def _named(self, token: Token) -> Expr:
        if token.text == "sizeof":
            self._expect("(", "behind sizeof")
            type_ = self._type()
            self._expect(")", "behind the type")
            if type_.size is None:
                raise fault("the size of this type depends on the bytes.", token)
            return Expr("number", value=type_.size, text=f"sizeof({type_.name})")
        name = token.text
        if name in self._constants and not self._is("."):
            return Expr("number", value=self._constants[name], text=name)
        if name in self._unusable:
            raise fault(f"“{shown_input(name)}” is defined, but not as a number; write one.", token)
        parts = 1
        while self._accept("."):
            name += "." + self._name("a field").text
            parts += 1
            if parts > DEEPEST:
                raise fault("this name has too many dots.", token)
        return Expr("name", text=name)

    def _folded(self, expr: Expr, token: Token) -> Expr:
        """A number where all parts are numbers."""
        if len(expr.text) > LONGEST_EXPRESSION:
            raise fault("this expression is too long; make it simpler.", token)
        if any(part.op != "number" for part in expr.parts):
            return expr
        try:
            return Expr("number", value=evaluate(expr, _unknown), text=expr.text)
        except ValueProblem as problem:
            raise fault(f"{problem}; change the expression.", token) from None


def _unknown(name: str) -> int | None:
    return None

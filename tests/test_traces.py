"""An exception is written down without what it quotes, and with all that led to it."""

from __future__ import annotations

import json
import os

import pytest

from bytescope.core.errors import InputError
from bytescope.traces import message, place, trace

SECRET = "S3CRET"


def raised(act) -> BaseException:
    try:
        act()
    except BaseException as error:
        return error
    raise AssertionError("nothing was raised")


QUOTING = {
    "a number": lambda: int(SECRET),
    "a key": lambda: {}[SECRET],
    "bytes as a key": lambda: {}[SECRET.encode()],
    "a letter that is none": lambda: (SECRET.encode() + b"\xff").decode("ascii"),
    "text to be packed": lambda: float(SECRET * 50),
    "hex digits": lambda: (_ for _ in ()).throw(ValueError(f"found {SECRET.encode().hex(' ')} there")),
    "hex digits together": lambda: (_ for _ in ()).throw(ValueError((SECRET * 2).encode().hex())),
    "two quotes": lambda: (_ for _ in ()).throw(RuntimeError(f'“{SECRET}” and "{SECRET}" and \'{SECRET}')),
    "a name of a file": lambda: os.stat(f"/no/such/{SECRET}"),
    "json": lambda: json.loads('{"' + SECRET),
}


@pytest.mark.parametrize("act", QUOTING.values(), ids=QUOTING)
def test_what_is_quoted_is_left_out(act):
    error = raised(act)
    for text in (message(error), trace(error)):
        said = "\n".join(
            line for line in text.splitlines() if not line.startswith("    ")
        )  # not our own code
        assert SECRET not in said
        assert SECRET.encode().hex() not in said.replace(" ", "")
    assert type(error).__name__ in trace(error)


def test_what_is_said_of_the_program_stays():
    assert message(raised(lambda: None.planted)) == "'NoneType' object has no attribute 'planted'"
    assert message(InputError('Type "x".')) == 'Type "x".'


def test_a_message_is_one_short_line():
    text = message(ValueError("a b\n" * 1000))
    assert "\n" not in text
    assert len(text) < 400


def test_the_cause_comes_first():
    def act():
        try:
            int("x")
        except ValueError as error:
            raise RuntimeError("second") from error

    text = trace(raised(act))
    assert text.index("ValueError") < text.index("which led to:") < text.index("RuntimeError: second")
    assert "in act" in text


def test_groups_and_circles_come_to_an_end():
    first, second = ValueError("first"), ValueError("second")
    first.__cause__, second.__cause__ = second, first
    assert trace(ExceptionGroup("both", [first, second])).count("first") == 1


def test_faults_are_told_apart_by_their_place():
    one = raised(lambda: int("a"))
    assert place(one) != place(raised(lambda: int("a")))
    assert place(one) == place(one)
    assert place(ValueError("never raised"))[0] is ValueError

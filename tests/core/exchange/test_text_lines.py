"""Rows of a dump that are taken together say what they say one by one, and damaged ones are named alike."""

import shutil
import subprocess

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bytescope.core.errors import InputError
from bytescope.core.exchange import text_lines
from bytescope.core.exchange.forms import written
from bytescope.core.exchange.text_lines import Lines
from bytescope.core.exchange.undump import undumped
from bytescope.core.source.memory import MemorySource
from bytescope.core.text.dump import Run

FORMS = ("xxd", "hexdump", "od", "od1", "dump")
TOOLS = (
    ["xxd", "-g1", "-u"],
    ["xxd", "-c", "7"],
    ["xxd", "-c", "32", "-g4"],
    ["hexdump"],
    ["od", "-tx1z"],
    ["od", "-Ax", "-tx8"],
    ["od", "-Ad", "-tx4"],
)
TEXT = b"0123456789abcdef  face |cafe>  <|"
DATA = (
    bytes(range(256)) * 20 + TEXT * 60 + bytes(700) + b"|" * 99 + b"  " * 80 + bytes(range(255, -1, -1)) * 4
)


def outcome(lines):
    """The bytes, or what was wrong."""
    out = bytearray()
    try:
        for item in undumped(lines):
            data = item.data.head(item.data.length) if isinstance(item.data, Run) else item.data
            out += bytes(max(0, item.end - len(out)))
            out[item.offset : item.end] = data
    except InputError as error:
        return str(error)
    return bytes(out)


def together(text):
    lines = Lines(MemorySource(text.encode("utf-8")))
    return outcome(lines), lines.taken


def told_by(tool):
    if shutil.which(tool[0]) is None:
        pytest.skip(f"{tool[0]} is not installed")
    return subprocess.run(tool, input=DATA, capture_output=True, check=True).stdout.decode("ascii")


@pytest.mark.parametrize("form", FORMS)
def test_most_rows_of_our_own_dumps_are_taken_together(form):
    made, taken = together(written(form, DATA))
    assert made == DATA
    assert taken > 0.6 * len(DATA) / 16


@pytest.mark.parametrize("tool", TOOLS, ids=" ".join)
def test_so_are_those_of_the_programs(tool):
    text = told_by(tool)
    made, taken = together(text)
    assert made == DATA
    assert taken > 0.6 * text.count("\n")


@pytest.mark.parametrize("step", [100, 5000])
def test_it_does_not_matter_how_the_text_is_read(step, monkeypatch):
    monkeypatch.setattr(text_lines, "_STEP", step)
    for form in FORMS:
        assert together(written(form, DATA))[0] == DATA


@pytest.mark.parametrize("form", FORMS)
@given(data=st.data())
def test_a_damaged_dump_is_read_or_refused_as_it_is_line_by_line(form, data):
    rows = written(form, DATA[:5000] if data.draw(st.booleans()) else DATA).splitlines(keepends=True)
    for _ in range(data.draw(st.integers(1, 3))):
        at = data.draw(st.integers(0, len(rows) - 1))
        column = data.draw(st.integers(0, max(0, len(rows[at]) - 2)))
        match data.draw(st.sampled_from(["letter", "gone", "twice", "star", "cut", "longer", "end"])):
            case "letter":
                letter = data.draw(st.sampled_from("0g: |*<>é\tf"))
                rows[at] = rows[at][:column] + letter + rows[at][column + 1 :]
            case "gone" if len(rows) > 1:
                del rows[at]
            case "twice":
                rows.insert(at, rows[at])
            case "star":
                rows[at] = "*\n"
            case "cut":
                rows[at] = rows[at][:column] + "\n"
            case "longer":
                rows[at] = (
                    rows[at][:column] + data.draw(st.sampled_from([" ", "00", "  ", "|"])) + rows[at][column:]
                )
            case "end":
                rows[at] = rows[at].replace("\n", "\r\n")
    text = "".join(rows)
    assert together(text)[0] == outcome(text.splitlines())


def test_rows_are_counted_in_what_is_said():
    rows = written("hexdump", bytes(range(256)) * 100).splitlines(keepends=True)
    rows[1234] = rows[1234].replace(" 2", " g", 1)
    said, taken = together("".join(rows))
    assert taken > 1000
    assert said.startswith("Line 1,235: ")

"""Files, classes and functions stay small: the tail of the sizes is what tells good code from bad."""

from __future__ import annotations

import statistics

import pytest

from helpers.modules import APP, TESTS, length, listed, modules

FILE, CLASS, FUNCTION, INIT, WINDOW = 500, 350, 80, 60, 250
FUNCTION_P99 = 60
FILE_MEDIAN, FUNCTION_MEDIAN = 200, 10


@pytest.mark.parametrize("root", [APP, TESTS], ids=["app", "tests"])
def test_no_file_is_too_long(root):
    found = [(m.lines, m.where(1)) for m in modules(root) if m.lines > FILE]
    assert not found, listed(found)


@pytest.mark.parametrize("root", [APP, TESTS], ids=["app", "tests"])
def test_no_function_is_too_long(root):
    sizes = [(length(f), m.where(f), f.name) for m in modules(root) for f in m.functions()]
    found = [item for item in sizes if item[0] > FUNCTION]
    assert not found, listed(found)


def test_no_class_is_too_long():
    sizes = [(length(c), m.where(c), c.name) for m in modules(APP) for c in m.classes()]
    found = [item for item in sizes if item[0] > CLASS]
    assert not found, listed(found)


def test_no_constructor_builds_the_world():
    sizes = [(length(f), m.where(f)) for m in modules(APP) for f in m.functions() if f.name == "__init__"]
    found = [item for item in sizes if item[0] > INIT]
    assert not found, listed(found)


def test_the_window_stays_thin():
    (window,) = (m for m in modules(APP) if m.name == "bytescope.ui.window")
    assert window.lines <= WINDOW


def test_the_sizes_are_small_as_a_whole():
    functions = sorted(length(f) for m in modules(APP) for f in m.functions())
    files = [m.lines for m in modules(APP) if m.path.name != "__init__.py"]
    assert functions[len(functions) * 99 // 100] <= FUNCTION_P99
    assert statistics.median(functions) <= FUNCTION_MEDIAN
    assert statistics.median(files) <= FILE_MEDIAN

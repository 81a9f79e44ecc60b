"""Things that have hurt other programs of this kind do not come in."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

import pytest

from helpers.modules import APP, TESTS, Module, listed, modules

CALLS = {
    "time.sleep": "wait for a condition, never for a time",
    "QTest.qWait": "wait for a condition, never for a time",
    "qtbot.wait": "wait for a condition, never for a time",
}
NAMES = {
    "processEvents": "it lets events in at a moment nobody thought of",
    "blockSignals": "views must not write back, so that nothing needs blocking",
    "globals": "pass things in",
}
IMPORTS = {
    "unittest.mock": "small real fakes instead",
}
THREADS = {
    "threading.Thread",
    "Thread",
    "QThread",
    "QThreadPool",
    "ThreadPoolExecutor",
    "futures.ThreadPoolExecutor",
}
SMALL_NUMBERS = {"zoom_wished", "font_size_changed"}
"""Signals whose number is a few steps or points, never a place in a file."""

NOTES = re.compile(r"#.*\b(TODO|FIXME|XXX|HACK)\b")


@pytest.fixture(scope="module")
def app() -> list[Module]:
    return modules(APP)


@pytest.fixture(scope="module")
def everything(app) -> list[Module]:
    return [*app, *(m for m in modules(TESTS) if m.path.parent.name != "house")]


def attributes(module: Module) -> Iterator[tuple[str, ast.AST]]:
    for node in module.nodes:
        if isinstance(node, ast.Attribute) and node.attr != "globals":
            yield node.attr, node
        elif isinstance(node, ast.Name):
            yield node.id, node


def test_no_dangerous_calls(everything):
    found = [(m.where(n), name, CALLS[name]) for m in everything for name, n in m.calls() if name in CALLS]
    assert not found, listed(found)


def test_no_dangerous_names(app):
    found = [(m.where(node), name, NAMES[name]) for m in app for name, node in attributes(m) if name in NAMES]
    assert not found, listed(found)


def test_no_dangerous_imports(everything):
    banned = IMPORTS
    found = [
        (m.where(n), name, banned[name]) for m in everything for name, n in m.imports() if name in banned
    ]
    assert not found, listed(found)


def test_one_module_owns_every_thread(app):
    found = [(m.where(node), name) for m in app for name, node in m.calls() if name in THREADS]
    strangers = [item for item in found if "session/jobs.py" not in item[0]]
    assert not strangers, listed(strangers)


def test_signals_are_connected_to_methods(app):
    """PySide runs a lambda in the sending thread or in the connecting one, depending on its version."""
    found = [
        m.where(node)
        for m in app
        for name, node in m.calls()
        if name.endswith(".connect") and any(isinstance(a, ast.Lambda) for a in node.args)
    ]
    assert not found, listed(found)


def test_no_signal_carries_a_32_bit_offset(app):
    """``Signal(int)`` of 5,000,000,000 silently arrives as 705,032,704."""
    found = [
        (m.where(node), ast.unparse(node))
        for m in app
        for node in m.nodes
        if isinstance(node, ast.Assign)
        and re.search(r"\bSignal\(.*\bint\b", ast.unparse(node.value))
        and not SMALL_NUMBERS.intersection(ast.unparse(target) for target in node.targets)
    ]
    assert not found, listed(found)


def test_the_core_prints_nothing_and_has_no_globals(app):
    core = [m for m in app if m.name.startswith("bytescope.core")]
    printing = [m.where(node) for m in core for name, node in m.calls() if name == "print"]
    globals_ = [m.where(n) for m in core for n in m.nodes if isinstance(n, ast.Global)]
    assert not printing + globals_, listed(printing + globals_)


def test_every_module_says_what_it_is_for(app):
    def purpose(module: Module) -> str:
        return (ast.get_docstring(module.tree) or "").partition("\n\n")[0]

    found = [m.where(1) for m in app if m.text.strip() and not purpose(m).endswith((".", "?", "!", "…"))]
    assert not found, listed(found)


def test_modules_are_named_after_what_they_know(everything):
    vague = {"utils", "util", "helpers", "misc", "common", "tools", "stuff"}
    names = [m.where(1) for m in everything if m.name.rpartition(".")[2] in vague and m.root == APP]
    assert not names, listed(names)


def test_nothing_is_left_for_later(everything):
    found = [
        m.where(number)
        for m in everything
        for number, line in enumerate(m.text.splitlines(), 1)
        if NOTES.search(line)
    ]
    assert not found, listed(found)


def test_no_private_paths(everything):
    private = re.compile(r"[\"'](/root/|/home/|/work/|/Users/)")
    found = [
        m.where(number)
        for m in everything
        for number, line in enumerate(m.text.splitlines(), 1)
        if private.search(line)
    ]
    assert not found, listed(found)

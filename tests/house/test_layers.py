"""Imports go one way: cli, ui, session, core. Checked twice, and both checks catch a planted fault."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from helpers.modules import APP, CHECKOUT, Module, listed, modules

LAYERS = ("bytescope.core", "bytescope.session", "bytescope.ui", "bytescope.cli")
"""From below; each may import those before it."""

BANNED = {
    "bytescope.core": ("PySide6", "shiboken6", "pyqtgraph", "bytescope_data"),
    "bytescope.session": ("PySide6.QtGui", "PySide6.QtWidgets", "pyqtgraph"),
}
STRANGERS = tuple(f"bytescope.ui.{name}" for name in ("map", "hex", "panels", "dialogs"))
"""These meet in the session only."""


def inside(name: str, package: str) -> bool:
    return name == package or name.startswith(package + ".")


def fault(module: Module, imported: str) -> str:
    """Why ``module`` may not import that; empty where it may."""
    mine = next((i for i, layer in enumerate(LAYERS) if inside(module.name, layer)), None)
    if mine is None:
        return ""
    if any(inside(imported, layer) for layer in LAYERS[mine + 1 :]):
        return "a layer above"
    if any(inside(imported, name) for name in BANNED.get(LAYERS[mine], ())):
        return "not for this layer"
    if inside(imported, "pyqtgraph") and not module.name.startswith(
        ("bytescope.ui.map", "bytescope.ui.plots")
    ):
        return "pyqtgraph is for the map alone"
    own = next((name for name in STRANGERS if inside(module.name, name)), None)
    if own and any(inside(imported, name) for name in STRANGERS if name != own):
        return "these parts meet in the session"
    return ""


def faults(root: Path) -> list[tuple[str, str, str]]:
    return [
        (module.where(node), imported, why)
        for module in modules(root)
        for imported, node in module.imports()
        if (why := fault(module, imported))
    ]


@pytest.fixture
def mini_tree(tmp_path) -> Path:
    """A checkout with the packages, and nothing in them."""
    shutil.copy(CHECKOUT / "pyproject.toml", tmp_path)
    shutil.copytree(CHECKOUT / "resources", tmp_path / "resources", ignore=shutil.ignore_patterns("icons"))
    for module in modules(APP):
        if module.path.name == "__init__.py":
            target = tmp_path / "app" / module.path.relative_to(APP)
            target.parent.mkdir(parents=True)
            target.write_text('"""A package."""\n')
    cli = tmp_path / "app" / "bytescope" / "cli"
    if not cli.exists():
        cli.with_suffix(".py").write_text('"""A module."""\n')
    return tmp_path


PLANTED = {
    "core loads Qt": ("core/planted.py", "import PySide6.QtCore\n"),
    "core asks the window, inside a function": (
        "core/text/planted.py",
        "def f():\n    from bytescope.ui import map\n    return map\n",
    ),
    "session paints": ("session/planted.py", "from PySide6 import QtWidgets\n"),
    "a dialog knows the map": ("ui/dialogs/planted.py", "import bytescope.ui.map\n"),
}


def linted(tree: Path) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"PYTHONPATH": f"{tree / 'app'}:{tree / 'resources'}", "COLUMNS": "200"}
    code = "import sys; from importlinter.cli import lint_imports_command; sys.exit(lint_imports_command())"
    command = [sys.executable, "-c", code, "--no-cache"]
    return subprocess.run(command, cwd=tree, env=environment, capture_output=True, text=True, check=False)


needs_linter = pytest.mark.skipif(
    find_spec("importlinter") is None, reason="import-linter comes with the extra [lint], not with [test]"
)


def test_the_layers_are_kept():
    found = faults(APP)
    assert not found, listed(found)


def test_an_empty_tree_has_no_faults(mini_tree):
    assert faults(mini_tree / "app") == []


@pytest.mark.parametrize("plant", PLANTED.values(), ids=PLANTED.keys())
def test_a_planted_fault_is_found(mini_tree, plant):
    name, code = plant
    (mini_tree / "app" / "bytescope" / name).write_text(code)
    assert [name in where for where, _, _ in faults(mini_tree / "app")].count(True) >= 1


def test_what_is_imported_for_types_only_is_no_fault(mini_tree):
    code = "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import PySide6.QtCore\n"
    (mini_tree / "app" / "bytescope" / "core" / "typed.py").write_text(code)
    assert faults(mini_tree / "app") == []


@needs_linter
def test_the_contracts_of_the_project_are_kept():
    done = linted(CHECKOUT)
    assert done.returncode == 0, done.stdout


@needs_linter
def test_the_contracts_find_a_planted_fault(mini_tree):
    assert linted(mini_tree).returncode == 0
    for name, code in PLANTED.values():
        (mini_tree / "app" / "bytescope" / name).write_text(code)
    done = linted(mini_tree)
    assert done.returncode != 0
    # It does not see into PySide6, so that the session paints nothing is seen by the check above alone.
    assert done.stdout.count("BROKEN") >= 3

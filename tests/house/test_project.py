"""The checkout as a newcomer finds it: its folders, its two commands, its pictures."""

from __future__ import annotations

import os
import re
import subprocess
import tomllib
from importlib.resources import files

import pytest

import bytescope
from helpers.modules import CHECKOUT

TOP = {"app", "resources", "tests", "pyproject.toml", "README.md", "LICENSE"}
GENERATED = {"build", "dist", "__pycache__"}
COMMANDS = (
    "python3 -m venv .venv && .venv/bin/pip install . && .venv/bin/bytescope --demo",
    "python3 -m venv .venv && .venv/bin/pip install -e '.[test]' && .venv/bin/python -m pytest",
)


@pytest.fixture(scope="module")
def project() -> dict:
    return tomllib.loads((CHECKOUT / "pyproject.toml").read_text())["project"]


@pytest.fixture(scope="module")
def readme() -> str:
    return (CHECKOUT / "README.md").read_text()


def test_the_top_folder_is_tidy():
    there = {path.name for path in CHECKOUT.iterdir() if not path.name.startswith(".")}
    assert there - GENERATED == TOP


def test_there_is_one_version(project):
    assert project["version"] == bytescope.__version__


def test_both_packages_say_that_they_are_typed():
    for package in ("bytescope", "bytescope_data"):
        assert (files(package) / "py.typed").is_file()


@pytest.mark.parametrize("command", COMMANDS)
def test_the_readme_has_the_two_commands(readme, command):
    assert command in readme


def test_the_readme_names_the_system_packages(readme):
    for package in re.findall(
        r"\blib[\w.-]+", (CHECKOUT / ".ci" / "run").read_text().split("tool_packages")[0]
    ):
        assert package in readme


def test_what_the_readme_shows_is_there(readme):
    targets = re.findall(r"\]\(([^)#\s]+)|(?:src|srcset|href)=\"([^\"#]+)\"", readme)
    local = [a or b for a, b in targets if not re.match(r"[a-z]+:", a or b)]
    assert [name for name in local if not (CHECKOUT / name).exists()] == []


def test_the_check_of_everything_can_be_started():
    script = CHECKOUT / ".ci" / "run"
    assert os.access(script, os.X_OK)
    done = subprocess.run(["bash", script, "--help"], capture_output=True, text=True, check=True)
    assert ".ci/run lint | types" in done.stdout
    assert subprocess.run(["bash", script, "nonsense"], capture_output=True, check=False).returncode == 2

"""The sources are read once for all tests of this folder, and forgotten behind them."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from helpers.modules import forget_modules
from helpers.rules import forget_calls

OF_EACH_PYTHON = {"test_cold_start.py", "test_conftest.py", "test_window_faces.py"}
"""Files that judge the running program, not its text."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.path.parent == Path(__file__).parent and item.path.name not in OF_EACH_PYTHON:
            item.add_marker(pytest.mark.once)


@pytest.fixture(autouse=True, scope="package")
def sources_once() -> Iterator[None]:
    yield
    forget_calls()
    forget_modules()
    if "helpers.wording" in sys.modules:
        from helpers import sentences, wording

        sentences.every.cache_clear()
        wording.wired.cache_clear()

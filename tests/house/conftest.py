"""The sources are read once for all tests of this folder, and forgotten behind them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from helpers.modules import forget_modules
from helpers.rules import forget_calls


@pytest.fixture(autouse=True, scope="package")
def sources_once() -> Iterator[None]:
    yield
    forget_calls()
    forget_modules()

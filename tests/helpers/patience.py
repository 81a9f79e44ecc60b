"""A robot that waits long before it gives up: a busy machine is no bug."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from pytestqt.qtbot import QtBot

LONG_MS = 30_000
"""pytest-qt's own 5 s pass where other programs keep the processors and the disk busy."""


class PatientBot(QtBot):  # type: ignore[misc]
    """As ``QtBot``; a test that waits for what never comes says so after ``LONG_MS``."""

    def waitSignal(self, signal: Any, *, timeout: int = LONG_MS, **options: Any) -> Any:
        return super().waitSignal(signal, timeout=timeout, **options)

    def waitSignals(self, signals: list[Any], *, timeout: int = LONG_MS, **options: Any) -> Any:
        return super().waitSignals(signals, timeout=timeout, **options)

    def waitUntil(self, callback: Callable[[], bool | None], *, timeout: int = LONG_MS) -> None:
        super().waitUntil(callback, timeout=timeout)

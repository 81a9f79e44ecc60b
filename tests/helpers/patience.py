"""A robot that waits long before it gives up: a busy machine is no bug."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from pytestqt.qtbot import QtBot

LONG_MS = 120_000
"""Where other programs keep the processors and the disk busy, what takes a second may take a minute."""


class PatientBot(QtBot):  # type: ignore[misc]
    """As ``QtBot``; a test that waits for what never comes says so after ``LONG_MS`` at the earliest.

    A shorter time counts only where what is waited for need not come (``raising=False``).
    """

    def waitSignal(
        self, signal: Any, *, timeout: int | None = None, raising: bool = True, **options: Any
    ) -> Any:
        return super().waitSignal(signal, timeout=_patient(timeout, raising), raising=raising, **options)

    def waitSignals(
        self, signals: list[Any], *, timeout: int | None = None, raising: bool = True, **options: Any
    ) -> Any:
        return super().waitSignals(signals, timeout=_patient(timeout, raising), raising=raising, **options)

    def waitUntil(self, callback: Callable[[], bool | None], *, timeout: int | None = None) -> None:
        super().waitUntil(callback, timeout=_patient(timeout, True))

    def waitExposed(self, widget: Any, *, timeout: int | None = None) -> Any:
        return super().waitExposed(widget, timeout=_patient(timeout, True))


def _patient(wanted: int | None, raising: bool) -> int:
    return max(wanted or 0, LONG_MS) if raising or wanted is None else wanted

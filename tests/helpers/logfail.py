"""Any unexpected log record at WARNING or above fails the test that caused it."""

from __future__ import annotations

import logging
import re


class LogWatch(logging.Handler):
    """Collects records at WARNING or above; a test names the ones that it means to cause with ``allow``."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self._records: list[logging.LogRecord] = []
        self._allowed: list[tuple[str, re.Pattern[str]]] = []

    def emit(self, record: logging.LogRecord) -> None:
        self._records.append(record)

    def allow(self, logger: str, pattern: str) -> None:
        """Expect messages of ``logger`` (or one below it) in which ``pattern`` is found."""
        self._allowed.append((logger, re.compile(pattern)))

    def _is_allowed(self, record: logging.LogRecord) -> bool:
        name, text = record.name, record.getMessage()
        return any(
            (name == logger or name.startswith(logger + ".")) and pattern.search(text)
            for logger, pattern in self._allowed
        )

    def unexpected(self) -> list[str]:
        """One line for each record that no ``allow`` covers."""
        return [
            f"{r.levelname} {r.name}: {r.getMessage()} ({r.filename}:{r.lineno})"
            for r in self._records
            if not self._is_allowed(r)
        ]

"""A program under measurement: told what to do by its arguments, telling by lines what happened when."""

from __future__ import annotations

import json
import selectors
import subprocess
import tempfile
import time
from types import TracebackType
from typing import Any

PATIENCE = 60.0


class Child:
    """A process that prints ``{"event": NAME, "at": SECONDS, …}``, one a line, by the monotonic clock."""

    def __init__(self, command: list[str], environment: dict[str, str]) -> None:
        self._errors = tempfile.TemporaryFile()  # noqa: SIM115 - closed with the child
        self.started = time.clock_gettime(time.CLOCK_MONOTONIC)
        self._process = subprocess.Popen(
            command, env=environment, stdout=subprocess.PIPE, stderr=self._errors, stdin=subprocess.DEVNULL
        )
        assert self._process.stdout is not None
        self._output = self._process.stdout
        self._selector = selectors.DefaultSelector()
        self._selector.register(self._output, selectors.EVENT_READ)
        self._rest = b""

    def __enter__(self) -> Child:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._process.kill()
        self._process.wait()
        self._output.close()
        self._selector.close()
        self._errors.close()

    @property
    def pid(self) -> int:
        return self._process.pid

    def wait_for(self, event: str, patience: float = PATIENCE) -> dict[str, Any]:
        """The next ``event``; others before it are passed over."""
        until = time.monotonic() + patience
        while True:
            line, newline, rest = self._rest.partition(b"\n")
            if not newline:
                self._read(event, until)
                continue
            self._rest = rest
            if line.startswith(b"{"):
                found: dict[str, Any] = json.loads(line)
                if found["event"] == event:
                    return found

    def seconds_to(self, event: str) -> tuple[float, float]:
        """Seconds from the start of the process to ``event``, and seconds of processor time until then."""
        found = self.wait_for(event)
        return float(found["at"]) - self.started, float(found["used"])

    def _read(self, event: str, until: float) -> None:
        ready = self._selector.select(max(0.0, until - time.monotonic()))
        data = self._output.read1() if ready else b""
        if not data:
            self._process.kill()
            self._errors.seek(0)
            said = self._errors.read().decode(errors="replace")[-2000:]
            raise RuntimeError(f"{' '.join(self._process.args[1:3])} did not come to “{event}”. {said}")  # type: ignore[index]
        self._rest += data

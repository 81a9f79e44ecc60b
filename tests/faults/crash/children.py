"""Children made by forking, so that they begin with everything loaded: what they say, and what they find."""

from __future__ import annotations

import json
import os
import signal
import sys
import traceback
from collections.abc import Callable
from typing import Any

from faults.crash.disks import die_with_parent

Work = Callable[[Callable[[], object]], None]
"""What a child does; it is given what it is to call after each step."""

_WORD = signal.SIGUSR1


def in_child(work: Callable[[], Any]) -> Any:
    """What ``work`` returns, in a process of its own; it must fit into JSON. RuntimeError if that fails."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        _run(lambda: os.write(writing, json.dumps(work()).encode()))
    os.close(writing)
    with open(reading, "rb") as said:
        answer = said.read()
    _, status = os.waitpid(child, 0)
    if status or not answer:
        raise RuntimeError(f"a child ended with status {os.waitstatus_to_exitcode(status)}: see above")
    return json.loads(answer)


class Doer:
    """A child that waits for a word, does its steps and says of each that it is done."""

    def __init__(self, work: Work) -> None:
        self._said, saying = os.pipe()
        self.pid = os.fork()
        if self.pid == 0:
            os.close(self._said)
            _run(lambda: _do(work, saying))
        os.close(saying)
        os.read(self._said, 1)

    def begin(self) -> None:
        os.kill(self.pid, _WORD)

    def finish(self) -> tuple[int, int]:
        """Wait for the end: how many steps were said to be done, and the exit status (negative: a signal)."""
        _, status = os.waitpid(self.pid, 0)
        with open(self._said, "rb") as said:
            done = len(said.read())
        return done, os.waitstatus_to_exitcode(status)


def _do(work: Work, saying: int) -> None:
    # The word is a signal: waiting for it is no call that reads or writes.
    signal.pthread_sigmask(signal.SIG_BLOCK, [_WORD])
    os.write(saying, b"r")
    signal.sigwait([_WORD])
    work(lambda: os.write(saying, b"d"))


def _run(work: Callable[[], Any]) -> None:
    """What a child does; never returns."""
    status = 1
    try:
        die_with_parent()
        work()
        status = 0
    except BaseException:
        traceback.print_exc(file=sys.stderr)
    finally:
        sys.stderr.flush()
        os._exit(status)

"""``kill -9`` where it is wanted: at the entry of one system call, by strace, or after some time."""

from __future__ import annotations

import os
import re
import select
import shutil
import subprocess
import tempfile
from collections import Counter
from pathlib import Path
from typing import NamedTuple

from faults.crash.children import Doer, Work

# All that can change a file or a folder, and what reads them; memory and signals are nobody's data.
_TRACED = "%file,%desc"
_CHANGING = re.compile(
    rb"(p?write(64|v)?|ftruncate|fallocate|copy_file_range|mkdir(at)?|rename(at2?)?|(un)?link(at)?"
    rb"|fch(mod|own)|fsetxattr)\(|openat\(.*O_CREAT|ioctl\(.*FICLONE"
)
_NOT_DATA = {"mmap", "poll", "epoll_wait", "select", "exit_group"}
_CALL = re.compile(rb"^(?:\[pid +\d+\] |\d+ +)?([a-z_0-9]+)\(")
_PATIENCE = 60.0


class NoTracing(Exception):
    """A child cannot be traced here."""


class Call(NamedTuple):
    """A system call's name, and the how-manieth of that name it is (from 1).

    ``changes``: whether it changed what others see of a file or folder. Between two that did, one moment is
    as good as another; what was synced makes no difference to one that is killed.
    """

    name: str
    number: int
    changes: bool


def why_not() -> str:
    """Why nothing can be killed at a system call here; empty where it can."""
    if shutil.which("strace") is None:
        return "strace is not installed"
    try:
        return "" if calls_of(lambda say: os.close(os.open("/", os.O_RDONLY))) else "strace sees no calls"
    except NoTracing as error:
        return f"strace does not work here: {error}"


def calls_of(work: Work) -> list[Call]:
    """The system calls that ``work`` makes in a child, in order."""
    with tempfile.NamedTemporaryFile() as told:
        child = Doer(work)
        tracer = _attached(child, ["-o", told.name, "-e", f"trace={_TRACED}"])
        child.begin()
        _, status = child.finish()
        tracer.wait(_PATIENCE)
        if status:
            raise NoTracing(f"the child ended with status {status}")
        counts: Counter[str] = Counter()
        made = []
        for line in Path(told.name).read_bytes().splitlines():
            if found := _CALL.match(line):
                name = found[1].decode()
                if name in _NOT_DATA:
                    continue
                counts[name] += 1
                changes = _CHANGING.match(line, found.start(1)) is not None and b" = -1 " not in line
                made.append(Call(name, counts[name], changes))
    return made


def killed_at(call: Call, work: Work) -> tuple[int, bool]:
    """Kill a child as it makes ``call``: how many steps it had said to be done, and whether it was killed."""
    child = Doer(work)
    name, number, _ = call
    tracer = _attached(
        child, ["-o", "/dev/null", "-e", f"trace={name}", "-e", f"inject={name}:signal=KILL:when={number}"]
    )
    child.begin()
    done, status = child.finish()
    tracer.wait(_PATIENCE)
    return done, status == -9


def killed_after(seconds: float, work: Work) -> tuple[int, bool]:
    """The same after a time."""
    child = Doer(work)
    descriptor = os.pidfd_open(child.pid)
    try:
        child.begin()
        if not select.select([descriptor], [], [], seconds)[0]:
            os.kill(child.pid, 9)
    finally:
        os.close(descriptor)
    done, status = child.finish()
    return done, status == -9


def _attached(child: Doer, options: list[str]) -> subprocess.Popen[bytes]:
    """strace on the child that waits for its word; when this returns it sees every call."""
    command = ["strace", "-f", "-qq", *options, "-p", str(child.pid)]
    tracer = subprocess.Popen(
        command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    )
    status = f"/proc/{child.pid}/status"
    while b"TracerPid:\t0\n" in Path(status).read_bytes():
        if tracer.poll() is not None:
            child.begin()
            child.finish()
            assert tracer.stderr is not None
            raise NoTracing(tracer.stderr.read().decode(errors="replace").strip())
        os.sched_yield()
    return tracer

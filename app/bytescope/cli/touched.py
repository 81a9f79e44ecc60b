"""``bytescope touched FILE``: the states of a file's pages as rows, or what touches them from now on."""

from __future__ import annotations

import contextlib
import json
import math
import os
import select
import sys
import time
from typing import TYPE_CHECKING

from bytescope.cli.arguments import parser_of
from bytescope.cli.files import open_source, say
from bytescope.core.errors import InputError, RefusedError
from bytescope.core.text.formats import shown_input

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bytescope.core.source.file import FileSource
    from bytescope.core.touched.page_states import Row
    from bytescope.core.touched.trace_lines import Access
    from bytescope.core.touched.tracing import TraceWatch

PERIOD = 1.0
"""Seconds between two looks where the kernel does not tell what happens."""

LOOK = 0.2
"""Seconds that a wait for trace events lasts at most, so that the end of --seconds is kept."""

TOUCH_COLUMNS = ("page", "pages", "offset", "why", "when", "who")

BY_EVENTS = "Watching by the kernel's trace events; stop with Ctrl+C."
BY_LOOKING = (
    "Watching by looking once a second at what is in memory, dirty and mapped: a read of what is in memory "
    "already is not seen; stop with Ctrl+C."
)


def run(argv: list[str]) -> int:
    parser = parser_of("touched", "Print runs of pages with their states, or with --watch what touches them.")
    parser.add_argument("file", metavar="FILE")
    parser.add_argument("--pid", type=int, metavar="N", help="of other processes look only at this one")
    parser.add_argument("--watch", action="store_true", help="print touches as they happen, until Ctrl+C")
    parser.add_argument("--seconds", type=float, metavar="S", help="with --watch: end after this long")
    parser.add_argument("--poll", action="store_true", help="with --watch: look once a second even where "
                        "the kernel's trace events can be had (root)")  # fmt: skip
    parser.add_argument("--format", choices=("csv", "json"), default="csv", help="json: an array, with "
                        "--watch an object a line")  # fmt: skip
    options = parser.parse_args(argv)
    if options.seconds is not None and not 0 < options.seconds < math.inf:
        raise InputError("The seconds to watch must be more than 0; leave them out to watch until Ctrl+C.")
    if options.pid is not None and not 0 < options.pid < 1 << 31:
        raise InputError(f"{shown_input(str(options.pid))} is no process; give the number of one.")
    if not options.watch and (options.seconds is not None or options.poll):
        raise InputError("--seconds and --poll are for --watch; give it as well.")
    source = open_source(options.file)
    if not options.watch:
        return _snapshot(source, options.pid, options.format)
    until = math.inf if options.seconds is None else time.monotonic() + options.seconds
    return Watching(source, options.pid, options.format, until).run(poll=options.poll)


def _snapshot(source: FileSource, pid: int | None, form: str) -> int:
    from bytescope.core.touched.page_states import page_states, rows

    states = page_states(source, pid)
    for complaint in states.complaints:
        say(complaint)
    if form == "csv":
        print(",".join(_columns()))
        for row in rows(states):
            print(_csv(row))
    else:
        lead = "["
        for row in rows(states):
            print(f"{lead}\n{json.dumps(_object(row))}", end="")
            lead = ","
        print("[]" if lead == "[" else "\n]")
    sys.stdout.flush()
    return 0


def _columns() -> tuple[str, ...]:
    from bytescope.core.touched.layers import MEANINGS
    from bytescope.core.touched.page_states import COLUMNS

    return ("page", "pages", "offset", *(MEANINGS[layer].name for layer in COLUMNS), "mapped")


def _csv(row: Row) -> str:
    """Not told is an empty cell; several processes stand apart by spaces."""
    values = ("" if value is None else str(int(value)) for value in row.values)
    return ",".join((*_place(row), *values, " ".join(str(pid) for pid in row.processes)))


def _place(row: Row) -> tuple[str, str, str]:
    from bytescope.core.ranges import PAGESIZE

    return str(row.pages.first), str(row.pages.count), str(row.pages.first * PAGESIZE)


def _object(row: Row) -> dict[str, object]:
    place = (int(text) for text in _place(row))
    return dict(zip(_columns(), (*place, *row.values, list(row.processes))))


class Watching:
    """One run with --watch: by the kernel's events where they can be had, else by looking."""

    def __init__(self, source: FileSource, pid: int | None, form: str, until: float) -> None:
        self._source = source
        self._pid = pid
        self._form = form
        self._until = until
        self._clock = time.time() - time.monotonic()

    def run(self, *, poll: bool) -> int:
        from bytescope.core.touched.processes import holder, named

        name = named(self._source)
        if self._pid is not None:
            holder(self._pid, name)  # it must be there, and let itself be looked at
        trace = None
        if not poll:
            try:
                from bytescope.core.touched.tracing import TraceWatch

                trace = TraceWatch(name.mapped, without_us=True)
            except RefusedError as error:
                say(str(error))
        try:
            if trace is not None:
                self._follow(trace)
            else:
                self._look_again_and_again()
        except KeyboardInterrupt:  # the way to end it
            pass
        finally:
            if trace is not None:
                trace.close()
                if complaint := trace.complaint():
                    say(complaint)
        return 0

    # -- by events ----------------------------------------------------------------------------

    def _follow(self, trace: TraceWatch) -> None:
        from bytescope.core.touched.traced_pages import TracedPages
        from bytescope.core.touched.tracing import blind_spots

        if blind := blind_spots(self._source.fd):
            say(blind)
        self._begin(BY_EVENTS)

        pages = TracedPages(self._source.size, self._source.window_start)
        while (left := self._until - time.monotonic()) > 0:
            trace.wait(min(LOOK, left))
            self._print(self._touches(trace.take(), pages))
            if self._has_ended():
                break
        self._print(self._touches(trace.take(0), pages))

    def _touches(self, accesses: list[Access], pages: object) -> Iterator[tuple[int, int, str, float, str]]:
        from bytescope.core.touched.traced_pages import TracedPages

        assert isinstance(pages, TracedPages)
        for access in accesses:
            if self._pid not in (None, access.process):
                continue
            for run in pages.pages_of([access]):
                who = f"{access.program} ({access.process})"
                yield run.first, run.count, access.kind.value, access.time + self._clock, who

    def _wait(self, seconds: float) -> None:
        """Until the process that is looked at ends, at most so long."""
        end = select.poll()
        process = -1
        with contextlib.suppress(OSError, AttributeError):  # ended, or a system without such descriptors
            if self._pid is not None:
                process = os.pidfd_open(self._pid)
                end.register(process, select.POLLIN)
        try:
            end.poll(seconds * 1000)
        finally:
            if process >= 0:
                os.close(process)

    def _has_ended(self) -> bool:
        if self._pid is None or os.path.exists(f"/proc/{self._pid}"):
            return False
        say(f"Process {self._pid} has ended; the watch ends with it.")
        return True

    # -- by looking ---------------------------------------------------------------------------

    def _look_again_and_again(self) -> None:
        from bytescope.core.touched.page_states import news, page_states
        from bytescope.core.touched.processes import ProcessGoneError

        states = page_states(self._source, self._pid, disk=False)
        for complaint in states.complaints:
            say(complaint)
        self._begin(BY_LOOKING)
        while (left := self._until - time.monotonic()) > 0:
            self._wait(min(PERIOD, left))
            try:
                now = page_states(self._source, self._pid, disk=False)
            except ProcessGoneError:
                now = page_states(self._source, disk=False)._replace(mapped={})
            self._print(self._news(news(states, now)))
            if self._has_ended():
                return
            states = now

    def _news(self, found: Iterable[object]) -> Iterator[tuple[int, int, str, float, str]]:
        from bytescope.core.touched.page_states import News

        at = time.time()
        for item in found:
            assert isinstance(item, News)
            for run in item.pages:
                yield run.first, run.count, item.why, at, item.who

    # -- rows ---------------------------------------------------------------------------------

    def _begin(self, sentence: str) -> None:
        say(sentence)
        if self._form == "csv":
            print(",".join(TOUCH_COLUMNS), flush=True)

    def _print(self, touches: Iterable[tuple[int, int, str, float, str]]) -> None:
        from bytescope.core.ranges import PAGESIZE

        some = False
        for page, pages, why, at, who in touches:
            some = True
            values = (page, pages, page * PAGESIZE, why, _when(at), who)
            if self._form == "csv":
                print(",".join((*(str(value) for value in values[:-1]), _quoted(who))))
            else:
                print(json.dumps(dict(zip(TOUCH_COLUMNS, values))))
        if some:
            sys.stdout.flush()


def _when(seconds: float) -> str:
    """Local time to the microsecond, as ISO 8601 has it."""
    from datetime import datetime

    return datetime.fromtimestamp(seconds).astimezone().isoformat(timespec="microseconds")


def _quoted(text: str) -> str:
    """A program may call itself anything; control characters are escaped already."""
    return f'"{text.replace(chr(34), chr(34) * 2)}"' if any(c in text for c in ',"') else text

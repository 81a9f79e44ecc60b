"""Definitions of structures as they are typed and loaded: judged, and read from files, in jobs."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING, NamedTuple

from bytescope.core.errors import InputError
from bytescope.core.source.shown import quoted_name
from bytescope.core.structs.parser import parse
from bytescope.core.structs.shelf import shelved
from bytescope.core.structs.texts import file_text
from bytescope.core.structs.tokens import LONGEST
from bytescope.session.wording import tr

if TYPE_CHECKING:
    from bytescope.core.ticket import Ticket


class Judged(NamedTuple):
    """What a text defines: the names of its structures and the one that is meant; or a ``problem``.

    ``position``: where in the text the problem is, None where it has no place.
    """

    text: str
    structs: tuple[str, ...] = ()
    root: str = ""
    problem: str = ""
    position: int | None = None


def judged(text: str, ticket: Ticket) -> Judged:
    """What ``text`` defines; takes up to a second, as long as definitions may be."""
    try:
        definition = parse(text, ticket)
    except InputError as error:
        return Judged(text, problem=str(error), position=error.position)
    root = shelved("", text).root
    return Judged(text, tuple(definition.structs), root if root in definition.structs else definition.main)


def loaded(path: str, ticket: Ticket) -> str:
    """The definition in a file; never waits for a pipe. ``InputError`` says why there is none."""
    name = quoted_name(path)
    try:
        fd = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_NOCTTY | os.O_CLOEXEC)
        with os.fdopen(fd, "rb") as file:
            if not stat.S_ISREG(os.fstat(fd).st_mode):
                raise InputError(tr("{name} is no file; choose a file with definitions in C.", name=name))
            data = file.read(LONGEST * 4 + 1)
    except OSError as error:
        raise InputError(
            tr("{name} could not be read ({reason}); choose another.", name=name, reason=error.strerror)
        ) from error
    if len(data) > LONGEST * 4:
        raise InputError(tr("{name} is too large for a definition; choose another.", name=name))
    return file_text(data, os.path.basename(path))
